//! Objections: integrated, withdrawn, repeated, with a new round for every change.

use super::{garden, objections, put, text};

/// Ana and Chen object, the others do not.
const TWO: [&str; 4] = ["o too loud", "ok", "o too soft", "ok"];

fn after_two<'a>(answers: &[&'a str]) -> Vec<&'a str> {
    put(&[&TWO[..], answers].concat())
}

#[track_caller]
fn check(answers: &[&str], expected: &str) {
    garden().check(&after_two(answers), expected);
}

#[track_caller]
fn refused(answers: &[&str], key: &str) {
    garden().refused(&after_two(answers), key);
}

#[test]
fn a_change_is_put_to_everyone_again() {
    check(&["text At nine.", "ok"], "consent 2: Ana, Ben, Chen, Dana");
    check(&["term 1 month", "ok"], "consent 2: Ana, Ben, Chen, Dana");
    check(&["measure noise", "ok"], "consent 2: Ana, Ben, Chen, Dana");
    check(&["who Dana", "ok"], "consent 2: Ana, Ben, Chen, Dana");
    check(&["text At nine.", "term 1 month", "ok"], "consent 2: Ana, Ben, Chen, Dana");
}

#[test]
fn objections_carry_what_changed() {
    let changed = after_two(&["measure noise", "text At nine.", "ok"]);
    let expected = "Ana too loud (text, measure); Chen too soft (text, measure)";
    garden().item(&changed, objections, expected);
}

#[test]
fn nothing_is_put_again_while_nothing_has_changed_and_an_objection_stands() {
    refused(&["ok"], "error-objection-stands");
    refused(&["withdraw Ana", "ok"], "error-objection-stands");
    refused(&["text At nine.", "text No drills after eight.", "ok"], "error-objection-stands");
    refused(&["term 12 months", "ok"], "error-objection-stands");
}

#[test]
fn all_objections_withdrawn_ask_the_same_version_again() {
    check(
        &["withdraw Ana", "withdraw Chen found a way"],
        "objections 1: Ana too loud (withdrawn); Chen too soft (withdrawn)",
    );
    check(&["withdraw Ana", "withdraw chen", "ok"], "consent 1: Ana, Ben, Chen, Dana");
    check(&["withdraw Ana", "withdraw Chen", "ok", "ok", "ok", "ok", "ok", "ok"], "choose");
}

#[test]
fn one_objection_is_integrated_and_the_other_withdrawn() {
    let both = after_two(&["withdraw Chen it was heard", "text At nine.", "ok"]);
    garden().item(&both, objections, "Ana too loud (text); Chen too soft (withdrawn)");
    garden().check(&both, "consent 2: Ana, Ben, Chen, Dana");
}

#[test]
fn who_has_no_objection_withdraws_none() {
    refused(&["withdraw Ben"], "error-no-objection");
    refused(&["withdraw Ana", "withdraw Ana"], "error-no-objection");
    refused(&["withdraw Zoe"], "error-unknown-name");
    refused(&["withdraw"], "error-unknown-name");
}

#[test]
fn one_more_objection_is_heard() {
    check(&["@Ben o too late"], "objections 1: Ana too loud; Chen too soft; Ben too late");
    check(&["@Ana o too late"], "objections 1: Ana too loud; Chen too soft; Ana too late");
    let withdrawn = after_two(&["@Ana o too late", "withdraw Ana"]);
    garden().item(
        &withdrawn,
        objections,
        "Ana too loud (withdrawn); Chen too soft; Ana too late (withdrawn)",
    );
    refused(&["@Ben ok"], "error-no-answer");
    refused(&["@Ben o"], "error-no-reason");
    refused(&["o too late"], "error-no-answer");
    refused(&["@Ben text x"], "error-no-answer");
}

#[test]
fn an_amendment_raises_a_new_objection_from_someone_who_had_consented() {
    let new = ["text At nine.", "ok", "ok", "o that is worse", "ok", "ok"];
    check(&new, "objections 2: Ana too loud (text); Chen too soft (text); Ben that is worse");
    let integrated = [&new[..], &["term 1 month", "ok"]].concat();
    garden().item(
        &after_two(&integrated),
        objections,
        "Ana too loud (text); Chen too soft (text); Ben that is worse (term)",
    );
}

#[test]
fn the_same_person_objects_to_two_versions() {
    let twice = ["text At nine.", "ok", "o still too loud", "ok", "ok", "ok"];
    check(&twice, "objections 2: Ana too loud (text); Chen too soft (text); Ana still too loud");
}

