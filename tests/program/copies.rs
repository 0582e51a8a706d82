//! Tests every command on folders with copies that sync programs, file managers and editors leave,
//! with names in another normalization form, and with folders that are links.

use std::fs;
use std::path::Path;

use crate::folder::{Folder, Ran, symlink};

const CIRCLE: &str = include_str!("../refused/circle.toml");

pub fn example() -> Folder {
    Folder::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden"))
}

pub fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder
}

/// What programs make of a name that ends in `.md` or `.toml`.
fn copied(name: &str) -> Vec<String> {
    let (stem, ending) = name.rsplit_once('.').expect("the name has an ending");
    let (place, stem) = stem.rsplit_once('/').map_or(("", stem), |(place, stem)| (place, stem));
    let inside = [
        ".sync-conflict-20260905-120000-ABCDEFG",
        " (conflicted copy 2026-09-05 120000)",
        " (Ana's conflicted copy 2026-09-05)",
        " (In Konflikt stehende Kopie von Ana 2026-09-05)",
        "-LAPTOP",
        "-Anas-MacBook",
        " 2",
        " (1)",
        " copy",
        " - Kopie (2)",
    ];
    let behind = [".bak", ".orig", "~"];
    let inside = inside.map(|it| format!("{stem}{it}.{ending}"));
    let behind = behind.map(|it| format!("{stem}.{ending}{it}"));
    let place = if place.is_empty() { String::new() } else { format!("{place}/") };
    inside.into_iter().chain(behind).map(|it| format!("{place}{it}")).collect()
}

/// The commands that read, each with the exit code over a folder without copies.
const READING: [&str; 16] = [
    "",
    "log",
    "log --all --json",
    "log quiet",
    "show 2026-09-05-quiet-hours",
    "due --on 2027-12-01 --json",
    "agenda --on 2026-09-20",
    "backlog --json",
    "roles --on 2026-09-20",
    "circles",
    "minutes",
    "replay",
    "export json --on 2026-09-20",
    "export ics --on 2026-09-20",
    "export csv elections --on 2026-09-20",
    "export md --on 2026-09-20",
];

const ORIGINALS: [&str; 6] = [
    "decisions/2026-09-05-quiet-hours.md",
    "elections/2026-08-08-beekeeper.md",
    "backlog/a-party-on-19-september.md",
    "meetings/2026-09-05.toml",
    "meetings/2026-09-05.md",
    "circle.toml",
];

#[test]
fn copies_are_listed_by_check_and_read_by_no_command() {
    for altered in [false, true] {
        let (clean, folder) = (example(), example());
        let mut copies = Vec::new();
        for original in ORIGINALS {
            let text = folder.read(original);
            let last = text.trim_end().rfind('\n').unwrap_or_default();
            // A copy that was cut short is as good as one with other words.
            let text = if altered { text[..last].to_owned() } else { text.replace('\n', "\r\n") };
            for copy in copied(original) {
                folder.write(&copy, &text);
                copies.push((copy, original));
            }
        }
        for args in READING {
            assert_eq!(folder.run(args), clean.run(args), "{args}");
        }
        let files = folder.files();
        assert_eq!(folder.run("replay --write"), clean.run("replay --write"));
        assert_eq!(folder.files(), files);
        let ran = folder.run("check");
        assert_eq!(ran.code, Some(1), "{ran:?}");
        for (copy, original) in &copies {
            let how = if altered { "and differs" } else { "the same" };
            let said = format!("error: {copy}: is a copy of {original}, {how}\n");
            assert!(ran.stdout.contains(&said), "{copy}: {}", ran.stdout);
        }
        assert!(ran.stdout.ends_with(&format!("\n{} problems\n", copies.len())), "{}", ran.stdout);
        // Whoever does as the hints say is done.
        for (copy, _) in copies {
            fs::remove_file(folder.root().join(copy)).unwrap();
        }
        assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    }
}

