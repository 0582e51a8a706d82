//! Tests `rounds export ics`: one event for one thing, however often it is moved, at the right time.

use std::collections::BTreeMap;

use crate::folder::Folder;

const CIRCLE: &str = "name = \"Garden\"\nid = \"4f2a8c61\"\nrules.steps = [\"admin\"]\n\
                      meeting = { minutes = 90, zone = \"Europe/Berlin\" }\n\
                      member = [{ name = \"Ana\" }, { name = \"Ben\" }]\n";

/// Holds a meeting at which something is done, and the next meeting is set.
fn meet(folder: &Folder, day: &str, done: &str, next: &str) {
    let script =
        format!("/at {day}T19:00+02:00\nall\n-\n-\n60\nok\n{done}\nok\n{next}\nclose\nok\n");
    let script = if day == "2026-09-05" { script.replace("60\nok\n", "60\n") } else { script };
    folder.write("script.txt", script);
    folder.run("meet --script script.txt").fine();
}

/// Returns the lines of the event whose UID has this part.
#[track_caller]
fn event(folder: &Folder, args: &str, uid: &str) -> Vec<String> {
    let file = folder.run(&format!("export ics {args}")).fine().replace("\r\n ", "");
    let mut events = file.split("BEGIN:VEVENT").skip(1);
    let event = events.find(|it| it.contains(uid)).unwrap_or_else(|| panic!("{uid}\n{file}"));
    assert!(events.all(|it| !it.contains(uid)), "{uid} comes once\n{file}");
    event.lines().map(str::to_owned).collect()
}

#[track_caller]
fn has(event: &[String], lines: &[&str]) {
    for line in lines {
        assert!(event.iter().any(|it| it == line), "{line}\n{event:#?}");
    }
}

fn moved_twice() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    meet(&folder, "2026-09-05", "/action Ana: buy nails by 2026-10-01", "2026-10-20 19:00");
    meet(&folder, "2026-09-12", "/due 1 2026-10-05", "2026-10-21 19:00");
    meet(&folder, "2026-09-19", "/give 1 Ben", "2026-11-21 20:00");
    folder
}

#[test]
fn what_is_moved_twice_is_one_event_with_the_latest_day() {
    let folder = moved_twice();
    let next = event(&folder, "--on 2026-09-20", "next-meeting@");
    let changed = ["DTSTAMP:20260919T170000Z", "LAST-MODIFIED:20260919T170000Z", "SEQUENCE:2"];
    has(&next, &["UID:2026-09-05-next-meeting@4f2a8c61.rounds", "DTSTART:20261121T190000Z"]);
    has(&next, &changed);
    let action = event(&folder, "--on 2026-09-20", "-action-");
    has(&action, &["DTSTART;VALUE=DATE:20261005", "SUMMARY:Ben: buy nails"]);
    has(&action, &changed);
    // Before it was moved: the same event, at an earlier day.
    let first = event(&folder, "--on 2026-09-06", "2026-09-05-next-meeting@4f2a8c61.rounds");
    has(&first, &["DTSTART:20261020T170000Z", "SEQUENCE:0", "DTSTAMP:20260905T170000Z"]);
    let action_uid = action.iter().find(|it| it.starts_with("UID:")).expect("it has one");
    has(&event(&folder, "--on 2026-09-06", "-action-"), &[action_uid]);
}

#[test]
fn the_meeting_after_a_scheduled_one_is_another_event() {
    let folder = moved_twice();
    meet(&folder, "2026-11-21", "-", "2026-12-01 19:00");
    let next = event(&folder, "--on 2026-11-22", "next-meeting@");
    has(&next, &["UID:2026-11-21-next-meeting@4f2a8c61.rounds", "SEQUENCE:0"]);
}

