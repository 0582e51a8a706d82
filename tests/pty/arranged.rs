//! Tests the list in which the agenda is picked and sorted, and the one of what comes next.

use crate::pty::{Place, Session};

/// A place with three topics in the backlog.
fn with_topics() -> Place {
    let place = Place::new();
    std::fs::create_dir(place.file("backlog")).unwrap();
    for title in ["Bees", "Dogs", "Fence"] {
        let name = format!("backlog/{}.md", title.to_lowercase());
        place.write(&name, &format!("+++\ntitle = \"{title}\"\nkind = \"decide\"\n+++\n"));
    }
    place
}

/// Starts a meeting and goes to the question for the agenda.
fn at_agenda(place: &Place, args: &[&str]) -> Session {
    let mut session = Session::start(place.rounds(args));
    session.prompt();
    for _ in 0..3 {
        session.keys("\r");
        session.prompt();
    }
    session
}

const MEET: [&str; 3] = ["meet", "--steps", "agenda"];

/// Returns the titles of the facts that changed the agenda, in order.
fn changes(place: &Place) -> Vec<String> {
    let kept = place.kept();
    let facts = kept.split("[[fact]]\n");
    let changes = facts.filter(|it| it.contains("\ntitle = "));
    let said = |fact: &str, key: &str| {
        let line = fact.lines().find_map(|it| it.strip_prefix(key)?.strip_prefix(" = "));
        line.unwrap_or_default().trim_matches('"').to_owned()
    };
    changes
        .map(|it| format!("{} {}{}", said(it, "what"), said(it, "title"), said(it, "to")))
        .collect()
}

#[test]
fn several_topics_are_picked_and_sorted_at_once_and_each_is_a_fact() {
    let place = with_topics();
    let mut session = at_agenda(&place, &MEET);
    assert!(session.shows("Tab: a list to pick from and to sort"), "{}", session.screen());
    session.keys("\t");
    session.at("(list)");
    session.sees("› [ ] Bees · decide");
    assert_eq!(place.facts(), 3);
    // The last one is ticked and goes to the top, then the one below it is ticked.
    for (key, sees) in [
        ("\u{1b}[F", "› [ ] Fence"),
        (" ", "› [x] Fence"),
        ("\u{1b}[D", "› [x] Fence · decide [ ] Dogs"),
        ("\u{1b}[D", "› [x] Fence · decide [ ] Bees"),
        ("\u{1b}[B", "› [ ] Bees"),
        (" ", "› [x] Bees"),
    ] {
        session.keys(key);
        session.sees(sees);
    }
    session.keys("\r");
    session.until("five facts", |_| place.facts() == 5);
    session.at("›");
    assert_eq!(changes(&place), ["listed Fence", "listed Bees"]);
    assert!(session.shows("› 3 › 1"), "{}", session.screen());
    // What is listed can be taken off, and changes its place.
    session.keys("\t");
    session.sees("› [x] Fence");
    session.keys("\u{1b}[C");
    session.sees("[x] Bees · decide › [x] Fence");
    session.keys("\r");
    session.until("a fact", |_| place.facts() == 6);
    session.at("›");
    session.keys("\t");
    session.sees("› [x] Bees");
    session.keys(" ");
    session.sees("› [ ] Bees");
    session.keys("\r");
    session.until("a fact", |_| place.facts() == 7);
    session.at("›");
    let all = ["listed Fence", "listed Bees", "moved Fence2", "unlisted Bees"];
    assert_eq!(changes(&place), all);
    assert_eq!(session.answer("decide Gate 5 min"), "›");
    assert_eq!(changes(&place)[4], "listed Gate");
}

#[test]
fn a_letter_or_esc_goes_from_the_list_to_the_line_and_enter_changes_nothing() {
    let place = with_topics();
    let mut session = at_agenda(&place, &MEET);
    for key in ["\u{1b}", "\r"] {
        session.keys("\t");
        session.sees("› [ ] Bees");
        session.keys(key);
        session.until("the line", |it| it.line() == "›" && !it.shows("[ ] Bees"));
    }
    session.keys("\t");
    session.sees("› [ ] Bees");
    session.keys("d");
    session.at("› d");
    session.keys("ecide Gate\r");
    session.until("a fact", |_| place.facts() == 4);
    assert_eq!(changes(&place), ["listed Gate"]);
}

#[test]
fn ctrl_d_in_the_list_pauses_and_a_signal_leaves_the_terminal_as_it_was() {
    let place = with_topics();
    let mut session = at_agenda(&place, &MEET);
    session.keys("\t");
    session.at("(list)");
    session.keys("\u{3}");
    assert_eq!(session.end(), 130);
    let mut session = place.meet();
    session.at("›");
    session.keys("\t");
    session.sees("› [ ] Bees");
    session.signal(rustix::process::Signal::TERM);
    assert_eq!(session.end(), 143);
    let mut session = place.meet();
    session.at("›");
    session.keys("\t");
    session.at("(list)");
    session.keys("\u{4}");
    session.sees("The meeting is kept in");
    session.end();
    assert_eq!(place.facts(), 3);
}

#[test]
fn the_next_item_is_picked_from_what_is_left() {
    let place = with_topics();
    let mut session = at_agenda(&place, &MEET);
    for line in ["1", "2", ""] {
        session.answer(line);
    }
    session.keys("\r");
    session.until("the choice", |it| it.line().contains("decide Bees"));
    session.prompt();
    session.keys("\t");
    session.sees("› Bees · decide");
    session.keys("\u{1b}[B");
    session.sees("› Dogs · decide");
    session.keys("\r");
    session.sees("1 of 2 · Dogs");
}

#[test]
fn without_a_cursor_the_agenda_is_typed() {
    let place = with_topics();
    let mut session = Session::start(place.rounds(&["--plain", "meet", "--steps", "agenda"]));
    for question in ["Who is here?", "Who facilitates?", "Who writes?"] {
        session.sees(question);
        session.keys("\r");
    }
    session.sees("Agenda: the next item:");
    assert!(!session.shows("Tab:"), "{}", session.screen());
    session.keys("\t\r");
    // A tab is white space, and Enter completes the agenda.
    session.until("a fact", |_| place.facts() == 4);
    assert!(!session.raw.contains(&0x1b), "{:?}", String::from_utf8_lossy(&session.raw));
}
