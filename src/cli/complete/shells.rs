//! What each shell asks, and how it is told what may come next.
//!
//! Bash, zsh and fish have scripts of their own here, because those of `clap_complete` do not quote what
//! they put into the line, and know neither descriptions in bash nor files as the shell completes them.
//! That of elvish leaves the quoting to elvish. For PowerShell each value is quoted here.

use std::ffi::OsString;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use clap::Command;
use clap_complete::engine::{CompletionCandidate, complete};
use clap_complete::env::{Elvish, EnvCompleter, Powershell};

use crate::cli::complete::arguments::{FILES, FOLDERS, TypedLine, with_completers};
use crate::cli::complete::bash_line::BashLine;
use crate::terminal::{columns, shortened};
use crate::text::visible;

/// The shells, by the names that `rounds completions` takes.
pub(super) const SHELLS: [&dyn EnvCompleter; 5] =
    [&BASH, &BuiltIn(Elvish, str::to_owned), &FISH, &BuiltIn(Powershell, in_powershell), &ZSH];

/// How the shell is to take what is offered: the first line that it is told.
#[derive(Clone, Copy, Debug, PartialEq)]
enum How {
    /// Everything begins as the word that was typed.
    Begins,
    /// Something begins otherwise and takes the place of the word; several are only listed.
    Instead,
    /// The shell completes the names of files itself.
    Files,
    /// The shell completes the names of folders itself.
    Folders,
}

impl How {
    fn word(self) -> &'static str {
        match self {
            Self::Begins => "begins",
            Self::Instead => "instead",
            Self::Files => FILES,
            Self::Folders => FOLDERS,
        }
    }
}

/// What may stand for the last word of a line.
#[derive(Debug, PartialEq)]
struct Offered {
    how: How,
    /// Values and what is said about them.
    all: Vec<(String, String)>,
}

impl Offered {
    /// Finds out what may stand for the last of the words. Nothing where that fails.
    fn of(command: &Command, words: Vec<OsString>) -> Self {
        panic::set_hook(Box::new(|_| {}));
        let typed = words.last().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let found = catch_unwind(AssertUnwindSafe(|| candidates(command, words)));
        let mut found = found.ok().and_then(Result::ok).unwrap_or_default();
        let is_option =
            |it: &CompletionCandidate| it.get_value().as_encoded_bytes().starts_with(b"-");
        // Options are listed where a hyphen was typed or nothing else can be.
        if typed.is_empty() && !found.iter().all(is_option) {
            found.retain(|it| !is_option(it));
        }
        let tag =
            |tag: &str| found.iter().any(|it| it.get_tag().is_some_and(|it| it.to_string() == tag));
        let tagged = [How::Files, How::Folders].into_iter().find(|it| tag(it.word()));
        let shown = |it: &CompletionCandidate| {
            let value = it.get_value().to_str().filter(|it| !it.chars().any(char::is_control))?;
            let about = it.get_help().map(ToString::to_string).unwrap_or_default();
            let about = about.lines().next().unwrap_or_default();
            Some((value.to_owned(), visible(about)))
        };
        let all: Vec<_> = found.iter().filter_map(shown).collect();
        let begins = all.iter().all(|(value, _)| value.starts_with(&typed));
        let how = if begins { How::Begins } else { How::Instead };
        Self { how: tagged.unwrap_or(how), all }
    }

    /// Returns the values that are told where the shell does not complete them itself.
    fn values(&self) -> &[(String, String)] {
        if matches!(self.how, How::Files | How::Folders) { &[] } else { &self.all }
    }
}

fn candidates(command: &Command, words: Vec<OsString>) -> io::Result<Vec<CompletionCandidate>> {
    let last = words.len().saturating_sub(1);
    let mut command = with_completers(command.clone(), &Arc::new(TypedLine::of(&words[..last])));
    complete(&mut command, words, last, None)
}

/// A shell with a script of its own.
struct Own {
    name: &'static str,
    /// The script that makes the shell ask.
    script: &'static str,
    /// Answers what the script asks.
    answer: fn(&Command, &[OsString], &mut dyn Write) -> io::Result<()>,
}

const BASH: Own = Own { name: "bash", script: include_str!("rounds.bash"), answer: answer_bash };

const ZSH: Own = Own { name: "zsh", script: include_str!("rounds.zsh"), answer: answer_zsh };

const FISH: Own = Own { name: "fish", script: include_str!("rounds.fish"), answer: answer_fish };

impl EnvCompleter for Own {
    fn name(&self) -> &'static str {
        self.name
    }

    fn is(&self, name: &str) -> bool {
        name == self.name
    }

    fn write_registration(
        &self,
        _: &str,
        _: &str,
        _: &str,
        _: &str,
        to: &mut dyn Write,
    ) -> io::Result<()> {
        to.write_all(self.script.as_bytes())
    }

    fn write_complete(
        &self,
        command: &mut Command,
        asked: Vec<OsString>,
        _: Option<&Path>,
        to: &mut dyn Write,
    ) -> io::Result<()> {
        (self.answer)(command, &asked, to)
    }
}

