//! One run through the procedure, which takes facts in order and waits where there is none left.
//!
//! This file has what all steps share: taking a fact, the facts that may come at any time, and
//! calls. The steps are in `opening`, `admin`, `agenda`, `proposal`, `selection`, `consent`, `round`,
//! `written` and `closing`.

use std::borrow::Cow;
use std::collections::HashSet;
use std::iter::Peekable;
use std::sync::Arc;

use crate::circle::{Circle, OptionalStep};
use crate::error::Error;
use crate::lang::{Phrase, say};
use crate::meeting::action::check_action;
use crate::meeting::item::{Item, Outcome};
use crate::meeting::progress::{Facts, Next};
use crate::meeting::seats::Seats;
use crate::meeting::state::{Assignment, State, Step, is_pause};
use crate::meeting::{Fact, ItemKind, MeetingRole, On, Setting, What};

pub(crate) type Walked<T> = Result<T, Stop>;

/// Why a step does not go on.
pub(crate) enum Stop {
    /// A fact was refused.
    OutOfTurn(Box<Error>),
    /// The item ended early; caught by `Walk::run`, which runs items.
    ItemEnded,
    /// The meeting was closed; caught by `Walk::meeting`.
    Closed,
}

impl From<Error> for Stop {
    fn from(err: Error) -> Self {
        Self::OutOfTurn(Box::new(err))
    }
}

/// One run over the facts in force.
pub(crate) struct Walk<'m> {
    pub format: i64,
    pub setting: Setting,
    pub circle: Arc<Circle>,
    pub state: State,
    /// The items on the agenda, with folded titles, so that a lookup does not fold them all.
    pub listed: HashSet<(ItemKind, String)>,
    /// The guests present, so that many are not compared with each other.
    pub guests: HashSet<String>,
    pub seats: Seats,
    /// The facts with which the walk begins.
    facts: Peekable<Facts<'m>>,
    /// Where the later ones come from.
    next: Next,
    /// The number of facts taken.
    pub taken: usize,
    /// The members, by seat, who arrived (`true`) or left since a round last looked.
    pub moves: Vec<(usize, bool)>,
}

impl<'m> Walk<'m> {
    pub(super) fn new(
        (format, setting): (i64, Setting),
        circle: Arc<Circle>,
        facts: Facts<'m>,
        next: Next,
    ) -> Self {
        let present = vec![false; circle.members.len()];
        // Without the admin steps nobody is asked for a length, so the circle's plan applies.
        let planned = circle.plan.minutes.filter(|_| !circle.rules.has(OptionalStep::Admin));
        let asked = present.clone();
        let state = State { present, asked, planned, broken_off: true, ..State::default() };
        let (listed, guests) = (HashSet::new(), HashSet::new());
        let seats = Seats::of(&circle.members);
        let (moves, facts) = (Vec::new(), facts.peekable());
        Self { format, setting, circle, state, listed, guests, seats, facts, next, taken: 0, moves }
    }

    /// Runs the whole meeting: the steps of *Many Voices One Song*, chapter 4.
    pub(super) async fn meeting(&mut self) -> Walked<()> {
        if self.setting == Setting::InWriting {
            return self.in_writing().await;
        }
        match self.procedure().await {
            Err(Stop::Closed) => self.close(),
            went_on => return went_on,
        }
        self.filing().await
    }

    async fn procedure(&mut self) -> Walked<()> {
        self.opening().await?;
        self.admin().await?;
        self.agenda().await?;
        self.items().await?;
        self.closing().await
    }

