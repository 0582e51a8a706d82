//! Builds what the room sees of a running meeting, from its state alone.
//!
//! Never shows what was said in a round or noted, and never what can be typed. Names stand beside
//! objections and reasons only if the circle's rules say so.

use chrono::TimeDelta;

use crate::circle::Attribution;
use crate::dialogue::after_call::{has_concern, stands_aside};
use crate::dialogue::ask::Block;
use crate::dialogue::shown::changes;
use crate::dialogue::{ScreenState, Talk, asked};
use crate::lang::{Phrase, say};
use crate::meeting::{
    Concern, Fact, Item, MeetingRole, Objection, On, Outcome, Phase, Resolution, Scheduled, Step,
    Subject, What, Wording,
};
use crate::records::page::follow::{CameAbout, FollowView, Labelled, Piece, Voice};

impl Talk<'_> {
    /// Builds what the room sees now. The time is that of the last fact, so that the same facts give
    /// the same view.
    pub(crate) fn followed(&self) -> FollowView {
        let circle = self.meeting.circle();
        let day = self.opened().date_naive();
        let heading = say!("title-and-date", title = &circle.name, date = day);
        let mut view = FollowView {
            lang: self.words.lang().tag(),
            heading: self.say(&heading),
            as_of: self.say(&self.as_of()),
            ..FollowView::default()
        };
        let step = self.step().filter(|it| *it != Step::File);
        let Some(step) = step else {
            view.question = self.say(&say!("follow-closed"));
            view.results = self.came_about();
            return view;
        };
        view.time = self.say(&self.since());
        if let Some(item) = self.state().on_table() {
            view.item = self.item_line();
            self.add_wording(&mut view, item);
            view.voices = self.voices(item, &step);
        }
        view.question = self.question(&step);
        view.asked = self.asked_aloud(&step);
        view.list = self.list(&step);
        let turn = asked(&step);
        view.people = self.room(&step, turn);
        view.turn = turn.map(|who| self.labelled(&say!("follow-turn"), who.to_owned()));
        view.results = self.results_at(&step);
        view
    }

    /// Says from when the view is.
    fn as_of(&self) -> Phrase {
        let (time, day) = (self.clock(self.now), self.now.date_naive());
        if day == self.opened().date_naive() {
            say!("follow-as-of", time = time)
        } else {
            say!("follow-as-of-day", time = time, date = day)
        }
    }

    /// Says since when the item, else the meeting, runs, and until when that is planned.
    fn since(&self) -> Phrase {
        let (since, planned) = match self.state().on_table() {
            Some(item) => (item.began, item.planned()),
            None => (self.opened(), self.state().planned),
        };
        let is_paused = self.state().resumed.is_some_and(|it| it > since);
        let end = planned.filter(|_| !is_paused).map(|it| TimeDelta::minutes(i64::from(it)));
        let time = self.clock(since);
        match end.and_then(|it| since.checked_add_signed(it)) {
            Some(until) => say!("follow-until", time = time, until = self.clock(until)),
            None => say!("follow-since", time = time),
        }
    }

    /// Returns the step with its question; empty where people only talk.
    fn question(&self, step: &Step) -> String {
        match step {
            Step::MeetingRole(MeetingRole::Facilitator) => self.say(&say!("ask-facilitator")),
            Step::MeetingRole(MeetingRole::Secretary) => self.say(&say!("ask-secretary")),
            Step::Answer { .. } => self.say(&say!("ask-clarify")),
            Step::Announce { .. } => self.say(&say!("follow-no-objection")),
            Step::Notes => String::new(),
            _ => {
                let heading = |it: Block| match it {
                    Block::Heading { left, .. } => Some(left),
                    _ => None,
                };
                let shown = self.ask(&mut ScreenState::default()).shown;
                shown.into_iter().find_map(heading).unwrap_or_default()
            }
        }
    }

    /// Returns what everyone is asked aloud, where the step does not say it.
    fn asked_aloud(&self, step: &Step) -> String {
        match step {
            Step::Consent(_) => self.say(&say!("follow-object")),
            Step::Objections => self.say(&say!("ask-needs")),
            _ => String::new(),
        }
    }

    /// Adds the exact text and the terms, with what changed since the version before.
    fn add_wording(&self, view: &mut FollowView, item: &Item) {
        if let Some(selection) = item.selection()
            && item.draft.nominee.is_none()
        {
            view.text.extend(kept(&selection.purpose));
            return;
        }
        if item.subject == Subject::Talk {
            return;
        }
        let now = self.wording();
        let version = item.versions.iter().rev().find(|it| it.wording != now);
        let before = version.map(|it| &it.wording);
        if let Some(version) = version {
            view.changed = self.say(&say!("follow-changed", version = version.number));
        }
        let shown = match now.nominee {
            Some(_) => self.nominee_shown(before, &now),
            None => self.text_followed(view, before.unwrap_or(&now), &now),
        };
        for block in shown {
            match block {
                Block::Quote(text) => view.text.extend(kept(&text)),
                Block::Text(text) => view.terms.push(vec![Piece::Kept(text)]),
                _ => {}
            }
        }
    }

    /// Adds a text and its terms, once there is a text, and returns what else belongs to it.
    fn text_followed(&self, view: &mut FollowView, before: &Wording, now: &Wording) -> Vec<Block> {
        if !now.text.is_empty() {
            view.text = changes(&before.text, &now.text);
            view.terms = self.terms(before, now);
        }
        self.effects_in_short(before, now)
    }

    /// Returns the objections, the concerns, and who stands aside.
    ///
    /// Without names beside them, those of a round are told when it is over: one by one they would
    /// name whose turn it was.
    fn voices(&self, item: &Item, step: &Step) -> Vec<Voice> {
        let is_named = self.meeting.circle().rules.attribution != Attribution::None;
        let version = item.version().map_or(0, |it| it.number);
        let is_hidden = |of: u32| !is_named && of == version && matches!(step, Step::Consent(_));
        let voice = |said: &Phrase, stands: bool| Voice { text: self.say(said), stands };
        let objections = item.objections.iter();
        let objections =
            objections.filter(|it| !it.resolutions.is_empty() || !is_hidden(it.version));
        let objections =
            objections.map(|it| voice(&objection(it, is_named), it.resolutions.is_empty()));
        let concerns = item.concerns.iter().filter(|it| !is_hidden(it.version));
        let concerns = concerns.map(|it| {
            let (who, is_earlier) = (it.who.clone().filter(|_| is_named), item.is_earlier(it));
            voice(&has_concern(&Concern { who, ..it.clone() }, is_earlier), !is_earlier)
        });
        let asides = item.asides.iter().filter(|_| !is_hidden(version));
        let asides = asides.map(|it| {
            let unnamed = say!("follow-aside", reason = &it.reason);
            voice(&if is_named { stands_aside(it) } else { unnamed }, true)
        });
        let mut voices: Vec<Voice> = objections.chain(concerns).chain(asides).collect();
        voices.sort_by_key(|it| !it.stands);
        voices
    }

    /// Returns what belongs to the step: the agenda, what a role asks for, or the reasons.
    fn list(&self, step: &Step) -> Vec<Labelled> {
        match step {
            Step::Agenda | Step::Choose | Step::Call { on: On::Agenda, .. } => {
                let agenda = self.state().agenda.iter();
                numbered(agenda.map(|it| self.entry_line(it)))
            }
            Step::PutForward => self.reasons_followed(),
            Step::Turn(round) if round.stage == Phase::Change => self.reasons_followed(),
            Step::Qualifications | Step::Write | Step::Call { on: On::Qualifications, .. } => {
                self.qualifications_followed()
            }
            Step::Turn(round) if round.stage == Phase::Nominate => self.qualifications_followed(),
            _ => Vec::new(),
        }
    }

    fn qualifications_followed(&self) -> Vec<Labelled> {
        numbered(self.qualifications().into_iter().map(str::to_owned))
    }

    fn reasons_followed(&self) -> Vec<Labelled> {
        let is_named = self.meeting.circle().rules.attribution == Attribution::All;
        let reasons = self.reasons(&self.selection().nominations, is_named);
        let labelled = |it: Block| match it {
            Block::Pair { label, text } => Some(Labelled { label, text }),
            _ => None,
        };
        reasons.into_iter().filter_map(labelled).collect()
    }

    /// Returns who has spoken and who has not; between the items who is here.
    fn room(&self, step: &Step, turn: Option<&str>) -> Vec<Labelled> {
        let lists = match self.round() {
            Some(_) if matches!(step, Step::Announce { .. }) => Vec::new(),
            Some(round) => {
                let spoken = round.order.iter().filter(|it| !round.waiting.contains(it));
                let waiting = round.waiting.iter().filter(|it| Some(it.as_str()) != turn);
                vec![
                    (say!("label-waiting"), waiting.cloned().collect()),
                    (say!("label-spoken"), spoken.cloned().collect::<Vec<_>>()),
                ]
            }
            None if self.state().on_table().is_none() => self.who_is_here(),
            None => Vec::new(),
        };
        let lists = lists.iter().filter(|(_, names)| !names.is_empty());
        lists.map(|(label, names)| self.labelled(label, names.join(", "))).collect()
    }

    /// Returns what came about: of the item that has just ended, or at the close of all.
    fn results_at(&self, step: &Step) -> Vec<CameAbout> {
        match step {
            Step::ReadBack | Step::Close => self.came_about(),
            Step::Choose | Step::Accept { .. } | Step::Leftover(_) => {
                let last = self.state().items.last().and_then(|it| it.outcome.as_ref());
                let Some(Outcome::Adopted(index) | Outcome::Elected(index)) = last else {
                    return Vec::new();
                };
                let decided = |it: &Fact| CameAbout::Decided(self.say(&self.sentence(&it.what)));
                self.meeting.fact(*index).map(decided).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// Returns all that came about, and when the circle meets next.
    fn came_about(&self) -> Vec<CameAbout> {
        let whats = self.meeting.standing().map(|it| &it.what);
        let decided = whats.filter(|it| matches!(it, What::Adopted(_) | What::Elected(_))).count();
        let lines = self.results().into_iter().zip(0..).map(|(it, index): (_, usize)| {
            let text = self.say(&it);
            // Decisions and elections come first.
            if index < decided { CameAbout::Decided(text) } else { CameAbout::Other(text) }
        });
        let mut lines: Vec<CameAbout> = lines.collect();
        if let Some(Scheduled { date: Some(date), time, .. }) = &self.state().scheduled {
            let next = match time {
                Some(time) => say!("here-next-at", date = *date, time = time),
                None => say!("here-next", date = *date),
            };
            lines.push(CameAbout::Other(self.say(&next)));
        }
        lines
    }

    fn labelled(&self, label: &Phrase, text: String) -> Labelled {
        Labelled { label: self.say(label), text }
    }
}

/// Says an objection, and what became of it.
fn objection(it: &Objection, is_named: bool) -> Phrase {
    let (who, reason, version) = (&it.who, &it.reason, it.version);
    match (&it.resolutions[..], is_named) {
        ([], true) => say!("objects", who = who, reason = reason),
        ([], false) => say!("follow-objection", reason = reason),
        ([Resolution::Withdrawn], true) => {
            say!("follow-withdrawn-by", who = who, version = version, reason = reason)
        }
        ([Resolution::Withdrawn], false) => {
            say!("follow-withdrawn", version = version, reason = reason)
        }
        (_, true) => say!("follow-integrated-by", who = who, version = version, reason = reason),
        (_, false) => say!("follow-integrated", version = version, reason = reason),
    }
}

fn kept(text: &str) -> Option<Piece> {
    (!text.is_empty()).then(|| Piece::Kept(text.to_owned()))
}

fn numbered(lines: impl Iterator<Item = String>) -> Vec<Labelled> {
    let lines = lines.zip(1..);
    lines.map(|(text, number): (_, usize)| Labelled { label: number.to_string(), text }).collect()
}
