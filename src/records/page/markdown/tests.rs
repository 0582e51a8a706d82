use std::collections::HashSet;

use comrak::nodes::{AstNode, NodeValue};
use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use super::*;

/// Pieces of HTML, of Markdown of every kind, and of what surrounds them.
const PIECES: [&str; 100] = [
    "a",
    "Ana",
    "b c",
    "é",
    "陈伟",
    "👩\u{200d}🌾",
    "ساعات",
    "\u{200f}",
    "\u{202e}",
    "\u{1b}[31m",
    "\0",
    "\u{a0}",
    "\t",
    " ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "\r\n",
    "\n- ",
    "\n  - ",
    "\n    ",
    "\n> ",
    "\\",
    "\\\\",
    "`",
    "```",
    "~~~",
    "``` rust\n",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "^",
    "^[x]",
    "==",
    "++",
    "|",
    "||",
    "a | b\n--- | ---\n1 | 2",
    "| a |\n|---|",
    "[",
    "]",
    "![",
    "](",
    ")",
    "(",
    "[a](b)",
    "![a](http://b.c/d.png)",
    "[a]: http://b.c",
    "\n[a]: b\n",
    "[^1]",
    "\n[^1]: note",
    "[[a]]",
    "[ ] ",
    "- [ ] a",
    "- [x] a",
    "- ",
    "* ",
    "+ ",
    "-",
    "---",
    "===",
    "***",
    "+++",
    "+++\ntitle = \"a\"\n+++",
    "---\ntitle: a\n---\n",
    "# ",
    "#",
    " ##",
    "> ",
    "> [!NOTE]\n> a",
    ">>>",
    "1. ",
    "12) ",
    "(i) ",
    "a. ",
    "(@) ",
    "<b>",
    "</li></ul>",
    "<!-- a",
    "<img src=x onerror=y>",
    "<script>",
    "<http://a.b>",
    "<a@b.c>",
    "http://a.b",
    "https://a.b/c_d_e?f=1&amp;g",
    "www.a.b",
    "ftp://a.b",
    "a@b.c",
    "javascript:a",
    "&lt;",
    "&#42;",
    "&",
    "$a$",
    "$$",
    ":smile:",
    ":::",
];

/// Pieces that come in fewer kinds of text.
const MORE: [&str; 24] = [
    ": a",
    "{.a #b}",
    "{{ a }}",
    "{% a %}",
    "@ana",
    "@",
    "%",
    "!",
    "\"",
    "'",
    "--",
    "...",
    "(c)",
    "=",
    "$5",
    "\n: term",
    "<",
    ">",
    ":",
    "://",
    "//a.b",
    "mailto:a@b.c",
    "xmpp:a@b.c",
    "\\begin{a}",
];

/// What a renderer makes of a page.
#[derive(Debug, Default)]
struct Rendered {
    /// The text that is seen, without blanks.
    seen: String,
    /// The elements, in the order in which they begin.
    elements: Vec<String>,
}

/// Returns the text without blanks, as renderers join and cut them.
fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Refuses a link with another text than its address.
fn plain_link(url: &str, seen: &str) {
    let is_plain =
        ["", "http://", "https://", "mailto:"].iter().any(|it| url == format!("{it}{seen}"));
    assert!(is_plain, "{url} is seen as {seen}");
    let scripts = ["javascript:", "vbscript:", "data:"];
    assert!(!scripts.iter().any(|it| url.to_lowercase().starts_with(it)), "{url}");
}

fn pulldown(page: &str, options: Options) -> Rendered {
    let mut rendered = Rendered::default();
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Text(it) => rendered.seen += &it,
            Event::SoftBreak | Event::HardBreak | Event::End(_) | Event::Start(Tag::Paragraph) => {}
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                panic!("a link in {page}")
            }
            Event::Start(tag) => {
                let tag = format!("{tag:?}");
                rendered.elements.push(tag.split([' ', '(']).next().unwrap_or_default().to_owned());
            }
            other => panic!("{other:?} in {page}"),
        }
    }
    rendered.seen = solid(&rendered.seen);
    rendered
}

