//! A phrase: a key of the language files with its arguments, not yet translated.

use chrono::NaiveDate;

/// A key of the language files with its arguments. Built with [`say!`](crate::lang::say).
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The key of a message in `lang/*.ftl`.
    pub key: &'static str,
    /// The arguments of the message, by name.
    pub args: Vec<(&'static str, Arg)>,
}

/// An argument of a phrase, formatted only when the language is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Text that is not translated.
    Text(String),
    /// A number, which also selects plural forms.
    Number(i64),
    /// A day, written out in words.
    Date(NaiveDate),
    /// A length of time in months and days.
    Span {
        /// Whole months.
        months: u32,
        /// Days beyond the months.
        days: u32,
    },
    /// A list, joined with commas and a word for "and".
    List(Vec<String>),
    /// Another phrase.
    Phrase(Phrase),
}

macro_rules! arg_from {
    ($($type:ty: |$value:ident| $arg:expr,)*) => {
        $(
            impl From<$type> for Arg {
                fn from($value: $type) -> Self {
                    $arg
                }
            }
        )*
    };
}

arg_from! {
    &str: |text| Self::Text(text.to_owned()),
    String: |text| Self::Text(text),
    &String: |text| Self::Text(text.clone()),
    usize: |number| Self::Number(i64::try_from(number).unwrap_or(i64::MAX)),
    u32: |number| Self::Number(number.into()),
    i64: |number| Self::Number(number),
    NaiveDate: |date| Self::Date(date),
    Vec<String>: |list| Self::List(list),
    Phrase: |phrase| Self::Phrase(phrase),
}

/// Builds a [`Phrase`]: `say!("key")` or `say!("key", who = name, count = 3)`.
///
/// The key has to be a literal, so that a test can look up every key in the language files.
#[macro_export]
macro_rules! say {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::Phrase {
            key: $key,
            args: vec![$((stringify!($name), $crate::Arg::from($value))),*],
        }
    };
}
