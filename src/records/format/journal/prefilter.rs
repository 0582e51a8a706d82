//! Cuts facts that are not asked for out of a journal before it is parsed.
//!
//! Where it is unsure it leaves the whole journal to the parser. Parsing the whole journals of
//! 1,000 circles makes `due --deep` four times as slow.

use memchr::memchr;
use memchr::memmem::find_iter;
use strum::VariantNames;
use toml_parser::Source;

use crate::meeting::{FORMAT, What};
use crate::records::format::journal::WALKED;
use crate::records::format::journal::read::is_open;

/// Returns the first fact, the last fact, and those of the given kinds between them, without the
/// head.
///
/// Returns `None` if the whole journal must be parsed: a fact was taken back, which may be of any
/// kind; the head or a fact does not begin as this program writes it; or a multi-line string
/// contains a line that looks like a header.
pub(crate) fn facts_of(text: &str, kinds: &[&str]) -> Option<String> {
    let mut others = What::VARIANTS.to_vec();
    others.retain(|it| !kinds.contains(it));
    others.sort_unstable();
    let headers: Vec<usize> = find_iter(text.as_bytes(), "\n[[fact]]\n").map(|at| at + 1).collect();
    let (first, last) = (*headers.first()?, *headers.last()?);
    let mut quotes = Quotes::of(text);
    let head = &text[..first];
    let begins = |format: i64| head.starts_with(&format!("format = {format}\n"));
    let is_plain = (WALKED..=FORMAT).any(begins) && !has_header_besides(head, "circle");
    if !is_plain || quotes.end_inside(head, first) {
        return None;
    }
    let ends = headers.iter().skip(1).copied().chain([text.len()]);
    let mut kept = String::with_capacity(4096);
    for (from, to) in headers.iter().copied().zip(ends) {
        let fact = &text[from..to];
        let kind = fact.strip_prefix("[[fact]]\nwhat = \"")?;
        let (kind, rest) = kind.split_at(memchr(b'"', kind.as_bytes())?);
        let is_other = others.binary_search(&kind).is_ok();
        let is_known = is_other || (kinds.contains(&kind) && kind != "taken-back");
        let is_plain = rest.starts_with("\"\n") && !has_header_besides(fact, "fact");
        if !is_plain || !is_known || quotes.end_inside(fact, to) {
            return None;
        }
        if !is_other || from == first || from == last {
            kept += fact;
        }
    }
    Some(kept)
}

/// Returns whether a line behind the first may be a header of something else than `key`, written
/// in whatever way TOML allows.
fn has_header_besides(part: &str, key: &str) -> bool {
    let begins = |line: &str| line.trim_start_matches('[').starts_with(key);
    let indented = [b' ', b'\t'].iter().any(|blank| {
        let blank = [b'\n', *blank];
        let mut lines = find_iter(part.as_bytes(), &blank).map(|at| &part[at + 1..]);
        lines.any(|it| it.trim_start_matches([' ', '\t']).starts_with('['))
    });
    indented || find_iter(part.as_bytes(), "\n[").any(|at| !begins(&part[at + 1..]))
}

/// The offsets of the quotes of multi-line strings, in ascending order.
struct Quotes {
    offsets: Vec<usize>,
    next: usize,
}

impl Quotes {
    fn of(text: &str) -> Self {
        let mut offsets: Vec<usize> = find_iter(text.as_bytes(), "\"\"\"").collect();
        offsets.extend(find_iter(text.as_bytes(), "'''"));
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
