//! Errors of syntax: places from the parser, words from the language files.
//!
//! What is wrong is decided from tokens and spans, never from the parser's own messages.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;
use toml::de::DeTable;
use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::parser::{EventReceiver, RecursionGuard, parse_document};
use toml_parser::{ErrorSink, Expected, ParseError, Raw, Source, Span};

use crate::error::Error;
use crate::lang::{Phrase, say};
use crate::text::{forbidden, refuse_character};
use crate::toml_file::reader::MOST_PROBLEMS;

/// Quotes that TOML does not know, as word processors and phones write them.
const CURLY: [char; 8] = ['“', '”', '„', '‟', '‘', '’', '«', '»'];

/// More of a line than this is not quoted, in characters.
const MOST_QUOTED: usize = 60;

/// Arrays and inline tables are nested at most this deep, as in the `toml` crate.
const MOST_NESTED: u32 = 80;

/// Which kind of file a text is; hints say what its lines look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// A circle's file, or another one that people write by hand.
    Circle,
    /// The front matter of a record or topic.
    FrontMatter,
    /// A journal.
    Journal,
}

impl FileKind {
    fn line_hint(self) -> Phrase {
        match self {
            Self::Circle => say!("hint-toml"),
            Self::FrontMatter => say!("hint-front-toml"),
            Self::Journal => say!("hint-journal-toml"),
        }
    }

    /// Returns the hint for a key that is there twice.
    pub(crate) fn twice_hint(self) -> Phrase {
        match self {
            Self::Circle => say!("hint-key-twice"),
            Self::FrontMatter | Self::Journal => say!("hint-keep-one"),
        }
    }
}

/// Finds the markers git leaves where two changes met.
///
/// A line of `=======` may also underline a heading inside a text, so it counts only where the
/// text is `broken`.
pub(crate) fn conflict(text: &str, broken: bool) -> Option<Error> {
    let has = |marker: &str| memmem::find(text.as_bytes(), marker.as_bytes()).is_some();
    // Most texts have none of them; a search for them is faster than going line by line.
    if !(has("<<<<<<<") || has(">>>>>>>") || broken && has("=======")) {
        return None;
    }
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let marked = line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>");
        if marked || (broken && line.starts_with("=======")) {
            let error = Error::new(say!("error-conflict")).hint(say!("hint-conflict"));
            return Some(error.at_offset(text, offset));
        }
        offset += line.len();
    }
    None
}

/// Reads a text as far as it is TOML, and returns what is wrong with it: one error for a line, from
/// top to bottom.
pub(crate) fn parse(text: &str, kind: FileKind) -> (DeTable<'_>, Vec<Error>) {
    let (table, mut found) = DeTable::parse_recoverable(text);
    let table = table.into_inner();
    if found.is_empty() {
        return (table, Vec::new());
    }
    let parser_errors = parser_errors(text);
    let span = |it: &toml::de::Error| it.span().unwrap_or_default();
    found.sort_by_key(|it| span(it).start);
    let refused = found.iter().take(MOST_PROBLEMS).map(|it| {
        let span = span(it);
        let is_here = |it: &&ParseError| it.unexpected().map(range) == Some(span.clone());
        match parser_errors.iter().find(is_here) {
            Some(error) => refuse(text, error, kind),
            None => refuse_document(text, &span, kind),
        }
    });
    let mut errors: Vec<Error> = refused.collect();
    errors.dedup_by_key(|it| it.place.line);
    (table, errors)
}

/// Says what the parser found wrong.
pub(crate) fn refuse(text: &str, error: &ParseError, kind: FileKind) -> Error {
    let span = range(error.unexpected().or(error.context()).unwrap_or_default());
    let found = text.get(span.clone()).unwrap_or_default();
    let refused = if let Some(character) = forbidden_at(text, &span) {
        refuse_character(character)
    } else if found.contains(CURLY) {
        Error::new(say!("error-quotes", text = found)).hint(say!("hint-curly"))
    } else if let Some(token) = missing_token(error) {
        Error::new(say!("error-token", token = token)).hint(kind.line_hint())
    } else if found.starts_with(char::is_alphabetic) {
        Error::new(say!("error-quotes", text = found)).hint(say!("hint-quotes", text = found))
    } else {
        let line = shortened(line_at(text, span.start));
        Error::new(say!("error-toml", line = line)).hint(kind.line_hint())
    };
    refused.at_offset(text, span.start)
}

