//! Files with the errors that are found across them.

use super::*;
use crate::lang::{Lang, Words};
use crate::records::FrontMatter;

fn decision(stem: &str, more: &str) -> RecordFile<'static, Decision> {
    let text = format!(
        "+++\nid = \"{stem}\"\nkind = \"decision\"\ntitle = \"T\"\ncircle = \"G\"\n\
         date = 2026-01-01\nreview = 2027-01-01\n{more}+++\n"
    );
    filed(format!("decisions/{stem}.md"), text)
}

fn election(stem: &str, role: &str, more: &str) -> RecordFile<'static, Election> {
    let text = format!(
        "+++\nid = \"{stem}\"\nkind = \"election\"\nrole = \"{role}\"\nelected = \"Ana\"\n\
         circle = \"G\"\ndate = 2026-01-01\nuntil = 2027-01-01\n{more}+++\n"
    );
    filed(format!("elections/{stem}.md"), text)
}

/// A file with a valid record, leaked so that it lives long enough.
fn filed<T: FrontMatter>(path: String, text: String) -> RecordFile<'static, T> {
    let record: &T = Box::leak(Box::new(T::read_text(&text).unwrap()));
    let (path, text): (&str, &str) = (path.leak(), text.leak());
    let mut found = Vec::new();
    let filed = RecordFile::of(path.to_owned(), path, text, Some(record), &[], &mut found);
    assert_eq!(found, []);
    filed
}

fn called<'a>(now: &str, then: &[(&str, &str)], is_near: &'a dyn Fn(&str) -> bool) -> Called<'a> {
    let then = then.iter().map(|(stem, name)| ((*stem).to_owned(), (*name).to_owned())).collect();
    Called { now: Some(now.to_owned()), then, is_near }
}

fn g() -> Called<'static> {
    called("G", &[], &|_| false)
}

#[track_caller]
fn check(found: &[Error], expected: &[&str]) {
    let words = Words::of(Lang::En);
    let said = |it: &Error| it.say(&words).lines().next().unwrap_or_default().to_owned();
    assert_eq!(found.iter().map(said).collect::<Vec<_>>(), expected);
}

#[test]
fn a_decision_is_replaced_or_ended_by_at_most_one_other() {
    let all = [
        decision("a", ""),
        decision("b", "replaces = [\"a\", \"a\"]\nends = [\"a\"]\n"),
        decision("c", "ends = [\"a\"]\n"),
        decision("d", "replaces = [\"nothing\"]\n"),
    ];
    check(
        &decisions(&all, &g()),
        &[
            "error: decisions/c.md:8: `a` was replaced or ended by decisions/b.md already",
            "error: decisions/d.md:8: `replaces` names `nothing`, and there is no such record",
        ],
    );
}

#[test]
fn a_cycle_of_replacing_records_is_reported_once() {
    let all = [
        decision("a", "replaces = [\"b\"]\n"),
        decision("b", "ends = [\"c\"]\n"),
        decision("c", "replaces = [\"a\"]\n"),
        decision("d", "replaces = [\"d\"]\n"),
        decision("e", ""),
        decision("f", "replaces = [\"e\"]\n"),
    ];
    check(
        &decisions(&all, &g()),
        &[
            "error: decisions/c.md:8: `replaces` names `a`, and that leads back to this record",
            "error: decisions/d.md:8: `replaces` names `d`, and that leads back to this record",
        ],
    );
    let all = [
        election("a", "Keys", "replaces = [\"b\"]\n"),
        election("b", "Post", "replaces = [\"a\"]\n"),
    ];
    check(
        &elections(&all, &g()),
        &["error: elections/b.md:9: `replaces` names `a`, and that leads back to this record"],
    );
}

#[test]
fn records_with_an_older_name_of_the_circle_are_its_own() {
    let all = [
        decision("a", "meeting = \"2026-01-01\"\n"),
        decision("b", "meeting = \"2026-02-01\"\n"),
        decision("c", ""),
    ];
    let then = [("2026-01-01", "g"), ("2026-02-01", "H")];
    let other = |file: &str| {
        format!(
            "error: decisions/{file}.md:5: this is a record of the circle `G`, and the folder is that of `N`"
        )
    };
    check(&decisions(&all, &called("N", &then, &|_| false)), &[&other("b")]);
    let is_near = |it: &str| it == "G";
    check(&decisions(&all, &called("N", &then, &is_near)), &[&other("b"), &other("c")]);
    check(&decisions(&all, &called("g", &then, &is_near)), &[]);
}

#[test]
fn forbidden_characters_are_reported() {
    let text = decision("a", "").text.to_owned() + "\nWe\r\n do\u{0} so.\n";
    let record = Decision::read_text(&text).unwrap();
    let (path, mut found) = ("decisions/a.md", Vec::new());
    RecordFile::of(path.to_owned(), path, &text, Some(&record), &[], &mut found);
    check(&found, &["error: decisions/a.md:11:4: the character U+0000 cannot stand in a text"]);
}

#[test]
fn an_unreadable_record_may_be_replaced_by_another_one() {
    let (path, text, mut found) = ("decisions/a.md", "no record", Vec::new());
    let errors = Decision::read_text(text).unwrap_err();
    let bad = RecordFile::of(path.to_owned(), path, text, None, &errors, &mut found);
    assert_eq!(found.len(), 1);
    check(&decisions(&[bad, decision("b", "replaces = [\"a\"]\n")], &g()), &[]);
}

#[test]
fn an_id_is_the_name_of_its_file_in_every_normalization_form() {
    let other = RecordFile { file: "decisions/0.md".to_owned(), stem: "0", ..decision("a", "") };
    let composed = RecordFile { stem: "e\u{301}", ..decision("é", "") };
    check(
        &decisions(&[other, composed], &g()),
        &["error: decisions/0.md:2: the id `a` is not the name of the file, `0`"],
    );
}

#[test]
fn of_several_elections_on_one_day_all_but_one_must_be_replaced() {
    let all = [
        election("a", "Keys", ""),
        election("b", "KEYS", "replaces = [\"a\"]\n"),
        election("c", "Keys", ""),
        election("d", "Chest", "meeting = \"2026-01-01\"\n"),
        election("e", "Chest", "meeting = \"2026-01-01\"\n"),
        election("f", "Post", "meeting = \"2026-01-01\"\n"),
        election("g", "Post", ""),
    ];
    let mut found = elections(&all, &g());
    found.sort_by_key(|it| it.place.file.clone());
    check(
        &found,
        &[
            "error: elections/c.md:4: `Keys` was filled on the same day in elections/b.md too",
            "error: elections/g.md:4: `Post` was filled on the same day in elections/f.md too",
        ],
    );
}

#[test]
fn names_that_differ_only_in_case_or_normalization_collide() {
    let all = ["b/A.md", "b/a.md", "b/É", "b/e\u{301}", "b/e"].map(str::to_owned);
    check(
        &names(&all),
        &[
            "error: b/a.md: the name differs from b/A.md only in case",
            "error: b/e\u{301}: the name differs from b/É only in case",
        ],
    );
}
