//! The consent round: what counts as an answer, what makes it void, when it is announced.

use super::{concerns, garden, objections, outcome, put};

#[track_caller]
fn check(answers: &[&str], expected: &str) {
    garden().check(&put(answers), expected);
}

#[track_caller]
fn refused(answers: &[&str], key: &str) {
    garden().refused(&put(answers), key);
}

#[test]
fn everyone_answers_then_it_is_announced_then_it_is_decided() {
    check(&["ok", "", "OK"], "consent 1: Dana");
    check(&["ok", "ok", "ok", "ok"], "announce 1");
    check(&["ok", "ok", "ok", "ok", "ok"], "choose");
    garden().item(&put(&["ok"; 5]), outcome, "Some(Adopted(10))");
}

#[test]
fn an_answer_is_none_an_objection_or_a_concern() {
    check(&["o too loud"], "consent 1: Ben, Chen, Dana");
    check(&["object too loud"], "consent 1: Ben, Chen, Dana");
    check(&["c the summer"], "consent 1: Ben, Chen, Dana");
    check(&["concern the summer"], "consent 1: Ben, Chen, Dana");
    for line in ["pass", "I agree", "\\ok", "oh no", "text x", "withdraw Ana"] {
        refused(&[line], "error-no-answer");
    }
    refused(&["o"], "error-no-reason");
    refused(&["c"], "error-no-concern");
}

#[test]
fn consent_is_never_passed_or_skipped() {
    refused(&["pass"], "error-no-answer");
    refused(&["@Dana pass"], "error-no-answer");
    refused(&["/skip"], "error-step-not-optional");
    refused(&["ok", "/skip we all agree"], "error-step-not-optional");
}

#[test]
fn the_round_is_finished_before_objections_are_heard() {
    check(&["o too loud", "ok", "o too soft"], "consent 1: Dana");
    check(&["o too loud", "ok", "o too soft", "ok"], "objections 1: Ana too loud; Chen too soft");
}

#[test]
fn a_concern_does_not_stop_the_decision_and_is_noted() {
    check(&["c the summer", "ok", "ok", "ok"], "announce 1");
    garden().item(&put(&["c the summer", "ok", "ok", "ok", "ok"]), concerns, "Ana the summer");
}

#[test]
fn anyone_may_answer_out_of_order_and_later() {
    check(&["@Dana ok", "/later", "ok"], "consent 1: Chen, Ana");
    check(&["/later", "ok", "ok", "ok", "ok"], "announce 1");
    refused(&["@Dana /later"], "error-speak-for");
}

#[test]
fn a_later_answer_replaces_the_earlier_one_until_the_round_is_over() {
    let corrected = ["o too loud", "@Ana ok", "ok", "ok"];
    check(&corrected, "consent 1: Dana");
    garden().item(&put(&corrected), objections, "Ana too loud (withdrawn)");
    check(&["ok", "ok", "ok", "@Ana o too loud", "ok"], "objections 1: Ana too loud");
    garden().item(
        &put(&["o too loud", "@Ana o too long"]),
        objections,
        "Ana too loud (withdrawn); Ana too long",
    );
    garden().item(&put(&["c the summer", "@Ana c the winter"]), concerns, "Ana the winter");
    garden().item(&put(&["c the summer", "@Ana ok"]), concerns, "");
}

#[test]
fn until_it_is_announced_anyone_may_correct_their_answer() {
    let all = ["ok", "ok", "ok", "ok"];
    let then = |line| [&all[..], &[line]].concat();
    check(&then("@Chen o too loud"), "objections 1: Chen too loud");
    check(&then("@Chen c the summer"), "announce 1");
    check(&then("/again"), "consent 1: Ana, Ben, Chen, Dana");
    refused(&then("o too loud"), "error-no-answer");
    refused(&then("call"), "error-no-answer");
    refused(&then("@Chen call"), "error-no-answer");
    refused(&then("@Chen pass"), "error-no-answer");
    refused(&then("/later"), "error-no-answer");
    refused(&then("/skip"), "error-step-not-optional");
}

#[test]
fn after_the_announcement_nothing_can_be_corrected() {
    refused(&["ok", "ok", "ok", "ok", "ok", "@Chen o too loud"], "error-no-answer");
    refused(&["ok", "ok", "ok", "ok", "ok", "/again"], "error-no-round-finished");
}

#[test]
fn an_amendment_makes_a_new_version_and_voids_every_answer() {
    check(&["ok", "ok", "/amend text At nine."], "consent 2: Ana, Ben, Chen, Dana");
    check(&["ok", "ok", "ok", "ok", "/amend term 1 month"], "consent 2: Ana, Ben, Chen, Dana");
    check(&["/amend who Dana", "/amend measure noise"], "consent 3: Ana, Ben, Chen, Dana");
    refused(&["/amend text No drills after eight."], "error-no-change");
}

