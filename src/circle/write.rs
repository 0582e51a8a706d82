//! Writes a circle as the `[circle]` table of a journal's head, with every rule spelled out.
//!
//! It never writes `circle.toml`, whose comments and layout belong to the circle.

use crate::circle::Circle;
use crate::toml_file::fields::{Field, Table};
use crate::toml_file::write;

impl Circle {
    /// Writes the circle as the `[circle]` table of a journal's head.
    ///
    /// Every rule is written, and the language, so that the journal keeps its meaning when a later
    /// version has other defaults. Each text is on one line, so that no line of a text can look like
    /// the beginning of a fact.
    pub fn to_toml(&self) -> String {
        let top = [
            ("name", self.name.write()),
            ("id", self.id.write()),
            ("aim", self.aim.write()),
            ("domain", self.domain.write()),
            ("since", self.since.write()),
            ("ended", self.ended.write()),
            ("language", Some(self.language.as_deref().unwrap_or("en").into())),
        ];
        let mut out = format!("[circle]\n{}", write::lines(&top));
        let plan = write::lines(&self.plan.pairs());
        if !plan.is_empty() {
            out += &format!("\n[circle.meeting]\n{plan}");
        }
        out += &format!("\n[circle.rules]\n{}", write::lines(&self.rules.pairs()));
        for member in &self.members {
            out += &format!("\n[[circle.member]]\n{}", write::lines(&member.pairs()));
        }
        for role in &self.roles {
            out += &format!("\n[[circle.role]]\n{}", write::lines(&role.pairs()));
        }
        out
    }
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
    fn written_circles_are_read_back() {
        for text in CIRCLES {
            read_back(&Circle::read(text).unwrap());
        }
    }

    #[test]
    fn a_circle_with_every_key_is_read_back() {
        let text = r#"
            id = "4f2a8c61"
            since = 2024-02-29
            ended = 2028-02-29
            name = "Cañón \"7\" \\ 陈"
            aim = """
two lines
[[fact]]
	and a tab"""
            meeting = { minutes = 1, every = "1st and 3rd Tuesday at 19:00", from = 2026-01-31, zone = "Europe/Berlin" }
            rules.consent = "call"
            rules.steps = ["change", "read-back", "admin"]
            rules.term = "P2W"
            rules.quorum = 2
            rules.attribution = "all"
            rules.order = "seats"
            rules.aside = true
            rules.apart = [["Leader", "Compost"], ["Compost", "Keys"]]
            member = [{ name = "O'Neill", formerly = ["Oneill", "O"] }, { name = "ليلى", since = 2024-02-29, from = "Kitchen", ended = 2028-02-29 }]
            role = [
                { name = "Leader", kind = "leader", holder = "Zoë", outside = true },
                { name = "Compost", term = "10 days", holder = "O'Neill", until = 2026-02-01, ended = 2026-03-01 },
                { name = "Keys", formerly = ["Key"], since = 2026-01-31, until = 2026-01-31,
                  next = { holder = "O'Neill", since = 2026-02-01, until = 2026-02-02 } },
            ]
        "#;
        read_back(&Circle::read(text).unwrap());
    }

    #[test]
    fn files_that_stay_valid_without_one_letter_are_read_back() {
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
    fn no_line_of_a_text_looks_like_a_fact() {
        let text = "name = \"x\"\naim = \"\"\"\n[[fact]]\n\"\"\"\nmember = [{name = \"A\"}, {name = \"B\"}]";
        let circle = Circle::read(text).unwrap();
        assert!(circle.to_toml().lines().all(|it| it != "[[fact]]"));
    }
}
