//! Tests digests: records and journals that were changed, and `rounds seal`.

use std::path::Path;

use crate::folder::Folder;

const CIRCLE: &str = include_str!("../refused/circle.toml");
const FIRST: &str = "meetings/2026-09-05.toml";
const SECOND: &str = "meetings/2026-09-19.toml";
const DECISION: &str = "decisions/2026-09-05-quiet-hours.md";

/// A circle whose meetings have only the admin step.
fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE.replace("\"essential\"", "[\"admin\"]"));
    folder
}

/// A meeting on this day that is asked about so many earlier minutes.
fn held(day: &str, minutes: usize, more: &str) -> String {
    let earlier = "ok\n".repeat(minutes);
    format!("/at {day}T19:00+02:00\nall\nok\nok\n90\n{earlier}ok\nok\n{more}close\nok\n")
}

const DECIDES: &str = "decide Quiet hours by Ben\ntext No power tools after 20:00.\nok\nok\nok\nok\n\
                       ok\nok\n";

/// A circle with a meeting that decided something, and one that approved its minutes.
fn two_meetings() -> Folder {
    let folder = garden();
    folder.run_with("meet --script -", &held("2026-09-05", 0, DECIDES)).fine();
    folder.run_with("meet --script -", &held("2026-09-19", 1, "")).fine();
    folder
}

#[track_caller]
fn change(folder: &Folder, name: &str, from: &str, to: &str) {
    let text = folder.read(name);
    assert!(text.contains(from), "{text}");
    folder.write(name, text.replacen(from, to, 1));
}

/// Returns the line of a text in a file.
#[track_caller]
fn line(folder: &Folder, name: &str, has: &str) -> usize {
    let text = folder.read(name);
    1 + text.lines().position(|it| it.contains(has)).unwrap_or_else(|| panic!("{has}: {text}"))
}

/// Returns what `check` and `replay` note alike; neither finds a problem.
#[track_caller]
fn noted(folder: &Folder) -> Vec<String> {
    let notes = |args: &str| -> Vec<String> {
        let said = folder.run(args).fine();
        let notes = said.lines().filter_map(|it| it.strip_prefix("note: "));
        let mut notes: Vec<String> = notes.map(str::to_owned).collect();
        notes.sort();
        notes
    };
    let found = notes("check");
    assert_eq!(notes("replay"), found);
    found
}

#[test]
fn a_record_that_was_changed_alone_is_found_and_said_where_it_is_shown() {
    let folder = two_meetings();
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    let differs = "meetings/2026-09-05.toml gives something else: see `rounds replay`.\n";
    assert!(!folder.run("show quiet").fine().contains(differs));
    let text = folder.read(DECISION);
    for (from, to) in [
        ("after 20:00", "after 23:00"),
        ("review = 2027-09-05", "review = 2028-09-05"),
        ("by = \"Ben\"", "by = \"Ana\""),
        ("meeting =", "responsible = [\"Ana\"]\nmeeting ="),
        ("version = 1\n", ""),
    ] {
        folder.write(DECISION, text.replace(from, to));
        let ran = folder.run("check");
        let said = "this record is not what meetings/2026-09-05.toml gives\n\
                    hint: `rounds replay` shows the difference\n1 problem\n";
        assert_eq!(ran.code, Some(1), "{from}: {ran:?}");
        assert!(ran.stdout.starts_with("error: ") && ran.stdout.ends_with(said), "{ran:?}");
        assert!(folder.run("show quiet").fine().contains(differs), "{from}");
    }
}

#[test]
fn what_may_be_done_to_a_record_by_hand_is_no_difference() {
    let folder = two_meetings();
    let text = folder.read(DECISION);
    let moved =
        text.replace("by = \"Ben\"\n", "").replace("+++\nid", "+++\nby   =   'Ben' # him\nid");
    for by_hand in [
        text.replace('\n', "\r\n"),
        format!("\u{feff}{text}"),
        text.replace("title =", "# it was cold\n\ntitle ="),
        format!("{text}\n\n"),
        moved,
        text.replace("term = \"1 year\"\n", ""),
    ] {
        assert_ne!(by_hand, text);
        folder.write(DECISION, by_hand);
        assert_eq!(noted(&folder), Vec::<String>::new());
        assert!(!folder.run("show quiet").fine().contains("something else"));
    }
}

