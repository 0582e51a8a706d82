//! Decisions in writing: one folder each, `written/2026-09-05-quiet-hours`, read as one journal.
//!
//! `1.toml` has what was put. Every other file holds one fact, and they count in the order of their
//! times. Each is offered to the walk; what it does not take does not count, and is named.

mod first_files;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{
    Draft, Fact, Item, ItemKind, Meeting, MeetingId, Moment, Setting, Step, What,
};
use crate::records::format::journal::{JournalReader, block, head_in_writing, seen};
use crate::records::{Due, DueKind, Topic, filing};
use crate::store::file::{self, RECORD_LIMIT, in_part, name_of, named};
use crate::store::{Folder, journal};
use crate::text::{same, slug};

pub(super) use first_files::beginnings;
pub(crate) use first_files::{changed, lost};

/// The file with what was put, and the one that ends it.
const FIRST: &str = "1.toml";
const END: &str = "end.toml";

/// A decision in writing.
#[derive(Debug)]
pub(crate) struct Written {
    /// Its folder in that of the circle: `written/2026-09-05-quiet-hours`.
    pub id: MeetingId,
    /// The meeting that put it.
    pub put_by: Option<String>,
    /// What counts.
    pub meeting: Meeting,
    /// The errors of files that cannot be read.
    pub unread: Vec<Error>,
    /// Why an end does not fit the answers.
    pub out_of_turn: Vec<Error>,
    /// Why each other file does not count.
    pub void: Vec<Error>,
}

/// Where a decision in writing stands.
#[derive(Debug, PartialEq)]
pub(crate) enum Stands {
    /// These members have not answered.
    Waits(Vec<String>),
    /// These members object, and why.
    Objected(Vec<(String, String)>),
    /// Everyone has consented.
    Agreed,
    /// Everyone has answered and nobody objects, but it cannot be adopted: why.
    Refused(Error),
    /// Everyone whose answer can be read has consented, but another file cannot be read.
    Unread,
    Ended,
}

impl Folder {
    /// Reads all decisions in writing, in the order of their folders, and the errors of the files that
    /// cannot be read.
    pub(crate) fn written(&self) -> Result<(Vec<Written>, Vec<Error>)> {
        let read = |path: PathBuf| Written::read(self, &in_part(MeetingId::WRITTEN, &path));
        let root = self.path(MeetingId::WRITTEN);
        let all = file::folders(&root)?.into_iter().map(read);
        let (read, unread): (Vec<_>, Vec<_>) = all.partition(Result::is_ok);
        let read: Vec<Written> = read.into_iter().flatten().collect();
        let links = file::links(&root)?;
        let unread =
            unread.into_iter().filter_map(Result::err).chain(links.iter().map(|it| no_link(it)));
        let unread = unread.chain(read.iter().flat_map(|it| it.unread.clone())).collect();
        Ok((read, unread))
    }
}

impl Written {
    /// Reads one by its id.
    ///
    /// # Errors
    ///
    /// There is no `1.toml`, or it cannot be read, has a fact out of turn, or waits for nobody.
    pub(crate) fn read(folder: &Folder, id: &str) -> Result<Self> {
        let id = MeetingId::new(id);
        let root = folder.path(id.as_str());
        let first = root.join(FIRST);
        if first.symlink_metadata().is_err() {
            let err =
                Error::new(say!("error-written-first-missing")).hint(say!("hint-written-first"));
            return Err(err.in_file(named(&root)));
        }
        if file::links(&root)?.contains(&first) {
            return Err(no_link(&first));
        }
        let in_first = |err: Error| err.in_file(named(&first));
        let kept = journal::read(&first).map_err(conflict)?;
        if let Some(torn) = kept.torn {
            return Err(in_first(Error::new(say!("error-fact-torn")).on_line(torn.line)));
        }
        if kept.setting != Setting::InWriting {
            return Err(in_first(Error::new(say!("error-written-head-missing"))));
        }
        let lines = kept.lines;
        let walked = Meeting::of_setting(kept.format, kept.setting, kept.head, kept.facts);
        let meeting = walked.map_err(|(index, err)| in_first(err.on_line(lines[index])))?;
        if !meeting.state().asked.contains(&true) {
            return Err(in_first(Error::new(say!("error-awaited-nobody"))));
        }
        let put_by = kept.meeting;
        let mut written = Self {
            id,
            put_by,
            meeting,
            unread: Vec::new(),
            out_of_turn: Vec::new(),
            void: Vec::new(),
        };
        for (path, fact) in written.answers(&root)? {
            written.offer(&path, fact);
        }
        Ok(written)
    }

