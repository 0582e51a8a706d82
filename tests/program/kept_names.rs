//! Tests what a circle keeps when names, members, languages and folders change.

use crate::folder::{Folder, Ran, symlink};

/// A circle whose secretary `ana` is called so in the file, with whatever else is in her entry.
fn circle(ana: &str, role: &str) -> String {
    format!(
        "name = \"Garden\"\nlanguage = \"en\"\nrules.steps = [\"admin\"]\n[[member]]\nname = \
         \"{ana}\n[[member]]\nname = \"Ben\"\n[[member]]\nname = \"Chen\"\n[[role]]\nname = \"{role}\n"
    )
}

const MEETING: &str = "/at 2026-09-05T19:00+02:00
all
-
-
60
ok
2026-09-19 19:00
decide Quiet hours
text Hush.
who Ana Berger, Key
ok
ok
ok
ok
ok
select Key
ok
ok
@Ana Berger Ana Berger: She is there.
@Ben Ana Berger: She is there.
@Chen Ana Berger: She is there.
Ana Berger: She is there.
ok
ok
ok
ok
/action Ana Berger & Ben: Buy nails by 2026-10-01
close
ok
";

/// Holds a meeting as Ana Berger.
fn held() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", circle("Ana Berger\"", "Key\""));
    folder.write("script.txt", MEETING);
    folder.run("meet --script script.txt").fine();
    folder
}

#[track_caller]
fn has(ran: &Ran, parts: &[&str]) {
    for part in parts {
        assert!(ran.stdout.contains(part), "{part}\n{}\n{}", ran.stdout, ran.stderr);
    }
}

#[test]
fn who_and_what_has_a_new_name_is_the_same_in_records_and_journals() {
    let folder = held();
    assert!(folder.read("circle.toml").contains("holder = \"Ana Berger\""));
    let renamed = folder
        .read("circle.toml")
        .replace("name = \"Ana Berger\"", "name = \"Ana Schmidt\"\nformerly = [\"Ana Berger\"]")
        .replace("name = \"Key\"", "name = \"Keys\"\nformerly = [\"Key\"]")
        .replace("holder = \"Ana Berger\"", "holder = \"Ana Schmidt\"");
    folder.write("circle.toml", &renamed);
    let checked = folder.run("check");
    assert_eq!((checked.code, checked.stdout.as_str()), (Some(0), "Nothing is wrong.\n"));
    has(&folder.run("due --on 2027-09-06"), &["Ana Schmidt and Ben", "Ana Schmidt and Keys"]);
    has(&folder.run("log --json"), &["\"elected\": \"Ana Schmidt\"", "\"role\": \"Keys\""]);
    has(&folder.run("log schmidt"), &["Keys"]);
    has(&folder.run("show 2026-09-05-key"), &["Ana Schmidt"]);
    has(&folder.run("roles --json"), &["\"holder\": \"Ana Schmidt\""]);
    has(&folder.run("export json"), &["\"Ana Schmidt\""]);
    folder.run("replay").fine();
    // Her action is hers under the new name, and done under it.
    let next = "/at 2026-09-19T19:00+02:00\nall\n-\n-\n60\nok\n/done 1\nok\n-\nclose\nok\n";
    folder.write("next.txt", next);
    let ran = folder.run("meet --script next.txt");
    assert!(!folder.run("due --on 2026-10-02").stdout.contains("Buy nails"), "{}", ran.stdout);
    assert!(folder.read("meetings/2026-09-19.toml").contains("who = \"Ana Schmidt\""));
    let without = renamed.replace("formerly = [\"Ana Berger\"]\n", "");
    folder.write("circle.toml", without);
    assert_eq!(folder.run("check").code, Some(1), "without the former name it is somebody else");
}

/// A meeting in which Ana Berger does whatever a record can say of somebody.
const EVERYTHING: &str = "/at 2026-09-05T19:00+02:00
all
-
-
60
ok
2026-09-19 19:00
decide Lamp by Ana Berger
text We buy a lamp.
who Key
ok
@Ana Berger c too bright
@Ben o too dear
@Chen ok
text We buy a cheap lamp.
ok
@Ana Berger o it breaks
@Ben ok
@Chen ok
text We buy a cheap lamp that lasts.
ok
@Ana Berger a I have one.
@Ben ok
@Chen ok
ok
decide A key for Ana
text She has a key.
about Ana Berger
ok
ok
ok
ok
select Key
ok
ok
@Ana Berger Ben: calm
@Ben Ana Berger: There.
@Chen Ana Berger: There.
Ana Berger: There.
@Ben ok
@Chen ok
@Ana Berger o too long
term 6 months
ok
@Ben ok
@Chen ok
@Ana Berger c much to do
ok
decide Fence by Ana Berger
text We build one.
who Ana Berger, Key
ok
@Ana Berger o too high
@Ben ok
@Chen ok
text We build a low one.
ok
@Ana Berger c still high
@Ben o no
@Chen ok
postpone
select Key
/postpone
close
ok
";

