//! Tests which answers count: everyone's, to the current version, without open objections.

use super::*;

#[test]
fn a_proposal_with_everyones_consent_is_adopted() {
    accepted(essential(), &then(&all(1), &[adopted(1, TEXT, &THREE)]));
}

// 1: adopted while someone present and eligible has not answered the last version

#[test]
fn nothing_is_adopted_before_everyone_has_answered() {
    refused(&[adopted(1, TEXT, &THREE)], "error-unanswered");
    let two = [consented("Ana", 1), consented("Chen", 1), adopted(1, TEXT, &THREE)];
    refused(&two, "error-unanswered");
    let deferred = What::Deferred { who: "Ben".to_owned() };
    refused(&then(&two[..2], &[deferred, adopted(1, TEXT, &THREE)]), "error-unanswered");
}

#[test]
fn nothing_is_adopted_before_new_arrivals_have_answered() {
    let everyone = ["Ana", "Ben", "Chen", "Dana"];
    let late = then(&all(1), &[arrived("Dana"), adopted(1, TEXT, &everyone)]);
    refused(&late, "error-unanswered");
    let unseen = then(&all(1), &[arrived("Dana"), adopted(1, TEXT, &THREE)]);
    refused(&unseen, "error-unanswered");
}

#[test]
fn nothing_is_adopted_before_members_who_returned_have_answered_again() {
    let back = [left("Ben"), arrived("Ben"), adopted(1, TEXT, &THREE)];
    refused(&then(&all(1), &back), "error-unanswered");
}

#[test]
fn a_call_is_void_when_a_member_returns() {
    let asked = What::AskedToDrop { reason: None, title: None };
    let (who, reason) = ("Ana".to_owned(), "no".to_owned());
    let kept = What::Objected {
        who,
        reason,
        version: None,
        on: Some(On::Drop),
        meeting: None,
        seen: None,
        via: None,
        by: None,
    };
    let back = [asked, left("Ben"), arrived("Ben"), kept, adopted(1, TEXT, &THREE)];
    refused(&then(&all(1), &back), "error-unanswered");
}

#[test]
fn nothing_is_adopted_outside_a_consent_round() {
    let meeting = || put(essential(), &THREE, &[worded(TEXT)]);
    let objected = [objected("Ana", 1), consented("Ben", 1), consented("Chen", 1)];
    refused_in(meeting(), &then(&objected, &[adopted(1, TEXT, &THREE)]), "error-out-of-turn");
    let twice = [adopted(1, TEXT, &THREE), adopted(1, TEXT, &THREE)];
    refused_in(meeting(), &then(&all(1), &twice), "error-out-of-turn");
    let clarifying = Rules { steps: vec![OptionalStep::Clarify], ..essential() };
    let early = put(clarifying, &THREE, &[worded(TEXT)]);
    refused_in(early, &[adopted(1, TEXT, &THREE)], "error-out-of-turn");
}

// 2: adopted with an objection neither integrated nor withdrawn

#[test]
fn nothing_is_adopted_against_an_objection() {
    let one = [objected("Ben", 1), consented("Ana", 1), consented("Chen", 1)];
    refused(&then(&one, &[adopted(1, TEXT, &THREE)]), "error-out-of-turn");
    refused(&then(&one, &[presented(1, TEXT)]), "error-objection-stands");
    refused(&then(&one, &[consented("Ben", 1)]), "error-out-of-turn");
    let gone = [left("Ben"), adopted(1, TEXT, &["Ana", "Chen"])];
    refused(&then(&one, &gone), "error-out-of-turn");
}

#[test]
fn an_objector_who_leaves_in_the_round_still_objects() {
    let gone = [objected("Ben", 1), left("Ben"), consented("Ana", 1), consented("Chen", 1)];
    refused(&then(&gone, &[adopted(1, TEXT, &["Ana", "Chen"])]), "error-out-of-turn");
    let again =
        [What::Reopened { step: Phase::Consent }, consented("Ana", 1), consented("Chen", 1)];
    let again = then(&gone, &again);
    refused(&then(&again, &[adopted(1, TEXT, &["Ana", "Chen"])]), "error-out-of-turn");
}

#[test]
fn one_of_two_objections_withdrawn_is_not_enough() {
    let two = [objected("Ana", 1), objected("Ben", 1), consented("Chen", 1), withdrew("Ana")];
    refused(&then(&two, &[presented(1, TEXT)]), "error-objection-stands");
    refused(&then(&two, &[adopted(1, TEXT, &THREE)]), "error-out-of-turn");
    refused(&then(&two, &[withdrew("Ana")]), "error-no-objection");
    let both = then(&two, &[withdrew("Ben"), presented(1, TEXT)]);
    refused(&then(&both, &[adopted(1, TEXT, &THREE)]), "error-unanswered");
    accepted(essential(), &then(&then(&both, &all(1)), &[adopted(1, TEXT, &THREE)]));
}

