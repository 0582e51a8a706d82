//! What is shown once an answer was taken, where it is more than the line itself.

use crate::dialogue::Talk;
use crate::dialogue::agenda::listed;
use crate::dialogue::ask::Block;
use crate::lang::{Phrase, say};
use crate::meeting::{Adopted, Elected, MeetingRole, Phase, Step, What};

impl Talk<'_> {
    /// Says what an answer came to. Asked before the fact is recorded.
    pub fn echo(&self, what: &What) -> Vec<Block> {
        let on_table = self.state().on_table().map_or("", |it| &it.entry.title);
        let title = |title: &Option<String>| title.clone().unwrap_or_else(|| on_table.to_owned());
        let phrase = match what {
            What::Adopted(it) => {
                let Adopted { title, review, .. } = &**it;
                return vec![Block::Done(self.say(&say!(
                    "is-decided",
                    title = title,
                    review = review.to_owned()
                )))];
            }
            What::Elected(it) => return self.elected_shown(it),
            // What was taken by its number is named.
            What::Listed { .. } => {
                let taken = self.offers().into_iter().find(|it| listed(it.entry.clone()) == *what);
                return taken.iter().map(|it| Block::Hint(self.entry_line(&it.entry))).collect();
            }
            What::Accepted { who, role } => say!("has-accepted", who = who, role = role),
            What::Done { who, text, .. } => say!("is-action-done", who = who, text = text),
            What::Extended { minutes } => say!("is-extended", minutes = *minutes),
            What::Postponed { title: it, date: Some(date), .. } => {
                say!("is-postponed-to", title = title(it), date = *date)
            }
            What::Postponed { title: it, date: None, .. } => {
                say!("is-postponed", title = title(it))
            }
            What::Referred { title: it, circle } => {
                say!("is-referred", title = title(it), circle = circle)
            }
            What::KeptOpen { title } => say!("is-kept-open", title = title),
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
            What::HandedOver { role: MeetingRole::Facilitator, who: Some(who) }
                if !matches!(self.meeting.step(), Some(Step::MeetingRole(_))) =>
            {
                say!("now-facilitates", who = who)
            }
            What::HandedOver { role: MeetingRole::Secretary, who: Some(who) }
                if !matches!(self.meeting.step(), Some(Step::MeetingRole(_))) =>
            {
                say!("now-writes", who = who)
            }
            What::Related { replaces, ends, about: None } => {
                let of = |id: &Option<String>| id.clone().into_iter().collect::<Vec<_>>();
                let said = self.makes_an_end(&of(replaces), &of(ends));
                return said.into_iter().map(Block::Hint).collect();
            }
            What::Deferred { who } => say!("is-deferred", who = who),
            What::Skipped { .. } => say!("is-skipped"),
            What::Action { who, .. } => say!("is-action", who = who),
            What::Topic { title } => say!("is-topic", title = title),
            What::TakenBack {} => match self.meeting.standing().next_back() {
                Some(last) => say!("is-taken-back", what = describe(&last.what)),
                None => return Vec::new(),
            },
            _ => return Vec::new(),
        };
        vec![Block::Hint(self.say(&phrase))]
    }

    fn elected_shown(&self, elected: &Elected) -> Vec<Block> {
        let Elected { elected: who, role, until, .. } = elected;
        let done = say!("is-elected", who = who, role = role, until = *until);
        let mut blocks = vec![Block::Done(self.say(&done))];
        if !elected.accepted {
            blocks.push(Block::Hint(self.say(&say!("is-unaccepted", who = who))));
        }
        blocks
    }
}

/// Says which fact it was, for someone who takes it back.
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
        | What::Withdrew { who, .. } => say!("was-turn", who = who, word = what.word()),
        What::Worded { text }
        | What::Noted { text, .. }
        | What::Raised { text }
        | What::Announced { text }
        | What::Qualified { text, .. }
        | What::Action { text, .. }
        | What::Done { text, .. } => {
            say!("was-text", text = text)
        }
        What::Listed { title, .. } | What::Began { title, .. } | What::Topic { title } => {
            say!("was-text", text = title)
        }
        What::Arrived { who, .. } | What::Left { who, .. } => {
            say!("was-turn", who = who, word = what.word())
        }
        _ => say!("was-other", word = what.word()),
    }
}
