//! Tests elections that begin later: what the records, the circle file and the lists say on which day.

use crate::folder::Folder;

const CIRCLE: &str = "name = \"Garden\"\nrules = { steps = \"essential\", consent = \"call\" }\n\
                      member = [{ name = \"Ana\" }, { name = \"Ben\" }, { name = \"Chen\" }]\n\
                      [[role]]\nname = \"Keys\"\nholder = \"Ana\"\nsince = 2026-01-01\n\
                      until = 2120-01-01\n";

fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder
}

/// A meeting on a day that elects somebody to the keys; `more` is said before the announcement.
fn elects(day: &str, since: &str, who: &str, more: &str) -> String {
    let named = ["Ana", "Ben", "Chen"].map(|it| format!("@{it} {who}: calm\n")).concat();
    let others = ["Ana", "Ben", "Chen"].map(|it| format!("@{it} ok\n"));
    let others = others.iter().filter(|it| !it.contains(who)).cloned().collect::<String>();
    format!(
        "/at {day}T19:00+02:00\nall\n-\n-\nselect Keys\n{since}ok\nok\n{named}{who}: calm\n{others}\
         @{who} ok\n{more}ok\nclose\nok\n"
    )
}

#[test]
fn who_begins_later_holds_the_role_from_their_day_on_and_nobody_runs_a_command() {
    let folder = garden();
    let script = elects("2026-09-05", "since 2120-01-01\n", "Ben", "");
    folder.run_with("meet --script -", &script).fine();
    let circle = folder.read("circle.toml");
    let next = "next = { holder = \"Ben\", since = 2120-01-01, until = 2121-01-01 }\n";
    assert!(circle.contains(next) && circle.contains("holder = \"Ana\"\n"), "{circle}");
    let holder = |day: &str| {
        let said = folder.run(&format!("roles --on {day} --json")).fine();
        let line = said.lines().find(|it| it.starts_with("      \"holder\"")).unwrap_or_default();
        line.trim().to_owned()
    };
    assert_eq!(holder("2119-12-31"), "\"holder\": \"Ana\",");
    assert_eq!(holder("2120-01-01"), "\"holder\": \"Ben\",");
    let export = |day: &str| folder.run(&format!("export json --on {day}")).fine();
    assert!(export("2119-12-31").contains("\"next\": {"));
    assert!(!export("2120-01-01").contains("\"next\": {"));
    // The role is due when the last of them ends.
    assert_eq!(
        folder.run("due --on 2119-12-31 --within P1M").fine(),
        "  Nothing is due by 31 January 2120.\n"
    );
    let due = folder.run("due --on 2121-01-01").stdout;
    assert!(due.contains("term ends  Keys  Ben"), "{due}");
    assert!(!folder.run("agenda --on 2120-06-01").fine().contains("Keys"));
    folder.write("circle.toml", circle.replace(next, ""));
    assert!(folder.run("agenda --on 2120-06-01").fine().contains("Keys"));
    assert!(folder.run("due --on 2119-12-31 --within P1M").stdout.contains("term ends  Keys  Ana"));
    folder.write(
        "circle.toml",
        circle.replace("holder = \"Ana\"\nsince = 2026-01-01\nuntil = 2120-01-01\n", ""),
    );
    assert_eq!(folder.run("due --on 2119-12-31").fine(), "  Nothing is due by 31 December 2119.\n");
    folder.write("circle.toml", circle);
    let later = "/at 2120-02-01T19:00+01:00\nall\n-\n-\nclose\nok\n";
    folder.run_with("meet --script -", later).fine();
    let head = folder.read("meetings/2120-02-01.toml");
    assert!(head.contains("holder = \"Ben\"") && !head.contains("next = "), "{head}");
    folder.run("check").fine();
    folder.run("replay").fine();
}

