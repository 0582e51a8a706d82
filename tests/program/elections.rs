//! Tests how elections change the circle's file: only three lines change, changes made meanwhile
//! are kept, and an interrupted run is finished.

use similar::{ChangeTag, TextDiff};

use crate::folder::{Folder, Ran};

const CIRCLE: &str = r#"# Who we are. Ana keeps this file.
name = "Garden"

[rules]
steps = []                # we know what we do
order = "seats"

[[member]]
name = "Ana"
[[member]]
name = "Ben"
[[member]]
name = "Chen"
[[member]]
name = "Dana"

[[role]]
name = "Keys"             # the shed and the gate
purpose = "Opens and closes."
holder = "Ana"            # since the beginning
since = 2020-09-05
until = 2021-09-05        # overdue

[[role]]
name = "Chest"
# nobody yet
"#;

const RECORD: &str = "elections/2026-09-05-keys.md";
const JOURNAL: &str = "meetings/2026-09-05.toml";

pub fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder
}

/// Opens a meeting on a day with all members, or without Dana.
pub fn open(day: &str, who: &str) -> String {
    format!("/at {day}T19:00+02:00\n{who}\nok\nok\n")
}

/// Elects somebody to a role; this many members answer.
pub fn elect(role: &str, who: &str, members: usize) -> String {
    let named = format!("{who}: a\n").repeat(members);
    let consent = "ok\n".repeat(members);
    format!("select {role}\nok\nok\n{named}{who}: near\n{consent}ok\n")
}

/// Plays a meeting on 5 September that elects Dana to the role of the keys.
fn dana_has_the_keys(folder: &Folder) -> String {
    let script = format!("{}{}close\nok\n", open("2026-09-05", "all"), elect("Keys", "Dana", 4));
    folder.run_with("meet --script -", &script).fine()
}

/// Plays the same meeting without its last lines.
pub fn paused(folder: &Folder) {
    let script = format!("{}{}", open("2026-09-05", "all"), elect("Keys", "Dana", 4));
    folder.run_with("meet --script -", &script).paused();
}

/// Continues the paused meeting to its end.
pub fn close(folder: &Folder) -> Ran {
    folder.run_with("meet --continue --at 19:30 --script -", "close\nok\n")
}

/// A meeting without any items.
fn another_meeting(folder: &Folder) -> Ran {
    folder.run_with("meet --script -", &format!("{}close\nok\n", open("2026-09-19", "all")))
}

/// Lists the lines that differ, first those that were removed.
#[track_caller]
fn changed(old: &str, new: &str, expected: &str) {
    let mut lines = String::new();
    for change in TextDiff::from_lines(old, new).iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => {}
            ChangeTag::Delete => lines += &format!("-{change}"),
            ChangeTag::Insert => lines += &format!("+{change}"),
        }
    }
    assert_eq!(lines, expected, "{new}");
}

const THREE_LINES: &str = "-holder = \"Ana\"            # since the beginning\n\
                           -since = 2020-09-05\n\
                           -until = 2021-09-05        # overdue\n\
                           +holder = \"Dana\"            # since the beginning\n\
                           +since = 2026-09-05\n\
                           +until = 2027-09-05        # overdue\n";

fn is_filed(folder: &Folder, journal: &str) -> bool {
    folder.read(journal).contains("what = \"filed\"")
}

/// Removes the last fact of the journal, as if the program had been killed before it.
fn unfile(folder: &Folder, journal: &str) {
    let text = folder.read(journal);
    let filed = text.rfind("\n[[fact]]\nwhat = \"filed\"").expect("it was filed");
    folder.write(journal, &text[..filed]);
}

