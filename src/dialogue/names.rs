//! Finds names as people type them: whole first, then by a unique beginning.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::text::{fold, nearest, same, word_ends};

/// Names to find, looked up once for a whole list of typed names.
pub(crate) struct Names<'n> {
    all: Vec<&'n str>,
    exact: HashMap<&'n str, usize>,
    folded: HashMap<String, usize>,
    /// The beginnings by which a name is found, folded and sorted: of the name and of its words.
    begins: Vec<(String, usize)>,
}

impl<'n> Names<'n> {
    pub(crate) fn new(names: Vec<&'n str>) -> Self {
        let (mut exact, mut folded, mut begins) = (HashMap::new(), HashMap::new(), Vec::new());
        for (index, name) in names.iter().enumerate() {
            exact.entry(*name).or_insert(index);
            let fold = fold(name);
            begins.extend(fold.split_whitespace().map(|word| (word.to_owned(), index)));
            begins.push((fold.clone(), index));
            folded.entry(fold).or_insert(index);
        }
        begins.sort_unstable();
        Self { all: names, exact, folded, begins }
    }

    /// Finds the one name that was typed: whole, or by a unique beginning of the name or of one of
    /// its words, ignoring case and accents.
    pub(crate) fn find(&self, typed: &str) -> Result<&'n str> {
        let typed = typed.trim();
        if let Some(name) = self.whole(typed) {
            return Ok(name);
        }
        let begun = fold(typed);
        let from = self.begins.partition_point(|(it, _)| *it < begun);
        let begins = self.begins[from..].iter().take_while(|(it, _)| it.starts_with(&begun));
        let found: BTreeSet<usize> = begins.map(|(_, index)| *index).collect();
        let found: Vec<&str> = found.into_iter().map(|it| self.all[it]).collect();
        match found.as_slice() {
            [one] if !begun.is_empty() => Ok(one),
            [] | [_] => Err(unknown(&self.all, typed)),
            _ if begun.is_empty() => Err(unknown(&self.all, typed)),
            found => Err(several(typed, quoted(found))),
        }
    }

    /// Finds a name that was typed whole, ignoring case and accents.
    pub(crate) fn whole(&self, typed: &str) -> Option<&'n str> {
        let index = self.exact.get(typed).or_else(|| self.folded.get(&fold(typed)))?;
        Some(self.all[*index])
    }

    /// Splits a list of names at its commas, and what is no name between them at `&`, ` and ` or
    /// another word for it. A whole name wins, the longest first.
    pub(crate) fn split_list<'t>(&self, list: &'t str, ands: &[String]) -> Vec<&'t str> {
        list.split(',').flat_map(|it| self.split_part(it.trim(), ands)).collect()
    }

    /// Splits a list in which a mark such as `(guest)` stands behind new names. In a script, all that
    /// stands before a mark is one name.
    pub(crate) fn split_marked<'t>(
        &self,
        list: &'t str,
        mark: &str,
        words: &Words,
    ) -> Vec<&'t str> {
        let ands = ands(words);
        let is_one = |it: &str| !words.is_at_terminal() && before_mark(it, mark).is_some();
        let split = |it| if is_one(it) { vec![it] } else { self.split_list(it, &ands) };
        list.split(',').flat_map(split).collect()
    }

    /// Finds everyone in a list, each once.
    pub(crate) fn find_all(&self, list: &str, words: &Words) -> Result<Vec<String>> {
        let mut found: Vec<String> = Vec::new();
        for typed in self.split_list(list, &ands(words)) {
            // Where something is missing, an error names all that was typed.
            let name = self.find(if typed.is_empty() { list } else { typed })?;
            if !found.iter().any(|it| it == name) {
                found.push(name.to_owned());
            }
        }
        Ok(found)
    }

    /// Returns everyone in a list in which each name is typed whole. In a script it is one name,
    /// because a list there is part of the title.
    pub(crate) fn all_whole(&self, list: &str, words: &Words) -> Option<Vec<String>> {
        let mut found: Vec<String> = Vec::new();
        let typed = match self.whole(list) {
            None if words.is_at_terminal() => self.split_list(list, &ands(words)),
            _ => vec![list],
        };
        for typed in typed {
            let name = self.whole(typed)?;
            if !found.iter().any(|it| it == name) {
                found.push(name.to_owned());
            }
        }
        Some(found)
    }

    fn split_part<'t>(&self, part: &'t str, ands: &[String]) -> Vec<&'t str> {
        let cuts = if self.find(part).is_ok() { Vec::new() } else { cuts(part, ands) };
        let starts: Vec<usize> = [0].into_iter().chain(cuts.iter().map(|it| it.end)).collect();
        let ends = cuts.iter().map(|it| it.start).chain([part.len()]);
        let ends: Vec<usize> = ends.collect();
        let (mut names, mut from) = (Vec::new(), 0);
        while from < starts.len() {
            let text = |to: usize| part[starts[from]..ends[to]].trim();
            let bare = |to: usize| unmarked(text(to));
            let whole = |to: &usize| self.whole(bare(*to)).is_some();
            let to = (from..ends.len()).rev().find(whole).unwrap_or(from);
            names.push(text(to));
            from = to + 1;
        }
        // Nothing stands before the word in `Ana, Ben, and Cal`.
        if names.len() > 1 && names[0].is_empty() {
            names.remove(0);
        }
        // Where something is missing, an error names all that was typed.
        if names.iter().any(|it| it.is_empty()) { vec![part] } else { names }
    }

    /// Returns the number of words of the name with the most.
    pub(crate) fn most_words(&self) -> usize {
        self.all.iter().map(|it| it.split_whitespace().count()).max().unwrap_or_default()
    }
}

