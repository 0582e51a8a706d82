//! A second implementation of what counts in a decision in writing, over the bytes of its files. It uses
//! nothing of the program.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, Months, NaiveDate, Utc};
use toml::{Table, Value};

use super::copy::ID;
use super::{Files, Shown};
use crate::store::{Stands, Written};

/// Where a decision stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Standing {
    Waits(BTreeSet<String>),
    Objected(BTreeSet<String>),
    Agreed,
    /// Everyone has answered, and nobody consents or there is no quorum.
    Refused,
    Unread,
    Ended,
}

/// What the files say.
#[derive(Debug)]
pub(super) struct Judged {
    pub standing: Standing,
    /// The text that is adopted by right.
    pub adopted: Option<String>,
    /// How many files end it against the answers, cannot be read, or do not count.
    pub bad_ends: usize,
    pub unread: usize,
    pub void: usize,
}

/// Returns what the program says, in the words of the oracle.
pub(super) fn standing_of(it: &Written) -> Standing {
    match it.stands() {
        Stands::Waits(names) => Standing::Waits(names.into_iter().collect()),
        Stands::Objected(all) => Standing::Objected(all.into_iter().map(|it| it.0).collect()),
        Stands::Agreed => Standing::Agreed,
        Stands::Refused(_) => Standing::Refused,
        Stands::Unread => Standing::Unread,
        Stands::Ended => Standing::Ended,
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Said {
    Consent,
    Aside,
    Objection,
}

/// The decision while its facts are taken.
#[derive(Debug)]
struct Decision {
    title: String,
    members: Vec<(String, Option<NaiveDate>)>,
    allows_aside: bool,
    quorum: usize,
    related: BTreeSet<String>,
    about: BTreeSet<String>,
    present: BTreeSet<String>,
    asked: BTreeSet<String>,
    version: i64,
    /// The keys of the version but its number and days, and its text.
    words: BTreeMap<String, String>,
    text: String,
    said: BTreeMap<String, Said>,
    last: DateTime<FixedOffset>,
    ended: bool,
    adopted: Option<String>,
}

/// Whether a fact counts.
#[derive(PartialEq)]
enum Counts {
    Yes,
    No,
    BadEnd,
}

/// Remembers what a digest stands for: never two texts, and no text has two.
pub(super) fn show(files: &Files, seen: &str, shown: &mut Shown) {
    let words = decision(files, shown).expect("what is answered can be read").0.shown();
    let other = shown.iter().find(|(digest, it)| **it == words && *digest != seen);
    assert_eq!(other, None, "two digests of one text");
    let before = shown.insert(seen.to_owned(), words.clone());
    assert!(before.is_none_or(|it| it == words), "one digest of two texts");
}

/// Judges the files of a folder. `None` if it is not known what was put.
pub(super) fn judge(files: &Files, shown: &Shown) -> Option<Judged> {
    let (decision, judged) = decision(files, shown)?;
    let owing: BTreeSet<String> =
        decision.takes_part().into_iter().filter(|it| !decision.said.contains_key(it)).collect();
    let objecting: BTreeSet<String> =
        decision.said.iter().filter(|it| *it.1 == Said::Objection).map(|it| it.0.clone()).collect();
    let standing = match () {
        () if decision.ended => Standing::Ended,
        () if !objecting.is_empty() => Standing::Objected(objecting),
        () if !owing.is_empty() => Standing::Waits(owing),
        () if judged.unread > 0 => Standing::Unread,
        () if !decision.is_carried() => Standing::Refused,
        () => Standing::Agreed,
    };
    Some(Judged { standing, adopted: decision.adopted, ..judged })
}

fn decision(files: &Files, shown: &Shown) -> Option<(Decision, Judged)> {
    let first = format!("{ID}/1.toml");
    let mut decision = Decision::begin(&read(files.get(&first)?)?)?;
    let mut judged =
        Judged { standing: Standing::Unread, adopted: None, bad_ends: 0, unread: 0, void: 0 };
    let mut facts = Vec::new();
    let own = files.iter().filter(|(path, _)| path.starts_with(ID));
    for (path, content) in own.filter(|(path, _)| **path != first) {
        match read(content).as_ref().and_then(only_fact) {
            Some(fact) => {
                let at = moment(&fact)?;
                facts.push((at.with_timezone(&Utc), path.ends_with("/end.toml"), path, fact));
            }
            None => judged.unread += 1,
        }
    }
    facts.sort_by(|one, other| (one.0, one.1, one.2).cmp(&(other.0, other.1, other.2)));
    for (.., fact) in facts {
        match decision.take(&fact, shown) {
            Counts::Yes => {}
            Counts::No => judged.void += 1,
            Counts::BadEnd => judged.bad_ends += 1,
        }
    }
    Some((decision, judged))
}

fn read(content: &[u8]) -> Option<Table> {
    std::str::from_utf8(content).ok()?.parse().ok()
}

/// Returns the fact of a file with nothing else in it.
fn only_fact(table: &Table) -> Option<Table> {
    let facts = table.get("fact")?.as_array()?;
    let is_alone = table.len() == 1 && facts.len() == 1;
    let fact = facts.first()?.as_table()?.clone();
    (is_alone && fact.contains_key("what") && moment(&fact).is_some()).then_some(fact)
}

fn moment(fact: &Table) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(&fact.get("at")?.as_datetime()?.to_string()).ok()
}

fn text<'t>(table: &'t Table, key: &str) -> &'t str {
    table.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn day(table: &Table, key: &str) -> Option<NaiveDate> {
    table.get(key)?.to_string().parse().ok()
}

