//! Invalid journals with the error message that each gives.

use super::tests::{HEAD, OPENED, at};
use super::*;
use crate::lang::{Lang, Words};
use crate::meeting::What;

#[track_caller]
fn refused(text: &str, expected: &str) {
    let error = read(text).unwrap_err();
    let said = error.say(&Words::of(Lang::En));
    assert_eq!(said.replace("error: ", "").replace("hint: ", "  "), expected);
}

/// Checks the error of a journal of one fact and `more`, which begins on line 11.
#[track_caller]
fn refused_after(more: &str, expected: &str) {
    refused(&format!("{HEAD}{OPENED}{more}"), expected);
}

#[test]
fn an_invalid_fact_is_refused_with_its_place() {
    let check = |keys: &str, expected| {
        refused_after(&format!("[[fact]]\n{keys}\nat = 2026-09-05T19:00:00Z\n"), expected);
    };
    check(
        "what = \"pased\"\nwho = \"Ana\"",
        "13:8: unknown word `pased` for `what`\n  did you mean `passed`?",
    );
    check("who = \"Ana\"", "12:1: no `what` here\n  add it, like `what = \"passed\"`");
    check("what = 3", "13:8: `what` cannot be `3` here\n  write it like `what = \"passed\"`");
    check("what = \"passed\"", "12:1: no `who` here\n  add it, like `who = \"Ana\"`");
    check(
        "what = \"closed\"\n[fact.more]\nwho = \"Ana\"",
        "12:1: no `at` here\n  add it, like `at = 2026-09-05T19:20:41+02:00`",
    );
    check(
        "what = \"passed\"\nwho = \"Ana\"\nwohm = \"Ben\"",
        "15:1: unknown key `wohm`\n  known here: `who`, `what`, `at`",
    );
    check(
        "what = \"skipped\"\nstep = \"clarfy\"",
        "14:8: unknown word `clarfy` for `step`\n  did you mean `clarify`?",
    );
    refused_after(
        "[[facts]]\nwhat = \"closed\"\n",
        "12:3: unknown key `facts`\n  did you mean `fact`?",
    );
    refused_after(
        "[[fact]]\nwhat = \"closed\"\n[[fact]]\nwhat = \"filed\"\n",
        "12:1: no `at` here\n  add it, like `at = 2026-09-05T19:20:41+02:00`",
    );
}

#[test]
fn a_decision_needs_its_review_and_an_election_its_until() {
    let check = |keys: &str, key: &str, example: &str| {
        let (before, after) = keys.split_once(&format!("{key} = 2027-09-05\n")).unwrap();
        let block = format!("[[fact]]\n{before}{after}at = 2026-09-05T19:00:00Z\n");
        refused_after(&block, &format!("12:1: no `{key}` here\n  add it, like `{example}`"));
    };
    let elected = "what = \"elected\"\nrole = \"Keys\"\nelected = \"Ana\"\naccepted = true\n\
                   since = 2026-09-05\nuntil = 2027-09-05\nterm = \"1 year\"\nreason = \"near\"\n\
                   version = 1\nconsent = \"round\"\npresent = [\"Ana\"]\n";
    check(elected, "until", "until = 2026-09-05");
    let adopted = "what = \"adopted\"\ntitle = \"Hens\"\ntext = \"Six.\"\nterm = \"1 year\"\n\
                   review = 2027-09-05\nversion = 1\nconsent = \"round\"\npresent = [\"Ana\"]\n";
    check(adopted, "review", "review = 2026-09-05");
}

