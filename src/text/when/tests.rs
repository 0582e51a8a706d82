//! What is typed, and what is understood. Today is Sunday 29 November 2026.

use chrono::NaiveDate;

use super::{DayAndTime, DayNames, Reading, Year, day, day_and_time, span, time};
use crate::lang::{LANGUAGES, Lang, Words};
use crate::text::fold;

fn today() -> NaiveDate {
    "2026-11-29".parse().unwrap()
}

/// Reads a day: the day, `none` for the shape of a day that is none, `text` for anything else.
fn read(names: &DayNames, typed: &str, year: Year) -> String {
    match day(names, typed, today(), year) {
        Reading::Day(day) => day.to_string(),
        Reading::NoDay => "none".to_owned(),
        Reading::Text => "text".to_owned(),
    }
}

#[track_caller]
fn table(lang: Lang, year: Year, lines: &str) -> usize {
    let names = DayNames::of(&Words::of(lang));
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in lines.lines().map(str::trim).filter(|it| !it.is_empty()) {
        let (typed, expected) = line.split_once("->").unwrap();
        let (typed, expected) = (typed.trim().replace('~', "\u{a0}"), expected.trim());
        let understood = read(&names, &typed, year);
        count += 1;
        if understood != expected {
            wrong.push(format!("{typed} -> {understood}, not {expected}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    count
}

/// What is understood in every language.
const BOTH: &str = "
    2026-12-04            -> 2026-12-04
    2024-02-29            -> 2024-02-29
    4 December            -> 2026-12-04
    4 december            -> 2026-12-04
    4. December           -> 2026-12-04
    4th December          -> 2026-12-04
    1st of January        -> 2027-01-01
    the 2nd of March      -> 2027-03-02
    December 4            -> 2026-12-04
    December 4th          -> 2026-12-04
    December 4 2026       -> 2026-12-04
    December 4, 2026      -> 2026-12-04
    4 December 2025       -> 2025-12-04
    4~December            -> 2026-12-04
    29 November           -> 2026-11-29
    28 November           -> 2027-11-28
    29 February           -> 2028-02-29
    4 Dec                 -> 2026-12-04
    4 Dec.                -> 2026-12-04
    Sept 1                -> 2027-09-01
    1 May                 -> 2027-05-01
    4.12.                 -> 2026-12-04
    04.12.                -> 2026-12-04
    4.12.2026             -> 2026-12-04
    04.12.2026            -> 2026-12-04
    4. 12. 2026           -> 2026-12-04
    28.11.                -> 2027-11-28
    Friday                -> 2026-12-04
    friday                -> 2026-12-04
    Fri                   -> 2026-12-04
    Sunday                -> 2026-12-06
    Monday                -> 2026-11-30
    Friday 4 December     -> 2026-12-04
    Friday, 4 December    -> 2026-12-04
    Friday 4 December 2026 -> 2026-12-04
    Fri 4.12.             -> 2026-12-04
    Friday 2026-12-04     -> 2026-12-04
    on Friday             -> 2026-12-04
    on 4 December         -> 2026-12-04
    today                 -> 2026-11-29
    Tomorrow              -> 2026-11-30
    in 2 weeks            -> 2026-12-13
    in 1 day              -> 2026-11-30
    in a week             -> 2026-12-06
    in 3 months           -> 2027-02-28
    in a year             -> 2027-11-29
    in half a year        -> 2027-05-29

    2026-2-31             -> none
    2026-02-30            -> none
    2026-13-01            -> none
    2026-1-5              -> none
    31.2.                 -> none
    32.1.                 -> none
    4.13.                 -> none
    31.2.2026             -> none
    31/2                  -> none
    13/13/2026            -> none
    31 February           -> none
    0 May                 -> none
    December 32           -> none
    32nd December         -> none
    December 2026         -> none
    4 December evening    -> none
    4 December 26         -> none
    Friday night          -> none
    Friday or Monday      -> none
    on Friday night       -> none
    Friday 19:00          -> none
    Friday 5 December     -> none
    Monday 4.12.          -> none
    Fri 19:00             -> none

                          -> text
    hand                  -> text
    Ana                   -> text
    Friday's team         -> text
    the Friday team       -> text
    on                    -> text
    Fridays               -> text
    Man Friday            -> text
    next Friday           -> text
    the end of May        -> text
    May                   -> text
    April                 -> text
    June Carter           -> text
    April Smith           -> text
    August                -> text
    March on Rome         -> text
    marching 4            -> text
    Mayor 4               -> text
    the 4                 -> text
    4                     -> text
    4th                   -> text
    2026                  -> text
    4.12                  -> text
    version 4.12.         -> text
    4.1.2                 -> text
    19:00                 -> text
    7pm                   -> text
    1/2 litre             -> text
    2.5                   -> text
    04.12.26              -> none
    04.12.226             -> text
    2026-12-04T19:00      -> text
    2026-12               -> text
    12345-1-1             -> text
    Sun Yat-sen           -> text
    Mon ami               -> text
    Sat nav               -> text
    today's crew          -> text
    tomorrow morning      -> text
    in time               -> text
    in 2                  -> text
    in weeks              -> text
    in 2 steps            -> text
    in -2 weeks           -> text
    2 weeks               -> text
    week 4                -> text
    phone on Friday       -> text
    room 4 Decemberstraat -> text
    the Mays              -> text
    Decembre 4            -> text
";

const ENGLISH: &str = "
    4/12                  -> none
    12/4                  -> none
    4/12/2026             -> none
    4. Dezember           -> text
    Freitag               -> text
    Freitag Nacht         -> text
    morgen                -> text
    in 2 Wochen           -> text
    Do                    -> text
    So                    -> text
    Mo Farah              -> text
    Mi 4.12.              -> text
";

const GERMAN: &str = "
    4/12                  -> 2026-12-04
    4/12/2026             -> 2026-12-04
    4. Dezember           -> 2026-12-04
    4 Dezember            -> 2026-12-04
    4. Dezember 2026      -> 2026-12-04
    4. Dez. 2026          -> 2026-12-04
    am 4. Dezember        -> 2026-12-04
    den 4. Dezember       -> 2026-12-04
    1. März               -> 2027-03-01
    1. Marz               -> 2027-03-01
    1. Mär                -> 2027-03-01
    Freitag               -> 2026-12-04
    freitag               -> 2026-12-04
    Fr                    -> 2026-12-04
    Fr.                   -> 2026-12-04
    Freitag, 4. Dezember  -> 2026-12-04
    Freitag, 4. Dezember 2026 -> 2026-12-04
    Freitag, den 4. Dezember -> 2026-12-04
    Fr 4.12.              -> 2026-12-04
    am Freitag            -> 2026-12-04
    zum 4. Dezember       -> 2026-12-04
    zum Freitag Abend     -> none
    zum Freitagstreff     -> text
    Sonnabend             -> 2026-12-05
    heute                 -> 2026-11-29
    morgen                -> 2026-11-30
    in 2 Wochen           -> 2026-12-13
    in einer Woche        -> 2026-12-06
    in einem halben Jahr  -> 2027-05-29
    in 3 Tagen            -> 2026-12-02

    31/2                  -> none
    31. Februar           -> none
    Dezember 2026         -> none
    Freitag Abend         -> none
    Freitag, 5. Dezember  -> none
    Fr 19 Uhr             -> none

    Mai                   -> text
    August Bebel          -> text
    Freitags              -> text
    Freitagsgruppe        -> text
    Mo Farah              -> text
    Di Caprio             -> text
    So ist es             -> text
    Do it                 -> text
    morgen früh           -> text
    Morgenrunde           -> text
    heute Abend           -> text
    in Ruhe               -> text
    in 2 Schritten        -> text
    Ende Mai              -> text
    nächsten Freitag      -> text
    der 4.                -> text
    19 Uhr                -> text
    Märzenbier 4          -> text
    4,12                  -> text
";

#[test]
fn days_are_understood_in_both_languages() {
    let mut count = 2 * table(Lang::En, Year::Next, BOTH);
    table(Lang::De, Year::Next, &BOTH.replace("31/2 ", "32/2 "));
    count += table(Lang::En, Year::Next, ENGLISH);
    count += table(Lang::De, Year::Next, GERMAN);
    assert!(count >= 150, "only {count} lines");
}

#[test]
fn a_day_without_a_year_can_be_the_last_one() {
    let lines = "
        4 December            -> 2025-12-04
        29 November           -> 2026-11-29
        30 November           -> 2025-11-30
        29 February           -> 2024-02-29
        Friday                -> 2026-11-27
        Sunday                -> 2026-11-22
        4.12.                 -> 2025-12-04
        4 December 2026       -> 2026-12-04
        today                 -> 2026-11-29
    ";
    table(Lang::En, Year::Last, lines);
    table(Lang::De, Year::Last, lines);
}

#[test]
fn times_of_day_are_understood() {
    let of = |lang| DayNames::of(&Words::of(lang));
    let check = |names: &DayNames, typed: &str, expected: &str| {
        let understood = time(names, typed).map(|it| it.format("%H:%M").to_string());
        assert_eq!(understood.unwrap_or_default(), expected, "{typed}");
    };
    for names in [of(Lang::En), of(Lang::De)] {
        for (typed, expected) in [
            ("19:00", "19:00"),
            ("9:30", "09:30"),
            ("7pm", "19:00"),
            ("7 pm", "19:00"),
            ("7:30 pm", "19:30"),
            ("7:30PM", "19:30"),
            ("12am", "00:00"),
            ("12 pm", "12:00"),
            ("7 o'clock", "07:00"),
            ("19h", "19:00"),
            ("19h30", "19:30"),
            ("0:00", "00:00"),
        ] {
            check(&names, typed, expected);
        }
        for typed in [
            "19.00",
            "19.30",
            "7.30 pm",
            "7 p.m.",
            "19",
            "7",
            "24:00",
            "25:00",
            "19:60",
            "19:3",
            "13pm",
            "0am",
            "19h3",
            "19h60",
            "h30",
            "pm",
            "7pmx",
            "19:00:00",
            "119:00",
            "-7pm",
            "late",
            "",
            "19 h 30 min",
            "7 30",
            "4 December",
            "½",
        ] {
            check(&names, typed, "");
        }
    }
    check(&of(Lang::De), "19 Uhr", "19:00");
    check(&of(Lang::De), "19 uhr", "19:00");
    check(&of(Lang::De), "19:30 Uhr", "19:30");
    check(&of(Lang::De), "19\u{a0}Uhr", "19:00");
    check(&of(Lang::De), "25 Uhr", "");
    check(&of(Lang::En), "19 Uhr", "");
}

#[test]
fn a_time_may_stand_behind_a_day() {
    let check = |lang, typed: &str, expected: &str| {
        let understood = match day_and_time(&DayNames::of(&Words::of(lang)), typed, today()) {
            DayAndTime::Both(day, None) => day.to_string(),
            DayAndTime::Both(day, Some(time)) => format!("{day} {}", time.format("%H:%M")),
            DayAndTime::NoDay(typed) => format!("no day: {typed}"),
            DayAndTime::NoTime(typed) => format!("no time: {typed}"),
        };
        assert_eq!(understood, expected, "{typed}");
    };
    check(Lang::En, "Friday", "2026-12-04");
    check(Lang::En, "Friday 19:00", "2026-12-04 19:00");
    check(Lang::En, "Friday, 7:30 pm", "2026-12-04 19:30");
    check(Lang::En, "4 December at 7pm", "2026-12-04 19:00");
    check(Lang::En, "December 4, 2026, 19:00", "2026-12-04 19:00");
    check(Lang::En, "in 2 weeks 19:00", "2026-12-13 19:00");
    check(Lang::De, "Freitag um 19 Uhr", "2026-12-04 19:00");
    check(Lang::De, "4.12. 19h30", "2026-12-04 19:30");
    check(Lang::En, "Friday late", "no time: late");
    check(Lang::En, "4 December 19.30", "no time: 19.30");
    check(Lang::En, "2026-12-04 19:00 sharp", "no time: 19:00 sharp");
    check(Lang::En, "soon 19:00", "no day: soon");
    check(Lang::En, "soon or never", "no day: soon or never");
}

#[test]
fn terms_are_understood() {
    let check = |lang, typed: &str, expected: Option<(u32, u32)>| {
        assert_eq!(span(&DayNames::of(&Words::of(lang)), typed), expected, "{typed}");
    };
    for lang in LANGUAGES {
        check(lang, "a year", Some((12, 0)));
        check(lang, "half a year", Some((6, 0)));
        check(lang, "Half a Year", Some((6, 0)));
        check(lang, "one month", Some((1, 0)));
        check(lang, "2 years 6 months", Some((30, 0)));
        check(lang, "3 weeks", Some((0, 21)));
        for typed in [
            "year",
            "half",
            "half a month",
            "a",
            "6",
            "0 months",
            "-1 year",
            "6 moons",
            "some weeks",
            "a long year",
        ] {
            check(lang, typed, None);
        }
    }
    check(Lang::De, "6 Monate", Some((6, 0)));
    check(Lang::De, "ein Jahr", Some((12, 0)));
    check(Lang::De, "ein halbes Jahr", Some((6, 0)));
    check(Lang::De, "2 Jahre 6 Monate", Some((30, 0)));
    check(Lang::En, "6 Monate", None);
}

#[test]
fn no_name_of_a_language_has_two_meanings_beside_english() {
    for lang in LANGUAGES {
        let names = DayNames::of(&Words::of(lang));
        let months = names.months.iter().map(|it| (&it.text, format!("month {}", it.meaning)));
        let days = names.weekdays.iter().map(|it| (&it.text, it.meaning.to_string()));
        let relative = names.relative.iter().map(|(name, days)| (name, format!("in {days}")));
        let units = names.units.iter().map(|(name, unit)| (name, unit.to_string()));
        let mut all: Vec<_> = months.chain(days).chain(relative).chain(units).collect();
        all.sort();
        all.dedup();
        for pair in all.windows(2) {
            assert_ne!(pair[0].0, pair[1].0, "{lang:?}: {pair:?}");
            assert!(!pair[0].0.is_empty(), "{lang:?}: {pair:?}");
        }
        assert!(all.iter().all(|(name, _)| **name == fold(name)), "{lang:?}");
        let whole = |short| names.weekdays.iter().filter(|it| it.short == short).count();
        assert!(whole(false) % 7 == 0 && whole(true) >= 7, "{lang:?}");
    }
}

#[test]
fn a_long_text_is_not_read_word_by_word_as_a_day_or_a_time() {
    let names = DayNames::of(&Words::of(Lang::En));
    let found = |between: &str| {
        let typed = format!("Friday{}19:00", between.repeat(30_000));
        match day_and_time(&names, &typed, today()) {
            DayAndTime::Both(_, time) => time.is_some(),
            DayAndTime::NoDay(_) | DayAndTime::NoTime(_) => false,
        }
    };
    assert!(found("  "));
    assert!(!found(" word "));
    assert!(!found(" 1 "));
}
