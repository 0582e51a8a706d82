//! What counts in a folder of a decision in writing.

use super::*;

const FIRST_FILE: &str =
    include_str!("../../../tests/refused/error-not-settled/written/2026-09-05-quiet-hours/1.toml");

/// Reads a decision that waits for Ben, with these keys of his consent.
fn with(keys: &str) -> Written {
    let root = tempfile::tempdir().unwrap();
    let folder = Folder::at(root.path());
    let id = "written/2026-09-05-quiet-hours";
    let path = |name: &str| folder.path(id).join(name);
    file::create(&path("1.toml"), FIRST_FILE).unwrap();
    let fact = "[[fact]]\nwhat = \"consented\"\nwho = \"Ben\"\nversion = 1\n";
    let text = format!("{fact}{keys}at = 2026-09-06T08:00:00Z\n");
    file::create(&path("a.toml"), &text).unwrap();
    Written::read(&folder, id).unwrap()
}

#[test]
fn an_answer_to_another_text_does_not_count() {
    let it = with("seen = \"0123456789ab\"\n");
    assert_eq!(it.stands(), Stands::Waits(vec!["Ben".to_owned()]));
    assert_eq!(it.void[0].message.key, "error-written-other-text");
    let now = seen(it.item().unwrap()).unwrap();
    assert_eq!(with(&format!("seen = \"{now}\"\n")).stands(), Stands::Agreed);
    assert_eq!(with("").stands(), Stands::Agreed);
}

#[test]
fn what_was_seen_is_the_text_and_not_its_version_or_day() {
    let digest = |text: &str| {
        let kept = crate::records::format::journal::read(text).unwrap();
        let meeting = Meeting::of_setting(2, kept.setting, kept.head, kept.facts).unwrap();
        seen(meeting.state().items.first().unwrap()).unwrap()
    };
    let now = digest(FIRST_FILE);
    assert_eq!(now.len(), 12);
    // Another digest would void the answers on file.
    assert_eq!(now, "ee70e0c189b2");
    let later =
        FIRST_FILE.replace("= 2026-09-05T", "= 2026-09-06T").replace("2027-09-05", "2027-09-06");
    assert_eq!(digest(&later), now);
    for (from, to) in
        [("No drills.", "No saws."), ("Quiet hours", "Loud hours"), ("1 year", "2 years")]
    {
        let other = FIRST_FILE
            .replace(from, to)
            .replace("2027-09-05", if to == "2 years" { "2028-09-05" } else { "2027-09-05" });
        assert_ne!(digest(&other), now, "{to}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_no_answer() {
    let root = tempfile::tempdir().unwrap();
    let folder = Folder::at(root.path());
    let id = "written/2026-09-05-quiet-hours";
    let path = |name: &str| folder.path(id).join(name);
    file::create(&path("1.toml"), FIRST_FILE).unwrap();
    let fact = "[[fact]]\nwhat = \"consented\"\nwho = \"Ben\"\nversion = 1\n";
    let other = folder.path("other.toml");
    file::create(&other, &format!("{fact}at = 2026-09-06T08:00:00Z\n")).unwrap();
    std::os::unix::fs::symlink(other, path("a.toml")).unwrap();
    let it = Written::read(&folder, id).unwrap();
    assert_eq!(it.stands(), Stands::Waits(vec!["Ben".to_owned()]));
    assert_eq!(it.unread[0].message.key, "error-written-symlink");
    std::os::unix::fs::symlink(path(""), folder.path("written/2026-09-06-linked")).unwrap();
    let (all, unread) = folder.written().unwrap();
    assert_eq!((all.len(), unread.len()), (1, 2), "{unread:?}");
}
