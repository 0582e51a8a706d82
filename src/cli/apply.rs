//! `rounds apply`: writes into the circle's file what is on record and not in it.

use crate::circle::{Change, ChangeResult, Circle, RoleChange, change, seat};
use crate::cli::{CommandResult, Invocation, finish};
use crate::dialogue::Block;
use crate::error::Error;
use crate::lang::say;
use crate::store::{Archive, Folder, Lock, clock, file, other_circles};

/// Writes into circle.toml what decisions and elections say and it does not
///
/// After a conflict in the file, take either side, then this. What was changed by hand since is written
/// over; `rounds check` lists it beforehand. Nothing else in the file is changed. The last day of a circle
/// right below goes into the file of that circle.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds apply")]
pub(super) struct Args {}

impl Args {
    #[expect(clippy::unused_self, reason = "every command has arguments")]
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let (folder, circle) = here.circle()?;
        folder.refuse_links()?;
        let _lock = Lock::take(&folder)?;
        let (archive, today) = (Archive::of(&folder), clock::now().date_naive());
        let path = folder.path(Folder::CIRCLE);
        let text = file::text(&path, file::CIRCLE_LIMIT)?;
        let (missing, mut unread) = archive.unapplied(&circle, today)?;
        let changes: Vec<Change> = missing.iter().map(|it| it.change.clone()).collect();
        let decided = change(&text, &circle, &changes)?;
        let new = decided.text.clone().unwrap_or_else(|| text.clone());
        let now = Circle::read(&new)?;
        let elected: Vec<RoleChange> = archive
            .unseated(&now, today)?
            .into_iter()
            .map(|it| {
                let before = now.roles.iter().find(|role| role.name == it.role).cloned();
                let purpose = String::new();
                RoleChange {
                    role: it.role.clone(),
                    before,
                    purpose,
                    term: None,
                    holder: it.elected.clone(),
                    since: it.since,
                    until: it.until,
                    on: today,
                }
            })
            .collect();
        let seated = seat(&new, &elected)?;
        let whole = seated.text.clone().unwrap_or(new);
        let words = here.words();
        let name = file::named(&path);
        let mut lines = Vec::new();
        for (it, result) in missing.iter().zip(&decided.results) {
            let effect = it.change.effect.to_string();
            match result {
                ChangeResult::Written => lines.push(format!("{effect} ({})", it.id)),
                ChangeResult::AlreadyThere => {}
                ChangeResult::LeftAlone => {
                    let err = Error::new(say!("error-circle-changed", effect = effect));
                    unread.push(err.hint(say!("hint-circle-changed")).in_file(&name));
                }
            }
        }
        for (it, result) in elected.iter().zip(&seated.results) {
            match result {
                ChangeResult::Written => lines.push(format!("{}: {}", it.role, it.holder)),
                ChangeResult::AlreadyThere => {}
                ChangeResult::LeftAlone => {
                    let err = Error::new(say!("error-role-changed", role = &it.role));
                    let hint = finish::as_elected(&it.holder, it.since, it.until);
                    unread.push(err.hint(hint).in_file(&name));
                }
            }
        }
        if whole != text {
            file::replace(&path, &whole)?;
        }
        let ends = archive.unended_circles(today)?;
        let changes: Vec<Change> = ends.iter().map(|it| it.change.clone()).collect();
        let others = other_circles::change(&folder, &circle, &changes, &words)?;
        lines.extend(others.written);
        unread.extend(others.undone.into_iter().chain(others.unread));
        let shown = if lines.is_empty() {
            Block::Text(words.say(&say!("nothing-to-apply")))
        } else {
            Block::Pair { label: words.say(&say!("label-written")), text: lines.join("\n") }
        };
        here.show(&[shown])?;
        Ok(here.warn(&unread))
    }
}
