//! What the decisions of a meeting change in the circle: its file, and who is appointed.

use chrono::NaiveDate;

use crate::circle::{Appointment, Change, Circle, Effect};
use crate::meeting::{Adopted, Item, Meeting, Outcome, What};
use crate::records::filing::Existing;
use crate::records::{Decision, FrontMatter};
use crate::text::same;

/// Somebody who is given a role by a decision.
pub(crate) struct Appointed<'m> {
    pub item: &'m Item,
    pub decision: &'m Adopted,
    /// The day on which it was announced.
    pub date: NaiveDate,
    pub is: &'m Appointment,
    /// The first and the last day of the term.
    pub days: (NaiveDate, NaiveDate),
    /// What the role is for.
    pub purpose: String,
    pub accepted: bool,
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
    let joined = meeting.standing().filter_map(|it| match &it.what {
        What::Accepted { who, role: None } if here(who) || earlier(who) => {
            let effect = Effect::Join { who: who.clone(), from: None };
            Some(Change { effect, on: it.at.date_naive() })
        }
        _ => None,
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

/// Returns who is given a role by the decisions of a meeting.
pub(crate) fn appointed(meeting: &Meeting) -> Vec<Appointed<'_>> {
    let mut circle: Option<Circle> = None;
    let mut appointed = Vec::new();
    for (item, decision, date) in decisions(meeting).filter(|(_, it, _)| !it.effects.is_empty()) {
        let before = circle.as_ref().unwrap_or(meeting.circle());
        // The walk has made the same changes already.
        let Ok(after) = before.with_effects(&decision.effects, date) else { continue };
        for is in decision.effects.iter().filter_map(Effect::appointment) {
            let role = after.roles.iter().find(|it| it.name == is.role);
            let purpose = role.map(|it| it.purpose.clone()).unwrap_or_default();
            let accepted = item.proposal().accepted.contains(&is.role);
            let days = is.days(&after, date);
            appointed.push(Appointed { item, decision, date, is, days, purpose, accepted });
        }
        circle = Some(after);
    }
    appointed
}
