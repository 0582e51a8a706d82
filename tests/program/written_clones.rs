//! Tests merging clones with git in which somebody answered in writing, joined, was elected, or a role
//! ended.

use crate::clones::{commit, git};
use crate::folder::{Files, Folder};

const CIRCLE: &str = "name = \"Garden\"\nlanguage = \"en\"\n\n[rules]\nsteps = \"essential\"\n\
    quorum = \"1/2\"\nabsent = \"wait\"\nwritten = true\n\n[[member]]\nname = \"Ana\"\n\n\
    [[member]]\nname = \"Ben\"\n\n[[member]]\nname = \"Chen\"\n\n[[member]]\nname = \"Dana\"\n\n\
    [[member]]\nname = \"Emil\"\n\n[[role]]\nname = \"Compost\"\npurpose = \"Turns it.\"\n\
    holder = \"Ben\"\nsince = 2026-01-01\nuntil = 2026-12-31\n\n[[role]]\nname = \"Bell\"\n\
    purpose = \"Rings.\"\n";

const TOPIC: &str =
    "+++\ntitle = \"Quiet hours\"\nkind = \"decide\"\n+++\n\nNo drills after eight.\n";

/// A repository with the circle in it.
fn origin() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder.write("backlog/quiet-hours.md", TOPIC);
    assert_eq!(git(&folder, &["init", "--quiet", "--initial-branch=main"]).code, Some(0));
    commit(&folder, "Keep the garden");
    folder
}

#[track_caller]
fn done(folder: &Folder, args: &[&str]) {
    let ran = git(folder, args);
    assert_eq!(ran.code, Some(0), "{args:?}: {ran:?}");
}

/// Does something in a branch that begins at another, and commits it.
#[track_caller]
fn branch(folder: &Folder, name: &str, from: &str, work: impl Fn(&Folder)) {
    done(folder, &["checkout", "--quiet", "-B", name, from]);
    work(folder);
    commit(folder, name);
}

/// Holds a meeting of these members on a day.
#[track_caller]
fn meet(folder: &Folder, day: &str, who: &str, lines: &str) {
    let script = format!("/at {day}T19:00+02:00\n{who}\nok\nok\n{lines}close\nok\n");
    folder.run_with("meet --script -", &script).fine();
}

#[track_caller]
fn answer(folder: &Folder, title: &str, who: &str, time: &str, said: &str) {
    let at = format!("--at 2026-09-{time}+00:00");
    folder.run(&format!("answer {title} --as {who} {at} {said}")).fine();
}

/// A decision with a draft, to which so many consent.
fn decide(title: &str, draft: &str, count: usize) -> String {
    format!("decide {title}\n{draft}\nok\n{}ok\n", "ok\n".repeat(count))
}

/// Every order of four.
fn orders() -> Vec<[usize; 4]> {
    let all = (0..256).map(|it| [it / 64 % 4, it / 16 % 4, it / 4 % 4, it % 4]);
    all.filter(|it| (0..4).all(|one| it.contains(&one))).collect()
}

#[test]
fn answers_a_join_and_an_election_merge_in_every_order() {
    let garden = origin();
    // Ana asks for quiet hours; a meeting without Emil decides benches, which wait for him.
    branch(&garden, "asked", "main", |it| {
        it.run("ask quiet hours --as Ana --at 2026-09-05T08:00+00:00").fine();
        meet(it, "2026-09-05", "all but Emil", &decide("Benches", "text Two benches.", 4));
    });
    branch(&garden, "question", "asked", |it| {
        answer(it, "quiet", "Ben", "06T08:00", "n does it cover the pump?");
    });
    // Ana answers with a new version.
    branch(&garden, "amended", "question", |it| {
        it.write("backlog/quiet-hours.md", TOPIC.replace("eight", "nine, pump and all"));
        it.run("ask quiet --amend --as Ana --at 2026-09-06T10:00+00:00").fine();
        answer(it, "quiet", "Ana", "06T10:05", "ok");
        answer(it, "quiet", "Ben", "06T10:10", "ok");
    });
    // Meanwhile Chen objected to the first version; then he saw the second.
    branch(&garden, "chen", "asked", |it| {
        answer(it, "quiet", "Chen", "06T10:20", "o Eight is too early.");
    });
    done(&garden, &["merge", "--quiet", "--no-edit", "amended"]);
    answer(&garden, "quiet", "Chen", "07T08:00", "ok");
    commit(&garden, "Chen answers again");
    // Dana objects and takes it back; Emil answers both by mail.
    branch(&garden, "dana", "amended", |it| {
        answer(it, "quiet", "Dana", "07T07:00", "o I ring the bell at ten.");
    });
    answer(&garden, "quiet", "Dana", "07T09:00", "c The bell is an exception.");
    answer(&garden, "quiet", "Emil", "07T09:00", "--via mail --by Dana ok");
    answer(&garden, "benches", "Emil", "07T09:01", "--via mail --by Dana ok");
    commit(&garden, "Dana and Emil answer");
    branch(&garden, "joined", "question", |it| {
        let join = decide("Farid", "join Farid", 5) + "/accepted Farid\n";
        meet(it, "2026-09-19", "all", &join);
    });
    branch(&garden, "elected", "amended", |it| {
        let names = "Ana: calm\n".repeat(5);
        let election =
            format!("select Compost\nok\nok\n{names}Ana: calm\n{}ok\n", "ok\n".repeat(5));
        meet(it, "2026-10-03", "all", &election);
    });
    let branches = ["chen", "dana", "joined", "elected"];
    let mut merged: Option<Files> = None;
    for order in orders() {
        let name = order.map(|it| it.to_string()).concat();
        done(&garden, &["checkout", "--quiet", "-B", &name, "main"]);
        for it in order {
            done(&garden, &["merge", "--quiet", "--no-edit", branches[it]]);
        }
        let files = garden.files();
        let first = merged.get_or_insert_with(|| files.clone());
        assert!(*first == files, "{order:?}");
    }
    let mut settled: Vec<Files> = Vec::new();
    for name in ["0123", "3210"] {
        done(&garden, &["checkout", "--quiet", name]);
        garden.run("settle").fine();
        commit(&garden, "Settle");
        // What Chen said of the first version came after the second.
        let checked = garden.run("check").fine();
        let late = "20260906-102000-chen.toml: version 2 is on the table, not version 1\n";
        assert!(checked.ends_with(&format!("{late}Nothing is wrong.\n")), "{checked}");
        let replayed = garden.run("replay").fine();
        assert!(replayed.contains("0 findings, 1 note"), "{replayed}");
        settled.push(garden.files());
    }
    // What both have settled merges too.
    done(&garden, &["merge", "--quiet", "--no-edit", "0123"]);
    let files = garden.files();
    assert!(settled.iter().all(|it| *it == files));
    let circle = &files["circle.toml"];
    assert!(circle.contains("name = \"Farid\"\nsince = 2026-09-19\n"), "{circle}");
    assert!(circle.contains("holder = \"Ana\"\nsince = 2026-10-03\n"), "{circle}");
    let record = &files["decisions/2026-09-05-quiet-hours.md"];
    for line in [
        "version = 2",
        "I ring the bell at ten.",
        "outcome = [\"withdrawn\"]",
        "The bell is an exception.",
        "No drills after nine, pump and all.",
    ] {
        assert!(record.contains(line), "{line}: {record}");
    }
    assert!(files["decisions/2026-09-05-benches.md"].contains("written = [\"Emil\"]"));
}