    /// Takes the next fact, whatever it is; waits for it at `step`.
    pub(super) async fn pull(&mut self, step: impl FnOnce(&Self) -> Step) -> Walked<Cow<'m, Fact>> {
        let fact = if let Some(fact) = self.facts.next() {
            fact
        } else {
            let step = step(self);
            Cow::Owned(self.next.wait(&mut self.state, step).await)
        };
        let opened = self.state.at.is_some();
        self.took(&fact);
        match fact.what {
            What::Closed {} if opened => Err(Stop::Closed),
            _ => Ok(fact),
        }
    }

    /// Takes the next fact if there is one already, and it is wanted.
    pub(super) fn next_if(&mut self, wanted: impl Fn(&What) -> bool) -> Option<Cow<'m, Fact>> {
        let fact = self.facts.next_if(|it| wanted(&it.what))?;
        self.took(&fact);
        Some(fact)
    }

    fn took(&mut self, fact: &Fact) {
        #[cfg(test)]
        crate::meeting::tests::progress::took();
        self.taken += 1;
        if self.state.at.is_none_or(|it| is_pause(it, fact.at)) {
            self.state.resumed = Some(fact.at);
        }
        self.state.at = Some(fact.at);
        self.state.stands_approved &= matches!(fact.what, What::Closed {} | What::Filed(_));
        if self.state.on_table().is_some() {
            let taken = self.taken;
            let item = self.item();
            item.facts.end = taken;
            item.ended = fact.at;
        }
    }

    /// Takes the next fact; waits for it at `step`.
    ///
    /// Returns `None` if the fact was one that may come at any time. The caller then computes its
    /// step again, because the people present, and so those still to be asked, may have changed.
    pub(super) async fn hear(
        &mut self,
        step: impl FnOnce(&Self) -> Step,
    ) -> Walked<Option<Cow<'m, Fact>>> {
        let fact = self.pull(step).await?;
        if self.interjected(&fact)? {
            return Ok(None);
        }
        let finished = self.state.finished.take();
        match &fact.what {
            What::Reopened { step } if finished != Some(*step) => {
                Err(Error::new(say!("error-no-round-finished")).into())
            }
            _ if self.state.on_table().is_some() => self.unless_ended(fact).await,
            _ => Ok(Some(fact)),
        }
    }

    /// Takes the next fact for a step that does not depend on who is present; waits for it at
    /// `step`.
    pub(super) async fn take(&mut self, step: Step) -> Walked<Cow<'m, Fact>> {
        loop {
            if let Some(fact) = self.hear(|_| step.clone()).await? {
                return Ok(fact);
            }
        }
    }

    /// Ends the current item if the fact postpones, refers or drops it; otherwise returns the fact.
    pub(super) async fn unless_ended(
        &mut self,
        fact: Cow<'m, Fact>,
    ) -> Walked<Option<Cow<'m, Fact>>> {
        let outcome = match &fact.what {
            What::Postponed { title: None, date, .. } => Outcome::Postponed(*date),
            What::Referred { title: None, circle } => {
                filled(circle, &fact.what)?;
                Outcome::Referred(circle.clone())
            }
            What::AskedToDrop { title: None, .. } => {
                let title = self.item().entry.title.clone();
                // Boxed, because a call may itself be ended by such a fact.
                if !Box::pin(self.call(On::Drop, Some(&title))).await? {
                    return Ok(None);
                }
                Outcome::Dropped
            }
            _ => return Ok(Some(fact)),
        };
        self.item().outcome = Some(outcome);
        Err(Stop::ItemEnded)
    }

    /// Applies a fact that may come at any time. Returns whether it is one.
    pub(super) fn interjected(&mut self, fact: &Fact) -> Walked<bool> {
        if !interjects(&fact.what) {
            return Ok(false);
        }
        match &fact.what {
            What::Arrived(it) => self.arrived(fact, it)?,
            What::Left(it) => self.left(fact, it)?,
            What::HandedOver { role, who } => {
                self.state.away.retain(|(it, _)| it != role);
                who.iter().try_for_each(|who| self.here(who))?;
                *self.chair(*role) = who.clone().map_or(Assignment::Nobody, Assignment::By);
            }
            What::Noted { who, text, .. } => {
                filled(text, &fact.what)?;
                who.iter().try_for_each(|who| self.here(who))?;
            }
            What::Topic { title } => filled(title, &fact.what)?,
            what if what.is_of_action() => check_action(what)?,
            What::Accepted { who, role } => self.accept(fact, who, role.as_deref())?,
            What::Declined { who, role, .. } => self.decline(fact, who, role.as_deref())?,
            What::Extended { minutes: 0 } => return Err(out_of_turn(fact)),
            What::Extended { minutes } => self.extend(*minutes),
            _ => {}
        }
        Ok(true)
    }

    pub(super) fn chair(&mut self, role: MeetingRole) -> &mut Assignment {
        match role {
            MeetingRole::Facilitator => &mut self.state.facilitator,
            MeetingRole::Secretary => &mut self.state.secretary,
        }
    }

    /// Asks everyone present at once. Returns whether nobody objects.
    pub(super) async fn call(&mut self, on: On, title: Option<&str>) -> Walked<bool> {
        loop {
            let fact = self.pull(|_| Step::Call { on, title: title.map(str::to_owned) }).await?;
            if self.interjected(&fact)? {
                continue;
            }
            let fact = match on {
                On::Qualifications => match self.unless_ended(fact).await? {
                    Some(fact) => fact,
                    None => continue,
                },
                _ => fact,
            };
            match &fact.what {
                What::Agreed { on: asked, version: None, present }
                    if *asked == on && on != On::Drop =>
                {
                    return self.nobody_objects(present).map(|()| true);
                }
                What::Dropped { present } if on == On::Drop => {
                    return self.nobody_objects(present).map(|()| true);
                }
                What::Objected {
                    who,
                    reason,
                    version: None,
                    on: Some(asked),
                    meeting: None,
                    ..
                } if *asked == on => {
                    self.member_here(who)?;
                    filled(reason, &fact.what)?;
                    return Ok(false);
                }
                _ if self.is_relisted(on, &fact) => self.relist(&fact)?,
                _ => return Err(out_of_turn(&fact)),
            }
        }
    }

    /// Checks the members who agreed in a call: everyone present, and at least one.
    pub(super) fn nobody_objects(&self, present: &[String]) -> Walked<()> {
        ensure(!present.is_empty(), || say!("error-nobody-here"))?;
        self.everyone(present)
    }

    /// Returns the current item.
    pub(super) fn item(&mut self) -> &mut Item {
        self.state.items.last_mut().expect("this is called only during an item")
    }

    /// Refuses somebody who is not present.
    pub(super) fn here(&self, who: &str) -> Walked<()> {
        ensure(self.is_here(who), || say!("error-not-present", who = who))
    }

    /// Returns whether this person, member or guest, is present.
    pub(super) fn is_here(&self, who: &str) -> bool {
        self.is_member_here(who) || self.guests.contains(who)
    }

    /// Returns whether this member is present, or is asked in writing.
    pub(super) fn is_member_here(&self, who: &str) -> bool {
        self.seats.find(who).is_some_and(|it| self.state.takes_part(it))
    }

    /// Returns the seat of a member who is present; refuses guests and anyone absent.
    pub(super) fn member_here(&self, who: &str) -> Walked<usize> {
        self.here(who)?;
        let guest = || Error::new(say!("error-guest-not-asked", who = who));
        Ok(self.seats.find(who).ok_or_else(guest)?)
    }

    /// Refuses a list of names other than the members present.
    pub(super) fn everyone(&self, present: &[String]) -> Walked<()> {
        same_people(present, self.state.seated(&self.circle, true), "present")
    }
}

