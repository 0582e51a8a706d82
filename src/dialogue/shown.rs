//! What is shown to look at: a wording and what changed in it, who has spoken, the times.

use similar::{ChangeTag, TextDiff};

use crate::dialogue::Talk;
use crate::dialogue::ask::Block;
use crate::error::Result;
use crate::lang::{Phrase, say};
use crate::meeting::{Step, Wording};

impl Talk<'_> {
    /// The line above an item: which of how many, title, kind, owner, minutes, the clock.
    pub(crate) fn item_header(&self) -> Vec<Block> {
        let (state, item) = (self.state(), self.item());
        let number = state.items.len();
        let of = say!("number-of", number = number, count = number + state.agenda.len());
        let left = format!("{} · {}", self.say(&of), self.entry_line(&item.entry));
        vec![Block::Blank, Block::Header { left, right: String::new() }]
    }

    /// The exact text, its term, who sees to it and how it is measured. What differs from
    /// `before` stands in brackets.
    pub(crate) fn wording_shown(&self, before: Option<&Wording>, now: &Wording) -> Vec<Block> {
        let before = before.unwrap_or(now);
        let marked = |text: String, same: bool| if same { text } else { format!("[{text}]") };
        let mut blocks = Vec::new();
        if !now.text.is_empty() {
            blocks.push(Block::Quote(changes_marked(&before.text, &now.text)));
        }
        let review = now.term.after(self.now.date_naive());
        let term = self.say(&say!("stands-for", term = now.term, review = review));
        let nobody = |list: &[String], none: &Phrase, some: String| {
            if list.is_empty() { self.say(none) } else { some }
        };
        let who = self.words.list(&now.responsible);
        let who = nobody(&now.responsible, &say!("nobody-yet"), who);
        let measures: Vec<String> = now
            .measures
            .iter()
            .map(|it| marked(it.clone(), before.measures.contains(it)))
            .collect();
        let left_out = now.measures.is_empty() && !before.measures.is_empty();
        let measures = nobody(&now.measures, &say!("nothing-yet"), measures.join("\n"));
        let pair = |label: &Phrase, text| Block::Pair { label: self.say(label), text };
        blocks.push(pair(&say!("label-term"), marked(term, before.term == now.term)));
        blocks.push(pair(
            &say!("label-responsible"),
            marked(who, before.responsible == now.responsible),
        ));
        blocks.push(pair(&say!("label-measures"), marked(measures, !left_out)));
        blocks
    }

    /// The same in as few lines as there is to say: what is put to the circle, to be read aloud.
    fn wording_in_short(&self, before: Option<&Wording>, now: &Wording) -> Vec<Block> {
        let before = before.unwrap_or(now);
        let marked = |text: String, same: bool| if same { text } else { format!("[{text}]") };
        let review = now.term.after(self.now.date_naive());
        let term = self.say(&say!("in-force", term = now.term, review = review));
        let mut line = vec![marked(term, before.term == now.term)];
        let same = before.responsible == now.responsible;
        if !now.responsible.is_empty() {
            let count = now.responsible.len();
            let who = say!("sees-to-it", names = now.responsible.clone(), count = count);
            line.push(marked(self.say(&who), same));
        } else if !same {
            line.push(marked(self.say(&say!("nobody-sees-to-it")), false));
        }
        let mut blocks = vec![
            Block::Quote(changes_marked(&before.text, &now.text)),
            Block::Text(line.join(" · ")),
        ];
        blocks.extend(self.measures_shown(before, now));
        let ended = self.makes_an_end(&self.replaced(), &self.item().proposal().ends);
        blocks.extend(ended.into_iter().map(Block::Text));
        blocks
    }

    /// How it is measured, a line each, with what differs in brackets.
    pub(crate) fn measures_shown(&self, before: &Wording, now: &Wording) -> Vec<Block> {
        let marked = |text: String, same: bool| if same { text } else { format!("[{text}]") };
        let attendances = now.measures.iter().map(|it| {
            let line = self.say(&say!("measured-by", measure = it));
            marked(line, before.measures.contains(it))
        });
        let gone = before.measures.iter().filter(|it| !now.measures.contains(it));
        let gone =
            gone.map(|it| marked(self.say(&say!("no-more-measured-by", measure = it)), false));
        attendances.chain(gone).map(Block::Text).collect()
    }

    /// What is put to the circle in as few lines as there is to say: a text, or a nominee.
    pub(crate) fn put_shown(&self, before: Option<&Wording>, now: &Wording) -> Vec<Block> {
        match now.nominee {
            Some(_) => self.nominee_shown(before, now),
            None => self.wording_in_short(before, now),
        }
    }

    pub(crate) fn text_shown(&self) -> Result<Vec<Block>> {
        if self.state().on_table().is_none() {
            return Err(self.no_answer("/text"));
        }
        let versions = &self.item().versions;
        let now = self.wording();
        let before = versions.iter().rev().find(|it| it.wording != now);
        let mut blocks = Vec::new();
        if let Some(before) = before {
            let since = self.say(&say!("changed-since", version = before.number));
            blocks.push(Block::Hint(since));
        }
        let before = before.map(|it| &it.wording);
        if self.item().selection().is_some() {
            blocks.extend(self.nominee_shown(before, &now));
            blocks.extend(self.reasons_shown());
        } else {
            blocks.extend(self.wording_shown(before, &now));
        }
        Ok(blocks)
    }

    /// Who has spoken and who has not; otherwise who is here.
    pub(crate) fn who_shown(&self) -> Vec<Block> {
        let pair = |label: &Phrase, names: &[String]| Block::Pair {
            label: self.say(label),
            text: if names.is_empty() { self.say(&say!("nobody")) } else { names.join(", ") },
        };
        let mut blocks = Vec::new();
        if let Some(
            Step::Turn(round)
            | Step::Consent(round)
            | Step::Answer { round, .. }
            | Step::Announce { round, .. },
        ) = self.meeting.step()
        {
            let spoken = round.order.iter().filter(|it| !round.waiting.contains(it));
            let spoken: Vec<String> = spoken.cloned().collect();
            blocks.push(pair(&say!("label-spoken"), &spoken));
            blocks.push(pair(&say!("label-waiting"), &round.waiting));
        }
        let circle = self.meeting.circle();
        blocks.push(pair(&say!("label-present"), &self.members_here()));
        let others = [
            (say!("label-absent"), self.state().absent(circle)),
            (say!("label-guests"), self.state().guests.clone()),
        ];
        let others = others.iter().filter(|(_, names)| !names.is_empty());
        blocks.extend(others.map(|(label, names)| pair(label, names)));
        blocks
    }

    pub(crate) fn decision_shown(&self, typed: &str) -> Result<Vec<Block>> {
        let decision = self.decision(typed)?;
        let left = format!("{} · {}", decision.title, decision.id);
        let mut blocks = vec![Block::Heading { left, right: String::new() }];
        blocks.push(Block::Quote(decision.text.clone()));
        let text = self.say(&say!("review-on", review = decision.review));
        blocks.push(Block::Pair { label: self.say(&say!("label-term")), text });
        Ok(blocks)
    }

    /// Three lines for the one who comes back: item, step, who has spoken.
    pub fn rejoin(&self) -> Vec<Block> {
        let place = say!("rejoin", step = self.place());
        let mut blocks = vec![Block::Text(self.say(&place))];
        blocks.extend(self.who_shown());
        blocks
    }
}

