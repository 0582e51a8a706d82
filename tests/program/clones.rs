//! Tests merging two clones of a circle's folder with git.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::folder::{Folder, Ran};

/// The work of one person: a meeting that decides something, elects someone and closes an action.
struct Work {
    day: &'static str,
    decides: &'static str,
    role: &'static str,
    elected: &'static str,
    done: &'static str,
    topic: &'static str,
    earlier: &'static str,
}

const ANA: Work = Work {
    day: "2026-09-19",
    decides: "Benches",
    role: "Compost",
    elected: "Chen",
    done: "hang up",
    topic: "A hose for the far beds",
    earlier: "Smoking",
};

const BEN: Work = Work {
    day: "2026-10-03",
    decides: "Lights",
    role: "Secretary",
    elected: "Dana",
    done: "ask the street",
    topic: "Paint for the shed",
    earlier: "Guests",
};

/// Runs git with a fixed identity, independent of the machine's settings.
pub(crate) fn git(folder: &Folder, args: &[&str]) -> Ran {
    let mut command = Command::new("git");
    command.args(args).current_dir(folder.root()).env("HOME", folder.config());
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Ana");
        command.env(format!("GIT_{who}_EMAIL"), "ana@example.org");
    }
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(name);
    }
    let output = command.output();
    Ran::of(&output.unwrap_or_else(|err| panic!("this test needs the program `git`: {err}")))
}

#[track_caller]
pub(crate) fn commit(folder: &Folder, what: &str) {
    for args in [&["add", "--all"][..], &["commit", "--quiet", "--message", what]] {
        let ran = git(folder, args);
        assert_eq!(ran.code, Some(0), "{args:?}: {ran:?}");
    }
}

