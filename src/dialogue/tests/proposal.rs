//! A proposal until it is put to the circle: draft, questions, reactions, revise.

use super::validity::stands;
use super::{Room, concerns, garden, text};
use crate::meeting::Item;

const OPEN: [&str; 3] = ["ok", "ok", "ok"];

#[track_caller]
fn check(room: &Room, answers: &[&str], expected: &str) {
    room.check(&[&OPEN[..], answers].concat(), expected);
}

#[track_caller]
fn refused(room: &Room, answers: &[&str], key: &str) {
    room.refused(&[&OPEN[..], answers].concat(), key);
}

#[track_caller]
fn item(room: &Room, answers: &[&str], read: fn(&Item) -> String, expected: &str) {
    room.item(&[&OPEN[..], answers].concat(), read, expected);
}

fn wording(item: &Item) -> String {
    let wording = &item.version().unwrap().wording;
    let (who, measures) = (wording.responsible.join(", "), wording.measures.join(", "));
    format!("{} | {} | {who} | {measures}", wording.text, stands(wording.validity))
}

#[test]
fn a_proposal_needs_a_text() {
    let room = garden();
    refused(&room, &["decide Hens", "ok"], "error-no-text");
    refused(&room, &["decide Hens", "term 1 month", "ok"], "error-no-text");
    refused(&room, &["decide Hens", "text\n  \n"], "error-empty-answer");
    check(&room, &["decide Hens", "text Six hens.", "ok"], "consent 1: Ana, Ben, Chen, Dana");
}

#[test]
fn the_draft_is_put_together_word_by_word() {
    let lines = [
        "decide Hens",
        "TEXT Six hens.",
        "term 6 months",
        "who da, facilitator",
        "measure eggs",
        "measure -3 degrees at night",
        "measure noise",
        "measure -2",
        "ok",
    ];
    item(&garden(), &lines, wording, "Six hens. | 6 months | Dana, Facilitator | eggs, noise");
}

#[test]
fn the_rules_term_stands_where_none_is_given() {
    let room = garden().term("3 months");
    item(&room, &["decide Hens", "text Six hens.", "ok"], wording, "Six hens. | 3 months |  | ");
}

#[test]
fn nobody_is_responsible_after_a_hyphen() {
    let lines = ["decide Hens", "text Six hens.", "who Ana, ana", "who -", "ok"];
    item(&garden(), &lines, wording, "Six hens. | 1 year |  | ");
}

#[test]
fn a_text_of_several_lines_is_kept_exactly() {
    let lines = ["decide Hens", "text\n  Six hens.  \n\n[[fact]]\n", "ok"];
    item(&garden(), &lines, text, "  Six hens.  \n\n[[fact]]\n");
}

#[test]
fn what_the_draft_does_not_know_is_refused() {
    let room = garden();
    for (line, key) in [
        ("o because", "error-no-answer"),
        ("@Ana o because", "error-no-answer"),
        ("term soon", "error-invalid-term"),
        ("term", "error-invalid-term"),
        ("who Zoe", "error-unknown-name"),
        ("measure", "error-no-measure"),
        ("measure -1", "error-no-place"),
        ("by Zoe", "error-unknown-name"),
        ("replaces anything", "error-no-decision"),
        ("postpone", "error-no-answer"),
        ("round Why?", "error-no-answer"),
        ("pass", "error-no-answer"),
        ("/later", "error-no-answer"),
        ("/skip", "error-step-not-optional"),
        ("/again", "error-no-round-finished"),
        ("/amend text x", "error-no-answer"),
    ] {
        refused(&room, &["decide Hens", "text x", line], key);
    }
}

#[test]
fn an_item_ends_from_its_draft() {
    let room = garden();
    check(&room, &["decide Hens", "/postpone"], "choose");
    check(&room, &["decide Hens", "/postpone 2026-10-01"], "choose");
    check(&room, &["decide Hens", "/refer Ground"], "choose");
    check(&room, &["decide Hens", "/drop", "ok"], "choose");
    check(&room, &["decide Hens", "/drop", "@Ana o no"], "draft");
    refused(&room, &["decide Hens", "/refer"], "error-refer-incomplete");
    refused(&room, &["decide Hens", "/postpone 2026-09-04"], "error-date-past");
}

#[test]
fn a_title_in_force_starts_from_its_decision_and_replaces_it() {
    let room = garden().in_force("2025-01-01-hens", "Hens", "Four hens.");
    item(&room, &["decide hens", "ok"], text, "Four hens.");
    let lines = ["decide hens", "text Six.", "ok", "ok", "ok", "ok", "ok", "ok"];
    let meeting = room.meet(&[&OPEN[..], &lines].concat());
    let adopted = meeting.standing().last().unwrap();
    let crate::meeting::What::Adopted(adopted) = &adopted.what else { panic!() };
    assert_eq!(adopted.replaces, ["2025-01-01-hens"]);
}