#[test]
fn a_journal_that_was_changed_is_noted_until_its_minutes_are_approved_again() {
    let folder = two_meetings();
    change(&folder, FIRST, "what = \"opened\"", "what = \"opened\" # on a cold evening");
    let places = format!(
        "{FIRST}:{}, {SECOND}:{} and {SECOND}:{}",
        line(&folder, FIRST, "what = \"filed\"") - 1,
        line(&folder, SECOND, "what = \"opened\"") - 1,
        line(&folder, SECOND, "what = \"approved\"") - 1,
    );
    let said =
        format!("{FIRST}: this journal was changed after its digest was written in {places}");
    assert_eq!(noted(&folder), [said]);
    // The next meeting is asked again. The minutes of the second one were not approved yet.
    let third = folder.run_with("meet --script -", &held("2026-10-03", 2, "")).fine();
    let asked = "Minutes of 5 September 2026, whose journal was changed after they were";
    assert!(third.contains(asked), "{third}");
    assert_eq!(noted(&folder), Vec::<String>::new());
    // Another change is noted again.
    change(&folder, FIRST, "cold evening", "cold and wet evening");
    assert_eq!(noted(&folder).len(), 1);
}

#[test]
fn a_journal_whose_minutes_were_approved_in_their_own_meeting_is_asked_about_again_when_it_is_changed()
 {
    let folder = garden();
    let own = |day| held(day, 0, "").replace("close\nok\n", "close\n/approve\nok\n");
    folder.run_with("meet --script -", &own("2026-09-05")).fine();
    assert_eq!(noted(&folder), Vec::<String>::new());
    let asked = "Minutes of 5 September 2026, whose journal was changed after they were";
    let minutes = |folder: &Folder| folder.run("agenda --on 2026-12-01").fine();
    assert!(!minutes(&folder).contains("not approved"), "{}", minutes(&folder));
    change(&folder, FIRST, "what = \"opened\"", "what = \"opened\" # on a cold evening");
    assert_eq!(noted(&folder).len(), 1);
    // A meeting without the step does not ask, and the next one does.
    let none = own("2026-09-19").replace("90\nok\nok\n", "");
    folder.run_with("meet --steps essential --script -", &none).fine();
    assert_eq!(noted(&folder).len(), 1);
    let third = folder.run_with("meet --script -", &held("2026-10-03", 1, "")).fine();
    assert!(third.contains(asked), "{third}");
    assert_eq!(noted(&folder), Vec::<String>::new());
    // A change that has its own digest written anew is found by that in the next journal.
    change(&folder, SECOND, "what = \"opened\"", "what = \"opened\" # on a cold evening");
    let filed = folder.read(SECOND);
    let digest = filed.lines().rfind(|it| it.starts_with("digest")).expect("it is filed");
    folder.write(SECOND, filed.replace(&format!("{digest}\n"), ""));
    assert_eq!(noted(&folder).len(), 1);
    let fourth = folder.run_with("meet --script -", &held("2026-10-17", 2, "")).fine();
    assert!(fourth.contains(&asked.replace("5 September", "19 September")), "{fourth}");
    assert_eq!(noted(&folder), Vec::<String>::new());
}

#[test]
fn a_journal_without_digests_is_fine_and_may_be_changed() {
    let folder = two_meetings();
    for name in [FIRST, SECOND] {
        let text = folder.read(name);
        let bare =
            text.lines().filter(|it| !it.starts_with("digest") && !it.starts_with("records"));
        folder.write(name, bare.collect::<Vec<_>>().join("\n") + "\n");
    }
    assert_eq!(noted(&folder), Vec::<String>::new());
    change(&folder, FIRST, "\n[[fact]]", "\n# by hand\n[[fact]]");
    assert_eq!(noted(&folder), Vec::<String>::new());
}

