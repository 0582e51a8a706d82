//! The synonyms for searching, from `words.toml` in the circle's folder.
//!
//! Each key is a word, and its value the list of its synonyms. Never touches a file.

use std::collections::HashMap;

use toml::de::DeValue;

use crate::error::Error;
use crate::lang::say;
use crate::text::fold;
use crate::toml_file::parse_whole;
use crate::toml_file::reader::{At, Reader, items};

/// Groups of words with the same meaning. All words are folded.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Synonyms {
    groups: Vec<Vec<String>>,
    /// The indices of the groups of each word.
    indices: HashMap<String, Vec<usize>>,
}

impl Synonyms {
    /// Reads lines such as `noise = ["loud", "quiet"]`, and returns all errors.
    pub(crate) fn read(text: &str) -> Result<Self, Vec<Error>> {
        let (text, table) = parse_whole(text)?;
        let mut reader = Reader::new(text);
        let mut synonyms = Self::default();
        for (key, value) in &table {
            let key = At { at: key.span().start, is: key.get_ref().to_string() };
            let wrong = match value.get_ref() {
                DeValue::Array(_) => items(value).iter().find(|it| !it.get_ref().is_str()),
                _ => Some(value),
            };
            if let Some(wrong) = wrong {
                let error = say!("error-wrong-type", key = &key.is, wanted = "text");
                let hint = say!("hint-type", example = r#"noise = ["loud", "quiet"]"#);
                reader.note(wrong.span().start, error, hint);
                continue;
            }
            let words = reader.strings(value).unwrap_or_default();
            let words = [key].into_iter().chain(words);
            let group: Vec<String> = words.filter_map(|it| one_word(&mut reader, &it)).collect();
            for word in &group {
                let indices = synonyms.indices.entry(word.clone()).or_default();
                indices.push(synonyms.groups.len());
            }
            synonyms.groups.push(group);
        }
        reader.finish(Some(synonyms))
    }

    /// Returns the synonyms of a folded word.
    pub(crate) fn of(&self, folded: &str) -> Vec<String> {
        let groups = self.indices.get(folded).into_iter().flatten();
        let words = groups.flat_map(|index| &self.groups[*index]).filter(|it| *it != folded);
        words.cloned().collect()
    }
}

/// Returns the folded word, or notes an error if it is not a single word.
fn one_word(reader: &mut Reader<'_>, word: &At<String>) -> Option<String> {
    if word.is.is_empty() || !word.is.chars().all(char::is_alphanumeric) {
        reader.note(word.at, say!("error-invalid-synonym", word = &word.is), say!("hint-synonym"));
        return None;
    }
    Some(fold(&word.is))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_list_are_synonyms_of_each_other() {
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
    fn errors_have_a_line() {
        refused("a = [\"b\"]\nnoise = \"loud\"\n", "error-wrong-type", 2);
        refused("noise = [\"loud\",\n 3]\n", "error-wrong-type", 2);
        refused("noise = [\"power tools\"]\n", "error-invalid-synonym", 1);
        refused("noise = [loud]\n", "error-straight-quotes", 1);
        refused("a = []\n<<<<<<< HEAD\n", "error-merge-conflict", 2);
    }
}