#[test]
fn a_topic_that_is_put_off_twice_is_one_event() {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    meet(&folder, "2026-09-05", "-", "-\nreport Bees\n/postpone 2026-10-01");
    meet(&folder, "2026-09-12", "-", "-\nreport Bees\n/postpone 2026-11-01");
    let topic = event(&folder, "--on 2026-09-13", "backlog/bees.md-topic@");
    has(&topic, &["SUMMARY:Postponed: Bees", "SEQUENCE:1", "DTSTART;VALUE=DATE:20261101"]);
}

#[test]
fn without_an_id_and_a_zone_the_calendar_is_as_before() {
    let folder = moved_twice();
    let circle = folder.read("circle.toml").replace("id = \"4f2a8c61\"\n", "");
    folder.write("circle.toml", circle.replace(", zone = \"Europe/Berlin\"", ""));
    let next = event(&folder, "--on 2026-09-20", "next-meeting@");
    has(&next, &["UID:2026-09-05-next-meeting@garden.rounds", "DTSTART:20261121T200000"]);
    folder.write("circle.toml", circle.replace("Europe/Berlin", "Nowhere/Town"));
    let next = event(&folder, "--on 2026-09-20", "next-meeting@");
    has(&next, &["DTSTART:20261121T200000"]);
    let note = "note: circle.toml: the time zone `Nowhere/Town` is not known here\n";
    assert!(folder.run("check").stdout.contains(note));
}

/// A circle in which Ben was elected to the keys.
fn elected() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    let keys = "-\nselect Keys\nOpens.\n1 year\nok\nok\nBen: a\nBen: a\nBen: near\nok\nok\nok";
    meet(&folder, "2026-09-05", "-", keys);
    folder
}

#[test]
fn the_end_of_a_term_is_in_the_calendar_unless_somebody_holds_the_role_next() {
    let folder = elected();
    let end = event(&folder, "--on 2026-09-06", "keys-term-");
    has(&end, &["SUMMARY:End of term: Keys (Ben)", "DTSTART;VALUE=DATE:20270905"]);
    let next = "next = { holder = \"Ana\", since = 2027-09-05, until = 2028-09-05 }\n";
    folder.write("circle.toml", folder.read("circle.toml") + next);
    let file = folder.run("export ics --on 2026-09-06").fine();
    assert!(!file.contains("End of term"), "{file}");
}

#[test]
fn an_event_of_a_role_with_a_new_name_has_the_time_of_its_election() {
    let folder = elected();
    has(&event(&folder, "--on 2026-09-06", "keys-term-"), &["DTSTAMP:20260905T170000Z"]);
    let renamed = "name = \"Key ring\"\nformerly = [\"Keys\"]";
    folder.write("circle.toml", folder.read("circle.toml").replace("name = \"Keys\"", renamed));
    has(&event(&folder, "--on 2026-09-06", "key-ring-term-"), &["DTSTAMP:20260905T170000Z"]);
}

#[test]
fn no_title_says_what_is_true_only_on_the_day_of_the_export() {
    let folder = crate::copies::example();
    let titles = |on: &str| -> BTreeMap<String, String> {
        let file = folder.run(&format!("export ics --on {on}")).fine().replace("\r\n ", "");
        let value = |event: &str, key: &str| {
            let line = event.lines().find_map(|it| it.strip_prefix(key));
            line.expect("each event has it").to_owned()
        };
        let events = file.split("BEGIN:VEVENT").skip(1);
        events.map(|it| (value(it, "UID:"), value(it, "SUMMARY:"))).collect()
    };
    let (then, later) = (titles("2026-09-05"), titles("2028-01-01"));
    let both = then.iter().filter(|(uid, _)| later.contains_key(*uid));
    assert!(both.clone().count() > 3, "{then:#?}\n{later:#?}");
    for (uid, title) in both {
        assert_eq!(later[uid], *title);
    }
}