#[test]
fn who_has_begun_is_the_holder_in_the_agenda_and_in_what_is_due() {
    let folder = garden();
    let next = "next = { holder = \"Ben\", since = 2020-01-01, until = 2021-01-01 }\n";
    let circle = CIRCLE.replace("2026-01-01", "2019-01-01").replace("2120-01-01", "2020-01-01");
    folder.write("circle.toml", circle + next);
    let agenda = folder.run("agenda").fine();
    assert!(
        agenda.contains("Keys") && agenda.contains("Held by Ben, until 1 January 2021"),
        "{agenda}"
    );
    let status = folder.run("").fine();
    assert!(status.contains("1 thing is due."), "{status}");
}

#[test]
fn a_term_begins_at_the_announcement_if_that_is_later_than_what_was_said() {
    let folder = garden();
    let after = "/at 2026-09-08T20:00+02:00\n";
    let script = elects("2026-09-05", "since 2026-09-06\n", "Ben", after);
    folder.run_with("meet --script -", &script).fine();
    let election = folder.read("elections/2026-09-05-keys.md");
    assert!(election.contains("since = 2026-09-08\nuntil = 2027-09-08\n"), "{election}");
    let circle = folder.read("circle.toml");
    assert!(
        circle.contains("holder = \"Ben\"\nsince = 2026-09-08\nuntil = 2027-09-08\n"),
        "{circle}"
    );
    let folder = garden();
    let past = elects("2026-09-05", "since 2026-09-04\n", "Ben", "");
    let ran = folder.run_with("meet --script -", &past);
    assert!(ran.stderr.contains("4 September 2026 has passed"), "{ran:?}");
}

#[test]
fn an_election_takes_the_place_of_those_whose_days_it_overlaps_and_of_no_other() {
    let folder = garden();
    let first = elects("2026-09-05", "since 2120-01-01\n", "Ben", "");
    folder.run_with("meet --script -", &first).fine();
    let second = elects("2026-09-12", "since 2120-06-01\n", "Chen", "");
    let said = folder.run_with("meet --script -", &second).fine();
    let place = "takes the place of Ben, elected from 1 January 2120 until 1 January 2121\n";
    assert!(said.contains(place), "{said}");
    let record = folder.read("elections/2026-09-12-keys.md");
    assert!(record.contains("replaces = [\"2026-09-05-keys\"]\n"), "{record}");
    let circle = folder.read("circle.toml");
    assert!(circle.contains("next = { holder = \"Chen\", since = 2120-06-01,"), "{circle}");
    let third = elects("2026-09-19", "since 2119-01-01\nterm 1 year\n", "Ben", "");
    let ran = folder.run_with("meet --script -", &third);
    let refused =
        "Chen has the role `Keys` from 1 June 2120 already, and there is room for one next holder";
    assert!(ran.stderr.contains(refused), "{ran:?}");
    let fourth = elects("2026-09-26", "since 2026-09-26\nterm 1 year\n", "Ben", "");
    let said = folder.run_with("meet --script -", &fourth).fine();
    assert!(!said.contains("takes the place"), "{said}");
    assert!(!folder.read("elections/2026-09-26-keys.md").contains("replaces"));
    let circle = folder.read("circle.toml");
    assert!(circle.contains("next = { holder = \"Chen\", since = 2120-06-01,"), "{circle}");
}

#[test]
fn an_ordinary_election_takes_the_place_of_the_last_one_to_its_role_and_of_no_other_role() {
    let folder = garden();
    let earlier = |role: &str, day: &str, until: &str| {
        let id = format!("{day}-{}", role.to_lowercase());
        let front = format!(
            "+++\nid = \"{id}\"\nkind = \"election\"\nrole = \"{role}\"\nelected = \"Ana\"\ncircle = \
             \"Garden\"\ndate = {day}\nuntil = {until}\n+++\n\nShe is there.\n"
        );
        folder.write(&format!("elections/{id}.md"), front);
    };
    earlier("Keys", "2025-01-01", "2026-01-01");
    earlier("Bell", "2026-01-01", "2027-01-01");
    let said = folder.run_with("meet --script -", &elects("2026-09-05", "", "Ben", "")).fine();
    assert!(!said.contains("takes the place"), "{said}");
    let record = folder.read("elections/2026-09-05-keys.md");
    assert!(record.contains("replaces = [\"2025-01-01-keys\"]\n"), "{record}");
}
