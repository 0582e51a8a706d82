//! `docs/files.md` lists every key that JSON has, and every column of CSV.

use std::path::Path;

use serde_json::Value;

use crate::folder::{Folder, answers};
use crate::page::{Names, anchor, listed, rows, same, ticked};
use crate::schema::{heading, tables};

const FILES: &str = "docs/files.md";

const BELOW: &str = r#"
name = "Compost"
aim = "Turn it."
[[member]]
name = "Ana"
from = "Garden"
[[member]]
name = "Gus"
ended = 2040-01-01
email = "gus@example.org"
[[role]]
name = "Leader"
kind = "leader"
holder = "Ana"
next = { holder = "Ana", since = 2031-01-01, until = 2032-01-01 }

[[role]]
name = "Delegate"
kind = "delegate"
holder = "Gus"
"#;

const UNACCEPTED: &str = r#"+++
id = "2026-09-12-compost"
kind = "election"
role = "Compost"
elected = "Chen"
accepted = false
circle = "Garden"
date = 2026-09-12
until = 2027-09-12
+++
"#;

const EVERYONE: &str = r#"
[[person]]
name = "Zoe"
also = ["Zo"]
joined = 2026-01-01
left = 2040-01-01
email = "zoe@example.org"
"#;

/// A meeting that says at which time the next one begins, gives an action to two members, and is
/// paused.
const PAUSED: &str = "/at 2026-09-19T19:00+02:00\nall + 2 guests\nok\nok\nok\nok\nok\n2026-10-03 19:00\n\
                      /action Ana: sow\n/give sow Ben, Dana\n";

/// A meeting after which somebody finds the day of the next one.
const NO_DAY: &str = "/at 2026-09-19T19:00+02:00\nall\nok\nok\nok\nok\nwho Ana\n";

/// A garden with a circle below it, and with something of everything.
fn garden() -> Folder {
    let folder = Folder::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden"));
    folder.write("compost/circle.toml", BELOW);
    folder.write("elections/2026-09-12-compost.md", UNACCEPTED);
    folder.write("compost/backlog/worms.md", "+++\ntitle = \"Worms\"\n+++\n");
    folder.write("script.txt", PAUSED);
    folder.run("meet --steps admin --script script.txt").paused();
    folder.run_with("meet --circle compost --steps admin --script -", NO_DAY).paused();
    folder
}

/// The same with something wrong in a record, a journal and the circle's file.
fn wrong() -> Folder {
    let folder = garden();
    let record = "decisions/2026-09-05-quiet-hours.md";
    folder.write(record, folder.read(record).replace("20:00", "21:00"));
    let journal = "meetings/2026-08-22.toml";
    folder.write(
        journal,
        folder.read(journal).replacen("what = \"consented\"", "what = \"kept\"", 1),
    );
    folder
}

/// The keys that answers have, each behind the anchor of the table that lists it.
#[derive(Default)]
struct Printed {
    listed: Names,
    seen: Names,
}

impl Printed {
    /// Adds what commands answer.
    #[track_caller]
    fn by(&mut self, folder: &Folder, name: &str, commands: &[&str]) {
        for command in commands {
            self.answer(name, &answer(folder, command));
        }
    }

    /// Adds an answer with this schema.
    #[track_caller]
    fn answer(&mut self, name: &str, answer: &Value) {
        let seen = answers::seen(name, answer).unwrap_or_else(|err| panic!("{name}: {err}"));
        let schema = answers::schema(name);
        let title = schema["title"].as_str().expect("it has a title");
        let root = anchor(&format!("### `{title}`"));
        let definitions = schema["definitions"].as_object();
        let definitions = definitions.into_iter().flat_map(|it| it.keys().map(String::as_str));
        for (definition, object) in definitions.map(|it| (it, it)).chain([("", root.as_str())]) {
            for table in tables(object).into_iter().filter(|it| !COMPARED.contains(it)) {
                for key in listed(FILES, &heading(table)) {
                    if seen.contains(&format!("{definition} {key}")) {
                        self.seen.insert(format!("#{table} {key}"));
                    }
                    self.listed.insert(format!("#{table} {key}"));
                }
            }
        }
    }
}

/// Returns what a command answers.
#[track_caller]
fn answer(folder: &Folder, command: &str) -> Value {
    let ran = folder.run(command);
    let answer = serde_json::from_str(&ran.stdout);
    answer.unwrap_or_else(|err| panic!("{command}: {err}\n{}", ran.stderr))
}

