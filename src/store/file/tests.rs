//! Tests reading and writing files, and the errors of both.

use super::*;
use crate::lang::Phrase;
use crate::store::fs::{Way, plan};

#[track_caller]
fn refused<T: std::fmt::Debug>(result: Result<T>, message: &Phrase) {
    let error = result.unwrap_err();
    assert_eq!(&error.message, message);
    assert!(error.place.file.is_some());
}

#[test]
fn a_path_that_is_no_text_file_is_an_error() {
    let place = tempfile::tempdir().unwrap();
    let path = |name: &str| place.path().join(name);
    refused(text(&path("none"), 9), &say!("error-file-missing"));
    refused(text(place.path(), 9), &say!("error-not-a-file"));
    fs::write(path("long"), "0123456789").unwrap();
    refused(text(&path("long"), 9), &say!("error-file-too-large", megabytes = 0_i64));
    assert_eq!(text(&path("long"), 10).unwrap(), "0123456789");
    refused(text(&path("long").join("below"), 9), &say!("error-file-missing"));
    fs::write(path("latin"), b"a\nbc\xe9d").unwrap();
    let error = text(&path("latin"), 9).unwrap_err();
    assert_eq!((error.place.line, error.place.column), (Some(2), Some(3)));
    refused(text(&path("latin"), 9), &say!("error-not-text"));
}

#[cfg(unix)]
#[test]
fn a_dangling_link_has_its_own_error() {
    let place = tempfile::tempdir().unwrap();
    let link = place.path().join("link");
    std::os::unix::fs::symlink(place.path().join("none"), &link).unwrap();
    refused(text(&link, 9), &say!("error-symlink-dangling"));
    refused(replace(&link, "x"), &say!("error-symlink-dangling"));
    refused(create(&link, "x"), &say!("error-file-exists"));
}

#[test]
fn a_file_is_created_once_with_its_folders() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("decisions/2026/a.md");
    create(&path, "first").unwrap();
    refused(create(&path, "second"), &say!("error-file-exists"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "first");
    replace(&path, "second").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "second");
    assert_eq!(fs::read_dir(folder_of(&path)).unwrap().count(), 1);
}

#[test]
fn a_change_that_the_disk_does_not_confirm_is_said_to_be_made() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("a.md");
    create(&path, "first").unwrap();
    let said = |cause: &str| say!("error-unconfirmed", cause = cause);
    plan(7, Way::Error(ErrorKind::Other));
    refused(replace(&path, "second"), &said("other error"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "second");
    plan(2, Way::Error(ErrorKind::Other));
    refused(remove(&path), &said("other error"));
    assert!(!path.exists());
}

#[test]
fn a_file_with_the_name_of_the_folder_is_the_cause_of_the_error() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("decisions"), "a file").unwrap();
    let path = place.path().join("decisions/a.md");
    refused(create(&path, "x"), &say!("error-cannot-write", cause = say!("cause-no-folder")));
    fs::create_dir(place.path().join("b.md")).unwrap();
    refused(replace(&place.path().join("b.md"), "x"), &say!("error-not-a-file"));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn permissions_are_kept_and_new_files_have_the_default_ones() {
        let place = tempfile::tempdir().unwrap();
        let [usual, new] = ["usual", "new"].map(|it| place.path().join(it));
        fs::write(&usual, "x").unwrap();
        create(&new, "x").unwrap();
        assert_eq!(mode(&new), mode(&usual));
        fs::set_permissions(&new, fs::Permissions::from_mode(0o664)).unwrap();
        replace(&new, "y").unwrap();
        assert_eq!(mode(&new), 0o664);
    }

    #[test]
    fn who_may_write_in_a_folder_may_write_the_files_and_folders_made_in_it() {
        for (folder, is_shared) in [(0o775, true), (0o755, false), (0o1777, false)] {
            let place = tempfile::tempdir().unwrap();
            let path = |name: &str| place.path().join(name);
            fs::write(path("usual.toml"), "x").unwrap();
            fs::create_dir(path("usual")).unwrap();
            fs::set_permissions(place.path(), fs::Permissions::from_mode(folder)).unwrap();
            create(&path("new.toml"), "x").unwrap();
            make_folder(&path("new/new")).unwrap();
            for (new, usual) in [("new.toml", "usual.toml"), ("new", "usual"), ("new/new", "usual")]
            {
                let expected = mode(&path(usual)) | if is_shared { 0o060 } else { 0 };
                assert_eq!(mode(&path(new)), expected, "{new} in a folder of {folder:o}");
            }
        }
    }

    #[test]
    fn a_link_in_the_place_of_a_new_folder_is_not_followed() {
        let place = tempfile::tempdir().unwrap();
        let [other, link] = ["other", "link"].map(|it| place.path().join(it));
        fs::create_dir(&other).unwrap();
        symlink(&other, &link).unwrap();
        fs::set_permissions(place.path(), fs::Permissions::from_mode(0o775)).unwrap();
        let before = mode(&other);
        crate::store::system::share_folder(&link);
        assert_eq!(mode(&other), before);
        crate::store::system::share_folder(&other);
        assert_eq!(mode(&other), before | 0o060);
    }

    #[test]
    fn a_read_only_file_is_not_replaced() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("a.md");
        fs::write(&path, "x").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        refused(replace(&path, "y"), &say!("error-cannot-write", cause = say!("cause-denied")));
        assert_eq!(fs::read_to_string(&path).unwrap(), "x");
    }

    #[test]
    fn a_link_still_leads_to_its_replaced_file() {
        let place = tempfile::tempdir().unwrap();
        let [file, link] = ["shared/a.md", "a.md"].map(|it| place.path().join(it));
        create(&file, "x").unwrap();
        symlink("shared/a.md", &link).unwrap();
        replace(&link, "y").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "y");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}

#[test]
fn a_file_is_named_relative_to_the_current_directory() {
    let here = std::env::current_dir().unwrap();
    let error = Error::new(say!("error-not-a-file")).in_file(named(&here));
    assert_eq!(error.place.file.as_deref(), Some("."));
    assert_eq!(named(&here.join("garden/circle.toml")), "garden/circle.toml");
    assert_eq!(named(Path::new("./circle.toml")), "circle.toml");
    assert_eq!(named(Path::new("../circle.toml")), "../circle.toml");
    assert_eq!(named(Path::new("/srv/garden/circle.toml")), "/srv/garden/circle.toml");
}
