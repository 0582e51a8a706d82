//! Tests `rounds due`, for one circle and for all below it.

use std::fs;
use std::path::Path;

use crate::folder::answers::empty;
use crate::folder::{Folder, Ran, symlink};
use crate::story::play;

const CIRCLE: &str = r#"name = "Garden"

[[member]]
name = "Ana"

[[member]]
name = "ana b"

[[role]]
name = "Keys"
holder = "Ana"
until = 2026-09-30

[[role]]
name = "Compost"
"#;

fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder.write(
        "decisions/2026-08-31-quiet.md",
        "+++\nid = \"2026-08-31-quiet\"\nkind = \"decision\"\ntitle = \"Quiet hours\"\n\
         circle = \"Garden\"\ndate = 2026-08-31\nreview = 2026-09-30\nresponsible = [\"ana b\"]\n\
         +++\n\nHush.\n",
    );
    folder
}

fn at(folder: &Folder, args: &str, columns: &str) -> Ran {
    Ran::of(&folder.rounds(args).env("COLUMNS", columns).output().expect("it runs"))
}

#[track_caller]
fn found(ran: &Ran) -> &str {
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""), "{}", ran.stdout);
    &ran.stdout
}

#[test]
fn the_decision_of_the_newsletter_is_due_for_review_and_its_action_before() {
    let folder = play("newsletter").folder;
    let ran = folder.run("due --on 2025-09-30 --plain");
    assert!(found(&ran).contains("30 September 2025, review, "), "{}", ran.stdout);
    assert!(ran.stdout.contains(", Kofi, 2025-03-31\n"), "{}", ran.stdout);
    let ran = folder.run("due --on 2025-04-14 --plain");
    assert!(found(&ran).contains("14 April 2025, action, "), "{}", ran.stdout);
    assert!(!ran.stdout.contains("review"), "{}", ran.stdout);
    let said = folder.run("due --on 2025-04-13 --plain").stdout;
    assert!(!said.contains("14 April"), "{said}");
}

#[test]
fn running_indoors_comes_back_the_next_day() {
    let folder = play("running-indoors").folder;
    let ran = folder.run("due --on 2025-06-11");
    assert!(found(&ran).contains("Running indoors"), "{}", ran.stdout);
    assert!(!folder.run("due --on 2025-06-10").stdout.contains("Running indoors"));
    assert!(folder.run("due --on 2025-06-10 --within 1day").stderr.contains("1day"));
    for within in ["P1D", "1d", "1w"] {
        let ran = folder.run(&format!("due --on 2025-06-10 --within {within}"));
        assert!(found(&ran).contains("Running indoors"), "{}", ran.stdout);
    }
}

#[test]
fn what_is_due_is_a_table_a_list_or_a_few_sentences() {
    let folder = garden();
    let expected = "\
Due                                                3 things, by 30 September 2026
  30 September 2026  review     Quiet hours  ana b  2026-08-31
  30 September 2026  term ends  Keys         Ana
  no date            vacant     Compost
";
    let wide = at(&folder, "due --on 2026-08-31 --within P1M", "81");
    assert_eq!(found(&wide), expected);
    let expected = "\
Due          3 things, by 30 September 2026
";
    let narrow = at(&folder, "due --on 2026-08-31 --within P1M", "43");
    assert!(found(&narrow).starts_with(expected), "{}", narrow.stdout);
    let expected = "  30 September 2026 · review · Quiet\n    hours · ana b · 2026-08-31\n";
    let narrow = at(&folder, "due --on 2026-08-31 --within P1M", "40");
    assert!(found(&narrow).contains(expected), "{}", narrow.stdout);
    let expected = "\
Fällig, 3 Sachen bis 30. September 2026
30. September 2026, Überprüfung, Quiet hours, ana b, 2026-08-31
30. September 2026, Amtszeit endet, Keys, Ana
ohne Datum, unbesetzt, Compost
";
    let plain = folder.run("due --on 2026-09-30 --plain --lang de");
    assert_eq!(found(&plain), expected);
}

