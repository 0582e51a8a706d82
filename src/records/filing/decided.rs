//! What the decisions of a meeting change in the circle: its file, and who is appointed.

use chrono::NaiveDate;

use crate::circle::{Change, Effect};
use crate::meeting::{Adopted, GivenRole, Item, Meeting, Outcome, What};
use crate::records::filing::Existing;
use crate::records::{Decision, FrontMatter};
use crate::text::same;

/// Somebody who is given a role by a decision.
pub(crate) struct Appointed<'m> {
    pub decision: &'m Adopted,
    /// The day on which it was announced.
    pub date: NaiveDate,
    pub is: &'m GivenRole,
}

/// Returns the decisions of a meeting with the days on which they were announced.
fn decisions(meeting: &Meeting) -> impl Iterator<Item = (&Item, &Adopted, NaiveDate)> {
    meeting.state().items.iter().filter_map(|item| {
        let Some(Outcome::Adopted(index)) = item.outcome else { return None };
        let fact = meeting.fact(index)?;
        let What::Adopted(it) = &fact.what else { return None };
        Some((item, &**it, fact.at.date_naive()))
    })
}

/// Returns the changes of a meeting to the circle's file: those of its decisions, then who said yes in
/// it to becoming a member. Who is appointed is not among them.
///
/// `existing` holds the decisions of earlier meetings, by which newcomers were taken in.
pub(crate) fn changes(meeting: &Meeting, existing: &Existing<'_>) -> Vec<Change> {
    let is_written = |it: &&Effect| {
        it.newcomer().is_none() && it.appointment().is_none() && !it.is_of_other_circle()
    };
    let decided = decisions(meeting).flat_map(|(_, it, on)| {
        it.effects.iter().filter(is_written).map(move |it| Change { effect: it.clone(), on })
    });
    let takes_in = |effects: &[Effect], who: &str| {
        effects.iter().filter_map(Effect::newcomer).any(|it| same(it, who))
    };
    let here = |who: &str| decisions(meeting).any(|(_, it, _)| takes_in(&it.effects, who));
    let earlier = |who: &str| {
        let mut decisions = existing.beginning("decisions/");
        decisions.any(|(_, text)| {
            text.contains("join ")
                && Decision::read_text(text).is_ok_and(|it| takes_in(&it.effects, who))
        })
    };
    let yes = |who: &str| {
        meeting.standing().rfind(|it| match &it.what {
            What::Accepted { who: it, role: None } => it == who,
            _ => false,
        })
    };
    let joined = meeting.state().joined.iter().filter(|who| here(who) || earlier(who));
    let joined = joined.filter_map(|who| {
        let effect = Effect::Join { who: who.clone(), from: None };
        Some(Change { effect, on: yes(who)?.at.date_naive() })
    });
    decided.chain(joined).collect()
}

/// Returns the circles that decisions of a meeting found or end right below this one, each with the day
/// of the announcement.
pub(crate) fn of_other_circles(meeting: &Meeting) -> Vec<Change> {
    let decided = decisions(meeting).flat_map(|(_, it, on)| {
        let others = it.effects.iter().filter(|it| it.is_of_other_circle());
        others.map(move |it| Change { effect: it.clone(), on })
    });
    decided.collect()
}

/// Returns who is given a role by a decision of a meeting; nobody by any other item.
pub(crate) fn appointed<'m>(meeting: &'m Meeting, item: &'m Item) -> Vec<Appointed<'m>> {
    let Some(Outcome::Adopted(index)) = item.outcome else { return Vec::new() };
    let Some(fact) = meeting.fact(index) else { return Vec::new() };
    let What::Adopted(decision) = &fact.what else { return Vec::new() };
    let date = fact.at.date_naive();
    let gives = item.proposal().gives.iter();
    gives.map(|is| Appointed { decision, date, is }).collect()
}
