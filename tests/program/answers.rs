//! Every answer in JSON that a test gets is compared with its schema in `docs/schema/`.
//!
//! Only the keywords that the schemas use are known. `tests/schemas.sh` has a program that knows all
//! of JSON Schema compare the same.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::{collections::HashMap, fs};

use regex_lite::Regex;
use serde_json::Value;

/// The commands that answer in JSON, each with the schema of its answer. A word in capitals is any.
pub const ANSWERS: [(&str, &str); 16] = [
    ("backlog", "backlog"),
    ("log", "log"),
    ("show ID", "show"),
    ("due", "due"),
    ("roles", "roles"),
    ("circles", "circles"),
    ("people --nowhere", "nowhere"),
    ("people NAME", "person"),
    ("people", "people"),
    ("overview", "overview"),
    ("replay", "replay"),
    ("check", "check"),
    ("seal", "seal"),
    ("config", "config"),
    ("export json --deep", "exports"),
    ("export json", "export"),
];

/// Returns the schema of the answer to a command; none where it is not in JSON.
fn schema_of(args: &str, answer: &Value) -> Option<&'static str> {
    let words: Vec<&str> = args.split_whitespace().collect();
    let has = |word: &str| words.contains(&word);
    if has("--help") || !(has("--json") || has("export") && has("json")) {
        return None;
    }
    let all = ANSWERS.iter().filter(|(command, _)| words.contains(&first(command)));
    let mut fits = all.filter(|(command, _)| match command.split_once(' ').map(|it| it.1) {
        Some("--nowhere") => has("--nowhere"),
        Some("json --deep") => has("--deep") || has("--whole"),
        // The name may be anywhere between the options.
        Some("NAME") => answer.get("people").is_none(),
        _ => true,
    });
    fits.next().map(|(_, schema)| *schema)
}

/// Returns the answer that is an empty list.
pub fn empty(key: &str) -> String {
    format!("{{\n  \"format\": 1,\n  \"{key}\": []\n}}\n")
}

/// Returns the first word of a command.
pub fn first(command: &str) -> &str {
    command.split(' ').next().unwrap_or_default()
}

/// Demands that what a command printed is as its schema says, if it is an answer in JSON.
#[track_caller]
pub fn check(args: &str, printed: &str) {
    let Ok(answer) = serde_json::from_str::<Value>(printed) else { return };
    let Some(name) = schema_of(args, &answer) else { return };
    seen(name, &answer).unwrap_or_else(|err| panic!("{args}: not as {name}.json says: {err}"));
}

/// Compares an answer with a schema, and returns where the schema has what the answer has: the keys
/// of each definition.
///
/// # Errors
///
/// What the schema does not allow.
pub fn seen(name: &str, answer: &Value) -> Result<BTreeSet<String>, String> {
    let schema = schema(name);
    let mut walk = Walk { schema: &schema, seen: BTreeSet::new() };
    walk.compare(&schema, answer, "")?;
    Ok(walk.seen)
}

/// Reads a schema.
pub fn schema(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/schema/{name}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|err| panic!("{name}.json: {err}"));
    serde_json::from_str(&text).unwrap_or_else(|err| panic!("{name}.json: {err}"))
}

struct Walk<'s> {
    schema: &'s Value,
    /// The keys of answers, behind the name of their definition.
    seen: BTreeSet<String>,
}

impl Walk<'_> {
    /// Compares a value with a part of the schema. `within` is the definition it belongs to.
    fn compare(&mut self, part: &Value, value: &Value, within: &str) -> Result<(), String> {
        let refused = |why: &str| Err(format!("{why} is not what {value} has"));
        for (keyword, wanted) in part.as_object().expect("a schema is an object") {
            let text = wanted.as_str().unwrap_or_default();
            match keyword.as_str() {
                "$ref" => {
                    let name = text.trim_start_matches("#/definitions/");
                    let definition = &self.schema["definitions"][name];
                    assert!(definition.is_object(), "there is no {text}");
                    self.compare(definition, value, name)?;
                }
                "type" => {
                    let is = match value {
                        Value::String(_) => "string",
                        Value::Bool(_) => "boolean",
                        Value::Number(it) if it.is_i64() => "integer",
                        Value::Array(_) => "array",
                        Value::Object(_) => "object",
                        _ => "nothing known",
                    };
                    if is != text {
                        return refused(text);
                    }
                }
                "const" if value != wanted => return refused(&wanted.to_string()),
                "enum" if !wanted.as_array().is_some_and(|it| it.contains(value)) => {
                    return refused(&wanted.to_string());
                }
                "minimum" if value.as_i64() < wanted.as_i64() => return refused("the minimum"),
                "minItems" if value.as_array().map(Vec::len) < as_length(wanted) => {
                    return refused("the number of items");
                }
                "maxItems" if value.as_array().map(Vec::len) > as_length(wanted) => {
                    return refused("the number of items");
                }
                "format" if !has_format(text, value) => return refused(text),
                "pattern" if !matches(text, value) => return refused(text),
                "items" => {
                    for item in value.as_array().into_iter().flatten() {
                        self.compare(wanted, item, within)?;
                    }
                }
                "anyOf" => self.any(wanted, value, within)?,
                "properties" => self.keys(part, value, within)?,
                // What says nothing of the value, belongs to the properties, or was compared above.
                "$schema"
                | "$id"
                | "title"
                | "description"
                | "definitions"
                | "required"
                | "additionalProperties"
                | "const"
                | "enum"
                | "minimum"
                | "minItems"
                | "maxItems"
                | "format"
                | "pattern" => {}
                other => panic!("the keyword {other} is not known here"),
            }
        }
        Ok(())
    }

    fn any(&mut self, parts: &Value, value: &Value, within: &str) -> Result<(), String> {
        let mut refusals = Vec::new();
        for part in parts.as_array().into_iter().flatten() {
            match self.compare(part, value, within) {
                Ok(()) => return Ok(()),
                Err(err) => refusals.push(err),
            }
        }
        Err(refusals.join("; and "))
    }

    fn keys(&mut self, part: &Value, value: &Value, within: &str) -> Result<(), String> {
        let Some(object) = value.as_object() else { return Ok(()) };
        for key in part["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !object.contains_key(key) {
                return Err(format!("`{key}` is missing in {value}"));
            }
        }
        for (key, inner) in object {
            let Some(wanted) = part["properties"].get(key) else {
                return Err(format!("`{key}` is not known in {value}"));
            };
            self.seen.insert(format!("{within} {key}"));
            self.compare(wanted, inner, within).map_err(|err| format!("{key}: {err}"))?;
        }
        Ok(())
    }
}

fn as_length(wanted: &Value) -> Option<usize> {
    wanted.as_u64().and_then(|it| usize::try_from(it).ok())
}

fn has_format(format: &str, value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    match format {
        "date" => text.parse::<chrono::NaiveDate>().is_ok(),
        "date-time" => chrono::DateTime::parse_from_rfc3339(text).is_ok(),
        other => panic!("the format {other} is not known here"),
    }
}

fn matches(pattern: &str, value: &Value) -> bool {
    static PATTERNS: LazyLock<Mutex<HashMap<String, Regex>>> = LazyLock::new(Mutex::default);
    let mut patterns = PATTERNS.lock().unwrap_or_else(PoisonError::into_inner);
    let compiled = || Regex::new(pattern).unwrap_or_else(|err| panic!("{pattern}: {err}"));
    let pattern = patterns.entry(pattern.to_owned()).or_insert_with(compiled);
    pattern.is_match(value.as_str().unwrap_or_default())
}
