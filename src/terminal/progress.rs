//! How far a long run has come: one line on standard error, where somebody looks at it.
//!
//! It is gone before anything else is printed, and nothing is shown of a run that is over at once.
#![expect(clippy::disallowed_methods, reason = "measures how long a run takes")]

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use crate::terminal::{Look, output};

/// How long a run takes before anything is shown of it.
const LONG: Duration = Duration::from_secs(1);

/// How long what is shown stays as it is.
const PAUSE: Duration = Duration::from_millis(100);

/// How far a run has come.
#[derive(Debug)]
pub(crate) struct Progress {
    count: usize,
    place: usize,
    began: Instant,
    /// Whether somebody looks at standard error, and lines may be drawn anew there.
    is_seen: bool,
    /// When the line was drawn last.
    drawn: Option<Instant>,
    /// How wide the line is that stands there; 0 where none does.
    width: usize,
}

impl Progress {
    /// Begins a run of so many things. On a plain page nothing is ever drawn anew, and nothing is
    /// shown.
    pub(crate) fn new(count: usize, look: Look) -> Self {
        let is_seen = look != Look::Plain && io::stderr().is_terminal();
        Self { count, place: 0, began: Instant::now(), is_seen, drawn: None, width: 0 }
    }

    /// Counts one thing more.
    pub(crate) fn step(&mut self) {
        self.place += 1;
        if self.is_seen
            && let Some(line) = self.line(Instant::now())
        {
            output::redraw(&line);
        }
    }

    /// Takes the line away, so that something else can be printed.
    pub(crate) fn clear(&mut self) {
        if self.width > 0 {
            output::redraw(&format!("{}\r", " ".repeat(self.width)));
            self.width = 0;
        }
    }

    /// Returns the line to draw now, if it is time for one.
    fn line(&mut self, now: Instant) -> Option<String> {
        let is_time = now.duration_since(self.began) >= LONG
            && self.drawn.is_none_or(|it| now.duration_since(it) >= PAUSE);
        if !is_time {
            return None;
        }
        let line = format!("{}/{}", self.place, self.count);
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
    fn nothing_is_shown_within_a_second_and_then_ten_times_in_one() {
        let mut progress = Progress::new(300, Look::Plain);
        let began = progress.began;
        let mut shown = Vec::new();
        for place in 1..=100 {
            progress.step();
            let line = progress.line(began + Duration::from_millis(15 * place));
            shown.extend(line);
        }
        assert_eq!(shown, ["67/300", "74/300", "81/300", "88/300", "95/300"]);
        progress.clear();
        assert_eq!(progress.width, 0);
    }

    #[test]
    fn a_plain_page_has_no_line_that_is_drawn_anew() {
        assert!(!Progress::new(3, Look::Plain).is_seen);
    }
}
