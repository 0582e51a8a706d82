//! Tests the global options, finding the circle, and continuing a meeting.

use std::fs;

use crate::folder::{Folder, Ran};

const CIRCLE: &str = include_str!("../refused/circle.toml");
const JOURNAL: &str = "meetings/2026-09-05.toml";

/// A meeting with one decision, in two parts that can be played one after the other.
const FIRST: &str = "/at 2026-09-05T19:00+02:00\nall + Zoe (guest)\nok\nok\n\
                     decide Quiet hours by Ben\ntext No power tools after 20:00.\n";
const THEN: &str = "who Dana\nok\nok\no I build on Saturdays\nok\nok\nterm 3 months\n\
                    ok\nok\nok\n@Ana c hard to remember\nok\nok\nclose\nok\n";

fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder
}

fn code(ran: &Ran) -> Option<i32> {
    ran.code
}

#[test]
fn two_scripts_make_the_meeting_that_one_makes() {
    let whole = garden();
    whole.run_with("meet --script -", &format!("{FIRST}{THEN}")).fine();
    let parts = garden();
    let paused = parts.run_with("meet --script -", FIRST).paused();
    assert!(paused.contains("The meeting is kept in meetings/2026-09-05.toml."), "{paused}");
    assert_eq!(parts.files().len(), 2, "a paused meeting has a journal, and no records yet");
    parts.run_with("meet --continue --at 19:00 --script -", THEN).fine();
    assert_eq!(parts.files(), whole.files());
    let typed = garden();
    typed.run_with("meet --script -", FIRST).paused();
    typed.run_with("meet --continue --script -", &format!("/at 19:00\n{THEN}")).fine();
    assert_eq!(typed.files(), whole.files());
}

#[test]
fn pausing_is_the_last_line_and_keeps_the_meeting() {
    let one = garden();
    one.run_with("meet --script -", &format!("{FIRST}/pause\n")).paused();
    let other = garden();
    other.run_with("meet --script -", FIRST).paused();
    assert_eq!(one.files(), other.files());
    let minutes = one.run("minutes").fine();
    assert!(minutes.contains("\n# Garden"), "{minutes}");
    let here = one.run("").fine();
    assert!(here.contains("The meeting of 5 September 2026 is paused at the draft"), "{here}");
}

#[test]
fn with_several_paused_meetings_none_is_guessed() {
    let folder = garden();
    folder.run_with("meet --script -", FIRST).paused();
    let other = FIRST.replace("Quiet hours", "Fence").replacen("T19:00", "T21:00", 1);
    folder.run_with("meet --script -", &other).paused();
    let before = folder.files();
    let refused = |args: &str, option: &str| {
        let ran = folder.run_with(args, THEN);
        assert_eq!(ran.code, Some(2), "{args}");
        assert!(ran.stderr.contains("more than one meeting is paused"), "{}", ran.stderr);
        assert!(ran.stderr.contains(&format!("{option} 2026-09-05`")), "{}", ran.stderr);
        assert!(ran.stderr.contains(&format!("{option} 2026-09-05-2`")), "{}", ran.stderr);
        assert_eq!(folder.files(), before);
    };
    refused("meet --continue --at 22:00 --script -", "`--meeting");
    refused("meet --continue --dry-run --at 22:00 --script -", "`--meeting");
    refused("minutes", "`rounds minutes");
    let here = folder.run("").fine();
    for said in ["2026-09-05 is paused at the draft", "2026-09-05-2 is paused at the draft"] {
        assert!(here.contains(said), "{here}");
    }
    assert!(folder.run("minutes 2026-09-05-2").fine().contains("Fence"));
    let one = "meet --meeting 2026-09-05 --at 19:00 --script -";
    let ran = folder.run_with(&one.replace("05 ", "06 "), THEN);
    assert!(ran.stderr.contains("the meeting `2026-09-06` is not paused"), "{}", ran.stderr);
    folder.run_with(one, THEN).fine();
    assert!(folder.read("decisions/2026-09-05-quiet-hours.md").contains("Quiet hours"));
    assert_eq!(folder.read("meetings/2026-09-05-2.toml"), before["meetings/2026-09-05-2.toml"]);
    let ran = folder.run_with(one, THEN);
    assert!(ran.stderr.contains("the meeting `2026-09-05` is not paused"), "{}", ran.stderr);
    // Only one is left, which needs no name.
    folder.run_with("meet --continue --at 22:00 --script -", THEN).fine();
}

