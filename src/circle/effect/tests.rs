use chrono::NaiveDate;

use super::*;
use crate::circle::Circle;

const GARDEN: &str = r#"
name = "Garden"
member = [
    { name = "Ana" }, { name = "Ben" }, { name = "Chen" }, { name = "Dana", ended = 2026-01-31 },
    { name = "Emil", ended = 2026-12-31 },
]
[rules]
quorum = "2/3"
apart = [["Keys", "Purse"]]
[[role]]
name = "Leader"
kind = "leader"
holder = "Ana"
[[role]]
name = "Delegate"
kind = "delegate"
holder = "Ben"
until = 2026-12-31
[[role]]
name = "Keys"
[[role]]
name = "Purse"
term = "6 months"
"#;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn effects(lines: &[&str]) -> Vec<Effect> {
    lines.iter().map(|it| it.parse().unwrap_or_else(|err| panic!("{it}: {err:?}"))).collect()
}

/// Returns the circle after the effects, announced on 5 September 2026.
fn after(lines: &[&str]) -> Result<Circle> {
    Circle::read(GARDEN).unwrap().with_effects(&effects(lines), day("2026-09-05"))
}

#[test]
fn an_effect_is_written_as_it_is_read() {
    for text in [
        "join Farid",
        "join Ana María from Compost",
        "leave Emil",
        "leave Emil on 2026-12-31",
        "aim Grow food: for everyone",
        "domain The plot, and its tools",
        "role Keys",
        "role Keys for 6 months",
        "role Keys (secretary) for 1 year 6 months: Opens the shed: always",
        "role Keys: for 6 months",
        "end role Keys",
        "appoint Ana as Keys",
        "appoint Tia (outside) as Keys since 2026-10-01 for 6 months",
        "appoint Ana as Keys since 2026-10-01 until 2027-01-01",
        "rule quorum 2/3",
        "rule every 1st and 3rd Tuesday at 19:00",
    ] {
        assert_eq!(text.parse::<Effect>().unwrap().to_string(), text);
    }
    for text in [
        "",
        "join",
        "join ",
        "join A/B",
        "leave",
        "leave a, b",
        "end Keys",
        "end role ",
        "role : x",
        "role Keys (boss): x",
        "appoint Ana",
        "appoint Ana as ",
        "rule quorum",
        "rule quorum ",
        "appoint Ana as Keys for 1 year until 2027-01-01",
        "Join Farid",
        "marry Farid",
        "rule quorum 3\nterm = \"1 day\"",
    ] {
        assert!(text.parse::<Effect>().is_err(), "{text}");
    }
}

#[test]
fn a_name_with_a_word_of_the_language_is_refused() {
    let join = Effect::Join { who: "Ana from Compost".to_owned(), from: None };
    assert_eq!(join.check_text().unwrap_err().message.key, "error-invalid-effect");
    let leave = Effect::Leave { who: "A on 2026-12-31".to_owned(), on: None };
    assert_eq!(leave.check_text().unwrap_err().message.key, "error-invalid-effect");
}

#[test]
fn members_come_and_go_and_come_back() {
    let circle =
        after(&["join Farid", "leave Ben on 2026-10-01", "join Dana from Compost"]).unwrap();
    let of = |name: &str| circle.members.iter().find(|it| it.name == name).unwrap().clone();
    assert_eq!((of("Farid").since, of("Farid").from), (Some(day("2026-09-05")), None));
    assert_eq!(of("Ben").ended, Some(day("2026-10-01")));
    let dana = of("Dana");
    assert_eq!((dana.since, dana.ended), (Some(day("2026-09-05")), None));
    assert_eq!(dana.from.as_deref(), Some("Compost"));
    assert_eq!(circle.members.last().unwrap().name, "Farid");
}

#[test]
fn aim_domain_roles_and_rules_are_changed() {
    let circle = after(&[
        "aim Feed the street.",
        "domain The plot.",
        "role Keys for 3 months: Opens the shed.",
        "role Bees (facilitator): Looks after the bees.",
        "end role Purse",
        "rule quorum 2",
        "rule term 6 months",
        "rule aside true",
        "rule steps agenda, check-in",
        "rule minutes 60",
        "rule every 2 weeks",
    ])
    .unwrap();
    assert_eq!([&circle.aim[..], &circle.domain], ["Feed the street.", "The plot."]);
    let of = |name: &str| circle.roles.iter().find(|it| it.name == name).unwrap().clone();
    assert_eq!(of("Keys").purpose, "Opens the shed.");
    assert_eq!(of("Keys").term, Some("3 months".parse().unwrap()));
    assert_eq!(of("Bees").kind, Some(RoleKind::Facilitator));
    assert_eq!(of("Purse").ended, Some(day("2026-09-05")));
    assert_eq!(circle.rules.quorum.to_string(), "2");
    assert_eq!(circle.rules.term.to_string(), "6 months");
    assert!(circle.rules.aside);
    assert_eq!(circle.rules.steps.len(), 2);
    assert_eq!(circle.plan.minutes, Some(60));
    assert!(circle.plan.every.is_some());
    assert_eq!(circle.rules.apart.len(), 1);
}

