//! Tests bad files, texts and folders: each is an error with its place, no data is lost, and no
//! temporary file is left.

use std::fs;
use std::process::Stdio;

use crate::folder::{Folder, Ran, symlink};

const CIRCLE: &str = include_str!("../refused/circle.toml");
const JOURNAL: &str = "meetings/2026-09-05.toml";

/// Opens a meeting with all members at 19:00.
const OPEN: &str = "/at 2026-09-05T19:00+02:00\nall\nok\nok\n";

/// A folder with a circle of four.
fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder
}

/// A folder with a meeting that was paused.
fn paused() -> Folder {
    let folder = garden();
    folder.run_with("meet --script -", OPEN).paused();
    folder
}

/// Asserts the exit code, and that an error has this text.
#[track_caller]
fn refused(ran: &Ran, code: i32, said: &str) {
    let all = format!("{}{}", ran.stdout, ran.stderr);
    assert_eq!(ran.code, Some(code), "{all}");
    assert!(all.contains(&format!("error: {said}")), "{all}");
    assert!(!all.contains("panicked"), "{all}");
}

#[test]
fn a_circle_file_that_is_none_is_refused_by_every_command() {
    let folder = garden();
    let large = "#".repeat((1 << 20) + 1);
    let cases: [(&[u8], &str); 6] = [
        (b"", "circle.toml:1:1: the file is empty"),
        (b" \n\n", "circle.toml:1:1: the file is empty"),
        (large.as_bytes(), "circle.toml: is larger than 1 MB, and is not read"),
        (b"name = \"Garden\"\n\xff\xfe\x00\x01", "circle.toml:2:1: is no text from here on"),
        (b"name = \"Garden\"\n\x00\n", "circle.toml:2:1: the character U+0000"),
        (b"name = \"Garden\"\n[[member]]\nname = \"An", "circle.toml:3:"),
    ];
    folder.write("script.txt", OPEN);
    for (text, said) in cases {
        folder.write("circle.toml", text);
        for command in ["", "meet --script script.txt"] {
            refused(&folder.run(command), 2, said);
        }
        let checked = folder.run("check");
        refused(&checked, checked.code.unwrap_or_default(), said);
        assert!(matches!(checked.code, Some(1 | 2)), "{checked:?}");
    }
    assert!(!folder.root().join("meetings").exists());
}

#[test]
fn a_circle_file_may_be_no_file_at_all() {
    for (make, said) in [
        ((|it| fs::create_dir(it)) as fn(&std::path::Path) -> _, "circle.toml: is no file"),
        (|it| symlink("nowhere", it), "circle.toml: is a link that leads nowhere"),
        (|it| symlink("circle.toml", it), "circle.toml: cannot be read: "),
    ] {
        let folder = Folder::empty();
        make(&folder.root().join("circle.toml")).unwrap();
        for command in ["", "check", "meet --script -"] {
            refused(&folder.run_with(command, OPEN), 2, said);
        }
    }
}

#[test]
fn eight_problems_of_a_circle_are_eight_lines() {
    let folder = garden();
    let circle = "nmae = \"Garden\"\nlanguage = \"klingon!\"\n[meeting]\nminutes = -1\n[rules]\n\
                  consent = \"rond\"\nquorum = \"0\"\nterm = \"ever\"\n[[member]]\nname = \"A:\"\n\
                  [[member]]\nname = \"Ben\"\nsince = 2026-13-01\n";
    folder.write("circle.toml", circle);
    let ran = folder.run("check");
    let errors = ran.stdout.lines().filter(|it| it.starts_with("error: circle.toml:"));
    assert_eq!((ran.code, errors.count(), ran.stderr.as_str()), (Some(1), 8, ""), "{}", ran.stdout);
    let hints = ran.stdout.lines().filter(|it| it.starts_with("hint: "));
    assert_eq!(hints.count(), 8, "{}", ran.stdout);
}

#[test]
fn a_journal_that_is_none_is_named_and_does_not_hinder_a_new_meeting() {
    let huge = format!("format = 1\n# {}\n", "x".repeat(17 << 20));
    let cases: [(&[u8], &str); 5] = [
        (b"", "2026-09-05.toml:1:1: the file is empty"),
        (huge.as_bytes(), "2026-09-05.toml:"),
        (b"format = 1\n\xff\xfe", "2026-09-05.toml:2:1: is no text from here on"),
        (b"format = 1\n\x00", "2026-09-05.toml:2:"),
        (b"format = 1\n[circle]\nname = \"Gar", "2026-09-05.toml:3:"),
    ];
    for (text, said) in cases {
        let folder = garden();
        folder.write(JOURNAL, text);
        let said = format!("meetings/{said}");
        refused(&folder.run("minutes"), 2, &said);
        let code = if said.contains("no text") { 2 } else { 1 };
        refused(&folder.run("check"), code, &said);
        refused(&folder.run_with("meet --continue --script -", "ok\n"), 2, &said);
        let here = folder.run("");
        assert_eq!(here.code, Some(0), "{here:?}");
        assert!(here.stdout.contains("2026-09-05.toml"), "{here:?}");
        folder.run_with("meet --script -", OPEN).paused();
        assert_eq!(fs::read(folder.root().join(JOURNAL)).unwrap(), text);
        assert!(folder.root().join("meetings/2026-09-05-2.toml").exists());
    }
}

