//! Tests decisions that are asked for in writing without a meeting: `rounds ask`, new versions, and days
//! that pass.

use std::fs;

use crate::folder::{Files, Folder};

const CIRCLE: &str = "name = \"Garden\"\nlanguage = \"en\"\n[rules]\nquorum = \"all but 1\"\nwritten = true\n\
    [[member]]\nname = \"Ana\"\n[[member]]\nname = \"Ben\"\n[[member]]\nname = \"Chen\"\n\
    [[member]]\nname = \"Dana\"\n[[member]]\nname = \"Emil\"\n";

const WRITTEN: &str = "written/2026-09-05-quiet-hours";

const TOPIC: &str = "+++\ntitle = \"Quiet hours\"\nkind = \"decide\"\nby = \"Chen\"\n+++\n\nNo drills after eight.\n";

/// A circle in which Ana has asked for quiet hours by 20 September 2026.
#[track_caller]
fn asked() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder.write("backlog/quiet-hours.md", TOPIC);
    let sent = folder
        .run("ask quiet hours --as Ana --until 2026-09-20 --at 2026-09-05T19:00+00:00")
        .fine();
    for line in [
        "No drills after eight.",
        "version 1",
        "Waits for Ben, Chen, Dana and Emil",
        "20 September 2026",
    ] {
        assert!(sent.contains(line), "{line}: {sent}");
    }
    folder
}

#[track_caller]
fn answer(folder: &Folder, who: &str, time: &str, said: &str) -> String {
    folder.run(&format!("answer quiet --as {who} --at 2026-09-06T{time}+00:00 {said}")).fine()
}

fn in_writing(folder: &Folder) -> Files {
    folder.files().into_iter().filter(|(path, _)| path.starts_with("written")).collect()
}

/// Adds the files of one clone to another, as git does where none is on both sides.
fn merge(into: &Folder, from: &Files) {
    for (path, text) in from {
        into.write(path, text);
    }
}

#[test]
fn everyone_is_asked_and_a_new_version_makes_every_answer_void() {
    let folder = asked();
    assert!(!folder.run("agenda --on 2026-09-07").fine().contains("Quiet hours"));
    answer(&folder, "Ben", "08:00", "n does it cover the pump?");
    answer(&folder, "Chen", "09:00", "o Eight is too early.");
    answer(&folder, "Emil", "09:30", "ok");
    let other = Folder::empty();
    folder.write("backlog/quiet-hours.md", TOPIC.replace("eight", "nine"));
    merge(&other, &folder.files());
    folder.run("ask quiet --amend --as Ana --at 2026-09-06T10:00+00:00").fine();
    assert!(folder.read(&format!("{WRITTEN}/2.toml")).contains("version = 2"));
    let again = folder.run("ask quiet --amend --as Ana --at 2026-09-06T11:00+00:00");
    assert_eq!(again.stderr, "error: that changes nothing\n");
    // Dana answers version 1 in her clone, after version 2 was put.
    answer(&other, "Dana", "10:30", "ok");
    merge(&folder, &in_writing(&other));
    let checked = folder.run("check").fine();
    assert!(checked.contains("dana.toml"), "{checked}");
    let shown = folder.run("show quiet").fine();
    assert!(shown.contains("No drills after nine."), "{shown}");
    for who in ["Ana", "Ben", "Chen", "Dana", "Emil"] {
        assert!(folder.run("settle").fine().contains("Nothing can be settled."));
        answer(&folder, who, "12:00", "ok");
    }
    folder.run("settle").fine();
    let record = folder.read("decisions/2026-09-05-quiet-hours.md");
    for line in [
        "written = [\"Ana\", \"Ben\", \"Chen\", \"Dana\", \"Emil\"]",
        "version = 2",
        "outcome = [\"text\"]",
        "No drills after nine.",
    ] {
        assert!(record.contains(line), "{line}: {record}");
    }
    // The topic is decided; its draft is in the journal, so no word is lost.
    assert!(!folder.files().contains_key("backlog/quiet-hours.md"));
}

#[test]
fn five_clones_merge_in_any_order_and_settle_to_the_same_bytes() {
    let people = ["Ben", "Chen", "Dana", "Emil"];
    let clones: Vec<Files> = people
        .iter()
        .map(|who| {
            let clone = asked();
            answer(&clone, who, "08:00", "ok");
            in_writing(&clone)
        })
        .collect();
    let mut settled: Option<Files> = None;
    let orders = (0..256).map(|it| [it / 64 % 4, it / 16 % 4, it / 4 % 4, it % 4]);
    let orders = orders.filter(|it| (0..4).all(|one| it.contains(&one)));
    let mut count = 0;
    for order in orders {
        let folder = asked();
        for it in order {
            merge(&folder, &clones[it]);
        }
        folder.run("settle").fine();
        let files = folder.files();
        assert_eq!(*settled.get_or_insert_with(|| files.clone()), files, "{order:?}");
        count += 1;
    }
    assert_eq!(count, 24);
    let record = "decisions/2026-09-05-quiet-hours.md";
    let text = &settled.expect("there are orders")[record];
    assert!(String::from_utf8_lossy(text.as_ref()).contains("present = [\"Ana\"]"));
}

