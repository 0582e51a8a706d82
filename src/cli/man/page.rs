//! The manual page of a command, in the form that `man` takes.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command};
use roff::{Inline, Roff, bold, italic, roman};

use crate::cli::man::{GLOBAL_OPTIONS, sections};

/// Returns the name of the page of a command: `rounds-log-add`.
pub(super) fn name(command: &Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

/// Returns the commands right below one, without `help`.
pub(super) fn below(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|it| it.get_name() != "help" && !it.is_hide_set())
}

/// Returns the page of a command that is built; `whole` is the program's.
pub(super) fn page(command: &Command, whole: &Command) -> String {
    let mut page = Roff::new();
    let source = format!("rounds {}", env!("CARGO_PKG_VERSION"));
    page.control("TH", [name(command), "1", "\"\"", &source, "Meetings by consent"]);
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    page.control("SH", ["NAME"]).text([roman(format!("{} - {about}", name(command)))]);
    page.control("SH", ["SYNOPSIS"]);
    page.text(synopsis(command));
    page.control("SH", ["DESCRIPTION"]);
    let long = command.get_long_about().map(ToString::to_string);
    // The first paragraph is the name's.
    let long = long.as_deref().and_then(|it| it.split_once("\n\n")).map(|(_, rest)| rest);
    paragraphs(&mut page, long.unwrap_or(&about), "PP");
    commands(&mut page, command);
    options(&mut page, command);
    let is_whole = name(command) == name(whole);
    table(&mut page, "EXIT STATUS", sections::exit_codes());
    if is_whole {
        table(&mut page, "ENVIRONMENT", sections::variables());
        table(&mut page, "FILES", sections::files());
    }
    examples(&mut page, command);
    page.control("SH", ["SEE ALSO"]);
    page.text(see_also(command, whole));
    page.render()
}

