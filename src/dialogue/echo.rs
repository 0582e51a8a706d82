//! Shows the effect of an answer, where it is more than the line itself.

use crate::dialogue::Talk;
use crate::dialogue::agenda::listed;
use crate::dialogue::ask::Block;
use crate::lang::{Phrase, say};
use crate::meeting::{Amended, Phase, Scheduled, Step, Termed, What};

impl Talk<'_> {
    /// Shows the effect of an answer, from the state before its fact is recorded.
    pub fn echo(&self, what: &What) -> Vec<Block> {
        let mut shown = self.effect(what);
        shown.extend(self.attendance_changes(what));
        shown
    }

    fn effect(&self, what: &What) -> Vec<Block> {
        let asks_for_role = || matches!(self.meeting.step(), Some(Step::MeetingRole(_)));
        let on_table = self.state().on_table().map_or("", |it| &it.entry.title);
        let phrase = match what {
            What::Adopted(_) => return vec![Block::Done(self.say(&self.sentence(what)))],
            What::Elected(it) => {
                let mut blocks = vec![Block::Done(self.say(&self.sentence(what)))];
                if !it.accepted {
                    blocks.push(self.hint(&say!("is-unaccepted", who = &it.elected)));
                }
                return blocks;
            }
            // An offer that was taken by its number is named.
            What::Listed { .. } => {
                let taken = self.offers().into_iter().find(|it| listed(it.entry.clone()) == *what);
                return taken.iter().map(|it| Block::Hint(self.entry_line(&it.entry))).collect();
            }
            What::Dropped { .. } => {
                let asked = match self.meeting.step() {
                    Some(Step::Call { title: Some(title), .. }) => title,
                    _ => on_table,
                };
                say!("is-dropped", title = asked)
            }
            What::Concluded { step: Phase::Item } => say!("is-done", title = on_table),
            What::Arrived { who, .. } => {
                say!("has-arrived", who = who, time = self.clock(self.now))
            }
            What::Left { who, .. } => say!("has-left", who = who, time = self.clock(self.now)),
            What::HandedOver { who: Some(_), .. } if !asks_for_role() => self.sentence(what),
            What::Related { replaces, ends, about: None } => {
                let lines = self.replaced_and_ended(replaces.as_slice(), ends.as_slice());
                return lines.into_iter().map(Block::Hint).collect();
            }
            What::Skipped { .. } => say!("is-skipped"),
            // A day is said with its weekday, as it was understood.
            What::Termed(Termed { validity })
            | What::Amended(Amended { validity: Some(validity), .. })
                if validity.day().is_some() =>
            {
                let day = validity.day().map(|it| self.words.date_with_weekday(it));
                let day = day.unwrap_or_default();
                let mut phrase = validity.said(say!("told-termed"));
                phrase.args.retain(|(name, _)| *name != "day");
                phrase.args.push(("day", day.into()));
                phrase
            }
            What::Action { who, due: None, .. } => say!("is-action", who = who),
            What::Action { who, due: Some(due), .. } => {
                let date = self.words.date_with_weekday(*due);
                if *due < self.now.date_naive() {
                    say!("is-action-past", who = who, date = date)
                } else {
                    say!("is-action-by", who = who, date = date)
                }
            }
            What::Scheduled(Scheduled { date: Some(date), time, .. }) => {
                let date = self.words.date_with_weekday(*date);
                match time {
                    Some(time) => say!("told-scheduled-at", date = date, time = time),
                    None => say!("told-scheduled", date = date),
                }
            }
            What::Postponed { title, date: Some(date), .. } => {
                let title = title.as_deref().unwrap_or(on_table);
                say!("is-postponed-to", title = title, date = self.words.date_with_weekday(*date))
            }
            What::Accepted { .. }
            | What::Done { .. }
            | What::Extended { .. }
            | What::Postponed { .. }
            | What::Referred { .. }
            | What::KeptOpen { .. }
            | What::Deferred { .. }
            | What::Topic { .. }
            | What::TakenBack {} => self.sentence(what),
            _ => return Vec::new(),
        };
        vec![self.hint(&phrase)]
    }
}

/// Describes the fact that `/undo` takes back.
pub(crate) fn describe(what: &What) -> Phrase {
    match what {
        What::CheckedIn { who, text: Some(text) }
        | What::CheckedOut { who, text: Some(text) }
        | What::Asked { who, text: Some(text) }
        | What::Reacted { who, text: Some(text) }
        | What::Spoke { who, text: Some(text) }
        | What::Answered { who: Some(who), text: Some(text) }
        | What::Objected { who, reason: text, .. } => say!("was-said", who = who, text = text),
        What::Nominated(it) | What::Changed(it) => {
            let text = format!("{}: {}", it.nominees.join(", "), it.reason);
            say!("was-said", who = &it.who, text = text)
        }
        What::PutForward(it) => say!("was-said", who = &it.nominee, text = &it.reason),
        What::CheckedIn { who, .. }
        | What::Kept { who }
        | What::Accepted { who, .. }
        | What::CheckedOut { who, .. }
        | What::Asked { who, .. }
        | What::Reacted { who, .. }
        | What::Spoke { who, .. }
        | What::Passed { who }
        | What::Consented { who, .. }
        | What::Withdrew { who, .. }
        | What::Arrived { who, .. }
        | What::Left { who, .. } => say!("was-turn", who = who, word = what.word()),
        What::Worded { text }
        | What::Noted { text, .. }
        | What::Raised { text }
        | What::Announced { text }
        | What::Qualified { text, .. }
        | What::Action { text, .. }
        | What::Done { text, .. }
        | What::Listed { title: text, .. }
        | What::Began { title: text, .. }
        | What::Topic { title: text } => say!("was-text", text = text),
        _ => say!("was-other", word = what.word()),
    }
}