#[test]
fn programs_read_what_is_due() {
    let folder = garden();
    folder.write("below/circle.toml", CIRCLE.replace("Garden", "Hens"));
    let ran = folder.run("due --on 2026-09-30 --json --deep");
    let json: serde_json::Value = serde_json::from_str(found(&ran)).expect("it is JSON");
    let json = &json["due"];
    let rows = json.as_array().unwrap();
    let told: Vec<String> =
        rows.iter().map(|it| format!("{} {}", it["circle"], it["what"])).collect();
    let expected = [
        r#""Garden" "review""#,
        r#""Garden" "term""#,
        r#""Hens" "term""#,
        r#""Garden" "vacant""#,
        r#""Hens" "vacant""#,
    ];
    assert_eq!(told, expected);
    assert_eq!((&json[0]["date"], &json[0]["who"][0]), (&"2026-09-30".into(), &"ana b".into()));
    assert_eq!(json[3].get("date"), None);
}

#[test]
fn what_waits_for_somebody_is_what_they_or_their_roles_see_to() {
    let folder = garden();
    let quiet = folder.read("decisions/2026-08-31-quiet.md");
    let hens = "name = \"Hens\"\nmember = [{ name = \"Zoe\" }, { name = \"Ana Schmidt\", formerly = \
                [\"Ana\"] }]\nrole = [{ name = \"Door\", holder = \"Zoe\" }, { name = \"Eggs\", holder = \
                \"Ben\", outside = true }]\n";
    folder.write("teams/hens/circle.toml", hens);
    for (id, who) in
        [("2026-08-31-lock", "DOOR"), ("2026-08-31-corn", "Ana"), ("2026-08-31-sell", "Eggs")]
    {
        let record = quiet.replace("2026-08-31-quiet", id).replace("Quiet hours", &id[11..]);
        folder.write(&format!("teams/hens/decisions/{id}.md"), record.replace("ana b", who));
    }
    let of = |who: &str, more: &str| {
        let ran = folder.run(&format!("due --on 2026-09-30 --plain --for {who} {more}"));
        let lines = found(&ran).lines().map(|it| it.split(", ").collect::<Vec<_>>());
        let titles: Vec<String> = lines.map(|it| it[it.len().min(3) - 1].to_owned()).collect();
        titles[1..].join(" ")
    };
    assert_eq!(of("ana", ""), "Keys");
    let deep = folder.run("due --on 2026-09-30 --plain --for ana --deep");
    let expected = "\
Due for Ana, 2 things, by 30 September 2026
Garden, 30 September 2026, term ends, Keys, Ana
Hens, 30 September 2026, review, corn, Ana Schmidt, 2026-08-31
";
    assert_eq!(found(&deep), expected);
    assert_eq!(of("Zoe", "--circle teams/hens"), "lock");
    assert_eq!(of("Ben", "--circle teams/hens"), "sell");
    // All circles of the tree, also from one below the topmost.
    let whole = folder.run("due --on 2026-09-30 --json --for Ana --whole --circle teams/hens");
    assert_eq!(found(&whole).matches("\"circle\": \"Garden\"").count(), 1, "{}", whole.stdout);
    let said = folder.run("due --on 2026-08-31 --for Ana --lang de").fine();
    assert_eq!(said, "  Bis 31. August 2026 wartet nichts auf Ana.\n");
}

#[test]
fn nobody_with_that_name_is_no_empty_list() {
    let folder = garden();
    let ran = folder.run("due --for Anna");
    let expected = "error: nobody here is called `Anna`\nhint: did you mean `Ana`?\n";
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (Some(2), "", expected));
    let ran = folder.run("due --for Somebody");
    assert_eq!(ran.stderr, "error: nobody here is called `Somebody`\n");
    folder.write("bad/circle.toml", "nonsense");
    let ran = folder.run("due --for Anna --deep");
    assert!(
        ran.stderr.contains("bad/circle.toml") && ran.stderr.contains("`Anna`"),
        "{}",
        ran.stderr
    );
}

#[test]
fn who_left_has_nothing_waiting_for_them_twice() {
    let folder = play("newsletter").folder;
    let circle = folder.read("circle.toml");
    folder.write(
        "circle.toml",
        circle.replacen("name = \"Kofi\"\n", "name = \"Kofi\"\nended = 2025-04-01\n", 1),
    );
    let all = folder.run("due --on 2025-04-14 --plain --within P1Y");
    assert!(all.stdout.contains("has left"), "{}", all.stdout);
    let ran = folder.run("due --on 2025-04-14 --plain --within P1Y --for Kofi");
    assert!(!ran.stdout.contains("has left") && ran.stdout.contains("review"), "{}", ran.stdout);
}