#[test]
fn a_draft_in_the_backlog_is_taken_up() {
    let room = garden().in_backlog("hens", "Hens", "Ten hens.");
    item(&room, &["decide Hens", "ok"], text, "Ten hens.");
    item(&room, &["decide Hens", "text Two.", "ok"], text, "Two.");
}

#[test]
fn a_decision_is_found_by_its_words() {
    let room = garden().in_force("2025-01-01-hens", "Hens and bees", "Four.");
    let related =
        |item: &Item| format!("{:?} {:?}", item.proposal().replaces, item.proposal().ends);
    item(&room, &["decide X", "text x", "ends bees hens"], related, "[] [\"2025-01-01-hens\"]");
    item(&room, &["decide X", "replaces 2025-01-01-hens"], related, "[\"2025-01-01-hens\"] []");
}

const PUT: [&str; 3] = ["decide Hens by Ana", "text Six hens.", "ok"];

fn put<'a>(answers: &[&'a str]) -> Vec<&'a str> {
    [&PUT[..], answers].concat()
}

#[test]
fn the_proposer_is_not_asked_for_questions_and_cannot_ask() {
    let room = garden().steps("clarify");
    check(&room, &put(&[]), "clarify: Chen, Ben, Dana");
    refused(&room, &put(&["@Ana why?"]), "error-not-asked");
    let guest = ["all + Zoe (guest)", "ok", "ok", "decide Hens by Zoe", "text Six.", "ok"];
    room.check(&guest, "clarify: Ana, Ben, Chen, Dana");
    room.refused(&[&guest[..], &["@Zoe why?"]].concat(), "error-not-asked");
}

#[test]
fn a_question_is_answered_by_the_proposer_else_the_facilitator() {
    let room = garden().steps("clarify");
    check(&room, &put(&["how many?"]), "answer to Chen: Ana");
    check(&room, &put(&["how many?", "six"]), "clarify: Ben, Dana");
    let nobody = ["decide Hens", "text Six hens.", "ok", "how many?"];
    check(&room, &nobody, "answer to Ana: Ben");
    room.check(
        &[&["all but Ana", "ok", "ok"], &put(&["how many?"])[..]].concat(),
        "answer to Chen: Ben",
    );
    room.check(&[&["all", "-", "ok"], &nobody[..]].concat(), "answer to Ana: -");
}

#[test]
fn anyone_may_answer_or_nobody() {
    let room = garden().steps("clarify");
    check(&room, &put(&["how many?", "@Dana six"]), "clarify: Ben, Dana");
    check(&room, &put(&["how many?", "ok"]), "clarify: Ben, Dana");
    refused(&room, &put(&["how many?", "pass"]), "error-no-answer");
    refused(&room, &put(&["how many?", "/skip"]), "error-step-not-optional");
    refused(&room, &put(&["how many?", "/later"]), "error-no-answer");
}

#[test]
fn more_questions_by_the_same_person_are_added() {
    let room = garden().steps("clarify");
    let two = ["how many?", "six", "@Chen what colour?", "red"];
    check(&room, &put(&two), "clarify: Ben, Dana");
}

#[test]
fn a_guest_may_ask_and_answer() {
    let room = garden().steps("clarify");
    let lines = [&["all + Zoe (guest)", "ok", "ok"], &put(&["@Zoe how many?", "@Zoe six"])[..]];
    room.check(&lines.concat(), "clarify: Chen, Ben, Dana");
}

#[test]
fn the_room_may_change_while_a_question_waits_for_its_answer() {
    let room = garden().steps("clarify");
    check(&room, &put(&["how many?", "/leave Ana"]), "answer to Chen: Ben");
    check(&room, &put(&["how many?", "/leave Ben", "six"]), "clarify: Dana");
    let meeting = room.meet(&[&OPEN[..], &put(&["how many?", "/leave Ben"])].concat());
    let Some(crate::meeting::Step::Answer { round, .. }) = meeting.step() else { panic!() };
    assert_eq!(round.waiting, ["Dana"], "a step is computed anew after an interjection");
}

#[test]
fn questions_reactions_and_revise_come_in_this_order() {
    let room = garden().steps("clarify, react");
    let clarified = ["ok", "ok", "ok"];
    let reacted = ["good", "ok", "pass", "hm"];
    check(&room, &put(&clarified), "react: Ana, Ben, Chen, Dana");
    let both = [&clarified[..], &reacted].concat();
    check(&room, &put(&both), "revise");
    check(&room, &put(&[&both[..], &["ok"]].concat()), "consent 1: Ana, Ben, Chen, Dana");
    check(&room, &put(&[&both[..], &["/skip"]].concat()), "consent 1: Ana, Ben, Chen, Dana");
    check(&room, &put(&[&both[..], &["/again"]].concat()), "react: Ana, Ben, Chen, Dana");
}

#[test]
fn revise_is_not_asked_where_both_rounds_are_off() {
    check(&garden(), &put(&[]), "consent 1: Ana, Ben, Chen, Dana");
    check(&garden().steps("react"), &put(&["ok", "ok", "ok", "ok"]), "revise");
}