#[test]
fn a_script_opens_a_second_meeting_beside_a_paused_one() {
    let folder = garden();
    folder.run_with("meet --script -", FIRST).paused();
    let first = folder.read(JOURNAL);
    let other = FIRST.replace("Quiet hours", "Fence").replacen("T19:00", "T21:00", 1);
    folder.run_with("meet --script -", &format!("{other}{THEN}")).fine();
    assert_eq!(folder.read(JOURNAL), first);
    assert!(folder.read("meetings/2026-09-05-2.md").contains("### Fence"));
    assert!(folder.root().join("decisions/2026-09-05-fence.md").exists());
    // The paused meeting can still be continued.
    folder.run_with("meet --continue --at 19:00 --script -", THEN).fine();
    assert!(folder.root().join("decisions/2026-09-05-quiet-hours.md").exists());
}

#[test]
fn a_circle_is_asked_for_and_its_file_is_good() {
    for (lang, facilitator) in [("en", "Facilitator"), ("de", "Moderation")] {
        let folder = Folder::empty();
        let typed = "Garten \"am Bach\"\nGrow food.\nThe plot\nAna, Ben, Zoë\nBen\nok\nAna\nzoe\n";
        let said = folder.run_with(&format!("new fresh --lang {lang}"), typed).fine();
        assert!(said.contains("fresh/circle.toml"), "{said}");
        let circle = folder.read("fresh/circle.toml");
        assert!(circle.contains(&format!("name = \"{facilitator}\"\n")), "{circle}");
        assert!(circle.contains("holder = \"Zoë\"\n"), "{circle}");
        folder.run("check --circle fresh").fine();
        let ran = folder.run_with("new fresh", typed);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "it is never written over");
        assert_eq!(folder.read("fresh/circle.toml"), circle);
    }
    // `-` leaves open what the circle decides about, as Enter does.
    for open in ["-", "ok"] {
        let folder = Folder::empty();
        let typed = format!("Garden\nGrow food.\n{open}\nAna, Ben\nok\nok\nok\nok\n");
        folder.run_with("new fresh", &typed).fine();
        assert!(folder.read("fresh/circle.toml").contains("\ndomain = \"\"\n"), "{open}");
    }
}

#[test]
fn what_is_typed_for_a_new_circle_is_asked_again_or_refused() {
    let good = ["Garden", "Grow food.", "ok", "Ana, Ben", "ok", "ok", "ok", "ok"];
    for (place, line, said) in [
        (0, "\"\"\"\nGar\nden\n\"\"\"", "cannot be a name"),
        (3, "Ana", "a circle has at least two members"),
        (3, "Ana, ana", "`ana` is the name of another one too"),
        (3, "Ana, B:n", "`B:n` cannot be a name"),
        (4, "Carl", "`Carl` is no member"),
    ] {
        let mut lines = good;
        lines[place] = line;
        let folder = Folder::empty();
        let ran = folder.run_with("new", &lines.join("\n"));
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
        assert!(folder.files().is_empty());
    }
}

#[test]
fn the_circle_is_the_one_named_or_the_nearest_upwards_or_the_default() {
    let folder = garden();
    folder.write("compost/deep/readme", "");
    let says = |it: &Ran| it.stdout.lines().next().unwrap_or_default().to_owned();
    let mut below = folder.rounds("");
    below.current_dir(folder.root().join("compost/deep"));
    assert!(says(&Ran::of(&below.output().unwrap())).starts_with("Garden "));
    // The circle below is the nearest.
    folder.write("compost/circle.toml", CIRCLE.replace("\"Garden\"", "\"Compost\""));
    assert!(says(&Ran::of(&below.output().unwrap())).starts_with("Compost "));
    assert!(says(&folder.run("--circle compost")).starts_with("Compost "));
    assert!(says(&folder.run("--circle compost/circle.toml")).starts_with("Compost "));
    // If no folder upwards is a circle, the user's default is used.
    let away = |folder: &Folder| {
        let mut command = folder.rounds("");
        Ran::of(&command.current_dir(folder.config()).output().unwrap())
    };
    assert_eq!(code(&away(&folder)), Some(2));
    let config = folder.config().join("config.toml");
    fs::write(&config, "circle = \"../circle/compost\"\n").unwrap();
    assert!(says(&away(&folder)).starts_with("Compost "));
    for (text, said) in [
        ("circel = \"x\"\n", "unknown key `circel`"),
        ("circle = 3\n", "`circle` is no text"),
        ("circle = \"nowhere\"\n", "nowhere/circle.toml: is not there"),
    ] {
        fs::write(&config, text).unwrap();
        let ran = away(&folder);
        assert_eq!(ran.code, Some(2));
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
    }
}