    /// Reads the files with one fact each, in the order in which they count.
    fn answers(&mut self, root: &Path) -> Result<Vec<(PathBuf, Fact)>> {
        let mut reader = JournalReader::default();
        let mut answers = Vec::new();
        let links = file::links(root)?;
        for path in file::list(root, ".toml")?.into_iter().filter(|it| !it.ends_with(FIRST)) {
            let there = if links.contains(&path) { Err(no_link(&path)) } else { Ok(()) };
            let fact = there.and_then(|()| file::text(&path, RECORD_LIMIT)).and_then(|text| {
                reader.answer(&text).map_err(|it| conflict(it).in_file(named(&path)))
            });
            match fact {
                Ok(fact) => answers.push((path, fact)),
                Err(err) => self.unread.push(err),
            }
        }
        answers.sort_by_cached_key(|(path, fact)| {
            (fact.at.to_utc(), path.ends_with(END), name_of(path))
        });
        Ok(answers)
    }

    /// Counts a fact if the walk takes it and it was said of the version as it is here.
    fn offer(&mut self, path: &Path, fact: Fact) {
        let is_end = matches!(fact.what, What::Adopted(_) | What::Postponed { .. });
        let taken = if self.is_of_other(&fact.what) {
            Err(Error::new(say!("error-written-other-text")))
        } else {
            self.meeting.record(fact)
        };
        if let Err(err) = taken {
            let list = if is_end { &mut self.out_of_turn } else { &mut self.void };
            list.push(Error { hint: None, ..err }.in_file(named(path)));
        }
    }

    /// Returns whether an answer was given to another text of the current version.
    fn is_of_other(&self, what: &What) -> bool {
        let (said, version) = match what {
            What::Consented { seen, version, .. } => (seen, Some(*version)),
            What::StoodAside(it) => (&it.seen, Some(it.version)),
            What::Objected { seen, version, .. } => (seen, *version),
            _ => return false,
        };
        let Some(item) = self.item() else { return false };
        let is_now = item.version().map(|it| it.number) == version;
        is_now && said.as_ref().is_some_and(|it| seen(item).as_ref() != Some(it))
    }

    pub(crate) fn item(&self) -> Option<&Item> {
        self.meeting.state().items.first()
    }

    pub(crate) fn title(&self) -> &str {
        self.item().map_or("", |it| &it.entry.title)
    }

    /// Returns whether it has not ended.
    pub(crate) fn is_open(&self) -> bool {
        self.stands() != Stands::Ended
    }

    /// Returns whether it is adopted.
    pub(crate) fn is_adopted(&self) -> bool {
        self.item().is_some_and(Item::is_adopted)
    }

    /// Returns where it stands.
    pub(crate) fn stands(&self) -> Stands {
        let Some(item) = self.item().filter(|it| it.outcome.is_none()) else {
            return Stands::Ended;
        };
        let objected: Vec<_> =
            item.standing().map(|it| (it.who.clone(), it.reason.clone())).collect();
        match self.meeting.step() {
            _ if !objected.is_empty() => Stands::Objected(objected),
            Some(Step::Consent(round)) => Stands::Waits(round.waiting.clone()),
            _ if !self.unread.is_empty() => Stands::Unread,
            _ => self.refusal().map_or(Stands::Agreed, Stands::Refused),
        }
    }

    /// Returns why it cannot be adopted although nobody owes an answer or objects: there is no quorum,
    /// everyone stands aside, or its last day has passed.
    fn refusal(&self) -> Option<Error> {
        let fact = filing::written::adopted(&self.meeting, std::iter::empty())?;
        let refused = self.meeting.clone().record(fact).err()?;
        Some(Error { hint: None, ..refused })
    }

