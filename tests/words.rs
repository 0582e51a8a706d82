//! The language files: the same in every language, and all of it used.
#![expect(clippy::disallowed_methods, reason = "tests read files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use rounds::{LANGUAGES, Lang};

type Arguments = BTreeSet<String>;

fn parsed(lang: Lang) -> Resource<&'static str> {
    let text = lang.source();
    fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{lang:?}: {errors:?}"))
}

/// Returns the messages of a language with their patterns, in order.
fn messages(lang: Lang) -> Vec<(String, Pattern<&'static str>)> {
    let messages = parsed(lang).body.into_iter().filter_map(|entry| match entry {
        Entry::Message(it) => Some((it.id.name.to_owned(), it.value?)),
        Entry::Term(it) => panic!("{}: terms are not used", it.id.name),
        Entry::Junk { content } => panic!("cannot be read: {content}"),
        _ => None,
    });
    messages.collect()
}

/// Returns the keys of a language, each with its arguments.
fn keys(lang: Lang) -> BTreeMap<String, Arguments> {
    let mut keys = BTreeMap::new();
    for (key, pattern) in messages(lang) {
        let mut arguments = Arguments::new();
        in_pattern(&pattern, &mut arguments);
        assert!(keys.insert(key.clone(), arguments).is_none(), "{lang:?}: `{key}` twice");
    }
    keys
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut Arguments) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => in_inline(inline, found),
            Expression::Select { selector, variants } => {
                in_inline(selector, found);
                for it in variants {
                    in_pattern(&it.value, found);
                }
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut Arguments) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("only arguments and literals are used, not {other:?}"),
    }
}

/// A `say!` of the sources: file, key, the names of its arguments.
struct Say {
    file: String,
    key: String,
    arguments: Arguments,
    /// Whether how long a decision stands is added to it: `validity.said(say!(…))`.
    lasts: bool,
}

/// Finds every `say!` below `src`.
fn said() -> Vec<Say> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = fs::read_to_string(&path).expect("sources are text");
                let code: Vec<&str> =
                    text.lines().filter(|it| !it.trim_start().starts_with("//")).collect();
                says(&path.display().to_string(), &code.join("\n"), &mut found);
            }
        }
    }
    assert!(found.len() > 300, "only {} were found", found.len());
    found
}

fn says(file: &str, code: &str, found: &mut Vec<Say>) {
    for (at, _) in code.match_indices("say!(") {
        let parts = arguments(&code[at + "say!(".len()..]);
        let mut parts = parts.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
        let literal = parts.next().unwrap_or_default();
        let key = literal.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
        let key = key.unwrap_or_else(|| panic!("{file}: the key is no literal: {literal}"));
        let name = |it: &str| it.split_once('=').map(|(name, _)| name.trim().to_owned());
        let arguments = parts.map(|it| name(it).unwrap_or_else(|| panic!("{file}: {it}")));
        found.push(Say {
            file: file.to_owned(),
            key: key.to_owned(),
            arguments: arguments.collect(),
            lasts: code[..at].trim_end().ends_with(".said("),
        });
    }
}

/// Splits what stands between the parentheses of a macro at its own commas.
fn arguments(code: &str) -> Vec<String> {
    let (mut parts, mut depth) = (vec![String::new()], 0);
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        let last = parts.last_mut().expect("there is always one");
        match letter {
            '"' => {
                last.push('"');
                while let Some(inner) = letters.next() {
                    last.push(inner);
                    match inner {
                        '\\' => last.extend(letters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
                continue;
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return parts,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        last.push(letter);
    }
    panic!("a `say!` without an end: {code}");
}

#[test]
fn all_languages_have_the_same_keys_with_the_same_arguments() {
    let english = keys(Lang::En);
    for lang in LANGUAGES {
        let other = keys(lang);
        let mut differing = Vec::new();
        for key in english.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
            let (one, two) = (english.get(key), other.get(key));
            if one != two {
                differing.push(format!("{key}: {one:?} in English, {two:?} in {}", lang.tag()));
            }
        }
        assert_eq!(differing, Vec::<String>::new());
    }
}

#[test]
fn what_the_program_says_is_in_the_language_files() {
    let keys = keys(Lang::En);
    let mut wrong = BTreeSet::new();
    for Say { file, key, arguments, lasts } in said() {
        let mut known = keys.get(&key).cloned();
        if let Some(known) = known.as_mut().filter(|_| lasts) {
            known.retain(|it| !["way", "term", "day"].contains(&it.as_str()));
        }
        match &known {
            None => wrong.insert(format!("{file}: there is no `{key}`")),
            Some(known) if *known != arguments => {
                wrong.insert(format!("{file}: `{key}` takes {known:?}, and is given {arguments:?}"))
            }
            Some(_) => false,
        };
    }
    assert_eq!(wrong, BTreeSet::new());
}

#[test]
fn nothing_in_the_language_files_is_never_said() {
    let said: BTreeSet<String> = said().into_iter().map(|it| it.key).collect();
    let never: Vec<String> = keys(Lang::En).into_keys().filter(|it| !said.contains(it)).collect();
    assert_eq!(never, Vec::<String>::new());
}

#[test]
fn errors_are_lower_case_without_a_full_stop() {
    for lang in LANGUAGES {
        for (key, pattern) in messages(lang) {
            if !key.starts_with("error-") && !key.starts_with("hint-") {
                continue;
            }
            let first = match pattern.elements.first() {
                // The pronoun "I" is a capital wherever it stands.
                Some(PatternElement::TextElement { value }) if !value.starts_with("I ") => {
                    value.chars().next()
                }
                _ => None,
            };
            // German nouns are capital wherever they stand.
            let capital = first.is_some_and(char::is_uppercase) && lang == Lang::En;
            assert!(!capital, "{lang:?}: `{key}` begins with a capital");
            if let Some(PatternElement::TextElement { value }) = pattern.elements.last() {
                assert!(
                    !value.ends_with('.') || value.ends_with("..."),
                    "{lang:?}: `{key}` ends with a stop"
                );
            }
        }
    }
}

/// What stands behind the word before its key is the code of an error, which programs rely on.
#[test]
fn each_error_has_a_code() {
    let built = "Error::new(say!(\"";
    let mut without = Vec::new();
    for file in said().into_iter().map(|it| it.file).collect::<BTreeSet<_>>() {
        let text = fs::read_to_string(&file).expect("it was read before");
        let keys = text.split(built).skip(1).filter_map(|it| it.split('"').next());
        let keys = keys.filter(|it| !it.starts_with("error-") && !it.starts_with("note-"));
        without.extend(keys.map(|it| format!("{file}: {it}")));
    }
    assert_eq!(without, Vec::<String>::new());
}

#[test]
fn a_say_is_read_as_the_compiler_reads_it() {
    let mut found = Vec::new();
    let code = r#"say!("a", one = f(x, "),\""), two = say!("b", three = [1, 2]),)"#;
    says("here", code, &mut found);
    let read: Vec<_> = found.iter().map(|it| (it.key.as_str(), it.arguments.len())).collect();
    assert_eq!(read, [("a", 2), ("b", 1)]);
}
