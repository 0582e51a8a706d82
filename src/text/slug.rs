//! Slugs: titles turned into parts of file names that are valid on every system.
//!
//! Nothing here looks at existing files; the caller picks the first free name.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The maximum length of a slug, in bytes.
const LONGEST: usize = 200;

/// Turns a title into a slug: letters, marks and digits in lower case, and a hyphen for each run of
/// other characters.
///
/// An empty slug becomes `untitled`, and a name that Windows reserves gets `-0` appended.
pub(crate) fn slug(title: &str) -> String {
    let lower = if title.is_ascii() {
        title.to_ascii_lowercase()
    } else {
        title.nfc().flat_map(char::to_lowercase).nfc().collect()
    };
    let mut slug = String::with_capacity(lower.len());
    let mut gap = false;
    for it in lower.chars() {
        // A mark belongs to the letter before it; one that follows anything else is dropped.
        let kept = it.is_alphanumeric() || (is_combining_mark(it) && !gap && !slug.is_empty());
        if !kept {
            gap = true;
            continue;
        }
        let hyphen = usize::from(gap && !slug.is_empty());
        if slug.len() + hyphen + it.len_utf8() > LONGEST {
            break;
        }
        if hyphen == 1 {
            slug.push('-');
        }
        gap = false;
        slug.push(it);
    }
    if slug.is_empty() {
        return "untitled".to_owned();
    }
    if is_reserved(&slug) {
        slug.push_str("-0");
    }
    slug
}

/// Returns the id of a record: the day the meeting opened and the title's slug.
pub(crate) fn id(opened: NaiveDate, title: &str) -> String {
    format!("{opened}-{}", slug(title))
}

/// Returns the names to try until one is free: `quiet-hours`, `quiet-hours-2`, …
pub(crate) fn numbered(name: String) -> impl Iterator<Item = String> {
    (1_u32..).map(move |it| if it == 1 { name.clone() } else { format!("{name}-{it}") })
}

fn is_reserved(slug: &str) -> bool {
    let numbered = |rest: &str| matches!(rest.chars().next(), Some('0'..='9' | '¹' | '²' | '³'));
    match slug {
        "con" | "prn" | "aux" | "nul" => true,
        _ => ["com", "lpt"].iter().any(|port| {
            slug.strip_prefix(port).is_some_and(|it| numbered(it) && it.chars().count() == 1)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, expected: &str) {
        assert_eq!(slug(title), expected);
    }

    #[test]
    fn letters_of_every_script_stay() {
        check("Quiet hours", "quiet-hours");
        check("静音时间", "静音时间");
        check("Ruhezeiten für Ärzte", "ruhezeiten-für-ärzte");
        check("Cafe\u{301} Straße", "café-straße");
        check("हिन्दी में", "हिन्दी-में");
        check("İstanbul", "i\u{307}stanbul");
        check("Version 2.0", "version-2-0");
    }

    #[test]
    fn other_characters_become_one_hyphen_between_letters() {
        check("  -- What?! (now) --  ", "what-now");
        check("../../etc/passwd", "etc-passwd");
        check(".hidden", "hidden");
        check("a\u{0}b\u{1b}[31mc\\d", "a-b-31mc-d");
        check("a\u{202e}b", "a-b");
        check("☕\u{fe0f} tea", "tea");
        check("\u{301}alone", "alone");
    }

    #[test]
    fn empty_slugs_become_untitled() {
        for title in ["", "…", "☕", "..", "\u{301}"] {
            check(title, "untitled");
        }
    }

    #[test]
    fn names_reserved_by_windows_are_not_used() {
        check("Con", "con-0");
        check("NUL", "nul-0");
        check("LPT1", "lpt1-0");
        check("com²", "com²-0");
        check("Common", "common");
        check("com10", "com10");
        check("conference", "conference");
    }

    #[test]
    fn long_titles_are_cut_at_a_character() {
        let long = slug(&"静".repeat(300));
        assert_eq!((long.len(), long.chars().count()), (198, 66));
        let cut = slug(&format!("{} b", "a".repeat(199)));
        assert_eq!(cut, "a".repeat(199));
    }

    #[test]
    fn taken_names_are_numbered_from_two() {
        let names: Vec<String> = numbered("a".to_owned()).take(3).collect();
        assert_eq!(names, ["a", "a-2", "a-3"]);
        let day = NaiveDate::from_ymd_opt(2026, 9, 5).unwrap();
        assert_eq!(id(day, "Quiet hours"), "2026-09-05-quiet-hours");
    }
}
