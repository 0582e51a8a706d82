//! Names: similar ones, with blanks or apostrophes, of other scripts, with combining marks.

use super::{Room, garden};

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
    room.refused(&[&OPEN[..], &["@an ok"]].concat(), "error-several");
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
        room.refused(&lines, "error-several");
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
