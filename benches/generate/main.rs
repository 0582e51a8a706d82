//! Writes big folders for measurements, the same each time.
//!
//! `cargo run --release --example generate -- KIND DIR COUNT`, with one of these kinds:
//!
//! | KIND | COUNT | measures |
//! |---|---|---|
//! | `meetings` | meetings of 200 facts, with their records | `rounds replay` |
//! | `decisions` | decisions, and in `adr` the same for `adrs` | `rounds log`, `adrs search` |
//! | `circles` | circles below DIR, each with ten meetings and their records | `rounds due` |
//! | `minutes` | facts of one meeting, and in `meetbot` as many lines said | `rounds minutes`, `meetbot` |
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "writes files, and says how many"
)]

mod circles;
mod decisions;
mod meetings;
mod minutes;
mod session;

use std::path::{Path, PathBuf};
use std::{fs, thread};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    let [kind, folder, count] = &args[..] else { panic!("KIND DIR COUNT") };
    let (folder, count) = (PathBuf::from(folder), count.parse().expect("COUNT is a number"));
    let summary = match kind.as_str() {
        "meetings" => meetings::write(&folder, count),
        "decisions" => decisions::write(&folder, count),
        "circles" => circles::write(&folder, count),
        "minutes" => minutes::write(&folder, count),
        _ => panic!("KIND is meetings, decisions, circles or minutes"),
    };
    println!("{summary}");
}

/// Writes a file and its folders.
fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap_or(path)).expect("a folder can be made");
    fs::write(path, text).expect("a file can be written");
}

/// Runs `work` for each number below `count` on all cores, and returns the sum of its results.
fn on_all_cores(count: u32, work: impl Fn(u32) -> usize + Sync) -> usize {
    let cores = u32::try_from(thread::available_parallelism().map_or(1, usize::from)).unwrap_or(1);
    let work = &work;
    thread::scope(|scope| {
        let part = |core: u32| {
            scope.spawn(move || (0..count).filter(|it| it % cores == core).map(work).sum::<usize>())
        };
        let parts: Vec<_> = (0..cores).map(part).collect();
        parts.into_iter().map(|it| it.join().expect("no thread panics")).sum()
    })
}
