//! Tests `rounds export` by parsing each format strictly.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::folder::{Folder, Ran};

const TABLES: [&str; 5] = ["decisions", "elections", "actions", "roles", "topics"];

fn garden() -> Folder {
    Folder::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden"))
}

/// A text with the special characters of every format.
const NASTY: &str = "=1+1;, \\\"q\\\" | <b>#\\u0007 \\u202E\\r\\nEND:VEVENT\\n+++\\n静音时间 é👩‍🌾";

/// A garden in which every text is the one with special characters.
fn nasty(language: &str) -> Folder {
    let folder = Folder::empty();
    folder.write(
        "circle.toml",
        format!(
            "name = \"G\"\nlanguage = \"{language}\"\n[[member]]\nname = \"Ana\"\n[[member]]\n\
             name = \"=Ben\"\n[[role]]\nname = \"-Keys\"\nholder = \"=Ben\"\nsince = 2026-01-01\n\
             until = 2026-12-01\npurpose = \"+ keeps; the \\\"keys\\\",\"\n"
        ),
    );
    folder.write(
        "decisions/2026-01-01-a.md",
        format!(
            "+++\nid = \"2026-01-01-a\"\nkind = \"decision\"\ntitle = \"{NASTY}\"\ncircle = \"G\"\n\
             date = 2026-01-01\nreview = 2026-10-01\nmeasures = [\"{NASTY}\"]\n\
             responsible = [\"=Ben\"]\n+++\n\n@sum(a)\n# heading\n<b>\n"
        ),
    );
    folder.write(
        "elections/2026-01-01-keys.md",
        format!(
            "+++\nid = \"2026-01-01-keys\"\nkind = \"election\"\nrole = \"-Keys\"\n\
             elected = \"=Ben\"\ncircle = \"G\"\ndate = 2026-01-01\nuntil = 2026-12-01\n\
             reason = \"{NASTY}\"\n+++\n"
        ),
    );
    folder.write(
        "backlog/b.md",
        format!("+++\ntitle = \"{NASTY}\"\npostponed = 2026-11-01\n+++\n\n\t{}\n", "x,".repeat(60)),
    );
    folder
}

/// Parses a calendar as strictly as RFC 5545 requires, and returns each event's properties.
#[track_caller]
fn events(text: &str) -> Vec<BTreeMap<String, String>> {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.split("\r\n").all(|it| it.len() <= 75), "{text}");
    let unfolded = text.replace("\r\n ", "");
    let mut lines = unfolded.split_terminator("\r\n");
    assert_eq!(lines.next(), Some("BEGIN:VCALENDAR"));
    let (mut found, mut open) = (Vec::new(), None);
    for line in lines {
        let (name, value) = line.split_once(':').expect("a property has a value");
        match (name, value) {
            ("BEGIN", "VEVENT") => assert!(open.replace(BTreeMap::new()).is_none()),
            ("END", "VEVENT") => found.extend(open.take()),
            ("BEGIN", _) => panic!("{line}"),
            _ => {
                let twice = open.as_mut().and_then(|it| it.insert(name.to_owned(), plain(value)));
                assert_eq!(twice, None, "{line}");
            }
        }
    }
    for event in &found {
        for name in ["UID", "DTSTAMP", "SUMMARY"] {
            assert!(event.contains_key(name), "{event:?}");
        }
    }
    let uids: std::collections::BTreeSet<_> = found.iter().map(|it| &it["UID"]).collect();
    assert_eq!(uids.len(), found.len(), "every UID is there once");
    found
}

fn plain(value: &str) -> String {
    let (mut out, mut letters) = (String::new(), value.chars());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n') => out.push('\n'),
                Some(it) if ";,\\".contains(it) => out.push(it),
                other => panic!("{other:?} behind a backslash in {value}"),
            },
            it => out.push(it),
        }
    }
    out
}

/// Parses a table as strictly as RFC 4180 requires.
#[track_caller]
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut rest) = (Vec::new(), Vec::new(), text);
    while !rest.is_empty() {
        let (cell, after) = if let Some(mut inner) = rest.strip_prefix('"') {
            let mut cell = String::new();
            loop {
                let (before, behind) = inner.split_once('"').expect("a quote ends");
                cell += before;
                match behind.strip_prefix('"') {
                    Some(more) => {
                        cell.push('"');
                        inner = more;
                    }
                    None => break (cell, behind),
                }
            }
        } else {
            let end = rest.find([',', '\r', '\n']).expect("a row ends");
            assert!(!rest[..end].contains('"'), "{rest}");
            (rest[..end].to_owned(), &rest[end..])
        };
        row.push(cell);
        rest = if let Some(next) = after.strip_prefix(',') {
            next
        } else {
            rows.push(std::mem::take(&mut row));
            after.strip_prefix("\r\n").expect("a row ends with CRLF")
        };
    }
    assert!(rows.iter().all(|it| it.len() == rows[0].len()), "{text}");
    rows
}

