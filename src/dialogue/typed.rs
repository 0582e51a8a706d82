//! Turns a line that is typed in the reader's language into the English line of a script.
//!
//! Only at a terminal. Commands behind `/` are English in every language; speech is never changed.

use std::borrow::Cow;

use crate::dialogue::line::{Answer, is_like_command, like_command};
use crate::dialogue::names::Names;
use crate::dialogue::selection::removed;
use crate::dialogue::{Input, Talk};
use crate::error::Result;
use crate::lang::{Place, PromptWord, Words, prompt_words};
use crate::meeting::{Phase, Step};
use crate::text::{fold, same};

/// Words that nobody means as a whole line of speech who types them at a terminal.
const LIKE_HELP: [&str; 5] = ["help", "exit", "quit", "next", "back"];

impl Talk<'_> {
    /// Replaces full-width characters by the narrow ones where the punctuation of a line is meant.
    pub(super) fn narrowed<'i>(&self, said: &'i Input) -> Cow<'i, Input> {
        let narrow = |text: &str| match text.trim() {
            "？" => "?".to_owned(),
            "？？" => "??".to_owned(),
            line if line.starts_with('／') => line.replacen('／', "/", 1),
            line if line.starts_with(['＠', '@']) => {
                line.replacen('＠', "@", 1).replacen('：', ":", 1)
            }
            _ => text.to_owned(),
        };
        if !self.words.is_at_terminal() || said.line.is_ascii() {
            return Cow::Borrowed(said);
        }
        Cow::Owned(Input { line: narrow(&said.line), text: said.text.clone() })
    }

    /// Returns the English answer for one in the reader's language, if it is another one.
    ///
    /// # Errors
    /// The whole line is a word of prompts where speech is taken.
    pub(super) fn in_english(&self, step: &Step, answer: Answer) -> Result<Option<String>> {
        let (Answer::Plain(line) | Answer::Text(line, _)) = answer else { return Ok(None) };
        if !self.words.is_at_terminal() {
            return Ok(None);
        }
        let all = prompt_words(self.words);
        if Names::new(self.known()).whole(line).is_some() {
            return Ok(None);
        }
        let english = match step {
            Step::Open => {
                let line = narrow_names(line);
                let line = marked(&line, &all);
                match head(&line, &all, Place::Names) {
                    Some((word, rest)) => format!("{word}{rest}"),
                    None => line,
                }
            }
            Step::Turn(round) if matches!(round.stage, Phase::Nominate | Phase::Change) => {
                nomination(line, &all)
            }
            Step::PutForward => nomination(line, &all),
            Step::Turn(_)
            | Step::Answer { .. }
            | Step::Announcements { .. }
            | Step::Purpose
            | Step::Qualifications
            | Step::Notes => {
                if LIKE_HELP.contains(&&*line.to_lowercase()) {
                    return Err(like_command(line));
                }
                let whole = head(line, &all, Place::Head).filter(|(_, rest)| rest.is_empty());
                let english = with_head(line, &all);
                return match whole {
                    _ if *step == Step::Qualifications && removed(&english).is_some() => {
                        Ok(Some(english).filter(|it| it != line))
                    }
                    Some((word, _)) if is_like_command(word) => Err(like_command(line)),
                    _ => Ok(None),
                };
            }
            Step::MeetingRole(_) | Step::Duration | Step::Write | Step::ReadBack | Step::File => {
                return Ok(None);
            }
            Step::Role => match head(line, &all, Place::Role) {
                Some((word, rest)) => format!("{word}{rest}"),
                None => with_head(line, &all),
            },
            Step::Agenda | Step::Choose => self.owned(&with_head(line, &all), &all),
            _ => {
                let english = with_head(line, &all);
                match english.split_once(char::is_whitespace) {
                    Some(("put", rest)) => format!("put {}", nomination(rest, &all)),
                    Some(("join" | "leave" | "role" | "end" | "appoint" | "circle", _)) => {
                        with_effect_words(&english, &all)
                    }
                    Some((word @ ("who" | "by" | "about"), rest)) => {
                        format!("{word} {}", marked(&narrow_names(rest), &all))
                    }
                    _ => with_until(english, &all),
                }
            }
        };
        Ok(Some(english).filter(|it| it != line))
    }

    /// Returns the English rest of a command for one in the reader's language.
    pub(super) fn rest_in_english(&self, command: &str, rest: &str) -> Option<String> {
        if !self.words.is_at_terminal() {
            return None;
        }
        let all = prompt_words(self.words);
        Some(match command {
            "amend" => with_until(with_effect_words(&with_head(rest, &all), &all), &all),
            "arrive" | "leave" | "facilitator" | "secretary" | "accepted" | "declined" | "give" => {
                marked(&narrow_names(rest), &all)
            }
            "action" => {
                let rest = rest.replacen('：', ":", 1);
                let (who, what) = rest.split_once(':')?;
                format!("{}:{what}", marked(&narrow_names(who), &all))
            }
            _ => return None,
        })
    }

    /// Returns the word that the reader types for an English one.
    pub(super) fn own_word(&self, english: &str) -> String {
        let all = if self.words.is_at_terminal() { prompt_words(self.words) } else { Vec::new() };
        let word = all
            .into_iter()
            .find(|it| matches!(it.place, Place::Head | Place::Names) && it.english == english);
        word.and_then(|it| it.own.into_iter().next()).unwrap_or_else(|| english.to_owned())
    }

    /// Puts ` by ` in place of the reader's word before a name at the end of a title.
    fn owned(&self, line: &str, all: &[PromptWord]) -> String {
        let known = self.known_or_outside();
        let known = Names::new(known.iter().map(String::as_str).collect());
        for by in within(all, "by").iter().map(String::as_str).chain(["by"]) {
            let by = format!(" {by} ");
            let last = line.rfind(&by);
            for (at, _) in line.match_indices(&by) {
                let behind = marked(&narrow_names(&line[at + by.len()..]), all);
                // Minutes may stand behind the names: `Oven von Ana 20 min`.
                let name = behind.strip_suffix(" min").and_then(|it| it.rsplit_once(' '));
                let name = name.map_or(&*behind, |(name, _)| name).trim();
                let is_last = last == Some(at);
                let is_outsider = is_last && self.names_outsider(name);
                if is_outsider || self.owners(&known, name, is_last).is_some() {
                    return format!("{} by {behind}", &line[..at]);
                }
            }
        }
        line.to_owned()
    }
}

