//! Reads any bytes as a text of this kind: see `check`.
#![no_main]

#[path = "../check.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check::check(bytes, rounds::fuzz::topic));