#[test]
fn a_copy_with_any_name_is_known_by_its_id_or_its_first_fact() {
    let (clean, folder) = (example(), example());
    let copies = [
        ("decisions/2026-09-05-quiet-hours.md", "decisions/hours-from-ben.md"),
        ("decisions/2026-09-05-quiet-hours.md", "decisions/2026-09-05-quiet-hours-2.md"),
        ("elections/2026-08-08-beekeeper.md", "elections/bees.md"),
        ("meetings/2026-09-05.toml", "meetings/from-ben.toml"),
        ("meetings/2026-09-05.toml", "meetings/2026-09-05-x.toml"),
        ("meetings/2026-09-05.toml", "meetings/2026-09-05-2.toml"),
    ];
    for (original, copy) in copies {
        folder.write(copy, folder.read(original));
    }
    // A pair that was copied together is a copy too.
    folder.write("meetings/2026-08-22-2.toml", folder.read("meetings/2026-08-22.toml"));
    folder.write("meetings/2026-08-22-2.md", folder.read("meetings/2026-08-22.md"));
    for args in READING {
        assert_eq!(folder.run(args), clean.run(args), "{args}");
    }
    let said = folder.run("check").stdout;
    for (original, copy) in copies {
        let line = format!("error: {copy}: is a copy of {original}, the same\n");
        assert!(said.contains(&line), "{copy}: {said}");
    }
    let pair = [
        "error: meetings/2026-08-22-2.toml: is a copy of meetings/2026-08-22.toml, the same\n",
        "error: meetings/2026-08-22-2.md: is a copy of meetings/2026-08-22.md, the same\n",
    ];
    assert!(pair.iter().all(|it| said.contains(it)), "{said}");
    assert!(said.ends_with("\n8 problems\n") && !said.contains("rename"), "{said}");
}

#[test]
fn a_meeting_is_held_beside_copies_and_writes_over_none() {
    let folder = garden();
    let meeting =
        |day: &str, more: &str| format!("/at {day}T19:00+02:00\nall\nok\nok\n{more}close\nok\n");
    let decide = "decide Fence\ntext We build one.\nok\nok\nok\nok\nok\nok\n";
    folder.run_with("meet --script -", &meeting("2026-09-05", decide)).fine();
    let fence = folder.read("decisions/2026-09-05-fence.md");
    // A copy has the name that the second decision of that title would get.
    folder.write("decisions/2026-09-05-fence-2.md", &fence);
    folder.write("meetings/2026-09-05 2.toml", folder.read("meetings/2026-09-05.toml"));
    folder.write("backlog/hens 2.md", "+++\ntitle = \"Hens\"\n+++\n");
    folder.write("backlog/hens.md", "+++\ntitle = \"Hens\"\n+++\n");
    let later = meeting("2026-09-05", decide).replace("19:", "21:");
    folder.run_with("meet --script -", &later).fine();
    assert_eq!(folder.read("decisions/2026-09-05-fence-2.md"), fence);
    let third = folder.read("decisions/2026-09-05-fence-3.md");
    assert!(third.contains("meeting = \"2026-09-05-2\""), "{third}");
    assert_eq!(folder.run("check").stdout.matches("is a copy of").count(), 3);
    assert_eq!(folder.run("backlog --json").fine().matches("Hens").count(), 1);
    assert!(folder.run("replay").fine().starts_with("2 meetings"));
}

#[test]
fn what_looks_like_a_copy_and_says_something_else_is_read() {
    let folder = garden();
    let decision = |id: &str| {
        format!(
            "+++\nid = \"{id}\"\nkind = \"decision\"\ntitle = \"Fence\"\ncircle = \"Garden\"\n\
             date = 2026-08-01\nreview = 2027-08-01\n+++\n\nWe build one.\n"
        )
    };
    for id in ["fence", "fence 2", "fence-LAPTOP"] {
        folder.write(&format!("decisions/{id}.md"), decision(id));
    }
    folder.write("backlog/bike shed.md", "+++\ntitle = \"Bike shed\"\n+++\n");
    folder.write("backlog/bike shed 2.md", "+++\ntitle = \"A second bike shed\"\n+++\n");
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    assert_eq!(folder.run("log --all --json --on 2026-09-01").fine().matches("\"id\"").count(), 3);
    assert_eq!(folder.run("backlog --json").fine().matches("\"title\"").count(), 2);
}

