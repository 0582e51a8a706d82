//! The schemas in `docs/schema/` are written from the tables of `docs/files.md`, by `UPDATE=1`.
//!
//! A table has the keys of an object: its type is the second column, and a key is required whose
//! meaning says so. Other tests compare the tables with the program.

use std::fs;

use rounds::OptionalStep;
use serde_json::{Map, Value, json};

use crate::codes::codes;
use crate::commands::commands;
use crate::folder::answers::{ANSWERS, first};
use crate::folder::{Folder, files};
use crate::page::{Names, anchor, headings, listed, page, path, rows, same, ticked};

const FILES: &str = "docs/files.md";

/// The files that have a schema, each with the heading of its table and a title.
const FILE_SCHEMAS: [(&str, &str, &str); 3] = [
    ("circle.toml", "### Keys at the top", "A circle: circle.toml of rounds"),
    ("people.toml", "### `people.toml`", "Everyone in an organisation: people.toml of rounds"),
    ("config.toml", "### `config.toml`", "Settings: config.toml of rounds"),
];

/// The objects that have the keys of several tables: the anchor of one, and those of the others. Of a
/// record there are two kinds.
const BASED: [(&str, &[&[&str]]); 6] = [
    ("topic-in-json", &[&["topic"]]),
    ("record-in-json", &[&["decision"], &["election"]]),
    ("rounds-show-id---json", &[&["decision", "record-in-json"], &["election", "record-in-json"]]),
    ("rounds-people-name---json", &[&["person-in-json"]]),
    ("finding", &[&["problem"]]),
    ("finding-of-a-replay", &[&["problem"]]),
];

/// Writes the schema of one document.
struct Schema {
    definitions: Map<String, Value>,
}

impl Schema {
    /// Returns a schema whose document has the keys of a table; an answer also has its format.
    fn of(id: &str, title: &str, heading: &str, is_answer: bool) -> Value {
        let mut schema = Self { definitions: Map::new() };
        let mut root = schema.object(&anchor(heading));
        let formatted = variants(&mut root).into_iter().filter(|_| is_answer);
        for it in formatted {
            it["properties"]["format"] =
                json!({ "description": "The number of the format.", "const": 1 });
            it["required"].as_array_mut().expect("it is a list").push("format".into());
        }
        let mut all = Map::new();
        all.insert("$schema".to_owned(), "http://json-schema.org/draft-07/schema#".into());
        all.insert("$id".to_owned(), format!("urn:rounds:{id}").into());
        all.insert("title".to_owned(), title.into());
        all.extend(root.as_object().cloned().unwrap_or_default());
        if !schema.definitions.is_empty() {
            all.insert("definitions".to_owned(), schema.definitions.into());
        }
        all.into()
    }

    /// Returns the object with the keys of the table under an anchor, and of those it is based on.
    fn object(&mut self, anchor: &str) -> Value {
        let mut kinds: Vec<Value> = kinds(anchor)
            .iter()
            .map(|others| {
                let (mut properties, mut required) = (Map::new(), Vec::new());
                for anchor in others.iter().chain([&anchor]) {
                    self.keys(anchor, &mut properties, &mut required);
                }
                json!({
                    "type": "object",
                    "properties": properties,
                    "required": required,
                    "additionalProperties": false,
                })
            })
            .collect();
        if kinds.len() > 1 { json!({ "anyOf": kinds }) } else { kinds.remove(0) }
    }

    /// Adds the keys of a table. A key that is required in one of several tables is required.
    fn keys(
        &mut self,
        anchor: &str,
        properties: &mut Map<String, Value>,
        required: &mut Vec<Value>,
    ) {
        for row in rows(FILES, &heading(anchor)) {
            let (key, meaning) = (ticked(&row[0]).concat(), &row[2]);
            let mut property = self.value(&row[1]);
            let default = row.get(3).filter(|it| !it.is_empty() && *it != "none");
            let default = default.map(|it| format!(" Default: {it}.")).unwrap_or_default();
            let description = format!("{}{default}", without_links(meaning));
            property.insert("description".to_owned(), description.into());
            properties.insert(key.clone(), property.into());
            let always = meaning.contains("Always there.");
            let needed = meaning.ends_with("Required.");
            if (always || needed) && !required.contains(&Value::from(key.as_str())) {
                required.push(key.into());
            }
        }
    }

