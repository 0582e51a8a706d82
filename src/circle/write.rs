//! Writes a circle as the `[circle]` table of a journal's head, with every rule spelled out.
//!
//! It never writes `circle.toml`: that file is its owners', and keeps their comments and layout.

use std::fmt::Display;

use crate::circle::{Circle, OptionalStep, Quorum, Role, Rules};
use crate::toml_file::quoted;

impl Circle {
    /// Writes the circle as the `[circle]` table of a journal's head.
    ///
    /// Every rule is there, the list of steps and the language too, so that the journal means the
    /// same when the defaults of a later version are others. Each text is on one line, so that
    /// none can pass for a fact.
    pub fn to_toml(&self) -> String {
        let mut out = String::from("[circle]\n");
        out += &pair("name", quoted(&self.name));
        out += &text("aim", &self.aim);
        out += &text("domain", &self.domain);
        out += &pair("language", quoted(self.language.as_deref().unwrap_or("en")));
        if self.minutes.is_some() || self.every.is_some() {
            out += "\n[circle.meeting]\n";
            out += &optional("minutes", self.minutes);
            out += &optional("every", self.every.map(|it| quoted(&it.to_string())));
        }
        out += "\n[circle.rules]\n";
        out += &rules(&self.rules);
        for member in &self.members {
            out += "\n[[circle.member]]\n";
            out += &pair("name", quoted(&member.name));
            out += &optional("since", member.since);
        }
        for role in &self.roles {
            out += "\n[[circle.role]]\n";
            for (key, value) in pairs(role) {
                out += &optional(key, value);
            }
        }
        out
    }
}

/// A key, and how its value is written; none where the key is left out.
pub(crate) type Pair = (&'static str, Option<String>);

/// Writes what a role says, in the order of its keys.
pub(crate) fn pairs(role: &Role) -> [Pair; 8] {
    [
        ("name", Some(quoted(&role.name))),
        ("kind", role.kind.map(|it| quoted(it.word()))),
        ("purpose", filled(&role.purpose)),
        ("term", role.term.map(|it| quoted(&it.to_string()))),
        ("holder", role.holder.as_deref().map(quoted)),
        ("outside", role.outside.then(|| true.to_string())),
        ("since", role.since.map(|it| it.to_string())),
        ("until", role.until.map(|it| it.to_string())),
    ]
}

fn rules(rules: &Rules) -> String {
    let steps: Vec<String> = rules.steps.iter().map(|it| quoted(OptionalStep::word(*it))).collect();
    let apart: Vec<String> = rules
        .apart
        .iter()
        .map(|(one, other)| format!("[{}, {}]", quoted(one), quoted(other)))
        .collect();
    let quorum = match rules.quorum {
        Quorum::Number(number) => number.to_string(),
        quorum => quoted(&quorum.to_string()),
    };
    let mut out = pair("consent", quoted(rules.consent.word()));
    out += &pair("steps", format!("[{}]", steps.join(", ")));
    out += &pair("term", quoted(&rules.term.to_string()));
    out += &pair("quorum", quorum);
    out += &pair("attribution", quoted(rules.attribution.word()));
    out += &pair("order", quoted(rules.order.word()));
    out + &pair("apart", format!("[{}]", apart.join(", ")))
}

fn pair(key: &str, value: impl Display) -> String {
    format!("{key} = {value}\n")
}

/// Leaves the key out where there is no value.
fn optional(key: &str, value: Option<impl Display>) -> String {
    value.map(|it| pair(key, it)).unwrap_or_default()
}

/// Leaves the key out where the text is empty.
fn text(key: &str, text: &str) -> String {
    optional(key, filled(text))
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| quoted(text))
}

#[cfg(test)]
mod tests {
    use toml::de::{DeTable, DeValue};

    use super::*;

    const CIRCLES: [&str; 7] = [
        include_str!("../../tests/cases/cinema-club/circle.toml"),
        include_str!("../../tests/cases/community-facilitator/circle.toml"),
        include_str!("../../tests/cases/council-first-meeting/circle.toml"),
        include_str!("../../tests/cases/facilitator-victor/circle.toml"),
        include_str!("../../tests/cases/film/circle.toml"),
        include_str!("../../tests/cases/newsletter/circle.toml"),
        include_str!("../../tests/cases/running-indoors/circle.toml"),
    ];

    #[track_caller]
    fn read_back(circle: &Circle) {
        let text = format!("format = 1\n\n{}", circle.to_toml());
        let head = DeTable::parse(&text).unwrap();
        let Some(DeValue::Table(table)) = head.get_ref().get("circle").map(toml::Spanned::get_ref)
        else {
            panic!("no circle in {text}");
        };
        let mut expected = circle.clone();
        expected.language.get_or_insert_with(|| "en".to_owned());
        assert_eq!(Circle::from_table(&text, table).unwrap(), expected, "{text}");
    }

    #[test]
    fn what_is_written_is_read_back() {
        for text in CIRCLES {
            read_back(&Circle::read(text).unwrap());
        }
    }

    #[test]
    fn everything_a_circle_can_say_is_read_back() {
        let text = r#"
            name = "Cañón \"7\" \\ 陈"
            aim = """
two lines
[[fact]]
	and a tab"""
            meeting = { minutes = 1, every = "P2Y6M" }
            rules.consent = "call"
            rules.steps = ["change", "read-back", "admin"]
            rules.term = "P2W"
            rules.quorum = 2
            rules.attribution = "all"
            rules.order = "seats"
            rules.apart = [["Leader", "Compost"], ["Compost", "Keys"]]
            member = [{ name = "O'Neill" }, { name = "ليلى", since = 2024-02-29 }]
            role = [
                { name = "Leader", kind = "leader", holder = "Zoë", outside = true },
                { name = "Compost", term = "10 days", holder = "O'Neill" },
                { name = "Keys", since = 2026-01-31, until = 2026-01-31 },
            ]
        "#;
        read_back(&Circle::read(text).unwrap());
    }

    #[test]
    fn what_is_still_a_circle_without_one_letter_is_read_back() {
        for text in CIRCLES {
            for (at, letter) in text.char_indices() {
                let rest = format!("{}{}", &text[..at], &text[at + letter.len_utf8()..]);
                match Circle::read(&rest) {
                    Ok(circle) => read_back(&circle),
                    Err(errors) => {
                        assert!(!errors.is_empty());
                        assert!(errors.iter().all(|it| it.place.column.is_some()));
                        assert!(errors.iter().all(|it| it.hint.is_some()));
                    }
                }
            }
        }
    }

    #[test]
    fn no_line_of_a_text_can_pass_for_a_fact() {
        let text = "name = \"x\"\naim = \"\"\"\n[[fact]]\n\"\"\"\nmember = [{name = \"A\"}, {name = \"B\"}]";
        let circle = Circle::read(text).unwrap();
        assert!(circle.to_toml().lines().all(|it| it != "[[fact]]"));
    }
}
