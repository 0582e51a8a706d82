//! Tests decisions that wait for those who are not there: answering, settling, and what does not count.

use std::fs;

use crate::folder::{Files, Folder};

const CIRCLE: &str = "name = \"Garden\"\nlanguage = \"en\"\n[rules]\nsteps = \"essential\"\n\
    quorum = \"1/2\"\nattribution = \"objections\"\naside = true\nabsent = \"wait\"\n\
    [[member]]\nname = \"Ana\"\n[[member]]\nname = \"Ben\"\n[[member]]\nname = \"Chen\"\n\
    [[member]]\nname = \"Dana\"\n[[member]]\nname = \"Emil\"\n";

const WRITTEN: &str = "written/2026-09-05-quiet-hours";

/// A meeting of Ana, Ben and Chen that decides these lines, and closes.
fn meeting(day: &str, title: &str, lines: &str) -> String {
    format!(
        "/at {day}T19:00+02:00\nAna, Ben, Chen\nok\nok\ndecide {title} by Chen\n{lines}\nok\n\
         ok\nok\nok\nok\nclose\nok\n"
    )
}

/// A circle that has put quiet hours in writing on 5 September 2026.
#[track_caller]
fn put(lines: &str) -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    let script = meeting(
        "2026-09-05",
        "Quiet hours",
        &format!("text No drills after eight.\n{lines}who Dana"),
    );
    folder.write("scripts/a.txt", script);
    folder.run("meet --script scripts/a.txt").fine();
    folder
}

/// Answers for somebody at a time of day on 6 September, in UTC.
#[track_caller]
fn answer(folder: &Folder, who: &str, time: &str, said: &str) -> String {
    folder.run(&format!("answer quiet --as {who} --at 2026-09-06T{time}+00:00 {said}")).fine()
}

fn in_writing(folder: &Folder) -> Files {
    let files = folder.files();
    files.into_iter().filter(|(path, _)| path.starts_with("written")).collect()
}

#[test]
fn the_close_says_what_those_who_are_asked_have_to_send() {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    let script = meeting("2026-09-05", "Quiet hours", "text No drills after eight.\nwho Dana");
    let said = folder.run_with("meet --script -", &script).fine();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let code = said.split("To ask Dana and Emil: Quiet hours, ").nth(1).and_then(|it| it.get(..12));
    answer(&folder, "Dana", "08:12", "ok");
    let kept = folder.read(&format!("{WRITTEN}/20260906-081200-dana.toml"));
    assert!(kept.contains(&format!("seen = \"{}\"", code.expect("there is a code"))), "{said}");
}

#[test]
fn the_read_back_names_who_is_asked_in_writing() {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE.replace("\"essential\"", "[\"read-back\"]"));
    let script = meeting("2026-09-05", "Quiet hours", "text No drills after eight.\nwho Dana");
    let said = folder.run_with("meet --script -", &format!("{script}ok\n")).fine();
    assert!(said.contains("Quiet hours: Dana and Emil are asked in writing.\n"), "{said}");
    assert!(!said.contains("Nothing was decided"), "{said}");
}

#[test]
fn words_of_the_title_are_no_answer() {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    let script = meeting("2026-09-05", "Meeting place", "text In the hall.\nwho Dana");
    folder.run_with("meet --script -", &script).fine();
    let consents = folder.run("answer meeting place --as Dana ok").fine();
    assert!(consents.contains("Dana has no objection to version 1."), "{consents}");
    let objects = folder.run("answer --as Emil o the place is a hall").fine();
    assert!(objects.contains("Emil objects to version 1: the place is a hall"), "{objects}");
}

#[test]
fn a_note_needs_words() {
    let ran = put("").run("answer quiet --as Dana n");
    assert!(ran.stderr.starts_with("error: the text is empty\n"), "{ran:?}");
}