#[test]
fn a_journal_that_is_gone_is_named_where_its_digest_stands() {
    let folder = two_meetings();
    for name in [FIRST, DECISION, "meetings/2026-09-05.md"] {
        std::fs::remove_file(folder.root().join(name)).expect("it is there");
    }
    let noted = noted(&folder);
    assert_eq!(noted.len(), 1, "{noted:?}");
    assert!(noted[0].contains("has the digest of the meeting 2026-09-05"), "{noted:?}");
}

#[test]
fn another_digest_of_a_record_is_noted_and_a_corrected_record_is_not() {
    let folder = two_meetings();
    let records = folder.read(FIRST);
    let records = records.lines().find(|it| it.starts_with("records")).expect("they are named");
    let digit = records.find("  decisions/").expect("the decision is named") - 1;
    let other = if &records[digit..=digit] == "0" { "1" } else { "0" };
    let forged = format!("{}{other}{}", &records[..digit], &records[digit + 1..]);
    for changed in
        [forged, "records = []".to_owned(), records.replace("decisions/2026", "decisions/2025")]
    {
        let folder = two_meetings();
        change(&folder, FIRST, records, &changed);
        let noted = noted(&folder);
        let is_named = noted.iter().any(|it| it.contains("the digest of decisions/"));
        assert!(is_named && noted.iter().any(|it| it.contains("this journal was")), "{noted:?}");
    }
    change(&folder, "meetings/2026-09-05.md", "Garden", "Our garden");
    let minutes = "these minutes are not word for word what meetings/2026-09-05.toml gives";
    let noted = noted(&folder);
    assert!(noted.len() == 1 && noted[0].ends_with(minutes), "{noted:?}");
}

#[test]
fn windows_line_ends_change_no_digest() {
    let folder = two_meetings();
    let seal = folder.run("seal").fine();
    for (name, text) in folder.files() {
        folder.write(&name, text.replace('\n', "\r\n"));
    }
    assert_eq!(noted(&folder), Vec::<String>::new());
    assert_eq!(folder.run("seal").fine(), seal);
    // A meeting that is held then names the same digests.
    let script = held("2026-10-03", 1, "");
    folder.run_with("meet --script -", &script).fine();
    let unix = two_meetings();
    unix.run_with("meet --script -", &script).fine();
    let last = "meetings/2026-10-03.toml";
    let opened = |folder: &Folder| {
        let text = folder.read(last);
        text.lines().find(|it| it.starts_with("digest")).map(str::to_owned)
    };
    assert_eq!(opened(&folder), opened(&unix));
    assert!(opened(&unix).is_some());
    assert_eq!(noted(&folder), Vec::<String>::new());
}

#[test]
fn a_script_is_recorded_already_whatever_the_digests_are() {
    let folder = garden();
    let (first, second) = (held("2026-09-05", 0, DECIDES), held("2026-09-19", 1, ""));
    folder.write("a.txt", &first);
    folder.write("b.txt", &second);
    folder.run("meet --script b.txt a.txt").fine();
    let before = folder.files();
    assert_eq!(before[FIRST], two_meetings().read(FIRST));
    assert_eq!(before[SECOND], two_meetings().read(SECOND));
    // A changed journal, and one without digests.
    change(&folder, FIRST, "\n[[fact]]", "\n# by hand\n[[fact]]");
    for _ in 0..2 {
        let said = folder.run("meet --script a.txt b.txt").fine();
        assert_eq!(said.matches("This meeting is recorded already").count(), 2, "{said}");
        let text = folder.read(SECOND);
        let bare = text.lines().filter(|it| !it.starts_with("digest"));
        folder.write(SECOND, bare.collect::<Vec<_>>().join("\n") + "\n");
    }
}