#[test]
fn silence_is_no_answer_past_the_day() {
    let folder = asked();
    for who in ["Ben", "Chen", "Dana"] {
        answer(&folder, who, "08:00", "ok");
    }
    let late = folder.run("settle --at 2027-01-01T08:00+00:00").fine();
    assert!(late.contains("Emil has not answered by 20 September 2026."), "{late}");
    assert!(folder.files().keys().all(|it| !it.starts_with("decisions")));
    assert!(folder.run("agenda --on 2026-09-21").fine().contains("Quiet hours"));
    assert!(!folder.run("agenda --on 2026-09-20").fine().contains("Quiet hours"));
    for (day, due, marked) in [
        ("2026-09-20", "waits for answers", "1 decision waits for answers"),
        ("2026-09-21", "waits past its day", "1 decision waits past its day"),
    ] {
        assert!(folder.run(&format!("due --on {day}")).stdout.contains(due), "{day}");
        assert!(folder.run(&format!("overview --on {day}")).stdout.contains(marked), "{day}");
    }
    folder.run("settle quiet --until 2027-02-01 --at 2027-01-01T08:00+00:00").fine();
    assert!(!folder.run("agenda --on 2027-01-02").fine().contains("Quiet hours"));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    // To the meeting: a topic, and nothing is decided.
    folder.run("settle quiet --meeting --at 2027-02-02T08:00+00:00").fine();
    assert!(folder.read(&format!("{WRITTEN}/end.toml")).contains("postponed"));
    assert!(folder.read("backlog/quiet-hours.md").contains("No drills after eight."));
    assert!(folder.run("agenda --on 2027-02-03").fine().contains("Quiet hours"));
    let after = folder.run("answer quiet --as Emil ok");
    assert!(after.stderr.contains("nothing waits in writing"), "{after:?}");
}

#[test]
fn several_that_wait_are_named_where_none_is() {
    let folder = asked();
    assert!(!folder.run("").fine().contains("rounds settle"));
    folder.write("backlog/hens.md", TOPIC.replace("Quiet hours", "Hens"));
    folder.run("ask Hens --as Ana --at 2026-09-05T19:00+00:00").fine();
    let ran = folder.run("answer --as Ben ok");
    assert!(ran.stderr.contains("several decisions wait in writing: "), "{ran:?}");
    assert!(folder.run("").fine().contains("rounds answer"));
    for who in ["Ben", "Chen", "Dana", "Emil"] {
        answer(&folder, who, "08:00", "ok");
    }
    assert!(folder.run("").fine().contains("rounds settle"));
}

#[test]
fn who_left_meanwhile_brings_it_to_the_meeting_and_who_joined_is_not_asked() {
    let folder = asked();
    let agenda = |day: &str| folder.run(&format!("agenda --on {day}")).fine();
    let farid = "[[member]]\nname = \"Farid\"\nsince = 2026-09-08\n";
    folder.write("circle.toml", CIRCLE.to_owned() + farid);
    assert!(folder.run("answer --as Farid ok").stderr.contains("nothing here waits for Farid"));
    assert!(!agenda("2026-09-12").contains("Quiet hours"));
    folder.write("circle.toml", CIRCLE.to_owned() + "ended = 2026-09-10\n");
    assert!(!agenda("2026-09-10").contains("Quiet hours"));
    assert!(agenda("2026-09-11").contains("Quiet hours"));
}

#[test]
fn what_was_settled_before_is_no_trouble_at_a_given_time() {
    let folder = asked();
    for who in ["Ben", "Chen", "Dana", "Emil"] {
        answer(&folder, who, "08:00", "ok");
    }
    let settled = folder.run("settle --at 2026-09-07T08:00+00:00").fine();
    assert!(settled.contains("Quiet hours is decided in writing."), "{settled}");
    let again = folder.run("settle --at 2026-09-08T08:00+00:00").fine();
    assert!(again.contains("Nothing can be settled."), "{again}");
}

#[test]
fn what_cannot_be_asked_in_writing_is_refused() {
    let folder = asked();
    let refused = |args: &str, why: &str| {
        let before = folder.files();
        let ran = folder.run(args);
        assert!(ran.code == Some(2) && ran.stderr.contains(why), "{args}: {ran:?}");
        assert_eq!(folder.files(), before, "{args}");
    };
    refused("ask quiet hours --as Ana", "is in writing already");
    refused("ask Hens --as Ana", "needs a text");
    refused("ask Hens", "not said who asks");
    refused("ask Hens --as Zoe", "Zoe");
    folder.write("backlog/keys.md", "+++\ntitle = \"Keys\"\nkind = \"select\"\n+++\n");
    refused("ask Keys --as Ana", "nobody is elected in writing");
    folder.write("backlog/hens.md", TOPIC.replace("Quiet hours", "Hens"));
    refused("ask Hens --as Ana --until 2020-01-01", "`until` has passed");
    folder.write("circle.toml", CIRCLE.replace("written = true\n", ""));
    refused("ask Hens --as Ana", "no decisions in writing");
    fs::remove_dir_all(folder.root().join("written")).expect("it is there");
}