#[test]
fn a_journal_may_be_no_file_at_all() {
    for (make, said) in [
        ((|it| fs::create_dir(it)) as fn(&std::path::Path) -> _, "is no file"),
        (|it| symlink("nowhere", it), "is a link that leads nowhere"),
    ] {
        let folder = garden();
        fs::create_dir(folder.root().join("meetings")).unwrap();
        make(&folder.root().join(JOURNAL)).unwrap();
        let said = format!("{JOURNAL}: {said}");
        refused(&folder.run("minutes"), 2, &said);
        refused(&folder.run("check"), 2, &said);
        refused(&folder.run_with("meet --continue --script -", "ok\n"), 2, &said);
        folder.run_with("meet --script -", OPEN).paused();
        assert!(folder.root().join("meetings/2026-09-05-2.toml").exists());
    }
}

#[test]
fn a_torn_fact_is_moved_aside_and_the_meeting_goes_on_before_it() {
    let folder = paused();
    let whole = folder.read(JOURNAL);
    folder.write(JOURNAL, format!("{whole}\n[[fact]]\nwhat = \"noted\"\ntext = \"the ga"));
    refused(&folder.run("check"), 1, &format!("{JOURNAL}:"));
    folder.run_with("meet --continue --script -", "/note the gate\n").paused();
    let now = folder.read(JOURNAL);
    assert!(now.starts_with(&whole) && now.contains("text = \"the gate\""), "{now}");
    assert!(folder.read(&format!("{JOURNAL}.torn")).contains("the ga"));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn a_script_that_slips_leaves_nothing_behind() {
    for (lines, place, said) in [
        ("halt\n", 5, "I don't understand `halt` here"),
        ("decide Fence\n\n# a remark\ntext\n\"\"\"\na\nb\n\"\"\"\nterm soon\n", 13, "`soon` is no"),
        ("/note one\n@Nobody ok\n", 6, "nobody here is called `Nobody`"),
        ("close\nok\nok\n", 7, "the meeting is closed"),
    ] {
        let folder = garden();
        folder.write("past.txt", format!("{OPEN}{lines}"));
        let before = folder.files();
        let ran = folder.run("meet --script past.txt");
        refused(&ran, 2, &format!("past.txt:{place}: {said}"));
        assert_eq!(ran.stdout, "");
        assert_eq!(folder.files(), before);
        assert!(!folder.root().join("meetings").exists());
    }
    let folder = paused();
    let before = folder.files();
    let ran = folder.run_with("meet --continue --script -", "/note kept?\nhalt\n");
    refused(&ran, 2, "-:2: I don't understand `halt` here");
    assert_eq!(folder.files(), before);
}

#[test]
fn a_script_is_a_text_that_is_there() {
    let folder = garden();
    fs::create_dir(folder.root().join("folder")).unwrap();
    folder.write("binary", b"all\n\xff\n");
    folder.write("large", "#".repeat((16 << 20) + 1));
    refused(&folder.run("meet --script nowhere"), 2, "nowhere: is not there");
    refused(&folder.run("meet --script folder"), 2, "folder: is no file");
    refused(&folder.run("meet --script binary"), 2, "binary:2:1: is no text from here on");
    refused(&folder.run("meet --script large"), 2, "large: is larger than 16 MB");
    // Without a line there is no meeting.
    folder.run_with("meet --script -", "# nothing\n").fine();
    assert!(!folder.root().join("meetings").exists());
}

#[test]
fn nobody_need_read_to_the_end() {
    let folder = garden();
    folder.write("script.txt", format!("{OPEN}close\nok\n"));
    for command in ["meet --dry-run --script script.txt", "--help", "check", "minutes", ""] {
        if command == "minutes" {
            folder.run("meet --script script.txt").fine();
        }
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut rounds = folder.rounds(command);
        let ran = rounds.stdout(writer).stderr(Stdio::piped()).output().unwrap();
        assert_eq!((ran.status.code(), ran.stderr), (Some(0), Vec::new()), "{command}");
    }
    // The meeting is recorded even if nothing reads the output.
    let folder = garden();
    folder.write("script.txt", format!("{OPEN}close\nok\n"));
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut rounds = folder.rounds("meet --script script.txt");
    assert!(rounds.stdout(writer).status().unwrap().success());
    assert!(folder.read("meetings/2026-09-05.md").contains("\n# Garden, minutes"));
}

#[test]
fn a_file_in_the_place_of_a_folder_is_named_before_anything_is_written() {
    for (name, said) in [
        ("meetings", "meetings: cannot be read: a folder on the way is a file"),
        ("decisions", "decisions: cannot be read: a folder on the way is a file"),
        ("backlog", "backlog: cannot be read: a folder on the way is a file"),
    ] {
        let folder = garden();
        folder.write(name, "a file\n");
        let before = folder.files();
        refused(&folder.run_with("meet --script -", &format!("{OPEN}close\nok\n")), 2, said);
        refused(&folder.run("check"), 2, said);
        assert_eq!(folder.files(), before);
    }
}

#[test]
fn what_would_not_be_shown_as_it_is_kept_is_refused() {
    let folder = garden();
    for (letter, code) in [
        ("\u{1b}", "U+001B"),
        ("\u{7}", "U+0007"),
        ("\r", "U+000D"),
        ("\u{202e}", "U+202E"),
        ("\u{2066}", "U+2066"),
        ("\u{0}", "U+0000"),
        ("\u{9b}", "U+009B"),
    ] {
        let script = format!("{OPEN}/note ab{letter}c\n");
        let said = format!("-:5:9: the character {code} cannot stand in a text");
        refused(&folder.run_with("meet --script -", &script), 2, &said);
        let escaped = format!("\\u{:04X}", u32::from(letter.chars().next().unwrap()));
        folder.write("circle.toml", CIRCLE.replacen("\"Chen\"", &format!("\"Ch{escaped}en\""), 1));
        let said = format!("the character {code} cannot stand in a text");
        assert!(folder.run("check").stdout.contains(&said), "{code}");
        folder.write("circle.toml", CIRCLE);
    }
    assert!(!folder.root().join("meetings").exists());
    // A journal written by hand is shown without them.
    let folder = paused();
    let journal = folder.read(JOURNAL);
    let note = "\n[[fact]]\nwhat = \"noted\"\ntext = \"a\\u001B[31mb\\u202Ec\"\n\
                at = 2026-09-05T19:00:00+02:00\n";
    folder.write(JOURNAL, format!("{journal}{note}"));
    let minutes = folder.run("minutes").fine();
    assert!(!minutes.contains(['\u{1b}', '\u{202e}']), "{minutes:?}");
}

#[test]
fn no_title_leads_out_of_the_folder() {
    for (title, file) in [
        ("../../etc/passwd", "etc-passwd"),
        ("/", "untitled"),
        ("..", "untitled"),
        (".hidden", "hidden"),
        ("a\\b:c*d?", "a-b-c-d"),
        ("CON", "con-"),
        ("静音时间", "静音时间"),
    ] {
        let folder = garden();
        let script = format!("{OPEN}/topic {title}\nclose\nok\n");
        folder.run_with("meet --script -", &script).fine();
        let files = folder.files();
        let topics: Vec<&String> = files.keys().filter(|it| it.starts_with("backlog/")).collect();
        assert_eq!(topics.len(), 1, "{title}: {topics:?}");
        assert!(topics[0].starts_with(&format!("backlog/{file}")), "{title}: {topics:?}");
        let around = fs::read_dir(folder.root().parent().unwrap()).unwrap();
        assert_eq!(around.count(), 2, "{title}");
    }
}

#[test]
fn names_with_separators_are_no_names() {
    let folder = garden();
    for name in ["Zoe/Ana", "@Zoe", "Zoe:", "#1", ""] {
        let script = format!("{OPEN}/arrive {name} (guest)\n");
        let ran = folder.run_with("meet --script -", &script);
        refused(&ran, 2, &format!("-:5: `{name}` cannot be a name"));
    }
    // A comma separates two names.
    let ran =
        folder.run_with("meet --script -", &format!("{OPEN}/arrive Zoe, the guest (guest)\n"));
    refused(&ran, 2, "-:5: nobody here is called `Zoe`");
}

#[test]
fn a_leap_second_or_a_part_of_one_is_kept_so_that_the_meeting_goes_on() {
    for at in ["2026-12-31T23:59:60+02:00", "2026-12-31T23:59:59.75+02:00"] {
        let folder = garden();
        folder.run_with("meet --script -", &format!("/at {at}\nall\n")).paused();
        let journal = folder.read("meetings/2026-12-31.toml");
        assert!(journal.ends_with("at = 2026-12-31T23:59:59+02:00\n"), "{journal}");
        let more = "/at 2026-12-31T23:59:59+02:00\nok\n";
        folder.run_with("meet --continue --script -", more).paused();
    }
}
