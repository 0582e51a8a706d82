//! Tests what an adoption states: the people present, the text and the review.

use super::*;

// 3: a guest or an absent member counted as consenting

#[test]
fn guests_and_absent_members_neither_consent_nor_object() {
    let guest =
        What::Arrived(Movement { who: Some("Zoe".to_owned()), guest: true, ..Movement::default() });
    refused(&[guest.clone(), consented("Zoe", 1)], "error-guest-not-asked");
    refused(&[guest.clone(), objected("Zoe", 1)], "error-guest-not-asked");
    refused(&[consented("Zoe", 1)], "error-not-present");
    refused(&[consented("Dana", 1)], "error-not-present");
    refused(&[objected("Dana", 1)], "error-not-present");
    refused(&[left("Ana"), consented("Ana", 1)], "error-not-present");
    let guest_present = then(&all(1), &[guest, adopted(1, TEXT, &["Ana", "Ben", "Chen", "Zoe"])]);
    refused(&guest_present, "error-wrong-people");
}

#[test]
fn consent_of_a_member_who_left_does_not_count() {
    let gone = then(&all(1), &[left("Ana"), adopted(1, TEXT, &THREE)]);
    refused(&gone, "error-wrong-people");
    let alone =
        [consented("Ana", 1), left("Ana"), left("Ben"), left("Chen"), adopted(1, TEXT, &[])];
    refused(&alone, "error-nobody-consented");
}

#[test]
fn an_adoption_names_exactly_those_present() {
    refused(&then(&all(1), &[adopted(1, TEXT, &["Ana", "Ben"])]), "error-wrong-people");
    refused(&then(&all(1), &[adopted(1, TEXT, &["Ana", "Ben", "Ben"])]), "error-wrong-people");
    refused(&then(&all(1), &[adopted(1, TEXT, &["Ana", "Ben", "Dana"])]), "error-wrong-people");
    for change in [
        |it: &mut What| {
            if let What::Adopted(it) = it {
                it.present.pop();
            }
        },
        |it: &mut What| {
            if let What::Adopted(it) = it {
                it.present.push("Dana".into());
            }
        },
        |it: &mut What| {
            if let What::Adopted(it) = it {
                it.absent.clear();
            }
        },
        |it: &mut What| {
            if let What::Adopted(it) = it {
                it.guests.push("Zoe".into());
            }
        },
    ] {
        let mut wrong = adopted(1, TEXT, &THREE);
        change(&mut wrong);
        refused(&then(&all(1), &[wrong]), "error-wrong-people");
    }
}

#[test]
fn members_arrive_as_members_and_guests_as_guests() {
    refused(
        &[What::Arrived(Movement {
            who: Some("Dana".to_owned()),
            guest: true,
            ..Movement::default()
        })],
        "error-no-member",
    );
    refused(&[arrived("Zoe")], "error-no-member");
    refused(
        &[What::Left(Movement { who: Some("Ana".to_owned()), guest: true, ..Movement::default() })],
        "error-no-member",
    );
    refused_in(Meeting::new(circle(essential())), &[opened(&["Zoe"], &[])], "error-no-member");
    refused_in(Meeting::new(circle(essential())), &[opened(&["Ana"], &["Ben"])], "error-no-member");
    let twice = opened(&["Ana", "Ana"], &[]);
    refused_in(Meeting::new(circle(essential())), &[twice], "error-already-here");
    let both = opened(&["Ana"], &["Ana"]);
    refused_in(Meeting::new(circle(essential())), &[both], "error-already-here");
}

#[test]
fn a_member_the_proposal_is_about_neither_consents_nor_objects() {
    let meeting = || put(essential(), &THREE, &[worded(TEXT), about("Ben")]);
    refused_in(meeting(), &[consented("Ben", 1)], "error-not-asked");
    refused_in(meeting(), &[objected("Ben", 1)], "error-not-asked");
    let heard = [objected("Ana", 1), consented("Chen", 1), objected("Ben", 1)];
    refused_in(meeting(), &heard, "error-not-asked");
    let outside = put(essential(), &THREE, &[worded(TEXT)]);
    refused_in(outside, &[about("Ben")], "error-out-of-turn");
}

#[test]
fn nothing_is_decided_if_only_the_member_it_is_about_is_present() {
    let meeting = put(essential(), &["Ben"], &[worded(TEXT), about("Ben")]);
    refused_in(meeting, &[adopted(1, TEXT, &["Ben"])], "error-nobody-consented");
    let rules = Rules { consent: Consent::Call, ..essential() };
    let mut meeting = put(rules, &["Ben"], &[worded(TEXT), about("Ben")]);
    record(&mut meeting, &[called(1, &["Ben"])]);
    let mut by_call = adopted(1, TEXT, &["Ben"]);
    if let What::Adopted(it) = &mut by_call {
        it.consent = ConsentMode::Call;
    }
    refused_in(meeting, &[by_call], "error-nobody-consented");
}

