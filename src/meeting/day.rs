//! Serializes days as TOML dates, and reads them from TOML dates or plain text.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use toml::value::Datetime;

use crate::toml_file::{from_toml, to_toml};

/// The moment at which a fact was recorded, with the local offset from UTC.
pub type Moment = DateTime<FixedOffset>;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
pub(crate) fn serialize<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
    to_toml(*day).serialize(to)
}

/// The newtype name under which a day is requested from a deserializer.
pub(crate) const DAY: &str = "Day";

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    from.deserialize_newtype_struct(DAY, Day)
}

/// Accepts a TOML date, or the bytes of `2026-09-05` from a deserializer that knows [`DAY`].
struct Day;

impl<'de> Visitor<'de> for Day {
    type Value = NaiveDate;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<NaiveDate, D::Error> {
        let date = Datetime::deserialize(from)?;
        from_toml(&date).ok_or_else(|| de::Error::custom(format_args!("`{date}` is no day")))
    }

    fn visit_bytes<E: de::Error>(self, day: &[u8]) -> Result<NaiveDate, E> {
        plain_day(day).ok_or_else(|| E::custom("no day"))
    }
}

/// Reads a day in the format `2026-09-05`.
pub(crate) fn plain_day(text: &[u8]) -> Option<NaiveDate> {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = *text else { return None };
    let digits = |digits: &[u8]| {
        let is_number = digits.iter().all(u8::is_ascii_digit);
        is_number.then(|| digits.iter().fold(0, |sum, it| sum * 10 + u32::from(it - b'0')))
    };
    let year = i32::try_from(digits(&[y0, y1, y2, y3])?).ok()?;
    NaiveDate::from_ymd_opt(year, digits(&[m0, m1])?, digits(&[d0, d1])?)
}

pub(crate) mod option {
    use chrono::NaiveDate;
    use serde::{Deserializer, Serialize, Serializer};

    use crate::toml_file::to_toml;

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        clippy::ref_option,
        reason = "serde passes a reference"
    )]
    pub(crate) fn serialize<S: Serializer>(
        day: &Option<NaiveDate>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(to_toml).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<NaiveDate>, D::Error> {
        super::deserialize(from).map(Some)
    }
}
