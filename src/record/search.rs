//! Words looked for in the log: each must be found, forgiving slips and knowing synonyms.
//!
//! Pure. What is compared is folded: case and accents make no difference.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use memchr::memchr;
use rustc_hash::FxHashMap;
use unicode_normalization::char::is_combining_mark;

use crate::circle::{distance, fold};
use crate::record::{Record, Synonyms};

/// The words somebody looks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    words: Vec<Word>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
struct Word {
    folded: String,
    letters: Vec<char>,
    /// Its letters as bits.
    bits: u64,
    /// How many letters may be wrong.
    slips: usize,
    synonyms: Vec<String>,
}

/// How much of a word in a text is the one looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Whole,
    Beginning,
    Inside,
}

/// In which way it is the one looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Exact,
    Slip,
    Synonym,
}

/// A record in which every word was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The line in which the words stand, each in brackets; none where the title has them all.
    pub line: Option<String>,
    rank: Rank,
}

/// Where the words stand (the less the better), in which way, and from when the record is.
type Rank = (usize, usize, Reverse<NaiveDate>);

/// Where a word stands that is not in the title; there it is one of the parts.
const IN_TEXT: usize = 3;

/// How many letters of a line are shown on each side of the first word found.
const AROUND: usize = 60;

/// How many near words are named for one that is nowhere.
const NEAR: usize = 3;

impl Search {
    /// Takes what was typed; several words may stand in one argument.
    pub fn new(typed: &[String], synonyms: &Synonyms) -> Self {
        let folded = typed.iter().map(|it| fold(it)).collect::<Vec<_>>();
        let words = folded.iter().flat_map(|it| tokens(it)).map(|(_, it)| Word::new(it, synonyms));
        Self { words: words.collect() }
    }

    /// Returns whether there is no word in what was typed.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Looks for every word in the title and the texts of a record.
    pub fn find(&self, record: Record<'_>) -> Option<Found> {
        let in_title = self.best(record.title());
        let lines = record.lines();
        let mut best = in_title.clone();
        let mut shown: Option<(usize, &String)> = None;
        for line in &lines {
            let in_line = self.best(line);
            let count = in_line.iter().flatten().count();
            if count > shown.map_or(0, |(most, _)| most) {
                shown = Some((count, line));
            }
            for (best, (_, way)) in best.iter_mut().zip(in_line).filter_map(|(a, b)| Some((a, b?)))
            {
                let better = best.is_none_or(|best| (IN_TEXT, way) < best);
                if better {
                    *best = Some((IN_TEXT, way));
                }
            }
        }
        let all: Vec<(usize, Way)> = best.into_iter().collect::<Option<_>>()?;
        let places = all.iter().map(|(place, _)| place).sum();
        let ways = all.iter().map(|(_, way)| *way as usize).sum();
        let shown = shown.filter(|_| in_title.contains(&None));
        Some(Found {
            line: shown.map(|(_, line)| self.marked(line)),
            rank: (places, ways, Reverse(record.date())),
        })
    }

    /// Returns for each word where in a text it stands best: in which part of a word, which way.
    fn best(&self, text: &str) -> Vec<Option<(usize, Way)>> {
        let mut best = vec![None; self.words.len()];
        let folded = fold(text);
        for (_, token) in tokens(&folded) {
            for (word, best) in self.words.iter().zip(&mut best) {
                let found = word.fit(token).map(|(part, way)| (part as usize, way));
                if let Some(found) = found
                    && best.is_none_or(|best| found < best)
                {
                    *best = Some(found);
                }
            }
        }
        best
    }

