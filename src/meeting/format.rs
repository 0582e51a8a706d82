//! Which facts and keys of facts came with format 2. A journal of an older format refuses them.

use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{Movement, On, Validity, Via, What};

/// The format of the facts of a new meeting, and the newest that can be walked.
///
/// 1: as first published. 2: the facts and keys in [`What::since_format_2`]; who facilitates or
/// writes, leaves and comes back does so again where nobody took over; a concern said to each of two
/// versions counts twice.
pub const FORMAT: i64 = 2;

/// Makes the error for a fact or a key that journals of an older format do not have.
pub(crate) fn not_in_format(format: i64, word: &str) -> Error {
    let err = Error::new(say!("error-fact-not-in-format", format = format, word = word));
    err.hint(say!("hint-format-fact"))
}

impl What {
    /// Refuses in a journal of an older format what came with a later one.
    pub(super) fn check_format(&self, format: i64) -> Result<()> {
        match self.since_format_2() {
            Some(word) if format < 2 => Err(not_in_format(format, word)),
            _ => Ok(()),
        }
    }

    /// Returns the word of a fact that came with format 2, or the first key of it that did.
    fn since_format_2(&self) -> Option<&'static str> {
        let key = |is_there: bool, key| is_there.then_some(key);
        if !self.further().is_empty() {
            return Some("with");
        }
        match self {
            Self::Accepted { role: None, .. }
            | Self::Awaited(_)
            | Self::Concerned(_)
            | Self::Dated(_)
            | Self::Declined { .. }
            | Self::Effected { .. }
            | Self::Reassigned(_)
            | Self::Released(_)
            | Self::Rescheduled(_)
            | Self::StoodAside(_)
            | Self::Struck(_) => Some(self.word()),
            Self::Adopted(it) => key(!it.effects.is_empty(), "effects")
                .or(key(!it.written.is_empty(), "written"))
                .or(new_way(Some(it.validity.is))),
            Self::Consented { seen, via, by, .. } | Self::Noted { seen, via, by, .. } => {
                in_writing(seen.as_ref(), *via, by.as_ref())
            }
            Self::Amended(it) => key(it.effects.is_some(), "effects").or(new_way(it.validity)),
            Self::Termed(it) => new_way(Some(it.validity)),
            Self::Presented(it) => {
                let since = key(it.since.is_some(), "since");
                let effects = key(!it.effects.is_empty(), "effects");
                since.or(effects).or(new_way(Some(it.validity.is)))
            }
            Self::Sought(it) => key(it.since.is_some(), "since")
                .or(key(it.meeting.is_some(), "meeting"))
                .or(key(!it.qualifications.is_empty(), "qualifications")),
            Self::Nominated(it) | Self::Changed(it) => key(it.until.is_some(), "until"),
            Self::PutForward(it) => key(it.until.is_some(), "until"),
            Self::Elected(it) => key(it.term.is_none(), "until"),
            Self::Objected { on: Some(On::Consent), .. } => Some("on"),
            Self::Objected { seen, via, by, .. } => in_writing(seen.as_ref(), *via, by.as_ref()),
            Self::Opened(it) => key(it.unnamed.is_some(), "unnamed"),
            Self::Arrived(Movement { unnamed, .. }) | Self::Left(Movement { unnamed, .. }) => {
                key(unnamed.is_some(), "unnamed")
            }
            _ => None,
        }
    }
}

/// Returns the first key of an answer in writing, which came with format 2.
fn in_writing(
    seen: Option<&String>,
    via: Option<Via>,
    by: Option<&String>,
) -> Option<&'static str> {
    let seen = seen.map(|_| "seen");
    seen.or_else(|| via.map(|_| "via")).or_else(|| by.map(|_| "by"))
}

