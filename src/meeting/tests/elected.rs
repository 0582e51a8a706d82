//! Tests what an election states: the nominee, who answers last, the people present and the term.

use super::*;

#[track_caller]
fn refused(facts: &[What], key: &str) {
    refused_in(forward(essential()), facts, key);
}

#[track_caller]
fn taken(facts: &[What]) {
    record(&mut forward(essential()), facts);
}

fn after_all(fact: What) -> Vec<What> {
    then(&all_then_ben(1), &[fact])
}

/// Ana objects to Ben, the others do not.
fn one_objects() -> [What; 3] {
    [objected("Ana", 1), consented("Chen", 1), consented("Ben", 1)]
}

#[test]
fn a_nominee_with_everyones_consent_is_elected() {
    taken(&after_all(elected(1, "Ben", &THREE)));
}

// 1: elected while someone present and eligible has not answered the last version

#[test]
fn nobody_is_elected_before_everyone_has_answered() {
    let announced = elected(1, "Ben", &THREE);
    refused(from_ref(&announced), "error-unanswered");
    refused(&[consented("Ana", 1), announced.clone()], "error-unanswered");
    refused(&[consented("Ana", 1), consented("Chen", 1), announced.clone()], "error-unanswered");
    let later = [consented("Chen", 1), deferred("Ana"), announced.clone()];
    refused(&later, "error-unanswered");
    let back = [left("Chen"), arrived("Chen"), announced];
    refused(&then(&all_then_ben(1), &back), "error-unanswered");
}

#[test]
fn nobody_is_elected_before_new_arrivals_have_answered() {
    let everyone = ["Ana", "Ben", "Chen", "Dana"];
    let late = then(&all_then_ben(1), &[arrived("Dana"), elected(1, "Ben", &everyone)]);
    refused(&late, "error-unanswered");
    let unseen = then(&all_then_ben(1), &[arrived("Dana"), elected(1, "Ben", &THREE)]);
    refused(&unseen, "error-unanswered");
}

#[test]
fn nobody_is_elected_outside_a_consent_round() {
    let announced = || elected(1, "Ben", &THREE);
    refused_in(written(keys(essential()), "Keys", &THREE), &[announced()], "error-out-of-turn");
    let named = named(keys(essential()), "Keys", &THREE, "Ben");
    refused_in(named, &[announced()], "error-out-of-turn");
    refused(&then(&all_then_ben(1), &[announced(), announced()]), "error-out-of-turn");
    let proposal = put(essential(), &THREE, &[worded(TEXT)]);
    refused_in(proposal, &then(&all(1), &[announced()]), "error-out-of-turn");
    refused(&after_all(adopted(1, TEXT, &THREE)), "error-out-of-turn");
}

// 2: elected with an objection neither integrated nor withdrawn

#[test]
fn nobody_is_elected_against_an_objection() {
    let one = one_objects();
    refused(&then(&one, &[elected(1, "Ben", &THREE)]), "error-out-of-turn");
    refused(&then(&one, &[presented_nominee(1, "Ben")]), "error-objection-stands");
    let gone = [left("Ana"), elected(1, "Ben", &["Ben", "Chen"])];
    refused(&then(&one, &gone), "error-out-of-turn");
    let again = [withdrew("Ana"), presented_nominee(1, "Ben"), elected(1, "Ben", &THREE)];
    refused(&then(&one, &again), "error-unanswered");
}

#[test]
fn the_nominee_objects_like_anyone() {
    let own = [consented("Ana", 1), consented("Chen", 1), objected("Ben", 1)];
    refused(&then(&own, &[elected(1, "Ben", &THREE)]), "error-out-of-turn");
    let gone = [left("Ben"), elected(1, "Ben", &["Ana", "Chen"])];
    refused(&then(&own, &gone), "error-out-of-turn");
}

// 3: a guest or an absent member counted as consenting

