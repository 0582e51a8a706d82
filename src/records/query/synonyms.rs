//! The reader's own synonyms: `words.toml` in the circle's folder.
//!
//! Each key is a word, and its list the words that mean the same. Never touches a file.

use std::collections::HashMap;

use crate::error::Error;
use crate::lang::say;
use crate::text::fold;
use crate::toml_file::reader::{At, Reader, items};
use crate::toml_file::{FileKind, conflict, parse};

/// Words that mean the same, folded.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Synonyms {
    groups: Vec<Vec<String>>,
    /// In which groups each word is.
    places: HashMap<String, Vec<usize>>,
}

impl Synonyms {
    /// Reads them: `noise = ["loud", "quiet"]`.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, with line, column and a hint.
    pub(crate) fn read(text: &str) -> Result<Self, Vec<Error>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (table, errors) = parse(text, FileKind::Circle);
        if let Some(error) = conflict(text, !errors.is_empty()) {
            return Err(vec![error]);
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let mut reader = Reader::new(text);
        let mut synonyms = Self::default();
        for (key, value) in &table {
            let key = At { at: key.span().start, is: key.get_ref().to_string() };
            let items = if value.get_ref().is_array() { items(value) } else { &[] };
            let wrong = items.iter().find(|it| !it.get_ref().is_str());
            if let Some(wrong) = wrong.or_else(|| Some(value).filter(|it| !it.get_ref().is_array()))
            {
                let error = say!("error-type", key = &key.is, wanted = "text");
                let hint = say!("hint-type", example = r#"noise = ["loud", "quiet"]"#);
                reader.note(wrong.span().start, error, hint);
                continue;
            }
            let words = reader.strings(value).unwrap_or_default();
            let words = [key].into_iter().chain(words);
            synonyms.add(words.filter_map(|it| one_word(&mut reader, &it)).collect());
        }
        reader.finish(Some(synonyms))
    }

    fn add(&mut self, group: Vec<String>) {
        for word in &group {
            self.places.entry(word.clone()).or_default().push(self.groups.len());
        }
        self.groups.push(group);
    }

    /// Returns the other words that mean the same.
    pub(crate) fn of(&self, folded: &str) -> Vec<String> {
        let groups = self.places.get(folded).into_iter().flatten();
        let words = groups.flat_map(|it| &self.groups[*it]).filter(|it| *it != folded);
        words.cloned().collect()
    }
}

/// Takes one word, folded.
fn one_word(reader: &mut Reader<'_>, word: &At<String>) -> Option<String> {
    if word.is.is_empty() || !word.is.chars().all(char::is_alphanumeric) {
        reader.note(word.at, say!("error-synonym", word = &word.is), say!("hint-synonym"));
        return None;
    }
    Some(fold(&word.is))
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
        let errors = Synonyms::read(text).unwrap_err();
        let error = &errors[0];
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
