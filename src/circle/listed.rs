//! Everyone in the organisation: `people.toml` beside the topmost circle's file, written by hand.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::circle::check_name;
use crate::error::Error;
use crate::lang::say;
use crate::text::{fold, same};
use crate::toml_file::fields::{Keys, Table};
use crate::toml_file::reader::Reader;
use crate::toml_file::{parse_whole, table};

/// The keys of the file.
const KEYS: &Keys = &[("person", "[[person]]")];

table! {
    /// Somebody in the organisation: `[[person]]`.
    #[derive(Clone, Debug, PartialEq)]
    pub(crate) struct ListedPerson {
        /// The name under which circles know them.
        name: String = r#""Ana""# [by Reader::name],
        /// Other names under which circles know them.
        also: Vec<String> = r#"["Ana Berger"]"#,
        /// The day on which they joined the organisation.
        joined: Option<NaiveDate> = "2026-03-04",
        /// Their last day in it.
        left: Option<NaiveDate> = "2027-03-04",
        email: Option<String> = r#""ana@example.org""# [by Reader::some_line] [or Some(None)],
    }
}

impl ListedPerson {
    /// Reads the text of a `people.toml`.
    ///
    /// # Errors
    ///
    /// Every problem of the text, each with a line.
    pub(crate) fn read_all(text: &str) -> Result<Vec<Self>, Vec<Error>> {
        let (text, table) = parse_whole(text)?;
        let mut reader = Reader::new(text);
        let top = reader.section(&table, 0, KEYS);
        let sections = reader.tables(&top, "person", Self::KEYS).unwrap_or_default();
        let mut names = HashSet::new();
        let mut people = Vec::new();
        for section in &sections {
            let Some(person) = Self::read(&mut reader, section) else { continue };
            for name in person.names() {
                let place = if *name == person.name { "name" } else { "also" };
                if let Err(err) = check_name(name) {
                    reader.note_error(section.place(place), err);
                }
                if !names.insert(fold(name)) {
                    let twice = say!("error-name-twice", name = name);
                    reader.note(section.place(place), twice, say!("hint-name-twice"));
                }
            }
            people.push(person);
        }
        reader.finish(Some(people))
    }

    /// Returns all their names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &String> {
        [&self.name].into_iter().chain(&self.also)
    }

    /// Returns whether circles know them under a name, ignoring case and accents.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.names().any(|it| same(it, name))
    }

    /// Returns whether they are in the organisation on a day.
    pub(crate) fn is_there(&self, day: NaiveDate) -> bool {
        self.joined.is_none_or(|it| it <= day) && self.left.is_none_or(|it| day <= it)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(text: &str, key: &str, line: usize) {
        let error = &ListedPerson::read_all(text).unwrap_err()[0];
        assert_eq!((error.message.key, error.place.line), (key, Some(line)), "{text}");
    }

    #[test]
    fn a_name_is_that_of_one_person() {
        let text = "[[person]]\nname = \"Ana\"\nalso = [\"Ana B\"]\njoined = 2026-01-01\n\
                    left = 2026-12-31\n[[person]]\nname = \"Ben\"\n";
        let people = ListedPerson::read_all(text).unwrap();
        let there = |day: &str| people[0].is_there(day.parse().unwrap());
        assert_eq!(
            [there("2025-12-31"), there("2026-01-01"), there("2026-12-31"), there("2027-01-01")],
            [false, true, true, false]
        );
        assert_eq!(ListedPerson::read_all("").unwrap(), []);
        refused(&format!("{text}also = [\"ANA B\"]\n"), "error-name-twice", 8);
        refused("[[person]]\nname = \"Ana, Ben\"\n", "error-invalid-name", 2);
        refused("[[person]]\nnam = \"Ana\"\n", "error-unknown-key", 2);
        refused("[[persons]]\nname = \"Ana\"\n", "error-unknown-key", 1);
        refused("[[person]]\nname = Ana\n", "error-straight-quotes", 2);
        refused("[[person]]\nname = \"Ana\"\n<<<<<<< HEAD\n", "error-merge-conflict", 3);
    }
}
