//! Reads a journal: block by block where that gives the same, otherwise as a whole.
//!
//! A text is cut before each line that begins with `[[fact]]`. If every piece is TOML by itself,
//! no cut went through a text, and the pieces say what the whole says, three times as fast. A
//! piece as this program writes it is read faster still, in `swift`.

use std::ops::Range;

use chrono::{FixedOffset, NaiveDate};
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::{Datetime, Offset};

use crate::circle::Circle;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{Fact, Moment, What};
use crate::records::format::journal::refuse::Trouble;
use crate::records::format::journal::tagged::Tagged;
use crate::records::format::journal::{FACT, FORMAT, Journal, Torn, refuse, swift};
use crate::toml_file::{conflict, unknown_key};

/// No block is read that is longer, in bytes.
const LONGEST_BLOCK: usize = 1 << 20;

/// No journal is read as a whole that is longer, in bytes.
const LONGEST_WHOLE: usize = 16 << 20;

/// Reads a journal.
///
/// A last fact that a crash tore is no error: it is left out and told in [`Journal::torn`].
///
/// # Errors
///
/// The first thing that is wrong, with line and, where it is known, column. A journal without
/// one whole fact is refused as cut.
pub fn read(text: &str) -> Result<Journal> {
    Reader::default().read(text)
}

/// Reads one journal after another. The heads of a circle's journals are often the same.
#[derive(Default)]
pub struct Reader {
    /// The head that was read last, as text and as a journal without facts.
    head: Option<(String, Journal)>,
}

impl Reader {
    /// Reads a journal as [`read`] does.
    ///
    /// # Errors
    ///
    /// As [`read`].
    pub fn read(&mut self, text: &str) -> Result<Journal> {
        let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
        if bare.len() == text.len() && !text.contains('\r') {
            return self.read_plain(text);
        }
        let plain = bare.replace("\r\n", "\n");
        let mut journal = self.read_plain(&plain)?;
        if let Some(torn) = &mut journal.torn {
            let lines = text.split_inclusive('\n').take(line_feeds(&plain[..torn.offset]));
            torn.offset = lines.map(str::len).sum();
        }
        Ok(journal)
    }

    /// Reads a text whose lines end with LF.
    fn read_plain(&mut self, text: &str) -> Result<Journal> {
        let Some(first) = next_start(text, 0) else { return read_whole(text, &[], 0) };
        if first > LONGEST_BLOCK {
            return Err(too_long(text, 0));
        }
        let head = &text[..first];
        let empty = match &self.head {
            Some((known, empty)) if known == head => empty.clone(),
            _ => match DeTable::parse(head) {
                Ok(table) if !table.get_ref().contains_key("fact") => {
                    let empty = read_head(head, table.get_ref())?;
                    self.head = Some((head.to_owned(), empty.clone()));
                    empty
                }
                _ => return read_whole(text, &starts(text), 0),
            },
        };
        read_facts(text, first, empty)
    }
}

/// Reads the facts of a journal, block by block; the first one begins at `start`.
fn read_facts(text: &str, mut start: usize, mut journal: Journal) -> Result<Journal> {
    let mut line = 1 + line_feeds(&text[..start]);
    loop {
        let swift = swift::read(&text[start..]);
        let end = match &swift {
            Some((_, length)) => start + length,
            None => next_start(text, start + 1).unwrap_or(text.len()),
        };
        if end - start > LONGEST_BLOCK {
            return Err(too_long(text, start));
        }
        let next = (end < text.len()).then_some(end);
        let read = swift.map_or_else(|| read_block(text, start, end), |(fact, _)| Ok(fact));
        let fact = match (read, next) {
            (Ok(fact), _) => fact,
            (Err(Trouble::Wrong(error)), _) | (Err(Trouble::Unfinished(error)), Some(_)) => {
                return Err(error);
            }
            (Err(Trouble::Nested(_)), _) | (Err(Trouble::Syntax(_)), Some(_)) => {
                return read_whole(text, &starts(text), start);
            }
            (Err(Trouble::Syntax(error) | Trouble::Unfinished(error)), None) => {
                let is_whole = |cut| read_block(text, start, cut).is_ok();
                let Some(cut) = torn_at(text, start, is_whole) else { return Err(error) };
                journal.torn = Some(torn(text, cut));
                if cut <= start {
                    break;
                }
                read_block(text, start, cut).map_err(Trouble::error)?
            }
        };
        journal.facts.push(fact);
        journal.lines.push(line);
        line += line_feeds(&text[start..end]);
        let Some(next) = next else { break };
        start = next;
    }
    not_cut(text, journal)
}

