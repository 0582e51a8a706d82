//! Enums whose variants are fixed words in files.

use std::str::FromStr;

use strum::VariantNames;
use toml::Value;

use crate::toml_file::fields::Field;
use crate::toml_file::reader::{Reader, Section};

/// An enum whose variants are words in files, as `strum` derives them.
pub(crate) trait Word: Copy + FromStr + Into<&'static str> + VariantNames {
    fn word(self) -> &'static str {
        self.into()
    }
}

impl<T: Word> Field for T {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        reader.required(section, key, |reader, section, key| reader.word(section, key, T::VARIANTS))
    }

    fn write(&self) -> Option<Value> {
        Some(self.word().into())
    }
}
