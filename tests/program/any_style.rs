//! Tests that every command reads a journal in any TOML style the same way.

use std::path::Path;

use proptest::prelude::*;
use rounds::{Fact, journal};
use toml::{Table, Value};

use crate::folder::{self, Folder, Ran};

/// Chooses how each part is written. The same seed gives the same choices.
struct Style(u64);

impl Style {
    /// Returns a number below `count`.
    fn any(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % count
    }

    fn one_of<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        let count = texts.len() as u64;
        texts[usize::try_from(self.any(count)).expect("it is small")]
    }

    /// Rewrites a journal in another style.
    fn journal(&mut self, text: &str) -> String {
        let mut head: Table = toml::from_str(text).expect("the journal is TOML");
        let Some(Value::Array(facts)) = head.remove("fact") else { panic!("{text}") };
        let circle = Table::from_iter([(
            "circle".to_owned(),
            head.remove("circle").expect("it has a circle"),
        )]);
        let tables = |it: &Value| it.as_table().expect("a fact is a table").clone();
        let facts: Vec<Table> = facts.iter().map(tables).collect();
        let circle = circle.to_string();
        let (root, end) = match self.any(4) {
            0 => {
                let facts: Vec<String> = facts.iter().map(|it| self.inline(it)).collect();
                (format!("fact = [\n  {},\n]\n", facts.join(", # and then\n  ")), circle)
            }
            1 => (String::new(), self.blocks(&facts) + &circle),
            _ => (String::new(), circle + &self.blocks(&facts)),
        };
        let text = format!("# The journal.\n{head}{root}{end}");
        let text = if self.any(2) == 0 { text.replace('\n', "\r\n") } else { text };
        if self.any(4) == 0 { format!("\u{feff}{text}") } else { text }
    }

    fn blocks(&mut self, facts: &[Table]) -> String {
        facts.iter().map(|it| self.block(it)).collect()
    }

    fn block(&mut self, fact: &Table) -> String {
        let headers =
            ["[[fact]]", " [[ fact ]] # a remark", "[[\"fact\"]]", "[['f\u{61}ct']]\n# A remark."];
        let mut block = self.one_of(&["", "\n", "\n\n# at\n"]).to_owned();
        block += self.one_of(&headers);
        block += "\n";
        for (key, value) in self.shuffled(fact) {
            let remark = self.one_of(&["", " # a remark", "\t#[[fact]]"]);
            block += &format!("{} = {}{remark}\n", self.key(&key), self.value(&value, true));
        }
        block
    }

    fn inline(&mut self, fact: &Table) -> String {
        let pairs = self.shuffled(fact).into_iter();
        let pairs =
            pairs.map(|(key, value)| format!("{}={}", self.key(&key), self.value(&value, false)));
        format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
    }

    fn shuffled(&mut self, fact: &Table) -> Vec<(String, Value)> {
        let mut pairs: Vec<(String, Value)> = fact.clone().into_iter().collect();
        pairs.sort_by_cached_key(|_| self.any(100));
        pairs
    }

    fn key(&mut self, key: &str) -> String {
        match self.any(4) {
            0 => format!("\"{key}\""),
            1 => format!("'{key}'"),
            _ => key.to_owned(),
        }
    }

    fn value(&mut self, value: &Value, lines: bool) -> String {
        match value {
            Value::String(text) => self.text(text, lines),
            Value::Array(values) => {
                let comma =
                    self.one_of(&if lines { [", ", ",\n\t", ", # so\n"] } else { [","; 3] });
                let values: Vec<String> = values.iter().map(|it| self.value(it, lines)).collect();
                let end =
                    if lines && !values.is_empty() { self.one_of(&["", ",", "\n"]) } else { "" };
                format!("[{}{end}]", values.join(comma))
            }
            Value::Datetime(at) if at.time.is_some() => {
                at.to_string().replace('T', self.one_of(&["T", "t", " "]))
            }
            other => other.to_string(),
        }
    }

    fn text(&mut self, text: &str, lines: bool) -> String {
        let plain = text.chars().all(|it| !it.is_control()) && !text.contains('\'');
        let escaped: Vec<String> =
            text.chars().map(|it| format!("\\U{:08x}", u32::from(it))).collect();
        let escaped = escaped.concat();
        match self.any(4) {
            0 if plain => format!("'{text}'"),
            1 if plain && lines => format!("'''\n{text}'''"),
            2 => format!("\"{escaped}\""),
            3 if lines => format!("\"\"\"\\\n   {escaped}\"\"\""),
            _ => Value::from(text).to_string(),
        }
    }
}

