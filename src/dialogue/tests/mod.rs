//! Tests of whole meetings: answers go in, and the next step comes out.
//!
//! Each check also undoes its last answer, and replays the whole meeting from its facts.

mod opening;
mod agenda;
mod rounds;
mod proposal;
mod validity;
mod consent;
mod after_call;
mod objections;
mod selection;
mod nomination;
mod earlier_selection;
mod nominee;
mod admin;
mod offers;
mod actions;
mod approval;
mod guests;
mod open_actions;
mod dates;
mod words;
mod screen;
mod lists;
mod hard;
mod hard_selection;
mod names;
mod slips;
mod apart;
mod asked_back;
mod quorum;
mod help;
mod in_view;
mod oracle;
mod property;
mod random_lines;
mod effects;
mod explore;
mod follow;

use chrono::DateTime;

use crate::circle::{
    Circle, Consent, MeetingPlan, Member, OptionalStep, Order, Role, RoleKind, Rules,
};
use crate::dialogue::{Input, Response, ScreenState, Talk};
use crate::lang::{Lang, Words};
use crate::meeting::{
    ConsentMode as Way, Fact, Item, Meeting, MeetingRole, Moment, On, Phase, Step, What,
};
use crate::records::{Background, Decision, Election, FrontMatter, Topic};
use crate::toml_file::Word;

/// A circle about to meet: Ana, Ben who facilitates, Chen and Dana.
#[derive(Clone)]
pub(crate) struct Room {
    pub circle: Circle,
    pub background: Background,
    pub opens: Moment,
}

/// A circle that meets without any of the steps that can be left out.
pub(crate) fn garden() -> Room {
    let member = |name: &str| Member { name: name.to_owned(), ..Member::default() };
    let facilitator = role("Facilitator", Some(RoleKind::Facilitator), "Ben");
    let circle = Circle {
        name: "Garden".to_owned(),
        id: None,
        aim: String::new(),
        domain: String::new(),
        since: None,
        ended: None,
        language: Some("en".to_owned()),
        plan: MeetingPlan::default(),
        rules: Rules { steps: Vec::new(), order: Order::Seats, ..Rules::default() },
        members: ["Ana", "Ben", "Chen", "Dana"].map(member).into(),
        roles: vec![facilitator],
    };
    Room { circle, background: Background::default(), opens: moment("2026-09-05T19:00:00+02:00") }
}

fn role(name: &str, kind: Option<RoleKind>, holder: &str) -> Role {
    Role {
        name: name.to_owned(),
        kind,
        purpose: String::new(),
        term: None,
        holder: Some(holder.to_owned()).filter(|it| !it.is_empty()),
        outside: false,
        since: None,
        until: None,
        next: None,
        ended: None,
        formerly: Vec::new(),
    }
}

pub(crate) fn moment(text: &str) -> Moment {
    DateTime::parse_from_rfc3339(text).unwrap()
}

impl Room {
    pub(super) fn steps(mut self, steps: &str) -> Self {
        self.circle.rules.steps = OptionalStep::list(steps).unwrap();
        self
    }

    pub(super) fn rotating(mut self) -> Self {
        self.circle.rules.order = Order::Rotate;
        self
    }

    pub(super) fn calling(mut self) -> Self {
        self.circle.rules.consent = Consent::Call;
        self
    }

    pub(super) fn aside(mut self) -> Self {
        self.circle.rules.aside = true;
        self
    }

    pub(super) fn quorum(mut self, quorum: &str) -> Self {
        self.circle.rules.quorum = quorum.parse().unwrap();
        self
    }

    pub(super) fn term(mut self, term: &str) -> Self {
        self.circle.rules.term = term.parse().unwrap();
        self
    }

    pub(super) fn members(mut self, names: &[&str]) -> Self {
        let member = |name: &&str| Member { name: (*name).to_owned(), ..Member::default() };
        self.circle.members = names.iter().map(member).collect();
        self.circle.roles.clear();
        self
    }

    /// Gives the circle one more role; an empty holder is nobody.
    pub(super) fn role(mut self, name: &str, kind: Option<RoleKind>, holder: &str) -> Self {
        self.circle.roles.push(role(name, kind, holder));
        self
    }

    pub(super) fn opens(mut self, at: &str) -> Self {
        self.opens = moment(at);
        self
    }

    pub(super) fn in_force(mut self, id: &str, title: &str, text: &str) -> Self {
        self.background.decisions.push(known(id, title, text));
        self
    }

    pub(super) fn in_backlog(mut self, _id: &str, title: &str, text: &str) -> Self {
        let (title, text) = (title.to_owned(), Some(text.to_owned()));
        self.background.topics.push(Topic { title, text, ..Topic::default() });
        self
    }

