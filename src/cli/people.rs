//! `rounds people`: lists who is in which circle with which roles, and what somebody sees to.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::circle::{Circle, ListedPerson};
use crate::cli::reach::{Reach, WholeArgs};
use crate::cli::{CommandResult, Invocation, due, heading};
use crate::dialogue::Block;
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::records::{Due, Person, Place, RoleHeld, SeesTo, Somebody, people};
use crate::records::{answer, rows};
use crate::store::file;
use crate::store::tree::{CircleRead, CirclesRead};
use crate::terminal::output;
use crate::text::{clean, fold, one_line, same};
use crate::toml_file::fields::Table as _;

/// Lists who is in which circle, or what somebody does
///
/// Members and those who hold a role, in this circle and all below it; guests are not listed. With a
/// name: their circles and roles, the decisions and actions they see to, and what waits for them.
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds people
  rounds people Ana --whole
      What Ana does in all circles.")]
pub(super) struct Args {
    /// Only this person, with what they see to
    #[arg(value_name = "NAME")]
    name: Vec<String>,

    #[command(flatten)]
    reach: WholeArgs,

    /// Those in people.toml who are in no circle
    #[arg(long, conflicts_with_all = ["name", "whole"])]
    nowhere: bool,

    /// As of this day, 2026-09-05; otherwise as of today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// Prints JSON
    #[arg(long)]
    json: bool,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation) -> CommandResult {
        let on = here.day_or_today(self.on.as_deref())?;
        if self.nowhere {
            self.nowhere(here, on)
        } else if self.name.is_empty() {
            self.all(here, on)
        } else {
            self.one(here, on)
        }
    }

    /// Lists those in people.toml who are in none of the circles.
    fn nowhere(&self, here: &Invocation, on: NaiveDate) -> CommandResult {
        let (path, listed) = here.folder()?.listed_people()?;
        let Some(mut listed) = listed else {
            let missing = Error::new(say!("error-file-missing")).hint(say!("hint-people"));
            return Err(missing.in_file(file::named(&path)).into());
        };
        let mut read = here.read(Reach::Whole, |_, circle, _| Ok(circle.on(on)))?;
        leave_out_ended(&mut read.circles, on);
        let people = people(read.circles.iter().map(|it| &it.found), &[]);
        let somewhere: HashSet<String> = people.iter().map(|it| fold(&it.name)).collect();
        let is_somewhere = |it: &ListedPerson| it.names().any(|it| somewhere.contains(&fold(it)));
        listed.retain(|it| it.is_there(on) && !is_somewhere(it));
        if self.json {
            let rows = listed.iter().map(|it| rows::row(it.pairs()));
            output::print(&answer::list("people", rows))?;
        } else {
            let words = here.words();
            let row = |it: &ListedPerson| {
                let since = it.joined.map(|it| words.say(&say!("roles-since", date = it)));
                let email = it.email.as_deref().map(one_line);
                vec![one_line(&it.name), since.unwrap_or_default(), email.unwrap_or_default()]
            };
            let count = say!("people-nowhere-count", count = listed.len());
            let mut blocks = vec![heading(&words, &say!("people-nowhere"), &count)];
            let rows: Vec<_> = listed.iter().map(row).collect();
            blocks.extend((!rows.is_empty()).then_some(Block::Table { rows, wraps: &[0] }));
            here.show(&blocks)?;
        }
        Ok(here.end(&read.unread, read.failed, false))
    }

    fn all(&self, here: &Invocation, on: NaiveDate) -> CommandResult {
        let mut read = here.read(self.reach.reach(), |_, circle, _| Ok(circle.on(on)))?;
        let is_any_read = !read.circles.is_empty();
        leave_out_ended(&mut read.circles, on);
        let listed = here.listed(&mut read.unread);
        let people = people(read.circles.iter().map(|it| &it.found), &listed);
        if self.json {
            output::print(&answer::list("people", people.iter().map(Person::row)))?;
        } else if is_any_read {
            let words = here.words();
            let rows = people.iter().flat_map(|it| {
                it.places.iter().map(|place| {
                    let mut row = place_row(place, on, &words);
                    row.insert(0, one_line(&it.name));
                    row
                })
            });
            let count = say!("people-count", count = people.len(), circles = read.circles.len());
            let rows: Vec<_> = rows.collect();
            let mut blocks = vec![heading(&words, &say!("people-heading"), &count)];
            blocks.extend((!rows.is_empty()).then_some(Block::Table { rows, wraps: &[0, 1, 3] }));
            here.show(&blocks)?;
        }
        Ok(here.end(&read.unread, read.failed, false))
    }

    fn one(&self, here: &Invocation, on: NaiveDate) -> CommandResult {
        let mut unread = Vec::new();
        let listed = here.listed(&mut unread);
        let somebody = Somebody::of(&self.name.join(" "), &listed);
        let mut read = here.read(self.reach.reach(), |archive, circle, unread| {
            Ok(archive.sees_to(&circle.on(on), &somebody.names, on, unread)?)
        })?;
        read.unread.extend(unread);
        let name = match find_somebody(&somebody, &read) {
            Ok(name) => name,
            Err(err) => {
                read.unread.push(err);
                return Err(read.unread);
            }
        };
        leave_out_ended(&mut read.circles, on);
        let circles: Vec<Circle> = read.circles.iter().map(|it| it.circle.on(on)).collect();
        let mut all = people(circles.iter(), &listed).into_iter();
        let person = all.find(|it| same(&it.name, &name));
        let person = person.unwrap_or(Person { name, email: None, places: Vec::new() });
        if self.json {
            output::print(&answer::object(one(&person, &read.circles, &here.words())))?;
        } else {
            here.show(&page(&person, &read.circles, on, &here.words()))?;
        }
        Ok(here.end(&read.unread, read.failed, false))
    }
}

