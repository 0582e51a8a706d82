//! What one meeting leaves where its facts interact: topics, drafts, rounds, recorded scripts.

use crate::folder::{Folder, Ran};

const MEMBERS: &str = "[[member]]\nname = \"Ana\"\n[[member]]\nname = \"Ben\"\n\
    [[member]]\nname = \"Chen\"\n[[member]]\nname = \"Dana\"\n\
    [[role]]\nname = \"Facilitator\"\nkind = \"facilitator\"\n";

/// The answers to who is here, who facilitates and who writes.
const OPENING: &str = "all|Ana|Ben|";

/// A circle of four that speaks in the order of its seats, with these optional steps.
fn circle(steps: &str) -> Folder {
    let folder = Folder::empty();
    let rules = format!("name = \"Garden\"\n[rules]\norder = \"seats\"\nsteps = {steps}\n");
    folder.write("circle.toml", rules + MEMBERS);
    folder
}

/// Holds a meeting; `|` separates the lines of its script.
fn meet(folder: &Folder, day: &str, lines: &str) -> Ran {
    let script = format!("/at {day}T19:00+02:00\n{}\n", lines.replace('|', "\n"));
    let name = format!("{day}.txt");
    folder.write(&name, script);
    folder.run(&format!("meet --script {name}"))
}

/// Holds a meeting that goes well, and finds it recorded when its script is played again.
#[track_caller]
fn held(folder: &Folder, day: &str, lines: &str) -> String {
    let said = meet(folder, day, &format!("{OPENING}{lines}")).fine();
    let again = folder.run(&format!("meet --script {day}.txt")).fine();
    assert!(again.starts_with("This meeting is recorded already"), "{again}");
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    said
}

fn topics(folder: &Folder) -> Vec<String> {
    folder.files().into_keys().filter(|it| it.starts_with("backlog/")).collect()
}

const CONSENT: &str = "ok|ok|ok|ok|ok|";

#[test]
fn a_draft_is_reworded_and_postponed_again() {
    for line_end in ["\n", "\r\n"] {
        let folder = circle("[]");
        held(&folder, "2026-09-05", "decide x|text y|/postpone 2026-09-19|close|ok");
        let first = folder.read("backlog/x.md").replace('\n', line_end);
        folder.write("backlog/x.md", &first);
        held(&folder, "2026-09-19", "decide x|text z|/postpone 2026-10-03|close|ok");
        let topic = folder.read("backlog/x.md");
        assert!(topic.contains("postponed = 2026-10-03") && topic.ends_with("\nz\n"), "{topic}");
        // Whichever version of the draft lies there, it stands in a journal.
        folder.write("backlog/x.md", &first);
        held(&folder, "2026-10-03", "decide x|text w|/postpone 2026-10-17|close|ok");
        let topic = folder.read("backlog/x.md");
        assert!(topic.contains("postponed = 2026-10-17") && topic.ends_with("\nw\n"), "{topic}");
        folder.write("backlog/x.md", topic.replace('\n', line_end));
        held(&folder, "2026-10-17", &format!("decide x|ok|{CONSENT}close|ok"));
        assert!(!folder.root().join("backlog/x.md").exists());
    }
}

#[test]
fn a_term_that_was_changed_goes_with_whoever_is_put_forward() {
    let folder = circle("[]");
    let named = "Ana: kind|Ana: kind|Ana: kind|Ana: kind|Ben: calm|o too long|ok|ok|ok|";
    for who in ["Ben: calmer", "Ana: kind"] {
        let lines = format!(
            "{OPENING}select Facilitator|ok|ok|{named}term 1 week|put {who}|ok|{CONSENT}close|ok"
        );
        meet(&folder, "2026-09-05", &format!("{lines}|")).fine();
        let election = folder.read("elections/2026-09-05-facilitator.md");
        assert!(election.contains("until = 2026-09-12"), "{who}: {election}");
        for file in ["elections/2026-09-05-facilitator.md", "meetings/2026-09-05.toml"] {
            std::fs::remove_file(folder.root().join(file)).expect("it is there");
        }
        std::fs::remove_file(folder.root().join("meetings/2026-09-05.md")).expect("it is there");
    }
}

#[test]
fn minutes_and_proposer_can_be_said_when_an_item_is_chosen() {
    let folder = circle("[\"agenda\"]");
    held(&folder, "2026-09-05", "decide x|ok|ok|decide x 20 min by Ana|/postpone|close|ok");
    let journal = folder.read("meetings/2026-09-05.toml");
    let began = journal.split("what = \"began\"").nth(1).expect("it began");
    assert!(began.contains("minutes = 20\nby = \"Ana\"\n"), "{began}");
}

#[test]
fn a_recorded_meeting_knows_its_own_script() {
    let undone = format!("decide x|text y|ok|/undo|term 1 week|ok|{CONSENT}close|ok");
    let twice =
        format!("decide x|text y|term 1 week|ok|{CONSENT}decide x|text z|ok|{CONSENT}close|ok");
    let named = "Ana: kind|Ana: kind|Ana: kind|Ana: kind|Ben: calm|";
    let both = format!(
        "select Facilitator|ok|ok|{named}{CONSENT}decide Facilitator|text y|ok|{CONSENT}close|ok"
    );
    for lines in [undone, twice, both] {
        held(&circle("[]"), "2026-09-05", &lines);
    }
}

