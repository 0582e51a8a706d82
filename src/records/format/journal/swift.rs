//! Reads the facts that this program wrote, line by line, without the tables of a TOML document.
//!
//! Knows only what [`block`](crate::records::format::journal::block) writes. Whatever else stands in a
//! block, and whatever is wrong with it, gives nothing here: then it is read as TOML, which says
//! what is wrong and where. So nothing is read here that would not be read the same as TOML.

use std::borrow::Cow;

use chrono::FixedOffset;
use serde::Deserialize;
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use crate::meeting::{DAY, Fact, Moment, What, plain_day};
use crate::records::format::journal::FACT;
use crate::records::format::lines::{Lines, Odd, Read};

/// Reads the block that a text begins with, and returns its fact and its length: up to the next
/// line that begins with `[[fact]]`, or to the end.
pub(crate) fn read(text: &str) -> Option<(Fact, usize)> {
    let rest = text.strip_prefix(FACT)?.strip_prefix("\nwhat = \"")?;
    let (what, rest) = rest.split_at(rest.bytes().position(|it| it == b'"')?);
    let mut lines = Lines { rest: rest.strip_prefix("\"\n")? };
    let what = What::deserialize(Tagged { what, lines: &mut lines }).ok()?;
    let rest = lines.rest.strip_prefix(AT)?;
    let utc = rest.as_bytes().get(LOCAL_LENGTH) == Some(&b'Z');
    let (at, rest) = rest.split_at_checked(LOCAL_LENGTH + if utc { 1 } else { 6 })?;
    let rest = rest.strip_prefix('\n')?;
    let rest = rest.strip_prefix('\n').unwrap_or(rest);
    let at = moment(at).filter(|_| rest.is_empty() || rest.starts_with(FACT))?;
    Some((Fact { what, at }, text.len() - rest.len()))
}

/// `2026-09-05T19:20:41`, in bytes.
const LOCAL_LENGTH: usize = 19;

/// What stands before the moment, on the last line of a block.
const AT: &str = "at = ";

/// Reads `2026-09-05T19:20:41+02:00`, or with `Z`.
fn moment(text: &str) -> Option<Moment> {
    let (day, rest) = text.split_at_checked(10)?;
    let (time, offset) = rest.split_at_checked(9)?;
    let [b'T', h0, h1, b':', m0, m1, b':', s0, s1] = *time.as_bytes() else { return None };
    let two = |tens: u8, ones: u8| {
        let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
        digits.then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
    };
    let (hour, minute, second) = (two(h0, h1)?, two(m0, m1)?, two(s0, s1)?);
    let east = match *offset.as_bytes() {
        [b'Z'] => 0,
        [sign @ (b'+' | b'-'), h0, h1, b':', m0, m1] => {
            let (hours, minutes) = (two(h0, h1)?, two(m0, m1).filter(|it| *it < 60)?);
            let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
            if sign == b'+' { seconds } else { -seconds }
        }
        _ => return None,
    };
    let local = plain_day(day.as_bytes())?.and_hms_opt(hour, minute, second)?;
    local.and_local_timezone(FixedOffset::east_opt(east)?).single()
}

/// A fact, tagged from outside by `what`.
struct Tagged<'a, 'de> {
    what: &'de str,
    lines: &'a mut Lines<'de>,
}

impl<'de> Deserializer<'de> for Tagged<'_, 'de> {
    type Error = Odd;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_enum(self)
    }

    serde::forward_to_deserialize_any! {
        bool u8 u16 u32 u64 i8 i16 i32 i64 f32 f64 char str string seq bytes byte_buf map unit
        option newtype_struct struct enum ignored_any unit_struct tuple_struct tuple identifier
    }
}

impl<'a, 'de> EnumAccess<'de> for Tagged<'a, 'de> {
    type Error = Odd;
    type Variant = Keys<'a, 'de>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Read<(S::Value, Keys<'a, 'de>)> {
        let what = seed.deserialize(BorrowedStrDeserializer::new(self.what))?;
        Ok((what, Keys(self.lines)))
    }
}

/// The keys of a fact, down to its moment.
struct Keys<'a, 'de>(&'a mut Lines<'de>);

impl<'de> VariantAccess<'de> for Keys<'_, 'de> {
    type Error = Odd;

    fn unit_variant(self) -> Read<()> {
        Err(Odd)
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Read<S::Value> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Read<V::Value> {
        Err(Odd)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        visitor.visit_map(self)
    }
}

impl<'de> Deserializer<'de> for Keys<'_, 'de> {
    type Error = Odd;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_map(self)
    }

    serde::forward_to_deserialize_any! {
        bool u8 u16 u32 u64 i8 i16 i32 i64 f32 f64 char str string seq bytes byte_buf map unit
        option newtype_struct struct enum ignored_any unit_struct tuple_struct tuple identifier
    }
}

impl<'de> MapAccess<'de> for Keys<'_, 'de> {
    type Error = Odd;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        if self.0.rest.starts_with(AT) {
            return Ok(None);
        }
        let key = self.0.key()?;
        seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<S::Value> {
        let value = seed.deserialize(Value(self.0))?;
        self.0.skip("\n")?;
        Ok(value)
    }
}

/// The value that stands next.
struct Value<'a, 'de>(&'a mut Lines<'de>);

impl<'de> Deserializer<'de> for Value<'_, 'de> {
    type Error = Odd;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.0.rest.as_bytes() {
            [b'"', ..] => match self.0.text()? {
                Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
                Cow::Owned(text) => visitor.visit_string(text),
            },
            [b'[', ..] => {
                self.0.skip("[")?;
                visitor.visit_seq(Items { lines: self.0, begun: false })
            }
            [b't', ..] => self.0.skip("true").and_then(|()| visitor.visit_bool(true)),
            [b'f', ..] => self.0.skip("false").and_then(|()| visitor.visit_bool(false)),
            _ => visitor.visit_u64(self.0.number()?),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_some(self)
    }

    /// A day is asked for by its name, so that none is taken for a text.
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Read<V::Value> {
        if name != DAY {
            return visitor.visit_newtype_struct(self);
        }
        let day = self.0.rest.get(..DAY_LENGTH).ok_or(Odd)?;
        self.0.take(DAY_LENGTH);
        visitor.visit_bytes(day.as_bytes())
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let Cow::Borrowed(word) = self.0.text()? else { return Err(Odd) };
        BorrowedStrDeserializer::new(word).deserialize_enum(name, variants, visitor)
    }

    serde::forward_to_deserialize_any! {
        bool u8 u16 u32 u64 i8 i16 i32 i64 f32 f64 char str string seq bytes byte_buf map unit
        struct ignored_any unit_struct tuple_struct tuple identifier
    }
}

/// `2026-09-05`, in bytes.
const DAY_LENGTH: usize = 10;

/// The items of a list, up to its end.
struct Items<'a, 'de> {
    lines: &'a mut Lines<'de>,
    begun: bool,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Odd;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        if self.lines.skip("]").is_ok() {
            return Ok(None);
        }
        if self.begun {
            self.lines.skip(", ")?;
        }
        self.begun = true;
        seed.deserialize(Value(self.lines)).map(Some)
    }
}

#[cfg(test)]
mod tests;
