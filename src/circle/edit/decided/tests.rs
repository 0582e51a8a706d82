use super::*;
use crate::circle::edit::ChangeResult::{AlreadyThere, LeftAlone, Written};

const GARDEN: &str = "# our circle
name = \"Garden\"
aim = \"Grow food.\" # and flowers

[rules]
# more than half
quorum = 2 # for now

[[member]]
name = \"Ana\"

[[member]]
name = \"Ben\" # builds
since = 2026-02-14
# our newest member
[[member]]
name = \"Chen\"

# the roles
[[role]]
name = \"Keys\"
purpose = \"Opens.\"
";

fn changes(lines: &[&str]) -> Vec<Change> {
    let on = "2026-09-05".parse().unwrap();
    lines.iter().map(|it| Change { effect: it.parse().unwrap(), on }).collect()
}

/// Writes changes that were decided when the circle's file was `head`.
fn update(text: &str, head: &str, lines: &[&str]) -> FileUpdate {
    change(text, &Circle::read(head).unwrap(), &changes(lines)).unwrap()
}

/// Lists the lines that differ, removed ones first.
#[track_caller]
fn check(text: &str, lines: &[&str], expected: &str) {
    let update = update(text, text, lines);
    assert!(update.results.iter().all(|it| *it == Written), "{:?}", update.results);
    let new = update.text.unwrap();
    let circle = Circle::read(&new).unwrap_or_else(|err| panic!("{err:?}\n{new}"));
    let on = "2026-09-05".parse().unwrap();
    let mut then = Circle::read(text).unwrap();
    for it in changes(lines) {
        it.effect.apply(&mut then, on).unwrap();
    }
    assert_eq!(circle, then, "{new}");
    assert_eq!(crate::circle::edit::tests::diff(text, &new), expected);
}

#[test]
fn only_the_lines_of_a_change_differ() {
    check(GARDEN, &["join Farid"], "+[[member]]\n+name = \"Farid\"\n+since = 2026-09-05\n+\n");
    check(
        GARDEN,
        &["join Ana-Lu from Compost"],
        "+[[member]]\n+name = \"Ana-Lu\"\n+since = 2026-09-05\n+from = \"Compost\"\n+\n",
    );
    check(GARDEN, &["leave Ben on 2026-12-31"], "+ended = 2026-12-31\n");
    check(GARDEN, &["leave Ana"], "+ended = 2026-09-05\n");
    check(
        GARDEN,
        &["aim Feed the street."],
        "-aim = \"Grow food.\" # and flowers\n+aim = \"Feed the street.\" # and flowers\n",
    );
    check(GARDEN, &["domain The plot."], "+domain = \"The plot.\"\n");
    check(GARDEN, &["role Keys for 6 months"], "+term = \"6 months\"\n");
    check(
        GARDEN,
        &["role Keys: Opens and shuts."],
        "-purpose = \"Opens.\"\n+purpose = \"Opens and shuts.\"\n",
    );
    check(
        GARDEN,
        &["role Bees: Looks after them."],
        "+\n+[[role]]\n+name = \"Bees\"\n+purpose = \"Looks after them.\"\n",
    );
    check(GARDEN, &["end role Keys"], "+ended = 2026-09-05\n");
    check(GARDEN, &["rule quorum 3"], "-quorum = 2 # for now\n+quorum = 3 # for now\n");
    check(GARDEN, &["rule term 6 months"], "+term = \"6 months\"\n");
    check(GARDEN, &["rule minutes 60"], "+\n+[meeting]\n+minutes = 60\n");
    check(GARDEN, &["rule aside true"], "+aside = true\n");
}

