//! Who holds a role later stands in it beforehand, as `next`.

use super::*;

const HELD: &str =
    "[[role]]\nname = \"Keys\"\nholder = \"Ana\"\nsince = 2025-09-05\nuntil = 2026-10-01\n";

fn later(text: &str, holder: &str, since: &str, until: &str) -> RoleChange {
    let (since, until) = (day(since), day(until));
    RoleChange { since, until, ..role_change(text, "Keys", holder) }
}

#[test]
fn who_begins_later_becomes_the_next_holder() {
    let text = garden(HELD);
    let ben = later(&text, "Ben", "2026-10-01", "2027-10-01");
    let next = "+next = { holder = \"Ben\", since = 2026-10-01, until = 2027-10-01 }";
    check(&text, &ben, next);
    let seated = rewritten(&text, &ben);
    check_stays(&seated, &ben, AlreadyThere);
    // Another one in the same days takes the place of the next holder.
    let mut wei = later(&seated, "陈伟", "2026-09-20", "2027-03-20");
    check(
        &seated,
        &wei,
        &format!(
            "-{}\n+next = {{ holder = \"陈伟\", since = 2026-09-20, until = 2027-03-20 }}",
            &next[1..]
        ),
    );
    // One behind the next holder has no room in the file.
    wei = later(&seated, "陈伟", "2027-10-01", "2028-10-01");
    check_stays(&seated, &wei, LeftAlone);
    // Somebody changed the next holder meanwhile.
    wei.before = Circle::read(&text).unwrap().roles.pop();
    wei.since = day("2026-12-01");
    check_stays(&seated, &wei, LeftAlone);
}

#[test]
fn who_begins_now_takes_the_place_of_a_next_holder_in_the_same_days() {
    let text =
        garden(HELD) + "next = { holder = \"Ben\", since = 2026-10-01, until = 2027-10-01 }\n";
    let now = |until| later(&text, "陈伟", "2026-09-05", until);
    let held = "-holder = \"Ana\"\n-since = 2025-09-05\n-until = 2026-10-01\n";
    let next = "-next = { holder = \"Ben\", since = 2026-10-01, until = 2027-10-01 }\n";
    let new = |until| format!("+holder = \"陈伟\"\n+since = 2026-09-05\n+until = {until}");
    let both = format!("{held}{next}{}", new("2026-10-02"));
    check(&text, &now("2026-10-02"), &both);
    let (early, kept) = (now("2026-09-30"), format!("{held}{}", new("2026-09-30")));
    check(&text, &early, &kept);
}

#[test]
fn a_next_holder_who_has_begun_is_the_holder() {
    let text =
        garden(HELD) + "next = { holder = \"Ben\", since = 2026-09-01, until = 2027-09-01 }\n";
    let wei = later(&text, "陈伟", "2026-10-01", "2027-10-01");
    let new = Circle::read(&rewritten(&text, &wei)).unwrap().roles.remove(0);
    assert_eq!((new.holder.as_deref(), new.since), (Some("Ben"), Some(day("2026-09-01"))));
    assert_eq!(new.next.unwrap().holder, "陈伟");
}

#[test]
fn a_role_given_for_now_and_for_later_has_both() {
    let text = garden(HELD);
    let now = later(&text, "Ben", "2026-09-05", "2026-12-01");
    let next = later(&text, "陈伟", "2026-12-01", "2027-12-01");
    let seated = seat(&text, &[now.clone(), next.clone()]).unwrap();
    assert_eq!(seated.results, [Written, Written]);
    let role = Circle::read(&seated.text.unwrap()).unwrap().roles.remove(0);
    assert_eq!(
        (role.holder.as_deref(), role.next.map(|it| it.holder)),
        (Some("Ben"), Some("陈伟".into()))
    );
    // Both of a new role, too.
    let new = |it: &RoleChange| RoleChange { role: "New".into(), before: None, ..it.clone() };
    let seated = seat(&text, &[new(&now), new(&next)]).unwrap();
    assert_eq!(Circle::read(&seated.text.unwrap()).unwrap().roles.len(), 2);
}

#[test]
fn of_two_elections_in_one_meeting_whose_days_overlap_the_later_counts() {
    let text = garden(HELD);
    let now = later(&text, "Ben", "2026-09-05", "2027-09-05");
    let next = later(&text, "陈伟", "2026-12-01", "2027-12-01");
    let seated = seat(&text, &[now, next]).unwrap();
    assert_eq!(seated.results, [AlreadyThere, Written]);
    let role = Circle::read(&seated.text.unwrap()).unwrap().roles.remove(0);
    assert_eq!(role.holder.as_deref(), Some("Ana"));
    assert_eq!(role.next.map(|it| it.holder), Some("陈伟".into()));
}

#[test]
fn a_next_holder_in_another_notation_stays() {
    let next = "[role.next]\nholder = \"Ben\"\nsince = 2026-10-01\nuntil = 2027-10-01\n";
    let text = garden(HELD) + next;
    check_stays(&text, &later(&text, "陈伟", "2026-09-05", "2027-09-05"), LeftAlone);
    // Within braces over several lines the key is taken out.
    let head = "name = \"G\"\nmember = [{ name = \"Ana\" }, { name = \"陈伟\" }]\nrole = [{\n";
    let next = "  next = { holder = \"Ana\", since = 2026-10-01, until = 2027-10-01 }, # soon\n";
    let text = format!("{head}  name = \"Keys\",\n{next}}}]\n");
    let new = rewritten(&text, &later(&text, "陈伟", "2026-09-05", "2027-09-05"));
    let role = Circle::read(&new).unwrap().roles.remove(0);
    assert!(role.next.is_none() && new.contains("# soon"), "{new}");
}
