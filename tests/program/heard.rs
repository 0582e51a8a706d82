//! A proposal about members who are heard and not asked: what the record, `show` and the minutes say
//! of who consented.

use crate::folder::Folder;

const CIRCLE: &str = "name = \"Garden\"\nrules.steps = \"essential\"\nrules.consent = \"call\"\n\
                      rules.quorum = \"3\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }, \
                      { name = \"Chen\" }, { name = \"Dana\" }]\n";

/// All but Dana are here; it is about two of them, and the third answers.
fn script(consent: &str) -> String {
    format!(
        "/at 2026-09-05T19:00+02:00\nall but Dana\nok\nok\ndecide Thanks\ntext Ben and Chen are \
         thanked.\nabout Chen\nabout Ben\nabout Dana\nok\n{consent}\nok\nclose\nok\n"
    )
}

fn decided(circle: &str, consent: &str) -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", circle);
    folder.write("script.txt", script(consent));
    folder.run("meet --script script.txt").fine();
    folder
}

#[test]
fn the_record_and_its_pages_say_who_consented_and_who_was_heard() {
    let folder = decided(CIRCLE, "ok");
    let record = folder.read("decisions/2026-09-05-thanks.md");
    let people = "present = [\"Ana\", \"Ben\", \"Chen\"]\nabsent = [\"Dana\"]\nabout = [\"Ben\", \"Chen\"]\n";
    assert!(record.contains(people), "{record}");
    let sentence = "Consented: Ana. Heard and not asked: Ben and Chen.";
    let minutes = folder.read("meetings/2026-09-05.md");
    let heard = format!("- Consent was heard in a round\n- {sentence}\n");
    assert!(minutes.contains(&heard), "{minutes}");
    assert!(folder.run("show thanks").fine().contains(sentence));
    let german = "Konsent gegeben: Ana. Gehört und nicht gefragt: Ben und Chen.";
    assert!(folder.run("--lang de show thanks").fine().contains(german));
    let json: serde_json::Value =
        serde_json::from_str(&folder.run("show thanks --json").fine()).expect("it is JSON");
    assert_eq!(json["about"], serde_json::json!(["Ben", "Chen"]));
    folder.run("check").fine();
    folder.run("replay").fine();
}

#[test]
fn a_call_names_only_those_who_were_asked() {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder.write("script.txt", script("call"));
    let said = folder.run("meet --script script.txt").fine();
    assert!(said.contains("The room was asked and nobody objects: Ana. Say it aloud"), "{said}");
    let minutes = folder.read("meetings/2026-09-05.md");
    assert!(minutes.contains("Consented: Ana. Heard and not asked: Ben and Chen."), "{minutes}");
}

#[test]
fn a_decision_about_nobody_present_says_nothing_of_it() {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder.write("script.txt", script("ok\nok\nok").replace("about Chen\nabout Ben\n", ""));
    folder.run("meet --script script.txt").fine();
    let record = folder.read("decisions/2026-09-05-thanks.md");
    assert!(!record.contains("about"), "{record}");
    assert!(!folder.read("meetings/2026-09-05.md").contains("Consented"));
}

#[test]
fn a_meeting_of_format_1_is_recorded_as_before() {
    let folder = decided(CIRCLE, "ok");
    let journal = folder.read("meetings/2026-09-05.toml");
    assert!(journal.contains("format = 2\n"), "{journal}");
    folder.write("meetings/2026-09-05.toml", journal.replace("format = 2\n", "format = 1\n"));
    let records = ["decisions/2026-09-05-thanks.md", "meetings/2026-09-05.md"];
    for name in records {
        std::fs::remove_file(folder.root().join(name)).expect("it is there");
    }
    folder.run("replay --write");
    assert!(!folder.read(records[0]).contains("about"));
    let minutes = folder.read(records[1]);
    assert!(
        minutes.contains("- About (heard, not asked for consent): Chen, Ben and Dana\n"),
        "{minutes}"
    );
    assert_eq!(folder.run("replay").code, Some(0));
}
