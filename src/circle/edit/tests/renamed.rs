//! People and roles that got a new name between the meeting and the writing of its elections.

use super::*;

/// Returns the circle after Ana and the role got other names.
fn renamed(text: &str) -> String {
    text.replace("\"Keys\"", "\"Key keeper\"\nformerly = [\"Keys\"]")
        .replace("[[member]]\nname = \"Ana\"", "[[member]]\nname = \"Ida\"\nformerly = [\"Ana\"]")
        .replace("\"Ana\"\nsince", "\"Ida\"\nsince")
}

/// Writes a change of the meeting into the file of the present names.
fn seated(now: &str, then: RoleChange) -> FileUpdate {
    let renames = Circle::read(now).unwrap().renames();
    seat(now, &[then.renamed(&renames)]).unwrap()
}

#[test]
fn an_election_is_written_into_the_role_of_the_present_name() {
    let then = garden(KEYS);
    let now = renamed(&then);
    assert!(Circle::read(&now).unwrap().roles[0].holder.as_deref() == Some("Ida"), "{now}");
    let seated = seated(&now, role_change(&then, "Keys", "Ben"));
    assert_eq!(seated.results, [Written]);
    let lines = "-holder = \"Ida\"\n-since = 2025-09-05\n\
                 +holder = \"Ben\"\n+since = 2026-09-05\n+until = 2027-03-05\n";
    assert_eq!(diff(&now, &seated.text.unwrap()), lines);
}

#[test]
fn who_was_elected_is_written_under_their_present_name() {
    let then = garden("[[role]]\nname = \"Keys\"\n");
    let ana = role_change(&then, "Keys", "Ana");
    let new = seated(&renamed(&then), ana.clone()).text.unwrap();
    let role = Circle::read(&new).unwrap().roles.remove(0);
    assert_eq!((role.holder.as_deref(), role.outside), (Some("Ida"), false), "{new}");
    // A role that the meeting made is not made a second time.
    let made = RoleChange { before: None, ..ana };
    let new = seated(&renamed(&then), made).text.unwrap();
    assert_eq!(Circle::read(&new).unwrap().roles.len(), 1, "{new}");
}
