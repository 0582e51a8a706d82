//! The files that are there already, by their paths in the circle's folder.

use std::collections::BTreeMap;

/// The texts of files that are there, by their paths in the circle's folder. The text of a file that
/// cannot be read is empty.
#[derive(Clone, Debug, Default)]
pub struct Existing<'a> {
    parts: Vec<&'a BTreeMap<String, String>>,
}

impl<'a> Existing<'a> {
    /// Takes several parts; no path is in two of them.
    pub fn of(parts: impl IntoIterator<Item = &'a BTreeMap<String, String>>) -> Self {
        Self { parts: parts.into_iter().collect() }
    }

    /// Returns the text of a file.
    pub fn get(&self, path: &str) -> Option<&'a String> {
        self.parts.iter().find_map(|it| it.get(path))
    }

    /// Returns whether a file is there.
    pub fn has(&self, path: &str) -> bool {
        self.get(path).is_some()
    }

    /// Returns the files whose paths begin so, with their texts.
    pub fn beginning(&self, prefix: &str) -> impl Iterator<Item = (&'a String, &'a String)> {
        let prefix = prefix.to_owned();
        let parts = self.parts.clone().into_iter();
        parts.flat_map(move |part| {
            let prefix = prefix.clone();
            part.range(prefix.clone()..).take_while(move |(path, _)| path.starts_with(&prefix))
        })
    }
}
