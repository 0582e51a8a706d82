//! A phrase: a key of the language files with its arguments, not yet in any language.

use chrono::NaiveDate;

/// A key of the language files with its arguments. Built with [`say!`](crate::lang::say).
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The key of a message in `words/lang/*.ftl`.
    pub key: &'static str,
    /// The arguments of the message, by name.
    pub args: Vec<(&'static str, Arg)>,
}

/// What stands in a phrase: put into words only when the language is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Words a person typed, or a literal.
    Text(String),
    /// A number; plurals follow it.
    Number(i64),
    /// A day, said as people say it.
    Date(NaiveDate),
    /// A length of time in months and days.
    Span {
        /// Whole months.
        months: u32,
        /// Days beyond the months.
        days: u32,
    },
    /// Several things, joined as the language joins them.
    List(Vec<String>),
    /// Another phrase.
    Phrase(Phrase),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<NaiveDate> for Arg {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<Vec<String>> for Arg {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}

impl From<Phrase> for Arg {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

/// Builds a [`Phrase`]: `say!("key")` or `say!("key", who = name, count = 3)`.
///
/// The key is a literal, so that a test can compare every key with the language files.
#[macro_export]
macro_rules! say {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::Phrase {
            key: $key,
            args: vec![$((stringify!($name), $crate::Arg::from($value))),*],
        }
    };
}