/// Reads a text that people wrote in their own way, or a bad one.
///
/// `odd` is where the first part begins that says nothing alone.
pub(crate) fn read_whole(text: &str, starts: &[usize], odd: usize) -> Result<Journal> {
    if text.len() > LONGEST_WHOLE {
        let line = 1 + line_feeds(&text[..odd]);
        let large = Error::new(say!("error-journal-large")).hint(say!("hint-journal-large"));
        return Err(large.on_line(line));
    }
    let (mut table, cut) = match DeTable::parse(text) {
        Ok(table) => (table.into_inner(), None),
        Err(error) => {
            let is_whole = |cut: usize| DeTable::parse(&text[..cut]).is_ok();
            let last = starts.last().copied();
            let cut = last.and_then(|last| torn_at(text, last, is_whole));
            let before = cut.and_then(|cut| DeTable::parse(&text[..cut]).ok());
            match before {
                Some(table) => (table.into_inner(), cut),
                None if starts.is_empty() => {
                    return Err(refuse::syntax(text, 0, text, error).hint(say!("hint-journal-cut")));
                }
                None => return Err(refuse::syntax(text, 0, text, error)),
            }
        }
    };
    let facts = table.remove("fact");
    let mut journal = read_head(text, &table)?;
    journal.torn = cut.map(|it| torn(text, it));
    let facts = match facts.map(Spanned::into_inner) {
        Some(DeValue::Array(facts)) => facts,
        Some(_) => return Err(refuse::value("fact", "fact", "").on_line(1)),
        None => return not_cut(text, journal),
    };
    let count = facts.len();
    let (mut before, mut line) = (0, 1);
    for (index, fact) in facts.into_iter().enumerate() {
        let Range { start: at, end } = fact.span();
        line += line_feeds(&text[before..at]);
        before = at;
        let DeValue::Table(table) = fact.into_inner() else {
            return Err(refuse::value("fact", &text[at..end], "").at_offset(text, at));
        };
        match read_fact(text, text, 0, at, table) {
            Ok(fact) => {
                journal.facts.push(fact);
                journal.lines.push(line);
            }
            Err(Trouble::Unfinished(error)) if index + 1 == count && cut.is_none() => {
                let last = starts.last().filter(|last| **last == at);
                let cut = last.and_then(|last| torn_at(text, *last, |_| false));
                journal.torn = Some(torn(text, cut.ok_or(error)?));
            }
            Err(trouble) => return Err(trouble.error()),
        }
    }
    not_cut(text, journal)
}

fn not_cut(text: &str, journal: Journal) -> Result<Journal> {
    if journal.facts.is_empty() {
        let cut = Error::new(say!("error-journal-cut")).hint(say!("hint-journal-cut"));
        return Err(cut.on_line(1 + line_feeds(text.trim_end())));
    }
    Ok(journal)
}

fn too_long(text: &str, offset: usize) -> Error {
    let line = 1 + line_feeds(&text[..offset]);
    Error::new(say!("error-block-large")).hint(say!("hint-journal-large")).on_line(line)
}

fn line_feeds(text: &str) -> usize {
    // Sums of bytes, which many are added to at once, as long as none can overflow.
    let few = text.as_bytes().chunks(u8::MAX.into());
    few.map(|it| usize::from(it.iter().map(|it| u8::from(*it == b'\n')).sum::<u8>())).sum()
}