#[test]
fn revise_may_ask_everyone() {
    let room = garden().steps("clarify");
    let asked = put(&["ok", "ok", "ok", "round Six or eight?"]);
    check(&room, &asked, "explore: Ana, Ben, Chen, Dana");
    check(&room, &[&asked[..], &["six", "ok", "ok", "ok"]].concat(), "revise");
}

#[test]
fn the_proposer_may_be_named_in_the_draft_and_withdraw_in_favour_of_another() {
    let room = garden().steps("clarify");
    check(&room, &["decide Hens by Ana", "by Chen", "text x", "ok"], "clarify: Ana, Ben, Dana");
    let by = |item: &Item| item.entry.by.clone().unwrap_or_default();
    item(&room, &put(&["ok", "ok", "ok", "by Dana", "ok"]), by, "Dana");
}

#[test]
fn revising_makes_one_version_however_many_words_were_typed() {
    let room = garden().steps("clarify");
    let lines = put(&["ok", "ok", "ok", "text Four.", "term 1 month", "measure eggs", "ok"]);
    check(&room, &lines, "consent 2: Ana, Ben, Chen, Dana");
    item(&room, &lines, wording, "Four. | 1 month |  | eggs");
}

#[test]
fn text_changed_and_changed_back_is_the_same_version() {
    let room = garden().steps("clarify");
    let lines = ["ok", "ok", "ok", "text Four.", "text Six hens.", "ok"];
    check(&room, &put(&lines), "consent 1: Ana, Ben, Chen, Dana");
}

#[test]
fn an_amendment_in_the_rounds_keeps_their_answers_and_is_one_version_with_the_revise() {
    let room = garden().steps("clarify, react");
    check(&room, &put(&["ok", "/amend text Five hens."]), "clarify: Ben, Dana");
    let lines = [
        "ok",
        "/amend text Five hens.",
        "ok",
        "why?",
        "/amend term 1 month",
        "so",
        "ok",
        "ok",
        "/amend who Dana",
        "ok",
        "ok",
        "measure eggs",
        "ok",
    ];
    check(&room, &put(&lines), "consent 2: Ana, Ben, Chen, Dana");
    item(&room, &put(&lines), wording, "Five hens. | 1 month | Dana | eggs");
    // Amendments from the rounds are put to the circle even if the revision is skipped.
    let mut skipped = lines;
    skipped[11] = "/note hm";
    skipped[12] = "/skip";
    item(&room, &put(&skipped), wording, "Five hens. | 1 month | Dana | ");
}

#[test]
fn an_amendment_has_to_change_something() {
    let room = garden().steps("react");
    refused(&room, &put(&["/amend text Six hens."]), "error-no-change");
    refused(&room, &put(&["/amend term 12 months"]), "error-no-change");
    refused(&room, &put(&["/amend who -"]), "error-no-change");
    refused(&room, &put(&["/amend colour red"]), "error-no-answer");
    check(
        &room,
        &put(&["/amend measure eggs", "/amend measure -1"]),
        "react: Ana, Ben, Chen, Dana",
    );
}

#[test]
fn there_is_nothing_to_amend_in_a_round_on_a_question() {
    let room = garden();
    refused(&room, &["explore Hens", "/round Where?", "/amend text x"], "error-no-answer");
}

#[test]
fn a_round_is_left_out_and_the_next_step_comes() {
    let room = garden().steps("clarify, react");
    check(&room, &put(&["/skip all clear"]), "react: Ana, Ben, Chen, Dana");
    check(&room, &put(&["/skip", "/skip"]), "revise");
}

#[test]
fn where_only_the_proposer_is_here_nobody_has_a_question() {
    let room = garden().steps("clarify");
    room.check(&["Ana", "ok", "ok", "decide Hens by Ana", "text Six.", "ok"], "revise");
}

#[test]
fn someone_the_proposal_is_about_is_heard_and_does_not_consent() {
    let room = garden().steps("react");
    let lines = ["decide Leave", "about Dana", "text Dana leaves the circle.", "ok"];
    check(&room, &lines, "react: Ana, Ben, Chen, Dana");
    let put = [&lines[..], &["ok", "ok", "ok", "ok", "ok"]].concat();
    check(&room, &put, "consent 1: Ana, Ben, Chen");
    refused(&room, &[&put[..], &["@Dana o no"]].concat(), "error-not-asked");
    refused(&room, &[&put[..], &["@Dana ok"]].concat(), "error-not-asked");
    let objected = [&put[..], &["o too harsh", "ok", "ok"]].concat();
    refused(&room, &[&objected[..], &["@Dana o me too"]].concat(), "error-not-asked");
    item(&room, &put, concerns, "");
}

#[test]
fn revise_is_not_left_out_once_something_was_changed_in_it() {
    let room = garden().steps("clarify");
    refused(&room, &put(&["ok", "ok", "ok", "text Four.", "/skip"]), "error-step-not-optional");
    let back = ["ok", "ok", "ok", "text Four.", "text Six hens.", "/skip"];
    check(&room, &put(&back), "consent 1: Ana, Ben, Chen, Dana");
}