/// Gives Ana Berger and the role other names in the circle's file.
fn rename(folder: &Folder) {
    let renamed = folder
        .read("circle.toml")
        .replace("name = \"Ana Berger\"", "name = \"Ana Schmidt\"\nformerly = [\"Ana Berger\"]")
        .replace("name = \"Key\"", "name = \"Keys\"\nformerly = [\"Key\"]")
        .replace("holder = \"Ana Berger\"", "holder = \"Ana Schmidt\"");
    folder.write("circle.toml", renamed);
}

#[test]
fn every_key_that_names_somebody_has_the_present_name() {
    let folder = Folder::empty();
    let everything = "rules.aside = true\nrules.attribution = \"all\"\n[[member]]\n";
    let circle = circle("Ana Berger\"", "Key\"").replacen("[[member]]\n", everything, 1);
    folder.write("circle.toml", circle);
    folder.run_with("meet --script -", EVERYTHING).fine();
    rename(&folder);
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    for args in ["log --all --json", "backlog --json", "show lamp --json", "show keys --json"] {
        let said = folder.run(args).fine();
        // What somebody said or decided is not changed.
        let old = |it: &&str| {
            let is_text = it.trim_start().starts_with("\"text\":");
            !is_text && (it.contains("Berger") || it.contains("\"Key\""))
        };
        assert_eq!(said.lines().find(old), None, "{args}: {said}");
        assert!(said.contains("Ana Schmidt") && said.contains("Keys"), "{args}: {said}");
    }
    let topics = folder.run("backlog --json").fine();
    assert_eq!(topics.matches("\"who\": \"Ana Schmidt\"").count(), 2, "{topics}");
    let versions = folder.run("show keys --json").fine();
    assert!(versions.contains("\"versions\": [\n    {"), "{versions}");
}

#[test]
fn an_election_is_accepted_and_its_file_renamed_under_the_new_names() {
    let folder = Folder::empty();
    folder.write("circle.toml", circle("Ana Berger\"", "Key\""));
    let absent = "/at 2026-09-05T19:00+02:00\nall but Ana Berger\n-\n-\n60\nok\n2026-09-19 19:00\n\
                  select Key\nok\nok\nAna Berger: There.\nAna Berger: There.\nAna Berger: There.\n\
                  ok\nok\nok\nclose\nok\n";
    folder.run_with("meet --script -", absent).fine();
    rename(&folder);
    let next =
        "/at 2026-09-19T19:00+02:00\nall\n-\n-\n60\nok\nok\n-\n/accepted Ana Schmidt\nclose\nok\n";
    folder.run_with("meet --script -", next).fine();
    assert!(folder.read("circle.toml").contains("holder = \"Ana Schmidt\""));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    let record = folder.read("elections/2026-09-05-key.md");
    assert!(record.contains("title = \"Key: Ana Berger\"\n"), "it is as it was: {record}");
    let (from, to) = ("elections/2026-09-05-key.md", "elections/2026-09-05-keys.md");
    folder.write(to, record.replace("id = \"2026-09-05-key\"", "id = \"2026-09-05-keys\""));
    std::fs::remove_file(folder.root().join(from)).expect("it is there");
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
    folder.run("replay").fine();
}

