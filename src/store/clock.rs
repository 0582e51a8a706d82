//! The current time, in whole seconds as journals write it.
//!
//! No other file reads the clock.
#![expect(clippy::disallowed_methods, reason = "this is the file that reads the clock")]

use chrono::{Local, SubsecRound};

use crate::meeting::Moment;

/// The source of the times of facts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Clock {
    /// The system clock.
    Live,
    /// A given moment, for a meeting that is typed up later.
    Set(Moment),
}

/// Returns the current moment, with the local offset.
pub(crate) fn now() -> Moment {
    Local::now().fixed_offset().trunc_subsecs(0)
}

impl Clock {
    /// Returns the moment of the next fact; `last` is that of the fact before it.
    ///
    /// The system clock never yields a moment before `last`. A given moment is returned unchanged,
    /// because the caller has compared it with the facts.
    pub(crate) fn now(self, last: Option<Moment>) -> Moment {
        match (self, last) {
            (Self::Live, None) => now(),
            (Self::Live, Some(last)) => now().max(last),
            (Self::Set(moment), _) => moment,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, Timelike};

    use super::*;

    #[test]
    fn moments_have_whole_seconds() {
        assert_eq!(now().nanosecond(), 0);
    }

    #[test]
    fn a_clock_that_was_set_back_yields_the_last_moment() {
        let ahead = now() + TimeDelta::hours(1);
        assert_eq!(Clock::Live.now(Some(ahead)), ahead);
        let past = now() - TimeDelta::hours(1);
        assert!(Clock::Live.now(Some(past)) > past);
        assert_eq!(Clock::Set(past).now(Some(ahead)), past);
    }
}
