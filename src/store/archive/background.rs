//! Collects from an archive the background of a meeting, what is due, and what is exported.

use chrono::{DateTime, NaiveDate, Utc};

use crate::circle::{Circle, Effect, lacking_links};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{Fact, MeetingId, Scheduled, What, standing};
use crate::records::Unapplied;
use crate::records::filing::unseated;
use crate::records::page::export::{self, Changes, MeetingSummary};
use crate::records::query::left::{StillSees, still_seen_to};
use crate::records::{
    self, Background, CircleRecords, Decision, Due, Election, LeftOpen, Marks, Nominated, SeesTo,
    Topic, election, is_declined,
};
use crate::store::archive::{Archive, RecordSet};
use crate::store::{Folder, file, journal, zone};
use crate::text::{clean, fold, same};

/// All records of an archive.
type Records<'a> = (&'a RecordSet<Decision>, &'a RecordSet<Election>, &'a RecordSet<Topic>);

impl Archive {
    /// Returns the background of a meeting on this day: the state of the circle before it.
    ///
    /// `id` is that of the meeting, if it has a journal already. Its own records, those of later
    /// meetings of the day and, once its records are written, topics of the day are left out. Errors
    /// of files that cannot be read are returned, so that a meeting can begin without them.
    pub(crate) fn background(
        &self,
        day: NaiveDate,
        id: Option<&MeetingId>,
    ) -> Result<(Background, Vec<Error>)> {
        let mut background = Background::default();
        let mut unread = self.left_with_digests(day, id, &mut background)?;
        // While its records are not written, no topic of the day can be its own.
        let is_unfiled = match id {
            Some(id) => self.unfiled()?.contains(&self.folder.path(id.journal())),
            None => true,
        };
        let (decisions, elections, topics) = self.records(&mut unread)?;
        let is_before = |date: NaiveDate, meeting: Option<&str>| {
            let is_earlier = |it: &str| id.is_none_or(|id| MeetingId::new(it) < *id);
            date <= day && meeting.is_none_or(is_earlier)
        };
        let decisions = decisions.records.values();
        let decisions = decisions.filter(|it| is_before(it.date, it.meeting.as_deref()));
        background.newcomers = records::newcomers(decisions.clone(), &background.answers);
        background.decisions = records::in_force(decisions, day).into_iter().cloned().collect();
        let elections = elections.records.values();
        let elections = elections.filter(|it| is_before(it.date, it.meeting.as_deref()));
        let elections = elections.filter(|it| !is_declined(it, &background.answers));
        background.elections = election::latest(elections, day).into_iter().cloned().collect();
        let topics = topics.records.values();
        let topics = topics.filter(|it| is_unfiled || it.since.is_none_or(|since| since < day));
        background.topics = topics.cloned().collect();
        // What somebody objects to in writing comes to the meeting.
        let (written, its_unread) = self.folder.written()?;
        unread.extend(its_unread);
        let members = self.folder.circle().ok().map(|it| it.on(day).names());
        let has_left = |who: &String| {
            let mut who = who.clone();
            self.renames().people([&mut who]);
            members.as_ref().is_some_and(|it| !it.contains(&who))
        };
        let waits = |title: &str| {
            written.iter().any(|it| {
                it.is_open() && it.topic(day, &has_left).is_none() && same(it.title(), title)
            })
        };
        background.topics.retain(|it| !waits(&it.title));
        for topic in written.iter().filter_map(|it| it.topic(day, &has_left)) {
            if background.topics.iter().all(|it| !same(&it.title, &topic.title)) {
                background.topics.push(topic);
            }
        }
        background.below = self.below(day);
        Ok((background, unread))
    }

    /// Returns the nominations of the selections that meetings left as these topics: those of the meeting
    /// in which it was last on the table, else of one before since it came up. A journal that cannot be
    /// read has none.
    pub(crate) fn nominated(&self, topics: &[Topic]) -> Result<Vec<Nominated>> {
        let journals = self.journals()?;
        let heard = |topic: &Topic| {
            let last = MeetingId::new(topic.meeting.as_deref()?);
            let since = topic.since.map(|it| MeetingId::on(it, 1));
            let of_topic = journals.iter().rev().map(|path| (MeetingId::of(path), path));
            let mut of_topic = of_topic.filter(|(id, _)| {
                *id == last || (*id < last && since.as_ref().is_some_and(|it| it <= id))
            });
            of_topic.find_map(|(id, path)| {
                Nominated::of(topic, id.as_str(), journal::read(path).ok()?, self.renames())
            })
        };
        Ok(topics.iter().filter(|it| it.goes_on()).filter_map(heard).collect())
    }

