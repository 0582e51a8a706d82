//! What `?` shows: what a step is for, what to say aloud, when it is complete, what can be typed.
//!
//! A command works at a step if it is accepted there with an example; no list repeats the rules.

use crate::dialogue::ask::Block;
use crate::dialogue::line::first_word;
use crate::dialogue::opening::GUEST;
use crate::dialogue::{Response, Talk, takes_speakers};
use crate::lang::{Phrase, say};
use crate::meeting::{ConsentMode, Fact, On, Phase, Step};

impl Talk<'_> {
    /// Explains a step in a few lines.
    pub(super) fn explain(&self, step: &Step) -> Vec<Block> {
        let (help, typed) = self.guide(step);
        let help = self.say(&help);
        let mut blocks: Vec<Block> = help.lines().map(|it| Block::Text(it.to_owned())).collect();
        let commands = self.commands_here(step, &self.say(&typed)).join(" · ");
        blocks.push(self.text(&say!("help-typed", typed = typed)));
        blocks.extend(self.also(step).iter().map(|it| self.text(it)));
        blocks.push(self.hint(&say!("help-here", commands = commands)));
        blocks
    }

    /// Lists the commands of the card that work here, with their arguments, but for those that are
    /// `typed` anyway.
    fn commands_here(&self, step: &Step, typed: &str) -> Vec<String> {
        let card = self.say(&say!("card-commands"));
        let usages = card.lines().filter_map(|it| it.split(" · ").next());
        let usages = usages.flat_map(|it| it.split(", "));
        let works = |usage: &&str| match usage.strip_prefix('/') {
            Some(command) => self.works(command),
            None => usage.starts_with('@') && takes_speakers(step),
        };
        let quoted = usages.filter(works).map(|it| format!("`{it}`"));
        quoted.filter(|it| !typed.contains(it)).collect()
    }

    /// Returns whether a command is accepted here with some example. `usage` is the command as the
    /// card has it, without its slash.
    fn works(&self, usage: &str) -> bool {
        let (word, rest) = first_word(usage);
        let (part, _) = first_word(rest);
        self.examples(word, part).iter().any(|rest| match self.command(word, rest, None) {
            Ok(Response::Fact(what)) => {
                self.meeting.clone().record(Fact { what, at: self.now }).is_ok()
            }
            Ok(_) => true,
            Err(_) => false,
        })
    }

    /// Returns examples of what stands behind a command; the first word of `/amend` is `part`.
    fn examples(&self, command: &str, part: &str) -> Vec<String> {
        let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
        match command {
            "note" | "topic" | "round" | "refer" => vec!["x".to_owned()],
            "action" => self.known().iter().map(|it| format!("{it}: x")).collect(),
            "done" | "release" => self.open_numbers(""),
            "due" => self.open_numbers(&format!(" {}", self.now.date_naive())),
            "give" => {
                self.known().iter().flat_map(|it| self.open_numbers(&format!(" {it}"))).collect()
            }
            "accepted" | "declined" => {
                self.pending().into_iter().map(|(who, _)| who.to_owned()).collect()
            }
            "arrive" => {
                let guest = format!("x {GUEST}");
                self.members().into_iter().map(str::to_owned).chain([guest]).collect()
            }
            "leave" => owned(self.here()),
            "facilitator" | "secretary" => vec!["-".to_owned()],
            "amend" if part == "text" => vec!["text x".to_owned()],
            "amend" => vec!["term 1 day".to_owned()],
            "extend" => vec!["1".to_owned()],
            "read" => self.background.decisions.iter().map(|it| it.id.clone()).take(1).collect(),
            "at" => vec![self.now.to_rfc3339()],
            _ => vec![String::new()],
        }
    }

    /// Lists every command in one line each.
    pub(super) fn card(&self) -> Vec<Block> {
        let card = self.say(&say!("card-commands"));
        let row = |line: &str| line.split(" · ").map(str::to_owned).collect();
        vec![Block::Table { rows: card.lines().map(row).collect(), wraps: &[1] }]
    }

    /// Lists what can be typed at a step, and says where there is more.
    pub(super) fn typed(&self, step: &Step) -> Phrase {
        let (_, typed) = self.guide(step);
        if self.also(step).is_empty() { typed } else { say!("also-more", typed = typed) }
    }

    /// Returns what else can be typed at a step, for which the line under its prompt has no room.
    fn also(&self, step: &Step) -> Vec<Phrase> {
        let last = match step {
            Step::Draft | Step::Revise => say!("also-draft"),
            Step::Objections if !self.selects() => say!("also-objections"),
            _ => return Vec::new(),
        };
        let has_effects = !self.wording().effects.is_empty();
        let away = has_effects.then(|| say!("effect-away-typed"));
        [say!("also-how-long"), last, say!("effects-typed")].into_iter().chain(away).collect()
    }

    /// Returns the name of a step as `docs/language.md` lists it.
    pub(super) fn step_name(&self, step: &Step) -> &'static str {
        let (help, _) = self.guide(step);
        help.key.strip_prefix("help-").unwrap_or(help.key)
    }

    /// Returns whether a selection is on the table.
    fn selects(&self) -> bool {
        self.state().on_table().is_some_and(|it| it.selection().is_some())
    }

    /// Returns the explanation of a step and what can be typed there. In a selection, objections
    /// have other ways out.
    fn guide(&self, step: &Step) -> (Phrase, Phrase) {
        match step {
            Step::Choose => {
                let typed = match self.state().agenda.len() {
                    0 => say!("typed-choose-none"),
                    1 => say!("typed-choose-last"),
                    _ => say!("typed-choose"),
                };
                (say!("help-choose"), typed)
            }
            Step::Objections if self.selects() => {
                (say!("help-objections-nominee"), say!("typed-objections-nominee"))
            }
            Step::Consent(_) => {
                let typed = match (self.may_call(), self.may_stand_aside()) {
                    (false, false) => say!("typed-consent"),
                    (true, false) => say!("typed-consent-call"),
                    (false, true) => say!("typed-consent-aside"),
                    (true, true) => say!("typed-consent-call-aside"),
                };
                (say!("help-consent"), typed)
            }
            Step::Announce { heard: ConsentMode::Call, .. } => {
                let typed = if self.may_stand_aside() {
                    say!("typed-announce-call-aside")
                } else {
                    say!("typed-announce-call")
                };
                (say!("help-announce"), typed)
            }
            _ => guide(step),
        }
    }
}

