//! Leaves out what may not be shown: by the attribution of a circle, and on a site for everyone.

use std::collections::HashSet;

use crate::circle::Attribution;
use crate::lang::{LANGUAGES, Words, say};
use crate::records::page::markdown;
use crate::records::site::{Audience, SiteCircle, prose};
use crate::records::{Decision, DueKind, Election};

/// Leaves in what a circle says only what its rules and the audience allow.
pub(super) fn keep_for(audience: Audience, it: &mut SiteCircle, of_circle: &HashSet<String>) {
    let attribution = it.kept.circle.rules.attribution;
    for it in &mut it.kept.decisions {
        attributed(it, attribution);
    }
    for it in &mut it.kept.elections {
        attributed_election(it, attribution, audience);
    }
    if audience == Audience::Circles {
        return;
    }
    // What is said of somebody is for the circle. What such a decision replaced does not hold any more,
    // and would seem to.
    let about: Vec<Decision> =
        it.kept.decisions.extract_if(.., |it| it.unsaid().is_some()).collect();
    let gone: HashSet<&String> =
        about.iter().flat_map(|it| it.replaces.iter().chain(&it.ends)).collect();
    it.kept.decisions.retain(|it| !gone.contains(&it.id));
    for it in &mut it.kept.decisions {
        it.present.clear();
        it.absent.clear();
        it.guests.clear();
        it.written.clear();
    }
    for it in &mut it.kept.elections {
        it.present.clear();
        it.absent.clear();
        it.guests.clear();
    }
    it.kept.topics.clear();
    it.kept.actions.clear();
    it.due.retain(|it| {
        let is_public =
            matches!(it.kind, DueKind::Review | DueKind::Expires | DueKind::Term | DueKind::Vacant);
        is_public && it.unsaid.is_none()
    });
    it.minutes.retain(|it| it.approved);
    for it in &mut it.minutes {
        it.text = public_minutes(&it.text, &about, of_circle);
    }
    // Elsewhere in minutes only the title would stand, as of what replaced it.
    let titles: Vec<String> = about.iter().map(|it| markdown::line(&it.title)).collect();
    it.minutes.retain(|it| titles.iter().all(|title| !it.text.contains(title)));
    let closed: HashSet<&String> = it.minutes.iter().map(|it| &it.meeting).collect();
    it.kept.meetings.retain(|it| closed.contains(&it.stem));
}

fn attributed(it: &mut Decision, attribution: Attribution) {
    if attribution == Attribution::None {
        it.objections.iter_mut().for_each(|it| it.who = None);
        it.concerns.iter_mut().for_each(|it| it.who = None);
        it.asides.iter_mut().for_each(|it| it.who = None);
    }
}

fn attributed_election(it: &mut Election, attribution: Attribution, audience: Audience) {
    if attribution == Attribution::None {
        it.objections.iter_mut().for_each(|it| it.who = None);
        it.concerns.iter_mut().for_each(|it| it.who = None);
    }
    if attribution != Attribution::All || audience == Audience::Everyone {
        it.nominations.clear();
        it.changes.clear();
    }
}

/// Returns the headings of minutes whose sections are for the circle: check-in, check-out and topics.
/// They are those of every language, because a circle may have changed its own.
pub(super) fn headings_of_circle() -> HashSet<String> {
    let headings = || [say!("minutes-check-in"), say!("minutes-check-out"), say!("minutes-topics")];
    let said = |words: Words| headings().map(|it| words.say(&it));
    LANGUAGES.into_iter().map(Words::of).flat_map(said).collect()
}

/// Takes out of minutes what is for the circle, and what was decided about somebody.
fn public_minutes(text: &str, about: &[Decision], of_circle: &HashSet<String>) -> String {
    prose::without_sections(text, |heading| {
        let heading = heading.trim();
        of_circle.contains(heading) || about.iter().any(|it| heading.contains(it.title.trim()))
    })
}
