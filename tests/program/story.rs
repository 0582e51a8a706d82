//! Plays the meetings from the literature, and asserts their results.

use std::path::Path;

use similar::{ChangeTag, TextDiff};
use toml::Table;

use crate::folder::{Folder, Ran};

/// A meeting that was played in a folder of its own.
pub struct Story {
    pub folder: Folder,
    pub transcript: String,
    pub circle: String,
}

/// Plays a case's script.
#[track_caller]
pub fn play(case: &str) -> Story {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(case);
    let folder = Folder::empty();
    for name in ["circle.toml", "script.txt"] {
        let text = std::fs::read_to_string(from.join(name));
        folder.write(name, text.expect("every case has both"));
    }
    let circle = folder.read("circle.toml");
    let transcript = folder.run("meet --script script.txt").fine();
    Story { folder, transcript, circle }
}

impl Story {
    /// Asserts that the meeting wrote these files and no others.
    #[track_caller]
    pub fn files(&self, expected: &[&str]) {
        let found = self.folder.files();
        let mut expected = [expected, &["circle.toml", "script.txt"]].concat();
        expected.sort_unstable();
        assert_eq!(found.keys().map(String::as_str).collect::<Vec<_>>(), expected);
    }

    /// Asserts that a decision has exactly these keys and this text.
    #[track_caller]
    pub fn decision(&self, id: &str, front: &str, text: &str) {
        let file = self.folder.read(&format!("decisions/{id}.md"));
        let (found, body) = front_and_body(&file);
        let mut expected: Table = front.parse().expect("the test writes good TOML");
        expected.insert("id".into(), id.into());
        expected.insert("kind".into(), "decision".into());
        assert_eq!(found, expected, "{file}");
        assert_eq!(body, format!("{text}\n"));
    }

    /// Asserts that an election has exactly these keys, and these lines in its text.
    #[track_caller]
    pub fn election(&self, id: &str, front: &str, text: &[&str]) {
        let file = self.folder.read(&format!("elections/{id}.md"));
        let (found, body) = front_and_body(&file);
        let mut expected: Table = front.parse().expect("the test writes good TOML");
        expected.insert("id".into(), id.into());
        expected.insert("kind".into(), "election".into());
        assert_eq!(found, expected, "{file}");
        for part in text {
            assert!(body.contains(part), "{part}\n\n{body}");
        }
    }

    /// Asserts that the circle's file was changed in these lines only.
    #[track_caller]
    pub fn circle_gained(&self, gone: &[&str], new: &[&str]) {
        let now = self.folder.read("circle.toml");
        let diff = TextDiff::from_lines(&self.circle, &now);
        let of = |tag| {
            let changes = diff.iter_all_changes().filter(move |it| it.tag() == tag);
            changes.map(|it| it.value().trim_end().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!((of(ChangeTag::Delete), of(ChangeTag::Insert)), (owned(gone), owned(new)));
    }

    /// Returns the facts of one kind in the journal, in order.
    #[track_caller]
    pub fn facts(&self, day: &str, what: &str) -> Vec<Table> {
        let text = self.folder.read(&format!("meetings/{day}.toml"));
        let journal: Table = text.parse().expect("a journal is TOML");
        let facts = journal["fact"].as_array().into_iter().flatten();
        let facts = facts.filter_map(|it| it.as_table().cloned());
        facts.filter(|it| it["what"].as_str() == Some(what)).collect()
    }

    /// Asserts that the facts of one kind have these values of a key.
    #[track_caller]
    pub fn said(&self, day: &str, what: &str, key: &str, expected: &[&str]) {
        let facts = self.facts(day, what);
        let said = |it: &Table| it.get(key).and_then(|it| it.as_str()).unwrap_or("-").to_owned();
        assert_eq!(facts.iter().map(said).collect::<Vec<_>>(), expected);
    }

    /// Plays the same meeting with one line replaced.
    pub fn with(&self, line: &str, other: &str) -> Ran {
        let script = self.folder.read("script.txt");
        assert!(script.contains(line), "{line}");
        self.folder.write("other.txt", script.replacen(line, other, 1));
        self.folder.run("meet --new --dry-run --script other.txt")
    }

    #[track_caller]
    pub fn minutes(&self, day: &str, parts: &[&str]) {
        let minutes = self.folder.read(&format!("meetings/{day}.md"));
        for part in parts {
            assert!(minutes.contains(part), "{part}\n\n{minutes}");
        }
    }
}

fn front_and_body(file: &str) -> (Table, &str) {
    let rest = file.strip_prefix("+++\n").expect("front matter begins the file");
    let (front, body) = rest.split_once("\n+++\n\n").expect("front matter ends");
    (front.parse().expect("front matter is TOML"), body)
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|it| (*it).to_owned()).collect()
}
