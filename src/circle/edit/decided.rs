//! Writes the changes that decisions make to the circle into the text of a `circle.toml`.

use chrono::NaiveDate;
use toml::Spanned;
use toml::Value;
use toml::de::{DeTable, DeValue};

use crate::circle::edit::splice::Splices;
use crate::circle::edit::{ChangeResult, FileUpdate};
use crate::circle::effect::Effect;
use crate::circle::{Circle, Member, Role};
use crate::error::Error;
use crate::text::same;
use crate::toml_file::fields::{Field, Pair, Table};
use crate::toml_file::reader::items;

/// A change that a decision makes, and the day on which it was announced; of a newcomer the day of
/// their yes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Change {
    pub effect: Effect,
    pub on: NaiveDate,
}

impl Change {
    /// Returns whether a circle's file has the change already, or there is nothing left to change.
    pub(crate) fn is_in(&self, circle: &Circle) -> bool {
        let Self { effect, on } = self;
        let mut then = circle.clone();
        if effect.apply(&mut then, *on).is_err() {
            let is_member =
                matches!(effect, Effect::Join { who, .. } if member(circle, who, *on).is_some());
            return is_member || effect.is_gone(circle, *on);
        }
        effect.said_in(&then, *on) == effect.said_in(circle, *on)
    }
}

/// Writes changes into the text of a circle's file, where it says what the `head` of the meeting said,
/// or what an earlier change of the meeting makes of it. Fails if the text is not a valid circle.
pub(crate) fn change(
    text: &str,
    head: &Circle,
    changes: &[Change],
) -> Result<FileUpdate, Vec<Error>> {
    let file = Circle::read(text)?;
    // All changes are tried at once; only where the file would be invalid, one after the other.
    let mut update = tried(text, &file, head, changes, false);
    if update.text.as_ref().is_some_and(|it| Circle::read(it).is_err()) {
        update = tried(text, &file, head, changes, true);
    }
    Ok(update)
}

fn tried(
    text: &str,
    file: &Circle,
    head: &Circle,
    changes: &[Change],
    each_is_checked: bool,
) -> FileUpdate {
    let (mut now, mut then) = (file.clone(), head.clone());
    let mut results = Vec::new();
    for change in changes {
        let (effect, on) = (&change.effect, change.on);
        let before = effect.said_in(&then, on);
        // A change that was decided can be made in the circle as the meeting knew it.
        let _ = effect.apply(&mut then, on);
        let after = effect.said_in(&then, on);
        let there = effect.said_in(&now, on);
        let mut next = now.clone();
        let is_valid =
            |next: &Circle| !each_is_checked || Circle::read(&spliced(text, file, next)).is_ok();
        let result = if there == after || effect.is_gone(&now, on) {
            ChangeResult::AlreadyThere
        } else if there == before && effect.apply(&mut next, on).is_ok() && is_valid(&next) {
            now = next;
            ChangeResult::Written
        } else {
            ChangeResult::LeftAlone
        };
        results.push(result);
    }
    let is_written = results.contains(&ChangeResult::Written);
    FileUpdate { text: is_written.then(|| spliced(text, file, &now)), results }
}

impl Effect {
    /// Returns what a circle says on a day of that which the effect changes.
    fn said_in(&self, circle: &Circle, on: NaiveDate) -> Vec<Option<Value>> {
        let role = |name: &str| circle.roles.iter().find(|it| it.name == name);
        match self {
            Self::Join { who, from } => {
                let member = member(circle, who, on);
                let from = member.filter(|_| from.is_some()).and_then(|it| it.from.write());
                vec![member.map(|it| it.name.clone().into()), from]
            }
            Self::Leave { who, .. } => {
                vec![member(circle, who, on).and_then(|it| it.ended.write())]
            }
            Self::Aim(_) => vec![circle.aim.write()],
            Self::Domain(_) => vec![circle.domain.write()],
            Self::Role { name, kind, term, purpose } => {
                let role = role(name).filter(|it| it.ended.is_none_or(|last| on <= last));
                vec![
                    role.map(|it| it.name.clone().into()),
                    role.filter(|_| kind.is_some()).and_then(|it| it.kind.write()),
                    role.filter(|_| term.is_some()).and_then(|it| it.term.write()),
                    role.filter(|_| purpose.is_some()).and_then(|it| it.purpose.write()),
                ]
            }
            Self::EndRole(name) => vec![role(name).and_then(|it| it.ended.write())],
            Self::Appoint(_) | Self::Found(_) | Self::EndCircle { .. } => Vec::new(),
            Self::Rule { key, .. } => {
                let all = [circle.rules.pairs(), circle.plan.pairs()].concat();
                vec![all.into_iter().find(|(it, _)| it == key).and_then(|(_, value)| value)]
            }
        }
    }

