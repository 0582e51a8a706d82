//! A sample meeting for tests, and a builder for others.

use chrono::NaiveDate;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::circle::{Attribution, Circle, OptionalStep, Term};
use crate::meeting::{
    Adopted, AgendaItem, ConsentMode, Fact, ItemKind, Meeting, MeetingRole, Moment, Movement, On,
    Opened, Phase, Presented, Termed, Validity, What,
};

/// Texts that look like TOML or Markdown.
pub(crate) const NASTY: [&str; 12] = [
    "a",
    "\n\na\n\n\n",
    "+++\ntitle = \"b\"\n+++\n",
    "# a\n\n- b\n  1. c\n\n> d\n```\n<b>e</b>",
    "\"\"\" ''' \\ \\n \\u0041 \" '",
    "[[fact]]\nwhat = \"filed\"",
    "tab\there, nbsp\u{a0}, 陈伟, e\u{301}, 👩‍🌾",
    "a | b\n--- | ---\n1 | 2",
    "  indented\n\ttab",
    "---\n===\n***",
    "<!-- a\n--> </li></ul> &amp; <https://b>",
    "[a]: b\n![c](d) \\",
];

/// The headings, lists and quotes of a page, without the content of quotes.
pub(crate) fn skeleton(page: &str) -> Vec<String> {
    let (mut bones, mut depth) = (Vec::new(), 0);
    for event in Parser::new(page) {
        match &event {
            Event::Html(_) | Event::InlineHtml(_) => panic!("{page}"),
            Event::End(TagEnd::BlockQuote(_)) => depth -= 1,
            Event::Start(Tag::Paragraph | Tag::Strong | Tag::Emphasis) => {}
            Event::Start(tag) => {
                if depth == 0 {
                    bones.push(format!("{tag:?}"));
                }
                depth += i32::from(matches!(tag, Tag::BlockQuote(_)));
            }
            _ => {}
        }
    }
    bones
}

pub(crate) fn circle(attribution: Attribution) -> Circle {
    let members =
        ["Ana", "Ben", "Chen", "Dana", "Emil"].map(|it| format!("[[member]]\nname = \"{it}\"\n"));
    let mut circle = Circle::read(&format!("name = \"Garden\"\n{}", members.concat())).unwrap();
    circle.rules.attribution = attribution;
    circle.rules.steps = OptionalStep::list("check-in,agenda,clarify,react,check-out").unwrap();
    circle
}

#[expect(clippy::unnecessary_wraps, reason = "many keys of facts are optional")]
pub(crate) fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// Says that the draft, or a new role, has this term.
pub(crate) fn termed(term: &str) -> What {
    What::Termed(Termed { validity: Validity::Term(term.parse().unwrap()) })
}