#[test]
fn a_calendar_has_all_that_has_a_day() {
    let folder = garden();
    let found = events(&folder.run("export ics --on 2026-09-06").fine());
    let told = |it: &BTreeMap<String, String>| {
        let start = it.get("DTSTART;VALUE=DATE").or(it.get("DTSTART"));
        format!("{} {}", start.unwrap(), it["SUMMARY"])
    };
    let told: Vec<String> = found.iter().map(told).collect();
    assert!(told.contains(&"20261205 Review: Quiet hours".to_owned()), "{told:#?}");
    assert!(told.contains(&"20270905 Review: Watering in August".to_owned()), "{told:#?}");
    assert!(told.iter().any(|it| it.starts_with("20260919") && it.ends_with("meeting")));
    assert!(told.contains(&"20260911 Ana: ask the street about the 19th".to_owned()), "{told:#?}");
    let party = "20260912 Postponed: A party on 19 September";
    assert!(told.contains(&party.to_owned()), "{told:#?}");
    // A replaced decision has no review.
    assert_eq!(told.iter().filter(|it| it.contains("Watering")).count(), 1, "{told:#?}");
}

#[test]
fn the_same_day_gives_the_same_bytes_and_another_one_the_same_events() {
    let folder = garden();
    for args in ["ics", "json", "md", "csv", "csv elections", "csv actions"] {
        let args = format!("export {args} --on 2026-09-06");
        let said = folder.run(&args).fine();
        assert_eq!(folder.run(&args).fine(), said);
    }
    let said = folder.run("export ics --on 2026-09-06").fine();
    assert_eq!(folder.run("export --on 2026-09-07 ics").fine(), said);
    let ran = folder.run("export ics --on soon");
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    // As of a day before the first record, the export is empty.
    let elected = |on: &str| folder.run(&format!("export csv elections --on {on}")).fine();
    assert!(elected("2026-04-18").contains("\n2026-04-18-compost,"));
    assert!(!elected("2026-04-17").contains("2026-04-18-compost"));
    let early = folder.run("export csv --on 2025-09-01").fine();
    assert_eq!(rows(&early).len(), 1, "{early}");
}

#[test]
fn tables_have_a_row_for_each_thing() {
    let folder = garden();
    let decisions = rows(&folder.run("export csv --on 2026-09-06").fine());
    assert_eq!(decisions[0][..4], ["id", "title", "status", "gone_by"]);
    let told: Vec<String> = decisions[1..].iter().map(|it| it[..4].join(" ")).collect();
    assert_eq!(
        told[told.len() - 3..],
        [
            "2026-08-22-watering-in-august Watering in August ended \
             2026-09-05-watering-in-august",
            "2026-09-05-quiet-hours Quiet hours in-force ",
            "2026-09-05-watering-in-august Watering in August in-force ",
        ]
    );
    let actions = rows(&folder.run("export csv actions --on 2026-09-12").fine());
    assert_eq!(
        actions.last().unwrap()[..4],
        ["Ana", "ask the street about the 19th", "2026-09-11", "true"]
    );
    let roles = rows(&folder.run("export csv roles").fine());
    assert_eq!(roles[0][..3], ["name", "kind", "holder"]);
    let topics = rows(&folder.run("export csv topics").fine());
    assert_eq!(topics[1][9], "backlog/a-party-on-19-september.md");
}

#[test]
fn no_cell_is_a_formula() {
    let folder = nasty("en");
    for table in TABLES {
        let said = folder.run(&format!("export csv {table}")).fine();
        for cell in rows(&said).concat() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{table}: {cell:?}");
            assert_eq!(rounds::forbidden(&cell), None);
        }
    }
    let roles = rows(&folder.run("export csv roles").fine());
    assert_eq!(roles[1][..5], ["'-Keys", "", "'=Ben", "false", "2026-01-01"]);
    assert_eq!(roles[1][7], "'+ keeps; the \"keys\",");
}

#[test]
fn one_document_has_everything_under_the_keys_of_the_files() {
    let folder = garden();
    let said = folder.run("export json --on 2026-09-06").fine();
    let json: Value = serde_json::from_str(&said).expect("it is JSON");
    assert_eq!(json["on"], "2026-09-06");
    assert_eq!(json["circle"]["member"][0]["name"], "Ana");
    assert!(json["circle"]["rules"]["consent"].is_string(), "{said}");
    let part = |name: &str| json[name].as_array().expect("a list").clone();
    let decisions = part("decisions").split_off(part("decisions").len() - 3);
    assert_eq!(decisions[0]["status"], "ended");
    assert_eq!(decisions[0]["ended_by"], "2026-09-05-watering-in-august");
    assert_eq!(decisions[1]["review"], "2026-12-05");
    assert!(decisions[1]["text"].as_str().is_some_and(|it| it.starts_with("No power tools")));
    assert_eq!(json["topics"][0]["file"], "backlog/a-party-on-19-september.md");
    assert_eq!(part("actions").last().unwrap()["due"], "2026-09-11");
    let meeting = part("meetings").pop().expect("meetings were held");
    assert_eq!(meeting["meeting"], "2026-09-05");
    assert_eq!(meeting["next"]["date"], "2026-09-19");
    assert!(meeting["closed"].is_string(), "{said}");
    assert_eq!(meeting["present"].as_array().map(Vec::len), Some(5));
}

