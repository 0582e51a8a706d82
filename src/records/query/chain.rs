//! The chain of journals: each names the digests of earlier ones, so that a change to an old journal
//! is found.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::error::Error;
use crate::lang::say;
use crate::meeting::MeetingId;
use crate::records::format::journal::{JournalDigests, NamedDigest};

/// A journal of the chain.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub id: MeetingId,
    /// Its path, as shown in messages.
    pub file: String,
    pub digests: JournalDigests,
}

/// The journals of a circle, in the order of their meetings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chain {
    links: Vec<Link>,
}

impl Chain {
    pub(crate) fn of(mut links: Vec<Link>) -> Self {
        links.sort_by(|one, other| one.id.cmp(&other.id));
        Self { links }
    }

    /// Returns the journals that are complete.
    pub(crate) fn filed(&self) -> impl DoubleEndedIterator<Item = &Link> {
        self.links.iter().filter(|it| it.digests.filed)
    }

    /// Returns the complete journal with this digest.
    pub(crate) fn with_digest(&self, digest: &str) -> Option<&Link> {
        self.filed().find(|it| it.digests.own == digest)
    }

    /// Returns the file of the fact that names a digest, its line, and whose digest it is.
    pub(crate) fn naming(&self, digest: &str) -> Option<(&str, &NamedDigest)> {
        let mut all = self.all_named();
        all.find(|(_, it)| it.digest == digest).map(|(link, it)| (link.file.as_str(), it))
    }

    fn all_named(&self) -> impl Iterator<Item = (&Link, &NamedDigest)> {
        self.links.iter().flat_map(|link| link.digests.named.iter().map(move |it| (link, it)))
    }

    /// Returns the journals that the digest of one covers: itself, and those that it and they name.
    pub(crate) fn covered<'c>(&'c self, head: &'c Link) -> Vec<&'c Link> {
        let by_digest: HashMap<&str, &Link> =
            self.links.iter().map(|it| (it.digests.own.as_str(), it)).collect();
        let (mut seen, mut covered, mut open) = (HashSet::new(), Vec::new(), vec![head]);
        while let Some(link) = open.pop() {
            if seen.insert(&link.id) {
                covered.push(link);
                let named = link.digests.named.iter();
                open.extend(named.filter_map(|it| by_digest.get(it.digest.as_str()).copied()));
            }
        }
        covered
    }

    /// Finds the journals that are not as they were when a fact named their digest. A journal counts
    /// as it is if the latest approval of its minutes has the digest it has now.
    ///
    /// With `is_whole` all journals of the circle are in the chain, so that one may also be gone.
    pub(crate) fn changed(&self, is_whole: bool) -> Vec<Error> {
        let by_id: HashMap<&str, &Link> =
            self.links.iter().map(|it| (it.id.as_str(), it)).collect();
        let known: HashSet<&str> = self.links.iter().map(|it| it.digests.own.as_str()).collect();
        // The places of digests that no journal has, by the meeting they are of.
        let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut approved: HashMap<&str, &str> = HashMap::new();
        for link in &self.links {
            let line = link.digests.changed;
            let own = line.map(|line| format!("{}:{line}", link.file));
            places.entry(link.id.as_str()).or_default().extend(own);
        }
        for (link, it) in self.all_named() {
            if !known.contains(it.digest.as_str()) {
                let place = format!("{}:{}", link.file, it.line);
                places.entry(&it.meeting).or_default().push(place);
            }
            if it.approved {
                approved.insert(&it.meeting, &it.digest);
            }
        }
        places.retain(|_, places| !places.is_empty());
        let changed = places.into_iter().filter_map(|(meeting, places)| {
            let Some(link) = by_id.get(meeting) else {
                let first = places.first().cloned().unwrap_or_default();
                let gone = Error::new(say!("note-journals-gone", meeting = meeting));
                return is_whole.then(|| at(gone.hint(say!("hint-chain-gone")), &first));
            };
            let is_accepted = approved.get(meeting) == Some(&link.digests.own.as_str());
            let error = Error::new(say!("note-digest-differs", places = places));
            let error = error.hint(say!("hint-chain-changed", meeting = meeting));
            (!is_accepted).then(|| error.in_file(&link.file))
        });
        changed.collect()
    }
}

/// Sets the place of an error from `FILE:LINE`.
fn at(error: Error, place: &str) -> Error {
    let (file, line) = place.rsplit_once(':').unwrap_or((place, ""));
    let error = error.in_file(file);
    line.parse().map_or(error.clone(), |line| error.on_line(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(id: &str, own: &str, changed: Option<usize>, named: &[(&str, &str, bool)]) -> Link {
        let named = named.iter().map(|(meeting, digest, approved)| NamedDigest {
            meeting: (*meeting).to_owned(),
            digest: (*digest).to_owned(),
            line: 7,
            approved: *approved,
        });
        let (own, named) = (own.to_owned(), named.collect());
        let digests = JournalDigests { own, filed: true, changed, named };
        Link { id: MeetingId::new(id), file: format!("{id}.toml"), digests }
    }

    #[track_caller]
    fn check(links: &[Link], expected: &[(&str, &str)]) {
        let changed = Chain::of(links.to_vec()).changed(true);
        let found: Vec<(&str, &str)> = changed
            .iter()
            .map(|it| (it.place.file.as_deref().unwrap_or_default(), it.message.key))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_changed_journal_is_found_by_its_own_digest_and_those_of_later_ones() {
        let second = link("b", "B", None, &[("a", "A", false)]);
        check(&[link("a", "A", None, &[]), second.clone()], &[]);
        check(&[link("a", "X", None, &[]), second.clone()], &[("a.toml", "note-digest-differs")]);
        check(
            &[link("a", "X", Some(3), &[]), second.clone()],
            &[("a.toml", "note-digest-differs")],
        );
        check(&[second], &[("b.toml", "note-journals-gone")]);
    }

    #[test]
    fn a_change_is_accepted_by_the_latest_approval() {
        let changed = link("a", "X", Some(3), &[]);
        let second = link("b", "B", None, &[("a", "A", true)]);
        let third = |digest: &str| link("c", "C", None, &[("a", digest, true), ("b", "B", false)]);
        check(&[changed.clone(), second.clone(), third("X")], &[]);
        let found = [("a.toml", "note-digest-differs")];
        check(&[changed.clone(), second.clone(), third("Y")], &found);
        // An approval from before the change accepts nothing.
        check(&[changed, second, third("X"), link("d", "D", None, &[("a", "A", true)])], &found);
    }

    #[test]
    fn a_journal_may_get_another_name() {
        let second = link("b", "B", None, &[("a", "A", false)]);
        check(&[link("a-2", "A", None, &[]), link("a", "Z", None, &[]), second], &[]);
    }

    #[test]
    fn a_digest_covers_all_that_are_named_from_it() {
        let links = [
            link("a", "A", None, &[]),
            link("b", "B", None, &[("a", "A", false)]),
            link("c", "C", None, &[("a", "A", true)]),
            link("d", "D", None, &[("c", "C", false), ("b", "old", true)]),
        ];
        let chain = Chain::of(links.to_vec());
        let head = chain.filed().next_back().unwrap();
        let covered: Vec<&str> = chain.covered(head).iter().map(|it| it.id.as_str()).collect();
        assert_eq!(covered, ["d", "c", "a"]);
    }
}
