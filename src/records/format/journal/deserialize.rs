//! A serde deserializer that makes a [`What`] of the keys and values of one fact.
//!
//! Values are decoded only when serde asks for them. No `toml` tree is built.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::iter;
use std::ops::Range;
use std::slice::Iter;

use serde::Deserialize;
use serde::de::value::{CowStrDeserializer, MapAccessDeserializer, MapDeserializer};
use serde::de::{
    self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use toml_parser::ParseError;
use toml_parser::decoder::ScalarKind;

use crate::error::Error;
use crate::meeting::{DAY, What, plain_day};
use crate::records::format::journal::events::{RawField, RawValue, ValueKind};
use crate::records::format::journal::wrong_keys::{Wanted, missing, wrong_value};
use crate::records::format::validity::beside;
use crate::text::nearest;
use crate::toml_file::{FileKind, syntax, unknown_key, unknown_word};

/// Makes a fact of the kind that `what` names. The keys `what` and `at` are skipped.
pub(crate) fn deserialize<'t>(
    text: &'t str,
    what: Cow<'t, str>,
    fields: &[RawField<'t>],
) -> Result<What, Wrong> {
    let fields = FieldAccess { text, fields: fields.iter(), current: None };
    // A map with one entry is how serde reads an enum: kind = { fields }.
    let tagged = MapDeserializer::new(iter::once((what, MapAccessDeserializer::new(fields))));
    What::deserialize(MapAccessDeserializer::new(tagged))
}

/// The error of the deserializer.
#[derive(Debug)]
pub(crate) struct Wrong {
    fault: Fault,
    /// The key, and the range of the key or its value in the journal.
    place: Option<(String, Range<usize>)>,
}

#[derive(Debug)]
enum Fault {
    Missing(&'static str),
    /// A key that contradicts another one.
    Beside(&'static str),
    UnknownKey(String, &'static [&'static str]),
    UnknownWord(String, &'static [&'static str]),
    ValueKind(Wanted),
    Syntax(ParseError),
}

impl From<Fault> for Wrong {
    fn from(fault: Fault) -> Self {
        Self { fault, place: None }
    }
}

impl Wrong {
    pub(crate) fn is_unknown_word(&self) -> bool {
        matches!(self.fault, Fault::UnknownWord(..))
    }

    /// Makes the error message. `key` and `place` are used where the error has none of its own.
    pub(crate) fn into_error(self, text: &str, key: &str, place: Range<usize>) -> Error {
        let (key, place) = self.place.unwrap_or_else(|| (key.to_owned(), place));
        let written = text.get(place.clone()).unwrap_or_default();
        let error = match self.fault {
            Fault::Missing(key) => missing(key),
            Fault::Beside(key) => beside(key),
            Fault::UnknownKey(key, known) => {
                let header = nearest(&key, ["fact"]);
                unknown_key(&key, known.iter().copied().chain(["what", "at"]).chain(header))
            }
            Fault::UnknownWord(word, known) => unknown_word(&key, &word, known.iter().copied()),
            Fault::ValueKind(wanted) => wrong_value(&key, written, wanted),
            Fault::Syntax(error) => return syntax::refuse(text, &error, FileKind::Journal),
        };
        error.at_offset(text, place.start)
    }
}

impl Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.fault)
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: Display>(_: T) -> Self {
        Fault::ValueKind(Wanted::Text).into()
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Fault::UnknownWord(word.to_owned(), known).into()
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Fault::UnknownKey(key.to_owned(), known).into()
    }

    fn missing_field(key: &'static str) -> Self {
        Fault::Missing(key).into()
    }

    fn duplicate_field(key: &'static str) -> Self {
        Fault::Beside(key).into()
    }
}

/// Decodes a scalar; any other value is an error.
pub(crate) fn decode<'t>(
    text: &'t str,
    item: &RawValue,
) -> Result<(ScalarKind, Cow<'t, str>), Wrong> {
    let ValueKind::Scalar(encoding) = item.value else {
        return Err(Fault::ValueKind(Wanted::Text).into());
    };
    let mut error: Option<ParseError> = None;
    let decoded = syntax::scalar(text, &item.span, encoding, &mut error);
    error.map_or(Ok(decoded), |it| Err(Fault::Syntax(it).into()))
}

