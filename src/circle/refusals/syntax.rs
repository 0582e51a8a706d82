//! Tests the errors in files that are not valid TOML.

use super::{check, check_whole};

#[test]
fn eight_problems_are_all_found() {
    check_whole(
        r#"nmae = "Garden"
language = en

[rules]
term = "soon"
consent = “call”

[[member]]
name = "Ana"
since = 2026-02-30

[[member]]
name = "ANA"

[[role]]
name = "Facilitator"
kind = "fasilitator"
holder = "Anna"
"#,
        "1:1: unknown key `nmae`
  did you mean `name`?
2:12: `en` is not in straight quotes
  write `\"en\"`
5:8: `soon` is no term
  write it like `6 months`, `2 weeks` or `1 year`
6:11: unknown word `“call”` for `consent`
  did you mean `call`?
10:9: `2026-02-30` is no date
  write it like `since = 2026-03-04`, without quotes
13:8: `ANA` is the name of another one too
  case and accents make no difference: add an initial or a second name
17:8: unknown word `fasilitator` for `kind`
  did you mean `facilitator`?
18:10: `Anna` is no member
  did you mean `Ana`?",
    );
}

#[test]
fn line_ends_and_a_byte_order_mark_change_no_place() {
    check_whole(
        "\u{feff}name = \"x\"\r\naim = 3\r\nmember = [{ name = \"A\" }, { name = \"B\" }]\r\n",
        "2:7: `aim` is no text
  write it like `aim = \"Grow food for everyone in the street.\"`",
    );
}

#[test]
fn a_file_with_nothing_in_it_is_refused() {
    check_whole(
        "# nothing yet\n",
        "1:1: the file is empty
  `rounds new` writes one to begin with",
    );
}

#[test]
fn forbidden_characters_are_refused() {
    check(
        "[[member]]\nname = \"C\u{202e}hen\"",
        "7:10: the character U+202E cannot stand in a text
  take it out: it would not be shown as it is kept",
    );
    check(
        "[[member]]\nname = \"C\\u0007hen\"",
        "7:8: the character U+0007 cannot stand in a text
  take it out: it would not be shown as it is kept",
    );
    check(
        "[[member]]\nname = \"C\u{1b}hen\"",
        "7:10: the character U+001B cannot stand in a text
  take it out: it would not be shown as it is kept",
    );
    check(
        "# \u{7}",
        "6:3: the character U+0007 cannot stand in a text
  take it out: it would not be shown as it is kept",
    );
    check("[[member]]\nname = \"C\u{200e}\u{200d}hen\"", "");
}

#[test]
fn conflict_markers_are_one_error() {
    check(
        "<<<<<<< HEAD\nsince = 2026-02-30\n=======\nsince = 3\n>>>>>>> theirs",
        "6:1: git has left two versions of this place
  keep one of them, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
    );
    check(
        "=======\nsince = 2026-03-04",
        "6:1: git has left two versions of this place
  keep one of them, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
    );
    check(
        r#"[[role]]
name = "X"
purpose = """
Heading
=======
""""#,
        "",
    );
}

#[test]
fn quotes_are_straight() {
    check(
        "[[member]]\nname = “Chen”",
        "7:8: `“Chen”` is not in straight quotes
  curly quotes are letters like any other here: write `\"`",
    );
    check(
        "[[member]]\nname = Chen",
        "7:8: `Chen` is not in straight quotes
  write `\"Chen\"`",
    );
    check(
        "[rules]\nsteps = full",
        "7:9: `full` is not in straight quotes
  write `\"full\"`",
    );
}

#[test]
fn invalid_toml_is_refused_line_by_line() {
    check(
        "since 2026-03-04",
        "6:7: `=` is missing here
  a line is `key = value`, `[rules]`, `[[member]]`, or a remark after `#`",
    );
    check(
        r#"since =
[[member]
name = "Chen"
holder = 3
[[member]]
name = "Dana"#,
        "6:8: cannot read the line `since =`
  a line is `key = value`, `[rules]`, `[[member]]`, or a remark after `#`
7:10: `]` is missing here
  a line is `key = value`, `[rules]`, `[[member]]`, or a remark after `#`
11:13: `\"` is missing here
  a line is `key = value`, `[rules]`, `[[member]]`, or a remark after `#`",
    );
    check(
        "since = 2026-03-04\nsince = 2026-03-05",
        "7:1: `since` is here twice
  keep one of them; each member begins with `[[member]]`, each role with `[[role]]`",
    );
}

#[test]
fn a_long_invalid_file_is_refused_quickly() {
    for line in ["x\n", "[[member]]\n", "[[role]]\nname = \"X\"\n", "=\n[\n", "[[["] {
        let text = line.repeat(100_000 / line.len());
        assert!(super::printed(&text).lines().count() <= 400);
    }
}
