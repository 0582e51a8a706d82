//! Shows the progress of a long run in one line on standard error, if that is a terminal.
//!
//! Never shows anything of a run that takes less than a second.
#![expect(clippy::disallowed_methods, reason = "measures how long a run takes")]

use std::io::{self, IsTerminal};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::terminal::{Look, output};

/// How long a run takes before its progress is shown.
const LONG: Duration = Duration::from_secs(1);

/// The least time between two updates of the line.
const PAUSE: Duration = Duration::from_millis(100);

/// The progress of a run, which may be on several cores.
#[derive(Debug)]
pub(crate) struct Progress {
    count: usize,
    began: Instant,
    /// Whether standard error is a terminal on which a line can be printed over.
    is_seen: bool,
    drawn: Mutex<Drawn>,
}

/// What is done, and what is on the screen.
#[derive(Debug, Default)]
struct Drawn {
    /// How many things are done.
    done: usize,
    /// When the line was printed last.
    at: Option<Instant>,
    /// The width of the line on the screen; 0 if there is none.
    width: usize,
}

impl Progress {
    /// Begins a run of `count` things. Nothing is shown on a plain page, nor of one thing.
    pub(crate) fn new(count: usize, look: Look) -> Self {
        let is_seen = count > 1 && look != Look::Plain && io::stderr().is_terminal();
        Self { count, began: Instant::now(), is_seen, drawn: Mutex::default() }
    }

    /// Counts one thing as done.
    pub(crate) fn step(&self) {
        let Ok(mut drawn) = self.drawn.lock() else { return };
        drawn.done += 1;
        if self.is_seen
            && let Some(line) = self.line(&mut drawn, Instant::now())
        {
            output::redraw(&line);
        }
    }

    /// Removes the line, so that something else can be printed.
    pub(crate) fn clear(&self) {
        let Ok(mut drawn) = self.drawn.lock() else { return };
        if drawn.width > 0 {
            output::redraw(&format!("{}\r", " ".repeat(drawn.width)));
            drawn.width = 0;
        }
    }

    /// Returns the line to print, if an update is due.
    fn line(&self, drawn: &mut Drawn, now: Instant) -> Option<String> {
        let is_soon = drawn.at.is_some_and(|it| now.duration_since(it) < PAUSE);
        if is_soon || now.duration_since(self.began) < LONG {
            return None;
        }
        let line = format!("{}/{}", drawn.done, self.count);
        (drawn.at, drawn.width) = (Some(now), line.len());
        Some(line)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_shown_in_the_first_second_and_then_at_most_ten_lines_a_second() {
        let progress = Progress::new(300, Look::Plain);
        let mut shown = Vec::new();
        for step in 1..=100 {
            progress.step();
            let now = progress.began + Duration::from_millis(15 * step);
            shown.extend(progress.line(&mut progress.drawn.lock().unwrap(), now));
        }
        assert_eq!(shown, ["67/300", "74/300", "81/300", "88/300", "95/300"]);
        progress.clear();
        assert_eq!(progress.drawn.lock().unwrap().width, 0);
    }

    #[test]
    fn nothing_is_shown_on_a_plain_page() {
        assert!(!Progress::new(3, Look::Plain).is_seen);
    }
}