#[test]
fn every_layout_of_the_file_is_kept() {
    let inline =
        "name = \"G\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }, { name = \"C\" }]\n";
    check(
        inline,
        &["join Farid"],
        "-member = [{ name = \"Ana\" }, { name = \"Ben\" }, { name = \"C\" }]\n\
         +member = [{ name = \"Ana\" }, { name = \"Ben\" }, { name = \"C\" }, { name = \"Farid\", since = 2026-09-05 }]\n",
    );
    check(
        inline,
        &["leave Ben"],
        "-member = [{ name = \"Ana\" }, { name = \"Ben\" }, { name = \"C\" }]\n\
         +member = [{ name = \"Ana\" }, { name = \"Ben\", ended = 2026-09-05 }, { name = \"C\" }]\n",
    );
    check(inline, &["rule quorum 2"], "+\n+[rules]\n+quorum = 2\n");
    let members = &inline["name = \"G\"\n".len()..];
    let empty = format!("name = \"G\"\n{members}[rules]\n");
    check(&empty, &["rule quorum 2"], "+quorum = 2\n");
    let dotted = format!("name = \"G\"\nrules.term = \"1 year\"\n{members}");
    check(&dotted, &["rule term 2 years"], "-rules.term = \"1 year\"\n+rules.term = \"2 years\"\n");
    check(&dotted, &["rule quorum 2"], "+rules.quorum = 2\n");
    let table = format!("name = \"G\"\nrules = {{ term = \"1 year\" }}\n{members}");
    check(
        &table,
        &["rule quorum 2"],
        "-rules = { term = \"1 year\" }\n+rules = { term = \"1 year\", quorum = 2 }\n",
    );
    let none = format!("name = \"G\"\nrules = {{}}\n{members}");
    check(&none, &["rule quorum 2"], "-rules = {}\n+rules = { quorum = 2 }\n");
    let crlf = GARDEN.replace('\n', "\r\n");
    check(
        &crlf,
        &["join Farid", "leave Ben", "rule term 6 months"],
        "+term = \"6 months\"\n+ended = 2026-09-05\n+[[member]]\n+name = \"Farid\"\n+since = 2026-09-05\n+\n",
    );
}

#[test]
fn a_file_without_a_line_end_takes_several_changes() {
    let members = "name = \"G\"\n[[member]]\nname = \"Ana\"\n[[member]]\nname = \"Ben\"\n[[member]]\nname = \"Dana\"";
    for lines in [["leave Dana", "rule minutes 45"], ["rule minutes 45", "leave Dana"]] {
        let update = update(members, members, &lines);
        assert_eq!(update.results, [Written; 2]);
        let circle = Circle::read(&update.text.unwrap()).unwrap();
        assert!(circle.members[2].ended.is_some() && circle.plan.minutes == Some(45));
    }
}

#[test]
fn who_comes_back_is_a_member_again() {
    let ended = GARDEN.replace("since = 2026-02-14", "since = 2026-02-14\nended = 2026-06-30");
    check(&ended, &["join Ben"], "-since = 2026-02-14\n-ended = 2026-06-30\n+since = 2026-09-05\n");
}

#[test]
fn several_changes_build_on_each_other() {
    let twice = ["rule quorum 3", "rule quorum 1", "aim One.", "aim Two."];
    let update = update(GARDEN, GARDEN, &twice);
    assert_eq!(update.results, [Written; 4]);
    let circle = Circle::read(&update.text.unwrap()).unwrap();
    assert_eq!((&circle.aim[..], circle.rules.quorum.to_string()), ("Two.", "1".to_owned()));
}

#[test]
fn what_somebody_changed_by_hand_is_left_alone() {
    let check = |text: &str, line: &str, expected: ChangeResult| {
        assert_eq!(update(text, GARDEN, &[line]).results, [expected], "{line}");
    };
    let aim = GARDEN.replace("Grow food.", "Grow trees.");
    check(&aim, "aim Feed the street.", LeftAlone);
    check(&aim, "aim Grow trees.", AlreadyThere);
    check(&aim, "leave Ben", Written);
    check(&GARDEN.replace("quorum = 2", "quorum = 1"), "rule quorum 3", LeftAlone);
    check(&GARDEN.replace("since = 2026-02-14", "ended = 2027-01-01"), "leave Ben", LeftAlone);
    check(&GARDEN.replace("Ben", "Bea"), "leave Ben", AlreadyThere);
    check(&GARDEN.replace("Ben", "Farid"), "join Farid", AlreadyThere);
    check(&GARDEN.replace("Opens.", "Shuts."), "role Keys: Opens and shuts.", LeftAlone);
    check(&GARDEN.replace("Opens.", "Shuts."), "role Keys for 1 month", Written);
    check(&GARDEN.replace("Keys", "Purse"), "end role Keys", AlreadyThere);
}
