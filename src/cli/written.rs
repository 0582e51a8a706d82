//! What `rounds answer` and `rounds settle` share: finding a decision in writing, and showing it.

use chrono::NaiveDate;

use crate::circle::Circle;
use crate::cli::{Invocation, record_words};
use crate::dialogue::{Answers, Ask, Block, Talk, find_name};
use crate::error::{Error, Result};
use crate::lang::{Phrase, Words, say};
use crate::meeting::Moment;
use crate::records::Background;
use crate::store::{Archive, Folder, Stands, Written, clock};
use crate::terminal::Terminal;
use crate::text::{fold, same};

/// Finds the one decision in writing that is not ended and that these words mean: the beginning of its
/// id, or words of its title. Without words it is the only one.
pub(super) fn find(all: Vec<Written>, typed: &str) -> Result<Written> {
    if all.iter().all(|it| it.stands() == Stands::Ended) {
        return Err(Error::new(say!("error-written-nothing")));
    }
    let words = fold(typed);
    let is_meant = |it: &Written| {
        let id = it.id.as_str().rsplit('/').next().unwrap_or_default();
        let title = fold(it.title());
        id.starts_with(typed) || words.split_whitespace().all(|word| title.contains(word))
    };
    let open = all.into_iter().filter(|it| it.stands() != Stands::Ended);
    let mut found: Vec<Written> = open.filter(|it| is_meant(it)).collect();
    let exact = found.iter().position(|it| fold(it.title()) == words);
    match (found.len(), exact) {
        (0, _) => Err(Error::new(say!("error-written-none", typed = typed))),
        (1, _) => Ok(found.remove(0)),
        (_, Some(index)) => Ok(found.remove(index)),
        (_, None) => {
            let names = found.iter().map(|it| it.title().to_owned()).collect::<Vec<_>>();
            if typed.is_empty() {
                let err = Error::new(say!("error-written-several", titles = names));
                return Err(err.hint(say!("hint-written-several")));
            }
            Err(Error::new(say!("error-several-names", typed = typed, names = names)))
        }
    }
}

/// Finds the member whose name was typed, as a meeting does.
pub(super) fn member(circle: &Circle, typed: &str) -> Result<String> {
    let names: Vec<&str> = circle.members.iter().map(|it| it.name.as_str()).collect();
    find_name(&names, typed).map(str::to_owned)
}

/// Shows a decision in writing: the version that is asked about, who has answered, and what is still
/// missing.
pub(super) fn shown(
    written: &Written,
    background: &Background,
    words: &Words,
    now: Moment,
) -> Vec<Block> {
    let talk = Talk { meeting: &written.meeting, background, words, now };
    let mut shown = talk.version_shown();
    shown.push(Block::Blank);
    let told = written.meeting.standing().filter(|it| it.what.is_answer_to(version(written)));
    shown.extend(told.flat_map(|it| talk.told(&it.what)));
    shown.push(Block::Text(words.say(&stands(written))));
    let not_counted = written.unread.iter().chain(&written.out_of_turn).chain(&written.void);
    shown.extend(not_counted.map(|it| Block::Hint(it.say_as(&say!("label-note"), words))));
    shown
}

fn version(written: &Written) -> u32 {
    written.item().and_then(|it| it.version()).map_or(1, |it| it.number)
}

/// Says where a decision in writing stands.
pub(super) fn stands(written: &Written) -> Phrase {
    match written.stands() {
        Stands::Waits(names) => say!("written-waits", names = names),
        Stands::Objected(all) => {
            let names: Vec<String> = all.into_iter().map(|(who, _)| who).collect();
            say!("written-objected", count = names.len(), names = names)
        }
        Stands::Agreed => say!("written-agreed"),
        Stands::Refused(why) => say!("written-refused", why = why.message),
        Stands::Unread => say!("written-unread"),
        Stands::Ended => say!("written-ended"),
    }
}

/// Returns the background for showing a decision in writing: the decisions in force on a day.
pub(super) fn background(archive: &Archive, day: NaiveDate) -> Result<Background> {
    Ok(archive.background(day, None)?.0)
}

/// Returns the titles of what waits for somebody in the other circles of the tree, each with its circle.
pub(super) fn elsewhere(folder: &Folder, who: &str) -> Vec<String> {
    let mut found = Vec::new();
    for branch in folder.top().below(&mut Vec::new()) {
        let (Ok(circle), Ok((all, _))) = (branch.folder.circle(), branch.folder.written()) else {
            continue;
        };
        let waits = |it: &Written| match it.stands() {
            Stands::Waits(names) => names.iter().any(|it| same(it, who)),
            _ => false,
        };
        found.extend(
            all.iter().filter(|it| waits(it)).map(|it| format!("{} ({})", it.title(), circle.name)),
        );
    }
    found
}

/// Returns the time of what is written: that of `--at`, else now.
pub(super) fn time(here: &Invocation, written: &Written, at: Option<&str>) -> Result<Moment> {
    match at {
        Some(at) => super::meet::moment(&written.meeting, &here.words(), at),
        None => Ok(written.next_at(clock::now())),
    }
}

/// Returns the texts of records of the circle that put it.
pub(super) fn words_of(written: &Written) -> Words {
    record_words(written.meeting.circle())
}

/// Asks one question until what is typed can be taken; `None` if the input has ended. The hint says what
/// can be typed, `?` also what it is for, and Enter takes what is offered.
pub(super) fn asked<T>(
    terminal: &mut Terminal,
    words: &Words,
    (question, hint, why): (&Phrase, Option<&Phrase>, Option<&Phrase>),
    offer: Option<String>,
    take: impl Fn(&str) -> Result<T>,
) -> Result<Option<T>> {
    let sentence = words.say(question);
    let heading = Block::Heading { left: sentence.clone(), right: String::new() };
    let mut shown = vec![Block::Blank, heading];
    shown.extend(hint.map(|it| Block::Hint(words.say(it))));
    let ask = Ask { shown, sentence, fresh: true, offer, ..Ask::default() };
    while let Some(said) = terminal.answer(&ask)? {
        let typed = said.line.trim();
        if typed == "?" || typed == "??" {
            let why = why.iter().map(|it| words.say(it));
            let why: Vec<String> =
                why.flat_map(|it| it.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
            let typed = hint.map(|it| words.say(&say!("help-typed", typed = it.clone())));
            terminal.show(&why.into_iter().chain(typed).map(Block::Text).collect::<Vec<_>>())?;
            continue;
        }
        match take(if typed.is_empty() { ask.offer.as_deref().unwrap_or_default() } else { typed })
        {
            Ok(taken) => return Ok(Some(taken)),
            Err(err) => terminal.refuse(err)?,
        }
    }
    Ok(None)
}

#[cfg(test)]
mod histories;
