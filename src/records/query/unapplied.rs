//! What decisions changed in the circle and is not in its file.

use chrono::NaiveDate;

use crate::circle::{Change, Circle, Effect, Part};
use crate::records::{Answered, Decision, Election};
use crate::text::same;

/// A change that a decision on record made, and that the circle's file does not have.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unapplied {
    /// The id of the decision.
    pub id: String,
    pub change: Change,
}

/// Returns the changes of decisions until a day that are not in the circle's file, in their order.
///
/// Of several that change the same the last one counts. A newcomer counts from their yes, and a role's
/// own term until an election changed it. Who is appointed is an election, and not among them.
pub(crate) fn unapplied<'r>(
    circle: &Circle,
    decisions: impl Iterator<Item = &'r Decision>,
    elections: &[&Election],
    answers: &[Answered],
    today: NaiveDate,
) -> Vec<Unapplied> {
    let mut decisions: Vec<&Decision> =
        decisions.filter(|it| !it.effects.is_empty() && it.date <= today).collect();
    decisions.sort_by_key(|it| (it.date, &it.id));
    let mut all: Vec<Unapplied> = Vec::new();
    for it in decisions {
        let is_here = |it: &&Effect| it.appointment().is_none() && !it.is_of_other_circle();
        for effect in it.effects.iter().filter(is_here) {
            let on = match effect.newcomer() {
                None => it.date,
                // What was changed by hand goes on record afterwards.
                Some(_) if it.meeting.is_none() => it.date,
                Some(who) => match yes(answers, who, it.date) {
                    Some(on) => on,
                    None => continue,
                },
            };
            let part = effect.part();
            let mut effect = effect.clone();
            if let Effect::Role { name, term, .. } = &mut effect
                && elections.iter().any(|other| same(&other.role, name) && other.date >= on)
            {
                *term = None;
            }
            // The order of two on one day is not known, so that either may be in the file.
            let (earlier, rest): (Vec<_>, Vec<_>) = all
                .into_iter()
                .partition(|it| it.change.effect.part() == part && it.change.on < on);
            all = rest;
            for it in earlier {
                effect.fill_from(&it.change.effect);
            }
            all.push(Unapplied { id: it.id.clone(), change: Change { effect, on } });
        }
    }
    let is_in = |part: &Part| {
        all.iter().any(|it| it.change.effect.part() == *part && it.change.is_in(circle))
    };
    let missing = all.iter().filter(|it| !is_in(&it.change.effect.part()));
    missing.cloned().collect()
}

/// Returns what decisions until a day say of circles right below and is not so: one that was founded is
/// not there, or one that ends has no last day. Of several decisions about a circle the last one counts.
pub(crate) fn undone_circles<'r>(
    decisions: impl Iterator<Item = &'r Decision>,
    below: &[Circle],
    today: NaiveDate,
) -> Vec<Unapplied> {
    let mut decisions: Vec<&Decision> = decisions.filter(|it| it.date <= today).collect();
    decisions.sort_by_key(|it| (it.date, &it.id));
    let mut all: Vec<Unapplied> = Vec::new();
    for it in decisions {
        for effect in it.effects.iter().filter(|it| it.is_of_other_circle()) {
            all.retain(|earlier| earlier.change.effect.part() != effect.part());
            let change = Change { effect: effect.clone(), on: it.date };
            all.push(Unapplied { id: it.id.clone(), change });
        }
    }
    all.retain(|it| match &it.change.effect {
        Effect::Found(founded) => !below.iter().any(|it| same(&it.name, &founded.name)),
        Effect::EndCircle { name, .. } => {
            below.iter().any(|it| same(&it.name, name) && it.ended.is_none())
        }
        _ => false,
    });
    all
}