#[test]
fn guests_and_absent_members_do_not_consent_to_an_election() {
    let guest =
        What::Arrived(Movement { who: Some("Zoe".to_owned()), guest: true, ..Movement::default() });
    refused(&[guest.clone(), consented("Zoe", 1)], "error-guest-not-asked");
    refused(&[guest, objected("Zoe", 1)], "error-guest-not-asked");
    refused(&[consented("Dana", 1)], "error-not-present");
    refused(&[left("Ana"), consented("Ana", 1)], "error-not-present");
    let gone = [left("Ana"), elected(1, "Ben", &THREE)];
    refused(&then(&all_then_ben(1), &gone), "error-wrong-people");
    let alone = [left("Ana"), left("Chen"), left("Ben"), elected(1, "Ben", &[])];
    refused(&then(&all_then_ben(1), &alone), "error-nobody-consented");
}

#[test]
fn an_election_names_exactly_those_present() {
    for wrong in [
        elected_but(|it| drop(it.present.pop())),
        elected_but(|it| it.present.push("Dana".into())),
        elected_but(|it| it.present.push("Ana".into())),
        elected_but(|it| it.absent.clear()),
        elected_but(|it| it.guests.push("Zoe".into())),
    ] {
        refused(&after_all(wrong), "error-wrong-people");
    }
}

// 4: what is recorded differs from what was last put

#[test]
fn an_election_states_exactly_what_was_presented() {
    for wrong in [
        elected_but(|it| it.role = "Key".into()),
        elected_but(|it| it.elected = "Ana".into()),
        elected_but(|it| it.outside = true),
        elected_but(|it| it.term = Term::of(6, 0)),
        elected_but(|it| it.reason.push('!')),
        elected_but(|it| it.measures.push("doors".into())),
        elected_but(|it| it.version = 2),
        elected_but(|it| it.consent = ConsentMode::Call),
    ] {
        refused(&after_all(wrong), "error-fact-differs");
    }
}

#[test]
fn a_new_version_names_exactly_the_new_nominee() {
    let one = one_objects();
    let other = [put_forward("Chen"), presented_nominee(2, "Ana")];
    refused(&then(&one, &other), "error-fact-differs");
    let nobody = [put_forward("Chen"), presented(2, "")];
    refused(&then(&one, &nobody), "error-fact-differs");
    for change in [
        |it: &mut Presented| it.version = 1,
        |it: &mut Presented| it.version = 3,
        |it: &mut Presented| it.validity.is = Validity::Term(Term { months: 1, days: 0 }),
        |it: &mut Presented| it.validity.day = Some(day("2027-09-04")),
        |it: &mut Presented| it.text.push_str("Chen"),
        |it: &mut Presented| it.responsible.push("Chen".into()),
        |it: &mut Presented| it.measures.push("doors".into()),
    ] {
        let mut wrong = presented_nominee(2, "Chen");
        if let What::Presented(it) = &mut wrong {
            change(it);
        }
        refused(&then(&one, &[put_forward("Chen"), wrong]), "error-fact-differs");
    }
    taken(&then(&one, &[put_forward("Chen"), presented_nominee(2, "Chen")]));
}

#[test]
fn a_selection_has_no_text_and_nobody_responsible() {
    let assigned = What::Assigned { responsible: names(&["Ana"]) };
    let to_amend = |text, responsible| What::Amended(Amended { text, responsible, ..unchanged() });
    for wrong in [
        worded("At nine."),
        assigned,
        What::Proposed { by: "Ana".into(), with: Vec::new() },
        about("Ana"),
    ] {
        refused(&then(&one_objects(), &[wrong]), "error-out-of-turn");
    }
    refused(&[amended("At nine.")], "error-out-of-turn");
    refused(&[to_amend(None, Some(names(&["Ana"])))], "error-out-of-turn");
    refused(&[to_amend(None, None)], "error-out-of-turn");
    refused(&[put_forward("Chen")], "error-out-of-turn");
    refused(&[presented_nominee(2, "Ben")], "error-out-of-turn");
}

