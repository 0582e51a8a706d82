//! The agenda, the choice of items, calls, and leftover items.

use super::{Room, garden};
use crate::dialogue::{Ask, Response, ScreenState, Talk};
use crate::lang::{Lang, Words};
use crate::meeting::{AgendaItem, ItemKind, Outcome, What};
use crate::toml_file::Word;

/// Formats the agenda: `decide Bees 20 Ana; report Hens`.
fn listed(entries: &[AgendaItem]) -> String {
    let one = |it: &AgendaItem| {
        let minutes = it.minutes.map(|it| format!(" {it}m")).unwrap_or_default();
        let by = it.by.as_ref().map(|it| format!(" @{it}")).unwrap_or_default();
        format!("{} {}{minutes}{by}", it.kind.word(), it.title)
    };
    entries.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn agenda(lines: &[&str], expected: &str) {
    let room = garden().steps("agenda");
    let answers = [&["ok", "ok", "ok"], lines].concat();
    room.check(&answers, "agenda");
    assert_eq!(listed(&room.meet(&answers).state().agenda), expected);
}

#[track_caller]
fn check(lines: &[&str], expected: &str) {
    garden().steps("agenda").check(&[&["ok", "ok", "ok"], lines].concat(), expected);
}

#[track_caller]
fn refused(lines: &[&str], key: &str) {
    garden().steps("agenda").refused(&[&["ok", "ok", "ok"], lines].concat(), key);
}

#[test]
fn a_line_lists_an_item() {
    agenda(
        &["decide Bees", "explore Hens", "report Money"],
        "decide Bees; explore Hens; report Money",
    );
}

#[test]
fn minutes_and_owner_stand_at_the_end_in_any_order() {
    agenda(&["decide Bees 20 min by Ana"], "decide Bees 20m @Ana");
    agenda(&["decide Bees by ana 20 min"], "decide Bees 20m @Ana");
    agenda(&["decide Bees 20 min"], "decide Bees 20m");
}

#[test]
fn minutes_are_typed_as_people_do_at_a_terminal() {
    let room = garden().steps("agenda");
    let meeting = room.meet(&["ok", "ok", "ok"]);
    let listed = |lang, line: &str| {
        let words = Words::of(lang).at_terminal();
        let talk = Talk {
            meeting: &meeting,
            background: &room.background,
            words: &words,
            now: room.opens,
        };
        match talk.hear(&super::said(line)) {
            Ok(Response::Fact(What::Listed(it))) => listed(&[it]),
            other => panic!("{line}: {other:?}"),
        }
    };
    for line in ["20 min", "20min", "20 minutes", "20 mins by Ana", "20 Minutes"] {
        let said = listed(Lang::En, &format!("decide Bees {line}"));
        assert!(said.starts_with("decide Bees 20m"), "{line}: {said}");
    }
    assert_eq!(listed(Lang::De, "decide Bees 20 Minuten"), "decide Bees 20m");
    assert_eq!(listed(Lang::En, "decide 20 minutes"), "decide 20 minutes");
    assert_eq!(listed(Lang::En, "decide Row 4b"), "decide Row 4b");
}

#[test]
fn a_forgotten_item_at_the_call_is_shown_the_way_back() {
    let lines = ["ok", "ok", "ok", "decide Bees", "ok"];
    let (room, words) = (garden().steps("agenda"), Words::of(Lang::En));
    let meeting = room.meet(&lines);
    let talk =
        Talk { meeting: &meeting, background: &room.background, words: &words, now: room.opens };
    for line in ["decide Hens", "1"] {
        let err = talk.hear(&super::said(line)).unwrap_err();
        assert_eq!(err.hint.map(|it| it.key), Some("hint-call-agenda"), "{line}");
    }
}

#[test]
fn what_does_not_parse_belongs_to_the_title() {
    agenda(&["decide Walk by the river"], "decide Walk by the river");
    agenda(&["decide Walk by An"], "decide Walk by An");
    agenda(&["decide Ready in 20 mins"], "decide Ready in 20 mins");
    agenda(&["decide Nothing 0 min"], "decide Nothing 0 min");
    agenda(&["decide 20 min"], "decide 20 min");
    agenda(&["decide Poems by Ana by Ben"], "decide Poems by Ana @Ben");
}

#[test]
fn an_absent_member_may_own_an_item() {
    let meeting =
        garden().steps("agenda").meet(&["all but Dana", "ok", "ok", "decide Bees by Dana"]);
    assert_eq!(meeting.state().agenda[0].by.as_deref(), Some("Dana"));
}

#[test]
fn the_same_kind_and_title_twice_is_refused() {
    refused(&["decide Bees", "decide BEES"], "error-listed-twice");
    agenda(&["decide Bees", "explore Bees"], "decide Bees; explore Bees");
}

#[test]
fn an_item_needs_a_title() {
    refused(&["decide"], "error-no-title");
}

#[test]
fn items_are_removed_and_moved_by_number() {
    let three = ["decide A", "decide B", "decide C"];
    agenda(&[&three[..], &["remove 2"]].concat(), "decide A; decide C");
    agenda(&[&three[..], &["move 3 1"]].concat(), "decide C; decide A; decide B");
    agenda(&[&three[..], &["move 1 3"]].concat(), "decide B; decide C; decide A");
    agenda(&["decide A", "explore A", "remove 2"], "decide A");
    refused(&["decide A", "remove 2"], "error-no-place");
    refused(&["remove 1"], "error-no-place");
    refused(&["decide A", "move 1 0"], "error-no-place");
    refused(&["decide A", "move 1"], "error-no-answer");
    refused(&["decide A", "remove"], "error-no-answer");
}

#[test]
fn items_are_removed_and_moved_by_letter_and_by_title() {
    let three = ["decide Oven", "decide Bees and hens", "decide Hens"];
    agenda(&[&three[..], &["remove B"]].concat(), "decide Oven; decide Hens");
    agenda(&[&three[..], &["move c a"]].concat(), "decide Hens; decide Oven; decide Bees and hens");
    agenda(&[&three[..], &["remove bees"]].concat(), "decide Oven; decide Hens");
    agenda(
        &[&three[..], &["move Bees and Hens a"]].concat(),
        "decide Bees and hens; decide Oven; decide Hens",
    );
    // A whole title wins over the words of another one.
    agenda(&[&three[..], &["remove hens"]].concat(), "decide Oven; decide Bees and hens");
    for (line, key) in [
        ("remove d", "error-no-letter"),
        ("move a d", "error-no-letter"),
        ("move a Oven", "error-no-letter"),
        ("remove goats", "error-not-listed"),
        ("remove en", "error-several-names"),
    ] {
        refused(&[&three[..], &[line]].concat(), key);
    }
}

#[test]
fn the_list_is_changed_at_the_call_too_and_the_call_stands() {
    let call = ["decide A", "decide B", "ok"];
    let answers = [&["ok", "ok", "ok"], &call[..], &["move b a"]].concat();
    let room = garden().steps("agenda");
    room.check(&answers, "call agenda");
    assert_eq!(listed(&room.meet(&answers).state().agenda), "decide B; decide A");
    check(&[&call[..], &["remove a", "@Dana o not yet"]].concat(), "agenda");
    check(&[&call[..], &["remove a", "ok", "ok"]].concat(), "draft");
    refused(&[&call[..], &["@Dana remove a"]].concat(), "error-no-answer");
    refused(&[&call[..], &["remove c"]].concat(), "error-no-letter");
    refused(&[&call[..], &["decide C"]].concat(), "error-no-answer");
}

/// Returns what the last of these answers shows before the next prompt, on a screen that has seen
/// the others.
fn shown(room: &Room, lines: &[&str]) -> String {
    let (mut seen, words) = (ScreenState::default(), Words::of(Lang::En));
    let answers = [&["ok", "ok", "ok"], lines].concat();
    let mut ask = Ask::default();
    for count in 0..=answers.len() {
        let meeting = room.meet(&answers[..count]);
        let talk = Talk {
            meeting: &meeting,
            background: &room.background,
            words: &words,
            now: room.opens,
        };
        ask = talk.ask(&mut seen);
    }
    super::screen::lines(&ask.shown)
}

#[test]
fn every_change_shows_the_list_and_its_minutes() {
    let mut room = garden().steps("agenda");
    assert_eq!(shown(&room, &["decide Bees"]), "On the list:\na Bees decide");
    let two = ["decide Bees 20 min by Ana", "report Hens 30 min"];
    assert_eq!(
        shown(&room, &two),
        "On the list, 50 min:\na Bees decide Ana 20 min\nb Hens report  30 min"
    );
    room.circle.plan.minutes = Some(90);
    assert!(shown(&room, &two).starts_with("On the list, 50 of 90 min:\n"));
    room.circle.plan.minutes = Some(45);
    assert!(shown(&room, &two).starts_with("On the list, 50 of 45 min, 5 too many:\n"));
    let and = |line| [&two[..], &[line]].concat();
    assert!(
        shown(&room, &and("move b a"))
            .ends_with("\na Hens report  30 min\nb Bees decide Ana 20 min")
    );
    assert_eq!(shown(&room, &and("/undo")), "On the list, 20 of 45 min:\na Bees decide Ana 20 min");
    assert_eq!(shown(&room, &and("/note x")), "");
    assert_eq!(shown(&room, &["decide Bees", "remove a"]), "Nothing is on the list.");
    let call = shown(&room, &["decide Bees", "decide Hens", "ok", "remove a"]);
    assert!(
        call.contains("Does anyone object to this agenda?\nOn the list:\na Hens decide"),
        "{call}"
    );
}

#[test]
fn the_letters_go_on_behind_z() {
    let lines: Vec<String> = (1..=28).map(|it| format!("decide Item {it}")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let all = shown(&garden().steps("agenda"), &lines);
    assert!(all.ends_with("\nz Item 26 decide\naa Item 27 decide\nab Item 28 decide"), "{all}");
    let removed = [&lines[..], &["remove ab", "remove AA"]].concat();
    assert!(shown(&garden().steps("agenda"), &removed).ends_with("\nz Item 26 decide"));
}

#[test]
fn the_list_ends_with_a_call_also_when_it_is_empty() {
    check(&["ok"], "call agenda");
    check(&["ok", "ok"], "choose");
    check(&["ok", "ok", "ok"], "close");
}

#[test]
fn an_objection_to_the_agenda_goes_back_to_the_list() {
    check(&["decide A", "ok", "@Dana o Money comes first"], "agenda");
    check(&["decide A", "ok", "@Dana o Money comes first", "ok", "ok"], "choose");
}

#[test]
fn a_call_takes_nothing_but_none_and_an_objection_with_a_reason() {
    refused(&["ok", "o because"], "error-no-answer");
    refused(&["ok", "@Dana o"], "error-no-reason");
    refused(&["ok", "@Dana ok"], "error-no-answer");
    refused(&["ok", "yes"], "error-no-answer");
    refused(&["ok", "/skip"], "error-step-not-optional");
}

#[test]
fn a_guest_has_no_say_in_a_call() {
    garden()
        .steps("agenda")
        .refused(&["all + Zoe (guest)", "ok", "ok", "ok", "@Zoe o no"], "error-guest-not-asked");
}

#[test]
fn someone_who_arrives_in_a_call_is_asked_too() {
    let answers = ["all but Dana", "ok", "ok", "ok", "/arrive Dana"];
    garden().steps("agenda").check(&answers, "call agenda");
    let answers = [&answers[..], &["@Dana o wait"]].concat();
    garden().steps("agenda").check(&answers, "agenda");
}

const LISTED: [&str; 4] = ["explore Bees", "report Hens", "ok", "ok"];

fn listed_then<'a>(answers: &[&'a str]) -> Vec<&'a str> {
    [&LISTED[..], answers].concat()
}

