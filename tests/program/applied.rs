//! Tests `rounds apply`: what is on record and not in the circle's file.

use crate::deciding::{ADOPT, CIRCLE, CLOSE, OPEN, garden, meet};

#[test]
fn what_a_side_of_a_conflict_lost_is_written_again() {
    let folder = garden();
    let decided = format!(
        "decide Aim\naim Eat together.\n{ADOPT}decide Ben goes\nleave Ben on 2099-12-31\n{ADOPT}\
         decide Bees\nrole Bees: Hums.\nappoint Chen as Bees until 2099-12-31\n{ADOPT}"
    );
    meet(&folder, &decided);
    let after = folder.read("circle.toml");
    assert!(folder.run("apply").fine().contains("Nothing is missing"));
    folder.write("circle.toml", CIRCLE);
    let checked = folder.run("check");
    for effect in ["aim Eat together.", "leave Ben on 2099-12-31", "role Bees: Hums."] {
        assert!(
            checked.stdout.contains(&format!("not done here: `{effect}`")),
            "{}",
            checked.stdout
        );
    }
    let said = folder.run("apply").fine();
    assert!(said.contains("aim Eat together. (2026-09-05-aim)"), "{said}");
    assert!(said.contains("Bees: Chen"), "{said}");
    assert_eq!(folder.read("circle.toml"), after);
    folder.run("check").fine();
    assert!(folder.run("apply").fine().contains("Nothing is missing"));
    assert_eq!(folder.read("circle.toml"), after);
}

#[test]
fn a_change_by_hand_that_goes_on_record_is_no_finding() {
    let folder = garden();
    meet(&folder, &format!("decide Aim\naim Eat together.\n{ADOPT}"));
    let by_hand = folder.read("circle.toml").replace("Eat together.", "Sleep.");
    folder.write("circle.toml", &by_hand);
    assert!(folder.run("check").stdout.contains("not done here"));
    let add = "log add --title Aim --date 2026-09-06 --term 9_years";
    let mut add = folder.rounds(add.replace("9_years", "P9Y").as_str());
    let added = add.args(["--text", "We sleep.", "--effect", "aim Sleep."]).output().unwrap();
    assert!(added.status.success(), "{added:?}");
    folder.run("check").fine();
    assert!(folder.run("apply").fine().contains("Nothing is missing"));
    let adds = |more: &str, effects: &[&str]| {
        let mut add = folder.rounds(&format!("log add --title X --date 2026-09-06 {more}"));
        add.args(effects.iter().flat_map(|it| ["--effect", it]));
        crate::folder::Ran::of(&add.output().unwrap())
    };
    for (more, effects, key) in [
        ("--once", &["marry Ana"][..], "is no change to the circle"),
        ("--once", &["aim A", "aim B"], "change the same"),
        ("--once", &["rule colour red"], "colour"),
        ("--lasts P1Y", &["aim Sleep."], "does not end by itself"),
    ] {
        let refused = adds(more, effects);
        assert!(refused.code == Some(2) && refused.stderr.contains(key), "{refused:?}");
    }
    assert!(!folder.files().contains_key("decisions/2026-09-06-x.md"));
    // A slip is said and kept: the file may have been changed again since.
    let slip = adds("--once", &["leave Ben"]);
    assert_eq!(slip.code, Some(0), "{slip:?}");
    assert!(slip.stderr.contains("not done here: `leave Ben`"), "{slip:?}");
}

#[test]
fn two_decisions_of_one_day_about_one_rule_are_written_in_their_order() {
    let folder = garden();
    let both = format!("decide Two\nrule quorum 2\n{ADOPT}decide A Two\nrule quorum 3\n{ADOPT}");
    meet(&folder, &both);
    assert!(folder.read("circle.toml").contains("quorum = 3"));
    folder.run("check").fine();
    assert!(folder.run("apply").fine().contains("Nothing is missing"));
}

