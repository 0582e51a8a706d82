//! Reads a journal: the text is parsed once, and each fact is made as soon as it ends.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr_iter};
use strum::VariantNames;
use toml_parser::lexer::{Token, TokenKind};
use toml_parser::parser::parse_document;
use toml_parser::{ParseError, Source};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{Fact, Moment, What};
use crate::records::format::journal::events::{self, Events, Misplaced, RawFact, Take};
use crate::records::format::journal::fact::{self, NoFact};
use crate::records::format::journal::head::{Head, read_head, without_facts};
use crate::records::format::journal::prefilter;
use crate::records::format::journal::wrong_keys::{Wanted, wrong_value};
use crate::records::format::journal::{FACT, Journal, Standing, Torn};
use crate::toml_file::{FileKind, conflict, parse, syntax, unknown_key, unknown_word};

/// Reads a journal.
///
/// A last fact that a crash tore is no error: it is left out and told in [`Journal::torn`].
///
/// # Errors
///
/// The first thing that is wrong, with line and, where it is known, column. A journal without
/// one whole fact is refused as cut.
pub fn read(text: &str) -> Result<Journal> {
    JournalReader::default().read(text)
}

/// Reads one journal after another. The heads of a circle's journals are often the same.
#[derive(Default)]
pub struct JournalReader {
    tokens: Vec<Token>,
    /// The head that was read last, as text and as read.
    head: Option<Known>,
}

/// A head as text, and as read.
struct Known {
    text: String,
    head: Head,
}

/// The facts of a journal as far as they were asked for.
struct PartialJournal {
    /// Every whole fact; none in the place of one that was not asked for.
    facts: Vec<Option<Fact>>,
    /// The line of each fact, from 1.
    lines: Vec<usize>,
    /// The moments of the first and the last whole fact.
    moments: Option<(Moment, Moment)>,
    torn: Option<Torn>,
}

impl JournalReader {
    /// Reads a journal as [`read`] does.
    ///
    /// # Errors
    ///
    /// As [`read`].
    pub fn read(&mut self, text: &str) -> Result<Journal> {
        let PartialJournal { facts, lines, torn, .. } = self.find(text, None)?;
        let known = self.head.as_ref().expect("a journal has a head");
        let Head { format, circle, as_of } = known.head.clone();
        let facts = facts.into_iter().flatten().collect();
        Ok(Journal { format, head: circle, as_of, facts, lines, torn })
    }

    /// Reads the standing facts of some kinds, which are named as in the journal: `action`. Other
    /// facts are not decoded, and what is wrong in them is passed over.
    ///
    /// # Errors
    ///
    /// As [`read`].
    pub fn standing(&mut self, text: &str, kinds: &[&str]) -> Result<Standing> {
        let some = prefilter::facts_of(text, &[kinds, &Standing::KINDS].concat());
        let found = some.map(|it| self.find_plain(&it, Some(kinds), false));
        // What is wrong is told of the whole; of a torn journal the fact before counts as the last.
        let found = match found {
            Some(Ok(found)) if found.torn.is_none() => found,
            _ => self.find(text, Some(kinds))?,
        };
        let PartialJournal { facts, moments, .. } = found;
        let (first, last) = moments.unwrap_or_default();
        Ok(Standing::of_some(facts, (first.date_naive(), last.date_naive()), kinds))
    }

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