#[test]
fn no_advice_renames_onto_a_file_that_is_there() {
    let folder = garden();
    let script = "/at 2026-09-05T19:00+02:00\nall\nok\nok\nclose\nok\n";
    folder.run_with("meet --script -", script).fine();
    folder.run_with("meet --script -", &script.replace("19:", "21:")).fine();
    for ending in ["toml", "md"] {
        let place = folder.root().join("meetings");
        let from = place.join(format!("2026-09-05-2.{ending}"));
        fs::rename(from, place.join(format!("second.{ending}"))).unwrap();
    }
    let hint = || {
        let said = folder.run("check").stdout;
        said.lines().find(|it| it.starts_with("hint: rename it")).map(str::to_owned)
    };
    // The name is free for its minutes too, unless those lie there already.
    folder.write("meetings/2026-09-05-2.md", "# Other minutes\n");
    assert!(
        hint()
            .is_some_and(|it| it.contains("`2026-09-05-3.toml`, its minutes to `2026-09-05-3.md`"))
    );
    fs::remove_file(folder.root().join("meetings/second.md")).unwrap();
    assert!(hint().is_some_and(|it| it.contains("`2026-09-05-2.toml`")));
    let place = folder.root().join("meetings");
    fs::rename(place.join("2026-09-05-2.md"), place.join("second.md")).unwrap();
    folder.write("decisions/notes.toml", "a = 1\n");
    folder.write("decisions/notes.md", "no record\n");
    let said = folder.run("check").stdout;
    assert!(said.contains("hint: rename it to `2026-09-05-2.toml`"), "{said}");
    assert!(said.contains("there is a file of that name: move this one away"), "{said}");
}

#[test]
fn names_are_the_same_in_every_normalization_form() {
    let folder = garden();
    let script = "/at 2026-09-05T19:00+02:00\nall\nok\nok\ndecide Ruhe für Ärzte\ntext Still.\n\
                  ok\nok\nok\nok\nok\nok\n/topic Später für Ärzte\nclose\nok\n";
    folder.run_with("meet --script -", script).fine();
    let before = folder.run("check").fine();
    for (part, composed, decomposed) in [
        ("decisions", "2026-09-05-ruhe-für-ärzte.md", "2026-09-05-ruhe-fu\u{308}r-a\u{308}rzte.md"),
        ("backlog", "später-für-ärzte.md", "spa\u{308}ter-fu\u{308}r-a\u{308}rzte.md"),
    ] {
        let place = folder.root().join(part);
        fs::rename(place.join(composed), place.join(decomposed)).unwrap();
    }
    let files = folder.files();
    assert_eq!(folder.run("check").fine(), before);
    let said = folder.run("replay --write").fine();
    assert!(said.ends_with(" 0 findings, 0 notes.\n"), "{said}");
    assert_eq!(folder.files(), files);
    let shown = folder.run("show 2026-09-05-ruhe-fu\u{308}r-a\u{308}rzte").fine();
    assert!(shown.contains("Still."), "{shown}");
    // It is named by its title where it is replaced, and its name is taken.
    let replace = "/at 2026-09-05T21:00+02:00\nall\nok\nok\ndecide Ruhe für Ärzte\nreplaces Ruhe für \
                   Ärzte\ntext Stiller.\nok\nok\nok\nok\nok\nok\nclose\nok\n";
    folder.run_with("meet --script -", replace).fine();
    let minutes = folder.read("meetings/2026-09-05-2.md");
    assert!(minutes.contains("- Replaces: Ruhe für Ärzte (5 September 2026)\n"), "{minutes}");
    let second = folder.read("decisions/2026-09-05-ruhe-für-ärzte-2.md");
    assert!(second.contains("replaces = [\"2026-09-05-ruhe-für-ärzte\"]"), "{second}");
    assert_eq!(folder.run("check").fine(), before);
    // The topic is decided, and its file goes.
    let decide = "/at 2026-09-12T19:00+02:00\nall\nok\nok\ndecide Später für Ärzte\ntext Still.\n\
                  ok\nok\nok\nok\nok\nok\nclose\nok\n";
    folder.run_with("meet --script -", decide).fine();
    assert!(folder.files().keys().all(|it| !it.starts_with("backlog/")), "{:?}", folder.files());
}

#[test]
fn windows_line_ends_are_no_difference_in_any_file() {
    let (clean, folder) = (example(), example());
    for (name, text) in clean.files() {
        if [".md", ".toml"].iter().any(|it| name.ends_with(it)) {
            folder.write(&name, format!("\u{feff}{}", text.replace('\n', "\r\n")));
        }
    }
    for args in READING.into_iter().chain(["check"]) {
        assert_eq!(folder.run(args), clean.run(args), "{args}");
    }
}

#[test]
fn a_record_is_compared_on_what_it_says() {
    let folder = example();
    let path = "decisions/2026-09-05-quiet-hours.md";
    let text = folder.read(path);
    let (keys, body) = text[4..].split_once("+++\n").unwrap();
    // Keys in another order, with other quotes and blanks, say the same.
    let (first, others) = keys.split_once('\n').unwrap();
    let other = others.replace("title = \"Quiet hours\"", "title   =   'Quiet hours'");
    folder.write(path, format!("+++\n{other}{first}\n+++\n{body}"));
    folder.run("replay").fine();
    folder.write(path, text.replace("20:00", "23:00"));
    assert_eq!(folder.run("replay").code, Some(1));
}

