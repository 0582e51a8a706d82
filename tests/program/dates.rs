//! Tests days as people type them on the command line, and when a circle meets next.

use crate::folder::{Folder, Ran};

const MEMBERS: &str = "[[member]]\nname = \"Ana\"\n\n[[member]]\nname = \"Ben\"\n";

fn circle(top: &str) -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", format!("name = \"Garden\"\n{top}\n{MEMBERS}"));
    folder
}

fn ran(folder: &Folder, args: &[&str]) -> Ran {
    Ran::of(&folder.rounds("").args(args).output().expect("it runs"))
}

#[test]
fn a_day_on_the_command_line_is_said_as_it_was_understood() {
    let folder = circle("");
    for (args, said) in [
        (["due", "--on", "3rd of May 2024"], "Friday 3 May 2024\n"),
        (["roles", "--on", "3.5.2024"], "Friday 3 May 2024\n"),
        (["log", "--since", "May 3, 2024"], "Friday 3 May 2024\n"),
        (["due", "--on", "2024-05-03"], ""),
    ] {
        assert_eq!(ran(&folder, &args).stderr, said, "{args:?}");
    }
    let german = circle("language = \"de\"");
    assert_eq!(ran(&german, &["due", "--on", "3. Mai 2024"]).stderr, "Freitag, 3. Mai 2024\n");
    let refused = ran(&german, &["due", "--on", "31. Juni"]).stderr;
    assert!(refused.starts_with("Fehler: `31. Juni` ist kein Datum"), "{refused}");
    assert_eq!(ran(&german, &["due", "--within", "ein halbes Jahr"]).stderr, "");
}

#[test]
fn an_earlier_decision_takes_days_as_people_type_them() {
    let folder = circle("");
    let args = ["log", "add", "--title", "Quiet", "--date", "3 May 2024", "--review", "3.5.2027"];
    let added = ran(&folder, &[&args[..], &["--text", "Hush."]].concat());
    assert_eq!(added.stderr, "Friday 3 May 2024\nMonday 3 May 2027\n");
    let kept = folder.read("decisions/2024-05-03-quiet.md");
    assert!(kept.contains("date = 2024-05-03") && kept.contains("review = 2027-05-03"), "{kept}");
}

/// Returns the day and time that Enter schedules in a meeting after an earlier one, which was
/// scheduled for 15 September 2026 and is held on another day.
fn next(plan: &str, opens: &str) -> String {
    let folder = circle(&format!("[meeting]\n{plan}\n[rules]\nsteps = [\"admin\"]\n"));
    let first = "/at 2026-09-01T19:00+02:00\nall\n-\n-\nok\nok\n2026-09-15\nclose\nok\n";
    folder.run_with("meet --script -", first).fine();
    let second = format!("/at {opens}T19:00+02:00\nall\n-\n-\nok\nok\nok\nok\nclose\nok\n");
    folder.run_with("meet --script -", &second).fine();
    let journal = folder.read(&format!("meetings/{opens}.toml"));
    let fact = journal.split("what = \"scheduled\"").nth(1).expect("it is scheduled");
    let fact = fact.split("[[fact]]").next().unwrap_or_default();
    let value = |key: &str| {
        let line = fact.lines().find_map(|it| it.strip_prefix(&format!("{key} = ")));
        line.unwrap_or_default().trim_matches('"').to_owned()
    };
    format!("{} {}", value("date"), value("time")).trim_end().to_owned()
}

#[test]
fn the_next_meeting_is_counted_from_the_day_the_last_one_was_scheduled_for() {
    assert_eq!(next("every = \"2 weeks\"", "2026-09-16"), "2026-09-29");
    assert_eq!(next("every = \"2 weeks\"", "2026-09-14"), "2026-09-29");
    assert_eq!(next("every = \"2 weeks at 19:30\"", "2026-09-15"), "2026-09-29 19:30");
    assert_eq!(next("every = \"second Tuesday\"", "2026-09-16"), "2026-10-13");
    let from = "every = \"1 month\"\nfrom = 2026-01-31";
    assert_eq!(next(from, "2026-09-15"), "2026-09-30");
}