    /// Reads a text whose lines end with LF.
    fn find_plain(
        &mut self,
        text: &str,
        kinds: Option<&[&str]>,
        has_head: bool,
    ) -> Result<PartialJournal> {
        // The tokens are kept from one journal to the next, so that their memory is.
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

    /// Puts together what was found, unless something is wrong.
    fn finish(
        &mut self,
        text: &str,
        head: Option<&[Range<usize>]>,
        mut facts: Facts<'_>,
        broken: Option<&ParseError>,
        tokens: &[Token],
    ) -> Result<PartialJournal> {
        if let Some(error) = broken.filter(|_| facts.starts.is_empty()) {
            return Err(match conflict(text, false) {
                Some(error) => error.hint(say!("hint-conflict-journal")),
                None => broken_syntax(text, error).hint(say!("hint-journal-cut")),
            });
        }
        // What is no fact at all is said before what is missing.
        if let Some(wrong) = facts.wrong.take_if(|it| it.index.is_none()) {
            return Err(wrong.error);
        }
        if let Some(head) = head {
            self.read_head(text, head)?;
        }
        let mut torn = None;
        if let Some(wrong) = facts.first_wrong(text, broken) {
            let cut = torn_at(text, &facts, &wrong, tokens).ok_or(wrong.error)?;
            torn = Some(torn_from(text, cut));
        }
        if facts.made.is_empty() {
            let cut = Error::new(say!("error-journal-cut")).hint(say!("hint-journal-cut"));
            return Err(cut.on_line(1 + line_feeds(text.trim_end())));
        }
        let lines = lines(text, &facts.starts[..facts.made.len()]);
        Ok(PartialJournal { facts: facts.made, lines, moments: facts.moments, torn })
    }

    /// Reads the head, unless it is that of the journal before.
    fn read_head(&mut self, text: &str, parts: &[Range<usize>]) -> Result<()> {
        let end = parts.iter().map(|it| it.end).max().unwrap_or_default();
        let is_first = parts.iter().map(Range::len).sum::<usize>() == end;
        let head: Cow<'_, str> =
            if is_first { text[..end].into() } else { without_facts(text, parts).into() };
        if self.head.as_ref().is_some_and(|it| it.text == head) {
            return Ok(());
        }
        let (table, errors) = parse(&head, FileKind::Journal);
        if let Some(error) = errors.into_iter().next() {
            if let Some(error) = conflict(text, false) {
                return Err(error.hint(say!("hint-conflict-journal")));
            }
            return Err(error);
        }
        let read = read_head(&head, &table)?;
        self.head = Some(Known { text: head.into_owned(), head: read });
        Ok(())
    }
}

/// The facts of a journal on their way.
struct Facts<'t> {
    text: &'t str,
    /// The kinds that are asked for; all of them where none is named.
    kinds: Option<&'t [&'t str]>,
    /// Where each fact begins.
    starts: Vec<usize>,
    /// The facts up to the first that is wrong; none for one of a kind that was not asked for.
    made: Vec<Option<Fact>>,
    moments: Option<(Moment, Moment)>,
    /// Where the last value of the last fact that was made ends.
    whole_to: usize,
    /// Whether something follows the moment of the last fact, made or not.
    ended: bool,
    wrong: Option<WrongFact>,
}

/// The first thing that is wrong with the facts.
struct WrongFact {
    error: Error,
    /// Which fact it is in; none where it is in no fact.
    index: Option<usize>,
    /// Whether the fact may only be cut.
    unfinished: bool,
}

impl<'t> Facts<'t> {
    fn new(text: &'t str, kinds: Option<&'t [&'t str]>) -> Self {
        Self {
            text,
            kinds,
            starts: Vec::new(),
            made: Vec::new(),
            moments: None,
            whole_to: 0,
            ended: false,
            wrong: None,
        }
    }

    fn make(&mut self, raw: &RawFact<'_, 't>) -> Result<(Moment, Option<Fact>), NoFact> {
        let Some(kinds) = self.kinds else {
            return fact::whole(self.text, raw).map(|it| (it.at, Some(it)));
        };
        let at = fact::moment(self.text, raw)?;
        let (what, span) = fact::what(self.text, raw)?;
        let what = what.as_ref();
        if kinds.contains(&what) || Standing::KINDS.contains(&what) {
            return fact::whole(self.text, raw).map(|it| (at, Some(it)));
        }
        if !What::VARIANTS.contains(&what) {
            let error = unknown_word("what", what, What::VARIANTS.iter().copied());
            let error = error.at_offset(self.text, span.start);
            return Err(NoFact { error, unfinished: false });
        }
        Ok((at, None))
    }

    /// Returns the first thing that is wrong, where the syntax is `broken` too. In one fact the
    /// syntax is said first.
    fn first_wrong(&mut self, text: &str, broken: Option<&ParseError>) -> Option<WrongFact> {
        let wrong = self.wrong.take();
        let Some(error) = broken else { return wrong };
        let at = error.unexpected().or(error.context()).map_or(0, |it| it.start());
        let index = self.starts.partition_point(|it| *it <= at).checked_sub(1);
        if let Some(wrong) = wrong
            && wrong.index < index
        {
            return Some(wrong);
        }
        if at < self.whole_to {
            // It is in a fact that was made, which is not torn then.
            self.made.truncate(index.unwrap_or_default());
            self.whole_to = 0;
        }
        let unfinished = self.whole_to > 0 && index.is_some_and(|it| it + 1 == self.starts.len());
        Some(WrongFact { error: broken_syntax(text, error), index, unfinished })
    }
}

impl<'t> Take<'t> for Facts<'t> {
    fn fact(&mut self, raw: RawFact<'_, 't>) {
        self.starts.push(raw.start);
        let moment = raw.fields.iter().find(|it| it.key == "at");
        self.ended = moment.is_some_and(|it| it.value.span.end < self.text.len());
        if self.wrong.is_some() {
            return;
        }
        let index = Some(self.made.len());
        match self.make(&raw) {
            Ok((at, fact)) => {
                self.moments.get_or_insert((at, at)).1 = at;
                let ends = raw.fields.iter().map(|it| it.value.span.end);
                self.whole_to = ends.max().unwrap_or(raw.start);
                self.made.push(fact);
            }
            Err(NoFact { error, unfinished }) => {
                let error = fact::broken_value(self.text, &raw).unwrap_or(error);
                self.wrong = Some(WrongFact { error, index, unfinished });
            }
        }
    }

