//! `docs/files.md` lists every key of the lines of `rounds meet --json`.

use serde_json::Value;

use crate::folder::Folder;
use crate::page::{Names, listed, rows, same, ticked};

const FILES: &str = "docs/files.md";

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

/// Compares the keys that were printed with the table that lists them.
#[track_caller]
fn compare(lines: &Value, heading: &str) {
    let mut printed = Names::new();
    keys(lines, &mut printed);
    let place = format!("{FILES}, {heading}");
    same(&place, &listed(FILES, heading), &printed);
    for row in rows(FILES, heading).iter().filter(|it| ["list", "object"].contains(&&*it[1])) {
        let inner: Names = ticked(&row[2]).into_iter().collect();
        let mut below = Names::new();
        keys_below(lines, &ticked(&row[0]).concat(), &mut below);
        let missing: Vec<_> = below.difference(&inner).collect();
        assert!(missing.is_empty(), "{place}, {} lacks {missing:?}", row[0]);
    }
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
    compare(&Value::Array(lines), heading);

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
