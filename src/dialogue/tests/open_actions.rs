//! The list of open actions, and the commands that name one by its number.

use super::screen::lines;
use super::{Room, garden};
use crate::dialogue::{Input, Response, Talk};
use crate::lang::{Lang, Words};
use crate::meeting::{Meeting, What};
use crate::records::OpenAction;

/// A circle with actions of earlier meetings, the oldest first.
fn room() -> Room {
    let mut room = garden();
    let open = |who: &str, text: &str, due: Option<&str>| OpenAction {
        who: who.to_owned(),
        text: text.to_owned(),
        due: due.map(|it| it.parse().unwrap()),
        meeting: Some("2026-08-08".to_owned()),
        ..OpenAction::default()
    };
    room.background.actions = vec![
        open("Ana", "call the 2 plumbers", None),
        open("Ben", "water the hens", Some("2026-09-19")),
        open("Dana", "mend the fence", Some("2026-09-01")),
    ];
    room
}

const LISTED: &str = "1 Overdue: Dana: mend the fence, by 1 September 2026\n\
                      2 Ben: water the hens, by 19 September 2026\n\
                      3 Ana: call the 2 plumbers";

/// Returns the list that `/actions` shows after these answers, without its first line.
#[track_caller]
fn listed(answers: &[&str]) -> String {
    let shown = room().answers(&[&["ok"], answers].concat(), "/actions");
    shown.split_once('\n').map_or(shown.clone(), |(_, list)| list.to_owned())
}

#[track_caller]
fn refused(answers: &[&str], key: &str) {
    room().refused(&[&["ok"], answers].concat(), key);
}

/// Returns the last fact as it stands in the journal, without its time.
fn fact(answers: &[&str]) -> String {
    let meeting = room().meet(&[&["ok"], answers].concat());
    let block = crate::records::format::journal::block(meeting.facts().last().unwrap());
    let lines = block.lines().filter(|it| it.contains(" = ") && !it.starts_with("at = "));
    lines.collect::<Vec<_>>().join(" · ")
}

#[test]
fn open_actions_are_listed_overdue_first_and_those_without_a_date_last() {
    assert_eq!(listed(&[]), LISTED);
    assert_eq!(garden().answers(&["ok"], "/actions"), "No action is open.");
}

#[test]
fn they_stand_once_above_the_first_step_that_may_be_asked() {
    let shown = |steps: &str, answers: &[&str]| {
        let shown = room().steps(steps).shows(&[&["ok", "ok", "ok"], answers].concat());
        shown.contains(LISTED)
    };
    assert!(shown("admin,agenda", &["ok"]), "at the announcements");
    assert!(!shown("admin,agenda", &["ok", "ok", "ok"]), "not at the agenda");
    assert!(shown("agenda", &[]), "at the agenda");
    assert!(!shown("agenda", &["ok", "ok"]), "not at the choice");
    assert!(shown("essential", &[]), "at the choice");
    assert!(!shown("essential", &["explore Bees", "ok"]), "not at the next one");
    assert!(!garden().shows(&["ok", "ok", "ok"]).contains("Open actions"));
}

#[test]
fn a_number_stays_with_its_action_and_is_not_given_again() {
    let then = |line: &'static str| listed(&["/done 1", "/action Chen: buy seeds", line]);
    assert_eq!(
        then("/due hens 2026-12-01"),
        "2 Ben: water the hens, by 1 December 2026\n3 Ana: call the 2 plumbers\n4 Chen: buy seeds"
    );
    assert_eq!(
        then("/release 4"),
        "2 Ben: water the hens, by 19 September 2026\n3 Ana: call the 2 plumbers"
    );
    let first_two = LISTED.rsplit_once('\n').unwrap().0;
    assert_eq!(listed(&["/done plumbers"]), first_two);
    let next = listed(&["/action Chen: buy seeds", "/done 4", "/action Chen: sow"]);
    assert!(next.ends_with("\n5 Chen: sow"), "{next}");
    let undone = listed(&["/action Chen: buy seeds", "/undo", "/done 1", "/undo"]);
    assert_eq!(undone, LISTED);
}