#[test]
fn folders_that_are_links_are_said_or_refused() {
    let outside = tempfile::tempdir().unwrap();
    let meeting = "/at 2026-09-05T19:00+02:00\nall\nok\nok\nclose\nok\n";
    for part in ["meetings", "decisions", "elections", "backlog"] {
        // Out of the tree: said, and written.
        let folder = garden();
        symlink(outside.path(), folder.root().join(part)).unwrap();
        let said = format!("{part}: is a link that leads out of the circle's folder");
        let ran = folder.run("check");
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(ran.stdout.contains(&format!("note: {said}")), "{ran:?}");
        let told = folder.run_with("meet --dry-run --script -", meeting).fine();
        let (told, said) = (words(&told), words(&said));
        let (at, asked) = (told.find(&said), told.find("Who is here?"));
        assert!(at.is_some() && at < asked, "{told}");
        // Inside the tree nothing is said.
        let folder = garden();
        fs::create_dir(folder.root().join("kept")).unwrap();
        symlink("kept", folder.root().join(part)).unwrap();
        assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
        // Into the system, to a file, to nothing: refused.
        for (target, why) in [
            ("/etc", "leads into a folder of the system, /etc"),
            ("/usr/share", "leads into a folder of the system, /usr/share"),
            ("circle.toml", "leads to a file, "),
            ("nowhere", "leads nowhere"),
        ] {
            let folder = garden();
            symlink(target, folder.root().join(part)).unwrap();
            let before = folder.files();
            for (args, typed) in [
                ("meet --script -", meeting),
                ("backlog add Hens", ""),
                ("log add --title A --date 2024-05-03 --review 2999-05-03 --text It.", ""),
            ] {
                let Ran { code, stderr, .. } = folder.run_with(args, typed);
                assert_eq!(code, Some(2), "{part} {target} {args}: {stderr}");
                assert!(stderr.contains(why), "{part} {target} {args}: {stderr}");
            }
            if !target.starts_with('/') {
                assert_eq!(folder.files(), before);
            }
            let ran = folder.run("check");
            assert_ne!(ran.code, Some(0));
            assert!(format!("{}{}", ran.stdout, ran.stderr).contains(part), "{ran:?}");
        }
    }
}

/// Returns the words of a text, with single blanks between them.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that hide, turn or colour what follows, and ones that nobody sees.
const HOSTILE: &str = "\u{1b}[31m\u{7f}\u{9b}\u{202e}\u{2066}\u{200b}\u{ad}\u{feff}\u{e0061}";

#[test]
fn hostile_names_are_escaped_wherever_they_are_printed() {
    let folder = garden();
    folder.write(&format!("decisions/a{HOSTILE}.md"), "no record");
    folder.write(&format!("elections/a{HOSTILE}.md"), "no record");
    folder.write(&format!("backlog/a{HOSTILE}.md"), "+++\ntitle = \"Hens\"\n+++\n");
    folder.write(&format!("meetings/a{HOSTILE}.toml"), "no journal");
    let below = CIRCLE.replacen("\"Garden\"", "\"Compost\"", 1);
    folder.write(&format!("b{HOSTILE}/circle.toml"), below);
    folder.write(&format!("c{HOSTILE}/circle.toml"), "colour = 1\n");
    for args in [
        String::new(),
        "check".to_owned(),
        "check --deep".to_owned(),
        "check --json".to_owned(),
        "log".to_owned(),
        "backlog".to_owned(),
        "backlog --json".to_owned(),
        "backlog --deep --json".to_owned(),
        "circles".to_owned(),
        "circles --json".to_owned(),
        "due".to_owned(),
        "due --deep --json".to_owned(),
        "roles --deep --json".to_owned(),
        "replay".to_owned(),
        "replay --deep --json".to_owned(),
        "export json".to_owned(),
        format!("show {HOSTILE}"),
        format!("minutes {HOSTILE}"),
        format!("log {HOSTILE}"),
        format!("--lang {HOSTILE}"),
        format!("--circle {HOSTILE} log"),
        HOSTILE.to_owned(),
        format!("log --{HOSTILE}"),
        format!("export {HOSTILE}"),
        format!("export csv {HOSTILE}"),
        format!("completions {HOSTILE}"),
        format!("meet --script {HOSTILE}"),
        format!("meet --at {HOSTILE} --script -"),
        format!("replay {HOSTILE}"),
        format!("log add --title {HOSTILE} --date 2024-05-03"),
        format!("due --within {HOSTILE}"),
    ] {
        let ran = folder.run(&args);
        let said = format!("{}{}", ran.stdout, ran.stderr);
        let raw: Vec<char> = HOSTILE.chars().filter(|it| !it.is_ascii_graphic()).collect();
        let found: Vec<char> = said.chars().filter(|it| raw.contains(it)).collect();
        assert!(found.is_empty(), "{args:?}: {found:?}: {said:?}");
        if args.ends_with("--json") {
            serde_json::from_str::<serde_json::Value>(&ran.stdout).expect("it is JSON");
        }
    }
    // The name in JSON is that of the file.
    let listed: serde_json::Value =
        serde_json::from_str(&folder.run("backlog --json").stdout).expect("it is JSON");
    assert_eq!(listed["topics"][0]["file"], format!("backlog/a{HOSTILE}.md"));
    assert!(folder.run("check").stdout.contains("decisions/a\\u{1b}[31m\\u{7f}\\u{9b}\\u{202e}"));
}

