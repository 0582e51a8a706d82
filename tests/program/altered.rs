//! Tests that a replay finds every fact of a journal that was removed, repeated, moved or changed.
//!
//! `tests/cases/NAME/unnoticed.txt` lists the changes that are not found, for review: those of the
//! fact `filed`, which has the digest of all before it, where decisions, elections and minutes stay
//! the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;

use rounds::Circle;
use rounds::journal;
use rounds::{Existing, documents};
use rounds::{Fact, Meeting, MeetingId, What};
use rounds::{Lang, Words};
use toml::{Table, Value};

use crate::cases::{before, cases};
use crate::folder::{Files, Folder};
use crate::golden::Golden;

/// The journal and the records of a case.
struct Played {
    name: String,
    id: MeetingId,
    head: Circle,
    /// The text of each fact, in order.
    blocks: Vec<String>,
    facts: Vec<Fact>,
    files: Files,
    words: Words,
}

/// A change to a journal: its description, and the texts of the facts.
struct Slip {
    what: String,
    blocks: Vec<String>,
}

impl Played {
    fn of(case: &std::path::Path) -> Self {
        let folder = before(case);
        folder.run("meet --script script.txt").fine();
        let said = folder.run("--lang en replay").fine();
        assert!(said.ends_with(" 0 findings, 0 notes.\n"), "{}: {said}", case.display());
        let mut files = folder.files();
        let mut paths = files.keys();
        let path = paths
            .rfind(|it| it.starts_with("meetings/") && it.rsplit('.').next() == Some("toml"))
            .expect("a meeting leaves a journal")
            .clone();
        // An earlier meeting is walked in its own case.
        let stem = path.trim_end_matches("toml");
        files.retain(|it, _| !it.starts_with("meetings/") || it.starts_with(stem));
        let kept = journal::read(&files[&path]).expect("it was just written");
        let lang = kept.head.language.as_deref().and_then(Lang::find).unwrap_or(Lang::En);
        let id = MeetingId::of(path.as_ref());
        let words = Words::of(lang);
        let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (head, facts) = (kept.head, kept.facts);
        let blocks = facts.iter().map(journal::block).collect();
        Self { name, id, head, blocks, facts, files, words }
    }

    /// Returns the records of the meeting with these facts, if none of them is out of turn and the
    /// meeting is closed.
    fn gives(&self, facts: Vec<Fact>) -> Option<BTreeMap<String, String>> {
        let meeting = Meeting::of(rounds::FORMAT, self.head.clone(), facts).ok()?;
        if meeting.step().is_some() {
            return None;
        }
        let records = documents(&meeting, &self.id, &Existing::of([&self.files]), &self.words);
        Some(records.into_iter().collect())
    }

