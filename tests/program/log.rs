//! Tests `rounds log` and `show`: listing, searching, showing and adding records.

use std::path::Path;

use serde_json::Value;

use crate::folder::answers::empty;
use crate::folder::{Folder, Ran};

const CIRCLE: &str = include_str!("../refused/circle.toml");

fn decision(folder: &Folder, id: &str, title: &str, more: &str, text: &str) {
    let front = format!(
        "id = \"{id}\"\nkind = \"decision\"\ntitle = \"{title}\"\ncircle = \"Garden\"\n\
         date = {}\n{more}",
        &id[..10]
    );
    folder.write(&format!("decisions/{id}.md"), format!("+++\n{front}+++\n\n{text}\n"));
}

fn election(folder: &Folder, id: &str, role: &str, who: &str, more: &str) {
    let front = format!(
        "id = \"{id}\"\nkind = \"election\"\nrole = \"{role}\"\nelected = \"{who}\"\n\
         circle = \"Garden\"\ndate = {}\n{more}",
        &id[..10]
    );
    folder.write(&format!("elections/{id}.md"), format!("+++\n{front}+++\n"));
}

/// A garden with records of every kind and status.
fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    let ahead = "review = 2999-01-31\n";
    decision(
        &folder,
        "2024-05-03-ruhe",
        "Ruhezeiten für Ärzte",
        "review = 2025-05-03\nconsent = \"earlier\"\n",
        "Keine Geräte nach acht.",
    );
    decision(
        &folder,
        "2025-05-03-ruhe",
        "Ruhezeiten",
        "review = 2999-01-31\nresponsible = [\"Dana\"]\nreplaces = [\n  \"2024-05-03-ruhe\",\n]\n",
        "Keine Geräte nach neun, auch nicht die lauten.",
    );
    decision(&folder, "2025-06-01-陈伟", "静音时间", ahead, "陈伟 sees to the pump.");
    decision(&folder, "2025-06-02-hours", "ساعات الهدوء", ahead, "No loud tools.");
    decision(&folder, "2025-06-03-bees", "Bees", "review = 2025-07-01\n", "We keep bees.");
    decision(&folder, "2025-06-04-hens", "Hens", ahead, "Four hens.\n\nQuiet ones.");
    decision(
        &folder,
        "2025-06-05-no-hens",
        "No hens",
        "review = 2999-01-31\nends = [\"2025-06-04-hens\"]\n",
        "None.",
    );
    election(&folder, "2025-01-01-keys", "Keys", "Ana", "until = 2025-12-31\n");
    election(&folder, "2025-01-02-post", "Post", "Ben", "until = 2999-01-31\naccepted = false\n");
    election(
        &folder,
        "2025-01-03-chest",
        "Chest",
        "陈伟",
        "until = 2999-01-31\nreason = \"He counts\\ntwice.\"\n",
    );
    folder
}

fn run(folder: &Folder, args: &[&str]) -> Ran {
    Ran::of(&folder.rounds("log").args(args).output().expect("the program can be started"))
}

#[track_caller]
fn json(ran: Ran) -> Value {
    serde_json::from_str(&ran.fine()).expect("it is JSON")
}