/// Where two change the same lines of the circle's file, git asks; whatever side is kept, `check` says
/// what is missing and `apply` writes it.
#[test]
fn what_git_cannot_merge_in_the_file_of_the_circle_is_on_record() {
    let appoint = decide("Bell", "appoint Chen as Bell until 2099-12-31", 5);
    let works = [
        ("farid", decide("Farid", "join Farid", 5) + "/accepted Farid\n"),
        ("gabi", decide("Gabi", "join Gabi", 5) + "/accepted Gabi\n"),
        ("bees", decide("Bees", "role Bees: Hums.", 5)),
        ("bell", appoint.clone()),
        ("aim", decide("Aim", "aim Eat together.", 5)),
        ("domain", decide("Domain", "domain The plot.", 5)),
    ];
    let garden = origin();
    for (index, (name, lines)) in works.iter().enumerate() {
        branch(&garden, name, "main", |it| {
            meet(it, &format!("2026-09-{:02}", index + 5), "all", lines);
        });
    }
    for pair in works.chunks(2) {
        let (one, other) = (pair[0].0, pair[1].0);
        let mut kept: Vec<Vec<String>> = Vec::new();
        for side in ["--ours", "--theirs"] {
            done(&garden, &["checkout", "--quiet", "--force", "-B", "merged", one]);
            assert_eq!(git(&garden, &["merge", "--quiet", "--no-edit", other]).code, Some(1));
            assert!(garden.run("check").stdout.contains("git has left two versions"), "{one}");
            done(&garden, &["checkout", "--quiet", side, "circle.toml"]);
            assert_eq!(garden.run("check").code, Some(1), "{one}, {other}");
            garden.run("apply").fine();
            assert_eq!(garden.run("check").fine(), "Nothing is wrong.\n", "{one}, {other}");
            let mut lines: Vec<_> = garden.read("circle.toml").lines().map(str::to_owned).collect();
            lines.sort();
            kept.push(lines);
            commit(&garden, "Merge");
        }
        assert_eq!(kept[0], kept[1], "{one}, {other}");
    }
}

#[test]
fn a_role_that_one_ends_and_another_fills_later_is_found() {
    let garden = origin();
    branch(&garden, "ended", "main", |it| {
        meet(it, "2026-09-05", "all", &decide("No bell", "end role Bell", 5));
    });
    branch(&garden, "filled", "main", |it| {
        let appoint = decide("Bell", "appoint Chen as Bell until 2099-12-31", 5);
        meet(it, "2026-09-19", "all", &appoint);
    });
    let late = "the role `Bell` was filled in `2026-09-19-bell`, after it had ended";
    for (side, work) in [("--ours", "back"), ("--theirs", "stays")] {
        done(&garden, &["checkout", "--quiet", "--force", "-B", work, "ended"]);
        assert_eq!(git(&garden, &["merge", "--quiet", "--no-edit", "filled"]).code, Some(1));
        done(&garden, &["checkout", "--quiet", side, "circle.toml"]);
        garden.run("apply").fine();
        let checked = garden.run("check");
        assert!(checked.code == Some(1) && checked.stdout.contains(late), "{checked:?}");
        // Both ways out that the hint names.
        if work == "back" {
            meet(&garden, "2026-10-03", "all", &decide("Bell again", "role Bell: Rings.", 5));
            garden.run("apply").fine();
            let roles = garden.run("roles --on 2026-10-04").fine();
            assert!(roles.contains("Bell     Chen"), "{roles}");
        } else {
            let add = "log add --title Bell --date 2026-10-03 --once --text Ended. --effect";
            let ran = garden.rounds(add).arg("end role Bell").output().expect("it runs");
            assert!(ran.status.success(), "{ran:?}");
        }
        assert_eq!(garden.run("check").fine(), "Nothing is wrong.\n");
        commit(&garden, "Merge");
    }
}
