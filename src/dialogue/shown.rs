//! Shows wordings with what changed in them, decisions, and who has spoken.

use similar::{ChangeTag, TextDiff};

use crate::dialogue::Talk;
use crate::dialogue::ask::Block;
use crate::dialogue::guests::without_names;
use crate::error::Result;
use crate::lang::{Phrase, say};
use crate::meeting::{DatedValidity, Round, Step, Wording};
use crate::records::as_text;
use crate::records::page::follow::{Piece, as_marked};

impl<'a> Talk<'a> {
    /// Shows the line above an item: its number, title, kind, owner and minutes.
    pub(crate) fn item_header(&self) -> Vec<Block> {
        vec![Block::Blank, Block::Header { left: self.item_line(), right: String::new() }]
    }

    /// Names the item: its number, title, kind, owner and minutes.
    pub(super) fn item_line(&self) -> String {
        let (state, item) = (self.state(), self.item());
        let number = state.items.len();
        let of = say!("number-of", number = number, count = number + state.agenda.len());
        format!("{} · {}", self.say(&of), self.entry_line(&item.entry))
    }

    /// Shows the exact text, its term, who is responsible and the measures. What differs from
    /// `before` is in brackets.
    pub(crate) fn wording_shown(&self, before: Option<&Wording>, now: &Wording) -> Vec<Block> {
        self.wording_blocks(before, now, &self.dated(now).said(say!("stands-for")))
    }

    /// Shows a wording of which it is not known on which day it is announced.
    pub(crate) fn undated_wording_shown(&self, now: &Wording) -> Vec<Block> {
        self.wording_blocks(None, now, &now.validity.said(say!("stands-once-decided")))
    }

    fn wording_blocks(
        &self,
        before: Option<&Wording>,
        now: &Wording,
        stands: &Phrase,
    ) -> Vec<Block> {
        let before = before.unwrap_or(now);
        let mut blocks = Vec::new();
        if !now.text.is_empty() {
            blocks.push(Block::Quote(changes_marked(&before.text, &now.text)));
        }
        let stands = self.say(stands);
        let who = match &now.responsible[..] {
            [] => self.say(&say!("nobody-yet")),
            names => self.words.list(names),
        };
        let measures = if now.measures.is_empty() {
            let none = self.say(&say!("nothing-yet"));
            marked(none, &before.measures, &now.measures)
        } else {
            let lines = now.measures.iter();
            let lines = lines.map(|it| marked(it.clone(), &before.measures.contains(it), &true));
            lines.collect::<Vec<_>>().join("\n")
        };
        let stands = marked(stands, &before.validity, &now.validity);
        let who = marked(who, &before.responsible, &now.responsible);
        blocks.push(self.pair(&say!("label-term"), stands));
        blocks.push(self.pair(&say!("label-responsible"), who));
        blocks.push(self.pair(&say!("label-measures"), measures));
        blocks.extend(self.effects_shown(before, now));
        blocks.extend(self.leaving_shown(&now.effects));
        blocks
    }

    /// Returns how long a wording stands, if it is announced today.
    fn dated(&self, now: &Wording) -> DatedValidity {
        now.validity.announced(self.now.date_naive())
    }

    /// Shows a wording in as few lines as possible, to be read aloud.
    fn wording_in_short(&self, before: Option<&Wording>, now: &Wording) -> Vec<Block> {
        let before = before.unwrap_or(now);
        let mut blocks = vec![Block::Quote(changes_marked(&before.text, &now.text))];
        let terms = self.terms(before, now);
        blocks.extend(terms.iter().map(|it| Block::Text(as_marked(it))));
        blocks.extend(self.effects_in_short(before, now));
        blocks
    }