#[test]
fn enter_begins_the_next_item_in_order() {
    check(&listed_then(&["ok"]), "notes");
    check(&listed_then(&["ok", "ok"]), "choose");
    check(&listed_then(&["ok", "ok", "ok", "ok"]), "choose");
    check(&listed_then(&["ok", "ok", "ok", "ok", "ok"]), "close");
}

#[test]
fn a_listed_title_begins_at_once_in_any_order() {
    check(&listed_then(&["report hens"]), "notes");
    let meeting = garden()
        .steps("agenda")
        .meet(&[&["ok", "ok", "ok"][..], &listed_then(&["report hens"])].concat());
    assert_eq!(meeting.state().items[0].entry.title, "Hens");
    assert_eq!(listed(&meeting.state().agenda), "explore Bees");
}

#[test]
fn what_is_left_is_chosen_by_its_number() {
    let room = garden().steps("agenda");
    let choice = shown(&room, &listed_then(&[]));
    assert!(choice.contains("\n1 Bees explore\n2 Hens report\n"), "{choice}");
    // The only item left is offered.
    assert!(!shown(&room, &listed_then(&["ok", "ok"])).contains("Hens"));
    let answers = [&["ok", "ok", "ok"][..], &listed_then(&["2"])].concat();
    assert_eq!(room.meet(&answers).state().items[0].entry.title, "Hens");
    refused(&listed_then(&["3"]), "error-no-place");
    refused(&listed_then(&["0"]), "error-no-place");
    refused(&listed_then(&["2 please"]), "error-no-answer");
    garden().refused(&["ok", "ok", "ok", "1"], "error-no-place");
}