#[test]
fn an_election_changes_three_lines_of_the_circle_and_keeps_its_remarks() {
    let folder = garden();
    let said = dana_has_the_keys(&folder);
    changed(CIRCLE, &folder.read("circle.toml"), THREE_LINES);
    assert!(said.contains("written  elections/2026-09-05-keys.md"), "{said}");
    assert!(said.contains("         circle.toml\n"), "{said}");
    assert!(said.contains("the term of Keys ends on 5 September 2027"), "{said}");
    assert!(is_filed(&folder, JOURNAL));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn a_role_without_a_holder_and_one_that_is_new_are_added() {
    let folder = garden();
    let door =
        elect("Door", "Zoe (outside)", 4).replacen("Door\n", "Door\nLets us in.\n6 months\n", 1);
    let script = format!(
        "{}{}{door}/accepted Zoe\nclose\nok\n",
        open("2026-09-05", "all"),
        elect("Chest", "Ben", 4)
    );
    folder.run_with("meet --script -", &script).fine();
    let added = "+holder = \"Ben\"\n+since = 2026-09-05\n+until = 2027-09-05\n+\n+[[role]]\n\
                 +name = \"Door\"\n+purpose = \"Lets us in.\"\n+term = \"6 months\"\n\
                 +holder = \"Zoe\"\n+outside = true\n+since = 2026-09-05\n+until = 2027-03-05\n";
    changed(CIRCLE, &folder.read("circle.toml"), added);
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn a_role_that_somebody_changed_meanwhile_is_left_alone_and_reported() {
    for (from, to) in [
        ("holder = \"Ana\" ", "holder = \"Ben\" "),
        ("name = \"Keys\" ", "name = \"The keys\" "),
        ("since = 2020-09-05", "since = 2020-09-06"),
        ("until = 2021-09-05", "until = 2022-09-05"),
    ] {
        let folder = garden();
        paused(&folder);
        let by_hand = CIRCLE.replace(from, to);
        assert_ne!(by_hand, CIRCLE);
        folder.write("circle.toml", &by_hand);
        let ran = close(&folder);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        let said = "error: circle.toml: the role `Keys` was changed meanwhile, and stays as it is\n\
                    hint: the election says `holder = \"Dana\"`, `since = 2026-09-05`, \
                    `until = 2027-09-05`\n";
        assert_eq!(ran.stderr, said);
        assert_eq!(folder.read("circle.toml"), by_hand);
        assert!(folder.read(RECORD).contains("elected = \"Dana\""));
        assert!(is_filed(&folder, JOURNAL));
        let checked = folder.run("check");
        assert_eq!(checked.code, Some(1), "{checked:?}");
        let differs = "circle.toml: the role `Keys` is not as it was elected in `2026-09-05-keys`";
        assert!(checked.stdout.contains(differs), "{checked:?}");
    }
}

#[test]
fn other_changes_of_the_file_stay_and_the_election_is_written_all_the_same() {
    let folder = garden();
    paused(&folder);
    let by_hand = CIRCLE.replace("# Who we are.", "# All of us.").replace("\"Chest\"", "\"Box\"");
    folder.write("circle.toml", &by_hand);
    close(&folder).fine();
    changed(&by_hand, &folder.read("circle.toml"), THREE_LINES);
}

#[test]
fn a_circle_file_that_does_not_parse_at_the_close_waits_to_be_mended() {
    let folder = garden();
    paused(&folder);
    let broken = CIRCLE.replace("[rules]", "[rules");
    folder.write("circle.toml", &broken);
    let ran = close(&folder);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stderr.contains("error: circle.toml:4:"), "{}", ran.stderr);
    assert!(ran.stdout.contains("written  elections/2026-09-05-keys.md"), "{}", ran.stdout);
    for record in [RECORD, "meetings/2026-09-05.md"] {
        assert!(folder.root().join(record).exists(), "{record}");
    }
    assert_eq!(folder.read("circle.toml"), broken);
    assert!(!is_filed(&folder, JOURNAL));
    // No meeting begins while the file is broken. Once it is mended, the next run finishes this.
    assert_eq!(another_meeting(&folder).code, Some(2));
    assert!(!is_filed(&folder, JOURNAL));
    folder.write("circle.toml", CIRCLE);
    let said = another_meeting(&folder).fine();
    assert!(said.contains("written  circle.toml\n"), "{said}");
    changed(CIRCLE, &folder.read("circle.toml"), THREE_LINES);
    assert!(is_filed(&folder, JOURNAL));
    assert!(is_filed(&folder, "meetings/2026-09-19.toml"));
}

#[test]
fn a_paused_meeting_goes_on_with_its_own_circle_whatever_became_of_the_file() {
    let german = CIRCLE.replace("\n\n[rules]", "\nlanguage = \"de\"\n\n[rules]");
    for broken in ["", "name = \"Garden\"\nmebmer = []\n", "[[member]\n"] {
        let folder = garden();
        folder.write("circle.toml", &german);
        folder.run_with("meet --script -", &open("2026-09-05", "all")).paused();
        folder.write("circle.toml", broken);
        // Without an election the circle's file is not needed.
        let said = close(&folder).fine();
        assert!(said.contains("Sitzung schließen?"), "{said}");
        assert!(folder.read("meetings/2026-09-05.md").contains("Protokoll vom"));
        assert!(is_filed(&folder, JOURNAL));
        assert_eq!(folder.read("circle.toml"), broken);
    }
    let folder = garden();
    folder.write("circle.toml", "[[member]\n");
    assert_eq!(close(&folder).code, Some(2));
    assert!(close(&folder).stderr.contains("no meeting is paused"), "{:?}", close(&folder));
}

#[test]
fn what_was_interrupted_before_the_circle_s_file_is_finished() {
    let whole = garden();
    dana_has_the_keys(&whole);
    let expected = whole.files();
    let records = [RECORD, "meetings/2026-09-05.md"];
    for written in 0..=records.len() {
        let folder = garden();
        dana_has_the_keys(&folder);
        unfile(&folder, JOURNAL);
        folder.write("circle.toml", CIRCLE);
        for record in &records[written..] {
            std::fs::remove_file(folder.root().join(record)).expect("the record is there");
        }
        another_meeting(&folder).fine();
        let mut found = folder.files();
        found.retain(|name, _| !name.contains("2026-09-19"));
        assert_eq!(found, expected, "after {written} records");
    }
    // The same where the circle's file was written and only the last fact is missing.
    unfile(&whole, JOURNAL);
    another_meeting(&whole).fine();
    assert!(is_filed(&whole, JOURNAL));
    assert_eq!(whole.read("circle.toml"), expected["circle.toml"]);
}

#[test]
fn of_two_elections_to_one_role_in_a_meeting_the_later_one_counts() {
    let folder = garden();
    let (first, second) = (elect("Keys", "Dana", 4), elect("Keys", "Ben", 4));
    let script = format!("{}{first}{second}close\nok\n", open("2026-09-05", "all"));
    folder.run_with("meet --script -", &script).fine();
    changed(CIRCLE, &folder.read("circle.toml"), &THREE_LINES.replace("Dana", "Ben"));
    assert!(folder.read(RECORD).contains("elected = \"Dana\""));
    assert!(folder.read("elections/2026-09-05-keys-2.md").contains("elected = \"Ben\""));
    // The next election replaces the later one.
    let script = format!("{}{}close\nok\n", open("2026-09-19", "all"), elect("Keys", "Chen", 4));
    folder.run_with("meet --script -", &script).fine();
    let record = folder.read("elections/2026-09-19-keys.md");
    assert!(record.contains("replaces = [\"2026-09-05-keys-2\"]"), "{record}");
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn two_meetings_on_a_day_elect_to_the_same_role() {
    let folder = garden();
    dana_has_the_keys(&folder);
    let script = format!("{}{}close\nok\n", open("2026-09-05", "all"), elect("Keys", "Ben", 4));
    let script = script.replacen("T19:", "T21:", 1);
    folder.run_with("meet --script -", &script).fine();
    let record = folder.read("elections/2026-09-05-keys-2.md");
    assert!(record.contains("replaces = [\"2026-09-05-keys\"]"), "{record}");
    assert!(record.contains("meeting = \"2026-09-05-2\""), "{record}");
    assert!(folder.read("circle.toml").contains("holder = \"Ben\" "));
}

/// Elects Dana, who is absent, to a role.
fn dana_is_elected_while_absent(folder: &Folder, elected: &str) -> String {
    let script = format!("{}{elected}close\nok\n", open("2026-09-05", "all but Dana"));
    folder.run_with("meet --script -", &script).fine()
}

/// A later meeting in which she accepts.
fn dana_accepts(folder: &Folder) -> String {
    let script = format!("{}/accepted Dana\nclose\nok\n", open("2026-09-19", "all"));
    folder.run_with("meet --script -", &script).fine()
}

#[test]
fn who_was_elected_while_absent_enters_the_circle_s_file_when_they_accept() {
    let folder = garden();
    dana_is_elected_while_absent(&folder, &elect("Keys", "Dana", 3));
    assert_eq!(folder.read("circle.toml"), CIRCLE);
    let (record, minutes) = (folder.read(RECORD), folder.read("meetings/2026-09-05.md"));
    another_meeting(&folder).fine();
    assert_eq!(folder.read("circle.toml"), CIRCLE);
    std::fs::remove_file(folder.root().join("meetings/2026-09-19.toml")).unwrap();
    std::fs::remove_file(folder.root().join("meetings/2026-09-19.md")).unwrap();
    let said = dana_accepts(&folder);
    assert!(said.contains("Dana accepts Keys."), "{said}");
    changed(&record, &folder.read(RECORD), "-accepted = false\n+accepted = true\n");
    changed(CIRCLE, &folder.read("circle.toml"), THREE_LINES);
    assert_eq!(folder.read("meetings/2026-09-05.md"), minutes);
    assert!(folder.read("meetings/2026-09-19.md").contains("Dana has accepted: Keys"));
    // Nobody has to accept any more.
    let script = format!("{}/accepted Dana\n", open("2026-09-26", "all"));
    assert_eq!(folder.run_with("meet --script -", &script).code, Some(2));
}

#[test]
fn who_accepts_a_new_role_brings_it_into_the_circle_s_file() {
    let folder = garden();
    let door = elect("Door", "Dana", 3).replacen("Door\n", "Door\nLets us in.\n1 year\n", 1);
    dana_is_elected_while_absent(&folder, &door);
    assert_eq!(folder.read("circle.toml"), CIRCLE);
    dana_accepts(&folder);
    let added = "+\n+[[role]]\n+name = \"Door\"\n+purpose = \"Lets us in.\"\n+term = \"1 year\"\n\
                 +holder = \"Dana\"\n+since = 2026-09-05\n+until = 2027-09-05\n";
    changed(CIRCLE, &folder.read("circle.toml"), added);
}

#[test]
fn an_election_written_by_hand_is_accepted_and_keeps_its_remarks() {
    let folder = garden();
    let record = "+++\nid = \"2026-08-01-keys\" # from the old folder\nkind = \"election\"\n\
                  accepted = false    # ask her\nrole = \"Keys\"\nelected = \"Dana\"\n\
                  circle = \"Garden\"\ndate = 2026-08-01\nuntil = 2027-02-01\n+++\n\nBy letter.\n";
    folder.write("elections/2026-08-01-keys.md", record);
    dana_accepts(&folder);
    let accepted = "-accepted = false    # ask her\n+accepted = true    # ask her\n";
    changed(record, &folder.read("elections/2026-08-01-keys.md"), accepted);
    let now = folder.read("circle.toml");
    assert!(now.contains("holder = \"Dana\" ") && now.contains("since = 2026-08-01\n"), "{now}");
    assert!(now.contains("until = 2027-02-01 "), "{now}");
}

#[test]
fn an_election_accepted_since_is_no_other_content() {
    let folder = garden();
    dana_is_elected_while_absent(&folder, &elect("Keys", "Dana", 3));
    // The first meeting could not be finished because of an unrelated file.
    unfile(&folder, JOURNAL);
    let minutes = folder.read("meetings/2026-09-05.md");
    folder.write("meetings/2026-09-05.md", format!("{minutes}by hand\n"));
    let script = format!("{}/accepted Dana\nclose\nok\n", open("2026-09-19", "all"));
    folder.run_with("meet --script -", &script);
    assert!(folder.read(RECORD).contains("accepted = true"));
    folder.write("meetings/2026-09-05.md", &minutes);
    folder.run_with("meet --script -", &open("2026-09-26", "all")).paused();
    assert!(is_filed(&folder, JOURNAL));
    assert!(folder.read(RECORD).contains("accepted = true"));
    assert!(folder.read("circle.toml").contains("holder = \"Dana\" "));
}

#[test]
fn the_circle_as_of_another_day_leaves_the_file_alone() {
    let folder = garden();
    folder.write("then.toml", CIRCLE.replace("holder = \"Ana\" ", "holder = \"Ben\" "));
    let script = format!("{}{}close\nok\n", open("2026-09-05", "all"), elect("Keys", "Dana", 4));
    folder.run_with("meet --as-of then.toml --script -", &script).fine();
    assert_eq!(folder.read("circle.toml"), CIRCLE);
    assert!(folder.read(RECORD).contains("elected = \"Dana\""));
    assert!(is_filed(&folder, JOURNAL));
    assert_eq!(folder.run("replay").code, Some(0));
}

#[test]
fn a_meeting_as_of_another_day_leaves_the_file_alone_also_once_it_was_paused() {
    // The holder and the dates are the same in both.
    let folder = garden();
    folder.write("then.toml", CIRCLE);
    let script = format!("{}{}", open("2026-09-05", "all"), elect("Keys", "Dana", 4));
    folder.run_with("meet --as-of then.toml --script -", &script).paused();
    assert!(folder.read(JOURNAL).starts_with("format = 2\nas-of = true\n\n[circle]\n"));
    close(&folder).fine();
    assert_eq!(folder.read("circle.toml"), CIRCLE);
    assert!(is_filed(&folder, JOURNAL));
    // The same where the program was killed before the records were written.
    unfile(&folder, JOURNAL);
    std::fs::remove_file(folder.root().join(RECORD)).unwrap();
    another_meeting(&folder).fine();
    assert!(folder.read(RECORD).contains("elected = \"Dana\""));
    assert!(is_filed(&folder, JOURNAL));
    assert_eq!(folder.read("circle.toml"), CIRCLE);
}

#[test]
fn an_election_typed_up_from_years_ago_leaves_the_present_holder() {
    // One term that ended long ago, and one that would still run.
    for day in ["2015-03-01", "2020-03-01"] {
        let folder = garden();
        let script = format!("{}{}close\nok\n", open(day, "all"), elect("Keys", "Dana", 4));
        folder.run_with("meet --script -", &script).fine();
        assert_eq!(folder.read("circle.toml"), CIRCLE, "{day}");
        assert!(folder.read(&format!("elections/{day}-keys.md")).contains("elected = \"Dana\""));
        assert!(is_filed(&folder, &format!("meetings/{day}.toml")));
        // The later election on record counts.
        dana_has_the_keys(&folder);
        changed(CIRCLE, &folder.read("circle.toml"), THREE_LINES);
    }
}
