//! Filing: which files a meeting leaves behind, found before the first of them is written.
//!
//! Pure: what is there comes in as text, what is to be done goes out. Never lets a file be
//! overwritten whose words are kept nowhere else.

use std::collections::BTreeMap;

use crate::circle::{Seating, clean, same};
use crate::meeting::{Draft, Item, Meeting};
use crate::record::backlog::{Change, changes};
use crate::record::documents::{Kept, documents};
use crate::record::{Topic, seating, slug};
use crate::words::Words;

/// What is to be done in the circle's folder; all paths are relative to it.
///
/// What is already there as it should be needs nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filing {
    /// The files to write that are not there yet: decisions, topics, then the minutes.
    pub writes: Vec<(String, String)>,
    /// The topics to write in place of those there: every word of these is in the journal too.
    pub updates: Vec<(String, String)>,
    /// The files that stand in the way with other content, and stay as they are.
    pub conflicts: Vec<String>,
    /// The topics that were decided or dropped, or went to another circle, to be removed.
    pub removes: Vec<String>,
    /// What the circle's file is to say of its roles.
    pub seatings: Vec<Seating>,
    /// What goes to circles that are not here: the circle's name, and the topic as a file.
    pub sends: Vec<(String, String)>,
}

/// Another circle whose folder is here.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// What the circle is called.
    pub name: String,
    /// The way to its folder from the circle's own: `compost`, `..`, `../kitchen`.
    pub path: String,
}

/// Finds what a closed meeting leaves behind.
///
/// `stem` is that of the journal. `existing` holds the files in `decisions/`, `backlog/`,
/// `elections/` and `meetings/STEM.md` by their path in the circle's folder, and those in the
/// backlog of each of the `neighbours`. With what was filed in place, the same meeting leaves
/// nothing more to do but its seatings, which the circle's file itself answers.
///
/// Which file a decision or an election is, [`documents`] says. A topic of the same title is brought up to date where every word of it is in the
/// journal too; otherwise it is a conflict.
pub fn records(
    meeting: &Meeting,
    stem: &str,
    existing: &BTreeMap<String, String>,
    neighbours: &[Neighbour],
    words: &Words,
) -> Filing {
    let mut filing = Filing { seatings: seating::seatings(meeting, existing), ..Filing::default() };
    let mut records = documents(meeting, stem, existing, words);
    let minutes = records.split_off(records.len() - 1);
    for it in records {
        filing.keep(it, existing);
    }
    filing.updates.extend(seating::acceptances(meeting, existing));
    filing.backlog(meeting, existing, neighbours);
    for it in minutes {
        filing.keep(it, existing);
    }
    filing
}

/// A topic that is there.
struct There<'a> {
    path: &'a str,
    text: &'a str,
    topic: Topic,
}

impl There<'_> {
    /// Returns whether every word of the file is in the newer topic or in the journal.
    fn loses_nothing(&self, newer: &Topic, item: Option<&Item>) -> bool {
        let as_written = self.topic.to_text() == self.text;
        as_written && (newer.draft == self.topic.draft || is_known(&self.topic.draft, item))
    }
}

impl Filing {
    fn backlog(
        &mut self,
        meeting: &Meeting,
        existing: &BTreeMap<String, String>,
        neighbours: &[Neighbour],
    ) {
        let own = topics("backlog/", existing);
        for change in changes(meeting) {
            let mut there = own.iter().filter(|it| same(&it.topic.title, change.title()));
            match &change {
                Change::Keep(topic, item) => match there.next() {
                    Some(there) => self.update(there, topic, *item),
                    None => self.add("backlog", topic, existing),
                },
                Change::Decided(_) => {
                    self.removes.extend(there.map(|it| it.path.to_owned()));
                }
                Change::Over(_, kind) => {
                    let over = there.filter(|it| it.topic.kind() == *kind);
                    self.removes.extend(over.map(|it| it.path.to_owned()));
                }
                Change::Refer(topic, item, circle) => {
                    let there = there.next();
                    let topic = merged(there.map(|it| &it.topic), topic);
                    let Some(neighbour) = neighbours.iter().find(|it| same(&it.name, circle))
                    else {
                        self.sends.push((clean(circle), topic.to_text()));
                        continue;
                    };
                    self.refer(neighbour, &topic, existing);
                    let Some(there) = there else { continue };
                    let list = if there.loses_nothing(&topic, *item) {
                        &mut self.removes
                    } else {
                        &mut self.conflicts
                    };
                    list.push(there.path.to_owned());
                }
            }
        }
    }

