//! Tests what a circle is on a day.

use super::*;

const CIRCLE: &str = "name = \"G\"\n\
    rules.apart = [[\"Keys\", \"Post\"], [\"Keys\", \"Hens\"]]\n\
    member = [{ name = \"Ana\", ended = 2026-06-30 }, { name = \"Ben\" }, { name = \"Emil\" }]\n\
    role = [\
    { name = \"Keys\", holder = \"Ana\", since = 2026-01-01, until = 2026-12-31, \
      next = { holder = \"Zoe\", since = 2026-09-01, until = 2027-09-01 } }, \
    { name = \"Post\", holder = \"Ana\", until = 2026-03-01, ended = 2026-08-31 }, \
    { name = \"Hens\", holder = \"Ben\", until = 2026-12-31 }]";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Says who is a member, and who holds which role until when.
fn told(circle: &Circle, on: &str) -> String {
    let on = circle.on(day(on));
    let role = |it: &Role| {
        let until = on.held_until(it).map(|it| it.to_string()).unwrap_or_default();
        let outside = if it.outside { "*" } else { "" };
        format!("{} {}{outside} {until}", it.name, it.holder.as_deref().unwrap_or("-"))
    };
    let roles: Vec<String> = on.roles.iter().map(role).collect();
    format!("{}: {} ({})", on.names().join(" "), roles.join(", "), on.rules.apart.len())
}

#[test]
fn the_file_is_read_for_a_day() {
    // Two roles kept apart may follow one another in one hand: Post ends before Keys begins.
    let text = CIRCLE.replace("since = 2026-01-01", "since = 2026-03-01");
    let circle = Circle::read(&text).unwrap();
    let all = "Ana Ben Emil: Keys Ana 2026-06-30, Post Ana 2026-03-01, Hens Ben 2026-12-31 (2)";
    assert_eq!(told(&circle, "2026-06-30"), all);
    let gone = "Ben Emil: Keys - 2026-09-01, Post - 2026-08-31, Hens Ben 2026-12-31 (2)";
    assert_eq!(told(&circle, "2026-07-01"), gone);
    assert_eq!(told(&circle, "2026-08-31"), gone);
    let next = "Ben Emil: Keys Zoe* 2027-09-01, Hens Ben 2026-12-31 (1)";
    assert_eq!(told(&circle, "2026-09-01"), next);
}

#[test]
fn what_is_ahead_stays_in_the_circle_of_a_day() {
    let text = CIRCLE.replace("since = 2026-01-01", "since = 2026-03-01");
    let circle = Circle::read(&text).unwrap();
    assert_eq!(circle.on(day("2026-06-30")), circle);
    assert_eq!(circle.ends("Ana"), Some(day("2026-06-30")));
}

#[track_caller]
fn refused(text: &str, keys: &[&str]) {
    let errors = Circle::read(text).err().unwrap_or_default();
    assert_eq!(errors.iter().map(|it| it.message.key).collect::<Vec<_>>(), keys);
}

#[test]
fn roles_kept_apart_clash_only_where_their_days_overlap() {
    refused(CIRCLE, &["error-roles-kept-apart"]);
    let ben = CIRCLE.replace("since = 2026-01-01", "since = 2026-03-01").replace("Zoe", "Ben");
    refused(&ben, &["error-roles-kept-apart"]);
    let over = ben.replace("\"Ben\", until = 2026-12-31", "\"Ben\", until = 2026-09-01");
    refused(&over, &[]);
}

#[test]
fn the_next_holder_has_a_name_and_two_days() {
    let text = |next: &str| {
        format!(
            "name = \"G\"\nmember = [{{ name = \"Ana\" }}, {{ name = \"Ben\" }}]\n\
             role = [{{ name = \"Keys\", next = {next} }}]"
        )
    };
    let next = |holder: &str, until: &str| {
        text(&format!("{{ holder = {holder}, since = 2026-09-01, until = {until} }}"))
    };
    refused(&next("\"Ana\"", "2026-09-01"), &[]);
    refused(&next("\"Ana\"", "2026-08-31"), &["error-until-before-since"]);
    refused(&next("\"A/B\"", "2026-09-01"), &["error-invalid-name"]);
    refused(&text("\"Ana\""), &["error-wrong-type"]);
    refused(&text("{ holder = \"Ana\", since = 2026-09-01 }"), &["error-missing-key"]);
    refused(
        &text("{ holder = \"Ana\", since = 2026-09-01, until = 2026-09-02, x = 1 }"),
        &["error-unknown-key"],
    );
}

#[test]
fn too_few_members_are_found_on_the_day_they_are_too_few() {
    let text = "name = \"G\"\nrules.quorum = 2\nmember = [{ name = \"Ana\", ended = 2026-06-30 }, \
                { name = \"Ben\" }, { name = \"Emil\", ended = 2026-07-31 }]";
    let circle = Circle::read(text).unwrap();
    let key = |text: &str, on| {
        let circle = Circle::read(text).unwrap();
        circle.on(day(on)).check_members().err().map(|it| it.message.key)
    };
    assert_eq!(key(text, "2026-07-31"), None);
    assert_eq!(key(text, "2026-08-01"), Some("error-too-few-members"));
    let three = text.replace("quorum = 2", "quorum = 3");
    assert_eq!(key(&three, "2026-06-30"), None);
    assert_eq!(key(&three, "2026-07-01"), Some("error-quorum-members"));
    assert_eq!(circle.on(day("2026-08-01")).names(), ["Ben"]);
}