/// Returns the day on which somebody said yes to becoming a member, after a decision of a day.
fn yes(answers: &[Answered], who: &str, date: NaiveDate) -> Option<NaiveDate> {
    let is_theirs = |it: &&Answered| it.role.is_none() && same(&it.who, who) && it.on >= date;
    answers.iter().rfind(is_theirs).filter(|it| it.accepts).map(|it| it.on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::FrontMatter;

    /// Lists what is not in a circle's file on 1 February 2027.
    fn missing(more: &str, decisions: &[(&str, &str)], answers: &[Answered]) -> Vec<String> {
        let circle = Circle::read(&format!(
            "name = \"G\"\naim = \"Grow.\"\n{more}\n[[member]]\nname = \"Ana\"\n\
             [[member]]\nname = \"Ben\"\nended = 2026-12-31\n[[member]]\nname = \"Chen\"\n"
        ));
        let decisions = decisions.iter().map(|(date, effect)| {
            let front = format!(
                "+++\nid = \"{date}\"\nkind = \"decision\"\ntitle = \"x\"\ncircle = \"G\"\n\
                 date = {date}\nonce = true\nmeeting = \"{date}\"\neffects = ['{effect}']\n+++\n"
            );
            Decision::read_text(&front).unwrap()
        });
        let decisions: Vec<Decision> = decisions.collect();
        let today = "2027-02-01".parse().unwrap();
        let found = unapplied(&circle.unwrap(), decisions.iter(), &[], answers, today);
        found.into_iter().map(|it| it.change.effect.to_string()).collect()
    }

    #[test]
    fn the_last_decision_about_a_part_counts() {
        let none: [&str; 0] = [];
        assert_eq!(missing("", &[("2026-09-05", "aim Grow.")], &[]), none);
        assert_eq!(missing("", &[("2026-09-05", "aim Eat.")], &[]), ["aim Eat."]);
        let both = [("2026-10-05", "aim Grow."), ("2026-09-05", "aim Eat.")];
        assert_eq!(missing("", &both, &[]), none);
        assert_eq!(missing("", &[("2027-03-05", "aim Eat.")], &[]), none);
        assert_eq!(missing("", &[("2026-09-05", "leave Ben on 2026-12-31")], &[]), none);
        let leave = "leave Ben on 2026-11-30";
        assert_eq!(missing("", &[("2026-09-05", leave)], &[]), [leave]);
        assert_eq!(missing("", &[("2026-09-05", "leave Zoe")], &[]), none);
        let quorum = "rules.quorum = 2";
        assert_eq!(missing(quorum, &[("2026-09-05", "rule quorum 2")], &[]), none);
        assert_eq!(missing("", &[("2026-09-05", "rule quorum 2")], &[]), ["rule quorum 2"]);
    }

    #[test]
    fn what_a_later_decision_does_not_say_of_a_role_stays_as_it_was() {
        let both = [("2026-09-05", "role Bees: Hums."), ("2026-10-05", "role Bees for 6 months")];
        assert_eq!(missing("", &both, &[]), ["role Bees for 6 months: Hums."]);
    }

    #[test]
    fn of_two_on_one_day_either_may_be_in_the_file() {
        let both = [("2026-09-05", "aim Eat."), ("2026-09-05", "aim Grow.")];
        assert_eq!(missing("", &both, &[]), [""; 0]);
        let neither = [("2026-09-05", "aim Eat."), ("2026-09-05", "aim Sleep.")];
        assert_eq!(missing("", &neither, &[]).len(), 2);
    }

    #[test]
    fn a_newcomer_counts_from_their_yes() {
        let none: [&str; 0] = [];
        let decided = [("2026-09-05", "join Farid")];
        let said = |accepts| {
            let (who, on) = ("farid".to_owned(), "2026-09-19".parse().unwrap());
            [Answered { who, role: None, on, accepts }]
        };
        assert_eq!(missing("", &decided, &[]), none);
        assert_eq!(missing("", &decided, &said(false)), none);
        assert_eq!(missing("", &decided, &said(true)), ["join Farid"]);
        assert_eq!(missing("", &[("2026-09-05", "join Ana")], &said(true)), none);
        assert_eq!(missing("", &[("2026-09-05", "join Zoe from X")], &[]), ["join Zoe from X"]);
    }
}