#[test]
fn a_topic_that_comes_up_during_or_after_an_item_of_its_title_is_kept() {
    for lines in
        [&format!("decide x|text y|ok|{CONSENT}/topic x|close|ok"), "report x|/topic x|ok|close|ok"]
    {
        let folder = circle("[]");
        held(&folder, "2026-09-05", lines);
        assert_eq!(topics(&folder), ["backlog/x.md"], "{lines}");
    }
    let folder = circle("[]");
    held(&folder, "2026-09-05", &format!("/topic x|decide x|text y|ok|{CONSENT}close|ok"));
    assert_eq!(topics(&folder), [""; 0]);
}

#[test]
fn what_was_postponed_and_decided_in_one_meeting_is_decided() {
    let folder = circle("[\"agenda\"]");
    let lines = format!("decide x|ok|ok|postpone x|decide x|ok|text y|ok|{CONSENT}close|ok");
    held(&folder, "2026-09-05", &lines);
    assert_eq!(topics(&folder), [""; 0]);
}

#[test]
fn a_concern_about_each_of_two_versions_counts_twice() {
    let folder = circle("[]");
    let lines = "decide x|text y|ok|c it may rain|o no|ok|ok|text z|ok|c it may rain|ok|ok|ok|ok|";
    held(&folder, "2026-09-05", &format!("{lines}close|ok"));
    let decision = folder.read("decisions/2026-09-05-x.md");
    assert_eq!(decision.matches("it may rain").count(), 2, "{decision}");
}

#[test]
fn what_is_dropped_takes_nothing_of_another_kind_away() {
    let folder = circle("[\"agenda\"]");
    held(&folder, "2026-09-05", "decide x|report x|ok|ok|close|ok|drop|ok|ok");
    let topic = folder.read("backlog/x.md");
    assert!(topic.contains("kind = \"decide\""), "{topic}");
}

#[test]
fn a_late_arrival_who_owes_nothing_leaves_the_order_as_it_is() {
    let folder = circle("[]");
    let lines = "all but Dana|Chen|ok|select Facilitator|ok|ok|Ana: x|/arrive Dana|Ben: y";
    let said = meet(&folder, "2026-09-05", lines).paused();
    let asked: Vec<&str> =
        said.lines().filter(|it| it.contains("Ana: x") || it.contains("Ben: y")).collect();
    assert!(asked[0].trim_start().starts_with("Ana"), "{said}");
    assert!(asked[1].trim_start().starts_with("Chen"), "{said}");
}

#[test]
fn a_draft_of_the_backlog_keeps_its_proposer_however_it_is_begun() {
    for steps in ["[]", "[\"agenda\"]"] {
        let folder = circle(steps);
        folder.write(
            "backlog/x.md",
            "+++\ntitle = \"x\"\nkind = \"decide\"\nby = \"Dana\"\n+++\n\ny\n",
        );
        let agreed = if steps == "[]" { "" } else { "ok|ok|ok|" };
        let decide = if steps == "[]" { "decide x|" } else { "decide X|" };
        held(&folder, "2026-09-05", &format!("{decide}{agreed}ok|{CONSENT}close|ok"));
        let decision = folder.files().into_iter().find(|(name, _)| name.starts_with("decisions/"));
        assert!(decision.expect("it is decided").1.contains("by = \"Dana\""), "{steps}");
    }
}

#[test]
fn guests_are_heard_in_a_question_round_within_a_decision() {
    let folder = circle("[\"clarify\", \"react\"]");
    let lines = "all + Zoe (guest)|Ana|Ben|decide x|text y|ok|ok|ok|ok|ok|ok|ok|ok|ok|\
        round What about dogs?|@Zoe I like them|ok|ok|ok|ok|/postpone|close|ok";
    meet(&folder, "2026-09-05", lines).fine();
    assert!(folder.read("meetings/2026-09-05.md").contains("I like them"));
}

#[test]
fn who_facilitated_and_comes_back_facilitates_again_where_nobody_took_over() {
    for (between, now) in [("", "Ana\n"), ("/facilitator Chen|", "Ana, Chen (from 19:00)\n")] {
        let folder = circle("[]");
        let lines = format!("/leave Ana|{between}/arrive Ana|/at 19:10|close|ok");
        held(&folder, "2026-09-05", &lines);
        let minutes = folder.read("meetings/2026-09-05.md");
        assert!(minutes.contains(&format!("- Facilitator: {now}")), "{minutes}");
    }
}

#[test]
fn a_topic_with_words_that_no_journal_has_stays_and_that_is_said() {
    let folder = circle("[]");
    folder.write("backlog/x.md", "+++\ntitle = \"x\"\n+++\n\nWe paint the shed.\n");
    let lines = format!("{OPENING}decide x|text We build a shed.|ok|{CONSENT}close|ok");
    let ran = meet(&folder, "2026-09-05", &lines);
    assert_eq!(ran.code, Some(0));
    assert!(ran.stderr.starts_with("note: backlog/x.md: is decided, and stays"), "{}", ran.stderr);
    assert!(folder.read("backlog/x.md").contains("paint"));
}

#[test]
fn a_journal_cannot_end_what_the_circle_did_not_end() {
    let folder = circle("[]");
    held(&folder, "2026-09-05", &format!("decide x|text y|ok|{CONSENT}close|ok"));
    let name = "meetings/2026-09-05.toml";
    let journal = folder.read(name);
    for (forged, key) in [
        ("ends = [\"2025-01-01-fence\"]\n", "ends"),
        ("replaces = [\"2025-01-01-fence\", \"2025-01-01-gate\"]\n", "replaces"),
    ] {
        folder.write(
            name,
            journal.replace(
                "consent = \"round\"\npresent",
                &format!("{forged}consent = \"round\"\npresent"),
            ),
        );
        let said = folder.run("replay").stdout;
        assert!(said.contains(&format!("`adopted` has another `{key}`")), "{said}");
    }
}