// 5: a consent round skipped or passed, or an answer that nobody gave

#[test]
fn consent_to_an_election_is_neither_skipped_nor_passed_nor_called() {
    refused(&[What::Skipped { step: Phase::Consent, reason: None }], "error-out-of-turn");
    refused(&[What::Passed { who: "Ana".to_owned() }], "error-out-of-turn");
    refused(&[What::Passed { who: "Ben".to_owned() }], "error-out-of-turn");
    refused(&[What::Dropped { present: names(&THREE) }], "error-out-of-turn");
    refused(&[called(1, &THREE)], "error-call-selection");
    let calling = || Rules { consent: Consent::Call, ..essential() };
    refused_in(forward(calling()), &[called(1, &THREE)], "error-call-selection");
    let by_call = elected_but(|it| it.consent = ConsentMode::Call);
    refused_in(forward(calling()), &[by_call], "error-unanswered");
}

// 6: an answer from before a change counted after it

#[test]
fn no_answer_outlives_another_nominee() {
    let other = [put_forward("Chen"), presented_nominee(2, "Chen")];
    let other = then(&one_objects(), &other);
    refused(&then(&other, &[elected(2, "Chen", &THREE)]), "error-unanswered");
    refused(&then(&other, &[elected(1, "Ben", &THREE)]), "error-unanswered");
    refused(&then(&other, &[consented("Ana", 1)]), "error-wrong-version");
    let two = [consented("Ana", 2), consented("Ben", 2), elected(2, "Chen", &THREE)];
    refused(&then(&other, &two), "error-unanswered");
    let all = [consented("Ana", 2), consented("Ben", 2), consented("Chen", 2)];
    taken(&then(&other, &then(&all, &[elected(2, "Chen", &THREE)])));
}

#[test]
fn no_answer_outlives_an_amended_term_or_measure() {
    let validity = Some(Validity::Term(Term { months: 3, days: 0 }));
    let shorter = What::Amended(Amended { validity, ..unchanged() });
    let measures = Some(names(&["doors"]));
    let with_measure = What::Amended(Amended { measures, ..unchanged() });
    let three_months = |it: &mut Elected| {
        it.term = Term::of(3, 0);
        (it.version, it.until) = (2, day("2026-12-05"));
    };
    for (change, announced) in [
        (shorter, elected_but(three_months)),
        (with_measure, elected_but(|it| (it.version, it.measures) = (2, names(&["doors"])))),
    ] {
        let amended = after_all(change);
        refused(&then(&amended, from_ref(&announced)), "error-unanswered");
        refused(&then(&amended, &[elected(1, "Ben", &THREE)]), "error-unanswered");
        refused(&then(&amended, &[consented("Ana", 1)]), "error-wrong-version");
        taken(&then(&then(&amended, &all_then_ben(2)), &[announced]));
    }
}

// 7: the nominee asked before others in the consent round on themselves

#[test]
fn the_nominee_answers_when_all_others_have() {
    for own in [consented("Ben", 1), objected("Ben", 1)] {
        let own = from_ref(&own);
        refused(own, "error-nominee-last");
        refused(&then(&[consented("Ana", 1)], own), "error-nominee-last");
        refused(&then(&[consented("Chen", 1), deferred("Ana")], own), "error-nominee-last");
        refused(&then(&[deferred("Ana"), deferred("Chen")], own), "error-nominee-last");
        refused(&then(&[deferred("Ben"), consented("Ana", 1)], own), "error-nominee-last");
        let late = [consented("Ana", 1), consented("Chen", 1), arrived("Dana")];
        refused(&then(&late, own), "error-nominee-last");
        let again = after_all(What::Reopened { step: Phase::Consent });
        refused(&then(&again, own), "error-nominee-last");
        taken(&then(&[consented("Ana", 1), left("Chen")], own));
    }
}

