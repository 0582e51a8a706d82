//! `docs/files.md` lists the code of every error and note, with its message: `UPDATE=1` writes it.

use std::fs;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use rounds::Lang;

use crate::page::{Names, page, path};

const FILES: &str = "docs/files.md";
const HEADING: &str = "### Codes";

/// Returns a message in one line: the last variant of a choice, arguments in capitals.
fn in_one_line(pattern: &Pattern<&str>) -> String {
    let part = |it: &PatternElement<&str>| match it {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable { expression } => match expression {
            Expression::Inline(inline) => argument(inline),
            Expression::Select { variants, .. } => {
                variants.last().map(|it| in_one_line(&it.value)).unwrap_or_default()
            }
        },
    };
    let text: String = pattern.elements.iter().map(part).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn argument(inline: &InlineExpression<&str>) -> String {
    match inline {
        InlineExpression::VariableReference { id } => id.name.to_uppercase(),
        InlineExpression::StringLiteral { value } => (*value).to_owned(),
        _ => String::new(),
    }
}

/// Returns the codes with their messages, in order.
pub fn codes() -> Vec<(String, String)> {
    let messages = fluent_syntax::parser::parse(Lang::En.source()).expect("a test reads them");
    let mut codes: Vec<(String, String)> = messages
        .body
        .iter()
        .filter_map(|entry| match entry {
            Entry::Message(it) => Some((it.id.name, it.value.as_ref()?)),
            _ => None,
        })
        .filter_map(|(key, message)| {
            let code = key.strip_prefix("error-").or_else(|| key.strip_prefix("note-"))?;
            Some((code.to_owned(), in_one_line(message)))
        })
        .collect();
    codes.sort();
    codes
}

#[test]
fn each_code() {
    let codes = codes();
    let names: Names = codes.iter().map(|it| it.0.clone()).collect();
    assert_eq!(names.len(), codes.len(), "a code has two messages");
    let mut table = "| code | message |\n|---|---|\n".to_owned();
    for (code, message) in codes {
        table += &format!("| `{code}` | {} |\n", message.replace('|', "\\|"));
    }
    let page = page(FILES);
    let (before, section) = page.split_once(&format!("{HEADING}\n")).expect("it has the section");
    let (said, after) = section.split_once("\n| code").expect("it has a table");
    let after = after.split_once("\n\n").expect("more follows").1;
    let expected = format!("{before}{HEADING}\n{said}\n{table}\n{after}");
    if page != expected && std::env::var_os("UPDATE").is_some() {
        return fs::write(path(FILES), expected).expect("the page can be written");
    }
    assert!(
        page == expected,
        "{FILES}, {HEADING} is not what the program says: UPDATE=1 writes it"
    );
}