    /// Puts a topic into the backlog of another circle, unless it is there.
    fn refer(&mut self, neighbour: &Neighbour, topic: &Topic, existing: &BTreeMap<String, String>) {
        let folder = format!("{}/backlog", neighbour.path);
        let there = topics(&format!("{folder}/"), existing);
        if there.iter().all(|it| !same(&it.topic.title, &topic.title)) {
            self.add(&folder, topic, existing);
        }
    }

    /// Writes a topic whose title is not in the backlog yet.
    fn add(&mut self, folder: &str, topic: &Topic, existing: &BTreeMap<String, String>) {
        let names = slug::numbered(slug::slug(&topic.title));
        let mut paths = names.map(|it| format!("{folder}/{it}.md"));
        let free = paths.find(|path| {
            !existing.contains_key(path) && self.writes.iter().all(|(it, _)| it != path)
        });
        self.writes.extend(free.map(|path| (path, topic.to_text())));
    }

    /// Brings a topic up to date, where nothing is lost by it.
    fn update(&mut self, there: &There<'_>, topic: &Topic, item: Option<&Item>) {
        let new = merged(Some(&there.topic), topic);
        if new == there.topic {
            return;
        }
        if there.loses_nothing(&new, item) {
            self.updates.push((there.path.to_owned(), new.to_text()));
        } else {
            self.conflicts.push(there.path.to_owned());
        }
    }

    /// Writes a file unless it is there; with other content it is a conflict.
    fn keep(&mut self, (path, text): (String, String), existing: &BTreeMap<String, String>) {
        match existing.get(&path) {
            None => self.writes.push((path, text)),
            Some(there) if Kept::of(there, &text) != Kept::Otherwise => {}
            Some(_) => self.conflicts.push(path),
        }
    }
}

fn topics<'a>(folder: &str, existing: &'a BTreeMap<String, String>) -> Vec<There<'a>> {
    let files = existing.iter().filter(|(path, _)| path.starts_with(folder));
    let read =
        files.filter_map(|(path, text)| Some(There { path, text, topic: Topic::read(text).ok()? }));
    read.collect()
}

/// Brings a topic that is there up to date. A draft with a text is whole: what it leaves out was
/// taken out.
fn merged(old: Option<&Topic>, topic: &Topic) -> Topic {
    let Some(old) = old.cloned() else { return topic.clone() };
    Topic {
        kind: old.kind.or(topic.kind),
        by: old.by.or_else(|| topic.by.clone()),
        minutes: old.minutes.or(topic.minutes),
        since: old.since,
        postponed: topic.postponed.or(old.postponed),
        draft: if topic.draft.text.is_some() { topic.draft.clone() } else { old.draft },
        title: old.title,
    }
}

