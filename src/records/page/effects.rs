//! Says in sentences how a decision changes the circle.

use chrono::NaiveDate;

use crate::circle::{Appointment, Effect, Term};
use crate::lang::{Arg, Phrase, Words, say};
use crate::toml_file::Word;

/// Returns the changes as sentences, which can be the text of a decision.
pub(crate) fn as_text(effects: &[Effect], words: &Words) -> String {
    let ended = |it: &Effect| {
        let said = words.say(&sentence(it));
        let is_open = said.ends_with(char::is_alphanumeric);
        if is_open { said + "." } else { said }
    };
    effects.iter().map(ended).collect::<Vec<_>>().join(" ")
}

/// Says in a sentence how a decision changes the circle.
pub(crate) fn sentence(effect: &Effect) -> Phrase {
    match effect {
        Effect::Join { who, from: None } => say!("effect-join", who = who),
        Effect::Join { who, from: Some(circle) } => {
            say!("effect-join-from", who = who, circle = circle)
        }
        Effect::Leave { who, on: None } => say!("effect-leave", who = who),
        Effect::Leave { who, on: Some(day) } => say!("effect-leave-on", who = who, day = *day),
        Effect::Aim(text) => say!("effect-aim", text = text),
        Effect::Domain(text) => say!("effect-domain", text = text),
        Effect::Role { name, kind, term, purpose } => {
            let ends = ends(*term, None);
            let kind = kind.map(|it| say!("effect-kind", kind = it.word()));
            let kind = kind.map_or_else(|| Arg::from(""), Arg::from);
            match purpose {
                Some(it) => {
                    say!("effect-role-purpose", role = name, kind = kind, ends = ends, purpose = it)
                }
                None => say!("effect-role", role = name, kind = kind, ends = ends),
            }
        }
        Effect::EndRole(name) => say!("effect-end-role", role = name),
        Effect::Appoint(it) => appointed(it),
        Effect::Found(it) => say!(
            "effect-found",
            circle = &it.name,
            members = it.members.clone(),
            leader = &it.leader,
            aim = &it.aim
        ),
        Effect::EndCircle { name, on: None } => say!("effect-end-circle", circle = name),
        Effect::EndCircle { name, on: Some(day) } => {
            say!("effect-end-circle-on", circle = name, day = *day)
        }
        Effect::Rule { key, value } => say!("effect-rule", key = key, value = value),
    }
}

fn appointed(it: &Appointment) -> Phrase {
    let begins = it.since.map(|it| say!("effect-since", since = it));
    let begins = begins.map_or_else(|| Arg::from(""), Arg::from);
    let ends = ends(it.term, it.until);
    let outside = if it.outside { Arg::from(say!("effect-outside")) } else { Arg::from("") };
    let (who, role) = (&it.who, &it.role);
    say!("effect-appoint", who = who, outside = outside, role = role, begins = begins, ends = ends)
}

/// Says for how long or until when a role is given, if that is said.
fn ends(term: Option<Term>, until: Option<NaiveDate>) -> Arg {
    match (term, until) {
        (Some(term), _) => say!("effect-for", term = term).into(),
        (None, Some(until)) => say!("effect-until", until = until).into(),
        (None, None) => "".into(),
    }
}