#[test]
fn the_decision_waits_until_everyone_has_consented() {
    let folder = put("");
    assert!(folder.read("meetings/2026-09-05.md").contains("Dana and Emil are asked in writing."));
    assert!(
        folder
            .read(&format!("{WRITTEN}/1.toml"))
            .starts_with("format = 2\nwritten = true\nmeeting = \"2026-09-05\"\n")
    );
    assert!(folder.files().keys().all(|it| !it.starts_with("decisions")));
    let due = || folder.run("due --on 2026-09-07").stdout;
    assert!(due().contains("waits for answers"), "{}", due());

    let told = answer(&folder, "Dana", "08:12:40", "--via mail --by Ana ok");
    assert!(told.contains("Waits for Emil."), "{told}");
    let kept = folder.read(&format!("{WRITTEN}/20260906-081240-dana.toml"));
    for line in ["what = \"consented\"", "who = \"Dana\"", "via = \"mail\"", "by = \"Ana\""] {
        assert!(kept.contains(line), "{kept}");
    }
    let told = folder.run("settle quiet");
    assert!(told.stderr.contains("cannot be settled yet"), "{told:?}");
    assert!(folder.run("settle").fine().contains("Nothing can be settled."));

    answer(&folder, "Emil", "09:00", "o Saturdays are the only days I can build.");
    assert!(due().contains("objected in writing"), "{}", due());
    let agenda = folder.run("agenda --on 2026-09-07").fine();
    let heard = "- Sees to it: Dana\n- Emil objected at the time: Saturdays are the only days";
    assert!(agenda.contains("### 1. Quiet hours\n") && agenda.contains(heard), "{agenda}");
    let shown = folder.run("show quiet").fine();
    assert!(shown.contains("Saturdays are the only days I can build."), "{shown}");

    answer(&folder, "Emil", "10:00", "c Ask me first.");
    assert!(due().contains("can be settled"), "{}", due());
    assert!(!folder.run("agenda --on 2026-09-07").fine().contains("Quiet hours"));
    folder.run("settle").fine();
    let record = folder.read("decisions/2026-09-05-quiet-hours.md");
    for line in [
        "date = 2026-09-06",
        "present = [\"Ana\", \"Ben\", \"Chen\"]",
        "written = [\"Dana\", \"Emil\"]",
        "{ who = \"Emil\", text = \"Ask me first.\" }",
        "outcome = [\"withdrawn\"]",
        "meeting = \"written/2026-09-05-quiet-hours\"",
    ] {
        assert!(record.contains(line), "{line}: {record}");
    }
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    assert!(folder.run("replay").fine().contains("0 findings, 0 notes"));
    assert!(!due().contains("Quiet hours"), "{}", due());
    assert!(folder.run("show quiet").fine().contains("Saturdays"));
    let before = folder.files();
    assert!(folder.run("settle").fine().contains("Nothing can be settled."));
    assert_eq!(folder.files(), before);
}

#[test]
fn clones_that_are_merged_in_any_order_settle_to_the_same_bytes() {
    let people = [("Dana", "08:00"), ("Emil", "08:00"), ("Ana", "07:00")];
    let clones: Vec<Files> = people
        .iter()
        .map(|(who, time)| {
            let clone = put("");
            answer(&clone, who, time, "c I see.");
            in_writing(&clone)
        })
        .collect();
    let mut settled: Option<Files> = None;
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let merged = put("");
        for (path, text) in order.iter().flat_map(|it| &clones[*it]) {
            merged.write(path, text);
        }
        merged.run("settle").fine();
        assert_eq!(merged.run("check").fine(), "Nothing is wrong.\n");
        let files = merged.files();
        let first = settled.get_or_insert_with(|| files.clone());
        assert_eq!(*first, files, "{order:?}");
        assert!(files.contains_key("decisions/2026-09-05-quiet-hours.md"));
    }
}

#[test]
fn the_next_meeting_settles_before_it_opens() {
    let folder = put("");
    answer(&folder, "Dana", "08:00", "ok");
    answer(&folder, "Emil", "08:00", "a I am never there then.");
    folder.write("scripts/b.txt", meeting("2026-09-19", "Benches", "text Two benches."));
    let told = folder.run("meet --script scripts/b.txt").fine();
    assert!(told.contains("Quiet hours is decided in writing."), "{told}");
    assert!(folder.read("decisions/2026-09-05-quiet-hours.md").contains("asides = ["));
    assert!(folder.files().contains_key("written/2026-09-19-benches/1.toml"));
}

