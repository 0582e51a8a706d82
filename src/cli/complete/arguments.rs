//! Which argument of which command is offered what, by the name of its value.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, ArgMatches, Command, CommandFactory};
use clap_complete::engine::{
    ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter,
};

use crate::cli::complete::known::{self, Known};
use crate::cli::reach::Reach;
use crate::cli::{Cli, Invocation};
use crate::store;
use crate::text::fold;

/// The tags of candidates that are files, or folders. Bash and zsh complete these themselves.
pub(super) const FILES: &str = "files";
pub(super) const FOLDERS: &str = "folders";

/// What stands on the command line before the word that is completed.
pub(super) struct TypedLine {
    /// The arguments of the command, as far as they can be parsed.
    given: ArgMatches,
}

impl TypedLine {
    /// Parses the words, of which the first is the name of the program.
    pub(super) fn of(words: &[OsString]) -> Self {
        let parsed = Cli::command().ignore_errors(true).try_get_matches_from(words);
        let mut given = parsed.unwrap_or_default();
        while let Some((_, below)) = given.remove_subcommand() {
            given = below;
        }
        Self { given }
    }

    /// Returns the global options that were typed.
    pub(super) fn here(&self) -> Invocation {
        let circle = self.given.try_get_one::<PathBuf>("circle").ok().flatten();
        let circle = circle.and_then(|it| it.to_str()).map(store::from_home);
        let lang = self.given.try_get_one::<String>("lang").ok().flatten().cloned();
        Invocation::of(&Cli { circle, lang, plain: true, command: None })
    }

    /// Returns whether an option without a value was typed.
    pub(super) fn has(&self, option: &str) -> bool {
        self.given.try_get_one(option).ok().flatten().copied().unwrap_or(false)
    }

    /// Returns whether an argument was typed.
    pub(super) fn names(&self, arg: &str) -> bool {
        self.given.try_get_raw(arg).ok().flatten().is_some_and(|mut it| it.next().is_some())
    }

    /// Returns which circles the command reads.
    pub(super) fn reach(&self) -> Reach {
        Reach::of(self.has("deep"), self.has("whole"))
    }
}

/// A query over what is known, for a line.
type Query = fn(&Invocation, &TypedLine) -> Vec<Known>;

/// What is offered for an argument.
#[derive(Clone, Copy)]
enum Source {
    One(Query),
    /// Several with commas between, except for those that stand alone.
    List(Query, &'static [&'static str]),
    /// What a query knows, or any folder.
    OrFolder(Query),
    File,
    Path,
    Folder,
}

/// Returns what is offered for an argument of a command.
fn source(command: &str, arg: &Arg) -> Option<Source> {
    let value = arg.get_value_names()?.first()?.as_str();
    Some(match (command, arg.get_id().as_str(), value) {
        (_, "circle", _) => Source::OrFolder(|here, _| known::circles(here)),
        (_, _, "LANG") => Source::One(known::languages),
        ("show", _, "ID") => Source::One(known::records_and_waiting),
        ("add", _, "ID") => Source::One(known::records),
        ("meet", _, "ID") => Source::One(known::paused),
        ("minutes", _, "DATE") => Source::One(known::meetings),
        ("log" | "news", _, "DATE") | ("add", "date" | "since", _) => {
            Source::One(known::days_of_meetings)
        }
        (_, _, "DATE") => Source::One(known::days_to_come),
        (_, _, "TERM") => Source::One(known::terms),
        ("people", _, "NAME") => Source::One(known::people_below),
        (_, "elected", _) => Source::One(known::people),
        (_, _, "NAME" | "NAMES") => Source::List(known::people, &[]),
        (_, _, "ROLE") => Source::One(known::roles),
        (_, _, "KIND") => Source::One(known::kinds),
        (_, _, "HOW") => Source::One(known::ways),
        (_, _, "LIST") => Source::List(known::steps, &known::ALL_STEPS),
        (_, _, "TOPIC") => Source::One(known::topics),
        ("answer", _, "WORDS") => Source::One(known::waiting_or_answers),
        ("settle", _, "WORDS") => Source::One(known::waiting),
        (_, _, "COMMAND|DIR") => Source::OrFolder(|_, _| known::commands()),
        (_, _, "FILE") => Source::File,
        (_, _, "PATHS") => Source::Path,
        (_, _, "DIR" | "OUT") => Source::Folder,
        _ => return None,
    })
}

/// Adds to every argument of a command what is offered for it.
pub(super) fn with_completers(command: Command, line: &Arc<TypedLine>) -> Command {
    let name = command.get_name().to_owned();
    let with_completer = |arg: Arg| match source(&name, &arg) {
        Some(source) => arg.add(ArgValueCompleter::new(Completer { source, line: line.clone() })),
        None => arg,
    };
    command.mut_args(with_completer).mut_subcommands(|it| with_completers(it, line))
}