#[test]
fn where_nothing_is_due_it_says_so() {
    let folder = Folder::empty();
    folder.write("circle.toml", "name = \"G\"\nmember = [{ name = \"A\" }, { name = \"B\" }]\n");
    let said = folder.run("due --on 2026-02-28").fine();
    assert_eq!(said, "  Nothing is due by 28 February 2026.\n");
    assert_eq!(folder.run("due --json").fine(), empty("due"));
    assert!(!folder.run("").fine().contains("due"));
    let ran = folder.run("due --on soon");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.starts_with("error: `soon` is no date"), "{}", ran.stderr);
}

#[test]
fn one_circle_that_cannot_be_read_does_not_stop_the_others() {
    let folder = garden();
    folder.write("bad/circle.toml", "nonsense");
    folder.write("bad/worse/circle.toml", CIRCLE.replace("Garden", "Hens"));
    folder.write("worn/circle.toml", CIRCLE.replace("Garden", "Bees"));
    folder.write("worn/decisions/a.md", "no record");
    symlink("..", folder.root().join("worn/loop")).unwrap();
    let ran = folder.run("due --deep --on 2026-08-31");
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.stderr.matches("error: ").count(), 2, "{}", ran.stderr);
    assert!(ran.stderr.ends_with("\n1 circle cannot be read.\n"), "{}", ran.stderr);
    for name in ["Garden", "Hens", "Bees"] {
        assert_eq!(ran.stdout.matches(name).count(), 1, "{}", ran.stdout);
    }
}

#[test]
fn a_torn_journal_still_says_what_is_open() {
    let folder = play("newsletter").folder;
    let name = "meetings/2025-03-31.toml";
    let text = folder.read(name);
    let filed = text.rfind("\n[[fact]]").expect("it has facts");
    folder.write(name, &text[..filed + 20]);
    let ran = folder.run("due --on 2025-04-14 --plain");
    assert!(found(&ran).contains("records missing, 2025-03-31"), "{}", ran.stdout);
    assert!(ran.stdout.contains("14 April 2025, action, "), "{}", ran.stdout);
    folder.write(name, text.replace("what = \"action\"", "what = \"acton\""));
    let ran = folder.run("due --on 2025-04-14 --plain");
    assert!(ran.stderr.contains(": unknown word `acton`"), "{}", ran.stderr);
    assert_eq!(ran.code, Some(2), "of what cannot be read, nobody says that nothing is due");
}

#[test]
fn a_search_of_a_journal_says_what_the_whole_says() {
    use rounds::journal;
    use rounds::{What, standing};
    let kinds = ["action", "done", "released", "approved", "scheduled", "topic"];
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut read = 0;
    for case in fs::read_dir(cases).unwrap().flatten() {
        let meetings = case.path().join("expected/meetings");
        for journal in fs::read_dir(meetings).unwrap().flatten().map(|it| it.path()) {
            if journal.extension().is_none_or(|it| it != "toml") {
                continue;
            }
            let text = fs::read_to_string(journal).unwrap();
            // Also with the journal cut after every fact, as after a pause.
            for (cut, _) in text.match_indices("\n[[fact]]").skip(1).chain([(text.len(), "")]) {
                let text = &text[..cut];
                let facts = journal::read(text).unwrap().facts;
                let stands: Vec<_> = standing(&facts).into_iter().map(|it| &facts[it]).collect();
                let found = journal::standing(text, &kinds).unwrap();
                let wanted = stands.iter().filter(|it| kinds.contains(&it.what.word()));
                assert!(found.facts.iter().eq(wanted.copied()), "{text}");
                assert_eq!(found.closed, stands.iter().any(|it| it.what == What::Closed {}));
                assert_eq!(found.filed, stands.iter().any(|it| matches!(it.what, What::Filed(_))));
                assert_eq!(found.opened, facts[0].at.date_naive());
                assert_eq!(found.last, facts[facts.len() - 1].at.date_naive());
                read += 1;
            }
        }
    }
    assert!(read > 100, "{read}");
}
