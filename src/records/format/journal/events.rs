//! Receives the events of the TOML parser and collects the keys and values of each fact.
//!
//! It builds no tree. It notes only the byte ranges of the head, and does not decode values.

use std::borrow::Cow;
use std::ops::Range;

use toml_parser::decoder::Encoding;
use toml_parser::parser::EventReceiver;
use toml_parser::{ErrorSink, Raw, Span};

use crate::records::format::journal::facts::Facts;
use crate::toml_file::syntax::range;

/// The key of the facts in a journal.
pub(crate) const KEY: &str = "fact";

/// Values that are nested more deeply are ignored.
const MOST_NESTED: usize = 80;

/// A key and its value.
#[derive(Debug)]
pub(crate) struct RawField<'t> {
    pub(crate) key: Cow<'t, str>,
    pub(crate) key_at: usize,
    pub(crate) value: RawValue,
}

/// A value that is not decoded yet.
#[derive(Debug)]
pub(crate) struct RawValue {
    pub(crate) span: Range<usize>,
    pub(crate) value: ValueKind,
}

#[derive(Debug)]
pub(crate) enum ValueKind {
    /// A string, number, date or boolean.
    Scalar(Option<Encoding>),
    List(Vec<RawValue>),
    /// An inline table or a dotted key, which no fact has.
    Table,
}

/// A fact whose values are not decoded yet.
#[derive(Debug)]
pub(crate) struct RawFact<'f, 't> {
    /// The byte offset of its header.
    pub(crate) start: usize,
    pub(crate) fields: &'f [RawField<'t>],
}

/// Something found in the place of a fact or of its keys. Offsets are those of keys.
#[derive(Debug)]
pub(crate) enum Misplaced<'t> {
    /// A value of `fact` that is not a table, or a `[fact]` that is not a `[[fact]]`.
    NoFact(Range<usize>),
    /// A table inside of a fact.
    Below(Cow<'t, str>, usize),
    /// A second key of the same name.
    Twice(Cow<'t, str>, usize),
}

/// The part of the journal that the parser is in.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Position {
    /// The keys before the first header.
    #[default]
    Root,
    /// A table of the head.
    Head,
    /// A header. `keys` is the number of its keys read so far; `is_fact` is whether the first is
    /// `fact`.
    Header { start: usize, is_array: bool, keys: usize, is_fact: bool },
    /// A fact.
    Fact { start: usize },
    /// A table that is an error and ignored.
    Nowhere,
}

/// The receiver of the parser's events.
#[derive(Default)]
pub(crate) struct Events<'t> {
    text: &'t str,
    facts: Facts<'t>,
    position: Position,
    /// The key whose value comes next, and its offset.
    key: Option<(Cow<'t, str>, usize)>,
    /// The second key in the header of a fact, and its offset.
    below: Option<(Cow<'t, str>, usize)>,
    /// The fields of the current fact.
    fields: Vec<RawField<'t>>,
    /// The open lists in the current fact, each with its offset.
    lists: Vec<(usize, Vec<RawValue>)>,
    /// The number of open lists and inline tables outside of facts.
    depth: usize,
    /// Whether the parser is in a list of facts, `fact = [{ … }]`.
    in_list: bool,
    /// Whether the journal has such a list.
    had_list: bool,
    /// Whether the parser is in an inline table that is ignored.
    in_ignored_table: bool,
    /// The offset at which the current part of the head begins.
    head_from: usize,
    /// The parts of the text that belong to the head.
    head: Vec<Range<usize>>,
}

impl<'t> Events<'t> {
    pub(crate) fn new(text: &'t str, facts: Facts<'t>) -> Self {
        Self { text, facts, ..Self::default() }
    }

    /// Ends the journal. Returns the parts that belong to the head, and the facts.
    pub(crate) fn end(mut self) -> (Vec<Range<usize>>, Facts<'t>) {
        self.end_table(self.text.len());
        (self.head, self.facts)
    }

    /// Ends the current table at this offset.
    fn end_table(&mut self, end: usize) {
        match self.position {
            Position::Fact { start } => self.end_fact(start),
            Position::Root | Position::Head => self.head.push(self.head_from..end),
            Position::Header { .. } | Position::Nowhere => {}
        }
        self.key = None;
        self.lists.clear();
        self.depth = 0;
        self.in_list = false;
    }

    fn end_fact(&mut self, start: usize) {
        self.facts.fact(&RawFact { start, fields: &self.fields });
        self.fields.clear();
    }

    /// Ends a list or an inline table outside of facts.
    fn end_nested(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            self.key = None;
        }
    }

    fn open_header(&mut self, span: Span, is_array: bool) {
        self.end_table(span.start());
        self.position = Position::Header { start: span.start(), is_array, keys: 0, is_fact: false };
        self.below = None;
    }

    fn close_header(&mut self) {
        let Position::Header { start, is_array, keys, is_fact } = self.position else { return };
        let misplaced = match self.below.take() {
            _ if !is_fact => {
                self.head_from = start;
                self.position = Position::Head;
                return;
            }
            Some((key, at)) => Misplaced::Below(key, at),
            None if !is_array || keys != 1 => Misplaced::NoFact(start..start + "[fact]".len()),
            None if self.had_list => Misplaced::Twice(Cow::Borrowed(KEY), start),
            None => {
                self.position = Position::Fact { start };
                return;
            }
        };
        self.facts.misplaced(misplaced);
        self.position = Position::Nowhere;
    }

    fn key_in_header(&mut self, key: Cow<'t, str>, at: usize) {
        let Position::Header { start, is_array, keys, is_fact } = self.position else { return };
        let is_fact = if keys == 0 { key == KEY } else { is_fact };
        if keys == 1 && is_fact {
            self.below = Some((key, at));
        }
        self.position = Position::Header { start, is_array, keys: keys + 1, is_fact };
    }

    /// Adds a value to the open list, else to the fields of the fact.
    fn put(&mut self, item: RawValue) {
        if let Some((_, list)) = self.lists.last_mut() {
            list.push(item);
        } else if let Some((key, key_at)) = self.key.take() {
            if self.fields.iter().any(|it| it.key == key) {
                self.facts.misplaced(Misplaced::Twice(key, key_at));
            } else {
                self.fields.push(RawField { key, key_at, value: item });
            }
        }
    }

    fn is_in_fact(&self) -> bool {
        matches!(self.position, Position::Fact { .. })
    }

    /// Returns whether the next value is that of the key `fact` before the first header.
    fn begins_list(&self) -> bool {
        self.position == Position::Root
            && self.depth == 0
            && self.key.as_ref().is_some_and(|(key, _)| key == KEY)
    }

    fn raw(&self, span: Span, encoding: Option<Encoding>) -> Raw<'t> {
        let raw = self.text.get(range(span)).unwrap_or_default();
        Raw::new_unchecked(raw, encoding, span)
    }
}

