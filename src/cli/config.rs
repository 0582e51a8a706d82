//! `rounds config`: prints the settings that hold, and what sets each of them.

use std::path::PathBuf;
use std::process::ExitCode;

use toml::Table;

use crate::cli::{Cli, CommandResult, Invocation, heading};
use crate::dialogue::Block;
use crate::lang::{Phrase, Words, say};
use crate::records::answer;
use crate::records::rows::row;
use crate::store::file::with_slashes;
use crate::store::settings::config_file;
use crate::store::{self, Folder};
use crate::terminal::output;
use crate::terminal::screen::{self, Colour};

/// Prints the settings that hold, and what sets each: an option, a variable or a file
#[derive(clap::Args)]
#[command(after_long_help = "Examples:
  rounds config
      The settings, and what sets each.
  rounds config --lang de
      The same in German.")]
pub(super) struct Args {
    /// Prints a JSON object
    #[arg(long)]
    json: bool,
}

/// A setting that holds.
struct Setting {
    name: &'static str,
    /// The value as it is written in a file; `None` if it has none.
    value: Option<String>,
    /// The value in words, if it is not shown as it is written.
    said: Option<Phrase>,
    /// The option, variable or file that sets it; `None` for the default.
    source: Option<&'static str>,
}

impl Args {
    pub(super) fn run(&self, here: &Invocation, cli: &Cli) -> CommandResult {
        let all = settings(here, cli);
        let file = config_file();
        let words = here.words();
        if self.json {
            output::print(&answer::object(document(&all, file)))?;
        } else {
            let rows = all.iter().map(|it| it.row(&words)).collect();
            let mut blocks = vec![
                heading(&words, &say!("config-heading"), &say!("config-sources")),
                Block::Table { rows, wraps: &[1] },
            ];
            blocks.extend(file.map(|(path, is_there)| {
                let path = store::file::named(&path);
                let said = if is_there {
                    say!("config-file", path = path)
                } else {
                    say!("config-no-file", path = path)
                };
                Block::Text(words.say(&said))
            }));
            here.show(&blocks)?;
        }
        let settings = here.settings.clone()?;
        if cli.circle.is_some() || settings.circle.is_some() {
            here.folder()?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Setting {
    fn row(&self, words: &Words) -> Vec<String> {
        let none = || words.say(&say!("config-none"));
        let said = self.said.as_ref().map(|it| words.say(it));
        let value = said.or_else(|| self.value.clone()).unwrap_or_else(none);
        let source = self.source.map_or_else(|| words.say(&say!("config-default")), str::to_owned);
        vec![self.name.to_owned(), value, source]
    }
}

/// Returns the settings that hold, in the order of the keys of `config.toml`.
fn settings(here: &Invocation, cli: &Cli) -> [Setting; 5] {
    let read = here.settings.clone().unwrap_or_default();
    let folder = here.folder().ok();
    if let Some(circle) = folder.as_ref().and_then(|it| it.circle().ok()) {
        here.speak(&circle);
    }
    let (lang, lang_by) = here.lang();
    let (plain, plain_by) = here.plain;
    // A plain screen has no colour, whatever else is asked for.
    let (colour, colour_by) = if plain { (Colour::Never, plain_by) } else { screen::colour() };
    let (colour, colour_said) = match colour {
        Colour::Auto => ("auto", say!("config-colour-auto")),
        Colour::Always => ("always", say!("config-colour-always")),
        Colour::Never => ("never", say!("config-colour-never")),
    };
    let (editor, editor_by) = read.editor().map_or((None, None), |(it, by)| (Some(it), by));
    let plain_said = if plain { say!("config-yes") } else { say!("config-no") };
    // A folder that is named holds even if it is not there: that is what every command says.
    let (circle, circle_by) = Folder::sought(cli.circle.as_deref()).ok().flatten().unzip();
    let circle = folder.map(|it| it.root).or(circle).map(|it| store::whole_path(&it));
    [
        Setting { name: "circle", value: circle, said: None, source: circle_by.flatten() },
        Setting { name: "lang", value: Some(lang.tag().to_owned()), said: None, source: lang_by },
        Setting {
            name: "plain",
            value: Some(plain.to_string()),
            said: Some(plain_said),
            source: plain_by,
        },
        Setting {
            name: "colour",
            value: Some(colour.to_owned()),
            said: Some(colour_said),
            source: colour_by,
        },
        Setting { name: "editor", value: editor, said: None, source: editor_by },
    ]
}

/// Makes the JSON object: the settings, and the file with whether it is there.
fn document(all: &[Setting], file: Option<(PathBuf, bool)>) -> Table {
    let settings = all.iter().map(|it| {
        let source = it.source.map(Into::into);
        let value = it.value.clone().map(Into::into);
        row([("setting", Some(it.name.into())), ("value", value), ("source", source)])
    });
    let settings: Vec<toml::Value> = settings.map(Into::into).collect();
    let (path, is_there) = file.unzip();
    row([
        ("settings", Some(settings.into())),
        ("file", path.map(|it| with_slashes(&it).into())),
        ("exists", is_there.map(Into::into)),
    ])
}
