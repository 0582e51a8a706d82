//! Lists in Markdown, as the minutes and the agenda have them.
//!
//! What people typed is made harmless here. Never invents words.

use chrono::NaiveDate;

use crate::lang::{Phrase, Words, say};
use crate::records::page::markdown;

/// An item of a list at a depth, from 0.
pub(crate) fn bullet(depth: usize, text: &str) -> String {
    [&" ".repeat(2 * depth), "- ", text].concat()
}

/// A label or a name, and what stands behind it.
pub(crate) fn labelled(label: &str, text: &str) -> String {
    [label, ": ", text].concat()
}

/// Items as one block; none where there is no item.
pub(crate) fn one_list(lines: Vec<String>) -> Vec<String> {
    if lines.is_empty() { lines } else { vec![lines.join("\n")] }
}

/// A label with names behind it; nothing where there is no name.
pub(crate) fn names(words: &Words, label: &Phrase, names: &[String]) -> Option<String> {
    let names: Vec<String> = names.iter().map(|it| markdown::line(it)).collect();
    row(words, label, &names)
}

/// A label with what is harmless already behind it; nothing where there is nothing.
pub(crate) fn row(words: &Words, label: &Phrase, parts: &[String]) -> Option<String> {
    (!parts.is_empty()).then(|| bullet(0, &labelled(&words.say(label), &words.list(parts))))
}

/// A label with items under it; nothing where there is no item.
pub(crate) fn nested(words: &Words, label: &Phrase, lines: &[String]) -> Option<String> {
    (!lines.is_empty()).then(|| ["- ", &words.say(label), ":\n", &lines.join("\n")].concat())
}

/// Who sees to a proposal, and how it is measured.
pub(crate) fn terms(words: &Words, responsible: &[String], measures: &[String]) -> Vec<String> {
    let who = names(words, &say!("minutes-responsible", count = responsible.len()), responsible);
    let label = say!("minutes-measures");
    let measures = match measures {
        [one] => Some(bullet(0, &labelled(&words.say(&label), &markdown::lines(one, 2)))),
        all => {
            let lines: Vec<String> =
                all.iter().map(|it| bullet(1, &markdown::lines(it, 4))).collect();
            nested(words, &label, &lines)
        }
    };
    who.into_iter().chain(measures).collect()
}

/// Who does what, and by when.
pub(crate) fn action(who: &str, text: &str, due: Option<NaiveDate>) -> Phrase {
    let (who, what) = (markdown::line(who), markdown::line(text));
    match due {
        Some(due) => say!("minutes-action-by", who = who, what = what, date = due),
        None => say!("minutes-action", who = who, what = what),
    }
}
