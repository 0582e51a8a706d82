//! Tests every error of a circle's file: a text and the English output.

mod syntax;

use crate::circle::Circle;
use crate::lang::{Lang, Words};

fn printed(text: &str) -> String {
    let words = Words::of(Lang::En);
    let errors = Circle::read(text).err().unwrap_or_default();
    errors.iter().map(|it| it.say(&words)).collect::<Vec<_>>().join("\n")
}

/// Reads a valid circle of two members followed by `more`, which begins on line 6.
#[track_caller]
fn check(more: &str, expected: &str) {
    let good = "name = \"Garden\"\n[[member]]\nname = \"Ana\"\n[[member]]\nname = \"Ben\"\n";
    assert_eq!(printed(good), "");
    check_whole(&format!("{good}{more}"), expected);
}

/// Reads a whole file. Each error is a line, and so is each hint, indented.
#[track_caller]
fn check_whole(text: &str, expected: &str) {
    let printed = printed(text).replace("error: ", "").replace("hint: ", "  ");
    assert_eq!(printed, expected.trim_end(), "{text}");
}

#[test]
fn a_circle_has_a_name_and_two_members() {
    check_whole(
        "[[member]]\nname = \"Ana\"",
        "1:1: no `name` here
  add it, like `name = \"Garden\"`
1:1: a circle has at least two members
  add a `[[member]]` with a `name` for each of them",
    );
    check("[[member]]", "6:1: no `name` here\n  add it, like `name = \"Ana\"`");
}

#[test]
fn unknown_keys_are_refused_with_the_nearest_one() {
    check(
        r#"[[role]]
name = "X"
holdr = "Ana""#,
        "8:1: unknown key `holdr`
  did you mean `holder`?",
    );
    check(
        "colour = 3",
        "6:1: unknown key `colour`
  known here: `name`, `since`, `from`, `ended`, `away`, `formerly`, `email`",
    );
    check(
        r#"[[member]]
nmae = "Chen""#,
        "7:1: unknown key `nmae`
  did you mean `name`?",
    );
}

#[test]
fn values_are_of_the_kind_their_key_wants() {
    check(
        "[[member]]\nname = 3",
        "7:8: `name` is no text
  write it like `name = \"Ana\"`",
    );
    check(
        r#"[[member]]
name = " ""#,
        "7:8: `name` is not a text of one line
  write it like `name = \"Ana\"`",
    );
    check(
        r#"[[member]]
name = "Ana\nB""#,
        "7:8: `name` is not a text of one line
  write it like `name = \"Ana\"`",
    );
    check(
        "[meeting]\nminutes = 0",
        "7:11: `minutes` is not a whole number above zero
  write it like `minutes = 90`",
    );
    check(
        r#"[meeting]
minutes = "90""#,
        "7:11: `minutes` is not a whole number above zero
  write it like `minutes = 90`",
    );
    check(
        "[meeting]\nminutes = 007",
        "7:11: `minutes` is not a whole number above zero
  write it like `minutes = 90`",
    );
    check(
        r#"[[role]]
name = "X"
outside = yes"#,
        "8:11: `outside` is neither `true` nor `false`
  write it like `outside = true`",
    );
    check(
        r#"[[role]]
name = "X"
outside = tru"#,
        "8:11: `outside` is neither `true` nor `false`
  write it like `outside = true`",
    );
    check(
        "[[meeting]]\nminutes = 90",
        "6:1: `meeting` is no table
  write it like `[meeting]`",
    );
    check(
        r#"[role]
name = "X""#,
        "6:1: `role` is no list of tables
  write it like `[[role]]`",
    );
    check(
        r#"[rules]
steps = ["agenda", 3]"#,
        "7:9: `steps` is not a list of words
  write it like `steps = [\"check-in\", \"agenda\"]`",
    );
    check(
        r#"[rules]
apart = ["X", "Y"]"#,
        "7:9: `apart` is not a list of pairs of roles
  write it like `apart = [[\"Facilitator\", \"Secretary\"]]`",
    );
    check(
        r#"[rules]
apart = [["X", "X"]]
[[role]]
name = "X""#,
        "7:9: `apart` is not a list of pairs of roles
  write it like `apart = [[\"Facilitator\", \"Secretary\"]]`",
    );
}

#[test]
fn names_can_be_typed_anywhere() {
    check(
        r#"[[member]]
name = "A, B""#,
        "7:8: `A, B` cannot be a name
  a name has none of `, : ( ) /`, no `@` or `#` in front, no blanks around it",
    );
    check(
        r#"[[role]]
name = "@home""#,
        "7:8: `@home` cannot be a name
  a name has none of `, : ( ) /`, no `@` or `#` in front, no blanks around it",
    );
    check(
        r#"[[role]]
name = "X"
holder = "Zora "
outside = true"#,
        "8:10: `Zora ` cannot be a name
  a name has none of `, : ( ) /`, no `@` or `#` in front, no blanks around it",
    );
}

