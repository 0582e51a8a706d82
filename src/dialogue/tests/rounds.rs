//! Rounds of speech: who is asked, in which order, and when a round is complete.

use super::{Room, garden};

fn check_in() -> Room {
    garden().steps("check-in")
}

#[track_caller]
fn check(room: &Room, opening: &str, answers: &[&str], expected: &str) {
    room.check(&[&[opening, "ok", "ok"], answers].concat(), expected);
}

#[test]
fn everyone_is_asked_in_the_order_of_the_seats() {
    check(&check_in(), "all", &[], "check-in: Ana, Ben, Chen, Dana");
    check(&check_in(), "all", &["fine"], "check-in: Ben, Chen, Dana");
    check(&check_in(), "all", &["fine", "ok", "pass", "tired"], "choose");
}

#[test]
fn those_absent_are_left_out() {
    check(&check_in(), "all but Chen", &[], "check-in: Ana, Ben, Dana");
    check(&check_in(), "Chen", &["here alone"], "choose");
}

#[test]
fn each_round_of_the_meeting_starts_one_seat_further() {
    let room = garden().steps("check-in, check-out").rotating();
    check(&room, "all", &[], "check-in: Ana, Ben, Chen, Dana");
    let round = ["ok", "ok", "ok", "ok"];
    let to_check_out = [&round[..], &["close"]].concat();
    // Ben facilitates and would be first: he and Chen are swapped.
    check(&room, "all", &to_check_out, "check-out: Chen, Ben, Dana, Ana");
    let again = [&round[..], &["/again"], &round[..], &["close"]].concat();
    // Chen starts the third round, and Ben must not be last: Ana and Ben are swapped.
    check(&room, "all", &again, "check-out: Chen, Dana, Ben, Ana");
}

#[test]
fn where_the_starter_is_absent_the_next_one_present_starts() {
    let room = garden().steps("check-in, check-out").rotating();
    let answers = ["ok", "ok", "ok", "close"];
    check(&room, "all but Ben", &answers, "check-out: Chen, Dana, Ana");
}

#[test]
fn rounds_by_seats_always_start_at_the_first_seat() {
    let room = garden().steps("check-in, check-out");
    check(&room, "all", &["ok", "ok", "ok", "ok", "close"], "check-out: Ana, Ben, Chen, Dana");
}

#[test]
fn the_facilitator_speaks_neither_first_nor_last() {
    let room = check_in();
    room.check(&["ok", "Ana", "ok"], "check-in: Ben, Ana, Chen, Dana");
    room.check(&["ok", "Dana", "ok"], "check-in: Ana, Ben, Dana, Chen");
    room.check(&["Ana, Ben, Chen", "Chen", "ok"], "check-in: Ana, Chen, Ben");
}

#[test]
fn where_two_speak_the_facilitator_may_be_first() {
    check_in().check(&["Ana, Ben", "Ana", "ok"], "check-in: Ana, Ben");
    check_in().check(&["Ana, Ben", "Ben", "ok"], "check-in: Ana, Ben");
}

#[test]
fn handing_over_in_the_round_moves_who_is_asked_when() {
    check_in().check(&["ok", "ok", "ok", "/facilitator Dana"], "check-in: Ana, Ben, Dana, Chen");
}

#[test]
fn someone_speaks_out_of_order() {
    check(&check_in(), "all", &["@Chen here I am"], "check-in: Ana, Ben, Dana");
    check(&check_in(), "all", &["@Chen here", "@Chen and more"], "check-in: Ana, Ben, Dana");
}

#[test]
fn later_asks_this_person_after_the_others() {
    check(&check_in(), "all", &["/later"], "check-in: Ben, Chen, Dana, Ana");
    check(&check_in(), "all", &["/later", "/later", "ok"], "check-in: Dana, Ana, Ben");
    check(&check_in(), "all", &["/later", "ok", "ok", "ok"], "check-in: Ana");
    check(&check_in(), "all", &["/later", "ok", "ok", "ok", "/later"], "check-in: Ana");
    check(&check_in(), "all", &["/later", "/later", "ok", "ok", "/later"], "check-in: Ben, Ana");
    check(&check_in(), "all", &["/later", "@Ana now", "ok", "ok", "ok"], "choose");
}

#[test]
fn who_arrives_joins_the_round() {
    check(&check_in(), "all but Dana", &["ok", "/arrive Dana"], "check-in: Ben, Chen, Dana");
    check(&check_in(), "all but Ana", &["ok", "/arrive Ana"], "check-in: Ana, Ben, Dana");
}

#[test]
fn who_leaves_is_no_longer_asked() {
    check(&check_in(), "all", &["ok", "ok", "ok", "/leave Dana"], "choose");
    check(&check_in(), "all", &["/leave Ana"], "check-in: Chen, Ben, Dana");
    // Ben facilitates; after he leaves, nobody does.
    check(&check_in(), "all", &["/leave Ben"], "check-in: Ana, Chen, Dana");
}

#[test]
fn who_spoke_and_comes_back_is_not_asked_again() {
    check(&check_in(), "all", &["fine", "/leave Ana", "/arrive Ana"], "check-in: Ben, Chen, Dana");
}

