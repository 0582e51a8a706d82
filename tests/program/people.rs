//! Tests guests without names, people from outside, minutes that are approved in their own meeting,
//! and decisions about somebody.

use crate::folder::Folder;

const CIRCLE: &str = include_str!("../refused/circle.toml");
const OPEN: &str = "/at 2026-09-05T19:00+02:00\nall\nok\nok\n";

fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder
}

/// Plays a meeting and returns what is said in the next one.
fn asked_after(lines: &str) -> String {
    let folder = garden();
    folder.run_with("meet --script -", &format!("{OPEN}{lines}")).fine();
    folder.run("check").fine();
    folder.run("replay").fine();
    let next = "/at 2026-09-19T19:00+02:00\nall\nok\nok\nok\n";
    folder.run_with("meet --steps admin --script -", next).paused()
}

#[test]
fn minutes_that_were_approved_at_the_close_are_not_asked_about_again() {
    let asked = |lines| asked_after(lines).to_lowercase().contains("minutes of 5 september 2026");
    assert!(asked("close\nok\n"));
    assert!(!asked("close\n/approve\nok\n"));
    assert!(asked("close\n/approve\n/note the gate\nok\n"));
    assert!(!asked("close\n/approve\n/note the gate\n/undo\nok\n"));
    assert!(asked("close\n/approve\n/undo\nok\n"));
}

#[test]
fn an_older_journal_approves_only_the_minutes_of_other_meetings() {
    let folder = garden();
    folder.run_with("meet --script -", &format!("{OPEN}close\n/approve\nok\n")).fine();
    let journal = folder.read("meetings/2026-09-05.toml");
    assert!(journal.contains("what = \"approved\"\npresent = ["), "{journal}");
    let old = journal.replacen("format = 2", "format = 1", 1);
    folder.write("meetings/2026-09-05.toml", old);
    let ran = folder.run("replay");
    assert!(ran.stdout.contains("no `meeting` here"), "{}", ran.stdout);
}

#[test]
fn a_meeting_with_guests_without_names_is_counted_and_replays() {
    let folder = garden();
    let lines = "all + Zoe (guest), 3 guests\nok\nok\n/arrive 2 guests\n/leave 1 guest\n\
                 /action Tia (outside): write to them\nclose\nok\n";
    let lines = format!("/at 2026-09-05T19:00+02:00\n{lines}");
    folder.run_with("meet --script -", &lines).fine();
    let journal = folder.read("meetings/2026-09-05.toml");
    assert!(journal.contains("guests = [\"Zoe\"]\nunnamed = 3\n"), "{journal}");
    let fact = "what = \"arrived\"\nguest = true\nunnamed = 2\nat = ";
    assert!(
        journal.contains(fact) && journal.contains("what = \"left\"\nguest = true\nunnamed = 1")
    );
    let minutes = folder.read("meetings/2026-09-05.md");
    assert!(minutes.contains("Guests: Zoe, 5 without names\n"), "{minutes}");
    assert!(minutes.contains("Tia"), "{minutes}");
    let json = folder.run("export json").fine();
    assert!(json.contains("\"unnamed\": 5"), "{json}");
    folder.run("check").fine();
    folder.run("replay").fine();
    let old = journal.replacen("format = 2", "format = 1", 1);
    for old in [old.replacen("unnamed = 3\n", "", 1), old] {
        folder.write("meetings/2026-09-05.toml", old);
        let ran = folder.run("replay");
        assert!(ran.stdout.contains("a journal of format 1 has no `unnamed`"), "{}", ran.stdout);
    }
}

