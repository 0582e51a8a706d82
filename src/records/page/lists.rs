//! Sections and lists in Markdown, shared by the minutes, the agenda and the exported page.

use chrono::NaiveDate;

use crate::circle::Effect;
use crate::lang::{Phrase, Words, say};
use crate::records::page::markdown;
use crate::records::{OpenAction, sentence};

/// Returns a heading followed by these blocks, or nothing if there are no blocks.
pub(crate) fn section(words: &Words, heading: &Phrase, blocks: Vec<String>) -> Vec<String> {
    if blocks.is_empty() {
        return blocks;
    }
    [vec![["## ", &words.say(heading)].concat()], blocks].concat()
}

/// Returns phrases on one line, separated by middle dots.
pub(crate) fn dotted(words: &Words, phrases: impl IntoIterator<Item = Option<Phrase>>) -> String {
    let phrases = phrases.into_iter().flatten().map(|it| words.say(&it));
    phrases.collect::<Vec<_>>().join(" · ")
}

/// Returns an item of a list at this depth, from 0.
pub(crate) fn bullet(depth: usize, text: &str) -> String {
    [&" ".repeat(2 * depth), "- ", text].concat()
}

/// Returns a label or a name with the text that follows it.
pub(crate) fn labelled(label: &str, text: &str) -> String {
    [label, ": ", text].concat()
}

/// Joins items into one block, or none if there are no items.
pub(crate) fn one_list(lines: Vec<String>) -> Vec<String> {
    if lines.is_empty() { lines } else { vec![lines.join("\n")] }
}

/// Returns an item with a label and names; `None` if there are no names.
pub(crate) fn names(words: &Words, label: &Phrase, names: &[String]) -> Option<String> {
    let names: Vec<String> = names.iter().map(|it| markdown::line(it)).collect();
    row(words, label, &names)
}

/// Returns an item with a label and these parts, which are escaped already; `None` if there are
/// none.
pub(crate) fn row(words: &Words, label: &Phrase, parts: &[String]) -> Option<String> {
    (!parts.is_empty()).then(|| bullet(0, &labelled(&words.say(label), &words.list(parts))))
}

/// Returns an item with a label and the items below it; `None` if there are none.
pub(crate) fn nested(words: &Words, label: &Phrase, lines: &[String]) -> Option<String> {
    (!lines.is_empty()).then(|| ["- ", &words.say(label), ":\n", &lines.join("\n")].concat())
}

/// Returns the items that say who is responsible for a proposal, how it is measured, and how it changes
/// the circle.
pub(crate) fn terms(
    words: &Words,
    responsible: &[String],
    measures: &[String],
    effects: &[Effect],
) -> Vec<String> {
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
    let effects =
        effects.iter().map(|it| bullet(1, &markdown::lines(&words.say(&sentence(it)), 4)));
    let effects = nested(words, &say!("minutes-effects"), &effects.collect::<Vec<_>>());
    who.into_iter().chain(measures).chain(effects).collect()
}

/// Joins names, `None` if there are none.
pub(crate) fn listed(words: &Words, names: &[String]) -> Option<String> {
    let names: Vec<String> = names.iter().map(|it| markdown::line(it)).collect();
    (!names.is_empty()).then(|| words.list(&names))
}

/// Returns who does what, and by when.
pub(crate) fn action(it: &OpenAction) -> Phrase {
    let (who, what) = (it.people(), markdown::line(&it.text));
    let who: Vec<String> = who.iter().map(|it| markdown::line(it)).collect();
    match it.due {
        Some(due) => say!("minutes-action-by", who = who, what = what, date = due),
        None => say!("minutes-action", who = who, what = what),
    }
}

/// Returns a list of open actions; those that were due before `today` are marked.
pub(crate) fn open_actions(words: &Words, actions: &[OpenAction], today: NaiveDate) -> Vec<String> {
    let line = |it: &OpenAction| {
        let line = words.say(&action(it));
        if it.due.is_some_and(|due| due < today) {
            bullet(0, &words.say(&say!("agenda-overdue", action = line)))
        } else {
            bullet(0, &line)
        }
    };
    one_list(actions.iter().map(line).collect())
}
