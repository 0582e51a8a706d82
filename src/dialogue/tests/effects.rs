//! Changes to the circle in a draft: what they become, whom they ask, and the text that says them.

use super::{garden, step_of};
use crate::dialogue::{Response, Talk};
use crate::lang::{Lang, Words, say};
use crate::meeting::{Outcome, What};

/// Returns the text and the changes of the last version.
fn put(meeting: &crate::meeting::Meeting) -> (String, Vec<String>) {
    let item = meeting.state().items.last().unwrap();
    let wording = &item.version().unwrap().wording;
    (wording.text.clone(), wording.effects.iter().map(ToString::to_string).collect())
}

const OPEN: [&str; 4] = ["all + Zoe (guest)", "ok", "ok", "decide Us"];

#[test]
fn a_text_that_only_says_the_changes_follows_them() {
    let lines = [&OPEN[..], &["join zoe", "aim Eat together", "ok"]].concat();
    let (text, effects) = put(&garden().meet(&lines));
    assert_eq!(text, "Zoe joins the circle. The aim is: Eat together.");
    assert_eq!(effects, ["join Zoe", "aim Eat together"]);
    let amended = [&lines[..], &["/amend effect -2"]].concat();
    assert_eq!(put(&garden().meet(&amended)).0, "Zoe joins the circle.");
    let objected = [&lines[..], &["@Ana o no", "ok", "ok", "ok", "aim Eat.", "ok"]].concat();
    let (text, effects) = put(&garden().meet(&objected));
    assert_eq!(text, "Zoe joins the circle. The aim is: Eat.");
    assert_eq!(effects, ["join Zoe", "aim Eat."]);
}

#[test]
fn a_text_that_was_typed_stays() {
    let lines =
        [&OPEN[..], &["join Zoe", "text We welcome Zoe.", "ok", "/amend aim Eat."]].concat();
    let (text, effects) = put(&garden().meet(&lines));
    assert_eq!(text, "We welcome Zoe.");
    assert_eq!(effects, ["join Zoe", "aim Eat."]);
}

#[test]
fn a_newcomer_who_is_here_is_asked_and_may_think_it_over() {
    let decided = [&OPEN[..], &["join Zoe", "ok", "ok", "ok", "ok", "ok", "ok"]].concat();
    let meeting = garden().meet(&decided);
    assert_eq!(step_of(&meeting), "accept: Zoe");
    let joined = |line: &str| {
        let meeting = garden().meet(&[&decided[..], &[line]].concat());
        let last = meeting.standing().next_back().unwrap().what.clone();
        (meeting.state().joined.clone(), last, step_of(&meeting))
    };
    let (who, last, step) = joined("ok");
    assert_eq!((who, step), (vec!["Zoe".to_owned()], "choose".to_owned()));
    assert!(matches!(last, What::Accepted { role: None, .. }));
    let (who, last, step) = joined("no I move");
    assert_eq!((who.len(), step), (0, "choose".to_owned()));
    assert!(matches!(last, What::Declined { reason: Some(it), .. } if it == "I move"));
    let (who, last, step) = joined("/later");
    assert_eq!((who.len(), step), (0, "choose".to_owned()));
    assert!(matches!(last, What::Deferred { .. }));
    // Who leaves meanwhile is not asked any more.
    assert_eq!(joined("/leave Zoe").2, "choose");
}

#[test]
fn nobody_is_asked_for_who_links_another_circle_or_is_not_here() {
    for line in ["join Yan", "join Zoe from Compost"] {
        let lines = [&OPEN[..], &[line, "ok", "ok", "ok", "ok", "ok", "ok"]].concat();
        let meeting = garden().meet(&lines);
        assert_eq!(step_of(&meeting), "choose", "{line}");
        let item = meeting.state().items.last().unwrap();
        assert!(matches!(item.outcome, Some(Outcome::Adopted(_))));
    }
}

