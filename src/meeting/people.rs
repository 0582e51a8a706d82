//! The names of several people in one fact: the first in its own key, the others in `with`.

use std::collections::HashSet;

use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{AgendaItem, ItemKind, What};

impl What {
    /// Returns everyone whom the fact names as owners, proposers, those it is about, or those who
    /// come and go.
    pub(crate) fn people(&self) -> Vec<String> {
        let (first, with) = self.first_and_with();
        all(first, with)
    }

    /// Returns the names in `with`.
    pub(super) fn further(&self) -> &[String] {
        self.first_and_with().1
    }

    fn first_and_with(&self) -> (Option<&String>, &[String]) {
        match self {
            Self::Arrived(it) | Self::Left(it) => (it.who.as_ref(), &it.with),
            Self::Action { who, with, .. } | Self::Proposed { by: who, with } => (Some(who), with),
            Self::Related { about, with, .. } => (about.as_ref(), with),
            Self::Listed(it) | Self::Began(it) => (it.by.as_ref(), &it.with),
            Self::Adopted(it) => (it.by.as_ref(), &it.with),
            Self::Reassigned(it) => (Some(&it.to), &it.with),
            _ => (None, &[]),
        }
    }

    /// Refuses further names without a first one, and a name twice.
    pub(crate) fn check_people(&self) -> Result<()> {
        let (first, with) = self.first_and_with();
        if with.is_empty() {
            return Ok(());
        }
        let mut seen: HashSet<&String> = first.into_iter().collect();
        if first.is_none() || !with.iter().all(|it| !it.trim().is_empty() && seen.insert(it)) {
            return Err(Error::new(say!("error-wrong-with", fact = self.word())));
        }
        Ok(())
    }
}

impl AgendaItem {
    /// Returns an entry with a kind and a title only.
    pub(crate) fn bare(kind: ItemKind, title: String) -> Self {
        Self { kind, title, minutes: None, by: None, with: Vec::new() }
    }

    /// Returns everyone who brings it.
    pub(crate) fn people(&self) -> impl Iterator<Item = &String> {
        self.by.iter().chain(&self.with)
    }
}

/// Returns the first name and the further ones as one list.
pub(crate) fn all(first: Option<&String>, with: &[String]) -> Vec<String> {
    first.into_iter().chain(with).cloned().collect()
}

/// Splits a list of names into the first and the further ones.
pub(crate) fn first_and_further(names: Vec<String>) -> (Option<String>, Vec<String>) {
    let mut names = names.into_iter();
    (names.next(), names.collect())
}