#[test]
fn guests_are_never_asked_and_may_speak_when_invited() {
    let guest = "all + Zoe (guest)";
    check(&check_in(), guest, &[], "check-in: Ana, Ben, Chen, Dana");
    check(&check_in(), guest, &["@Zoe hello"], "check-in: Ana, Ben, Chen, Dana");
    check_in().refused(&["ok", "ok", "ok", "@Zoe hello"], "error-unknown-name");
}

#[test]
fn a_round_is_asked_once_more() {
    let round = ["ok", "ok", "ok", "ok"];
    check(
        &check_in(),
        "all",
        &[&round[..], &["/again"]].concat(),
        "check-in: Ana, Ben, Chen, Dana",
    );
    let room = check_in();
    room.refused(&["ok", "ok", "ok", "/again"], "error-no-round-finished");
    room.refused(&["ok", "ok", "ok", "ok", "/again"], "error-no-round-finished");
    let later = [&["ok"; 3][..], &round[..], &["explore Bees", "/again"]].concat();
    room.refused(&later, "error-no-round-finished");
}

#[test]
fn an_interjection_behind_a_round_does_not_stop_it_from_being_asked_again() {
    let answers = ["ok", "ok", "ok", "ok", "/note lively", "/leave Dana", "/again"];
    check(&check_in(), "all", &answers, "check-in: Ana, Ben, Chen");
}

#[test]
fn a_round_is_skipped_and_that_is_recorded() {
    check(&check_in(), "all", &["/skip we are late"], "choose");
    check(&check_in(), "all", &["ok", "/skip"], "choose");
    check_in().refused(&["ok", "ok", "ok", "/skip", "/again"], "error-no-round-finished");
}

#[test]
fn a_question_to_everyone_is_a_round() {
    let room = garden();
    check(&room, "all", &["explore Bees", "/round Where?"], "explore: Ana, Ben, Chen, Dana");
    let round = ["explore Bees", "/round Where?", "roof", "pass", "@Dana wall", "/later"];
    check(&room, "all", &round, "explore: Chen");
    check(&room, "all", &[&round[..], &["shed"]].concat(), "notes");
    check(
        &room,
        "all",
        &[&round[..], &["shed", "/again"]].concat(),
        "explore: Ana, Ben, Chen, Dana",
    );
    check(&room, "all", &[&round[..], &["/skip"]].concat(), "notes");
    room.refused(&["ok", "ok", "ok", "explore Bees", "/round"], "error-no-question");
    room.refused(&["ok", "ok", "ok", "/round Where?"], "error-no-answer");
}

#[test]
fn notes_are_taken_until_enter() {
    let room = garden();
    check(&room, "all", &["report Hens", "two eggs", "@Dana three"], "notes");
    check(&room, "all", &["report Hens", "two eggs", "ok"], "choose");
    check(&room, "all + Zoe (guest)", &["report Hens", "@Zoe I saw four"], "notes");
    room.refused(&["ok", "ok", "ok", "report Hens", "pass"], "error-no-answer");
}

#[test]
fn a_command_in_the_place_of_speech_is_not_written_down() {
    let words = [
        "close", "call", "undo", "skip", "again", "pause", "text", "term", "who", "measure",
        "withdraw", "postpone", "refer", "drop",
    ];
    for word in words {
        check_in().refused(&["ok", "ok", "ok", word], "error-like-command");
    }
    check(&check_in(), "all", &["\\close"], "check-in: Ben, Chen, Dana");
    check(&check_in(), "all", &["close to tears"], "check-in: Ben, Chen, Dana");
}

#[test]
fn a_text_of_several_lines_is_one_speech() {
    check(&check_in(), "all", &["\nfirst\n\n# second"], "check-in: Ben, Chen, Dana");
    check_in().refused(&["ok", "ok", "ok", "\n  "], "error-empty-answer");
    check_in().refused(&["ok", "ok", "ok", "well\nthen"], "error-like-command");
    check(&check_in(), "all", &["/note\nline one\n/undo"], "check-in: Ana, Ben, Chen, Dana");
}

#[test]
fn the_check_out_comes_before_the_close() {
    let room = garden().steps("check-out");
    check(&room, "all", &["close"], "check-out: Ana, Ben, Chen, Dana");
    check(&room, "all", &["close", "good", "good", "pass", "good"], "close");
    check(
        &room,
        "all",
        &["close", "ok", "ok", "ok", "ok", "/again"],
        "check-out: Ana, Ben, Chen, Dana",
    );
    check(&room, "all", &["close", "/skip"], "close");
}

#[test]
fn a_guest_names_nobody_for_a_role() {
    let room = garden().steps("change");
    let select = ["all + Zoe (guest)", "ok", "ok", "select Keys", "Opens early.", "ok", "ok", "ok"];
    let named = ["Ben: calm", "Ben: calm", "Ben: calm", "Ben: calm"];
    room.refused(&[&select[..], &["@Zoe Ben: calm"]].concat(), "error-guest-not-asked");
    room.refused(&[&select[..], &named, &["@Zoe ok"]].concat(), "error-guest-not-asked");
    room.refused(&[&select[..], &named, &["@Zoe Ana: kind"]].concat(), "error-guest-not-asked");
}
