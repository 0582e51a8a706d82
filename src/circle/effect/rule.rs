//! Changes one rule of a circle, or one key of how it meets.

use toml::Value;

use crate::circle::{Circle, MeetingPlan, Rules};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::toml_file::fields::{Keys, Table};
use crate::toml_file::reader::Reader;
use crate::toml_file::{FileKind, parse, unknown_word, write};

/// The tables in which a rule can be.
const TABLES: &Keys = &[("rules", "[rules]"), ("meeting", "[meeting]")];

/// The one rule that needs two names at once, and is changed in the file.
const PAIRS: &str = "apart";

/// Returns the keys that are rules, in the order of the file.
pub(crate) fn keys() -> impl Iterator<Item = &'static str> + Clone {
    let all = Rules::KEYS.iter().chain(MeetingPlan::KEYS);
    all.map(|(key, _)| *key).filter(|it| *it != PAIRS)
}

/// Sets a rule of a circle to a value as in the file, without quotes.
pub(super) fn set(circle: &mut Circle, key: &str, value: &str) -> Result<()> {
    if keys().all(|it| it != key) {
        return Err(unknown_word("rule", key, keys()));
    }
    // A number, a day, `true` or `false` is written without quotes, and everything else with them.
    let literal = toml::from_str::<toml::Table>(&format!("it = {value}")).ok();
    let literal = literal.and_then(|mut it| it.remove("it")).filter(|it| !it.is_str());
    let read = |value: Value| -> Result<(Rules, MeetingPlan)> {
        let set = |mut pairs: Vec<(&'static str, Option<Value>)>| {
            for (_, old) in pairs.iter_mut().filter(|(it, _)| *it == key) {
                *old = Some(value.clone());
            }
            write::lines(&pairs)
        };
        let (rules, plan) = (set(circle.rules.pairs()), set(circle.plan.pairs()));
        let text = format!("[rules]\n{rules}[meeting]\n{plan}");
        let (table, _) = parse(&text, FileKind::Circle);
        let mut reader = Reader::new(&text);
        let top = reader.section(&table, 0, TABLES);
        let both = reader.table(&top, "rules").zip(reader.table(&top, "meeting"));
        reader.finish(both).map_err(|errors| first(errors, key))
    };
    let as_text = || read(Value::String(value.to_owned()));
    let (rules, plan) = match literal.map(read) {
        Some(Ok(both)) => both,
        _ => as_text()?,
    };
    (circle.rules, circle.plan) = (rules, plan);
    Ok(())
}

/// Returns the first of these errors without its place.
fn first(errors: Vec<Error>, key: &str) -> Error {
    let first = errors.into_iter().next();
    let err = first.unwrap_or_else(|| Error::new(say!("error-invalid-effect", text = key)));
    Error { place: crate::error::Place::default(), ..err }
}
