//! Tests `/edit`: the text in the editor that the environment names, and back.

use std::fs;

use crate::pty::{Place, Session};

/// Opens a meeting with an editor, up to a draft with a text.
fn draft(place: &Place, editors: &[(&str, &str)]) -> Session {
    let mut command = place.rounds(&["meet", "--steps", "essential"]);
    for (name, editor) in editors {
        command = command.env(name, editor);
    }
    let mut session = Session::start(command);
    session.prompt();
    session.answer("");
    session.answer("");
    session.answer("");
    session.answer("decide Bees");
    session.answer("text One hive.");
    session
}

#[test]
fn the_editor_gets_the_text_as_it_stands_and_its_text_is_taken() {
    let place = Place::new();
    // The first of the two counts.
    let editors = [("VISUAL", "printf 'In \"May\".\\n' >>"), ("EDITOR", "false")];
    let mut session = draft(&place, &editors);
    assert_eq!(session.answer("/edit"), "›");
    let kept = place.kept();
    assert!(kept.contains("One hive.\nIn \"May\".") || kept.contains("One hive.\\nIn"), "{kept}");
}

#[test]
fn what_an_editor_does_not_change_is_no_answer() {
    let place = Place::new();
    let mut session = draft(&place, &[("EDITOR", "true")]);
    let facts = place.facts();
    session.answer("/edit");
    session.answer("term 3 months");
    assert_eq!(place.facts(), facts + 1, "{}", session.screen());
}

#[test]
fn a_failing_or_absent_editor_is_said_and_nothing_is_lost() {
    for (editors, said) in [
        (&[][..], "error: neither `config.toml` nor `VISUAL` nor `EDITOR` names an editor"),
        (
            &[("EDITOR", " ")],
            "error: neither `config.toml` nor `VISUAL` nor `EDITOR` names an editor",
        ),
        (&[("EDITOR", "no-such-editor")], "error: the editor `no-such-editor` failed"),
        (&[("EDITOR", "false")], "error: the editor `false` failed"),
    ] {
        let place = Place::new();
        let mut session = draft(&place, editors);
        let facts = place.facts();
        session.keys("/edit\r");
        session.sees(said);
        session.sees("`text` alone edits");
        session.at("›");
        assert_eq!(place.facts(), facts);
    }
}

#[test]
fn what_was_typed_in_an_editor_that_fails_stays_in_its_file() {
    for editor in ["sh -c 'echo Lost > \"$0\"; exit 3'", "printf 'Lost \\377' >"] {
        let place = Place::new();
        let mut session = draft(&place, &[("EDITOR", editor)]);
        let facts = place.facts();
        session.keys("/edit\r");
        session.sees("what was typed there is in");
        session.at("›");
        assert_eq!(place.facts(), facts);
        let screen = session.screen().replace('\n', "");
        let file = screen.split("what was typed there is in ").nth(1).unwrap();
        let file = file.split(".md").next().unwrap().replace(' ', "") + ".md";
        assert!(fs::read(&file).unwrap().starts_with(b"Lost"), "{file}");
        fs::remove_file(file).unwrap();
    }
}

#[test]
fn a_text_from_an_editor_that_is_refused_stays_to_be_corrected() {
    let place = Place::new();
    let mut session = draft(&place, &[("EDITOR", "printf 'Two\\033 hives' >")]);
    let facts = place.facts();
    session.keys("/edit\r");
    session.sees("error: ");
    session.sees("text Two");
    assert_eq!(place.facts(), facts);
}
