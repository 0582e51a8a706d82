//! Tests changes to the files of a paused meeting, which keeps the circle in its journal's head.

use crate::elections::{close, elect, garden, open, paused};
use crate::folder::Folder;

const JOURNAL: &str = "meetings/2026-09-05.toml";

fn change(folder: &Folder, from: &str, to: &str) {
    let circle = folder.read("circle.toml");
    assert!(circle.contains(from), "{from}");
    folder.write("circle.toml", circle.replacen(from, to, 1));
}

fn go_on(folder: &Folder, lines: &str) -> crate::folder::Ran {
    folder.run_with("meet --continue --at 19:30 --script -", lines)
}

#[test]
fn a_member_who_was_taken_out_of_the_file_is_asked_to_the_end_of_the_meeting() {
    let folder = garden();
    folder.run_with("meet --script -", &open("2026-09-05", "all")).paused();
    change(&folder, "[[member]]\nname = \"Dana\"\n", "");
    go_on(&folder, "decide Hens\ntext Six.\nok\nok\nok\nok\n@Dana ok\nok\nclose\nok\n").fine();
    let record = folder.read("decisions/2026-09-05-hens.md");
    assert!(record.contains("present = [\"Ana\", \"Ben\", \"Chen\", \"Dana\"]"), "{record}");
    // The next meeting has no member of that name.
    let ran = folder.run_with("meet --script -", &open("2026-09-19", "all but Dana"));
    assert!(ran.stderr.contains("nobody here is called `Dana`"), "{ran:?}");
}

#[test]
fn a_member_who_joined_in_the_file_is_not_asked_before_the_next_meeting() {
    let folder = garden();
    folder.run_with("meet --script -", &open("2026-09-05", "all")).paused();
    change(&folder, "[[role]]\n", "[[member]]\nname = \"Emil\"\n\n[[role]]\n");
    let ran = go_on(&folder, "/arrive Emil\n");
    assert!(ran.stderr.contains("nobody here is called `Emil`"), "{ran:?}");
    go_on(&folder, "decide Hens\ntext Six.\nok\nok\nok\nok\nok\nok\nclose\nok\n").fine();
    assert!(!folder.read("decisions/2026-09-05-hens.md").contains("Emil"));
    let script = format!("{}decide Bees\ntext Two.\nok\n", open("2026-09-19", "all"));
    let said = folder.run_with("meet --script -", &script).paused();
    assert!(said.contains("all"), "{said}");
    assert!(folder.read("meetings/2026-09-19.toml").contains("\"Dana\", \"Emil\"]"));
}

#[test]
fn who_was_elected_and_has_left_the_circle_since_is_not_written_as_an_outsider() {
    let folder = garden();
    paused(&folder);
    change(&folder, "[[member]]\nname = \"Dana\"\n", "");
    let circle = folder.read("circle.toml");
    let ran = close(&folder);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stderr.contains("the role `Keys` was changed meanwhile"), "{}", ran.stderr);
    assert_eq!(folder.read("circle.toml"), circle);
    assert!(folder.read(JOURNAL).contains("what = \"filed\""));
}

#[test]
fn a_role_renamed_in_the_file_keeps_its_old_name_in_the_meeting() {
    let folder = garden();
    folder.run_with("meet --script -", &open("2026-09-05", "all")).paused();
    change(&folder, "name = \"Keys\" ", "name = \"The keys\" ");
    let circle = folder.read("circle.toml");
    let ran = go_on(&folder, &format!("{}close\nok\n", elect("Keys", "Dana", 4)));
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert_eq!(folder.read("circle.toml"), circle);
    assert!(folder.read("elections/2026-09-05-keys.md").contains("role = \"Keys\""));
}

#[test]
fn rules_changed_in_the_file_count_from_the_next_meeting_on() {
    let folder = garden();
    folder.run_with("meet --script -", &open("2026-09-05", "all but Dana")).paused();
    change(&folder, "[rules]\n", "[rules]\nquorum = 4\nterm = \"1 month\"\n");
    let decided = "decide Hens\ntext Six.\nok\nok\nok\nok\nok\n";
    go_on(&folder, &format!("{decided}close\nok\n")).fine();
    assert!(folder.read("decisions/2026-09-05-hens.md").contains("term = \"1 year\""));
    let script = format!("{}decide Bees\n{}", open("2026-09-19", "all but Dana"), &decided[12..]);
    let ran = folder.run_with("meet --script -", &script);
    assert!(ran.stderr.contains("no quorum: 3 members are present, 4 are needed"), "{ran:?}");
}

#[test]
fn records_from_an_older_version_of_the_rules_are_read_as_they_were_made() {
    let folder = garden();
    let decided = "decide Hens\ntext Six.\nok\ncall\nok\n";
    change(&folder, "[rules]\n", "[rules]\nconsent = \"call\"\n");
    let script = format!("{}{decided}close\nok\n", open("2026-09-05", "all but Dana"));
    folder.run_with("meet --script -", &script).fine();
    let minutes = folder.run("minutes 2026-09-05").fine();
    // Meanwhile the circle has got other rules, members and steps.
    change(&folder, "consent = \"call\"\n", "quorum = 3\nattribution = \"all\"\n");
    change(&folder, "steps = []", "steps = \"full\"");
    change(&folder, "[[member]]\nname = \"Chen\"\n", "");
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    assert_eq!(folder.run("minutes 2026-09-05").fine(), minutes);
    let again = folder.run_with("meet --script -", &script);
    assert!(again.fine().starts_with("This meeting is recorded already"));
}

#[test]
fn who_has_spoken_is_said_in_words_and_nobody_absent_is_not_said() {
    let folder = garden();
    let rounds = "explore Bees\n/round how many?\n/who\ntwo\n/who\n/leave Dana\n/who\n/pause\n";
    let script = format!("{}{rounds}", open("2026-09-05", "all"));
    let said = folder.run_with("meet --plain --script -", &script).paused();
    let shown: Vec<&str> = said.split("have spoken: ").skip(1).collect();
    assert_eq!(shown.len(), 3, "{said}");
    assert!(shown[0].starts_with("nobody\nstill to speak: Ana, Ben, Chen, Dana\n"), "{said}");
    assert!(shown[1].starts_with("Ana\n") && !shown[1].contains("absent: "), "{said}");
    assert!(shown[2].contains("here: Ana, Ben, Chen\nabsent: Dana\n"), "{said}");
    assert!(!said.contains('–'), "{said}");
}
