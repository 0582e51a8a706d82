//! Records and minutes that an earlier edition wrote with fewer keys, or otherwise.

use rounds::journal::digest;

use crate::elections::{elect, open};
use crate::folder::Folder;

const CIRCLE: &str = "name = \"Garden\"\n\
    rules = { steps = [], order = \"seats\", aside = true }\n\
    member = [{ name = \"Ana\" }, { name = \"Ben\" }, { name = \"Dana\" }]\n\
    [[role]]\nname = \"Keys\"\n";
const JOURNAL: &str = "meetings/2026-09-05.toml";
const MINUTES: &str = "meetings/2026-09-05.md";
const ELECTION: &str = "elections/2026-09-05-keys.md";
const ASIDE: &str = "decisions/2026-09-05-lamp.md";
const ABOUT: &str = "decisions/2026-09-05-a-key-for-dana.md";
const TITLE: &str = "title = \"Keys: Dana\"\n";
const DECISIONS: &str = "decide Lamp\ntext We buy a lamp.\nok\nok\nok\na I have one.\nok\n\
    decide A key for Dana\ntext Dana has a key.\nabout Dana\nok\nok\nok\nok\n";

fn script() -> String {
    open("2026-09-05", "all") + &elect("Keys", "Dana", 3) + DECISIONS + "close\nok\n"
}

/// A circle after a meeting with an election, somebody who stood aside, and a decision about a member.
fn held() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder.run_with("meet --script -", &script()).fine();
    folder
}

/// Takes a key out of a record, as if an earlier edition had written it: the journal has its digest.
#[track_caller]
fn without(folder: &Folder, file: &str, key: &str) {
    let text = folder.read(file);
    let at = text.find(&format!("\n{key} = ")).unwrap_or_else(|| panic!("{key}: {text}")) + 1;
    let end = at
        + if text[at..].starts_with(&format!("{key} = [\n")) {
            text[at..].find("\n]\n").expect("the list ends") + 3
        } else {
            text[at..].find('\n').expect("the line ends") + 1
        };
    write_as_filed(folder, file, &(text[..at].to_owned() + &text[end..]));
}

fn write_as_filed(folder: &Folder, file: &str, text: &str) {
    let kept = folder.read(JOURNAL);
    let before = digest(&folder.read(file));
    assert!(kept.contains(&before), "{kept}");
    folder.write(JOURNAL, kept.replace(&before, &digest(text)));
    folder.write(file, text);
}

#[track_caller]
fn nothing_is_found(folder: &Folder) {
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    let said = folder.run("replay").fine();
    assert!(said.ends_with(" 0 findings, 0 notes.\n") && said.lines().count() == 1, "{said}");
}

/// Takes the last fact, `filed`, out of the journal, and lets the next meeting finish it.
#[track_caller]
fn file_again(folder: &Folder) {
    let kept = folder.read(JOURNAL);
    let filed = kept.rfind("\n[[fact]]\nwhat = \"filed\"").expect("it was filed");
    folder.write(JOURNAL, &kept[..filed]);
    folder.run_with("meet --script -", &script()).fine();
}

#[test]
fn a_record_may_lack_the_keys_that_were_added_later() {
    for (file, key) in [(ELECTION, "title"), (ABOUT, "about"), (ASIDE, "asides")] {
        let folder = held();
        nothing_is_found(&folder);
        without(&folder, file, key);
        let before = folder.files();
        nothing_is_found(&folder);
        // So may one whose keys somebody put in another order.
        let lines = before[file].replacen("+++\n", "+++\n# by hand\n", 1);
        folder.write(file, &lines);
        let said = folder.run("check").stdout;
        assert!(said.ends_with("Nothing is wrong.\n"), "{key}: {said}");
        folder.write(file, &before[file]);
        file_again(&folder);
        assert_eq!(folder.files(), before, "{key}");
        nothing_is_found(&folder);
        let shown = folder
            .run(
                &format!("show {file}")
                    .replace("elections/", "")
                    .replace("decisions/", "")
                    .replace(".md", ""),
            )
            .fine();
        assert!(!shown.contains("gives something else"), "{shown}");
    }
}