#[test]
fn an_item_is_postponed_by_a_word_of_its_title_or_its_number() {
    let listed = ["explore The oven", "report Hens and bees", "report Hens and goats", "ok", "ok"];
    let room = garden().steps("agenda");
    let left = |line: &str| {
        let answers = [&["ok", "ok", "ok"][..], &listed, &[line]].concat();
        room.meet(&answers).state().left[0].entry.title.clone()
    };
    assert_eq!(left("postpone oven"), "The oven");
    assert_eq!(left("postpone bees 2026-10-01"), "Hens and bees");
    assert_eq!(left("postpone 3"), "Hens and goats");
    for (line, key) in [
        ("postpone hens", "error-several-names"),
        ("postpone 4", "error-no-place"),
        ("postpone o", "error-not-listed"),
        ("postpone", "error-no-title"),
        ("postpone 2026-10-01", "error-no-title"),
    ] {
        refused(&[&listed[..], &[line]].concat(), key);
    }
}

#[test]
fn deciding_does_not_begin_a_listed_exploration() {
    check(&listed_then(&["decide Bees"]), "call item Bees");
}

#[test]
fn a_new_item_needs_a_call() {
    check(&listed_then(&["decide Money"]), "call item Money");
    check(&listed_then(&["decide Money", "ok"]), "draft");
    check(&listed_then(&["decide Money", "@Dana o too late"]), "choose");
    check(&listed_then(&["decide Money", "/undo"]), "choose");
}