fn comrak(page: &str) -> Rendered {
    let mut options = comrak::Options::default();
    let on = &mut options.extension;
    (on.strikethrough, on.table, on.autolink, on.tasklist) = (true, true, true, true);
    (on.superscript, on.footnotes, on.inline_footnotes, on.description_lists) =
        (true, true, true, true);
    (on.multiline_block_quotes, on.alerts, on.math_dollars, on.math_code) =
        (true, true, true, true);
    (on.wikilinks_title_after_pipe, on.underline, on.subscript, on.spoiler) =
        (true, true, true, true);
    (on.highlight, on.insert) = (true, true);
    options.parse.relaxed_autolinks = true;
    options.parse.relaxed_tasklist_matching = true;
    let arena = comrak::Arena::new();
    let mut rendered = Rendered::default();
    walk(comrak::parse_document(&arena, page, &options), page, &mut rendered);
    rendered.seen = solid(&rendered.seen);
    rendered
}

fn walk<'a>(node: &'a AstNode<'a>, page: &str, rendered: &mut Rendered) {
    let before = rendered.seen.len();
    let value = &node.data.borrow().value;
    match value {
        NodeValue::Text(it) => rendered.seen += it,
        NodeValue::Heading(_) => rendered.elements.push("Heading".to_owned()),
        NodeValue::List(_) => rendered.elements.push("List".to_owned()),
        NodeValue::Item(_) => rendered.elements.push("Item".to_owned()),
        NodeValue::BlockQuote => rendered.elements.push("BlockQuote".to_owned()),
        NodeValue::Document
        | NodeValue::Paragraph
        | NodeValue::Link(_)
        | NodeValue::SoftBreak
        | NodeValue::LineBreak => {}
        other => panic!("{other:?} in {page}"),
    }
    for child in node.children() {
        walk(child, page, rendered);
    }
    if let NodeValue::Link(it) = value {
        plain_link(&it.url, &rendered.seen[before..]);
    }
}

/// Renders a page in every way, and checks what is seen and which elements there are.
#[track_caller]
fn check(page: &str, seen: &str, elements: &[&str]) {
    let all = Options::all().difference(Options::ENABLE_SMART_PUNCTUATION);
    let old = Options::ENABLE_OLD_FOOTNOTES.difference(Options::ENABLE_FOOTNOTES);
    let without_old = all.difference(old);
    for (name, rendered) in [
        ("pulldown-cmark", pulldown(page, all)),
        ("pulldown-cmark", pulldown(page, without_old)),
        ("CommonMark", pulldown(page, Options::empty())),
        ("comrak", comrak(page)),
    ] {
        assert_eq!(rendered.seen, solid(&clean(seen)), "{name}: {page:?}");
        assert_eq!(rendered.elements, elements, "{name}: {page:?}");
    }
}

/// Writes a text in every place where the pages write one.
fn check_everywhere(text: &str) {
    let one = line(text);
    check(&format!("# {one}, minutes\n"), &format!("{text}, minutes"), &["Heading"]);
    check(&format!("### {one}\n"), text, &["Heading"]);
    check(&format!("### 1. {one}\n"), &format!("1. {text}"), &["Heading"]);
    check(&format!("- {one}: a\n"), &format!("{text}: a"), &["List", "Item"]);
    check(&format!("{one} finds a date.\n"), &format!("{text} finds a date."), &[]);
    check(&format!("- To {one} ({one})\n"), &format!("To {text} ({text})"), &["List", "Item"]);
    let list = ["List", "Item", "List", "Item", "Item"];
    let nested = format!("- outer\n  - {}\n  - next\n\nend\n", lines(text, 4));
    check(&nested, &format!("outer {text} next end"), &list);
    let named = format!("- outer\n  - Ana: {}\n  - next\n\nend\n", lines(text, 4));
    check(&named, &format!("outer Ana: {text} next end"), &list);
}

/// Writes a text as a quote, in which only lists begin.
fn check_quote(text: &str) {
    let quoted = quote(text);
    let items = quoted.lines().filter(|it| it.starts_with("> - ")).count();
    let page = format!("before\n\n{quoted}\n\n- behind [a]\n");
    let all = Options::all().difference(Options::ENABLE_SMART_PUNCTUATION);
    for rendered in [pulldown(&page, all), pulldown(&page, Options::empty()), comrak(&page)] {
        // The mark of an item is not seen as text.
        let marks = |text: &str| text.chars().filter(|it| *it != '-').collect::<String>();
        let expected = solid(&format!("before {} behind [a]", clean(text)));
        assert_eq!(marks(&rendered.seen), marks(&expected), "{page:?}");
        let dashes = |text: &str| text.matches('-').count();
        assert_eq!(dashes(&rendered.seen) + items, dashes(&expected), "{page:?}");
        let kinds: HashSet<&str> = rendered.elements.iter().map(String::as_str).collect();
        let known = ["BlockQuote", "List", "Item"];
        assert!(kinds.iter().all(|it| known.contains(it)), "{page:?}: {kinds:?}");
        let count = |kind: &str| rendered.elements.iter().filter(|it| *it == kind).count();
        assert_eq!((count("BlockQuote"), count("Item")), (1, items + 1), "{page:?}");
    }
}

