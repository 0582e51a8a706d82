//! Reads `/action`, `/done`, `/due`, `/give`, `/release` and `/accepted`, which can be typed at any
//! prompt, and shows the open actions.

use std::collections::HashSet;

use crate::dialogue::Talk;
use crate::dialogue::ask::Block;
use crate::dialogue::closing::given;
use crate::dialogue::line::first_word;
use crate::dialogue::names::{self, Names};
use crate::dialogue::nomination::OUTSIDE;
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{ActionRef, Reassigned, Rescheduled, What, first_and_further};
use crate::records::OpenAction;
use crate::records::query::actions;
use crate::text::{same, word_ends};

/// The most words behind those of an action that are tried as a date or as names.
const MOST_WORDS: usize = 24;

impl Talk<'_> {
    /// Reads `NAME: WHAT by DATE`.
    pub(crate) fn action(&self, rest: &str) -> Result<What> {
        let usage = || Error::new(say!("error-action-incomplete")).hint(say!("hint-action"));
        let (who, text) = rest.split_once(':').ok_or_else(usage)?;
        let (who, with) = self.owners_or_outsiders(who)?;
        let (text, due) = self.due(text.trim())?;
        if text.is_empty() {
            return Err(usage());
        }
        Ok(What::Action { who, with, text, due })
    }

    /// Finds everyone in a list: the first of them, and the others.
    pub(crate) fn people(&self, known: Vec<&str>, list: &str) -> Result<(String, Vec<String>)> {
        let (first, with) = first_and_further(Names::new(known).find_all(list, self.words)?);
        Ok((first.unwrap_or_default(), with))
    }

    /// Reads `/done 2` or `/done WORDS`.
    pub(crate) fn done(&self, typed: &str) -> Result<What> {
        // In a script, words were read before there were numbers.
        let by_words = Some(typed).filter(|_| !self.words.is_at_terminal());
        let action = by_words.and_then(|it| self.action_with_words(it).ok());
        let action = action.map_or_else(|| self.open_action("/done", typed), Ok)?;
        Ok(What::Done(named(action)))
    }

    /// Reads `/release 2` or `/release WORDS`.
    pub(crate) fn release(&self, typed: &str) -> Result<What> {
        Ok(What::Released(named(self.open_action("/release", typed)?)))
    }

    /// Reads `/due 2 Friday` or `/due WORDS Friday`.
    pub(crate) fn new_date(&self, typed: &str) -> Result<What> {
        let usage = || Error::new(say!("error-due-incomplete")).hint(say!("hint-new-date"));
        let by = self.own_words("by", &say!("word-due"));
        let (action, due) = self.action_and(typed, |it| self.date(behind(&by, it)), usage)?;
        let ActionRef { who, text, meeting } = named(action);
        Ok(What::Rescheduled(Rescheduled { who, text, meeting, due }))
    }

    /// Reads `/give 2 Ana, Ben` or `/give WORDS Ana, Ben`.
    pub(crate) fn give(&self, typed: &str) -> Result<What> {
        let usage = || Error::new(say!("error-give-incomplete")).hint(say!("hint-give"));
        let words_to = self.own_words("to", &say!("word-to"));
        // Behind words it is not known where the name of somebody from outside begins.
        if number(first_word(typed).0).is_none() && names::before_mark(typed, OUTSIDE).is_some() {
            return Err(Error::new(say!("error-give-incomplete")).hint(say!("hint-give-outside")));
        }
        let owners = |list: &str| self.owners_or_outsiders(behind(&words_to, list));
        let (action, (to, with)) = self.action_and(typed, owners, usage)?;
        let ActionRef { who, text, meeting } = named(action);
        Ok(What::Reassigned(Reassigned { who, text, meeting, to, with }))
    }

    /// Finds an open action by its number or by words, and reads what stands behind it. The words end
    /// where the rest can be read.
    fn action_and<T>(
        &self,
        typed: &str,
        read: impl Fn(&str) -> Result<T>,
        usage: impl FnOnce() -> Error,
    ) -> Result<(OpenAction, T)> {
        let (first, rest) = first_word(typed);
        if rest.is_empty() {
            return Err(usage());
        }
        if let Some(number) = number(first) {
            return Ok((self.action_with_number(number)?, read(rest)?));
        }
        let ends: Vec<usize> = word_ends(typed).collect();
        // Of a long line only the end is tried, so that the time grows with its length only.
        let ends = &ends[ends.len().saturating_sub(MOST_WORDS)..ends.len() - 1];
        let mut last = None;
        for (words, rest) in ends.iter().map(|end| typed.split_at(*end)) {
            match read(rest.trim()) {
                Ok(it) => return Ok((self.action_with_words(words)?, it)),
                Err(err) => last = Some(err),
            }
        }
        Err(last.unwrap_or_else(usage))
    }

    /// Returns an English word and, at a terminal, those of the reader for it.
    pub(super) fn own_words(&self, english: &str, own: &Phrase) -> Vec<String> {
        let own = Some(own).filter(|_| self.words.is_at_terminal());
        let own = own.map(|it| self.words.list_of(it)).unwrap_or_default();
        [own, vec![english.to_owned()]].concat()
    }

    /// Finds an open action by its number or by words.
    fn open_action(&self, command: &str, typed: &str) -> Result<OpenAction> {
        match number(typed) {
            Some(number) => self.action_with_number(number),
            None if typed.is_empty() => {
                let err = Error::new(say!("error-which-action", command = command));
                Err(err.hint(self.hint_open()))
            }
            None => self.action_with_words(typed),
        }
    }

    fn action_with_number(&self, number: usize) -> Result<OpenAction> {
        let found = self.numbered().into_iter().find(|it| it.0 == number);
        found.map(|it| it.1).ok_or_else(|| {
            Error::new(say!("error-action-number", number = number)).hint(self.hint_open())
        })
    }

    /// Finds the one open action with all these words in its text or the names of its owners.
    fn action_with_words(&self, typed: &str) -> Result<OpenAction> {
        let open = self.open_actions();
        let fits = |it: &&OpenAction| {
            names::has_words(&format!("{} {}", it.people().join(" "), it.text), typed)
        };
        let (mut found, mut seen) = (Vec::new(), HashSet::new());
        for it in open.iter().filter(fits) {
            // Of equal actions only the oldest one counts.
            if seen.insert((&it.who, &it.text)) {
                found.push(it);
            }
        }
        if found.len() > 1 {
            let whole = |it: &&&OpenAction| same(&it.text, typed);
            if let [one] = found.iter().filter(whole).collect::<Vec<_>>()[..] {
                found = vec![*one];
            }
        }
        match found[..] {
            [one] => Ok(one.clone()),
            [] => Err(Error::new(say!("error-no-action", words = typed)).hint(self.hint_open())),
            _ => {
                let quoted = found
                    .iter()
                    .map(|it| format!("`{}: {}`", self.words.list(&it.people()), it.text));
                Err(names::several(typed, quoted.collect()))
            }
        }
    }

    /// Returns the actions of earlier meetings and of this one that are open, the oldest first.
    pub(super) fn open_actions(&self) -> Vec<OpenAction> {
        self.counted().into_iter().map(|it| it.1).collect()
    }

    /// Returns the number of each open action, with more behind it, as what can be typed.
    pub(super) fn open_numbers(&self, more: &str) -> Vec<String> {
        self.numbered().iter().map(|it| format!("{}{more}", it.0)).collect()
    }

    /// Returns the open actions in the order of their numbers.
    fn numbered(&self) -> Vec<(usize, OpenAction)> {
        let mut all = self.counted();
        all.sort_by_key(|it| it.0);
        all
    }

    /// Returns the open actions with their numbers, the oldest first.
    ///
    /// Those of earlier meetings are counted in the order of their dates, those without one last,
    /// as they were when the meeting was opened; then those of this meeting as they come. A number
    /// never changes and is not given again.
    fn counted(&self) -> Vec<(usize, OpenAction)> {
        let mut open = self.background.actions.clone();
        let mut by_date: Vec<usize> = (0..open.len()).collect();
        by_date.sort_by_key(|it| (open[*it].due.is_none(), open[*it].due));
        let mut numbers = vec![0; open.len()];
        for (number, index) in (1..).zip(by_date) {
            numbers[index] = number;
        }
        let mut next = numbers.len() + 1;
        for fact in self.meeting.standing() {
            if let Some(index) = actions::take(&mut open, fact, None) {
                numbers.remove(index);
            }
            if open.len() > numbers.len() {
                numbers.push(next);
                next += 1;
            }
        }
        numbers.into_iter().zip(open).collect()
    }

    /// Shows the open actions with their numbers above a prompt, if there are any.
    pub(crate) fn open_shown(&self) -> Vec<Block> {
        let rows: Vec<Vec<String>> = self.numbered().iter().map(|it| self.action_row(it)).collect();
        if rows.is_empty() {
            return Vec::new();
        }
        vec![self.hint(&say!("open-actions")), Block::Table { rows, wraps: &[1] }]
    }

    /// Shows what `/actions` asks for.
    pub(crate) fn actions_shown(&self) -> Vec<Block> {
        let shown = self.open_shown();
        if shown.is_empty() { vec![self.text(&say!("no-open-actions"))] } else { shown }
    }

    /// Names the actions that are open.
    fn hint_open(&self) -> Phrase {
        let rows = self.numbered();
        let line = |it| format!("  {}", self.action_row(it).join("  "));
        let lines: Vec<String> = rows.iter().map(line).collect();
        say!("hint-open-actions", count = lines.len(), actions = lines.join("\n"))
    }

    fn action_row(&self, (number, action): &(usize, OpenAction)) -> Vec<String> {
        let line = action_line(action);
        let line = match action.due {
            Some(due) if due < self.now.date_naive() => {
                say!("agenda-overdue", action = self.say(&line))
            }
            _ => line,
        };
        vec![number.to_string(), self.say(&line)]
    }

    /// Reads who accepts a role to which they were elected in their absence or from outside, or becomes
    /// a member.
    pub(crate) fn accepted(&self, typed: &str) -> Result<What> {
        let (who, role) = self.answers_for(typed)?;
        Ok(What::Accepted { who, role })
    }

    /// Reads `NAME [REASON]`: who does not accept a role, or does not become a member.
    pub(crate) fn declined(&self, typed: &str) -> Result<What> {
        let pending = self.pending();
        let names: Vec<&str> = pending.iter().map(|(who, _)| *who).collect();
        let (who, reason) = match names::split(&names, typed) {
            Ok((who, reason)) => (who, given(reason)),
            Err(_) => (typed, None),
        };
        let (who, role) = self.answers_for(who)?;
        Ok(What::Declined { who, role, reason })
    }

    /// Finds who answers to which role, or to becoming a member.
    fn answers_for(&self, typed: &str) -> Result<(String, Option<String>)> {
        let pending = self.pending();
        let mut names: Vec<&str> = Vec::new();
        for (who, _) in &pending {
            if !names.contains(who) {
                names.push(who);
            }
        }
        if names.is_empty() {
            return Err(Error::new(say!("error-nobody-pending")));
        }
        if typed.trim().is_empty() {
            let names: Vec<String> = names.iter().map(|it| format!("`{it}`")).collect();
            let err = Error::new(say!("error-acceptance-unnamed"));
            return Err(err.hint(say!("hint-pending-name", names = names)));
        }
        let who = names::find(&names, typed)?;
        // Of several roles the last one is accepted; the others need `/accepted` again.
        let role = pending.into_iter().rfind(|it| it.0 == who).and_then(|(_, role)| role);
        Ok((who.to_owned(), role.map(str::to_owned)))
    }

    /// Shows once, early in a meeting, what is open from earlier ones: elections that are not accepted,
    /// and actions.
    pub(crate) fn open_matters(&self) -> Vec<Block> {
        [self.pending_shown(), self.open_shown()].concat()
    }

    /// Shows who was elected and has not accepted yet.
    fn pending_shown(&self) -> Vec<Block> {
        let line = |(who, role): (&str, Option<&str>)| match role {
            Some(role) => self.text(&say!("not-accepted-yet", who = who, role = role)),
            None => self.text(&say!("not-joined-yet", who = who)),
        };
        self.pending().into_iter().map(line).collect()
    }
}

/// Returns who does what, and by when.
pub(crate) fn action_line(it: &OpenAction) -> Phrase {
    match it.due {
        Some(due) => say!("action-by", who = it.people(), text = &it.text, due = due),
        None => say!("action", who = it.people(), text = &it.text),
    }
}

/// Returns what stands behind one of these words, such as `by` before a day.
fn behind<'t>(words: &[String], typed: &'t str) -> &'t str {
    let (first, rest) = first_word(typed);
    let is_one = !rest.is_empty() && words.iter().any(|it| same(it, first));
    if is_one { rest } else { typed }
}

/// Returns the number that a text is.
fn number(typed: &str) -> Option<usize> {
    let is_number = typed.bytes().all(|it| it.is_ascii_digit());
    typed.parse().ok().filter(|_| is_number)
}

fn named(action: OpenAction) -> ActionRef {
    ActionRef { who: action.who, text: action.text, meeting: action.meeting }
}
