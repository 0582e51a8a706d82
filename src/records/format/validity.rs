//! Reads and writes how long a decision stands in the front matter of decisions and topics.

use chrono::NaiveDate;

use crate::circle::Term;
use crate::error::Error;
use crate::lang::say;
use crate::meeting::validity::{Lasting, ValidityKeys, WrongKeys};
use crate::meeting::{DatedValidity, Validity};
use crate::records::format::record_parts::between;
use crate::toml_file::fields::{Field, Group, Pair};
use crate::toml_file::from_toml;
use crate::toml_file::reader::{Reader, Section};

/// Makes the error for a key that contradicts another one that says how long a decision stands.
pub(crate) fn beside(key: &str) -> Error {
    Error::new(say!("error-how-long-contradicts", key = key)).hint(say!("hint-how-long"))
}

/// Reads the keys; `None` where the value of one is wrong.
fn keys<'t>(reader: &mut Reader<'t>, section: &Section<'t>) -> Option<ValidityKeys> {
    let keys = ValidityKeys {
        term: <Option<Term>>::read(reader, section, "term")?,
        until: <Option<NaiveDate>>::read(reader, section, "until")?,
        lasts: <Option<Term>>::read(reader, section, "lasts")?,
        expires: <Option<NaiveDate>>::read(reader, section, "expires")?,
        review: <Option<NaiveDate>>::read(reader, section, "review")?,
        once: bool::read(reader, section, "once")?,
    };
    // `once = false` says nothing.
    let is_read =
        |key: &str, value: &Option<_>| value.is_some() || !section.has(key) || key == "once";
    let is_flag = !section.has("once") || section.value("once")?.get_ref().is_bool();
    (is_flag && keys.pairs().iter().all(|(key, value)| is_read(key, value))).then_some(keys)
}

/// Notes what is wrong with the keys.
fn judged<'t, T: Lasting>(
    reader: &mut Reader<'t>,
    section: &Section<'t>,
    keys: ValidityKeys,
) -> Option<T> {
    match T::of(keys) {
        Ok(validity) => Some(validity),
        Err(WrongKeys::Missing(key)) => reader.missing(section, key),
        Err(WrongKeys::Beside(key)) => {
            reader.note_error(section.place(key), beside(key));
            None
        }
    }
}

/// How long a decision stands. By hand only one key is needed: what follows from it and from the
/// day of the decision is completed.
impl Group for DatedValidity {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>) -> Option<Self> {
        let mut keys = keys(reader, section)?;
        let date = section.value("date").and_then(|it| from_toml(it.get_ref().as_datetime()?));
        match (keys.validity(), keys.review, date) {
            (Ok(None), None, _) => return reader.missing(section, "review"),
            (Ok(None), Some(review), Some(date)) => keys.term = Some(between(date, review)),
            // That the date is missing is noted with the date.
            (Ok(None), Some(_), None) => return None,
            (Ok(Some(Validity::Until(day))), None, _) => keys.review = Some(day),
            (Ok(Some(Validity::Lasts(term))), _, Some(date)) if keys.expires.is_none() => {
                keys.expires = Some(term.after(date));
            }
            _ => {}
        }
        judged(reader, section, keys)
    }

    fn pairs(&self) -> Vec<Pair> {
        self.keys().pairs().into()
    }
}

/// How long a proposed decision would stand, if that is known.
impl Group for Option<Validity> {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>) -> Option<Self> {
        let keys = keys(reader, section)?;
        judged(reader, section, keys)
    }

    fn pairs(&self) -> Vec<Pair> {
        self.keys().pairs().into()
    }
}
