//! Text search in the log: a record matches if it has every word, or a synonym of it.
//!
//! Case and accents are ignored. Typing errors are tolerated only by [`Search::forgiving`], which
//! is for when nothing else is found.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use memchr::memmem;
use unicode_normalization::char::is_combining_mark;

use crate::records::{Record, Synonyms};
use crate::text::{distance, fold};

/// The words to search for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Search {
    words: Vec<SearchWord>,
}

#[derive(Clone, Debug, PartialEq)]
struct SearchWord {
    folded: String,
    letters: Vec<char>,
    /// The number of letters that may be wrong.
    slips: usize,
    synonyms: Vec<String>,
}

/// The part of a word in a text that is the search word, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum WordPart {
    Whole,
    Beginning,
    Inside,
}

/// How a search word was found, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Exact,
    Slip,
    Synonym,
}

/// A record that has every word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Match {
    /// The line with the most words, each in brackets; `None` if the title has them all.
    pub line: Option<String>,
    rank: Rank,
}

/// Where the words were found, how they were found, and the day of the record; less is better.
type Rank = (usize, usize, Reverse<NaiveDate>);

/// The rank of a word outside of the title. In the title it is that of the [`WordPart`].
const IN_TEXT: usize = 3;

/// The number of letters of a line shown on each side of the first word found.
const AROUND: usize = 60;

/// The number of similar words suggested for a word that no record has.
const NEAR: usize = 3;

impl Search {
    /// Takes the words of the arguments; an argument may have several.
    pub(crate) fn new(typed: &[String], synonyms: &Synonyms) -> Self {
        let folded = fold(&typed.join(" "));
        Self { words: tokens(&folded).map(|(_, it)| SearchWord::new(it, synonyms)).collect() }
    }

    /// Tolerates typing errors: one letter in words of four or more, two in words of eight or more.
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

    /// Returns whether the record in a file with this text may have every word. A file with TOML
    /// escapes may have any word.
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

    /// Searches the title and the lines of a record.
    pub(crate) fn find(&self, record: Record<'_>) -> Option<Match> {
        let in_title = self.best(record.name());
        let lines = record.lines();
        let mut best = in_title.clone();
        let mut shown: Option<(usize, &String)> = None;
        for line in &lines {
            let in_line = self.best(line);
            let count = in_line.iter().flatten().count();
            if count > shown.map_or(0, |(most, _)| most) {
                shown = Some((count, line));
            }
            for (best, found) in best.iter_mut().zip(in_line) {
                keep_best(best, found.map(|(_, way)| (IN_TEXT, way)));
            }
        }
        let all: Vec<(usize, Way)> = best.into_iter().collect::<Option<_>>()?;
        let parts = all.iter().map(|(part, _)| part).sum();
        let ways = all.iter().map(|(_, way)| *way as usize).sum();
        let shown = shown.filter(|_| in_title.contains(&None));
        Some(Match {
            line: shown.map(|(_, line)| self.marked(line)),
            rank: (parts, ways, Reverse(record.date())),
        })
    }

    /// Returns for each search word the best way in which a word of the text fits.
    fn best(&self, text: &str) -> Vec<Option<(usize, Way)>> {
        let mut best = vec![None; self.words.len()];
        let folded = fold(text);
        for (_, token) in tokens(&folded) {
            for (word, best) in self.words.iter().zip(&mut best) {
                keep_best(best, word.fit(token).map(|(part, way)| (part as usize, way)));
            }
        }
        best
    }

    /// Puts the words found into brackets, and cuts the line far from the first of them.
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

    /// Returns words of the records that are similar to search words that no record has.
    pub(crate) fn near<'r>(&self, records: impl Iterator<Item = Record<'r>>) -> Vec<String> {
        let mut known: BTreeMap<String, String> = BTreeMap::new();
        for record in records {
            for text in record.lines().iter().map(String::as_str).chain([record.name()]) {
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
        let (letters, synonyms) = (folded.chars().collect(), synonyms.of(folded));
        Self { folded: folded.to_owned(), letters, slips: 0, synonyms }
    }

    /// Compares it with a folded word of a text.
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
        // The length rules out most words without computing the distance.
        let about = self.letters.len() - self.slips..=self.letters.len() + self.slips;
        if !about.contains(&token.chars().count()) {
            return false;
        }
        let other: Vec<char> = token.chars().collect();
        distance(&self.letters, &other) <= self.slips
    }

    /// Returns the edit distance to a word; `None` if it is too great.
    fn distance(&self, token: &str) -> Option<usize> {
        let other: Vec<char> = token.chars().collect();
        let most = self.letters.len().max(other.len()) * 2 / 5;
        let is_near = self.letters.len().abs_diff(other.len()) <= most;
        is_near.then(|| distance(&self.letters, &other)).filter(|it| *it <= most)
    }
}

/// Returns which part of a token a word is. Inside of a token one Latin letter or two are ignored;
/// a single letter of a script without blanks is not.
fn part(token: &str, word: &str) -> Option<WordPart> {
    let at = token.find(word)?;
    match at {
        0 if token.len() == word.len() => Some(WordPart::Whole),
        0 => Some(WordPart::Beginning),
        _ if word.len() > 2 => Some(WordPart::Inside),
        _ => None,
    }
}

/// Replaces what was found by what is found now, if that is better.
fn keep_best(best: &mut Option<(usize, Way)>, found: Option<(usize, Way)>) {
    if let Some(found) = found
        && best.is_none_or(|best| found < best)
    {
        *best = Some(found);
    }
}

/// Splits a text into its words, each with its byte offset.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_letter = |it: char| it.is_alphanumeric() || is_combining_mark(it);
    let words = text.split(move |it: char| !is_letter(it)).filter(|it| !it.is_empty());
    // Each word is a slice of the text.
    words.map(|it| (it.as_ptr().addr() - text.as_ptr().addr(), it))
}

impl Match {
    /// Returns the sort key of matches: the best first, then the newest.
    pub(crate) fn rank(&self) -> impl Ord + use<> {
        self.rank
    }
}

#[cfg(test)]
mod tests;
