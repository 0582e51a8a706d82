//! Shows the effect of an answer, where it is more than the line itself.

use std::iter;

use crate::circle::Effect;
use crate::dialogue::Talk;
use crate::dialogue::after_call::has_concern;
use crate::dialogue::ask::Block;
use crate::dialogue::closing::is_asked_about;
use crate::dialogue::guests::movers;
use crate::dialogue::selection::numbered;
use crate::lang::{Phrase, say};
use crate::meeting::{
    ActionRef, AgendaItem, Amended, Concern, Concerned, Phase, Scheduled, Step, StoodAside, Termed,
    What,
};

impl Talk<'_> {
    /// Shows the effect of an answer, from the state before its fact is recorded.
    pub fn echo(&self, what: &What) -> Vec<Block> {
        let mut shown = self.effect(what);
        shown.extend(self.attendance_changes(what));
        shown.extend(self.approval_changes(what));
        let changes = matches!(
            what,
            What::Worded { .. }
                | What::Termed { .. }
                | What::Assigned { .. }
                | What::Measured { .. }
                | What::Effected { .. }
                | What::PutForward(_)
        );
        if changes {
            shown.extend(self.above_edit());
        }
        shown
    }

    fn effect(&self, what: &What) -> Vec<Block> {
        let asks_for_role = || matches!(self.meeting.step(), Some(Step::MeetingRole(_)));
        let on_table = self.state().on_table().map_or("", |it| &it.entry.title);
        let phrase = match what {
            What::Adopted(_) | What::Elected(_) => return self.announced(what),
            // The others have new numbers.
            What::Struck(it) => {
                let mut left = self.qualifications();
                if let Some(place) = left.iter().rposition(|text| *text == it.text) {
                    left.remove(place);
                }
                let list = numbered(&left);
                return iter::once(self.hint(&self.sentence(what))).chain(list).collect();
            }
            What::Dropped { .. } => {
                let asked = match self.meeting.step() {
                    Some(Step::Call { title: Some(title), .. }) => title,
                    _ => on_table,
                };
                say!("is-dropped", title = asked)
            }
            What::Concluded { step: Phase::Item } => say!("is-done", title = on_table),
            What::Arrived(it) => {
                let (count, who) = (it.count(), movers(it));
                say!("has-arrived", count = count, who = who, time = self.clock(self.now))
            }
            What::Left(it) => {
                let (count, who) = (it.count(), movers(it));
                say!("has-left", count = count, who = who, time = self.clock(self.now))
            }
            What::HandedOver { who: Some(_), .. } if !asks_for_role() => self.sentence(what),
            What::Related { replaces, ends, about: None, .. } => {
                let lines = self.replaced_and_ended(replaces.as_slice(), ends.as_slice());
                return lines.into_iter().map(Block::Hint).collect();
            }
            What::Effected { effects, .. } => return self.new_effects(effects),
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
            What::Action { due, with, .. } => {
                let (who, count) = (what.people(), with.len() + 1);
                let date = due.map(|it| self.words.date_with_weekday(it));
                match date {
                    None => say!("is-action", who = who, count = count),
                    Some(date) if *due < Some(self.now.date_naive()) => {
                        say!("is-action-past", who = who, count = count, date = date)
                    }
                    Some(date) => say!("is-action-by", who = who, count = count, date = date),
                }
            }
            What::Rescheduled(it) => {
                let due = self.words.date_with_weekday(it.due);
                say!("is-action-moved", who = &it.who, text = &it.text, due = due)
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
            // The line alone does not say what was taken for a name.
            What::Concerned(it) => {
                let (who, text, version) = (it.who.clone(), it.text.clone(), it.version);
                has_concern(&Concern { who, text, version }, false)
            }
            What::StoodAside(it) if matches!(self.meeting.step(), Some(Step::Announce { .. })) => {
                say!("stands-aside", who = &it.who, reason = &it.reason)
            }
            What::Awaited(it) => is_asked_about(on_table, &it.who),
            // A newcomer is not asked again in this meeting.
            What::Deferred { who } if matches!(self.meeting.step(), Some(Step::Accept { .. })) => {
                say!("is-thinking", who = who)
            }
            What::Accepted { .. }
            | What::Declined { .. }
            | What::Done(_)
            | What::Reassigned(_)
            | What::Released(_)
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

    /// Shows an outcome, and what it leaves open.
    fn announced(&self, what: &What) -> Vec<Block> {
        let open = match what {
            What::Adopted(it) if it.effects.iter().any(Effect::has_day) => {
                Some(say!("effects-next-or-later"))
            }
            What::Adopted(it) if !it.effects.is_empty() => Some(say!("effects-next")),
            What::Elected(it) if !it.accepted => Some(say!("is-unaccepted", who = &it.elected)),
            _ => None,
        };
        let done = Block::Done(self.say(&self.sentence(what)));
        iter::once(done).chain(open.map(|it| self.hint(&it))).collect()
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
        What::Concerned(Concerned { who: Some(who), text, .. })
        | What::StoodAside(StoodAside { who, reason: text, .. }) => {
            say!("was-said", who = who, text = text)
        }
        What::Struck(it) => say!("told-struck", text = &it.text),
        What::PutForward(it) => say!("was-said", who = &it.nominee, text = &it.reason),
        What::CheckedIn { who, .. }
        | What::Kept { who }
        | What::Accepted { who, .. }
        | What::Declined { who, .. }
        | What::CheckedOut { who, .. }
        | What::Asked { who, .. }
        | What::Reacted { who, .. }
        | What::Spoke { who, .. }
        | What::Passed { who }
        | What::Consented { who, .. }
        | What::Withdrew { who, .. } => say!("was-turn", who = who, word = what.word()),
        What::Arrived(it) | What::Left(it) => {
            say!("was-turn", who = movers(it), word = what.word())
        }
        What::Worded { text }
        | What::Noted { text, .. }
        | What::Raised { text }
        | What::Announced { text }
        | What::Qualified { text, .. }
        | What::Action { text, .. }
        | What::Done(ActionRef { text, .. })
        | What::Listed(AgendaItem { title: text, .. })
        | What::Began(AgendaItem { title: text, .. })
        | What::Concerned(Concerned { text, .. })
        | What::Topic { title: text } => say!("was-text", text = text),
        What::Rescheduled(it) => {
            say!("is-action-moved", who = &it.who, text = &it.text, due = it.due)
        }
        What::Reassigned(it) => {
            let to = what.people();
            say!("is-action-given", from = &it.who, to = to, text = &it.text)
        }
        What::Released(it) => say!("is-action-released", who = &it.who, text = &it.text),
        _ => say!("was-other", word = what.word()),
    }
}
