//! A selection: an election without candidates, step by step.
//!
//! The consent round is in `consent`, the announcement in `election`. Nominations are never counted.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::circle::{Held, OptionalStep, Term, check_name};
use crate::error::Error;
use crate::lang::say;
use crate::meeting::dated::{Dated, Sought, not_past};
use crate::meeting::details::{Nomination, PutForward, Termed};
use crate::meeting::item::{Item, Nominee, Qualification, RoleSaid, Selection, Subject};
use crate::meeting::proposal::differing;
use crate::meeting::round::RoundProgress;
use crate::meeting::state::Step;
use crate::meeting::walk::{Walk, Walked, ensure, filled, out_of_turn};
use crate::meeting::{Fact, On, Phase, Validity, What};
use crate::text::same;

impl Walk<'_> {
    /// Fills a role (*Many Voices One Song*, chapter 3, the selection process).
    pub(super) async fn select(&mut self) -> Walked<()> {
        self.role().await?;
        if self.circle.rules.has(OptionalStep::Qualify) {
            self.qualifications().await?;
        }
        self.wrote().await?;
        self.nominations().await?;
        if self.circle.rules.has(OptionalStep::Change) {
            self.changes().await?;
        }
        self.putting_forward().await?;
        while !self.consent_round().await? {
            self.integrate().await?;
        }
        Ok(())
    }

    /// Returns the selection with which an item begins: the role as the circle has it, or as it
    /// was filled earlier in this meeting.
    pub(super) fn sought(&self, title: &str) -> Selection {
        let blank = |role: &str, purpose: &str, term, new| Selection {
            role: role.to_owned(),
            purpose: purpose.to_owned(),
            term,
            said: RoleSaid::Little,
            new,
            qualifications: Vec::new(),
            nominations: Vec::new(),
            changes: Vec::new(),
            since: None,
            accepted: false,
        };
        let mut elected = self.state.items.iter().rev().filter_map(Item::election);
        if let Some(earlier) = elected.find(|it| same(&it.role, title)) {
            return blank(&earlier.role, &earlier.purpose, earlier.term, false);
        }
        let roles = &self.state.circle_after(&self.circle).roles;
        match roles.iter().find(|it| same(&it.name, title)) {
            Some(role) => blank(&role.name, &role.purpose, role.term, false),
            None => blank(title, "", None, true),
        }
    }

    /// Shows the role. A new one is asked for its purpose and its term first, unless an earlier meeting
    /// left the selection: then the role goes on as it was.
    async fn role(&mut self) -> Walked<()> {
        let is_new = self.selection().new;
        let mut fact = self.take(if is_new { Step::Purpose } else { Step::Role }).await?;
        let is_asked = is_new && matches!(fact.what, What::Purposed { .. });
        if is_asked {
            self.purpose(&fact)?;
            self.role_term().await?;
            fact = self.take(Step::Role).await?;
        }
        loop {
            match &fact.what {
                What::Termed(Termed { validity }) => self.give_for(*validity)?,
                What::Dated(Dated { since }) => {
                    not_past(&fact, *since)?;
                    self.selection().since = Some(*since);
                }
                What::Sought(shown) if shown.meeting.is_some() => {
                    return self.go_on_with(&fact, shown);
                }
                What::Sought(shown) if is_asked || !is_new => return self.seek(&fact, shown),
                _ => return Err(out_of_turn(&fact)),
            }
            fact = self.take(Step::Role).await?;
        }
    }

    fn purpose(&mut self, fact: &Fact) -> Walked<()> {
        if let What::Purposed { text: Some(text) } = &fact.what {
            filled(text, &fact.what)?;
            self.selection().purpose.clone_from(text);
        }
        Ok(())
    }

    /// Takes the role as it was shown, which must repeat what is known of it.
    fn seek(&mut self, fact: &Fact, shown: &Sought) -> Walked<()> {
        let usual = self.circle.rules.term;
        let now = self.selection();
        differing(
            fact,
            &[
                ("role", shown.role != now.role),
                ("purpose", shown.purpose != now.purpose),
                ("term", shown.term != now.term.unwrap_or(usual)),
                ("since", shown.since != now.since),
                ("qualifications", !shown.qualifications.is_empty()),
            ],
        )?;
        now.said = RoleSaid::Whole;
        Ok(())
    }

    /// Takes the role as an earlier meeting left it. It must repeat what the circle's file says it is
    /// for, and what this meeting said of it; the rest is set.
    fn go_on_with(&mut self, fact: &Fact, left: &Sought) -> Walked<()> {
        left.qualifications.iter().try_for_each(|it| filled(it, &fact.what))?;
        let usual = self.circle.rules.term;
        let now = self.selection();
        if let (None, Some(since)) = (now.since, left.since) {
            not_past(fact, since)?;
        }
        if now.purpose.is_empty() {
            now.purpose.clone_from(&left.purpose);
        }
        // A role in the circle's file that has no term of its own may go on without one.
        let is_open = now.said == RoleSaid::Little;
        if is_open && (now.new || now.term.unwrap_or(usual) != left.term) {
            now.term = Some(left.term);
        }
        now.since = now.since.or(left.since);
        let texts = left.qualifications.iter().cloned();
        let asks_for = texts.map(|text| Qualification { who: String::new(), text });
        now.qualifications = asks_for.collect();
        self.seek(fact, &Sought { qualifications: Vec::new(), ..left.clone() })
    }

    async fn role_term(&mut self) -> Walked<()> {
        let fact = self.take(Step::RoleTerm).await?;
        let What::Termed(Termed { validity }) = fact.what else { return Err(out_of_turn(&fact)) };
        self.give_for(validity)
    }

    /// Takes how long the role is given, which is always a term.
    fn give_for(&mut self, validity: Validity) -> Walked<()> {
        self.may_stand(validity)?;
        let selection = self.selection();
        (selection.term, selection.said) = (validity.term(), RoleSaid::Term);
        Ok(())
    }

    async fn qualifications(&mut self) -> Walked<()> {
        loop {
            let fact = self.take(Step::Qualifications).await?;
            match &fact.what {
                What::Qualified { who, text } => {
                    filled(text, &fact.what)?;
                    who.iter().try_for_each(|who| self.here(who))?;
                    let (who, text) = (who.clone().unwrap_or_default(), text.clone());
                    self.selection().qualifications.push(Qualification { who, text });
                }
                What::Struck(it) => self.strike(&it.text)?,
                What::Concluded { step: Phase::Qualifications } => {
                    let title = self.item().entry.title.clone();
                    if self.call(On::Qualifications, Some(&title)).await? {
                        return Ok(());
                    }
                }
                What::Skipped { step: Phase::Qualifications, .. } => return Ok(()),
                _ => return Err(out_of_turn(&fact)),
            }
        }
    }

    /// Takes the last qualification with a text off the list.
    fn strike(&mut self, text: &str) -> Walked<()> {
        let listed = &mut self.selection().qualifications;
        let Some(place) = listed.iter().rposition(|it| it.text == text) else {
            return Err(Error::new(say!("error-not-on-list", text = text)).into());
        };
        listed.remove(place);
        Ok(())
    }

    async fn wrote(&mut self) -> Walked<()> {
        let fact = self.take(Step::Write).await?;
        if fact.what == (What::Wrote {}) { Ok(()) } else { Err(out_of_turn(&fact)) }
    }

    /// Runs the nomination round. Members who arrive after the first nomination are not asked.
    async fn nominations(&mut self) -> Walked<()> {
        loop {
            let mut round = self.begin_round(Phase::Nominate, None);
            while let Some(fact) = self.next_in_round(&mut round).await? {
                match &fact.what {
                    What::Nominated(nomination) => {
                        self.check_nomination(&fact, nomination)?;
                        self.member_turn(&mut round, &nomination.who)?;
                        self.nominate(nomination.clone());
                        round.excuses_arrivals = true;
                    }
                    What::Deferred { who } => self.defer(&mut round, who)?,
                    _ => return Err(out_of_turn(&fact)),
                }
            }
            if !self.asked_again(Phase::Nominate)? {
                return Ok(());
            }
        }
    }

    /// Runs the change round, in which everyone keeps or changes their nomination.
    async fn changes(&mut self) -> Walked<()> {
        loop {
            let mut round = self.begin_round(Phase::Change, None);
            let before = self.selection().nominations.clone();
            let changed = self.selection().changes.len();
            while let Some(fact) = self.next_in_round(&mut round).await? {
                match &fact.what {
                    What::Changed(nomination) => {
                        self.check_nomination(&fact, nomination)?;
                        self.member_turn(&mut round, &nomination.who)?;
                        self.keep(&nomination.who, &before, changed);
                        self.change_nomination(nomination, &before);
                    }
                    What::Kept { who } => {
                        self.member_turn(&mut round, who)?;
                        self.keep(who, &before, changed);
                    }
                    What::Deferred { who } => self.defer(&mut round, who)?,
                    _ => return Err(out_of_turn(&fact)),
                }
            }
            if !self.asked_again(Phase::Change)? {
                return Ok(());
            }
        }
    }

    /// Records that a member spoke; refuses a guest.
    fn member_turn(&self, round: &mut RoundProgress, who: &str) -> Walked<()> {
        self.member_here(who)?;
        self.turn(round, who)
    }

    /// Replaces the earlier nomination of a member. The same names again add a reason.
    fn change_nomination(&mut self, said: &Nomination, before: &[Nomination]) {
        self.selection().changes.push(said.clone());
        let earlier = before.iter().find(|it| it.who == said.who);
        // No name is there twice, so lists with equal sets differ in their order only.
        let names = |it: &Nomination| it.nominees.iter().cloned().collect::<HashSet<_>>();
        let same_names = |it: &&Nomination| names(it) == names(said);
        let now = match earlier.filter(same_names) {
            Some(earlier) => Nomination {
                term: said.term.or(earlier.term.filter(|_| said.until.is_none())),
                until: said.until.or(earlier.until.filter(|_| said.term.is_none())),
                reason: format!("{}; {}", earlier.reason, said.reason),
                ..earlier.clone()
            },
            None => said.clone(),
        };
        self.nominate(now);
    }

    /// Undoes what somebody changed in this change round, which began with the nominations
    /// `before` and with `changed` earlier changes.
    fn keep(&mut self, who: &str, before: &[Nomination], changed: usize) {
        let selection = self.selection();
        let in_round = selection.changes.split_off(changed);
        selection.changes.extend(in_round.into_iter().filter(|it| it.who != who));
        match before.iter().find(|it| it.who == who) {
            Some(earlier) => self.nominate(earlier.clone()),
            None => selection.nominations.retain(|it| it.who != who),
        }
    }

    /// Adds a nomination, or replaces the earlier one by the same member.
    fn nominate(&mut self, nomination: Nomination) {
        let nominations = &mut self.selection().nominations;
        match nominations.iter_mut().find(|it| it.who == nomination.who) {
            Some(earlier) => *earlier = nomination,
            None => nominations.push(nomination),
        }
    }

    /// Refuses a nomination without names or a reason, with a name twice, or with a wrong name.
    fn check_nomination(&self, fact: &Fact, said: &Nomination) -> Walked<()> {
        let Nomination { nominees, outside, term, until, reason, .. } = said;
        filled(reason, &fact.what)?;
        one_end(fact, *term, *until)?;
        let named: HashSet<&String> = nominees.iter().collect();
        let from_outside: HashSet<&String> = outside.iter().collect();
        if nominees.is_empty() || named.len() < nominees.len() || !from_outside.is_subset(&named) {
            return Err(out_of_turn(fact));
        }
        nominees.iter().try_for_each(|it| self.check_nominee(it, from_outside.contains(it)))
    }

    /// Refuses a member who is marked as from outside, and anyone else who is not.
    fn check_nominee(&self, who: &str, outside: bool) -> Walked<()> {
        check_name(who)?;
        let member = self.seats.same(who).map(|seat| &self.circle.members[seat]);
        let is_right = member.is_none_or(|it| it.name == who) && member.is_none() == outside;
        ensure(is_right, || say!("error-no-member", who = who))
    }

    async fn putting_forward(&mut self) -> Walked<()> {
        let fact = self.take(Step::PutForward).await?;
        let What::PutForward(put) = &fact.what else { return Err(out_of_turn(&fact)) };
        self.put_forward(&fact, put)?;
        self.put();
        Ok(())
    }

    /// Puts somebody forward, unless they hold a role that is kept apart from this one.
    pub(super) fn put_forward(&mut self, fact: &Fact, put: &PutForward) -> Walked<()> {
        let PutForward { nominee: name, outside, term, until, reason } = put.clone();
        filled(&reason, &fact.what)?;
        one_end(fact, term, until)?;
        self.check_nominee(&name, outside)?;
        let usual = self.circle.rules.term;
        let role = self.selection().role.clone();
        let item = self.item();
        let mut draft = item.draft.clone();
        draft.validity = term.map(Validity::Term).or(until.map(Validity::Until));
        draft.nominee = Some(Nominee { name: name.clone(), outside, reason });
        let since = item.begins(fact.at.date_naive());
        let own = item.selection().and_then(|it| it.term).unwrap_or(usual);
        let end = draft.whole(Validity::Term(own)).validity.announced(since).day;
        let to = end.unwrap_or(NaiveDate::MAX);
        self.may_hold(&role, &Held { who: &name, from: since, to })?;
        self.item().draft = draft;
        Ok(())
    }

    /// Returns the selection that is the current item.
    pub(super) fn selection(&mut self) -> &mut Selection {
        match &mut self.item().subject {
            Subject::Selection(it) => it,
            _ => unreachable!("this is called only during a selection"),
        }
    }
}

/// Refuses a term and a last day together, and a last day that has passed.
fn one_end(fact: &Fact, term: Option<Term>, until: Option<NaiveDate>) -> Walked<()> {
    if term.is_some() && until.is_some() {
        return Err(out_of_turn(fact));
    }
    until.map_or(Ok(()), |it| Ok(not_past(fact, it)?))
}