#[test]
fn an_arrival_after_the_nominee_answered_is_asked_and_the_nominee_is_not_asked_again() {
    let everyone = ["Ana", "Ben", "Chen", "Dana"];
    let late = [arrived("Dana"), consented("Dana", 1), elected(1, "Ben", &everyone)];
    taken(&then(&all_then_ben(1), &late));
}

#[test]
fn a_nominee_who_comes_back_is_asked_again_and_last() {
    let back = then(&all_then_ben(1), &[left("Ben"), arrived("Ben")]);
    refused(&then(&back, &[elected(1, "Ben", &THREE)]), "error-unanswered");
    let late = then(&back, &[arrived("Dana"), consented("Ben", 1)]);
    refused(&late, "error-nominee-last");
}

// 8: an election without an end

#[test]
fn a_term_begins_on_the_day_announced_and_ends_with_its_time() {
    for wrong in [
        elected_but(|it| it.until = day("2027-09-04")),
        elected_but(|it| it.until = day("2026-09-05")),
        elected_but(|it| it.until = day("9999-12-31")),
        elected_but(|it| it.since = day("2026-09-04")),
        elected_but(|it| it.since = day("2027-01-01")),
    ] {
        refused(&after_all(wrong), "error-fact-differs");
    }
    let mut meeting = forward(essential());
    record(&mut meeting, &all_then_ben(1));
    let tomorrow = DateTime::parse_from_rfc3339("2026-09-06T00:01:00+02:00").unwrap();
    let err = meeting.record(Fact { what: elected(1, "Ben", &THREE), at: tomorrow }).unwrap_err();
    assert_eq!(err.message.key, "error-fact-differs");
}

// other facts that no prompt would produce

#[test]
fn only_an_elected_member_who_is_present_has_accepted() {
    refused(&after_all(elected_but(|it| it.accepted = false)), "error-fact-differs");
    let absent = || {
        let mut meeting = named(keys(essential()), "Keys", &THREE, "Dana");
        record(&mut meeting, &then(&[put_forward("Dana")], &all(1)));
        meeting
    };
    record(&mut absent(), &[elected(1, "Dana", &THREE)]);
    let mut wrong = elected(1, "Dana", &THREE);
    if let What::Elected(it) = &mut wrong {
        it.accepted = true;
    }
    refused_in(absent(), from_ref(&wrong), "error-fact-differs");
    let gone = [
        left("Ben"),
        elected_but(|it| {
            (it.present, it.absent) = (names(&["Ana", "Chen"]), names(&["Ben", "Dana"]));
        }),
    ];
    refused(&then(&all_then_ben(1), &gone), "error-fact-differs");
    let outside = || {
        let mut meeting = named(keys(essential()), "Keys", &THREE, "Dana");
        let zoe = What::Arrived(Movement {
            who: Some("Zoe".to_owned()),
            guest: true,
            ..Movement::default()
        });
        let mut put = put_forward("Zoe");
        if let What::PutForward(it) = &mut put {
            it.outside = true;
        }
        record(&mut meeting, &then(&[zoe, put], &all(1)));
        meeting
    };
    let announced = |change: fn(&mut Elected)| {
        let mut what = elected(1, "Zoe", &THREE);
        if let What::Elected(it) = &mut what {
            it.guests.push("Zoe".into());
            change(it);
        }
        what
    };
    record(&mut outside(), &[announced(|_| {})]);
    refused_in(outside(), &[announced(|it| it.accepted = true)], "error-fact-differs");
    refused_in(outside(), &[announced(|it| it.outside = false)], "error-fact-differs");
}

// 10: quorum not met, and an election nevertheless

#[test]
fn nobody_is_elected_below_the_quorum() {
    let rules = || Rules { quorum: "3".parse().unwrap(), ..essential() };
    record(&mut forward(rules()), &after_all(elected(1, "Ben", &THREE)));
    let two = [left("Chen"), elected(1, "Ben", &["Ana", "Ben"])];
    refused_in(forward(rules()), &then(&all_then_ben(1), &two), "error-quorum-unmet");
}
