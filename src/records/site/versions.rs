//! How a decision or an election came about: each version with what changed in it, objections and
//! what became of each, concerns, who stood aside.

use maud::{Markup, html};
use similar::{ChangeTag, TextDiff};

use crate::circle::Circle;
use crate::lang::{Phrase, Words, say};
use crate::meeting::{Version, Wording};
use crate::records::site::frame::View;
use crate::records::site::parts::{tag, text, words_of};
use crate::records::site::record_path;
use crate::records::{ConcernRecord, ObjectionRecord, Record};

/// Writes how a record came about; nothing where it was adopted as it was first put.
pub(super) fn history(view: &View<'_>, index: usize, record: Record<'_>) -> Markup {
    let it = view.circle(index);
    let circle = &it.kept.circle;
    let none = Vec::new();
    let versions = it.versions.get(&record_path(record)).unwrap_or(&none);
    let (objections, concerns) = match record {
        Record::Decision(it) => (&it.objections, &it.concerns),
        Record::Election(it) => (&it.objections, &it.concerns),
    };
    let mut numbers: Vec<Option<u32>> = objections.iter().map(|it| it.version).collect();
    if versions.len() > 1 {
        numbers.extend(versions.iter().map(|it| Some(it.number)));
    }
    numbers.sort_unstable();
    numbers.dedup();
    let asides = match record {
        Record::Decision(it) => it.asides.as_slice(),
        Record::Election(_) => &[],
    };
    html! {
        @for number in &numbers {
            (step(view, circle, *number, versions, objections))
        }
        @if !concerns.is_empty() {
            h3 { (view.say(&say!("minutes-concerns"))) }
            ul.voices { @for it in concerns { li { (concern(view, circle, it)) } } }
        }
        @if !asides.is_empty() {
            h3 { (view.say(&say!("minutes-asides"))) }
            ul.voices {
                @for it in asides { li { (voice(circle, it.who.as_deref(), &it.reason)) } }
            }
        }
    }
}

/// One version, and what was objected to it.
fn step(
    view: &View<'_>,
    circle: &Circle,
    number: Option<u32>,
    versions: &[Version],
    objections: &[ObjectionRecord],
) -> Markup {
    let at = versions.iter().position(|it| Some(it.number) == number);
    let before = at.and_then(|at| at.checked_sub(1)).map(|at| &versions[at].wording);
    let now = at.map(|at| &versions[at].wording);
    let heading = match number {
        Some(number) => say!("show-version", version = number),
        None => say!("minutes-objections"),
    };
    let to_it: Vec<&ObjectionRecord> =
        objections.iter().filter(|it| it.version == number).collect();
    html! {
        article.version {
            h3 { (view.say(&heading)) }
            @if let Some(now) = now { (wording(view, circle, before, now)) }
            @if !to_it.is_empty() {
                @if number.is_some() { h4 { (view.say(&say!("minutes-objections"))) } }
                ul.voices {
                    @for it in to_it {
                        li {
                            (voice(circle, it.who.as_deref(), &it.reason))
                            @if let Some(outcome) = it.outcome_said(view.words) { p.about { (outcome) } }
                        }
                    }
                }
            }
        }
    }
}

/// What a version says; of a later one what changed since the one before.
fn wording(view: &View<'_>, circle: &Circle, before: Option<&Wording>, now: &Wording) -> Markup {
    let words = view.words;
    let same = |is_same: fn(&Wording, &Wording) -> bool| before.is_some_and(|it| is_same(it, now));
    let stands = now.validity.said(say!("agenda-term"));
    let who = match &now.responsible[..] {
        [] => say!("nobody-sees-to-it"),
        who => say!("sees-to-it", count = who.len(), names = who.to_vec()),
    };
    let nominee = now.nominee.as_ref();
    html! {
        @if let Some(it) = nominee {
            p { (words.say(&say!("minutes-put-forward", who = &it.name, reason = &it.reason))) }
        } @else {
            @match before {
                None => (text(circle, "text", &now.text)),
                Some(it) if it.text == now.text => {
                    p.about { (words.say(&say!("site-same-text"))) }
                }
                Some(it) => (changed(words, circle, &it.text, &now.text)),
            }
            ul.parts {
                @if !same(|one, two| one.validity == two.validity) { (part(view, before, &stands)) }
                @if !same(|one, two| one.responsible == two.responsible)
                    && (before.is_some() || !now.responsible.is_empty()) { (part(view, before, &who)) }
                @for it in measures(before, now) { (part(view, before, &it)) }
            }
        }
    }
}

/// A part of a version beside the text; of a later version one that is new.
fn part(view: &View<'_>, before: Option<&Wording>, said: &Phrase) -> Markup {
    let said = view.say(said);
    html! { li { @if before.is_some() { ins { (said) } } @else { (said) } } }
}

