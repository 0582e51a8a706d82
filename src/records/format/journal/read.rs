//! Reads a journal in one pass: each fact is made as soon as the parser reaches its end.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr_iter};
use toml_parser::lexer::{Token, TokenKind};
use toml_parser::parser::parse_document;
use toml_parser::{ParseError, Source};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{Fact, Moment};
use crate::records::format::journal::events::Events;
use crate::records::format::journal::facts::{Facts, WrongFact, broken_syntax};
use crate::records::format::journal::head::{Head, read_head, without_facts};
use crate::records::format::journal::prefilter;
use crate::records::format::journal::{FACT, Journal, Standing, Torn};
use crate::toml_file::{FileKind, conflict, parse, syntax};

/// Reads a journal.
///
/// A last fact that a crash cut short is not an error: it is left out, and [`Journal::torn`] says
/// where it begins.
///
/// # Errors
///
/// The first error, with its line and, if known, column. A journal without a whole fact is an
/// error.
pub fn read(text: &str) -> Result<Journal> {
    JournalReader::default().read(text)
}

/// Reads one journal after another. It remembers the last head, because the journals of a circle
/// often have the same one.
#[derive(Default)]
pub struct JournalReader {
    tokens: Vec<Token>,
    /// The text of the last head, and what was read from it.
    head: Option<(String, Head)>,
}

/// The whole facts of a journal.
struct PartialJournal {
    /// `None` for a fact of a kind that was not asked for.
    facts: Vec<Option<Fact>>,
    /// The line of each fact, from 1.
    lines: Vec<usize>,
    /// The moments of the first and the last fact.
    moments: Option<(Moment, Moment)>,
    torn: Option<Torn>,
}

impl JournalReader {
    /// Reads a journal as [`read`] does.
    pub fn read(&mut self, text: &str) -> Result<Journal> {
        let PartialJournal { facts, lines, torn, .. } = self.find(text, None)?;
        let (_, head) = self.head.as_ref().expect("`find` reads the head");
        let Head { format, circle, as_of, setting, meeting } = head.clone();
        let facts = facts.into_iter().flatten().collect();
        Ok(Journal { format, head: circle, as_of, setting, meeting, facts, lines, torn })
    }

    /// Reads a file without a head that holds one fact: an answer in writing.
    pub fn answer(&mut self, text: &str) -> Result<Fact> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
        let PartialJournal { facts, lines, torn, .. } = self.find_plain(&text, None, false)?;
        if let Some(torn) = torn {
            return Err(Error::new(say!("error-fact-torn")).on_line(torn.line));
        }
        let above = text.lines().take(lines.first().map_or(0, |it| it - 1));
        let is_remark = |it: &str| it.trim().is_empty() || it.trim_start().starts_with('#');
        let mut facts = facts.into_iter().flatten();
        match (facts.next(), facts.next(), above.zip(1..).find(|(it, _)| !is_remark(it))) {
            (Some(fact), None, None) => Ok(fact),
            (_, _, Some((_, line))) => Err(Error::new(say!("error-answer-head")).on_line(line)),
            (_, second, _) => {
                let line = second.and_then(|_| lines.get(1).copied()).unwrap_or(1);
                Err(Error::new(say!("error-answer-not-one-fact")).on_line(line))
            }
        }
    }

    /// Reads the facts of some kinds that were not taken back. The kinds are named as in the
    /// journal, such as `action`. Other facts are not decoded, and errors in them are ignored.
    pub fn standing(&mut self, text: &str, kinds: &[&str]) -> Result<Standing> {
        let some = prefilter::facts_of(text, &[kinds, &Standing::KINDS].concat());
        let found = some.map(|it| self.find_plain(&it, Some(kinds), false));
        // Errors need the places in the whole text, and a torn journal its last whole fact.
        let found = match found {
            Some(Ok(found)) if found.torn.is_none() => found,
            _ => self.find(text, Some(kinds))?,
        };
        let PartialJournal { facts, moments, .. } = found;
        let (first, last) = moments.unwrap_or_default();
        Ok(Standing::of_some(facts, (first.date_naive(), last.date_naive()), kinds))
    }

    /// Reads the head and the facts of some kinds, or of all.
    fn find(&mut self, text: &str, kinds: Option<&[&str]>) -> Result<PartialJournal> {
        let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
        if bare.len() == text.len() && memchr(b'\r', text.as_bytes()).is_none() {
            return self.find_plain(text, kinds, true);
        }
        let plain = bare.replace("\r\n", "\n");
        let mut found = self.find_plain(&plain, kinds, true)?;
        if let Some(torn) = &mut found.torn {
            let lines = text.split_inclusive('\n').take(line_feeds(&plain[..torn.offset]));
            torn.offset = lines.map(str::len).sum();
        }
        Ok(found)
    }

    /// Reads a text with LF line ends and without a BOM.
    fn find_plain(
        &mut self,
        text: &str,
        kinds: Option<&[&str]>,
        has_head: bool,
    ) -> Result<PartialJournal> {
        // The list of tokens is reused to save allocations.
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens.clear();
        tokens.extend(Source::new(text).lex());
        let mut events = Events::new(text, Facts::new(text, kinds));
        let mut broken: Option<ParseError> = None;
        parse_document(&tokens, &mut events, &mut broken);
        let (head, facts) = events.end();
        let head = has_head.then_some(head);
        let found = self.finish(text, head.as_deref(), facts, broken.as_ref(), &tokens);
        self.tokens = tokens;
        found
    }

    /// Returns what was parsed, or the first error.
    fn finish(
        &mut self,
        text: &str,
        head: Option<&[Range<usize>]>,
        mut facts: Facts<'_>,
        broken: Option<&ParseError>,
        tokens: &[Token],
    ) -> Result<PartialJournal> {
        if text.trim().is_empty() {
            let empty = Error::new(say!("error-file-empty")).hint(say!("hint-journal-cut"));
            return Err(empty.at_offset(text, 0));
        }
        if let Some(error) = broken.filter(|_| facts.starts.is_empty()) {
            return Err(match conflict(text, false) {
                Some(error) => error.hint(say!("hint-conflict-journal")),
                None => broken_syntax(text, error).hint(say!("hint-journal-cut")),
            });
        }
        // Errors outside of facts come before those of the head.
        if let Some(wrong) = facts.wrong.take_if(|it| it.index.is_none()) {
            return Err(wrong.error);
        }
        if let Some(head) = head {
            self.read_head(text, head)?;
        }
        let mut torn = None;
        if let Some(wrong) = facts.first_wrong(text, broken) {
            let cut = torn_at(text, &facts, &wrong, tokens).ok_or(wrong.error)?;
            let blank = usize::from(text[cut..].starts_with('\n'));
            torn = Some(Torn { offset: cut, line: 1 + line_feeds(&text[..cut]) + blank });
        }
        if facts.made.is_empty() {
            let cut = Error::new(say!("error-journal-cut")).hint(say!("hint-journal-cut"));
            return Err(cut.on_line(1 + line_feeds(text.trim_end())));
        }
        let lines = lines(text, &facts.starts[..facts.made.len()]);
        Ok(PartialJournal { facts: facts.made, lines, moments: facts.moments, torn })
    }

    /// Reads the head, unless the last journal had the same.
    fn read_head(&mut self, text: &str, parts: &[Range<usize>]) -> Result<()> {
        let end = parts.iter().map(|it| it.end).max().unwrap_or_default();
        let is_first = parts.iter().map(Range::len).sum::<usize>() == end;
        let head: Cow<'_, str> =
            if is_first { text[..end].into() } else { without_facts(text, parts).into() };
        if self.head.as_ref().is_some_and(|(text, _)| *text == head) {
            return Ok(());
        }
        let (table, errors) = parse(&head, FileKind::Journal);
        if let Some(error) = errors.into_iter().next() {
            let conflict = conflict(text, false);
            return Err(conflict.map_or(error, |it| it.hint(say!("hint-conflict-journal"))));
        }
        let read = read_head(&head, &table)?;
        self.head = Some((head.into_owned(), read));
        Ok(())
    }
}

