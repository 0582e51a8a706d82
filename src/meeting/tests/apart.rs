//! Tests that one person never holds two roles that are kept apart.

use super::*;
use crate::meeting::Dated;

const LEADER: Option<RoleKind> = Some(RoleKind::Leader);
const DELEGATE: Option<RoleKind> = Some(RoleKind::Delegate);

/// A circle with a leader and without a delegate.
fn led_by(leader: &str) -> Circle {
    with_roles(essential(), &[("Leader", LEADER, leader), ("Delegate", DELEGATE, "")])
}

/// Everyone nominates this person, who is put forward and consents last.
fn all_for(who: &str, present: &[&str]) -> Vec<What> {
    let named = present.iter().map(|it| nominated(it, who)).chain([put_forward(who)]);
    let others = present.iter().filter(|it| **it != who);
    let own = present.iter().filter(|it| **it == who);
    named.chain(others.chain(own).map(|it| consented(it, 1))).collect()
}

/// The facts that fill a role, from its beginning to the announcement.
fn filled(role: &str, who: &str, present: &[&str]) -> Vec<What> {
    let begins = [began(ItemKind::Select, role), sought(role), What::Wrote {}];
    let ends = [elected_to(role, 1, who, present)];
    then(&then(&begins, &all_for(who, present)), &ends)
}

fn accepted(who: &str, role: &str) -> What {
    What::Accepted { who: who.to_owned(), role: Some(role.to_owned()) }
}

/// Expects that this person cannot be put forward for the second role of the meeting.
#[track_caller]
fn apart(circle: Circle, before: &[What], role: &str, who: &str) {
    let mut meeting = begun(circle, &THREE, ItemKind::Report, "Bees");
    record(&mut meeting, &[What::Concluded { step: Phase::Item }]);
    let begins = [began(ItemKind::Select, role), sought(role), What::Wrote {}];
    let named: Vec<What> = THREE.iter().map(|it| nominated(it, who)).collect();
    record(&mut meeting, &then(before, &then(&begins, &named)));
    refused_in(meeting, &[put_forward(who)], "error-kept-apart");
}

#[test]
fn leader_and_delegate_are_never_one_person() {
    apart(led_by("Ana"), &[], "Delegate", "Ana");
    let delegate = [("Leader", LEADER, ""), ("Delegate", DELEGATE, "Ana")];
    apart(with_roles(essential(), &delegate), &[], "Leader", "Ana");
    let mut again = named(led_by("Ana"), "Leader", &THREE, "Ana");
    record(&mut again, &[put_forward("Ana")]);
}

#[test]
fn another_nominee_is_kept_apart_too() {
    let mut meeting = named(led_by("Ana"), "Delegate", &THREE, "Ben");
    record(&mut meeting, &[put_forward("Ben"), objected("Ana", 1)]);
    record(&mut meeting, &[consented("Chen", 1), consented("Ben", 1)]);
    refused_in(meeting.clone(), &[put_forward("Ana")], "error-kept-apart");
    record(&mut meeting, &[put_forward("Chen")]);
}

#[test]
fn an_election_earlier_in_the_meeting_counts() {
    let filled = filled("Leader", "Ben", &THREE);
    apart(led_by("Ana"), &filled, "Delegate", "Ben");
    let mut meeting = begun(led_by("Ana"), &THREE, ItemKind::Report, "Bees");
    record(&mut meeting, &[What::Concluded { step: Phase::Item }]);
    record(&mut meeting, &filled);
    // Ana was the leader until now.
    record(&mut meeting, &then(&[began(ItemKind::Select, "Delegate"), sought("Delegate")], &[]));
    record(&mut meeting, &then(&[What::Wrote {}], &all_for("Ana", &THREE)));
    record(&mut meeting, &[elected_to("Delegate", 1, "Ana", &THREE)]);
}

#[test]
fn an_election_that_nobody_has_accepted_yet_counts() {
    let absent = filled("Leader", "Dana", &THREE);
    apart(led_by("Ana"), &absent, "Delegate", "Dana");
    // Until she accepts, her predecessor is the leader.
    apart(led_by("Ana"), &absent, "Delegate", "Ana");
    let mut twice = begun(led_by("Ana"), &THREE, ItemKind::Report, "Bees");
    record(&mut twice, &[What::Concluded { step: Phase::Item }]);
    record(&mut twice, &then(&absent, &filled("Delegate", "Ben", &THREE)));
    refused_in(twice, &[accepted("Ben", "Leader")], "error-kept-apart");
}

