//! What the room sees of a running meeting, as data and as a page that renews itself.
//!
//! The page is one file without scripts. It asks for nothing, so it opens from a disk.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::text::escaped;

/// What stands in every page, so that no other file is overwritten.
pub(crate) const MARKER: &str = r#"<meta name="generator" content="rounds follow">"#;

/// The style of the page.
const STYLE: &str = concat!(include_str!("palette.css"), include_str!("follow.css"));

/// What the room sees at one moment of a meeting. Every text is in the language of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FollowView {
    /// The tag of the language: `en`.
    pub lang: &'static str,
    /// The circle and the day.
    pub heading: String,
    /// The item: its number, title, kind, owner and minutes; empty between items.
    pub item: String,
    /// Since when the item or the meeting runs, and how long it is planned.
    pub time: String,
    /// The step and its question; may be empty.
    pub question: String,
    /// Since which version the text has changed; empty where it has not.
    pub changed: String,
    /// The exact text that is on the table.
    pub text: Vec<Piece>,
    /// The other parts of the proposal, one a line: its term, who sees to it, the measures.
    pub terms: Vec<Vec<Piece>>,
    /// What belongs to the step: the agenda, qualifications, the reasons for each nominee.
    pub list: Vec<Labelled>,
    /// What everyone is asked, in the words to say aloud; may be empty.
    pub asked: String,
    /// Whose turn it is.
    pub turn: Option<Labelled>,
    /// Who has spoken and who has not; between rounds who is here.
    pub people: Vec<Labelled>,
    /// Objections, concerns, and who stands aside.
    pub voices: Vec<Voice>,
    /// What came of it: decisions, elections, actions, the next meeting.
    pub results: Vec<CameAbout>,
    /// What to know about the view itself, such as that no meeting runs; may be empty.
    pub note: String,
    /// The time of the last fact; empty without a meeting.
    pub as_of: String,
}

/// A piece of a text that changed from one version to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// As it was before.
    Kept(String),
    /// New in this version; `…` where something was removed.
    New(String),
}

/// An objection, a concern, or the reason of somebody who stands aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Voice {
    pub text: String,
    /// Whether it is about the version on the table, and nothing has come of it yet.
    pub stands: bool,
}

/// Something that came of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CameAbout {
    /// A decision or an election.
    Decided(String),
    /// Anything else: an action, a topic, the next meeting.
    Other(String),
}

impl Piece {
    /// Returns the text without a mark.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Kept(text) | Self::New(text) => text,
        }
    }
}

/// A text with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Labelled {
    pub label: String,
    pub text: String,
}

/// Writes pieces as text: what is new in brackets, and `[…]` where something was removed.
pub(crate) fn as_marked(pieces: &[Piece]) -> String {
    let marked = |it: &Piece| match it {
        Piece::Kept(text) => text.clone(),
        Piece::New(text) => format!("[{text}]"),
    };
    pieces.iter().map(marked).collect()
}

impl FollowView {
    /// Writes the page, without characters that would not be seen. The same view gives the same bytes.
    pub(crate) fn page(&self) -> String {
        let title = if self.item.is_empty() { &self.heading } else { &self.item };
        let page = html! {
            (DOCTYPE)
            html lang=(self.lang) {
                head {
                    meta charset="utf-8";
                    (PreEscaped(MARKER))
                    meta http-equiv="refresh" content="2";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (title) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    header { p dir="auto" { (self.heading) } p.time { (self.as_of) } }
                    main { (self.table()) (self.room()) }
                }
            }
        };
        escaped(&page.into_string()) + "\n"
    }

    /// Writes what is on the table: the item, the step, the text and its terms.
    fn table(&self) -> Markup {
        html! {
            section.table {
                @if !self.item.is_empty() || !self.time.is_empty() {
                    p.item {
                        @if !self.item.is_empty() { span dir="auto" { (self.item) } " " }
                        span.time { (self.time) }
                    }
                }
                @if !self.question.is_empty() { h1 dir="auto" { (self.question) } }
                @if !self.text.is_empty() {
                    blockquote.(self.size()) dir="auto" { (pieces(&self.text)) }
                }
                @for line in &self.terms { p.term dir="auto" { (pieces(line)) } }
                @if !self.changed.is_empty() { p.changed { ins { (self.changed) } } }
                @if !self.results.is_empty() {
                    ul.results {
                        @for it in &self.results {
                            @match it {
                                CameAbout::Decided(it) => { li.decided dir="auto" { (it) } }
                                CameAbout::Other(it) => { li dir="auto" { (it) } }
                            }
                        }
                    }
                }
                @if !self.list.is_empty() { dl.list { (labelled(&self.list)) } }
                @if !self.note.is_empty() { p.note { (with_commands(&self.note)) } }
            }
        }
    }

    /// Writes who is asked what, who has spoken, and what was objected; nothing where it is empty.
    fn room(&self) -> Markup {
        let is_empty = self.turn.is_none() && self.people.is_empty() && self.voices.is_empty();
        html! {
            @if !is_empty || !self.asked.is_empty() {
                section.room {
                    @if !self.asked.is_empty() { p.asked { (self.asked) } }
                    @if let Some(it) = &self.turn {
                        p.turn { span.label { (it.label) } " " strong dir="auto" { (it.text) } }
                    }
                    @if !self.people.is_empty() { dl { (labelled(&self.people)) } }
                    @if !self.voices.is_empty() {
                        ul.voices {
                            @for it in &self.voices {
                                li.stands[it.stands] dir="auto" { (it.text) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Returns the class of the text: the longer it is, the smaller it has to be.
    fn size(&self) -> &'static str {
        let text = as_marked(&self.text);
        // A line break takes as much room as half a line.
        match text.chars().count() + 20 * text.matches('\n').count() {
            0..=70 => "short",
            71..=240 => "usual",
            241..=600 => "long",
            _ => "longest",
        }
    }
}

fn pieces(pieces: &[Piece]) -> Markup {
    html! {
        @for piece in pieces {
            @match piece {
                Piece::Kept(text) => { (text) }
                Piece::New(text) => { ins { (text) } }
            }
        }
    }
}

/// Writes what is between backticks, which is to be typed, as such.
fn with_commands(text: &str) -> Markup {
    html! {
        @for (part, index) in text.split('`').zip(0..) {
            @if index % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

fn labelled(all: &[Labelled]) -> Markup {
    html! {
        @for it in all { div { dt dir="auto" { (it.label) } dd dir="auto" { (it.text) } } }
    }
}

#[cfg(test)]
mod tests;