    /// Gives the answers and expects every one to be accepted.
    #[track_caller]
    pub(super) fn meet(&self, answers: &[&str]) -> Meeting {
        match self.walked(answers) {
            (meeting, None) => meeting,
            (meeting, Some((answer, err))) => {
                panic!("`{answer}` at `{}`: {err:?}", step_of(&meeting))
            }
        }
    }

    /// Gives the answers up to the first one that is refused.
    fn walked(&self, answers: &[&str]) -> (Meeting, Option<(String, crate::error::Error)>) {
        let mut meeting = Meeting::new(self.circle.clone());
        let mut now = self.opens;
        for answer in answers {
            match self.answer(&mut meeting, &mut now, answer) {
                Ok(()) => {}
                Err(err) => return (meeting, Some(((*answer).to_owned(), err))),
            }
        }
        (meeting, None)
    }

    /// Gives one answer.
    pub(super) fn answer(
        &self,
        meeting: &mut Meeting,
        now: &mut Moment,
        answer: &str,
    ) -> crate::error::Result<()> {
        thread_local!(static ENGLISH: Words = Words::of(Lang::En));
        ENGLISH.with(|words| {
            let talk = Talk { meeting, background: &self.background, words, now: *now };
            talk.ask(&mut ScreenState::default());
            lists::only_where_nobody_speaks(&talk);
            talk.followed();
            match talk.hear(&said(answer))? {
                Response::Fact(what) => {
                    talk.echo(&what);
                    meeting.record(Fact { what, at: *now })?;
                }
                Response::At(at) => *now = at,
                Response::AskBack(back) => panic!("{back:?}"),
                Response::Show(_)
                | Response::Edit(_)
                | Response::OpenEditor(_)
                | Response::Pause => {}
            }
            Ok(())
        })
    }

    /// Expects the answers to lead to a step, also after a replay. Undoing the last answer must
    /// lead to the state before it.
    #[track_caller]
    pub(super) fn check(&self, answers: &[&str], expected: &str) {
        let meeting = self.meet(answers);
        assert_eq!(step_of(&meeting), expected);
        let replayed =
            Meeting::of(crate::meeting::FORMAT, self.circle.clone(), meeting.facts().to_vec())
                .unwrap();
        assert_eq!(format!("{:?}", replayed.state()), format!("{:?}", meeting.state()));
        let (Some(last), Some(before)) = (answers.last(), answers.split_last().map(|it| it.1))
        else {
            return;
        };
        let earlier = self.meet(before);
        if meeting.facts().len() == earlier.facts().len() || *last == "/undo" {
            return;
        }
        let mut undone = meeting.clone();
        let at = meeting.facts().last().unwrap().at;
        let taken_back = undone.record(Fact { what: What::TakenBack {}, at });
        if taken_back.is_ok() {
            assert_eq!(format!("{:?}", undone.state()), format!("{:?}", earlier.state()));
        }
    }

    /// Expects all answers but the last to be accepted, and that one to be refused.
    #[track_caller]
    pub(super) fn refused(&self, answers: &[&str], key: &str) {
        let (last, before) = answers.split_last().unwrap();
        let mut meeting = self.meet(before);
        let earlier = format!("{meeting:?}");
        let mut now = meeting.facts().last().map_or(self.opens, |it| it.at);
        let err = self.answer(&mut meeting, &mut now, last).expect_err(last);
        assert_eq!(err.message.key, key, "{err:?}");
        assert_eq!(format!("{meeting:?}"), earlier, "a refused answer changed something");
    }

    /// Expects something of the last item.
    #[track_caller]
    pub(super) fn item(&self, answers: &[&str], read: fn(&Item) -> String, expected: &str) {
        assert_eq!(read(self.meet(answers).state().items.last().unwrap()), expected);
    }
}

/// Returns a decision in force.
fn known(id: &str, title: &str, text: &str) -> Decision {
    let date = id.get(..10).unwrap_or("2025-09-05");
    Decision::read_text(&format!(
        "+++\nid = \"{id}\"\nkind = \"decision\"\ntitle = \"{title}\"\ncircle = \"Garden\"\n\
         date = {date}\nreview = 9999-12-31\n+++\n\n{text}\n"
    ))
    .unwrap()
}

/// Returns an election of August 2026.
fn election(role: &str, elected: &str, accepted: bool) -> Election {
    let id = format!("2026-08-01-{}", role.to_lowercase());
    Election::read_text(&format!(
        "+++\nid = \"{id}\"\nkind = \"election\"\nrole = \"{role}\"\nelected = \"{elected}\"\n\
         accepted = {accepted}\ncircle = \"Garden\"\ndate = 2026-08-01\nuntil = 2027-08-01\n+++\n"
    ))
    .unwrap()
}

