//! Cuts facts that are not asked for out of a journal before it is parsed.
//!
//! Where it is unsure it leaves the whole journal to the parser. Parsing the whole journals of
//! 1,000 circles makes `due --deep` four times as slow.

use std::collections::HashSet;
use std::sync::LazyLock;

use memchr::memchr;
use memchr::memmem::Finder;
use strum::VariantNames;
use toml_parser::Source;

use crate::meeting::{FORMAT, What};
use crate::records::format::journal::WALKED;
use crate::records::format::journal::read::is_open;

/// Returns the first fact, the last fact, and those of the given kinds between them, without the
/// head; and the one before the close, after which minutes that were approved do not stand.
///
/// Returns `None` if the whole journal must be parsed: a fact was taken back, which may be of any
/// kind; the head or a fact does not begin as this program writes it; or a multi-line string
/// contains a line that looks like a header.
pub(crate) fn facts_of(text: &str, kinds: &[&str]) -> Option<String> {
    let headers = headers(text)?;
    let (first, last) = (*headers.first()?, *headers.last()?);
    let mut quotes = Quotes::of(text);
    let head = &text[..first];
    let begins = |format: i64| head.starts_with(&format!("format = {format}\n"));
    if !(WALKED..=FORMAT).any(begins) || quotes.end_inside(head, first) {
        return None;
    }
    let ends = headers.iter().skip(1).copied().chain([text.len()]);
    let (mut kept, mut left_out) = (String::with_capacity(4096), "");
    for (from, to) in headers.iter().copied().zip(ends) {
        let fact = &text[from..to];
        let kind = fact.strip_prefix("[[fact]]\nwhat = \"")?;
        let (kind, rest) = kind.split_at(memchr(b'"', kind.as_bytes())?);
        let is_other = !kinds.contains(&kind);
        let is_known = if is_other { is_kind(kind) } else { kind != "taken-back" };
        if !rest.starts_with("\"\n") || !is_known || quotes.end_inside(fact, to) {
            return None;
        }
        if kind == "closed" {
            kept += left_out;
        }
        left_out = fact;
        if !is_other || from == first || from == last {
            kept += fact;
            left_out = "";
        }
    }
    Some(kept)
}

/// Returns where the headers of facts begin, or `None` if a line may be a header that this program
/// does not write so.
fn headers(text: &str) -> Option<Vec<usize>> {
    static INDENTED: LazyLock<[Finder<'static>; 2]> =
        LazyLock::new(|| ["\n ", "\n\t"].map(Finder::new));
    static BRACKET: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\n["));
    let lines = |finder: &'static Finder<'static>| {
        finder.find_iter(text.as_bytes()).map(|at| (at + 1, &text[at + 1..]))
    };
    let mut indented = INDENTED.iter().flat_map(lines);
    if indented.any(|(_, line)| line.trim_start_matches([' ', '\t']).starts_with('[')) {
        return None;
    }
    let mut headers = Vec::new();
    for (at, line) in lines(&BRACKET) {
        if line.starts_with("[[fact]]\n") {
            headers.push(at);
        } else if !headers.is_empty() || !line.trim_start_matches('[').starts_with("circle") {
            return None;
        }
    }
    Some(headers)
}

fn is_kind(kind: &str) -> bool {
    static KINDS: LazyLock<HashSet<&str>> =
        LazyLock::new(|| What::VARIANTS.iter().copied().collect());
    KINDS.contains(kind)
}

/// The offsets of the quotes of multi-line strings, in ascending order.
struct Quotes {
    offsets: Vec<usize>,
    next: usize,
}

impl Quotes {
    fn of(text: &str) -> Self {
        static QUOTES: LazyLock<[Finder<'static>; 2]> =
            LazyLock::new(|| ["\"\"\"", "'''"].map(Finder::new));
        let find = |finder: &'static Finder<'static>| finder.find_iter(text.as_bytes());
        let mut offsets: Vec<usize> = QUOTES.iter().flat_map(find).collect();
        offsets.sort_unstable();
        Self { offsets, next: 0 }
    }

    /// Returns whether a part of the text that ends at `to` ends inside of a multi-line string. It
    /// must begin outside of one, at the end of the part before.
    fn end_inside(&mut self, part: &str, to: usize) -> bool {
        let count = self.offsets[self.next..].partition_point(|it| *it < to);
        self.next += count;
        count > 0 && is_open(part, Source::new(part).lex())
    }
}