#[test]
fn the_difference_of_an_earlier_record_is_what_it_says() {
    let folder = held();
    without(&folder, ELECTION, "title");
    let text = folder.read(ELECTION);
    folder.write(ELECTION, text.replace("reason = \"near\"", "reason = \"kind\""));
    let ran = folder.run("replay");
    assert_eq!(ran.code, Some(1));
    let says = "-reason = \"kind\"\n+reason = \"near\"\n";
    assert!(ran.stdout.contains(says) && !ran.stdout.contains("title"), "{}", ran.stdout);
}

#[test]
fn a_value_that_contradicts_the_meeting_is_found() {
    for (file, from, to) in [
        (ELECTION, TITLE, "title = \"Keys: Ben\"\n"),
        (ELECTION, "role = \"Keys\"", "role = \"Key\""),
        (ABOUT, "about = [\"Dana\"]", "about = [\"Ben\"]"),
        (ASIDE, "reason = \"I have one.\"", "reason = \"No.\""),
        (ASIDE, "title = \"Lamp\"\n", ""),
    ] {
        let folder = held();
        let text = folder.read(file);
        assert!(text.contains(from), "{text}");
        folder.write(file, text.replace(from, to));
        let is_found = |args: &str| {
            let ran = folder.run(args);
            ran.code == Some(1) && ran.stdout.contains(&format!("error: {file}"))
        };
        assert!(is_found("check"), "{from}");
        assert!(to.is_empty() || is_found("replay"), "{from}");
    }
}

#[test]
fn an_election_is_read_from_its_role_and_its_holder_alone() {
    let folder = held();
    let text = folder.read(ELECTION).replace(TITLE, "title = \"The keeper\"\n");
    folder.write(ELECTION, &text);
    for args in ["log", "show keys", "export md", "due --on 2027-12-01", "roles"] {
        let said = folder.run(args).stdout;
        assert!(said.contains("Dana") && !said.contains("keeper"), "{args}: {said}");
    }
    // It is found under the words of the log.
    let mut shown = folder.rounds("show");
    let shown = shown.arg("Keys: Dana").output().expect("it runs");
    assert!(String::from_utf8_lossy(&shown.stdout).starts_with("Keys: Dana"), "{shown:?}");
}

#[test]
fn an_earlier_election_that_was_accepted_since_is_not_noted() {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    let script = open("2026-09-05", "all but Dana") + &elect("Keys", "Dana", 2) + "close\nok\n";
    folder.run_with("meet --script -", &script).fine();
    without(&folder, ELECTION, "title");
    let next = open("2026-09-19", "all") + "/accepted Dana\nclose\nok\n";
    folder.run_with("meet --script -", &next).fine();
    let accepted = folder.read(ELECTION);
    assert!(accepted.contains("accepted = true"), "{accepted}");
    nothing_is_found(&folder);
    // Nor is one out of which somebody took the key.
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder.run_with("meet --script -", &script).fine();
    folder.run_with("meet --script -", &next).fine();
    assert_eq!(folder.read(ELECTION).replacen(TITLE, "", 1), accepted);
    folder.write(ELECTION, accepted);
    nothing_is_found(&folder);
}

#[test]
fn minutes_that_an_earlier_edition_wrote_otherwise_are_told_in_one_line() {
    let folder = held();
    let minutes = folder.read(MINUTES);
    let earlier = minutes.replace("- Present:", "- Here:");
    write_as_filed(&folder, MINUTES, &earlier);
    let note = format!(
        "note: {MINUTES}: these minutes are as an earlier edition wrote them from {JOURNAL}\n"
    );
    assert_eq!(folder.run("check").fine(), format!("{note}Nothing is wrong.\n"));
    let said = folder.run("replay").fine();
    assert!(said.starts_with(&note) && said.lines().count() == 2, "{said}");
    // Somebody corrected them since: the difference is shown.
    folder.write(MINUTES, minutes.replace("- Present:", "- There:"));
    let said = folder.run("replay").fine();
    assert!(said.contains("not word for word") && said.contains("-- There:"), "{said}");
    // The journal was changed: it is not the edition that differs.
    folder.write(MINUTES, &earlier);
    let kept = folder.read(JOURNAL);
    folder.write(JOURNAL, kept.replace("I have one.", "I have two."));
    let said = folder.run("replay").stdout;
    assert!(said.contains("not word for word") && !said.contains("an earlier edition"), "{said}");
}