    /// Returns whether who leaves, or a role that ends, is not in the file any more.
    fn is_gone(&self, circle: &Circle, on: NaiveDate) -> bool {
        match self {
            Self::Leave { who, .. } => member(circle, who, on).is_none(),
            Self::EndRole(name) => {
                let is_there =
                    |it: &Role| it.name == *name && it.ended.is_none_or(|last| on < last);
                !circle.roles.iter().any(is_there)
            }
            _ => false,
        }
    }
}

/// Finds a member whose membership has not ended before a day.
fn member<'c>(circle: &'c Circle, who: &str, on: NaiveDate) -> Option<&'c Member> {
    let is_there = |it: &&Member| same(&it.name, who) && it.ended.is_none_or(|last| on <= last);
    circle.members.iter().find(is_there)
}

/// Writes the last day of a circle into its file; `None` where it says the same or another one already.
/// Fails if the text is not a valid circle.
pub(crate) fn end(text: &str, last: NaiveDate) -> Result<Option<String>, Vec<Error>> {
    let circle = Circle::read(text)?;
    if circle.ended.is_some() {
        return Ok(None);
    }
    let ended = Circle { ended: Some(last), ..circle.clone() };
    Ok(Some(spliced(text, &circle, &ended)))
}

/// Returns the text of a circle's file with what differs between two circles, of which `old` was read
/// from it. `new` has the same members and roles in the same order, and may have more behind them.
fn spliced(text: &str, old: &Circle, new: &Circle) -> String {
    let table = DeTable::parse(text).expect("a circle was read from the text");
    let root = table.get_ref();
    let mut splices = Splices::new(text);
    splices.change_keys(root, false, &top(old), &top(new));
    let tables = [
        ("meeting", old.plan.pairs(), new.plan.pairs()),
        ("rules", old.rules.pairs(), new.rules.pairs()),
    ];
    let changed = || tables.iter().filter(|(_, old, new)| old != new);
    for (name, old, new) in changed() {
        if let Some(value) = root.get(*name) {
            splices.change(value, old, new);
        }
    }
    let list = |name: &str| root.get(name).map_or(&[][..], items);
    change_all(&mut splices, list("member"), &pairs(&old.members), &pairs(&new.members));
    change_all(&mut splices, list("role"), &pairs(&old.roles), &pairs(&new.roles));
    let more = pairs::<Member>(&new.members[old.members.len()..]);
    if let Some(list) = root.get("member").filter(|_| !more.is_empty()) {
        splices.append_members(list, &more);
    }
    // Behind the keys of the last table that is there.
    for (name, old, new) in changed().filter(|(name, ..)| !root.contains_key(*name)) {
        splices.append_table(name, old, new);
    }
    splices.append(root.get("role"), &pairs::<Role>(&new.roles[old.roles.len()..]));
    splices.done()
}

/// Returns the keys at the top of a circle's file that decisions change, with `name` before them.
fn top(circle: &Circle) -> [Pair; 5] {
    [
        ("name", circle.name.write()),
        ("aim", circle.aim.write()),
        ("domain", circle.domain.write()),
        ("since", circle.since.write()),
        ("ended", circle.ended.write()),
    ]
}

fn pairs<T: Table>(tables: &[T]) -> Vec<Vec<Pair>> {
    tables.iter().map(Table::pairs).collect()
}

fn change_all(
    splices: &mut Splices<'_>,
    tables: &[Spanned<DeValue<'_>>],
    old: &[Vec<Pair>],
    new: &[Vec<Pair>],
) {
    for ((table, old), new) in tables.iter().zip(old).zip(new).filter(|((_, old), new)| old != new)
    {
        splices.change(table, old, new);
    }
}

#[cfg(test)]
mod tests;
