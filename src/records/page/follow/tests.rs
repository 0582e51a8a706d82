use super::*;
use crate::records::sample::NASTY;

/// A view with this text wherever somebody may have typed something.
fn view(text: &str) -> FollowView {
    let typed = || text.to_owned();
    let labelled = || Labelled { label: typed(), text: typed() };
    FollowView {
        lang: "en",
        heading: typed(),
        item: typed(),
        time: "since 19:00".to_owned(),
        question: typed(),
        changed: "changed since version 1".to_owned(),
        text: vec![Piece::Kept(typed()), Piece::New(typed())],
        terms: vec![vec![Piece::Kept(typed()), Piece::New(typed())]],
        list: vec![labelled()],
        asked: typed(),
        turn: Some(labelled()),
        people: vec![labelled()],
        voices: vec![Voice { text: typed(), stands: true }, Voice { text: typed(), stands: false }],
        results: vec![CameAbout::Decided(typed()), CameAbout::Other(typed())],
        note: typed(),
        as_of: "as of 19:22".to_owned(),
    }
}

/// The tags of a page in order, without what is between them. `code` is a matter of backticks.
fn tags(page: &str) -> Vec<&str> {
    let parts = page.split('<').skip(1).filter_map(|it| it.split('>').next());
    parts.filter(|it| !it.ends_with("code")).collect()
}

#[test]
fn hostile_text_becomes_no_tag() {
    let plain = view("a").page();
    assert!(tags(&plain).len() > 50, "{plain}");
    let hostile = ["</style><script>alert(1)</script>", "\" onload=\"x", "<!-- ", "&lt;b&gt;"];
    for text in hostile.iter().chain(&NASTY) {
        let page = view(text).page();
        let same_size = |tags: Vec<&str>| -> Vec<String> {
            let sizes = ["short", "usual", "long", "longest"];
            let size = |it: &str| sizes.iter().any(|size| it.contains(&format!("\"{size}\"")));
            tags.into_iter().map(|it| if size(it) { "text" } else { it }.to_owned()).collect()
        };
        assert_eq!(same_size(tags(&page)), same_size(tags(&plain)), "{page}");
    }
}

#[test]
fn characters_that_would_not_be_seen_are_escaped() {
    let page = view("a\u{1b}[31m\u{202e}b\r\n").page();
    assert_eq!(crate::text::forbidden(&page), None);
    assert!(page.contains("a\\u{1b}[31m\\u{202e}b"), "{page}");
}

#[test]
fn the_page_renews_itself_asks_for_nothing_and_bears_its_mark() {
    let page = view("a").page();
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">"), "{page}");
    assert!(page.contains(MARKER) && page.contains("<meta http-equiv=\"refresh\" content=\"2\">"));
    for asks in ["<script", "<link", "<img", "src=", "url(", "http:", "https:", "@import"] {
        assert!(!page.contains(asks), "{asks}: {page}");
    }
    assert_eq!(page, view("a").page());
}

#[test]
fn what_changed_is_marked_and_the_longer_a_text_the_smaller() {
    let page = view("a").page();
    assert!(page.contains("<ins>a</ins>"), "{page}");
    for (letters, class) in [(9, "short"), (90, "usual"), (250, "long"), (900, "longest")] {
        let text = vec![Piece::Kept("a".repeat(letters))];
        let page = FollowView { text, ..FollowView::default() }.page();
        assert!(page.contains(&format!("<blockquote class=\"{class}\"")), "{page}");
    }
}

#[test]
fn empty_parts_leave_nothing_behind() {
    let page = FollowView { lang: "en", ..FollowView::default() }.page();
    for part in ["<h1", "<blockquote", "<dl", "<ul", "class=\"room\"", "class=\"note\""] {
        assert!(!page.contains(part), "{part}: {page}");
    }
}
