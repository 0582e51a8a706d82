//! Who has not said yes yet: to a role given in their absence, or to becoming a member.

use crate::circle::Effect;
use crate::dialogue::Talk;
use crate::meeting::{Item, What};
use crate::text::same;

/// A person, the role, whether they have accepted, and behind which fact of the meeting they answer.
type Given<'t> = (&'t str, &'t str, bool, usize);

impl Talk<'_> {
    /// Returns who has not accepted which role yet, and last, without a role, who was taken into the
    /// circle and has not answered. Of several elections to a role the last one counts.
    pub(super) fn pending(&self) -> Vec<(&str, Option<&str>)> {
        let answered = |who: &str, role: Option<&str>, from: usize| {
            self.meeting.standing().skip(from).any(|it| match &it.what {
                What::Accepted { who: it, role: to } | What::Declined { who: it, role: to, .. } => {
                    it == who && to.as_deref() == role
                }
                _ => false,
            })
        };
        let items = &self.state().items;
        let earlier = self.background.elections.iter();
        let earlier = earlier.map(|it| (&*it.elected, &*it.role, it.accepted, 0));
        let all: Vec<Given<'_>> = earlier.chain(items.iter().flat_map(given)).collect();
        let is_last =
            |index: usize, role: &str| all[index + 1..].iter().all(|it| !same(it.1, role));
        let waits = |(index, (who, role, accepted, from)): &(usize, &Given<'_>)| {
            !accepted && is_last(*index, role) && !answered(who, Some(role), *from)
        };
        let pending = all.iter().enumerate().filter(waits);
        let roles = pending.map(|(_, (who, role, ..))| (*who, Some(*role)));
        let here = items.iter().filter(|it| it.is_adopted()).flat_map(|item| {
            effects(item).filter_map(Effect::newcomer).map(|who| (who, item.facts.end))
        });
        let here: Vec<(&str, usize)> = here.collect();
        let is_last = |index: usize, who: &str| here[index + 1..].iter().all(|it| it.0 != who);
        let anew = |who: &str| here.iter().any(|it| same(it.0, who));
        let earlier = self.background.newcomers.iter().map(|it| (it.who.as_str(), 0));
        let earlier = earlier.filter(|(who, _)| !anew(who));
        let last = here.iter().enumerate().filter(|(index, it)| is_last(*index, it.0));
        let newcomers = earlier.chain(last.map(|(_, it)| *it));
        let newcomers = newcomers.filter(|(who, from)| {
            let is_member = self.meeting.circle().members.iter().any(|it| same(&it.name, who));
            !is_member && !answered(who, None, *from)
        });
        let newcomers = newcomers.map(|(who, _)| who);
        roles.chain(newcomers.map(|who| (who, None))).collect()
    }
}

/// Returns the changes to the circle of a proposal, as they were put last.
fn effects(item: &Item) -> impl Iterator<Item = &Effect> {
    item.version().into_iter().flat_map(|it| &it.wording.effects)
}

/// Returns who is given which role by an item, and whether they have accepted.
fn given(item: &Item) -> Vec<Given<'_>> {
    if let (Some(election), Some(nominee)) = (item.election(), &item.draft.nominee) {
        return vec![(&nominee.name, &election.role, election.accepted, item.facts.end)];
    }
    let gives = item.proposal().gives.iter();
    gives.map(|it| (&*it.is.who, &*it.is.role, it.accepted, item.facts.end)).collect()
}