    /// Refuses where a version or the end cannot be read: then it is not known what is asked.
    pub(crate) fn is_known(&self) -> Result<()> {
        let is_answer = |err: &&Error| {
            let file = Path::new(err.place.file.as_deref().unwrap_or_default());
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            !file.ends_with(END) && stem.parse::<u32>().is_err()
        };
        self.unread.iter().find(|it| !is_answer(it)).map_or(Ok(()), |it| Err(it.clone()))
    }

    /// Begins one without a meeting: writes its first file in a folder with a free name.
    pub(crate) fn begin(folder: &Folder, meeting: &Meeting) -> Result<Self> {
        let day = meeting.facts().first().map(|it| it.at.date_naive()).unwrap_or_default();
        let title = meeting.state().items.first().map_or("", |it| &it.entry.title);
        let is_free = |name: &String| {
            let folders =
                [format!("{}/{name}", MeetingId::WRITTEN), format!("decisions/{name}.md")];
            folders.iter().all(|it| folder.path(it).symlink_metadata().is_err())
        };
        let names = slug::numbered(slug::id(day, title));
        let name = names.into_iter().find(is_free).unwrap_or_default();
        let id = MeetingId::new(format!("{}/{name}", MeetingId::WRITTEN));
        let blocks: String = meeting.standing().map(block).collect();
        file::create(
            &folder.path(id.journal()),
            &(head_in_writing(meeting.circle(), None) + &blocks),
        )?;
        Self::read(folder, id.as_str())
    }

    /// Returns by when an answer was asked for.
    pub(crate) fn until(&self) -> Option<NaiveDate> {
        self.asked().1
    }

    /// Returns when it was last said who is asked, and by when they are asked to answer.
    fn asked(&self) -> (Option<Moment>, Option<NaiveDate>) {
        let mut facts = self.meeting.standing().rev();
        let asked = facts.find(|it| matches!(it.what, What::Awaited(_) | What::Presented(_)));
        let until = match asked.map(|it| &it.what) {
            Some(What::Awaited(it)) => it.until,
            _ => None,
        };
        (asked.map(|it| it.at), until)
    }

    /// Returns what is due of it on a day: whom it waits for, who objects, or that it can be settled.
    pub(crate) fn due(&self, day: NaiveDate) -> Option<Due> {
        let (since, until) = self.asked();
        let (kind, who) = match self.stands() {
            Stands::Waits(who) if until.is_some_and(|it| it < day) => (DueKind::Overdue, who),
            Stands::Waits(who) => (DueKind::Awaited, who),
            Stands::Objected(all) => (DueKind::Objected, all.into_iter().map(|it| it.0).collect()),
            Stands::Agreed => (DueKind::Agreed, Vec::new()),
            Stands::Refused(_) => (DueKind::Refused, Vec::new()),
            Stands::Unread | Stands::Ended => return None,
        };
        let since = since.map(|it| it.date_naive());
        let is_about = self.item().is_some_and(|it| !it.proposal().about.is_empty());
        Some(Due {
            date: until.or(since),
            kind,
            title: self.title().to_owned(),
            unsaid: since.filter(|_| is_about),
            who,
            place: self.name().to_owned(),
        })
    }

    /// Returns it as a topic of a meeting on a day, where somebody objects, it cannot be adopted, or the
    /// day passed by which an answer was asked for.
    ///
    /// So it is where somebody who owes an answer has left the circle.
    pub(crate) fn topic(
        &self,
        day: NaiveDate,
        has_left: &dyn Fn(&String) -> bool,
    ) -> Option<Topic> {
        let is_past = || self.until().is_some_and(|it| it < day);
        match self.stands() {
            Stands::Objected(_) | Stands::Refused(_) => {}
            Stands::Waits(names) if is_past() || names.iter().any(has_left) => {}
            _ => return None,
        }
        let item = self.item()?;
        let topic = Topic {
            title: item.entry.title.clone(),
            kind: Some(item.entry.kind),
            by: item.entry.by.clone(),
            with: item.entry.with.clone(),
            minutes: item.entry.minutes,
            ..Topic::default()
        };
        let put_by = self.put_by.as_deref().map_or_else(|| self.id.clone(), MeetingId::new);
        let topic = topic.with_draft(Draft::of(&item.version()?.wording));
        Some(topic.discussed(&self.meeting, &put_by, Some(item)))
    }