/// Refuses a list of names, the value of `key`, that differs from `expected` in more than order.
pub(crate) fn same_people<'a>(
    names: &[String],
    expected: impl Iterator<Item = &'a str> + Clone,
    key: &str,
) -> Walked<()> {
    // No name is expected twice, so equal length and containment mean that the lists are equal.
    let listed: HashSet<&str> = names.iter().map(String::as_str).collect();
    let is_listed = |name| listed.contains(name);
    let is_same = names.len() == expected.clone().count() && expected.clone().all(is_listed);
    let names = || expected.collect::<Vec<_>>().join(", ");
    ensure(is_same, || say!("error-wrong-people", key = key, names = names()))
}

/// Returns whether a fact may come at any time.
pub(crate) fn interjects(what: &What) -> bool {
    what.is_of_action()
        || matches!(
            what,
            What::Arrived(_)
                | What::Left(_)
                | What::HandedOver { .. }
                | What::Noted { .. }
                | What::Topic { .. }
                | What::Accepted { .. }
                | What::Declined { .. }
                | What::Extended { .. }
        )
}

/// Refuses a fact that does not belong to the current step.
pub(crate) fn out_of_turn(fact: &Fact) -> Stop {
    Error::new(say!("error-out-of-turn", fact = fact.what.word())).into()
}

/// Refuses a fact with this message unless a condition holds.
pub(crate) fn ensure(condition: bool, message: impl FnOnce() -> Phrase) -> Walked<()> {
    if condition { Ok(()) } else { Err(Error::new(message()).into()) }
}

/// Refuses a blank text.
pub(crate) fn filled(text: &str, what: &What) -> Walked<()> {
    ensure(!text.trim().is_empty(), || say!("error-empty-text", fact = what.word()))
}

pub(crate) fn no_member(who: &str) -> Stop {
    Error::new(say!("error-no-member", who = who)).into()
}
