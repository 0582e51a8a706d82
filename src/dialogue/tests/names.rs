//! Names: similar ones, with blanks or apostrophes, of other scripts, with combining marks.

use super::{Room, garden, said};
use crate::dialogue::{Response, Talk};
use crate::lang::{Lang, Words};
use crate::meeting::{Item, Meeting, What, all};
use crate::records::Topic;

const OPEN: [&str; 6] = ["ok", "ok", "ok", "decide Hens", "text Six.", "ok"];

#[track_caller]
fn check(room: &Room, answers: &[&str], expected: &str) {
    room.check(&[&OPEN[..], answers].concat(), expected);
}

#[test]
fn names_that_begin_alike_are_told_apart() {
    let room = garden().members(&["Ana", "Ana María", "Anabel"]);
    check(&room, &["@ana ok"], "consent 1: Ana María, Anabel");
    check(&room, &["@Ana María ok"], "consent 1: Ana, Anabel");
    check(&room, &["@ana maria ok"], "consent 1: Ana, Anabel");
    check(&room, &["@Ana Mar: ok"], "consent 1: Ana, Anabel");
    check(&room, &["@mar ok"], "consent 1: Ana, Anabel");
    check(&room, &["@anab ok"], "consent 1: Ana, Ana María");
    room.refused(&[&OPEN[..], &["@an ok"]].concat(), "error-several-names");
}

#[test]
fn two_members_named_ana_are_told_apart_by_what_stands_behind() {
    let room = garden().members(&["Ana Berg", "Chen", "Ana Holm"]).role("Keys", None, "");
    check(&room, &["@Ana Holm ok", "@Ana Be: ok"], "consent 1: Chen");
    check(&room, &["@holm ok"], "consent 1: Ana Berg, Chen");
    let written = ["ok", "ok", "ok", "select Keys", "ok", "ok"];
    let named = |line| [&written[..], &[line]].concat();
    room.check(&named("ana holm: near"), "nominate: Chen, Ana Holm");
    for lines in [
        [&OPEN[..], &["@Ana ok"]].concat(),
        [&OPEN[..], &["@Ana: o no"]].concat(),
        vec!["all but Ana"],
        vec!["ok", "Ana"],
        vec!["ok", "/leave Ana"],
        vec!["ok", "/action Ana: x"],
        named("Ana: near"),
        named("@Ana Chen: near"),
    ] {
        room.refused(&lines, "error-several-names");
    }
    // A title that resembles a name is a title.
    let entry = |line| room.meet(&["ok", "ok", "ok", line]).state().items[0].entry.clone();
    assert_eq!(entry("decide Fence by Ana").title, "Fence by Ana");
    assert_eq!(entry("decide Fence by Ana Berg").by.as_deref(), Some("Ana Berg"));
}

#[test]
fn names_with_blanks_and_apostrophes_are_typed_as_they_are() {
    let room = garden().members(&["Erik Hart", "Siobhán O'Neill", "Jean-Luc"]);
    check(&room, &["@Erik Hart ok"], "consent 1: Siobhán O'Neill, Jean-Luc");
    check(&room, &["@o'n ok"], "consent 1: Erik Hart, Jean-Luc");
    check(&room, &["@siobhan o'neill o no: never"], "consent 1: Erik Hart, Jean-Luc");
    check(&room, &["@jean-luc ok"], "consent 1: Erik Hart, Siobhán O'Neill");
    room.check(&["all but Erik Hart, Jean"], "facilitator");
}

#[test]
fn names_of_other_scripts_are_names() {
    let room = garden().members(&["陈伟", "Ольга", "ليلى", "कविता"]);
    check(&room, &["@陈伟 ok"], "consent 1: Ольга, ليلى, कविता");
    check(&room, &["@陈 ok", "@ольга ok"], "consent 1: ليلى, कविता");
    check(&room, &["@ليلى ok", "@कविता o no"], "consent 1: 陈伟, Ольга");
    check(&room, &["@陈伟: o 太吵"], "consent 1: Ольга, ليلى, कविता");
}

#[test]
fn a_name_is_found_however_its_accents_are_written() {
    let room = garden().members(&["Jose\u{301}", "Zoë"]);
    check(&room, &["@José ok"], "consent 1: Zoë");
    check(&room, &["@jose ok", "@zoe ok"], "announce 1");
    check(&room, &["@Zoe\u{308} ok"], "consent 1: Jose\u{301}");
}

#[test]
fn a_member_called_like_a_word_is_a_name_where_names_are_typed() {
    let room = garden().members(&["All", "Ok"]);
    room.check(&["Ok"], "facilitator");
    check(&room, &["@ok ok", "@all ok"], "announce 1");
}

#[test]
fn titles_take_any_script() {
    let room = garden().members(&["陈伟", "Ana"]);
    let by = room.meet(&["ok", "ok", "ok", "decide 静音时间 by 陈伟"]);
    let entry = &by.state().items[0].entry;
    assert_eq!((entry.title.as_str(), entry.by.as_deref()), ("静音时间", Some("陈伟")));
    let by = room.meet(&["ok", "ok", "ok", "decide 静音时间 by 陈"]);
    assert_eq!(by.state().items[0].entry.title, "静音时间 by 陈");
}

/// The last fact of a meeting, without its moment.
fn last(meeting: &Meeting) -> String {
    let fact = format!("{:?}", meeting.standing().last().unwrap().what);
    fact.replace("None", "-").replace('"', "")
}

