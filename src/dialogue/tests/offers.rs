//! The candidates for the agenda, and the review of a decision.

use super::validity::stands;
use super::{Room, garden};
use crate::meeting::{Item, Validity, What};
use crate::records::{ConcernRecord, Topic};
use crate::toml_file::Word;

const OPEN: [&str; 3] = ["ok", "ok", "ok"];

fn lines<'a>(answers: &[&'a str]) -> Vec<&'a str> {
    [&OPEN[..], answers].concat()
}

/// A circle with a candidate of each kind.
fn before(steps: &str) -> Room {
    let day = |text: &str| text.parse().ok();
    let mut room = garden().steps(steps).role("Keys", None, "Ana").role("Chest", None, "");
    room = room.in_force("2025-08-01-fence", "Fence", "A fence.");
    room = room.in_force("2025-09-19-gate", "Gate", "A gate.");
    room.background.decisions[0].validity.day = day("2026-08-01");
    room.background.decisions[1].validity.day = day("2026-09-19");
    room.circle.roles[1].until = day("2026-09-10");
    let topic = |title: &str| Topic { title: title.to_owned(), ..Topic::default() };
    let by = Some("Chen".to_owned());
    room.background.topics = vec![
        Topic { postponed: day("2026-09-05"), ..topic("Hens") },
        Topic { minutes: Some(10), by, ..topic("Bike rack") },
        Topic { postponed: day("2026-10-01"), ..topic("Bees") },
    ];
    room
}

/// Returns the lines of the offers, then those of the agenda.
#[track_caller]
fn shown(room: &Room, answers: &[&str]) -> String {
    let shown = room.shows(&lines(answers));
    let rows = shown.lines().filter(|it| it.starts_with(|it: char| it.is_ascii_digit()));
    rows.map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join("\n")
}

#[track_caller]
fn agenda(room: &Room, answers: &[&str], expected: &str) {
    let meeting = room.meet(&lines(answers));
    let one = |it: &crate::meeting::AgendaItem| format!("{} {}", it.kind.word(), it.title);
    let agenda: Vec<String> = meeting.state().agenda.iter().map(one).collect();
    assert_eq!(agenda.join("; "), expected);
}

#[test]
fn the_backlog_comes_first_then_reviews_then_ending_terms_then_what_was_postponed() {
    let until_the_next = ["ok", "ok", "2026-09-19"];
    assert_eq!(
        shown(&before("admin, agenda"), &until_the_next),
        "1 Bike rack explore Chen 10 min\n\
         2 Fence decide review due 1 August 2026\n\
         3 Gate decide review due 19 September 2026\n\
         4 Keys select term until 10 September 2026\n\
         5 Hens explore postponed to 5 September 2026"
    );
}

#[test]
fn where_the_next_meeting_is_open_what_is_due_today_is_offered() {
    let today = "1 Bike rack explore Chen 10 min\n\
                 2 Fence decide review due 1 August 2026\n\
                 3 Hens explore postponed to 5 September 2026";
    assert_eq!(shown(&before("agenda"), &[]), today);
    for line in ["ok", "-", "/skip", "who Ana"] {
        assert_eq!(shown(&before("admin, agenda"), &["ok", "ok", line]), today, "{line}");
    }
    let nothing = garden().steps("agenda");
    assert_eq!(shown(&nothing, &[]), "");
    assert!(!nothing.shows(&OPEN).contains("a number takes it"));
}

#[test]
fn a_topic_of_which_nobody_has_said_more_is_taken_as_any_kind() {
    let mut room = before("agenda");
    let offered = |room: &Room, line: &str| shown(room, &[line]).contains("Bike rack explore");
    for line in ["decide bike rack", "report Bike rack"] {
        assert!(!offered(&room, line), "{line}");
    }
    assert!(offered(&room, "decide Fence"));
    // The item starts from the topic.
    let begun = ["decide bike rack", "ok", "ok", "ok", "text Six bikes.", "ok"];
    assert_eq!(room.meet(&lines(&begun)).state().agenda, []);
    // A topic to explore can also be listed to decide.
    room.background.topics[1].kind = Some(crate::meeting::ItemKind::Explore);
    assert!(offered(&room, "decide bike rack"));
}

#[test]
fn a_number_takes_what_is_offered_with_its_owner_and_minutes() {
    let room = before("agenda");
    agenda(&room, &["1", "3", "2"], "explore Bike rack; explore Hens; decide Fence");
    let meeting = room.meet(&lines(&["1"]));
    let entry = &meeting.state().agenda[0];
    assert_eq!((entry.by.as_deref(), entry.minutes), (Some("Chen"), Some(10)));
    for (line, key) in [
        ("0", "error-no-place"),
        ("4", "error-no-place"),
        ("99999999999999999999", "error-no-answer"),
        ("-1", "error-no-answer"),
        ("1 2", "error-no-answer"),
    ] {
        room.refused(&lines(&[line]), key);
    }
    assert_eq!(room.hint(&lines(&["4"])), "type a number from 1 to 3");
    garden().steps("agenda").refused(&lines(&["1"]), "error-no-place");
}