impl EventReceiver for Events<'_> {
    fn array_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.open_header(span, true);
    }

    fn std_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.open_header(span, false);
    }

    fn array_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.close_header();
    }

    fn std_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.close_header();
    }

    fn simple_key(&mut self, span: Span, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        let mut key = Cow::Borrowed(self.text.get(range(span)).unwrap_or_default());
        // The parser gives a broken key an empty span; decoding it reports the error.
        if encoding.is_some() || span.is_empty() {
            let raw = self.raw(span, encoding);
            key = Cow::Borrowed("");
            raw.decode_key(&mut key, error);
        }
        match self.position {
            Position::Header { .. } => self.key_in_header(key, span.start()),
            Position::Fact { .. } if self.key.is_some() => {
                // In a dotted key the value of the first part is a table.
                if let Some((key, key_at)) = self.key.take()
                    && self.fields.iter().all(|it| it.key != key)
                {
                    let value = RawValue { span: range(span), value: ValueKind::Table };
                    self.fields.push(RawField { key, key_at, value });
                }
            }
            Position::Fact { .. } => self.key = Some((key, span.start())),
            Position::Root if self.depth == 0 => {
                // `fact.x = …` is not a list of facts.
                self.key = if self.key.is_none() { Some((key, span.start())) } else { None };
            }
            Position::Root | Position::Head | Position::Nowhere => {}
        }
    }

    fn scalar(&mut self, span: Span, encoding: Option<Encoding>, _: &mut dyn ErrorSink) {
        if self.is_in_fact() {
            self.put(RawValue { span: range(span), value: ValueKind::Scalar(encoding) });
            return;
        }
        if self.begins_list() || (self.in_list && self.depth == 1) {
            self.facts.misplaced(Misplaced::NoFact(range(span)));
        }
        if self.depth == 0 {
            self.key = None;
        }
    }

    fn array_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        if self.is_in_fact() {
            self.lists.push((span.start(), Vec::new()));
            return self.lists.len() < MOST_NESTED;
        }
        if self.begins_list() {
            let at = self.key.take().map_or(span.start(), |(_, at)| at);
            if std::mem::replace(&mut self.had_list, true) {
                self.facts.misplaced(Misplaced::Twice(Cow::Borrowed(KEY), at));
            }
            self.in_list = true;
            self.head.push(self.head_from..at);
        }
        self.depth += 1;
        self.depth < MOST_NESTED
    }

    fn array_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        if let Some((start, list)) = self.lists.pop() {
            self.put(RawValue { span: start..span.end(), value: ValueKind::List(list) });
            return;
        }
        self.end_nested();
        if self.in_list && self.depth == 0 {
            self.in_list = false;
            self.head_from = span.end();
        }
    }

    fn inline_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        if self.is_in_fact() {
            self.put(RawValue { span: range(span), value: ValueKind::Table });
            self.in_ignored_table = true;
            return false;
        }
        if self.in_list && self.depth == 1 {
            self.position = Position::Fact { start: span.start() };
            return true;
        }
        if self.begins_list() {
            self.facts.misplaced(Misplaced::NoFact(range(span)));
        }
        self.depth += 1;
        self.depth < MOST_NESTED
    }

    fn inline_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        if std::mem::take(&mut self.in_ignored_table) {
            return;
        }
        match self.position {
            Position::Fact { start } if self.in_list => {
                self.end_fact(start);
                self.key = None;
                self.position = Position::Root;
            }
            Position::Fact { .. } => {}
            _ => self.end_nested(),
        }
    }

    fn comment(&mut self, span: Span, error: &mut dyn ErrorSink) {
        self.raw(span, None).decode_comment(error);
    }

    fn newline(&mut self, span: Span, error: &mut dyn ErrorSink) {
        if self.text.as_bytes().get(span.start()) != Some(&b'\n') {
            self.raw(span, None).decode_newline(error);
        }
    }
}