// 4: the recorded text differs from the text last shown

#[test]
fn an_adoption_states_exactly_what_was_presented() {
    refused(&then(&all(1), &[adopted(1, "No drills after nine.", &THREE)]), "error-fact-differs");
    refused(&then(&all(1), &[adopted(1, "No drills after eight. ", &THREE)]), "error-fact-differs");
    refused(&then(&all(1), &[adopted(2, TEXT, &THREE)]), "error-fact-differs");
    for change in [
        |it: &mut What| {
            if let What::Adopted(it) = it {
                it.title.push('!');
            }
        },
        |it: &mut What| {
            if let What::Adopted(it) = it {
                it.by = Some("Ana".into());
            }
        },
        |it: &mut What| {
            if let What::Adopted(it) = it {
                it.responsible.push("Ana".into());
            }
        },
        |it: &mut What| {
            if let What::Adopted(it) = it {
                it.measures.push("noise".into());
            }
        },
        |it: &mut What| {
            if let What::Adopted(it) = it {
                it.validity.is = Validity::Term(Term { months: 12, days: 1 });
            }
        },
        |it: &mut What| {
            if let What::Adopted(it) = it {
                it.consent = ConsentMode::Call;
            }
        },
    ] {
        let mut wrong = adopted(1, TEXT, &THREE);
        change(&mut wrong);
        refused(&then(&all(1), &[wrong]), "error-fact-differs");
    }
}

#[test]
fn a_presented_version_states_exactly_the_draft() {
    let objected = [objected("Ben", 1), consented("Ana", 1), consented("Chen", 1)];
    let other = [worded("At nine."), presented(2, "At ten.")];
    refused(&then(&objected, &other), "error-fact-differs");
    refused(
        &then(&objected, &[worded("At nine."), presented(1, "At nine.")]),
        "error-fact-differs",
    );
    refused(
        &then(&objected, &[worded("At nine."), presented(3, "At nine.")]),
        "error-fact-differs",
    );
}

#[test]
fn nothing_is_changed_in_a_consent_round_without_an_amendment() {
    refused(&[worded("At nine.")], "error-out-of-turn");
    refused(&[presented(2, "At nine.")], "error-out-of-turn");
    refused(&then(&all(1), &[worded("At nine.")]), "error-out-of-turn");
    refused(&[amended(" ")], "error-empty-text");
}

// 8: a decision without a review date

#[test]
fn the_review_is_the_day_announced_and_the_term() {
    let mut wrong = adopted(1, TEXT, &THREE);
    if let What::Adopted(it) = &mut wrong {
        it.validity.day = Some(day("2027-09-04"));
    }
    refused(&then(&all(1), &[wrong]), "error-fact-differs");
    let mut meeting = put(essential(), &THREE, &[worded(TEXT)]);
    record(&mut meeting, &all(1));
    let what = adopted(1, TEXT, &THREE);
    let tomorrow = DateTime::parse_from_rfc3339("2026-09-06T00:01:00+02:00").unwrap();
    let err = meeting.record(Fact { what, at: tomorrow }).unwrap_err();
    assert_eq!(err.message.key, "error-fact-differs");
}

#[test]
fn the_presented_review_is_the_day_and_the_term() {
    let mut wrong = presented(2, "At nine.");
    if let What::Presented(Presented { validity, .. }) = &mut wrong {
        validity.day = Some(day("2030-01-01"));
    }
    let objected = [objected("Ben", 1), consented("Ana", 1), consented("Chen", 1)];
    refused(&then(&objected, &[worded("At nine."), wrong]), "error-fact-differs");
}

// 10: quorum not met, and a decision taken nevertheless

#[test]
fn nothing_is_adopted_below_the_quorum() {
    let rules = || Rules { quorum: "3".parse().unwrap(), ..essential() };
    accepted(rules(), &then(&all(1), &[adopted(1, TEXT, &THREE)]));
    let meeting = put(rules(), &THREE, &[worded(TEXT)]);
    let left = then(&all(1), &[left("Chen"), adopted(1, TEXT, &["Ana", "Ben"])]);
    refused_in(meeting, &left, "error-quorum-unmet");
    let mut guests = put(rules(), &["Ana", "Ben"], &[worded(TEXT)]);
    let zoe =
        What::Arrived(Movement { who: Some("Zoe".to_owned()), guest: true, ..Movement::default() });
    record(&mut guests, &[zoe, consented("Ana", 1), consented("Ben", 1)]);
    let mut with_guest = adopted(1, TEXT, &["Ana", "Ben"]);
    if let What::Adopted(it) = &mut with_guest {
        it.guests.push("Zoe".to_owned());
    }
    refused_in(guests, &[with_guest], "error-quorum-unmet");
}