/// The example as a repository, and two clones of it.
fn clones() -> (Folder, Folder, Folder) {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden");
    let origin = Folder::copy_of(&example);
    assert_eq!(git(&origin, &["init", "--quiet"]).code, Some(0));
    commit(&origin, "Keep the garden");
    let clone = || {
        let folder = Folder::empty();
        let ran = git(&folder, &["clone", "--quiet", &origin.root().to_string_lossy(), "."]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        folder
    };
    let (ana, ben) = (clone(), clone());
    (origin, ana, ben)
}

impl Work {
    fn script(&self) -> String {
        let Self { day, decides, role, elected, done, .. } = self;
        let (four, all) = ("ok\n".repeat(4), "ok\n".repeat(5));
        let people = ["Ana", "Ben", "Chen", "Dana", "Emil"];
        let named = people.map(|it| format!("@{it} {elected}: is calm\n")).concat();
        let consent = people.map(|it| format!("@{it} ok\n")).concat();
        let consent = consent.replace(&format!("@{elected} ok\n"), "");
        // The opening and the admin steps; the agenda; the decision with its rounds; the election
        // with its one qualification; the closing.
        format!(
            "/at {day}T19:00+02:00\nall\nok\nok\n{all}{four}/done {done}\n\
             decide {decides} by Ana\nselect {role}\nok\nok\n\
             ok\ntext {decides} stand at the gate.\nwho Ana\nok\n{four}{all}ok\n{all}ok\n\
             ok\nok\nis here often\nok\nok\nok\n{named}{all}{elected}: is calm\n\
             {consent}@{elected} ok\nok\n\
             close\nok\n{all}ok\n"
        )
    }

    /// Does the work in a clone, and commits it.
    #[track_caller]
    fn done_in(&self, clone: &Folder) {
        clone.write("scripts/new.txt", self.script());
        clone.run("meet --script scripts/new.txt").fine();
        std::fs::remove_file(clone.root().join("scripts/new.txt")).expect("it was written");
        clone.run(&format!("backlog add {}", self.topic)).fine();
        let from = "--date 2024-05-03 --review 2999-05-03 --text It.";
        clone.run(&format!("log add --title {} {from}", self.earlier)).fine();
        assert_eq!(clone.run("check").fine(), "Nothing is wrong.\n");
        commit(clone, &format!("Meet on {}", self.day));
    }

    /// Asserts that a folder has all of the work.
    #[track_caller]
    fn is_in(&self, folder: &Folder) {
        let log = rows(&folder.run("log --all --json").fine(), "records");
        let is_there = |key: &str, what: &str| log.iter().any(|it| it[key] == what);
        assert!(is_there("title", self.decides) && is_there("title", self.earlier), "{log:?}");
        let mut elected = log.iter().filter(|it| it["role"] == self.role);
        assert!(elected.any(|it| it["elected"] == self.elected && it["status"] != "replaced"));
        let roles = rows(&folder.run("roles --json").fine(), "roles");
        let mut held = roles.iter().filter(|it| it["role"] == self.role);
        assert!(held.any(|it| it["holder"] == self.elected && it["since"] == self.day));
        let due = folder.run("due --on 2027-12-31 --json");
        let due = rows(&due.stdout, "due");
        let mut reviews = due.iter().filter(|it| it["what"] == "review");
        assert!(reviews.any(|it| it["title"] == self.decides), "{due:?}");
        let mut actions = due.iter().filter(|it| it["what"] == "action");
        assert!(actions.all(|it| !it["title"].as_str().is_some_and(|it| it.contains(self.done))));
        assert!(folder.run("backlog --plain").fine().contains(self.topic));
    }
}

/// Asserts that every journal gives the records on disk.
#[track_caller]
fn is_replayed(folder: &Folder) {
    let told = folder.run("replay --json").fine();
    let told: Value = serde_json::from_str(&told).expect("it is JSON");
    assert_eq!((&told["meetings"], &told["findings"]), (&29.into(), &0.into()), "{told}");
}

/// Returns the rows of the list under a key.
#[track_caller]
fn rows(json: &str, key: &str) -> Vec<Value> {
    let answer: Value = serde_json::from_str(json).unwrap_or_else(|err| panic!("{err}: {json}"));
    answer[key].as_array().unwrap_or_else(|| panic!("no {key} in {json}")).clone()
}

#[test]
fn what_two_did_on_different_days_merges_by_itself_either_way_round() {
    let (_origin, ana, ben) = clones();
    ANA.done_in(&ana);
    BEN.done_in(&ben);
    let (ana_had, ben_had) = (git(&ana, &["rev-parse", "HEAD"]), git(&ben, &["rev-parse", "HEAD"]));
    for (into, other, had) in [(&ana, &ben, ben_had), (&ben, &ana, ana_had)] {
        let fetched = git(into, &["fetch", "--quiet", &other.root().to_string_lossy()]);
        assert_eq!(fetched.code, Some(0), "{fetched:?}");
        let merged = git(into, &["merge", "--quiet", "--no-edit", had.stdout.trim()]);
        assert_eq!(merged.code, Some(0), "{merged:?}");
        assert_eq!(into.run("check").fine(), "Nothing is wrong.\n");
        is_replayed(into);
        ANA.is_in(into);
        BEN.is_in(into);
    }
    assert_eq!(ana.files(), ben.files());
}

#[test]
fn two_meetings_of_one_day_collide_and_it_is_said_where() {
    let (_origin, ana, ben) = clones();
    ANA.done_in(&ana);
    Work { day: ANA.day, ..BEN }.done_in(&ben);
    git(&ana, &["fetch", "--quiet", &ben.root().to_string_lossy()]);
    assert_eq!(git(&ana, &["merge", "--quiet", "--no-edit", "FETCH_HEAD"]).code, Some(1));
    let ran = ana.run("check");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    for file in ["meetings/2026-09-19.md:14", "meetings/2026-09-19.toml:143"] {
        let said = format!("error: {file}:1: git has left two versions of this place\n");
        assert!(ran.stdout.contains(&said), "{}", ran.stdout);
    }
    assert!(ran.stdout.contains("save the other as `2026-09-05-2.toml`"), "{}", ran.stdout);
    assert!(ran.stdout.ends_with("\n2 problems\n"), "{}", ran.stdout);
    // As the hint says: one keeps the name, the other gets another, and `replay` finds the rest.
    git(&ana, &["checkout", "--quiet", "--ours", "meetings"]);
    let theirs = git(&ana, &["show", "FETCH_HEAD:meetings/2026-09-19.toml"]).fine();
    ana.write("meetings/2026-09-19-2.toml", theirs);
    let found = ana.run("replay").stdout;
    for file in ["decisions/2026-09-19-lights.md", "elections/2026-09-19-secretary.md"] {
        let said = format!("error: {file}: meetings/2026-09-19.toml does not give this record\n");
        assert!(found.contains(&said), "{found}");
        let named = ana.read(file).replace("\"2026-09-19\"", "\"2026-09-19-2\"");
        ana.write(file, named);
    }
    assert_eq!(ana.run("replay --write").code, Some(0));
    assert_eq!(ana.run("check").fine(), "Nothing is wrong.\n");
    is_replayed(&ana);
    ANA.is_in(&ana);
    Work { day: ANA.day, ..BEN }.is_in(&ana);
}