#[test]
fn what_was_answered_to_a_voided_round_stays_recorded() {
    let amended = ["o too loud", "c the summer", "/amend text At nine."];
    garden().item(&put(&amended), objections, "Ana too loud (text)");
    garden().item(&put(&amended), concerns, "Ben the summer");
    check(&amended, "consent 2: Ana, Ben, Chen, Dana");
}

#[test]
fn a_concern_of_a_voided_round_is_kept_where_the_same_one_is_corrected_later() {
    let amended = ["c the summer", "/amend text At nine.", "c the summer", "@Ana ok"];
    garden().item(&put(&amended), concerns, "Ana the summer");
}

#[test]
fn an_amendment_back_to_the_first_wording_is_a_version_too() {
    let back = ["ok", "/amend text At nine.", "ok", "/amend text No drills after eight."];
    check(&back, "consent 3: Ana, Ben, Chen, Dana");
}

#[test]
fn who_arrives_owes_an_answer() {
    let mut answers = put(&["ok", "ok"]);
    answers[0] = "all but Dana";
    answers.push("/arrive Dana");
    garden().check(&answers, "consent 1: Chen, Dana");
    let mut answers = put(&["ok", "ok", "ok"]);
    answers[0] = "all but Dana";
    garden().check(&answers, "announce 1");
    answers.push("/arrive Dana");
    garden().check(&answers, "consent 1: Dana");
    garden().refused(&[&answers[..], &["/again"]].concat(), "error-no-round-finished");
    garden().check(&[&answers[..], &["ok"]].concat(), "announce 1");
}

#[test]
fn who_leaves_is_not_counted_and_owes_an_answer_on_return() {
    check(&["ok", "/leave Ana"], "consent 1: Chen, Ben, Dana");
    check(&["ok", "/leave Ana", "ok", "ok", "ok"], "announce 1");
    check(&["ok", "/leave Ana", "ok", "ok", "ok", "/arrive Ana"], "consent 1: Ana");
    check(&["ok", "ok", "ok", "/leave Dana"], "announce 1");
}

#[test]
fn the_objection_of_someone_who_left_stands() {
    let left = ["o too loud", "/leave Ana", "ok", "ok", "ok"];
    check(&left, "objections 1: Ana too loud");
    let then = |line| [&left[..], &[line]].concat();
    refused(&then("ok"), "error-objection-stands");
    refused(&then("withdraw Ana"), "error-unknown-name");
    let integrated = [&left[..], &["text At nine.", "ok"]].concat();
    check(&integrated, "consent 2: Chen, Ben, Dana");
    let again = [&left[..], &["/again", "ok", "ok", "ok"]].concat();
    check(&again, "objections 1: Ana too loud");
    check(&then("/postpone"), "choose");
}

#[test]
fn an_objector_who_comes_back_has_answered() {
    let back = ["o too loud", "/leave Ana", "/arrive Ana", "ok", "ok", "ok"];
    check(&back, "objections 1: Ana too loud");
}

#[test]
fn an_objection_withdrawn_by_answering_again_stays_withdrawn_when_its_speaker_leaves() {
    let corrected = ["o too loud", "@Ana ok", "/leave Ana", "ok", "ok", "ok"];
    check(&corrected, "announce 1");
    let repeated = ["o too loud", "ok", "ok", "ok", "/again", "ok", "/leave Ana", "ok", "ok", "ok"];
    check(&repeated, "announce 1");
}

#[test]
fn where_everyone_has_left_nothing_is_decided() {
    let left = ["/leave Ana", "/leave Ben", "/leave Chen", "/leave Dana"];
    check(&left, "announce 1");
    refused(&[&left[..], &["ok"]].concat(), "error-nobody-consented");
}

#[test]
fn one_member_alone_can_decide_where_no_quorum_is_set() {
    let mut answers = put(&["ok", "ok"]);
    answers[0] = "Ana";
    garden().check(&answers, "choose");
    garden().quorum("2").refused(&answers, "error-quorum-unmet");
}

#[test]
fn where_nobody_can_consent_nothing_is_decided() {
    let answers = ["Ana", "ok", "ok", "decide Leave", "about Ana", "text Ana leaves.", "ok"];
    garden().check(&answers, "announce 1");
    garden().refused(&[&answers[..], &["ok"]].concat(), "error-nobody-consented");
    let asked = [&answers[..], &["call"]].concat();
    garden().calling().refused(&asked, "error-no-answer");
}

