//! The built-in languages, and the translation of phrases into them.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate, Weekday};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::lang::prompt_words::in_own_words;
use crate::lang::{Arg, Phrase, say};

/// A built-in language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English.
    En,
    /// German.
    De,
}

/// All built-in languages; the first is the fallback.
pub const LANGUAGES: [Lang; 2] = [Lang::En, Lang::De];

/// Returns the tags of the built-in languages, as they are named to somebody who mistyped one.
pub(crate) fn known_languages() -> Vec<String> {
    LANGUAGES.iter().map(|it| format!("`{}`", it.tag())).collect()
}

impl Lang {
    /// Returns the language's tag: `en`, `de`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }

    /// Returns the language file, in Fluent's format.
    pub fn source(self) -> &'static str {
        match self {
            Self::En => include_str!("en.ftl"),
            Self::De => include_str!("de.ftl"),
        }
    }

    /// Returns the built-in language for a tag such as `de`, `de-AT` or `de_DE.UTF-8`.
    pub fn find(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_', '.', '@']).next()?.to_lowercase();
        LANGUAGES.into_iter().find(|it| it.tag() == first)
    }
}

/// The messages of one language.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    at_terminal: bool,
}

impl Words {
    /// Reads the language file of `lang`.
    pub fn of(lang: Lang) -> Self {
        Self::read(lang, lang.source().to_owned())
    }

    fn read(lang: Lang, source: String) -> Self {
        let resource = FluentResource::try_new(source).expect("tests parse every language file");
        let id = lang.tag().parse().expect("the tags of built-in languages are valid");
        let mut bundle = FluentBundle::new(vec![id]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("tests refuse a language file with a key twice");
        Self { lang, bundle, at_terminal: false }
    }

    /// Returns the language of the messages.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns the messages for somebody who types the answers. They show the words of prompts in
    /// this language, which can be typed there.
    #[must_use]
    pub fn at_terminal(self) -> Self {
        let source = in_own_words(self.lang.source(), &self);
        Self { at_terminal: true, ..Self::read(self.lang, source) }
    }

    /// Returns whether somebody types the answers, and not a script.
    pub fn is_at_terminal(&self) -> bool {
        self.at_terminal
    }

    /// Translates a phrase.
    pub fn say(&self, phrase: &Phrase) -> String {
        let mut args = FluentArgs::with_capacity(phrase.args.len());
        for (name, arg) in &phrase.args {
            args.set(*name, self.arg(arg));
        }
        let Some(pattern) = self.bundle.get_message(phrase.key).and_then(|it| it.value()) else {
            return phrase.key.to_owned();
        };
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// Writes out a date: `5 September 2026`.
    pub fn date(&self, date: NaiveDate) -> String {
        let month = self.month(date.month());
        let year = date.year().to_string();
        self.say(&say!("date", day = date.day(), month = month, year = year))
    }

    /// Writes out a date with its weekday: `Saturday 5 September 2026`.
    pub(crate) fn date_with_weekday(&self, date: NaiveDate) -> String {
        let weekday = self.weekday(date.weekday());
        self.say(&say!("date-with-weekday", weekday = weekday, date = date))
    }

    /// Returns the name of a month, from 1 to 12.
    pub(crate) fn month(&self, number: u32) -> String {
        self.say(&month(number))
    }

    /// Returns the name of a weekday.
    pub(crate) fn weekday(&self, day: Weekday) -> String {
        self.say(&weekday(day))
    }

    /// Returns the items of a message that lists words, with commas between.
    pub(crate) fn list_of(&self, phrase: &Phrase) -> Vec<String> {
        self.say(phrase).split(',').map(|it| it.trim().to_owned()).collect()
    }

    /// Writes out a length of time: `2 years 6 months`, `3 weeks`, `1 day`.
    pub fn span(&self, months: u32, days: u32) -> String {
        let (years, months) = (months / 12, months % 12);
        let (weeks, days) = if days.is_multiple_of(7) { (days / 7, 0) } else { (0, days) };
        let parts = [
            (years, say!("span-years", count = years)),
            (months, say!("span-months", count = months)),
            (weeks, say!("span-weeks", count = weeks)),
            (days, say!("span-days", count = days)),
        ];
        let parts = parts.iter().filter(|(count, _)| *count > 0);
        parts.map(|(_, phrase)| self.say(phrase)).collect::<Vec<_>>().join(" ")
    }

    /// Joins names: `Ana, Ben and Chen`.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => self.say(&say!("list", most = most.join(", "), last = last)),
        }
    }