/// Finds the first line from an offset on that begins with `[[fact]]`, as a byte offset.
fn next_start(text: &str, from: usize) -> Option<usize> {
    if from == 0 && text.starts_with(FACT) {
        return Some(0);
    }
    text[from..].find("\n[[fact]]").map(|at| from + at + 1)
}

/// Finds all lines that begin with `[[fact]]`.
fn starts(text: &str) -> Vec<usize> {
    std::iter::successors(next_start(text, 0), |it| next_start(text, it + 1)).collect()
}

/// Reads the head's table without its facts. Its places are in `text`.
fn read_head(text: &str, table: &DeTable<'_>) -> Result<Journal> {
    for key in table.keys() {
        if !matches!(key.get_ref().as_ref(), "format" | "as-of" | "circle") {
            let known = ["format", "as-of", "circle", "fact"].into_iter();
            let unknown = unknown_key(key.get_ref(), known);
            return Err(unknown.at_offset(text, key.span().start));
        }
    }
    let Some(format) = table.get("format") else {
        return Err(refuse::missing("format").on_line(1));
    };
    let known = match refuse::number(format.get_ref()) {
        Some(known @ 0..=FORMAT) => Ok(known),
        Some(newer) if newer > FORMAT => {
            Err(Error::new(say!("error-format-newer", format = newer))
                .hint(say!("hint-format-newer")))
        }
        _ => Err(refuse::value("format", text.get(format.span()).unwrap_or_default(), "")),
    };
    let format = known.map_err(|it| it.at_offset(text, format.span().start))?;
    let as_of = match table.get("as-of").map(|it| (it.get_ref(), it.span())) {
        None => false,
        Some((DeValue::Boolean(as_of), _)) => *as_of,
        Some((_, span)) => {
            let source = text.get(span.clone()).unwrap_or_default();
            let refused = refuse::value("as-of", source, "a boolean");
            return Err(refused.at_offset(text, span.start));
        }
    };
    let Some(circle) = table.get("circle") else {
        return Err(refuse::missing("circle").on_line(1));
    };
    let DeValue::Table(table) = circle.get_ref() else {
        let source = text.get(circle.span()).unwrap_or_default();
        let refused = refuse::value("circle", source, "");
        return Err(refused.at_offset(text, circle.span().start));
    };
    let first = |errors: Vec<Error>| errors.into_iter().next();
    let head = Circle::from_table(text, table)
        .map_err(|it| first(it).unwrap_or_else(|| refuse::missing("circle")))?;
    Ok(Journal { format, head, as_of, facts: Vec::new(), lines: Vec::new(), torn: None })
}

/// Reads the block between two offsets; the first is that of its `[[fact]]`.
pub(crate) fn read_block(text: &str, start: usize, end: usize) -> Result<Fact, Trouble> {
    let base = start + FACT.len();
    let body = &text[base..end];
    let beside = body.split('\n').next().unwrap_or_default().trim_start();
    if !beside.is_empty() && !beside.starts_with('#') {
        let error = Error::new(say!("error-token", token = "[[fact]]"));
        return Err(Trouble::Syntax(error.hint(say!("hint-journal-toml")).at_offset(text, start)));
    }
    match DeTable::parse(body) {
        Ok(table) if table.get_ref().contains_key("fact") => {
            let nested = Error::new(say!("error-unknown-key", key = "fact"));
            Err(Trouble::Nested(nested.at_offset(text, start)))
        }
        Ok(table) => read_fact(text, body, base, start, table.into_inner()),
        Err(error) => Err(Trouble::Syntax(refuse::syntax(text, base, body, error))),
    }
}