#[test]
fn a_question_goes_to_everyone_and_back() {
    check(&["round What would help?"], "explore: Ana, Ben, Chen, Dana");
    check(
        &["round What would help?", "a", "b", "c", "d"],
        "objections 1: Ana too loud; Chen too soft",
    );
    check(&["round What would help?", "/skip"], "objections 1: Ana too loud; Chen too soft");
    refused(&["round"], "error-no-question");
}

#[test]
fn the_item_ends_without_a_decision() {
    check(&["postpone"], "choose");
    check(&["postpone 2026-10-01"], "choose");
    check(&["refer Ground"], "choose");
    check(&["drop", "ok"], "choose");
    check(&["drop not now", "@Ben o why not"], "objections 1: Ana too loud; Chen too soft");
    refused(&["refer"], "error-refer-incomplete");
    refused(&["postpone 2020-01-01"], "error-date-past");
}

#[test]
fn the_objection_to_dropping_is_none_to_the_proposal() {
    let kept = after_two(&["drop", "@Ben o why not"]);
    garden().item(&kept, objections, "Ana too loud; Chen too soft");
}

#[test]
fn a_round_asked_again_keeps_its_version() {
    check(&["/again"], "consent 1: Ana, Ben, Chen, Dana");
    check(&["/note hm", "/again"], "consent 1: Ana, Ben, Chen, Dana");
    refused(&["withdraw Ana", "/again"], "error-no-round-finished");
    refused(&["text At nine.", "/again"], "error-no-round-finished");
}

#[test]
fn an_objection_not_repeated_counts_as_withdrawn() {
    let again = ["/again", "ok", "ok", "o too soft", "ok"];
    check(&again, "objections 1: Ana too loud (withdrawn); Chen too soft");
    check(&["/again", "ok", "ok", "ok", "ok"], "announce 1");
    check(&["/again", "ok", "ok", "c hm", "ok", "ok"], "choose");
}

#[test]
fn an_objection_repeated_is_one_objection_in_its_new_words() {
    let again = ["/again", "o far too loud", "ok", "o too soft", "ok"];
    check(&again, "objections 1: Ana far too loud; Chen too soft");
}

#[test]
fn an_objection_repeated_and_then_corrected_is_withdrawn() {
    let again = ["/again", "o still", "@Ana ok", "ok", "ok", "ok"];
    check(&again, "announce 1");
}

#[test]
fn an_amendment_in_the_repeated_round_integrates_what_stood() {
    let again = ["/again", "ok", "/amend text At nine."];
    check(&again, "consent 2: Ana, Ben, Chen, Dana");
}

#[test]
fn the_call_after_a_round_asked_again_withdraws_what_stood() {
    let room = garden().calling();
    room.check(&after_two(&["/again", "call"]), "announce 1 after a call");
    let expected = "Ana too loud (withdrawn); Chen too soft (withdrawn)";
    room.item(&after_two(&["/again", "call"]), objections, expected);
    room.check(
        &after_two(&["/leave Ana", "/again", "call"]),
        "objections 1: Ana too loud; Chen too soft (withdrawn)",
    );
}

#[test]
fn versions_count_what_was_put_not_what_was_typed() {
    let three = ["text A", "text B", "ok", "o x", "ok", "ok", "ok", "text C", "who Ana", "ok"];
    check(&three, "consent 3: Ana, Ben, Chen, Dana");
    garden().item(&after_two(&three), text, "C");
}

#[test]
fn what_does_not_belong_here_is_refused() {
    for (line, key) in [
        ("call", "error-no-answer"),
        ("by Ana", "error-no-answer"),
        ("about Ana", "error-no-answer"),
        ("replaces x", "error-no-answer"),
        ("pass", "error-no-answer"),
        ("/later", "error-no-answer"),
        ("/skip", "error-step-not-optional"),
        ("/amend text x", "error-no-answer"),
    ] {
        refused(&[line], key);
    }
}

#[test]
fn someone_leaves_while_objections_are_heard() {
    check(
        &["/leave Ana", "withdraw Chen"],
        "objections 1: Ana too loud; Chen too soft (withdrawn)",
    );
    refused(&["/leave Ana", "withdraw Chen", "ok"], "error-objection-stands");
    check(
        &["/leave Ana", "/arrive Ana", "withdraw Ana", "withdraw Chen", "ok"],
        "consent 1: Ana, Ben, Chen, Dana",
    );
}

#[test]
fn someone_arrives_while_objections_are_heard() {
    let mut answers = after_two(&[]);
    answers[0] = "all but Dana";
    answers.pop();
    let arrived = [&answers[..], &["/arrive Dana", "@Dana o I too"]].concat();
    garden().check(&arrived, "objections 1: Ana too loud; Chen too soft; Dana I too");
    let put = [&arrived[..], &["text At nine.", "ok"]].concat();
    garden().check(&put, "consent 2: Ana, Ben, Chen, Dana");
}
