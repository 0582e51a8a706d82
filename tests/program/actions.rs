//! Tests what becomes of actions in later meetings, in everything that shows them.

use serde_json::{Value, json};

use crate::folder::Folder;

/// A meeting with four actions.
const FIRST: &str = "/at 2026-09-05T19:00+02:00\nall\nok\nok\n\
                     /action Ana: mend the fence by 2026-09-10\n\
                     /action Chen: oil the gate\n\
                     /action Ben: call the mayor by 2026-10-01\n\
                     /action Ben: buy seeds by 2026-09-12\n\
                     close\nok\n";

/// A later one, in which the first three have the numbers 1, 4 and 3, and the last 2.
const SECOND: &str = "/at 2026-09-19T19:00+02:00\nall\nok\nok\n\
                      /due 1 2026-10-03\n/give 2 Chen & Ana\n/due mayor 2026-10-10\n/release 4\n\
                      /give mayor Ana\n/action Ana: sow\n/give 5 Chen, Ben\n\
                      close\nok\n";

fn circle(language: &str) -> Folder {
    let folder = Folder::empty();
    folder.write(
        "circle.toml",
        format!(
            "name = \"Garden\"\nlanguage = \"{language}\"\n[rules]\nsteps = []\n\
             [[member]]\nname = \"Ana\"\n[[member]]\nname = \"Ben\"\n[[member]]\nname = \"Chen\"\n"
        ),
    );
    folder
}

#[track_caller]
fn meet(folder: &Folder, script: &str) {
    folder.write("script.txt", script);
    folder.run("meet --script script.txt").fine();
    for command in ["check", "replay"] {
        let ran = folder.run(command);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{command}: {}", ran.stdout);
    }
}

fn met(language: &str) -> Folder {
    let folder = circle(language);
    meet(&folder, FIRST);
    meet(&folder, SECOND);
    folder
}

#[track_caller]
fn json(folder: &Folder, args: &str) -> Value {
    let ran = folder.run(args);
    serde_json::from_str(&ran.stdout).unwrap_or_else(|err| panic!("{args}: {err}: {ran:?}"))
}

/// Returns the section of actions of the minutes.
fn minuted(folder: &Folder, meeting: &str, heading: &str) -> String {
    let minutes = folder.read(&format!("meetings/{meeting}.md"));
    let (_, actions) = minutes.split_once(heading).unwrap_or_else(|| panic!("{minutes}"));
    actions.trim().to_owned()
}

#[test]
fn due_shows_the_new_dates_and_owners_from_the_day_of_the_change() {
    let folder = met("en");
    let due = |on: &str| {
        let rows = json(&folder, &format!("due --json --within P1Y --on {on}"));
        let line = |it: &Value| format!("{} {} {}", it["date"], it["title"], it["who"]);
        let rows = rows["due"].as_array().unwrap().iter().filter(|it| it["what"] == "action");
        rows.map(line).collect::<Vec<_>>().join("\n").replace('"', "")
    };
    assert_eq!(
        due("2026-09-18"),
        "2026-09-10 mend the fence [Ana]\n2026-09-12 buy seeds [Ben]\n\
         2026-10-01 call the mayor [Ben]\nnull oil the gate [Chen]"
    );
    assert_eq!(
        due("2026-09-19"),
        "2026-09-12 buy seeds [Chen,Ana]\n2026-10-03 mend the fence [Ana]\n\
         2026-10-10 call the mayor [Ana]\nnull sow [Chen,Ben]"
    );
    let shown = folder.run("due --on 2026-09-19 --plain").stdout;
    assert!(shown.contains("buy seeds, Chen and Ana, "), "{shown}");
}

#[test]
fn the_minutes_say_what_became_of_each_action() {
    assert_eq!(
        minuted(&met("en"), "2026-09-19", "## Actions\n"),
        "- New date: Ana, by 3 October 2026: mend the fence\n\
         - From Ben to Chen and Ana: buy seeds\n\
         - From Ben to Ana, by 10 October 2026: call the mayor\n\
         - Released: Chen: oil the gate\n\
         - Chen and Ben: sow"
    );
    assert_eq!(
        minuted(&met("de"), "2026-09-19", "## Aufgaben\n"),
        "- Neues Datum: Ana, bis 3. Oktober 2026: mend the fence\n\
         - Von Ben an Chen und Ana: buy seeds\n\
         - Von Ben an Ana, bis 10. Oktober 2026: call the mayor\n\
         - Entfallen: Chen: oil the gate\n\
         - Chen und Ben: sow"
    );
}

