//! Tests `rounds check`: bad files, and files that contradict each other.

use std::fs;
use std::path::Path;

use crate::folder::answers::empty;
use crate::folder::{Folder, symlink};

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
    let json = &json["found"];
    assert_eq!(json.as_array().map(Vec::len), Some(6));
    assert_eq!(json[1]["file"], "backlog/hens.md");
    assert_eq!(json[1]["line"], 2);
    assert_eq!(json[1]["code"], "title-twice");
    assert_eq!(json[1]["message"], "`Hens` is the title of backlog/bees.md too");
    assert!(json[1]["hint"].is_string());
    assert_eq!(garden().run("check --json").fine(), empty("found"));
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
        "elections/2026-08-08-beekeeper.md",
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
    // In a text of several lines, as somebody may write it in a journal, the rest can be read.
    let (folder, name) = (example(), "meetings/2025-09-06.toml");
    let journal = folder.read(name);
    let said = "text = \"The pipes come first.\"";
    assert!(journal.contains(said), "{journal}");
    let lines = format!("text = \"\"\"\n{marks}The pipes come first.\"\"\"");
    folder.write(name, journal.replace(said, &lines));
    let found = folder.run("check").stdout;
    assert!(found.contains(": git has left two versions of this place\n"), "{found}");
}

#[test]
fn a_record_that_a_meeting_wrote_and_is_gone_is_named() {
    let folder = example();
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    let gone = "decisions/2026-09-05-quiet-hours.md";
    // A file of that name counts even if it cannot be read, and so does a renamed one.
    let text = folder.read(gone);
    folder.write(gone, "no record");
    assert!(!folder.run("check").stdout.contains("is not there"));
    fs::remove_file(folder.root().join(gone)).unwrap();
    let ran = folder.run("check");
    let said = format!("error: {gone}: this record of meetings/2026-09-05.toml is not there\n");
    assert!(ran.stdout.starts_with(&said), "{}", ran.stdout);
    assert!(ran.stdout.ends_with("\n1 problem\n"), "{}", ran.stdout);
    let renamed = text.replace("id = \"2026-09-05-quiet-hours\"", "id = \"quiet\"");
    folder.write("decisions/quiet.md", &renamed);
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    // It is compared with its journal all the same.
    folder.write("decisions/quiet.md", renamed.replace("20:00", "23:00"));
    assert_eq!(
        found(&folder, "check"),
        ["decisions/quiet.md:26: this record is not what meetings/2026-09-05.toml gives"]
    );
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
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(2), ""), "{}", ran.stdout);
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
        assert_eq!(rounds::forbidden(&said), None, "{said:?}");
    }
}

/// Returns the output of `check` without hints and the count, and asserts its exit code.
#[track_caller]
fn found(folder: &Folder, args: &str) -> Vec<String> {
    let ran = folder.run(args);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""), "{}", ran.stdout);
    let lines = ran.stdout.lines().filter_map(|it| it.strip_prefix("error: "));
    lines.map(str::to_owned).collect()
}

/// A meeting of the four members at 19:00 on this day.
fn held(day: &str, more: &str) -> String {
    format!("/at {day}T19:00+02:00\nall\nok\nok\n{more}")
}

const CLOSED: &str = "close\nok\n";

#[test]
fn what_replaces_itself_or_goes_round_is_found() {
    let folder = garden();
    folder.write("decisions/a.md", decision("a", "replaces = [\"b\"]\n"));
    folder.write("decisions/b.md", decision("b", "replaces = [\"a\"]\n"));
    folder.write("decisions/c.md", decision("c", "ends = [\"c\"]\n"));
    assert_eq!(
        found(&folder, "check"),
        [
            "decisions/b.md:8: `replaces` names `a`, and that leads back to this record",
            "decisions/c.md:8: `ends` names `c`, and that leads back to this record",
        ]
    );
}

#[test]
fn a_review_before_its_decision_is_found() {
    let folder = garden();
    let text = decision("a", "").replace("review = 2027", "review = 2025");
    folder.write("decisions/a.md", text);
    let election = "+++\nid = \"b\"\nkind = \"election\"\nrole = \"Keys\"\nelected = \"Ana\"\n\
                    circle = \"Garden\"\ndate = 2026-01-01\nuntil = 2025-01-01\n+++\n";
    folder.write("elections/b.md", election);
    let found = found(&folder, "check");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("decisions/a.md:7:10: "), "{found:?}");
    assert!(found[1].starts_with("elections/b.md:8:9: "), "{found:?}");
}

