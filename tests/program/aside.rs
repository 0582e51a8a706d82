//! Concerns without a name and standing aside: what the record, its pages and the tables say.

use crate::folder::Folder;

fn circle(attribution: &str) -> String {
    format!(
        "name = \"Garden\"\nrules = {{ steps = \"essential\", consent = \"call\", aside = true, \
         attribution = \"{attribution}\" }}\nmember = [{{ name = \"Ana\" }}, {{ name = \"Ben\" }}, \
         {{ name = \"Chen\" }}, {{ name = \"Dana\" }}]\n"
    )
}

fn decided(attribution: &str, about: &str) -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", circle(attribution));
    folder.write(
        "script.txt",
        format!(
            "/at 2026-09-05T19:00+02:00\nall\nok\nok\ndecide Hens\ntext We keep hens.\n{about}ok\n\
             call\nc the *noise*\nc Ana: the winter\na Ben: I am *new* here\nok\nclose\nok\n"
        ),
    );
    folder.run("meet --script script.txt").fine();
    folder
}

#[test]
fn the_record_and_its_pages_say_who_stood_aside() {
    let folder = decided("all", "");
    let record = folder.read("decisions/2026-09-05-hens.md");
    let asides = "asides = [\n  { who = \"Ben\", reason = \"I am *new* here\" },\n]\n";
    let concerns = "concerns = [\n  { text = \"the *noise*\" },\n  { who = \"Ana\", text = \"the winter\" },\n]\n";
    assert!(record.contains(&format!("{concerns}{asides}")), "{record}");
    let minutes = folder.read("meetings/2026-09-05.md");
    let heard = "- Consented: Ana, Chen and Dana.\n- Concerns:\n  - the \\*noise\\*\n  - Ana: the \
                 winter\n- Stood aside:\n  - Ben: I am \\*new\\* here\n";
    assert!(minutes.contains(heard), "{minutes}");
    let shown = folder.run("show hens").fine();
    for part in ["Consented: Ana, Chen and Dana.", "Stood aside", "I am *new* here"] {
        assert!(shown.contains(part), "{shown}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&folder.run("show hens --json").fine()).expect("it is JSON");
    let expected = serde_json::json!([{ "who": "Ben", "reason": "I am *new* here" }]);
    assert_eq!(json["asides"], expected);
    assert_eq!(json["present"], serde_json::json!(["Ana", "Ben", "Chen", "Dana"]));
    let table = folder.run("export csv decisions").fine();
    assert!(
        table.contains(",asides,about,effects\r\n") && table.contains(",I am *new* here,,\r\n"),
        "{table}"
    );
    assert!(table.contains(",\"the *noise*; the winter\","), "{table}");
    assert!(folder.run("log new").fine().contains("Hens"));
    folder.run("check").fine();
    folder.run("replay").fine();
    let german = folder.run("--lang de show hens").fine();
    assert!(german.contains("Konsent gegeben: Ana, Chen und Dana."), "{german}");
    assert!(german.contains("Standen beiseite"), "{german}");
}

#[test]
fn without_names_nothing_tells_who_stood_aside() {
    let folder = decided("none", "");
    let record = folder.read("decisions/2026-09-05-hens.md");
    assert!(record.contains("asides = [\n  { reason = \"I am *new* here\" },\n]\n"), "{record}");
    let minutes = folder.read("meetings/2026-09-05.md");
    assert!(minutes.contains("- Stood aside:\n  - I am \\*new\\* here\n"), "{minutes}");
    let shown = folder.run("show hens").fine();
    assert!(!(minutes + &shown).contains("Consented"), "{shown}");
}

#[test]
fn who_is_heard_is_named_beside_those_who_stood_aside() {
    let folder = decided("objections", "about Dana\n");
    let sentence = "Consented: Ana and Chen. Heard and not asked: Dana.";
    assert!(folder.read("meetings/2026-09-05.md").contains(sentence));
    assert!(folder.run("show hens").fine().contains(sentence));
    let folder = decided("none", "about Dana\n");
    let minutes = folder.read("meetings/2026-09-05.md");
    assert!(minutes.contains("- About (heard, not asked for consent): Dana\n"), "{minutes}");
    let shown = folder.run("show hens").fine();
    assert!(shown.contains("Heard and not asked: Dana."), "{shown}");
    assert!(!(minutes + &shown).contains("Consented"), "{shown}");
}

#[test]
fn a_call_without_a_result_keeps_its_concerns_in_the_topic() {
    let folder = Folder::empty();
    folder.write("circle.toml", circle("all"));
    let script = "/at 2026-09-05T19:00+02:00\nall\nok\nok\ndecide Hens\ntext We keep hens.\nok\ncall\n\
                  c the noise\no Ben: too dear\npostpone\nclose\nok\n";
    folder.write("script.txt", script);
    folder.run("meet --script script.txt").fine();
    let topic = folder.read("backlog/hens.md");
    assert!(
        topic.contains("  { who = \"Ben\", reason = \"too dear\", version = 1 },\n"),
        "{topic}"
    );
    assert!(topic.contains("concerns = [\n  { text = \"the noise\" },\n]\n"), "{topic}");
    let minutes = folder.read("meetings/2026-09-05.md");
    assert!(minutes.contains("Ben: too dear") && minutes.contains("- Concerns:\n  - the noise\n"));
    folder.write(
        "again.txt",
        "/at 2026-09-19T19:00+02:00\nall\nok\nok\ndecide Hens\nok\ncall\nok\nclose\nok\n",
    );
    let again = folder.run("meet --script again.txt").fine();
    assert!(again.contains("A concern at the time: the noise"), "{again}");
    assert!(!folder.root().join("backlog/hens.md").exists());
}

#[test]
fn the_head_of_a_journal_says_the_rule_only_where_it_is_set() {
    let folder = decided("all", "");
    assert!(folder.read("meetings/2026-09-05.toml").contains("aside = true\n"));
    let other = Folder::empty();
    other.write("circle.toml", circle("all").replace("aside = true", "aside = false"));
    other.write("script.txt", "/at 2026-09-05T19:00+02:00\nall\nok\nok\nclose\nok\n");
    other.run("meet --script script.txt").fine();
    assert!(!other.read("meetings/2026-09-05.toml").contains("aside"));
}
