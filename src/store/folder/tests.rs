//! Tests finding and reading a circle, and the order of its journals.

use super::*;
use crate::lang::Phrase;

const GARDEN: &str = "name = \"Garden\"\n[[member]]\nname = \"Ana\"\n[[member]]\nname = \"Ben\"\n";

/// Makes a garden with a circle below, a folder without a circle, and a folder with settings.
fn places() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    for path in ["garden/circle.toml", "garden/compost/circle.toml", "elsewhere/x", "config/x"] {
        file::create(&place.path().join(path), GARDEN).unwrap();
    }
    fs::create_dir(place.path().join("garden/meetings")).unwrap();
    place
}

#[test]
fn the_circle_given_comes_first_then_the_nearest_then_the_settings() {
    let place = places();
    let at = |name: &str| place.path().join(name);
    let found = |given: Option<&str>, here: &str| {
        Folder::search(given.map(at).as_deref(), &at(here), Some(&at("config"))).unwrap().root
    };
    assert_eq!(found(Some("garden"), "elsewhere"), at("garden"));
    assert_eq!(found(Some("garden/circle.toml"), "garden/compost"), at("garden"));
    assert_eq!(found(None, "garden"), at("garden"));
    assert_eq!(found(None, "garden/meetings"), at("garden"));
    assert_eq!(found(None, "garden/compost"), at("garden/compost"));
    fs::write(at("config/config.toml"), "circle = \"../garden\"\n").unwrap();
    assert_eq!(found(None, "elsewhere"), at("config/../garden"));
    assert_eq!(found(None, "garden/compost"), at("garden/compost"));
}

#[track_caller]
fn not_found(given: Option<&Path>, config: &str, message: &Phrase) {
    let place = places();
    let dir = place.path().join("config");
    fs::write(dir.join("config.toml"), config).unwrap();
    let error = Folder::search(given, &place.path().join("elsewhere"), Some(&dir)).unwrap_err();
    assert_eq!(&error.message, message);
    assert!(error.hint.is_some());
}

#[test]
fn without_a_circle_the_error_says_how_to_begin() {
    not_found(None, "", &say!("error-no-circle"));
    not_found(None, "circle = \"nowhere\"", &say!("error-file-missing"));
    not_found(Some(Path::new("/nowhere")), "", &say!("error-file-missing"));
    not_found(Some(Path::new("/nowhere/circle.toml")), "", &say!("error-file-missing"));
}

#[test]
fn unreadable_settings_are_an_error() {
    not_found(None, "cirle = \"x\"", &say!("error-unknown-key", key = "cirle"));
    not_found(None, "circle = 3", &say!("error-wrong-type", key = "circle", wanted = "text"));
    not_found(None, "circle", &say!("error-missing-token", token = "="));
}

#[test]
fn a_circle_is_read_from_its_file() {
    let place = places();
    let folder = Folder::at(place.path().join("garden"));
    let circle = folder.circle().unwrap();
    assert_eq!(circle.name, "Garden");
    fs::write(folder.path(Folder::CIRCLE), "name = 3\n").unwrap();
    let errors = folder.circle().unwrap_err();
    assert!(errors.len() > 1 && errors.iter().all(|it| it.place.file.is_some()), "{errors:?}");
    fs::write(folder.path(Folder::CIRCLE), "#".repeat(1 + (1 << 20))).unwrap();
    let errors = folder.circle().unwrap_err();
    assert_eq!(errors[0].message, say!("error-file-too-large", megabytes = 1_i64));
}

#[test]
fn journals_are_sorted_by_meeting() {
    let place = places();
    let folder = Folder::at(place.path().join("garden"));
    assert_eq!(Folder::at(place.path()).journals().unwrap(), Vec::<PathBuf>::new());
    let names = [
        "2025-12-30-2.toml",
        "2026-09-05.toml",
        "2026-09-05-2.toml",
        "2026-09-05-10.toml",
        "2026-09-05-retreat.toml",
        "2026-09-19.toml",
    ];
    for name in names.iter().rev().chain(&["2026-09-05.md", ".x.toml", "2026-09-05.toml.torn"]) {
        file::create(&folder.meetings().join(name), "").unwrap();
    }
    let listed = folder.journals().unwrap();
    let listed: Vec<_> = listed.iter().filter_map(|it| it.file_name()?.to_str()).collect();
    assert_eq!(listed, names);
}
