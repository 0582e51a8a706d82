//! What a circle that ends leaves: a topic for the wider circle, which decides what becomes of it.

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::lang::{Phrase, Words, say};
use crate::meeting::ItemKind;
use crate::records::page::lists::{action, labelled};
use crate::records::page::markdown;
use crate::records::{Background, Topic};
use crate::text::clean;

/// Makes the topic that lists what a circle leaves which ends with a day: its decisions in force, roles,
/// open actions, topics, and how many of its meetings are not finished.
pub(crate) fn left_behind(
    circle: &Circle,
    last: NaiveDate,
    background: &Background,
    unfinished: usize,
    since: NaiveDate,
    words: &Words,
) -> Topic {
    let mut blocks =
        vec![words.say(&say!("leaves-until", circle = clean(&circle.name), day = last))];
    let mut add = |heading: Phrase, lines: Vec<String>| {
        if !lines.is_empty() {
            let lines: Vec<String> = lines.iter().map(|it| format!("- {it}")).collect();
            blocks.push(format!("{}:\n\n{}", words.say(&heading), lines.join("\n")));
        }
    };
    let decisions = background.decisions.iter();
    let decisions = decisions.map(|it| markdown::line(&words.say(&it.named())));
    add(say!("minutes-decisions"), decisions.collect());
    let role = |it: &crate::circle::Role| {
        let who = it.holder.as_deref().map(markdown::line);
        labelled(&markdown::line(&it.name), &who.unwrap_or_else(|| words.say(&say!("nobody"))))
    };
    add(say!("roles-heading"), circle.roles.iter().map(role).collect());
    let actions = background.actions.iter().map(|it| words.say(&action(it)));
    add(say!("agenda-actions"), actions.collect());
    let topics = background.topics.iter().map(|it| markdown::line(&it.title));
    add(say!("backlog-heading"), topics.collect());
    if unfinished > 0 {
        blocks.push(words.say(&say!("leaves-meetings", count = unfinished)));
    }
    Topic {
        title: words.say(&say!("leaves-title", circle = clean(&circle.name))),
        kind: Some(ItemKind::Explore),
        since: Some(since),
        text: Some(blocks.join("\n\n")),
        ..Topic::default()
    }
}