/// Marks in brackets what was put into a text, and with `[…]` where something was left out.
fn changes_marked(before: &str, now: &str) -> String {
    if before == now {
        return now.to_owned();
    }
    if now.contains("] [") {
        // Brackets of its own would be hard to tell from ours.
        return now.to_owned();
    }
    let diff = TextDiff::from_words(before, now);
    let mut marked = String::new();
    for op in diff.ops() {
        let (mut put_in, mut left_out) = (String::new(), false);
        for change in diff.iter_changes(op) {
            match change.tag() {
                ChangeTag::Equal => marked.push_str(change.value()),
                ChangeTag::Insert => put_in.push_str(change.value()),
                ChangeTag::Delete => left_out |= !change.value().trim().is_empty(),
            }
        }
        let inner = put_in.trim();
        match put_in.split_once(inner) {
            Some((lead, trail)) if !inner.is_empty() => {
                marked.push_str(&format!("{lead}[{inner}]{trail}"));
            }
            _ => {
                marked.push_str(&put_in);
                if left_out {
                    let gap =
                        if marked.ends_with(char::is_whitespace) { "[…] " } else { " […]" };
                    marked.push_str(gap);
                }
            }
        }
    }
    // Changes with nothing but a blank between them are one.
    marked.replace("] […] [", " […] ").replace("] [", " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_stands_in_brackets() {
        let marked = changes_marked("No tools after 20:00.", "No tools on Sundays after 20:00.");
        assert_eq!(marked, "No tools [on Sundays] after 20:00.");
    }

    #[test]
    fn what_was_left_out_is_marked() {
        assert_eq!(changes_marked("a b c", "a c"), "a […] c");
    }

    #[test]
    fn an_unchanged_text_is_shown_as_it_is() {
        assert_eq!(changes_marked("a b", "a b"), "a b");
    }
}