/// Returns whether a draft is part of a version that the item had, and so of the journal.
fn is_known(draft: &Draft, item: Option<&Item>) -> bool {
    let versions = item.into_iter().flat_map(|it| &it.versions);
    let mut versions = versions.map(|it| Draft::of(&it.wording));
    *draft == Draft::default() || versions.any(|it| draft.clone().or(&it) == it)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circle::Attribution;
    use crate::meeting::{Kind, Stage, What};
    use crate::record::sample::{self, Sample, day};
    use crate::words::Lang;

    fn file(meeting: &Meeting, existing: &BTreeMap<String, String>) -> Filing {
        records(meeting, "2026-09-05", existing, &[], &Words::of(Lang::En))
    }

    fn paths(filing: &Filing) -> Vec<&str> {
        filing.writes.iter().map(|(path, _)| path.as_str()).collect()
    }

    /// The folder after a filing.
    fn filed(filing: Filing, mut existing: BTreeMap<String, String>) -> BTreeMap<String, String> {
        assert_eq!(filing.conflicts, Vec::<String>::new());
        for path in filing.removes {
            existing.remove(&path);
        }
        existing.extend(filing.writes.into_iter().chain(filing.updates));
        existing
    }

    fn bare() -> Sample {
        Sample::bare(sample::circle(Attribution::None))
    }

    /// A meeting that puts off an item with this text.
    fn postponed(text: &str) -> Meeting {
        let mut it = bare();
        it.begin(Kind::Decide, "Tool shed", None, "Ana");
        it.word("first");
        it.put();
        it.object("Ana", "too dear");
        it.consent("Dana", "");
        it.word(text);
        it.put();
        let date = Some(day("2026-09-19"));
        it.say(What::Postponed { kind: None, title: None, date });
        it.close();
        it.meeting
    }

    fn folder(path: &str, text: &str) -> BTreeMap<String, String> {
        BTreeMap::from([(path.to_owned(), text.to_owned())])
    }

    #[test]
    fn a_meeting_leaves_its_records_once() {
        let meeting = sample::meeting(Attribution::None);
        let filing = file(&meeting, &BTreeMap::new());
        assert_eq!(
            paths(&filing),
            [
                "decisions/2026-09-05-quiet-hours.md",
                "backlog/tool-shed.md",
                "backlog/open-day.md",
                "backlog/bike-rack.md",
                "meetings/2026-09-05.md",
            ]
        );
        let existing = filed(filing, BTreeMap::new());
        assert_eq!(file(&meeting, &existing), Filing::default());
    }

    #[test]
    fn a_record_with_other_content_is_never_overwritten() {
        let meeting = sample::meeting(Attribution::None);
        let mut existing = filed(file(&meeting, &BTreeMap::new()), BTreeMap::new());
        for (path, text) in &mut existing {
            if !path.starts_with("backlog/") {
                text.push_str("by hand\n");
            }
        }
        let filing = file(&meeting, &existing);
        assert_eq!(paths(&filing), Vec::<&str>::new());
        assert_eq!(
            filing.conflicts,
            ["decisions/2026-09-05-quiet-hours.md", "meetings/2026-09-05.md"]
        );
        for text in existing.values_mut() {
            *text = "unreadable".to_owned();
        }
        let filing = file(&meeting, &existing);
        assert_eq!(filing.conflicts.len(), 2);
        let beside = ["backlog/tool-shed-2.md", "backlog/open-day-2.md", "backlog/bike-rack-2.md"];
        assert_eq!(paths(&filing), beside);
    }

    #[test]
    fn taken_names_are_numbered_and_stay_the_same_ever_after() {
        let mut it = bare();
        it.decide("Quiet hours", "one");
        it.decide("Quiet hours", "two");
        it.decide("Quiet: hours!", "three");
        it.close();
        let other =
            records(&it.meeting, "2026-09-05-2", &BTreeMap::new(), &[], &Words::of(Lang::En));
        let first = filed(other, BTreeMap::new());
        let filing = file(&it.meeting, &first);
        let expected = [
            "decisions/2026-09-05-quiet-hours-4.md",
            "decisions/2026-09-05-quiet-hours-5.md",
            "decisions/2026-09-05-quiet-hours-6.md",
            "meetings/2026-09-05.md",
        ];
        assert_eq!(paths(&filing), expected);
        assert!(filing.writes[1].1.ends_with("+++\n\ntwo\n"));
        let existing = filed(filing, first);
        assert_eq!(file(&it.meeting, &existing), Filing::default());
    }

    #[test]
    fn a_record_is_found_again_where_a_name_before_it_is_free() {
        let mut it = bare();
        it.decide("Quiet hours", "one");
        it.decide("Quiet: hours!", "two");
        it.close();
        let mut existing = filed(file(&it.meeting, &BTreeMap::new()), BTreeMap::new());
        let (first, second) =
            ("decisions/2026-09-05-quiet-hours.md", "decisions/2026-09-05-quiet-hours-2.md");
        let one = existing.remove(first).unwrap();
        assert_eq!(paths(&file(&it.meeting, &existing)), [first]);
        existing
            .insert(first.to_owned(), one.replace("title = \"Quiet hours\"", "title = \"Loud\""));
        let filing = file(&it.meeting, &existing);
        assert_eq!(
            (paths(&filing), filing.conflicts.as_slice()),
            (vec![], &[first.to_owned()][..])
        );
        existing.insert(first.to_owned(), one.clone() + "by hand\n");
        existing.insert(second.to_owned(), existing[second].replace('\n', "\r\n"));
        assert_eq!(file(&it.meeting, &existing).conflicts, [first]);
        existing.insert(first.to_owned(), one.replace("\"2026-09-05\"", "\"2026-09-05-2\""));
        assert_eq!(paths(&file(&it.meeting, &existing)), ["decisions/2026-09-05-quiet-hours-3.md"]);
    }

    #[test]
    fn what_is_decided_leaves_the_backlog() {
        let mut it = bare();
        it.decide("Quiet hours", "No noise.");
        it.close();
        let topic = "+++\ntitle = \"QUIET HOURS\" # soon\n+++\n\nNo noise at all.\n";
        let mut existing = folder("backlog/other-name.md", topic);
        existing.extend(folder("backlog/quiet-hours.md", "+++\ntitle = \"Quiet\"\n+++\n"));
        existing.extend(folder("backlog/shed.md", "not a topic"));
        let filing = file(&it.meeting, &existing);
        assert_eq!(filing.removes, ["backlog/other-name.md"]);
        let existing = filed(filing, existing);
        assert_eq!(file(&it.meeting, &existing), Filing::default());
    }

    #[test]
    fn a_talk_that_is_over_takes_only_its_own_topic_away() {
        let meeting = sample::meeting(Attribution::None);
        let mut existing = folder("backlog/budget.md", "+++\ntitle = \"Budget\"\n+++\n");
        assert_eq!(file(&meeting, &existing).removes, Vec::<String>::new());
        let report = "+++\ntitle = \"Budget\"\nkind = \"report\"\n+++\n";
        existing.extend(folder("backlog/budget-2.md", report));
        assert_eq!(file(&meeting, &existing).removes, ["backlog/budget-2.md"]);
        // One that says no more than a title was offered to be explored.
        let mut it = bare();
        it.begin(Kind::Explore, "Budget", None, "Ana");
        it.say(What::Concluded { step: Stage::Item });
        it.close();
        assert_eq!(file(&it.meeting, &existing).removes, ["backlog/budget.md"]);
    }

    #[test]
    fn a_topic_takes_the_newer_draft_where_the_older_is_in_the_journal() {
        let first = "+++\ntitle = \"Tool Shed\"\nminutes = 10\nsince = 2026-08-01\n+++\n\nfirst\n";
        let existing = folder("backlog/shed.md", first);
        let meeting = postponed("second");
        let filing = file(&meeting, &existing);
        assert_eq!(
            filing.updates,
            [(
                "backlog/shed.md".to_owned(),
                "+++\ntitle = \"Tool Shed\"\nkind = \"decide\"\nby = \"Ana\"\nminutes = 10\n\
                 since = 2026-08-01\npostponed = 2026-09-19\nterm = \"1 year\"\n+++\n\nsecond\n"
                    .to_owned()
            )]
        );
        let existing = filed(filing, existing);
        assert_eq!(file(&meeting, &existing), Filing::default());
    }

    #[test]
    fn a_topic_with_words_of_its_own_is_not_overwritten() {
        for own in [
            "+++\ntitle = \"Tool shed\"\n+++\n\nanother text\n",
            "+++\ntitle = \"Tool shed\" # a remark\n+++\n\nfirst\n",
            "+++\ntitle = \"Tool shed\"\nmeasures = [\"a\"]\n+++\n\nfirst\n",
        ] {
            let filing = file(&postponed("second"), &folder("backlog/tool-shed.md", own));
            assert_eq!(filing.conflicts, ["backlog/tool-shed.md"], "{own}");
            assert_eq!(paths(&filing), ["meetings/2026-09-05.md"]);
        }
    }

    #[test]
    fn a_topic_that_was_only_listed_keeps_its_draft() {
        let own = "+++\ntitle = \"Open day\"\nkind = \"decide\"\n+++\n\nIn May.\n";
        let filing = file(&sample::meeting(Attribution::None), &folder("backlog/open-day.md", own));
        let [(path, text)] = &filing.updates[..] else { panic!("{filing:?}") };
        assert_eq!(path, "backlog/open-day.md");
        assert!(text.ends_with("+++\n\nIn May.\n"), "{text}");
        assert_eq!(filing.conflicts, Vec::<String>::new());
    }
}