fn guide(step: &Step) -> (Phrase, Phrase) {
    match step {
        Step::Open => (say!("help-open"), say!("typed-open")),
        Step::MeetingRole(_) => (say!("help-chair"), say!("typed-chair")),
        Step::Turn(round) => match round.stage {
            Phase::CheckIn => (say!("help-check-in"), say!("typed-turn")),
            Phase::Clarify => (say!("help-clarify"), say!("typed-turn")),
            Phase::React => (say!("help-react"), say!("typed-turn")),
            Phase::Nominate => (say!("help-nominate"), say!("typed-nominate")),
            Phase::Change => (say!("help-change"), say!("typed-change")),
            Phase::CheckOut => (say!("help-check-out"), say!("typed-turn")),
            _ => (say!("help-explore"), say!("typed-turn")),
        },
        Step::Answer { .. } => (say!("help-answer"), say!("typed-answer")),
        Step::Duration => (say!("help-duration"), say!("typed-duration")),
        Step::Announcements { .. } => (say!("help-announcements"), say!("typed-announcements")),
        Step::NextMeeting => (say!("help-next-meeting"), say!("typed-next-meeting")),
        Step::Agenda => (say!("help-agenda"), say!("typed-agenda")),
        Step::Call { on: On::Minutes, .. } => (say!("help-minutes"), say!("typed-call")),
        Step::Call { on: On::Drop, .. } => (say!("help-drop"), say!("typed-call")),
        Step::Call { on: On::Agenda, .. } => (say!("help-call"), say!("typed-call-agenda")),
        Step::Call { .. } => (say!("help-call"), say!("typed-call")),
        Step::Choose => (say!("help-choose"), say!("typed-choose")),
        Step::Draft => (say!("help-draft"), say!("typed-draft")),
        Step::Revise => (say!("help-revise"), say!("typed-revise")),
        Step::Purpose => (say!("help-purpose"), say!("typed-purpose")),
        Step::RoleTerm => (say!("help-role-term"), say!("typed-role-term")),
        Step::Role => (say!("help-role"), say!("typed-role")),
        Step::Qualifications => (say!("help-qualifications"), say!("typed-qualifications")),
        Step::Write => (say!("help-write"), say!("typed-write")),
        Step::PutForward => (say!("help-put-forward"), say!("typed-put-forward")),
        Step::Consent(_) => (say!("help-consent"), say!("typed-consent")),
        Step::Objections => (say!("help-objections"), say!("typed-objections")),
        Step::Announce { .. } => (say!("help-announce"), say!("typed-announce")),
        Step::Accept { .. } => (say!("help-accept"), say!("typed-accept")),
        Step::Notes => (say!("help-notes"), say!("typed-notes")),
        Step::Leftover(_) => (say!("help-leftover"), say!("typed-leftover")),
        Step::ReadBack => (say!("help-read-back"), say!("typed-read-back")),
        Step::Close | Step::File => (say!("help-close"), say!("typed-close")),
    }
}

/// Returns whether a step is asked many times in a meeting, so that its hint is shown only once.
pub(super) fn recurs(step: &Step) -> bool {
    matches!(
        step,
        Step::Choose
            | Step::Notes
            | Step::Call { .. }
            | Step::Leftover(_)
            | Step::Announce { heard: ConsentMode::Call, .. }
    )
}

/// Returns a key that identifies the kind of a step.
pub(super) fn key(step: &Step) -> &'static str {
    guide(step).0.key
}