/// Splits names, none of which is known yet, at commas, `&` and the words for it.
pub(crate) fn split_new<'t>(list: &'t str, words: &Words) -> Vec<&'t str> {
    let mut names = Names::new(Vec::new()).split_list(list, &ands(words));
    names.retain(|it| !it.is_empty());
    names
}

/// Returns what joins the last two names of a list: `&`, ` and ` and, at a terminal, the reader's
/// word for it.
pub(crate) fn ands(words: &Words) -> Vec<String> {
    let mut ands = vec!["&".to_owned(), "and".to_owned()];
    if words.is_at_terminal() {
        ands.extend(words.list_of(&say!("word-and")));
    }
    ands
}

/// Returns a name without the mark in brackets behind it.
fn unmarked(name: &str) -> &str {
    let before = name.strip_suffix(')').and_then(|it| it.rsplit_once('('));
    before.map_or(name, |(name, _)| name.trim())
}

/// Finds the places in a text that separate names; `&` needs no blanks around it.
fn cuts(text: &str, ands: &[String]) -> Vec<Range<usize>> {
    let mut cuts = Vec::new();
    let mut start = 0;
    for end in word_ends(text) {
        let word = text[start..end].trim_start();
        let from = end - word.len();
        if ands.iter().any(|it| same(it, word)) {
            cuts.push(from..end);
        } else {
            cuts.extend(word.match_indices('&').map(|(at, it)| from + at..from + at + it.len()));
        }
        start = end;
    }
    cuts
}

/// Finds the one name that was typed, see [`Names::find`].
pub(crate) fn find<'n>(names: &[&'n str], typed: &str) -> Result<&'n str> {
    Names::new(names.to_vec()).find(typed)
}

/// Splits what follows an `@` into the name and the rest of the line.
///
/// The longest whole name wins; a colon ends a name with blanks in it.
pub(crate) fn split<'n, 't>(names: &[&'n str], text: &'t str) -> Result<(&'n str, &'t str)> {
    let names = Names::new(names.to_vec());
    if let Some((before, after)) = text.split_once(':') {
        match names.find(before) {
            Ok(name) => return Ok((name, after.trim())),
            Err(err) if err.message.key == "error-several-names" => return Err(err),
            // The colon is part of the answer.
            Err(_) => {}
        }
    }
    let most = names.most_words();
    let word_ends = word_ends(text).take(most);
    let longest = word_ends.filter_map(|end| Some((names.whole(&text[..end])?, end))).last();
    let (name, end) = if let Some(found) = longest {
        found
    } else {
        let first = text.find(char::is_whitespace).unwrap_or(text.len());
        (names.find(&text[..first])?, first)
    };
    Ok((name, text[end..].trim()))
}

/// Returns the text before a mark such as `(guest)`, if the text ends with it in any case.
pub(crate) fn before_mark<'t>(text: &'t str, mark: &str) -> Option<&'t str> {
    let text = text.trim();
    let (before, end) = text.split_at_checked(text.len().checked_sub(mark.len())?)?;
    end.eq_ignore_ascii_case(mark).then(|| before.trim())
}

/// Returns whether a text contains every typed word, ignoring case and accents.
pub(crate) fn has_words(text: &str, typed: &str) -> bool {
    let (text, words) = (fold(text), fold(typed));
    !words.is_empty() && words.split_whitespace().all(|word| text.contains(word))
}