    /// Returns what is due in a circle by `until` as of the day `on`, soonest first. Errors of files
    /// that cannot be read are added to `unread`.
    pub(crate) fn due(
        &self,
        circle: &Circle,
        (on, until): (NaiveDate, NaiveDate),
        unread: &mut Vec<Error>,
    ) -> Result<Vec<Due>> {
        Ok(self.due_and_left(circle, (on, until), unread)?.0)
    }

    /// Does what [`due`](Self::due) does, and returns also what the meetings until the day `on` left.
    fn due_and_left(
        &self,
        circle: &Circle,
        (on, until): (NaiveDate, NaiveDate),
        unread: &mut Vec<Error>,
    ) -> Result<(Vec<Due>, Background)> {
        let mut background = Background::default();
        unread.extend(self.left(on, None, &mut background)?);
        let (decisions, elections, topics) = self.records(unread)?;
        let topics = topics.records.iter();
        let left = self.still_seen_to(circle, on, &background)?;
        let (written, its_unread) = self.folder.written()?;
        unread.extend(its_unread);
        let written: Vec<Due> = written.iter().filter_map(|it| it.due(on)).collect();
        let circle_records = CircleRecords {
            circle,
            decisions: &decisions.records.values().collect::<Vec<_>>(),
            elections: &elections.records.values().collect::<Vec<_>>(),
            topics: &topics.map(|(path, it)| (self.named(path), it)).collect::<Vec<_>>(),
            actions: &background.actions,
            answers: &background.answers,
            left: &left,
            unfinished: &self.unfinished(on)?,
            written: &written,
        };
        Ok((records::due(&circle_records, on, until), background))
    }

    /// Returns what somebody sees to in a circle as it is on a day. Errors of files that cannot be read
    /// are added to `unread`.
    pub(crate) fn sees_to(
        &self,
        circle: &Circle,
        names: &[String],
        on: NaiveDate,
        unread: &mut Vec<Error>,
    ) -> Result<SeesTo> {
        let called = circle.called(names);
        let is_theirs = |people: &[String]| people.iter().any(|it| called.contains(&fold(it)));
        let (mut due, background) = self.due_and_left(circle, (on, on), unread)?;
        due.retain(|it| it.waits_for(&called));
        let mut actions = background.actions;
        actions.retain(|it| is_theirs(&it.people()));
        let decisions = self.decisions()?.records.values().filter(|it| it.date <= on);
        let decisions = records::in_force(decisions, on).into_iter();
        let decisions = decisions.filter(|it| is_theirs(&it.responsible)).cloned().collect();
        Ok(SeesTo { decisions, actions, due })
    }

    /// Returns what is marked in a circle as it is on a day, apart from its link to the wider one. Errors
    /// of files that cannot be read are added to `unread`.
    pub(crate) fn marks(
        &self,
        circle: &Circle,
        on: NaiveDate,
        unread: &mut Vec<Error>,
    ) -> Result<Marks> {
        let (due, background) = self.due_and_left(circle, (on, on), unread)?;
        // The next meeting asks about the minutes of the latest one.
        let latest = self.latest_closed(on)?.map(ToString::to_string);
        let minutes = background.minutes.iter().filter(|it| Some(*it) != latest.as_ref()).count();
        let next = background.scheduled.and_then(|it| it.date);
        Ok(Marks::of(circle, LeftOpen { due: &due, next, minutes }, on))
    }

    /// Returns what those who left the circle still see to on a day.
    pub(crate) fn left_behind(&self, circle: &Circle, day: NaiveDate) -> Result<Vec<StillSees>> {
        let mut background = Background::default();
        self.left(day, None, &mut background)?;
        self.still_seen_to(circle, day, &background)
    }

    fn still_seen_to(
        &self,
        circle: &Circle,
        day: NaiveDate,
        background: &Background,
    ) -> Result<Vec<StillSees>> {
        let decisions = self.decisions()?.records.values().filter(|it| it.date <= day);
        let in_force = records::in_force(decisions, day).into_iter();
        let circle = circle.on(day);
        Ok(still_seen_to(&circle, &background.seen, in_force, background.actions.iter()))
    }