pub(crate) fn names(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Builds a meeting fact by fact.
pub(crate) struct Sample {
    pub meeting: Meeting,
    at: Moment,
}

impl Sample {
    /// Opens a meeting of the circle with an empty agenda.
    pub(super) fn open(circle: Circle, present: &str, guests: &str) -> Self {
        let at = "2026-09-05T19:00:00+02:00".parse().unwrap();
        let mut sample = Self { meeting: Meeting::new(circle), at };
        let (present, guests) = (names(present), names(guests));
        sample.say(What::Opened(Opened { present, guests, ..Opened::default() }));
        sample.say(What::HandedOver { role: MeetingRole::Facilitator, who: some("Dana") });
        sample.say(What::HandedOver { role: MeetingRole::Secretary, who: some("Ana") });
        sample
    }

    /// Opens a meeting without optional steps and without an agenda.
    pub(super) fn bare(mut circle: Circle) -> Self {
        circle.rules.steps.clear();
        Self::open(circle, "Ana Dana", "")
    }

    pub(super) fn at(&mut self, time: &str) {
        self.at = format!("2026-09-05T{time}:00+02:00").parse().unwrap();
    }

    #[track_caller]
    pub(super) fn say(&mut self, what: What) {
        let said = format!("{what:?}");
        self.meeting
            .record(Fact { what, at: self.at })
            .unwrap_or_else(|err| panic!("{said}: {err:?}"));
    }

    pub(super) fn present(&self) -> Vec<String> {
        self.meeting.state().members(self.meeting.circle())
    }

    pub(super) fn list(&mut self, kind: ItemKind, title: &str, minutes: Option<u32>, by: &str) {
        let bare = AgendaItem::bare(kind, title.to_owned());
        self.say(What::Listed(AgendaItem { minutes, by: some(by), ..bare }));
    }

    pub(super) fn begin(&mut self, kind: ItemKind, title: &str, minutes: Option<u32>, by: &str) {
        let bare = AgendaItem::bare(kind, title.to_owned());
        self.say(What::Began(AgendaItem { minutes, by: some(by), ..bare }));
    }

    pub(super) fn word(&mut self, text: &str) {
        self.say(What::Worded { text: text.to_owned() });
    }

    /// Presents the draft to the circle.
    pub(super) fn put(&mut self) {
        let item = self.meeting.state().on_table().unwrap();
        let wording = item.wording(Term::YEAR);
        let version = match item.version() {
            Some(last) if last.wording == wording => last.number,
            Some(last) => last.number + 1,
            None => 1,
        };
        self.say(What::Presented(Presented {
            version,
            text: wording.text,
            nominee: None,
            validity: wording.validity.announced(self.at.date_naive()),
            since: None,
            responsible: wording.responsible,
            measures: wording.measures,
            effects: wording.effects,
        }));
    }

    fn version(&self) -> u32 {
        self.meeting.state().on_table().unwrap().version().unwrap().number
    }

    pub(super) fn consent(&mut self, who: &str, concern: &str) {
        let concern = some(concern).filter(|it| !it.is_empty());
        self.say(What::Consented {
            who: who.to_owned(),
            version: self.version(),
            concern,
            seen: None,
            via: None,
            by: None,
        });
    }

    pub(super) fn object(&mut self, who: &str, reason: &str) {
        let (who, reason) = (who.to_owned(), reason.to_owned());
        self.say(What::Objected {
            who,
            reason,
            version: Some(self.version()),
            on: None,
            meeting: None,
            seen: None,
            via: None,
            by: None,
        });
    }

    pub(super) fn adopt(&mut self) {
        let state = self.meeting.state();
        let item = state.on_table().unwrap().clone();
        let wording = item.version().unwrap().wording.clone();
        self.say(What::Adopted(Box::new(Adopted {
            title: item.entry.title.clone(),
            text: wording.text,
            validity: wording.validity.announced(self.at.date_naive()),
            responsible: wording.responsible,
            measures: wording.measures,
            effects: wording.effects,
            by: item.entry.by.clone(),
            with: item.entry.with.clone(),
            version: self.version(),
            consent: ConsentMode::Round,
            present: self.present(),
            absent: state.absent(self.meeting.circle()),
            guests: state.guests.clone(),
            replaces: item.proposal().replaces.clone(),
            ends: item.proposal().ends.clone(),
            written: Vec::new(),
        })));
    }

    /// Decides a proposal without objections, in a bare meeting.
    pub(super) fn decide(&mut self, title: &str, text: &str) {
        self.begin(ItemKind::Decide, title, None, "Ana");
        self.word(text);
        self.put();
        for who in self.present() {
            self.consent(&who, "");
        }
        self.adopt();
    }

    /// Closes a bare meeting.
    pub(super) fn close(&mut self) {
        self.say(What::Concluded { step: Phase::Items });
        self.say(What::Closed {});
    }
}

/// The sample meeting before it is closed: with a late arrival, a guest, an objection, concerns, an
/// action, a topic and a postponed item.
pub(crate) fn paused(attribution: Attribution) -> Meeting {
    let mut it = Sample::open(circle(attribution), "Ana Chen Dana", "Zoe");
    it.say(What::CheckedIn { who: "Ana".to_owned(), text: some("tired, and glad to be here") });
    it.say(What::Passed { who: "Chen".to_owned() });
    it.say(What::CheckedIn { who: "Zoe".to_owned(), text: some("curious") });
    it.say(What::CheckedIn { who: "Dana".to_owned(), text: None });
    it.list(ItemKind::Decide, "Quiet hours", Some(20), "Chen");
    it.list(ItemKind::Decide, "Tool shed", None, "Ana");
    it.list(ItemKind::Report, "Budget", None, "Dana");
    it.list(ItemKind::Explore, "Open day", Some(15), "Ana");
    it.say(What::Concluded { step: Phase::Agenda });
    it.say(What::Agreed { on: On::Agenda, version: None, present: it.present() });
    it.at("19:12");
    it.say(What::Arrived(Movement { who: Some("Ben".to_owned()), ..Movement::default() }));
    quiet_hours(&mut it);
    tool_shed(&mut it);
    budget(&mut it);
    it.at("20:05");
    it.say(What::Left(Movement { who: Some("Chen".to_owned()), ..Movement::default() }));
    it.meeting
}

fn quiet_hours(it: &mut Sample) {
    let who = str::to_owned;
    it.begin(ItemKind::Decide, "Quiet hours", Some(20), "Chen");
    it.word("No power tools in the garden:\n\n- between 13:00 and 15:00\n- after 20:00");
    it.say(What::Assigned { responsible: names("Dana") });
    it.say(What::Measured { measures: vec!["complaints, counted by Dana".to_owned()] });
    it.put();
    it.say(What::Asked { who: who("Ana"), text: some("Does it cover the pump?") });
    it.say(What::Answered { who: some("Chen"), text: some("No, only what is held in the hand.") });
    it.say(What::Asked { who: who("Ben"), text: some("Until when?") });
    it.say(What::Answered { who: None, text: None });
    it.say(What::Asked { who: who("Dana"), text: None });
    for name in ["Ana", "Ben", "Chen", "Dana"] {
        let text = some("Good for the neighbours.").filter(|_| name == "Ana");
        it.say(What::Reacted { who: who(name), text });
    }
    it.put();
    it.consent("Ana", "");
    it.object("Ben", "Saturdays are the only days I can build.");
    it.consent("Chen", "It may be hard to remember.");
    it.consent("Dana", "");
    it.word("No power tools in the garden, but for Saturdays:\n\n- between 13:00 and 15:00\n- after 20:00");
    it.say(termed("3 months"));
    it.put();
    for name in ["Ana", "Ben", "Chen", "Dana"] {
        it.consent(name, "");
    }
    let due = Some(day("2026-09-12"));
    it.say(What::Action {
        who: who("Dana"),
        with: Vec::new(),
        text: who("Tell the neighbours."),
        due,
    });
    it.at("19:31");
    it.adopt();
}

fn tool_shed(it: &mut Sample) {
    let who = str::to_owned;
    it.begin(ItemKind::Decide, "Tool shed", None, "Ana");
    it.word("We build a shed.");
    it.put();
    it.say(What::Topic { title: who("Bike rack") });
    it.say(What::Skipped { step: Phase::Clarify, reason: some("it is short") });
    for name in ["Ana", "Ben", "Chen", "Dana"] {
        it.say(What::Reacted { who: who(name), text: None });
    }
    it.say(What::Noted {
        who: None,
        text: who("The old shed leaks."),
        seen: None,
        via: None,
        by: None,
    });
    it.put();
    it.object("Ben", "It is too dear.");
    for name in ["Ana", "Chen", "Dana"] {
        it.consent(name, "");
    }
    let date = Some(day("2026-09-19"));
    it.say(What::Postponed { kind: None, title: None, date });
}

fn budget(it: &mut Sample) {
    let who = str::to_owned;
    it.begin(ItemKind::Report, "Budget", None, "Dana");
    it.say(What::Noted {
        who: some("Dana"),
        text: who("120 € are left."),
        seen: None,
        via: None,
        by: None,
    });
    it.say(What::Raised { text: who("What do we need?") });
    it.say(What::Spoke { who: who("Ana"), text: some("A hose,\nand a bucket.") });
    for name in ["Ben", "Chen", "Dana"] {
        it.say(What::Passed { who: who(name) });
    }
    it.say(What::Concluded { step: Phase::Item });
}

/// The sample meeting, closed.
pub(crate) fn meeting(attribution: Attribution) -> Meeting {
    let at = "2026-09-05T20:10:00+02:00".parse().unwrap();
    let mut it = Sample { meeting: paused(attribution), at };
    it.say(What::Concluded { step: Phase::Items });
    it.say(What::KeptOpen { title: "Open day".to_owned() });
    it.say(What::CheckedOut { who: "Ana".to_owned(), text: some("short and good") });
    it.say(What::CheckedOut { who: "Ben".to_owned(), text: None });
    it.say(What::CheckedOut { who: "Dana".to_owned(), text: None });
    it.say(What::Closed {});
    it.meeting
}