fn names(table: &Table, key: &str) -> BTreeSet<String> {
    let all = table.get(key).and_then(Value::as_array).into_iter().flatten();
    all.filter_map(Value::as_str).map(str::to_owned).collect()
}

impl Decision {
    fn begin(first: &Table) -> Option<Self> {
        let circle = first.get("circle")?.as_table()?;
        let rules = circle.get("rules")?.as_table()?;
        let members = circle.get("member")?.as_array()?.iter().filter_map(Value::as_table);
        let facts: Vec<&Table> =
            first.get("fact")?.as_array()?.iter().filter_map(Value::as_table).collect();
        if text(facts.last()?, "what") != "awaited" {
            return None;
        }
        let mut it = Self {
            title: String::new(),
            members: members.map(|it| (text(it, "name").to_owned(), day(it, "away"))).collect(),
            allows_aside: rules.get("aside").and_then(Value::as_bool) == Some(true),
            quorum: usize::try_from(rules.get("quorum")?.as_integer()?).ok()?,
            related: BTreeSet::new(),
            about: BTreeSet::new(),
            present: BTreeSet::new(),
            asked: BTreeSet::new(),
            version: 1,
            words: BTreeMap::new(),
            text: String::new(),
            said: BTreeMap::new(),
            last: moment(facts[0])?,
            ended: false,
            adopted: None,
        };
        for fact in facts {
            it.last = moment(fact)?;
            match text(fact, "what") {
                "opened" => it.present = names(fact, "present"),
                "began" => text(fact, "title").clone_into(&mut it.title),
                "related" => {
                    it.about.extend(fact.get("about").and_then(Value::as_str).map(str::to_owned));
                    it.related.insert(format!("{fact:?}"));
                }
                "presented" => it.put(fact),
                "consented" => drop(it.said.insert(text(fact, "who").to_owned(), Said::Consent)),
                "awaited" => it.asked = names(fact, "who"),
                other => panic!("the oracle does not know `{other}`"),
            }
        }
        Some(it)
    }

    fn put(&mut self, fact: &Table) {
        text(fact, "text").clone_into(&mut self.text);
        let own = fact.iter();
        let own = own.filter(|it| !["what", "version", "review", "at"].contains(&it.0.as_str()));
        self.words = own.map(|(key, value)| (key.clone(), value.to_string())).collect();
    }

