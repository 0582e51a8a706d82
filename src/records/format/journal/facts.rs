//! Collects the facts of a journal as the parser finds them, and the first thing wrong with them.

use strum::VariantNames;
use toml_parser::ParseError;

use crate::error::Error;
use crate::lang::say;
use crate::meeting::{Fact, Moment, What};
use crate::records::format::journal::events::{self, Misplaced, RawFact};
use crate::records::format::journal::fact::{self, NoFact};
use crate::records::format::journal::wrong_keys::{Wanted, wrong_value};
use crate::records::format::journal::{FACT, Standing};
use crate::toml_file::{FileKind, conflict, syntax, unknown_key, unknown_word};

/// The facts of a journal as far as it was parsed.
#[derive(Default)]
pub(crate) struct Facts<'t> {
    text: &'t str,
    /// The kinds of facts to read; `None` reads all.
    kinds: Option<&'t [&'t str]>,
    /// The byte offset of each fact.
    pub(crate) starts: Vec<usize>,
    /// The facts before the first error; `None` for a kind that is not read.
    pub(crate) made: Vec<Option<Fact>>,
    /// The moments of the first and the last fact.
    pub(crate) moments: Option<(Moment, Moment)>,
    /// The end of the last value of the last fact in `made`.
    pub(crate) whole_to: usize,
    /// Whether any text follows the moment of the last fact, which may not be in `made`.
    pub(crate) ended: bool,
    pub(crate) wrong: Option<WrongFact>,
}

/// The first error in the facts.
pub(crate) struct WrongFact {
    pub(crate) error: Error,
    /// The fact with the error; `None` if it is outside of the facts.
    pub(crate) index: Option<usize>,
    /// Whether the fact may only be cut short.
    pub(crate) unfinished: bool,
}

impl<'t> Facts<'t> {
    pub(crate) fn new(text: &'t str, kinds: Option<&'t [&'t str]>) -> Self {
        Self { text, kinds, ..Self::default() }
    }

    /// Reads a fact, or only its moment where its kind is not asked for.
    fn make(&self, raw: &RawFact<'_, 't>) -> Result<(Moment, Option<Fact>), NoFact> {
        let Some(kinds) = self.kinds else {
            return fact::whole(self.text, raw).map(|it| (it.at, Some(it)));
        };
        let at = fact::moment(self.text, raw)?;
        let (what, span) = fact::what(self.text, raw)?;
        let what = what.as_ref();
        if kinds.contains(&what) || Standing::KINDS.contains(&what) {
            return fact::whole(self.text, raw).map(|it| (at, Some(it)));
        }
        if !What::VARIANTS.contains(&what) {
            let error = unknown_word("what", what, What::VARIANTS.iter().copied());
            return Err(error.at_offset(self.text, span.start).into());
        }
        Ok((at, None))
    }

    /// Returns the first error, which may be the syntax error `broken`. Within one fact a syntax
    /// error comes before any other.
    pub(crate) fn first_wrong(
        &mut self,
        text: &str,
        broken: Option<&ParseError>,
    ) -> Option<WrongFact> {
        let wrong = self.wrong.take();
        let Some(error) = broken else { return wrong };
        let at = error.unexpected().or(error.context()).map_or(0, |it| it.start());
        let index = self.starts.partition_point(|it| *it <= at).checked_sub(1);
        if let Some(wrong) = wrong
            && wrong.index < index
        {
            return Some(wrong);
        }
        if at < self.whole_to {
            // The error is in a fact that was read, so that the fact is not merely cut short.
            self.made.truncate(index.unwrap_or_default());
            self.whole_to = 0;
        }
        let unfinished = self.whole_to > 0 && index.is_some_and(|it| it + 1 == self.starts.len());
        Some(WrongFact { error: broken_syntax(text, error), index, unfinished })
    }

    /// Adds a fact whose keys were all parsed.
    pub(crate) fn fact(&mut self, raw: &RawFact<'_, 't>) {
        self.starts.push(raw.start);
        let moment = raw.fields.iter().find(|it| it.key == "at");
        self.ended = moment.is_some_and(|it| it.value.span.end < self.text.len());
        if self.wrong.is_some() {
            return;
        }
        let index = Some(self.made.len());
        match self.make(raw) {
            Ok((at, fact)) => {
                self.moments.get_or_insert((at, at)).1 = at;
                let ends = raw.fields.iter().map(|it| it.value.span.end);
                self.whole_to = ends.max().unwrap_or(raw.start);
                self.made.push(fact);
            }
            Err(NoFact { error, unfinished }) => {
                let error = fact::broken_value(self.text, raw).unwrap_or(error);
                self.wrong = Some(WrongFact { error, index, unfinished });
            }
        }
    }

    /// Notes something found in the place of a fact or of its keys.
    pub(crate) fn misplaced(&mut self, it: Misplaced<'t>) {
        let (text, count) = (self.text, self.starts.len());
        let (error, at, index) = match it {
            Misplaced::NoFact(span) => {
                let written = text.get(span.clone()).unwrap_or_default();
                (wrong_value(events::KEY, written, Wanted::Text), span.start, None)
            }
            Misplaced::Below(key, at) => {
                let known = ["what", "at"].into_iter();
                (unknown_key(&key, known), at, count.checked_sub(1))
            }
            Misplaced::Twice(key, at) => {
                let error = Error::new(say!("error-key-twice", key = key.as_ref()));
                (error.hint(FileKind::Journal.twice_hint()), at, Some(count))
            }
        };
        let error = error.at_offset(text, at);
        self.wrong.get_or_insert(WrongFact { error, index, unfinished: false });
    }
}

/// Makes the error message of a syntax error.
pub(crate) fn broken_syntax(text: &str, error: &ParseError) -> Error {
    if let Some(error) = conflict(text, false) {
        return error.hint(say!("hint-conflict-journal"));
    }
    let at = error.unexpected().or(error.context()).map_or(0, |it| it.start());
    let line = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let refused = syntax::refuse(text, error, FileKind::Journal);
    if !text[line..].starts_with(FACT) {
        return refused;
    }
    // There is text after `[[fact]]` on its line.
    let error = Error::new(say!("error-missing-token", token = FACT));
    error.hint(say!("hint-journal-toml")).at_offset(text, line)
}
