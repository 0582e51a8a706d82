//! `rounds site`: writes what the circles keep as pages to read in a browser.

use std::path::PathBuf;

use crate::cli::reach::ReachArgs;
use crate::cli::{CommandResult, Invocation};
use crate::dialogue::Block;
use crate::lang::say;
use crate::records::site::{Audience, Site, SiteWords, without_ended};
use crate::store::file;
use crate::store::site::SiteFolder;

/// Writes pages to read in a browser: circles, roles, decisions, minutes, a handbook
///
/// Plain files that work from a disk and from any web server; nothing runs in them, and nothing is
/// loaded from elsewhere. The folder is only touched if it is empty or holds such pages already.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds site pages --deep
  rounds site public --public
      Pages for everyone.")]
pub(super) struct Args {
    /// The folder to write into
    #[arg(value_name = "OUT")]
    out: PathBuf,

    /// For everyone: without people, topics, check-ins and minutes that are not approved
    #[arg(long)]
    public: bool,

    #[command(flatten)]
    reach: ReachArgs,

    /// As of this day, 2026-09-05; otherwise as of today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let on = here.day_or_today(self.on.as_deref())?;
        let folder = SiteFolder::at(&self.out)?;
        let mut read = here.read(self.reach.reach(), |archive, circle, unread| {
            Ok(archive.for_site(circle, on, unread)?)
        })?;
        let circles = read.circles.into_iter().map(|it| {
            let mut found = it.found;
            found.wider = it.wider;
            found
        });
        let audience = if self.public { Audience::Everyone } else { Audience::Circles };
        let circles = without_ended(circles.collect(), on);
        let listed = here.listed(&mut read.unread);
        let site = Site::of(circles, listed, on, audience);
        if site.len() == 0 {
            return Ok(here.end(&read.unread, read.failed, false));
        }
        let lang = here.words().lang();
        for it in site.common(&SiteWords::of(lang)) {
            folder.write_one(&it)?;
        }
        let progress = here.progress(site.len());
        folder.write(site.len(), |circles, write| {
            let words = SiteWords::of(lang);
            circles.into_iter().try_for_each(|it| {
                site.of_circle(it, &words).into_iter().try_for_each(&mut *write)?;
                progress.step();
                Ok(())
            })
        })?;
        drop(progress);
        folder.finish()?;
        let start = file::named(&self.out.join("index.html"));
        here.show(&[Block::Text(here.words().say(&say!("site-written", file = start)))])?;
        Ok(here.end(&read.unread, read.failed, false))
    }
}