/// Says what is wrong with a text that the parser took: a date that does not exist, or a key that
/// is there twice.
fn refuse_document(text: &str, span: &Range<usize>, kind: FileKind) -> Error {
    let found = text.get(span.clone()).unwrap_or_default();
    let refused = if let Some(character) = forbidden_at(text, span) {
        refuse_character(character)
    } else if scalar(text, span, None, &mut ()).0 == ScalarKind::DateTime {
        Error::new(say!("error-date", text = found)).hint(say!("hint-date", example = "2026-03-04"))
    } else {
        Error::new(say!("error-key-twice", key = found)).hint(kind.twice_hint())
    };
    refused.at_offset(text, span.start)
}

/// Decodes the scalar at a place of a text.
pub(crate) fn scalar<'t>(
    text: &'t str,
    span: &Range<usize>,
    encoding: Option<Encoding>,
    errors: &mut dyn ErrorSink,
) -> (ScalarKind, Cow<'t, str>) {
    let mut decoded = Cow::Borrowed("");
    let raw = text.get(span.clone()).unwrap_or_default();
    let raw = Raw::new_unchecked(raw, encoding, Span::new_unchecked(span.start, span.end));
    (raw.decode_scalar(&mut decoded, errors), decoded)
}

pub(crate) fn range(span: Span) -> Range<usize> {
    span.start()..span.end()
}

/// Returns everything the parser finds wrong with a text, keys and values included.
fn parser_errors(text: &str) -> Vec<ParseError> {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut errors = Vec::new();
    let mut decoder = Decoder { text };
    let mut receiver = RecursionGuard::new(&mut decoder, MOST_NESTED);
    parse_document(&tokens, &mut receiver, &mut errors);
    errors
}

/// Decodes what the parser itself does not look into.
struct Decoder<'t> {
    text: &'t str,
}

impl Decoder<'_> {
    fn raw(&self, span: Span, encoding: Option<Encoding>) -> Raw<'_> {
        Raw::new_unchecked(self.text.get(range(span)).unwrap_or_default(), encoding, span)
    }
}

impl EventReceiver for Decoder<'_> {
    fn simple_key(&mut self, span: Span, kind: Option<Encoding>, error: &mut dyn ErrorSink) {
        self.raw(span, kind).decode_key(&mut Cow::Borrowed(""), error);
    }

    fn scalar(&mut self, span: Span, kind: Option<Encoding>, error: &mut dyn ErrorSink) {
        let _ = self.raw(span, kind).decode_scalar(&mut Cow::Borrowed(""), error);
    }

    fn comment(&mut self, span: Span, error: &mut dyn ErrorSink) {
        self.raw(span, None).decode_comment(error);
    }

    fn newline(&mut self, span: Span, error: &mut dyn ErrorSink) {
        self.raw(span, None).decode_newline(error);
    }
}

/// Returns the one sign that the parser expected, if it was one.
fn missing_token(error: &ParseError) -> Option<&'static str> {
    match error.expected()? {
        [Expected::Literal(token)] => {
            token.chars().all(|it| it.is_ascii_punctuation() && it != '`').then_some(*token)
        }
        _ => None,
    }
}

/// Finds a forbidden character in the span, or right behind it: there the parser stopped.
fn forbidden_at(text: &str, span: &Range<usize>) -> Option<char> {
    let (found, rest) = text.get(span.start..)?.split_at_checked(span.len())?;
    let next = rest.chars().next().filter(|_| !rest.starts_with("\r\n"));
    let next = next.map(String::from).unwrap_or_default();
    forbidden(found).or_else(|| forbidden(&next)).map(|(_, character)| character)
}

fn line_at(text: &str, offset: usize) -> &str {
    let start = text.get(..offset).and_then(|it| it.rfind('\n')).map_or(0, |it| it + 1);
    text[start..].lines().next().unwrap_or_default().trim()
}

/// Shortens what is quoted of a line, in characters.
fn shortened(line: &str) -> String {
    match line.char_indices().nth(MOST_QUOTED) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, message: &Phrase, hint: Phrase) {
        let error = parse(text, FileKind::FrontMatter).1.remove(0);
        assert_eq!((&error.message, error.hint), (message, Some(hint)));
    }

    #[test]
    fn what_is_no_circle_is_not_told_of_members() {
        let twice = say!("error-key-twice", key = "title");
        check("title = 1\ntitle = 2", &twice, say!("hint-keep-one"));
        let line = say!("error-toml", line = "title =");
        check("title =\n", &line, say!("hint-front-toml"));
    }

    #[test]
    fn of_a_long_line_the_beginning_is_quoted() {
        let text = format!("\"é\" = {}", "[".repeat(1000));
        let quoted = text.chars().take(60).collect::<String>() + "…";
        check(&text, &say!("error-toml", line = quoted), say!("hint-front-toml"));
    }
}