#[test]
fn an_action_gets_a_new_date() {
    let kept = "what = \"rescheduled\" · who = \"Dana\" · text = \"mend the fence\" · \
                meeting = \"2026-08-08\" · due = 2026-09-11";
    assert_eq!(fact(&["/due 1 2026-09-11"]), kept);
    assert_eq!(fact(&["/due 1 Friday"]), kept);
    assert_eq!(fact(&["/due mend the fence Friday 11 September"]), kept);
    assert_eq!(fact(&["/due FENCE in 6 days"]), kept);
    assert_eq!(fact(&["/due 1 by Friday"]), kept);
    assert_eq!(fact(&["/due fence by Friday"]), kept);
    let list = listed(&["/due 1 2026-09-11", "/due dana 2026-09-12"]);
    assert!(list.starts_with("1 Dana: mend the fence, by 12 September 2026\n"), "{list}");
    let said = room().echoes(&["ok", "/due 1 Friday"]);
    assert_eq!(said, "New date: Dana, mend the fence, by Friday 11 September 2026");
    assert_eq!(listed(&["/due 1 Friday", "/undo"]), LISTED);
    let back = room().echoes(&["ok", "/due 1 Friday", "/undo"]);
    assert_eq!(back, "Taken back: New date: Dana, mend the fence, by 11 September 2026");
    refused(&["/due 1 2026-09-04"], "error-date-past");
    refused(&["/due fence 2026-09-04"], "error-date-past");
    refused(&["/due 1 soon"], "error-not-a-date");
    refused(&["/due fence soon"], "error-not-a-date");
    refused(&["/due 4 Friday"], "error-action-number");
    refused(&["/due bees Friday"], "error-no-action");
    refused(&["/due the Friday"], "error-several-names");
    for line in ["/due", "/due 1", "/due Friday"] {
        refused(&[line], "error-due-incomplete");
    }
}

#[test]
fn an_action_is_given_to_others() {
    let kept = "what = \"reassigned\" · who = \"Dana\" · text = \"mend the fence\" · \
                meeting = \"2026-08-08\" · to = \"Ana\"";
    assert_eq!(fact(&["/give 1 ana"]), kept);
    assert_eq!(fact(&["/give 1 Ana, Ana"]), kept);
    assert_eq!(fact(&["/give mend the fence Ana"]), kept);
    assert_eq!(fact(&["/give 1 to Ana"]), kept);
    assert_eq!(fact(&["/give fence to Ana"]), kept);
    let shared = format!("{kept} · with = [\"Ben\", \"Chen\"]");
    assert_eq!(fact(&["/give 1 Ana, Ben and Chen"]), shared);
    assert_eq!(fact(&["/give the fence Ana & Ben, Chen"]), shared);
    let list = listed(&["/give 1 Ana, Ben"]);
    assert!(list.starts_with("1 Overdue: Ana and Ben: mend the fence, by"), "{list}");
    // Words of any owner find it, and who is named first is whose it is from now on.
    let of_ana = "what = \"done\" · who = \"Ana\" · text = \"mend the fence\" · \
                  meeting = \"2026-08-08\"";
    assert_eq!(fact(&["/give 1 Ana, Chen", "/done chen"]), of_ana);
    assert_eq!(fact(&["/give 1 Ana, Chen", "/done 1"]), of_ana);
    let said = room().echoes(&["ok", "/give 1 Ana, Ben"]);
    assert_eq!(said, "From Dana to Ana and Ben: mend the fence");
    assert_eq!(listed(&["/give 1 Ana", "/undo"]), LISTED);
    refused(&["/give 1 Zoe"], "error-unknown-name");
    refused(&["/give fence Zoe"], "error-unknown-name");
    refused(&["/give 1 Ana, Zoe"], "error-unknown-name");
    refused(&["/give 4 Ana"], "error-action-number");
    refused(&["/give bees Ana"], "error-no-action");
    for line in ["/give", "/give 1", "/give Ana"] {
        refused(&[line], "error-give-incomplete");
    }
    // A guest who is here may take one on.
    assert!(fact(&["/arrive Zoe (guest)", "/give 1 Zoe"]).ends_with("to = \"Zoe\""));
}

#[test]
fn an_action_is_released() {
    let kept = "what = \"released\" · who = \"Dana\" · text = \"mend the fence\" · \
                meeting = \"2026-08-08\"";
    assert_eq!(fact(&["/release 1"]), kept);
    assert_eq!(fact(&["/release fence"]), kept);
    let own = fact(&["/action Chen: buy seeds", "/release 4"]);
    assert_eq!(own, "what = \"released\" · who = \"Chen\" · text = \"buy seeds\"");
    assert_eq!(room().echoes(&["ok", "/release 1"]), "Released: Dana, mend the fence");
    assert!(!listed(&["/release 1"]).contains("fence"));
    assert_eq!(listed(&["/release 1", "/undo"]), LISTED);
    refused(&["/release 1", "/release 1"], "error-action-number");
    refused(&["/release 1", "/done fence"], "error-no-action");
    refused(&["/release"], "error-which-action");
    refused(&["/release 0"], "error-action-number");
    refused(&["/release 99999999999999999999999"], "error-no-action");
}