    /// Returns what a cell of the second column demands of a value.
    fn value(&mut self, cell: &str) -> Map<String, Value> {
        let value = if let Some(items) = cell.strip_prefix("list of ") {
            let item = match items {
                "pairs" => json!({
                    "type": "array",
                    "items": { "type": "string" },
                    "minItems": 2,
                    "maxItems": 2,
                }),
                items => self.value(items.strip_suffix('s').unwrap_or(items)).into(),
            };
            json!({ "type": "array", "items": item })
        } else if let Some(link) = cell.strip_prefix('[') {
            let anchor = link.split(['#', ')']).nth(1).expect("a link leads to a heading");
            if !self.definitions.contains_key(anchor) {
                // A place for it, in case it has itself below it.
                self.definitions.insert(anchor.to_owned(), Value::Null);
                let object = self.object(anchor);
                self.definitions.insert(anchor.to_owned(), object);
            }
            json!({ "$ref": format!("#/definitions/{anchor}") })
        } else if cell.starts_with('`') {
            words(&ticked(cell))
        } else {
            plain(cell)
        };
        value.as_object().cloned().expect("a schema is an object")
    }
}

/// Returns what fixed words demand.
fn words(words: &[String]) -> Value {
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["true", "false"] => json!({ "type": "boolean" }),
        ["true"] => json!({ "const": true }),
        [one] => json!({ "const": one }),
        several => json!({ "enum": several }),
    }
}

/// Returns what a type that is named in words demands.
fn plain(cell: &str) -> Value {
    let text = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    match cell {
        "text" | "path" => json!({ "type": "string" }),
        "name" => text("^[^@#\\s,:()/]([^,:()/\\t\\n]*[^\\s,:()/])?$"),
        "id" => text("^\\S"),
        "date" => json!({ "type": "string", "format": "date" }),
        "time" => text("^[0-2][0-9]:[0-5][0-9]$"),
        "moment" => json!({ "type": "string", "format": "date-time" }),
        "term" => {
            let words = "[0-9]+ +([Yy]ear|[Mm]onth|[Ww]eek|[Dd]ay)s?";
            text(&format!("^(P([0-9]+[YMWD])+|{words}( +{words})*)$"))
        }
        "whole number" => json!({ "type": "integer", "minimum": 1 }),
        "count" => json!({ "type": "integer", "minimum": 0 }),
        "digest" => text("^[0-9a-f]{64}$"),
        "code" => json!({ "enum": codes().into_iter().map(|it| it.0).collect::<Vec<_>>() }),
        "quorum" => json!({ "anyOf": [
            { "type": "integer", "minimum": 1 },
            text("^(none|all but [0-9]+|[0-9]+/[0-9]+|[0-9]+%|[0-9]+)$"),
        ] }),
        "steps" => {
            let steps: Vec<&str> = OptionalStep::FULL.iter().map(|it| <&str>::from(*it)).collect();
            let one = steps.join("|");
            json!({ "anyOf": [
                text(&format!("^(full|essential|({one})( *, *({one}))*)$")),
                { "type": "array", "items": { "enum": steps } },
            ] })
        }
        other => panic!("{FILES}: the type {other:?} is not known"),
    }
}

/// Returns the kinds of an object: for each the tables that it has the keys of beside its own.
fn kinds(anchor: &str) -> &'static [&'static [&'static str]] {
    const ONE: &[&[&str]] = &[&[]];
    BASED.iter().find(|it| it.0 == anchor).map_or(ONE, |it| it.1)
}

/// Returns the tables whose keys an object has, by their anchors.
pub fn tables(anchor: &str) -> Vec<&str> {
    kinds(anchor).iter().flat_map(|it| it.iter().copied()).chain([anchor]).collect()
}

/// Returns the heading with an anchor.
pub fn heading(wanted: &str) -> String {
    let found = headings(FILES).into_iter().find(|it| anchor(it) == wanted);
    found.unwrap_or_else(|| panic!("{FILES} has no heading #{wanted}"))
}

/// Returns the objects of which a document is one.
fn variants(root: &mut Value) -> Vec<&mut Value> {
    if root.get("anyOf").is_some() {
        return root["anyOf"].as_array_mut().into_iter().flatten().collect();
    }
    vec![root]
}

