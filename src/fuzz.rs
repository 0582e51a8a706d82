//! What the fuzz targets in `fuzz/` need of the private modules: each function reads a text, writes
//! what it read, and reads that again. Not part of the program.

use std::fmt::Debug;

use crate::circle::Circle;
use crate::dialogue::{Input, input};
use crate::error::Error;
use crate::meeting::{Fact, Meeting, What};
use crate::records::format::journal;
use crate::records::{Decision, Election, FrontMatter, Synonyms, Topic};

/// A value, and what was read again after it was written.
pub struct Twice<T> {
    /// What was read from the text.
    pub value: T,
    /// What was read from the written value.
    pub again: Result<T, Vec<Error>>,
}

/// What reading a text comes to: a value, or all errors.
pub type Read<T> = Result<Twice<T>, Vec<Error>>;

/// Reads a circle file. A circle is written into the head of a journal only.
pub fn circle(text: &str) -> Read<impl PartialEq + Debug + use<>> {
    let mut value = Circle::read(text)?;
    // The head of a journal always names the language.
    value.language.get_or_insert_with(|| "en".to_owned());
    let fact =
        Fact { what: What::Closed {}, at: "2026-09-05T19:00:00Z".parse().unwrap_or_default() };
    let written = journal::head(&value) + &journal::block(&fact);
    let again = journal::read(&written).map(|it| it.head).map_err(Vec::from);
    Ok(Twice { value, again })
}

/// Reads a journal and, where its format is walked, also walks over its facts.
pub fn journal(text: &str) -> Read<impl PartialEq + Debug + use<>> {
    let mut journal = journal::read(text)?;
    journal.head.language.get_or_insert_with(|| "en".to_owned());
    let head = if journal.as_of { journal::head_as_of } else { journal::head };
    let blocks = journal.facts.iter().map(journal::block);
    let written: String = [head(&journal.head)].into_iter().chain(blocks).collect();
    if journal.older().is_none() {
        // A journal need not follow the procedure; only a panic is a fault here.
        drop(Meeting::of(journal.format, journal.head.clone(), journal.facts.clone()));
    }
    let again = journal::read(&written).map(|it| (it.head, it.as_of, it.facts));
    let value = (journal.head, journal.as_of, journal.facts);
    Ok(Twice { value, again: again.map_err(Vec::from) })
}

/// Reads a decision.
pub fn decision(text: &str) -> Read<impl PartialEq + Debug + use<>> {
    record::<Decision>(text)
}

/// Reads an election.
pub fn election(text: &str) -> Read<impl PartialEq + Debug + use<>> {
    record::<Election>(text)
}

/// Reads a topic.
pub fn topic(text: &str) -> Read<impl PartialEq + Debug + use<>> {
    record::<Topic>(text)
}

fn record<T: FrontMatter>(text: &str) -> Read<T> {
    let value = T::read_text(text)?;
    let again = T::read_text(&value.to_text());
    Ok(Twice { value, again })
}

/// Reads a script. Its answers are written one below the other, texts between fences.
pub fn script(text: &str) -> Read<impl PartialEq + Debug + use<>> {
    let answers = |text: &str| -> Result<Vec<Input>, Error> {
        Ok(input::parse(text)?.into_iter().map(|(_, said)| said).collect())
    };
    let value = answers(text)?;
    let fence = input::FENCE;
    let text = |text: &String| format!("{fence}\n{text}\n{fence}\n");
    let write =
        |it: &Input| format!("{}\n{}", it.line, it.text.as_ref().map(text).unwrap_or_default());
    // A first answer that begins with a BOM is not the beginning of the file.
    let written = "\n".to_owned() + &value.iter().map(write).collect::<String>();
    let again = answers(&written).map_err(Vec::from);
    Ok(Twice { value, again })
}

/// Reads a `words.toml`. No program writes it, so it is only read twice.
pub fn words(text: &str) -> Read<impl PartialEq + Debug + use<>> {
    Ok(Twice { value: Synonyms::read(text)?, again: Synonyms::read(text) })
}
