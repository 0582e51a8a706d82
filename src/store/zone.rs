//! Times of day in a time zone, from the zone files of the system.
//!
//! A table of all zones in the program (chrono-tz) would add 1.9 MB to it, and would be as old as the
//! program is. Reading the files of the system adds 40 kB. Windows has no such files, so that only there
//! the program has a table.
#![expect(clippy::disallowed_methods, reason = "one of the few files that read the environment")]

use std::env;

use chrono::{DateTime, Datelike, NaiveDateTime, Timelike, Utc};
use tz::TimeZone;

use crate::store::system;

/// Returns whether the system knows a time zone by this name.
pub(crate) fn is_known(name: &str) -> bool {
    zone(name).is_some()
}

/// Returns the moment of a local time; `None` if the system does not know the zone. Of a time that
/// comes twice it is the first one.
pub(crate) fn moment(name: &str, local: NaiveDateTime) -> Option<DateTime<Utc>> {
    let zone = zone(name)?;
    let part = |it: u32| u8::try_from(it).ok();
    let (month, day) = (part(local.month())?, part(local.day())?);
    let (hour, minute) = (part(local.hour())?, part(local.minute())?);
    let found = tz::DateTime::find(local.year(), month, day, hour, minute, 0, 0, zone.as_ref());
    DateTime::from_timestamp(found.ok()?.earliest()?.unix_time(), 0)
}

/// Returns the time zone of the system, if it has the name of a place. The environment variable `TZ`
/// goes before the settings of the system.
pub(crate) fn of_system() -> Option<String> {
    let name = match env::var("TZ") {
        Ok(name) => name,
        Err(_) => iana_time_zone::get_timezone().ok()?,
    };
    // A system that is set to universal time does not say where people meet.
    let is_place = name.contains('/') && !name.starts_with("Etc/");
    Some(name).filter(|it| is_place && is_known(it))
}

fn zone(name: &str) -> Option<TimeZone> {
    let is_name = |it: char| it.is_ascii_alphanumeric() || "/_+-".contains(it);
    if name.is_empty() || name.starts_with('/') || !name.chars().all(is_name) {
        return None;
    }
    system::time_zone(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(zone: &str, local: &str, expected: &str) {
        let found = moment(zone, local.parse().unwrap());
        assert_eq!(found.map(|it| it.format("%dT%H:%MZ").to_string()).as_deref(), Some(expected));
    }

    #[test]
    fn a_local_time_is_a_moment_in_summer_in_winter_and_far_ahead() {
        check("Europe/Berlin", "2026-10-24T19:00:00", "24T17:00Z");
        check("Europe/Berlin", "2026-10-26T19:00:00", "26T18:00Z");
        check("Europe/Berlin", "2099-07-01T19:00:00", "01T17:00Z");
        check("Asia/Kolkata", "2026-01-01T00:10:00", "31T18:40Z");
    }

    #[test]
    fn a_time_that_comes_twice_is_the_first_and_one_left_out_is_none_before_it() {
        check("Europe/Berlin", "2026-10-25T02:30:00", "25T00:30Z");
        check("Europe/Berlin", "2026-03-29T02:30:00", "29T01:00Z");
    }

    #[test]
    fn only_names_of_zones_are_looked_up() {
        for name in ["", "Nowhere/Town", "/etc/localtime", "../zoneinfo/UTC", "CET-1CEST", "Grün"]
        {
            assert!(!is_known(name), "{name}");
        }
    }
}