/// Returns a line with the English word of prompts at its beginning.
pub(super) fn line_in_english(line: &str, words: &Words) -> String {
    if words.is_at_terminal() { with_head(line, &prompt_words(words)) } else { line.to_owned() }
}

/// Returns several lines with the English word at their beginning, if it is one that takes a text
/// or a reason.
pub(super) fn begun_in_english(typed: &str, words: &Words) -> String {
    let english = line_in_english(typed, words);
    let takes_more = ["text", "object", "concern", "aside"].iter().any(|it| {
        english.strip_prefix(it).is_some_and(|rest| rest.starts_with(char::is_whitespace))
    });
    if takes_more { english } else { typed.to_owned() }
}

/// Returns the words of a language for an English word that stands within a line.
fn within<'w>(all: &'w [PromptWord], english: &str) -> &'w [String] {
    let word = all.iter().find(|it| it.place == Place::Within && it.english == english);
    word.map_or(&[], |it| &it.own)
}

/// Finds the word of prompts with which a line begins, the longest first. Returns the English word
/// and the rest of the line, with the gap before it.
fn head<'w, 'l>(line: &'l str, all: &'w [PromptWord], place: Place) -> Option<(&'w str, &'l str)> {
    let heads = all.iter().filter(|it| {
        // `by` also begins a line of a draft.
        it.place == place || (place == Place::Head && it.english == "by")
    });
    let found = heads.flat_map(|it| it.own.iter().map(|own| (it.english.as_str(), own)));
    let found = found.filter_map(|(english, own)| {
        let mut rest = line.trim_start();
        for word in own.split_whitespace() {
            rest = rest.trim_start();
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            if !same(&rest[..end], word) {
                return None;
            }
            rest = &rest[end..];
        }
        Some((own.split_whitespace().count(), english, rest))
    });
    found.max_by_key(|(words, ..)| *words).map(|(_, english, rest)| (english, rest))
}

