//! What all pages have in common: head, navigation, main part, and the line at the end.

use chrono::NaiveDate;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::circle::Circle;
use crate::lang::{Phrase, Words, say};
use crate::records::site::style::SHEET;
use crate::records::site::{Audience, Site, SiteCircle, SiteWords};
use crate::text::clean;

/// The site as it is seen from a page.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub site: &'a Site,
    pub words: &'a Words,
    all_words: &'a SiteWords,
    /// The path from the page's folder to that of the site: `../../`.
    root: &'static str,
    /// Whether the page is sent without the others.
    is_alone: bool,
}

/// A page, as far as it differs from others.
pub(super) struct Page<'p> {
    /// The title of the window and, unless `head` has another, the heading.
    pub title: &'p str,
    pub head: Markup,
    pub main: Markup,
    pub place: Place,
}

/// The entry of the navigation under which a page is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Start,
    /// Below the circles.
    Circles,
    Handbook,
    Decisions,
    People,
}

/// No page runs anything, whatever a text may hold.
const POLICY: &str = "script-src 'none'; object-src 'none'; frame-src 'none'; connect-src 'none'; \
                      img-src 'none'; base-uri 'none'; form-action 'none'";

impl<'a> View<'a> {
    pub(super) fn new(site: &'a Site, words: &'a SiteWords, root: &'static str) -> Self {
        Self { site, words: &words.page, all_words: words, root, is_alone: false }
    }

    /// Sees the site from a page that is sent without the others, so that nothing on it is a link.
    pub(super) fn alone(site: &'a Site, words: &'a SiteWords) -> Self {
        Self { is_alone: true, ..Self::new(site, words, "") }
    }

    pub(super) fn say(&self, phrase: &Phrase) -> String {
        self.words.say(phrase)
    }

    /// Returns the address of a page from here, by its path in the site.
    pub(super) fn link(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }

    /// Returns the address of a page as [`link`](Self::link) does; none on a page that is sent alone.
    pub(super) fn href(&self, path: &str) -> Option<String> {
        (!self.is_alone).then(|| self.link(path))
    }

    /// Returns the texts in the language of a circle.
    pub(super) fn words_of(&self, circle: &Circle) -> &'a Words {
        self.all_words.tagged(circle.language.as_deref())
    }

    pub(super) fn circle(&self, index: usize) -> &'a SiteCircle {
        &self.site.circles[index]
    }

    pub(super) fn is_public(&self) -> bool {
        self.site.audience == Audience::Everyone
    }

    /// Returns whether there is more than one circle.
    pub(super) fn has_several(&self) -> bool {
        self.site.circles.len() > 1
    }

    /// Writes a page.
    pub(super) fn page(&self, page: &Page<'_>) -> String {
        let home = self.site.circles.first().map_or("", |it| it.kept.circle.name.as_str());
        let window = if page.place == Place::Start {
            page.title.to_owned()
        } else {
            format!("{} · {home}", page.title)
        };
        if self.is_alone {
            let main = html! { (page.head) (page.main) };
            return alone(self.words, page.title, &main, self.site.on);
        }
        let head = html! {
            @if !self.is_public() { meta name="robots" content="noindex, nofollow"; }
            link rel="stylesheet" href=(self.link("style.css"));
        };
        let body = html! {
            a.skip href="#main" { (self.say(&say!("site-skip"))) }
            header.top {
                @if page.place != Place::Start {
                    a.home href=(self.link("index.html")) dir="auto" { (home) }
                }
                (self.navigation(page.place))
            }
            main #main {
                (page.head)
                (page.main)
            }
            (as_of(self.words, self.site.on))
        };
        document(self.words, &window, &head, &body)
    }

    fn navigation(&self, place: Place) -> Markup {
        let mut entries = vec![
            (Place::Start, "index.html", say!("circles-heading")),
            (Place::Handbook, "handbook.html", say!("site-handbook")),
            (Place::Decisions, "decisions.html", say!("site-decisions")),
        ];
        if !self.is_public() {
            entries.push((Place::People, "people.html", say!("people-heading")));
        }
        html! {
            nav.main aria-label=(self.say(&say!("site-navigation"))) {
                ul {
                    @for (of, path, said) in &entries {
                        @let current = if *of == place { Some("page") }
                            else if *of == Place::Start && place == Place::Circles { Some("true") }
                            else { None };
                        li { a href=(self.link(path)) aria-current=[current] { (self.say(said)) } }
                    }
                }
            }
        }
    }
}

/// Writes one page with its style inside, to be sent by mail or kept.
pub(super) fn alone(words: &Words, title: &str, main: &Markup, on: NaiveDate) -> String {
    let head = html! {
        meta name="robots" content="noindex, nofollow";
        style { (PreEscaped(SHEET)) }
    };
    let body = html! { main #main { (main) } (as_of(words, on)) };
    document(words, title, &head, &body)
}

fn document(words: &Words, window: &str, head: &Markup, body: &Markup) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang=(words.lang().tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(PreEscaped(POLICY));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (window) }
                (head)
            }
            body { (body) }
        }
    };
    clean(&markup.into_string())
}

fn as_of(words: &Words, on: NaiveDate) -> Markup {
    html! { footer.end { p { (words.say(&say!("site-as-of", date = on))) } } }
}