#[test]
fn the_quorum_counts_members_present_at_the_announcement() {
    let room = garden().quorum("3/4");
    room.check(&put(&["ok"; 5]), "choose");
    room.check(&put(&["ok", "ok", "ok", "ok", "/leave Dana", "ok"]), "choose");
    let broken = put(&["ok", "ok", "/leave Dana", "ok", "/leave Chen", "ok"]);
    room.refused(&broken, "error-quorum-unmet");
    let met = [&broken[..5 + 6], &["/arrive Chen", "ok", "ok"]].concat();
    room.check(&met, "choose");
    let mut guests = put(&["ok", "ok", "ok"]);
    guests[0] = "Ana, Ben, Zoe (guest), Yu (guest)";
    room.refused(&guests, "error-quorum-unmet");
}

#[test]
fn someone_the_proposal_is_about_counts_for_the_quorum() {
    let answers =
        ["Ana, Ben, Dana", "ok", "ok", "decide X", "about Dana", "text x", "ok", "ok", "ok", "ok"];
    garden().quorum("3").check(&answers, "choose");
    garden().quorum("all but 2").check(&answers, "choose");
    garden().quorum("4").refused(&answers, "error-quorum-unmet");
}

#[test]
fn all_but_some_is_never_fewer_than_two() {
    let mut answers = put(&["ok", "ok"]);
    answers[0] = "Ana";
    garden().quorum("all but 3").refused(&answers, "error-quorum-unmet");
}

#[test]
fn a_guest_is_neither_asked_nor_heard() {
    let mut answers = put(&["@Zoe ok"]);
    answers[0] = "all + Zoe (guest)";
    garden().refused(&answers, "error-guest-not-asked");
    answers[6] = "@Zoe o too loud";
    garden().refused(&answers, "error-guest-not-asked");
}

#[test]
fn a_call_is_taken_where_the_rules_allow_it_as_the_first_answer() {
    refused(&["call"], "error-call-rule");
    let room = garden().calling();
    room.check(&put(&["call"]), "announce 1 after a call");
    room.check(&put(&["call", "ok"]), "choose");
    room.check(&put(&["/later", "call"]), "announce 1 after a call");
    room.refused(&put(&["ok", "call"]), "error-call-first");
    room.refused(&put(&["@Dana c hm", "call"]), "error-call-first");
    room.refused(&put(&["call now"]), "error-no-answer");
    room.refused(&put(&["@Ana call"]), "error-no-answer");
    room.check(&put(&["ok", "/amend text At nine.", "call"]), "announce 2 after a call");
}

#[test]
fn a_call_is_void_when_someone_speaks_up_or_arrives() {
    let room = garden().calling();
    room.check(&put(&["call", "@Dana o too loud"]), "consent 1: Ana, Ben, Chen");
    room.check(&put(&["call", "@Dana c hm"]), "consent 1: Ana, Ben, Chen");
    room.check(&put(&["call", "/again"]), "consent 1: Ana, Ben, Chen, Dana");
    room.check(&put(&["call", "/amend text At nine."]), "consent 2: Ana, Ben, Chen, Dana");
    let mut late = put(&["call", "/arrive Dana"]);
    late[0] = "all but Dana";
    room.check(&late, "consent 1: Ana, Ben, Chen, Dana");
    late.push("call");
    room.check(&late, "announce 1 after a call");
    let back = put(&["call", "/leave Dana", "/arrive Dana"]);
    room.check(&back, "consent 1: Ana, Ben, Chen, Dana");
    let in_between = put(&["call", "/drop", "/leave Dana", "/arrive Dana", "@Ana o no"]);
    room.check(&in_between, "consent 1: Ana, Ben, Chen, Dana");
}

#[test]
fn a_call_stands_after_a_departure_and_the_coming_of_a_guest() {
    let room = garden().calling();
    room.check(&put(&["call", "/leave Dana"]), "announce 1 after a call");
    room.check(&put(&["call", "/arrive Zoe (guest)", "ok"]), "choose");
    room.check(&put(&["call", "/note hm"]), "announce 1 after a call");
    let alone = put(&["call", "/leave Ana", "/leave Ben", "/leave Chen", "/leave Dana", "ok"]);
    room.refused(&alone, "error-nobody-consented");
}

#[test]
fn no_objection_may_be_said_in_words() {
    for answer in ["no objection", "Consent", "I consent."] {
        garden().check(&put(&[answer]), "consent 1: Ben, Chen, Dana");
        let named = format!("@Dana {answer}");
        garden().check(&put(&[&named]), "consent 1: Ana, Ben, Chen");
    }
    for answer in ["no", "yes", "No."] {
        garden().refused(&put(&[answer]), "error-yes-or-no");
    }
    // The phrases of a language are typed at a terminal only.
    garden().refused(&put(&["kein Einwand"]), "error-no-answer");
}
