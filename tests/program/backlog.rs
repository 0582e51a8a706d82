//! Tests `rounds backlog`: listing and adding topics.

use std::fs;
use std::process::Stdio;

use toml::{Table, Value};

use crate::folder::answers::empty;
use crate::folder::{Folder, Ran, symlink};

const CIRCLE: &str = include_str!("../refused/circle.toml");

fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder
}

/// A garden with three topics, the first of which is postponed.
fn full() -> Folder {
    let folder = garden();
    folder.write(
        "backlog/a-party.md",
        "+++\ntitle = \"A party\"\nkind = \"decide\"\nby = \"Ana\"\nminutes = 10\n\
         since = 2026-09-05\npostponed = 2026-09-12\nterm = \"1 day\"\nresponsible = [\"Dana\"]\n\
         measures = [\"who came\", \"who \\\"stayed\\\"\"]\n+++\n\nWe dance.\n\nUntil ten.\n",
    );
    folder.write("backlog/bench.md", "+++\ntitle = \"Bench\"\n+++\n");
    folder.write("backlog/quiet.md", "+++\ntitle = \"静音时间\"\nsince = 2026-08-22\n+++\n\nsh\n");
    folder
}

/// Adds a topic with these arguments.
fn add(folder: &Folder, args: &[&str]) -> Ran {
    let mut command = folder.rounds("backlog add");
    Ran::of(&command.args(args).output().expect("the program can be started"))
}

/// The front matter of a topic without the day it came up, which is today, and its text.
#[track_caller]
fn read(folder: &Folder, name: &str) -> (Table, String) {
    let text = folder.read(name);
    let rest = text.strip_prefix("+++\n").expect("front matter begins it");
    let (front, body) = rest.split_once("+++\n").expect("front matter ends");
    let mut front: Table = front.parse().expect("front matter is TOML");
    let since = front.remove("since").expect("it came up today");
    assert!(matches!(since, Value::Datetime(_)), "{since}");
    (front, body.to_owned())
}

#[track_caller]
fn refused(ran: &Ran, said: &str) {
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{}", ran.stderr);
    assert_eq!(ran.stderr, said);
}

#[test]
fn topics_are_listed_as_they_are_offered_and_what_was_postponed_last() {
    let said = full().run("backlog").fine();
    let expected = "\
Backlog                                                                 3 topics
  Bench     explore
  静音时间  decide                since 22 August 2026
  A party   decide   Ana  10 min  postponed to 12 September 2026
";
    assert_eq!(said, expected);
}

#[test]
fn a_narrow_page_has_a_list_and_a_plain_one_has_sentences() {
    let folder = full();
    let mut narrow = folder.rounds("backlog");
    let said = Ran::of(&narrow.env("COLUMNS", "40").output().unwrap()).fine();
    let expected = "\
Backlog                         3 topics
  Bench · explore
  静音时间 · decide · since 22 August
    2026
  A party · decide · Ana · 10 min ·
    postponed to 12 September 2026
";
    assert_eq!(said, expected);
    let expected = "\
Themenliste, 3 Themen
Bench, besprechen
静音时间, entscheiden, seit 22. August 2026
A party, entscheiden, Ana, 10 min, seit 5. September 2026, vertagt auf 12. September 2026
";
    assert_eq!(folder.run("backlog --plain --lang de").fine(), expected);
}

#[test]
fn where_nothing_waits_it_says_so() {
    let folder = garden();
    assert_eq!(folder.run("backlog").fine(), "  No topic waits in the backlog.\n");
    let said = folder.run("backlog --plain --lang de").fine();
    assert_eq!(said, "Kein Thema wartet in der Themenliste.\n");
    assert_eq!(folder.run("backlog --json").fine(), empty("topics"));
}

