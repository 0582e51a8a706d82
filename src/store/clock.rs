//! What time it is.
//!
//! The only file that reads the clock. Moments have whole seconds, as journals write them.
#![expect(clippy::disallowed_methods, reason = "this is the file that reads the clock")]

use chrono::{Local, SubsecRound};

use crate::meeting::Moment;

/// Where the time of a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Clock {
    /// The computer's clock.
    Live,
    /// A moment somebody named: a meeting typed up later.
    Set(Moment),
}

/// Returns this moment, with the offset of the place where we are.
pub(crate) fn now() -> Moment {
    Local::now().fixed_offset().trunc_subsecs(0)
}

impl Clock {
    /// Returns the moment of the next fact, `last` being that of the fact before.
    ///
    /// A computer's clock that was set back counts as `last`. A moment somebody named is
    /// returned as it is: who takes it has compared it with the facts.
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
    fn a_clock_set_back_counts_as_the_last_fact() {
        let ahead = now() + TimeDelta::hours(1);
        assert_eq!(Clock::Live.now(Some(ahead)), ahead);
        let past = now() - TimeDelta::hours(1);
        assert!(Clock::Live.now(Some(past)) > past);
        assert_eq!(Clock::Set(past).now(Some(ahead)), past);
    }
}
