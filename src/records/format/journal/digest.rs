//! Digests of journals and records: the digest of a text, and the digests that a journal names.

use memchr::memchr_iter;
use sha2::{Digest, Sha256};

use crate::meeting::{DatedValidity, Fact, Item, Moment, Presented, What, Wording, standing};
use crate::records::format::front_matter::normal;
use crate::records::format::journal::{Journal, block};

/// Returns the digest of a file's text: SHA-256 as 64 lower-case hexadecimal digits.
///
/// A BOM and carriage returns at line ends do not count, so that git may convert line ends.
pub fn digest(text: &str) -> String {
    hex(Sha256::new_with_prefix(normal(text).as_bytes()))
}

/// Returns what an answer in writing names as seen: the first 12 digits of the digest of the current
/// version of a proposal, with its title and what it relates to. A new version that says something else
/// has another one.
pub fn seen(item: &Item) -> Option<String> {
    let Wording { text, validity, responsible, measures, effects, .. } =
        item.version()?.wording.clone();
    let proposal = item.proposal();
    let related = |replaces: Option<&String>, ends: Option<&String>, about: Option<&String>| {
        let [replaces, ends, about] = [replaces, ends, about].map(Option::<&String>::cloned);
        What::Related { replaces, ends, about, with: Vec::new() }
    };
    let presented = Presented {
        version: 0,
        text,
        nominee: None,
        validity: DatedValidity { is: validity, day: None },
        since: None,
        responsible,
        measures,
        effects,
    };
    let facts = proposal
        .replaces
        .iter()
        .map(|it| related(Some(it), None, None))
        .chain(proposal.ends.iter().map(|it| related(None, Some(it), None)))
        .chain(proposal.about.iter().map(|it| related(None, None, Some(it))))
        .chain([What::Presented(presented)]);
    let blocks = facts.map(|what| block(&Fact { what, at: Moment::default() }));
    let whole = blocks.fold(format!("{}\n", item.entry.title), |text, it| text + &it);
    digest(&whole).get(..12).map(str::to_owned)
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().fold(String::with_capacity(64), |hex, byte| hex + &format!("{byte:02x}"))
}

/// The digest of a journal, and the digests that its standing facts name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalDigests {
    /// The digest of the whole journal.
    pub own: String,
    /// Whether the records of the meeting were written, so that the journal is complete.
    pub filed: bool,
    /// The line of the fact `filed`, if it names another digest than that of the text before it.
    pub changed: Option<usize>,
    /// The digests of earlier journals.
    pub named: Vec<NamedDigest>,
}

/// The digest of an earlier journal, as a fact names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedDigest {
    /// The stem of that journal.
    pub meeting: String,
    /// The digest.
    pub digest: String,
    /// The line of the fact.
    pub line: usize,
    /// Whether the fact approves the minutes of that meeting.
    pub approved: bool,
}

impl JournalDigests {
    /// Computes the digest of a journal, and collects those that it names.
    pub fn of(text: &str, journal: &Journal) -> Self {
        let text = normal(text);
        let last = journal.lines.last().copied().unwrap_or_default();
        let (before, rest) = text.split_at(before_line(&text, last));
        let mut hash = Sha256::new_with_prefix(before.as_bytes());
        let (mut filed, mut changed, mut named) = (false, None, Vec::new());
        for index in standing(&journal.facts) {
            let line = journal.lines[index];
            match &journal.facts[index].what {
                What::Opened(it) => {
                    let both = it.meeting.clone().zip(it.digest.clone());
                    named.extend(both.map(|(meeting, digest)| NamedDigest {
                        meeting,
                        digest,
                        line,
                        approved: false,
                    }));
                }
                What::Approved(it) => {
                    let both = it.meeting.clone().zip(it.digest.clone());
                    named.extend(both.map(|(meeting, digest)| NamedDigest {
                        meeting,
                        digest,
                        line,
                        approved: true,
                    }));
                }
                What::Filed(it) => {
                    filed = true;
                    let is_other = |it: &String| *it != hex(hash.clone());
                    changed = it.digest.as_ref().filter(|it| is_other(it)).map(|_| line);
                }
                _ => {}
            }
        }
        hash.update(rest.as_bytes());
        Self { own: hex(hash), filed, changed, named }
    }
}

/// Returns the byte offset at which the text before a line ends, without the blank line before it.
fn before_line(text: &str, line: usize) -> usize {
    let Some(feed) = line.checked_sub(2) else { return 0 };
    let start = memchr_iter(b'\n', text.as_bytes()).nth(feed).map_or(text.len(), |it| it + 1);
    if text[..start].ends_with("\n\n") { start - 1 } else { start }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circle::Attribution;
    use crate::meeting::{Fact, Filed};
    use crate::records::format::journal::{block, head, read};
    use crate::records::sample;

    /// The journal of a closed meeting, without and with its last fact.
    fn journals() -> (String, String) {
        let meeting = sample::meeting(Attribution::None);
        let blocks: String = meeting.facts().iter().map(block).collect();
        let before = head(meeting.circle()) + &blocks;
        let filed = Filed { digest: Some(digest(&before)), records: Vec::new() };
        let at = meeting.facts().last().unwrap().at;
        let whole = before.clone() + &block(&Fact { what: What::Filed(filed), at });
        (before, whole)
    }

    fn digests(text: &str) -> JournalDigests {
        JournalDigests::of(text, &read(text).unwrap())
    }

    #[test]
    fn a_digest_is_that_of_sha_256() {
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest("abc"), known);
        assert_eq!(digest("\u{feff}a\r\nb\r\n"), digest("a\nb\n"));
        assert_ne!(digest("a\nb"), digest("a\nb\n"));
    }

    #[test]
    fn the_fact_filed_has_the_digest_of_the_text_before_it() {
        let (before, whole) = journals();
        assert_eq!(digests(&before), digests(&before.replace('\n', "\r\n")));
        for text in [whole.clone(), whole.replace('\n', "\r\n"), format!("\u{feff}{whole}")] {
            let JournalDigests { own, filed, changed, named } = digests(&text);
            assert_eq!((own, filed, changed, named), (digest(&whole), true, None, Vec::new()));
        }
        let changed = digests(&whole.replacen("\n[[fact]]", "\n# by hand\n[[fact]]", 1));
        assert_eq!(changed.changed, Some(before.lines().count() + 3));
        // Without a digest nothing can be compared.
        let bare: Vec<&str> = whole.lines().filter(|it| !it.starts_with("digest")).collect();
        assert_eq!(digests(&(bare.join("\n") + "\n")).changed, None);
    }
}
