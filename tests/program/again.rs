//! Tests how a meeting takes up what an earlier one left: minutes, actions, elections, topics.

use crate::elections::{elect, garden, open};
use crate::folder::Folder;

const LATER: &str = "meet --steps admin,agenda --script -";

/// A meeting that leaves open matters of each kind.
fn first(folder: &Folder) {
    let leaves = "/action Ben: mend the fence\n/action Chen: paint it by 2026-09-12\n/topic Bees\n";
    let elected = elect("Keys", "Dana", 3);
    let script = format!("{}{leaves}{elected}close\nok\n", open("2026-09-05", "all but Dana"));
    folder.run_with("meet --script -", &script).fine();
}

/// A later meeting that takes them up: its length, the minutes, an announcement, the next meeting, the
/// done action, the acceptance, and the topic by its number.
fn second() -> String {
    let admin = "90\nok\nthe pump is mended\nok\n2026-10-03\n";
    let items = "/done fence\n/accepted Dana\n1\nok\nok\nok\nbusy\nok\nok\nok\n";
    format!("{}{admin}{items}", open("2026-09-19", "all"))
}

#[test]
fn what_an_earlier_meeting_left_is_taken_up() {
    let folder = garden();
    first(&folder);
    assert!(folder.root().join("backlog/bees.md").exists());
    let said = folder.run_with(LATER, &second()).fine();
    for part in [
        "Minutes of 5 September 2026 · does anyone object to them?",
        "1  Bees  explore",
        "Done: Ben, mend the fence",
        "Dana accepts Keys.",
        "removed  backlog/bees.md",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let minutes = folder.read("meetings/2026-09-19.md");
    for part in ["Minutes of 5 September 2026: nobody objects", "Done: Ben: mend the fence"] {
        assert!(minutes.contains(part), "{part}: {minutes}");
    }
    // None of it is offered a second time.
    let third = open("2026-10-03", "all");
    let dry = "meet --dry-run --steps admin,agenda --script -";
    let said = folder.run_with(dry, &format!("{third}90\nok\nok\nok\n")).fine();
    assert!(said.contains("Minutes of 19 September 2026"), "{said}");
    assert!(!said.contains("Minutes of 5 September 2026"), "{said}");
    for (line, refused) in [
        ("/done fence", "no open action has `fence` in it"),
        ("/accepted Dana", "everyone who was elected has accepted"),
        ("1", "there is no number 1"),
    ] {
        let ran = folder.run_with(dry, &format!("{third}90\nok\nok\nok\n{line}\n"));
        assert!(ran.stderr.contains(refused), "{line}: {ran:?}");
    }
    let open_still = folder.run_with(dry, &format!("{third}/done paint\n/pause\n")).fine();
    assert!(open_still.contains("Done: Chen, paint it"), "{open_still}");
}

#[test]
fn a_meeting_that_took_up_what_was_left_is_recorded_once() {
    let folder = garden();
    first(&folder);
    folder.run_with(LATER, &second()).fine();
    let once = folder.files();
    let again = folder.run_with(LATER, &second()).fine();
    assert!(again.starts_with("This meeting is recorded already: "), "{again}");
    assert_eq!(folder.files(), once);
}

#[test]
fn a_recorded_script_with_another_action_or_item_is_refused_at_that_line() {
    let folder = garden();
    first(&folder);
    folder.run_with(LATER, &second()).fine();
    let once = folder.files();
    for (before, after, refused) in [
        ("/done fence", "/done something nobody ever took on", "no open action has"),
        ("/done fence", "/done paint", "differs from here on"),
        ("\n1\n", "\ndecide Bees\n", "differs from here on"),
    ] {
        let script = second().replacen(before, after, 1);
        let ran = folder.run_with(LATER, &script);
        let line = 1 + script.lines().position(|it| it == after.trim()).unwrap();
        assert_eq!(ran.code, Some(2), "{after}: {ran:?}");
        assert!(ran.stderr.starts_with(&format!("error: -:{line}: ")), "{after}: {ran:?}");
        assert!(ran.stderr.contains(refused), "{after}: {ran:?}");
    }
    assert_eq!(folder.files(), once);
}

#[test]
fn who_has_not_accepted_is_asked_and_the_role_is_not_offered_anew() {
    let folder = garden();
    let script =
        format!("{}{}close\nok\n", open("2026-09-05", "all but Dana"), elect("Keys", "Dana", 3));
    let said = folder.run_with("meet --script -", &script).fine();
    assert!(said.contains("next     ask whether Dana accepts Keys\n"), "{said}");
    assert!(!said.contains("the term of Keys"), "{said}");
    let page = folder.run("agenda --on 2026-09-12").fine();
    assert!(!page.contains("### 1."), "{page}");
    let waits = "\n## Elected, and still to be asked whether they accept\n\n- Keys: Dana\n";
    assert!(page.contains(waits), "{page}");
    let hint = "Dana is elected to Keys and has not accepted yet; `/accepted Dana` says so.";
    for (steps, before) in [("admin,agenda", "90\nok\n"), ("agenda", ""), ("essential", "")] {
        let begin = format!("{}{before}", open("2026-09-19", "all"));
        let dry = format!("meet --dry-run --steps {steps} --script -");
        let said = folder.run_with(&dry, &begin).fine();
        let told = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(told.matches(hint).count(), 1, "{steps}: {said}");
        let said = folder.run_with(&dry, &format!("{begin}/accepted Dana\n/note so\n")).fine();
        assert!(!said.contains("Keys  select"), "{steps}: {said}");
    }
    // Every close reports it until the election is accepted.
    let said =
        folder.run_with("meet --script -", &format!("{}close\nok\n", open("2026-09-19", "all")));
    assert!(said.stdout.contains("ask whether Dana accepts Keys"), "{said:?}");
}

#[test]
fn minutes_that_somebody_objected_to_are_asked_about_again() {
    let folder = garden();
    first(&folder);
    let objected = "90\n@Ben o the fence was not all of it\nok\nok\n1\n2\nok\nok\n/pause\n";
    let said = folder.run_with(LATER, &format!("{}{objected}", open("2026-09-19", "all"))).paused();
    assert!(said.contains("2  Minutes of 5 September 2026  explore"), "{said}");
    let said = folder.run_with(LATER, &format!("{}90\n", open("2026-10-03", "all"))).paused();
    assert!(said.contains("Minutes of 5 September 2026 · does anyone object"), "{said}");
}

#[test]
fn minutes_name_what_a_decision_makes_an_end_of_as_far_as_it_is_there() {
    let folder = garden();
    for (id, title) in [("2026-08-01-fence", "Fence"), ("2026-08-02-hens", "*Hens*")] {
        let front = format!(
            "id = \"{id}\"\nkind = \"decision\"\ntitle = \"{title}\"\ncircle = \"Garden\"\n\
             date = {}\nreview = 2027-08-01\n",
            &id[..10]
        );
        folder.write(&format!("decisions/{id}.md"), format!("+++\n{front}+++\n\nIt is so.\n"));
    }
    let decided = "decide Fence\nends hens\ntext No fence.\nok\nok\nok\nok\nok\nok\n";
    let script = format!("{}{decided}", open("2026-09-05", "all"));
    let said = folder.run_with("meet --script -", &script).paused();
    let consent = said.split("Consent round").nth(1).expect("there is one");
    for part in ["  replaces Fence (1 August 2026)\n", "  ends *Hens* (2 August 2026)\n"] {
        assert!(consent.contains(part), "{said}");
    }
    let named = "- Replaces: Fence (1 August 2026)\n- Ends: \\*Hens\\* (2 August 2026)\n";
    let paused = folder.run("minutes").fine();
    assert!(paused.contains(named), "{paused}");
    folder.run_with("meet --continue --at 19:30 --script -", "close\nok\n").fine();
    let minutes = folder.read("meetings/2026-09-05.md");
    assert!(minutes.contains(named), "{minutes}");
    assert_eq!(folder.run("minutes").fine(), minutes);
    assert_eq!(folder.run("replay").code, Some(0));
    std::fs::remove_file(folder.root().join("decisions/2026-08-02-hens.md")).unwrap();
    let minutes = folder.run("minutes").fine();
    assert!(minutes.contains("- Ends: 2026-08-02-hens\n"), "{minutes}");
}

#[test]
fn a_slip_at_the_call_on_earlier_minutes_names_them() {
    let folder = garden();
    first(&folder);
    for (line, hint) in [
        ("yes", "hint: the call on earlier minutes: "),
        (
            "/leave Ana\n/leave Ben\n/leave Chen\n/leave Dana\nok",
            "hint: the meeting stands at the call on earlier minutes\n",
        ),
    ] {
        let script = format!("{}90\n{line}\n", open("2026-09-19", "all"));
        let ran = folder.run_with(LATER, &script);
        assert!(ran.stderr.contains(hint), "{line}: {ran:?}");
    }
}

#[test]
fn a_term_said_at_the_role_is_written_beside_who_holds_it() {
    let folder = garden();
    let elected = elect("Keys", "Dana", 4).replacen("Keys\n", "Keys\nterm 6 months\n", 1);
    let script = format!("{}{elected}close\nok\n", open("2026-09-05", "all"));
    folder.run_with("meet --script -", &script).fine();
    let circle = folder.read("circle.toml");
    assert!(
        circle.contains("purpose = \"Opens and closes.\"\nterm = \"6 months\"\nholder"),
        "{circle}"
    );
    assert!(circle.contains("until = 2027-03-05 "), "{circle}");
    // A term for this election does not change the role's term.
    let folder = garden();
    let elected = elect("Keys", "Dana", 4).replace("Dana: near", "Dana for 3 months: near");
    let script = format!("{}{elected}close\nok\n", open("2026-09-05", "all"));
    folder.run_with("meet --script -", &script).fine();
    let circle = folder.read("circle.toml");
    assert!(!circle.contains("term = ") && circle.contains("until = 2026-12-05 "), "{circle}");
}

#[test]
fn a_term_said_at_the_role_is_written_when_the_elected_person_accepts_later() {
    let keys = elect("Keys", "Dana", 3).replacen("Keys\n", "Keys\nterm 9 months\n", 1);
    let door = elect("Door", "Dana", 3).replacen("Door\n", "Door\nLets us in.\n1 month\n", 1);
    let chest = elect("Chest", "Dana", 3).replacen("Dana: near", "Dana for 2 months: near", 1);
    let script = format!("{}{keys}{door}{chest}close\nok\n", open("2026-09-05", "all but Dana"));
    let accepts = "/accepted Dana\n/accepted Dana\n/accepted Dana\nclose\nok\n";
    let later = format!("{}{accepts}", open("2026-09-19", "all"));
    let at_once = garden();
    at_once.run_with("meet --script -", &script.replace("close\nok\n", accepts)).fine();
    let folder = garden();
    folder.run_with("meet --script -", &script).fine();
    folder.run_with("meet --script -", &later).fine();
    let circle = folder.read("circle.toml");
    assert!(circle.contains("term = \"9 months\"") && circle.contains("term = \"1 month\""));
    assert!(!circle.contains("2 months"), "{circle}");
    assert_eq!(circle, at_once.read("circle.toml"));
    // Changes made to the file meanwhile are kept.
    let folder = garden();
    folder.run_with("meet --script -", &script).fine();
    folder.write(
        "circle.toml",
        folder.read("circle.toml").replacen("holder", "term = \"1 year\"\nholder", 1),
    );
    folder.run_with("meet --script -", &later).fine();
    let circle = folder.read("circle.toml");
    assert!(circle.contains("term = \"1 year\"") && !circle.contains("9 months"), "{circle}");
}
