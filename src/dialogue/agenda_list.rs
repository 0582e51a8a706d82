//! The agenda as a list: how it is shown, and how answers name its items.

use crate::dialogue::Talk;
use crate::dialogue::agenda::WRAPPED;
use crate::dialogue::ask::{Block, Pick};
use crate::dialogue::draft::no_number;
use crate::dialogue::names::{has_words, several};
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{AgendaItem, ItemKind, Moved, On, Step, What};
use crate::text::same;

/// The most items that are shown again after every change and at every choice.
const MANY: usize = 50;

impl<'a> Talk<'a> {
    /// Shows the agenda with a letter for each item, and how many minutes it takes in all.
    pub(super) fn listed_shown(&self) -> Vec<Block> {
        let agenda = &self.state().agenda;
        if agenda.is_empty() {
            return vec![self.hint(&say!("agenda-nothing"))];
        }
        let rows = agenda.iter().enumerate().map(|(index, it)| self.row(letters(index), it));
        let table = Block::Table { rows: rows.collect(), wraps: WRAPPED };
        vec![self.hint(&self.minutes_in_all()), table]
    }

    /// Shows the agenda after a change.
    pub(super) fn listed_again(&self) -> Vec<Block> {
        if self.state().agenda.len() > MANY {
            return vec![self.hint(&self.minutes_in_all())];
        }
        self.listed_shown()
    }

    /// Says how many minutes the agenda takes, beside the length of the meeting.
    fn minutes_in_all(&self) -> Phrase {
        let minutes = self.state().agenda.iter().filter_map(|it| it.minutes);
        let sum = minutes.fold(0, u32::saturating_add);
        match self.state().planned {
            _ if sum == 0 => say!("agenda-listed"),
            None => say!("agenda-sum", sum = sum),
            Some(planned) if sum > planned => {
                say!("agenda-sum-over", sum = sum, planned = planned, over = sum - planned)
            }
            Some(planned) => say!("agenda-sum-of", sum = sum, planned = planned),
        }
    }

    /// Shows with numbers what is left of the agenda, if there is more to choose than the next item.
    pub(super) fn left_shown(&self) -> Option<Block> {
        let agenda = &self.state().agenda;
        let rows = agenda.iter().enumerate().take(MANY);
        let rows = rows.map(|(index, it)| self.row((index + 1).to_string(), it));
        (agenda.len() > 1).then(|| Block::Table { rows: rows.collect(), wraps: WRAPPED })
    }

    /// Returns what is left of the agenda as answers to pick from.
    pub(super) fn left_picks(&self) -> Vec<Pick> {
        let agenda = self.state().agenda.iter().zip(1..);
        let pick = |(it, number): (&AgendaItem, usize)| self.pick(it, number.to_string());
        agenda.map(pick).collect()
    }

    /// Returns an item as an answer to pick.
    pub(super) fn pick(&self, entry: &AgendaItem, line: String) -> Pick {
        Pick { name: self.entry_line(entry), line }
    }

    /// Returns whether the last fact has changed the agenda while that is made or agreed on.
    pub(super) fn list_is_changed(&self, step: &Step) -> bool {
        let is_made = matches!(step, Step::Agenda | Step::Call { on: On::Agenda, .. });
        let last = self.meeting.facts().last().filter(|_| is_made);
        last.is_some_and(|it| {
            matches!(
                it.what,
                What::Listed { .. } | What::Unlisted { .. } | What::Moved(_) | What::TakenBack {}
            )
        })
    }

    /// Reads `remove ITEM` and `move ITEM PLACE`; `None` for another word.
    pub(super) fn relisted(&self, word: &str, rest: &str) -> Result<Option<What>> {
        let agenda = &self.state().agenda;
        let named = |typed: &str| match self.place_of_item(typed) {
            Ok(place) => Ok(&agenda[place]),
            Err(err) if is_place(typed) => Err(err),
            Err(_) => self.titled(typed),
        };
        Ok(Some(match word {
            "remove" if !rest.is_empty() => {
                let entry = named(rest)?;
                What::Unlisted { kind: self.ambiguous(entry), title: entry.title.clone() }
            }
            "move" => {
                // The place is the last word: a title may have several.
                let Some((from, to)) = rest.rsplit_once(char::is_whitespace) else {
                    return Ok(None);
                };
                let entry = named(from.trim_end())?;
                let (kind, title) = (self.ambiguous(entry), entry.title.clone());
                What::Moved(Moved { kind, title, to: self.place_of_item(to)? + 1 })
            }
            _ => return Ok(None),
        }))
    }

    /// Returns the index of the item with a number or a letter.
    pub(super) fn place_of_item(&self, typed: &str) -> Result<usize> {
        let count = self.state().agenda.len();
        let number = typed.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
        let index = number.or_else(|| (0..count).find(|it| same(&letters(*it), typed)));
        index.filter(|it| *it < count).ok_or_else(|| {
            if number.is_some() || count == 0 || is_number(typed) {
                return no_number(typed, count);
            }
            let last = letters(count - 1);
            Error::new(say!("error-no-letter", typed = typed)).hint(say!(
                "hint-no-letter",
                count = count,
                last = last
            ))
        })
    }

    /// Finds an item by its title: whole, else the number of the item, else the one title with these
    /// words.
    pub(super) fn titled(&self, typed: &str) -> Result<&'a AgendaItem> {
        let agenda = &self.state().agenda;
        if let Some(whole) = agenda.iter().find(|it| same(&it.title, typed)) {
            return Ok(whole);
        }
        if is_number(typed) {
            return Ok(&agenda[self.place_of_item(typed)?]);
        }
        // One letter is in too many titles to name one.
        let fits = |it: &&AgendaItem| !is_place(typed) && has_words(&it.title, typed);
        let found: Vec<&AgendaItem> = agenda.iter().filter(fits).collect();
        match found.as_slice() {
            [one] => Ok(one),
            [] => Err(Error::new(say!("error-not-listed", title = typed))),
            found => {
                let titles = found.iter().map(|it| format!("`{}`", it.title)).collect();
                Err(several(typed, titles))
            }
        }
    }

    /// Returns the kind of an entry, if another one has the same title.
    pub(super) fn ambiguous(&self, entry: &AgendaItem) -> Option<ItemKind> {
        let mut agenda = self.state().agenda.iter();
        agenda.any(|it| it.title == entry.title && it.kind != entry.kind).then_some(entry.kind)
    }
}

/// Returns the letters of an item: `a` to `z`, then `aa`.
pub(super) fn letters(index: usize) -> String {
    let letter = u8::try_from(index % 26).map_or('a', |it| char::from(b'a' + it));
    let before = (index / 26).checked_sub(1).map(letters).unwrap_or_default();
    format!("{before}{letter}")
}

fn is_number(typed: &str) -> bool {
    !typed.is_empty() && typed.bytes().all(|it| it.is_ascii_digit())
}

/// Returns whether an item is named by a number or one letter.
fn is_place(typed: &str) -> bool {
    is_number(typed) || (typed.len() == 1 && typed.as_bytes()[0].is_ascii_alphabetic())
}