/// Leaves out the circles that have ended: nobody is in them, or sees to anything there.
fn leave_out_ended<T>(circles: &mut Vec<CircleRead<T>>, on: NaiveDate) {
    circles.retain(|it| it.circle.check_there(on).is_ok());
}

/// Finds somebody whom a file of a circle names, or who sees to something there.
fn find_somebody(somebody: &Somebody, read: &CirclesRead<SeesTo>) -> Result<String> {
    let found = somebody.name(read.circles.iter().flat_map(|it| it.circle.people()));
    if found.is_err() && read.circles.iter().any(|it| !it.found.is_empty()) {
        return Ok(somebody.names[0].clone());
    }
    found
}

fn one(person: &Person, circles: &[CircleRead<SeesTo>], words: &Words) -> toml::Table {
    let mut object = person.row();
    let each = || circles.iter().map(|it| (it.circle.name.as_str(), &it.found));
    let decisions = each().flat_map(|(circle, it)| it.decisions(circle));
    object.insert("decisions".to_owned(), decisions.collect::<Vec<_>>().into());
    let actions = each().flat_map(|(circle, it)| it.actions(circle));
    object.insert("actions".to_owned(), actions.collect::<Vec<_>>().into());
    let due = waiting(circles).into_iter().map(|(circle, it)| it.row(circle, words));
    object.insert("waits".to_owned(), due.collect::<Vec<_>>().into());
    object
}

/// Returns what waits for somebody in all circles, soonest first.
fn waiting(circles: &[CircleRead<SeesTo>]) -> Vec<(Option<&str>, &Due)> {
    let mut all: Vec<_> = circles
        .iter()
        .flat_map(|it| it.found.due.iter().map(|due| (Some(it.circle.name.as_str()), due)))
        .collect();
    due::sort(&mut all);
    all
}

/// Lays out one person: their circles and roles, then what they see to and what waits for them.
fn page(
    person: &Person,
    circles: &[CircleRead<SeesTo>],
    on: NaiveDate,
    words: &Words,
) -> Vec<Block> {
    let count = say!("circles-count", count = person.places.len());
    let (left, right) = (one_line(&clean(&person.name)), words.say(&count));
    let mut blocks = vec![Block::Heading { left, right }];
    let mut add = |title: Option<&str>, rows: Vec<Vec<String>>, wraps: &'static [usize]| {
        if rows.is_empty() {
            return;
        }
        if let Some(title) = title {
            blocks.push(Block::Blank);
            blocks.push(Block::Text(title.to_owned()));
        }
        blocks.push(Block::Table { rows, wraps });
    };
    add(None, person.email.iter().map(|it| vec![one_line(it)]).collect(), &[0]);
    add(None, person.places.iter().map(|it| place_row(it, on, words)).collect(), &[0, 2]);
    let each = || circles.iter().map(|it| (one_line(&it.circle.name), &it.found));
    let day = |date: Option<NaiveDate>| {
        date.map_or_else(|| words.say(&say!("due-no-date")), |it| words.date(it))
    };
    let decisions = each().flat_map(|(circle, it)| {
        it.decisions.iter().map(move |it| {
            let title = match it.unsaid() {
                Some(date) => words.say(&say!("decision-of", date = date)),
                None => one_line(&clean(&it.title)),
            };
            let until = it.validity.said(say!("log-review"));
            vec![circle.clone(), title, words.say(&until)]
        })
    });
    add(Some(&words.say(&say!("people-decisions"))), decisions.collect(), &[0, 1]);
    let actions = each().flat_map(|(circle, it)| {
        let row = move |text: &str, date| vec![circle.clone(), one_line(&clean(text)), day(date)];
        it.actions.iter().map(move |it| row(&it.text, it.due))
    });
    add(Some(&words.say(&say!("people-actions"))), actions.collect(), &[0, 1]);
    let rows = waiting(circles).iter().map(|it| due::row(it, words)).collect();
    add(Some(&words.say(&say!("people-due"))), rows, due::WRAPS);
    blocks
}

/// Returns the cells for a circle, for what somebody is there unless just a member, and for the roles.
fn place_row(place: &Place, on: NaiveDate, words: &Words) -> Vec<String> {
    let status = match &place.member {
        None => Some(say!("people-outside")),
        Some(it) => match (it.ended, &it.from) {
            (Some(ended), _) => Some(say!("people-leaves", date = ended)),
            (None, Some(from)) => Some(say!("people-links", circle = one_line(from))),
            (None, None) => None,
        },
    };
    let status = status.map(|it| words.say(&it)).unwrap_or_default();
    let role = |it: &RoleHeld| {
        let role = one_line(&clean(&it.role));
        match (it.since, it.until) {
            (Some(since), _) if since > on => {
                words.say(&say!("people-role-ahead", role = role, since = since))
            }
            (_, Some(until)) => words.say(&say!("people-role", role = role, until = until)),
            _ => role,
        }
    };
    let roles: Vec<String> = place.roles.iter().map(role).collect();
    vec![one_line(&clean(&place.circle)), status, roles.join(", ")]
}
