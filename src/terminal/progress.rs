//! Shows the progress of a long run in one line on standard error, if that is a terminal.
//!
//! Never shows anything of a run that takes less than a second.
#![expect(clippy::disallowed_methods, reason = "measures how long a run takes")]

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use crate::terminal::{Look, output};

/// How long a run takes before its progress is shown.
const LONG: Duration = Duration::from_secs(1);

/// The least time between two updates of the line.
const PAUSE: Duration = Duration::from_millis(100);

/// The progress of a run.
#[derive(Debug)]
pub(crate) struct Progress {
    count: usize,
    /// How many things are done.
    done: usize,
    began: Instant,
    /// Whether standard error is a terminal on which a line can be printed over.
    is_seen: bool,
    /// When the line was printed last.
    drawn: Option<Instant>,
    /// The width of the line on the screen; 0 if there is none.
    width: usize,
}

impl Progress {
    /// Begins a run of `count` things. Nothing is shown on a plain page.
    pub(crate) fn new(count: usize, look: Look) -> Self {
        let is_seen = look != Look::Plain && io::stderr().is_terminal();
        Self { count, done: 0, began: Instant::now(), is_seen, drawn: None, width: 0 }
    }

    /// Counts one thing as done.
    pub(crate) fn step(&mut self) {
        self.done += 1;
        if self.is_seen
            && let Some(line) = self.line(Instant::now())
        {
            output::redraw(&line);
        }
    }

    /// Removes the line, so that something else can be printed.
    pub(crate) fn clear(&mut self) {
        if self.width > 0 {
            output::redraw(&format!("{}\r", " ".repeat(self.width)));
            self.width = 0;
        }
    }

    /// Returns the line to print, if an update is due.
    fn line(&mut self, now: Instant) -> Option<String> {
        let is_soon = self.drawn.is_some_and(|it| now.duration_since(it) < PAUSE);
        if is_soon || now.duration_since(self.began) < LONG {
            return None;
        }
        let line = format!("{}/{}", self.done, self.count);
        (self.drawn, self.width) = (Some(now), line.len());
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
        let mut progress = Progress::new(300, Look::Plain);
        let began = progress.began;
        let mut shown = Vec::new();
        for step in 1..=100 {
            progress.step();
            let line = progress.line(began + Duration::from_millis(15 * step));
            shown.extend(line);
        }
        assert_eq!(shown, ["67/300", "74/300", "81/300", "88/300", "95/300"]);
        progress.clear();
        assert_eq!(progress.width, 0);
    }

    #[test]
    fn nothing_is_shown_on_a_plain_page() {
        assert!(!Progress::new(3, Look::Plain).is_seen);
    }
}
