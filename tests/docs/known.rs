//! `docs/files.md` lists every key that a file may have, every fact, and every fixed word.

use std::collections::BTreeMap;

use rounds::OptionalStep;

use crate::folder::Folder;
use crate::page::{Names, listed, rows, same, ticked};

const FILES: &str = "docs/files.md";

/// A key, or a word, that nothing has.
const STRANGE: &str = "zzzzzz";

const MEMBERS: &str = "[[member]]\nname = \"A\"\n[[member]]\nname = \"B\"\n";

/// What the program says of files, by file and line.
struct Known {
    /// What it knows in the place of a strange key or word.
    instead: BTreeMap<(String, u64), Vec<String>>,
    /// Which keys are missing.
    missing: BTreeMap<(String, u64), Names>,
}

impl Known {
    /// Has the program check a folder with these files.
    fn of<'a>(files: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        let folder = Folder::empty();
        folder.write("circle.toml", format!("name = \"Circle\"\n{MEMBERS}"));
        for (name, text) in files {
            folder.write(name, text);
        }
        let found = folder.run("check --json").stdout;
        let found: serde_json::Value = serde_json::from_str(&found).expect("it prints JSON");
        let mut known = Self { instead: BTreeMap::new(), missing: BTreeMap::new() };
        for it in found["found"].as_array().expect("it prints a list") {
            let text = |key: &str| it[key].as_str().unwrap_or_default();
            let place = (text("file").to_owned(), it["line"].as_u64().unwrap_or_default());
            let (message, hint) = (text("message"), ticked(text("hint")));
            if message.contains(STRANGE) {
                known.instead.insert(place, hint);
            } else if text("code") == "missing-key" {
                known.missing.entry(place).or_default().extend(ticked(message));
            }
        }
        known
    }

    #[track_caller]
    fn at(&self, file: &str, line: u64) -> Vec<String> {
        let known = self.instead.get(&(file.to_owned(), line));
        known.unwrap_or_else(|| panic!("{file}:{line} is not refused: {:?}", self.instead)).clone()
    }
}

/// A journal with one fact.
fn journal(head: &str, what: &str, key: &str) -> String {
    let circle = MEMBERS.replace("[[", "[[circle.");
    let fact = format!("[[fact]]\nwhat = \"{what}\"\n{key}at = 2026-09-05T19:00:00+02:00\n");
    format!("format = 1\n{head}[circle]\nname = \"Circle\"\n{circle}{fact}")
}

/// The line of the key that a journal without a word in its head has behind `what`.
const KEY: u64 = 10;

fn set(names: impl IntoIterator<Item = String>) -> Names {
    names.into_iter().collect()
}

#[test]
fn each_key_of_a_file() {
    let strange = format!("{STRANGE} = 1\n");
    let circle = format!(
        "name = \"Circle\"\n{strange}[meeting]\n{strange}[rules]\n{strange}[[member]]\n{strange}\
         name = \"A\"\n[[member]]\nname = \"B\"\n[[role]]\n{strange}name = \"R\"\n"
    );
    let parts = format!(
        "objections = [{{ {STRANGE} = 1 }}]\nconcerns = [{{ {STRANGE} = 1 }}]\n\
         nominations = [{{ {STRANGE} = 1 }}]\n"
    );
    let known = Known::of([
        ("circle.toml", circle),
        ("decisions/2026-01-01-x.md", format!("+++\n{strange}+++\n")),
        ("elections/2026-01-01-x.md", format!("+++\n{strange}{parts}+++\n")),
        ("backlog/x.md", format!("+++\n{strange}+++\n")),
        ("meetings/2026-01-01.toml", journal(&strange, "closed", "")),
    ]);
    for (heading, file, line) in [
        ("### Keys at the top", "circle.toml", 2),
        ("### `[meeting]`", "circle.toml", 4),
        ("### `[rules]`", "circle.toml", 6),
        ("### `[[member]]`", "circle.toml", 8),
        ("### `[[role]]`", "circle.toml", 13),
        ("### Decision", "decisions/2026-01-01-x.md", 2),
        ("### Election", "elections/2026-01-01-x.md", 2),
        ("### Objection", "elections/2026-01-01-x.md", 3),
        ("### Concern", "elections/2026-01-01-x.md", 4),
        ("### Nomination", "elections/2026-01-01-x.md", 5),
        ("### Topic", "backlog/x.md", 2),
    ] {
        let place = format!("{FILES}, {heading}");
        same(&place, &listed(FILES, heading), &set(known.at(file, line)));
        if file != "circle.toml" {
            let required = |it: &Vec<String>| it[2].contains("Required.");
            let required: Vec<_> = rows(FILES, heading).into_iter().filter(required).collect();
            let required = set(required.iter().flat_map(|it| ticked(&it[0])));
            let missing = known.missing.get(&(file.to_owned(), line)).cloned();
            same(&format!("{place}, required keys"), &required, &missing.unwrap_or_default());
        }
    }
    let minutes = include_str!("../../examples/garden/meetings/2026-09-05.md");
    let keys = minutes.lines().skip(1).take_while(|it| *it != "+++");
    let keys = keys.filter_map(|it| it.split_once(" = ")).map(|(key, _)| key.to_owned());
    same(&format!("{FILES}, ### Minutes"), &listed(FILES, "### Minutes"), &keys.collect());
    let head = set(known.at("meetings/2026-01-01.toml", 2));
    let mut described = listed(FILES, "### Head");
    described.insert("fact".to_owned());
    same(&format!("{FILES}, ### Head"), &described, &head);
}

