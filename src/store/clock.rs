//! The current time, in whole seconds as journals write it.
//!
//! No other file reads the clock.
#![expect(clippy::disallowed_methods, reason = "this is the file that reads the clock")]

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Datelike, Local, SubsecRound};

use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::Moment;

/// The source of the times of facts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Clock {
    /// The system clock.
    Live,
    /// A given moment, for a meeting that is typed up later.
    Set(Moment),
}

/// Returns the current moment, with the local offset. [`check`] finds the clocks whose moment cannot be
/// written; it is the beginning of 1970 then.
pub(crate) fn now() -> Moment {
    read().unwrap_or_else(|| DateTime::UNIX_EPOCH.fixed_offset())
}

/// Refuses a clock that is before 1970 or after 9999, which files cannot say.
pub(crate) fn check() -> Result<()> {
    match read() {
        Some(_) => Ok(()),
        None => Err(Error::new(say!("error-clock-wrong")).hint(say!("hint-clock"))),
    }
}

fn read() -> Option<Moment> {
    at(SystemTime::now())
}

/// Returns a moment of the system with the local offset, if it lies between 1970 and 9999.
fn at(time: SystemTime) -> Option<Moment> {
    // `Local::now` and the conversion in chrono panic outside what they can hold.
    let since: Duration = time.duration_since(UNIX_EPOCH).ok()?;
    let utc = DateTime::from_timestamp(since.as_secs().try_into().ok()?, 0)?;
    let is_sayable = (1970..=9999).contains(&utc.year());
    let moment = is_sayable.then(|| utc.with_timezone(&Local).fixed_offset().trunc_subsecs(0))?;
    // The local offset may have moved the year.
    (1970..=9999).contains(&moment.year()).then_some(moment)
}

impl Clock {
    /// Returns the moment of the next fact; `last` is that of the fact before it.
    ///
    /// The system clock never yields a moment before `last`. A given moment is returned unchanged,
    /// because the caller has compared it with the facts.
    pub(crate) fn now(self, last: Option<Moment>) -> Moment {
        match (self, last) {
            (Self::Live, None) => now(),
            // A clock that cannot be read any more counts as one that stands still.
            (Self::Live, Some(last)) => now().max(last),
            (Self::Set(moment), _) => moment,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, Timelike};

    use super::Duration as Seconds;

    use super::*;
    use crate::lang::{Lang, Words};

    #[test]
    fn a_clock_before_1970_or_after_9999_is_none_and_no_panic() {
        let after = |seconds: u64| UNIX_EPOCH.checked_add(Seconds::from_secs(seconds));
        assert_eq!(UNIX_EPOCH.checked_sub(Seconds::from_secs(1)).and_then(at), None);
        assert_eq!(after(253_402_300_800).and_then(at), None);
        assert_eq!(after(i64::MAX.unsigned_abs()).and_then(at), None);
        assert!(after(253_402_000_000).and_then(at).is_some());
        assert!(after(200_000).and_then(at).is_some());
        assert_eq!(check(), Ok(()));
        assert_eq!(
            Error::new(say!("error-clock-wrong")).say(&Words::of(Lang::En)),
            "error: the clock of this computer is before 1970 or after 9999"
        );
    }

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