    /// Says how long a wording stands and who sees to it, and how it is measured, one a line.
    pub(super) fn terms(&self, before: &Wording, now: &Wording) -> Vec<Vec<Piece>> {
        let stands = self.say(&self.dated(now).said(say!("in-force")));
        let mut line = vec![piece(stands, &before.validity, &now.validity)];
        let who = match &now.responsible[..] {
            [] if before.responsible.is_empty() => None,
            [] => Some(say!("nobody-sees-to-it")),
            names => Some(say!("sees-to-it", names = names.to_vec(), count = names.len())),
        };
        if let Some(who) = who {
            line.push(Piece::Kept(" · ".to_owned()));
            line.push(piece(self.say(&who), &before.responsible, &now.responsible));
        }
        let mut lines = vec![line];
        lines.extend(self.measure_pieces(before, now).into_iter().map(|it| vec![it]));
        lines
    }

    /// Shows how a wording changes the circle, and which decisions it replaces and ends.
    pub(super) fn effects_in_short(&self, before: &Wording, now: &Wording) -> Vec<Block> {
        let mut blocks = Vec::new();
        if before == now && now.text == as_text(&now.effects, self.words) && !now.effects.is_empty()
        {
            blocks.push(self.text(&say!("changes-circle-so")));
        } else {
            blocks.extend(self.effects_shown(before, now));
        }
        blocks.extend(self.appointed_shown(&now.effects));
        blocks.extend(self.leaving_shown(&now.effects));
        let lines = self.replaced_and_ended(&self.replaced(), &self.item().proposal().ends);
        blocks.extend(lines.into_iter().map(Block::Text));
        blocks
    }

    /// Shows the measures, one a line, with what differs in brackets.
    pub(crate) fn measures_shown(&self, before: &Wording, now: &Wording) -> Vec<Block> {
        let measures = self.measure_pieces(before, now).into_iter();
        measures.map(|it| Block::Text(as_marked(&[it]))).collect()
    }

    fn measure_pieces(&self, before: &Wording, now: &Wording) -> Vec<Piece> {
        let kept = now.measures.iter().map(|it| {
            let line = self.say(&say!("measured-by", measure = it));
            piece(line, &before.measures.contains(it), &true)
        });
        let removed = before.measures.iter().filter(|it| !now.measures.contains(it));
        let removed =
            removed.map(|it| Piece::New(self.say(&say!("no-more-measured-by", measure = it))));
        kept.chain(removed).collect()
    }

    /// Shows what is put to the circle in as few lines as possible: a text, or a nominee.
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
            blocks.push(self.hint(&say!("changed-since", version = before.number)));
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

    /// Shows who has spoken in this round and who has not, and who is present and absent.
    pub(crate) fn who_shown(&self) -> Vec<Block> {
        let mut lists = Vec::new();
        if let Some(round) = self.round() {
            let spoken = round.order.iter().filter(|it| !round.waiting.contains(it));
            lists.push((say!("label-spoken"), spoken.cloned().collect()));
            lists.push((say!("label-waiting"), round.waiting.clone()));
        }
        lists.extend(self.who_is_here());
        let shown = lists.iter().map(|(label, names)| match &names[..] {
            [] => self.pair(label, self.say(&say!("nobody"))),
            names => self.pair(label, names.join(", ")),
        });
        shown.collect()
    }

    /// Returns the round in progress, if the step belongs to one.
    pub(super) fn round(&self) -> Option<&'a Round> {
        match self.meeting.step()? {
            Step::Turn(round)
            | Step::Consent(round)
            | Step::Answer { round, .. }
            | Step::Announce { round, .. } => Some(round),
            _ => None,
        }
    }

    /// Returns who is present, and who is absent and which guests are here, if there are any.
    pub(super) fn who_is_here(&self) -> Vec<(Phrase, Vec<String>)> {
        let mut lists = vec![(say!("label-present"), self.members_here())];
        let mut guests = self.state().guests.clone();
        let unnamed = Some(self.state().unnamed_here()).filter(|it| *it > 0);
        guests.extend(unnamed.map(|it| self.say(&without_names(it))));
        let others = [
            (say!("label-absent"), self.state().absent(self.meeting.circle())),
            (say!("label-guests"), guests),
        ];
        lists.extend(others.into_iter().filter(|(_, names)| !names.is_empty()));
        lists
    }

    pub(crate) fn decision_shown(&self, typed: &str) -> Result<Vec<Block>> {
        let decision = self.decision(typed)?;
        let left = format!("{} · {}", decision.title, decision.id);
        let stands = self.say(&decision.validity.said(say!("review-on")));
        Ok(vec![
            Block::Heading { left, right: String::new() },
            Block::Quote(decision.text.clone()),
            self.pair(&say!("label-term"), stands),
        ])
    }

    /// Shows where a resumed meeting goes on: the step, who has spoken and who is present.
    pub fn rejoin(&self) -> Vec<Block> {
        let mut blocks = vec![self.text(&say!("rejoin", step = self.place()))];
        blocks.extend(self.who_shown());
        blocks
    }
}