#[test]
fn programs_read_the_same_keys_as_in_the_files() {
    let said = full().run("backlog --json").fine();
    let expected = r#"{
  "format": 1,
  "topics": [
    {
      "title": "Bench",
      "file": "backlog/bench.md"
    },
    {
      "title": "静音时间",
      "since": "2026-08-22",
      "text": "sh",
      "file": "backlog/quiet.md"
    },
    {
      "title": "A party",
      "kind": "decide",
      "by": "Ana",
      "minutes": 10,
      "since": "2026-09-05",
      "postponed": "2026-09-12",
      "term": "1 day",
      "responsible": [
        "Dana"
      ],
      "measures": [
        "who came",
        "who \"stayed\""
      ],
      "text": "We dance.\n\nUntil ten.",
      "file": "backlog/a-party.md"
    }
  ]
}
"#;
    assert_eq!(said, expected);
}

#[test]
fn nasty_texts_stay_in_their_place() {
    let folder = garden();
    let title = "a\\n\\nb | c · \\u001B[31md\\u202E";
    let front = format!("title = \"{title}\"\nby = \"x\\n+++\\ny\"\nmeasures = [\"\\u009Bz\"]");
    folder.write("backlog/a.md", format!("+++\n{front}\n+++\n\n\u{7}text\n"));
    folder.write("backlog/b.md", "+++\ntitle = \"Next\"\n+++\n");
    for args in ["backlog", "backlog --plain", "backlog --json"] {
        let said = folder.run(args).fine();
        assert_eq!(rounds::forbidden(&said), None, "{args}");
        assert!(said.contains("Next"), "{said}");
    }
    assert_eq!(folder.run("backlog --plain").fine().lines().count(), 3);
    let json: serde_json::Value =
        serde_json::from_str(&folder.run("backlog --json").fine()).expect("it is JSON");
    let json = &json["topics"];
    assert_eq!(json[0]["title"], "a\n\nb | c · [31md");
    assert_eq!(json[0]["by"], "x\n+++\ny");
    assert_eq!(json[1]["title"], "Next");
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_listed() {
    let folder = full();
    folder.write("backlog/bad.md", "no topic");
    for args in ["backlog", "backlog --json"] {
        let ran = folder.run(args);
        assert!(ran.stderr.starts_with("error: backlog/bad.md:1: a record begins"), "{ran:?}");
        assert_eq!(ran.code, Some(2));
        assert!(ran.stdout.contains("A party"), "{ran:?}");
    }
}

#[test]
fn topics_of_the_circles_below_are_listed_behind_their_circle() {
    let folder = full();
    folder.write(
        "kitchen/circle.toml",
        "name = \"Kitchen\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]\n",
    );
    folder.write("kitchen/backlog/soup.md", "+++\ntitle = \"Soup\"\n+++\n");
    folder.write("cellar/circle.toml", "nmae = \"Cellar\"\n");
    let ran = folder.run("backlog --deep");
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stdout.contains("\n  Kitchen  Soup"), "{}", ran.stdout);
    assert!(ran.stderr.contains("error: cellar/circle.toml:1:1: "), "{}", ran.stderr);
    assert!(ran.stderr.ends_with("\n1 circle cannot be read.\n"), "{}", ran.stderr);
    let json = folder.run("backlog --deep --json").stdout;
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let last = json["topics"].as_array().and_then(|it| it.last()).expect("there are topics");
    assert_eq!((&last["circle"], &last["title"]), (&"Kitchen".into(), &"Soup".into()));
    assert_eq!(last["file"], "kitchen/backlog/soup.md");
    assert!(!folder.run("backlog").stdout.contains("Soup"));
}

