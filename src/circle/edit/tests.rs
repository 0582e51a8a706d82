//! Tests which lines of a file change when elections are written into it, and which do not.

mod everywhere;
mod next_holder;
mod renamed;

use std::slice::from_ref;

use similar::{ChangeTag, TextDiff};

use super::ChangeResult::{AlreadyThere, LeftAlone, Written};
use super::*;

const VICTOR: &str = include_str!("../../../tests/cases/facilitator-victor/circle.toml");
const COMMUNITY: &str = include_str!("../../../tests/cases/community-facilitator/circle.toml");
const NEWSLETTER: &str = include_str!("../../../tests/cases/newsletter/circle.toml");

const KEYS: &str = "[[role]]\nname = \"Keys\"\nholder = \"Ana\"\nsince = 2025-09-05\n";

/// Returns a circle of three members, followed by roles.
fn garden(roles: &str) -> String {
    let members = ["Ana", "Ben", "陈伟"].map(|it| format!("[[member]]\nname = \"{it}\"\n\n"));
    format!("name = \"Garden\"\n\n{}{roles}", members.concat())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn term(text: &str) -> Term {
    text.parse().unwrap()
}

/// Elects somebody to a role in the file, for half a year.
fn role_change(text: &str, role: &str, holder: &str) -> RoleChange {
    let circle = Circle::read(text).unwrap();
    RoleChange {
        role: role.to_owned(),
        before: circle.roles.into_iter().find(|it| it.name == role),
        purpose: String::new(),
        term: None,
        holder: holder.to_owned(),
        since: day("2026-09-05"),
        until: day("2027-03-05"),
        on: day("2026-09-05"),
    }
}

/// Writes one change and returns the text.
#[track_caller]
fn rewritten(text: &str, role_change: &RoleChange) -> String {
    seat(text, from_ref(role_change)).unwrap().text.unwrap()
}

/// Lists the lines that differ, removed ones first.
pub(super) fn diff(old: &str, new: &str) -> String {
    let mut out = String::new();
    for change in TextDiff::from_lines(old, new).iter_all_changes() {
        let sign = match change.tag() {
            ChangeTag::Equal => continue,
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
        };
        out += &format!("{sign}{}\n", change.value().trim_end_matches(['\r', '\n']));
    }
    out
}

/// Returns the circle after the change.
fn with(mut circle: Circle, role_change: &RoleChange) -> Circle {
    let outside = circle.seat(&role_change.holder).is_none();
    if circle.roles.iter().all(|it| it.name != role_change.role) {
        circle.roles.push(unheld(role_change));
    }
    let role = circle.roles.iter_mut().find(|it| it.name == role_change.role).unwrap();
    role.term = role_change.term.or(role.term);
    if role_change.since > role_change.on {
        let RoleChange { holder, since, until, .. } = role_change.clone();
        role.next = Some(Next { holder, since, until });
        return circle;
    }
    role.next.take_if(|it| it.since < role_change.until);
    role.holder = Some(role_change.holder.clone());
    role.outside = outside;
    role.since = Some(role_change.since);
    role.until = Some(role_change.until);
    circle
}

/// Writes a change and compares the lines that differ with `expected`.
#[track_caller]
fn check(text: &str, role_change: &RoleChange, expected: &str) {
    let seated = seat(text, from_ref(role_change)).unwrap();
    assert_eq!(seated.results, [Written]);
    let new = seated.text.unwrap();
    assert_eq!(diff(text, &new).trim_end(), expected, "{new}");
    assert_eq!(
        Circle::read(&new).unwrap(),
        with(Circle::read(text).unwrap(), role_change),
        "{new}"
    );
    assert_eq!(
        seat(&new, from_ref(role_change)).unwrap(),
        FileUpdate { text: None, results: vec![AlreadyThere] },
        "written twice: {new}"
    );
}

/// Checks that nothing is written, with this result.
#[track_caller]
fn check_stays(text: &str, role_change: &RoleChange, fate: ChangeResult) {
    let seated = seat(text, from_ref(role_change)).unwrap();
    assert_eq!(seated, FileUpdate { text: None, results: vec![fate] });
}

#[test]
fn only_the_lines_of_holder_since_and_until_change() {
    check(
        VICTOR,
        &role_change(VICTOR, "Facilitator", "Victor"),
        r#"-holder = "Sarah"                # second time
-since = 2024-10-08
-until = 2025-10-08
+holder = "Victor"                # second time
+since = 2026-09-05
+until = 2027-03-05"#,
    );
    check(
        NEWSLETTER,
        &role_change(NEWSLETTER, "Delegate", "Kofi"),
        r#"-holder = "Marta"
-since = 2024-09-16
-until = 2025-09-16
+holder = "Kofi"
+since = 2026-09-05
+until = 2027-03-05"#,
    );
}

#[test]
fn a_reelected_holder_keeps_the_line_unchanged() {
    let text = garden("[[role]]\nname = 'Keys'\nholder = 'Ana' # again\nuntil=2026-09-05 # soon\n");
    check(
        &text,
        &role_change(&text, "Keys", "Ana"),
        "-until=2026-09-05 # soon\n+since = 2026-09-05\n+until=2027-03-05 # soon",
    );
}

#[test]
fn a_role_without_a_holder_gets_the_lines_before_the_next_table() {
    let role_change = role_change(COMMUNITY, "Facilitator", "Pia");
    let added = "+holder = \"Pia\"\n+since = 2026-09-05\n+until = 2027-03-05";
    check(COMMUNITY, &role_change, added);
    let new = rewritten(COMMUNITY, &role_change);
    let around =
        "term = \"6 months\"\nholder = \"Pia\"\nsince = 2026-09-05\nuntil = 2027-03-05\n\n[[role]]";
    assert!(new.contains(around), "{new}");
}

#[test]
fn missing_keys_are_added_in_the_order_of_the_keys() {
    let text = garden("[[role]]\n  since = 2025-01-01\n  name = \"Keys\" # k\n# end\n");
    let mut role_change = role_change(&text, "Keys", "Zoë \"Z\"");
    role_change.term = Some(term("P6M"));
    let new = rewritten(&text, &role_change);
    assert!(
        new.ends_with(
            r#"[[role]]
  since = 2026-09-05
  until = 2027-03-05
  name = "Keys" # k
  term = "6 months"
  holder = "Zoë \"Z\""
  outside = true
# end
"#
        ),
        "{new}"
    );
}

#[test]
fn a_term_is_rewritten_only_if_its_value_changes() {
    let text = garden("[[role]]\nname = \"Keys\"\nterm = \"12 months\" # t\nholder = \"Ana\"\n");
    let mut role_change = role_change(&text, "Keys", "陈伟");
    role_change.term = Some(Term::YEAR);
    let held = "+since = 2026-09-05\n+until = 2027-03-05";
    check(&text, &role_change, &format!("-holder = \"Ana\"\n+holder = \"陈伟\"\n{held}"));
    role_change.term = Some(term("P2Y6M"));
    check(
        &text,
        &role_change,
        &format!(
            "-term = \"12 months\" # t\n-holder = \"Ana\"\n\
             +term = \"2 years 6 months\" # t\n+holder = \"陈伟\"\n{held}"
        ),
    );
}

#[test]
fn somebody_from_outside_is_marked_and_a_member_after_them_is_not() {
    let text = garden(KEYS);
    let held = "-since = 2025-09-05\n+holder = \"Zora\"\n+outside = true\n+since = 2026-09-05\n+until = 2027-03-05";
    check(&text, &role_change(&text, "Keys", "Zora"), &format!("-holder = \"Ana\"\n{held}"));

    let text = garden(
        "[[role]]\nname = \"Keys\"\nholder = \"Zora\"\n# why\noutside = true # from the street\n# more\nsince = 2025-09-05\n",
    );
    check(
        &text,
        &role_change(&text, "Keys", "Ben"),
        "-holder = \"Zora\"\n+holder = \"Ben\"\n-outside = true # from the street\n-since = 2025-09-05\n\
         +since = 2026-09-05\n+until = 2027-03-05",
    );

    let text = garden("[[role]]\nname = \"Keys\"\noutside = false\n");
    check(
        &text,
        &role_change(&text, "Keys", "Ben"),
        "+holder = \"Ben\"\n+since = 2026-09-05\n+until = 2027-03-05",
    );
    check(
        &text,
        &role_change(&text, "Keys", "Zora"),
        "-outside = false\n+holder = \"Zora\"\n+outside = true\n+since = 2026-09-05\n+until = 2027-03-05",
    );
}

#[test]
fn a_new_role_is_added_at_the_end() {
    let mut new = role_change(VICTOR, "Compost", "Erik \\ Hart");
    new.purpose = "Turns it.\nTwice.".to_owned();
    new.term = Some(term("12 months"));
    let added = r#"+
+[[role]]
+name = "Compost"
+purpose = "Turns it.\nTwice."
+term = "1 year"
+holder = "Erik \\ Hart"
+outside = true
+since = 2026-09-05
+until = 2027-03-05"#;
    check(VICTOR, &new, added);
    check(&format!("{VICTOR}# the end\n"), &new, added);
    check(&format!("{VICTOR}\n"), &new, added.trim_start_matches("+\n"));

    let text = garden("");
    let [keys, door] = ["Keys", "Door"].map(|it| role_change(&text, it, "Ben"));
    let seated = seat(&text, &[keys, door]).unwrap();
    let role = |name: &str| {
        format!(
            "[[role]]\nname = \"{name}\"\nholder = \"Ben\"\nsince = 2026-09-05\nuntil = 2027-03-05\n"
        )
    };
    assert_eq!(seated.text.unwrap(), format!("{text}{}\n{}", role("Keys"), role("Door")));
}

#[test]
fn a_new_role_that_somebody_added_meanwhile_is_filled_if_it_is_free() {
    let before = garden("");
    let mut new = role_change(&before, "Keys", "Ben");
    new.purpose = "Not written.".to_owned();
    check(
        &garden("[[role]]\nname = \"Keys\"\n"),
        &new,
        "+holder = \"Ben\"\n+since = 2026-09-05\n+until = 2027-03-05",
    );
    check_stays(&garden(KEYS), &new, LeftAlone);
    check_stays(&garden(&KEYS.replace("Keys", "KEYS")), &new, LeftAlone);
}

#[test]
fn lines_added_to_the_last_role_come_before_a_new_role() {
    let text = garden(KEYS.trim_end());
    let role_changes = [role_change(&text, "Door", "Ben"), role_change(&text, "Keys", "Ana")];
    let new = seat(&text, &role_changes).unwrap().text.unwrap();
    let since = "since = 2026-09-05\nuntil = 2027-03-05";
    let door = format!("[[role]]\nname = \"Door\"\nholder = \"Ben\"\n{since}");
    assert!(new.ends_with(&format!("holder = \"Ana\"\n{since}\n\n{door}")), "{new}");
}

#[test]
fn a_role_that_somebody_changed_meanwhile_is_left_alone() {
    let ben = role_change(&garden(KEYS), "Keys", "Ben");
    check_stays(&garden(&KEYS.replace("Keys", "Key")), &ben, LeftAlone);
    check_stays(&garden(&KEYS.replace("Keys", "keys")), &ben, LeftAlone);
    check_stays(&garden(&KEYS.replace("Ana", "陈伟")), &ben, LeftAlone);
    check_stays(&garden(&KEYS.replace("2025", "2024")), &ben, LeftAlone);
    check_stays(&garden(&format!("{KEYS}until = 2026-09-06\n")), &ben, LeftAlone);
    check_stays(&garden("[[role]]\nname = \"Keys\"\n"), &ben, LeftAlone);
    check_stays(&garden(""), &ben, LeftAlone);
    let there = KEYS.replace("Ana", "Ben").replace("2025", "2026");
    check_stays(&garden(&there), &ben, LeftAlone);
    check_stays(&garden(&format!("{there}until = 2027-03-06\n")), &ben, LeftAlone);
}

#[test]
fn changes_already_in_the_file_are_not_written_again() {
    let mut ben = role_change(&garden(KEYS), "Keys", "Ben");
    let there = "[[role]]\nname = \"Keys\"\nterm = \"P6M\"\nholder = \"Ben\"\nsince = 2026-09-05\nuntil = 2027-03-05\n";
    check_stays(&garden(there), &ben, AlreadyThere);
    ben.term = Some(term("6 months"));
    check_stays(&garden(there), &ben, AlreadyThere);
    ben.term = Some(term("7 months"));
    check_stays(&garden(there), &ben, LeftAlone);
}

#[test]
fn a_later_election_replaces_an_earlier_one() {
    let mut ben = role_change(&garden(KEYS), "Keys", "Ben");
    check_stays(&garden(&KEYS.replace("2025-09-05", "2026-09-06")), &ben, AlreadyThere);

    // In the same meeting, too.
    let text = garden(KEYS);
    let role_changes = [ben.clone(), role_change(&text, "Keys", "陈伟")];
    let seated = seat(&text, &role_changes).unwrap();
    assert_eq!(seated.results, [AlreadyThere, Written]);
    let text = seated.text.unwrap();
    assert_eq!(Circle::read(&text).unwrap().roles[0].holder.as_deref(), Some("陈伟"));
    assert_eq!(seat(&text, &role_changes).unwrap().text, None);

    // A holder can be replaced before their term begins.
    let text = garden(&KEYS.replace("2025-09-05", "2026-10-01"));
    ben.before = Circle::read(&text).unwrap().roles.pop();
    check(
        &text,
        &ben,
        "-holder = \"Ana\"\n-since = 2026-10-01\n+holder = \"Ben\"\n+since = 2026-09-05\n+until = 2027-03-05",
    );
}

/// Returns a file without the last days of terms.
fn without_ends(text: &str) -> String {
    text.split_inclusive('\n').filter(|it| !it.starts_with("until = ")).collect()
}

#[test]
fn roles_kept_apart_do_not_get_the_same_holder() {
    let text = &without_ends(NEWSLETTER);
    check_stays(text, &role_change(text, "Leader", "Marta"), LeftAlone);
    check_stays(text, &role_change(text, "Secretary", "Noor"), LeftAlone);
    let mut ends_early = role_change(text, "Secretary", "Ines");
    ends_early.until = day("2026-09-04");
    check_stays(text, &ends_early, LeftAlone);
    // Where a term ends before the other one begins, one person may have both, one after the other.
    let after = role_change(NEWSLETTER, "Leader", "Marta");
    assert_eq!(seat(NEWSLETTER, from_ref(&after)).unwrap().results, [Written]);
}

#[test]
fn as_few_changes_as_possible_are_left_out() {
    let text = &*without_ends(NEWSLETTER);
    let results = |role_changes: &[(&str, &str)]| {
        let role_changes =
            role_changes.iter().map(|(role, holder)| role_change(text, role, holder));
        let seated = seat(text, &role_changes.collect::<Vec<_>>()).unwrap();
        assert!(Circle::read(seated.text.as_deref().unwrap_or(text)).is_ok());
        seated.results
    };
    // Two people exchange their roles.
    assert_eq!(results(&[("Leader", "Marta"), ("Delegate", "Paulo")]), [Written, Written]);
    assert_eq!(
        results(&[("Secretary", "Noor"), ("Leader", "Marta"), ("Delegate", "Paulo")]),
        [LeftAlone, Written, Written]
    );
    assert_eq!(
        results(&[("Leader", "Kofi"), ("Facilitator", "Kofi"), ("Delegate", "Kofi")]),
        [Written, Written, LeftAlone]
    );
    assert_eq!(
        results(&[("Secretary", "Noor"), ("Leader", "Marta"), ("Compost", "Kofi")]),
        [LeftAlone, LeftAlone, Written]
    );
}

#[test]
fn a_broken_file_gives_its_errors() {
    let text = VICTOR.replace("holder = \"Sarah\"", "holdr = \"Sara\"");
    let errors = seat(&text, &[role_change(VICTOR, "Facilitator", "Victor")]).unwrap_err();
    assert_eq!(Err(errors), Circle::read(&text));
}

#[test]
fn no_changes_write_nothing() {
    assert_eq!(seat(VICTOR, &[]).unwrap(), FileUpdate { text: None, results: Vec::new() });
}
