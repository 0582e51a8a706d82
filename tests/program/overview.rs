//! Tests `rounds overview`: what is open or overdue in each circle of a tree.

use crate::folder::answers::empty;
use crate::folder::{Folder, Ran};

const LINKED: &str = r#"rules.steps = ["admin"]
role = [
  { name = "Leader", kind = "leader", holder = "Ana" },
  { name = "Delegate", kind = "delegate", holder = "Ben" },
]
"#;

/// Three circles in which nothing is open, each of which has set its next meeting.
fn tree() -> Folder {
    let folder = Folder::empty();
    for (place, name) in [("", "Garden"), ("compost/", "Compost"), ("teams/hens/", "Hens")] {
        let members = "member = [{ name = \"Ana\" }, { name = \"Ben\" }]";
        let circle = format!("name = \"{name}\"\n{members}\n{LINKED}");
        folder.write(&format!("{place}circle.toml"), circle);
        meet(&folder, place, "2026-09-05", "", "2026-10-03");
    }
    folder
}

/// Holds a meeting in a circle, and sets the next one.
fn meet(folder: &Folder, place: &str, day: &str, lines: &str, next: &str) {
    let circle = if place.is_empty() { "." } else { place };
    let script = format!("/at {day}T19:00+02:00\nall\n-\n-\n60\n{lines}ok\n{next}\nclose\nok\n");
    folder.run_with(&format!("meet --circle {circle} --script -"), &script).fine();
}

#[test]
fn where_nothing_is_open_it_says_so() {
    let folder = tree();
    let expected =
        "Overview                                               nothing open in 3 circles\n";
    assert_eq!(folder.run("overview --on 2026-09-06").fine(), expected);
    let ran = folder.run("overview --on 2026-09-06 --all --plain").fine();
    let expected = "Overview, nothing open in 3 circles\nGarden, nothing open\n\
                    Compost, nothing open\nHens, nothing open\n";
    assert_eq!(ran, expected);
    assert_eq!(folder.run("overview --on 2026-09-06 --json").fine(), empty("circles"));
}

#[test]
fn what_is_open_is_marked_circle_by_circle_and_counted() {
    let folder = tree();
    // The minutes of the first meeting are skipped at the second one.
    meet(&folder, "compost/", "2026-10-03", "/skip\n/action Ana: sow by 2026-10-04\n", "-");
    let hens = folder
        .read("teams/hens/circle.toml")
        .replace("holder = \"Ana\"", "holder = \"Zoe\", outside = true, until = 2026-10-06");
    let names: Vec<String> = (0..8).map(|it| format!(", {{ name = \"M{it}\" }}")).collect();
    let hens =
        hens.replace("{ name = \"Ben\" }]", &format!("{{ name = \"Ben\" }}{}]", names.concat()));
    folder.write(
        "teams/hens/circle.toml",
        hens.replacen("role = [", "role = [{ name = \"Eggs\" },", 1),
    );
    let expected = "\
Overview                                                something open in 3 of 3
  Garden   no next meeting
  Compost  no next meeting · 1 action overdue · minutes of 1 meeting not
           approved
  Hens     10 members · no next meeting · 1 role vacant · 1 role past its term
           · 1 link is wrong
  In all   1 circle with more than 9 members · 3 circles without a next meeting
           · 1 role vacant · 1 role past its term · 1 link is wrong · 1 action
           overdue · minutes of 1 meeting not approved
";
    let ran = folder.run("overview --on 2026-10-06");
    assert_eq!((ran.code, ran.stderr.as_str(), ran.stdout.as_str()), (Some(1), "", expected));
    let mut narrow = folder.rounds("overview --on 2026-10-06 --lang de");
    let narrow = Ran::of(&narrow.env("COLUMNS", "40").output().unwrap()).stdout;
    assert!(narrow.lines().all(|it| it.chars().count() <= 40), "{narrow}");
    let ran = folder.run("overview --on 2026-10-06 --json");
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).expect("it is JSON");
    let json = &json["circles"];
    assert_eq!((&json[2]["circle"], &json[2]["members"]), (&"Hens".into(), &10.into()));
    let marks = r#"{"links":1,"members":10,"no_meeting":1,"term_over":1,"vacant":1}"#;
    assert_eq!(json[2]["marks"].to_string(), marks);
    // From a circle below, only that one; with --whole all.
    let below = folder.run("overview --on 2026-09-06 --circle compost --plain");
    assert_eq!((below.code, below.stdout.lines().count()), (Some(0), 1), "{}", below.stdout);
    let whole = folder.run("overview --on 2026-10-06 --circle compost --whole --plain");
    assert_eq!((whole.code, whole.stdout.lines().count()), (Some(1), 5));
}

