//! Tests `rounds overview`: what is open or overdue in each circle of a tree.

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
    assert_eq!(folder.run("overview --on 2026-09-06 --json").fine(), "[]\n");
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
           · 1 link lacking
  In all   1 circle with more than 9 members · 3 circles without a next meeting
           · 1 role vacant · 1 role past its term · 1 link lacking · 1 action
           overdue · minutes of 1 meeting not approved
";
    let ran = folder.run("overview --on 2026-10-06");
    assert_eq!((ran.code, ran.stderr.as_str(), ran.stdout.as_str()), (Some(1), "", expected));
    let mut narrow = folder.rounds("overview --on 2026-10-06 --lang de");
    let narrow = Ran::of(&narrow.env("COLUMNS", "40").output().unwrap()).stdout;
    assert!(narrow.lines().all(|it| it.chars().count() <= 40), "{narrow}");
    let ran = folder.run("overview --on 2026-10-06 --json");
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).expect("it is JSON");
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