#[test]
fn names_are_given_once() {
    check(
        r#"[[member]]
name = "ána""#,
        "7:8: `ána` is the name of another one too
  case and accents make no difference: add an initial or a second name",
    );
    check(
        r#"[[role]]
name = "Keys"
[[role]]
name = "KEYS""#,
        "9:8: `KEYS` is the name of another one too
  case and accents make no difference: add an initial or a second name",
    );
}

#[test]
fn a_holder_is_a_member_or_from_outside() {
    check(
        r#"[[role]]
name = "X"
holder = "Bne""#,
        "8:10: `Bne` is no member
  did you mean `Ben`?",
    );
    check(
        r#"[[role]]
name = "X"
holder = "Zora""#,
        "8:10: `Zora` is no member
  name a member, or add `outside = true` to the role",
    );
    check(
        r#"[[role]]
name = "X"
holder = "Zora"
outside = true"#,
        "",
    );
}

#[test]
fn dates_are_days_of_the_calendar() {
    check(
        "since = 2026-02-30",
        "6:9: `2026-02-30` is no date
  write it like `since = 2026-03-04`, without quotes",
    );
    check(
        r#"since = "2026-03-04""#,
        "6:9: `\"2026-03-04\"` is no date
  write it like `since = 2026-03-04`, without quotes",
    );
    check(
        "since = 04.03.2026",
        "6:9: `04.03.2026` is no date
  write it like `since = 2026-03-04`, without quotes",
    );
    check(
        "since = 2026-03-04T10:00:00",
        "6:9: `2026-03-04T10:00:00` is no date
  write it like `since = 2026-03-04`, without quotes",
    );
    check(
        r#"[[role]]
name = "X"
since = 2026-03-04
until = 2026-03-03"#,
        "9:9: `until` comes before `since`: 3 March 2026 before 4 March 2026
  check both dates: year, month, day",
    );
}

#[test]
fn terms_are_terms() {
    check(
        r#"[meeting]
every = "often""#,
        "7:9: `often` does not say how often the circle meets
  write it like `2 weeks`, `second Tuesday` or `1st and 3rd Tuesday at 19:00`",
    );
    check(
        "[rules]\nterm = 3",
        "7:8: `3` is no term
  write it like `6 months`, `2 weeks` or `1 year`",
    );
    check(
        r#"[[role]]
name = "X"
term = "0 days""#,
        "8:8: `0 days` is no term
  write it like `6 months`, `2 weeks` or `1 year`",
    );
}

#[test]
fn the_rules_are_words_that_are_known() {
    check(
        r#"[rules]
consent = "rond"
attribution = "some"
order = true"#,
        "7:11: unknown word `rond` for `consent`
  did you mean `round`?
8:15: unknown word `some` for `attribution`
  write one of `none`, `objections`, `all`
9:9: unknown word `true` for `order`
  write one of `rotate`, `seats`",
    );
    check(
        r#"[rules]
steps = "ful""#,
        "7:9: unknown word `ful` for `steps`
  did you mean `full`?",
    );
    check(
        r#"[rules]
steps = ["agenda", "chekin"]"#,
        "7:20: unknown word `chekin` for `steps`
  did you mean `check-in`?",
    );
}

#[test]
fn a_quorum_can_be_met() {
    check(
        r#"[rules]
quorum = "0/3""#,
        "7:10: `0/3` is no quorum
  write a number of members, `none`, `all but 2`, `2/3` or `60%`",
    );
    check(
        "[rules]\nquorum = 0.5",
        "7:10: `0.5` is no quorum
  write a number of members, `none`, `all but 2`, `2/3` or `60%`",
    );
    check(
        "[rules]\nquorum = 3",
        "7:10: a quorum of 3 is more than the 2 members
  write a number of members, `none`, `all but 2`, `2/3` or `60%`",
    );
}

#[test]
fn each_kind_is_the_kind_of_one_role() {
    check(
        r#"[[role]]
name = "X"
kind = "leader"
[[role]]
name = "Y"
kind = "leader""#,
        "11:8: a second role has the kind `leader`
  leave `kind` out of one of them",
    );
}

#[test]
fn roles_kept_apart_have_different_holders() {
    check(
        r#"[[role]]
name = "D"
kind = "delegate"
holder = "Ana"
[[role]]
name = "L"
kind = "leader"
holder = "Ana""#,
        "13:10: `Ana` holds `L` and `D`, which are kept apart
  give one of them to somebody else, or leave it without a holder",
    );
    check(
        r#"[rules]
apart = [["X", "Y"]]
[[role]]
name = "X"
holder = "Ana"
[[role]]
name = "Y"
holder = "Ana""#,
        "13:10: `Ana` holds `X` and `Y`, which are kept apart
  give one of them to somebody else, or leave it without a holder",
    );
    check(
        r#"[rules]
apart = [["Keys", "Chest"]]
[[role]]
name = "Key"
[[role]]
name = "Door""#,
        "7:11: no role is called `Keys`
  did you mean `Key`?
7:19: no role is called `Chest`
  name a role as its `[[role]]` does",
    );
}
