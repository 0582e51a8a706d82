//! What is read line by line is what TOML says, for every record and every slip in one.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::records::format::slips::{one_letter_off, slipped, slips};
use crate::records::{Decision, sample};
use crate::toml_file::conflict;

/// Front matter as it is written: of records, and with texts that would like to be more.
fn written() -> Vec<String> {
    let records =
        [include_str!("../../../sample/decision.md"), include_str!("../../../sample/election.md")];
    let decision = |nasty: &str| {
        let mut it = Decision::read(records[0]).unwrap();
        it.title = nasty.to_owned();
        it.wording.measures = vec![nasty.to_owned(), String::new()];
        it.objections[0].reason = nasty.to_owned();
        it.guests = vec![nasty.to_owned(), "Zoë".to_owned()];
        it.to_text()
    };
    let records = records.map(str::to_owned).into_iter().chain(sample::NASTY.map(decision));
    let matter = |it: String| it[4..].split_once("\n+++\n").unwrap().0.to_owned() + "\n";
    records.map(matter).collect()
}

/// All that is said of a table: keys and values in their order, each with its place.
fn told(table: &DeTable<'_>) -> String {
    let value = |it: &Spanned<DeValue<'_>>| match it.get_ref() {
        DeValue::Table(table) => told(table),
        DeValue::Array(items) => {
            let item = |it: &Spanned<DeValue<'_>>| match it.get_ref() {
                DeValue::Table(table) => format!("{:?} {}", it.span(), told(table)),
                other => format!("{:?} {other:?}", it.span()),
            };
            items.iter().map(item).collect::<Vec<_>>().join("; ")
        }
        other => format!("{other:?}"),
    };
    let pair = |(key, it): (&Spanned<DeString<'_>>, &Spanned<DeValue<'_>>)| {
        format!("{:?} {} = {:?} {}\n", key.span(), key.get_ref(), it.span(), value(it))
    };
    table.iter().map(pair).collect()
}

/// Reads front matter both ways. Where it is read line by line, TOML says the same.
#[track_caller]
fn compare(matter: &str) -> bool {
    let Some(swift) = read(matter) else { return false };
    assert!(conflict(matter, true).is_none(), "{matter}");
    let slow = DeTable::parse(matter).unwrap_or_else(|it| panic!("{matter}\n{it}"));
    assert_eq!(told(&swift), told(slow.get_ref()), "{matter}");
    true
}

#[test]
fn all_that_is_written_is_read_line_by_line() {
    for matter in written() {
        assert!(compare(&matter), "{matter}");
    }
    assert!(compare(""));
}

#[test]
fn what_people_write_is_left_to_toml() {
    let plain = "id = \"a\"\ndate = 2026-09-05\nby = [\"b\"]\nrows = [\n  { who = \"c\" },\n]\n";
    assert!(compare(plain));
    for (from, to) in [
        ("id = ", "id  = "),
        ("id = ", "id="),
        ("id = ", " = "),
        ("id = ", "Id = "),
        ("id = ", "a.id = "),
        ("id = ", "# a remark\nid = "),
        ("\"a\"", "'a'"),
        ("\"a\"", "\"a\" "),
        ("\"a\"", "\"\"\"a\"\"\""),
        ("\"a\"", "\"\"\"\n<<<<<<< a\"\"\""),
        ("id = \"a\"\n", "id = \"a\"\nid = \"a\"\n"),
        ("id = \"a\"\n", "id = \"a\"\n\n"),
        ("id = \"a\"\n", "id = \"a\"\n[date]\n"),
        ("2026-09-05", "2026-09-05T19:00:00Z"),
        ("2026-09-05", "2026-02-30"),
        ("2026-09-05", ""),
        ("[\"b\"]", "[ \"b\" ]"),
        ("[\"b\"]", "[\"b\",]"),
        ("[\"b\"]", "[1]"),
        ("{ who", "{who"),
        (" },\n]", " }\n]"),
        ("{ who = \"c\" }", "{ who = \"c\", who = \"d\" }"),
    ] {
        let odd = plain.replacen(from, to, 1);
        assert!(!compare(&odd), "{odd}");
    }
}

#[test]
fn front_matter_with_each_letter_taken_out_or_doubled_is_read_the_same_or_not() {
    for matter in written() {
        for slip in one_letter_off(&matter) {
            compare(&slip);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn front_matter_with_slips_is_read_the_same_or_not(which in any::<Index>(), slips in slips()) {
        let written = written();
        compare(&slipped(which.get::<String>(&written), &slips));
    }
}