#[test]
fn names_that_nobody_sees_are_refused_where_they_are_typed() {
    let folder = garden();
    for name in
        ["A\u{200b}na", "\u{3164}", "Zoe\u{ad}", "\u{feff}Zoe", "Zo\u{2060}e", "Z\u{e0041}oe"]
    {
        for script in [
            format!("all + {name} (guest)\n"),
            format!("all\nok\nok\n/arrive {name} (guest)\n"),
            format!("all\nok\nok\nselect {name}\n"),
        ] {
            let script = format!("/at 2026-09-05T19:00+02:00\n{script}");
            let ran = folder.run_with("meet --script -", &script);
            assert_eq!(ran.code, Some(2), "{script:?}: {ran:?}");
            assert!(ran.stderr.contains("cannot be a name: nobody sees its character"), "{ran:?}");
        }
        let text = CIRCLE.replacen("name = \"Ana\"", &format!("name = \"{name}\""), 1);
        folder.write("circle.toml", text);
        assert!(folder.run("log").stderr.contains("nobody sees its character"));
        folder.write("circle.toml", CIRCLE);
    }
    // What scripts need inside a word stays.
    for name in ["علی\u{200c}رضا", "👩\u{200d}🌾 Zoe", "☕\u{fe0f}"] {
        let script = format!("/at 2026-09-05T19:00+02:00\nall + {name} (guest)\n");
        folder.run_with("meet --dry-run --script -", &script).fine();
    }
}

#[test]
fn an_old_journal_with_a_name_that_nobody_sees_is_read() {
    let folder = garden();
    let script = "/at 2026-09-05T19:00+02:00\nall + Zoe (guest)\nok\nok\nclose\nok\n";
    folder.run_with("meet --script -", script).fine();
    let path = "meetings/2026-09-05.toml";
    let text = folder.read(path).replace("\"Zoe\"", "\"Z\u{200b}oe\"");
    folder.write(
        path,
        text.replace("name = \"Ana\"", "name = \"A\u{200b}na\"")
            .replace("\"Ana\"", "\"A\u{200b}na\""),
    );
    assert!(folder.run("minutes").fine().contains("Z\u{200b}oe"));
    folder.run("replay").fine();
}

#[test]
fn names_that_look_alike_or_mix_scripts_are_remarked() {
    let folder = garden();
    let two = CIRCLE.replacen("[[member]]", "[[member]]\nname = \"\u{410}na\"\n[[member]]", 1);
    folder.write("circle.toml", two);
    let said = folder.run("check").fine();
    assert!(
        said.contains("note: circle.toml: `\u{410}na` in the name `\u{410}na` has letters of"),
        "{said}"
    );
    assert!(said.contains("` looks like `"), "{said}");
    folder.write("circle.toml", CIRCLE);
    folder
        .run_with(
            "meet --script -",
            "/at 2026-09-05T19:00+02:00\nall + \u{410}na (guest)\nok\nok\nclose\nok\n",
        )
        .fine();
    let said = folder.run("check").fine();
    assert!(
        said.contains("note: meetings/2026-09-05.toml: `\u{410}na` looks like `Ana`\n"),
        "{said}"
    );
    assert_eq!(example().run("check").fine(), "Nothing is wrong.\n");
}
