//! Words looked for in the log: each must be found, as it is typed or as a synonym.
//!
//! Slips are forgiven only by [`Search::forgiving`], for where nothing is found otherwise. What is
//! compared is folded: case and accents make no difference.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use memchr::memmem;
use unicode_normalization::char::is_combining_mark;

use crate::records::{Record, Synonyms};
use crate::text::{distance, fold};

/// The words somebody looks for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Search {
    words: Vec<SearchWord>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
struct SearchWord {
    folded: String,
    letters: Vec<char>,
    /// How many letters may be wrong.
    slips: usize,
    synonyms: Vec<String>,
}

/// How much of a word in a text is the one looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum WordPart {
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
pub(crate) struct Match {
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
    pub(crate) fn new(typed: &[String], synonyms: &Synonyms) -> Self {
        let folded = typed.iter().map(|it| fold(it)).collect::<Vec<_>>();
        let words =
            folded.iter().flat_map(|it| tokens(it)).map(|(_, it)| SearchWord::new(it, synonyms));
        Self { words: words.collect() }
    }

    /// Returns the search that also finds words with a slip: one letter of four, two of eight.
    #[must_use]
    pub(crate) fn forgiving(mut self) -> Self {
        for word in &mut self.words {
            word.slips = match word.letters.len() {
                0..4 => 0,
                4..8 => 1,
                _ => 2,
            };
        }
        self
    }

    /// Returns whether a record with this text may have every word. Letters that are escaped in TOML
    /// may be any.
    pub(crate) fn may_be_in(&self, text: &str) -> bool {
        if text.contains('\\') {
            return true;
        }
        let lower = text.to_ascii_lowercase();
        let words = lower.split(|it: char| it.is_ascii() && !it.is_ascii_alphanumeric());
        let folded: Vec<String> = words.filter(|it| !it.is_ascii()).map(fold).collect();
        let has = |word: &str| {
            memmem::find(lower.as_bytes(), word.as_bytes()).is_some()
                || folded.iter().any(|it| it.contains(word))
        };
        self.words
            .iter()
            .all(|it| it.slips > 0 || has(&it.folded) || it.synonyms.iter().any(|it| has(it)))
    }

    /// Looks for every word in the title and the texts of a record.
    pub(crate) fn find(&self, record: Record<'_>) -> Option<Match> {
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
        Some(Match {
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
    pub(crate) fn near<'r>(&self, records: impl Iterator<Item = Record<'r>>) -> Vec<String> {
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
}

impl SearchWord {
    fn new(folded: &str, synonyms: &Synonyms) -> Self {
        let letters: Vec<char> = folded.chars().collect();
        Self { folded: folded.to_owned(), letters, slips: 0, synonyms: synonyms.of(folded) }
    }

    /// Compares it with a word of a text, folded.
    fn fit(&self, token: &str) -> Option<(WordPart, Way)> {
        if let Some(part) = part(token, &self.folded) {
            return Some((part, Way::Exact));
        }
        if self.slips > 0 && self.slipped(token) {
            return Some((WordPart::Whole, Way::Slip));
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
fn part(token: &str, word: &str) -> Option<WordPart> {
    let at = token.find(word)?;
    match at {
        0 if token.len() == word.len() => Some(WordPart::Whole),
        0 => Some(WordPart::Beginning),
        _ if word.len() > 2 => Some(WordPart::Inside),
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

impl Match {
    /// Returns what records are sorted by: the best match first, then the newest.
    pub(crate) fn rank(&self) -> impl Ord + use<> {
        self.rank
    }
}

#[cfg(test)]
mod tests;