/// Returns the ids of the records found, in order.
#[track_caller]
fn ids(folder: &Folder, args: &[&str]) -> Vec<String> {
    let found = json(run(folder, &[args, &["--json"]].concat()));
    let rows = found["records"].as_array().expect("a list");
    rows.iter().map(|it| it["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn what_holds_is_listed_the_newest_first() {
    let said = run(&garden(), &[]).fine();
    let expected = "\
Log                                                                    8 records
  5 June 2025     No hens       review 31 January 2999
  3 June 2025     Bees          review due 1 July 2025
  2 June 2025     ساعات الهدوء  review 31 January 2999
  1 June 2025     静音时间      review 31 January 2999
  3 May 2025      Ruhezeiten    review 31 January 2999       Dana
  3 January 2025  Chest: 陈伟   until 31 January 2999
  2 January 2025  Post: Ben     not accepted yet
  1 January 2025  Keys: Ana     term ended 31 December 2025
";
    assert_eq!(said, expected);
}

#[test]
fn the_log_of_an_earlier_day_lists_what_held_then_and_nothing_later() {
    let folder = garden();
    let said = run(&folder, &["--on", "2025-05-02"]).fine();
    let expected = "\
Log                                                                    4 records
  3 January 2025  Chest: 陈伟           until 31 January 2999
  2 January 2025  Post: Ben             not accepted yet
  1 January 2025  Keys: Ana             until 31 December 2025
  3 May 2024      Ruhezeiten für Ärzte  review 3 May 2025
";
    assert_eq!(said, expected);
    let the_day_before = ids(&folder, &["hens", "--on", "2025-06-04"]);
    assert_eq!(the_day_before, ["2025-06-04-hens"]);
    assert_eq!(ids(&folder, &["--on", "2024-05-02"]), Vec::<String>::new());
}

#[test]
fn a_narrow_page_has_a_list_and_a_plain_one_has_sentences() {
    let folder = garden();
    let mut narrow = folder.rounds("log hens");
    let said = Ran::of(&narrow.env("COLUMNS", "40").output().unwrap()).fine();
    let expected = "\
Log                              2 found
  5 June 2025  No hens · in force,
               review on 31 January 2999
  4 June 2025  Hens · ended by
               2025-06-05-no-hens
";
    assert_eq!(said, expected);
    assert!(said.lines().all(|it| it.chars().count() <= 40), "{said}");
}

#[test]
fn what_made_an_end_of_a_record_is_told_though_the_words_are_not_in_it() {
    let said = run(&garden(), &["four", "ones"]).fine();
    assert!(said.contains("  4 June 2025  Hens · ended by 2025-06-05-no-hens"), "{said}");
    assert!(said.contains(" 1 found\n"), "{said}");
}

#[test]
fn a_plain_page_says_it_in_german() {
    let said = garden().run("log hens --plain --lang de").fine();
    let expected = "\
Logbuch, 2 gefunden
5. Juni 2025: No hens, gilt, Überprüfung am 31. Januar 2999
4. Juni 2025: Hens, beendet durch 2025-06-05-no-hens
";
    assert_eq!(said, expected);
}

#[test]
fn the_line_with_the_words_stands_below_its_record() {
    let said = run(&garden(), &["gerate", "neun"]).fine();
    let expected = "\
Log                                                                      1 found
  3 May 2025  Ruhezeiten · in force, review on 31 January 2999 · Dana
              Keine [Geräte] nach [neun], auch nicht die lauten.
";
    assert_eq!(said, expected);
}

#[test]
fn options_choose_what_is_listed() {
    let folder = garden();
    assert_eq!(ids(&folder, &[]).len(), 8);
    assert_eq!(ids(&folder, &["--all"]).len(), 10);
    assert_eq!(ids(&folder, &["--in-force"]).len(), 6);
    assert_eq!(ids(&folder, &["--since", "2025-06-03"]), ["2025-06-05-no-hens", "2025-06-03-bees"]);
    assert_eq!(ids(&folder, &["--in-force", "hens"]), ["2025-06-05-no-hens"]);
    let ran = run(&folder, &["--since", "soon"]);
    assert!(ran.stderr.starts_with("error: `soon` is no date"), "{ran:?}");
}

#[test]
fn words_are_found_with_accents_slips_and_in_every_script() {
    let folder = garden();
    let ruhe = ["2025-05-03-ruhe", "2024-05-03-ruhe"];
    assert_eq!(ids(&folder, &["ruhezeiten"]), ruhe);
    assert_eq!(ids(&folder, &["RUHEZEITEN"]), ruhe);
    assert_eq!(ids(&folder, &["ruhzeitn"]), ruhe);
    assert_eq!(ids(&folder, &["gerate"]), ruhe);
    assert_eq!(ids(&folder, &["arzte", "acht"]), ["2024-05-03-ruhe"]);
    assert_eq!(ids(&folder, &["陈伟"]), ["2025-06-01-陈伟", "2025-01-03-chest"]);
    assert_eq!(ids(&folder, &["时间"]), ["2025-06-01-陈伟"]);
    assert_eq!(ids(&folder, &["الهدوء"]), ["2025-06-02-hours"]);
    // A match in a title is before one in a text, a whole word before a beginning.
    assert_eq!(ids(&folder, &["hens"]), ["2025-06-05-no-hens", "2025-06-04-hens"]);
    assert_eq!(ids(&folder, &["counts", "twice"]), ["2025-01-03-chest"]);
}

#[test]
fn the_readers_own_synonyms_are_found_last() {
    let folder = garden();
    assert_eq!(ids(&folder, &["loud"]), ["2025-06-02-hours"]);
    folder.write("words.toml", "noise = [\"loud\", \"quiet\"]\n");
    assert_eq!(ids(&folder, &["loud"]), ["2025-06-02-hours", "2025-06-04-hens"]);
    assert_eq!(ids(&folder, &["noise"]), ["2025-06-04-hens", "2025-06-02-hours"]);
    folder.write("words.toml", "a = [\"b\"]\nnoise = \"loud\"\n");
    let ran = run(&folder, &["loud"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.starts_with("error: words.toml:2:9: `noise` is no text\n"), "{ran:?}");
}

#[test]
fn nothing_found_names_words_that_are_near() {
    let ran = run(&garden(), &["geraetschaften", "gertae"]);
    assert_eq!(ran.code, Some(0));
    let said = run(&garden(), &["brees"]).fine();
    assert!(said.contains("Bees"), "{said}");
    let said = run(&garden(), &["rhezetn"]).fine();
    assert!(said.starts_with("  Nothing was found for `rhezetn`.\n"), "{said}");
    assert!(said.contains("`ruhezeiten`"), "{said}");
    assert_eq!(run(&garden(), &["xyzzy", "--json"]).fine(), empty("records"));
}

#[test]
fn programs_read_the_keys_of_the_files() {
    let found = &json(run(&garden(), &["--all", "--json", "acht"]))["records"];
    let expected: Value = serde_json::json!([{
        "id": "2024-05-03-ruhe",
        "kind": "decision",
        "title": "Ruhezeiten für Ärzte",
        "circle": "Garden",
        "date": "2024-05-03",
        "term": "1 year",
        "review": "2025-05-03",
        "consent": "earlier",
        "text": "Keine Geräte nach acht.",
        "status": "replaced",
        "replaced_by": "2025-05-03-ruhe",
        "file": "decisions/2024-05-03-ruhe.md",
    }]);
    assert_eq!(*found, expected);
}

#[test]
fn torn_and_conflicting_records_are_named_and_counted() {
    let folder = garden();
    folder.write("decisions/2025-07-01-torn.md", "+++\nid = \"2025-07-01-torn\"\n");
    folder.write("decisions/2025-07-02-met.md", "+++\n<<<<<<< HEAD\nid = \"x\"\n+++\n");
    folder.write("elections/2025-07-03-x.md", b"+++\nid = \"\xff\"\n+++\n");
    for args in [&[][..], &["hens"], &["--json"], &["--all", "--plain"]] {
        let ran = run(&folder, args);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert_eq!(ran.stderr.matches("error: ").count(), 3, "{args:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("error: decisions/2025-07-02-met.md:2:"), "{}", ran.stderr);
        let counted = ran.stdout.contains("3 records cannot be read");
        assert_eq!(counted, !args.contains(&"--json"), "{}", ran.stdout);
    }
    let ran = folder.run("show 2025-07-01");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.starts_with("error: decisions/2025-07-01-torn.md:1: "), "{ran:?}");
}

#[test]
fn one_record_is_shown_with_all_that_led_to_it() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden");
    let folder = Folder::copy_of(&example);
    // The review is far in the future, so that the test passes on any day.
    let file = "decisions/2026-09-05-quiet-hours.md";
    folder.write(file, folder.read(file).replace("review = 2026-12-05", "review = 2999-12-05"));
    let said = folder.run("show Quiet hours").fine();
    let expected = "\
Quiet hours                                                     5 September 2026

  ┃ No power tools held in the hand in the garden between 13:00 and 15:00 on
  ┃ weekdays and Sundays, and none after 20:00.

  meetings/2026-09-05.toml gives something else: see `rounds replay`.

  In force for 3 months, review on 5 December 2999
  Proposed by Chen
  Consent was heard in a round, on version 3
  Sees to it   Dana
  Measured by  complaints from the neighbours, counted by Dana
  Present      Ana, Ben, Chen, Dana, Emil
  Guests       Zoe

Version 1
  ┃ No power tools in the garden between 13:00 and 15:00, and none after 20:00.

Version 2
  ┃ No power tools held in the hand in the garden between 13:00 and 15:00, and
  ┃ none after 20:00.
  Ben   Saturdays are the only days I can build
        Integrated; this changed: the text, the term and what is measured
  Emil  we cannot know whether anyone is bothered at all
        Integrated; this changed: the text, the term and what is measured

Concerns
  Dana, about version 2 at the time
    it is a lot to remember

  minutes  meetings/2026-09-05.md
  file     decisions/2026-09-05-quiet-hours.md
";
    assert_eq!(said, expected);
}

#[test]
fn what_nobody_is_named_for_stands_without_a_label() {
    let folder = garden();
    let more = "review = 2999-01-31\nobjections = [\n  { reason = \"too late\", outcome = \
                [\"text\"] },\n]\nconcerns = [{ text = \"it rains\" }]\n";
    decision(&folder, "2025-07-08-gate", "Gate", more, "Open at seven.");
    for (look, text, changed) in
        [("", "  too late\n", "    Integrated;"), (" --plain", "too late\n", "Integrated;")]
    {
        let said = folder.run(&format!("show gate{look}")).fine();
        let objections = format!("Objections\n{text}{changed} this changed: the text\n");
        assert!(said.contains(&objections), "{said}");
        assert!(!said.contains('–'), "{said}");
    }
}

#[test]
fn a_chain_is_shown_both_ways() {
    let folder = garden();
    let said = folder.run("show 2024").fine();
    assert!(said.contains("replaced by Ruhezeiten (3 May 2025)"), "{said}");
    assert!(said.contains("After it"), "{said}");
    let said = folder.run("show ruhezeiten --plain").fine();
    assert!(said.contains("Before it\n3 May 2024: Ruhezeiten für Ärzte, replaced"), "{said}");
    let shown: Value = serde_json::from_str(&folder.run("show ruhezeiten --json").fine()).unwrap();
    assert_eq!(shown["before"][0]["id"], "2024-05-03-ruhe");
    assert_eq!(shown["status"], "in-force");
    let elected = folder.run("show Chest --lang de").fine();
    assert!(elected.contains("陈伟") && elected.contains("bis 31. Januar 2999"), "{elected}");
}

#[test]
fn a_decision_from_before_is_typed_in() {
    let folder = garden();
    let args = [
        "add",
        "--title",
        "Quiet  Hours",
        "--date",
        "2023-05-03",
        "--term",
        "6 months",
        "--text",
        "No tools.",
        "--by",
        "Zoe",
        "--who",
        "Dana, Ben",
        "--replaces",
        "2025-06-03",
        "--ends",
        "Ruhezeiten",
    ];
    let said = run(&folder, &args).fine();
    assert_eq!(said, "  written  decisions/2023-05-03-quiet-hours.md\n");
    let expected = "+++\nid = \"2023-05-03-quiet-hours\"\nkind = \"decision\"\n\
        title = \"Quiet Hours\"\ncircle = \"Garden\"\ndate = 2023-05-03\nterm = \"6 months\"\n\
        review = 2023-11-03\nresponsible = [\"Dana\", \"Ben\"]\nby = \"Zoe\"\n\
        consent = \"earlier\"\nreplaces = [\"2025-06-03-bees\"]\nends = [\"2025-05-03-ruhe\"]\n\
        +++\n\nNo tools.\n";
    assert_eq!(folder.read("decisions/2023-05-03-quiet-hours.md"), expected);
    // The same again is not added; another one of that name and day is.
    let before = folder.files();
    let again = run(&folder, &args);
    let said = "error: decisions/2023-05-03-quiet-hours.md: holds the same already";
    assert!(again.code == Some(2) && again.stderr.starts_with(said), "{again:?}");
    assert_eq!(folder.files(), before);
    let said = run(&folder, &args.map(|it| if it == "No tools." { "No saws." } else { it })).fine();
    assert_eq!(said, "  written  decisions/2023-05-03-quiet-hours-2.md\n");
}

#[cfg(unix)]
#[test]
fn what_is_written_and_cannot_be_printed_is_said_and_not_doubled() {
    for (args, file) in [
        (
            "log add --title Hours --date 2024-05-03 --review 2025-05-03",
            "decisions/2024-05-03-hours.md",
        ),
        (
            "log add --role Keys --elected Dana --date 2024-05-03 --until 2025-05-03",
            "elections/2024-05-03-keys.md",
        ),
        ("backlog add Roof", "backlog/roof.md"),
        ("backlog add Roof --json", "backlog/roof.md"),
    ] {
        let folder = garden();
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let ran = Ran::of(&folder.rounds(args).stdout(full).output().unwrap());
        assert_eq!(ran.code, Some(2), "{ran:?}");
        let said = format!("hint: {file} is written; do not add it again\n");
        assert!(ran.stderr.ends_with(&said), "{ran:?}");
        // An election that an earlier edition added has no title.
        let added = folder.read(file);
        folder.write(file, added.replace("title = \"Keys: Dana\"\n", ""));
        assert_eq!(added.contains("title = \"Keys: Dana\"\n"), file.starts_with("elections"));
        let before = folder.files();
        assert_eq!(folder.run(args).code, Some(2));
        assert_eq!(folder.files(), before);
    }
}

#[test]
fn an_election_from_before_is_typed_in() {
    let folder = garden();
    let args = [
        "add",
        "--role",
        "Keys",
        "--elected",
        "Dana",
        "--date",
        "2026-01-01",
        "--until",
        "2999-01-01",
        "--reason",
        "She is here most weeks.",
        "--replaces",
        "2025-01-01",
    ];
    assert_eq!(run(&folder, &args).fine(), "  written  elections/2026-01-01-keys.md\n");
    let found = &json(run(&folder, &["--json", "weeks"]))["records"];
    assert_eq!(found[0]["elected"], "Dana");
    assert_eq!(found[0]["replaces"][0], "2025-01-01-keys");
    assert!(!ids(&folder, &[]).contains(&"2025-01-01-keys".to_owned()));
}

#[test]
fn what_cannot_be_kept_is_refused_and_nothing_is_written() {
    let folder = garden();
    let before = folder.files();
    for (args, said) in [
        ("--title Hens --date 2023-05-03 --review 2022-05-03", "`review` comes before `date`"),
        (
            "--role Keys --elected Ana --date 2023-05-03 --until 2022-05-03",
            "`until` comes before `since`",
        ),
        ("--title Hens --date soon --review 2022-05-03", "`soon` is no date"),
        ("--title Hens --date 2023-05-03 --term long", ""),
        ("--title Hens --date 2023-05-03 --term 1y --replaces nothing", "no record is called"),
        ("--title Hens", "`rounds log add` needs `--date`"),
        ("--date 2023-05-03", "`rounds log add` needs `--title`"),
        ("--role Keys --date 2023-05-03", "`rounds log add` needs `--elected`"),
        ("--title Hens --by A/B --date 2023-05-03 --review 2024-05-03", ""),
    ] {
        let ran = folder.run(&format!("log add {args}"));
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{args}: {ran:?}");
        assert!(ran.stderr.contains(said), "{args}: {ran:?}");
    }
    assert_eq!(folder.files(), before);
}

#[test]
fn the_log_of_several_circles_is_one_list_and_each_row_has_its_circle() {
    let folder = Folder::empty();
    let record = |circle: &str, id: &str, title: &str, more: &str| {
        format!(
            "+++\nid = \"{id}\"\nkind = \"decision\"\ntitle = \"{title}\"\ncircle = \"{circle}\"\n\
             date = {}\nreview = 2027-09-30\n{more}+++\n\nYes.\n",
            &id[..10]
        )
    };
    let add = |place: &str, circle: &str, id: &str, title: &str, more: &str| {
        folder.write(
            &format!("{place}circle.toml"),
            format!("name = \"{circle}\"\nmember = [{{ name = \"Ana\" }}, {{ name = \"Ben\" }}]\n"),
        );
        folder.write(&format!("{place}decisions/{id}.md"), record(circle, id, title, more));
    };
    add("", "Garden", "2026-08-01-fence", "Fence", "");
    add("", "Garden", "2026-08-20-fence-2", "Fence", "replaces = [\"2026-08-01-fence\"]\n");
    // The same id in another circle, replaced on another day.
    add("teams/hens/", "Hens", "2026-08-01-fence", "Wire", "");
    add("teams/hens/", "Hens", "2026-08-15-wire", "Wire", "replaces = [\"2026-08-01-fence\"]\n");
    let expected = "\
Log                                                          4 decisions on record
  Garden  20 August 2026  Fence  review 30 September 2027
  Hens    15 August 2026  Wire   review 30 September 2027
  Garden  1 August 2026   Fence  replaced 20 August 2026
  Hens    1 August 2026   Wire   replaced 15 August 2026
";
    let said = folder.run("log --all --deep --on 2026-09-05").fine();
    assert_eq!(
        said.lines().skip(1).collect::<Vec<_>>(),
        expected.lines().skip(1).collect::<Vec<_>>()
    );
    let found = folder.run("log wire --whole --circle teams/hens --plain").fine();
    assert!(found.contains("15 August 2026") && found.contains("Hens, Wire"), "{found}");
    // A slip is forgiven only where no circle has the word as it is typed.
    assert!(!folder.run("log wine --deep --plain").fine().contains("Fence"));
    assert!(folder.run("log wirre --deep --plain").fine().contains("Hens, Wire"));
    assert!(folder.run("log hedgehog --deep").fine().contains("Nothing was found"));
    let near = folder.run("log --deep --json").fine();
    assert!(
        near.contains("\"circle\": \"Hens\"") && near.contains("teams/hens/decisions/"),
        "{near}"
    );
    folder.write("bad/circle.toml", "nonsense");
    let ran = folder.run("log --deep");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stdout.contains("Hens") && ran.stderr.contains("1 circle cannot"),
        "{}",
        ran.stderr
    );
}