struct Completer {
    source: Source,
    line: Arc<TypedLine>,
}

impl ValueCompleter for Completer {
    fn complete(&self, typed: &OsStr) -> Vec<CompletionCandidate> {
        let text = typed.to_string_lossy();
        match self.source {
            Source::One(query) => fitting(query(&self.line.here(), &self.line), &text),
            Source::List(query, alone) => {
                let last = text.rsplit(',').next().unwrap_or_default().trim_start();
                let before = &text[..text.len() - last.len()];
                let there: Vec<&str> = before.split(',').map(str::trim).collect();
                let mut all = query(&self.line.here(), &self.line);
                all.retain(|it| !there.contains(&&*it.value));
                all.retain(|it| before.is_empty() || !alone.contains(&&*it.value));
                if there.iter().any(|it| alone.contains(it)) {
                    all.clear();
                }
                let found = fitting(all, last).into_iter();
                found.map(|it| it.add_prefix(before)).collect()
            }
            Source::OrFolder(query) => {
                let found = fitting(query(&self.line.here(), &self.line), &text);
                if found.is_empty() { paths(&PathCompleter::dir(), FOLDERS, typed) } else { found }
            }
            Source::File => paths(&PathCompleter::file(), FILES, typed),
            Source::Path => paths(&PathCompleter::any(), FILES, typed),
            Source::Folder => paths(&PathCompleter::dir(), FOLDERS, typed),
        }
    }
}

/// Returns what begins as typed, ignoring case and accents; else what has a word that does, also in what
/// is said about it.
fn fitting(all: Vec<Known>, typed: &str) -> Vec<CompletionCandidate> {
    let typed = fold(typed);
    let (mut found, others): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|it| fold(&it.value).starts_with(&typed));
    if found.is_empty() {
        let has = |text: &String| has_word(&fold(text), &typed);
        found = others.into_iter().filter(|it| has(&it.value) || has(&it.about)).collect();
    }
    let candidate = |it: Known| {
        let about = Some(it.about).filter(|it| !it.is_empty());
        CompletionCandidate::new(it.value).help(about.map(Into::into))
    };
    found.into_iter().map(candidate).collect()
}

/// Returns whether a word of a text begins so.
fn has_word(text: &str, begin: &str) -> bool {
    let is_in_word = |at: usize| text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    text.match_indices(begin).any(|(at, _)| !is_in_word(at))
}

/// Returns the files or folders that begin as typed. Where there are none, what was typed stands for
/// them, so that the shell itself completes it.
fn paths(completer: &PathCompleter, tag: &'static str, typed: &OsStr) -> Vec<CompletionCandidate> {
    let mut found = completer.complete(typed);
    if found.is_empty() {
        found.push(CompletionCandidate::new(typed));
    }
    found.into_iter().map(|it| it.tag(Some(tag.into()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of values for which nothing is known.
    const FREE: [&str; 9] =
        ["DIGEST", "EFFECT", "N", "REASON", "SHELL", "TABLE", "TEXT", "TIME", "TITLE"];

    /// Lists the arguments with values of a command and of all below it that are offered nothing.
    fn without(command: &Command, found: &mut Vec<String>) {
        let takes = |it: &&Arg| it.get_num_args().is_some_and(|it| it.takes_values());
        for arg in command.get_arguments().filter(takes) {
            let value = arg.get_value_names().map(|it| it[0].to_string()).unwrap_or_default();
            if source(command.get_name(), arg).is_none() && !FREE.contains(&value.as_str()) {
                found.push(format!("{} {} {value}", command.get_name(), arg.get_id()));
            }
        }
        for below in command.get_subcommands().filter(|it| it.get_name() != "help") {
            without(below, found);
        }
    }

    #[test]
    fn every_argument_is_offered_something_or_is_free() {
        let mut command = Cli::command();
        command.build();
        let mut found = Vec::new();
        without(&command, &mut found);
        assert_eq!(found, ["log words WORDS"]);
    }

    #[track_caller]
    fn check(typed: &str, expected: &[&str]) {
        let all = [("2026-09-05-quiet-hours", "Quiet hours"), ("José", "Kasse"), ("Ana", "")];
        let all = all.map(|(value, about)| Known::new(value, about)).into();
        let found = fitting(all, typed);
        let values: Vec<&str> = found.iter().filter_map(|it| it.get_value().to_str()).collect();
        assert_eq!(values, expected);
    }

    #[test]
    fn what_begins_so_goes_before_what_has_it_inside() {
        check("2026", &["2026-09-05-quiet-hours"]);
        check("jose", &["José"]);
        check("an", &["Ana"]);
        check("HOURS", &["2026-09-05-quiet-hours"]);
        check("kas", &["José"]);
        check("asse", &[]);
        check("nobody", &[]);
    }
}
