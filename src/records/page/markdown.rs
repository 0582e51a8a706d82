//! Escapes typed text for Markdown, so that it reads as typed and does not change the page around
//! it.
//!
//! Removes control characters and characters that change the direction of writing.

use crate::text::clean;

/// Writes a text on one line, such as a name or a title.
pub(super) fn line(text: &str) -> String {
    let clean = clean(text);
    let mut line = String::with_capacity(clean.len());
    for word in clean.split_whitespace() {
        line += if line.is_empty() { "" } else { " " };
        line += word;
    }
    if is_plain(&line) { line } else { escaped(&line) }
}

/// Writes a text with its lines, each but the first indented by `indent` blanks.
pub(super) fn lines(text: &str, indent: usize) -> String {
    let clean = clean(text);
    let mut out = String::with_capacity(clean.len());
    for line in clean.trim().lines().map(str::trim) {
        if !out.is_empty() {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', if line.is_empty() { 0 } else { indent }));
        }
        if is_plain(line) {
            out += line;
        } else {
            out += &escaped(line);
        }
    }
    out
}

/// Writes a text as a quote that keeps its Markdown, such as lists.
///
/// Raw HTML and link definitions are escaped, because they have an effect outside of the quote.
pub(super) fn quote(text: &str) -> String {
    let text = clean(text);
    let lines = text
        .trim_matches('\n')
        .lines()
        .map(|it| if it.trim().is_empty() { ">".to_owned() } else { format!("> {}", tame(it)) });
    lines.collect::<Vec<_>>().join("\n")
}

/// Escapes raw HTML and link definitions.
fn tame(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut before = ' ';
    let mut characters = line.chars().peekable();
    while let Some(it) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        let reaches_out = match it {
            '<' => next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'),
            ':' => before == ']',
            _ => false,
        };
        if reaches_out && before != '\\' {
            out.push('\\');
        }
        out.push(it);
        // An escaped backslash does not escape the next character.
        before = if it == '\\' && before == '\\' { ' ' } else { it };
    }
    out
}

/// Escapes all Markdown in a line that may begin a block.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut before = ' ';
    for (at, it) in line.char_indices() {
        let rest = &line[at + it.len_utf8()..];
        let next = rest.chars().next().unwrap_or(' ');
        let special = match it {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => true,
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '#' => before.is_whitespace(),
            '&' => is_entity(rest),
            '>' | '+' | '-' | '=' => at == 0,
            '.' | ')' => is_number(&line[..at]) && next.is_whitespace(),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(it);
        before = it;
    }
    out
}

/// Returns whether a line certainly needs no escapes, as most do not.
fn is_plain(line: &str) -> bool {
    let special = |it: u8| {
        matches!(it, b'\\' | b'`' | b'*' | b'[' | b']' | b'<' | b'|' | b'~' | b'_' | b'#' | b'&')
    };
    let begins = line.bytes().next();
    let begins = begins.is_some_and(|it| matches!(it, b'>' | b'+' | b'-' | b'=' | b'0'..=b'9'));
    !begins && !line.bytes().any(special)
}

fn is_entity(rest: &str) -> bool {
    let name = rest.split_once(';').map_or("", |(name, _)| name);
    !name.is_empty() && name.chars().all(|it| it.is_ascii_alphanumeric() || it == '#')
}