/// Makes a piece of a text that is new if what it describes has changed.
fn piece<T: PartialEq + ?Sized>(text: String, before: &T, now: &T) -> Piece {
    if before == now { Piece::Kept(text) } else { Piece::New(text) }
}

/// Puts a text in brackets if what it describes has changed.
pub(crate) fn marked<T: PartialEq + ?Sized>(text: String, before: &T, now: &T) -> String {
    if before == now { text } else { format!("[{text}]") }
}

/// Marks what was inserted into a text with brackets, and what was removed with `[…]`.
fn changes_marked(before: &str, now: &str) -> String {
    as_marked(&changes(before, now))
}

/// Finds what was inserted into a text, and where something was removed. Changes with only a blank
/// between them are one.
pub(crate) fn changes(before: &str, now: &str) -> Vec<Piece> {
    // Brackets in the text itself could not be told from the marks.
    if before == now || now.contains("] [") {
        return vec![Piece::Kept(now.to_owned())];
    }
    let diff = TextDiff::from_words(before, now);
    let mut pieces = Vec::new();
    for op in diff.ops() {
        let (mut inserted, mut is_removed) = (String::new(), false);
        for change in diff.iter_changes(op) {
            match change.tag() {
                ChangeTag::Equal => keep(&mut pieces, change.value()),
                ChangeTag::Insert => inserted.push_str(change.value()),
                ChangeTag::Delete => is_removed |= !change.value().trim().is_empty(),
            }
        }
        let inner = inserted.trim();
        match inserted.split_once(inner) {
            Some((lead, trail)) if !inner.is_empty() => {
                keep(&mut pieces, lead);
                renew(&mut pieces, inner);
                keep(&mut pieces, trail);
            }
            _ => {
                keep(&mut pieces, &inserted);
                if is_removed {
                    let text = pieces.last().map_or("", Piece::text);
                    let (before, after) = if text.ends_with(|it: char| !it.is_whitespace()) {
                        (" ", "")
                    } else {
                        ("", " ")
                    };
                    keep(&mut pieces, before);
                    renew(&mut pieces, "…");
                    keep(&mut pieces, after);
                }
            }
        }
    }
    pieces
}

/// Adds a text that was there before.
fn keep(pieces: &mut Vec<Piece>, more: &str) {
    match pieces.last_mut() {
        Some(Piece::Kept(text)) => text.push_str(more),
        _ if more.is_empty() => {}
        _ => pieces.push(Piece::Kept(more.to_owned())),
    }
}

/// Adds a text that is new. With only a blank before it, it goes on with what is new before that.
fn renew(pieces: &mut Vec<Piece>, more: &str) {
    if let [.., Piece::New(text), Piece::Kept(blank)] = &mut pieces[..]
        && blank == " "
    {
        text.push_str(&format!(" {more}"));
        pieces.pop();
    } else {
        pieces.push(Piece::New(more.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inserted_words_are_in_brackets() {
        let marked = changes_marked("No tools after 20:00.", "No tools on Sundays after 20:00.");
        assert_eq!(marked, "No tools [on Sundays] after 20:00.");
    }

    #[test]
    fn removed_words_are_marked() {
        assert_eq!(changes_marked("a b c", "a c"), "a […] c");
    }

    #[test]
    fn an_unchanged_text_is_shown_as_it_is() {
        assert_eq!(changes_marked("a b", "a b"), "a b");
    }
}
