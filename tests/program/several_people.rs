//! An item that two people bring, and an action that two take on: in every file and list.

use crate::folder::Folder;

const CIRCLE: &str = "name = \"Garden\"\nrules.steps = \"agenda,clarify\"\nmember = [{ name = \"Ana\" }, \
                      { name = \"Ben\" }, { name = \"Chen\" }, { name = \"Dana\" }]\n";

/// Ben and Dana come and go together; Ana and Chen bring all three items.
const SCRIPT: &str = "/at 2026-09-05T19:00+02:00
Ana, Chen
ok
ok
/at 19:10
/arrive Ben & Dana
/action Ana and Ben: call by 2026-09-12
/action Chen, Dana: write
decide Oven
1
ok
ok
ok
text We build an oven.
by Ana, Chen
about Dana and Ben
ok
ok
ok
ok
ok
ok
ok
/at 19:30
/leave Ben, Dana
close
postpone 2026-09-19
ok
";

const TOPIC: &str = "+++\ntitle = \"Hens\"\nkind = \"explore\"\nby = \"Ana\"\nwith = [\"Chen\"]\n";

fn met(circle: &str) -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", circle);
    folder.write("backlog/hens.md", format!("{TOPIC}+++\n"));
    folder.write("script.txt", SCRIPT);
    folder.run("meet --script script.txt").fine();
    folder
}

#[track_caller]
fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn each_file_names_all_of_them() {
    let folder = met(CIRCLE);
    has(
        &folder.read("meetings/2026-09-05.toml"),
        &[
            "what = \"arrived\"\nwho = \"Ben\"\nwith = [\"Dana\"]\nat",
            "what = \"left\"\nwho = \"Ben\"\nwith = [\"Dana\"]\nat",
            "what = \"action\"\nwho = \"Ana\"\nwith = [\"Ben\"]\ntext = \"call\"\n",
            "what = \"listed\"\nkind = \"explore\"\ntitle = \"Hens\"\nby = \"Ana\"\nwith = [\"Chen\"]\n",
            "what = \"proposed\"\nby = \"Ana\"\nwith = [\"Chen\"]\n",
            "what = \"related\"\nabout = \"Dana\"\nwith = [\"Ben\"]\n",
        ],
    );
    has(&folder.read("decisions/2026-09-05-oven.md"), &["by = \"Ana\"\nwith = [\"Chen\"]\n"]);
    has(&folder.read("backlog/hens.md"), &[TOPIC]);
    has(
        &folder.read("meetings/2026-09-05.md"),
        &[
            "Ben (19:10 to 19:30), Chen, Dana (19:10 to 19:30)",
            "- Proposed by Ana and Chen\n",
            "- Ana and Ben, by 12 September 2026: call\n- Chen and Dana: write\n",
        ],
    );
    has(&folder.run("check").fine(), &["Nothing is wrong."]);
    folder.run("replay").fine();
    folder.run("meet --script script.txt").fine();
}

#[test]
fn each_list_names_all_of_them() {
    let folder = met(CIRCLE);
    has(
        &folder.run("due --on 2026-10-01").stdout,
        &["Ana and Ben", "Chen and Dana", "Ana and Chen"],
    );
    has(&folder.run("backlog").fine(), &["Ana and Chen"]);
    has(&folder.run("show oven").fine(), &["Proposed by Ana and Chen"]);
    has(
        &folder.run("agenda").fine(),
        &["brought by Ana and Chen", "Overdue: Ana and Ben, by", "Chen and Dana: write"],
    );
    has(&folder.run("export md").fine(), &["Ana and Chen", "Ana and Ben"]);
    has(&folder.run("export ics").fine(), &["Ana and Ben: call"]);
    has(
        &folder.run("export csv actions").fine(),
        &["who,text,due,overdue,meeting,with\r\n", "Ana,call,2026-09-12,", ",Ben\r\n"],
    );
    let json: serde_json::Value =
        serde_json::from_str(&folder.run("export json").fine()).expect("it is JSON");
    assert_eq!(json["actions"][0]["with"], serde_json::json!(["Ben"]));
    assert_eq!(json["topics"][0]["with"], serde_json::json!(["Chen"]));
    folder.run("backlog add Pond --by Ben,Dana").fine();
    has(&folder.read("backlog/pond.md"), &["by = \"Ben\"\nwith = [\"Dana\"]\n"]);
}

#[test]
fn german_pages_join_the_names_in_german() {
    let folder = met(&CIRCLE.replace("\nrules", "\nlanguage = \"de\"\nrules"));
    has(
        &folder.read("meetings/2026-09-05.md"),
        &["- Vorgeschlagen von Ana und Chen\n", "- Ana und Ben, bis 12. September 2026: call\n"],
    );
}
