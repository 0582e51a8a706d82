//! Takes the parser's events and puts together the keys and values of one fact after another.
//!
//! No tree is built. What belongs to the head is only noted by its place. A value is kept as it is
//! written, and decoded when somebody asks for it.

use std::borrow::Cow;
use std::ops::Range;

use toml_parser::decoder::Encoding;
use toml_parser::parser::EventReceiver;
use toml_parser::{ErrorSink, Raw, Span};

use crate::toml_file::syntax::range;

/// The key under which facts stand.
pub(crate) const KEY: &str = "fact";

/// Values are nested at most this deep; deeper ones are passed over.
const MOST_NESTED: usize = 80;

/// A key and its value.
#[derive(Debug)]
pub(crate) struct RawField<'t> {
    pub(crate) key: Cow<'t, str>,
    pub(crate) key_at: usize,
    pub(crate) value: RawValue,
}

/// A value and where it stands.
#[derive(Debug)]
pub(crate) struct RawValue {
    pub(crate) span: Range<usize>,
    pub(crate) value: ValueKind,
}

/// A value as far as it is known without decoding it.
#[derive(Debug)]
pub(crate) enum ValueKind {
    /// A text, a number, a date or a flag.
    Scalar(Option<Encoding>),
    /// A list.
    List(Vec<RawValue>),
    /// A table, which no key of a fact has.
    Table,
}

/// The keys of one fact.
#[derive(Debug)]
pub(crate) struct RawFact<'f, 't> {
    /// Where its header begins.
    pub(crate) start: usize,
    pub(crate) fields: &'f mut Vec<RawField<'t>>,
}

/// Something that is no fact where one should be.
#[derive(Debug)]
pub(crate) enum Misplaced<'t> {
    /// A value that is no table, or a header of another kind.
    NoFact(Range<usize>),
    /// A table below a fact, with its key.
    Below(Cow<'t, str>, usize),
    /// A key that is there twice.
    Twice(Cow<'t, str>, usize),
}

/// What is done with what was found.
pub(crate) trait Take<'t> {
    /// Takes a fact.
    fn fact(&mut self, fact: RawFact<'_, 't>);
    /// Takes what is misplaced.
    fn misplaced(&mut self, it: Misplaced<'t>);
}

/// Where in the journal the parser is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Position {
    /// At the keys before the first header.
    Root,
    /// In a table of the head.
    Head,
    /// In a header that begins there; so many of its keys were read, and the first is `fact`.
    Header { start: usize, is_array: bool, keys: usize, is_fact: bool },
    /// In a fact that begins there.
    Fact { start: usize },
    /// In a table that belongs nowhere.
    Nowhere,
}