/// Returns a text of the page as it is read without the page: of links only the words.
fn without_links(text: &str) -> String {
    let text = text.replace(", see below", "");
    // The schema says so by itself.
    let text = text.replace(" Always there.", "").replace(" Required.", "");
    let mut parts = text.split("](");
    let mut plain = parts.next().unwrap_or_default().replace('[', "");
    for part in parts {
        plain += &part.split_once(')').map_or(part, |it| it.1).replace('[', "");
    }
    plain
}

/// Returns all schemas by the names of their files.
fn schemas() -> Vec<(String, Value)> {
    let answers = ANSWERS.iter().map(|(command, name)| {
        let json = if command.starts_with("export") { "" } else { " --json" };
        let title = format!("rounds {command}{json}");
        let heading = format!("### `{title}`");
        (format!("{name}.json"), Schema::of(name, &title, &heading, true))
    });
    let files = FILE_SCHEMAS.iter().map(|(name, heading, title)| {
        (format!("{name}.json"), Schema::of(name, title, heading, false))
    });
    answers.chain(files).collect()
}

#[test]
fn each_schema_is_that_of_the_tables() {
    let folder = path("docs/schema");
    let mut there: Names = files(&folder).into_keys().collect();
    let is_update = std::env::var_os("UPDATE").is_some();
    for (name, schema) in schemas() {
        let expected = serde_json::to_string_pretty(&schema).expect("it is JSON") + "\n";
        if is_update {
            fs::create_dir_all(&folder).expect("the folder can be made");
            fs::write(folder.join(&name), &expected).expect("the schema can be written");
        } else {
            let is_it = there.contains(&name) && page(&format!("docs/schema/{name}")) == expected;
            assert!(is_it, "docs/schema/{name} is not what {FILES} says: UPDATE=1 writes it");
        }
        there.remove(&name);
    }
    assert_eq!(there, Names::new(), "schemas of nothing in docs/schema");
}

/// A command that answers in JSON has a schema, with which every test compares what it prints.
#[test]
fn each_command_with_json_has_a_schema() {
    let folder = Folder::empty();
    let help = |args: &str| folder.run(&format!("{args} --help")).fine();
    let mut with_json: Names =
        commands(&help("")).into_iter().filter(|it| help(it).contains(" --json")).collect();
    with_json.insert("export".to_owned());
    // It prints many lines, each of which is described.
    with_json.remove("meet");
    let known = ANSWERS.iter().map(|(command, _)| first(command).to_owned());
    same("tests/program/answers.rs", &known.collect(), &with_json);
    let listed: Vec<Vec<String>> = rows(FILES, "## JSON");
    let commands: Names = listed.iter().map(|it| ticked(&it[0]).concat()).collect();
    let titles =
        schemas().into_iter().filter_map(|(_, it)| it["title"].as_str().map(str::to_owned));
    let titles: Names = titles.filter(|it| it.starts_with("rounds ")).collect();
    same(&format!("{FILES}, ## JSON"), &commands, &titles);
}

/// Nothing but `src/records/answer.rs` writes JSON, so that each answer has its format.
#[test]
fn one_file_writes_json() {
    let writes = |text: &str| {
        ["serde_json::to_", "serde_json::json", "serde_json::{", "use serde_json"]
            .iter()
            .any(|it| text.contains(it))
    };
    let all = files(&path("src")).into_iter();
    let names: Vec<String> = all.filter(|(_, text)| writes(text)).map(|(name, _)| name).collect();
    assert_eq!(names, ["records/answer.rs"]);
}

/// The fixed words are those that the program has.
#[test]
fn each_fixed_word() {
    for (heading, key, words) in rounds::fixed_words::fixed_words() {
        let place = format!("{FILES}, {heading}, `{key}`");
        let rows = rows(FILES, heading);
        let words: Names = words.iter().map(|it| (*it).to_owned()).collect();
        if key.is_empty() {
            same(&place, &listed(FILES, heading), &words);
            continue;
        }
        let row = rows.iter().find(|it| ticked(&it[0]) == [key]);
        let row = row.unwrap_or_else(|| panic!("there is no {place}"));
        same(&place, &ticked(&row[1]).into_iter().collect(), &words);
    }
}
