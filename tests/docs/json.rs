//! `docs/files.md` lists every key that JSON has, and every column of CSV.

use std::path::Path;

use serde_json::Value;

use crate::folder::Folder;
use crate::page::{Names, listed, rows, same, ticked};

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

/// A meeting that says at which time the next one begins, gives an action to two members, and is
/// paused.
const PAUSED: &str = "/at 2026-09-19T19:00+02:00\nall + 2 guests\nok\nok\nok\nok\nok\n2026-10-03 19:00\n\
                      /action Ana: sow\n/give sow Ben, Dana\n";

/// A garden with a circle below it, and with something of everything.
fn garden() -> Folder {
    let folder = Folder::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden"));
    folder.write("compost/circle.toml", BELOW);
    folder.write("elections/2026-09-12-compost.md", UNACCEPTED);
    folder.write("compost/backlog/worms.md", "+++\ntitle = \"Worms\"\n+++\n");
    folder.write("script.txt", PAUSED);
    folder.run("meet --steps admin --script script.txt").paused();
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

/// Collects the keys of the objects right below a key, wherever it is.
fn keys_below(value: &Value, below: &str, found: &mut Names) {
    match value {
        Value::Array(list) => list.iter().for_each(|it| keys_below(it, below, found)),
        Value::Object(object) => {
            for (key, it) in object {
                keys_below(it, below, found);
                let one = std::slice::from_ref(it);
                let inner = it.as_array().map_or(one, Vec::as_slice);
                let inner = inner.iter().filter(|_| key == below).filter_map(Value::as_object);
                found.extend(inner.flat_map(|it| it.keys().cloned()));
            }
        }
        _ => {}
    }
}

/// Collects the keys of all objects.
fn keys(value: &Value, found: &mut Names) {
    match value {
        Value::Array(list) => list.iter().for_each(|it| keys(it, found)),
        Value::Object(object) => {
            for (key, it) in object {
                found.insert(key.clone());
                keys(it, found);
            }
        }
        _ => {}
    }
}

/// Compares what commands print with the table of a section, to which other sections add keys.
#[track_caller]
fn check(folder: &Folder, heading: &str, commands: &[&str], others: &[&str]) {
    let values = commands.iter().map(|command| {
        let ran = folder.run(command);
        let value = serde_json::from_str(&ran.stdout);
        value.unwrap_or_else(|err| panic!("{command}: {err}\n{}", ran.stderr))
    });
    compare(&Value::Array(values.collect()), heading, commands, others);
}

/// Compares what was printed with the table of a section, to which other sections add keys.
#[track_caller]
fn compare(values: &Value, heading: &str, commands: &[&str], others: &[&str]) {
    let mut printed = Names::new();
    keys(values, &mut printed);
    let own = listed(FILES, heading);
    let place = format!("{FILES}, {heading}");
    let never: Vec<_> = own.difference(&printed).collect();
    assert!(never.is_empty(), "{place} lists {never:?}, which {commands:?} does not print");
    let mut known: Names = others.iter().flat_map(|it| listed(FILES, it)).chain(own).collect();
    for row in rows(FILES, heading).iter().filter(|it| ["list", "object"].contains(&&*it[1])) {
        let inner: Names = ticked(&row[2]).into_iter().collect();
        let mut below = Names::new();
        keys_below(values, &ticked(&row[0]).concat(), &mut below);
        let missing: Vec<_> = below.difference(&inner).collect();
        // Where no key is named, other sections describe what is below.
        let is_named = !inner.is_empty();
        assert!(!is_named || missing.is_empty(), "{place}, {} lacks {missing:?}", row[0]);
        known.extend(inner);
    }
    let missing: Vec<_> = printed.difference(&known).collect();
    assert!(missing.is_empty(), "{place} lacks {missing:?}, which {commands:?} prints");
}

const LOG: &str = "### `rounds log --json`";
const RECORDS: [&str; 4] = ["### Decision", "### Election", "### Objection", "### Concern"];

#[test]
fn each_key_of_lists_and_records() {
    let folder = garden();
    let backlog = "### `rounds backlog --json`";
    check(&folder, backlog, &["backlog --deep --json"], &["### Topic"]);
    check(&folder, LOG, &["log --all --json"], &RECORDS);
    let altered = "decisions/2026-08-22-watering-in-august.md";
    folder.write(altered, folder.read(altered).replace("Two of us", "Three of us"));
    let shown = ["2026-09-05-quiet", "2026-07-11", "2026-08-22"];
    let shown = shown.map(|it| format!("show {it} --json"));
    let shown = shown.each_ref().map(String::as_str);
    let log = [&RECORDS[..], &[LOG]].concat();
    check(&folder, "### `rounds show ID --json`", &shown, &log);
    let due = "due --on 2027-12-01 --deep --json";
    check(&folder, "### `rounds due --json`", &[due], &[]);
    check(&folder, "### `rounds roles --json`", &["roles --deep --json"], &[]);
    let ended =
        "name = \"Old\"\nended = 2026-01-31\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]\n";
    folder.write("old/circle.toml", ended);
    check(&folder, "### `rounds circles --json`", &["circles --json"], &[]);
    let people = "### `rounds people --json`";
    check(&folder, people, &["people --json"], &[]);
    let others = [people, "### `rounds due --json`", "### `rounds export json`"];
    let one = ["people Ana --on 2027-12-01 --json", "people Dana --json"];
    check(&folder, "### `rounds people NAME --json`", &one, &others);
    let overview = ["overview --all --json"];
    check(&folder, "### `rounds overview --json`", &overview, &[]);
    check(&folder, "### `rounds seal --json`", &["seal --json"], &[]);
    check(&folder, "### `rounds config --json`", &["config --json"], &[]);
    let circle = [
        "### Keys at the top",
        "### `[meeting]`",
        "### `[rules]`",
        "### `[[member]]`",
        "### `[[role]]`",
    ];
    let others = [&RECORDS[..], &circle, &["### Topic"]].concat();
    check(&folder, "### `rounds export json`", &["export json"], &others);
}

#[test]
fn each_key_of_what_is_found() {
    let folder = wrong();
    check(&folder, "### `rounds replay --json`", &["replay --json"], &[]);
    let circle = folder.read("circle.toml").replacen("holder = \"Ben\"", "holder = \"Bob\"", 1);
    folder.write("circle.toml", circle);
    check(&folder, "### `rounds check --json`", &["check --json"], &[]);
}

/// What a program sends in a meeting. The number is asked for where nobody may answer by accident.
const ANSWERS: &str = r#"{"answer":"all"}
{"answer":"-"}
{"answer":"-"}
{"answer":"Zed"}
{"answer":"decide Bees by Ana"}
{"text":"Two hives."}
{"answer":"/edit"}
{"text":"Three hives."}
{"answer":""}
{"to":9,"answer":""}
{"to":10,"answer":"o not beside the path"}
{"answer":"text Three hives, behind the shed."}
{"answer":""}
{"to":13,"answer":""}
{"to":14,"answer":""}
{"to":15,"answer":""}
{"answer":"/help"}
{"answer":"close"}
{"to":18,"answer":"close"}
"#;

#[test]
fn each_key_of_a_meeting_as_json_lines() {
    let folder = Folder::empty();
    let circle = "name = \"Garden\"\n[[member]]\nname = \"Ana\"\n[[member]]\nname = \"Ben\"\n";
    folder.write("circle.toml", circle);
    folder.write("backlog/bees.md", "+++\ntitle = \"Bees\"\nkind = \"decide\"\n+++\n");
    let meet = "meet --json --steps essential --at 2026-09-05T19:00+02:00";
    let (first, rest) = ANSWERS.split_at(ANSWERS.find("{\"answer\":\"-\"}").expect("it is there"));
    let mut printed = folder.run_with(meet, first).stdout;
    // The numbers begin anew.
    printed += &folder.run_with(meet, rest).stdout;
    folder.write("circle.toml", format!("{circle}mebmer = []\n"));
    printed += &folder.run(&format!("{meet} --new")).stdout;
    let lines = printed.lines().map(|it| serde_json::from_str(it).expect("each line is JSON"));
    let lines: Vec<Value> = lines.collect();
    let (heading, types) =
        ("### Lines of a meeting", lines.iter().filter_map(|it| it["type"].as_str()));
    let mut types: Names = types.map(str::to_owned).collect();
    // A disk that is full prints it, with the keys of `refused`.
    types.insert("unsaved".to_owned());
    let described = rows(FILES, heading);
    let row = described.iter().find(|it| it[0] == "`type`").expect("it is described");
    same("docs/files.md, types of lines", &ticked(&row[2]).into_iter().collect(), &types);
    compare(&Value::Array(lines), heading, &[meet], &[]);

    let strange = folder.run_with(&format!("{meet} --new --dry-run"), "{\"zzzzzz\":1}\n").stdout;
    assert!(!strange.contains("zzzzzz"), "{strange}");
    folder.write("circle.toml", circle);
    let strange = folder.run_with(&format!("{meet} --new --dry-run"), "{\"zzzzzz\":1}\n").stdout;
    let known = strange.split("expected one of").nth(1).unwrap_or_else(|| panic!("{strange}"));
    let known = known.split(" at line").next().unwrap_or_default();
    let heading = "### Lines that answer";
    same(
        "docs/files.md, lines that answer",
        &listed(FILES, heading),
        &ticked(known).into_iter().collect(),
    );
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