#[test]
fn each_piece_of_markdown_reads_as_it_was_typed() {
    for piece in PIECES.iter().chain(&MORE) {
        for text in [
            (*piece).to_owned(),
            format!("{piece}a"),
            format!("a{piece}"),
            format!("a {piece} b"),
            format!("{piece}{piece}"),
            format!("{piece}\n{piece}"),
            format!("a\n\n{piece}\n{piece}\n\nb"),
            format!("http://x{piece}"),
            format!("www.x.y/{piece}z"),
        ] {
            if !clean(&text).trim().is_empty() {
                check_everywhere(&text);
                check_quote(&text);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_markdown_in_any_order_read_as_they_were_typed(
        pieces in prop::collection::vec(
            prop::sample::select(PIECES.iter().chain(&MORE).copied().collect::<Vec<_>>()),
            1..9,
        ),
    ) {
        let text = pieces.concat();
        if !clean(&text).trim().is_empty() {
            check_everywhere(&text);
            check_quote(&text);
        }
    }

    #[test]
    fn any_characters_read_as_they_were_typed(
        text in r"[-\\`*_\[\](){}<>#+.!|~^$@&;:=%\x22' a-c0-2\n]{1,24}",
    ) {
        if !text.trim().is_empty() {
            check_everywhere(&text);
            check_quote(&text);
        }
    }

    #[test]
    fn a_plain_line_has_nothing_to_escape(text in r"[-\\`*_\[\]({<>#+.)|~^$@&:=% a-cI0-2]{1,8}") {
        let forced = escaped(&format!("{text} *")).into_owned();
        prop_assert!(!is_plain(&text) || forced == format!("{text} \\*"), "{forced}");
    }
}

#[test]
fn a_list_in_a_quoted_text_stays_a_list() {
    let text = "We meet:\n\n- at noon\n- at six\n  or later\n\n1. first\n2. then";
    assert_eq!(
        quote(text),
        "> We meet:\n>\n> - at noon\n> - at six  \n>   \u{a0}\u{a0}or later\n>\n> 1\\. first  \n> 2\\. then"
    );
    assert_eq!(quote("We meet\n- at noon\n- at six"), "> We meet  \n> \\- at noon  \n> \\- at six");
}

#[test]
fn only_a_bare_address_may_be_linked() {
    for (typed, written) in [
        ("see https://a.org/b_c?d=1, or www.a.org", "see https://a.org/b_c?d=1, or www.a.org"),
        ("(„https://a.org/b“)", "(„https://a.org/b“)"),
        ("„javascript:a“", "„javascript\\:a“"),
        ("ana@a.org mailto:ana@a.org", "ana@a.org mailto:ana@a.org"),
        ("http://x<img src=a>", "http\\://x&lt;img src=a>"),
        ("http://x/*y* www.x/~z", "http\\://x/\\*y\\* www\\.x/\\~z"),
        ("![a](http://b)", "!\\[a\\](http\\://b)"),
        ("javascript:a JavaScript:a git://b", "javascript\\:a JavaScript\\:a git\\://b"),
    ] {
        assert_eq!(line(typed), written);
    }
}

#[test]
fn control_characters_are_taken_out() {
    assert_eq!(clean("a\u{1b}[31mb\r\nc\u{202e}d\te"), "a[31mb\ncd\te");
    assert_eq!(line("a\u{1b}[31m\r\nb"), "a\\[31m b");
    assert_eq!(quote("a\u{9b}\n\n\u{7}b\n"), "> a\n>\n> b");
}

#[test]
fn plain_words_stay_as_they_are() {
    for text in [
        "Saturdays, 13:00–15:00 (only in May).",
        "R&D at -5 °C: snake_case = a+b, 3 < 4.",
        "Alle Gärtner:innen, 10:30:45 und 5 $",
        "A cheque of $10,000 comes in.",
    ] {
        assert_eq!(line(text), text);
    }
}
