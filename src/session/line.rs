//! The lines of a meeting as JSON lines: what each of them holds.

use chrono::NaiveDate;
use toml::{Table, Value};

use crate::circle::Circle;
use crate::dialogue::{Ask, Block, Choice, Pick, Situation};
use crate::error::Error;
use crate::lang::Words;
use crate::meeting::MeetingId;
use crate::records::answer;
use crate::records::rows::row;
use crate::text::visible;
use crate::toml_file::Word;
use crate::toml_file::fields::{Field, Pair};

/// The format of the lines. A higher number would mean that they are read in another way.
const FORMAT: u32 = 1;

/// The first line: who speaks, and in which language.
pub(crate) fn start(circle: Option<&Circle>, words: &Words) -> String {
    line(
        "start",
        [
            ("format", FORMAT.write()),
            ("program", Some(concat!("rounds ", env!("CARGO_PKG_VERSION")).into())),
            ("lang", Some(words.lang().tag().into())),
            ("circle", circle.and_then(|it| it.name.write())),
        ],
    )
}

/// A paused meeting goes on.
pub(super) fn resumed(meeting: &MeetingId, blocks: &[Block]) -> String {
    line("resumed", [("meeting", meeting.as_str().to_owned().write()), ("shown", shown_as(blocks))])
}

/// A question that waits for an answer. What is above it is shown once.
pub(super) fn prompt(ask: &Ask, number: u64, is_again: bool) -> String {
    let choice = |it: &Choice| {
        Value::Table(row([("name", it.name.write()), ("ticked", Some(it.ticked.into()))]))
    };
    let pick =
        |it: &Pick| Value::Table(row([("name", it.name.write()), ("answer", it.line.write())]));
    let shown = if is_again { None } else { shown_as(&ask.shown) };
    let mut pairs = vec![("number", numbered(number))];
    pairs.extend(stands(&ask.situation));
    pairs.extend([
        ("question", ask.sentence.write()),
        ("who", ask.who.write()),
        ("offer", ask.offer.write()),
        ("speech", Some(ask.speech.into())),
        ("fresh", Some(ask.fresh.into())),
        ("spoken", ask.situation.spoken.write()),
        ("waiting", ask.situation.waiting.write()),
        ("choices", list(ask.choices.iter().map(choice))),
        ("picks", list(ask.picks.iter().map(pick))),
        ("shown", shown),
    ]);
    line("prompt", pairs)
}

/// A text to edit.
pub(super) fn edit(situation: &Situation, number: u64, text: &str) -> String {
    let mut pairs = vec![("number", numbered(number))];
    pairs.extend(stands(situation));
    pairs.push(("text", Some(text.into())));
    line("edit", pairs)
}

/// Something that is shown without a question.
pub(crate) fn shown(blocks: &[Block]) -> String {
    match shown_as(blocks) {
        Some(blocks) => line("shown", [("shown", Some(blocks))]),
        None => String::new(),
    }
}

/// An answer that was refused or could not be written, or another error.
pub(crate) fn error(kind: &str, err: &Error, words: &Words) -> String {
    let number = |it: usize| u32::try_from(it).ok();
    line(
        kind,
        [
            ("code", Some(err.code().into())),
            ("error", Some(visible(&words.say(&err.message)).into())),
            ("hint", err.hint.as_ref().map(|it| visible(&words.say(it)).into())),
            ("file", err.place.file.as_ref().map(|it| visible(it).into())),
            ("line", err.place.line.and_then(number).write()),
            ("column", err.place.column.and_then(number).write()),
        ],
    )
}

/// The records that were written, the topics that were removed, and what comes next.
pub(crate) fn records(
    next: &[(NaiveDate, String)],
    written: &Vec<String>,
    removed: &Vec<String>,
    beside: &[Block],
) -> String {
    let due = |(day, text): &(NaiveDate, String)| {
        Value::Table(row([("date", day.write()), ("text", text.write())]))
    };
    line(
        "records",
        [
            ("next", list(next.iter().map(due))),
            ("written", written.write()),
            ("removed", removed.write()),
            ("shown", shown_as(beside)),
        ],
    )
}

/// The last line: how it ended.
pub(crate) fn end(how: &str, meeting: Option<&MeetingId>) -> String {
    let meeting = meeting.and_then(|it| it.as_str().to_owned().write());
    line("end", [("how", Some(how.into())), ("meeting", meeting)])
}

fn line(kind: &str, pairs: impl IntoIterator<Item = Pair>) -> String {
    answer::line(&row([("type", Some(kind.into()))].into_iter().chain(pairs)))
}

fn numbered(number: u64) -> Option<Value> {
    i64::try_from(number).ok().map(Value::from)
}

/// Returns the step, and the item on the table.
fn stands(situation: &Situation) -> [Pair; 3] {
    let item = situation.item.as_ref();
    let number = |it: usize| u32::try_from(it).ok();
    let about = item.map(|it| {
        Value::Table(row([
            ("title", it.title.write()),
            ("kind", Some(it.kind.word().into())),
            ("number", number(it.number).write()),
            ("of", number(it.count).write()),
        ]))
    });
    let step = Some(situation.step.into());
    [("step", step), ("item", about), ("version", item.and_then(|it| it.version).write())]
}

fn list(rows: impl Iterator<Item = Value>) -> Option<Value> {
    let rows: Vec<Value> = rows.collect();
    (!rows.is_empty()).then_some(Value::Array(rows))
}

/// Returns blocks as a list of tables; empty lines, which only lay out a screen, are left out.
fn shown_as(blocks: &[Block]) -> Option<Value> {
    list(blocks.iter().filter_map(block).map(Value::Table))
}

fn block(block: &Block) -> Option<Table> {
    let one =
        |kind: &str, text: &str| vec![("kind", Some(kind.into())), ("text", Some(text.into()))];
    Some(row(match block {
        Block::Header { left, right } => {
            [one("header", left), vec![("right", right.write())]].concat()
        }
        Block::Heading { left, right } => {
            [one("heading", left), vec![("right", right.write())]].concat()
        }
        Block::Quote(text) => one("quote", text),
        Block::Text(text) => one("text", text),
        Block::Pair { label, text } => [one("pair", text), vec![("label", label.write())]].concat(),
        Block::Table { rows, .. } => {
            let rows = list(rows.iter().map(|it| it.clone().into()));
            vec![("kind", Some("table".into())), ("rows", rows)]
        }
        Block::Hint(text) => one("hint", text),
        Block::Done(text) => one("done", text),
        Block::Refusal(text) => one("refusal", text),
        Block::Blank => return None,
    }))
}