    /// Returns the names of the circles right below that have not ended before a day, and whether one is
    /// below them. Circles that cannot be read are left out; `check` reports them.
    fn below(&self, day: NaiveDate) -> Vec<(String, bool)> {
        let is_there = |it: &Folder| it.circle().ok().filter(|it| it.check_there(day).is_ok());
        let below = self.folder.inside(&mut Vec::new()).into_iter();
        let below = below.filter_map(|folder| {
            let name = is_there(&folder)?.name;
            let mut inside = folder.inside(&mut Vec::new()).into_iter();
            Some((name, inside.any(|it| is_there(&it).is_some())))
        });
        below.collect()
    }

    /// Returns what to decide so that the circles right below are linked to this one on a day, each with
    /// its name. Circles that cannot be read are left out; `check` reports them.
    pub(crate) fn lacking_links(
        &self,
        wider: &Circle,
        day: NaiveDate,
    ) -> Vec<(String, Vec<Effect>)> {
        let below = self.folder.inside(&mut Vec::new()).into_iter();
        let circles = below.filter_map(|it| Some(it.circle().ok()?.on(day)));
        let circles = circles.filter(|it| it.check_there(day).is_ok());
        let lacking = circles.map(|it| (it.name.clone(), lacking_links(&it, wider)));
        lacking.filter(|(_, effects)| !effects.is_empty()).collect()
    }

    /// Returns what decisions changed in the circle until a day and is not in its file, with the errors
    /// of files that cannot be read.
    pub(crate) fn unapplied(
        &self,
        circle: &Circle,
        today: NaiveDate,
    ) -> Result<(Vec<Unapplied>, Vec<Error>)> {
        let mut background = Background::default();
        let mut unread = self.left(today, None, &mut background)?;
        let (decisions, elections, _) = self.records(&mut unread)?;
        let decided = self.changing(decisions, &mut unread).into_iter();
        let elections: Vec<&Election> = elections.records.values().collect();
        let answers = &background.answers;
        let found = records::unapplied(circle, decided, &elections, answers, today);
        Ok((found, unread))
    }

    /// Returns what decisions until a day say of circles right below and is not so. Nothing where one of
    /// those circles cannot be read.
    pub(crate) fn undone_circles(&self, today: NaiveDate) -> Result<Vec<Unapplied>> {
        let decided = self.changing(self.decisions()?, &mut Vec::new());
        if decided.iter().all(|it| !it.effects.iter().any(Effect::is_of_other_circle)) {
            return Ok(Vec::new());
        }
        let inside = self.folder.inside(&mut Vec::new());
        let below: Option<Vec<Circle>> = inside.iter().map(|it| it.circle().ok()).collect();
        let undone = |it: Vec<Circle>| records::undone_circles(decided.into_iter(), &it, today);
        Ok(below.map(undone).unwrap_or_default())
    }

    /// Returns the ends of circles right below that were decided, and that their files do not say.
    pub(crate) fn unended_circles(&self, today: NaiveDate) -> Result<Vec<Unapplied>> {
        let mut undone = self.undone_circles(today)?;
        undone.retain(|it| it.change.effect.founding().is_none());
        Ok(undone)
    }