/// Returns whether a text is a number that can begin a list.
fn is_number(text: &str) -> bool {
    (1..=9).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// Texts that look like Markdown.
    const NASTY: [&str; 34] = [
        "# heading",
        "a #",
        "a ##  ",
        "- list",
        "-",
        "---",
        "===",
        "+ list",
        "+++",
        "* list",
        "***bold***",
        "1. first",
        "12) twelfth",
        "> quote",
        "    code",
        "`code` ``",
        "``` rust",
        "~~~",
        "~~struck~~",
        "_a_ __b__ snake_case",
        "<b>bold</b>",
        "<!-- gone",
        "</li></ul>",
        "<https://example.org>",
        "[a](javascript:b)",
        "![a](b)",
        "[a]: b",
        "[^1]: note",
        "- [ ] task",
        "a | b",
        "&lt;b&gt; &#42; &amp; R&D; &;",
        "backslash \\",
        "\\# \\\\",
        ": term",
    ];

    fn parser(text: &str) -> Parser<'_> {
        let tables = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let more = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
        Parser::new_ext(text, tables | more | Options::ENABLE_HEADING_ATTRIBUTES)
    }

    /// Returns the rendered text, and all tags.
    fn read(text: &str) -> (String, Vec<Tag<'_>>) {
        let (mut seen, mut tags) = (String::new(), Vec::new());
        for event in parser(text) {
            match event {
                Event::Text(it) => seen += &it,
                Event::SoftBreak => seen.push(' '),
                Event::Start(tag) => tags.push(tag),
                Event::End(_) => {}
                other => panic!("{other:?} in {text}"),
            }
        }
        (seen, tags)
    }

    #[test]
    fn typed_text_reads_as_it_was_typed() {
        for nasty in NASTY {
            let item = format!("- {}\n", line(nasty));
            let (seen, tags) = read(&item);
            assert_eq!(seen, nasty.split_whitespace().collect::<Vec<_>>().join(" "), "{item}");
            assert!(matches!(tags[..], [Tag::List(None), Tag::Item]), "{item}: {tags:?}");
            let heading = format!("### {}\n", line(nasty));
            let (seen, tags) = read(&heading);
            assert_eq!(seen, nasty.split_whitespace().collect::<Vec<_>>().join(" "), "{heading}");
            assert!(matches!(tags[..], [Tag::Heading { .. }]), "{heading}: {tags:?}");
        }
    }

    #[test]
    fn lines_of_a_typed_text_stay_in_their_item() {
        for nasty in NASTY {
            for text in [format!("{nasty}\n{nasty}"), format!("a\n\n\n{nasty}\n{nasty}\n\nb")] {
                let list = format!("- outer\n  - {}\n  - next\n\nend\n", lines(&text, 4));
                let (seen, tags) = read(&list);
                assert_eq!(
                    seen.split_whitespace().collect::<String>(),
                    format!("outer{text}nextend").split_whitespace().collect::<String>(),
                    "{list}"
                );
                let strange = tags
                    .iter()
                    .filter(|it| !matches!(it, Tag::List(None) | Tag::Item | Tag::Paragraph));
                assert_eq!(strange.count(), 0, "{list}: {tags:?}");
                let items = tags.iter().filter(|it| matches!(it, Tag::Item)).count();
                assert_eq!(items, 3, "{list}: {tags:?}");
            }
        }
    }

    #[test]
    fn a_quoted_text_never_leaves_its_quote() {
        for nasty in NASTY {
            for text in [nasty.to_owned(), format!("{nasty}\n\n{nasty}"), format!("- a\n{nasty}")] {
                let page = format!("{}\n\nbehind *it* [a] [^1]\n", quote(&text));
                let mut depth = 0;
                let mut outside = String::new();
                for event in parser(&page) {
                    match event {
                        Event::Start(Tag::BlockQuote(_)) => depth += 1,
                        Event::End(TagEnd::BlockQuote(_)) => depth -= 1,
                        Event::Html(_) | Event::InlineHtml(_) => panic!("{page}"),
                        Event::Start(Tag::Link { .. }) if depth == 0 => panic!("{page}"),
                        Event::Text(it) if depth == 0 => outside += &it,
                        _ => {}
                    }
                }
                assert_eq!(outside, "behind it [a] [^1]", "{page}");
            }
        }
    }

    #[test]
    fn a_list_in_a_quoted_text_stays_a_list() {
        let text = "We meet:\n\n- at noon\n- at six\n\n1. first\n2. then";
        let quoted = quote(text);
        assert_eq!(quoted, "> We meet:\n>\n> - at noon\n> - at six\n>\n> 1. first\n> 2. then");
        let items = parser(&quoted).filter(|it| matches!(it, Event::Start(Tag::Item)));
        assert_eq!(items.count(), 4);
    }

    #[test]
    fn control_characters_are_taken_out() {
        assert_eq!(clean("a\u{1b}[31mb\r\nc\u{202e}d\te"), "a[31mb\ncd\te");
        assert_eq!(line("a\u{1b}[31m\r\nb"), "a\\[31m b");
        assert_eq!(quote("a\u{9b}\n\n\u{7}b\n"), "> a\n>\n> b");
    }

    #[test]
    fn plain_words_stay_as_they_are() {
        for text in ["Saturdays, 13:00–15:00 (only in May).", "R&D at -5 °C: snake_case = a+b."]
        {
            assert_eq!(line(text), text);
        }
    }
}
