//! Writes what is new in several circles as one page of Markdown, to send round.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::lang::{LANGUAGES, Lang, Phrase, Words, say};
use crate::records::page::lists::{bullet, labelled, one_list};
use crate::records::page::markdown;
use crate::records::{Decision, Election, as_text, sentence};

/// What is new in a circle may be found in these.
#[derive(Debug)]
pub(crate) struct CircleNews {
    /// The circle with everyone who has left.
    pub circle: Circle,
    /// The records of these days.
    pub decisions: Vec<Decision>,
    pub elections: Vec<Election>,
}

/// Writes what was decided on some days, who was elected, joined and left, circle by circle. Decisions
/// about somebody are left out. Circles without news are left out as well.
pub(crate) fn news(
    circles: &[&CircleNews],
    days: &RangeInclusive<NaiveDate>,
    words: &Words,
) -> String {
    let title = say!("news-title", since = *days.start(), until = *days.end());
    let mut blocks = vec![format!("# {}", words.say(&title))];
    for it in circles {
        let found = one_circle(it, days, words);
        if !found.is_empty() {
            blocks.push(format!("## {}", markdown::line(&it.circle.name)));
            blocks.extend(found);
        }
    }
    if blocks.len() == 1 {
        blocks.push(words.say(&say!("news-none")));
    }
    blocks.join("\n\n") + "\n"
}

fn one_circle(
    CircleNews { circle, decisions, elections }: &CircleNews,
    days: &RangeInclusive<NaiveDate>,
    words: &Words,
) -> Vec<String> {
    let decided = decisions.iter().filter(|it| it.unsaid().is_none());
    let decided = decided.map(|it| {
        let title = say!("news-decided", title = markdown::line(&it.title), date = it.date);
        let title = words.say(&title);
        let text = it.text.trim();
        let said =
            if text.is_empty() { title } else { labelled(&title, &markdown::lines(text, 2)) };
        [vec![bullet(0, &said)], changes(it, words)].concat().join("\n")
    });
    let elected = elections.iter().map(|it| {
        let (role, who) = (markdown::line(&it.role), markdown::line(&it.elected));
        let elected = if it.accepted {
            say!("news-elected", role = role, who = who, since = it.since, until = it.until)
        } else {
            say!("news-unaccepted", role = role, who = who, date = it.date)
        };
        bullet(0, &words.say(&elected))
    });
    let on = |day: Option<NaiveDate>| day.filter(|it| days.contains(it));
    let one = |who: &str, date| {
        bullet(0, &words.say(&say!("news-who", who = markdown::line(who), date = date)))
    };
    let members = circle.members.iter();
    let joined = members.clone().filter_map(|it| Some(one(&it.name, on(it.since)?)));
    let left = members.filter_map(|it| Some(one(&it.name, on(it.ended)?)));
    let part = |heading: Phrase, lines: Vec<String>| {
        let heading = (!lines.is_empty()).then(|| format!("### {}", words.say(&heading)));
        heading.into_iter().chain(one_list(lines))
    };
    let decided = part(say!("news-heading-decided"), decided.collect());
    let elected = part(say!("news-heading-elected"), elected.collect());
    let joined = part(say!("news-heading-joined"), joined.collect());
    decided
        .chain(elected)
        .chain(joined)
        .chain(part(say!("news-heading-left"), left.collect()))
        .collect()
}

/// Says how a decision changes the circle, unless its text says only that, in whatever language.
fn changes(decision: &Decision, words: &Words) -> Vec<String> {
    let effects = &decision.effects;
    let is_said = |lang: Lang| as_text(effects, &Words::of(lang)) == decision.text.trim();
    if effects.is_empty() || LANGUAGES.into_iter().any(is_said) {
        return Vec::new();
    }
    let said = effects.iter().map(|it| markdown::lines(&words.say(&sentence(it)), 4));
    said.map(|it| bullet(1, &it)).collect()
}
