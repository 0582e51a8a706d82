//! A selection: election without candidates, in the order of the practice.
//!
//! The consent round itself stands in `consent`, what comes of it in `election`. Never a tally:
//! only reasons are kept.

use crate::circle::{OptionalStep, check_name};
use crate::error::Error;
use crate::lang::say;
use crate::meeting::fact::{Nomination, PutForward};
use crate::meeting::item::{Item, Nominee, Qualification, Selection, Subject};
use crate::meeting::proposal::differing;
use crate::meeting::round::RoundProgress;
use crate::meeting::state::Step;
use crate::meeting::walk::{Walk, Walked, filled, out_of_turn};
use crate::meeting::{Fact, On, Phase, What};
use crate::text::same;

impl Walk<'_> {
    /// Fills a role (*Many Voices One Song*, chapter 3, the selection process).
    pub(super) fn select(&mut self) -> Walked<()> {
        self.role()?;
        if self.circle.rules.has(OptionalStep::Qualify) {
            self.qualifications()?;
        }
        self.writing()?;
        self.nominations()?;
        if self.circle.rules.has(OptionalStep::Change) {
            self.changes()?;
        }
        self.putting_forward()?;
        while !self.consent_round()? {
            self.integrate()?;
        }
        Ok(())
    }

    /// Returns the role an item is about, as it stands before the selection: as the circle has
    /// it, or as it was filled earlier in this meeting.
    pub(super) fn sought(&self, title: &str) -> Selection {
        let blank = |role: &str, purpose: &str, term, new| Selection {
            role: role.to_owned(),
            purpose: purpose.to_owned(),
            term,
            new,
            qualifications: Vec::new(),
            nominations: Vec::new(),
            changes: Vec::new(),
            accepted: false,
        };
        let mut elected = self.state.items.iter().rev().filter_map(Item::election);
        if let Some(earlier) = elected.find(|it| same(&it.role, title)) {
            return blank(&earlier.role, &earlier.purpose, earlier.term, false);
        }
        match self.circle.roles.iter().find(|it| same(&it.name, title)) {
            Some(role) => blank(&role.name, &role.purpose, role.term, false),
            None => blank(title, "", None, true),
        }
    }

    fn role(&mut self) -> Walked<()> {
        if self.selection().new {
            self.purpose()?;
            self.role_term()?;
        }
        let rules = self.circle.rules.term;
        loop {
            let fact = self.take(Step::Role)?;
            match &fact.what {
                What::Termed { term } => self.selection().term = Some(*term),
                What::Sought { role, purpose, term } => {
                    let now = self.selection();
                    differing(
                        fact,
                        &[
                            ("role", *role != now.role),
                            ("purpose", *purpose != now.purpose),
                            ("term", *term != now.term.unwrap_or(rules)),
                        ],
                    )?;
                    return Ok(());
                }
                _ => return Err(out_of_turn(fact)),
            }
        }
    }

    fn purpose(&mut self) -> Walked<()> {
        let fact = self.take(Step::Purpose)?;
        let What::Purposed { text } = &fact.what else { return Err(out_of_turn(fact)) };
        if let Some(text) = text {
            filled(text, &fact.what)?;
            self.selection().purpose.clone_from(text);
        }
        Ok(())
    }

    fn role_term(&mut self) -> Walked<()> {
        let fact = self.take(Step::RoleTerm)?;
        let What::Termed { term } = fact.what else { return Err(out_of_turn(fact)) };
        self.selection().term = Some(term);
        Ok(())
    }

    fn qualifications(&mut self) -> Walked<()> {
        loop {
            let fact = self.take(Step::Qualifications)?;
            match &fact.what {
                What::Qualified { who, text } => {
                    filled(text, &fact.what)?;
                    if let Some(who) = who {
                        self.here(who)?;
                    }
                    let (who, text) = (who.clone().unwrap_or_default(), text.clone());
                    self.selection().qualifications.push(Qualification { who, text });
                }
                What::Concluded { step: Phase::Qualifications } => {
                    let title = self.item().entry.title.clone();
                    if self.call(On::Qualifications, Some(&title))? {
                        return Ok(());
                    }
                }
                What::Skipped { step: Phase::Qualifications, .. } => return Ok(()),
                _ => return Err(out_of_turn(fact)),
            }
        }
    }

    fn writing(&mut self) -> Walked<()> {
        match self.take(Step::Write)? {
            Fact { what: What::Wrote {}, .. } => Ok(()),
            fact => Err(out_of_turn(fact)),
        }
    }

    /// Everyone names somebody and says why. Whoever comes after the first was named owes none.
    fn nominations(&mut self) -> Walked<()> {
        loop {
            let mut going = self.begin_round(Phase::Nominate, None);
            let mut begun = false;
            self.moves.clear();
            while going.next().is_some() {
                let Some(fact) = self.hear(|walk| Step::Turn(walk.shown(&going)))? else {
                    for (seat, _) in self.moves.drain(..).filter(|(_, came)| *came && begun) {
                        going.excuse(seat);
                    }
                    going.order = self.speakers(&going);
                    continue;
                };
                match &fact.what {
                    What::Nominated(it) => {
                        self.named(fact, it)?;
                        self.member_turn(&mut going, &it.who)?;
                        self.nominates(it.clone());
                        begun = true;
                    }
                    What::Deferred { who } => self.defer(&mut going, who)?,
                    _ => return Err(out_of_turn(fact)),
                }
            }
            self.state.finished = Some(Phase::Nominate);
            if !self.asked_again(Phase::Nominate)? {
                return Ok(());
            }
        }
    }

    /// Everyone keeps what they said or changes it, having heard the others.
    fn changes(&mut self) -> Walked<()> {
        loop {
            let mut going = self.begin_round(Phase::Change, None);
            let before = self.selection().nominations.clone();
            let changed = self.selection().changes.len();
            while going.next().is_some() {
                let Some(fact) = self.hear(|walk| Step::Turn(walk.shown(&going)))? else {
                    going.order = self.speakers(&going);
                    continue;
                };
                match &fact.what {
                    What::Changed(it) => {
                        self.named(fact, it)?;
                        self.member_turn(&mut going, &it.who)?;
                        self.keeps(&it.who, &before, changed);
                        self.changes_to(it, &before);
                    }
                    What::Kept { who } => {
                        self.member_turn(&mut going, who)?;
                        self.keeps(who, &before, changed);
                    }
                    What::Deferred { who } => self.defer(&mut going, who)?,
                    _ => return Err(out_of_turn(fact)),
                }
            }
            self.state.finished = Some(Phase::Change);
            if !self.asked_again(Phase::Change)? {
                return Ok(());
            }
        }
    }

    /// Someone has named somebody, or kept that: a member, never a guest.
    fn member_turn(&self, going: &mut RoundProgress, who: &str) -> Walked<()> {
        self.member_here(who)?;
        self.turn(going, who)
    }

    /// What somebody says in the change round takes the place of what they named; the same name
    /// again adds its reason.
    fn changes_to(&mut self, said: &Nomination, before: &[Nomination]) {
        self.selection().changes.push(said.clone());
        let earlier = before.iter().find(|it| it.who == said.who);
        let same_names = |it: &&Nomination| {
            it.nominees.len() == said.nominees.len()
                && it.nominees.iter().all(|name| said.nominees.contains(name))
        };
        let now = match earlier.filter(same_names) {
            Some(earlier) => Nomination {
                term: said.term.or(earlier.term),
                reason: format!("{}; {}", earlier.reason, said.reason),
                ..earlier.clone()
            },
            None => said.clone(),
        };
        self.nominates(now);
    }

    /// Takes back what somebody said in a change round that began with these nominations and
    /// with so many changes.
    fn keeps(&mut self, who: &str, before: &[Nomination], changed: usize) {
        let selection = self.selection();
        let mut place = 0;
        selection.changes.retain(|it| {
            place += 1;
            place <= changed || it.who != who
        });
        match before.iter().find(|it| it.who == who) {
            Some(earlier) => self.nominates(earlier.clone()),
            None => selection.nominations.retain(|it| it.who != who),
        }
    }

    fn nominates(&mut self, nomination: Nomination) {
        let nominations = &mut self.selection().nominations;
        match nominations.iter_mut().find(|it| it.who == nomination.who) {
            Some(earlier) => *earlier = nomination,
            None => nominations.push(nomination),
        }
    }

    /// Refuses a nomination without a name or a reason, or of somebody who cannot be named.
    fn named(&self, fact: &Fact, said: &Nomination) -> Walked<()> {
        let Nomination { nominees, outside, reason, .. } = said;
        filled(reason, &fact.what)?;
        let twice = |place: usize| nominees[..place].contains(&nominees[place]);
        if nominees.is_empty()
            || (0..nominees.len()).any(twice)
            || outside.iter().any(|it| !nominees.contains(it))
        {
            return Err(out_of_turn(fact));
        }
        nominees.iter().try_for_each(|it| self.can_be_named(it, outside.contains(it)))
    }

    /// A member is named as such, anyone else as somebody from outside.
    fn can_be_named(&self, who: &str, outside: bool) -> Walked<()> {
        check_name(who)?;
        let member = self.circle.members.iter().find(|it| same(&it.name, who));
        if member.is_some() == outside || member.is_some_and(|it| it.name != who) {
            return Err(Error::new(say!("error-no-member", who = who)).into());
        }
        Ok(())
    }

    fn putting_forward(&mut self) -> Walked<()> {
        let fact = self.take(Step::PutForward)?;
        let What::PutForward(put) = &fact.what else { return Err(out_of_turn(fact)) };
        self.put_forward(fact, put)?;
        self.put();
        Ok(())
    }

    /// Takes who is put forward, unless the role is to be kept apart from one they hold.
    pub(super) fn put_forward(&mut self, fact: &Fact, put: &PutForward) -> Walked<()> {
        let PutForward { nominee, outside, term, reason } = put.clone();
        filled(&reason, &fact.what)?;
        self.can_be_named(&nominee, outside)?;
        let role = self.selection().role.clone();
        self.may_hold(&role, &nominee)?;
        let draft = &mut self.item().draft;
        draft.term = term;
        draft.nominee = Some(Nominee { name: nominee, outside, reason });
        Ok(())
    }

    /// Returns the role of the selection that is on the table.
    pub(super) fn selection(&mut self) -> &mut Selection {
        match &mut self.item().subject {
            Subject::Selection(it) => it,
            _ => unreachable!("called only while a selection is on the table"),
        }
    }
}