#[test]
fn only_an_objector_who_is_present_withdraws() {
    let one = [objected("Ben", 1), consented("Ana", 1), consented("Chen", 1)];
    refused(&then(&one, &[withdrew("Ana")]), "error-no-objection");
    refused(&then(&one, &[left("Ben"), withdrew("Ben")]), "error-not-present");
    refused(&[objected("Ben", 1), withdrew("Ben")], "error-out-of-turn");
}

#[test]
fn an_objection_needs_a_reason() {
    let empty = |version, on| What::Objected {
        who: "Ana".to_owned(),
        reason: " \n".to_owned(),
        version,
        on,
        meeting: None,
        seen: None,
        via: None,
        by: None,
    };
    refused(&[empty(Some(1), None)], "error-empty-text");
    refused(
        &[What::AskedToDrop { reason: None, title: None }, empty(None, Some(On::Drop))],
        "error-empty-text",
    );
}

// 5: a consent round skipped or passed, or an answer that nobody gave

#[test]
fn a_consent_round_is_neither_skipped_nor_passed() {
    refused(&[What::Skipped { step: Phase::Consent, reason: None }], "error-out-of-turn");
    refused(&[What::Passed { who: "Ana".to_owned() }], "error-out-of-turn");
    refused(&[What::Concluded { step: Phase::Item }], "error-out-of-turn");
    refused(&[What::Dropped { present: names(&THREE) }], "error-out-of-turn");
}

#[test]
fn a_call_needs_the_circles_rules() {
    refused(&[called(1, &THREE)], "error-call-rule");
    let mut by_call = adopted(1, TEXT, &THREE);
    if let What::Adopted(it) = &mut by_call {
        it.consent = ConsentMode::Call;
    }
    let rules = || Rules { consent: Consent::Call, ..essential() };
    let meeting = || put(rules(), &THREE, &[worded(TEXT)]);
    accepted(rules(), &[called(1, &THREE), by_call.clone()]);
    refused_in(meeting(), std::slice::from_ref(&by_call), "error-unanswered");
    refused_in(meeting(), &[called(1, &["Ana", "Ben"])], "error-wrong-people");
    refused_in(meeting(), &[called(1, &["Ana", "Ben", "Chen", "Dana"])], "error-wrong-people");
    refused_in(meeting(), &[called(2, &THREE)], "error-wrong-version");
    refused_in(meeting(), &[consented("Ana", 1), called(1, &THREE)], "error-call-first");
    refused_in(meeting(), &[called(1, &THREE), called(1, &THREE)], "error-call-first");
    refused_in(meeting(), &[called(1, &THREE), adopted(1, TEXT, &THREE)], "error-fact-differs");
    refused_in(meeting(), &then(&all(1), &[by_call.clone()]), "error-fact-differs");
    let late = [called(1, &THREE), arrived("Dana"), by_call.clone()];
    refused_in(meeting(), &late, "error-unanswered");
    let spoke_up = [called(1, &THREE), consented("Ben", 1), by_call];
    refused_in(meeting(), &spoke_up, "error-unanswered");
}

#[test]
fn another_call_is_no_consent() {
    let agreed = |on| What::Agreed { on, version: None, present: names(&THREE) };
    refused(&[agreed(On::Item)], "error-out-of-turn");
    refused(&[agreed(On::Agenda)], "error-out-of-turn");
    refused(&[agreed(On::Consent)], "error-wrong-version");
    let asked = What::AskedToDrop { reason: None, title: None };
    refused(&[asked.clone(), agreed(On::Drop)], "error-out-of-turn");
    refused(&[asked, agreed(On::Consent)], "error-out-of-turn");
}

// 6: an answer from before an amendment counted after it

#[test]
fn no_answer_outlives_an_amendment() {
    let voided = then(&all(1), &[amended("At nine."), adopted(2, "At nine.", &THREE)]);
    refused(&voided, "error-unanswered");
    let first = then(&all(1), &[amended("At nine."), adopted(1, TEXT, &THREE)]);
    refused(&first, "error-unanswered");
    refused(&[amended("At nine."), consented("Ana", 1)], "error-wrong-version");
    refused(&[amended("At nine."), objected("Ana", 1)], "error-wrong-version");
    refused(&[consented("Ana", 2)], "error-wrong-version");
    refused(&[consented("Ana", 0)], "error-wrong-version");
    let rules = Rules { consent: Consent::Call, ..essential() };
    let meeting = put(rules, &THREE, &[worded(TEXT)]);
    let called = [called(1, &THREE), amended("At nine."), adopted(2, "At nine.", &THREE)];
    refused_in(meeting, &called, "error-unanswered");
}

