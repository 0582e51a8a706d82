//! A copy of a circle's folder, with a clock of its own, and what people do in it.

use std::fs;
use std::path::Path;

use chrono::TimeDelta;
use proptest::prelude::*;
use tempfile::TempDir;

use super::damage::{self, Damage, Hand};
use super::{Files, Shown, fixtures, oracle};
use crate::cli::replay::finding::{Finding, Level};
use crate::cli::replay::in_writing;
use crate::cli::replay::records::Records;
use crate::cli::replay::sources::Source;
use crate::cli::{ask, settle, written};
use crate::error::{Error, Result};
use crate::meeting::{Fact, Moment, Presented, StoodAside, What};
use crate::records::format::journal::seen;
use crate::store::{Archive, Folder, Stands, Written, write_records};

/// The folder of the decision.
pub(super) const ID: &str = "written/2026-09-05-quiet-hours";

const PEOPLE: [&str; 5] = ["Ana", "Ben", "Chen", "Dana", "Emil"];

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Act {
    /// Somebody answers.
    Answer(usize, Answer),
    /// Everyone who owes an answer, or objects, consents.
    Everyone,
    /// A new version of the text.
    Amend(u32),
    /// Those who are asked get so many days from now.
    Longer(u64),
    Settle,
    ToMeeting,
    /// The clock is set back by hours.
    Back(i64),
    /// Days pass.
    Days(i64),
    Hand(usize, Hand),
    Damage(usize, Damage),
    /// What another copy has is merged into this one.
    Pull,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Answer {
    Consent,
    Concern,
    Object,
    Aside,
    Note,
    ToMeeting,
}

pub(super) fn acts() -> impl Strategy<Value = Act> {
    use Answer::{Aside, Concern, Consent, Note, Object, ToMeeting};
    let answer = prop_oneof![
        12 => Just(Consent),
        2 => Just(Concern),
        3 => Just(Object),
        2 => Just(Aside),
        1 => Just(Note),
        1 => Just(ToMeeting),
    ];
    prop_oneof![
        30 => (0..5_usize, answer).prop_map(|(who, answer)| Act::Answer(who, answer)),
        5 => Just(Act::Everyone),
        3 => (0..3_u32).prop_map(Act::Amend),
        1 => (0..30_u64).prop_map(Act::Longer),
        8 => Just(Act::Settle),
        1 => Just(Act::ToMeeting),
        2 => (1..60_i64).prop_map(Act::Back),
        2 => (1..40_i64).prop_map(Act::Days),
        2 => (0..5_usize, damage::hands()).prop_map(|(who, it)| Act::Hand(who, it)),
        1 => (0..9_usize, damage::damages()).prop_map(|(nth, it)| Act::Damage(nth, it)),
        3 => Just(Act::Pull),
    ]
}

pub(super) struct Copy {
    dir: TempDir,
    pub folder: Folder,
    pub now: Moment,
    /// Whether something happened to the files after which findings are to be expected.
    pub is_odd: bool,
}

impl Copy {
    pub(super) fn of(files: &Files) -> Self {
        // Where the memory is a disk, flushing takes no time.
        let memory = Path::new("/dev/shm");
        let dir = match tempfile::tempdir_in(memory) {
            Ok(dir) => dir,
            Err(_) => tempfile::tempdir().unwrap(),
        };
        let folder = Folder::at(dir.path());
        let copy = Self { dir, folder, now: fixtures::moment(3600), is_odd: false };
        copy.put(files.iter());
        copy
    }

    /// Lets time pass.
    pub(super) fn pass(&mut self, seconds: i64) {
        self.now += TimeDelta::seconds(seconds);
    }

    /// Returns all files.
    #[expect(clippy::disallowed_methods, reason = "tests read files")]
    pub(super) fn files(&self) -> Files {
        let mut files = Files::new();
        let mut folders = vec![self.dir.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(self.dir.path()).unwrap();
                    files.insert(name.to_str().unwrap().to_owned(), fs::read(&path).unwrap());
                }
            }
        }
        files
    }

    pub(super) fn count(&self) -> usize {
        self.files().len()
    }

    #[expect(clippy::disallowed_methods, reason = "tests write files")]
    pub(super) fn write(&self, path: &str, content: &[u8]) {
        let path = self.folder.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Writes files in this order, and removes all others.
    #[expect(clippy::disallowed_methods, reason = "tests remove files")]
    pub(super) fn put<'f>(&self, files: impl Iterator<Item = (&'f String, &'f Vec<u8>)>) {
        for path in self.files().keys() {
            fs::remove_file(self.folder.path(path)).unwrap();
        }
        files.for_each(|(path, content)| self.write(path, content));
    }

    pub(super) fn read(&self) -> Result<Written> {
        Written::read(&self.folder, ID)
    }

    pub(super) fn written(&self) -> Option<Written> {
        self.read().ok()
    }

    /// Returns the texts of the records of this decision, by their paths.
    pub(super) fn records(&self) -> Files {
        let of_this = |it: &[u8]| String::from_utf8_lossy(it).contains(&format!("\"{ID}\""));
        let mut files = self.files();
        files.retain(|path, content| path.starts_with("decisions/") && of_this(content));
        files
    }

    pub(super) fn has_record(&self) -> bool {
        !self.records().is_empty()
    }

    /// Returns what `replay` and `check` find wrong.
    pub(super) fn found(&self) -> Vec<Error> {
        let source = Source::whole(&self.folder).unwrap();
        let archive = Archive::of(&self.folder);
        let (mut records, mut found) = (Records::default(), Vec::new());
        let unread = in_writing(&source, &archive, |it| {
            records.take(&it);
            found.extend(it.found);
            Ok(())
        });
        found.extend(unread.unwrap());
        found.extend(records.across(&source, Some(&archive)).unwrap());
        found.retain(|it: &Finding| it.level == Level::Finding);
        found.into_iter().map(|it| it.error).collect()
    }

    /// Does one thing, or leaves it where it is refused.
    pub(super) fn act(&mut self, act: &Act, shown: &mut Shown) {
        match act {
            Act::Answer(who, answer) => {
                let Some(mut it) = self.open() else { return };
                self.answer(&mut it, PEOPLE[*who], *answer, shown);
            }
            Act::Everyone => {
                let Some(mut it) = self.open() else { return };
                while let Some(who) = silent(&it) {
                    self.now += TimeDelta::seconds(60);
                    self.answer(&mut it, &who, Answer::Consent, shown);
                }
            }
            Act::Amend(hour) => self.amend(*hour),
            Act::Longer(days) => {
                let Some(mut it) = self.open() else { return };
                let until = self.now.date_naive() + chrono::Days::new(*days);
                let _ = ask::longer(&mut it, &self.folder, until, self.now);
            }
            Act::Settle => self.settle(shown),
            Act::ToMeeting => {
                let Some(mut it) = self.open() else { return };
                let (at, words) = (it.next_at(self.now), written::words_of(&it));
                let mut archive = Archive::of(&self.folder);
                let _ = write_records::to_meeting(&mut archive, &mut it, at, &words);
            }
            Act::Back(hours) => self.now -= TimeDelta::hours(*hours),
            Act::Days(days) => self.now += TimeDelta::days(*days),
            Act::Hand(who, hand) => damage::write(self, PEOPLE[*who], *hand, shown),
            Act::Damage(nth, how) => damage::damage(self, *nth, *how),
            Act::Pull => {}
        }
    }

    /// Returns the decision if it goes on and it is known what is asked.
    fn open(&self) -> Option<Written> {
        self.written().filter(|it| it.is_open() && it.is_known().is_ok())
    }

    /// Answers as `rounds answer` does, with the version that this copy shows.
    fn answer(&self, it: &mut Written, who: &str, answer: Answer, shown: &mut Shown) {
        let Some(item) = it.item() else { return };
        let version = item.version().unwrap().number;
        let digest = seen(item).unwrap();
        oracle::show(&self.files(), &digest, shown);
        let (seen, via, by) = (Some(digest), None, None);
        let (who, on, meeting) = (who.to_owned(), None, None);
        let reason = format!("At {}.", self.now);
        let what = match answer {
            Answer::Consent => What::Consented { who, version, concern: None, seen, via, by },
            Answer::Concern => {
                What::Consented { who, version, concern: Some(reason), seen, via, by }
            }
            Answer::Aside => What::StoodAside(StoodAside { who, version, reason, seen, via, by }),
            Answer::Note => What::Noted { who: Some(who), text: reason, seen, via, by },
            Answer::Object | Answer::ToMeeting => {
                let version = Some(version);
                What::Objected { who, reason, version, on, meeting, seen, via, by }
            }
        };
        let at = it.next_at(self.now);
        let name = what.people().into_iter().next().unwrap_or_default();
        let (files, waits) = (self.files(), it.stands());
        if it.answer(&self.folder, &name, Fact { what, at }).is_err() {
            assert_eq!(self.files(), files, "a refused answer is not written");
            assert_eq!(it.stands(), waits);
        }
    }

    /// Puts a new version as `rounds ask --amend` does.
    fn amend(&mut self, hour: u32) {
        let Some(mut it) = self.open() else { return };
        let Some(version) = it.item().and_then(|it| it.version()).cloned() else { return };
        let at = it.next_at(self.now);
        let wording = version.wording;
        let what = What::Presented(Presented {
            version: version.number + 1,
            text: format!("No drills after {hour}."),
            nominee: None,
            validity: wording.validity.announced(at.date_naive()),
            since: None,
            responsible: wording.responsible,
            measures: wording.measures,
            effects: wording.effects,
        });
        let _ = it.present(&self.folder, Fact { what, at });
    }

    /// Settles all that can be as `rounds settle` does, and checks what came of it.
    pub(super) fn settle(&mut self, shown: &Shown) {
        let before = self.files();
        let had = self.records();
        let settled = settle_all(&self.folder);
        assert!(self.is_odd || settled.is_ok(), "{:?}", settled.err());
        let after = self.files();
        if before == after {
            return;
        }
        let end = format!("{ID}/end.toml");
        if before.get(&end) != after.get(&end) {
            let judged = oracle::judge(&before, shown).expect("it can be read");
            assert_eq!(judged.standing, oracle::Standing::Agreed, "settled too early");
        }
        let judged = oracle::judge(&after, shown);
        for (path, record) in self.records() {
            if let Some(before) = had.get(&path) {
                assert_eq!(*before, record, "{path} was changed");
                continue;
            }
            let adopted = judged.as_ref().and_then(|it| it.adopted.as_ref());
            let text = adopted.expect("a record is of what is adopted");
            assert!(String::from_utf8_lossy(&record).contains(text), "{path}");
        }
        let _ = settle_all(&self.folder);
        assert_eq!(self.files(), after, "settling again changes something");
    }
}

/// Returns somebody who owes an answer, or objects.
fn silent(it: &Written) -> Option<String> {
    match it.stands() {
        Stands::Waits(names) => names.into_iter().next(),
        Stands::Objected(all) => all.into_iter().map(|it| it.0).next(),
        _ => None,
    }
}

fn settle_all(folder: &Folder) -> Result<()> {
    let mut archive = Archive::of(folder);
    for mut it in folder.written()?.0 {
        if settle::can_be(&archive, &it)? {
            let words = written::words_of(&it);
            write_records::settle(&mut archive, &mut it, &words)?;
        }
    }
    Ok(())
}