/// The kind of completion at the second Tab, where bash only lists what it is told.
const LISTS: &str = "63";

/// Answers bash, which asks with the kind of completion, the width of the screen, the break characters,
/// and the line up to the cursor.
fn answer_bash(command: &Command, asked: &[OsString], to: &mut dyn Write) -> io::Result<()> {
    let asked: Vec<_> = asked.iter().map(|it| it.to_string_lossy()).collect();
    let [kind, width, breaks, line] = &asked[..] else { return Ok(()) };
    let line = BashLine::of(line, breaks);
    let offered = Offered::of(command, line.words.clone());
    writeln!(to, "{}", offered.how.word())?;
    let values = offered.values();
    if kind == LISTS {
        return listed(values, width.parse().unwrap_or(80), to);
    }
    // What all have in common would take the place of what was typed.
    if offered.how == How::Begins || values.len() == 1 {
        for (value, _) in values {
            writeln!(to, "{}", line.instead(value))?;
        }
    }
    Ok(())
}

/// Writes values and what is said about them as lines of two columns.
fn listed(all: &[(String, String)], width: usize, to: &mut dyn Write) -> io::Result<()> {
    let widest = all.iter().map(|(value, _)| columns(value)).max().unwrap_or(0);
    for (value, about) in all {
        let gap = " ".repeat(widest - columns(value) + 2);
        let line = format!("{value}{gap}{about}");
        writeln!(to, "{}", shortened(line.trim_end(), width.saturating_sub(1)))?;
    }
    Ok(())
}

/// Answers zsh, which asks with the words up to the cursor, without quotes.
fn answer_zsh(command: &Command, words: &[OsString], to: &mut dyn Write) -> io::Result<()> {
    let offered = Offered::of(command, words.to_vec());
    writeln!(to, "{}", offered.how.word())?;
    for (value, about) in offered.values() {
        let value = value.replace('\\', r"\\").replace(':', r"\:");
        let colon = if about.is_empty() { "" } else { ":" };
        writeln!(to, "{value}{colon}{}", about.replace('\\', r"\\"))?;
    }
    Ok(())
}

/// Answers fish, which asks with the words up to the cursor, the last one as it stands in the line, and
/// chooses and quotes itself.
fn answer_fish(command: &Command, words: &[OsString], to: &mut dyn Write) -> io::Result<()> {
    let mut words = words.to_vec();
    let last = words.pop().unwrap_or_default();
    words.extend(BashLine::of(&last.to_string_lossy(), "").words.pop());
    for (value, about) in Offered::of(command, words).all {
        writeln!(to, "{value}\t{about}")?;
    }
    Ok(())
}

/// A shell with the script that `clap_complete` has for it, and how what it is told is quoted.
struct BuiltIn<T>(T, fn(&str) -> String);

/// Quotes the values at the beginning of lines, up to a tab. PowerShell puts them into the line as they
/// are, and runs what stands in `$( )` or behind `;` already at the next Tab.
fn in_powershell(told: &str) -> String {
    let line = |line: &str| {
        let (value, about) = line.split_once('\t').map_or((line, ""), |it| it);
        let is_plain = |it: char| it.is_alphanumeric() || r"-_./\:=+".contains(it);
        let tab = if about.is_empty() { "" } else { "\t" };
        if value.chars().all(is_plain) {
            return format!("{value}{tab}{about}\n");
        }
        // Typographic quotation marks end a text as the straight one does.
        let is_mark = |it: &char| ['\'', '‘', '’', '‚', '‛'].contains(it);
        let doubled = value.chars().flat_map(|it| [Some(it), Some(it).filter(is_mark)]);
        format!("'{}'{tab}{about}\n", doubled.flatten().collect::<String>())
    };
    told.lines().map(line).collect()
}

impl<T: EnvCompleter> EnvCompleter for BuiltIn<T> {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn is(&self, name: &str) -> bool {
        self.0.is(name)
    }

    fn write_registration(
        &self,
        variable: &str,
        name: &str,
        program: &str,
        completer: &str,
        to: &mut dyn Write,
    ) -> io::Result<()> {
        self.0.write_registration(variable, name, program, completer, to)
    }

    fn write_complete(
        &self,
        command: &mut Command,
        words: Vec<OsString>,
        folder: Option<&Path>,
        to: &mut dyn Write,
    ) -> io::Result<()> {
        panic::set_hook(Box::new(|_| {}));
        let last = words.len().saturating_sub(1);
        let mut command =
            with_completers(command.clone(), &Arc::new(TypedLine::of(&words[..last])));
        let written = catch_unwind(AssertUnwindSafe(|| {
            let mut found = Vec::new();
            self.0.write_complete(&mut command, words, folder, &mut found).map(|()| found)
        }));
        let told = written.ok().and_then(Result::ok).unwrap_or_default();
        to.write_all(self.1(&String::from_utf8_lossy(&told)).as_bytes())
    }
}
