//! Tests every reading command on folders with bad files: unreadable files are named, the rest is
//! printed, and nothing panics or hangs.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::folder::{Folder, Ran, symlink};

const CIRCLE: &str = include_str!("../refused/circle.toml");
const PARTS: [&str; 4] = ["decisions", "elections", "backlog", "meetings"];

fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    let decided = "/at 2026-09-05T19:00+02:00\nall\nok\nok\ndecide Fence\ntext We build one.\n\
                   ok\nok\nok\nok\nok\nok\nclose\nok\n";
    folder.run_with("meet --script -", decided).fine();
    folder
}

/// Runs the program, which must end within a minute.
#[track_caller]
fn run(folder: &Folder, args: &str) -> Ran {
    let mut command = folder.rounds(args);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program can be started");
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let out = std::thread::spawn(|| std::io::read_to_string(out.expect("it is piped")));
    let err = std::thread::spawn(|| std::io::read_to_string(err.expect("it is piped")));
    let began = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            break status;
        }
        if began.elapsed() > Duration::from_secs(60) {
            child.kill().expect("it can be ended");
            panic!("`{args}` waits for ever");
        }
        sleep(Duration::from_millis(5));
    };
    let text = |it: std::thread::JoinHandle<std::io::Result<String>>| {
        it.join().expect("it reads").unwrap_or_default()
    };
    let ran = Ran { code: status.code(), stdout: text(out), stderr: text(err) };
    assert!(!format!("{ran:?}").contains("panicked"), "{args}: {ran:?}");
    ran
}

fn fifo(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().expect("there is `mkfifo`");
    assert!(made.success());
}

/// Writes every kind of bad file into a subfolder, and returns their names.
fn spoil(folder: &Folder, part: &str) -> Vec<String> {
    let ending = if part == "meetings" { "toml" } else { "md" };
    let text = "+++\ntitle = \"Hens\"\n+++\n";
    let utf16 = |it: &str| it.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let bad: [(&str, Vec<u8>); 8] = [
        ("utf-16", [vec![0xff, 0xfe], utf16(text)].concat()),
        ("utf-16-bare", utf16(text)),
        ("latin", b"+++\ntitle = \"H\xfchner\"\n+++\n".to_vec()),
        ("nul", b"+++\ntitle = \"He\x00ns\"\n+++\n".to_vec()),
        ("never-closed", b"+++\ntitle = \"Hens\"\n".to_vec()),
        ("large", [text.as_bytes(), &vec![b'x'; 17 << 20]].concat()),
        ("newer", b"format = 99\n[circle]\nname = \"G\"\n".to_vec()),
        ("empty", Vec::new()),
    ];
    let mut names = Vec::new();
    let mut name = |kind: &str| {
        let name = format!("{part}/2026-10-{:02}-{kind}.{ending}", names.len() + 1);
        names.push(name.clone());
        name
    };
    for (kind, bytes) in &bad {
        folder.write(&name(kind), bytes);
    }
    let mut path = |kind: &str| folder.root().join(name(kind));
    fs::create_dir(path("folder")).expect("a folder can be made");
    fifo(&path("fifo"));
    symlink("nowhere", path("nowhere")).expect("a link can be made");
    let ring = path("ring");
    symlink(&ring, &ring).expect("a link can be made");
    names
}

#[test]
fn whatever_lies_in_a_folder_every_command_names_it_and_tells_the_rest() {
    let folder = garden();
    let bad = PARTS.map(|it| (it, spoil(&folder, it)));
    symlink(".", folder.root().join("around")).unwrap();
    symlink("..", folder.root().join("decisions/up")).unwrap();
    for (args, code, parts, rest) in [
        ("", 0, &PARTS[..], "Garden"),
        ("check", 2, &PARTS[..], "problems\n"),
        ("check --deep", 2, &PARTS[..], "problems\n"),
        ("check --json", 2, &PARTS[..], "\"line\": 1"),
        ("log", 2, &PARTS[..2], "Fence"),
        ("log fence", 2, &PARTS[..2], "1 found"),
        ("due --on 2026-12-01 --within P1Y", 2, &PARTS[..], "Fence"),
        ("roles", 2, &PARTS[1..2], "Facilitator"),
        ("replay", 2, &["decisions", "elections", "meetings"], "13 meetings"),
        ("agenda --on 2026-12-01", 2, &PARTS[..], "Garden"),
        ("backlog", 2, &PARTS[2..3], ""),
        ("backlog --deep", 2, &PARTS[2..3], ""),
        ("export json --on 2026-12-01", 2, &PARTS[..], "Fence"),
        ("export md --on 2026-12-01", 2, &PARTS[..], "Fence"),
        ("show 2026-09-05-fence", 0, &[], "24 records cannot be read"),
        ("minutes 2026-09-05", 0, &[], "We build one."),
        ("circles", 2, &[], "around: this link leads to a circle"),
        ("circles --circle around", 2, &[], "Garden"),
    ] {
        let ran = run(&folder, args);
        let said = format!("{}{}", ran.stdout, ran.stderr);
        assert_eq!(ran.code, Some(code), "{args}: {said}");
        assert!(said.contains(rest), "{args}: {said}");
        for name in bad.iter().filter(|(part, _)| parts.contains(part)).flat_map(|(_, it)| it) {
            let is_named =
                said.contains(&format!("{name}:")) || said.contains(&format!("{name}\""));
            assert!(is_named, "{args}: {name}: {said}");
        }
    }
    // The latest journal cannot be read, and no other meeting's minutes are printed instead.
    let ran = run(&folder, "minutes");
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{ran:?}");
}