    /// Returns what a digest stands for.
    fn shown(&self) -> String {
        format!("{} {:?} {:?}", self.title, self.related, self.words)
    }

    fn takes_part(&self) -> BTreeSet<String> {
        self.present.union(&self.asked).filter(|it| !self.about.contains(*it)).cloned().collect()
    }

    fn take(&mut self, fact: &Table, shown: &Shown) -> Counts {
        let what = text(fact, "what");
        let ends = ["adopted", "postponed"].contains(&what);
        let at = moment(fact).expect("it was read");
        let counts = !self.ended && at >= self.last && self.fits(fact, what, at, shown);
        if !counts {
            return if ends { Counts::BadEnd } else { Counts::No };
        }
        self.last = at;
        let who = text(fact, "who").to_owned();
        match what {
            "consented" => drop(self.said.insert(who, Said::Consent)),
            "stood-aside" => drop(self.said.insert(who, Said::Aside)),
            "objected" => drop(self.said.insert(who, Said::Objection)),
            "presented" => {
                self.put(fact);
                self.version += 1;
                self.said.clear();
                self.present.clear();
                let is_here =
                    |away: &Option<NaiveDate>| away.is_none_or(|it| it <= at.date_naive());
                let here = self.members.iter().filter(|(_, away)| is_here(away));
                let here = here.filter(|(who, _)| !self.about.contains(who));
                self.asked = here.map(|it| it.0.clone()).collect();
            }
            "adopted" => self.adopted = Some(self.text.clone()),
            _ => {}
        }
        self.ended |= ends;
        Counts::Yes
    }

    fn fits(&self, fact: &Table, what: &str, at: DateTime<FixedOffset>, shown: &Shown) -> bool {
        let version = fact.get("version").and_then(Value::as_integer);
        let is_now = version == Some(self.version);
        let is_known = match fact.get("seen").and_then(Value::as_str) {
            Some(seen) => shown.get(seen) == Some(&self.shown()),
            None => true,
        };
        let who = text(fact, "who");
        let answers = is_now && is_known && self.takes_part().contains(who);
        match what {
            "consented" => answers,
            "objected" => answers && !text(fact, "reason").is_empty(),
            "stood-aside" => answers && self.allows_aside,
            "noted" => self.present.contains(who) || self.asked.contains(who),
            "awaited" => {
                let is_later = day(fact, "until").is_none_or(|it| it >= at.date_naive());
                is_now && is_later && names(fact, "who") == self.asked
            }
            "presented" => {
                let mut next = self.words.clone();
                next.insert("text".to_owned(), format!("{:?}", text(fact, "text")));
                version == Some(self.version + 1) && next != self.words
            }
            "adopted" => is_now && self.may_be_adopted(fact, at),
            "postponed" => true,
            other => panic!("the oracle does not know `{other}`"),
        }
    }

    /// Returns whether somebody consents, and enough members take part.
    fn is_carried(&self) -> bool {
        let takes_part: BTreeSet<&String> = self.present.union(&self.asked).collect();
        self.said.values().any(|it| *it == Said::Consent) && takes_part.len() >= self.quorum
    }

    /// Returns whether everyone who takes part has consented or stands aside, and it says what was put.
    fn may_be_adopted(&self, fact: &Table, at: DateTime<FixedOffset>) -> bool {
        let all = self.takes_part();
        let have_said = all.iter().all(|it| self.said.contains_key(it));
        let nobody_objects = self.said.values().all(|it| *it != Said::Objection);
        let as_put = self
            .words
            .iter()
            .all(|(key, value)| fact.get(key).is_some_and(|it| it.to_string() == *value));
        let review = at.date_naive().checked_add_months(Months::new(12));
        let says = text(fact, "title") == self.title && as_put && day(fact, "review") == review;
        let people = names(fact, "present") == self.present && names(fact, "written") == self.asked;
        have_said && nobody_objects && self.is_carried() && says && people
    }
}
