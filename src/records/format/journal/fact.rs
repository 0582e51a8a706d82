//! Makes a fact of its keys and values, as serde reads them.

use std::borrow::Cow;
use std::ops::Range;

use chrono::{FixedOffset, NaiveDate};
use toml::value::{Datetime, Offset};
use toml_parser::ParseError;
use toml_parser::decoder::ScalarKind;

use crate::error::Error;
use crate::meeting::{Fact, Moment};
use crate::records::format::journal::deserialize::{decode, deserialize};
use crate::records::format::journal::events::{Item, RawFact, Value};
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
        Value::Scalar(None) => written.parse().ok().and_then(|it| to_moment(&it)),
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
    fn first(text: &str, item: &Item) -> Option<ParseError> {
        match &item.value {
            Value::Scalar(encoding) => {
                let mut error = None;
                syntax::scalar(text, &item.span, *encoding, &mut error);
                error
            }
            Value::List(items) => items.iter().find_map(|it| first(text, it)),
            Value::Table => None,
        }
    }
    let error = fact.fields.iter().find_map(|it| first(text, &it.value))?;
    Some(syntax::refuse(text, &error, FileKind::Journal))
}

/// Returns the moment, if date, time to the second and offset are all there.
fn to_moment(at: &Datetime) -> Option<Moment> {
    let Datetime { date: Some(date), time: Some(time), offset: Some(offset) } = at else {
        return None;
    };
    let minutes = match offset {
        Offset::Z => 0,
        Offset::Custom { minutes } => i32::from(*minutes),
    };
    let nanosecond = time.nanosecond.unwrap_or(0);
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())?
        .and_hms_nano_opt(time.hour.into(), time.minute.into(), time.second?.into(), nanosecond)?
        .and_local_timezone(FixedOffset::east_opt(minutes * 60)?)
        .single()
}