#[test]
fn an_election_that_is_written_after_a_new_name_goes_to_the_role_and_the_person_of_that_name() {
    let folder = held();
    // The program was stopped before it wrote the records; then the file was changed by hand.
    let journal = folder.read("meetings/2026-09-05.toml");
    let filed = journal.rfind("\n[[fact]]\nwhat = \"filed\"").expect("it was filed");
    folder.write("meetings/2026-09-05.toml", &journal[..filed]);
    std::fs::remove_file(folder.root().join("elections/2026-09-05-key.md")).expect("it is there");
    folder.write(
        "circle.toml",
        circle("Ana Schmidt\"\nformerly = [\"Ana Berger\"]", "Keys\"\nformerly = [\"Key\"]"),
    );
    folder.write("next.txt", "/at 2026-09-19T19:00+02:00\nall\n-\n-\n60\nok\nok\n-\nclose\nok\n");
    folder.run("meet --script next.txt").fine();
    let written = folder.read("circle.toml");
    let role = "[[role]]\nname = \"Keys\"\nholder = \"Ana Schmidt\"\nsince = 2026-09-05\n";
    assert!(written.contains(role) && written.matches("[[role]]").count() == 1, "{written}");
    assert!(folder.read("elections/2026-09-05-key.md").contains("role = \"Key\""));
    assert_eq!(folder.run("check").fine(), "Nothing is wrong.\n");
}

#[test]
fn what_somebody_who_left_still_sees_to_is_listed() {
    let folder = held();
    let left = circle("Dana\"", "Key\"");
    folder.write("circle.toml", left);
    let due = folder.run("due --on 2026-09-06");
    has(&due, &["has left", "Quiet hours", "Buy nails"]);
    let json = folder.run("due --on 2026-09-06 --json");
    assert_eq!(json.stdout.matches("\"what\": \"left\"").count(), 2, "{}", json.stdout);
    let said = folder.run("check").stdout;
    let sees = "note: decisions/2026-09-05-quiet-hours.md: Ana Berger has left and still sees to Quiet hours";
    assert!(said.contains(sees), "{said}");
    assert!(
        said.contains("note: meetings/2026-09-05.toml: Ana Berger has left and still has the"),
        "{said}"
    );
    let next = "/at 2026-09-19T19:00+02:00\nall\n-\n-\n60\nok\nok\n-\nclose\nok\n";
    folder.write("next.txt", next);
    has(
        &folder.run("meet --script next.txt"),
        &["Ana Berger has left and still sees to Quiet hours"],
    );
    // Who never was a member is from outside and has not left.
    let outside = folder
        .read("decisions/2026-09-05-quiet-hours.md")
        .replace("responsible = [\"Ana Berger\"", "responsible = [\"Tia\"");
    folder.write("decisions/2026-09-05-quiet-hours.md", outside);
    assert!(!folder.run("due --on 2026-09-20").stdout.contains("Quiet hours"));
}

#[test]
fn whoever_stays_in_the_file_with_a_last_day_has_left_after_it() {
    let folder = held();
    let last = "name = \"Ana Berger\"\nended = 2026-09-10\n";
    folder
        .write("circle.toml", folder.read("circle.toml").replace("name = \"Ana Berger\"\n", last));
    assert!(!folder.run("due --on 2026-09-10").stdout.contains("has left"));
    assert!(folder.run("due --on 2026-09-11").stdout.contains("has left"));
    let checked = folder.run("check").stdout;
    assert_eq!(checked.matches("Ana Berger has left and still").count(), 2, "{checked}");
}

#[test]
fn a_language_without_words_is_remarked_and_english_is_spoken() {
    let folder = held();
    let spanish = folder.read("circle.toml").replace("language = \"en\"", "language = \"es\"");
    folder.write("circle.toml", spanish);
    let mut checked = folder.rounds("check");
    let checked = Ran::of(&checked.env("LC_ALL", "de_DE.UTF-8").output().expect("it runs"));
    let note = "note: circle.toml: there are no words for `es`; English is used\n\
                hint: write `language` with one of `en` and `de`\n";
    assert_eq!((checked.code, checked.stdout), (Some(0), format!("{note}Nothing is wrong.\n")));
    folder.write("next.txt", "/at 2026-09-19T19:00+02:00\nall\n-\n-\n60\nok\nok\n-\nclose\nok\n");
    let ran = folder.run("meet --script next.txt");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), note));
    assert!(folder.read("meetings/2026-09-19.md").contains("Next meeting"));
    // A journal is read whatever language stands in its head.
    let odd = folder.read("meetings/2026-09-19.toml").replace("\"es\"", "\"castellano antiguo\"");
    folder.write("meetings/2026-09-19.toml", odd);
    let replayed = folder.run("replay");
    assert!(!replayed.stdout.contains("castellano"), "{}", replayed.stdout);
    assert_eq!(replayed.code, Some(0), "{}", replayed.stdout);
}

