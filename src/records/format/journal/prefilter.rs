//! Leaves out facts that nobody asks for before a journal is read.
//!
//! It can only err towards reading more: what the rest says is for the reader alone. Reading whole
//! journals of 1,000 circles makes `due --deep` four times as slow.

use memchr::memchr;
use memchr::memmem::find_iter;
use strum::VariantNames;
use toml_parser::Source;

use crate::meeting::What;
use crate::records::format::journal::FORMAT;
use crate::records::format::journal::read::is_open;

/// Returns the facts of a journal without its head, and without those of kinds other than these
/// between the first and the last fact.
///
/// Returns none where more must be read: a fact was taken back, which may be any fact; the journal
/// or a fact does not begin as this program writes it; or a text goes on over a line that looks like
/// a header.
pub(crate) fn facts_of(text: &str, kinds: &[&str]) -> Option<String> {
    let mut others = What::VARIANTS.to_vec();
    others.retain(|it| !kinds.contains(it));
    others.sort_unstable();
    let headers = find_iter(text.as_bytes(), "\n[[fact]]\n").map(|at| at + 1);
    let headers: Vec<usize> = headers.collect();
    let (first, last) = (*headers.first()?, *headers.last()?);
    let mut quotes = Quotes::of(text);
    let head = &text[..first];
    if !head.starts_with(&format!("format = {FORMAT}\n")) || quotes.end_inside(head, first) {
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
        if !rest.starts_with("\"\n") || !is_known || quotes.end_inside(fact, to) {
            return None;
        }
        if !is_other || from == first || from == last {
            kept += fact;
        }
    }
    Some(kept)
}

/// The places of quotes that begin or end texts of several lines, in order.
struct Quotes {
    places: Vec<usize>,
    next: usize,
}

impl Quotes {
    fn of(text: &str) -> Self {
        let mut places: Vec<usize> = find_iter(text.as_bytes(), "\"\"\"").collect();
        places.extend(find_iter(text.as_bytes(), "'''"));
        places.sort_unstable();
        Self { places, next: 0 }
    }

    /// Returns whether a part of the text, which begins outside of texts and ends at `to`, ends
    /// inside of one.
    fn end_inside(&mut self, part: &str, to: usize) -> bool {
        let count = self.places[self.next..].partition_point(|it| *it < to);
        self.next += count;
        count > 0 && is_open(part, Source::new(part).lex())
    }
}
