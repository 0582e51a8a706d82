//! The reader's own synonyms: `words.toml` in the circle's folder.
//!
//! Each key is a word, and its list the words that mean the same. Never touches a file.

use std::collections::HashMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::text::fold;
use crate::toml_file::{conflict, misread};

/// Words that mean the same, folded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Synonyms {
    groups: Vec<Vec<String>>,
    /// In which groups each word is.
    places: HashMap<String, Vec<usize>>,
}

impl Synonyms {
    /// Reads them: `noise = ["loud", "quiet"]`.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, with line, column and a hint.
    pub fn read(text: &str) -> Result<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if let Some(error) = conflict(text, false) {
            return Err(error);
        }
        let table = DeTable::parse(text).map_err(|error| {
            let found = misread(text, &[error]).into_iter().next();
            found.or_else(|| conflict(text, true)).unwrap_or_else(|| wrong(text))
        })?;
        let mut synonyms = Self::default();
        for (key, value) in table.get_ref() {
            let at = |offset: usize, error: Error| error.at_offset(text, offset);
            let listed = value
                .get_ref()
                .as_array()
                .ok_or_else(|| at(value.span().start, wrong_type(key.get_ref())))?;
            let word = |it: &Spanned<DeValue<'_>>| {
                let word = it.get_ref().as_str();
                let word = word.ok_or_else(|| at(it.span().start, wrong_type(key.get_ref())))?;
                one_word(word).map_err(|err| at(it.span().start, err))
            };
            let mut group = vec![one_word(key.get_ref()).map_err(|err| at(key.span().start, err))?];
            for it in listed {
                group.push(word(it)?);
            }
            synonyms.add(group);
        }
        Ok(synonyms)
    }

    fn add(&mut self, group: Vec<String>) {
        for word in &group {
            self.places.entry(word.clone()).or_default().push(self.groups.len());
        }
        self.groups.push(group);
    }

    /// Returns the other words that mean the same.
    pub fn of(&self, folded: &str) -> Vec<String> {
        let groups = self.places.get(folded).into_iter().flatten();
        let words = groups.flat_map(|it| &self.groups[*it]).filter(|it| *it != folded);
        words.cloned().collect()
    }
}

fn wrong(text: &str) -> Error {
    let line = text.lines().next().unwrap_or_default();
    Error::new(say!("error-toml", line = line)).hint(say!("hint-toml")).on_line(1)
}

fn wrong_type(key: &str) -> Error {
    let error = Error::new(say!("error-type", key = key, wanted = "text"));
    error.hint(say!("hint-type", example = r#"noise = ["loud", "quiet"]"#))
}

/// Takes one word, folded.
fn one_word(text: &str) -> Result<String> {
    if text.is_empty() || !text.chars().all(char::is_alphanumeric) {
        let error = Error::new(say!("error-synonym", word = text));
        return Err(error.hint(say!("hint-synonym")));
    }
    Ok(fold(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_of_a_list_means_the_others() {
        let synonyms =
            Synonyms::read("Noise = [\"loud\", \"Quiét\"]\nbees = [\"loud\"]\n").unwrap();
        assert_eq!(synonyms.of("noise"), ["loud", "quiet"]);
        assert_eq!(synonyms.of("quiet"), ["noise", "loud"]);
        assert_eq!(synonyms.of("loud"), ["noise", "quiet", "bees"]);
        assert_eq!(synonyms.of("hens"), Vec::<String>::new());
    }

    #[track_caller]
    fn refused(text: &str, key: &str, line: usize) {
        let error = Synonyms::read(text).unwrap_err();
        assert_eq!((error.message.key, error.place.line), (key, Some(line)));
    }

    #[test]
    fn what_is_wrong_has_a_place() {
        refused("a = [\"b\"]\nnoise = \"loud\"\n", "error-type", 2);
        refused("noise = [\"loud\",\n 3]\n", "error-type", 2);
        refused("noise = [\"power tools\"]\n", "error-synonym", 1);
        refused("noise = [loud]\n", "error-quotes", 1);
        refused("a = []\n<<<<<<< HEAD\n", "error-conflict", 2);
    }
}
