//! Makes a fact of its keys and values, as serde reads them.

use std::borrow::Cow;
use std::ops::Range;

use chrono::FixedOffset;
use toml_parser::ParseError;
use toml_parser::decoder::ScalarKind;

use crate::error::Error;
use crate::meeting::{Fact, Moment, plain_day};
use crate::records::format::journal::deserialize::{decode, deserialize};
use crate::records::format::journal::events::{RawFact, RawValue, ValueKind};
use crate::records::format::journal::wrong_keys::{Wanted, missing, wrong_value};
use crate::toml_file::{FileKind, syntax};

/// Why keys and values are no fact.
#[derive(Debug)]
pub(crate) struct NoFact {
    /// What is wrong, with its place.
    pub(crate) error: Error,
    /// Whether it only ends too early, as where a crash cut it.
    pub(crate) unfinished: bool,
}

/// Returns the moment of a fact.
pub(crate) fn moment(text: &str, fact: &RawFact<'_, '_>) -> Result<Moment, NoFact> {
    let refused = |error: Error, at: usize, unfinished| {
        Err(NoFact { error: error.at_offset(text, at), unfinished })
    };
    let Some(field) = fact.fields.iter().find(|it| it.key == "at") else {
        return refused(missing("at"), fact.start, true);
    };
    let span = field.value.span.clone();
    let written = text.get(span.clone()).unwrap_or_default();
    let moment = match field.value.value {
        ValueKind::Scalar(None) => to_moment(written.as_bytes()),
        _ => None,
    };
    match moment {
        Some(moment) => Ok(moment),
        None => {
            refused(wrong_value("at", written, Wanted::Text), span.start, span.end == text.len())
        }
    }
}

/// Returns what happened, as the journal names it, and where that stands.
pub(crate) fn what<'t>(
    text: &'t str,
    fact: &RawFact<'_, 't>,
) -> Result<(Cow<'t, str>, Range<usize>), NoFact> {
    let refused = |error: Error, at| NoFact { error: error.at_offset(text, at), unfinished: false };
    let Some(field) = fact.fields.iter().find(|it| it.key == "what") else {
        return Err(refused(missing("what"), fact.start));
    };
    let span = field.value.span.clone();
    match decode(text, &field.value) {
        Ok((ScalarKind::String, what)) => Ok((what, span)),
        Ok(_) => Err(refused(
            wrong_value("what", text.get(span.clone()).unwrap_or_default(), Wanted::Text),
            span.start,
        )),
        Err(wrong) => {
            Err(NoFact { error: wrong.into_error(text, "what", span), unfinished: false })
        }
    }
}

/// Makes the whole fact.
pub(crate) fn whole<'t>(text: &'t str, fact: &RawFact<'_, 't>) -> Result<Fact, NoFact> {
    let at = moment(text, fact)?;
    let (word, span) = what(text, fact)?;
    let what = deserialize(text, word, fact.fields).map_err(|wrong| {
        let place = if wrong.is_unknown_word() { span } else { fact.start..fact.start };
        NoFact { error: wrong.into_error(text, "what", place), unfinished: false }
    })?;
    Ok(Fact { what, at })
}

/// Says what is wrong with the syntax of the first value that has a wrong one.
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

/// Reads a moment as TOML writes it, if date, time to the second and offset are all there.
fn to_moment(written: &[u8]) -> Option<Moment> {
    let (day, rest) = written.split_at_checked("2026-09-05".len())?;
    let [b'T' | b't' | b' ', hour @ .., b':', m0, m1, b':', s0, s1] = rest.get(..9)? else {
        return None;
    };
    let (nanosecond, offset) = fraction(&rest[9..])?;
    let time = plain_day(day)?.and_hms_nano_opt(
        number(hour)?,
        number(&[*m0, *m1])?,
        number(&[*s0, *s1])?,
        nanosecond,
    )?;
    time.and_local_timezone(to_offset(offset)?).single()
}

/// Reads parts of a second, where there are any, as nanoseconds. Returns what stands behind them.
fn fraction(rest: &[u8]) -> Option<(u32, &[u8])> {
    let Some(rest) = rest.strip_prefix(b".") else { return Some((0, rest)) };
    let count = rest.iter().take_while(|it| it.is_ascii_digit()).count();
    let (digits, rest) = rest.split_at(count);
    let nine = digits.iter().chain([b'0'; 8].iter()).take(9).copied();
    Some((number(&nine.collect::<Vec<u8>>())?, rest)).filter(|_| count > 0)
}

fn to_offset(written: &[u8]) -> Option<FixedOffset> {
    let seconds = match written {
        b"Z" | b"z" => 0,
        [sign @ (b'+' | b'-'), h0, h1, b':', m0, m1] => {
            let minutes = number(&[*m0, *m1]).filter(|it| *it < 60)?;
            let seconds = i32::try_from(number(&[*h0, *h1])? * 3600 + minutes * 60).ok()?;
            if *sign == b'-' { -seconds } else { seconds }
        }
        _ => return None,
    };
    FixedOffset::east_opt(seconds)
}

/// Reads a number of at most nine digits.
fn number(digits: &[u8]) -> Option<u32> {
    let is_number = digits.iter().all(u8::is_ascii_digit);
    is_number.then(|| digits.iter().fold(0, |sum, it| sum * 10 + u32::from(it - b'0')))
}
