//! What is read line by line is what TOML says, for every fact and every slip in one.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::records::format::journal::block;
use crate::records::format::journal::read::read_block;
use crate::records::format::journal::tests::{at, facts};
use crate::records::format::slips::{one_letter_off, slipped, slips};

/// Reads a block both ways. Where it is read line by line, TOML says the same.
#[track_caller]
fn compare(block: &str) -> bool {
    let Some((swift, length)) = read(block) else { return false };
    // What follows is another block, and is read for itself.
    let block = &block[..length];
    let slow = read_block(block, 0, block.len());
    assert_eq!(swift, slow.unwrap_or_else(|it| panic!("{block}\n{:?}", it.error())), "{block}");
    true
}

#[test]
fn all_that_is_written_is_read_line_by_line() {
    for fact in facts() {
        let block = block(&fact);
        let block = &block[1..];
        assert!(compare(block), "{block}");
        assert!(compare(&format!("{block}\n")), "{block}");
        let utc = Fact { at: fact.at.to_utc().fixed_offset(), ..fact };
        assert!(compare(&crate::records::format::journal::block(&utc)[1..]));
    }
}

#[test]
fn what_people_write_is_left_to_toml() {
    let noted = "[[fact]]\nwhat = \"noted\"\ntext = \"a\"\nat = 2026-09-05T19:00:00+02:00\n";
    assert!(compare(noted));
    for (from, to) in [
        ("[[fact]]", "[[fact]] # a remark"),
        ("text = ", "text  = "),
        ("text = ", "text="),
        ("\"a\"", "'a'"),
        ("\"a\"", "\"a\" "),
        ("\"a\"", "2026-09-05"),
        ("\"a\"", "\"\\e\""),
        ("text", "other"),
        ("text = \"a\"\n", "text = \"a\"\ntext = \"a\"\n"),
        ("text = \"a\"\n", "\ntext = \"a\"\n"),
        ("T19", " 19"),
        (":00+", ":00.5+"),
        ("+02:00", "+02:60"),
        ("+02:00", "+24:00"),
        ("19:00:00", "19:00:60"),
        ("2026-09-05T", "2026-02-29T"),
        ("00\n", "00\n\n\n"),
        ("00\n", "00"),
        ("00\n", "00\nend = 1\n"),
    ] {
        let odd = noted.replacen(from, to, 1);
        assert!(!compare(&odd), "{odd}");
    }
}

#[test]
fn a_block_with_each_letter_taken_out_or_doubled_is_read_the_same_or_not() {
    for fact in facts() {
        let block = block(&fact);
        if block.len() > 1000 {
            continue;
        }
        for slip in one_letter_off(&block[1..]) {
            compare(&slip);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_block_with_slips_is_read_the_same_or_not(
        which in any::<Index>(),
        seconds in 0_i64..40_000_000,
        slips in slips(),
    ) {
        let facts = facts();
        let what = which.get(&facts).what.clone();
        let text = block(&Fact { what, at: at(seconds) })[1..].to_owned();
        prop_assume!(text.len() < 2_000);
        let text = slipped(&text, &slips);
        compare(&text);
    }
}
