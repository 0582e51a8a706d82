//! `docs/language.md` lists what can be typed in a meeting.

use std::fs;

use rounds::{LANGUAGES, Lang};

use crate::folder::Folder;
use crate::page::{Names, listed, page, path, rows, same, sources, ticked};

const LANGUAGE: &str = "docs/language.md";

/// Returns the messages of a language whose keys begin so: the rest of the key, and the message.
fn messages(lang: Lang, begins: &str) -> Vec<(&'static str, &'static str)> {
    let lines = lang.source().lines().filter_map(|it| it.strip_prefix(begins));
    lines.filter_map(|it| it.split_once(" = ")).collect()
}

#[test]
fn each_step() {
    let about_help = ["typed", "here"];
    let steps = messages(Lang::En, "help-").into_iter().map(|(key, _)| key);
    let steps: Names = steps.filter(|it| !about_help.contains(it)).map(str::to_owned).collect();
    same(&format!("{LANGUAGE}, ## Steps"), &listed(LANGUAGE, "## Steps"), &steps);
}

#[test]
fn each_command() {
    let sources = sources();
    let list = sources.split("\npub(super) const COMMANDS: &str = \"").nth(1);
    let list = list.and_then(|it| it.split("\";").next());
    let list = list.expect("the dialogue has a list of its commands").replace('\\', " ");
    let commands = list.split_whitespace();
    // `/ok` is known to be told that `ok` has no slash.
    let commands: Names = commands.filter(|it| *it != "ok").map(|it| format!("/{it}")).collect();
    let place = format!("{LANGUAGE}, ## Commands");
    let first = |it: &String| it.split(' ').next().unwrap_or_default().to_owned();
    same(&place, &listed(LANGUAGE, "## Commands").iter().map(first).collect(), &commands);

    let folder = Folder::empty();
    folder.write(
        "circle.toml",
        "name = \"Circle\"\n[[member]]\nname = \"A\"\n[[member]]\nname = \"B\"\n",
    );
    for command in commands.iter().chain([&"/zzzzzz".to_owned()]) {
        folder.write("script.txt", format!("all\n{command}\n"));
        let unknown = folder
            .run("meet --dry-run --script script.txt")
            .stderr
            .contains(&format!("there is no `{command}`"));
        assert_eq!(unknown, command == "/zzzzzz", "{place} lists {command}");
    }
}

/// Each prompt with what can be typed there, as each language says it.
#[test]
fn each_prompt_in_each_language() {
    let heading = "## Prompts in both languages";
    let tags: Vec<&str> = LANGUAGES.iter().map(|it| it.tag()).collect();
    let mut table =
        format!("| prompt | {} |\n|---|{}\n", tags.join(" | "), "---|".repeat(tags.len()));
    for (key, _) in messages(Lang::En, "typed-") {
        table += &format!("| `{key}` |");
        for lang in LANGUAGES {
            let message = messages(lang, "typed-").into_iter().find(|(it, _)| *it == key);
            table += &format!(" {} |", message.unwrap_or_default().1);
        }
        table.push('\n');
    }
    let page = page(LANGUAGE);
    let (before, section) = page.split_once(heading).expect("the page has the section");
    let said = section.split("\n| ").next().unwrap_or_default();
    let expected = format!("{before}{heading}{}\n\n{table}", said.trim_end());
    if page != expected && std::env::var_os("UPDATE").is_some() {
        return fs::write(path(LANGUAGE), expected).expect("the page can be written");
    }
    assert!(
        page == expected,
        "{LANGUAGE}, {heading} is not what the prompts say: UPDATE=1 writes it"
    );
}

#[test]
fn each_word_that_prompts_name_is_explained_and_each_that_is_explained_is_one() {
    let page = page(LANGUAGE);
    let explained = page.split("## Prompts in both languages").next().expect("it begins so");
    for lang in LANGUAGES {
        for (key, message) in messages(lang, "typed-") {
            for span in ticked(message) {
                let word = span.split(' ').next().unwrap_or_default();
                let is_word =
                    word.starts_with('/') || word.chars().all(|it| it.is_ascii_lowercase());
                let found = explained.contains(&format!("`{word}`"))
                    || explained.contains(&format!("`{word} "));
                assert!(
                    !is_word || found,
                    "{LANGUAGE} does not explain `{word}` ({key}, {lang:?})"
                );
            }
        }
    }
    let sources = sources();
    let steps = rows(LANGUAGE, "## Steps").into_iter().map(|it| it[2].clone());
    let drafts = rows(LANGUAGE, "### The words of a draft").into_iter().map(|it| it[0].clone());
    let known = listed(LANGUAGE, "## Steps");
    for cell in steps.chain(drafts) {
        for span in ticked(&cell) {
            let word = span.split(' ').next().unwrap_or_default();
            let is_word = !word.is_empty() && word.chars().all(|it| it.is_ascii_lowercase());
            if is_word && !known.contains(&span) {
                let quoted = format!("\"{word}\"");
                assert!(
                    sources.contains(&quoted) || ["explore", "select", "report"].contains(&word),
                    "{LANGUAGE} lists `{word}`, which nothing reads"
                );
            }
        }
    }
}