// other facts that no prompt would produce

#[test]
fn an_error_in_a_journal_names_the_refused_fact() {
    let mut meeting = put(essential(), &THREE, &[worded(TEXT)]);
    record(&mut meeting, &[What::Closed {}]);
    refused_in(meeting.clone(), &[What::Closed {}], "error-meeting-closed");
    record(&mut meeting, &[What::Filed(Filed::default())]);
    refused_in(meeting.clone(), &[What::Filed(Filed::default())], "error-meeting-closed");
    refused_in(meeting, &[left("Ana")], "error-meeting-closed");
}

#[test]
fn nobody_absent_speaks() {
    let noted = What::Noted {
        who: Some("Dana".to_owned()),
        text: "hm".to_owned(),
        seen: None,
        via: None,
        by: None,
    };
    refused(&[noted], "error-not-present");
    let answered = What::HandedOver {
        role: crate::meeting::MeetingRole::Secretary,
        who: Some("Dana".to_owned()),
    };
    refused(&[answered], "error-not-present");
    refused(&[What::Deferred { who: "Dana".to_owned() }], "error-not-present");
}

#[test]
fn blank_texts_are_refused() {
    refused(
        &[What::Noted { who: None, text: "\n".to_owned(), seen: None, via: None, by: None }],
        "error-empty-text",
    );
    refused(&[What::Topic { title: String::new() }], "error-empty-text");
    refused(&[What::Referred { title: None, circle: " ".to_owned() }], "error-empty-text");
    let concern = Some(String::new());
    refused(
        &[What::Consented {
            who: "Ana".to_owned(),
            version: 1,
            concern,
            seen: None,
            via: None,
            by: None,
        }],
        "error-empty-text",
    );
    let action =
        What::Action { who: "Ana".to_owned(), with: Vec::new(), text: " ".to_owned(), due: None };
    refused(&[action], "error-empty-text");
    refused(&[What::Released(of("\t"))], "error-empty-text");
    refused(&[given("fence", " ")], "error-empty-text");
}

fn of(text: &str) -> ActionRef {
    ActionRef { who: "Ana".to_owned(), text: text.to_owned(), meeting: None }
}

fn given(text: &str, to: &str) -> What {
    let ActionRef { who, text, meeting } = of(text);
    What::Reassigned(Reassigned { who, text, meeting, to: to.to_owned(), with: Vec::new() })
}

#[test]
fn facts_of_actions_that_format_1_does_not_know_are_refused_there() {
    let ActionRef { who, text, meeting } = of("fence");
    let moved = Rescheduled { who, text, meeting, due: day("2026-09-19") };
    let shared = |with: &[&str]| {
        let ActionRef { who, text, .. } = of("fence");
        What::Action { who, text, due: None, with: names(with) }
    };
    let new = [
        What::Rescheduled(moved),
        given("fence", "Dana"),
        What::Released(of("fence")),
        shared(&["Dana"]),
    ];
    let old = [shared(&[]), What::Done(of("fence"))];
    let all = || new.iter().map(|it| (it, true)).chain(old.iter().map(|it| (it, false)));
    for format in [1, crate::meeting::FORMAT] {
        for (what, is_new) in all() {
            let mut meeting = Meeting::in_format(format, circle(essential()));
            meeting.record(Fact { what: opened(&["Ana", "Ben"], &[]), at: at() }).unwrap();
            let recorded = meeting.record(Fact { what: what.clone(), at: at() });
            let key = recorded.err().map(|it| it.message.key);
            let expected = (is_new && format == 1).then_some("error-fact-not-in-format");
            assert_eq!(key, expected, "{format} {what:?}");
        }
    }
}

#[test]
fn an_item_of_another_title_does_not_end_this_one() {
    let title = Some("Hens".to_owned());
    refused(
        &[What::Postponed { kind: None, title: title.clone(), date: None }],
        "error-out-of-turn",
    );
    let circle = "Ground".to_owned();
    refused(&[What::Referred { title: title.clone(), circle }], "error-out-of-turn");
    refused(&[What::AskedToDrop { reason: None, title }], "error-out-of-turn");
}
