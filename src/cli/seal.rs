//! `rounds seal`: prints the digest of the latest journal, which covers the earlier ones, and checks a
//! digest that was kept.

use chrono::NaiveDate;

use crate::cli::{CommandResult, Invocation};
use crate::dialogue::Block;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::records::query::chain::{Chain, Link};
use crate::records::{answer, rows};
use crate::store::Archive;
use crate::terminal::output;
use crate::text::clean;
use crate::toml_file::fields::Field;

/// Prints the digest of the latest meeting's journal, to keep elsewhere, or checks one that was kept
///
/// The digest covers that journal and the earlier ones whose digests it names. Put it into a signed
/// tag, a mail to everyone or a printed page: then nobody can change an old journal unnoticed.
/// Exits with 1 if a journal that it covers was changed.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds seal
      The digest of the latest journal, to keep.
  rounds seal 58f0
      Which meeting it belongs to.")]
pub(super) struct Args {
    /// The digest to check; otherwise that of the latest meeting is printed
    #[arg(value_name = "DIGEST")]
    digest: Option<String>,

    /// Prints JSON
    #[arg(long)]
    json: bool,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let (folder, circle) = here.circle()?;
        let (chain, unread) = Archive::of(&folder).chain()?;
        let head = match &self.digest {
            Some(typed) => kept(&chain, typed)?,
            None => chain
                .filed()
                .next_back()
                .ok_or_else(|| Error::new(say!("error-no-seal")).hint(say!("hint-no-seal")))?,
        };
        let covered = chain.covered(head);
        // A journal that was changed is not among those that the digest covers any more.
        let mut changed = chain.changed(true);
        changed.retain(|it| !is_later(&chain, it, head));
        let name = clean(&circle.name);
        if self.json {
            let files = changed.iter().filter_map(|it| it.place.file.as_deref().map(clean));
            let covers: Vec<String> = covered.iter().map(|it| it.id.to_string()).collect();
            output::print(&answer::object(rows::row([
                ("circle", name.write()),
                ("meeting", head.id.to_string().write()),
                ("file", clean(&head.file).write()),
                ("digest", head.digests.own.clone().write()),
                ("covers", Some(covers.into())),
                ("changed", Some(files.collect::<Vec<_>>().into())),
            ])))?;
        } else {
            let words = here.words();
            let date = day(head).map_or_else(|| head.id.to_string(), |it| words.date(it));
            let said = |phrase| Block::Text(words.say(&phrase));
            let (count, all) = (covered.len(), chain.filed().count());
            let mut blocks = vec![
                Block::Header { left: format!("{name} · {date}"), right: clean(&head.file) },
                Block::Blank,
                Block::Text(head.digests.own.clone()),
                Block::Blank,
                said(say!("seal-covers", count = count, all = all)),
            ];
            if self.digest.is_none() {
                blocks.push(said(say!("seal-use")));
            } else if changed.is_empty() {
                blocks.push(said(say!("seal-found")));
            }
            let note = say!("label-note");
            blocks.extend(changed.iter().map(|it| Block::Refusal(it.say_as(&note, &words))));
            here.show(&blocks)?;
        }
        Ok(here.end(&unread, 0, !changed.is_empty()))
    }
}

/// Returns whether an error is about a journal of a later meeting, which the digest does not cover.
fn is_later(chain: &Chain, err: &Error, head: &Link) -> bool {
    let mut all = chain.filed();
    let link = all.find(|it| err.place.file.as_deref() == Some(it.file.as_str()));
    link.is_some_and(|it| it.id > head.id)
}

fn day(link: &Link) -> Option<NaiveDate> {
    link.id.as_str().get(..10)?.parse().ok()
}

/// Finds the journal of a digest that was kept. Blanks and case do not matter.
fn kept<'c>(chain: &'c Chain, typed: &str) -> Result<&'c Link> {
    let digest: String = typed.split_whitespace().collect::<String>().to_lowercase();
    if let Some(link) = chain.with_digest(&digest) {
        return Ok(link);
    }
    Err(match chain.naming(&digest) {
        Some((file, named)) => {
            let error = say!("error-seal-changed", meeting = &named.meeting);
            let place = format!("{file}:{}", named.line);
            Error::new(error).hint(say!("hint-seal-changed", place = place))
        }
        None => Error::new(say!("error-seal-unknown")).hint(say!("hint-seal-unknown")),
    })
}
