//! Tables whose fields are declared once, each with its name, type, example and default.
//!
//! From one declaration, [`table!`](crate::toml_file::table) makes a struct, its list of keys, its
//! reader and its writer. Each type of value defines how it is read and written, as a [`Field`].

use chrono::NaiveDate;
use toml::Value;

use crate::toml_file::reader::{Reader, Section};
use crate::toml_file::{to_toml, write};

/// The keys a table may have, each with an example in TOML.
pub(crate) type Keys = [(&'static str, &'static str)];

/// A key and its value, or `None` if the key is not written.
pub(crate) type Pair = (&'static str, Option<Value>);

/// A table with known keys. Made by [`table!`](crate::toml_file::table).
pub trait Table: Sized {
    /// The keys in the order in which they are written.
    const KEYS: &'static Keys;

    /// Reads all values and notes problems. Returns `None` if a required value is missing or wrong.
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>) -> Option<Self>;

    /// Returns every key with its value.
    fn pairs(&self) -> Vec<Pair>;
}

/// A value in a table.
pub(crate) trait Field: Sized {
    /// Reads the value of a key and notes problems. After a problem, a value that may be missing is
    /// read as missing, so that the other keys can still be checked; the reader fails in the end.
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self>;

    /// Returns the value as TOML, or `None` if the key is not written.
    fn write(&self) -> Option<Value>;
}

/// A value that is written under several keys of a table.
pub(crate) trait Group: Sized {
    /// Reads the values of its keys and notes problems, as a [`Field`] does.
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>) -> Option<Self>;

    /// Returns its keys with their values.
    fn pairs(&self) -> Vec<Pair>;
}

/// A required text that is not blank.
impl Field for String {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        let text = reader.required(section, key, Reader::any_text)?;
        if text.trim().is_empty() { reader.missing(section, key) } else { Some(text) }
    }

    fn write(&self) -> Option<Value> {
        (!self.is_empty()).then(|| self.as_str().into())
    }
}

/// A list of texts, empty if it is missing.
impl Field for Vec<String> {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        Some(reader.texts(section, key).unwrap_or_default())
    }

    fn write(&self) -> Option<Value> {
        (!self.is_empty()).then(|| self.clone().into())
    }
}

/// A list of tables, empty if it is missing.
impl<T: Table> Field for Vec<T> {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        let sections = reader.tables(section, key, T::KEYS).unwrap_or_default();
        Some(sections.iter().filter_map(|it| T::read(reader, it)).collect())
    }

    fn write(&self) -> Option<Value> {
        let rows: Vec<Value> = self.iter().map(|it| write::to_table(it).into()).collect();
        (!rows.is_empty()).then_some(Value::Array(rows))
    }
}

/// A value that may be missing.
impl<T: Field> Field for Option<T> {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        Some(if section.has(key) { T::read(reader, section, key) } else { None })
    }

    fn write(&self) -> Option<Value> {
        self.as_ref().and_then(T::write)
    }
}

impl Field for NaiveDate {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        reader.required(section, key, Reader::date)
    }

    fn write(&self) -> Option<Value> {
        Some(to_toml(*self).into())
    }
}

/// A whole number above zero.
impl Field for u32 {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        reader.required(section, key, Reader::number)
    }

    fn write(&self) -> Option<Value> {
        Some(i64::from(*self).into())
    }
}

/// A flag that is not written if it is `false`.
impl Field for bool {
    fn read<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> Option<Self> {
        Some(reader.flag(section, key).unwrap_or_default())
    }

    fn write(&self) -> Option<Value> {
        self.then_some(true.into())
    }
}

/// Makes a struct that is a [`Table`](crate::toml_file::fields::Table).
///
/// Each field has an example of its value after `=`, in TOML. `[or ...]` is the default if the key is
/// missing, as an `Option`; it can use the other fields, which are `Option`s too. `[by ...]` is a
/// reader to use in place of that of the type. A field with keys in braces in place of an example is
/// a [`Group`] of them. Fields after `and` are not keys of the table.
macro_rules! table {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $(
                $(#[$doc:meta])*
                $field:ident: $type:ty =
                    $({ $( $key:ident = $key_example:literal, )* })?
                    $($example:literal)? $([by $read:path])? $([or $default:expr])?,
            )*
        }
        $( and { $( $(#[$more_doc:meta])* $more:ident: $more_type:ty, )* } )?
    ) => {
        $(#[$meta])*
        $vis struct $name {
            $( $(#[$doc])* $vis $field: $type, )*
            $( $( $(#[$more_doc])* $vis $more: $more_type, )* )?
        }

        impl $crate::toml_file::fields::Table for $name {
            const KEYS: &'static $crate::toml_file::fields::Keys = &[
                $(
                    $( (stringify!($field), concat!(stringify!($field), " = ", $example)), )?
                    $($( (stringify!($key), concat!(stringify!($key), " = ", $key_example)), )*)?
                )*
            ];

            fn read<'t>(reader: &mut $crate::toml_file::reader::Reader<'t>, section: &$crate::toml_file::reader::Section<'t>,
            ) -> Option<Self> {
                $(
                    let $field: Option<$type> = $crate::toml_file::fields::table!(
                        @read $($example)? => reader, section, $field, $type
                            $(, by $read)? $(, or $default)?
                    );
                )*
                $( let $field = $crate::toml_file::fields::table!(@default $field $(, $default)?); )*
                Some(Self { $( $field: $field?, )* $( $( $more: Default::default(), )* )? })
            }

            fn pairs(&self) -> Vec<$crate::toml_file::fields::Pair> {
                let mut pairs = Vec::with_capacity(Self::KEYS.len());
                $( $crate::toml_file::fields::table!(@pairs $($example)? => pairs, self, $field); )*
                pairs
            }
        }
    };
    (@pairs => $pairs:ident, $self:ident, $field:ident) => {
        $pairs.extend($crate::toml_file::fields::Group::pairs(&$self.$field))
    };
    (@pairs $example:literal => $pairs:ident, $self:ident, $field:ident) => {
        $pairs.extend([(stringify!($field), $crate::toml_file::fields::Field::write(&$self.$field))])
    };
    (@read => $reader:ident, $section:ident, $field:ident, $type:ty) => {
        <$type as $crate::toml_file::fields::Group>::read($reader, $section)
    };
    (@read $example:literal => $reader:ident, $section:ident, $field:ident, $type:ty) => {
        <$type as $crate::toml_file::fields::Field>::read($reader, $section, stringify!($field))
    };
    (@read $example:literal => $reader:ident, $section:ident, $field:ident, $type:ty, by $read:path) => {
        $read($reader, $section, stringify!($field))
    };
    (@read $example:literal => $reader:ident, $section:ident, $field:ident, $type:ty $(, by $read:path)?, or $default:expr) => {
        if $section.has(stringify!($field)) {
            $crate::toml_file::fields::table!(
                @read $example => $reader, $section, $field, $type $(, by $read)?
            )
        } else {
            None
        }
    };
    (@default $field:ident) => { $field };
    (@default $field:ident, $default:expr) => { $field.or_else(|| $default) };
}

pub(crate) use table;
