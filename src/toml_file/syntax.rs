//! Parses TOML and reports syntax errors in messages of our own.
//!
//! The message is chosen by tokens and spans, never by the text of the parser's messages.

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

/// Typographic quotes, which word processors and phones insert and TOML does not know.
const CURLY: [char; 8] = ['“', '”', '„', '‟', '‘', '’', '«', '»'];

/// The maximum number of characters quoted of a line.
const MOST_QUOTED: usize = 60;

/// The maximum nesting depth of arrays and inline tables, as in the `toml` crate.
const MOST_NESTED: u32 = 80;

/// The kind of a file, which selects the hints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// A circle's file.
    Circle,
    /// The front matter of a record or topic, or another file that is written by hand.
    FrontMatter,
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

    /// Returns the hint for a duplicate key.
    pub(crate) fn twice_hint(self) -> Phrase {
        match self {
            Self::Circle => say!("hint-key-twice"),
            Self::FrontMatter | Self::Journal => say!("hint-keep-one"),
        }
    }
}

/// Finds a conflict marker left by git.
///
/// A line of `=======` may also underline a heading inside a text, so it counts only in a `broken`
/// text, one that does not parse.
pub(crate) fn conflict(text: &str, broken: bool) -> Option<Error> {
    let has = |marker: &str| memmem::find(text.as_bytes(), marker.as_bytes()).is_some();
    // Most texts have no markers, and this search is faster than going line by line.
    if !(has("<<<<<<<") || has(">>>>>>>") || broken && has("=======")) {
        return None;
    }
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let marked = line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>");
        if marked || (broken && line.starts_with("=======")) {
            let error = Error::new(say!("error-merge-conflict")).hint(say!("hint-conflict"));
            return Some(error.at_offset(text, offset));
        }
        offset += line.len();
    }
    None
}

/// Finds a merge conflict in a text that may quote a marker: only where all markers of git are there.
pub(crate) fn merge_conflict(text: &str) -> Option<Error> {
    let found = conflict(text, false)?;
    let begins = |marker: &str| text.lines().any(|it| it.starts_with(marker));
    ["<<<<<<<", "=======", ">>>>>>>"].into_iter().all(begins).then_some(found)
}

/// Parses a file that people write, such as `words.toml`, and returns its text without a byte order
/// mark.
///
/// # Errors
///
/// A conflict marker left by git, else all syntax errors.
pub(crate) fn parse_whole(text: &str) -> Result<(&str, DeTable<'_>), Vec<Error>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (table, errors) = parse(text, FileKind::FrontMatter);
    if let Some(error) = conflict(text, !errors.is_empty()) {
        return Err(vec![error]);
    }
    if errors.is_empty() { Ok((text, table)) } else { Err(errors) }
}

/// Parses what can be parsed of a text, and returns its syntax errors from top to bottom, at most one
/// for each line.
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

/// Returns the message for an error of the parser.
pub(crate) fn refuse(text: &str, error: &ParseError, kind: FileKind) -> Error {
    let span = range(error.unexpected().or(error.context()).unwrap_or_default());
    let found = text.get(span.clone()).unwrap_or_default();
    let refused = if let Some(character) = forbidden_at(text, &span) {
        refuse_character(character)
    } else if found.contains(CURLY) {
        Error::new(say!("error-straight-quotes", text = found)).hint(say!("hint-curly"))
    } else if let Some(token) = missing_token(error) {
        Error::new(say!("error-missing-token", token = token)).hint(kind.line_hint())
    } else if found.starts_with(char::is_alphabetic) {
        Error::new(say!("error-straight-quotes", text = found))
            .hint(say!("hint-quotes", text = found))
    } else {
        let line = shortened(line_at(text, span.start));
        Error::new(say!("error-invalid-toml", line = line)).hint(kind.line_hint())
    };
    refused.at_offset(text, span.start)
}

/// Returns the message for an error that is found after parsing: a date that does not exist, or a
/// duplicate key.
fn refuse_document(text: &str, span: &Range<usize>, kind: FileKind) -> Error {
    let found = text.get(span.clone()).unwrap_or_default();
    let refused = if let Some(character) = forbidden_at(text, span) {
        refuse_character(character)
    } else if scalar(text, span, None, &mut ()).0 == ScalarKind::DateTime {
        Error::new(say!("error-invalid-date", text = found))
            .hint(say!("hint-date", example = "2026-03-04"))
    } else {
        Error::new(say!("error-key-twice", key = found)).hint(kind.twice_hint())
    };
    refused.at_offset(text, span.start)
}

/// Decodes the scalar in a span of a text.
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

/// Returns all errors of the parser, including those in keys and values.
fn parser_errors(text: &str) -> Vec<ParseError> {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut errors = Vec::new();
    let mut decoder = Decoder { text };
    let mut receiver = RecursionGuard::new(&mut decoder, MOST_NESTED);
    parse_document(&tokens, &mut receiver, &mut errors);
    errors
}

/// Decodes keys, values and comments, to find the errors within them.
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

/// Returns the punctuation that the parser expected, if it expected only one.
fn missing_token(error: &ParseError) -> Option<&'static str> {
    match error.expected()? {
        [Expected::Literal(token)] => {
            token.chars().all(|it| it.is_ascii_punctuation() && it != '`').then_some(*token)
        }
        _ => None,
    }
}

/// Finds a forbidden character in the span or right after it, where the parser stopped.
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

/// Shortens a line to what is quoted of it.
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
    fn hints_depend_on_the_kind_of_file() {
        let twice = say!("error-key-twice", key = "title");
        check("title = 1\ntitle = 2", &twice, say!("hint-keep-one"));
        let line = say!("error-invalid-toml", line = "title =");
        check("title =\n", &line, say!("hint-front-toml"));
    }

    #[test]
    fn long_lines_are_quoted_in_part() {
        let text = format!("\"é\" = {}", "[".repeat(1000));
        let quoted = text.chars().take(60).collect::<String>() + "…";
        check(&text, &say!("error-invalid-toml", line = quoted), say!("hint-front-toml"));
    }
}
