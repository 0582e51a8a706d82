//! `rounds` at a terminal where no circle is: says what can be done, and does it.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::new::{self, Asked};
use crate::cli::{CommandResult, Invocation, rehearse, status};
use crate::dialogue::Block;
use crate::error::{Error, Result};
use crate::lang::{Words, say};
use crate::store::{self, Folder};
use crate::terminal::{Terminal, signals};

/// What somebody without a circle wants.
enum Choice {
    /// A rehearsal.
    Try,
    /// A circle in this folder.
    Begin,
    /// The circle of another folder, and whether it is opened from anywhere from now on.
    Open(Folder, bool),
}

/// Asks what to do, and does it.
pub(super) fn run(here: &Invocation) -> CommandResult {
    let words = here.words().at_terminal();
    signals::watch(&words);
    let mut terminal = Terminal::new(&words, here.page, None);
    let choice = choose(here, &mut Asked { words: &words, answers: &mut terminal });
    drop(terminal);
    signals::restore();
    match choice? {
        Choice::Try => rehearse::run(here),
        Choice::Begin => new::Args { dir: ".".into() }.run(here),
        Choice::Open(folder, is_default) => open(here, &words, &folder, is_default),
    }
}

fn choose(here: &Invocation, asked: &mut Asked) -> Result<Choice> {
    let folder = store::whole_path(Path::new("."));
    let row = |number: &str, text| vec![number.to_owned(), asked.words.say(&text)];
    let rows = vec![
        row("1", say!("first-try")),
        row("2", say!("first-begin")),
        row("3", say!("first-open")),
    ];
    let heading = asked.words.say(&say!("first-heading", folder = folder));
    here.show(&[
        Block::Heading { left: heading, right: String::new() },
        Block::Table { rows, wraps: &[1] },
    ])?;
    let read = |line: &str| match line {
        "1" | "2" | "3" => Ok(line.to_owned()),
        _ => Err(Error::new(say!("error-no-answer", word = line)).hint(say!("hint-first"))),
    };
    let help = say!("why-first");
    let number = asked.explained(&say!("first-label"), &say!("ask-first"), &help, read)?;
    match number.as_str() {
        "1" => return Ok(Choice::Try),
        "2" => return Ok(Choice::Begin),
        _ => {}
    }
    let read = |line: &str| match line {
        "" => Err(Error::new(say!("error-empty-answer"))),
        line => Folder::find(Some(&store::from_home(line))),
    };
    let help = say!("why-first-folder");
    let folder = asked.explained(&say!("first-folder"), &say!("ask-first-folder"), &help, read)?;
    let is_default = asked.for_default()?;
    Ok(Choice::Open(folder, is_default))
}

/// Says where the circle of another folder stands, and how to meet there.
fn open(here: &Invocation, words: &Words, folder: &Folder, is_default: bool) -> CommandResult {
    if is_default {
        store::set_default(&folder.root)?;
        return status::of(here, folder);
    }
    status::of(here, folder)?;
    let command = new::meet_in(&folder.root);
    here.show(&[Block::Text(words.say(&say!("new-next", command = command)))])?;
    Ok(ExitCode::SUCCESS)
}