#[test]
fn the_screen_speaks_the_language_asked_for_and_the_records_that_of_the_circle() {
    let folder = garden();
    folder.write("circle.toml", CIRCLE.replacen("\n\n", "\nlanguage = \"de\"\n\n", 1));
    let dry = |args: &str| folder.run_with(&format!("meet --dry-run --script - {args}"), FIRST);
    assert!(dry("").fine().contains("Wer ist da?"));
    assert!(dry("--lang en").fine().contains("Who is here?"));
    assert!(dry("--lang de_AT").fine().contains("Wer ist da?"));
    folder.run_with("meet --lang en --script -", &format!("{FIRST}{THEN}")).fine();
    assert!(folder.read("meetings/2026-09-05.md").contains("Protokoll vom 5. September 2026"));
    let mut system = folder.rounds("--circle nowhere");
    let output = system.env("LC_ALL", "de_DE.UTF-8").output();
    let said = output.map(|it| Ran::of(&it).stderr).unwrap_or_default();
    assert!(said.starts_with("Fehler: "), "{said}");
}

#[test]
fn no_colour_and_no_cursor_movement_reach_a_pipe() {
    let folder = garden();
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb"), ("CLICOLOR_FORCE", "0")] {
        for args in ["meet --dry-run --script -", "meet --dry-run --plain --script -", "", "check"]
        {
            let mut command = folder.rounds(args);
            let file = folder.config().join("typed.txt");
            fs::write(&file, format!("{FIRST}{THEN}")).unwrap();
            command.env(name, value).stdin(fs::File::open(&file).unwrap());
            let ran = Ran::of(&command.output().unwrap());
            assert_eq!(ran.code, Some(0), "{ran:?}");
            assert!(!ran.stdout.contains('\u{1b}'), "{name} {args}");
        }
    }
}

#[test]
fn forced_colour_reaches_a_pipe_unless_there_is_to_be_none() {
    let folder = garden();
    let is_coloured = |args: &str, set: &[(&str, &str)]| {
        let mut command = folder.rounds(args);
        let output = command.envs(set.iter().copied()).output().unwrap();
        Ran::of(&output).fine().contains("\u{1b}[")
    };
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
        assert!(is_coloured("config", &[(name, "1")]), "{name}");
        assert!(!is_coloured("config", &[(name, "1"), ("NO_COLOR", "1")]), "{name}");
        assert!(!is_coloured("config --plain", &[(name, "1")]), "{name}");
        assert!(!is_coloured("config", &[(name, "1"), ("ACCESSIBLE", "1")]), "{name}");
    }
}

#[test]
fn plain_says_each_question_as_a_sentence() {
    let plain = garden().run_with("meet --dry-run --plain --script -", FIRST).fine();
    assert!(plain.contains("\nWho facilitates? Enter takes Ana: ok\n"), "{plain}");
    for mark in ['›', '┃', '✓', '·'] {
        assert!(!plain.contains(mark), "{mark}: {plain}");
    }
}

#[test]
fn a_page_is_as_wide_as_columns_says() {
    for (columns, width) in [("40", 40), ("80", 80), ("250", 100), ("1", 20), ("wide", 80)] {
        let folder = garden();
        let mut command = folder.rounds("");
        let ran = Ran::of(&command.env("COLUMNS", columns).output().unwrap());
        let header = ran.stdout.lines().next().unwrap_or_default();
        assert!(header.chars().count() <= width, "{columns}: {header}");
        if width > 20 {
            assert_eq!(header.chars().count(), width, "{columns}: {header}");
        }
    }
}

#[test]
fn exit_codes_say_how_it_went() {
    let folder = garden();
    assert_eq!(code(&folder.run("check")), Some(0));
    assert_eq!(code(&folder.run("--version")), Some(0));
    assert_eq!(code(&folder.run("halt")), Some(2));
    assert_eq!(code(&folder.run("meet --continue")), Some(2));
    folder.write("circle.toml", CIRCLE.replace("holder", "holdr"));
    let ran = folder.run("check");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""), "what is found is data");
    let ran = folder.run_with("meet --script -", FIRST);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "trouble is not");
}

#[test]
fn the_circle_as_of_another_day_is_met_and_the_file_is_left_alone() {
    let folder = garden();
    folder.write("then.toml", CIRCLE.replace("\"Dana\"", "\"Emil\""));
    let script = FIRST.replace("who Dana", "who Emil");
    folder.run_with("meet --as-of then.toml --script -", &script).paused();
    assert!(folder.read(JOURNAL).contains("present = [\"Ana\", \"Ben\", \"Chen\", \"Emil\"]"));
    assert_eq!(folder.read("circle.toml"), CIRCLE);
    let ran = folder
        .run_with("meet --steps full --dry-run --script -", "/at 2026-09-05T19:00Z\nall\nok\nok\n");
    assert!(ran.fine().contains("Check-in"));
}
