//! What happens to files of a decision in writing beside answers: they are torn, renamed, copied, or
//! written by hand.

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;

use super::Shown;
use super::copy::{Copy, ID};
use super::fixtures::moment;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Damage {
    Torn,
    Emptied,
    Renamed,
    Copied,
    Removed,
    Marked,
    Binary,
    /// With the line ends of Windows, which make no difference.
    LineEnds,
    /// With other words in its text.
    Reworded,
}

pub(super) fn damages() -> impl Strategy<Value = Damage> {
    use Damage::{Binary, Copied, Emptied, LineEnds, Marked, Removed, Renamed, Reworded, Torn};
    prop_oneof![
        1 => Just(Torn),
        1 => Just(Emptied),
        3 => Just(Renamed),
        3 => Just(Copied),
        1 => Just(Removed),
        1 => Just(Marked),
        1 => Just(Binary),
        2 => Just(LineEnds),
        2 => Just(Reworded),
    ]
}

/// What somebody writes by hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Hand {
    /// Consent to a text that nobody showed.
    Unseen,
    /// Consent without `seen`, to this version.
    Plain(u32),
    /// Consent to a text that was shown in some copy, and this version.
    Seen(usize, u32),
    /// Consent of somebody unknown.
    Stranger,
    /// Consent before it was put.
    Early,
    /// An objection this many hours after it was put.
    Objection(i64),
    /// Consent far in the future.
    Future,
    /// Two facts in one file.
    Two,
    /// That it is adopted, years after the day by which an answer was asked for.
    Adopted,
}

pub(super) fn hands() -> impl Strategy<Value = Hand> {
    prop_oneof![
        1 => Just(Hand::Unseen),
        2 => (1..4_u32).prop_map(Hand::Plain),
        3 => (0..8_usize, 1..4_u32).prop_map(|(nth, version)| Hand::Seen(nth, version)),
        1 => Just(Hand::Stranger),
        1 => Just(Hand::Early),
        3 => (0..72_i64).prop_map(Hand::Objection),
        1 => Just(Hand::Future),
        1 => Just(Hand::Two),
        1 => Just(Hand::Adopted),
    ]
}

/// Writes a file by hand.
pub(super) fn write(copy: &mut Copy, who: &str, hand: Hand, shown: &Shown) {
    let now = copy.now;
    let (mut who, mut version, mut seen, mut at) = (who, 1, None, now);
    match hand {
        Hand::Unseen => seen = Some("0123456789ab".to_owned()),
        Hand::Plain(it) => version = it,
        Hand::Seen(nth, it) => {
            version = it;
            seen = shown.keys().nth(nth % shown.len().max(1)).cloned();
        }
        Hand::Stranger => who = "Zoe",
        Hand::Early => at = moment(-3600),
        Hand::Objection(hours) => at = moment(hours * 3600),
        Hand::Future => at = moment(150 * 86_400),
        Hand::Two => {}
        Hand::Adopted => at = moment(1000 * 86_400),
    }
    let seen = seen.map(|it| format!("seen = \"{it}\"\n")).unwrap_or_default();
    let what = match hand {
        Hand::Objection(_) => format!("objected\"\nwho = \"{who}\"\nreason = \"By hand.\""),
        _ => format!("consented\"\nwho = \"{who}\""),
    };
    let at = at.format("%Y-%m-%dT%H:%M:%S%:z");
    let mut text = format!("[[fact]]\nwhat = \"{what}\nversion = {version}\n{seen}at = {at}\n");
    if hand == Hand::Two {
        text = text.repeat(2);
    }
    let mut name = format!("{ID}/by-hand-{}.toml", copy.count());
    if hand == Hand::Adopted {
        // Only where there is none: an end that fits is not written over.
        name = format!("{ID}/end.toml");
        text = format!(
            "[[fact]]\nwhat = \"adopted\"\ntitle = \"Quiet hours\"\ntext = \"No drills after 8.\"\n\
             term = \"1 year\"\nreview = 2030-06-01\nresponsible = [\"Dana\"]\nversion = 1\n\
             consent = \"round\"\npresent = [\"Ana\"]\n\
             written = [\"Ben\", \"Chen\", \"Dana\", \"Emil\"]\nat = {at}\n"
        );
        copy.is_odd = true;
    }
    // A file with two facts is a problem.
    copy.is_odd |= hand == Hand::Two || copy.has_record();
    if !copy.files().contains_key(&name) {
        copy.write(&name, text.as_bytes());
    }
}

/// Damages one of the files.
#[expect(clippy::disallowed_methods, reason = "tests change files")]
pub(super) fn damage(copy: &mut Copy, nth: usize, how: Damage) {
    let files = copy.files();
    let own: Vec<&String> = files.keys().filter(|it| it.starts_with(ID)).collect();
    let path = own[nth % own.len()];
    let content = &files[path];
    copy.is_odd |= how != Damage::LineEnds;
    let file: PathBuf = copy.folder.path(path);
    let other = |name: &str| path.replace(".toml", name);
    match how {
        Damage::Torn => copy.write(path, &content[..content.len() / 2]),
        Damage::Emptied => copy.write(path, b""),
        Damage::Renamed => {
            fs::rename(&file, copy.folder.path(other("-renamed.toml"))).unwrap();
        }
        Damage::Copied => copy.write(&other(" (1).toml"), content),
        Damage::Removed => fs::remove_file(&file).unwrap(),
        Damage::Marked => {
            let marks = [b"<<<<<<< HEAD\n", &content[..], b"=======\n>>>>>>> other\n"].concat();
            copy.write(path, &marks);
        }
        Damage::Binary => copy.write(path, &[content, &b"\xff\xfe"[..]].concat()),
        Damage::LineEnds => {
            let text = String::from_utf8_lossy(content).replace("\r\n", "\n");
            copy.write(path, text.replace('\n', "\r\n").as_bytes());
        }
        Damage::Reworded => {
            let text = String::from_utf8_lossy(content).replace("No drills", "No saws");
            copy.write(path, text.as_bytes());
        }
    }
}
