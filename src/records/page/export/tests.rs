//! Tests that typed text cannot change the structure of the exported page.

use super::*;
use crate::circle::Attribution;
use crate::lang::{Lang, Words};
use crate::records::sample::{NASTY, day, skeleton};
use crate::records::{FrontMatter, sample};

/// A page with this text wherever somebody typed something.
fn page_of(text: &str, lang: Lang) -> String {
    let typed = || text.to_owned();
    let mut circle = sample::circle(Attribution::None);
    circle.name = typed();
    let mut decision = Decision::read_text(
        "+++\nid = \"a\"\nkind = \"decision\"\ntitle = \"T\"\ncircle = \"G\"\ndate = 2026-01-01\n\
         review = 2026-09-01\n+++\n",
    )
    .unwrap();
    decision.title = typed();
    decision.text = format!("We {text}");
    decision.responsible = vec![typed(), typed()];
    decision.measures = vec![typed(), typed()];
    let mut election = Election::read_text(
        "+++\nid = \"b\"\nkind = \"election\"\nrole = \"R\"\nelected = \"A\"\naccepted = false\n\
         circle = \"G\"\ndate = 2026-01-01\nuntil = 2026-12-01\n+++\n",
    )
    .unwrap();
    (election.role, election.elected, election.reason) = (typed(), typed(), Some(typed()));
    let mut topic =
        Topic { title: typed(), by: Some(typed()), with: vec![typed()], ..Topic::default() };
    topic.text = Some(format!("We {text}"));
    let open = |due| OpenAction {
        who: typed(),
        with: vec![typed()],
        text: typed(),
        due,
        ..OpenAction::default()
    };
    let kept = Everything {
        today: day("2026-09-05"),
        circle,
        decisions: vec![decision],
        elections: vec![election],
        topics: vec![("a".to_owned(), topic)],
        actions: vec![open(None), open(Some(day("2026-09-04")))],
        scheduled: None,
        begins: None,
        changes: Changes::default(),
        meetings: Vec::new(),
    };
    page(&kept, &Words::of(lang))
}

#[test]
fn typed_text_does_not_change_the_structure_of_the_page() {
    let plain = skeleton(&page_of("a", Lang::En));
    assert!(plain.len() > 20, "{plain:?}");
    for text in NASTY {
        let page = page_of(text, Lang::En);
        assert_eq!(skeleton(&page), plain, "{page}");
    }
}

#[test]
fn control_characters_never_reach_the_page() {
    let page = page_of("a\u{1b}[31m\u{202e}b\r\n", Lang::De);
    assert_eq!(crate::text::forbidden(&page), None);
}