    /// Puts what was found into brackets, and cuts what is far from it.
    fn marked(&self, line: &str) -> String {
        let is_found = |token: &str| {
            let folded = fold(token);
            self.words.iter().any(|it| it.fit(&folded).is_some())
        };
        let found: Vec<(usize, &str)> = tokens(line).filter(|(_, token)| is_found(token)).collect();
        let first = found.first().map_or(0, |(at, _)| *at);
        let blanks = || line.match_indices(' ').map(|(at, _)| at);
        let distance = |one: usize, other: usize| line[one..other].chars().count();
        let begin = blanks().take_while(|it| *it < first).find(|it| distance(*it, first) <= AROUND);
        let begin = begin.filter(|_| distance(0, first) > AROUND).map_or(0, |it| it + 1);
        let end = blanks().filter(|it| *it > first).find(|it| distance(first, *it) > AROUND);
        let end = end.unwrap_or(line.len());
        let mut marked = if begin > 0 { "… ".to_owned() } else { String::new() };
        let mut at = begin;
        for (start, token) in found.into_iter().filter(|(start, _)| (begin..end).contains(start)) {
            marked += &format!("{}[{token}]", &line[at..start]);
            at = start + token.len();
        }
        marked += line.get(at..end).unwrap_or_default();
        if end < line.len() { marked + " …" } else { marked }
    }

    /// Returns words of the records near those that are in none of them, the nearest first.
    pub fn near<'r>(&self, records: impl Iterator<Item = Record<'r>>) -> Vec<String> {
        let mut known: BTreeMap<String, String> = BTreeMap::new();
        for record in records {
            for text in record.lines().iter().map(String::as_str).chain([record.title()]) {
                for (_, token) in tokens(text) {
                    known.entry(fold(token)).or_insert_with(|| token.to_lowercase());
                }
            }
        }
        let mut near = Vec::new();
        for word in self.words.iter().filter(|it| known.keys().all(|token| it.fit(token).is_none()))
        {
            let mut words: Vec<(usize, &String)> = known
                .iter()
                .filter_map(|(folded, token)| Some((word.distance(folded)?, token)))
                .collect();
            words.sort();
            near.extend(words.into_iter().take(NEAR).map(|(_, token)| token.clone()));
        }
        near.dedup();
        near
    }

    /// Returns what tells quickly in which files the words may be.
    pub fn sieve(&self) -> Sieve<'_> {
        let words = &self.words[..self.words.len().min(64)];
        Sieve { words, runs: Vec::new(), known: FxHashMap::default() }
    }
}

impl Word {
    fn new(folded: &str, synonyms: &Synonyms) -> Self {
        let letters: Vec<char> = folded.chars().collect();
        let slips = match letters.len() {
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        };
        let (synonyms, bits) = (synonyms.of(folded), bits(folded));
        Self { folded: folded.to_owned(), letters, bits, slips, synonyms }
    }

    /// Returns whether a word with these letters may be this one: a slip takes away one of them
    /// at most, and none is missing of a word in which it stands.
    fn may_be_of(&self, letters: u64) -> bool {
        let without_one = |missing: u64| missing & missing.wrapping_sub(1);
        let missing = (0..self.slips).fold(self.bits & !letters, |it, _| without_one(it));
        missing == 0 || self.synonyms.iter().any(|it| bits(it) & !letters == 0)
    }

    /// Compares it with a word of a text, folded.
    fn fit(&self, token: &str) -> Option<(Part, Way)> {
        if let Some(part) = part(token, &self.folded) {
            return Some((part, Way::Exact));
        }
        if self.slips > 0 && self.slipped(token) {
            return Some((Part::Whole, Way::Slip));
        }
        let synonyms = self.synonyms.iter().filter_map(|it| part(token, it));
        synonyms.min().map(|part| (part, Way::Synonym))
    }

    fn slipped(&self, token: &str) -> bool {
        // Few words are about as long: counting their letters is all that most of them cost.
        let about = self.letters.len() - self.slips..=self.letters.len() + self.slips;
        if !about.contains(&token.chars().count()) {
            return false;
        }
        let other: Vec<char> = token.chars().collect();
        distance(&self.letters, &other) <= self.slips
    }

    /// Returns how far a word is that may have been meant; none if it is too far.
    fn distance(&self, token: &str) -> Option<usize> {
        let other: Vec<char> = token.chars().collect();
        let longest = self.letters.len().max(other.len());
        if self.letters.len().abs_diff(other.len()) > longest * 2 / 5 {
            return None;
        }
        Some(distance(&self.letters, &other)).filter(|it| *it <= longest * 2 / 5)
    }
}