#[test]
fn an_election_and_an_appointment_count_in_the_order_of_the_meeting() {
    let elect = "select Facilitator\nok\nok\n@Ana Ben: x\n@Ben Ben: x\n@Chen Ben: x\n@Dana Ben: x\n\
                 Ben: x\n@Ana ok\n@Chen ok\n@Dana ok\n@Ben ok\nok\n";
    let appoint = format!("decide Chair\nappoint Dana as Facilitator\n{ADOPT}");
    for (lines, holder) in
        [(format!("{elect}{appoint}"), "Dana"), (format!("{appoint}{elect}"), "Ben")]
    {
        let folder = garden();
        meet(&folder, &lines);
        let circle = folder.read("circle.toml");
        assert!(circle.contains(&format!("holder = \"{holder}\"")), "{circle}");
        folder.run("check").fine();
        folder.run("replay").fine();
    }
}

#[test]
fn a_kind_is_free_again_after_its_role_ended() {
    let folder = garden();
    meet(&folder, &format!("decide End\nend role Facilitator\n{ADOPT}"));
    let later = OPEN.replace("09-05", "09-19");
    let lines = format!(
        "{later}decide Chair\nrole Chair (facilitator): Leads.\nappoint Ben as Chair\n{ADOPT}{CLOSE}"
    );
    folder.run_with("meet --script -", &lines).fine();
    let circle = folder.read("circle.toml");
    assert!(circle.contains("name = \"Chair\"\nkind = \"facilitator\""), "{circle}");
    folder.run("check").fine();
}

#[test]
fn a_circle_that_cannot_be_ended_is_said() {
    let folder = garden();
    let named = CIRCLE.replace("\"Garden\"", "\"Compost\"");
    let lines = format!("{OPEN}decide End\nend circle Compost\n{ADOPT}");
    // It was renamed while the meeting ran.
    folder.write("compost/circle.toml", &named);
    folder.run_with("meet --script -", &lines).paused();
    folder.write("compost/circle.toml", CIRCLE.replace("\"Garden\"", "\"Soil\""));
    let closed = folder.run_with("meet --continue --script -", CLOSE);
    assert!(closed.stderr.contains("no circle called `Compost`"), "{}", closed.stderr);
    // Its file cannot be read.
    let folder = garden();
    folder.write("compost/circle.toml", &named);
    folder.run_with("meet --script -", &lines).paused();
    folder.write("compost/circle.toml", format!("<<<<<<< a\n{named}"));
    let closed = folder.run_with("meet --continue --script -", CLOSE);
    assert_eq!(closed.code, Some(2), "{closed:?}");
    assert!(!folder.read("meetings/2026-09-05.toml").contains("\"filed\""));
    folder.write("compost/circle.toml", &named);
    let later = OPEN.replace("09-05", "09-19");
    folder.run_with("meet --script -", &format!("{later}{CLOSE}")).fine();
    assert!(folder.read("compost/circle.toml").contains("ended = 2026-09-05"));
}

#[test]
fn a_record_that_its_journal_contradicts_changes_nothing() {
    let folder = garden();
    meet(&folder, &format!("decide Aim\naim Eat together.\n{ADOPT}"));
    let path = "decisions/2026-09-05-aim.md";
    let effects = "effects = [\"aim Eat together.\"";
    let forged = folder.read(path).replace(effects, &format!("{effects}, \"leave Ben\""));
    folder.write(path, forged);
    let before = folder.read("circle.toml");
    let applied = folder.run("apply");
    assert_eq!(applied.code, Some(2), "{applied:?}");
    assert!(applied.stderr.contains("its journal does not say"), "{applied:?}");
    assert_eq!(folder.read("circle.toml"), before);
}

#[test]
fn an_election_to_a_role_that_ended_since_is_no_finding() {
    let folder = garden();
    meet(&folder, &format!("decide Bees\nrole Bees: Hums.\nappoint Chen as Bees\n{ADOPT}"));
    for (day, line) in [("09-06", "end role Bees"), ("09-07", "role Bees: Hums again.")] {
        let lines = format!("{}decide Bees\n{line}\n{ADOPT}{CLOSE}", OPEN.replace("09-05", day));
        folder.run_with("meet --script -", &lines).fine();
    }
    folder.run("check").fine();
    assert!(folder.run("apply").fine().contains("Nothing is missing"));
    assert!(!folder.read("circle.toml").contains("ended"), "{}", folder.read("circle.toml"));
}