/// Reads an answer of a test. The text after the first line is its text of several lines.
fn said(answer: &str) -> Input {
    match answer.split_once('\n') {
        Some((line, text)) => Input { line: line.to_owned(), text: Some(text.to_owned()) },
        None => Input { line: answer.to_owned(), text: None },
    }
}

/// Names a step and whom it waits for: `consent 1: Ana, Ben`.
pub(crate) fn step_of(meeting: &Meeting) -> String {
    let item = meeting.state().items.last();
    let version = item.and_then(Item::version).map_or(0, |it| it.number);
    let Some(step) = meeting.step() else { return "end".to_owned() };
    match step {
        Step::Open => "open".to_owned(),
        Step::MeetingRole(MeetingRole::Facilitator) => "facilitator".to_owned(),
        Step::MeetingRole(MeetingRole::Secretary) => "secretary".to_owned(),
        Step::Turn(round) => {
            let stage = match round.stage {
                Phase::CheckIn => "check-in",
                Phase::Clarify => "clarify",
                Phase::React => "react",
                Phase::Nominate => "nominate",
                Phase::Change => "change",
                Phase::CheckOut => "check-out",
                _ => "explore",
            };
            format!("{stage}: {}", round.waiting.join(", "))
        }
        Step::Answer { asker, by, .. } => {
            format!("answer to {asker}: {}", by.as_deref().unwrap_or("-"))
        }
        Step::Duration => "duration".to_owned(),
        Step::Announcements { .. } => "announcements".to_owned(),
        Step::NextMeeting => "next meeting".to_owned(),
        Step::Agenda => "agenda".to_owned(),
        Step::Call { on, title } => {
            let on = match on {
                On::Minutes => "minutes",
                On::Agenda => "agenda",
                On::Qualifications => "qualifications",
                On::Item => "item",
                On::Consent => "consent",
                On::Drop => "drop",
            };
            format!("call {on} {}", title.as_deref().unwrap_or_default()).trim_end().to_owned()
        }
        Step::Choose => "choose".to_owned(),
        Step::Draft => "draft".to_owned(),
        Step::Revise => "revise".to_owned(),
        Step::Purpose => "purpose".to_owned(),
        Step::RoleTerm => "role term".to_owned(),
        Step::Role => "role".to_owned(),
        Step::Qualifications => "qualifications".to_owned(),
        Step::Write => "write".to_owned(),
        Step::PutForward => "put forward".to_owned(),
        Step::Accept { who } => format!("accept: {who}"),
        Step::Consent(round) => format!("consent {version}: {}", round.waiting.join(", ")),
        Step::Objections => {
            let objections = item.map(objections).unwrap_or_default();
            format!("objections {version}: {objections}")
        }
        Step::Announce { heard: Way::Round, .. } => format!("announce {version}"),
        Step::Announce { heard: Way::Call, .. } => format!("announce {version} after a call"),
        Step::Notes => "notes".to_owned(),
        Step::Leftover(entry) => format!("leftover {}", entry.title),
        Step::ReadBack => "read-back".to_owned(),
        Step::Close => "close".to_owned(),
        Step::File => "file".to_owned(),
    }
}

/// Lists the objections with what resolved them: `Ana why; Ben why (text, term)`.
pub(crate) fn objections(item: &Item) -> String {
    let one = |it: &crate::meeting::Objection| {
        let became: Vec<&str> = it.resolutions.iter().map(|it| it.word()).collect();
        let became =
            if became.is_empty() { String::new() } else { format!(" ({})", became.join(", ")) };
        format!("{} {}{became}", it.who, it.reason)
    };
    item.objections.iter().map(one).collect::<Vec<_>>().join("; ")
}

pub(crate) fn concerns(item: &Item) -> String {
    let one =
        |it: &crate::meeting::Concern| format!("{} {}", it.who.as_deref().unwrap_or("-"), it.text);
    item.concerns.iter().map(one).collect::<Vec<_>>().join("; ")
}

pub(crate) fn text(item: &Item) -> String {
    item.version().map(|it| it.wording.text.clone()).unwrap_or_default()
}

pub(crate) fn outcome(item: &Item) -> String {
    format!("{:?}", item.outcome)
}

/// Answers that lead to a consent round in a circle without optional steps.
pub(crate) const PUT: [&str; 6] =
    ["ok", "ok", "ok", "decide Quiet hours", "text No drills after eight.", "ok"];

/// Returns the answers that put a text to the circle, followed by the given ones.
pub(crate) fn put<'a>(answers: &[&'a str]) -> Vec<&'a str> {
    [&PUT[..], answers].concat()
}