#[test]
fn nothing_is_adopted_while_an_answer_cannot_be_read() {
    let folder = asked();
    for who in ["Ben", "Chen", "Dana", "Emil"] {
        answer(&folder, who, "08:00", "ok");
    }
    // Emil objects later, but his file is cut off.
    folder.write(&format!("{WRITTEN}/20260906-090000-emil.toml"), "[[fact]]\nwhat = \"obj");
    for args in ["settle", "settle quiet", "due --on 2026-09-07"] {
        let ran = folder.run(args);
        let names = ran.stderr.contains("090000-emil.toml") || args == "settle quiet";
        assert!(ran.code == Some(2) && names, "{args}: {ran:?}");
        assert!(folder.files().keys().all(|it| !it.starts_with("decisions")), "{args}");
    }
    let shown = folder.run("show quiet").fine();
    assert!(shown.contains("cannot be read") && shown.contains("090000-emil.toml"), "{shown}");
    fs::remove_file(folder.root().join(WRITTEN).join("20260906-090000-emil.toml")).expect("there");
    folder.run("settle").fine();
}

#[test]
fn nobody_answers_where_git_left_two_versions() {
    let folder = asked();
    folder.write("backlog/quiet-hours.md", TOPIC.replace("eight", "nine"));
    folder.run("ask quiet --amend --as Ana --at 2026-09-06T10:00+00:00").fine();
    let second = format!("{WRITTEN}/2.toml");
    let text = folder.read(&second);
    let line = "text = \"No drills after nine.\"\n";
    let other = line.replace("nine", "ten");
    let both = format!("<<<<<<< HEAD\n{line}=======\n{other}>>>>>>> other\n");
    folder.write(&second, text.replace(line, &both));
    let before = folder.files();
    for args in ["answer quiet --as Dana ok", "ask quiet --amend --as Ana"] {
        let ran = folder.run(args);
        let why = ["2.toml", "git has left two versions", "keep one of them"];
        assert!(ran.code == Some(2), "{args}: {ran:?}");
        assert!(why.iter().all(|it| ran.stderr.matches(it).count() == 1), "{args}: {ran:?}");
        assert_eq!(folder.files(), before, "{args}");
    }
    folder.write(&second, text);
    let told = answer(&folder, "Dana", "12:00", "ok");
    assert!(told.contains("version 2"), "{told}");
}

/// What everyone has answered and cannot be adopted stops neither other decisions nor a meeting.
#[test]
fn what_cannot_be_adopted_comes_to_the_meeting() {
    let away = CIRCLE.replace("\"all but 1\"", "5") + "away = 2027-01-01\n";
    let aside = CIRCLE.replace("written = true", "written = true\naside = true");
    let over = TOPIC.replace("by = ", "expires = 2026-09-06\nby = ");
    for (circle, topic, said, why) in [
        (away.as_str(), TOPIC, "ok", "no quorum: 4 members are present"),
        (aside.as_str(), TOPIC, "a I am away.", "nobody has consented"),
        (CIRCLE, over.as_str(), "ok", "6 September 2026 has passed"),
    ] {
        let folder = Folder::empty();
        folder.write("circle.toml", circle);
        folder.write("backlog/quiet-hours.md", topic);
        folder.run("ask quiet hours --as Ana --at 2026-09-05T19:00+00:00").fine();
        let people = ["Ana", "Ben", "Chen", "Dana", "Emil"];
        for who in people.iter().filter(|it| **it != "Emil" || !circle.contains("away")) {
            let at = "--at 2026-09-07T08:00+00:00";
            folder.run(&format!("answer quiet --as {who} {at} {said}")).fine();
        }
        assert!(folder.run("due --on 2026-09-08").stdout.contains("cannot be adopted"), "{why}");
        let refused = folder.run("settle quiet");
        assert!(refused.stderr.contains("cannot be settled yet"), "{refused:?}");
        assert!(refused.stderr.contains(why), "{refused:?}");
        assert!(folder.run("settle").fine().contains("Nothing can be settled."));
        assert!(folder.run("agenda --on 2026-09-08").fine().contains("Quiet hours"), "{why}");
        assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
        folder.run_with("meet --script -", "/at 2026-09-19T19:00+02:00\nall\n").paused();
    }
}

#[test]
fn what_cannot_be_read_is_not_asked_twice_and_is_shown() {
    let folder = asked();
    let first = format!("{WRITTEN}/1.toml");
    let text = folder.read(&first);
    for broken in [None, Some(format!("<<<<<<< HEAD\n{text}=======\n>>>>>>> other\n"))] {
        match &broken {
            Some(text) => folder.write(&first, text),
            None => fs::remove_file(folder.root().join(&first)).expect("it is there"),
        }
        let before = folder.files();
        for args in ["ask quiet hours --as Ana", "show quiet hours", "show 2026-09-05"] {
            let ran = folder.run(args);
            assert!(ran.code == Some(2) && ran.stderr.contains(WRITTEN), "{args}: {ran:?}");
        }
        assert_eq!(folder.files(), before);
    }
}
