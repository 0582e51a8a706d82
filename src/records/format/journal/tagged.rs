//! The keys of a fact as serde takes them: the variant first, which `what` names.

use serde::de::{DeserializeSeed, EnumAccess, IntoDeserializer, VariantAccess, Visitor};
use toml::Spanned;
use toml::de::{DeString, DeTable};

/// A fact's keys, tagged from outside by `what`, so that serde finds the variant at once.
pub(crate) struct Tagged<'i> {
    pub what: DeString<'i>,
    pub keys: Spanned<DeTable<'i>>,
}

type TomlResult<T> = Result<T, toml::de::Error>;

impl<'de> serde::Deserializer<'de> for Tagged<'de> {
    type Error = toml::de::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> TomlResult<V::Value> {
        visitor.visit_enum(self)
    }

    serde::forward_to_deserialize_any! {
        bool u8 u16 u32 u64 i8 i16 i32 i64 f32 f64 char str string seq bytes byte_buf map unit
        option newtype_struct struct enum ignored_any unit_struct tuple_struct tuple identifier
    }
}

impl<'de> EnumAccess<'de> for Tagged<'de> {
    type Error = toml::de::Error;
    type Variant = Keys<'de>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> TomlResult<(S::Value, Keys<'de>)> {
        let what = IntoDeserializer::<toml::de::Error>::into_deserializer(self.what);
        Ok((seed.deserialize(what)?, Keys(self.keys)))
    }
}

/// The keys of a fact whose variant is known.
pub struct Keys<'i>(Spanned<DeTable<'i>>);

impl<'de> VariantAccess<'de> for Keys<'de> {
    type Error = toml::de::Error;

    fn unit_variant(self) -> TomlResult<()> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> TomlResult<S::Value> {
        seed.deserialize(toml::de::Deserializer::from(self.0))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> TomlResult<V::Value> {
        serde::Deserializer::deserialize_any(toml::de::Deserializer::from(self.0), visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> TomlResult<V::Value> {
        serde::Deserializer::deserialize_any(toml::de::Deserializer::from(self.0), visitor)
    }
}