/// The measures that are new in a version, and those that are not in it any more.
fn measures(before: Option<&Wording>, now: &Wording) -> Vec<Phrase> {
    let earlier = before.map(|it| it.measures.as_slice()).unwrap_or_default();
    let new = now.measures.iter().filter(|it| !earlier.contains(it));
    let gone = earlier.iter().filter(|it| !now.measures.contains(it));
    let new = new.map(|it| say!("measured-by", measure = it));
    new.chain(gone.map(|it| say!("no-more-measured-by", measure = it))).collect()
}

/// The words that were taken out of a text, and those that came into it.
fn changed(words: &Words, circle: &Circle, before: &str, now: &str) -> Markup {
    // What is struck through or underlined is also said, to readers who do not see it.
    html! {
        p.text.changed lang=(tag(circle)) dir="auto" {
            @for (tag, run) in runs(before.trim(), now.trim()) {
                @match tag {
                    ChangeTag::Equal => (run),
                    ChangeTag::Delete => del title=(words.say(&say!("site-taken-out"))) { (run) },
                    ChangeTag::Insert => ins title=(words.say(&say!("site-put-in"))) { (run) },
                }
            }
        }
    }
}

/// Compares two texts word by word. Where only a blank between two changes is the same, they are one.
fn runs(before: &str, now: &str) -> Vec<(ChangeTag, String)> {
    let (before, now) = (pieces(before), pieces(now));
    let diff = TextDiff::from_slices(&before, &now);
    let mut runs = Vec::new();
    let (mut out, mut new, mut blank) = (String::new(), String::new(), String::new());
    let mut end = |out: &mut String, new: &mut String, same: &str| {
        for (tag, run) in
            [(ChangeTag::Delete, std::mem::take(out)), (ChangeTag::Insert, std::mem::take(new))]
        {
            runs.extend((!run.is_empty()).then_some((tag, run)));
        }
        match runs.last_mut() {
            _ if same.is_empty() => {}
            Some((ChangeTag::Equal, run)) => *run += same,
            _ => runs.push((ChangeTag::Equal, same.to_owned())),
        }
    };
    for change in diff.iter_all_changes() {
        let piece = change.value();
        let is_changing = !out.is_empty() || !new.is_empty();
        match change.tag() {
            ChangeTag::Equal if is_changing && piece.chars().all(char::is_whitespace) => {
                blank += piece;
            }
            ChangeTag::Equal => {
                let same = std::mem::take(&mut blank) + piece;
                end(&mut out, &mut new, &same);
            }
            tag => {
                let blank = std::mem::take(&mut blank);
                for it in [&mut out, &mut new] {
                    *it += if it.is_empty() { "" } else { &blank };
                }
                *(if tag == ChangeTag::Delete { &mut out } else { &mut new }) += piece;
            }
        }
    }
    end(&mut out, &mut new, &blank);
    runs
}

/// Splits a text into words, blanks, and single other signs.
fn pieces(text: &str) -> Vec<&str> {
    let kind = |it: char| {
        if it.is_alphanumeric() {
            0
        } else if it.is_whitespace() {
            1
        } else {
            2
        }
    };
    let mut pieces = Vec::new();
    let (mut begin, mut last) = (0, None);
    for (at, it) in text.char_indices() {
        let is_new = last.is_some_and(|last| last != kind(it) || last == 2);
        if is_new {
            pieces.push(&text[begin..at]);
            begin = at;
        }
        last = Some(kind(it));
    }
    pieces.extend((begin < text.len()).then(|| &text[begin..]));
    pieces
}

fn concern(view: &View<'_>, circle: &Circle, it: &ConcernRecord) -> Markup {
    let then = it.version.map(|it| view.say(&say!("minutes-concern-then", version = it)));
    html! {
        (voice(circle, it.who.as_deref(), &it.text))
        @if let Some(then) = then { p.about { (then) } }
    }
}

/// What somebody said, with their name if that is kept.
fn voice(circle: &Circle, who: Option<&str>, said: &str) -> Markup {
    html! {
        @if let Some(who) = who { b lang=(tag(circle)) { (who) ":" } " " }
        (words_of(circle, said))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, now: &str, expected: &str) {
        let shown = runs(before, now).into_iter().map(|(tag, run)| match tag {
            ChangeTag::Equal => run,
            ChangeTag::Delete => format!("[-{run}]"),
            ChangeTag::Insert => format!("[+{run}]"),
        });
        assert_eq!(shown.collect::<String>(), expected);
    }

    #[test]
    fn what_changed_is_shown_in_whole_words() {
        check(
            "until 15:00, and none",
            "until 15:00 on Sundays, and none",
            "until 15:00[+ on Sundays], and none",
        );
        check("all of us water", "two people water", "[-all of us][+two people] water");
        check("a b", "a b", "a b");
        check("", "new", "[+new]");
        check("gone", "", "[-gone]");
        check("a b c", "a c", "a [-b ]c");
    }
}
