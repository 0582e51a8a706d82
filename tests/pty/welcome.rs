//! Tests `rounds` where no circle is, and `rounds new` at a terminal.

use std::fs;

use crate::pty::{Place, Session};

/// Starts the program in a folder beside the circle's, which has none.
fn elsewhere(place: &Place, args: &[&str]) -> Session {
    fs::create_dir_all(place.file("../empty")).unwrap();
    let folder = place.file("../empty").canonicalize().unwrap();
    Session::start(place.rounds(args).env("TZ", "UTC").current_dir(folder))
}

/// Begins a circle where the system is in Berlin, answers the question about the time zone with these
/// keys, and returns the circle file.
fn begun_in_berlin(keys: &str) -> String {
    let place = Place::new();
    let mut session = Session::start(place.rounds(&["new", "../new"]).env("TZ", "Europe/Berlin"));
    asked(&mut session);
    session.sees("Which time zone do you meet in? Enter: Europe/Berlin");
    session.at("time zone ›");
    session.keys("?\r");
    session.sees("calendars show the next meeting at the right time");
    session.at("time zone ›");
    session.answer("Nowhere/Town");
    session.sees("error: the time zone `Nowhere/Town` is not known here");
    session.at("time zone › Nowhere/Town");
    session.keys("\r");
    session.at("time zone ›");
    session.keys(keys);
    session.at("default ›");
    session.keys("no\r");
    session.sees("Next: `rounds meet --circle ../new`");
    assert_eq!(session.end(), 0);
    fs::read_to_string(place.file("../new/circle.toml")).unwrap()
}

#[test]
fn the_time_zone_of_the_system_is_offered_and_the_one_that_is_taken_is_written() {
    for (keys, line) in [
        ("\r", "\nzone = \"Europe/Berlin\"\n"),
        ("Europe/London\r", "\nzone = \"Europe/London\"\n"),
        ("-\r", "\n# zone = \"Europe/Berlin\"\n"),
    ] {
        let circle = begun_in_berlin(keys);
        assert!(circle.contains(line), "{keys}: {circle}");
    }
}

fn config(place: &Place) -> Option<String> {
    fs::read_to_string(place.file("../config/config.toml")).ok()
}

/// Answers the questions of `rounds new` up to the last one.
fn asked(session: &mut Session) {
    session.sees("It is kept in");
    session.at("name ›");
    session.keys("?\r");
    session.sees("The name by which you call it.");
    session.at("name ›");
    session.answer("Garden");
    session.answer("Grow food.");
    session.keys("\r");
    session.at("members ›");
    session.answer("Ana");
    session.sees("error: a circle has at least two members");
    session.at("members › Ana");
    session.keys("\u{1b}[F, Ben and Chen\r");
    session.at("Facilitator ›");
    for role in ["Secretary ›", "Leader ›", "Delegate ›"] {
        session.keys("\r");
        session.at(role);
    }
    session.keys("\r");
}

#[test]
fn a_circle_is_begun_where_there_is_none_and_opened_from_anywhere() {
    let place = Place::new();
    let mut session = elsewhere(&place, &[]);
    session.sees("There is no circle here, in");
    session.at("choice ›");
    session.answer("4");
    session.sees("hint: type `1`, `2` or `3`");
    session.at("choice › 4");
    session.keys("2\r");
    asked(&mut session);
    session.at("default ›");
    session.keys("\r");
    session.sees("Next: `rounds meet`");
    assert_eq!(session.end(), 0);
    let folder = place.file("../empty").canonicalize().unwrap();
    let circle = fs::read_to_string(folder.join("circle.toml")).unwrap();
    assert!(circle.contains("name = \"Chen\""), "{circle}");
    assert_eq!(config(&place), Some(format!("circle = \"{}\"\n", folder.display())));
}

#[test]
fn a_circle_elsewhere_is_opened_and_the_settings_are_left_alone() {
    let place = Place::new();
    let mut session = elsewhere(&place, &[]);
    session.at("choice ›");
    session.keys("3\r");
    session.at("folder ›");
    session.answer("../nowhere");
    session.sees("is not there");
    session.at("folder › ../nowhere");
    session.keys("../garden\r");
    session.at("default ›");
    session.answer("maybe");
    session.sees("hint: press Enter for yes, or type `no`");
    session.at("default › maybe");
    session.keys("no\r");
    session.sees("Next: `rounds meet --circle ../garden`");
    assert_eq!(session.end(), 0);
    assert_eq!(config(&place), None);
}

#[test]
fn who_has_a_circle_in_their_settings_is_not_asked_and_other_settings_stay() {
    let place = Place::new();
    fs::create_dir_all(place.file("../config")).unwrap();
    let mine = "circle = \"../garden\"\n";
    fs::write(place.file("../config/config.toml"), mine).unwrap();
    let mut session = elsewhere(&place, &["new"]);
    asked(&mut session);
    session.sees("Next: `rounds meet`");
    assert_eq!(session.end(), 0);
    assert_eq!(config(&place).as_deref(), Some(mine));

    let place = Place::new();
    fs::create_dir_all(place.file("../config")).unwrap();
    fs::write(place.file("../config/config.toml"), "# mine\nlang = \"en\"\n").unwrap();
    let mut session = elsewhere(&place, &["new"]);
    asked(&mut session);
    session.at("default ›");
    session.keys("\r");
    session.sees("Next: `rounds meet`");
    assert_eq!(session.end(), 0);
    let folder = place.file("../empty").canonicalize().unwrap();
    let line = format!("circle = \"{}\"\n", folder.display());
    assert_eq!(config(&place), Some(line + "# mine\nlang = \"en\"\n"));
}

#[test]
fn a_rehearsal_is_the_first_choice() {
    let place = Place::new();
    let mut session = elsewhere(&place, &[]);
    session.at("choice ›");
    session.keys("1\r");
    session.sees("Nothing is kept.");
    session.at("(list)");
}

#[test]
fn the_time_zone_of_the_system_is_offered_and_each_circle_gets_an_id() {
    let mut ids = Vec::new();
    for (typed, zone) in [("", "Europe/Berlin"), ("Asia/Kolkata", "Asia/Kolkata"), ("-", "")] {
        let place = Place::new();
        fs::create_dir_all(place.file("../empty")).unwrap();
        let folder = place.file("../empty").canonicalize().unwrap();
        let command = place.rounds(&["new"]).env("TZ", "Europe/Berlin").current_dir(&folder);
        let mut session = Session::start(command);
        asked(&mut session);
        session.at("time zone ›");
        session.answer("Nowhere/Town");
        session.sees("the time zone `Nowhere/Town` is not known here");
        session.at("time zone › Nowhere/Town");
        session.keys("\r");
        session.at("time zone ›");
        session.keys(&format!("{typed}\r"));
        session.at("default ›");
        session.keys("no\r");
        session.sees("Next: `rounds meet");
        assert_eq!(session.end(), 0);
        let circle = fs::read_to_string(folder.join("circle.toml")).unwrap();
        let value = |key: &str| {
            let line = circle.lines().find_map(|it| it.strip_prefix(&format!("{key} = \"")));
            line.and_then(|it| it.strip_suffix('"')).unwrap_or_default().to_owned()
        };
        assert_eq!(value("zone"), zone, "{circle}");
        ids.push(value("id"));
    }
    ids.sort();
    ids.dedup();
    assert!(ids.len() == 3 && ids.iter().all(|it| it.len() == 16), "{ids:?}");
}