#[test]
fn no_answer_outlives_an_integrated_objection() {
    let integrated = [
        consented("Ana", 1),
        consented("Chen", 1),
        objected("Ben", 1),
        worded("At nine."),
        presented(2, "At nine."),
        consented("Ben", 2),
    ];
    refused(&then(&integrated, &[adopted(2, "At nine.", &THREE)]), "error-unanswered");
}

#[test]
fn no_answer_outlives_a_round_asked_again() {
    let again = [What::Reopened { step: Phase::Consent }, adopted(1, TEXT, &THREE)];
    refused(&then(&all(1), &again), "error-unanswered");
}

// A call and who stands aside

#[test]
fn voices_after_a_call_need_a_call_its_version_and_members_who_are_asked() {
    let rules = || Rules { consent: Consent::Call, aside: true, ..essential() };
    let meeting = || put(rules(), &THREE, &[worded(TEXT), about("Chen")]);
    let call = || called(1, &THREE);
    let then_refused = |what: What, key: &str| refused_in(meeting(), &[call(), what], key);
    for voice in [concerned, stood_aside, objected_to_call] {
        accepted(rules(), &[call(), voice("Ana", 1, "hm")]);
        then_refused(voice("Ana", 2, "hm"), "error-wrong-version");
        then_refused(voice("Chen", 1, "hm"), "error-not-asked");
        then_refused(voice("Dana", 1, "hm"), "error-not-present");
        then_refused(voice("Ana", 1, " "), "error-empty-text");
    }
    let unnamed =
        |text: &str| What::Concerned(Concerned { who: None, text: text.to_owned(), version: 1 });
    accepted(rules(), &[call(), unnamed("hm")]);
    then_refused(unnamed("\n"), "error-empty-text");
    // Not before the call, and not after it is over.
    for voice in [concerned, objected_to_call] {
        let early = voice("Ana", 1, "hm");
        refused_in(meeting(), from_ref(&early), "error-out-of-turn");
        refused_in(meeting(), &[call(), consented("Ben", 1), early.clone()], "error-out-of-turn");
        refused_in(meeting(), &[call(), arrived("Dana"), early.clone()], "error-out-of-turn");
        let over = [call(), objected_to_call("Ben", 1, "no"), early];
        refused_in(meeting(), &over, "error-out-of-turn");
    }
    let everyone = then(&[consented("Ana", 1), consented("Ben", 1)], &[concerned("Ana", 1, "hm")]);
    refused_in(meeting(), &everyone, "error-out-of-turn");
    let of_minutes = What::Objected {
        who: "Ana".to_owned(),
        reason: "no".to_owned(),
        version: Some(1),
        on: Some(On::Consent),
        meeting: Some("2026-08-22".to_owned()),
        seen: None,
        via: None,
        by: None,
    };
    then_refused(of_minutes, "error-out-of-turn");
}

#[test]
fn nothing_is_adopted_after_an_objection_to_a_call() {
    let rules = Rules { consent: Consent::Call, ..essential() };
    let mut by_call = adopted(1, TEXT, &THREE);
    if let What::Adopted(it) = &mut by_call {
        it.consent = ConsentMode::Call;
    }
    let meeting = put(rules, &THREE, &[worded(TEXT)]);
    let objected = [called(1, &THREE), objected_to_call("Ben", 1, "no"), by_call];
    refused_in(meeting, &objected, "error-out-of-turn");
}

#[test]
fn nobody_stands_aside_where_no_rule_allows_it_and_somebody_consents() {
    refused(&[stood_aside("Ana", 1, "hm")], "error-aside-rule");
    let rules = || Rules { aside: true, ..essential() };
    let two = [stood_aside("Ana", 1, "hm"), stood_aside("Ben", 1, "hm")];
    let meeting = || put(rules(), &THREE, &[worded(TEXT)]);
    let all = then(&two, &[stood_aside("Chen", 1, "hm"), adopted(1, TEXT, &THREE)]);
    refused_in(meeting(), &all, "error-nobody-consented");
    refused_in(meeting(), &then(&two, &[adopted(1, TEXT, &THREE)]), "error-unanswered");
    accepted(rules(), &then(&two, &[consented("Chen", 1), adopted(1, TEXT, &THREE)]));
    let back = [consented("Chen", 1), left("Ben"), arrived("Ben"), adopted(1, TEXT, &THREE)];
    refused_in(meeting(), &then(&two, &back), "error-unanswered");
    let amended = [amended("At nine."), consented("Chen", 2), adopted(2, "At nine.", &THREE)];
    refused_in(meeting(), &then(&two, &amended), "error-unanswered");
}