/// Returns which part of a token a word is. Inside of one only what is long enough to mean
/// something, or is written in a script that may do without blanks.
fn part(token: &str, word: &str) -> Option<Part> {
    let at = token.find(word)?;
    match at {
        0 if token.len() == word.len() => Some(Part::Whole),
        0 => Some(Part::Beginning),
        _ if word.len() > 2 => Some(Part::Inside),
        _ => None,
    }
}

/// Splits a text into its words, each with its byte offset.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_letter = |it: char| it.is_alphanumeric() || is_combining_mark(it);
    let words = text.split(move |it: char| !is_letter(it)).filter(|it| !it.is_empty());
    // Each part lies in the text: what parts them is where they begin.
    words.map(|it| (it.as_ptr().addr() - text.as_ptr().addr(), it))
}

impl Found {
    /// Returns what records are sorted by: the best match first, then the newest.
    pub fn rank(&self) -> impl Ord + use<> {
        self.rank
    }
}

/// Tells quickly in which files the words may be, without reading their keys.
pub struct Sieve<'s> {
    words: &'s [Word],
    /// The runs of letters in a file: which letters each has, and where it ends.
    runs: Vec<(u64, usize)>,
    /// For each run of letters met so far, which of the words it has in it. There are far fewer
    /// different ones than there are letters.
    known: FxHashMap<Box<[u8]>, u64>,
}

impl Sieve<'_> {
    /// Returns whether every word may be found in the record that a file holds.
    pub fn lets_through(&mut self, file: &[u8]) -> bool {
        // What is escaped is not written as it is read.
        if memchr(b'\\', file).is_some() {
            return true;
        }
        let all = self.words.iter().enumerate().fold(0, |all, (bit, _)| all | 1 << bit);
        let (mut found, mut start) = (0, 0);
        for place in 0..self.part(file) {
            let (letters, end) = self.runs[place];
            if self.words.iter().any(|it| it.may_be_of(letters)) && start < end {
                found |= self.fits(&file[start..end]);
            }
            if found == all {
                return true;
            }
            start = end + 1;
        }
        false
    }

    /// Parts a file into its runs of letters, and returns how many there are.
    fn part(&mut self, file: &[u8]) -> usize {
        if self.runs.len() <= file.len() {
            self.runs.resize(file.len() + 1, (0, 0));
        }
        let (mut count, mut letters) = (0, 0);
        for (at, byte) in file.iter().enumerate() {
            let letter = LETTERS[usize::from(*byte)];
            letters |= letter;
            self.runs[count] = (letters, at);
            // Nobody foresees where a word ends: counted, it costs less than asked.
            let ends = letter == 0;
            count += usize::from(ends);
            letters &= u64::from(ends).wrapping_sub(1);
        }
        self.runs[count] = (letters, file.len());
        count + 1
    }

    /// Returns which of the words are in a run.
    fn fits(&mut self, run: &[u8]) -> u64 {
        self.known.get(run).copied().unwrap_or_else(|| {
            let fits = fits(self.words, run);
            self.known.insert(run.into(), fits);
            fits
        })
    }
}

/// One bit for each letter and digit of ASCII, by byte. None for what parts words, and all for a
/// byte of any other letter: what it is folded to may be anything.
const LETTERS: [u64; 256] = {
    let mut letters = [u64::MAX; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        letters[byte as usize] = match byte.to_ascii_lowercase() {
            it @ b'a'..=b'z' => 1 << (it - b'a'),
            it @ b'0'..=b'9' => 1 << (it - b'0' + 26),
            _ => 0,
        };
        byte += 1;
    }
    letters
};

/// Returns the bits of the letters of ASCII in a word, folded.
fn bits(word: &str) -> u64 {
    word.bytes().filter(u8::is_ascii).fold(0, |all, it| all | LETTERS[usize::from(it)])
}

/// Returns which of the words are in a run of letters, one bit for each.
fn fits(words: &[Word], run: &[u8]) -> u64 {
    let folded = fold(&String::from_utf8_lossy(run));
    let mut found = 0;
    for (_, token) in tokens(&folded) {
        for (bit, word) in words.iter().enumerate() {
            found |= u64::from(word.fit(token).is_some()) << bit;
        }
    }
    found
}

#[cfg(test)]
mod tests;
