//! The journal of the running meeting, and what is said of it when the program ends.
//!
//! The thread that handles signals shares it, so that no way to end leaves facts unwritten.

use std::sync::{Arc, Mutex, PoisonError};

use crate::cli::TROUBLE;
use crate::error::{Error, Result};
use crate::lang::{Lang, Words, say};
use crate::meeting::{Meeting, MeetingId};
use crate::records::format::journal;
use crate::store::journal::Kept;
use crate::store::write_records::Roles;
use crate::store::{Folder, JournalFile, Lock, file};
use crate::terminal::signals::Farewell;
use crate::terminal::{output, signals};

/// The journal of the running meeting: none before its first fact.
#[derive(Clone, Default)]
pub(super) struct Running(Arc<Mutex<Shared>>);

#[derive(Default)]
struct Shared {
    journal: Option<JournalFile>,
    /// What was wrong with the journal at the end. Whoever ends the program says it: the meeting, or
    /// the thread that handles signals.
    trouble: Vec<Error>,
    is_secured: bool,
}

impl Shared {
    /// Makes sure that every fact is on the disk, and returns what went wrong with that.
    fn secure(&mut self) -> &[Error] {
        if let Some(journal) = &mut self.journal
            && !std::mem::replace(&mut self.is_secured, true)
        {
            self.trouble = trouble(journal);
        }
        &self.trouble
    }
}

impl Running {
    pub(super) fn new(journal: Option<JournalFile>) -> Self {
        Self(Arc::new(Mutex::new(Shared { journal, ..Shared::default() })))
    }

    /// Runs `work` on the journal. A signal that comes in the meantime ends the program afterwards.
    fn with<T>(&self, work: impl FnOnce(&mut Shared) -> T) -> T {
        signals::undisturbed(|| work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner)))
    }

    pub(super) fn id(&self) -> Option<MeetingId> {
        self.with(|it| super::id(it.journal.as_ref()))
    }

    /// Makes a signal say, before it ends the program, whether the meeting is kept.
    pub(super) fn watch(&self, lang: Lang) {
        let running = self.clone();
        signals::before_leaving(move || {
            let mut shared = running.0.lock().unwrap_or_else(PoisonError::into_inner);
            let words = Words::of(lang);
            let trouble = shared.secure();
            if !trouble.is_empty() {
                let said: Vec<String> = trouble.iter().map(|it| it.say(&words)).collect();
                return Farewell { text: said.join("\n"), code: Some(TROUBLE) };
            }
            // Secured is only what was begun.
            let text = if shared.is_secured { words.say(&say!("goes-on")) } else { String::new() };
            Farewell { text, code: None }
        });
    }

    /// Appends the last fact of the meeting to the journal, or begins the journal with it.
    pub(super) fn save(
        &self,
        (lock, folder): (&Lock, &Folder),
        meeting: &Meeting,
        roles: Roles,
        words: &Words,
    ) -> Result<()> {
        self.with(|shared| match &mut shared.journal {
            None => {
                shared.journal = Some(JournalFile::begin(lock, folder, meeting, roles)?);
                Ok(())
            }
            Some(journal) => {
                let Some(last) = meeting.facts().last() else { return Ok(()) };
                if journal.append(&journal::block(last))? == Kept::Again {
                    let note = again(journal).say_as(&say!("label-note"), words);
                    output::eprint(&format!("{note}\n"));
                }
                Ok(())
            }
        })
    }

    /// Ends the session: makes sure that every fact is on the disk, and returns the journal and what
    /// went wrong with that.
    pub(super) fn end(&self) -> (Option<JournalFile>, Vec<Error>) {
        self.with(|shared| {
            let trouble = shared.secure().to_vec();
            (shared.journal.take(), trouble)
        })
    }
}

/// Secures a journal at the end. Returns what has to be said about it, if anything.
pub(crate) fn trouble(journal: &mut JournalFile) -> Vec<Error> {
    let name = file::named(&journal.path);
    match journal.secure() {
        Ok(Kept::InPlace) => Vec::new(),
        Ok(Kept::Again) => vec![again(journal).hint(say!("hint-journal-again"))],
        Ok(Kept::Beside(path)) => {
            let beside = file::named(&path);
            let err = Error::new(say!("error-journal-changed", file = &beside));
            vec![err.hint(say!("hint-kept-beside", journal = &name)).in_file(name)]
        }
        Err(err) => {
            let lost = Error::new(say!("error-journal-lost")).hint(say!("hint-journal-lost"));
            vec![lost.in_file(name), err]
        }
    }
}

fn again(journal: &JournalFile) -> Error {
    Error::new(say!("error-journal-again")).in_file(file::named(&journal.path))
}

#[cfg(test)]
mod tests {
    use super::*;

    const JOURNAL: &str = "format = 1\n[circle]\nname = \"Garden\"\n[[circle.member]]\nname = \"Ana\"\n\
                           [[circle.member]]\nname = \"Ben\"\n\n[[fact]]\nwhat = \"opened\"\n\
                           present = [\"Ana\", \"Ben\"]\nat = 2026-09-05T19:00:00+02:00\n";

    #[test]
    fn what_became_of_a_changed_journal_is_said() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::at(place.path());
        let lock = Lock::take(&folder).unwrap();
        let path = folder.meetings().join("2026-09-05.toml");
        file::create(&path, JOURNAL).unwrap();
        let (mut journal, _, _) = JournalFile::open(&lock, &path).unwrap();
        let keys = |errors: Vec<Error>| errors.iter().map(|it| it.message.key).collect::<Vec<_>>();
        assert_eq!(keys(trouble(&mut journal)), Vec::<&str>::new());
        file::remove(&path).unwrap();
        assert_eq!(keys(trouble(&mut journal)), ["error-journal-again"]);
        file::replace(&path, "something else").unwrap();
        assert_eq!(keys(trouble(&mut journal)), ["error-journal-changed"]);
        journal.path = path.join("no folder.toml");
        assert_eq!(keys(trouble(&mut journal)), ["error-journal-lost", "error-cannot-write"]);
    }
}
