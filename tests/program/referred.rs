//! Tests topics referred to another circle: written into its backlog if its folder is found, else
//! printed for sending.

use std::fs;

use crate::folder::Folder;

const CIRCLE: &str = include_str!("../refused/circle.toml");
const OPEN: &str = "/at 2026-09-05T19:00+02:00\nall\nok\nok\n";

/// A circle with two circles below it, one of which has a circle below it too.
fn garden() -> Folder {
    let folder = Folder::empty();
    for (path, name) in
        [("", "Garden"), ("compost/", "Compost"), ("bees/", "Bees"), ("bees/wax/", "Wax")]
    {
        let named = CIRCLE.replace("\"Garden\"", &format!("\"{name}\""));
        folder.write(&format!("{path}circle.toml"), named);
    }
    folder
}

#[track_caller]
fn run(folder: &Folder, circle: &str, lines: &str) -> String {
    folder
        .run_with(
            &format!("meet --circle {circle} --script -"),
            &format!("{OPEN}{lines}close\nok\n"),
        )
        .fine()
}

#[test]
fn a_topic_goes_into_the_backlog_of_a_circle_below() {
    let folder = garden();
    let said = run(&folder, ".", "decide Worms by Ben\ntext More worms.\nok\n/refer compost\n");
    assert!(said.contains("compost/backlog/worms.md"), "{said}");
    let topic = folder.read("compost/backlog/worms.md");
    let expected = "+++\ntitle = \"Worms\"\nkind = \"decide\"\nby = \"Ben\"\nsince = 2026-09-05\n\
                    term = \"1 year\"\nmeeting = \"2026-09-05\"\n+++\n\nMore worms.\n";
    assert_eq!(topic, expected);
    assert!(!folder.root().join("backlog").exists());
    // The other circle is offered the topic for its agenda.
    let steps = "meet --circle compost --steps agenda --script -";
    let said = folder.run_with(steps, &format!("{}1\n", OPEN.replace("09-05", "09-06"))).paused();
    assert!(said.contains("1  Worms  decide  Ben"), "{said}");
}

#[test]
fn a_topic_goes_into_the_backlog_of_the_wider_circle_and_of_one_beside() {
    let folder = garden();
    run(&folder, "compost", "explore Money\n/refer GARDEN\nexplore Wasps\n/refer Wax\n");
    assert!(folder.read("backlog/money.md").contains("title = \"Money\""));
    assert!(folder.read("bees/wax/backlog/wasps.md").contains("kind = \"explore\""));
    let deep =
        run(&folder, "bees/wax", "select Keeper\n/refer Bees\nexplore Roof\n/refer Garden\n");
    assert!(folder.read("bees/backlog/keeper.md").contains("kind = \"select\""), "{deep}");
    assert!(folder.read("backlog/roof.md").contains("title = \"Roof\""));
}

#[test]
fn a_topic_for_a_circle_that_is_not_here_is_printed_and_stays() {
    let folder = garden();
    let own = "+++\ntitle = \"Worms\"\nkind = \"explore\"\nsince = 2026-08-01\n+++\n\nHow many?\n";
    folder.write("backlog/worms.md", own);
    let said = run(&folder, ".", "explore Worms\n/refer Moon\n");
    let (_, sent) = said.split_once("Moon is not in this folder. Send them this:").unwrap();
    for line in own.lines().filter(|it| !it.is_empty()) {
        assert!(sent.contains(&format!("┃ {line}\n")), "{line}: {said}");
    }
    assert_eq!(folder.read("backlog/worms.md"), own);
    let topics = folder.files().into_keys().filter(|it| it.contains("backlog/")).count();
    assert_eq!(topics, 1);
}

#[test]
fn what_went_to_another_circle_leaves_the_own_backlog() {
    let folder = garden();
    let own = "+++\ntitle = \"Worms\"\nkind = \"explore\"\nsince = 2026-08-01\n+++\n\nHow many?\n";
    folder.write("backlog/worms.md", own);
    let said = run(&folder, ".", "explore Worms\n/refer Compost\n");
    assert!(said.contains("removed  backlog/worms.md"), "{said}");
    assert!(!folder.root().join("backlog/worms.md").exists());
    let discussed = own.replace("\n+++\n\n", "\nmeeting = \"2026-09-05\"\n+++\n\n");
    assert_eq!(folder.read("compost/backlog/worms.md"), discussed);
}

#[test]
fn what_is_there_already_is_not_written_over() {
    let folder = garden();
    let theirs = "+++\ntitle = \"worms\"\n+++\n\nOurs.\n";
    folder.write("compost/backlog/old.md", theirs);
    fs::create_dir_all(folder.root().join("bees/backlog")).unwrap();
    folder.write("bees/backlog/hives.md", "not a topic\n");
    run(&folder, ".", "explore Worms\n/refer Compost\nexplore Hives\n/refer Bees\n");
    assert_eq!(folder.read("compost/backlog/old.md"), theirs);
    assert!(!folder.root().join("compost/backlog/worms.md").exists());
    assert_eq!(folder.read("bees/backlog/hives.md"), "not a topic\n");
    assert!(folder.read("bees/backlog/hives-2.md").contains("title = \"Hives\""));
}

#[test]
fn an_item_left_at_the_close_is_referred_as_well() {
    let folder = garden();
    let lines = "explore Worms\nexplore Moonlight\nok\nok\nclose\nrefer Compost\nrefer Moon\nok\n";
    let args = "meet --steps agenda --script -";
    let said = folder.run_with(args, &format!("{OPEN}{lines}")).fine();
    assert!(folder.read("compost/backlog/worms.md").contains("title = \"Worms\""));
    assert!(said.contains("Moon is not in this folder"), "{said}");
    assert!(!folder.root().join("backlog").exists());
}

#[test]
fn a_topic_is_decided_although_somebody_else_sees_to_it() {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    let topic =
        "+++\ntitle = \"Roof\"\nkind = \"decide\"\nresponsible = [\"Dana\"]\n+++\n\nNew tiles.\n";
    folder.write("backlog/roof.md", topic);
    let script = "/at 2026-09-05T19:00+02:00\nall\nok\nok\ndecide Roof\nwho Ben\nok\nok\nok\nok\nok\nok\nclose\nok\n";
    folder.run_with("meet --script -", script).fine();
    assert!(folder.read("decisions/2026-09-05-roof.md").contains("responsible = [\"Ben\"]"));
    assert!(!folder.files().contains_key("backlog/roof.md"));
}