/// The tables that other tests compare with the program.
const COMPARED: [&str; 13] = [
    "keys-at-the-top",
    "meeting",
    "rules",
    "member",
    "role",
    "topic",
    "decision",
    "election",
    "objection",
    "concern",
    "nomination",
    "aside",
    "marks",
];

/// Commands print every key that the page lists for their answers. That they print no other one is
/// what the schemas say.
#[test]
fn each_key_of_an_answer() {
    let (folder, mut printed) = (garden(), Printed::default());
    printed.by(&folder, "backlog", &["backlog --deep --json"]);
    printed.by(&folder, "log", &["log --all --json"]);
    printed.by(&folder, "due", &["due --on 2027-12-01 --deep --json"]);
    printed.by(&folder, "roles", &["roles --deep --json"]);
    printed.by(&folder, "people", &["people --json"]);
    printed.by(&folder, "person", &["people Ana --on 2027-12-01 --json", "people Dana --json"]);
    printed.by(&folder, "overview", &["overview --all --json"]);
    printed.by(&folder, "seal", &["seal --json"]);
    printed.by(&folder, "config", &["config --json"]);
    printed.by(&folder, "export", &["export json"]);
    printed.by(&folder, "exports", &["export json --deep"]);
    folder.write("people.toml", EVERYONE);
    printed.by(&folder, "nowhere", &["people --nowhere --json"]);

    let altered = "decisions/2026-08-22-watering-in-august.md";
    folder.write(altered, folder.read(altered).replace("Two of us", "Three of us"));
    // And a circle whose decisions stand in each way.
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/how-long");
    let played = Folder::copy_of(&case.join("expected"));
    played.write("circle.toml", std::fs::read(case.join("circle.toml")).expect("it has one"));
    for folder in [&folder, &played] {
        let records = answer(folder, "log --all --json");
        let records = records["records"].as_array().into_iter().flatten();
        for id in records.filter_map(|it| it["id"].as_str()) {
            printed.by(folder, "show", &[&format!("show {id} --json")]);
        }
    }

    let folder = wrong();
    folder.write("decisions/2026-09-06-x.md", "+++\nid = 3\n+++\n");
    printed.by(&folder, "replay", &["replay --json"]);
    let ended =
        "name = \"Old\"\nended = 2026-01-31\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]\n";
    folder.write("old/circle.toml", ended);
    folder.write("compost/circle.toml", BELOW.replace("\"Ana\"", "\"Zoe\""));
    printed.by(&folder, "circles", &["circles --json"]);
    let circle = folder.read("circle.toml").replacen("holder = \"Ben\"", "holder = \"Bob\"", 1);
    folder.write("circle.toml", circle);
    printed.by(&folder, "check", &["check --json"]);

    let never: Vec<_> = printed.listed.difference(&printed.seen).collect();
    assert!(never.is_empty(), "{FILES} lists {never:?}, which nothing prints");
}

#[test]
fn each_column() {
    let folder = garden();
    let help = folder.run("export csv --help").fine();
    let tables =
        help.split("possible values: ").nth(1).or_else(|| help.split("Possible values:").nth(1));
    let tables = tables.expect("the help names the tables");
    let described = rows(FILES, "## CSV");
    for row in &described {
        let table = ticked(&row[0]).concat();
        assert!(tables.contains(&table), "{FILES}, ## CSV lists `{table}`");
        let printed = folder.run(&format!("export csv {table}")).fine();
        let columns = printed.lines().next().unwrap_or_default();
        assert_eq!(ticked(&row[1]).join(","), columns, "{FILES}, ## CSV, `{table}`");
    }
    let readme = crate::page::page("README.md");
    let named = described.iter().map(|it| ticked(&it[0]).concat());
    let named: Names = named.collect();
    assert_eq!(named.len(), 5, "{named:?}");
    assert!(named.iter().all(|it| readme.contains(&format!("`{it}`"))), "{named:?}");
    same("docs/files.md, ## CSV", &named, &csv_tables(tables));
}

/// Returns the names of the tables in the help of `export csv`.
fn csv_tables(help: &str) -> Names {
    let list = help.split(']').next().unwrap_or_default();
    let words = list.split(|it: char| !it.is_ascii_lowercase());
    words.filter(|it| !it.is_empty()).map(str::to_owned).collect()
}