/// Reads a fact from its table. Places in it count from `base`; the fact begins at `start`.
fn read_fact(
    text: &str,
    body: &str,
    base: usize,
    start: usize,
    mut table: DeTable<'_>,
) -> Result<Fact, Trouble> {
    let wrong = |error: Error, at| Trouble::Wrong(error.at_offset(text, at));
    let Some(at) = table.remove("at") else {
        return Err(Trouble::Unfinished(refuse::missing("at").at_offset(text, start)));
    };
    let span = at.span();
    let Some(moment) = at.get_ref().as_datetime().and_then(moment) else {
        let source = body.get(span.clone()).unwrap_or_default();
        let error = refuse::value("at", source, "").at_offset(text, base + span.start);
        let unfinished = span.end == body.len();
        return Err(if unfinished { Trouble::Unfinished(error) } else { Trouble::Wrong(error) });
    };
    let Some(what) = table.remove("what") else {
        return Err(wrong(refuse::missing("what"), start));
    };
    let span = what.span();
    let place = base + span.start;
    let DeValue::String(what) = what.into_inner() else {
        let source = body.get(span).unwrap_or_default();
        return Err(wrong(refuse::value("what", source, ""), place));
    };
    match What::deserialize(Tagged { what, keys: Spanned::new(0..0, table) }) {
        Ok(what) => Ok(Fact { what, at: moment }),
        Err(error) => {
            let whole = error.span().is_none_or(|it| it.is_empty());
            let unknown = whole && error.message().starts_with("unknown variant");
            let at = match error.span() {
                _ if unknown => place,
                Some(span) if !whole => base + span.start,
                _ => start,
            };
            Err(wrong(refuse::fact(body, &error), at))
        }
    }
}

/// Returns the moment, if date, time to the second and offset are all there.
fn moment(at: &Datetime) -> Option<Moment> {
    let Datetime { date: Some(date), time: Some(time), offset: Some(offset) } = at else {
        return None;
    };
    let minutes = match offset {
        Offset::Z => 0,
        Offset::Custom { minutes } => i32::from(*minutes),
    };
    let nanosecond = time.nanosecond.unwrap_or(0);
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())?
        .and_hms_nano_opt(time.hour.into(), time.minute.into(), time.second?.into(), nanosecond)?
        .and_local_timezone(FixedOffset::east_opt(minutes * 60)?)
        .single()
}

fn torn(text: &str, cut: usize) -> Torn {
    let before = line_feeds(&text[..cut]);
    let blank = text[cut..].starts_with('\n');
    Torn { offset: cut, line: 1 + before + usize::from(blank) }
}

/// Finds where the whole facts of a text end whose last one was torn by a crash.
///
/// `last` is where the last `[[fact]]` begins, and `is_whole` says whether a fact ends at an
/// offset. Only what this program was writing when it crashed counts as torn, or the zeros a file
/// system left in its place; anything else is a slip of whoever wrote it.
fn torn_at(text: &str, last: usize, is_whole: impl Fn(usize) -> bool) -> Option<usize> {
    let end = text.rfind("\nat = ").and_then(|at| Some(at + 1 + text[at + 1..].find('\n')? + 1));
    let rest = end.map_or("", |end| text[end..].trim_end_matches('\n'));
    let begun = rest.trim_matches(['\0', '\n']);
    let begun = !rest.is_empty() && FACT.starts_with(begun) && begun != FACT;
    if let Some(end) = end.filter(|end| begun && is_whole(*end)) {
        return Some(end);
    }
    let body = &text[last + FACT.len()..];
    let unfinished = match read_block(text, last, text.len()) {
        Ok(_) | Err(Trouble::Wrong(_) | Trouble::Nested(_)) => false,
        Err(Trouble::Unfinished(_)) => true,
        // A text that is still open may hold a line that looks like the end of a fact.
        Err(Trouble::Syntax(_)) => {
            let ended = end.is_some_and(|end| end > last && text[end..].trim().is_empty());
            !ended || DeTable::parse(&format!("{body}\"\"\"")).is_ok()
        }
    };
    let blank = usize::from(text[..last].ends_with("\n\n"));
    (unfinished && conflict(body, false).is_none()).then(|| last - blank)
}
