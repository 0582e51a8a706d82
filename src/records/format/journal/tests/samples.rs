//! A fact of every kind, with texts that are hard to write.

use chrono::NaiveDate;

use super::at;
use crate::circle::{Effect, Term};
use crate::meeting::{
    ActionRef, Adopted, AgendaItem, Amended, Approved, Awaited, Concerned, ConsentMode, Dated,
    DatedValidity, Elected, Fact, Filed, ItemKind, MeetingRole, Moved, Movement, Nomination, On,
    Opened, Phase, Presented, PutForward, Reassigned, Rescheduled, Scheduled, Sought, StoodAside,
    Struck, Termed, Validity, What,
};

pub(super) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 9, 5).unwrap()
}

pub(super) fn names() -> Vec<String> {
    vec!["Ana".to_owned(), "陈伟".to_owned()]
}

/// Texts that could be misread as TOML, or changed by writing and reading.
pub(super) fn nasty() -> Vec<String> {
    let mut texts: Vec<String> = [
        "[[fact]]",
        "\n[[fact]]\nwhat = \"closed\"\nat = 2026-09-05T19:20:41Z\n",
        "a\n[[fact]]",
        "[circle]\n[[fact]]\n\n[",
        "\"",
        "\"\"\"",
        "a\n\"\"\"",
        "\"\"\"\n\"\"\"\"\"",
        "a\n\"quoted\" and \"\"twice\"\"",
        "back\\slash\\",
        "back\\\nslash\\",
        "\\u005B\n\\n",
        "tab\there\n\tand here",
        "静音时间\n午後は静かに",
        "trailing blanks  \n  and leading  ",
        "\n",
        "\n\n\n",
        "",
        " ",
        "'''\n'''",
        "# no remark\n# at all",
        "carriage\r\nreturn\rbell\u{7}\u{85}\u{7f}",
        "at = 2026-09-05T19:20:41+02:00",
        "x\nat = 2026-09-05T19:20:41+02:00\n",
        "\u{feff}bom",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("word ".repeat(5000));
    texts.push("[line\n".repeat(5000));
    texts
}

/// Facts of every kind, with and without their optional keys.
pub(super) fn samples() -> Vec<What> {
    let mut all = [meeting(), selection(), actions()].concat();
    for text in nasty() {
        all.push(What::Noted { who: None, text: text.clone(), seen: None, via: None, by: None });
        all.push(What::Worded { text: text.clone() });
        all.push(What::Measured { measures: vec![text] });
    }
    all
}

#[expect(clippy::too_many_lines, reason = "a line for each fact")]
fn meeting() -> Vec<What> {
    let who = || "Ana".to_owned();
    let text = || Some("says\nthis".to_owned());
    let title = || "Quiet hours".to_owned();
    let term = Term { months: 30, days: 7 };
    vec![
        What::Opened(Opened {
            present: names(),
            guests: vec![who()],
            unnamed: Some(2),
            meeting: Some("2026-08-22".to_owned()),
            digest: Some("0123".to_owned()),
        }),
        What::Opened(Opened::default()),
        What::HandedOver { role: MeetingRole::Secretary, who: Some(who()) },
        What::HandedOver { role: MeetingRole::Facilitator, who: None },
        What::Arrived(Movement { who: Some(who()), guest: true, ..Movement::default() }),
        What::Left(Movement { who: Some(who()), ..Movement::default() }),
        What::CheckedIn { who: who(), text: text() },
        What::CheckedOut { who: who(), text: None },
        What::Passed { who: who() },
        What::Deferred { who: who() },
        What::Listed(AgendaItem {
            minutes: Some(20),
            by: Some(who()),
            with: names(),
            ..AgendaItem::bare(ItemKind::Decide, title())
        }),
        What::Unlisted { kind: Some(ItemKind::Explore), title: title() },
        What::Moved(Moved { kind: None, title: title(), to: 3 }),
        What::Concluded { step: Phase::Items },
        What::Agreed { on: On::Consent, version: Some(2), present: names() },
        What::Began(AgendaItem::bare(ItemKind::Report, title())),
        What::Proposed { by: who(), with: names() },
        What::Related {
            replaces: Some("2025-09-05-静音".to_owned()),
            ends: None,
            about: None,
            with: Vec::new(),
        },
        What::Termed(Termed { validity: Validity::Term(term) }),
        What::Termed(Termed { validity: Validity::Until(day()) }),
        What::Termed(Termed { validity: Validity::Lasts(term) }),
        What::Termed(Termed { validity: Validity::Expires(day()) }),
        What::Termed(Termed { validity: Validity::Once }),
        What::Amended(Amended { validity: Some(Validity::Once), ..nothing() }),
        What::Assigned { responsible: Vec::new() },
        What::Measured { measures: vec!["a \"b\"\n[[fact]]".to_owned(), String::new()] },
        What::Amended(Amended { responsible: Some(Vec::new()), ..nothing() }),
        What::Raised { text: title() },
        What::Asked { who: who(), text: text() },
        What::Answered { who: None, text: None },
        What::Reacted { who: who(), text: text() },
        What::Spoke { who: who(), text: text() },
        What::Consented {
            who: who(),
            version: 1,
            concern: text(),
            seen: None,
            via: None,
            by: None,
        },
        What::Concerned(Concerned { who: Some(who()), text: title(), version: 2 }),
        What::Concerned(Concerned { who: None, text: title(), version: 1 }),
        What::StoodAside(StoodAside {
            who: who(),
            version: 1,
            reason: title(),
            seen: None,
            via: None,
            by: None,
        }),
        What::Objected {
            who: who(),
            reason: title(),
            version: None,
            on: Some(On::Drop),
            meeting: None,
            seen: None,
            via: None,
            by: None,
        },
        What::Awaited(Awaited { who: names(), version: 2, until: Some(day()) }),
        What::Withdrew { who: who(), reason: None },
        What::AskedToDrop { reason: text(), title: None },
        What::Dropped { present: names() },
        What::Postponed { kind: None, title: None, date: Some(day()) },
        What::Referred { title: Some(title()), circle: "Compost".to_owned() },
        What::KeptOpen { title: title() },
        What::Topic { title: title() },
        What::Skipped { step: Phase::CheckIn, reason: None },
        What::Reopened { step: Phase::Explore },
        What::TakenBack {},
        What::Closed {},
        What::Filed(Filed::default()),
        What::Filed(Filed { digest: Some("0123".to_owned()), records: names() }),
        What::Presented(Presented {
            version: 2,
            text: title(),
            nominee: Some(who()),
            validity: DatedValidity { is: Validity::Term(term), day: Some(day()) },
            since: Some(day()),
            responsible: names(),
            measures: names(),
            effects: effects(),
        }),
        What::Planned { minutes: Some(90) },
        What::Planned { minutes: None },
        What::Approved(Approved {
            meeting: Some("2026-08-22-2".to_owned()),
            present: names(),
            digest: None,
        }),
        What::Approved(Approved { meeting: None, present: names(), digest: None }),
        What::Left(Movement { who: None, with: Vec::new(), guest: true, unnamed: Some(3) }),
        What::Announced { text: title() },
        What::Scheduled(Scheduled { date: Some(day()), time: Some("19:00".to_owned()), who: None }),
        What::Scheduled(Scheduled { date: None, time: None, who: Some(who()) }),
        What::Accepted { who: who(), role: Some(title()) },
        What::Accepted { who: who(), role: None },
        What::Declined { who: who(), role: Some(title()), reason: None },
        What::Declined { who: who(), role: None, reason: text() },
        What::Effected { effects: effects(), text: None },
        What::Effected { effects: Vec::new(), text: text() },
        What::Amended(Amended { effects: Some(effects()), ..nothing() }),
        What::Amended(Amended { effects: Some(Vec::new()), ..nothing() }),
        What::Extended { minutes: 10 },
        What::Adopted(Box::new(Adopted {
            title: title(),
            text: title(),
            validity: DatedValidity { is: Validity::Term(term), day: Some(day()) },
            responsible: names(),
            measures: names(),
            effects: effects(),
            by: Some(who()),
            with: names(),
            version: 2,
            consent: ConsentMode::Round,
            present: names(),
            absent: names(),
            guests: names(),
            replaces: names(),
            ends: names(),
            written: Vec::new(),
        })),
    ]
}

fn actions() -> Vec<What> {
    let (who, title) = (|| "Ana".to_owned(), || "Quiet hours".to_owned());
    let action = || ActionRef { who: who(), text: title(), meeting: Some(title()) };
    vec![
        What::Action { who: who(), text: title(), due: Some(day()), with: names() },
        What::Done(action()),
        What::Released(action()),
        What::Rescheduled(Rescheduled { who: who(), text: title(), meeting: None, due: day() }),
        What::Reassigned(Reassigned {
            who: who(),
            text: title(),
            meeting: None,
            to: who(),
            with: names(),
        }),
    ]
}

/// An amendment of no part.
pub(super) fn nothing() -> Amended {
    Amended::default()
}

/// Changes to the circle of every kind.
fn effects() -> Vec<Effect> {
    let lines = [
        "join Farid",
        "join 陈伟 from Compost",
        "leave Emil on 2026-12-31",
        "aim \"Grow\" food:\n[[fact]]",
        "domain The plot.",
        "role Keys (secretary) for 6 months: Opens.",
        "end role Keys",
        "appoint Zoe (outside) as Keys since 2026-10-01 until 2027-01-01",
        "rule quorum 2/3",
    ];
    lines.iter().map(|it| it.parse().unwrap()).collect()
}

fn selection() -> Vec<What> {
    let who = || "Ana".to_owned();
    let title = || "Keys".to_owned();
    let term = Term { months: 30, days: 7 };
    vec![
        What::Sought(Sought {
            role: title(),
            purpose: title(),
            term,
            since: None,
            meeting: None,
            qualifications: Vec::new(),
        }),
        What::Sought(Sought {
            role: title(),
            purpose: title(),
            term,
            since: Some(day()),
            meeting: Some("2026-08-22".to_owned()),
            qualifications: vec![title(), title()],
        }),
        What::Dated(Dated { since: day() }),
        What::Purposed { text: None },
        What::Qualified { who: None, text: title() },
        What::Struck(Struck { text: title() }),
        What::Wrote {},
        What::Nominated(nomination()),
        What::Changed(Nomination { outside: Vec::new(), term: None, ..nomination() }),
        What::Kept { who: who() },
        What::PutForward(PutForward {
            nominee: who(),
            outside: true,
            term: Some(term),
            until: None,
            reason: title(),
        }),
        What::Elected(Box::new(Elected {
            role: title(),
            elected: who(),
            outside: true,
            accepted: false,
            since: day(),
            until: day(),
            term: Some(term),
            reason: title(),
            measures: names(),
            version: 2,
            consent: ConsentMode::Round,
            present: names(),
            absent: names(),
            guests: names(),
            replaces: names(),
        })),
    ]
}

pub(super) fn nomination() -> Nomination {
    let term = Some(Term { months: 3, days: 0 });
    let (who, reason) = ("Ana".to_owned(), "says\nthis".to_owned());
    Nomination { who, nominees: names(), outside: names(), term, until: Some(day()), reason }
}

pub(crate) fn facts() -> Vec<Fact> {
    (0..).zip(samples()).map(|(seconds, what)| Fact { what, at: at(seconds) }).collect()
}
