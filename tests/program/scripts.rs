//! Tests several scripts in one command: played in order of time, each whole or not at all.

use std::fs;
use std::io::Read;
use std::process::Stdio;
use std::time::{Duration, Instant};

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
    assert!(
        ran.stderr.starts_with("error: a.txt:5: I don't understand `nonsense` here"),
        "{ran:?}"
    );
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

#[test]
fn a_corrected_script_of_a_recorded_meeting_says_where_it_differs() {
    let folder = folder();
    folder.run("meet --script b.txt").fine();
    let recorded = folder.files();
    let text = folder.read("b.txt");
    let (place, file) = ("the meeting of 2026-09-05 is recorded in", "meetings/2026-09-05.toml");
    for (name, corrected, line) in [
        ("reason", text.replacen("Ben: calm", "Ben: he is calm", 1), 8),
        ("present", text.replacen("all", "all + Zoe (guest)", 1), 2),
        ("shorter", text.lines().take(6).collect::<Vec<_>>().join("\n"), 6),
        ("note", text.replacen("close", "/note more\nclose", 1), 14),
    ] {
        folder.write("corrected.txt", &corrected);
        let ran = folder.run("meet --script corrected.txt");
        assert_eq!(ran.code, Some(2), "{name}: {ran:?}");
        let said = format!("error: corrected.txt:{line}: {place} {file}, and differs from here on");
        assert!(ran.stderr.starts_with(&said), "{name}: {}", ran.stderr);
        assert!(ran.stderr.contains("\nhint: `--continue` adds lines"), "{name}: {}", ran.stderr);
    }
    // An error is reported on every line of the script.
    folder.write("corrected.txt", text.replacen("close", "nonsense", 1));
    let ran = folder.run("meet --script corrected.txt");
    assert!(
        ran.stderr.starts_with("error: corrected.txt:14: I don't understand `nonsense`"),
        "{ran:?}"
    );
    fs::remove_file(folder.root().join("corrected.txt")).unwrap();
    assert_eq!(folder.files(), recorded);
}

#[test]
fn a_second_meeting_of_a_day_opens_at_another_time_or_is_wished() {
    let folder = folder();
    folder.run("meet --script b.txt").fine();
    folder.write("b2.txt", meeting("2026-09-05", "/topic Hens\n").replacen("19:00", "21:00", 1));
    folder.run("meet --script b2.txt").fine();
    assert!(folder.read("meetings/2026-09-05-2.md").contains("Hens"));
    folder.write("b3.txt", meeting("2026-09-05", "/topic Ducks\n"));
    assert_eq!(folder.run("meet --script b3.txt").code, Some(2));
    folder.run("meet --new --script b3.txt").fine();
    assert!(folder.read("meetings/2026-09-05-3.md").contains("Ducks"));
    // A meeting with equal facts is found among all meetings of the day.
    for name in ["b.txt", "b2.txt", "b3.txt"] {
        let said = folder.run(&format!("meet --new --script {name}")).fine();
        assert!(said.contains("is recorded already"), "{said}");
    }
}

#[test]
fn many_scripts_in_one_command_are_what_they_are_one_by_one() {
    let (together, one_by_one) = (folder(), folder());
    for folder in [&together, &one_by_one] {
        let decided = "decide Fence\ntext We build one.\nok\nok\nok\nok\n/action Ben: buy nails\n";
        folder.write("d.txt", meeting("2026-10-17", decided));
        let again =
            "/done nails\ndecide Fence\nreplaces Fence\ntext We build two.\nok\nok\nok\nok\n";
        folder.write("e.txt", meeting("2026-10-31", again));
        folder.write(
            "f.txt",
            meeting("2026-11-14", "decide Bees\ntext We keep some.\nok\nok\nok\nok\n"),
        );
    }
    together.run("meet --script f.txt e.txt d.txt c.txt b.txt a.txt").fine();
    for name in ["b", "a", "c", "d", "e", "f"] {
        one_by_one.run(&format!("meet --script {name}.txt")).fine();
    }
    assert_eq!(together.files(), one_by_one.files());
    assert!(together.read("decisions/2026-10-31-fence.md").contains("2026-10-17-fence"));
    assert_eq!(together.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn a_script_that_two_programs_play_at_once_is_recorded_once() {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    let note = "long ".repeat(100_000);
    folder.write("a.txt", format!("/at 2026-09-05T19:00+02:00\nall\nok\nok\n/note {note}\n"));
    let mut first = folder.rounds("meet --script a.txt").stdout(Stdio::piped()).spawn().unwrap();
    // The program has played the script, and waits for its output to be read.
    let mut said = first.stdout.take().unwrap();
    said.read_exact(&mut [0]).unwrap();
    let second = folder.run("meet --script a.txt");
    std::io::copy(&mut said, &mut std::io::sink()).unwrap();
    assert_eq!(first.wait().unwrap().code(), Some(3));
    let journals: Vec<String> = folder.files().into_keys().filter(|it| it.contains('/')).collect();
    assert_eq!(journals, ["meetings/2026-09-05.toml"], "{second:?}");
    assert!(folder.run("meet --script a.txt").paused().contains("recorded already"));
}

#[test]
fn a_line_with_many_names_is_read_and_kept_in_a_few_seconds() {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    let many = |mark: &str| {
        let names: Vec<String> = (0..20_000).map(|it| format!("Zed {it} ({mark})")).collect();
        names.join(", ")
    };
    let (guests, outside) = (many("guest"), many("outside"));
    let script = format!(
        "/at 2026-09-05T19:00+02:00\nall + {guests}\nok\nok\nselect Keys\nok\nok\n\
         @Ana {outside}: calm\n@Ben Ana: calm\nAna: calm\n@Ben ok\n@Ana ok\nok\n\
         /action Zed 19999: sweep\nclose\nok\n"
    );
    let began = Instant::now();
    folder.run_with("meet --script -", &script).fine();
    assert!(folder.read("meetings/2026-09-05.md").contains("Zed 19999"));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    // Where each name is compared with each, this takes minutes.
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
}