/// Receives the events of a journal.
pub(crate) struct Events<'t, T> {
    text: &'t str,
    taker: T,
    place: Position,
    /// The key whose value comes next.
    key: Option<(Cow<'t, str>, usize)>,
    /// The key in a header below that of a fact.
    below: Option<(Cow<'t, str>, usize)>,
    fields: Vec<RawField<'t>>,
    /// The lists that are open, each with its beginning.
    lists: Vec<(usize, Vec<RawValue>)>,
    /// How many lists and inline tables of the head are open.
    depth: usize,
    /// Whether facts are written as a list of inline tables: `fact = [{ … }]`.
    in_list: bool,
    /// Whether there was such a list.
    had_list: bool,
    /// Whether an inline table in a fact is passed over.
    passing: bool,
    /// Where the head goes on.
    head_from: usize,
    /// The parts of the text that belong to the head.
    head: Vec<Range<usize>>,
}

impl<'t, T: Take<'t>> Events<'t, T> {
    pub(crate) fn new(text: &'t str, taker: T) -> Self {
        Self {
            text,
            taker,
            place: Position::Root,
            key: None,
            below: None,
            fields: Vec::new(),
            lists: Vec::new(),
            depth: 0,
            in_list: false,
            had_list: false,
            passing: false,
            head_from: 0,
            head: Vec::new(),
        }
    }

    /// Ends with the text. Returns the parts that belong to the head, and what took the facts.
    pub(crate) fn end(mut self) -> (Vec<Range<usize>>, T) {
        self.leave(self.text.len());
        (self.head, self.taker)
    }

    /// Ends what the parser is in.
    fn leave(&mut self, end: usize) {
        match self.place {
            Position::Fact { start } => {
                self.taker.fact(RawFact { start, fields: &mut self.fields });
                self.fields.clear();
            }
            Position::Root | Position::Head => self.head.push(self.head_from..end),
            Position::Header { .. } | Position::Nowhere => {}
        }
        self.key = None;
        self.lists.clear();
        self.depth = 0;
        self.in_list = false;
    }

    fn open_header(&mut self, span: Span, is_array: bool) {
        self.leave(span.start());
        self.place = Position::Header { start: span.start(), is_array, keys: 0, is_fact: false };
        self.below = None;
    }

    fn close_header(&mut self) {
        let Position::Header { start, is_array, keys, is_fact } = self.place else { return };
        self.place = match (is_fact, self.below.take()) {
            (true, Some((key, at))) => {
                self.taker.misplaced(Misplaced::Below(key, at));
                Position::Nowhere
            }
            (true, None) if is_array && keys == 1 && !self.had_list => Position::Fact { start },
            (true, None) if is_array && keys == 1 => {
                self.taker.misplaced(Misplaced::Twice(Cow::Borrowed(KEY), start));
                Position::Nowhere
            }
            (true, None) => {
                self.taker.misplaced(Misplaced::NoFact(start..start + "[fact]".len()));
                Position::Nowhere
            }
            (false, _) => {
                self.head_from = start;
                Position::Head
            }
        };
    }

    fn key_in_header(&mut self, key: Cow<'t, str>, at: usize) {
        let Position::Header { start, is_array, keys, is_fact } = self.place else { return };
        let is_fact = if keys == 0 { key == KEY } else { is_fact };
        if keys == 1 && is_fact {
            self.below = Some((key, at));
        }
        self.place = Position::Header { start, is_array, keys: keys + 1, is_fact };
    }

    /// Puts a value into the list that is open, or under its key.
    fn put(&mut self, item: RawValue) {
        if let Some((_, list)) = self.lists.last_mut() {
            list.push(item);
        } else if let Some((key, key_at)) = self.key.take() {
            if self.fields.iter().any(|it| it.key == key) {
                self.taker.misplaced(Misplaced::Twice(key, key_at));
            } else {
                self.fields.push(RawField { key, key_at, value: item });
            }
        }
    }

    fn is_in_fact(&self) -> bool {
        matches!(self.place, Position::Fact { .. })
    }

    /// Returns whether the value of `fact` comes, in a journal that begins with its facts' list.
    fn begins_list(&self) -> bool {
        self.place == Position::Root
            && self.depth == 0
            && self.key.as_ref().is_some_and(|(key, _)| key == KEY)
    }

    fn raw(&self, span: Span, encoding: Option<Encoding>) -> Raw<'t> {
        let raw = self.text.get(range(span)).unwrap_or_default();
        Raw::new_unchecked(raw, encoding, span)
    }
}

impl<'t, T: Take<'t>> EventReceiver for Events<'t, T> {
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
        // A broken key comes as an empty one; what is wrong with it is said when it is decoded.
        if encoding.is_some() || span.is_empty() {
            let raw = self.raw(span, encoding);
            key = Cow::Borrowed("");
            raw.decode_key(&mut key, error);
        }
        match self.place {
            Position::Header { .. } => self.key_in_header(key, span.start()),
            Position::Fact { .. } if self.key.is_some() => {
                // The first key of a dotted one has a table for its value.
                if let Some((key, key_at)) = self.key.take()
                    && self.fields.iter().all(|it| it.key != key)
                {
                    let value = RawValue { span: range(span), value: ValueKind::Table };
                    self.fields.push(RawField { key, key_at, value });
                }
            }
            Position::Fact { .. } => self.key = Some((key, span.start())),
            Position::Root if self.depth == 0 => {
                // `fact.x` is no list of facts.
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
            self.taker.misplaced(Misplaced::NoFact(range(span)));
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
                self.taker.misplaced(Misplaced::Twice(Cow::Borrowed(KEY), at));
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
        self.depth = self.depth.saturating_sub(1);
        if self.in_list && self.depth == 0 {
            self.in_list = false;
            self.head_from = span.end();
        }
        if self.depth == 0 {
            self.key = None;
        }
    }

    fn inline_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        if self.is_in_fact() {
            self.put(RawValue { span: range(span), value: ValueKind::Table });
            self.passing = true;
            return false;
        }
        if self.in_list && self.depth == 1 {
            self.place = Position::Fact { start: span.start() };
            return true;
        }
        if self.begins_list() {
            self.taker.misplaced(Misplaced::NoFact(range(span)));
        }
        self.depth += 1;
        self.depth < MOST_NESTED
    }

    fn inline_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        if std::mem::take(&mut self.passing) {
            return;
        }
        if let Position::Fact { start } = self.place {
            if self.in_list {
                self.taker.fact(RawFact { start, fields: &mut self.fields });
                self.fields.clear();
                self.key = None;
                self.place = Position::Root;
            }
            return;
        }
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            self.key = None;
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