#[test]
fn a_role_is_given_for_its_term_a_term_or_until_a_day() {
    let until = |line: &str| {
        let circle = after(&[line]).unwrap();
        let role = circle.roles.iter().find(|it| it.name == "Purse").unwrap().clone();
        (role.holder, role.until.or(role.next.map(|it| it.until)))
    };
    let held = |who: &str, date: &str| (Some(who.to_owned()), Some(day(date)));
    assert_eq!(until("appoint Ana as Purse"), held("Ana", "2027-03-05"));
    assert_eq!(until("appoint Ana as Purse for 1 month"), held("Ana", "2026-10-05"));
    assert_eq!(until("appoint Ana as Purse until 2026-11-01"), held("Ana", "2026-11-01"));
    assert_eq!(until("appoint Tia (outside) as Purse"), held("Tia", "2027-03-05"));
    assert_eq!(until("appoint Ana as Purse since 2026-10-01"), (None, Some(day("2027-04-01"))));
    let both = after(&["role Bees: Looks after them.", "appoint Ana as Bees"]).unwrap();
    assert_eq!(both.roles.last().unwrap().until, Some(day("2027-09-05")));
    // Two people exchange their roles at once.
    assert!(after(&["appoint Ben as Leader", "appoint Ana as Delegate"]).is_ok());
}

#[test]
fn what_cannot_be_changed_is_refused() {
    for (lines, expected) in [
        (&["join ana"][..], "error-member-already"),
        (&["join Emil"], "error-member-already"),
        (&["leave Dana"], "error-no-member"),
        (&["leave Zoe"], "error-no-member"),
        (&["leave Ana on 2026-09-04"], "error-date-past"),
        (&["leave Ana", "leave Ben"], "error-too-few-members"),
        (&["rule quorum 4"], "error-quorum-members"),
        (&["rule quorum many"], "error-invalid-quorum"),
        (&["rule apart Keys"], "error-unknown-word"),
        (&["rule colour red"], "error-unknown-word"),
        (&["rule aside perhaps"], "error-wrong-type"),
        (&["end role Bees"], "error-unknown-role"),
        (&["role Chair (leader): x"], "error-kind-twice"),
        (&["role keys: x"], "error-name-twice"),
        (&["appoint Ana as Bees"], "error-unknown-role"),
        (&["appoint Zoe as Keys"], "error-no-member"),
        (&["appoint Ana (outside) as Keys"], "error-no-member"),
        (&["appoint Ana as Keys since 2026-10-01 until 2026-09-30"], "error-until-before-since"),
        (&["appoint Emil as Keys until 2027-01-01"], "error-beyond-membership"),
        (&["appoint Ana as Keys", "appoint Ana as Purse"], "error-kept-apart"),
        (&["appoint Ben as Leader"], "error-kept-apart"),
        (&["aim x", "aim y"], "error-effect-twice"),
        (&["leave Ana", "leave Ana on 2026-12-31"], "error-effect-twice"),
    ] {
        let key = after(lines).map_err(|err| err.message.key);
        assert_eq!(key.err(), Some(expected), "{lines:?}");
    }
}

#[test]
fn a_role_that_ended_can_be_made_again() {
    let ended =
        GARDEN.replace("name = \"Keys\"", "name = \"Keys\"\nholder = \"Ana\"\nended = 2026-01-01");
    let circle = Circle::read(&ended).unwrap();
    let again = circle.with_effects(&effects(&["role Keys: Opens."]), day("2026-09-05")).unwrap();
    let role = again.roles.iter().find(|it| it.name == "Keys").unwrap();
    assert_eq!((role.ended, role.holder.as_deref()), (None, None));
    let err = circle.with_effects(&effects(&["end role Keys"]), day("2026-09-05")).unwrap_err();
    assert_eq!(err.message.key, "error-unknown-role");
}