#[test]
fn an_objection_comes_to_the_meeting_which_ends_the_writing() {
    let folder = put("");
    answer(&folder, "Dana", "08:00", "m We have to talk.");
    let script = meeting("2026-09-19", "Quiet hours", "text None after nine.");
    folder.write("scripts/b.txt", script);
    let told = folder.run("meet --script scripts/b.txt").fine();
    assert!(told.contains("We have to talk."), "{told}");
    let end = folder.read(&format!("{WRITTEN}/end.toml"));
    assert!(end.contains("what = \"postponed\""), "{end}");
    assert!(folder.files().contains_key("written/2026-09-19-quiet-hours/1.toml"));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn an_item_with_all_that_can_happen_in_it_is_read_again() {
    let folder = Folder::empty();
    let steps = "steps = [\"agenda\", \"clarify\", \"react\"]\nconsent = \"call\"";
    folder.write(
        "circle.toml",
        CIRCLE.replace("steps = \"essential\"", steps).replace("1/2", "none"),
    );
    let script = "/at 2026-09-05T19:00+02:00\nAna, Chen + Zoe (guest)\nAna\nChen\n\
        decide Hens by Chen\nok\nok\nok\n\
        /topic Feed\ntext Six hens.\nabout Emil\nok\n\
        @Ana how many\nsix\n/arrive Ben\nok\nok\nok\nok\n/note it rains\n/action Ana: buy feed\n\
        @Ana o Too many.\nok\nok\ndrop\n@Ben o no\ntext Four hens.\nok\n\
        /leave Chen\nok\nok\nok\nclose\nok\n";
    folder.write("scripts/a.txt", script);
    let told = folder.run("meet --script scripts/a.txt");
    assert_eq!(told.code, Some(0), "{told:?}");
    let first = folder.read("written/2026-09-05-hens/1.toml");
    for line in ["guests = [\"Zoe\"]", "it rains", "present = [\"Ana\", \"Chen\"]"] {
        assert!(first.contains(line), "{line}: {first}");
    }
    for line in ["buy feed", "Feed", "asked-to-drop", "handed-over"] {
        assert!(!first.contains(line), "{line}: {first}");
    }
    assert!(
        first
            .ends_with("who = [\"Chen\", \"Dana\"]\nversion = 2\nat = 2026-09-05T19:00:00+02:00\n")
    );
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    for who in ["Chen", "Dana"] {
        folder.run(&format!("answer hens --as {who} ok")).fine();
    }
    folder.run("settle").fine();
    assert!(folder.read("decisions/2026-09-05-hens.md").contains("Four hens."));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn changes_to_the_circle_are_written_when_it_is_settled() {
    let folder = put("rule quorum 3\n");
    assert!(folder.read("circle.toml").contains("quorum = \"1/2\""));
    answer(&folder, "Dana", "08:00", "ok");
    answer(&folder, "Emil", "08:00", "ok");
    folder.run("settle").fine();
    assert!(folder.read("circle.toml").contains("quorum = 3"), "{}", folder.read("circle.toml"));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn what_does_not_count_is_named() {
    let folder = put("");
    let fact = |keys: &str, time: &str| format!("[[fact]]\n{keys}\nat = 2026-09-06T{time}Z\n");
    let consents = "what = \"consented\"\nwho = \"Dana\"\nversion = 1";
    let write = |name: &str, text: String| folder.write(&format!("{WRITTEN}/{name}.toml"), text);
    // Of another text of this version, of a version that is not there, and before it was put.
    write("a", fact(&format!("{consents}\nseen = \"0123456789ab\""), "08:00:00"));
    write("b", fact("what = \"consented\"\nwho = \"Dana\"\nversion = 2", "08:00:00"));
    write("c", format!("[[fact]]\n{consents}\nat = 2026-09-04T08:00:00Z\n"));
    write("d", fact("what = \"closed\"", "08:00:00"));
    write("e", fact("what = \"consented\"\nwho = \"Zoe\"\nversion = 1", "08:00:00"));
    let checked = folder.run("check").fine();
    for (name, why) in [
        ("a", "another text of this version"),
        ("b", "version 2"),
        ("c", "earlier"),
        ("d", "out of turn"),
        ("e", "Zoe"),
    ] {
        let line = checked.lines().find(|it| it.contains(&format!("/{name}.toml")));
        assert!(line.is_some_and(|it| it.contains(why)), "{name}: {checked}");
    }
    let shown = folder.run("show quiet").fine();
    assert!(shown.contains("a.toml") && shown.contains("Waits for Dana and Emil."), "{shown}");
    assert!(folder.run("settle").fine().contains("Nothing can be settled."));
}

#[test]
fn torn_and_hostile_files_never_count_and_are_found() {
    let folder = put("");
    let consents = "[[fact]]\nwhat = \"consented\"\nwho = \"Dana\"\nversion = 1\n";
    let at = "at = 2026-09-06T08:00:00Z\n";
    for (name, text, why) in [
        ("torn", consents.to_owned(), "ends before its first fact"),
        ("two", format!("{consents}{at}\n{consents}{at}"), "one `[[fact]]`"),
        ("head", format!("format = 2\n{consents}{at}"), "nothing above it"),
        ("empty", String::new(), "empty"),
        ("binary", "\u{0}\u{1}".to_owned(), ""),
    ] {
        let path = format!("{WRITTEN}/{name}.toml");
        folder.write(&path, text);
        let checked = folder.run("check");
        assert_eq!(checked.code, Some(1), "{name}: {checked:?}");
        let line = checked.stdout.lines().find(|it| it.contains(&path));
        assert!(line.is_some_and(|it| it.contains(why)), "{name}: {checked:?}");
        fs::remove_file(folder.root().join(&path)).expect("it was written");
    }
    // Nobody adopts by a date, or in place of those who owe an answer.
    let adopted = "[[fact]]\nwhat = \"adopted\"\ntitle = \"Quiet hours\"\n\
        text = \"No drills after eight.\"\nterm = \"1 year\"\nreview = 2029-09-06\n\
        responsible = [\"Dana\"]\nby = \"Chen\"\nversion = 1\nconsent = \"round\"\n\
        present = [\"Ana\", \"Ben\", \"Chen\"]\nabsent = [\"Dana\", \"Emil\"]\n\
        at = 2028-09-06T08:00:00Z\n";
    folder.write(&format!("{WRITTEN}/end.toml"), adopted);
    let checked = folder.run("check");
    assert!(checked.stdout.contains("while Dana has not answered"), "{checked:?}");
    assert!(folder.run("replay").stdout.contains("end.toml"));
    folder.run("settle").fine();
    assert!(folder.files().keys().all(|it| !it.starts_with("decisions")));
}

#[test]
fn an_earlier_objection_found_by_a_merge_makes_the_decision_out_of_turn() {
    let folder = put("");
    let other = put("");
    answer(&other, "Ana", "07:00", "o I was not sure.");
    answer(&folder, "Dana", "08:00", "ok");
    answer(&folder, "Emil", "08:00", "ok");
    folder.run("settle").fine();
    for (path, text) in in_writing(&other) {
        folder.write(&path, text);
    }
    let found = folder.run("check");
    assert!(found.stdout.contains("end.toml"), "{found:?}");
    assert!(folder.run("agenda --on 2026-09-07").fine().contains("Quiet hours"));
    // A later answer never changes a decision.
    let decided = put("");
    answer(&decided, "Dana", "08:00", "ok");
    answer(&decided, "Emil", "08:00", "ok");
    decided.run("settle").fine();
    let record = decided.read("decisions/2026-09-05-quiet-hours.md");
    let late = put("");
    answer(&late, "Ben", "09:00", "o Too late.");
    for (path, text) in in_writing(&late) {
        decided.write(&path, text);
    }
    let checked = decided.run("check").fine();
    assert!(checked.contains("this decision in writing has ended"), "{checked}");
    decided.run("settle").fine();
    assert_eq!(decided.read("decisions/2026-09-05-quiet-hours.md"), record);
}

#[test]
fn without_its_first_file_nothing_is_known() {
    let folder = put("");
    answer(&folder, "Dana", "08:00", "ok");
    fs::remove_file(folder.root().join(WRITTEN).join("1.toml")).expect("it is there");
    let checked = folder.run("check");
    assert!(checked.stdout.contains("there is no `1.toml`"), "{checked:?}");
    assert!(folder.run("settle").stderr.contains("there is no `1.toml`"));
    let asked = folder.run("answer --as Emil ok");
    assert!(asked.stderr.contains("nothing waits in writing"), "{asked:?}");
    folder.write(&format!("{WRITTEN}/1.toml"), "format = 2\n");
    assert_eq!(folder.run("check").code, Some(1));
    // The journal of the meeting has what was put.
    let before = put("").read(&format!("{WRITTEN}/1.toml"));
    fs::remove_dir_all(folder.root().join("written")).expect("it is there");
    assert!(folder.run("check").stdout.contains(&format!("{WRITTEN}/1.toml")));
    folder.run("replay --write").fine();
    assert_eq!(folder.read(&format!("{WRITTEN}/1.toml")), before);
}

#[test]
fn a_clock_that_was_set_back_does_not_lose_an_answer() {
    let folder = put("");
    // The meeting was put in the year 2999.
    let first = format!("{WRITTEN}/1.toml");
    folder.write(
        &first,
        folder
            .read(&first)
            .replace("= 2026-09-05T", "= 2999-09-05T")
            .replace("review = 2027", "review = 3000"),
    );
    folder.run("answer --as Dana ok").fine();
    let told = folder.run("answer --as Emil ok").fine();
    assert!(told.contains("Everyone has consented."), "{told}");
}

#[test]
fn who_is_not_asked_is_told_where_something_waits() {
    let folder = put("");
    let compost = CIRCLE.replace("Garden", "Compost").replace("Emil", "Farid");
    folder.write("compost/circle.toml", compost);
    let asked = folder.run("--circle compost answer --as Emil ok");
    assert!(asked.stderr.contains("nothing waits in writing"), "{asked:?}");
    let unknown = folder.run("answer --as Zoe ok");
    assert!(unknown.stderr.contains("Zoe"), "{unknown:?}");
    let without = folder.run("answer ok");
    assert!(without.stderr.contains("no answer, or nobody named"), "{without:?}");
    let wrong = folder.run("answer --as Dana --via post ok");
    assert!(wrong.stderr.contains("unknown word `post` for `via`"), "{wrong:?}");
    let words = folder.run("answer fence --as Dana ok");
    assert!(words.stderr.contains("nothing in writing waits under `fence`"), "{words:?}");
}

#[test]
fn an_end_that_cannot_be_read_is_not_written_over() {
    let folder = put("");
    answer(&folder, "Dana", "08:00", "ok");
    answer(&folder, "Emil", "08:00", "ok");
    folder.run("settle").fine();
    let end = format!("{WRITTEN}/end.toml");
    folder.write(&end, &folder.read(&end)[..60]);
    let before = folder.files();
    for args in ["settle quiet --meeting", "settle quiet --until 2099-01-01", "settle"] {
        let ran = folder.run(args);
        assert!(ran.code == Some(2) && ran.stderr.contains("end.toml"), "{args}: {ran:?}");
        assert_eq!(folder.files(), before, "{args}");
    }
}

#[test]
fn what_is_adopted_again_does_not_replace_itself() {
    let folder = put("");
    let other = put("");
    answer(&other, "Ana", "07:00", "o I was not sure.");
    answer(&folder, "Dana", "08:00", "ok");
    answer(&folder, "Emil", "08:00", "ok");
    folder.run("settle").fine();
    for (path, text) in in_writing(&other) {
        folder.write(&path, text);
    }
    answer(&folder, "Ana", "09:00", "ok");
    // The record stays as it is; where it is moved away, it is written with the objection.
    let record = "decisions/2026-09-05-quiet-hours.md";
    let before = folder.read(record);
    let told = folder.run("settle");
    assert!(told.stderr.contains("another content"), "{told:?}");
    assert_eq!(folder.read(record), before);
    fs::remove_file(folder.root().join(record)).expect("it is there");
    folder.run("settle").fine();
    assert!(!folder.read(record).contains("replaces"), "{}", folder.read(record));
    assert!(folder.read(record).contains("I was not sure."), "{}", folder.read(record));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn a_first_file_that_says_something_else_than_its_meeting_is_found() {
    let folder = put("");
    let first = format!("{WRITTEN}/1.toml");
    let text = folder.read(&first);
    // Another layout is no change.
    folder.write(&first, text.replace('\n', "\r\n").replace("version = 1", "version  =  1"));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    for (from, to) in [("after eight", "after nine"), ("name = \"Emil\"", "name = \"Emily\"")] {
        folder.write(&first, text.replace(from, to).replace("[\"Dana\", \"Emil\"]", "[\"Dana\"]"));
        let checked = folder.run("check");
        let found = checked.stdout.lines().find(|it| it.contains(&first));
        assert!(found.is_some(), "{to}: {checked:?}");
    }
    folder.write(&first, text.replace("after eight", "after nine"));
    let checked = folder.run("check");
    let why = "this record is not what meetings/2026-09-05.toml gives";
    assert!(checked.code == Some(1) && checked.stdout.contains(why), "{checked:?}");
    let replayed = folder.run("replay").stdout;
    assert!(replayed.contains("+text = \"No drills after eight.\""), "{replayed}");
}
