//! Tests `rounds roles`.

use crate::folder::answers::empty;
use crate::folder::{Folder, Ran};

const CIRCLE: &str = r#"name = "Garden"

[[member]]
name = "Ana"

[[member]]
name = "Ben"

[[role]]
name = "Chair"
kind = "facilitator"
holder = "Ben"
since = 2026-03-31
until = 2026-09-30

[[role]]
name = "Keys"
holder = "ben"
outside = true
until = 2026-05-10

[[role]]
name = "Post"
"#;

fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder.write(
        "elections/a.md",
        "+++\nid = \"a\"\nkind = \"election\"\nrole = \"POST\"\nelected = \"Ana\"\n\
         accepted = false\ncircle = \"Garden\"\ndate = 2026-05-01\nuntil = 2027-05-01\n+++\n",
    );
    folder
}

#[test]
fn roles_are_said_with_what_is_left_of_their_terms() {
    let expected = "\
Rollen, 3 Rollen
Chair (Moderation), Ben, seit 31. März 2026, bis 30. September 2026, noch 4 Monate
Keys, ben, von außen, bis 10. Mai 2026, zu Ende, 3 Wochen her
Post, niemand
Post: Ana, gewählt am 1. Mai 2026, hat noch nicht angenommen.
";
    let folder = garden();
    let args = "roles --on 2026-05-31 --plain --lang de";
    let said = folder.run(args).fine();
    assert_eq!(said, expected);
    let said = folder.run("roles --on 2026-05-31").fine();
    assert!(said.contains("▓▓▓▓░░ 4"), "{said}");
    assert!(said.lines().all(|it| it.chars().count() <= 80), "{said}");
    let mut narrow = folder.rounds("roles --on 2026-05-31");
    let said = Ran::of(&narrow.env("COLUMNS", "40").output().unwrap()).fine();
    assert!(
        said.contains("Chair (Facilitator) · Ben ·\n    31 March 2026 – 30 September 2026"),
        "{said}"
    );
    assert!(said.lines().all(|it| it.chars().count() <= 40), "{said}");
}

#[test]
fn programs_read_roles_of_all_circles_below() {
    let folder = garden();
    folder.write("hens/circle.toml", CIRCLE.replace("Garden", "Hens"));
    let said = folder.run("roles --on 2026-04-30 --deep --json").fine();
    let json: serde_json::Value = serde_json::from_str(&said).expect("it is JSON");
    let json = &json["roles"];
    assert_eq!(json.as_array().map(Vec::len), Some(6));
    assert_eq!(json[0]["circle"], "Garden");
    assert_eq!((&json[1]["holder"], &json[1]["outside"]), (&"ben".into(), &true.into()));
    assert_eq!(json[2].get("elected"), None, "elected only later");
    assert_eq!((&json[3]["circle"], &json[3]["until"]), (&"Hens".into(), &"2026-09-30".into()));
    let said = folder.run("roles --on 2026-05-01 --json").fine();
    let json: serde_json::Value = serde_json::from_str(&said).expect("it is JSON");
    let json = &json["roles"];
    assert_eq!((&json[2]["elected"], &json[2]["election"]), (&"Ana".into(), &"a".into()));
}

#[test]
fn a_circle_without_roles_says_so() {
    let folder = Folder::empty();
    folder.write("circle.toml", "name = \"G\"\nmember = [{ name = \"A\" }, { name = \"B\" }]\n");
    assert_eq!(folder.run("roles").fine(), "  The circle has no roles.\n");
    assert_eq!(folder.run("roles --json").fine(), empty("roles"));
    folder.write("circle.toml", "name = 3\n");
    assert_eq!(folder.run("roles").code, Some(2));
}

#[test]
fn who_is_elected_for_later_holds_the_role_from_that_day_on() {
    let folder = crate::story::play("rust-directors-2024").folder;
    let holders = |on: &str| {
        let ran = folder.run(&format!("roles --on {on} --json"));
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        let rows: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let rows = rows["roles"].as_array().unwrap().iter();
        rows.map(|it| format!("{} {}", it["holder"], it["until"])).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(holders("2024-11-11"), r#""Lev" "2024-11-12", "Marek" "2024-11-12""#);
    assert_eq!(holders("2024-11-12"), r#""Lev" "2026-11-12", "Carla" "2026-11-12""#);
    // A role with a next holder is neither due nor offered.
    assert_eq!(folder.run("due --on 2024-11-12").code, Some(0));
    assert!(!folder.run("agenda --on 2024-11-11").stdout.contains("seat"));
    let due = folder.run("due --on 2026-11-12");
    assert_eq!((due.code, due.stdout.matches("Director seat").count()), (Some(1), 2));
    let log = |on: &str| folder.run(&format!("log --on {on} --json")).stdout;
    assert_eq!(log("2024-11-11").matches("\"ahead\"").count(), 2);
    assert_eq!(log("2024-11-12").matches("\"in-force\"").count(), 2);
    assert_eq!(folder.run("check").code, Some(0));
}