#[test]
fn each_rule_with_its_default() {
    let folder = Folder::empty();
    folder.write("circle.toml", format!("name = \"Circle\"\n{MEMBERS}"));
    let printed = folder.run("export json").fine();
    let printed: serde_json::Value = serde_json::from_str(&printed).expect("it prints JSON");
    for row in rows(FILES, "### `[rules]`") {
        let default = &printed["circle"]["rules"][ticked(&row[0]).concat()];
        let described = match row[3].as_str() {
            "empty" => Vec::<&str>::new().into(),
            text if text.starts_with("left out") => serde_json::Value::Null,
            "`full`" => OptionalStep::FULL.iter().map(|it| <&str>::from(*it)).collect(),
            text => serde_json::Value::from(ticked(text).concat()),
        };
        assert_eq!(*default, described, "{FILES}, the default of {}", row[0]);
    }
}

#[test]
fn each_key_of_the_settings() {
    let folder = Folder::empty();
    std::fs::write(folder.config().join("config.toml"), format!("{STRANGE} = 1\n"))
        .expect("the folder is there");
    let said = folder.run("log").stderr;
    let hint = said.lines().find(|it| it.starts_with("hint:")).unwrap_or_else(|| panic!("{said}"));
    let heading = "### `config.toml`";
    same(&format!("{FILES}, {heading}"), &listed(FILES, heading), &set(ticked(hint)));
}

#[test]
fn each_setting_that_is_shown() {
    let printed = Folder::empty().run("config --json").fine();
    let printed: serde_json::Value = serde_json::from_str(&printed).expect("it prints JSON");
    let settings = printed["settings"].as_array().into_iter().flatten();
    let names = settings.filter_map(|it| it["setting"].as_str()).map(str::to_owned);
    let heading = "#### Setting";
    let row = rows(FILES, heading).into_iter().find(|it| it[0] == "`setting`");
    let row = row.unwrap_or_else(|| panic!("{FILES}, {heading} has no `setting`"));
    same(&format!("{FILES}, {heading}"), &set(ticked(&row[1])), &set(names));
}

#[test]
fn each_fact_with_its_keys_in_order() {
    let strange = journal("", STRANGE, "");
    let file = "meetings/2026-01-01.toml";
    let facts = Known::of([(file, strange)]).at(file, KEY - 1);
    let place = format!("{FILES}, ### Facts");
    same(&place, &listed(FILES, "### Facts"), &set(facts.clone()));

    let key = format!("{STRANGE} = 1\n");
    let names: Vec<String> =
        (1..=facts.len()).map(|it| format!("meetings/2026-01-01-{it}.toml")).collect();
    let journals = names.iter().zip(&facts);
    let known = Known::of(journals.map(|(name, fact)| (name.as_str(), journal("", fact, &key))));
    let described: BTreeMap<String, Vec<String>> = rows(FILES, "### Facts")
        .iter()
        .map(|it| (ticked(&it[0]).concat(), ticked(&it[1])))
        .collect();
    let mut all = Names::new();
    for (name, fact) in names.iter().zip(&facts) {
        let keys = known.at(name, KEY);
        let own = keys.iter().filter(|it| *it != "what" && *it != "at").cloned();
        assert_eq!(described[fact], own.collect::<Vec<_>>(), "{place}: the keys of `{fact}`");
        all.extend(keys);
    }
    let heading = "### Keys of facts";
    same(&format!("{FILES}, {heading}"), &listed(FILES, heading), &all);
}

#[test]
fn each_word_that_a_key_may_have() {
    let file = "meetings/2026-01-01.toml";
    let mut described = rows(FILES, "### Words");
    for (key, fact) in [
        ("kind", "listed"),
        ("role", "handed-over"),
        ("on", "agreed"),
        ("consent", "adopted"),
        ("via", "consented"),
        ("step", "skipped"),
    ] {
        let journal = journal("", fact, &format!("{key} = \"{STRANGE}\"\n"));
        let words = Known::of([(file, journal)]).at(file, KEY);
        let row = described.iter().position(|it| it[0] == format!("`{key}`"));
        let row = described.remove(row.unwrap_or_else(|| panic!("{FILES} has no words of {key}")));
        same(&format!("{FILES}, words of `{key}`"), &set(ticked(&row[1])), &set(words));
    }
    assert_eq!(described, Vec::<Vec<String>>::new(), "words of keys that have none");

    let lines =
        ["consent", "attribution", "order", "absent"].map(|it| format!("{it} = \"{STRANGE}\"\n"));
    let rules = format!("[rules]\n{}steps = [\"{STRANGE}\"]\n", lines.concat());
    let circle = format!("name = \"Circle\"\n{rules}{MEMBERS}[[role]]\nname = \"R\"\n");
    let known = Known::of([("circle.toml", format!("{circle}kind = \"{STRANGE}\"\n"))]);
    let page = rows(FILES, "### `[rules]`");
    for (key, line) in ["consent", "attribution", "order", "absent"].into_iter().zip(3..) {
        let words = set(known.at("circle.toml", line));
        let row = page.iter().find(|it| it[0] == format!("`{key}`")).expect("a test compares keys");
        same(&format!("{FILES}, rule `{key}`"), &set(ticked(&row[1])), &words);
    }
    let (language, heading) = ("docs/language.md", "### Optional steps");
    let steps = set(known.at("circle.toml", 7));
    same(&format!("{language}, {heading}"), &listed(language, heading), &steps);
    let page = rows(FILES, "### `[[role]]`");
    let row = page.iter().find(|it| it[0] == "`kind`").expect("a test compares keys");
    let kinds = set(known.at("circle.toml", 14));
    same(&format!("{FILES}, kinds of a role"), &set(ticked(&row[1])), &kinds);
}