#[test]
fn circles_below_plain_folders_are_part_of_the_tree() {
    let folder = held();
    folder.write(
        "teams/books/circle.toml",
        circle("Ana Berger\"", "Shelf\"").replace("Garden", "Books"),
    );
    folder.write("a/b/c/circle.toml", circle("Ana Berger\"", "Shelf\"").replace("Garden", "Deep"));
    folder
        .write("a/b/c/d/circle.toml", circle("Ana Berger\"", "Shelf\"").replace("Garden", "Inner"));
    folder.write("x/y/z/w/circle.toml", circle("Ana Berger\"", "Shelf\"").replace("Garden", "Far"));
    folder.write(".git/x/circle.toml", "nonsense");
    folder.write("backlog/old/circle.toml", "nonsense");
    let json: serde_json::Value =
        serde_json::from_str(&folder.run("circles --json").stdout).expect("it is JSON");
    let all = json["circles"].as_array().expect("a list");
    let of = |it: &serde_json::Value| format!("{} {} {}", it["name"], it["folder"], it["depth"]);
    let all: Vec<String> = all.iter().map(|it| of(it).replace('"', "")).collect();
    assert_eq!(all, ["Garden . 0", "Deep a/b/c 1", "Inner a/b/c/d 2", "Books teams/books 1"]);
    // The same tree from below, and the roles of all.
    let mut below = folder.rounds("circles --json");
    let below = below.current_dir(folder.root().join("teams/books")).output().expect("it runs");
    assert_eq!(Ran::of(&below).stdout.matches("\"depth\"").count(), 4);
    has(&folder.run("roles --deep --json"), &["Books", "Deep", "Inner"]);
    let checked = folder.run("check").stdout;
    assert!(
        checked.contains("teams/books/circle.toml: no leader links this circle to `Garden`"),
        "{checked}"
    );
    // A topic that is referred there arrives.
    folder.write(
        "next.txt",
        "/at 2026-09-19T19:00+02:00\nall\n-\n-\n60\nok\nok\n-\nexplore Lamps\n/refer Books\nclose\nok\n",
    );
    folder.run("meet --script next.txt");
    assert!(folder.read("teams/books/backlog/lamps.md").contains("title = \"Lamps\""));
    symlink("../backlog/old", folder.root().join("teams/link")).unwrap();
    assert!(folder.run("circles").stderr.contains("teams/link: this link leads to a circle"));
}

#[test]
fn one_file_that_cannot_be_read_is_named_and_the_rest_is_listed() {
    for file in [
        "meetings/2026-09-05.toml",
        "decisions/2026-08-01-bad.md",
        "elections/2026-08-01-bad.md",
        "backlog/bad.md",
    ] {
        for kind in ["bytes", "folder", "link", "empty", "nonsense"] {
            let folder = held();
            folder.write(
                "decisions/2026-01-01-old.md",
                "+++\nid = \"2026-01-01-old\"\nkind = \"decision\"\n\
                          title = \"Old rule\"\ncircle = \"Garden\"\ndate = 2026-01-01\n\
                          review = 2026-09-01\n+++\n\nOld.\n",
            );
            let path = folder.root().join(file);
            let _ = std::fs::remove_file(&path);
            match kind {
                "bytes" => folder.write(file, b"+++\n\xff\xfe\n"),
                "folder" => folder.write(&format!("{file}/x"), ""),
                "link" => {
                    let _ = std::fs::create_dir(path.parent().unwrap());
                    symlink("nowhere", &path).unwrap();
                }
                "empty" => folder.write(file, ""),
                _ => folder.write(file, "nonsense"),
            }
            for command in ["due --on 2026-10-01", "log", "check"] {
                let ran = folder.run(command);
                let what = format!("{command}, {file}, {kind}\n{}{}", ran.stdout, ran.stderr);
                let is_of_log = !file.starts_with("meetings") && !file.starts_with("backlog");
                if command != "log" || is_of_log {
                    let said = format!("{}{}", ran.stdout, ran.stderr);
                    assert!(said.contains(&format!("error: {file}")), "{what}");
                    let is_read = command == "check" && matches!(kind, "empty" | "nonsense");
                    assert_eq!(ran.code, Some(if is_read { 1 } else { 2 }), "{what}");
                }
                assert!(command == "check" || ran.stdout.contains("Old rule"), "{what}");
            }
        }
    }
}
