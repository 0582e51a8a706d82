//! Guests without names, as they are typed and as they are said: `3 guests`.

use crate::dialogue::admin::minutes;
use crate::dialogue::names::{self, Names};
use crate::dialogue::{Talk, opening};
use crate::error::Result;
use crate::lang::{Arg, Phrase, say};
use crate::meeting::{Movement, What, all, first_and_further};
use crate::text::same;

impl Talk<'_> {
    /// Reads `3 guests`. A member with that name wins.
    pub(super) fn unnamed(&self, members: &Names, typed: &str) -> Option<u32> {
        let (number, word) = typed.trim().split_once(' ')?;
        let mut guests = vec!["guest".to_owned(), "guests".to_owned()];
        if self.words.is_at_terminal() {
            guests.extend(self.words.list_of(&say!("word-guests")));
        }
        let is_guests = guests.iter().any(|it| same(it, word.trim()));
        minutes(number).filter(|_| is_guests && members.whole(typed.trim()).is_none())
    }

    /// Reads `/leave`: members, or guests with and without names.
    pub(super) fn departure(&self, rest: &str) -> Result<What> {
        let here = Names::new(self.here());
        let (mut unnamed, mut named) = (None, Vec::new());
        for typed in here.split_list(rest, &names::ands(self.words)) {
            match self.unnamed(&here, typed) {
                Some(count) => unnamed = Some(unnamed.unwrap_or(0_u32).saturating_add(count)),
                None => named.push(typed),
            }
        }
        let found = match (unnamed, &named[..]) {
            (None, _) => here.find_all(rest, self.words)?,
            (Some(_), []) => Vec::new(),
            (Some(_), named) => here.find_all(&named.join(", "), self.words)?,
        };
        let is_guest = |it: &String| self.meeting.circle().seat(it).is_none();
        let guest = found.first().is_none_or(is_guest);
        if found.iter().any(|it| is_guest(it) != guest) || (unnamed.is_some() && !guest) {
            return Err(opening::apart());
        }
        let (who, with) = first_and_further(found);
        Ok(What::Left(Movement { who, with, guest, unnamed }))
    }
}

/// Names who came or went.
pub(super) fn movers(it: &Movement) -> Arg {
    let names = all(it.who.as_ref(), &it.with);
    match it.unnamed {
        Some(count) if names.is_empty() => Arg::from(say!("unnamed-guests", count = count)),
        unnamed => with_unnamed(names, unnamed),
    }
}

/// Names guests, and says how many more have no names.
pub(super) fn with_unnamed(names: Vec<String>, unnamed: Option<u32>) -> Arg {
    match unnamed.map(without_names) {
        None => Arg::from(names),
        Some(unnamed) if names.is_empty() => Arg::from(unnamed),
        Some(unnamed) => Arg::from(say!("names-and-unnamed", names = names, unnamed = unnamed)),
    }
}

/// Says how many guests have no names.
pub(super) fn without_names(count: u32) -> Phrase {
    say!("unnamed", count = count)
}