fn line_feeds(text: &str) -> usize {
    memchr_iter(b'\n', text.as_bytes()).count()
}

/// Returns the line, from 1, of each of these byte offsets, which are in ascending order.
fn lines(text: &str, offsets: &[usize]) -> Vec<usize> {
    let (mut line, mut before) = (1, 0);
    let next = |offset: &usize| {
        line += line_feeds(&text[before..*offset]);
        before = *offset;
        line
    };
    offsets.iter().map(next).collect()
}

/// Returns the byte offset at which the whole facts end, if a crash cut the last fact short.
///
/// This covers only what this program writes when it is interrupted, and the zeros that a file
/// system may leave in its place. Anything else is an error of the person who edited the file.
fn torn_at(text: &str, facts: &Facts<'_>, wrong: &WrongFact, tokens: &[Token]) -> Option<usize> {
    // After the last whole fact comes the beginning of a header, or zeros.
    let rest = text[facts.whole_to..].find('\n').map(|it| facts.whole_to + it + 1);
    if let Some(from) = rest.filter(|_| facts.whole_to > 0) {
        let rest = text[from..].trim_end_matches('\n');
        let begun = rest.trim_matches(['\0', '\n']);
        if !rest.is_empty() && FACT.starts_with(begun) && begun != FACT {
            return Some(from);
        }
    }
    let last = *facts.starts.last()?;
    if !wrong.unfinished || facts.made.len() + 1 != facts.starts.len() {
        return None;
    }
    // A multi-line string that is not closed may contain a line that looks like the end of a fact.
    let ended = text.strip_suffix('\n').and_then(|it| it.trim_end_matches('\n').rsplit_once('\n'));
    let ended = ended.is_some_and(|(_, line)| line.starts_with("at = "));
    if facts.ended
        || (ended && !is_open(text, tokens.iter().copied()))
        || conflict(&text[last..], false).is_some()
    {
        return None;
    }
    let blank = usize::from(text[..last].ends_with("\n\n"));
    Some(last - blank)
}

/// Returns whether TOML ends inside a multi-line string.
pub(crate) fn is_open(text: &str, tokens: impl Iterator<Item = Token>) -> bool {
    let last = tokens.filter(|it| it.kind() != TokenKind::Eof).last();
    last.is_some_and(|it| {
        let quotes = match it.kind() {
            TokenKind::MlBasicString => "\"\"\"",
            TokenKind::MlLiteralString => "'''",
            _ => return false,
        };
        let written = &text[syntax::range(it.span())];
        written.len() < 2 * quotes.len() || !written.ends_with(quotes)
    })
}
