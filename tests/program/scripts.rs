//! Several scripts in one command: in the order of their times, each whole or not at all.

use crate::folder::Folder;

const CIRCLE: &str = "name = \"Garden\"\n[rules]\nsteps = \"essential\"\n[[member]]\nname = \"Ana\"\n\
                      [[member]]\nname = \"Ben\"\n[[role]]\nname = \"Keys\"\nholder = \"Ana\"\n";

fn meeting(day: &str, lines: &str) -> String {
    format!("/at {day}T19:00+02:00\nall\nok\nok\n{lines}close\nok\n")
}

fn election(who: &str) -> String {
    let order = if who == "Ana" { "@Ben ok\n@Ana ok" } else { "@Ana ok\n@Ben ok" };
    format!("select Keys\nok\nok\n@Ana {who}: calm\n@Ben {who}: calm\n{who}: calm\n{order}\nok\n")
}

fn folder() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder.write("c.txt", meeting("2026-10-03", "/topic Bees\n"));
    folder.write("a.txt", meeting("2026-09-19", &election("Ana")));
    folder.write("b.txt", meeting("2026-09-05", &election("Ben")));
    folder
}

#[test]
fn scripts_are_played_in_the_order_of_their_times_and_each_sees_what_was_before() {
    let folder = folder();
    let said = folder.run("meet --script c.txt a.txt b.txt").fine();
    let places: Vec<_> = ["b.txt\n", "a.txt\n", "c.txt\n"].map(|it| said.find(it)).to_vec();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{said}");
    assert!(!said.contains("Who is here?"), "{said}");
    let circle = folder.read("circle.toml");
    assert!(
        circle.contains("holder = \"Ana\"\nsince = 2026-09-19\nuntil = 2027-09-19"),
        "{circle}"
    );
    let second = folder.read("elections/2026-09-19-keys.md");
    assert!(second.contains("replaces = [\"2026-09-05-keys\"]"), "{second}");
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn a_meeting_that_is_recorded_already_is_left_alone() {
    let folder = folder();
    folder.run("meet --script b.txt").fine();
    let said = folder.run("meet --script a.txt b.txt c.txt").fine();
    assert!(
        said.starts_with("b.txt\nThis meeting is recorded already: meetings/2026-09-05.toml\n")
    );
    let once = folder.files();
    let again = folder.run("meet --script c.txt b.txt a.txt").fine();
    assert_eq!(again.matches("is recorded already").count(), 3, "{again}");
    assert_eq!(folder.files(), once);
}

#[test]
fn what_was_recorded_before_a_slip_stays_and_the_slip_leaves_nothing() {
    let folder = folder();
    folder.write("a.txt", meeting("2026-09-19", "nonsense\n"));
    let ran = folder.run("meet --script c.txt a.txt b.txt");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.starts_with("error: a.txt:5: `nonsense` is no answer here"), "{ran:?}");
    let files = folder.files();
    let meetings: Vec<&String> = files.keys().filter(|it| it.starts_with("meetings/")).collect();
    assert_eq!(meetings, ["meetings/2026-09-05.md", "meetings/2026-09-05.toml"]);
}

#[test]
fn a_dry_run_of_several_writes_nothing() {
    let folder = folder();
    let before = folder.files();
    folder.run("meet --dry-run --script c.txt b.txt").fine();
    assert_eq!(folder.files(), before);
}
