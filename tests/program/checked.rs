//! What `check` finds in a folder: files that contradict each other, and what nobody would wish for.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use crate::folder::Folder;

const CIRCLE: &str = include_str!("../refused/circle.toml");

fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder
}

fn example() -> Folder {
    Folder::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden"))
}

fn decision(id: &str, more: &str) -> String {
    format!(
        "+++\nid = \"{id}\"\nkind = \"decision\"\ntitle = \"Fence\"\ncircle = \"Garden\"\n\
         date = 2026-08-01\nreview = 2027-08-01\n{more}+++\n\nWe build one.\n"
    )
}

/// A folder with a problem in nearly every file.
fn wrong() -> Folder {
    let folder = garden();
    folder.write("decisions/a.md", decision("a", ""));
    folder.write("decisions/b.md", decision("b", "replaces = [\"a\"]\n"));
    folder.write("decisions/c.md", decision("x", "ends = [\"a\", \"y\"]\n"));
    folder.write("decisions/d.toml", "title = \"Fence\"\n");
    folder.write("decisions/notes.txt", "none of ours\n");
    folder.write("backlog/bad.md", "no topic\n");
    folder.write("backlog/hens.md", "+++\ntitle = \"Hens\"\n+++\n");
    folder.write("backlog/bees.md", "+++\ntitle = \"HENS\"\n+++\n");
    folder
}

#[test]
fn all_problems_are_listed_by_file_and_counted() {
    let folder = wrong();
    let ran = folder.run("check");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""), "{}", ran.stdout);
    let lines: Vec<&str> = ran.stdout.lines().filter(|it| !it.starts_with("hint: ")).collect();
    assert_eq!(
        lines,
        [
            "error: backlog/bad.md:1: a record begins with keys between two lines of `+++`",
            "error: backlog/hens.md:2: `Hens` is the title of backlog/bees.md too",
            "error: decisions/c.md:2: the id `x` is not the name of the file, `c`",
            "error: decisions/c.md:8: `ends` names `y`, and there is no such record",
            "error: decisions/c.md:8: `a` was replaced or ended by decisions/b.md already",
            "error: decisions/d.toml: such a file does not belong here",
            "6 problems",
        ]
    );
    assert_eq!(folder.run("check").stdout, ran.stdout);
    let german = folder.run("check --lang de").stdout;
    assert!(german.starts_with("Fehler: backlog/bad.md:1: "), "{german}");
    assert!(german.ends_with("\n6 Probleme\n"), "{german}");
}

#[test]
fn programs_get_each_problem_with_its_place() {
    let ran = wrong().run("check --json");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""), "{}", ran.stdout);
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).expect("it is JSON");
    assert_eq!(json.as_array().map(Vec::len), Some(6));
    assert_eq!(json[1]["file"], "backlog/hens.md");
    assert_eq!(json[1]["line"], 2);
    assert_eq!(json[1]["message"], "`Hens` is the title of backlog/bees.md too");
    assert!(json[1]["hint"].is_string());
    assert_eq!(garden().run("check --json").fine(), "[]\n");
    let folder = garden();
    folder.write("circle.toml", "nmae = \"Garden\"\n");
    let ran = folder.run("check --json");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(serde_json::from_str::<serde_json::Value>(&ran.stdout).is_ok(), "{ran:?}");
}

#[test]
fn what_is_wrong_with_the_circle_hides_nothing_else() {
    let folder = wrong();
    folder.write("circle.toml", format!("colour = 3\n{CIRCLE}"));
    let ran = folder.run("check");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stdout.contains("error: circle.toml:1:1: unknown key `colour`"), "{ran:?}");
    assert!(ran.stdout.ends_with("\n7 problems\n"), "{ran:?}");
}

#[test]
fn what_git_left_is_found_in_every_kind_of_file() {
    let marks = "<<<<<<< HEAD\none\n=======\nother\n>>>>>>> theirs\n";
    for name in [
        "decisions/2026-08-22-watering-in-august.md",
        "backlog/a-party-on-19-september.md",
        "meetings/2026-08-22.md",
        "meetings/2026-08-22.toml",
        "circle.toml",
    ] {
        let folder = example();
        let text = folder.read(name);
        folder.write(name, format!("{text}{marks}"));
        let ran = folder.run("check");
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert_eq!(ran.stdout.matches("error: ").count(), 1, "{name}: {}", ran.stdout);
        let line = text.lines().count() + 1;
        let said = format!("error: {name}:{line}:1: git has left two versions of this place\n");
        assert!(ran.stdout.starts_with(&said), "{name}: {}", ran.stdout);
    }
}

#[test]
fn a_record_that_a_meeting_wrote_and_is_gone_is_named() {
    let folder = example();
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    let gone = "decisions/2026-09-05-quiet-hours.md";
    // A file of that name counts, also where it cannot be read, and so does one that was renamed.
    let text = folder.read(gone);
    folder.write(gone, "no record");
    assert!(!folder.run("check").stdout.contains("it is gone"));
    fs::remove_file(folder.root().join(gone)).unwrap();
    let ran = folder.run("check");
    let said =
        format!("error: meetings/2026-09-05.toml: the meeting wrote {gone}, and it is gone\n");
    assert!(ran.stdout.starts_with(&said), "{}", ran.stdout);
    assert!(ran.stdout.ends_with("\n1 problem\n"), "{}", ran.stdout);
    let renamed = text.replace("id = \"2026-09-05-quiet-hours\"", "id = \"quiet\"");
    folder.write("decisions/quiet.md", renamed);
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn files_that_are_none_are_named_and_nothing_panics() {
    let folder = garden();
    for part in ["decisions", "elections", "backlog", "meetings"] {
        let ending = if part == "meetings" { "toml" } else { "md" };
        let place = folder.root().join(part);
        fs::create_dir_all(place.join(format!("folder.{ending}"))).unwrap();
        symlink(format!("loop.{ending}"), place.join(format!("loop.{ending}"))).unwrap();
        symlink("nowhere", place.join(format!("nowhere.{ending}"))).unwrap();
        symlink("..", place.join("up")).unwrap();
        folder.write(&format!("{part}/empty.{ending}"), "");
        folder.write(&format!("{part}/latin.{ending}"), b"+++\ntitle = \"Gr\xfcn\"\n+++\n");
        folder.write(&format!("{part}/torn.{ending}"), "+++\ntitle = \"Gr");
        folder.write(&format!("{part}/.hidden.{ending}"), "none of ours");
    }
    folder.write("meetings/newer.toml", "format = 99\n[circle]\nname = \"G\"\n");
    let ran = folder.run("check");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""), "{}", ran.stdout);
    assert!(ran.stdout.ends_with("\n25 problems\n"), "{}", ran.stdout);
    for said in [
        "decisions/folder.md: is no file",
        "elections/nowhere.md: is a link that leads nowhere",
        "backlog/loop.md: cannot be read: ",
        "backlog/latin.md:2:12: is no text from here on",
        "meetings/newer.toml:1:",
    ] {
        assert!(ran.stdout.contains(&format!("error: {said}")), "{said}: {}", ran.stdout);
    }
}

#[test]
fn nasty_ids_and_titles_never_reach_the_screen() {
    let folder = garden();
    let text = decision("a\\u001B[31m\\u202E", "replaces = [\"x\\u0007\\ny\"]\n");
    folder.write("decisions/a.md", text);
    for args in ["check", "check --json"] {
        let said = folder.run(args).stdout;
        assert_eq!(rounds::circle::forbidden(&said), None, "{said:?}");
    }
}