/// Puts the English word in place of the one with which a line begins.
fn with_head(line: &str, all: &[PromptWord]) -> String {
    match head(line, all, Place::Head) {
        Some((word, rest)) => format!("{word}{rest}"),
        None => line.to_owned(),
    }
}

/// Puts `until` in place of the reader's word behind `term`.
fn with_until(line: String, all: &[PromptWord]) -> String {
    let Some(rest) = line.strip_prefix("term ") else { return line };
    match head(rest, all, Place::Within) {
        Some(("until", day)) => format!("term until{day}"),
        _ => line,
    }
}

/// Translates the words within a change to the circle, up to a colon: ` als `, ` ab `, `Rolle`.
fn with_effect_words(line: &str, all: &[PromptWord]) -> String {
    let changes = ["join ", "leave ", "role ", "end ", "appoint ", "circle "];
    if !changes.iter().any(|it| line.starts_with(it)) {
        return line.to_owned();
    }
    let colon = line.find([':', '：']).unwrap_or(line.len());
    let (before, purpose) = line.split_at(colon);
    let mut english = marked(&narrow_names(before), all);
    if let Some(rest) = english.strip_prefix("end ")
        && let Some(("role", name)) = head(rest, all, Place::Head)
    {
        english = format!("end role{name}");
    }
    let since = all.iter().filter(|it| it.place == Place::Role).map(|it| ("since", &it.own));
    let words = ["as", "by", "from", "on", "for", "until"].into_iter();
    let words = words.filter_map(|it| Some((it, all.iter().find(|word| word.english == it)?)));
    for (word, own) in words.map(|(word, it)| (word, &it.own)).chain(since) {
        for own in own {
            english = english.replacen(&format!(" {own} "), &format!(" {word} "), 1);
        }
    }
    english + &purpose.replacen('：', ":", 1)
}

/// Translates what stands before the colon of a nomination: ` for `, ` until ` and `(outside)`.
fn nomination(line: &str, all: &[PromptWord]) -> String {
    let colon = line.find([':', '：']).unwrap_or(line.len());
    let (names, reason) = line.split_at(colon);
    let mut names = marked(&narrow_names(names), all);
    let ends = ["for", "until"].map(|it| within(all, it).iter().map(move |own| (it, own)));
    for (english, own) in ends.into_iter().flatten() {
        if let Some((before, end)) = names.rsplit_once(&format!(" {own} ")) {
            names = format!("{before} {english} {end}");
            break;
        }
    }
    let reason = match reason.strip_prefix('：') {
        Some(reason) => format!(":{reason}"),
        None => reason.to_owned(),
    };
    names + &reason
}

/// Puts the English marks behind names: `(guest)`, `(outside)`.
fn marked(line: &str, all: &[PromptWord]) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once('(') {
        text += before;
        let Some((mark, end)) = behind.split_once(')') else {
            rest = &rest[before.len()..];
            break;
        };
        let is_mark = |it: &&PromptWord| {
            it.place == Place::Mark && it.own.iter().any(|own| fold(own) == fold(mark.trim()))
        };
        let mark = all.iter().find(is_mark).map_or(mark, |it| &it.english);
        text += &format!("({mark})");
        rest = end;
    }
    text + rest
}

/// Replaces the full-width punctuation between names by the narrow one.
fn narrow_names(line: &str) -> String {
    let narrow = |it| match it {
        '，' | '、' => ',',
        '（' => '(',
        '）' => ')',
        '＋' => '+',
        '\u{3000}' => ' ',
        it => it,
    };
    line.chars().map(narrow).collect()
}
