//! Who has said yes or no: to a role to which they were elected in their absence, or to becoming a
//! member.

use chrono::NaiveDate;

use crate::circle::{Effect, Renames};
use crate::meeting::{Fact, What};
use crate::records::{Decision, Election};
use crate::text::same;

/// What somebody has said in a meeting to a role, or to becoming a member.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    pub who: String,
    /// The role; `None` for the membership.
    pub role: Option<String>,
    pub on: NaiveDate,
    /// Whether they said yes.
    pub accepts: bool,
}

/// Somebody whom the circle took in, and who has not said yes or no yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Newcomer {
    pub who: String,
    /// The day of the decision.
    pub date: NaiveDate,
    /// The id of the decision.
    pub id: String,
}

impl Answered {
    /// Returns what a fact says, with people and roles under their present names.
    pub(crate) fn of(fact: &Fact, renames: &Renames) -> Option<Self> {
        let (who, role, accepts) = match &fact.what {
            What::Accepted { who, role } => (who, role, true),
            What::Declined { who, role, .. } => (who, role, false),
            _ => return None,
        };
        let (mut who, mut role) = (who.clone(), role.clone());
        renames.people([&mut who]);
        if let Some(role) = &mut role {
            renames.role(role);
        }
        Some(Self { who, role, on: fact.at.date_naive(), accepts })
    }
}

/// Returns those whom decisions took in and who have not answered since, in the order of the
/// decisions.
pub(crate) fn newcomers<'d>(
    decisions: impl Iterator<Item = &'d Decision>,
    answers: &[Answered],
) -> Vec<Newcomer> {
    let mut newcomers: Vec<Newcomer> = Vec::new();
    for it in decisions {
        for who in it.effects.iter().filter_map(Effect::newcomer) {
            newcomers.retain(|it| !same(&it.who, who));
            let (who, date, id) = (who.to_owned(), it.date, it.id.clone());
            newcomers.push(Newcomer { who, date, id });
        }
    }
    newcomers.retain(|new| {
        let is_answer = |it: &&Answered| same(&it.who, &new.who) && it.role.is_none();
        answers.iter().filter(is_answer).all(|it| it.on < new.date)
    });
    newcomers
}

/// Returns whether somebody has said no to an election since, and not yes afterwards.
pub(crate) fn is_declined(election: &Election, answers: &[Answered]) -> bool {
    let is_answer = |it: &&Answered| {
        let role = it.role.as_ref();
        let is_role = role.is_some_and(|it| same(it, &election.role));
        is_role && same(&it.who, &election.elected) && it.on >= election.date
    };
    answers.iter().rfind(is_answer).is_some_and(|it| !it.accepts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::FrontMatter;

    fn answer(who: &str, role: Option<&str>, on: &str, accepts: bool) -> Answered {
        let (who, role) = (who.to_owned(), role.map(str::to_owned));
        Answered { who, role, on: on.parse().unwrap(), accepts }
    }

    #[test]
    fn a_newcomer_waits_until_they_answer_after_the_decision() {
        let decision = |id: &str, date: &str, effects: &str| {
            let front = format!(
                "+++\nid = \"{id}\"\nkind = \"decision\"\ntitle = \"x\"\ncircle = \"G\"\n\
                 date = {date}\nonce = true\neffects = [{effects}]\n+++\n"
            );
            Decision::read_text(&front).unwrap()
        };
        let decisions = [
            decision("a", "2026-09-05", "\"join Farid\", \"join Zoe from Compost\""),
            decision("b", "2026-10-03", "\"join farid\""),
        ];
        let waits = |answers: &[Answered]| -> Vec<String> {
            newcomers(decisions.iter(), answers).into_iter().map(|it| it.id).collect()
        };
        assert_eq!(waits(&[]), ["b"]);
        assert_eq!(waits(&[answer("Farid", None, "2026-09-19", false)]), ["b"]);
        assert_eq!(waits(&[answer("Farid", Some("Keys"), "2026-10-03", true)]), ["b"]);
        assert_eq!(waits(&[answer("Farid", None, "2026-10-03", true)]), [""; 0]);
        assert_eq!(waits(&[answer("Farid", None, "2026-10-04", false)]), [""; 0]);
    }

    #[test]
    fn the_last_answer_to_an_election_counts() {
        let election = "+++\nid = \"e\"\nkind = \"election\"\nrole = \"Keys\"\nelected = \"Zoe\"\n\
                        accepted = false\ncircle = \"G\"\ndate = 2026-07-01\nuntil = 2027-07-01\n\
                        +++\n";
        let election = Election::read_text(election).unwrap();
        let (no, yes) = (
            answer("Zoe", Some("keys"), "2026-07-02", false),
            answer("Zoe", Some("Keys"), "2026-07-03", true),
        );
        assert!(!is_declined(&election, &[]));
        assert!(is_declined(&election, std::slice::from_ref(&no)));
        assert!(!is_declined(&election, &[no, yes]));
        assert!(!is_declined(&election, &[answer("Zoe", Some("Keys"), "2026-06-30", false)]));
        assert!(!is_declined(&election, &[answer("Zoe", None, "2026-07-02", false)]));
    }
}