#[test]
fn a_meeting_that_was_paused_or_lacked_a_record_has_the_digest_of_its_whole_journal() {
    let folder = garden();
    let whole = held("2026-09-05", 0, DECIDES);
    let (begin, end) = whole.split_once("close\n").expect("it is closed");
    folder.run_with("meet --script -", begin).paused();
    folder.write(DECISION, "something else");
    let end = format!("close\n{end}");
    let ran = folder.run_with("meet --continue --at 19:00 --script -", &end);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(!folder.read(FIRST).contains("digest"));
    // While its records are not all written, the next meeting does not name its digest.
    folder.run_with("meet --script -", &held("2026-09-19", 1, ""));
    let second = folder.read(SECOND);
    assert!(second.contains("what = \"approved\"\nmeeting = \"2026-09-05\"\n"), "{second}");
    assert_eq!(second.matches("\ndigest = ").count(), 1, "{second}");
    std::fs::remove_file(folder.root().join(DECISION)).expect("it is there");
    folder.run_with("meet --script -", &held("2026-10-03", 1, "")).fine();
    assert_eq!(folder.read(FIRST), two_meetings().read(FIRST));
    assert_eq!(noted(&folder), Vec::<String>::new());
}

#[test]
fn a_meeting_of_format_1_goes_on_without_digests() {
    let folder = two_meetings();
    let whole = held("2026-10-03", 1, "");
    let begin: String = whole.split_inclusive('\n').take(4).collect();
    folder.run_with("meet --script -", &begin).paused();
    let last = "meetings/2026-10-03.toml";
    let text = folder.read(last).replacen("format = 2", "format = 1", 1);
    let old = text.lines().filter(|it| !it.starts_with("digest") && !it.starts_with("meeting"));
    folder.write(last, old.collect::<Vec<_>>().join("\n") + "\n");
    let end: String = whole.split_inclusive('\n').skip(4).collect();
    folder.run_with("meet --continue --at 19:10 --script -", &end).fine();
    let text = folder.read(last);
    assert!(text.contains("what = \"approved\"") && text.contains("what = \"filed\""), "{text}");
    assert!(!text.contains("digest"), "{text}");
    assert_eq!(noted(&folder), Vec::<String>::new());
}

#[test]
fn a_seal_is_found_again_until_a_journal_is_changed() {
    let folder = two_meetings();
    let digest = |said: &str| {
        let is_digest = |it: &str| it.len() == 64 && it.chars().all(|it| it.is_ascii_hexdigit());
        said.split_whitespace().find(|it| is_digest(it)).expect("there is one").to_owned()
    };
    let said = folder.run("seal").fine();
    assert!(said.starts_with("Garden · 19 September 2026"), "{said}");
    assert!(said.contains("2 of 2"), "{said}");
    let first = digest(&said);
    folder.run_with("meet --script -", &held("2026-10-03", 1, "")).fine();
    let seal = digest(&folder.run("seal").fine());
    for typed in [first.clone(), first.to_uppercase()] {
        let said = folder.run(&format!("seal {typed}")).fine();
        assert!(said.contains(SECOND) && said.contains("was changed since"), "{said}");
    }
    let json = folder.run(&format!("seal {seal} --json")).fine();
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["meeting"], "2026-10-03");
    assert_eq!(json["covers"].as_array().map(Vec::len), Some(3));
    assert_eq!(json["changed"], serde_json::json!([]));
    // An old journal is changed: the digest of the latest is the same, and the chain is broken.
    change(&folder, FIRST, "20:00", "23:00");
    let ran = folder.run(&format!("seal {seal}"));
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stdout.contains(&format!("note: {FIRST}: this journal was changed")), "{ran:?}");
    assert!(!ran.stdout.contains("None of these"), "{ran:?}");
    let json = folder.run(&format!("seal {seal} --json")).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["changed"], serde_json::json!([FIRST]));
    // The journal of a seal is changed itself.
    change(&folder, SECOND, "what = \"opened\"", "what = \"opened\" # late");
    let ran = folder.run(&format!("seal {first}"));
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stderr.contains("this was the digest of the meeting 2026-09-19"), "{ran:?}");
}

#[test]
fn the_digest_of_a_journal_is_that_of_its_bytes() {
    let folder = two_meetings();
    let said = folder.run("seal").fine();
    let printed = std::process::Command::new("sha256sum").arg(folder.root().join(SECOND)).output();
    let Ok(printed) = printed else { return };
    let printed = String::from_utf8_lossy(&printed.stdout).into_owned();
    assert!(said.contains(&printed[..64]), "{said}{printed}");
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden");
    assert!(Folder::copy_of(&example).run("seal").fine().contains("27 of 27"));
}