#[test]
fn numbers_stay_the_same_while_the_agenda_is_made() {
    let room = before("agenda");
    let offered = "1 Bike rack explore Chen 10 min\n3 Hens explore postponed to 5 September 2026\n";
    assert_eq!(format!("{}\n", shown(&room, &["2"])), offered);
    agenda(&room, &["2", "3"], "decide Fence; explore Hens");
    agenda(&room, &["2", "decide Pump", "1"], "decide Fence; decide Pump; explore Bike rack");
    // An item removed from the agenda is offered again with its number.
    assert!(shown(&room, &["2", "remove 1"]).contains("\n2 Fence"));
    agenda(&room, &["2", "remove 1", "2"], "decide Fence");
}

#[test]
fn what_is_offered_is_taken_once() {
    let room = before("agenda");
    room.refused(&lines(&["2", "2"]), "error-listed-twice");
    room.refused(&lines(&["decide fence", "2"]), "error-listed-twice");
    agenda(&room, &["explore Fence", "2"], "explore Fence; decide Fence");
    // Typing the title lists the same item.
    assert!(!shown(&room, &["decide FENCE"]).contains("2 Fence"));
}

/// The review of a decision about the fence, for which Chen is responsible, with a concern.
fn review() -> Room {
    let mut room = before("agenda");
    let fence = &mut room.background.decisions[0];
    fence.validity.is = Validity::Term("6 months".parse().unwrap());
    fence.responsible = vec!["Chen".to_owned()];
    fence.measures = vec!["holes".to_owned()];
    fence.concerns =
        vec![ConcernRecord { who: None, text: "it may hide the view".to_owned(), version: None }];
    room
}

const TAKEN: [&str; 7] = ["ok", "ok", "ok", "2", "ok", "ok", "ok"];

fn reviewed<'a>(answers: &[&'a str]) -> Vec<&'a str> {
    [&TAKEN[..], answers].concat()
}

#[test]
fn a_review_starts_from_what_is_in_force_and_from_what_was_feared() {
    let shown = review().shows(&TAKEN);
    for part in [
        "starts from Fence (1 August 2025), which it replaces once adopted",
        "Its review was due on 1 August 2026",
        "A concern at the time: it may hide the view",
        "A fence.",
        "6 months, review on 5 March 2027",
        "sees to it Chen",
        "measured by holes",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let wording = |item: &Item| {
        let it = &item.version().unwrap().wording;
        let stands = stands(it.validity);
        format!("{} | {stands} | {:?} | {:?}", it.text, it.responsible, it.measures)
    };
    let kept = "A fence. | 6 months | [\"Chen\"] | [\"holes\"]";
    review().item(&reviewed(&["ok"]), wording, kept);
    let shorter = "A fence. | 1 month | [\"Chen\"] | [\"holes\"]";
    review().item(&reviewed(&["term 1 month", "ok"]), wording, shorter);
}

#[test]
fn a_review_that_is_not_due_says_no_more_than_what_it_starts_from() {
    let shown = review().shows(&lines(&["decide Gate", "ok", "ok", "ok"]));
    assert!(shown.contains("starts from Gate (19 September 2025)"), "{shown}");
    assert!(!shown.contains("review was due"), "{shown}");
}

#[test]
fn a_decision_that_is_to_end_needs_a_text_that_says_so() {
    let room = review();
    room.refused(&reviewed(&["ends fence", "ok"]), "error-no-text");
    let ended =
        reviewed(&["ends fence", "text The fence goes.", "ok", "ok", "ok", "ok", "ok", "ok"]);
    room.check(&ended, "choose");
    let meeting = room.meet(&ended);
    let What::Adopted(it) = &meeting.standing().last().unwrap().what else { panic!() };
    assert_eq!((&it.ends[..], it.replaces.len()), (&["2025-08-01-fence".to_owned()][..], 0));
    // An unchanged proposal replaces the decision that it continues.
    let meeting = room.meet(&reviewed(&["ok", "ok", "ok", "ok", "ok", "ok"]));
    let What::Adopted(it) = &meeting.standing().last().unwrap().what else { panic!() };
    assert_eq!((&it.replaces[..], it.ends.len()), (&["2025-08-01-fence".to_owned()][..], 0));
}
