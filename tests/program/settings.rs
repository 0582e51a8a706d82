//! The user's settings: `config.toml`, the environment, and `rounds config`.

use std::fs;

use serde_json::Value;

use crate::folder::{Folder, Ran};

const CIRCLE: &str = "name = \"Garten\"\nlanguage = \"de\"\n\
                      member = [{ name = \"Ana\" }, { name = \"Ben\" }]\n";

fn garden(config: &str) -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    fs::write(folder.config().join("config.toml"), config).expect("the folder is there");
    folder
}

fn with(folder: &Folder, args: &str, set: &[(&str, &str)]) -> Ran {
    Ran::of(&folder.rounds(args).envs(set.iter().copied()).output().expect("it runs"))
}

/// Returns value and source of a setting.
fn held(ran: &Ran, setting: &str) -> (String, String) {
    let printed: Value = serde_json::from_str(&ran.stdout).expect("it prints JSON");
    let all = printed["settings"].as_array().expect("a list");
    let row = all.iter().find(|it| it["setting"] == setting).expect("it is listed");
    let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
    (text("value"), text("source"))
}

#[track_caller]
fn check(folder: &Folder, args: &str, set: &[(&str, &str)], setting: &str, expected: [&str; 2]) {
    let (value, source) = held(&with(folder, &format!("config --json {args}"), set), setting);
    assert_eq!([value.as_str(), source.as_str()], expected, "{args} {set:?}");
}

#[test]
fn the_language_of_the_settings_goes_before_that_of_the_circle() {
    let german = [("LC_ALL", "de_DE.UTF-8")];
    let folder = garden("");
    check(&folder, "", &[], "lang", ["de", "circle.toml"]);
    check(&folder, "--lang en", &[], "lang", ["en", "--lang"]);
    folder.write("circle.toml", CIRCLE.replace("language = \"de\"\n", ""));
    check(&folder, "", &[], "lang", ["en", ""]);
    check(&folder, "", &german, "lang", ["de", "LC_ALL"]);
    check(&folder, "", &[german[0], ("LANGUAGE", "fr:en")], "lang", ["en", "LANGUAGE"]);
    // A language that the program does not have is English, whatever the system's is.
    folder.write("circle.toml", CIRCLE.replace("\"de\"", "\"fr\""));
    check(&folder, "", &german, "lang", ["en", "circle.toml"]);
    assert!(with(&folder, "roles", &german).fine().contains("no roles"), "the screen is English");
    let folder = garden("lang = \"en\"\n");
    check(&folder, "", &german, "lang", ["en", "config.toml"]);
    check(&folder, "--lang de", &[], "lang", ["de", "--lang"]);
    assert!(folder.run("roles").fine().contains("no roles"), "the screen is English");
    assert!(garden("").run("roles").fine().contains("keine Rollen"), "it is the circle's");
}

#[test]
fn a_plain_screen_is_asked_for_in_four_places() {
    let folder = garden("");
    check(&folder, "", &[], "plain", ["false", ""]);
    check(&folder, "", &[("ACCESSIBLE", "")], "plain", ["false", ""]);
    check(&folder, "", &[("ACCESSIBLE", "1")], "plain", ["true", "ACCESSIBLE"]);
    check(&folder, "--plain", &[("ACCESSIBLE", "1")], "plain", ["true", "--plain"]);
    check(&garden("plain = true\n"), "", &[], "plain", ["true", "config.toml"]);
    let plain = folder.run("--plain").fine();
    assert_ne!(plain, folder.run("").fine());
    assert_eq!(garden("plain = true\n").run("").fine(), plain);
    assert_eq!(with(&folder, "", &[("ACCESSIBLE", "1")]).fine(), plain);
}

