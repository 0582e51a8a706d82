//! The agenda: listing the items and agreeing on the list; then the items, in any order.

use crate::circle::{OptionalStep, check_name};
use crate::error::Error;
use crate::lang::say;
use crate::meeting::item::{Draft, Item, Outcome, Proposal, Subject};
use crate::meeting::state::{Step, Unbegun};
use crate::meeting::walk::{Stop, Walk, Walked, ensure, filled, out_of_turn};
use crate::meeting::{AgendaItem, Fact, ItemKind, Moved, On, Phase, What};
use crate::text::fold;

impl Walk<'_> {
    pub(super) async fn agenda(&mut self) -> Walked<()> {
        if !self.circle.rules.has(OptionalStep::Agenda) {
            return Ok(());
        }
        loop {
            let fact = self.take(Step::Agenda).await?;
            match &fact.what {
                What::Listed(entry) => {
                    let entry = self.new_entry(entry, &fact)?;
                    self.list(self.state.agenda.len(), entry);
                }
                What::Unlisted { .. } | What::Moved(_) => self.relist(&fact)?,
                What::Concluded { step: Phase::Agenda } => {
                    if self.call(On::Agenda, None).await? {
                        return Ok(());
                    }
                }
                _ => return Err(out_of_turn(&fact)),
            }
        }
    }

    /// Returns whether a fact changes the agenda during the call on it.
    pub(super) fn is_relisted(&self, on: On, fact: &Fact) -> bool {
        let is_change = matches!(fact.what, What::Unlisted { .. } | What::Moved(_));
        is_change && on == On::Agenda && self.format >= 2
    }

    /// Removes or moves an item of the agenda.
    pub(super) fn relist(&mut self, fact: &Fact) -> Walked<()> {
        match &fact.what {
            What::Unlisted { kind, title } => {
                self.unlist(*kind, title)?;
            }
            What::Moved(Moved { kind, title, to }) => {
                let entry = self.unlist(*kind, title)?;
                if *to == 0 || *to > self.state.agenda.len() + 1 {
                    return Err(out_of_turn(fact));
                }
                self.list(to - 1, entry);
            }
            _ => return Err(out_of_turn(fact)),
        }
        Ok(())
    }

    pub(super) async fn items(&mut self) -> Walked<()> {
        loop {
            let fact = self.take(Step::Choose).await?;
            match &fact.what {
                What::Began(entry) => {
                    if self.circle.rules.has(OptionalStep::Agenda) {
                        self.unlist(Some(entry.kind), &entry.title)?;
                    }
                    filled(&entry.title, &fact.what)?;
                    self.run(role_named(entry)?).await?;
                }
                What::Listed(entry) if self.circle.rules.has(OptionalStep::Agenda) => {
                    let entry = self.new_entry(entry, &fact)?;
                    if self.call(On::Item, Some(&entry.title)).await? {
                        self.run(entry).await?;
                    }
                }
                What::Postponed { kind, title: Some(title), date } => {
                    let entry = self.unlist(*kind, title)?;
                    self.leave_unbegun(entry, Outcome::Postponed(*date));
                }
                What::Concluded { step: Phase::Items } => return Ok(()),
                _ => return Err(out_of_turn(&fact)),
            }
        }
    }

    pub(super) fn leave_unbegun(&mut self, entry: AgendaItem, outcome: Outcome) {
        self.state.left.push(Unbegun { entry, outcome, facts: self.taken });
    }

    /// Runs an item until it is finished or ends early.
    pub(super) async fn run(&mut self, entry: AgendaItem) -> Walked<()> {
        let (kind, now) = (entry.kind, self.state.at.unwrap_or_default());
        let subject = match kind {
            ItemKind::Decide => Subject::Proposal(Proposal::default()),
            ItemKind::Select => Subject::Selection(self.sought(&entry.title)),
            ItemKind::Explore | ItemKind::Report => Subject::Talk,
        };
        self.state.items.push(Item {
            entry,
            began: now,
            ended: now,
            extended: 0,
            facts: self.taken - 1..self.taken,
            subject,
            draft: Draft::default(),
            versions: Vec::new(),
            objections: Vec::new(),
            concerns: Vec::new(),
            asides: Vec::new(),
            outcome: None,
        });
        let ran = match kind {
            ItemKind::Decide => self.decide().await,
            ItemKind::Select => self.select().await,
            ItemKind::Explore | ItemKind::Report => self.talk().await,
        };
        match ran {
            Ok(()) | Err(Stop::ItemEnded) => Ok(()),
            Err(stop) => Err(stop),
        }
    }

    /// Runs an item that is explored or reported: notes and rounds until it is concluded.
    async fn talk(&mut self) -> Walked<()> {
        loop {
            let fact = self.take(Step::Notes).await?;
            match &fact.what {
                What::Raised { text } => {
                    filled(text, &fact.what)?;
                    self.round(Phase::Explore, Some(text)).await?;
                }
                What::Concluded { step: Phase::Item } => {
                    self.item().outcome = Some(Outcome::Done);
                    return Ok(());
                }
                _ => return Err(out_of_turn(&fact)),
            }
        }
    }

    /// Returns the item to be listed; refuses a kind and title that is listed already.
    fn new_entry(&self, entry: &AgendaItem, fact: &Fact) -> Walked<AgendaItem> {
        filled(&entry.title, &fact.what)?;
        let is_new = !self.listed.contains(&(entry.kind, fold(&entry.title)));
        ensure(is_new, || say!("error-listed-twice", title = &entry.title))?;
        role_named(entry)
    }

    fn list(&mut self, index: usize, entry: AgendaItem) {
        self.listed.insert((entry.kind, fold(&entry.title)));
        self.state.agenda.insert(index, entry);
    }

    fn unlist(&mut self, kind: Option<ItemKind>, title: &str) -> Walked<AgendaItem> {
        let is_meant =
            |it: &AgendaItem| it.title == title && kind.is_none_or(|kind| it.kind == kind);
        let Some(index) = self.state.agenda.iter().position(is_meant) else {
            return Err(Error::new(say!("error-not-listed", title = title)).into());
        };
        let entry = self.state.agenda.remove(index);
        self.listed.remove(&(entry.kind, fold(&entry.title)));
        Ok(entry)
    }
}

/// Refuses a selection whose title cannot be the name of a role.
fn role_named(entry: &AgendaItem) -> Walked<AgendaItem> {
    if entry.kind == ItemKind::Select {
        check_name(&entry.title)?;
    }
    Ok(entry.clone())
}