#[test]
fn alarms_are_for_every_event_and_a_day_is_in_the_calendar_once() {
    let folder = moved_twice();
    for (args, trigger) in [("--alarms 1w", "TRIGGER:-P7D"), ("--alarms 10d", "TRIGGER:-P10D")] {
        let file = folder.run(&format!("export ics --on 2026-09-20 {args}")).fine();
        assert_eq!(file.matches("BEGIN:VALARM").count(), file.matches("BEGIN:VEVENT").count());
        assert!(file.contains(trigger), "{file}");
        assert!(
            file.contains("METHOD:PUBLISH\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\n"),
            "{file}"
        );
    }
    assert!(!folder.run("export ics").stdout.contains("VALARM"));
    let ran = folder.run("export ics --alarms soon");
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
}

#[test]
fn minutes_and_agenda_name_the_zone_and_the_journal_the_bare_time() {
    let folder = moved_twice();
    assert!(folder.read("meetings/2026-09-19.md").contains("20:00 (Europe/Berlin)"));
    assert!(folder.read("meetings/2026-09-19.toml").contains("time = \"20:00\"\n"));
    assert!(folder.run("agenda --on 2026-09-20").stdout.contains("From 20:00 (Europe/Berlin)."));
    assert_eq!(folder.run("replay").code, Some(0));
    // Heads have the new keys only where they are set.
    let head = folder.read("meetings/2026-09-19.toml");
    assert!(head.contains("id = \"4f2a8c61\"") && head.contains("zone = \"Europe/Berlin\""));
    assert!(!head.contains("formerly"), "{head}");
    folder.write("circle.toml", format!("language = \"de\"\n{CIRCLE}"));
    meet(&folder, "2026-09-26", "-", "2026-11-22 20:00");
    let time = "20:00 Uhr (Europe/Berlin)";
    assert!(folder.read("meetings/2026-09-26.md").ends_with(&format!(", {time}\n")));
    assert!(folder.run("agenda --on 2026-09-27").stdout.contains(&format!("Ab {time}.")));
}

#[test]
fn the_calendar_of_one_person_has_the_events_that_are_theirs() {
    let folder = Folder::empty();
    let role =
        "role = [{ name = \"Keys\", holder = \"Zoe\", outside = true, until = 2026-12-01 }]\n";
    folder.write("circle.toml", format!("{CIRCLE}{role}"));
    let twice = "/action Ana: buy nails by 2026-10-01\n/action Ana, Ben: buy nails by 2026-10-01";
    meet(&folder, "2026-09-05", twice, "2026-10-20 19:00");
    let decision = "+++\nid = \"2026-09-06-door\"\nkind = \"decision\"\ntitle = \"Door\"\n\
                    circle = \"Garden\"\ndate = 2026-09-06\nreview = 2026-12-30\n\
                    responsible = [\"keys\"]\n+++\n\nShut.\n";
    folder.write("decisions/2026-09-06-door.md", decision);
    folder.write(
        "backlog/hens.md",
        "+++\ntitle = \"Hens\"\nby = \"Ben\"\npostponed = 2026-11-01\n+++\n",
    );
    let all = folder.run("export ics --on 2026-09-07").fine().replace("\r\n ", "");
    let of = |who: &str| {
        let said = folder.run(&format!("export ics --on 2026-09-07 --for {who}")).fine();
        let said = said.replace("\r\n ", "");
        let events: Vec<&str> = said.split("BEGIN:VEVENT").skip(1).collect();
        for event in events {
            assert!(all.contains(event.trim_end_matches("END:VCALENDAR\r\n")), "{event}");
        }
        let titles = said.lines().filter_map(|it| it.strip_prefix("SUMMARY:"));
        titles.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(of("zoe"), ["End of term: Keys (Zoe)", "Review: Door"]);
    assert_eq!(of("Ben"), ["Ana and Ben: buy nails", "Garden: meeting", "Postponed: Hens"]);
    assert_eq!(folder.run("export ics --for Bem").stderr.lines().count(), 2);
}
