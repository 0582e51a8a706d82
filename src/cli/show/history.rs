//! How a decision or an election came about: how consent was heard, the earlier versions with what
//! was objected, the concerns, and who stood aside.

use crate::cli::show::Past;
use crate::dialogue::Block;
use crate::lang::{Phrase, Words, say};
use crate::meeting::Version;
use crate::records::{Decision, ObjectionRecord, Record};
use crate::text::{clean, one_line};

/// Says who consented, where that is not everyone who was present.
pub(super) fn consented(it: &Decision) -> Option<Phrase> {
    let named = |names: Vec<&String>| -> Vec<String> {
        names.iter().map(|it| one_line(&clean(it))).collect()
    };
    let aside: Option<Vec<&String>> = it.asides.iter().map(|it| it.who.as_ref()).collect();
    let heard = named(it.about.iter().collect());
    // Where it is not named who stood aside, it is not known who consented.
    let Some(aside) = aside else {
        return (!heard.is_empty()).then(|| say!("show-heard", heard = heard));
    };
    let is_asked = |who: &&String| !it.about.contains(who) && !aside.contains(who);
    let asked = named(it.present.iter().chain(&it.written).filter(is_asked).collect());
    match (&heard[..], &aside[..]) {
        ([], []) => None,
        ([], _) => Some(say!("minutes-consented-only", asked = asked)),
        _ => Some(say!("minutes-consented", asked = asked, heard = heard)),
    }
}

/// Lists the versions before the last with the objections to each and their outcomes, then the
/// concerns, and who stood aside.
pub(super) fn history(record: Record<'_>, past: &Past<'_, '_>, words: &Words) -> Vec<Block> {
    let (objections, concerns) = match record {
        Record::Decision(it) => (&it.objections, &it.concerns),
        Record::Election(it) => (&it.objections, &it.concerns),
    };
    let mut blocks = Vec::new();
    let heading = |phrase: Phrase| {
        [Block::Blank, Block::Heading { left: words.say(&phrase), right: String::new() }]
    };
    let mut numbers: Vec<Option<u32>> = past.versions.iter().map(|it| Some(it.number)).collect();
    numbers.extend(objections.iter().map(|it| it.version));
    numbers.sort_unstable();
    numbers.dedup();
    let last = numbers.last().copied().flatten();
    for number in numbers {
        let objections: Vec<&ObjectionRecord> =
            objections.iter().filter(|it| it.version == number).collect();
        let version = past.versions.iter().find(|it| Some(it.number) == number);
        let version = version.filter(|_| number != last || !objections.is_empty());
        if version.is_none() && objections.is_empty() {
            continue;
        }
        blocks.extend(heading(match number {
            Some(number) => say!("show-version", version = number),
            None => say!("minutes-objections"),
        }));
        blocks.extend(version.map(|it| proposed(it, words)));
        for objection in objections {
            blocks.push(said(objection.who.as_deref(), &objection.reason));
            let outcome = objection.outcome_said(words).map(|it| one_line(&clean(&it)));
            blocks.extend(outcome.map(|text| Block::Pair { label: String::new(), text }));
        }
    }
    if !concerns.is_empty() {
        blocks.extend(heading(say!("minutes-concerns")));
        blocks.extend(concerns.iter().map(|it| {
            let version =
                it.version.map(|it| words.say(&say!("minutes-concern-then", version = it)));
            let who: Vec<String> = it.who.iter().cloned().chain(version).collect();
            said((!who.is_empty()).then(|| who.join(", ")).as_deref(), &it.text)
        }));
    }
    if let Record::Decision(it) = record
        && !it.asides.is_empty()
    {
        blocks.extend(heading(say!("minutes-asides")));
        blocks.extend(it.asides.iter().map(|it| said(it.who.as_deref(), &it.reason)));
    }
    blocks
}

/// Shows a statement, beside the name of the speaker if that is kept.
fn said(who: Option<&str>, text: &str) -> Block {
    match who {
        Some(who) => Block::Pair { label: one_line(&clean(who)), text: clean(text) },
        None => Block::Text(clean(text)),
    }
}

/// Shows a version as it was put to the circle.
fn proposed(version: &Version, words: &Words) -> Block {
    match &version.wording.nominee {
        Some(it) => {
            let (who, reason) = (clean(&it.name), clean(&it.reason));
            Block::Text(words.say(&say!("minutes-put-forward", who = who, reason = reason)))
        }
        None => Block::Quote(clean(&version.wording.text)),
    }
}
