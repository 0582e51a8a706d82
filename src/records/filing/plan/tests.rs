//! Tests of the changes that a closed meeting makes in an existing folder.

use std::collections::BTreeMap;

use super::*;
use crate::circle::Attribution;
use crate::lang::Lang;
use crate::meeting::{ItemKind, Phase, What};
use crate::records::sample;
use crate::records::sample::{Sample, day};

fn file(meeting: &Meeting, existing: &BTreeMap<String, String>) -> Filing {
    file_as(meeting, "2026-09-05", existing)
}

fn file_as(meeting: &Meeting, id: &str, existing: &BTreeMap<String, String>) -> Filing {
    let (id, words) = (MeetingId::new(id), Words::of(Lang::En));
    let planned = plan(meeting, &id, &Existing::of([existing]), &[], &words);
    Filing { digests: Vec::new(), ..planned }
}

fn paths(filing: &Filing) -> Vec<&str> {
    filing.writes.iter().map(|(path, _)| path.as_str()).collect()
}

/// The folder after the planned changes.
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

/// A meeting that postpones an item with this text.
fn postponed(text: &str) -> Meeting {
    let mut it = bare();
    it.begin(ItemKind::Decide, "Tool shed", None, "Ana");
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
    assert_eq!(filing.conflicts, ["decisions/2026-09-05-quiet-hours.md", "meetings/2026-09-05.md"]);
    for text in existing.values_mut() {
        *text = "unreadable".to_owned();
    }
    let filing = file(&meeting, &existing);
    assert_eq!(filing.conflicts.len(), 2);
    let beside = ["backlog/tool-shed-2.md", "backlog/open-day-2.md", "backlog/bike-rack-2.md"];
    assert_eq!(paths(&filing), beside);
}

