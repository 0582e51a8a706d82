//! Tests `rounds people`: who is in which circle, and what somebody does there.

use crate::folder::{Folder, Ran};

const GARDEN: &str = r#"name = "Garden"
member = [{ name = "Ana" }, { name = "Ben", ended = 2026-12-31 }, { name = "Emil", ended = 2026-08-31 }]
role = [
  { name = "Keys", holder = "Ana", until = 2026-12-01 },
  { name = "Post", holder = "Ben", next = { holder = "Ana", since = 2026-11-01, until = 2027-11-01 } },
]
"#;

const HENS: &str = r#"name = "Hens"
member = [{ name = "Ana", from = "Garden" }, { name = "Chen" }]
role = [{ name = "Door", holder = "ben", outside = true }]
"#;

fn tree() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", GARDEN);
    folder.write("teams/hens/circle.toml", HENS);
    for (id, title, who, about) in [
        ("2026-08-30-lock", "Lock at night", "Door", ""),
        ("2026-08-31-quiet", "Quiet about Chen", "Ben", "about = [\"Chen\"]\n"),
    ] {
        let record = format!(
            "+++\nid = \"{id}\"\nkind = \"decision\"\ntitle = \"{title}\"\ncircle = \"Hens\"\n\
             date = {}\nreview = 2026-09-30\nresponsible = [\"{who}\"]\n{about}+++\n\nYes.\n",
            &id[..10]
        );
        folder.write(&format!("teams/hens/decisions/{id}.md"), record);
    }
    let script = "/at 2026-09-01T19:00+02:00\nall\n-\n-\n/action Ana, Ben: sow\nclose\nok\n";
    folder.run_with("meet --steps essential --script -", script).fine();
    folder
}

#[test]
fn everyone_in_the_circles_is_listed_with_their_roles() {
    let folder = tree();
    let expected = "\
People                                                       3 people, 2 circles
  Ana   Garden                          Keys until 1 December 2026, Post from 1
                                        November 2026
  Ana   Hens    links Garden
  Ben   Garden  until 31 December 2026  Post until 1 November 2026
  Ben   Hens    from outside            Door
  Chen  Hens
";
    assert_eq!(folder.run("people --on 2026-09-05").fine(), expected);
    let narrow = Ran::of(&folder.rounds("people").env("COLUMNS", "40").output().unwrap()).fine();
    assert!(narrow.lines().all(|it| it.chars().count() <= 40), "{narrow}");
    let below = "people --on 2026-09-05 --plain --lang de --circle teams/hens";
    let expected = "\
Menschen, 3 Menschen, 1 Kreis
Ana, Hens, verbindet Garden
ben, Hens, von außen, Door
Chen, Hens
";
    assert_eq!(folder.run(below).fine(), expected);
    let whole = folder.run("people --on 2026-09-05 --plain --circle teams/hens --whole").fine();
    assert!(whole.starts_with("People, 3 people, 2 circles\n"), "{whole}");
}

#[test]
fn one_person_has_what_they_see_to_their_actions_and_what_is_due() {
    let folder = tree();
    let expected = "\
Ben                                                                    2 circles
  Garden  until 31 December 2026  Post until 1 November 2026
  Hens    from outside            Door

  Sees to
  Hens  Lock at night                 review 30 September 2026
  Hens  a decision of 31 August 2026  review 30 September 2026

  Has taken on
  Garden  sow  no date

  Is due
  Hens    30 September 2026  review  Lock at night     Door         2026-08-30
  Hens    30 September 2026  review  a decision of 31  Ben          2026-08-31
                                     August 2026
  Garden  no date            action  sow               Ana and Ben  2026-09-01
";
    assert_eq!(folder.run("people BEN --on 2026-10-01").fine(), expected);
    let json = folder.run("people ben --on 2026-10-01 --json").fine();
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!((&json["name"], &json["circles"][1]["outside"]), (&"Ben".into(), &true.into()));
    assert_eq!(json["decisions"].as_array().map(Vec::len), Some(2));
    assert_eq!(json["waits"][2]["what"], "action");
}

#[test]
fn who_is_in_no_circle_is_found_by_what_they_see_to_and_a_slip_is_said() {
    let folder = tree();
    let record = "teams/hens/decisions/2026-08-30-lock.md";
    folder.write(record, folder.read(record).replace("\"Door\"", "\"Zoe\""));
    let said = folder.run("people Zoe --on 2026-09-05 --plain").fine();
    assert!(said.starts_with("Zoe, 0 circles\n") && said.contains("Lock at night"), "{said}");
    let ran = folder.run("people Chem --on 2026-09-05");
    let expected = "error: nobody here is called `Chem`\nhint: did you mean `Chen`?\n";
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (Some(2), "", expected));
}

#[test]
fn a_circle_that_cannot_be_read_does_not_hide_the_others() {
    let folder = tree();
    folder.write("bad/circle.toml", "nonsense");
    for args in ["people", "people Ana"] {
        let ran = folder.run(args);
        assert_eq!(ran.code, Some(2));
        assert!(ran.stdout.contains("Hens"), "{}", ran.stdout);
        assert!(ran.stderr.ends_with("\n1 circle cannot be read.\n"), "{}", ran.stderr);
    }
}

