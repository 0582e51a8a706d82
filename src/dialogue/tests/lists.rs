//! Tests where a list is offered beside typing: never where somebody speaks or consents.

use std::collections::BTreeSet;

use super::{Room, garden};
use crate::dialogue::{Ask, ScreenState, Talk};
use crate::lang::{LANGUAGES, Lang, Words};
use crate::meeting::Meeting;

/// The steps that are asked with a list.
const WITH_LIST: [&str; 4] = ["agenda", "chair", "choose", "open"];

fn has_list(ask: &Ask) -> bool {
    !ask.choices.is_empty() || !ask.picks.is_empty() || ask.arrangement.is_some()
}

/// Asserts that the prompt at a terminal has a list only where nobody speaks, consents or is named.
#[track_caller]
pub(super) fn only_where_nobody_speaks(talk: &Talk<'_>) {
    thread_local!(static TYPED: Words = Words::of(Lang::En).at_terminal());
    TYPED.with(|words| {
        let ask = Talk { words, ..*talk }.ask(&mut ScreenState::default());
        let step = ask.situation.step;
        let may = WITH_LIST.contains(&step) && !ask.fresh && !ask.speech && ask.who.is_none();
        assert!(may || !has_list(&ask), "a list at `{step}`: {ask:?}");
    });
}

/// Returns the prompts of a meeting at a terminal.
fn asked(room: &Room, answers: &[&str], words: &Words) -> Vec<Ask> {
    let mut meeting = Meeting::new(room.circle.clone());
    let mut now = room.opens;
    let mut asked = Vec::new();
    for answer in answers {
        let talk = Talk { meeting: &meeting, background: &room.background, words, now };
        asked.push(talk.ask(&mut ScreenState::default()));
        room.answer(&mut meeting, &mut now, answer)
            .unwrap_or_else(|err| panic!("{answer}: {err:?}"));
    }
    asked
}

#[test]
fn lists_are_offered_where_names_and_items_are_known() {
    let room = garden().steps("agenda").in_backlog("bees", "Bees", "Two hives.");
    let answers = ["ok", "ok", "ok", "1", "decide Fence", "ok", "ok", "ok"];
    for lang in LANGUAGES {
        let asked = asked(&room, &answers, &Words::of(lang).at_terminal());
        let with_list = asked.iter().filter(|it| has_list(it)).map(|it| it.situation.step);
        assert_eq!(with_list.collect::<BTreeSet<_>>(), BTreeSet::from(WITH_LIST));
        let lists = asked[3..6].iter().map(|it| it.arrangement.as_ref().unwrap());
        let sizes: Vec<_> = lists.map(|it| (it.rows.len(), it.listed)).collect();
        assert_eq!(sizes, [(1, 0), (1, 1), (2, 2)]);
        assert_eq!((asked[3].picks.len(), asked[4].picks.len()), (1, 0));
    }
}

#[test]
fn a_script_is_offered_no_list_but_of_those_present() {
    let room = garden().steps("agenda").in_backlog("bees", "Bees", "Two hives.");
    let asked = asked(&room, &["ok", "ok", "ok", "1", "ok"], &Words::of(Lang::En));
    assert!(asked[1..].iter().all(|it| !has_list(it)));
}