#[test]
fn without_an_agenda_an_item_begins_at_once() {
    garden().check(&["ok", "ok", "ok", "decide Money"], "draft");
    garden().check(&["ok", "ok", "ok", "explore Money"], "notes");
}

#[test]
fn a_title_may_come_again_after_its_item_has_ended() {
    garden().check(&["ok", "ok", "ok", "explore Money", "ok", "explore Money"], "notes");
    check(&listed_then(&["ok", "ok", "explore Bees", "ok"]), "notes");
}

#[test]
fn a_listed_item_is_postponed_without_beginning() {
    let room = garden().steps("agenda");
    let answers = [&["ok", "ok", "ok"][..], &listed_then(&["postpone bees 2026-10-01"])].concat();
    let meeting = room.meet(&answers);
    assert_eq!(listed(&meeting.state().agenda), "report Hens");
    let day = "2026-10-01".parse().ok();
    assert_eq!(meeting.state().left[0].outcome, Outcome::Postponed(day));
    refused(&listed_then(&["postpone Money"]), "error-not-listed");
    refused(&listed_then(&["postpone Bees 2026-09-04"]), "error-date-past");
    check(&listed_then(&["postpone Bees 2026-09-05"]), "choose");
}

#[test]
fn a_title_may_end_with_a_date() {
    check(&["explore Review 2026-01-01", "ok", "ok", "postpone Review 2026-01-01"], "choose");
}

