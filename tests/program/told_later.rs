//! What minutes and records say of notes, concerns about earlier versions, and times.

use crate::folder::{Folder, Ran};

const CIRCLE: &str = "name = \"Garden\"\nrules.steps = \"essential\"\nrules.attribution = \"objections\"\n\
                      member = [{ name = \"Ana\" }, { name = \"Ben\" }]\n";

fn met(script: &str) -> (Folder, Ran) {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder.write("script.txt", script);
    let ran = folder.run("meet --script script.txt");
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    (folder, ran)
}

fn minutes(script: &str) -> String {
    met(script).0.read("meetings/2014-03-11.md")
}

const OPEN: &str = "/at 2014-03-11T19:00+01:00\nall\nok\nok\n";

#[test]
fn a_note_before_the_first_answer_of_a_round_leaves_its_heading_alone() {
    let round = "explore Hens\n/round How many?\n/note a fox was seen\n@Ana six\n@Ben two\nok\n";
    let page = minutes(&format!("{OPEN}{round}close\nok\n"));
    let said = "- a fox was seen\n\n**Round: How many?**\n\n- six\n- two\n";
    assert!(page.contains(said), "{page}");
}

#[test]
fn a_note_after_the_announcement_belongs_to_the_item() {
    let decided = "decide Hens\ntext Six.\nok\nok\nok\nok\n/note they come in May\n";
    let next = "explore Pond\nok\n/note later\nclose\nok\n";
    let page = minutes(&format!("{OPEN}{decided}{next}"));
    let item = "### Hens\n\nDecided; the text stands above.\n\n**Notes**\n\n- they come in May\n";
    assert!(page.contains(item), "{page}");
    assert!(page.contains("## Notes\n\n- later\n"), "{page}");
}

#[test]
fn a_concern_about_an_earlier_version_is_told_as_one() {
    let script = format!(
        "{OPEN}decide Ban of Josh\ntext Josh stays out.\nok\n@Ana c it is hard\n@Ben o too long\n\
         term 1 month\nok\n@Ana ok\n@Ben c he may come back\nok\nclose\nok\n"
    );
    let (folder, ran) = met(&script);
    assert!(ran.stdout.contains("Ana had a concern about version 1: it is hard"), "{}", ran.stdout);
    let told = "  - Ana, about version 1 at the time: it is hard\n  - Ben: he may come back\n";
    let page = folder.read("meetings/2014-03-11.md");
    assert!(page.contains(told), "{page}");
    let record = folder.read("decisions/2014-03-11-ban-of-josh.md");
    let kept = "{ who = \"Ana\", text = \"it is hard\", version = 1 }";
    assert!(record.contains(kept) && !record.contains("come back\", version"), "{record}");
    let said = folder.run("show ban-of-josh").fine();
    assert!(said.contains("about version 1 at the time"), "{said}");
    assert_eq!(folder.run("show josh ban").fine(), said);
    let german = folder.run("--lang de show ban-of-josh").fine();
    assert!(german.contains("damals zu Fassung 1"), "{german}");
    folder.run("check").fine();
}

#[test]
fn a_day_alone_gives_minutes_without_times() {
    let (folder, ran) =
        met("/at 2014-03-11\nall\nok\nok\n/arrive Zoe (guest)\n/leave Ben\nclose\nok\n");
    let note = "note: `2014-03-11` has no offset and is taken as 2014-03-11T00:00:00+";
    assert!(ran.stderr.starts_with(note), "{}", ran.stderr);
    let page = folder.read("meetings/2014-03-11.md");
    assert!(page.contains("\n\n- Present: Ana, Ben\n- Guests: Zoe\n"), "{page}");
    assert!(!page.contains("00:00"), "{page}");
    let (_, ran) = met(&format!("{OPEN}/at 19:10\nclose\nok\n"));
    assert_eq!(ran.stderr, "");
    let (_, ran) = met("/at 2014-03-11 19:00\nall\nok\nok\nclose\nok\n");
    assert!(ran.stderr.starts_with("note: `2014-03-11 19:00` has no offset"), "{}", ran.stderr);
}

#[test]
fn minutes_of_a_meeting_of_several_days_name_the_days() {
    let page = minutes(&format!("{OPEN}/at 2014-03-12T20:00+01:00\n/leave Ben\nclose\nok\n"));
    let left = "- Present: Ana, Ben (until 20:00 on 12 March 2014)\n";
    assert!(page.contains(left), "{page}");
}
