//! Converts days to TOML dates and back.

use chrono::{Datelike, NaiveDate};
use toml::value::{Date, Datetime};

/// Converts a day to a TOML date, whose year is at most 9999.
pub(crate) fn to_toml(day: NaiveDate) -> Datetime {
    let date = Date {
        year: u16::try_from(day.year()).unwrap_or(9999),
        month: u8::try_from(day.month()).unwrap_or(12),
        day: u8::try_from(day.day()).unwrap_or(31),
    };
    Datetime { date: Some(date), time: None, offset: None }
}

/// Converts a TOML date to a day, unless it has a time or does not exist.
pub(crate) fn from_toml(date: &Datetime) -> Option<NaiveDate> {
    let Datetime { date: Some(date), time: None, offset: None } = date else { return None };
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}
