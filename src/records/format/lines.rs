//! TOML as this program writes it, read from line to line: keys, texts and whole numbers.
//!
//! Knows only what is written here; anything else is odd, and read as TOML by whoever asks. So
//! nothing is read here that would not be read the same as TOML.

use std::borrow::Cow;
use std::fmt::{self, Display};

/// Something that this program does not write.
#[derive(Debug)]
pub struct Odd;

impl Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("odd")
    }
}

impl std::error::Error for Odd {}

impl serde::de::Error for Odd {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// What was read, if it is as this program writes it.
pub type Read<T> = Result<T, Odd>;

/// The lines of a text, read from the first one on.
pub struct Lines<'de> {
    /// All that is not read yet.
    pub rest: &'de str,
}

impl<'de> Lines<'de> {
    /// Takes so many bytes, which end at the end of a character.
    pub fn take(&mut self, count: usize) -> &'de str {
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        taken
    }

    /// Takes what stands next; odd if it is anything else.
    pub fn skip(&mut self, text: &str) -> Read<()> {
        self.rest = self.rest.strip_prefix(text).ok_or(Odd)?;
        Ok(())
    }

    /// Reads a bare key, and what stands between it and its value.
    pub fn key(&mut self) -> Read<&'de str> {
        let is_bare = |it: &u8| it.is_ascii_lowercase() || *it == b'-';
        let count = self.rest.bytes().take_while(is_bare).count();
        let key = self.take(count);
        self.skip(" = ")?;
        if key.is_empty() { Err(Odd) } else { Ok(key) }
    }

    /// Reads a text: on one line, or from line to line between three quotes.
    pub fn text(&mut self) -> Read<Cow<'de, str>> {
        let many = self.rest.strip_prefix("\"\"\"\n");
        self.rest = many.or(self.rest.strip_prefix('"')).ok_or(Odd)?;
        let mut text = Cow::Borrowed("");
        loop {
            let plain = self.rest.bytes().position(|it| is_special(it, many.is_some()));
            let plain = self.take(plain.ok_or(Odd)?);
            if text.is_empty() {
                text = Cow::Borrowed(plain);
            } else {
                text.to_mut().push_str(plain);
            }
            match (self.rest.as_bytes(), many) {
                ([b'\\', ..], _) => text.to_mut().push(self.escaped()?),
                ([b'"', b'"', b'"', ..], Some(begin)) => {
                    let lines = &begin[..begin.len() - self.rest.len()];
                    self.skip("\"\"\"")?;
                    // A line that begins so may begin a fact.
                    let bracket = lines.starts_with('[') || lines.contains("\n[");
                    return if bracket { Err(Odd) } else { Ok(text) };
                }
                // Two quotes are not written side by side in a text.
                ([b'"', other, ..], Some(_)) if *other != b'"' => {
                    text.to_mut().push('"');
                    self.skip("\"")?;
                }
                ([b'"', ..], None) => {
                    self.skip("\"")?;
                    return Ok(text);
                }
                _ => return Err(Odd),
            }
        }
    }

    fn escaped(&mut self) -> Read<char> {
        let (count, it) = match self.rest.as_bytes() {
            [_, b'"', ..] => (2, '"'),
            [_, b'\\', ..] => (2, '\\'),
            [_, b'n', ..] => (2, '\n'),
            [_, b't', ..] => (2, '\t'),
            [_, b'u', digits @ ..] => {
                let digits = digits.get(..4).filter(|it| it.iter().all(u8::is_ascii_hexdigit));
                let digits = digits.and_then(|it| str::from_utf8(it).ok()).ok_or(Odd)?;
                let code = u32::from_str_radix(digits, 16).map_err(|_| Odd)?;
                (6, char::from_u32(code).ok_or(Odd)?)
            }
            _ => return Err(Odd),
        };
        self.take(count);
        Ok(it)
    }

    /// Reads a whole number without a sign.
    pub fn number(&mut self) -> Read<u64> {
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let digits = self.take(digits);
        if digits.len() > 1 && digits.starts_with('0') {
            return Err(Odd);
        }
        digits.parse().ok().filter(|it| i64::try_from(*it).is_ok()).ok_or(Odd)
    }
}

/// Returns whether a byte ends the plain part of a text.
fn is_special(byte: u8, many_lines: bool) -> bool {
    SPECIAL[usize::from(byte)] && !(many_lines && byte == b'\n')
}

/// Quotes, backslashes and control characters, by byte.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        special[byte] =
            byte < 0x20 || byte == 0x7f || byte == b'"' as usize || byte == b'\\' as usize;
        byte += 1;
    }
    special
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_a_text_may_begin_as_a_fact_does() {
        let text = |rest| Lines { rest }.text().map(Cow::into_owned).ok();
        assert_eq!(text("\"\"\"\na [[fact]]\n\"\"\"").as_deref(), Some("a [[fact]]\n"));
        assert_eq!(text("\"\"\"\n[[fact]]\n\"\"\""), None);
        assert_eq!(text("\"\"\"\na\n[[fact]]\n\"\"\""), None);
    }
}