#[test]
fn a_decision_says_once_how_long_it_stands() {
    let check = |keys: &str, expected: &str| {
        let lines = |keys: &str| keys.replace("; ", "\n");
        for (what, rest) in [
            ("termed", ""),
            ("presented", "; review = 2027-09-05; version = 1; text = \"Six.\""),
            ("presented", "; version = 1; text = \"Six.\""),
        ] {
            let block = lines(&format!("[[fact]]; what = \"{what}\"; {keys}{rest}; "));
            let block = format!("{block}at = 2026-09-05T19:00:00Z\n");
            let text = format!("{HEAD}{OPENED}{block}");
            let said = match read(&text) {
                Ok(_) => "taken".to_owned(),
                Err(err) => {
                    let key = match &err.message.args[..] {
                        [(_, crate::lang::Arg::Text(key)), ..] => key.clone(),
                        _ => String::new(),
                    };
                    format!("{} {key}", err.message.key)
                }
            };
            let (first, others) = expected.split_once(" | ").unwrap();
            let (second, third) = others.split_once(" | ").unwrap();
            let expected = match (what, rest.contains("review")) {
                ("termed", _) => first,
                (_, true) => second,
                _ => third,
            };
            assert_eq!(said, expected, "{text}");
        }
    };
    let (both, none) = ("error-how-long-contradicts", "error-missing-key");
    check("term = \"1 year\"", &format!("taken | taken | {none} review"));
    check("until = 2027-09-05", &format!("taken | taken | {none} review"));
    check("until = 2027-09-06", &format!("taken | {both} review | {none} review"));
    check("lasts = \"1 year\"", &format!("taken | {both} review | {none} expires"));
    check("expires = 2027-09-05", &format!("taken | {both} review | taken"));
    check("once = true", &format!("taken | {both} review | taken"));
    check("once = false", &format!("{none} term | {none} term | {none} term"));
    check(
        "lasts = \"1 year\"; expires = 2027-09-05",
        &format!("{both} expires | {both} review | taken"),
    );
    check("term = \"1 year\"; once = true", &format!("{both} once | {both} once | {both} once"));
    check(
        "until = 2027-09-05; expires = 2027-09-05",
        &format!("{both} expires | {both} expires | {both} expires"),
    );
}

/// Checks that the value of a key is refused at its place; `shown` is the part in the message.
#[track_caller]
fn value_refused(what: &str, line: &str, shown: &str, example: &str) {
    let (key, _) = line.split_once(' ').unwrap();
    let column = line.rfind(shown).unwrap() + 1;
    let row = 14 + what.matches('\n').count();
    refused_after(
        &format!("[[fact]]\nwhat = {what}\n{line}\nat = 2026-09-05T19:00:00Z\n"),
        &format!(
            "{row}:{column}: `{key}` cannot be `{shown}` here\n  write it like `{key} = {example}`"
        ),
    );
}

#[test]
fn a_value_of_the_wrong_type_is_refused() {
    let list = "[\"Ana\", \"Ben\"]";
    value_refused("\"passed\"", "who = 3", "3", "\"Ana\"");
    value_refused("\"passed\"", "who = [\"Ana\"]", "[\"Ana\"]", "\"Ana\"");
    value_refused("\"dropped\"", "present = \"Ana\"", "\"Ana\"", list);
    value_refused("\"dropped\"", "present = [\"Ana\", 4]", "4", list);
    value_refused("\"nominated\"\nwho = \"Ana\"", "nominees = \"Ben\"", "\"Ben\"", list);
    value_refused("\"put-forward\"\nnominee = \"Ana\"", "outside = \"no\"", "\"no\"", "true");
    value_refused("\"elected\"\nrole = \"Keys\"", "accepted = 1", "1", "true");
    value_refused("\"termed\"", "term = \"soon\"", "\"soon\"", "\"1 year\"");
    value_refused("\"termed\"", "lasts = \"soon\"", "\"soon\"", "\"3 months\"");
    value_refused("\"termed\"", "expires = \"soon\"", "\"soon\"", "2026-09-05");
    value_refused("\"termed\"", "until = 2027", "2027", "2026-09-05");
    value_refused("\"termed\"", "once = \"yes\"", "\"yes\"", "true");
    value_refused("\"consented\"\nwho = \"Ana\"", "version = -1", "-1", "1");
    value_refused(
        "\"postponed\"",
        "date = 2026-09-05T19:00:00",
        "2026-09-05T19:00:00",
        "2026-09-05",
    );
    value_refused("\"arrived\"\nwho = \"Ana\"", "guest = \"yes\"", "\"yes\"", "true");
    for at in ["2026-09-05", "2026-09-05T19:00Z", "2026-09-05T19:00:00", "\"now\"", "7"] {
        refused_after(
            &format!("[[fact]]\nwhat = \"closed\"\nat = {at}\n"),
            &format!(
                "14:6: `at` cannot be `{at}` here\n  \
                 write it like `at = 2026-09-05T19:20:41+02:00`"
            ),
        );
    }
}

