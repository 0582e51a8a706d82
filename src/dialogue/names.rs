//! Finds names as people type them: whole first, then by a unique beginning.

use crate::error::{Error, Result};
use crate::lang::say;
use crate::text::{fold, nearest, same};

/// Finds the one name that was typed: whole, or by a unique beginning of the name or of one of
/// its words, ignoring case and accents.
pub(crate) fn find<'n>(names: &[&'n str], typed: &str) -> Result<&'n str> {
    let typed = typed.trim();
    if let Some(name) = whole(names, typed) {
        return Ok(name);
    }
    let begun = fold(typed);
    let begins = |name: &str| {
        let name = fold(name);
        name.starts_with(&begun) || name.split_whitespace().any(|it| it.starts_with(&begun))
    };
    let found: Vec<&str> = names.iter().copied().filter(|it| begins(it)).collect();
    match found.as_slice() {
        [one] if !begun.is_empty() => Ok(one),
        [] | [_] => Err(unknown(names, typed)),
        _ if begun.is_empty() => Err(unknown(names, typed)),
        found => Err(several(typed, quoted(found))),
    }
}

/// Finds a name that was typed whole, ignoring case and accents.
pub(crate) fn whole<'n>(names: &[&'n str], typed: &str) -> Option<&'n str> {
    let exact = names.iter().find(|it| **it == typed);
    exact.or_else(|| names.iter().find(|it| same(it, typed))).copied()
}

/// Splits what follows an `@` into the name and the rest of the line.
///
/// The longest whole name wins; a colon ends a name with blanks in it.
pub(crate) fn split<'n, 't>(names: &[&'n str], text: &'t str) -> Result<(&'n str, &'t str)> {
    if let Some((before, after)) = text.split_once(':') {
        match find(names, before) {
            Ok(name) => return Ok((name, after.trim())),
            Err(err) if err.message.key == "error-several" => return Err(err),
            // The colon is part of the answer.
            Err(_) => {}
        }
    }
    let ends = text.char_indices().filter(|(_, it)| it.is_whitespace()).map(|(at, _)| at);
    let ends: Vec<usize> = ends.chain([text.len()]).collect();
    let longest = ends.iter().rev().find_map(|end| Some((whole(names, &text[..*end])?, *end)));
    let (name, end) = match longest {
        Some(found) => found,
        None => (find(names, &text[..ends[0]])?, ends[0]),
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
    Error::new(say!("error-several", typed = typed, names = names)).hint(say!("hint-several"))
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

    #[test]
    fn several_and_none_are_refused() {
        refused("Erik yes", "error-several");
        refused("Erik: yes", "error-several");
        refused("Zoe yes", "error-unknown-name");
    }
}