/// Returns the key of a way to say how long a decision stands that came with format 2.
fn new_way(validity: Option<Validity>) -> Option<&'static str> {
    validity.filter(|it| it.term().is_none()).map(Validity::key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::format::journal;

    /// Expects of a fact, written as in a journal, the word that came with format 2.
    #[track_caller]
    fn check(fact: &str, expected: Option<&str>) {
        let head = "format = 2\n[circle]\nname = \"G\"\n[[circle.member]]\nname = \"Ana\"\n\
                    [[circle.member]]\nname = \"Ben\"\n";
        let text = format!("{head}\n[[fact]]\n{fact}\nat = 2026-09-05T19:00:00+02:00\n");
        let read = journal::read(&text).unwrap_or_else(|err| panic!("{fact}: {err:?}"));
        let what = &read.facts[0].what;
        assert_eq!(what.since_format_2(), expected, "{fact}");
        let refused = what.check_format(1).err().map(|it| it.message);
        let wanted = expected.map(|it| not_in_format(1, it).message);
        assert_eq!(refused, wanted, "{fact}");
        assert_eq!(what.check_format(2), Ok(()), "{fact}");
    }

    #[test]
    fn what_came_with_format_2_is_refused_before_it() {
        let presented = "what = \"presented\"\nversion = 1\ntext = \"x\"\n";
        let put = "what = \"put-forward\"\nnominee = \"Ana\"\nreason = \"x\"\n";
        let names = "what = \"nominated\"\nwho = \"Ben\"\nnominees = [\"Ana\"]\nreason = \"x\"\n";
        for (fact, expected) in [
            (format!("{presented}term = \"1 year\"\nreview = 2027-09-05"), None),
            (format!("{presented}until = 2027-09-05\nreview = 2027-09-05"), Some("until")),
            (format!("{presented}once = true"), Some("once")),
            (
                format!("{presented}term = \"1 year\"\nreview = 2027-09-05\nsince = 2026-09-06"),
                Some("since"),
            ),
            (put.to_owned(), None),
            (format!("{put}until = 2027-09-05"), Some("until")),
            (names.to_owned(), None),
            (format!("{names}until = 2027-09-05"), Some("until")),
        ] {
            check(&fact, expected);
        }
        for (fact, expected) in [
            ("what = \"opened\"\npresent = [\"Ana\"]", None),
            ("what = \"opened\"\npresent = [\"Ana\"]\nunnamed = 2", Some("unnamed")),
            ("what = \"arrived\"\nwho = \"Ben\"", None),
            ("what = \"arrived\"\nguest = true\nunnamed = 2", Some("unnamed")),
            ("what = \"left\"\nguest = true\nunnamed = 2", Some("unnamed")),
            ("what = \"left\"\nwho = \"Ana\"\nwith = [\"Ben\"]", Some("with")),
            ("what = \"termed\"\nterm = \"1 year\"", None),
            ("what = \"termed\"\nlasts = \"1 year\"", Some("lasts")),
            ("what = \"amended\"\ntext = \"x\"", None),
            ("what = \"amended\"\nexpires = 2027-09-05", Some("expires")),
            ("what = \"sought\"\nrole = \"Keys\"\nterm = \"1 year\"", None),
            (
                "what = \"sought\"\nrole = \"Keys\"\nterm = \"1 year\"\nsince = 2026-09-06",
                Some("since"),
            ),
            (
                "what = \"sought\"\nrole = \"Keys\"\nterm = \"1 year\"\nmeeting = \"2026-08-22\"",
                Some("meeting"),
            ),
            (
                "what = \"sought\"\nrole = \"Keys\"\nterm = \"1 year\"\nqualifications = [\"calm\"]",
                Some("qualifications"),
            ),
            ("what = \"struck\"\ntext = \"calm\"", Some("struck")),
            ("what = \"dated\"\nsince = 2026-09-06", Some("dated")),
            ("what = \"concerned\"\ntext = \"x\"\nversion = 1", Some("concerned")),
            ("what = \"objected\"\nwho = \"Ana\"\nreason = \"x\"\nversion = 1", None),
            (
                "what = \"objected\"\nwho = \"Ana\"\nreason = \"x\"\nversion = 1\non = \"consent\"",
                Some("on"),
            ),
            ("what = \"done\"\nwho = \"Ana\"\ntext = \"x\"", None),
            ("what = \"awaited\"\nwho = [\"Ana\"]\nversion = 1", Some("awaited")),
            ("what = \"consented\"\nwho = \"Ana\"\nversion = 1", None),
            ("what = \"consented\"\nwho = \"Ana\"\nversion = 1\nvia = \"mail\"", Some("via")),
            ("what = \"noted\"\ntext = \"x\"\nby = \"Ana\"", Some("by")),
            (
                "what = \"objected\"\nwho = \"Ana\"\nreason = \"x\"\nversion = 1\nseen = \"0\"",
                Some("seen"),
            ),
            ("what = \"released\"\nwho = \"Ana\"\ntext = \"x\"", Some("released")),
        ] {
            check(fact, expected);
        }
    }
}
