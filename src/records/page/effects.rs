//! Says in sentences how a decision changes the circle.

use crate::circle::{Appointment, Effect};
use crate::lang::{Phrase, Words, say};

/// Returns the changes as sentences, which can be the text of a decision.
pub(crate) fn as_text(effects: &[Effect], words: &Words) -> String {
    effects.iter().map(|it| words.say(&sentence(it))).collect::<Vec<_>>().join(" ")
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
        Effect::Role { name, term, purpose, .. } => {
            let mut phrase = say!("effect-role", role = name);
            phrase.args.push(("ends", if term.is_some() { "term" } else { "usual" }.into()));
            phrase
                .args
                .push(("says", if purpose.is_some() { "purpose" } else { "nothing" }.into()));
            phrase.args.extend(term.map(|it| ("term", it.into())));
            phrase.args.extend(purpose.as_ref().map(|it| ("purpose", it.into())));
            phrase
        }
        Effect::EndRole(name) => say!("effect-end-role", role = name),
        Effect::Appoint(it) => appointed(it),
        Effect::Rule { key, value } => say!("effect-rule", key = key, value = value),
    }
}

fn appointed(it: &Appointment) -> Phrase {
    let mut phrase = say!("effect-appoint", who = &it.who, role = &it.role);
    let begins = if it.since.is_some() { "later" } else { "now" };
    let ends = match (it.term, it.until) {
        (Some(_), _) => "term",
        (None, Some(_)) => "day",
        (None, None) => "usual",
    };
    phrase.args.push(("begins", begins.into()));
    phrase.args.push(("ends", ends.into()));
    phrase.args.extend(it.since.map(|it| ("since", it.into())));
    phrase.args.extend(it.term.map(|it| ("term", it.into())));
    phrase.args.extend(it.until.map(|it| ("until", it.into())));
    phrase
}
