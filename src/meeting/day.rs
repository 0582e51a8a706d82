//! Days as TOML's own dates, and moments.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use toml::value::{Date, Datetime};

/// The moment something was said, with the offset from UTC of the place where it was.
pub type Moment = DateTime<FixedOffset>;

/// Returns the day as a TOML date.
pub fn to_toml(day: NaiveDate) -> Datetime {
    let date = Date {
        year: u16::try_from(day.year()).unwrap_or(9999),
        month: u8::try_from(day.month()).unwrap_or(12),
        day: u8::try_from(day.day()).unwrap_or(31),
    };
    Datetime { date: Some(date), time: None, offset: None }
}

/// Returns the TOML date as a day, unless it carries a time or does not exist.
pub fn from_toml(date: &Datetime) -> Option<NaiveDate> {
    let Datetime { date: Some(date), time: None, offset: None } = date else { return None };
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
pub fn serialize<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
    to_toml(*day).serialize(to)
}

pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let date = Datetime::deserialize(from)?;
    from_toml(&date).ok_or_else(|| de::Error::custom(format_args!("`{date}` is no day")))
}

pub mod option {
    use chrono::NaiveDate;
    use serde::{Deserializer, Serializer};

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        clippy::ref_option,
        reason = "serde passes a reference"
    )]
    pub fn serialize<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => super::serialize(day, to),
            None => to.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
        super::deserialize(from).map(Some)
    }
}