#[test]
fn invalid_toml_is_refused_with_its_place() {
    let check = |keys: &str, expected: &str| {
        refused_after(&format!("[[fact]]\n{keys}\nat = 2026-09-05T19:00:00Z\n"), expected);
    };
    let hint = "a line is `key = value`, `[[fact]]`, or a remark after `#`";
    check("who = \"Ana", &format!("13:11: `\"` is missing here\n  {hint}"));
    check("who = \"Ana\"\nboth", &format!("14:5: `=` is missing here\n  {hint}"));
    check(
        "who = “Ana”",
        "13:7: `“Ana”` is not in straight quotes\n  \
         curly quotes are letters like any other here: write `\"`",
    );
    check(
        "who = \"A\0na\"",
        "13:9: the character U+0000 cannot stand in a text\n  \
         take it out: it would not be shown as it is kept",
    );
    check(
        "what = \"closed\"\n<<<<<<< main",
        "14:1: git has left two versions of this place\n  \
         of two meetings leave one here, and save the other as `2026-09-05-2.toml`, \
         or with the next number that is free; `rounds replay` says what else to change",
    );
    let closed = "[[fact]]\nwhat = \"closed\"\nat = 2026-09-05T19:00:00Z\n";
    let error = read(&format!("{HEAD}{OPENED}<<<<<<< a\n=======\n{closed}>>>>>>> b\n"));
    assert_eq!(error.unwrap_err().message, say!("error-merge-conflict"));
    let error = read(&format!("{HEAD}{OPENED}{closed}<<<<<<< a\n=======\n>>>>>>> b\n"));
    assert_eq!(error.unwrap_err().message, say!("error-merge-conflict"));
    refused_after(
        "[[fact]] what = \"closed\"\nat = 2026-09-05T19:00:00Z\n",
        &format!("12:1: `[[fact]]` is missing here\n  {hint}"),
    );
}

#[test]
fn the_head_must_be_complete_and_of_a_known_format() {
    let rest = format!("{}{OPENED}", HEAD.strip_prefix("format = 1\n").unwrap());
    let head = |format: &str| format!("{format}\n{rest}");
    refused(
        &head("format = 3"),
        "1:10: this journal has format 3, written by a newer `rounds`\n  update `rounds`",
    );
    refused(&head(""), "1: no `format` here\n  add it, like `format = 1`");
    for format in ["-1", "\"1\"", "1.0", "99999999999999999999"] {
        refused(
            &head(&format!("format = {format}")),
            &format!("1:10: `format` cannot be `{format}` here\n  write it like `format = 1`"),
        );
    }
    refused(&head("format = 1\ncirle = 3"), "2:1: unknown key `cirle`\n  did you mean `circle`?");
    refused(
        &head("format = 1\nas-of = 3"),
        "2:9: `as-of` cannot be `3` here\n  write it like `as-of = true`",
    );
    let text = format!("format = 1\n{OPENED}");
    refused(&text, "1: no `circle` here\n  add it, like `[circle]`");
    refused(
        &format!("format = 1\ncircle = 3\n{OPENED}"),
        "2:10: `circle` cannot be `3` here\n  write it like `[circle]`",
    );
    refused(
        &format!("format = 1\nfact = [3]\n{}", HEAD.strip_prefix("format = 1\n").unwrap()),
        "2:9: `fact` cannot be `3` here\n  write it like `[[fact]]`",
    );
    let text = format!("format = 1\n[circle]\nname = 3\n{OPENED}");
    assert_eq!(read(&text).unwrap_err().place.line, Some(3));
    let hint =
        "it may have been cut off: take it from a copy, or delete it if nothing was recorded";
    refused(HEAD, &format!("7: the journal ends before its first fact\n  {hint}"));
    refused("", &format!("1:1: the file is empty\n  {hint}"));
    refused("format", &format!("1:7: `=` is missing here\n  {hint}"));
}

#[test]
fn any_one_edit_is_refused_with_its_line_or_changes_at_most_one_fact() {
    let noted = What::Noted {
        who: None,
        text: "静音\n[[fact]] \"x\"".to_owned(),
        seen: None,
        via: None,
        by: None,
    };
    let noted = block(&Fact { what: noted, at: at(0) });
    let text =
        format!("{HEAD}{OPENED}{noted}{}", block(&Fact { what: What::Closed {}, at: at(1) }));
    let whole = read(&text).unwrap();
    for (offset, letter) in text.char_indices() {
        for slip in ["", "\"", "[", "\n", "é", "\n[[fact]]\n", "'''"] {
            let rest = &text[offset + letter.len_utf8()..];
            match read(&format!("{}{slip}{rest}", &text[..offset])) {
                Err(error) => assert!(error.place.line.is_some(), "{offset} {slip:?}: {error:?}"),
                Ok(read) => {
                    let other = read.facts.iter().filter(|it| !whole.facts.contains(it)).count();
                    assert!(other <= 1, "{offset} {slip:?}: {:?}", read.facts);
                }
            }
        }
    }
}