#[test]
fn an_accepted_election_of_an_earlier_meeting_counts() {
    apart(led_by("Ana"), &[accepted("Dana", "Delegate")], "Leader", "Dana");
    let mut meeting = begun(led_by("Ana"), &THREE, ItemKind::Report, "Bees");
    record(&mut meeting, &[What::Concluded { step: Phase::Item }]);
    refused_in(meeting.clone(), &[accepted("Ana", "Delegate")], "error-kept-apart");
    record(&mut meeting, &filled("Leader", "Dana", &THREE));
    refused_in(meeting.clone(), &[accepted("Dana", "Delegate")], "error-kept-apart");
    record(&mut meeting, &[accepted("Dana", "Leader")]);
    refused_in(meeting, &[accepted("Dana", "Leader")], "error-accepted-already");
}

#[test]
fn an_acceptance_before_the_announcement_counts() {
    let mut meeting = written(led_by("Ana"), "Leader", &THREE);
    record(&mut meeting, &all_for("Dana", &THREE));
    let elected = elected_to("Leader", 1, "Dana", &THREE);
    record(&mut meeting.clone(), from_ref(&elected));
    refused_in(meeting, &[accepted("Dana", "Delegate"), elected], "error-kept-apart");
}

#[test]
fn roles_kept_apart_by_the_rules_are_apart_in_both_directions() {
    let rules = |one: &str, two: &str| Rules {
        apart: vec![(one.to_owned(), two.to_owned())],
        ..essential()
    };
    let held = [("Keys", None, "Ana"), ("Chest", None, "Ben"), ("Door", None, "Ana")];
    for rules in [rules("Keys", "Chest"), rules("Chest", "Keys")] {
        apart(with_roles(rules.clone(), &held), &[], "Keys", "Ben");
        apart(with_roles(rules.clone(), &held), &[], "Chest", "Ana");
        apart(with_roles(rules.clone(), &held), &filled("Keys", "Chen", &THREE), "Chest", "Chen");
        let mut other = named(with_roles(rules, &held), "Door", &THREE, "Ben");
        record(&mut other, &[put_forward("Ben")]);
    }
}

#[test]
fn somebody_from_outside_is_kept_apart_as_well() {
    let mut circle = led_by("Zoë");
    circle.roles[0].outside = true;
    let mut meeting = named(circle, "Delegate", &THREE, "Ana");
    let put = |name: &str| {
        What::PutForward(PutForward {
            nominee: name.to_owned(),
            outside: true,
            term: None,
            until: None,
            reason: "near".to_owned(),
        })
    };
    refused_in(meeting.clone(), &[put("Zoë")], "error-kept-apart");
    // Accents make no difference.
    refused_in(meeting.clone(), &[put("ZOE")], "error-kept-apart");
    record(&mut meeting, &[put("Zora")]);
}

#[test]
fn who_holds_a_role_next_counts_after_an_election_that_ends_before_them() {
    let mut circle = led_by("Ana");
    let (since, until) = (day("2028-01-01"), day("2029-01-01"));
    circle.roles[0].next = Some(Next { holder: "Ben".to_owned(), since, until });
    let mut meeting = begun(circle, &THREE, ItemKind::Report, "Bees");
    record(&mut meeting, &[What::Concluded { step: Phase::Item }]);
    record(&mut meeting, &filled("Leader", "Chen", &THREE));
    record(&mut meeting, &[began(ItemKind::Select, "Delegate")]);
    let named_from = |since: &str| {
        let since = day(since);
        let (role, purpose, term) = ("Delegate".to_owned(), String::new(), Term::YEAR);
        let sought = What::Sought(Sought {
            role,
            purpose,
            term,
            since: Some(since),
            meeting: None,
            qualifications: Vec::new(),
        });
        let named = THREE.iter().map(|it| nominated(it, "Ben"));
        let begins = [What::Dated(Dated { since }), sought, What::Wrote {}];
        begins.into_iter().chain(named).collect::<Vec<_>>()
    };
    let mut clash = meeting.clone();
    record(&mut clash, &named_from("2028-06-01"));
    refused_in(clash, &[put_forward("Ben")], "error-kept-apart");
    record(&mut meeting, &then(&named_from("2026-12-01"), &[put_forward("Ben")]));
}
