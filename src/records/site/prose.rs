//! Renders Markdown as HTML: texts that somebody typed, and minutes.
//!
//! Tags in it are text, pictures are their descriptions, and only addresses of pages and mailboxes
//! become links. What somebody typed is escaped before, as on all pages of this program.

use std::ops::Range;

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream};

use crate::records::page::markdown;

/// Renders a text that somebody typed: its paragraphs, lines, lists and addresses.
pub(super) fn typed(text: &str) -> Markup {
    let quote = markdown::quote(text);
    let is_quote = |it: &Event<'_>| {
        matches!(it, Event::Start(Tag::BlockQuote(_)) | Event::End(TagEnd::BlockQuote(_)))
    };
    pushed(events(&quote).filter(|it| !is_quote(it)))
}

/// Renders a text that somebody typed on one line, with its addresses as links.
pub(super) fn line(text: &str) -> Markup {
    linked(text)
}

/// Renders Markdown without its title, the heading of the first level.
pub(super) fn rendered(markdown: &str) -> Markup {
    let mut in_title = false;
    let inside = events(markdown).filter(move |it| {
        match it {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => in_title = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => {
                in_title = false;
                return false;
            }
            _ => {}
        }
        !in_title
    });
    pushed(inside)
}

/// Takes sections out of a text in Markdown, by their headings: each until the next heading of its
/// level or a higher one.
pub(super) fn without_sections(markdown: &str, is_out: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut kept_from = Some(0);
    let mut left_out = None;
    for (level, title, range) in headings(markdown) {
        if left_out.is_some_and(|it| level > it) {
            continue;
        }
        match (is_out(&title), kept_from) {
            (true, Some(from)) => {
                out += &markdown[from..range.start];
                kept_from = None;
            }
            (false, None) => kept_from = Some(range.start),
            _ => {}
        }
        left_out = kept_from.is_none().then_some(level);
    }
    out += kept_from.map_or("", |from| &markdown[from..]);
    out
}

/// Returns the first heading of a text in Markdown.
pub(super) fn title(markdown: &str) -> String {
    headings(markdown).into_iter().next().map(|(_, title, _)| title).unwrap_or_default()
}

/// Returns the headings with their levels, titles and places.
fn headings(markdown: &str) -> Vec<(HeadingLevel, String, Range<usize>)> {
    let mut found: Vec<(HeadingLevel, String, Range<usize>)> = Vec::new();
    let mut is_open = false;
    for (event, range) in Parser::new_ext(markdown, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                found.push((level, String::new(), range));
                is_open = true;
            }
            Event::End(TagEnd::Heading(_)) => is_open = false,
            Event::Text(it) | Event::Code(it) if is_open => {
                if let Some((_, title, _)) = found.last_mut() {
                    *title += &it;
                }
            }
            _ => {}
        }
    }
    found
}

/// Reads Markdown as harmless events.
fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    // Whether each link that is open is kept.
    let mut links: Vec<bool> = Vec::new();
    let parser = Parser::new_ext(markdown, Options::empty());
    let harmless = parser.filter_map(move |event| match event {
        Event::Html(it) | Event::InlineHtml(it) => Some(Event::Text(it)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { link_type, dest_url, .. }) => {
            let is_kept = is_address(&dest_url);
            links.push(is_kept);
            let (title, id) = (CowStr::from(""), CowStr::from(""));
            is_kept.then_some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        Event::End(TagEnd::Link) => {
            links.pop().unwrap_or(false).then_some(Event::End(TagEnd::Link))
        }
        other => Some(other),
    });
    let mut inside = 0_u32;
    TextMergeStream::new(harmless).map(move |event| match event {
        Event::Start(Tag::Link { .. } | Tag::CodeBlock(_)) => {
            inside += 1;
            event
        }
        Event::End(TagEnd::Link | TagEnd::CodeBlock) => {
            inside -= 1;
            event
        }
        Event::Text(text) if inside == 0 && text.contains(':') => {
            Event::InlineHtml(linked(&text).into_string().into())
        }
        other => other,
    })
}

fn pushed<'e>(events: impl Iterator<Item = Event<'e>>) -> Markup {
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, events);
    PreEscaped(out)
}

/// Returns whether an address leads to a page or a mailbox.
fn is_address(url: &str) -> bool {
    let begins = |scheme: &str| {
        url.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme))
            && url.len() > scheme.len()
    };
    ["http://", "https://", "mailto:"].into_iter().any(begins)
}

/// Escapes a text, and links the bare addresses in it.
fn linked(text: &str) -> Markup {
    let mut parts: Vec<Markup> = Vec::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let begin = word.find(|it: char| !matches!(it, '(' | '"' | '\'' | '<' | '[')).unwrap_or(0);
        let rest = &word[begin..];
        let ends = |it: char| {
            it.is_whitespace()
                || matches!(it, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '"' | '\'' | '>' | ']')
        };
        let address = rest.trim_end_matches(ends);
        let is_clean = !address.contains(['<', '>', '"', '`', '\\', '{', '}', '|', '^']);
        parts.push(if is_address(address) && is_clean {
            html! { (&word[..begin]) a href=(address) rel="noopener noreferrer" { (address) } (&rest[address.len()..]) }
        } else {
            html! { (word) }
        });
    }
    html! { @for it in &parts { (it) } }
}