/// Returns what a line at a terminal records.
fn at_terminal(lang: Lang, meeting: &Meeting, line: &str) -> Result<What, &'static str> {
    let (words, room) = (Words::of(lang).at_terminal(), room());
    let talk = Talk { meeting, background: &room.background, words: &words, now: room.opens };
    match talk.hear(&Input { line: line.to_owned(), text: None }) {
        Ok(Response::Fact(what)) => Ok(what),
        Ok(other) => panic!("{other:?}"),
        Err(err) => Err(err.message.key),
    }
}

fn text_of(heard: Result<What, &'static str>) -> String {
    match heard {
        Ok(What::Done(it) | What::Released(it)) => it.text,
        Ok(What::Rescheduled(it)) => format!("{} {}", it.text, it.due),
        Ok(What::Reassigned(it)) => format!("{} {} {:?}", it.text, it.to, it.with),
        Ok(other) => panic!("{other:?}"),
        Err(key) => key.to_owned(),
    }
}

#[test]
fn a_number_alone_is_words_first_in_a_script_and_a_number_at_a_terminal() {
    // Scripts could always name an action by a number in its text.
    assert!(fact(&["/done 2"]).contains("call the 2 plumbers"));
    assert!(fact(&["/done 1"]).contains("mend the fence"));
    let meeting = room().meet(&["ok"]);
    let typed = |line: &str| text_of(at_terminal(Lang::En, &meeting, line));
    assert_eq!(typed("/done 2"), "water the hens");
    assert_eq!(typed("/done plumbers 2"), "call the 2 plumbers");
    assert_eq!(typed("/done 4"), "error-action-number");
    assert!(fact(&["/release 2"]).contains("water the hens"), "it is new, and so a number");
}

#[test]
fn dates_and_names_are_read_in_the_language_of_the_screen() {
    let meeting = room().meet(&["ok"]);
    let typed = |line: &str| text_of(at_terminal(Lang::De, &meeting, line));
    assert_eq!(typed("/due 1 Freitag"), "mend the fence 2026-09-11");
    assert_eq!(typed("/due fence 11. September"), "mend the fence 2026-09-11");
    assert_eq!(typed("/due 1 bis Freitag"), "mend the fence 2026-09-11");
    assert_eq!(typed("/give 1 an Ana und Ben"), "mend the fence Ana [\"Ben\"]");
    assert_eq!(typed("/give 1 Ana und Ben"), "mend the fence Ana [\"Ben\"]");
    assert_eq!(typed("/give 1 Ana，Ben"), "mend the fence Ana [\"Ben\"]");
    assert_eq!(text_of(at_terminal(Lang::En, &meeting, "/due 1 Freitag")), "error-not-a-date");
}

#[test]
fn the_read_back_says_how_actions_stand() {
    let room = room().steps("read-back");
    let lines = ["ok", "ok", "ok", "/action Chen: buy seeds", "/give 4 Ana, Ben", "/release 3"];
    let more = ["/due 1 2026-09-30", "/done 2", "/action Chen: sow", "/release 5", "close"];
    let shown = room.shows(&[&lines[..], &more].concat());
    let listed = "Ana and Ben: buy seeds\n\
                  Released: Ana: call the 2 plumbers\n\
                  Dana: mend the fence, by 30 September 2026\n\
                  Released: Chen: sow\n";
    assert!(shown.contains(listed), "{shown}");
    assert!(!shown.contains("hens"), "{shown}");
}

#[test]
fn a_long_line_is_read_in_time_that_grows_with_its_length() {
    let long = "word ".repeat(20_000);
    refused(&[&format!("/give fence {long}")], "error-unknown-name");
    refused(&[&format!("/due fence {long}")], "error-not-a-date");
}

#[test]
fn what_can_be_typed_is_told_with_the_commands() {
    let words = Words::of(Lang::En);
    let (room, meeting) = (room(), room().meet(&["ok"]));
    let talk =
        Talk { meeting: &meeting, background: &room.background, words: &words, now: room.opens };
    let Ok(Response::Show(card)) = talk.hear(&Input { line: "/help".to_owned(), text: None })
    else {
        panic!()
    };
    for command in ["/actions", "/done 2", "/due 2 DATE", "/give 2 NAMES", "/release 2"] {
        assert!(lines(&card).contains(command), "{command}");
    }
}
