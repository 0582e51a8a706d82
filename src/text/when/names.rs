//! The words of days, times and terms, taken from the language files.

use chrono::Weekday;

use crate::lang::{LANGUAGES, Lang, Words, say};
use crate::text::fold;

/// A name of a month or weekday, folded, and whether it is an abbreviation.
pub(crate) struct Name<T> {
    pub(crate) text: String,
    pub(crate) meaning: T,
    pub(crate) short: bool,
}

/// The words of days, times and terms in the reader's language and in English, folded.
#[derive(Default)]
pub(crate) struct DayNames {
    pub(crate) months: Vec<Name<u32>>,
    pub(crate) weekdays: Vec<Name<Weekday>>,
    /// Words for today and tomorrow, with the days to add.
    pub(crate) relative: Vec<(String, u64)>,
    /// Words before a term that is counted from today: `in`.
    pub(crate) within: Vec<String>,
    /// Words for the number one before a unit: `a`.
    pub(crate) one: Vec<String>,
    /// Words for a half before a year: `half a`.
    pub(crate) half: Vec<String>,
    /// The units of terms: `Y`, `M`, `W`, `D`.
    pub(crate) units: Vec<(String, char)>,
    /// Words that may stand before a day: `on`.
    pub(crate) on: Vec<String>,
    /// Words that may stand in a date and say nothing: `of`.
    pub(crate) fillers: Vec<String>,
    /// What may follow the number of a day: `.`, `th`.
    pub(crate) endings: Vec<String>,
    /// Words before a time of day: `at`.
    pub(crate) at: Vec<String>,
    /// Words after an hour: `o'clock`.
    pub(crate) hour: Vec<String>,
    pub(crate) am: Vec<String>,
    pub(crate) pm: Vec<String>,
    /// Whether `4/12` is a day: not in English, where it can be two.
    pub(crate) slashes: bool,
}

impl DayNames {
    /// Collects the words of the reader's language and of English.
    pub(crate) fn of(words: &Words) -> Self {
        let mut names = Self { slashes: words.lang() != Lang::En, ..Self::default() };
        names.add(words);
        if words.lang() != LANGUAGES[0] {
            names.add(&Words::of(LANGUAGES[0]));
        }
        names
    }

    /// Returns the unit of terms that a folded word names.
    pub(crate) fn unit(&self, word: &str) -> Option<char> {
        self.units.iter().find(|(name, _)| name == word).map(|(_, unit)| *unit)
    }

    fn add(&mut self, words: &Words) {
        let list = |phrase| words.list_of(&phrase).into_iter().map(|it| fold(&it));
        let mut short = list(say!("short-months"));
        for number in 1..=12 {
            let whole = fold(&words.month(number));
            self.months.push(Name { text: whole, meaning: number, short: false });
            let short = short.next().unwrap_or_default();
            self.months.extend(short.split_whitespace().map(|it| Name {
                text: it.to_owned(),
                meaning: number,
                short: true,
            }));
        }
        let mut short = list(say!("short-weekdays"));
        for day in WEEK {
            let whole = fold(&words.weekday(day));
            self.weekdays.push(Name { text: whole, meaning: day, short: false });
            let short = short.next().unwrap_or_default();
            self.weekdays.extend(short.split_whitespace().map(|it| Name {
                text: it.to_owned(),
                meaning: day,
                short: true,
            }));
        }
        self.relative.extend(list(say!("day-today")).map(|it| (it, 0)));
        self.relative.extend(list(say!("day-tomorrow")).map(|it| (it, 1)));
        self.within.extend(list(say!("day-in")));
        self.on.extend(list(say!("day-on")));
        self.fillers.extend(list(say!("day-of")));
        self.endings.extend(list(say!("day-ending")));
        self.at.extend(list(say!("time-before")));
        self.hour.extend(list(say!("time-hour")));
        self.am.extend(list(say!("time-am")));
        self.pm.extend(list(say!("time-pm")));
        self.one.extend(list(say!("term-one")));
        self.half.extend(list(say!("term-half")));
        self.units.extend(list(say!("term-years")).map(|it| (it, 'Y')));
        self.units.extend(list(say!("term-months")).map(|it| (it, 'M')));
        self.units.extend(list(say!("term-weeks")).map(|it| (it, 'W')));
        self.units.extend(list(say!("term-days")).map(|it| (it, 'D')));
    }
}

/// The days of a week.
pub(crate) const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];
