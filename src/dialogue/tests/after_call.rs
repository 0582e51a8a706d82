//! What is said after a call, and standing aside: what stands, what makes it void, who may.

use super::{PUT, Room, concerns, garden, objections, put};
use crate::dialogue::{Input, Response, ScreenState, Talk};
use crate::lang::{Lang, Words};
use crate::meeting::{Fact, Item, Meeting, What};

fn room() -> Room {
    garden().calling().aside()
}

fn asides(item: &Item) -> String {
    let one = |it: &crate::meeting::Aside| format!("{} {}", it.who, it.reason);
    item.asides.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn facts(room: &Room, answers: &[&str]) -> String {
    format!("{:?}", room.meet(answers).facts().last().unwrap().what)
}

const STANDS: &str = "announce 1 after a call";

#[test]
fn a_concern_after_a_call_leaves_it_standing_and_needs_no_name() {
    let said = put(&["call", "c the summer", "c Ana: the noise", "concern ben: the bees"]);
    room().check(&said, STANDS);
    room().item(&said, concerns, "- the summer; Ana the noise; Ben the bees");
    room().check(&put(&["call", "c hm", "ok"]), "choose");
    room().refused(&put(&["call", "c"]), "error-no-concern");
    room().refused(&put(&["call", "c Ana:"]), "error-no-concern");
    // Said twice, it is noted twice.
    room().item(&put(&["call", "c hm", "c hm"]), concerns, "- hm; - hm");
}

#[test]
fn what_stands_before_a_colon_is_a_name_or_part_of_the_concern() {
    let concern = |line: &str| {
        let said = room().meet(&put(&["call", line]));
        concerns(said.state().items.last().unwrap())
    };
    assert_eq!(concern("c The end: when is it?"), "- The end: when is it?");
    assert_eq!(concern("c \\Ana: she sees to it"), "- Ana: she sees to it");
    assert_eq!(concern("c da: hm: well"), "Dana hm: well");
    let two = room().members(&["Ana Ott", "Ana Uhl", "Ben"]);
    let begun = ["ok", "ok", "ok", "decide Bees", "text B", "ok", "call", "c Ana: hm"];
    two.refused(&begun, "error-several-names");
}

#[test]
fn only_members_present_who_are_asked_have_a_voice_in_a_call() {
    let guest = put(&["/arrive Zoe (guest)", "call"]);
    let then = |line| [&guest[..], &[line]].concat();
    room().refused(&then("c Zoe: hm"), "error-guest-not-asked");
    room().refused(&then("o Zoe: no"), "error-guest-not-asked");
    room().refused(&then("a Zoe: hm"), "error-guest-not-asked");
    let mut away = put(&["call", "c Dana: hm"]);
    away[0] = "all but Dana";
    room().refused(&away, "error-not-present");
    let mut about = put(&["call", "c Dana: hm"]);
    about.insert(4, "about Dana");
    room().refused(&about, "error-not-asked");
    *about.last_mut().unwrap() = "o Dana: no";
    room().refused(&about, "error-not-asked");
    *about.last_mut().unwrap() = "a Dana: no";
    room().refused(&about, "error-not-asked");
    *about.last_mut().unwrap() = "@Dana a no";
    room().refused(&about, "error-not-asked");
}

#[test]
fn a_concern_after_a_call_survives_what_voids_the_call() {
    let noted = |answers: &[&'static str]| {
        room().item(&put(&[&["call", "c Ana: hm"], answers].concat()), concerns, "Ana hm");
    };
    noted(&["@Dana ok"]);
    noted(&["@Ana ok"]);
    noted(&["@Ana c hm", "@Ana ok"]);
    noted(&["/again", "call"]);
    noted(&["/leave Ana", "/arrive Ana"]);
    noted(&["o Ben: no"]);
    room().item(&put(&["call", "c Ana: hm", "/undo"]), concerns, "");
    let twice = put(&["call", "c hm", "/amend text At nine.", "call", "c hm", "ok"]);
    let versions = |item: &Item| {
        format!("{:?}", item.concerns.iter().map(|it| it.version).collect::<Vec<_>>())
    };
    room().item(&twice, versions, "[1, 2]");
}

#[test]
fn a_concern_without_a_round_is_only_taken_after_a_call() {
    room().check(&put(&["c hm"]), "consent 1: Ben, Chen, Dana");
    let round = put(&["ok", "ok", "ok", "ok", "c hm"]);
    room().refused(&round, "error-no-answer");
    for line in ["o Ana: no", "a Ana: hm"] {
        let round = put(&["ok", "ok", "ok", "ok", line]);
        room().refused(&round, "error-no-answer");
    }
    let agenda = ["ok", "ok", "ok", "decide Bees", "ok"];
    for line in ["c hm", "c Ana: hm", "o Ana: no", "a Ana: hm"] {
        let answers = [&agenda[..], &[line]].concat();
        room().steps("agenda").refused(&answers, "error-no-answer");
    }
}

#[test]
fn one_objection_to_a_call_brings_it_to_the_objections() {
    let objected = put(&["call", "o Ben: too loud"]);
    room().check(&objected, "objections 1: Ben too loud");
    room().check(&put(&["call", "object Ben: too loud"]), "objections 1: Ben too loud");
    room().refused(&put(&["call", "o too loud"]), "error-whose-answer");
    room().refused(&put(&["call", "o Zoe: too loud"]), "error-unknown-name");
    room().refused(&put(&["call", "o Ben:"]), "error-no-reason");
    let then = |answers: &[&'static str]| [&objected[..], answers].concat();
    room().check(&then(&["@Ana o too dear"]), "objections 1: Ben too loud; Ana too dear");
    room().check(&then(&["/again"]), "consent 1: Ana, Ben, Chen, Dana");
    room().check(&then(&["text At nine.", "ok", "call"]), "announce 2 after a call");
    room().check(&then(&["withdraw Ben", "ok", "call", "ok"]), "choose");
    room().item(&then(&["text At nine.", "ok", "call"]), objections, "Ben too loud (text)");
    room().refused(&then(&["c hm"]), "error-no-answer");
}

#[test]
fn answers_of_members_after_a_call_still_void_it_in_scripts() {
    let waits = "consent 1: Ana, Ben, Chen";
    for line in ["@Dana o no", "@Dana c hm", "@Dana ok"] {
        room().check(&put(&["call", line]), waits);
    }
    let fact = facts(&room(), &put(&["call", "@Dana o no"]));
    assert!(fact.contains("on: None"), "{fact}");
    // Who asked to be heard later is still asked last.
    room().check(&put(&["/later", "call", "@Dana c hm"]), "consent 1: Ben, Chen, Ana");
}

#[test]
fn who_stands_aside_neither_consents_nor_objects() {
    let aside = put(&["a I know too little", "ok", "ok", "ok"]);
    room().check(&aside, "announce 1");
    room().item(&aside, asides, "Ana I know too little");
    room().check(&[&aside[..], &["ok"]].concat(), "choose");
    room().check(&put(&["@Dana aside hm"]), "consent 1: Ana, Ben, Chen");
    room().refused(&put(&["a"]), "error-no-aside");
    let all = put(&["a w", "a x", "a y", "a z"]);
    room().check(&all, "announce 1");
    room().refused(&[&all[..], &["ok"]].concat(), "error-nobody-consented");
    // For the quorum they are present.
    room().quorum("4").check(&[&aside[..], &["ok"]].concat(), "choose");
}

#[test]
fn standing_aside_is_replaced_void_and_owed_anew_as_consent_is() {
    let heard = |answers: &[&str], expected: &str| room().item(&put(answers), asides, expected);
    heard(&["a hm", "@Ana a well"], "Ana well");
    heard(&["a hm", "@Ana ok"], "");
    heard(&["a hm", "@Ana o no"], "");
    heard(&["o no", "@Ana a hm"], "Ana hm");
    heard(&["a hm", "/amend text At nine."], "");
    heard(&["a hm", "ok", "ok", "ok", "/again"], "");
    heard(&["a hm", "/leave Ana"], "");
    heard(&["a hm", "/undo"], "");
    room().check(&put(&["o no", "@Ana a hm", "ok", "ok", "ok"]), "announce 1");
    room().check(
        &put(&["@Dana a hm", "/leave Dana", "/arrive Dana"]),
        "consent 1: Ana, Ben, Chen, Dana",
    );
    let objected = put(&["o no", "ok", "ok", "ok", "/again", "a hm", "ok", "ok", "ok"]);
    room().item(&objected, objections, "Ana no (withdrawn)");
}

#[test]
fn a_call_stands_when_somebody_stands_aside() {
    room().check(&put(&["call", "a Ana: hm", "a dan: well"]), STANDS);
    room().item(&put(&["call", "a Ana: hm", "a dan: well"]), asides, "Ana hm; Dana well");
    room().check(&put(&["call", "@Ana a hm"]), STANDS);
    room().check(&put(&["call", "a Ana: hm", "c Ana: yet", "ok"]), "choose");
    room().item(&put(&["call", "a Ana: hm", "a Ana: well"]), asides, "Ana well");
    room().refused(&put(&["call", "a hm"]), "error-whose-answer");
    room().refused(&put(&["call", "a Ana:"]), "error-no-aside");
    let all = put(&["call", "a Ana: w", "a Ben: x", "a Chen: y", "a Dana: z", "ok"]);
    room().refused(&all, "error-nobody-consented");
}

#[test]
fn a_void_call_voids_who_stood_aside_after_it() {
    let called = |answers: &[&'static str]| put(&[&["call", "a Ana: hm"], answers].concat());
    let everyone = "consent 1: Ana, Ben, Chen, Dana";
    room().check(&called(&["/again"]), everyone);
    room().check(&called(&["@Dana c hm"]), "consent 1: Ana, Ben, Chen");
    room().check(&called(&["/leave Dana", "/arrive Dana"]), everyone);
    room().check(&called(&["/leave Dana", "/arrive Dana", "call"]), STANDS);
    room().item(&called(&["/leave Dana", "/arrive Dana"]), asides, "");
    room().item(&called(&["@Dana c hm"]), asides, "");
    room().item(&called(&["/leave Ana"]), asides, "");
    room().check(&called(&["/leave Ana", "/leave Ben", "/leave Chen", "ok"]), "choose");
    let alone = called(&["/leave Ben", "/leave Chen", "/leave Dana", "ok"]);
    room().refused(&alone, "error-nobody-consented");
}

#[test]
fn without_the_rule_the_words_of_the_circle_are_shown() {
    for line in ["a hm", "@Dana a hm", "aside hm"] {
        garden().refused(&put(&[line]), "error-no-answer");
    }
    garden().calling().refused(&put(&["call", "a Ana: hm"]), "error-no-answer");
    garden().calling().refused(&put(&["call", "@Ana a hm"]), "error-no-answer");
}

#[test]
fn nobody_stands_aside_from_an_election() {
    let mut room = room();
    room = room.role("Keys", None, "");
    let nominate = ["Ben: calm"; 4];
    let begun = ["ok", "ok", "ok", "select Keys", "ok", "ok"];
    let answers = [&begun[..], &nominate, &["Ben: calm", "a hm"]].concat();
    room.refused(&answers, "error-aside-selection");
}

/// Gives answers as in a script, and hears the last one at a terminal.
fn at_terminal(lang: Lang, answers: &[&str], meant: bool) -> Result<Response, String> {
    let room = room();
    let (last, before) = answers.split_last().unwrap();
    let (meeting, words) = (room.meet(before), Words::of(lang).at_terminal());
    let talk =
        Talk { meeting: &meeting, background: &room.background, words: &words, now: room.opens };
    let said = Input { line: (*last).to_owned(), text: None };
    let heard = if meant { talk.hear_meant(&said) } else { talk.hear(&said) };
    heard.map_err(|it| it.message.key.to_owned())
}

#[track_caller]
fn asked_back(lang: Lang, line: &str, answer: &str, expected: &str) {
    let Ok(Response::AskBack(back)) = at_terminal(lang, &put(&["call", line]), false) else {
        panic!("`{line}` is not asked back")
    };
    let said = Input { line: answer.to_owned(), text: None };
    let meant = back.line(&said).unwrap_or_else(|| panic!("`{answer}` drops the question"));
    assert_eq!(meant.line, expected);
    // The line is taken, and not asked back about once more.
    match at_terminal(lang, &put(&["call", &meant.line]), true) {
        Ok(Response::Fact(What::Concerned(it))) => {
            assert_eq!((it.who.as_deref(), &*it.text), (Some("Dana"), "hm"));
            assert!(expected.starts_with("c "));
        }
        Ok(Response::Fact(What::Consented { who, concern, .. })) => {
            assert_eq!((&*who, concern.as_deref()), ("Dana", Some("hm")));
            assert!(expected.starts_with('@'));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_members_concern_after_a_call_is_asked_back_at_a_terminal() {
    asked_back(Lang::En, "@Dana c hm", "", "c Dana: hm");
    asked_back(Lang::En, "@Dana concern hm", "", "c Dana: hm");
    asked_back(Lang::En, "@Dana c hm", "Round", "@Dana c hm");
    asked_back(Lang::De, "@Dana Bedenken hm", "runde", "@Dana c hm");
    asked_back(Lang::En, "@Dana c hm", "no", "@Dana c hm");
    asked_back(Lang::De, "@Dana c hm", "ja", "c Dana: hm");
    let round = put(&["ok", "ok", "ok", "ok", "@Dana c hm"]);
    assert!(matches!(at_terminal(Lang::En, &round, false), Ok(Response::Fact(_))));
    let empty = at_terminal(Lang::En, &put(&["call", "@Dana c"]), false);
    assert_eq!(empty, Err("error-no-concern".to_owned()));
}

#[test]
fn a_members_objection_after_a_call_is_one_to_the_call_at_a_terminal() {
    for line in ["@Dana o no", "@Dana object no", "o Dana: no"] {
        let heard = at_terminal(Lang::En, &put(&["call", line]), false);
        let is_meant = matches!(&heard, Ok(Response::Fact(What::Objected { on: Some(_), who, .. })) if who == "Dana");
        assert!(is_meant, "{heard:?}");
    }
    let german = at_terminal(Lang::De, &put(&["call", "Einwand Dana: zu laut"]), false);
    assert!(matches!(german, Ok(Response::Fact(What::Objected { on: Some(_), .. }))));
    let german = at_terminal(Lang::De, &put(&["call", "beiseite Dana: neu hier"]), false);
    assert!(matches!(german, Ok(Response::Fact(What::StoodAside(_)))));
}

#[test]
fn a_journal_of_format_1_has_none_of_these_facts() {
    let (room, put) = (room(), put(&["call"]));
    for line in ["c hm", "o Ana: no", "a Ana: hm"] {
        let facts = room.meet(&[&put[..], &[line]].concat()).facts().to_vec();
        let (index, err) = Meeting::of(1, room.circle.clone(), facts.clone()).unwrap_err();
        assert_eq!(
            (index, err.message.key),
            (facts.len() - 1, "error-fact-not-in-format"),
            "{line}"
        );
    }
    let mut old = Meeting::of(1, room.circle.clone(), room.meet(&put).facts().to_vec()).unwrap();
    let what = What::Objected {
        who: "Ana".to_owned(),
        reason: "no".to_owned(),
        version: Some(1),
        on: None,
        meeting: None,
        seen: None,
        via: None,
        by: None,
    };
    old.record(Fact { what, at: room.opens }).unwrap();
}

/// Gives answers, and returns what the last prompt shows.
fn shown(room: &Room, answers: &[&str]) -> String {
    let (meeting, words) = (room.meet(answers), Words::of(Lang::En));
    let talk =
        Talk { meeting: &meeting, background: &room.background, words: &words, now: room.opens };
    format!("{:?}", talk.ask(&mut ScreenState::default()).shown)
}

#[test]
fn the_announcement_shows_what_was_said_and_names_only_who_consents() {
    let said = put(&["call", "c hm", "c Ben: the bees", "a Ana: new here"]);
    let announced = shown(&room(), &said);
    for part in [
        "nobody objects: Ben, Chen and Dana.",
        "A concern: hm",
        "Ben has a concern: the bees",
        "Ana stands aside: new here",
        "`a NAME: REASON`: stands aside",
    ] {
        assert!(announced.contains(part), "{part}: {announced}");
    }
    let bare = shown(&garden().calling(), &put(&["call"]));
    assert!(bare.contains("`o NAME: REASON`") && !bare.contains("stands aside"), "{bare}");
    let earlier = put(&["call", "c hm", "/amend text At nine.", "call"]);
    let earlier = shown(&room(), &earlier);
    assert!(earlier.contains("A concern about version 1: hm"), "{earlier}");
    let all = shown(&room(), &put(&["a w", "a x", "a y", "a z"]));
    assert!(all.contains("all stand aside, and nobody has consented"), "{all}");
    let objected = shown(&room(), &put(&["call", "o Ben: no"]));
    assert!(objected.contains("1 objection. The call is over"), "{objected}");
    let round = shown(&room(), &put(&["o no", "ok", "ok", "ok"]));
    assert!(round.contains("1 objection. The round is complete"), "{round}");
}

#[test]
fn the_round_shows_what_this_circle_can_type() {
    let typed = |room: &Room| shown(room, &PUT);
    let (aside, call) = ("`a REASON`: stands aside", "`call`: the room was asked");
    for (room, has_aside, has_call) in [
        (garden(), false, false),
        (garden().aside(), true, false),
        (garden().calling(), false, true),
        (room(), true, true),
    ] {
        let typed = typed(&room);
        assert_eq!((typed.contains(aside), typed.contains(call)), (has_aside, has_call), "{typed}");
    }
}

#[test]
fn a_concern_says_whose_it_was_taken_for() {
    let said = |line: &str| {
        let (room, words) = (room(), Words::of(Lang::En));
        let meeting = room.meet(&put(&["call"]));
        let talk = Talk {
            meeting: &meeting,
            background: &room.background,
            words: &words,
            now: room.opens,
        };
        match talk.hear(&Input { line: line.to_owned(), text: None }) {
            Ok(Response::Fact(what)) => format!("{:?} {:?}", talk.echo(&what), talk.told(&what)),
            other => panic!("{other:?}"),
        }
    };
    let named = said("c an: hm");
    assert!(named.contains("Ana has a concern: hm"), "{named}");
    assert!(named.contains("Ana has a concern about version 1: hm"), "{named}");
    let unnamed = said("c hm");
    assert!(unnamed.contains("A concern: hm"), "{unnamed}");
    assert!(unnamed.contains("A concern about version 1: hm"), "{unnamed}");
    let aside = said("a Ana: hm");
    assert!(aside.contains("Ana stands aside: hm"), "{aside}");
    assert!(aside.contains("Ana stands aside from version 1: hm"), "{aside}");
}