/// Refuses something typed that fits several names.
pub(crate) fn several(typed: &str, names: Vec<String>) -> Error {
    Error::new(say!("error-several-names", typed = typed, names = names)).hint(say!("hint-several"))
}

fn unknown(names: &[&str], typed: &str) -> Error {
    let err = Error::new(say!("error-unknown-name", typed = typed));
    match nearest(typed, names.iter().copied()) {
        Some(name) => err.hint(say!("hint-nearest", word = name)),
        None => err.hint(say!("hint-names", names = quoted(names))),
    }
}

fn quoted(names: &[&str]) -> Vec<String> {
    names.iter().map(|it| format!("`{it}`")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    const NAMES: [&str; 5] = ["Ana", "Anabel", "Erik Hart", "Erik Holm", "陈伟"];

    #[track_caller]
    fn check(text: &str, name: &str, rest: &str) {
        assert_eq!(split(&NAMES, text).unwrap(), (name, rest));
    }

    #[track_caller]
    fn refused(text: &str, key: &str) {
        assert_eq!(split(&NAMES, text).unwrap_err().message.key, key);
    }

    #[test]
    fn many_words_after_a_name_are_not_tried_as_one() {
        assert_eq!(word_ends(" a  bé c ").collect::<Vec<_>>(), [2, 7, 9]);
        check(
            &format!("erik hart {}", "word ".repeat(20_000)),
            "Erik Hart",
            "word ".repeat(20_000).trim(),
        );
    }

    #[test]
    fn a_whole_name_wins_over_a_beginning() {
        check("ana ok", "Ana", "ok");
        check("anab ok", "Anabel", "ok");
    }

    #[test]
    fn the_longest_whole_name_wins() {
        check("Erik Hart is this so", "Erik Hart", "is this so");
        check("holm yes", "Erik Holm", "yes");
    }

    #[test]
    fn a_colon_ends_a_name_with_blanks() {
        check("Erik Ho: yes: no", "Erik Holm", "yes: no");
        check("陈: o why: because", "陈伟", "o why: because");
    }

    #[test]
    fn a_colon_in_the_answer_ends_no_name() {
        check("Ana o this: that", "Ana", "o this: that");
    }

    #[track_caller]
    fn check_list(list: &str, expected: &[&str]) {
        let names =
            Names::new(vec!["Ana", "Ben", "Cal", "Ana and Ben", "Ana and Ben & Cal", "R&D"]);
        let ands = ["&", "and", "und"].map(str::to_owned);
        assert_eq!(names.split_list(list, &ands), expected, "{list}");
    }

    #[test]
    fn a_list_is_split_at_commas_and_words_and_a_whole_name_wins() {
        check_list("cal, ben und Ana", &["cal", "ben", "Ana"]);
        check_list("Cal&Ben AND Ana", &["Cal", "Ben", "Ana"]);
        check_list("Cal and ana and ben", &["Cal", "ana and ben"]);
        check_list("Cal and Ana and Ben & Cal", &["Cal", "Ana and Ben & Cal"]);
        check_list("R&D and Ben", &["R&D", "Ben"]);
        check_list("Ana and Ben (guest) and Cal", &["Ana and Ben (guest)", "Cal"]);
        check_list("Andrea und Zoe", &["Andrea", "Zoe"]);
        check_list("Cal, Ana, and Ben", &["Cal", "Ana", "Ben"]);
        check_list("Ben, Cal and", &["Ben", "Cal and"]);
    }

    #[test]
    fn before_a_mark_a_script_has_one_name_and_a_terminal_a_list() {
        let names = Names::new(vec!["Ana", "Ben"]);
        let split = |words: &Words| names.split_marked("Ana and Zoe (guest)", "(guest)", words);
        assert_eq!(split(&Words::of(Lang::En)), ["Ana and Zoe (guest)"]);
        assert_eq!(split(&Words::of(Lang::En).at_terminal()), ["Ana", "Zoe (guest)"]);
        let german = Words::of(Lang::De).at_terminal();
        assert_eq!(split_new("Ana, Ben und Zoe", &german), ["Ana", "Ben", "Zoe"]);
        assert_eq!(split_new("Ana, Ben, and Zoe", &german), ["Ana", "Ben", "Zoe"]);
    }

    #[test]
    fn several_and_none_are_refused() {
        refused("Erik yes", "error-several-names");
        refused("Erik: yes", "error-several-names");
        refused("Zoe yes", "error-unknown-name");
    }
}