    /// Returns the changes that leave the meeting's records the same.
    fn same<'s>(&self, slips: &[&'s Slip]) -> Vec<&'s Slip> {
        let before = self.gives(self.facts.clone()).expect("the meeting is over");
        let known: HashMap<&String, &Fact> = self.blocks.iter().zip(&self.facts).collect();
        let read =
            |it: &String| known.get(it).map_or_else(|| self.read(it), |it| Some((*it).clone()));
        let gives = |it: &Slip| self.gives(it.blocks.iter().map(read).collect::<Option<_>>()?);
        let is_same = |it: &&Slip| gives(it).as_ref() == Some(&before) && !self.is_given_away(it);
        slips.iter().copied().filter(is_same).collect()
    }

    /// Returns whether the digests in `filed` tell that the journal was changed.
    fn is_given_away(&self, slip: &Slip) -> bool {
        let text = journal::head(&self.head) + &slip.blocks.concat();
        let Ok(kept) = journal::read(&text) else { return true };
        let (Some(What::Filed(then)), Some(What::Filed(now))) =
            (self.facts.last().map(|it| &it.what), kept.facts.last().map(|it| &it.what))
        else {
            return false;
        };
        let is_changed = journal::JournalDigests::of(&text, &kept).changed.is_some();
        is_changed || (now.digest.is_some() && now.records != then.records)
    }

    /// Removes, repeats, moves behind the next, and changes in each key every fact.
    fn slips(&self) -> Vec<Slip> {
        let mut slips = Vec::new();
        let mut slip = |what: String, change: &dyn Fn(&mut Vec<String>)| {
            let mut blocks = self.blocks.clone();
            change(&mut blocks);
            slips.push(Slip { what, blocks });
        };
        for (place, fact) in self.facts.iter().enumerate() {
            let name = format!("{:3} {}", place + 1, fact.what.word());
            slip(format!("{name} taken away"), &|it| drop(it.remove(place)));
            slip(format!("{name} said twice"), &|it| it.insert(place, it[place].clone()));
            if let Some(next) = self.facts.get(place + 1) {
                // A moved fact gets the time of its new position.
                let (one, other) = (fact.what.clone(), next.what.clone());
                let moved = [Fact { what: other, at: fact.at }, Fact { what: one, at: next.at }];
                let moved = moved.each_ref().map(journal::block);
                slip(format!("{name} behind {}", next.what.word()), &|it| {
                    it[place..place + 2].clone_from_slice(&moved);
                });
            }
            for (key, text) in self.changed(fact) {
                slip(format!("{name} with another {key}"), &|it| it[place].clone_from(&text));
            }
        }
        slips
    }

    /// Parses one block.
    fn read(&self, block: &str) -> Option<Fact> {
        let kept = journal::read(&(journal::head(&self.head) + block)).ok()?;
        kept.facts.into_iter().next().filter(|_| kept.torn.is_none())
    }

    /// Returns the blocks of a fact with one key changed in each.
    fn changed(&self, fact: &Fact) -> Vec<(String, String)> {
        let block = journal::block(fact);
        let table: Table = block.replace("[[fact]]", "").parse().expect("a block is TOML");
        let mut changed = Vec::new();
        for (key, value) in &table {
            for (how, value) in self.others(key, value) {
                let mut other = table.clone();
                let at = other.remove("at").expect("it is always there");
                match value {
                    Some(value) if key == "at" => drop(other.insert(key.clone(), value)),
                    Some(value) => {
                        other.insert(key.clone(), value);
                        other.insert("at".to_owned(), at);
                    }
                    None => {
                        other.remove(key);
                        other.insert("at".to_owned(), at);
                    }
                }
                changed.push((format!("{key}{how}"), format!("\n[[fact]]\n{other}")));
            }
        }
        changed
    }

    /// Returns other values for a key; none removes the key.
    fn others(&self, key: &str, value: &Value) -> Vec<(String, Option<Value>)> {
        let members = self.head.names();
        let mut others: Vec<Option<Value>> = match value {
            Value::String(text) if key == "what" => {
                return vec![(String::new(), Some(format!("{text}x").into()))];
            }
            Value::String(text) if members.contains(text) => {
                let place = members.iter().position(|it| it == text).unwrap_or_default();
                vec![Some(members[(place + 1) % members.len()].clone().into())]
            }
            Value::String(text) => {
                let term = text.parse::<rounds::Term>().is_ok();
                let other = if term { "5 weeks".to_owned() } else { format!("{text} more") };
                vec![Some(other.into())]
            }
            Value::Integer(number) => vec![Some((number + 1).into())],
            Value::Boolean(flag) => vec![Some((!flag).into())],
            Value::Datetime(date) => vec![Some(Value::Datetime(later(*date)))],
            Value::Array(items) => {
                let mut more = items.clone();
                more.push(Value::from("Nobody"));
                let absent = members.iter().find(|it| !items.contains(&Value::from(it.as_str())));
                let with_absent = absent.map(|it| [&items[..], &[it.as_str().into()]].concat());
                let fewer = items.get(1..).map(<[Value]>::to_vec);
                let all = [Some(more), fewer, with_absent].into_iter().flatten();
                all.map(|it| Some(Value::Array(it))).collect()
            }
            Value::Float(_) | Value::Table(_) => Vec::new(),
        };
        if key != "at" {
            others.push(None);
        }
        let how = |place: usize, it: &Option<Value>| match it {
            None => " (none)".to_owned(),
            Some(Value::Array(_)) => format!(" ({})", place + 1),
            Some(_) => String::new(),
        };
        others.into_iter().enumerate().map(|(place, it)| (how(place, &it), it)).collect()
    }
}

/// Returns the next day, if it is in the same month.
fn later(mut date: toml::value::Datetime) -> toml::value::Datetime {
    if let Some(date) = &mut date.date {
        date.day = if date.day < 28 { date.day + 1 } else { date.day - 1 };
    }
    date
}

#[test]
fn no_fact_is_lost_doubled_moved_or_changed_unnoticed() {
    let mut golden = Golden::default();
    for case in cases() {
        let played = Played::of(&case);
        let mut same = String::new();
        let slips = played.slips();
        for slip in played.same(&slips.iter().collect::<Vec<_>>()) {
            writeln!(same, "{}", slip.what).expect("a text takes all");
        }
        golden.file(&case.join("unnoticed.txt"), &same);
    }
    golden.done();
}

/// The number of changes for each one that is tried with the program itself.
const SHARE: usize = 6;

#[test]
fn the_program_finds_what_is_not_the_same() {
    let mut expected = BTreeMap::new();
    let circles = Folder::empty();
    for (number, case) in cases().iter().enumerate() {
        let played = Played::of(case);
        circles.write("circle.toml", &played.files["circle.toml"]);
        let slips = played.slips();
        let share: Vec<&Slip> = slips.iter().skip(number % SHARE).step_by(SHARE).collect();
        let same: BTreeSet<&str> = played.same(&share).iter().map(|it| it.what.as_str()).collect();
        for (place, slip) in share.iter().enumerate() {
            let name = format!("{}-{place}", played.name);
            for (path, text) in &played.files {
                circles.write(&format!("{name}/{path}"), text);
            }
            let journal = journal::head(&played.head) + &slip.blocks.concat();
            circles.write(&format!("{name}/meetings/{}.toml", played.id.as_str()), journal);
            expected.insert(name, (!same.contains(slip.what.as_str()), slip.what.clone()));
        }
    }
    let ran = circles.run("replay --deep --json");
    assert_eq!(ran.stderr, "");
    let document: serde_json::Value = serde_json::from_str(&ran.stdout).expect("it is JSON");
    assert_eq!(document["meetings"].as_u64(), u64::try_from(expected.len()).ok());
    let found = document["found"].as_array().expect("there is a list").iter();
    let found: BTreeSet<&str> =
        found.filter_map(|it| it["file"].as_str()?.split('/').next()).collect();
    for (name, (is_found, what)) in &expected {
        assert_eq!(found.contains(name.as_str()), *is_found, "{name}: {what}");
    }
    assert!(expected.len() > 500, "only {} were tried", expected.len());
}
