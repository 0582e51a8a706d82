//! Reads the chain of a circle's journals.

use rayon::prelude::*;

use crate::error::{Error, Result};
use crate::meeting::MeetingId;
use crate::records::format::journal::{JournalDigests, JournalReader};
use crate::records::query::chain::{Chain, Link};
use crate::store::archive::Archive;
use crate::store::file::named;
use crate::store::journal;

impl Archive {
    /// Returns the chain of all journals, and the errors of those that cannot be read.
    pub(crate) fn chain(&self) -> Result<(Chain, Vec<Error>)> {
        let read = |reader: &mut JournalReader, path: &&std::path::PathBuf| {
            let (kept, text) = journal::read_with_text(reader, path)?;
            let digests = JournalDigests::of(&text, &kept);
            Ok(Link { id: MeetingId::of(path), file: named(path), digests })
        };
        let journals = self.journals()?;
        let links: Vec<Result<Link>> =
            journals.par_iter().map_init(JournalReader::default, read).collect();
        let (links, unread): (Vec<_>, Vec<_>) = links.into_iter().partition(Result::is_ok);
        let chain = Chain::of(links.into_iter().flatten().collect());
        Ok((chain, unread.into_iter().filter_map(Result::err).collect()))
    }
}