/// The keys of a fact with their values, without `what` and `at`.
struct FieldAccess<'f, 'de> {
    text: &'de str,
    fields: Iter<'f, RawField<'de>>,
    /// The field whose key was read last.
    current: Option<&'f RawField<'de>>,
}

impl<'de> MapAccess<'de> for FieldAccess<'_, 'de> {
    type Error = Wrong;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Wrong> {
        self.current = self.fields.find(|it| !matches!(it.key.as_ref(), "what" | "at"));
        let Some(field) = self.current else { return Ok(None) };
        let key = CowStrDeserializer::<Wrong>::new(field.key.clone());
        seed.deserialize(key).map(Some).map_err(|wrong: Wrong| {
            let place = field.key_at..field.key_at;
            Wrong { place: Some((field.key.to_string(), place)), ..wrong }
        })
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Wrong> {
        let field = self.current.expect("serde asks for a value after its key");
        let value = ValueDeserializer { text: self.text, item: &field.value };
        seed.deserialize(value).map_err(|wrong| {
            // An error in a list has the place of the list's item.
            let place = wrong.place.map_or_else(|| field.value.span.clone(), |(_, place)| place);
            Wrong { place: Some((field.key.to_string(), place)), fault: wrong.fault }
        })
    }
}

/// One value of a fact, still encoded.
struct ValueDeserializer<'f, 'de> {
    text: &'de str,
    item: &'f RawValue,
}

impl<'de> Deserializer<'de> for ValueDeserializer<'_, 'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match decode(self.text, self.item)? {
            (ScalarKind::String, Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            (ScalarKind::String, Cow::Owned(text)) => visitor.visit_string(text),
            (ScalarKind::Boolean(flag), _) => visitor.visit_bool(flag),
            (ScalarKind::Integer(radix), digits) => {
                let number = i64::from_str_radix(&digits, radix.value());
                visitor.visit_i64(number.map_err(|_| Fault::ValueKind(Wanted::Text))?)
            }
            (ScalarKind::DateTime | ScalarKind::Float, _) => {
                Err(Fault::ValueKind(Wanted::Text).into())
            }
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match decode(self.text, self.item) {
            Ok((ScalarKind::Boolean(flag), _)) => visitor.visit_bool(flag),
            Err(Wrong { fault: Fault::Syntax(error), .. }) => Err(Fault::Syntax(error).into()),
            _ => Err(Fault::ValueKind(Wanted::Flag).into()),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let ValueKind::List(items) = &self.item.value else {
            return Err(Fault::ValueKind(Wanted::List).into());
        };
        visitor.visit_seq(ListAccess { text: self.text, items: items.iter() })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_some(self)
    }

    /// Reads a [`DAY`], which must be a date without quotes; any other newtype is read by its
    /// content.
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        if name != DAY {
            return visitor.visit_newtype_struct(self);
        }
        let written = self.text.get(self.item.span.clone()).unwrap_or_default();
        let is_plain = matches!(self.item.value, ValueKind::Scalar(None));
        let day = plain_day(written.as_bytes()).filter(|_| is_plain);
        day.ok_or(Fault::ValueKind(Wanted::Text))?;
        visitor.visit_bytes(written.as_bytes())
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let (ScalarKind::String, word) = decode(self.text, self.item)? else {
            return Err(Fault::ValueKind(Wanted::Text).into());
        };
        let word: CowStrDeserializer<'_, Wrong> = word.into_deserializer();
        word.deserialize_enum(name, variants, visitor)
    }

    serde::forward_to_deserialize_any! {
        u8 u16 u32 u64 i8 i16 i32 i64 f32 f64 char str string bytes byte_buf map unit
        struct ignored_any unit_struct tuple_struct tuple identifier
    }
}

struct ListAccess<'f, 'de> {
    text: &'de str,
    items: Iter<'f, RawValue>,
}

impl<'de> SeqAccess<'de> for ListAccess<'_, 'de> {
    type Error = Wrong;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Wrong> {
        let Some(item) = self.items.next() else { return Ok(None) };
        let read = seed.deserialize(ValueDeserializer { text: self.text, item });
        read.map(Some).map_err(|wrong| Wrong {
            place: Some((String::new(), item.span.clone())),
            fault: wrong.fault,
        })
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}
