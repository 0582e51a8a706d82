//! Roles that exclude each other: nobody can be elected to both.

use super::{Room, election, garden};
use crate::circle::{Role, RoleKind};

/// A circle whose last meeting elected Dana as leader while she was away.
fn linked() -> Room {
    let mut room = garden();
    let role = |name: &str, kind| {
        let blank = garden().circle.roles[0].clone();
        Role { name: name.to_owned(), kind: Some(kind), holder: None, ..blank }
    };
    room.circle.roles.push(role("Leader", RoleKind::Leader));
    room.circle.roles.push(role("Delegate", RoleKind::Delegate));
    room.background.elections.push(election("Leader", "Dana", false));
    room
}

/// Answers that put Dana forward as delegate without objections.
const DELEGATE: [&str; 15] = [
    "ok",
    "ok",
    "ok",
    "select Delegate",
    "ok",
    "ok",
    "Dana: kind",
    "Dana: kind",
    "Dana: kind",
    "Dana: kind",
    "Dana: kind",
    "ok",
    "ok",
    "ok",
    "ok",
];

#[test]
fn who_becomes_leader_while_put_forward_is_not_elected_delegate() {
    linked().check(&DELEGATE, "announce 1");
    let accepts = [&DELEGATE[..], &["/accepted Dana"]].concat();
    linked().check(&accepts, "announce 1");
    linked().refused(&[&accepts[..], &["ok"]].concat(), "error-kept-apart");
}

#[test]
fn who_is_not_elected_for_that_makes_way_for_another() {
    let other = ["/accepted Dana", "@Ben o leads already", "put Chen: near", "ok"];
    let answers = [&DELEGATE[..], &other, &["ok", "ok", "ok", "ok", "ok"]].concat();
    linked().check(&answers, "choose");
}