#[test]
fn a_journal_is_called_by_its_day_and_only_the_last_one_stays_open() {
    let folder = garden();
    folder.run_with("meet --script -", &held("2026-09-05", "")).paused();
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    folder.run_with("meet --new --script -", &held("2026-09-12", CLOSED)).fine();
    let open = "meetings/2026-09-05.toml: the meeting was never closed, and a later one was held";
    assert_eq!(found(&folder, "check"), [open]);
    folder.run_with("meet --continue --script -", CLOSED).fine();
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    for name in ["2026-09-06", "2026-09-05-1", "2026-09-05-x", "first"] {
        let folder = garden();
        folder.run_with("meet --script -", &held("2026-09-05", CLOSED)).fine();
        for ending in ["md", "toml"] {
            let place = folder.root().join("meetings");
            let from = place.join(format!("2026-09-05.{ending}"));
            fs::rename(from, place.join(format!("{name}.{ending}"))).unwrap();
        }
        let said = format!(
            "meetings/{name}.toml: the meeting opened on 2026-09-05, and the file is called `{name}`"
        );
        assert_eq!(found(&folder, "check"), [said]);
    }
    let folder = garden();
    folder.run_with("meet --script -", &held("2026-09-05", CLOSED)).fine();
    folder.run_with("meet --script -", &held("2026-09-05", CLOSED).replace("19:", "21:")).fine();
    assert!(folder.read("meetings/2026-09-05-2.md").contains("\n# Garden, minutes"));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn circles_below_are_looked_into_and_links_are_the_wider_circle_s_matter() {
    let folder = garden();
    let linked = "name = \"Compost\"\n[[member]]\nname = \"Ana\"\n[[member]]\nname = \"Zoe\"\n\
                  [[role]]\nname = \"L\"\nkind = \"leader\"\nholder = \"Ana\"\n[[role]]\n\
                  name = \"D\"\nkind = \"delegate\"\nholder = \"Zoe\"\n";
    folder.write("compost/circle.toml", linked);
    folder.write("compost/decisions/a.md", "no record");
    folder.write("compost/heap/circle.toml", "nmae = \"Heap\"\n");
    let link = "compost/circle.toml: the delegate `Zoe` is no member of `Garden`";
    let said = found(&folder, "check");
    assert_eq!(said, [link]);
    let deep = found(&folder, "check --deep");
    let places: Vec<&str> = deep.iter().filter_map(|it| it.split(':').next()).collect();
    let heap = "compost/heap/circle.toml";
    assert_eq!(places.first(), Some(&"compost/circle.toml"), "{deep:?}");
    assert!(places.contains(&"compost/decisions/a.md") && places.contains(&heap), "{deep:?}");
    let again: std::collections::BTreeSet<&String> = deep.iter().collect();
    assert_eq!(again.len(), deep.len(), "{deep:?}");
    // Run in a folder below, the files are named relative to it.
    let mut rounds = folder.rounds("check --deep");
    let ran = rounds.current_dir(folder.root().join("compost")).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(said.contains("error: decisions/a.md:1: "), "{said}");
    assert!(said.contains("error: heap/circle.toml:1:1: ") && !said.contains("Zoe"), "{said}");
    folder.write("compost/circle.toml", linked.replace("Zoe", "Ben"));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn a_circle_may_rename_itself() {
    let folder = garden();
    let script = "decide Fence\ntext We build one.\nok\nok\nok\nok\nok\nok\n";
    folder.run_with("meet --script -", &held("2026-09-05", &format!("{script}{CLOSED}"))).fine();
    folder.write("decisions/earlier.md", decision("earlier", ""));
    folder.write("circle.toml", CIRCLE.replacen("\"Garden\"", "\"Orchard\"", 1));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    // A record of another circle of the tree is in the wrong folder.
    folder.write("kitchen/circle.toml", CIRCLE.replacen("\"Garden\"", "\"Kitchen\"", 1));
    let kitchen = decision("kitchen", "").replacen("\"Garden\"", "\"Kitchen\"", 1);
    folder.write("decisions/kitchen.md", kitchen);
    let stolen = folder.read("decisions/2026-09-05-fence.md");
    folder.write(
        "decisions/2026-09-05-fence.md",
        stolen.replacen("circle = \"Garden\"", "circle = \"Pond\"", 1),
    );
    let said = found(&folder, "check");
    let here = |file: &str, line: usize, circle: &str| {
        format!(
            "decisions/{file}.md:{line}: this is a record of the circle `{circle}`, and the folder is that of \
             `Orchard`"
        )
    };
    let records: Vec<&String> = said.iter().filter(|it| it.starts_with("decisions/")).collect();
    let differs = "decisions/2026-09-05-fence.md:5: this record is not what \
                   meetings/2026-09-05.toml gives"
        .to_owned();
    assert_eq!(
        records,
        [&here("2026-09-05-fence", 5, "Pond"), &differs, &here("kitchen", 5, "Kitchen")],
        "{said:?}"
    );
}

#[test]
fn a_journal_of_an_older_format_is_read_for_its_outcomes_and_that_is_said() {
    let folder = example();
    let name = "meetings/2026-09-05.toml";
    let text = folder.read(name).replacen("format = 2", "format = 0", 1);
    // Older formats have no digests.
    let older = text.lines().filter(|it| !it.starts_with("digest") && !it.starts_with("records"));
    folder.write(name, older.collect::<Vec<_>>().join("\n") + "\n");
    let note = format!("note: {name}:1: this journal has the older format 0: ");
    for args in ["check", "replay"] {
        let said = folder.run(args).fine();
        assert!(said.starts_with(&note), "{args}: {said}");
    }
    assert!(folder.run("check").stdout.ends_with("\nNothing is wrong.\n"));
    assert!(folder.run("replay --step").stdout.contains("older format 0"));
    let json: serde_json::Value =
        serde_json::from_str(&folder.run("check --json").fine()).expect("it is JSON");
    let json = &json["found"];
    assert_eq!((&json[0]["level"], json[1].is_null()), (&"note".into(), true));
    // Its facts count as before.
    let newest = example();
    for args in ["due --on 2026-09-20", "agenda --on 2026-09-20", "log", "export json", ""] {
        assert_eq!(folder.run(args), newest.run(args), "{args}");
    }
    fs::remove_file(folder.root().join("decisions/2026-09-05-quiet-hours.md")).unwrap();
    let gone = "decisions/2026-09-05-quiet-hours.md";
    assert_eq!(found(&folder, "check"), [format!("{gone}: this record of {name} is not there")]);
    assert!(found(&folder, "replay")[0].starts_with(&format!("{gone}: ")));
    // It cannot be continued, which is an error.
    let garden = garden();
    garden.run_with("meet --script -", &held("2026-09-05", "")).paused();
    garden.write(name, garden.read(name).replacen("format = 2", "format = 0", 1));
    for args in ["meet --continue --script -", "minutes"] {
        let ran = garden.run_with(args, CLOSED);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.stderr.starts_with(&note.replace("note", "error")), "{ran:?}");
    }
    garden.run_with("meet --new --script -", &held("2026-09-12", CLOSED)).fine();
}

#[test]
fn what_a_running_meeting_has_not_finished_is_left_out() {
    let folder = Folder::empty();
    folder.write(
        "circle.toml",
        "name = \"Garden\"\nrules = { steps = [] }\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]\n",
    );
    let script = "/at 2026-09-05T19:00+02:00\nall\nAna\nBen\ndecide Hours by Ana\ntext Eight.\n\
                  ok\nok\nok\nok\nclose\nok\n";
    folder.write("script.txt", script);
    folder.run("meet --script script.txt").fine();
    let journal = folder.read("meetings/2026-09-05.toml");
    let filed = journal.rfind("\n[[fact]]").unwrap();
    let meeting = rounds::Folder::at(folder.root());
    // A meeting that is filing: its last fact is not written, nor are some of its files.
    folder.write("meetings/2026-09-05.toml", &journal[..filed]);
    fs::remove_file(folder.root().join("meetings/2026-09-05.md")).unwrap();
    assert_eq!(folder.run("check").code, Some(1));
    let lock = rounds::Lock::take(&meeting).unwrap();
    let said = folder.run("check").fine();
    assert!(said.starts_with("note: meetings: a meeting is running here"), "{said}");
    // Nor is the piece of a fact that is being appended.
    folder.write("meetings/2026-09-05.toml", &journal[..filed + 12]);
    assert_eq!(folder.run("check").code, Some(0));
    // What is wrong elsewhere is found all the same.
    folder.write("backlog/hens.md", "no topic");
    assert_eq!(folder.run("check").code, Some(1));
    drop(lock);
    let said = folder.run("check").stdout;
    assert!(!said.contains("note: "), "{said}");
}
