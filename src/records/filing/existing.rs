//! The files that exist already.

use std::collections::BTreeMap;

/// The texts of existing files by their paths in the circle's folder. The text of an unreadable
/// file is empty.
#[derive(Clone, Debug, Default)]
pub struct Existing<'a> {
    parts: Vec<&'a BTreeMap<String, String>>,
}

impl<'a> Existing<'a> {
    /// Combines several maps of files. No path may be in two of them.
    pub fn of(parts: impl IntoIterator<Item = &'a BTreeMap<String, String>>) -> Self {
        Self { parts: parts.into_iter().collect() }
    }

    /// Returns the text of a file.
    pub fn get(&self, path: &str) -> Option<&'a String> {
        self.parts.iter().find_map(|it| it.get(path))
    }

    /// Returns whether a file exists.
    pub fn has(&self, path: &str) -> bool {
        self.get(path).is_some()
    }

    /// Returns the paths that begin with `prefix`, with the texts of their files.
    pub fn beginning(&self, prefix: &str) -> impl Iterator<Item = (&'a String, &'a String)> {
        let prefix = prefix.to_owned();
        let parts = self.parts.clone().into_iter();
        parts.flat_map(move |part| {
            let prefix = prefix.clone();
            part.range(prefix.clone()..).take_while(move |(path, _)| path.starts_with(&prefix))
        })
    }
}