#[test]
fn one_of_two_items_with_one_title_is_postponed() {
    let room = garden().steps("agenda");
    let lines = ["ok", "ok", "ok", "explore Bees", "decide Bees", "ok", "ok", "postpone Bees"];
    let meeting = room.meet(&lines);
    assert_eq!(meeting.state().left[0].entry.kind, ItemKind::Explore);
    assert_eq!(listed(&meeting.state().agenda), "decide Bees");
}

#[test]
fn every_item_left_at_the_close_gets_a_next_step() {
    check(&listed_then(&["close"]), "leftover Bees");
    check(&listed_then(&["close", "ok"]), "leftover Hens");
    check(&listed_then(&["close", "backlog", "postpone 2026-10-01"]), "close");
    check(&listed_then(&["close", "refer Ground", "ok"]), "close");
    check(&listed_then(&["close", "drop it is winter"]), "call drop Bees");
    check(&listed_then(&["close", "drop", "ok"]), "leftover Hens");
    check(&listed_then(&["close", "drop", "@Dana o I need it"]), "leftover Bees");
    refused(&listed_then(&["close", "refer"]), "error-refer-incomplete");
    refused(&listed_then(&["close", "postpone soon"]), "error-not-a-date");
    refused(&listed_then(&["close", "postpone 2025-01-01"]), "error-date-past");
    refused(&listed_then(&["close", "/skip"]), "error-step-not-optional");
}

#[test]
fn what_became_of_each_item_left_is_known() {
    let room = garden().steps("agenda");
    let lines = ["close", "refer Ground", "drop", "ok"];
    let meeting = room.meet(&[&["ok", "ok", "ok"][..], &listed_then(&lines)].concat());
    let left: Vec<&Outcome> = meeting.state().left.iter().map(|it| &it.outcome).collect();
    assert_eq!(left, [&Outcome::Referred("Ground".to_owned()), &Outcome::Dropped]);
}

#[test]
fn a_meeting_without_items_closes() {
    garden().check(&["ok", "ok", "ok", "ok"], "close");
    garden().check(&["ok", "ok", "ok", "close", "ok"], "file");
    garden().refused(&["ok", "ok", "ok", "close", "ok", "/note late"], "error-meeting-closed");
    garden().refused(&["ok", "ok", "ok", "close", "ok", "/undo"], "error-closed-not-taken-back");
}

#[test]
fn an_objection_to_dropping_keeps_the_item_where_it_was() {
    garden().check(&["ok", "ok", "ok", "explore Bees", "/drop"], "call drop Bees");
    garden().check(&["ok", "ok", "ok", "explore Bees", "/drop", "@Dana o no"], "notes");
    garden().check(&["ok", "ok", "ok", "explore Bees", "/drop", "ok"], "choose");
    garden().refused(&["ok", "ok", "ok", "/drop"], "error-no-item");
}

#[test]
fn what_is_typed_at_the_choice_fits_what_is_left() {
    let room = garden().steps("agenda");
    let hint = |titles: &[&str]| {
        shown(&room, &[titles, &["ok", "ok"]].concat())
            .lines()
            .last()
            .unwrap_or_default()
            .to_owned()
    };
    let none = hint(&[]);
    assert!(none.contains("`close`") && !none.contains("`2`"), "{none}");
    assert!(!none.contains("`postpone TITLE`"), "{none}");
    let one = hint(&["decide Bees"]);
    assert!(!one.contains("`2`") && one.contains("`postpone TITLE`"), "{one}");
    let two = hint(&["decide Bees", "decide Hens"]);
    assert!(two.contains("`2` the second item") && two.contains("`postpone TITLE`"), "{two}");
}