    /// Returns the decisions that change the circle, as their journals say. Errors of the others are added
    /// to `unread`.
    fn changing<'r>(
        &self,
        decisions: &'r RecordSet<Decision>,
        unread: &mut Vec<Error>,
    ) -> Vec<&'r Decision> {
        let mut decided = Vec::new();
        for (path, it) in decisions.records.iter().filter(|(_, it)| !it.effects.is_empty()) {
            if self.gives(it) {
                decided.push(it);
            } else {
                let err = Error::new(say!("error-effects-unfounded"));
                unread.push(err.hint(say!("hint-record-effects")).in_file(self.named(path)));
            }
        }
        decided
    }

    /// Returns whether the journal of a decision says that it changes the circle so. What was added by
    /// hand has no journal.
    fn gives(&self, decision: &Decision) -> bool {
        let Some(meeting) = &decision.meeting else { return true };
        let path = self.folder.path(MeetingId::new(meeting.as_str()).journal());
        if path.symlink_metadata().is_err() {
            return false;
        }
        let Ok(kept) = journal::read(&path) else { return false };
        let renames = self.renames();
        let says = |fact: &Fact| {
            let What::Adopted(it) = &fact.what else { return false };
            let mut effects = it.effects.clone();
            for it in &mut effects {
                it.rename(renames);
            }
            clean(&it.title) == decision.title && effects == decision.effects
        };
        let standing = standing(&kept.facts).into_iter();
        standing.map(|index| &kept.facts[index]).any(says)
    }

    /// Returns the accepted elections that are missing in the circle's file on a day. One whose role a
    /// decision ended since is none.
    pub(crate) fn unseated(&self, circle: &Circle, today: NaiveDate) -> Result<Vec<&Election>> {
        let mut found = unseated(circle, self.elections()?.records.values(), today);
        found.retain(|it| !self.is_ended_later(it));
        Ok(found)
    }

    /// Returns the elections to roles that had ended before, each with the last day of the role; copies of
    /// the folder that are merged may have both.
    pub(crate) fn elected_too_late(&self, circle: &Circle) -> Result<Vec<(&Election, NaiveDate)>> {
        let elections = self.elections()?.records.values();
        let late = elections.filter_map(|it| {
            let role = circle.roles.iter().find(|role| same(&role.name, &it.role))?;
            role.ended.filter(|last| *last < it.date).map(|last| (it, last))
        });
        Ok(late.filter(|(it, _)| !self.is_ended_later(it)).collect())
    }

    /// Returns whether a decision of the day of an election, or of a later one, ends its role.
    fn is_ended_later(&self, election: &Election) -> bool {
        let decisions = self.decisions().map(|it| it.records.values());
        decisions.into_iter().flatten().filter(|it| it.date >= election.date).any(|it| {
            let mut effects = it.effects.iter();
            effects.any(|it| matches!(it, Effect::EndRole(role) if same(role, &election.role)))
        })
    }

    /// Returns everything that is exported, as of the end of a day. Errors of files that cannot be
    /// read are added to `unread`.
    pub(crate) fn export(
        &self,
        circle: Circle,
        today: NaiveDate,
        unread: &mut Vec<Error>,
    ) -> Result<export::Everything> {
        let mut background = Background::default();
        self.left(today, None, &mut background)?;
        let (mut meetings, mut changes) = (Vec::new(), Changes::default());
        for path in self.journals()? {
            let id = MeetingId::of(path);
            if id.is_after(today) {
                break;
            }
            match journal::read(path) {
                Ok(kept) => {
                    meetings.extend(MeetingSummary::of(id.as_str(), &kept.facts));
                    changes.add(id.as_str(), &kept.facts, self.renames());
                }
                Err(err) => unread.push(err),
            }
        }
        let (decisions, elections, topics) = self.records(unread)?;
        let decisions = decisions.records.values().filter(|it| it.date <= today);
        let elections = elections.records.values().filter(|it| it.date <= today);
        let topics = topics.records.iter();
        Ok(export::Everything {
            today,
            decisions: decisions.cloned().collect(),
            elections: elections.cloned().collect(),
            topics: topics.map(|(path, it)| (path.clone(), it.clone())).collect(),
            actions: background.actions,
            begins: begins(&circle, background.scheduled.as_ref()),
            scheduled: background.scheduled,
            changes,
            meetings,
            circle,
        })
    }

    /// Reads all records. Errors of files that cannot be read are added to `unread`.
    fn records(&self, unread: &mut Vec<Error>) -> Result<Records<'_>> {
        let (decisions, elections, topics) = (self.decisions()?, self.elections()?, self.topics()?);
        unread.extend(decisions.errors().chain(elections.errors()).chain(topics.errors()));
        Ok((decisions, elections, topics))
    }

    /// Returns the name for messages of a file in the circle's folder.
    pub(crate) fn named(&self, path: &str) -> String {
        file::named(&self.folder.path(path))
    }
}

/// Returns the moment at which the scheduled meeting begins; `None` without a time or a time zone.
fn begins(circle: &Circle, scheduled: Option<&Scheduled>) -> Option<DateTime<Utc>> {
    let (name, next) = (circle.plan.zone.as_deref()?, scheduled?);
    zone::moment(name, next.date?.and_time(next.clock()?))
}
