//! The lines that the searches type.

/// Lines typed in every search: Ana arrives and leaves, Zoe is a guest.
pub(super) const LINES: [&str; 24] = [
    "ok",
    "pass",
    "call",
    "nonsense",
    "@Ana: ok",
    "@Ben: ok",
    "@Chen: ok",
    "@Zoe: ok",
    "@Ana: c hm",
    "@Ana: o no",
    "@Ben: o no",
    "@Chen: o no",
    "@Zoe: o no",
    "withdraw Ana",
    "withdraw Ben",
    "withdraw Chen",
    "/later",
    "/again",
    "/skip",
    "/leave Ana",
    "/arrive Ana",
    "/release 1",
    "/arrive 2 guests",
    "/approve",
];

/// Lines from the reactions on: one text is put to the circle, and may be amended into another.
pub(super) const DECIDING: [&str; 15] = [
    "c hm",
    "c Ana: hm",
    "c Zoe: hm",
    "o Ben: no",
    "o Zoe: no",
    "a hm",
    "a Ana: hm",
    "@Ana: a hm",
    "/leave Chen",
    "I see.",
    "@Ana: I see.",
    "@Zoe: I see.",
    "text A",
    "text B",
    "/amend text B",
];

/// Lines from the nominations on: Chen holds a role that excludes this one.
pub(super) const SELECTING: [&str; 13] = [
    "Ben: calm",
    "Ana: kind",
    "Chen: near",
    "@Ana: Ben: calm",
    "@Ben: Ana: kind",
    "@Chen: Ben: calm",
    "@Zoe: Ben: calm",
    "put Ben: calm",
    "put Ana: kind",
    "put Chen: near",
    "put Zoe: far",
    "term 1 month",
    "/amend term 1 month",
];

/// Lines while it is said what a role asks for. A list has at most three.
pub(super) const QUALIFYING: [&str; 10] = [
    "ok",
    "calm",
    "kind",
    "remove 1",
    "remove 2",
    "/skip",
    "@Ana: o no",
    "@Zoe: o no",
    "/leave Ana",
    "/arrive Ana",
];

/// Lines from the role on: from which day, and until which. Chen holds a role that excludes this one
/// until November.
pub(super) const DATING: [&str; 18] = [
    "ok",
    "since 2026-09-01",
    "since 2026-10-01",
    "since 2026-12-01",
    "term 1 month",
    "Ben: calm",
    "Chen: near",
    "Chen until 2026-11-15: near",
    "Ben until 2026-09-20: calm",
    "put Ben: calm",
    "put Chen: near",
    "put Chen until 2027-01-01: near",
    "@Ana: o no",
    "@Chen: o no",
    "withdraw Ana",
    "withdraw Chen",
    "/leave Chen",
    "/arrive Chen",
];