    /// Returns the name of its folder.
    pub(crate) fn name(&self) -> &str {
        self.id.as_str().rsplit('/').next().unwrap_or_default()
    }

    /// Returns the time for the next answer: now, or just after the last one where the clock was set
    /// back.
    pub(crate) fn next_at(&self, now: Moment) -> Moment {
        let last = self.meeting.facts().last().map(|it| it.at);
        match last.filter(|it| *it >= now) {
            Some(last) => last + chrono::TimeDelta::seconds(1),
            None => now,
        }
    }

    /// Adds an answer: refuses one that the walk does not take, and writes it into a file of its own.
    /// Returns the path.
    pub(crate) fn answer(&mut self, folder: &Folder, who: &str, fact: Fact) -> Result<PathBuf> {
        let name = format!("{}-{}", fact.at.to_utc().format("%Y%m%d-%H%M%S"), slug::slug(who));
        let text = block(&fact);
        self.meeting.record(fact)?;
        let root = folder.path(self.id.as_str());
        let mut paths = slug::numbered(name).map(|it| root.join(format!("{it}.toml")));
        let path = paths.find(|it| it.symlink_metadata().is_err()).unwrap_or_default();
        file::create(&path, text.trim_start())?;
        Ok(path)
    }

    /// Puts a new version to everyone. Two copies that do it at once write the same file, so that git
    /// asks which one counts. Returns the path.
    pub(crate) fn present(&mut self, folder: &Folder, fact: Fact) -> Result<PathBuf> {
        let text = block(&fact);
        self.meeting.record(fact)?;
        let number = self.item().and_then(|it| it.version()).map_or(1, |it| it.number);
        let path = folder.path(self.id.as_str()).join(format!("{number}.toml"));
        file::create(&path, text.trim_start())?;
        Ok(path)
    }

    /// Ends it with a fact. Returns the path of its file.
    ///
    /// # Errors
    ///
    /// An end that is there, or a version, cannot be read; or the fact is not taken.
    pub(crate) fn end(&mut self, folder: &Folder, fact: Fact) -> Result<PathBuf> {
        self.is_known()?;
        let text = block(&fact);
        self.meeting.record(fact)?;
        let path = folder.path(self.id.as_str()).join(END);
        file::replace(&path, text.trim_start())?;
        Ok(path)
    }
}

/// What a link leads to may change without a trace, so it never counts.
fn no_link(path: &Path) -> Error {
    Error::new(say!("error-written-symlink")).hint(say!("hint-written-link")).in_file(named(path))
}

/// Where git has left two versions, one of them is kept; a journal of a meeting is kept twice instead.
fn conflict(err: Error) -> Error {
    match err.message.key {
        "error-merge-conflict" => err.hint(say!("hint-conflict")),
        _ => err,
    }
}

/// Ends those decisions in writing that were taken up in a meeting: they are decided there, or go on from
/// there. Returns the paths of the files.
pub(super) fn taken_up(folder: &Folder, meeting: &Meeting, id: &MeetingId) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    let Some(at) = meeting.facts().last().map(|it| it.at) else { return Ok(paths) };
    let items = &meeting.state().items;
    let is_taken_up = |it: &Written| {
        let is_later = it.put_by.as_ref().is_none_or(|put_by| *put_by != id.as_str());
        let mut items = items.iter().filter(|it| it.entry.kind == ItemKind::Decide);
        is_later && items.any(|item| same(&item.entry.title, it.title()))
    };
    let open = folder.written()?.0.into_iter().filter(|it| it.stands() != Stands::Ended);
    for mut it in open.filter(is_taken_up) {
        let what = What::Postponed { kind: None, title: None, date: None };
        let at = at.max(it.meeting.facts().last().map_or(at, |it| it.at));
        paths.push(it.end(folder, Fact { what, at })?);
    }
    Ok(paths)
}

#[cfg(test)]
mod tests;