/// Returns the arguments of a command in groups with headings: those that are values alone, its own
/// options, and those of every command.
fn groups(command: &Command) -> [(&'static str, Vec<&Arg>); 3] {
    let all = command.get_arguments().filter(|it| !it.is_hide_set());
    let (global, own): (Vec<_>, Vec<_>) =
        all.partition(|it| it.get_help_heading() == Some(GLOBAL_OPTIONS));
    let (values, options) = own.into_iter().partition(|it| it.is_positional());
    [("ARGUMENTS", values), ("OPTIONS", options), ("GLOBAL OPTIONS", global)]
}

/// Returns an option or argument as it is typed: `--circle DIR`.
fn typed(arg: &Arg) -> Vec<Inline> {
    let mut typed = Vec::new();
    typed.extend(arg.get_short().map(|it| bold(format!("-{it}"))));
    typed.extend(arg.get_short().and(arg.get_long()).map(|_| roman(", ")));
    typed.extend(arg.get_long().map(|it| bold(format!("--{it}"))));
    if arg.is_positional() || arg.get_action().takes_values() {
        typed.extend((!arg.is_positional()).then(|| roman(" ")));
        let values = arg.get_value_names().unwrap_or_default();
        typed.push(italic(values.join(" ")));
        let several = arg.get_num_args().is_some_and(|it| it.max_values() > values.len());
        typed.extend(
            (several || matches!(arg.get_action(), ArgAction::Append)).then(|| roman("...")),
        );
    }
    typed
}

fn synopsis(command: &Command) -> Vec<Inline> {
    let mut line = vec![bold(name(command).replace('-', " "))];
    let is_help = |it: &&Arg| matches!(it.get_action(), ArgAction::Help | ArgAction::Version);
    let [(_, values), (_, own), (_, global)] = groups(command);
    for arg in [own, global, values].concat().into_iter().filter(|it| !is_help(it)) {
        let (open, close) = if arg.is_required_set() { (" ", "") } else { (" [", "]") };
        line.push(roman(open));
        line.extend(typed(arg));
        line.push(roman(close));
    }
    if below(command).next().is_some() {
        let is_needed = command.is_subcommand_required_set();
        let (open, close) = if is_needed { (" ", "") } else { (" [", "]") };
        line.extend([roman(open), italic("COMMAND"), roman(" ..."), roman(close)]);
    }
    line
}

fn commands(page: &mut Roff, command: &Command) {
    if below(command).next().is_some() {
        page.control("SH", ["COMMANDS"]);
    }
    for it in below(command) {
        page.control("TP", []).text([bold(name(it).replace('-', " "))]);
        page.text([roman(it.get_about().map(ToString::to_string).unwrap_or_default())]);
    }
}

fn options(page: &mut Roff, command: &Command) {
    for (heading, args) in groups(command).into_iter().filter(|(_, args)| !args.is_empty()) {
        page.control("SH", [heading]);
        for it in args {
            described(page, it);
        }
    }
}

fn described(page: &mut Roff, arg: &Arg) {
    page.control("TP", []).text(typed(arg));
    let help = arg.get_long_help().or_else(|| arg.get_help());
    paragraphs(page, &help.map(ToString::to_string).unwrap_or_default(), "IP");
    let values = arg.get_possible_values();
    let values: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    if !values.is_empty() && arg.get_action().takes_values() {
        page.control("IP", []).text([roman(format!("One of {}", values.join(", ")))]);
    }
}

fn table(page: &mut Roff, heading: &str, rows: Vec<(String, String)>) {
    page.control("SH", [heading]);
    for (name, meaning) in rows {
        page.control("TP", []).text(marked(&name)).text(marked(&meaning));
    }
}

/// Writes the examples of the help: commands indented by two blanks, with what they do below, indented
/// by more.
fn examples(page: &mut Roff, command: &Command) {
    let help = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    page.control("SH", ["EXAMPLES"]);
    for line in help.lines().skip(1) {
        if line.starts_with("   ") {
            page.text([roman(line.trim())]);
        } else {
            page.control("TP", []).text([bold(line.trim())]);
        }
    }
}

/// Lists the pages of the commands above and below; on the page of the program all.
fn see_also(command: &Command, whole: &Command) -> Vec<Inline> {
    let mut names = Vec::new();
    let mut waiting: Vec<&Command> = vec![whole];
    while let Some(it) = waiting.pop() {
        let own = name(it);
        let is_near = |other: &str| other.starts_with(&format!("{own}-"));
        if own == name(whole)
            || is_near(name(command))
            || own.starts_with(&format!("{}-", name(command)))
        {
            names.push(own);
        }
        waiting.extend(below(it));
    }
    names.retain(|it| *it != name(command));
    names.sort_unstable();
    let pages = names.into_iter().enumerate().flat_map(|(index, it)| {
        let comma = (index > 0).then(|| roman(", "));
        comma.into_iter().chain([bold(it), roman("(1)")])
    });
    pages.collect()
}

/// Writes a text whose paragraphs are separated by empty lines; `new` begins all but the first.
fn paragraphs(page: &mut Roff, text: &str, new: &str) {
    for (index, it) in text.split("\n\n").enumerate() {
        if index > 0 {
            page.control(new, []);
        }
        page.text(marked(&it.replace('\n', " ")));
    }
}

/// Turns what stands between backticks into bold letters, and links into their texts.
fn marked(text: &str) -> Vec<Inline> {
    let mut parts = Vec::new();
    for (index, it) in text.split('`').enumerate() {
        let is_code = index % 2 == 1;
        parts
            .extend((!it.is_empty()).then(|| if is_code { bold(it) } else { roman(unlinked(it)) }));
    }
    parts
}

/// Replaces links of Markdown by their texts.
fn unlinked(text: &str) -> String {
    let mut parts = text.split("](");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for it in parts {
        if let Some(at) = plain.rfind('[') {
            plain.remove(at);
        }
        plain += it.split_once(')').map_or(it, |(_, rest)| rest);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_taken_as_it_is_meant() {
        let text = "as [here](files.md#here) and `--plain`, [there](x).";
        assert_eq!(marked(text), [roman("as here and "), bold("--plain"), roman(", there.")]);
    }
}
