//! Makes a [`Fact`] of its keys and values, or says what is wrong with them.

use std::borrow::Cow;
use std::ops::Range;

use toml_parser::ParseError;
use toml_parser::decoder::ScalarKind;

use crate::error::Error;
use crate::meeting::{Fact, Moment};
use crate::records::format::journal::deserialize::{decode, deserialize};
use crate::records::format::journal::events::{RawFact, RawField, RawValue, ValueKind};
use crate::records::format::journal::wrong_keys::{Wanted, missing, wrong_value};
use crate::toml_file::{FileKind, syntax};

/// Why keys and values do not make a fact.
#[derive(Debug)]
pub(crate) struct NoFact {
    pub(crate) error: Error,
    /// Whether the fact may only be cut short, as by a crash.
    pub(crate) unfinished: bool,
}

impl From<Error> for NoFact {
    fn from(error: Error) -> Self {
        Self { error, unfinished: false }
    }
}

/// Reads the key `at`.
pub(crate) fn moment(text: &str, fact: &RawFact<'_, '_>) -> Result<Moment, NoFact> {
    // `at` is written last, so that a fact without it may be cut short.
    let field = field(text, fact, "at").map_err(|error| NoFact { error, unfinished: true })?;
    let span = &field.value.span;
    let written = text.get(span.clone()).unwrap_or_default();
    let is_plain = matches!(field.value.value, ValueKind::Scalar(None));
    read_moment(written).filter(|_| is_plain).ok_or_else(|| NoFact {
        error: wrong_value("at", written, Wanted::Text).at_offset(text, span.start),
        unfinished: span.end == text.len(),
    })
}

/// Reads the key `what`: the kind of the fact, and the range of that value in the text.
pub(crate) fn what<'t>(
    text: &'t str,
    fact: &RawFact<'_, 't>,
) -> Result<(Cow<'t, str>, Range<usize>), NoFact> {
    let value = &field(text, fact, "what")?.value;
    let span = value.span.clone();
    match decode(text, value) {
        Ok((ScalarKind::String, what)) => Ok((what, span)),
        Ok(_) => {
            let written = text.get(span.clone()).unwrap_or_default();
            Err(wrong_value("what", written, Wanted::Text).at_offset(text, span.start).into())
        }
        Err(wrong) => Err(wrong.into_error(text, "what", span).into()),
    }
}

fn field<'f, 't>(text: &str, fact: &RawFact<'f, 't>, key: &str) -> Result<&'f RawField<'t>, Error> {
    let field = fact.fields.iter().find(|it| it.key == key);
    field.ok_or_else(|| missing(key).at_offset(text, fact.start))
}

/// Reads all keys of a fact.
pub(crate) fn whole<'t>(text: &'t str, fact: &RawFact<'_, 't>) -> Result<Fact, NoFact> {
    let at = moment(text, fact)?;
    let (word, span) = what(text, fact)?;
    let what = deserialize(text, word, fact.fields).map_err(|wrong| {
        let place = if wrong.is_unknown_word() { span } else { fact.start..fact.start };
        wrong.into_error(text, "what", place)
    })?;
    Ok(Fact { what, at })
}

/// Returns the first syntax error in the values of a fact.
pub(crate) fn broken_value(text: &str, fact: &RawFact<'_, '_>) -> Option<Error> {
    fn first(text: &str, item: &RawValue) -> Option<ParseError> {
        match &item.value {
            ValueKind::Scalar(encoding) => {
                let mut error = None;
                syntax::scalar(text, &item.span, *encoding, &mut error);
                error
            }
            ValueKind::List(items) => items.iter().find_map(|it| first(text, it)),
            ValueKind::Table => None,
        }
    }
    let error = fact.fields.iter().find_map(|it| first(text, &it.value))?;
    Some(syntax::refuse(text, &error, FileKind::Journal))
}

/// Reads a date with a time to the second and an offset, as TOML writes them.
fn read_moment(written: &str) -> Option<Moment> {
    let moment = Moment::parse_from_rfc3339(written).ok()?;
    // chrono also takes leap seconds and the minus sign U+2212, which TOML does not have.
    (written.is_ascii() && moment.timestamp_subsec_nanos() < 1_000_000_000).then_some(moment)
}
