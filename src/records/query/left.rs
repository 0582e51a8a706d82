//! What those who left the circle still see to: decisions in force, and open actions.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::lang::{Phrase, say};
use crate::records::{Decision, OpenAction};
use crate::text::{fold, same};

/// Somebody who left, and what they still see to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StillSees {
    pub who: String,
    /// The title of the decision, or the text of the action.
    pub title: String,
    /// The id of the decision, or of the meeting in which the action was taken on.
    pub place: String,
    pub is_action: bool,
    /// The day of a decision that is about somebody, whose title is not said in lists that go round.
    pub unsaid: Option<NaiveDate>,
}

impl StillSees {
    /// Says it in a sentence.
    pub(crate) fn said(&self) -> Phrase {
        let (who, title) = (&self.who, &self.title);
        if self.is_action {
            say!("note-left-with-action", who = who, title = title)
        } else {
            say!("note-left-with-decision", who = who, title = title)
        }
    }
}

/// Finds what those who left still see to. `seen` are the folded names of everyone who was a member in
/// an earlier meeting; others who are no members are from outside.
pub(crate) fn still_seen_to<'r>(
    circle: &Circle,
    seen: &BTreeSet<String>,
    decisions: impl Iterator<Item = &'r Decision>,
    actions: impl Iterator<Item = &'r OpenAction>,
) -> Vec<StillSees> {
    let is_here = |name: &str| {
        circle.members.iter().any(|it| same(&it.name, name))
            || circle.roles.iter().any(|it| {
                let holder = it.holder.as_ref().filter(|_| it.outside);
                let mut holders = holder.into_iter().chain(it.next.as_ref().map(|it| &it.holder));
                same(&it.name, name) || holders.any(|it| same(it, name))
            })
    };
    let mut found = Vec::new();
    for it in decisions {
        let was_there = |name: &str| {
            let mut members = it.present.iter().chain(&it.absent);
            seen.contains(&fold(name)) || members.any(|it| same(it, name))
        };
        for who in it.responsible.iter().filter(|who| !is_here(who) && was_there(who)) {
            let (who, title, place) = (who.clone(), it.title.clone(), it.id.clone());
            let unsaid = it.unsaid();
            found.push(StillSees { who, title, place, is_action: false, unsaid });
        }
    }
    for it in actions {
        let people = it.people().into_iter();
        for who in people.filter(|who| !is_here(who) && seen.contains(&fold(who))) {
            let (title, place) = (it.text.clone(), it.meeting.clone().unwrap_or_default());
            found.push(StillSees { who, title, place, is_action: true, unsaid: None });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::FrontMatter;

    #[test]
    fn who_left_still_sees_to_decisions_and_actions_and_who_is_from_outside_has_not_left() {
        let circle = Circle::read(
            "name = \"G\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]\nrole = [{ name = \
             \"Keys\" }, { name = \"Books\", holder = \"Zoe\", outside = true, next = { holder = \
             \"Ida\", since = 2027-01-01, until = 2028-01-01 } }]",
        );
        let decision = Decision::read_text(
            "+++\nid = \"a\"\nkind = \"decision\"\ntitle = \"Quiet\"\ncircle = \"G\"\n\
             date = 2026-01-01\nreview = 2027-01-01\npresent = [\"Ana\", \"Chen\"]\n\
             responsible = [\"ana\", \"Keys\", \"Chen\", \"Zoe\", \"Tia\", \"Emil\", \"Ida\"]\n+++\n",
        );
        let action = OpenAction {
            who: "Ben".to_owned(),
            with: ["Emil", "Tia"].map(str::to_owned).to_vec(),
            text: "Buy nails".to_owned(),
            ..OpenAction::default()
        };
        let seen = ["ana", "emil", "zoe", "keys", "ida"].map(str::to_owned).into();
        let found = still_seen_to(
            &circle.unwrap(),
            &seen,
            [&decision.unwrap()].into_iter(),
            [&action].into_iter(),
        );
        let told: Vec<String> = found.iter().map(|it| format!("{} {}", it.who, it.title)).collect();
        assert_eq!(told, ["Chen Quiet", "Emil Quiet", "Emil Buy nails"]);
    }
}