    fn misplaced(&mut self, it: Misplaced<'t>) {
        let (text, count) = (self.text, self.starts.len());
        let (error, at, index) = match it {
            Misplaced::NoFact(span) => {
                let written = text.get(span.clone()).unwrap_or_default();
                (wrong_value(events::KEY, written, Wanted::Text), span.start, None)
            }
            Misplaced::Below(key, at) => {
                let known = ["what", "at"].into_iter();
                (unknown_key(&key, known), at, count.checked_sub(1))
            }
            Misplaced::Twice(key, at) => {
                let error = Error::new(say!("error-key-twice", key = key.as_ref()));
                (error.hint(FileKind::Journal.twice_hint()), at, Some(count))
            }
        };
        let error = error.at_offset(text, at);
        self.wrong.get_or_insert(WrongFact { error, index, unfinished: false });
    }
}

/// Says what is wrong with the syntax.
fn broken_syntax(text: &str, error: &ParseError) -> Error {
    if let Some(error) = conflict(text, false) {
        return error.hint(say!("hint-conflict-journal"));
    }
    let at = error.unexpected().or(error.context()).map_or(0, |it| it.start());
    let line = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let refused = syntax::refuse(text, error, FileKind::Journal);
    if !text[line..].starts_with(FACT) {
        return refused;
    }
    // Something stands behind the header.
    let error = Error::new(say!("error-token", token = FACT));
    error.hint(say!("hint-journal-toml")).at_offset(text, line)
}

fn line_feeds(text: &str) -> usize {
    memchr_iter(b'\n', text.as_bytes()).count()
}

/// Returns the line, from 1, of each of some places in order.
fn lines(text: &str, places: &[usize]) -> Vec<usize> {
    let (mut line, mut before) = (1, 0);
    let mut lines = Vec::with_capacity(places.len());
    for place in places {
        line += line_feeds(&text[before..*place]);
        before = *place;
        lines.push(line);
    }
    lines
}

fn torn_from(text: &str, cut: usize) -> Torn {
    let before = line_feeds(&text[..cut]);
    let blank = text[cut..].starts_with('\n');
    Torn { offset: cut, line: 1 + before + usize::from(blank) }
}

/// Finds where the whole facts of a text end whose last one was torn by a crash.
///
/// Only what this program was writing when it crashed counts as torn, or the zeros a file system
/// left in its place; anything else is a slip of whoever wrote it.
fn torn_at(text: &str, facts: &Facts<'_>, wrong: &WrongFact, tokens: &[Token]) -> Option<usize> {
    // The beginning of a header, or zeros, behind the last whole fact.
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
    // A text that is still open may hold a line that looks like the end of a fact.
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

/// Returns whether a text ends within a text of several lines.
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
