//! Lets calls fail on purpose, for tests.
//!
//! `ROUNDS_FAULT` holds the path of a file, to which the name of each call is written, and then
//! optionally the number of a call and how it fails: `/tmp/calls 17 ENOSPC`. Builds without debug
//! assertions, as releases are, have none of this.

use std::cell::RefCell;
use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::{env, process};

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// With this error, once.
    Error(ErrorKind),
    /// It writes only the first half, and no error is reported.
    Short,
    /// It and all later calls that need space fail; what is written is written by half.
    Full,
    /// The program ends as in a crash, after it has written the first half.
    Stop,
}

impl Way {
    fn named(name: &str) -> Option<Self> {
        match name {
            "EIO" => Some(Self::Error(ErrorKind::Other)),
            "ENOSPC" => Some(Self::Error(ErrorKind::StorageFull)),
            "EACCES" => Some(Self::Error(ErrorKind::PermissionDenied)),
            "EINTR" => Some(Self::Error(ErrorKind::Interrupted)),
            "short" => Some(Self::Short),
            "full" => Some(Self::Full),
            "stop" => Some(Self::Stop),
            _ => None,
        }
    }
}

/// The calls made so far, and the one that fails.
#[derive(Debug, Default)]
struct Plan {
    made: u32,
    fault: Option<(u32, Way)>,
    names: Option<PathBuf>,
}

thread_local! {
    static PLAN: RefCell<Plan> = RefCell::new(Plan::told());
}

impl Plan {
    /// Reads the plan of a process from its environment.
    fn told() -> Self {
        let told = env::var("ROUNDS_FAULT").unwrap_or_default();
        let mut words = told.split_whitespace();
        let names = words.next().map(PathBuf::from);
        let number = words.next().and_then(|it| it.parse().ok());
        Self { made: 0, fault: number.zip(words.next().and_then(Way::named)), names }
    }

    fn note(&self, name: &str) {
        let Some(names) = &self.names else { return };
        let file = OpenOptions::new().create(true).append(true).open(names);
        let _ = file.and_then(|mut it| writeln!(it, "{name}"));
    }
}

/// Sets which of the following calls of this thread fails: 1 is the next one.
#[cfg(test)]
pub(crate) fn plan(number: u32, way: Way) {
    PLAN.set(Plan { fault: Some((number, way)), ..Plan::default() });
}

/// Counts a call, and fails if it is to fail.
pub(super) fn before(name: &str) -> io::Result<()> {
    PLAN.with_borrow_mut(|plan| {
        plan.made += 1;
        plan.note(name);
        let Some((at, way)) = plan.fault else { return Ok(()) };
        // The first half is written before the fault shows.
        let begins = plan.made > at || (plan.made == at && name != "write");
        let needs_space = ["mkdir", "create", "open", "write", "rename"].contains(&name);
        match way {
            Way::Error(error) if plan.made == at => Err(error.into()),
            Way::Full if begins && needs_space => Err(ErrorKind::StorageFull.into()),
            Way::Stop if begins => process::abort(),
            _ => Ok(()),
        }
    })
}

/// Returns the part of the bytes that the call counted last is to write.
pub(super) fn part(bytes: &[u8]) -> &[u8] {
    let is_cut = PLAN.with_borrow(|plan| plan.fault.is_some_and(|(at, _)| at == plan.made));
    if is_cut { &bytes[..bytes.len().div_ceil(2)] } else { bytes }
}