#[test]
fn who_is_appointed_is_asked_last_in_the_order_of_the_round() {
    let room = || garden().role("Keys", None, "").role("Bees", None, "");
    let draft = ["appoint Ana as Keys", "appoint Chen as Bees", "ok"];
    let meeting = room().meet(&[&OPEN[..], &draft].concat());
    let step = step_of(&meeting);
    assert!(step.ends_with("Ana, Chen") || step.ends_with("Chen, Ana"), "{step}");
    let item = |lines: &[&str]| {
        let meeting = room().meet(&[&OPEN[..], &draft, lines].concat());
        let item = meeting.state().items.last().unwrap().clone();
        let accepted = item.proposal().gives.iter().filter(|it| it.accepted);
        accepted.map(|it| it.is.role.clone()).collect::<Vec<_>>()
    };
    assert_eq!(item(&["ok", "ok", "ok", "ok", "ok"]), ["Keys", "Bees"]);
    // Somebody absent or from outside has not accepted.
    let outside = ["appoint Tia (outside) as Keys", "ok", "ok", "ok", "ok", "ok", "ok"];
    let meeting = room().meet(&[&OPEN[..], &outside].concat());
    assert!(meeting.state().items.last().unwrap().proposal().gives.iter().all(|it| !it.accepted));
}

#[test]
fn somebody_who_said_no_can_be_taken_in_again() {
    let decided = ["join Zoe", "ok", "ok", "ok", "ok", "ok", "ok"];
    let lines = [&OPEN[..], &decided, &["no not now", "decide Again"], &decided].concat();
    let meeting = garden().meet(&lines);
    assert_eq!(step_of(&meeting), "accept: Zoe");
    let later = [&lines[..], &["/later", "/accepted Zoe"]].concat();
    assert_eq!(garden().meet(&later).state().joined, ["Zoe"]);
}

#[test]
fn a_role_that_ends_is_not_given_in_the_same_meeting() {
    let room = || garden().role("Keys", None, "");
    let refused = |lines: &[&str]| {
        let (_, refused) = room().walked(&[&OPEN[..], lines].concat());
        refused.map(|(_, err)| err.message.key)
    };
    assert_eq!(refused(&["end role Keys", "appoint Ana as Keys"]), Some("error-effect-twice"));
    assert_eq!(refused(&["appoint Ana as Keys", "end role Keys"]), Some("error-effect-twice"));
    let ended = ["end role Keys", "ok", "ok", "ok", "ok", "ok", "ok"];
    let elect = ["select Keys", "ok", "ok", "Ana: x", "Ana: x", "Ana: x", "Ana: x", "Ana: x"];
    assert_eq!(refused(&[&ended[..], &elect].concat()), Some("error-beyond-role"));
}

#[test]
fn who_leaves_is_elected_until_their_last_day_at_most() {
    let leave = ["leave Ana on 2026-12-31", "ok", "ok", "ok", "ok", "ok", "ok"];
    let elect = ["select Keys", "ok", "ok", "Ana: x", "Ana: x", "Ana: x", "Ana: x", "Ana: x"];
    let room = garden().role("Keys", None, "");
    let (_, refused) = room.walked(&[&OPEN[..], &leave, &elect].concat());
    assert_eq!(refused.map(|(_, err)| err.message.key), Some("error-beyond-membership"));
}

#[test]
fn a_name_that_is_known_is_not_split_at_a_word_in_it() {
    let room = garden().role("Care for Elders", None, "").role("Watch on Sundays", None, "");
    for (line, expected) in [
        ("appoint Ana as care for elders", "appoint Ana as Care for Elders"),
        ("appoint Ana as Care for Elders for 1 year", "appoint Ana as Care for Elders for 1 year"),
        ("role care for elders: Visits.", "role Care for Elders: Visits."),
        ("end role Watch on Sundays", "end role Watch on Sundays"),
    ] {
        assert_eq!(put(&room.meet(&[&OPEN[..], &[line, "ok"]].concat())).1, [expected], "{line}");
    }
}

/// Hears a line at a terminal behind others, and returns the last change to the circle or the error.
fn typed(before: &[&str], line: &str) -> String {
    let mut room = garden();
    room.background.below.push(("Compost".to_owned(), false));
    let meeting = room.meet(&[&OPEN[..], before].concat());
    let words = Words::of(Lang::En).at_terminal();
    let talk =
        Talk { meeting: &meeting, background: &room.background, words: &words, now: room.opens };
    match talk.hear(&super::said(line)) {
        Ok(Response::Fact(What::Effected { effects, .. })) => {
            effects.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
        }
        Ok(other) => format!("{other:?}"),
        Err(err) => err.message.key.to_owned(),
    }
}

