//! Tests that a decision founds and ends circles right below.

use crate::deciding::{ADOPT, CIRCLE, CLOSE, OPEN, garden, meet};

const FOUND: &str = "circle Compost with Ana, Ben led by Ana: Turn leaves: into soil.\n";

#[test]
fn a_circle_is_founded_in_a_folder_of_its_name() {
    let folder = garden();
    folder.write("compost/heap.txt", "a picture\n");
    let found = format!("decide Compost\n{FOUND}{ADOPT}");
    let said = meet(&folder, &found);
    assert!(said.contains("compost/circle.toml"), "{said}");
    let circle = folder.read("compost/circle.toml");
    for line in [
        "# Founded by Garden on 2026-09-05.\n",
        "name = \"Compost\"\naim = \"Turn leaves: into soil.\"\nsince = 2026-09-05\n",
        "steps = []\n",
        "[[member]]\nname = \"Ana\"\nsince = 2026-09-05\n\n[[member]]\nname = \"Ben\"\n",
        "kind = \"leader\"\nholder = \"Ana\"\nsince = 2026-09-05\nuntil = 2027-09-05\n",
    ] {
        assert!(circle.contains(line), "{line}\n{circle}");
    }
    assert!(!circle.contains("Facilitator"), "{circle}");
    folder.run("replay").fine();
    assert!(folder.run_with("meet --script -", &format!("{OPEN}{found}{CLOSE}")).code == Some(0));
    assert_eq!(folder.read("compost/circle.toml"), circle);
    // The new circle meets.
    let lines = format!("{}close\nok\n", OPEN.replace("09-05", "09-19"));
    folder.run_with("meet --circle compost --script -", &lines).fine();
}

#[test]
fn a_folder_of_another_circle_or_of_the_records_is_left_alone() {
    let folder = garden();
    let other = CIRCLE.replace("\"Garden\"", "\"Leaves\"");
    folder.write("compost/circle.toml", &other);
    folder.write("compost-2", "a file\n");
    let meetings = FOUND.replace("Compost", "Meetings");
    meet(&folder, &format!("decide Two\n{FOUND}{meetings}{ADOPT}"));
    assert_eq!(folder.read("compost/circle.toml"), other);
    assert!(folder.read("compost-3/circle.toml").contains("name = \"Compost\""));
    assert!(folder.read("meetings-2/circle.toml").contains("name = \"Meetings\""));
}

#[test]
fn a_circle_ends_with_a_day_and_leaves_a_topic() {
    let folder = garden();
    let named = CIRCLE.replace("\"Garden\"", "\"Compost\"");
    folder.write("compost/circle.toml", format!("{named}\n[[role]]\nname = \"Fork\"\n"));
    let decide = format!(
        "{OPEN}decide Turning\ntext We turn on Fridays.\n{ADOPT}/action Ben: turn\n{CLOSE}"
    );
    folder.run_with("meet --circle compost --script -", &decide).fine();
    meet(&folder, &format!("decide End\nend circle compost on 2026-10-31\n{ADOPT}"));
    let circle = folder.read("compost/circle.toml");
    assert!(circle.contains("street.\"\nended = 2026-10-31\n"), "{circle}");
    let topic = folder.read("backlog/what-compost-leaves.md");
    for part in [
        "Compost ends on 31 October 2026.",
        "- Turning",
        "- Facilitator: Ana",
        "- Fork: nobody",
        "turn",
    ] {
        assert!(topic.contains(part), "{part}\n{topic}");
    }
    assert!(folder.run("due --deep --on 2026-10-31").stdout.contains("Compost"));
    assert!(!folder.run("due --deep --on 2026-11-01").stdout.contains("Compost"));
    let later = OPEN.replace("2026-09-05", "2026-11-01");
    let refused = folder.run_with("meet --circle compost --script -", &format!("{later}{CLOSE}"));
    assert!(refused.stderr.contains("ended on 31 October 2026"), "{}", refused.stderr);
    folder.run("replay --deep").fine();
    assert!(folder.run("circles").stdout.contains("Compost"));
}

#[test]
fn a_circle_whose_end_its_file_does_not_say_is_found_and_ended() {
    let folder = garden();
    let named = CIRCLE.replace("\"Garden\"", "\"Compost\"");
    folder.write("compost/circle.toml", &named);
    meet(&folder, &format!("decide End\nend circle Compost on 2026-10-31\n{ADOPT}"));
    let ended = folder.read("compost/circle.toml");
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    // As one side of a conflict had it.
    folder.write("compost/circle.toml", &named);
    let found =
        "circle.toml: not done here: `end circle Compost on 2026-10-31`, decided in 2026-09-05-end";
    let checked = folder.run("check").stdout;
    assert!(checked.contains(found), "{checked}");
    assert!(folder.run("apply").fine().contains("compost/circle.toml"));
    assert_eq!(folder.read("compost/circle.toml"), ended);
    assert!(folder.run("apply").fine().contains("Nothing is missing"));
}

#[test]
fn a_circle_that_was_founded_and_is_not_there_is_remarked() {
    let folder = garden();
    meet(&folder, &format!("decide Compost\n{FOUND}{ADOPT}"));
    assert!(!folder.run("check").stdout.contains("note:"));
    let circle = folder.read("compost/circle.toml").replace("\"Compost\"", "\"Leaves\"");
    folder.write("compost/circle.toml", circle);
    let checked = folder.run("check").stdout;
    let note = "note: no circle right below is called `Compost`; 2026-09-05-compost founded it";
    assert!(checked.contains(note), "{checked}");
    // What cannot be read may be it.
    folder.write("compost/circle.toml", "nonsense");
    assert!(!folder.run("check").stdout.contains("Compost"));
}

#[test]
fn lists_of_all_circles_still_tell_what_an_ended_circle_decided() {
    let folder = garden();
    folder.write("compost/circle.toml", CIRCLE.replace("\"Garden\"", "\"Compost\""));
    let decide = format!("{OPEN}decide Turning\ntext We turn.\n{ADOPT}{CLOSE}");
    folder.run_with("meet --circle compost --script -", &decide).fine();
    meet(&folder, &format!("decide End\nend circle Compost\n{ADOPT}"));
    let log = folder.run("log --deep --on 2026-12-01").fine();
    assert!(log.contains("Turning") && log.contains("Compost"), "{log}");
    let json = folder.run("export json --deep --on 2026-12-01").fine();
    assert!(json.contains("\"Turning\""), "{json}");
}