/// The journals of the example's year, by their names.
fn journals() -> Vec<(String, String)> {
    let garden = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden");
    let is_journal = |name: &str| {
        name.starts_with("meetings/") && Path::new(name).extension() == Some("toml".as_ref())
    };
    let files = folder::files(&garden).into_iter();
    let found: Vec<_> = files.filter(|(name, _)| is_journal(name)).collect();
    assert!(found.len() > 20);
    found
}

fn garden() -> Folder {
    Folder::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_facts_are_read_in_any_style(which in any::<prop::sample::Index>(), seed in any::<u64>()) {
        let journals = journals();
        let (name, text) = which.get(&journals);
        let styled = Style(seed).journal(text);
        let plain = journal::read(text).unwrap();
        let read = journal::read(&styled).unwrap_or_else(|it| panic!("{name}: {it:?}\n{styled}"));
        prop_assert_eq!((&read.head, &read.facts, read.torn), (&plain.head, &plain.facts, None));
        let kinds: Vec<&str> = plain.facts.iter().map(|it: &Fact| it.what.word()).step_by(5).collect();
        prop_assert_eq!(journal::standing(&styled, &kinds), journal::standing(text, &kinds));
    }
}

#[test]
fn every_command_says_the_same_of_journals_in_any_style() {
    let commands = [
        "",
        "replay",
        "due --on 2026-10-01",
        "log",
        "log bees",
        "check",
        "show quiet",
        "roles",
        "agenda --on 2026-09-19",
        "backlog",
        "minutes 2026-05-16",
        "export json",
    ];
    let (plain, other) = (garden(), garden());
    for (seed, (name, text)) in (0..).zip(journals()) {
        // A journal in another style has another digest.
        let bare = text.lines().filter(|it| !it.starts_with("digest = "));
        let bare = bare.collect::<Vec<_>>().join("\n") + "\n";
        other.write(&name, Style(seed).journal(&bare));
        plain.write(&name, bare);
    }
    for command in commands {
        let (plain, other): (Ran, Ran) = (plain.run(command), other.run(command));
        assert!(plain.code < Some(2) && plain.stderr.is_empty(), "{command}: {plain:?}");
        assert_eq!(plain, other, "{command}");
    }
}

/// Runs the next commands of a facilitator after changing the journal of the last meeting.
#[track_caller]
fn filed_is_filed(change: impl Fn(&str) -> String) {
    let folder = garden();
    let (name, text) = journals().pop().expect("there is one");
    let said = folder.run("").fine();
    assert!(!said.contains("paused"), "{said}");
    folder.write(&name, change(&text));
    assert_eq!(folder.run("").fine(), said);
    assert_eq!(folder.run("check"), garden().run("check"));
    // A new meeting begins, because the last one is closed.
    let ran = folder.run_with("meet --script -", "/at 2026-10-03T19:00+02:00\nall\n");
    assert!(ran.stdout.contains("Who is here?"), "{ran:?}");
    assert!(folder.files().contains_key("meetings/2026-10-03.toml"), "{ran:?}");
}

#[test]
fn a_filed_meeting_is_filed_with_any_line_ends() {
    filed_is_filed(|text| text.replace('\n', "\r\n"));
}

#[test]
fn a_filed_meeting_is_filed_with_a_remark_behind_it() {
    filed_is_filed(|text| text.replace("\"filed\"", "\"filed\" # by Ana"));
}