#[test]
fn nasty_texts_stay_in_their_place() {
    let folder = nasty("en");
    let found = events(&folder.run("export ics").fine());
    assert_eq!(found.len(), 3, "{found:#?}");
    let json: Value = serde_json::from_str(&folder.run("export json").fine()).expect("it is JSON");
    let title = json["decisions"][0]["title"].as_str().expect("a text");
    assert!(title.starts_with("=1+1;, \"q\" | <b># ") && title.ends_with("👩‍🌾"), "{title:?}");
    let page = folder.run("export md").fine();
    assert!(!page.contains("\n# heading") && !page.contains("\n<b>"), "{page}");
    assert_eq!(page.matches("\n## ").count(), 3, "{page}");
    for format in ["ics", "json", "md"] {
        let said = folder.run(&format!("export {format}")).fine();
        assert_eq!(rounds::forbidden(&said.replace("\r\n", "\n")), None, "{format}");
    }
}

#[test]
fn the_page_and_the_calendar_are_in_the_circles_language() {
    let folder = nasty("de");
    let page = folder.run("export md --on 2026-10-02 --lang en").fine();
    assert!(page.starts_with("# G, was vereinbart ist, Stand 2. Oktober 2026\n"), "{page}");
    assert!(page.contains("Der Tag der Überprüfung ist gekommen"), "{page}");
    let said = folder.run("export ics").fine();
    assert!(said.contains("SUMMARY:Ende der Amtszeit: -Keys (=Ben)"), "{said}");
    // The keys do not depend on the language.
    assert!(folder.run("export csv").fine().starts_with("id,title,status,"));
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_printed() {
    let folder = garden();
    folder.write("decisions/2026-01-01-bad.md", "no record");
    folder.write("meetings/2026-01-01.toml", b"format = 1\n\xff");
    for args in ["ics", "csv", "json", "md"] {
        let Ran { code, stdout, stderr } = folder.run(&format!("export {args} --on 2026-09-06"));
        assert_eq!(code, Some(2), "{stderr}");
        assert!(stderr.contains("error: decisions/2026-01-01-bad.md:1: "), "{stderr}");
        assert!(stderr.contains("error: meetings/2026-01-01.toml:2:1: "), "{stderr}");
        assert_eq!(stdout, garden().run(&format!("export {args} --on 2026-09-06")).fine());
    }
}

#[test]
fn an_empty_circle_has_empty_tables() {
    let folder = Folder::empty();
    folder.write("circle.toml", include_str!("../refused/circle.toml"));
    assert_eq!(events(&folder.run("export ics").fine()).len(), 0);
    assert!(folder.run("export md --on 2026-09-06").fine().contains("Nothing is kept yet."));
    for table in ["decisions", "elections", "actions", "topics"] {
        assert_eq!(rows(&folder.run(&format!("export csv {table}")).fine()).len(), 1, "{table}");
    }
}

#[test]
fn the_exports_of_several_circles_name_the_circle_of_each_row() {
    let folder = Folder::empty();
    for (place, name) in [("", "Garden"), ("teams/hens/", "Hens")] {
        let circle = format!(
            "name = \"{name}\"\nmember = [{{ name = \"Ana\" }}, {{ name = \"Ben\" }}]\nrole = [{{ name = \
             \"Keys\", holder = \"Ana\", until = 2027-01-01 }}]\n"
        );
        folder.write(&format!("{place}circle.toml"), circle);
    }
    folder.write("teams/hens/backlog/eggs.md", "+++\ntitle = \"Eggs\"\n+++\n");
    let export = |args: &str| folder.run(&format!("export {args} --on 2026-09-05")).fine();
    let roles = export("csv roles --deep");
    let expected = [
        "name,kind,holder,outside,since,until,term,purpose,circle",
        "Keys,,Ana,false,,2027-01-01,1 year,,Garden",
        "Keys,,Ana,false,,2027-01-01,1 year,,Hens",
    ];
    assert_eq!(roles.lines().collect::<Vec<_>>(), expected);
    assert!(export("csv topics --whole --circle teams/hens").ends_with(",Hens\r\n"));
    assert!(!export("csv topics").contains("circle"));
    assert_eq!(export("csv decisions --deep").matches("circle").count(), 1);
    let json: serde_json::Value = serde_json::from_str(&export("json --deep")).expect("it is JSON");
    assert_eq!(json["circles"][1]["circle"]["name"], "Hens");
    let calendar = export("ics --deep");
    assert_eq!(calendar.matches("BEGIN:VCALENDAR").count(), 1);
    assert!(calendar.contains("SUMMARY:Hens: End of term: Keys (Ana)"), "{calendar}");
    assert!(export("ics").contains("SUMMARY:End of term"));
    let page = export("md --deep");
    assert!(
        page.contains("# Garden") && page.contains("\n\n# Hens") && page.contains("Eggs"),
        "{page}"
    );
    folder.write("bad/circle.toml", "nonsense");
    let ran = folder.run("export csv roles --deep");
    assert_eq!((ran.code, ran.stdout.lines().count()), (Some(2), 3));
}
