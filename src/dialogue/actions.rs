//! Reads `/action`, `/done` and `/accepted`, which can be typed at any prompt.

use std::collections::HashSet;

use crate::dialogue::Talk;
use crate::dialogue::ask::Block;
use crate::dialogue::names::{self, Names};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{What, first_and_further};
use crate::records::OpenAction;
use crate::records::query::actions;
use crate::text::same;

impl Talk<'_> {
    /// Reads `NAME: WHAT by DATE`.
    pub(crate) fn action(&self, rest: &str) -> Result<What> {
        let usage = || Error::new(say!("error-action")).hint(say!("hint-action"));
        let (who, text) = rest.split_once(':').ok_or_else(usage)?;
        let (who, with) = self.people(self.known(), who)?;
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

    /// Finds the one open action with all these words in its text or the name of its owner.
    pub(crate) fn done(&self, typed: &str) -> Result<What> {
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
            [OpenAction { who, text, meeting, .. }] => {
                let (who, text, meeting) = (who.clone(), text.clone(), meeting.clone());
                Ok(What::Done { who, text, meeting })
            }
            [] => Err(Error::new(say!("error-no-action", words = typed))
                .hint(say!("hint-no-action", count = open.len()))),
            _ => {
                let quoted = found
                    .iter()
                    .map(|it| format!("`{}: {}`", self.words.list(&it.people()), it.text));
                Err(names::several(typed, quoted.collect()))
            }
        }
    }

    /// Returns the actions of earlier meetings and of this one that are not done.
    fn open_actions(&self) -> Vec<OpenAction> {
        let mut open = self.background.actions.clone();
        for fact in self.meeting.standing() {
            actions::take(&mut open, &fact.what, None);
        }
        open
    }

    /// Reads who accepts a role to which they were elected in their absence or from outside.
    pub(crate) fn accepted(&self, typed: &str) -> Result<What> {
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
        let who = names::find(&names, typed)?;
        // Of several roles the last one is accepted; the others need `/accepted` again.
        let (who, role) = pending.into_iter().rfind(|it| it.0 == who).unwrap_or((who, ""));
        Ok(What::Accepted { who: who.to_owned(), role: role.to_owned() })
    }

    /// Shows who was elected and has not accepted yet.
    pub(crate) fn pending_shown(&self) -> Vec<Block> {
        let line = |(who, role)| self.text(&say!("not-accepted-yet", who = who, role = role));
        self.pending().into_iter().map(line).collect()
    }

    /// Returns who was elected to which role and has not accepted yet. Of several elections to a
    /// role the last one counts.
    fn pending(&self) -> Vec<(&str, &str)> {
        let state = self.state();
        let accepted =
            |who: &str, role: &str| state.accepted.iter().any(|it| it.0 == who && it.1 == role);
        let earlier = self.background.elections.iter().map(|it| {
            let (who, role) = (it.elected.as_str(), it.role.as_str());
            (who, role, it.accepted || accepted(who, role))
        });
        let here = state.items.iter().filter_map(|it| {
            let (election, nominee) = (it.election()?, it.draft.nominee.as_ref()?);
            Some((nominee.name.as_str(), election.role.as_str(), election.accepted))
        });
        let all: Vec<(&str, &str, bool)> = earlier.chain(here).collect();
        let is_last =
            |index: usize, role: &str| all[index + 1..].iter().all(|it| !same(it.1, role));
        let pending = all.iter().enumerate().filter(|(index, it)| !it.2 && is_last(*index, it.1));
        pending.map(|(_, it)| (it.0, it.1)).collect()
    }
}