    fn arg<'a>(&self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Date(date) => FluentValue::from(self.date(*date)),
            Arg::Span { months, days } => FluentValue::from(self.span(*months, *days)),
            Arg::List(items) => FluentValue::from(self.list(items)),
            Arg::Phrase(phrase) => FluentValue::from(self.say(phrase)),
        }
    }
}

fn month(number: u32) -> Phrase {
    match number {
        1 => say!("month-1"),
        2 => say!("month-2"),
        3 => say!("month-3"),
        4 => say!("month-4"),
        5 => say!("month-5"),
        6 => say!("month-6"),
        7 => say!("month-7"),
        8 => say!("month-8"),
        9 => say!("month-9"),
        10 => say!("month-10"),
        11 => say!("month-11"),
        _ => say!("month-12"),
    }
}

fn weekday(day: Weekday) -> Phrase {
    match day {
        Weekday::Mon => say!("weekday-1"),
        Weekday::Tue => say!("weekday-2"),
        Weekday::Wed => say!("weekday-3"),
        Weekday::Thu => say!("weekday-4"),
        Weekday::Fri => say!("weekday-5"),
        Weekday::Sat => say!("weekday-6"),
        Weekday::Sun => say!("weekday-7"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lang: Lang, phrase: &Phrase, expected: &str) {
        assert_eq!(Words::of(lang).say(phrase), expected);
    }

    #[test]
    fn dates_and_spans_are_written_out() {
        let date = NaiveDate::from_ymd_opt(2026, 9, 5).unwrap();
        assert_eq!(Words::of(Lang::En).date(date), "5 September 2026");
        assert_eq!(Words::of(Lang::De).date(date), "5. September 2026");
        assert_eq!(Words::of(Lang::En).span(30, 0), "2 years 6 months");
        assert_eq!(Words::of(Lang::De).span(1, 0), "1 Monat");
        assert_eq!(Words::of(Lang::De).span(0, 28), "4 Wochen");
        assert_eq!(Words::of(Lang::En).span(0, 1), "1 day");
    }

    #[test]
    fn lists_are_joined_in_each_language() {
        let names = ["Ana", "Ben", "Chen"].map(str::to_owned).to_vec();
        assert_eq!(Words::of(Lang::En).list(&names), "Ana, Ben and Chen");
        assert_eq!(Words::of(Lang::De).list(&names), "Ana, Ben und Chen");
    }

    #[test]
    fn plurals_follow_the_number() {
        let who = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|it| (*it).to_owned()).collect();
            say!("sees-to-it", count = names.len(), names = names)
        };
        check(Lang::En, &who(&["Ana"]), "Ana sees to it");
        check(Lang::En, &who(&["Ana", "Ben"]), "Ana and Ben see to it");
        check(Lang::De, &who(&["Ana", "Ben"]), "Ana und Ben kümmern sich");
    }

    #[test]
    fn a_phrase_may_be_an_argument_of_a_phrase() {
        check(Lang::En, &say!("list", most = say!("month-1"), last = "x"), "January and x");
    }

    #[test]
    fn languages_are_found_by_the_beginning_of_their_tag() {
        assert_eq!(Lang::find("de_AT.UTF-8"), Some(Lang::De));
        assert_eq!(Lang::find("en-GB"), Some(Lang::En));
        assert_eq!(Lang::find("fr"), None);
    }
}