#[test]
fn commands_take_lists_of_names_and_a_whole_name_wins() {
    let room = garden().members(&["Ana", "Ben", "Chen", "Ana and Ben", "R & D"]);
    let said = |line| last(&room.meet(&["Ana, Ben", "ok", "ok", line]));
    let owners =
        |line| said(line).replace("Action { who: ", "").replace("text: call, due: - }", "");
    assert_eq!(owners("/action ana, ch: call"), "Ana, with: [Chen], ");
    assert_eq!(owners("/action Ben & Chen and Ana: call"), "Ben, with: [Chen, Ana], ");
    assert_eq!(owners("/action Ana and Ben: call"), "Ana and Ben, with: [], ");
    assert_eq!(
        owners("/action R & D, Ana and Ben & Ben: call"),
        "R & D, with: [Ana and Ben, Ben], "
    );
    assert_eq!(owners("/action Ana, Ana: call"), "Ana, with: [], ");
    let movement = |line: &str| {
        let meeting = room.meet(&["Ana, Ben", "ok", "ok", line]);
        match &meeting.standing().last().unwrap().what {
            What::Arrived(it) | What::Left(it) => {
                (it.guest, all(it.who.as_ref(), &it.with).join("; "))
            }
            what => panic!("{what:?}"),
        }
    };
    assert_eq!(movement("/arrive Chen, R & D"), (false, "Chen; R & D".to_owned()));
    assert_eq!(movement("/arrive U (guest), V (guest)"), (true, "U; V".to_owned()));
    assert_eq!(movement("/leave Ana, Ben"), (false, "Ana; Ben".to_owned()));
    for (line, key) in [
        ("/action Ana,: call", "error-unknown-name"),
        ("/action Ana, Zoe: call", "error-unknown-name"),
        ("/arrive Chen, U (guest)", "error-guests-apart"),
        ("/arrive U, V (guest)", "error-unknown-name"),
        ("/arrive Chen, Ana", "error-already-here"),
        ("/leave Ana, Chen", "error-unknown-name"),
    ] {
        room.refused(&["Ana, Ben", "ok", "ok", line], key);
    }
    let guest = ["Ana, Ben, U (guest)", "ok", "ok", "/leave Ana, U"];
    room.refused(&guest, "error-guests-apart");
}

#[test]
fn several_proposers_have_no_clarifying_question_and_the_first_one_here_answers() {
    let room = garden().steps("clarify");
    let open = ["all but Dana", "ok", "ok", "decide Hens", "text Six."];
    let drafted = |more: &[&'static str]| [&open[..], more].concat();
    room.check(&drafted(&["by Dana, Chen", "ok"]), "clarify: Ana, Ben");
    room.check(&drafted(&["by Dana, Chen", "ok", "why?"]), "answer to Ana: Chen");
    room.check(&drafted(&["by Dana, Chen", "ok", "why?", "/leave Chen"]), "answer to Ana: Ben");
    room.check(&drafted(&["by Dana, Chen", "by Ben", "ok"]), "clarify: Ana, Chen");
    let decided = drafted(&["by Ana and Chen", "ok", "ok", "ok", "ok", "ok", "ok", "ok"]);
    assert!(last(&room.meet(&decided)).contains("by: Some(Ana), with: [Chen], version: 1"));
    // A second `about` adds to the first one.
    let about = |item: &Item| item.proposal().about.join(", ");
    room.item(&drafted(&["about Ana, Ben", "about Chen"]), about, "Ana, Ben, Chen");
    room.check(&drafted(&["about Ana and Ben", "ok", "ok", "ok", "ok", "ok"]), "consent 1: Chen");
}

#[test]
fn behind_by_in_a_title_a_script_has_one_name_and_a_terminal_a_list() {
    let room = garden().members(&["Ana", "Ben", "Chen"]);
    let meeting = room.meet(&["ok", "ok", "ok"]);
    let listed = |words: &Words, line: &str| {
        let background = &room.background;
        let talk = Talk { meeting: &meeting, background, words, now: room.opens };
        let Ok(Response::Fact(What::Began(entry))) = talk.hear(&said(line)) else { panic!() };
        (entry.title.clone(), entry.people().cloned().collect::<Vec<_>>().join(", "))
    };
    let check = |words: &Words, line, title: &str, people: &str| {
        assert_eq!(listed(words, line), (title.to_owned(), people.to_owned()), "{line}");
    };
    check(&Words::of(Lang::En), "decide Oven by Ana, Ben", "Oven by Ana, Ben", "");
    let english = Words::of(Lang::En).at_terminal();
    check(&english, "decide Oven by Ana, Ben 20 min", "Oven", "Ana, Ben");
    check(&english, "decide Stand by Ana by Ben and Chen", "Stand by Ana", "Ben, Chen");
    check(&english, "decide Oven by Ana, Zoe", "Oven by Ana, Zoe", "");
    let german = Words::of(Lang::De).at_terminal();
    check(&german, "entscheiden Ofen von Ana und Ben", "Ofen", "Ana, Ben");
}

#[test]
fn at_a_terminal_a_topic_of_another_kind_keeps_who_brings_it_and_its_minutes() {
    let mut room = garden();
    let (by, minutes) = (Some("Ana".to_owned()), Some(15));
    let with = vec!["Ben".to_owned()];
    let topic = Topic { title: "Oven".to_owned(), by, with, minutes, ..Topic::default() };
    room.background.topics.push(topic);
    let meeting = room.meet(&["ok", "ok", "ok"]);
    let begun = |words: &Words| {
        let background = &room.background;
        let talk = Talk { meeting: &meeting, background, words, now: room.opens };
        let Ok(Response::Fact(What::Began(entry))) = talk.hear(&said("decide oven")) else {
            panic!()
        };
        (entry.people().count(), entry.minutes)
    };
    assert_eq!(begun(&Words::of(Lang::En)), (0, None));
    assert_eq!(begun(&Words::of(Lang::En).at_terminal()), (2, Some(15)));
}