const PEOPLE: &str = r#"[[person]]
name = "Ana"
also = ["Anna"]
[[person]]
name = "Ben"
[[person]]
name = "Zoe"
joined = 2026-08-01
email = "zoe@example.org"
[[person]]
name = "Tia"
left = 2026-09-04
"#;

#[test]
fn who_is_in_the_list_of_people_and_in_no_circle_is_listed() {
    let folder = tree();
    let ran = folder.run("people --nowhere");
    assert!(ran.stderr.starts_with("error: people.toml: is not there\nhint: "), "{}", ran.stderr);
    folder.write(
        "people.toml",
        PEOPLE.replace("\"Ana\"", "\"Ana S\"").replace("\"Anna\"", "\"ana\""),
    );
    let expected = "\
In no circle                                                            1 person
  Zoe  since 1 August 2026  zoe@example.org
";
    let hens = "people --nowhere --on 2026-09-05 --circle teams/hens";
    assert_eq!(folder.run(hens).fine(), expected);
    let json = folder.run("people --nowhere --on 2026-09-04 --json").fine();
    assert_eq!(json.matches("\"name\"").count(), 2, "{json}");
    assert_eq!(folder.run("people Ana --nowhere").code, Some(2));
    folder.write("people.toml", "[[person]]\nnam = \"Ana\"\n");
    let ran = folder.run("people --nowhere");
    assert!(ran.stderr.starts_with("error: people.toml:2:1: unknown key `nam`"), "{}", ran.stderr);
    assert!(folder.run("check --deep").stdout.contains("people.toml:2:1"));
}

#[test]
fn a_check_of_all_circles_finds_names_that_are_not_in_the_list_of_people() {
    let folder = tree();
    let found = |args: &str| {
        let said = folder.run(args).stdout;
        let lines = said.lines().filter(|it| it.contains("people.toml") || it.contains("mean"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(found("check --deep"), [""; 0]);
    folder.write("people.toml", PEOPLE.replace("Ben", "Bem"));
    assert_eq!(found("check"), [""; 0]);
    let expected = [
        "error: circle.toml: `Ben` is not in people.toml",
        "hint: did you mean `Bem`?",
        "error: teams/hens/circle.toml: `Chen` is not in people.toml",
    ];
    assert_eq!(found("check --deep"), expected);
}

#[test]
fn whom_circles_know_under_several_names_is_one_person() {
    let folder = tree();
    folder.write("teams/hens/circle.toml", HENS.replace("{ name = \"Ana\"", "{ name = \"Anna\""));
    assert!(folder.run("people --on 2026-09-05").fine().contains("4 people"));
    let listed =
        PEOPLE.replace("[\"Anna\"]", "[\"anna\", \"Sommer\"]\nemail = \"ana@example.org\"");
    folder.write("people.toml", listed);
    let said = folder.run("people --on 2026-09-05 --plain").fine();
    assert!(said.contains("3 people") && said.contains("\nAna, Hens, links Garden\n"), "{said}");
    for typed in ["ana", "Anna", "sommer"] {
        let said = folder.run(&format!("people {typed} --on 2026-12-15 --plain")).fine();
        assert!(said.starts_with("Ana, 2 circles\nana@example.org\n"), "{said}");
        let due = folder.run(&format!("due --deep --plain --on 2026-12-15 --for {typed}")).stdout;
        assert!(due.starts_with("Due for Ana") && due.contains("sow"), "{due}");
        let ics = folder.run(&format!("export ics --deep --for {typed}")).fine();
        assert!(ics.contains("X-WR-CALNAME:Garden: Ana") && ics.contains("Keys"), "{ics}");
    }
    folder.write("people.toml", "[[person]]\nnam = \"Ana\"\n");
    for args in ["people", "people Ana", "due --for Ana", "export ics --for Ana"] {
        let ran = folder.run(args);
        assert!(ran.stderr.contains("people.toml:2:1: unknown key `nam`"), "{args} {}", ran.stderr);
        assert!(ran.code == Some(2) && !ran.stdout.is_empty(), "{args} {ran:?}");
    }
}

#[test]
fn an_address_in_the_circles_file_is_shown_of_the_person_and_written_nowhere() {
    let folder = tree();
    let address = "name = \"Ana\", email = \"ana@example.org\"";
    folder.write("circle.toml", GARDEN.replace("name = \"Ana\" }", &format!("{address} }}")));
    let said = folder.run("people ana --on 2026-09-05 --plain").fine();
    assert!(said.starts_with("Ana, 2 circles\nana@example.org\n"), "{said}");
    let json = folder.run("people ana --json").fine();
    assert!(json.contains("\"email\": \"ana@example.org\""), "{json}");
    let script = "/at 2026-09-05T19:00+02:00\nall\n-\n-\ndecide Keys\nappoint Ben as Keys until 2026-12-01\nok\nok\nok\n\
                  ok\nclose\nok\n";
    folder.run_with("meet --steps essential --script -", script).fine();
    for (name, text) in folder.files() {
        assert!(name == "circle.toml" || !text.contains("example.org"), "{name}: {text}");
    }
    assert!(folder.read("circle.toml").contains(address), "{}", folder.read("circle.toml"));
    for export in ["json", "md", "ics", "csv roles"] {
        assert!(!folder.run(&format!("export {export}")).fine().contains("example.org"));
    }
}