#[test]
fn a_decision_about_somebody_says_who_was_heard_and_no_list_that_goes_round_names_it() {
    let folder = garden();
    let lines = "decide Ban of Dana\ntext Dana stays away.\nabout Dana\nok\nok\nok\nok\nok\n\
                 decide Hens\ntext Two hens.\nok\nok\nok\nok\nok\nok\nclose\nok\n";
    folder.run_with("meet --script -", &format!("{OPEN}{lines}")).fine();
    let id = "2026-09-05-ban-of-dana";
    assert!(folder.read(&format!("decisions/{id}.md")).contains("about = [\"Dana\"]\n"));
    let shown = folder.run("show ban-of-dana").fine();
    let line = "Consented: Ana, Ben and Chen. Heard and not asked: Dana.";
    assert!(shown.contains(line), "{shown}");
    assert!(folder.read("meetings/2026-09-05.md").contains(line));
    for json in ["show ban-of-dana --json", "log --all --json", "export json"] {
        let said = folder.run(json).fine();
        assert!(said.contains("\"about\""), "{json}: {said}");
    }
    let csv = folder.run("export csv").fine();
    let mut rows = csv.split("\r\n");
    assert!(rows.next().is_some_and(|it| it.ends_with(",with,asides,about,effects")), "{csv}");
    assert!(
        csv.contains(",Dana stays away.,,,,,,,Dana,\r\n") && csv.contains(",Two hens.,,,,,,,,\r\n"),
        "{csv}"
    );
    let calendar = folder.run("export ics").fine();
    assert!(calendar.contains("SUMMARY:Review: a decision of 5 September 2026\r\n"), "{calendar}");
    assert!(calendar.contains("SUMMARY:Review: Hens\r\n"), "{calendar}");
    assert!(!calendar.to_lowercase().contains("dana"), "{calendar}");
    let due = folder.run("due --on 2027-12-01").stdout;
    assert!(due.contains("a decision of 5 September 2026") && due.contains("Hens"), "{due}");
    assert!(!due.contains("Dana"), "{due}");
    let due = folder.run("--lang de due --on 2027-12-01").stdout;
    assert!(due.contains("ein Beschluss vom 5. September "), "{due}");
    let json = folder.run("due --on 2027-12-01 --json").stdout;
    assert!(json.contains("\"title\": \"a decision of 5 September 2026\""), "{json}");
    assert!(json.contains("\"where\": \"2026-09-05\"") && json.contains("Hens"), "{json}");
    assert!(!json.to_lowercase().contains("dana"), "{json}");
    folder.run("check").fine();
}

#[test]
fn what_somebody_who_left_sees_to_is_not_named_either_if_it_is_about_somebody() {
    let folder = garden();
    let lines = "decide Ban of Dana\ntext Dana stays away.\nabout Dana\nwho Ben\nok\nok\nok\nok\n\
                 ok\nclose\nok\n";
    folder.run_with("meet --script -", &format!("{OPEN}{lines}")).fine();
    let circle = folder.read("circle.toml").replace("name = \"Ben\"", "name = \"Emil\"");
    folder.write("circle.toml", circle);
    for due in ["due --on 2026-10-01", "due --on 2026-10-01 --json"] {
        let said = folder.run(due).stdout;
        assert!(said.contains("a decision of 5 September 2026") && said.contains("Ben"), "{said}");
        assert!(!said.to_lowercase().contains("dana"), "{said}");
    }
}

#[test]
fn an_item_that_somebody_from_outside_brings_keeps_their_name_until_it_is_decided() {
    let folder = garden();
    let lines = "decide Play by Tia Roth (outside) 20 min\nok\nok\nclose\nbacklog\nok\n";
    let ran = folder.run_with("meet --steps agenda --script -", &format!("{OPEN}{lines}"));
    assert!(ran.fine().contains("Play"), "it waits");
    assert!(folder.read("backlog/play.md").contains("by = \"Tia Roth\"\n"));
    let add = |by: &str| {
        let mut command = folder.rounds("backlog add Walk --by");
        crate::folder::Ran::of(&command.arg(by).output().expect("it runs"))
    };
    assert!(add("Ana (outside)").stderr.contains("`Ana` is a member, not a guest"));
    add("Ben, Max (outside)").fine();
    assert!(folder.read("backlog/walk.md").contains("by = \"Ben\"\nwith = [\"Max\"]\n"));
    let agenda = folder.run("agenda").fine();
    assert!(agenda.contains("Tia Roth"), "{agenda}");
    let next = "/at 2026-09-19T19:00+02:00\nall\nok\nok\ndecide Play\ntext Catch.\nok\nok\nok\nok\n\
                ok\nok\nclose\nok\n";
    folder.run_with("meet --script -", next).fine();
    let decision = folder.read("decisions/2026-09-19-play.md");
    assert!(decision.contains("by = \"Tia Roth\"\n"), "{decision}");
    folder.run("check").fine();
    folder.run("replay").fine();
}