#[test]
fn taken_names_are_numbered_and_keep_their_number() {
    let mut it = bare();
    it.decide("Quiet hours", "one");
    it.decide("Quiet hours", "two");
    it.decide("Quiet: hours!", "three");
    it.close();
    let other = file_as(&it.meeting, "2026-09-05-2", &BTreeMap::new());
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
fn a_record_is_found_again_although_an_earlier_name_is_free() {
    let mut it = bare();
    it.decide("Quiet hours", "one");
    it.decide("Quiet: hours!", "two");
    it.close();
    let mut existing = filed(file(&it.meeting, &BTreeMap::new()), BTreeMap::new());
    let (first, second) =
        ("decisions/2026-09-05-quiet-hours.md", "decisions/2026-09-05-quiet-hours-2.md");
    let one = existing.remove(first).unwrap();
    assert_eq!(paths(&file(&it.meeting, &existing)), [first]);
    existing.insert(first.to_owned(), one.replace("title = \"Quiet hours\"", "title = \"Loud\""));
    let filing = file(&it.meeting, &existing);
    assert_eq!((paths(&filing), filing.conflicts.as_slice()), (vec![], &[first.to_owned()][..]));
    existing.insert(first.to_owned(), one.clone() + "by hand\n");
    existing.insert(second.to_owned(), existing[second].replace('\n', "\r\n"));
    assert_eq!(file(&it.meeting, &existing).conflicts, [first]);
    existing.insert(first.to_owned(), one.replace("\"2026-09-05\"", "\"2026-09-05-2\""));
    assert_eq!(paths(&file(&it.meeting, &existing)), ["decisions/2026-09-05-quiet-hours-3.md"]);
}

#[test]
fn a_decided_topic_is_removed_from_the_backlog() {
    let mut it = bare();
    it.decide("Quiet hours", "No noise.");
    it.close();
    let topic = "+++\ntitle = \"QUIET HOURS\" # soon\n+++\n\nNo noise at all.\n";
    let mut existing = folder("backlog/other-name.md", topic);
    existing.extend(folder("backlog/quiet-hours.md", "+++\ntitle = \"Quiet\"\n+++\n"));
    existing.extend(folder("backlog/shed.md", "not a topic"));
    let filing = file(&it.meeting, &existing);
    assert_eq!(filing.removes, Vec::<String>::new());
    assert_eq!(filing.stays, ["backlog/other-name.md"]);
    existing.extend(folder("backlog/other-name.md", &topic.replace(" # soon", "")));
    assert_eq!(file(&it.meeting, &existing).stays, ["backlog/other-name.md"]);
    let topic = "+++\nkind = \"decide\"\ntitle = \"QUIET HOURS\"\n+++\n\nNo noise.\n";
    existing.extend(folder("backlog/other-name.md", topic));
    let filing = file(&it.meeting, &existing);
    assert_eq!(filing.removes, ["backlog/other-name.md"]);
    let existing = filed(filing, existing);
    assert_eq!(file(&it.meeting, &existing), Filing::default());
}

#[test]
fn the_end_of_a_talk_removes_only_a_topic_of_its_kind() {
    let meeting = sample::meeting(Attribution::None);
    let mut existing = folder("backlog/budget.md", "+++\ntitle = \"Budget\"\n+++\n");
    assert_eq!(file(&meeting, &existing).removes, ["backlog/budget.md"]);
    existing.extend(folder("backlog/budget.md", "+++\ntitle = \"Budget\"\n+++\n\nA draft.\n"));
    assert_eq!(file(&meeting, &existing).removes, Vec::<String>::new());
    let report = "+++\ntitle = \"Budget\"\nkind = \"report\"\n+++\n";
    existing.extend(folder("backlog/budget-2.md", report));
    assert_eq!(file(&meeting, &existing).removes, ["backlog/budget-2.md"]);
    existing.extend(folder("backlog/budget.md", "+++\ntitle = \"Budget\"\n+++\n"));
    // The kind of a topic with only a title is `explore`.
    let mut it = bare();
    it.begin(ItemKind::Explore, "Budget", None, "Ana");
    it.say(What::Concluded { step: Phase::Item });
    it.close();
    assert_eq!(file(&it.meeting, &existing).removes, ["backlog/budget.md"]);
}

#[test]
fn a_topic_is_updated_if_its_old_draft_is_in_the_journal() {
    let first = "+++\ntitle = \"Tool Shed\"\nminutes = 10\nsince = 2026-08-01\n+++\n\nfirst\n";
    let existing = folder("backlog/shed.md", first);
    let meeting = postponed("second");
    let filing = file(&meeting, &existing);
    assert_eq!(
        filing.updates,
        [(
            "backlog/shed.md".to_owned(),
            "+++\ntitle = \"Tool Shed\"\nkind = \"decide\"\nby = \"Ana\"\nminutes = 10\n\
             since = 2026-08-01\npostponed = 2026-09-19\nterm = \"1 year\"\n\
                meeting = \"2026-09-05\"\nobjections = [\n  { reason = \"too dear\", version = 1, \
                outcome = [\"text\"] },\n]\n+++\n\nsecond\n"
                .to_owned()
        )]
    );
    let existing = filed(filing, existing);
    assert_eq!(file(&meeting, &existing), Filing::default());
}

#[test]
fn a_topic_with_content_of_its_own_is_not_overwritten() {
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

#[test]
fn a_topic_keeps_what_was_objected_in_its_last_meeting() {
    let path = "backlog/tool-shed.md";
    let kept = |attribution| {
        let filing = file(&sample::meeting(attribution), &BTreeMap::new());
        filed(filing, BTreeMap::new())[path].clone()
    };
    let named = kept(Attribution::Objections);
    let objection =
        "objections = [\n  { who = \"Ben\", reason = \"It is too dear.\", version = 1 },\n]";
    assert!(named.contains(&format!("\nmeeting = \"2026-09-05\"\n{objection}\n")), "{named}");
    let nameless = kept(Attribution::None);
    assert!(nameless.contains("\n  { reason = \"It is too dear.\""), "{nameless}");
    // A second meeting has other objections; the earlier one is in its journal.
    let existing = folder(path, &named);
    let filing = file_as(&postponed("second"), "2026-09-19", &existing);
    assert_eq!(filing.conflicts, [path]);
    let meeting = sample::meeting(Attribution::None);
    let mut said = Existing::of([&existing]);
    said.add_said(meeting.standing());
    let (id, words) = (MeetingId::new("2026-09-19"), Words::of(Lang::En));
    let filing = plan(&postponed("second"), &id, &said, &[], &words);
    let [(_, text)] = &filing.updates[..] else { panic!("{filing:?}") };
    assert!(text.contains("meeting = \"2026-09-19\"\n"), "{text}");
    assert!(text.contains("\"too dear\"") && !text.contains("It is too dear"), "{text}");
}

#[test]
fn an_objection_that_no_journal_has_is_not_removed() {
    let path = "backlog/tool-shed.md";
    let text = "+++\ntitle = \"Tool shed\"\nobjections = [{ reason = \"By hand.\" }]\n+++\n";
    let existing = folder(path, text);
    assert_eq!(file(&postponed("second"), &existing).conflicts, [path]);
}

#[test]
fn topics_of_an_old_journal_say_no_meeting() {
    let meeting = sample::meeting(Attribution::All);
    let facts = meeting.facts().to_vec();
    let old = Meeting::of(1, meeting.circle().clone(), facts).unwrap();
    let written = filed(file(&old, &BTreeMap::new()), BTreeMap::new());
    assert!(!written["backlog/tool-shed.md"].contains("meeting"), "{written:?}");
}