#[test]
fn a_topic_is_added_with_all_that_was_said_of_it() {
    let folder = garden();
    let said = add(&folder, &["Bike", "rack"]).fine();
    assert_eq!(said, "  written  backlog/bike-rack.md\n");
    let title: Table = "title = \"Bike rack\"".parse().unwrap();
    assert_eq!(read(&folder, "backlog/bike-rack.md"), (title, String::new()));
    let said = add(
        &folder,
        &[
            "  Quiet  hours ",
            "--kind",
            "decide",
            "--by",
            "CH",
            "--minutes",
            "20",
            "--postponed",
            "2999-01-31",
            "--text",
            "No power tools.\n\n+++\n- none",
        ],
    );
    assert_eq!(said.fine(), "  written  backlog/quiet-hours.md\n");
    let front: Table = "title = \"Quiet hours\"\nkind = \"decide\"\nby = \"Chen\"\nminutes = 20\n\
                        postponed = 2999-01-31\n"
        .parse()
        .unwrap();
    let text = "\nNo power tools.\n\n+++\n- none\n".to_owned();
    assert_eq!(read(&folder, "backlog/quiet-hours.md"), (front, text));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn a_draft_may_come_from_standard_input() {
    let folder = garden();
    folder.run_with("backlog add Hens --text -", "\r\nWe keep\r\nfour hens.\r\n\r\n").fine();
    assert_eq!(read(&folder, "backlog/hens.md").1, "\nWe keep\nfour hens.\n");
    let ran = folder.run_with("backlog add Bees --text -", "We keep\nsome\u{7}\n");
    let code = "the character U+0007 cannot stand in a text";
    let hint = "take it out: it would not be shown as it is kept";
    refused(&ran, &format!("error: {code}\nhint: {hint}\n"));
    refused(&folder.run_with("backlog add Bees --text -", "\n \n"), "error: the text is empty\n");
    assert_eq!(folder.files().len(), 2);
}

#[test]
fn a_title_is_there_once_and_a_taken_name_is_numbered() {
    let folder = garden();
    add(&folder, &["Bike rack"]).fine();
    let first = folder.read("backlog/bike-rack.md");
    refused(
        &add(&folder, &["BIKE", "RÁCK"]),
        "error: backlog/bike-rack.md: `Bike rack` is in the backlog already\n\
         hint: add to that file, or choose another title\n",
    );
    assert_eq!(add(&folder, &["Bike: rack!"]).fine(), "  written  backlog/bike-rack-2.md\n");
    // A file or folder that has the name already is kept.
    folder.write("backlog/bike-rack-3.md", "no topic");
    fs::create_dir(folder.root().join("backlog/bike-rack-4.md")).unwrap();
    symlink("nowhere", folder.root().join("backlog/bike-rack-5.md")).unwrap();
    let ran = add(&folder, &["Bike? Rack?"]);
    assert_eq!(ran.stdout, "  written  backlog/bike-rack-6.md\n");
    assert_eq!(ran.stderr.matches("error: ").count(), 3, "{}", ran.stderr);
    assert_eq!(folder.read("backlog/bike-rack.md"), first);
    assert_eq!(folder.read("backlog/bike-rack-3.md"), "no topic");
    for (title, file) in [
        ("../../etc/passwd", "etc-passwd"),
        ("...", "untitled"),
        ("CON", "con-0"),
        ("静音时间", "静音时间"),
    ] {
        add(&folder, &[title]);
        assert_eq!(read(&folder, &format!("backlog/{file}.md")).0["title"].as_str(), Some(title));
    }
}

#[test]
fn what_cannot_be_kept_is_refused_and_nothing_is_written() {
    let folder = garden();
    let before = folder.files();
    let here = "hint: here are `Ana`, `Ben`, `Chen` and `Dana`";
    for (args, said) in [
        (&["Hens", "--by", "Zoe"][..], format!("nobody here is called `Zoe`\n{here}")),
        (
            &["Hens", "--by", "Dnaa"],
            "nobody here is called `Dnaa`\nhint: did you mean `Dana`?".to_owned(),
        ),
        (
            &["Hens", "--kind", "decid"],
            "unknown word `decid` for `kind`\nhint: did you mean `decide`?".to_owned(),
        ),
        (
            &["Hens", "--minutes", "0"],
            "`0` is no number of minutes\nhint: write it like `--minutes 20`".to_owned(),
        ),
        (
            &["Hens", "--postponed", "soon"],
            "`soon` is no date\nhint: write it like `2026-09-19`, `19 September`, `Friday` or \
             `in 2 weeks`"
                .to_owned(),
        ),
        (&["Hens", "--postponed", "2020-01-01"], "1 January 2020 has passed".to_owned()),
        (&[" "], "`add` needs a title\nhint: write it behind `rounds backlog add`".to_owned()),
        (&["Hens", "--text", ""], "the text is empty".to_owned()),
        (
            &["He\u{1b}ns"],
            "the character U+001B cannot stand in a text\n\
             hint: take it out: it would not be shown as it is kept"
                .to_owned(),
        ),
    ] {
        refused(&add(&folder, args), &format!("error: {said}\n"));
    }
    assert_eq!(folder.files(), before);
    let ran = add(&folder, &["Hens", "--by", "Zoe", "--lang", "de"]);
    assert!(ran.stderr.starts_with("Fehler: "), "{ran:?}");
}

#[test]
fn one_can_be_added_while_a_meeting_runs() {
    let folder = garden();
    let lock = rounds::Lock::take(&rounds::Folder::at(folder.root())).unwrap();
    add(&folder, &["Hens"]).fine();
    drop(lock);
    assert!(folder.read("backlog/hens.md").contains("title = \"Hens\"\n"));
}

#[test]
fn a_meeting_that_was_paused_today_still_takes_what_was_added_today() {
    let folder = garden();
    add(&folder, &["Hens", "--kind", "decide", "--text", "We keep four hens."]).fine();
    let open = "all\nok\nok\n";
    folder.run_with("meet --steps agenda --script -", open).paused();
    let said = folder.run_with("meet --continue --script -", "1\nok\nok\nok\n/text\n").paused();
    assert!(said.contains("We keep four hens."), "{said}");
}

#[test]
fn a_plain_page_says_which_file_was_written_and_programs_get_the_topic() {
    let folder = garden();
    let said = add(&folder, &["Hens", "--plain", "--lang", "de"]).fine();
    assert_eq!(said, "geschrieben: backlog/hens.md\n");
    for args in ["backlog --json add Bees", "backlog add Wasps --json"] {
        let said = folder.run(args).fine();
        let json: serde_json::Value = serde_json::from_str(&said).expect("it is JSON");
        assert_eq!(json["topics"].as_array().map(Vec::len), Some(1), "{said}");
        let file = json["topics"][0]["file"].as_str().unwrap();
        assert!(folder.root().join(file).exists(), "{said}");
    }
    // The file is named relative to the current directory.
    let mut command = folder.rounds("backlog add Ants --circle ../circle");
    command.current_dir(folder.config());
    let said = Ran::of(&command.output().unwrap()).fine();
    assert_eq!(said, "  written  ../circle/backlog/ants.md\n");
}

#[test]
fn nobody_need_read_to_the_end() {
    let folder = full();
    for number in 1..2000 {
        let topic = format!("+++\ntitle = \"Topic {number}\"\n+++\n\n{}\n", "x ".repeat(50));
        folder.write(&format!("backlog/topic-{number}.md"), topic);
    }
    for (args, pause) in
        [("backlog", 50), ("backlog --json", 0), ("backlog add Bees", 0), ("agenda", 50)]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        let mut child = folder.rounds(args).stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        // The pipe is closed before the first byte, or while it is full because nothing reads it.
        std::thread::sleep(std::time::Duration::from_millis(pause));
        drop(reader);
        let status = child.wait().unwrap();
        let mut said = String::new();
        let mut stderr = child.stderr.take().unwrap();
        std::io::Read::read_to_string(&mut stderr, &mut said).unwrap();
        assert_eq!((status.code(), said.as_str()), (Some(0), ""), "{args}");
    }
}
