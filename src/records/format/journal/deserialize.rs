//! Reads what happened from the keys and values of a fact, as serde asks for them.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::ops::Range;

use serde::Deserialize;
use serde::de::value::{CowStrDeserializer, MapAccessDeserializer};
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use toml_parser::ParseError;
use toml_parser::decoder::ScalarKind;

use crate::error::Error;
use crate::meeting::{DAY, What, plain_day};
use crate::records::format::journal::events::{RawField, RawValue, ValueKind};
use crate::records::format::journal::wrong_keys::{Wanted, missing, wrong_value};
use crate::text::nearest;
use crate::toml_file::{FileKind, syntax, unknown_key, unknown_word};

/// Reads what happened from the keys of a fact, which `what` names.
pub(crate) fn deserialize<'t>(
    text: &'t str,
    what: Cow<'t, str>,
    fields: &[RawField<'t>],
) -> Result<What, Wrong> {
    What::deserialize(FactDeserializer { text, what, fields, next: 0 })
}

/// What serde refused.
#[derive(Debug)]
pub(crate) struct Wrong {
    fault: Fault,
    /// The key, and where it or its value stands.
    place: Option<(String, Range<usize>)>,
}

#[derive(Debug)]
enum Fault {
    Missing(&'static str),
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
    /// Returns whether the journal does not know a word.
    pub(crate) fn is_unknown_word(&self) -> bool {
        matches!(self.fault, Fault::UnknownWord(..))
    }

    /// Says what is wrong; where the key is not known, of this key and at this place.
    pub(crate) fn into_error(self, text: &str, key: &str, place: Range<usize>) -> Error {
        let (key, place) = self.place.unwrap_or_else(|| (key.to_owned(), place));
        let written = text.get(place.clone()).unwrap_or_default();
        let error = match self.fault {
            Fault::Missing(key) => missing(key),
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

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
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
}

/// Decodes a value that is a scalar.
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

type Made<T> = Result<T, Wrong>;

/// The keys of a fact, tagged from outside by `what`, so that serde finds the variant at once.
struct FactDeserializer<'f, 'de> {
    text: &'de str,
    what: Cow<'de, str>,
    fields: &'f [RawField<'de>],
    next: usize,
}

impl<'de> Deserializer<'de> for FactDeserializer<'_, 'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Made<V::Value> {
        visitor.visit_enum(self)
    }

    serde::forward_to_deserialize_any! {
        bool u8 u16 u32 u64 i8 i16 i32 i64 f32 f64 char str string seq bytes byte_buf map unit
        option newtype_struct struct enum ignored_any unit_struct tuple_struct tuple identifier
    }
}

impl<'f, 'de> EnumAccess<'de> for FactDeserializer<'f, 'de> {
    type Error = Wrong;
    type Variant = FactDeserializer<'f, 'de>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        mut self,
        seed: S,
    ) -> Made<(S::Value, FactDeserializer<'f, 'de>)> {
        let what = std::mem::take(&mut self.what);
        Ok((seed.deserialize(CowStrDeserializer::<Wrong>::new(what))?, self))
    }
}

impl<'de> VariantAccess<'de> for FactDeserializer<'_, 'de> {
    type Error = Wrong;

    fn unit_variant(self) -> Made<()> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Made<S::Value> {
        seed.deserialize(MapAccessDeserializer::new(self))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Made<V::Value> {
        visitor.visit_map(self)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Made<V::Value> {
        visitor.visit_map(self)
    }
}

impl<'de> MapAccess<'de> for FactDeserializer<'_, 'de> {
    type Error = Wrong;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Made<Option<S::Value>> {
        while let Some(field) = self.fields.get(self.next) {
            if matches!(field.key.as_ref(), "what" | "at") {
                self.next += 1;
                continue;
            }
            let read = seed.deserialize(CowStrDeserializer::<Wrong>::new(field.key.clone()));
            return read.map(Some).map_err(|wrong: Wrong| {
                let place = field.key_at..field.key_at;
                Wrong { place: Some((field.key.to_string(), place)), ..wrong }
            });
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Made<S::Value> {
        let field = &self.fields[self.next];
        self.next += 1;
        let read = seed.deserialize(ValueDeserializer { text: self.text, item: &field.value });
        read.map_err(|wrong| {
            // A value in a list has its own place.
            let place = wrong.place.map_or_else(|| field.value.span.clone(), |(_, it)| it);
            Wrong { place: Some((field.key.to_string(), place)), fault: wrong.fault }
        })
    }
}

/// A value as it is written.
struct ValueDeserializer<'f, 'de> {
    text: &'de str,
    item: &'f RawValue,
}

impl<'de> Deserializer<'de> for ValueDeserializer<'_, 'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Made<V::Value> {
        match decode(self.text, self.item)? {
            (ScalarKind::String, Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            (ScalarKind::String, Cow::Owned(text)) => visitor.visit_string(text),
            (ScalarKind::Boolean(flag), _) => visitor.visit_bool(flag),
            (ScalarKind::Integer(radix), digits) => {
                match i64::from_str_radix(&digits, radix.value()) {
                    Ok(number) => visitor.visit_i64(number),
                    Err(_) => Err(Fault::ValueKind(Wanted::Text).into()),
                }
            }
            (ScalarKind::DateTime | ScalarKind::Float, _) => {
                Err(Fault::ValueKind(Wanted::Text).into())
            }
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Made<V::Value> {
        match decode(self.text, self.item) {
            Ok((ScalarKind::Boolean(flag), _)) => visitor.visit_bool(flag),
            Err(Wrong { fault: Fault::Syntax(error), .. }) => Err(Fault::Syntax(error).into()),
            _ => Err(Fault::ValueKind(Wanted::Flag).into()),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Made<V::Value> {
        let ValueKind::List(items) = &self.item.value else {
            return Err(Fault::ValueKind(Wanted::List).into());
        };
        visitor.visit_seq(ListDeserializer { text: self.text, items: items.iter() })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Made<V::Value> {
        visitor.visit_some(self)
    }

    /// A day is asked for by its name, so that none is taken for a text.
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Made<V::Value> {
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
    ) -> Made<V::Value> {
        match decode(self.text, self.item)? {
            (ScalarKind::String, word) => {
                let word: CowStrDeserializer<'_, Wrong> = word.into_deserializer();
                word.deserialize_enum(name, variants, visitor)
            }
            _ => Err(Fault::ValueKind(Wanted::Text).into()),
        }
    }

    serde::forward_to_deserialize_any! {
        u8 u16 u32 u64 i8 i16 i32 i64 f32 f64 char str string bytes byte_buf map unit
        struct ignored_any unit_struct tuple_struct tuple identifier
    }
}

/// The values of a list.
struct ListDeserializer<'f, 'de> {
    text: &'de str,
    items: std::slice::Iter<'f, RawValue>,
}

impl<'de> SeqAccess<'de> for ListDeserializer<'_, 'de> {
    type Error = Wrong;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Made<Option<S::Value>> {
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