#[test]
fn what_else_holds_is_said_with_what_sets_it() {
    let folder = garden("editor = \"nano -w\"\n");
    let editors = [("VISUAL", "vi"), ("EDITOR", "ed")];
    check(&folder, "", &editors, "editor", ["nano -w", "config.toml"]);
    check(&garden(""), "", &editors, "editor", ["vi", "VISUAL"]);
    check(&garden(""), "", &editors[1..], "editor", ["ed", "EDITOR"]);
    check(&garden(""), "", &[("NO_COLOR", "1")], "colour", ["never", "NO_COLOR"]);
    check(&garden(""), "", &[("FORCE_COLOR", "1")], "colour", ["always", "FORCE_COLOR"]);
    check(&garden(""), "--plain", &[("FORCE_COLOR", "1")], "colour", ["never", "--plain"]);
    let folder = garden("circle = \"../circle/below\"\n");
    let source = |args: &str| held(&folder.run(&format!("config --json {args}")), "circle").1;
    assert_eq!([source(""), source("--circle .")], ["circle.toml", "--circle"]);
    let named = |args: &str| held(&folder.run(&format!("config --json {args}")), "circle").0;
    assert_eq!(named("--circle circle.toml"), named(""), "the folder is shown");
    folder.write("below/circle.toml", CIRCLE);
    fs::remove_file(folder.root().join("circle.toml")).unwrap();
    assert_eq!(source(""), "config.toml");
    fs::remove_dir_all(folder.root().join("below")).unwrap();
    for (args, by) in [("", "config.toml"), ("--circle below", "--circle")] {
        let (path, source) = held(&folder.run(&format!("config --json {args}")), "circle");
        assert!(path.ends_with("/circle/below") && source == by, "{path} {source}");
    }
}

#[test]
fn a_circle_of_the_settings_that_is_not_there_is_shown_and_named_as_one_of_the_settings() {
    let folder = garden("circle = \"../nowhere\"\n");
    assert_eq!(folder.run("config").code, Some(0), "the circle here goes before it");
    fs::remove_file(folder.root().join("circle.toml")).unwrap();
    let ran = folder.run("config --json");
    let (path, source) = held(&ran, "circle");
    assert!(path.ends_with("/nowhere") && source == "config.toml", "{path} {source}");
    for ran in [ran, folder.run("log")] {
        assert!(ran.code == Some(2) && ran.stderr.contains("nowhere/circle.toml: is not there"));
        let hint = ["`circle` in ", "config.toml names this folder"];
        assert!(hint.iter().all(|it| ran.stderr.contains(it)), "{}", ran.stderr);
    }
    fs::write(folder.config().join("config.toml"), "").unwrap();
    assert_eq!(folder.run("config").code, Some(0), "no circle is needed");
}

#[test]
fn broken_settings_stop_all_but_the_commands_that_need_none() {
    let folder = garden("plain = true\nlang = \"tlh\"\n");
    let said = "config.toml:2:8: there are no words for `tlh`\n";
    for args in ["", "log", "rehearse", "meet --script -"] {
        let ran = folder.run(args);
        assert!(ran.code == Some(2) && ran.stderr.contains(said), "{args}: {ran:?}");
        assert_eq!(ran.stdout, "", "{args}");
    }
    for args in ["--help", "--version", "completions bash", "man"] {
        assert_eq!(folder.run(args).code, Some(0), "{args}");
    }
    let ran = folder.run("config --lang en");
    assert!(ran.code == Some(2) && ran.stderr.contains(said), "{ran:?}");
    assert!(ran.stdout.contains("circle.toml"), "{ran:?}");
}

#[test]
fn a_slip_in_the_settings_gets_no_hint_about_circle_files() {
    for (config, hint) in [
        ("plain = true\nplain = false\n", "keep one of them"),
        ("lang =\n", "a line is `key = value`, or a remark after `#`"),
    ] {
        let ran = garden(config).run("--lang en config");
        assert!(ran.stderr.ends_with(&format!("\nhint: {hint}\n")), "{ran:?}");
    }
}
