//! The id of a meeting: the file stem of its journal.

use std::cmp::Ordering;
use std::fmt;
use std::path::Path;

use chrono::NaiveDate;

/// The id of a meeting: `2026-09-05`, or `2026-09-05-2` for the second one of that day.
///
/// Ids are ordered by day, then by number. Other stems are sorted among them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MeetingId {
    stem: String,
}

impl MeetingId {
    /// The folder of journals and minutes.
    pub const FOLDER: &str = "meetings";

    /// The folder of decisions in writing. The id of one begins with it, and its first file is the
    /// journal of what was put.
    pub const WRITTEN: &str = "written";

    /// Makes an id of a file stem.
    pub fn new(stem: impl Into<String>) -> Self {
        Self { stem: stem.into() }
    }

    /// Returns the id for the path of a journal or of minutes.
    pub fn of(path: &Path) -> Self {
        Self::new(path.file_stem().unwrap_or_default().to_string_lossy())
    }

    /// Returns the id of a day's first meeting (`number` 1), second and so on.
    pub fn on(day: NaiveDate, number: u32) -> Self {
        Self::new(if number == 1 { day.to_string() } else { format!("{day}-{number}") })
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.stem
    }

    /// Returns the path of the journal in the circle's folder.
    pub fn journal(&self) -> String {
        if self.is_written() {
            return format!("{}/1.toml", self.stem);
        }
        format!("{}/{}.toml", Self::FOLDER, self.stem)
    }

    /// Returns the path of the minutes in the circle's folder.
    pub fn minutes(&self) -> String {
        format!("{}/{}.md", Self::FOLDER, self.stem)
    }

    /// Returns whether the meeting is on a later day.
    pub fn is_after(&self, day: NaiveDate) -> bool {
        self.parts().0 > day.to_string().as_str()
    }

    /// Returns whether the meeting is on this day.
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.parts().0 == day.to_string()
    }

    /// Returns the number of the meeting on its day; `None` for a stem in another format.
    pub fn number(&self) -> Option<u32> {
        let (day, rest) = self.parts();
        day.parse::<NaiveDate>().ok()?;
        match rest.strip_prefix('-') {
            None => rest.is_empty().then_some(1),
            Some(number) => number.parse().ok().filter(|it| *it > 1),
        }
    }

    /// Returns the day of the meeting; `None` for a stem in another format.
    pub fn day(&self) -> Option<NaiveDate> {
        self.parts().0.parse().ok()
    }

    /// Returns whether it is that of a decision in writing.
    pub fn is_written(&self) -> bool {
        self.in_folder().is_some()
    }

    fn in_folder(&self) -> Option<&str> {
        self.stem.strip_prefix(Self::WRITTEN)?.strip_prefix('/')
    }

    /// Splits the id into its day and the rest.
    fn parts(&self) -> (&str, &str) {
        let stem = self.in_folder().unwrap_or(&self.stem);
        stem.split_at_checked("2026-09-05".len()).unwrap_or((stem, ""))
    }

    fn order(&self) -> (&str, u64, &str) {
        let (day, rest) = self.parts();
        let number = match rest.strip_prefix('-') {
            Some(number) => number.parse().unwrap_or(u64::MAX),
            None => 1,
        };
        (day, number, &self.stem)
    }
}

impl Ord for MeetingId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for MeetingId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for MeetingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_in_the_order_of_their_days_and_numbers() {
        let stems = [
            "2025-12-30-2",
            "2026-09-05",
            "2026-09-05-2",
            "2026-09-05-10",
            "2026-09-05-retreat",
            "2026-09-19",
        ];
        let mut ids: Vec<MeetingId> = stems.iter().rev().map(|it| MeetingId::new(*it)).collect();
        ids.sort();
        assert_eq!(ids.iter().map(MeetingId::as_str).collect::<Vec<_>>(), stems);
        let numbers: Vec<_> = ids.iter().map(MeetingId::number).collect();
        assert_eq!(numbers, [Some(2), Some(1), Some(2), Some(10), None, Some(1)]);
    }

    #[test]
    fn ids_are_compared_with_days() {
        let day = "2026-09-05".parse().unwrap();
        assert_eq!(MeetingId::on(day, 2).as_str(), "2026-09-05-2");
        assert!(MeetingId::on(day, 2).is_on(day) && !MeetingId::on(day, 2).is_after(day));
        assert!(MeetingId::new("2026-09-06").is_after(day));
        assert_eq!(MeetingId::of(Path::new("meetings/2026-09-05.toml")), MeetingId::on(day, 1));
    }
}