#[test]
fn one_circle_that_cannot_be_read_is_an_error_and_the_rest_is_listed() {
    let folder = tree();
    folder.write("compost/circle.toml", "nonsense");
    let ran = folder.run("overview --on 2026-12-01");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.ends_with("\n1 circle cannot be read.\n"), "{}", ran.stderr);
    assert!(ran.stdout.contains("Garden") && ran.stdout.contains("Hens"), "{}", ran.stdout);
}

#[test]
fn circles_that_ended_are_passed_over_from_the_day_after() {
    let folder = tree();
    let hens = folder.read("teams/hens/circle.toml").replace("Ben", "Hanna");
    folder.write("teams/hens/circle.toml", format!("ended = 2026-10-06\n{hens}"));
    let listed = |command: &str, on: &str| folder.run(&format!("{command} --on {on}")).stdout;
    for command in ["overview --plain", "overview --json", "people --plain", "people --json"] {
        let last_day = listed(command, "2026-10-06");
        assert!(last_day.contains("Hens"), "{command}: {last_day}");
        let after = listed(command, "2026-10-07");
        assert!(!after.contains("Hens") && after.contains("Garden"), "{command}: {after}");
    }
    assert!(!listed("overview --all --plain", "2026-10-07").contains("Hens"));
    assert!(!listed("people Ana", "2026-10-07").contains("Hens"));
    folder.write("people.toml", "[[person]]\nname = \"Hanna\"\n");
    assert!(!listed("people --nowhere", "2026-10-06").contains("Hanna"));
    assert!(listed("people --nowhere", "2026-10-07").contains("Hanna"));
    // Where the circle itself has ended, it says that nothing is there.
    let here = listed("overview --circle teams/hens --plain", "2026-10-07");
    assert_eq!(here, "Overview, nothing open in 0 circles\n");
    let here = listed("people --circle teams/hens --plain", "2026-10-07");
    assert_eq!(here, "People, 0 people, 0 circles\n");
}

#[test]
fn decisions_in_writing_are_marked_until_they_are_settled() {
    let folder = tree();
    let compost = folder.read("compost/circle.toml");
    folder.write("compost/circle.toml", compost.replace("rules.", "rules.written = true\nrules."));
    let topic = "+++\ntitle = \"Hens\"\nkind = \"decide\"\n+++\n\nSix hens.\n";
    folder.write("compost/backlog/hens.md", topic);
    folder
        .run("ask hens --circle compost --as Ana --until 2026-09-20 --at 2026-09-06T10:00+00:00")
        .fine();
    let overview = || folder.run("overview --on 2026-09-07 --plain").stdout;
    let marked = |said: &str| {
        let expected = format!("Overview, something open in 1 of 3\nCompost, {said}\n");
        assert_eq!(overview(), expected);
    };
    let waits_for_ben = |what: &str| {
        for command in ["due --for Ben --deep", "people Ben"] {
            let listed = folder.run(&format!("{command} --on 2026-09-07 --plain")).stdout;
            assert!(listed.contains(what), "{command}: {listed}");
        }
    };
    let answer = |time: &str, said: &str| {
        let at = format!("--as Ben --at 2026-09-06T{time}+00:00");
        folder.run(&format!("answer hens --circle compost {at} {said}")).fine();
    };
    marked("1 decision waits for answers");
    waits_for_ben("waits for answers");
    answer("11:00", "o Too many.");
    marked("1 decision objected in writing");
    waits_for_ben("objected in writing");
    answer("12:00", "ok");
    marked("1 decision can be settled");
    let german = folder.run("overview --on 2026-09-07 --plain --lang de").stdout;
    assert!(german.ends_with("Compost, 1 Beschluss kann abgeschlossen werden\n"), "{german}");
    folder.run("settle --circle compost").fine();
    assert!(overview().starts_with("Overview, nothing open in 3"), "{}", overview());
}