#[test]
fn a_newcomer_is_nobody_who_is_a_member_already() {
    assert_eq!(typed(&[], "join Ana"), "error-member-already");
    assert_eq!(typed(&[], "join Dan"), "join Dan", "a name of their own");
    // In small letters it is the beginning of a member's name.
    assert!(!typed(&[], "join dan").contains("join dan"), "{}", typed(&[], "join dan"));
    assert_eq!(typed(&[], "join farid"), "join farid");
    assert_eq!(typed(&["join farid"], "join Farid"), "join Farid", "the slip is mended");
    assert_eq!(typed(&[], "join Farid from compost"), "join Farid from Compost");
    // A script says exactly who it is.
    assert_eq!(put(&garden().meet(&[&OPEN[..], &["join dan", "ok"]].concat())).1, ["join dan"]);
}

#[test]
fn the_read_back_says_who_joins_and_who_does_not() {
    let decided = ["join Zoe", "join Farid", "ok", "ok", "ok", "ok", "ok", "ok"];
    let room = || garden().steps("read-back");
    let lines = [&OPEN[..], &decided, &["ok", "/declined Farid too far", "close"]].concat();
    let shown = room().shows(&lines);
    assert!(shown.contains("Zoe joins the circle."), "{shown}");
    assert!(shown.contains("Farid does not join") && !shown.contains("too far"), "{shown}");
}

#[test]
fn minutes_of_an_item_that_is_not_decided_say_that_it_is_a_proposal_and_its_own_term() {
    let minutes = |lines: &[&str]| {
        let meeting = garden().meet(&[&OPEN[..], lines].concat());
        let (all, words) = (<_>::default(), Words::of(Lang::En));
        crate::records::minutes(&meeting, &all, &say!("minutes-paused"), &words).unwrap().page
    };
    let page = minutes(&["join Farid", "/postpone"]);
    let stood =
        "The proposal as it stood:\n\n- This changes the circle:\n  - Farid joins the circle.";
    assert!(page.contains(stood), "{page}");
    let page = minutes(&["text No drills.", "term 6 months", "/postpone"]);
    assert!(page.contains("- In force for 6 months"), "{page}");
    let page = minutes(&["text No drills.", "term 1 year", "/postpone"]);
    assert!(!page.contains("In force"), "the term of the rules is not said: {page}");
}

#[test]
fn a_newcomer_says_yes_or_no_in_the_words_of_the_screen_at_a_terminal() {
    let decided = ["join Zoe", "ok", "ok", "ok", "ok", "ok", "ok"];
    let (room, words) = (garden(), Words::of(Lang::De).at_terminal());
    let meeting = room.meet(&[&OPEN[..], &decided].concat());
    let talk =
        Talk { meeting: &meeting, background: &room.background, words: &words, now: room.opens };
    for (line, reason) in [("nein zu weit", Some("zu weit")), ("Nein", None), ("no", None)] {
        let Ok(Response::Fact(What::Declined { reason: it, .. })) = talk.hear(&super::said(line))
        else {
            panic!("{line}")
        };
        assert_eq!(it.as_deref(), reason, "{line}");
    }
    for line in ["ja", "yes", "ok"] {
        let heard = talk.hear(&super::said(line));
        assert!(matches!(heard, Ok(Response::Fact(What::Accepted { .. }))), "{line}");
    }
}

#[test]
fn who_thinks_it_over_is_not_asked_again_and_the_command_is_named() {
    let decided = ["join Zoe", "ok", "ok", "ok", "ok", "ok", "ok"];
    let echo = garden().echoes(&[&OPEN[..], &decided, &["/later"]].concat());
    assert_eq!(echo, "Zoe thinks it over; `/accepted Zoe` says yes later.");
}

#[test]
fn a_newcomers_name_has_nothing_of_another_line_in_it() {
    for line in ["join Zoe as Leader", "join Yan since 2026-10-01", "join Yan on Monday"] {
        let (_, refused) = garden().walked(&[&OPEN[..], &[line]].concat());
        assert_eq!(refused.map(|(_, err)| err.message.key), Some("error-invalid-effect"), "{line}");
    }
}