#[test]
fn the_next_meeting_and_its_agenda_list_what_is_open() {
    let folder = met("en");
    let agenda = folder.run("agenda --on 2026-10-03").stdout;
    let open = "## Open actions\n\n\
                - Ana, by 3 October 2026: mend the fence\n\
                - Ana, by 10 October 2026: call the mayor\n\
                - Overdue: Chen and Ana, by 12 September 2026: buy seeds\n\
                - Chen and Ben: sow\n";
    assert!(agenda.contains(open), "{agenda}");
    let third = "/at 2026-10-03T19:00+02:00\nall\nok\nok\n/actions\n/done 2\n/done 1\n/give 4 Ana\n\
                 /release gate\n";
    folder.write("third.txt", third);
    let ran = folder.run("meet --script third.txt");
    assert!(ran.stderr.contains("no open action has `gate` in it"), "{}", ran.stderr);
    meet(&folder, &third.replace("/release gate\n", "close\nok\n"));
    assert_eq!(
        minuted(&folder, "2026-10-03", "## Actions\n"),
        "- Done: Ana: mend the fence\n- Done: Chen: buy seeds\n- From Chen to Ana: sow"
    );
    let open = json(&folder, "export json --on 2026-10-03");
    let (fourth, mayor) = ("2026-09-19", "2026-09-05");
    let expected = json!([
        { "who": "Ana", "text": "call the mayor", "due": "2026-10-10", "meeting": mayor },
        { "who": "Ana", "text": "sow", "meeting": fourth },
    ]);
    assert_eq!(open["actions"], expected);
}

#[test]
fn exports_have_the_new_dates_and_owners() {
    let folder = met("en");
    let open = json(&folder, "export json --on 2026-09-19");
    let seeds = json!({ "who": "Chen", "with": ["Ana"], "text": "buy seeds",
        "due": "2026-09-12", "meeting": "2026-09-05" });
    assert_eq!(open["actions"].as_array().unwrap()[2], seeds, "{open}");
    let table = folder.run("export csv actions --on 2026-09-19").stdout;
    assert_eq!(
        table,
        "who,text,due,overdue,meeting,with\r\n\
         Ana,mend the fence,2026-10-03,false,2026-09-05,\r\n\
         Ana,call the mayor,2026-10-10,false,2026-09-05,\r\n\
         Chen,buy seeds,2026-09-12,true,2026-09-05,Ana\r\n\
         Chen,sow,,false,2026-09-19,Ben\r\n"
    );
    let page = folder.run("export md --on 2026-09-19").stdout;
    assert!(page.contains("- Overdue: Chen and Ana, by 12 September 2026: buy seeds\n"), "{page}");
}

#[test]
fn an_event_of_the_calendar_moves_with_its_action() {
    let folder = met("en");
    let events = |on: &str| {
        let calendar = folder.run(&format!("export ics --on {on}")).stdout.replace("\r\n ", "");
        let value = |line: &str| line.split_once(':').map(|it| it.1.to_owned());
        let pairs = calendar.split("BEGIN:VEVENT").skip(1).filter_map(|event| {
            let find = |key: &str| event.lines().find(|it| it.starts_with(key)).and_then(value);
            Some((find("SUMMARY")?, find("UID")?, find("DTSTART")?))
        });
        pairs.collect::<Vec<_>>()
    };
    let of = |on: &str, text: &str| {
        let found = events(on).into_iter().find(|it| it.0.contains(text));
        found.unwrap_or_else(|| panic!("{text}: {:?}", events(on)))
    };
    for text in ["mend the fence", "buy seeds", "call the mayor"] {
        let (before, after) = (of("2026-09-18", text), of("2026-09-19", text));
        assert_eq!(before.1, after.1, "{text}: one event");
        assert_ne!(before, after, "{text}: changed");
    }
    assert_eq!(of("2026-09-19", "buy seeds").0, "Chen and Ana: buy seeds");
    assert_eq!(of("2026-09-19", "mend the fence").2, "20261003");
}

#[test]
fn a_paused_meeting_keeps_its_numbers_and_undo_takes_a_change_back() {
    let folder = circle("en");
    meet(&folder, FIRST);
    let begun = SECOND.split("/due mayor").next().unwrap();
    folder.write("begun.txt", begun);
    folder.run("meet --script begun.txt").paused();
    folder.write("more.txt", "/undo\n/done 2\n/release 4\nclose\nok\n");
    folder.run("meet --continue --script more.txt").fine();
    assert_eq!(
        minuted(&folder, "2026-09-19", "## Actions\n"),
        "- New date: Ana, by 3 October 2026: mend the fence\n\
         - Done: Ben: buy seeds\n\
         - Released: Chen: oil the gate"
    );
    let again = folder.run("replay");
    assert_eq!(again.code, Some(0), "{}", again.stdout);
}

#[test]
fn the_end_of_a_meeting_names_the_dates_that_are_new() {
    let folder = circle("en");
    meet(&folder, FIRST);
    folder.write("script.txt", SECOND);
    let ended = folder.run("meet --script script.txt").fine();
    let (_, next) = ended.rsplit_once("next").unwrap_or_else(|| panic!("{ended}"));
    assert!(next.contains("Ana: mend the fence, by 3 October 2026"), "{ended}");
    assert!(next.contains("Ana: call the mayor, by 10 October 2026"), "{ended}");
    assert!(!next.contains("oil the gate"), "{ended}");
}