#[test]
fn what_is_no_file_beside_the_records_is_named_and_never_waited_for() {
    let folder = garden();
    fifo(&folder.root().join("words.toml"));
    for (args, code) in [("check", 2), ("log", 2), ("log fence", 2)] {
        let ran = run(&folder, args);
        assert_eq!(ran.code, Some(code), "{ran:?}");
        assert!(format!("{ran:?}").contains("words.toml: is no file"), "{ran:?}");
    }
    let folder = garden();
    fs::remove_file(folder.root().join("meetings/.lock")).unwrap();
    fifo(&folder.root().join("meetings/.lock"));
    folder.write("script.txt", "/at 2026-09-19T19:00+02:00\nall\n");
    let ran = run(&folder, "meet --script script.txt");
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert_eq!(ran.stderr, "error: meetings/.lock: is no file\n");
}

#[test]
fn no_terminal_escape_reaches_the_screen_with_an_error() {
    let folder = garden();
    folder.write("decisions/\u{1b}[31mred\u{9b}31m.md", "+++\n\u{202e} = \"\u{9b}31m\"\n+++\n");
    folder.write("meetings/2026-10-03.toml", "format = 1\n[circle]\nname = \"\\u001b[31m\"\n");
    for args in [
        "check",
        "check --json",
        "log",
        "replay",
        "replay --json",
        "export json",
        "show \u{1b}[31m",
        "minutes \u{202e}",
    ] {
        let ran = run(&folder, args);
        assert_ne!(ran.code, Some(0), "{args}: {ran:?}");
        let said = format!("{}{}", ran.stdout, ran.stderr);
        assert!(!said.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{args}: {said:?}");
    }
}

#[test]
fn a_folder_that_leads_to_itself_is_named() {
    for part in PARTS {
        let folder = garden();
        let place = folder.root().join(part);
        let _ = fs::remove_dir_all(&place);
        symlink(part, &place).unwrap();
        for args in ["check", "due", "agenda", "export json"] {
            let ran = run(&folder, args);
            assert_eq!(ran.code, Some(2), "{args}: {ran:?}");
            assert!(ran.stderr.starts_with(&format!("error: {part}: cannot be read: ")), "{ran:?}");
        }
    }
}

#[test]
fn names_that_are_one_elsewhere_are_found_in_every_part() {
    let folder = garden();
    for (one, other) in [
        ("decisions/Gate.md", "decisions/gate.md"),
        ("elections/Keys.md", "elections/keys.md"),
        ("meetings/First.md", "meetings/first.md"),
        ("Kitchen/notes", "kitchen/notes"),
    ] {
        folder.write(one, "");
        folder.write(other, "");
        let (one, other) = (one.trim_end_matches("/notes"), other.trim_end_matches("/notes"));
        let said = run(&folder, "check").stdout;
        let found = format!("error: {other}: the name differs from {one} only in case\n");
        assert!(said.contains(&found), "{said}");
    }
}

#[cfg(unix)]
#[test]
#[expect(clippy::print_stderr, reason = "a test that cannot be run says so")]
fn what_may_not_be_read_is_named_and_the_rest_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = garden();
    folder.write("backlog/hens.md", "+++\ntitle = \"Hens\"\n+++\n");
    folder.write("backlog/bees.md", "+++\ntitle = \"Bees\"\n+++\n");
    let place = folder.root().join("backlog/bees.md");
    fs::set_permissions(&place, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&place).is_ok() {
        eprintln!("skipped: whoever runs this may read everything");
        return;
    }
    let denied = "error: backlog/bees.md: cannot be read: ";
    for (args, code) in [("backlog", 2), ("check", 2), ("agenda", 2), ("", 0)] {
        let ran = run(&folder, args);
        assert_eq!(ran.code, Some(code), "{args}: {ran:?}");
        let said = format!("{}{}", ran.stdout, ran.stderr);
        assert!(said.contains(denied), "{args}: {said}");
    }
    fs::set_permissions(&place, fs::Permissions::from_mode(0o644)).unwrap();
}

#[test]
fn thousands_of_files_in_a_folder_are_read_in_time() {
    let folder = garden();
    for number in 0..5000 {
        folder.write(&format!("backlog/{number}.md"), format!("+++\ntitle = \"T{number}\"\n+++\n"));
    }
    for (args, topic, count) in [
        ("check", "Nothing is wrong.", 1),
        ("backlog --json", "\"title\": \"T", 5000),
        ("agenda", ". T", 5000),
        ("", "Garden", 1),
        ("export json", "\"title\": \"T", 5000),
    ] {
        let ran = run(&folder, args);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{args}");
        assert_eq!(ran.stdout.matches(topic).count(), count, "{args}");
    }
}
