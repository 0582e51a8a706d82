//! A command line of bash up to the cursor: its words without quotes, and how a word is put in place of
//! the last one.

use std::ffi::OsString;

/// The words of a line, and how the last one was begun.
#[derive(Debug, PartialEq)]
pub(super) struct BashLine {
    /// The words without quotes and backslashes; the last one is empty behind a blank.
    pub words: Vec<OsString>,
    /// The part of the last word that bash leaves where it is: up to the last of its break characters.
    kept: String,
    /// The quotation mark in which the last word stands.
    quote: Option<char>,
}

impl BashLine {
    /// Splits a line as bash does. At `breaks` outside of quotes bash begins a new word to complete,
    /// though not one of the command.
    pub(super) fn of(line: &str, breaks: &str) -> Self {
        let (mut words, mut word, mut is_begun) = (Vec::new(), String::new(), false);
        let (mut kept, mut quote) = (0, None);
        let mut chars = line.chars();
        while let Some(it) = chars.next() {
            match (quote, it) {
                (None, ' ' | '\t' | '\n') => {
                    if is_begun {
                        words.push(OsString::from(std::mem::take(&mut word)));
                    }
                    (is_begun, kept) = (false, 0);
                    continue;
                }
                (None, '\'' | '"') => {
                    quote = Some(it);
                    kept = word.len();
                }
                (Some(mark), _) if it == mark => {
                    quote = None;
                    kept = word.len();
                }
                (None, '\\') => word.extend(chars.next()),
                (Some('"'), '\\') => {
                    let next = chars.next();
                    let is_kept = next.is_none_or(|it| !['"', '\\', '$', '`'].contains(&it));
                    word.extend(is_kept.then_some('\\').into_iter().chain(next));
                }
                (None, _) if breaks.contains(it) => {
                    word.push(it);
                    kept = word.len();
                }
                _ => word.push(it),
            }
            is_begun = true;
        }
        let kept = word[..kept].to_owned();
        words.push(word.into());
        Self { words, kept, quote }
    }

    /// Returns what bash puts in place of the end of the last word, so that a value stands there.
    pub(super) fn instead(&self, value: &str) -> String {
        let rest = value.strip_prefix(&self.kept).unwrap_or(value);
        let mut quoted = String::new();
        for it in rest.chars() {
            match self.quote {
                None if !(it.is_alphanumeric() || !it.is_ascii() || "_-./,+@%".contains(it)) => {
                    quoted.extend(['\\', it]);
                }
                Some('\'') if it == '\'' => quoted += r"'\''",
                // Bash looks for earlier commands within these marks, too.
                Some('"') if it == '!' => quoted += r#""\!""#,
                Some('"') if ['"', '\\', '$', '`'].contains(&it) => quoted.extend(['\\', it]),
                _ => quoted.push(it),
            }
        }
        // Bash takes a mark at the end for the closing one, and adds none.
        quoted.extend(self.quote.filter(|it| quoted.ends_with(*it)));
        quoted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The break characters of bash as it comes.
    const BREAKS: &str = " \t\n\"'><=;|&(:";

    #[track_caller]
    fn check(line: &str, words: &[&str], value: &str, instead: &str) {
        let line = BashLine::of(line, BREAKS);
        assert_eq!(line.words, words);
        assert_eq!(line.instead(value), instead);
    }

    #[test]
    fn a_line_is_split_into_words() {
        check("rounds show ", &["rounds", "show", ""], "2026", "2026");
        check("rounds  sh", &["rounds", "sh"], "show", "show");
        check(
            r#"rounds --circle "My garden" a"#,
            &["rounds", "--circle", "My garden", "a"],
            "a",
            "a",
        );
        check(r"rounds people Ana\ M", &["rounds", "people", "Ana M"], "Ana May", r"Ana\ May");
        check("rounds people ''", &["rounds", "people", ""], "Ana", "Ana");
        check("rounds people 'it''s", &["rounds", "people", "its"], "its me", "s me");
    }

    #[test]
    fn a_value_is_quoted_as_the_word_was_begun() {
        check(
            r#"rounds --for "Pat O"#,
            &["rounds", "--for", "Pat O"],
            r#"Pat O'B "$"#,
            r#"Pat O'B \"\$"#,
        );
        check("rounds --for 'Pat O", &["rounds", "--for", "Pat O"], "Pat O'B $", r"Pat O'\''B $");
        check("rounds --for Pat", &["rounds", "--for", "Pat"], "Pat O'B $", r"Pat\ O\'B\ \$");
        check(
            r#"rounds --for "a\"b\c"#,
            &["rounds", "--for", r#"a"b\c"#],
            r#"a"b\cd"#,
            r#"a\"b\\cd"#,
        );
        let pat = &["rounds", "--for", "Pat"];
        check(r#"rounds --for "Pat"#, pat, "Pat!!", r#"Pat"\!""\!"""#);
        check(r#"rounds --for "Pat"#, pat, r#"Pat "O""#, r#"Pat \"O\"""#);
        check("rounds --for 'Pat", pat, "Pats'", r"Pats'\'''");
        check("rounds --for Žo", &["rounds", "--for", "Žo"], "Žofia 陈", "Žofia\\ 陈");
    }

    #[test]
    fn what_stands_before_a_break_is_left_where_it_is() {
        check("rounds --circle=ga", &["rounds", "--circle=ga"], "--circle=garden", "garden");
        check("rounds answer Rules:n", &["rounds", "answer", "Rules:n"], "Rules:noise", "noise");
        check(
            r"rounds answer Rules\:n",
            &["rounds", "answer", "Rules:n"],
            "Rules:noise",
            r"Rules\:noise",
        );
        check(
            "rounds answer 'Rules:n",
            &["rounds", "answer", "Rules:n"],
            "Rules:noise",
            "Rules:noise",
        );
    }
}
