//! Reads of a journal only what is asked of it, as fast as it can be searched.
//!
//! Works on journals as this program writes them: each fact a block that begins with its
//! `[[fact]]` and its `what`, and ends with its `at`; no text can look like that, for a line of
//! a text never begins with `[`. Any other journal is read as a whole.

use chrono::NaiveDate;
use memchr::{memchr, memmem, memrchr};

use crate::error::Result;
use crate::meeting::{Fact, What, standing as standing_of};
use crate::records::format::journal::read::{read, read_block};
use crate::records::format::journal::{FORMAT, swift};

/// The facts of some kinds that stand in a journal, and how far its meeting has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The day of the first fact.
    pub opened: NaiveDate,
    /// The day of the last fact, slips included.
    pub last: NaiveDate,
    /// Whether the meeting was closed.
    pub closed: bool,
    /// Whether its records are written.
    pub filed: bool,
    /// The facts of the kinds that were asked for, in order, without those taken back.
    pub facts: Vec<Fact>,
}

/// Reads the standing facts of some kinds, which are named as in the journal: `action`.
///
/// What is wrong in other facts of a journal that this program wrote is passed over.
///
/// # Errors
///
/// As [`read`], where the journal must be read as a whole.
pub fn standing(text: &str, kinds: &[&str]) -> Result<Standing> {
    match searched(text, kinds) {
        Some(it) => Ok(it),
        None => Ok(Standing::of(&read(text)?.facts, kinds)),
    }
}

impl Standing {
    /// Takes from all facts of a journal what is asked for.
    pub fn of(facts: &[Fact], kinds: &[&str]) -> Self {
        let day = |it: Option<&Fact>| it.map(|it| it.at.date_naive()).unwrap_or_default();
        let (opened, last) = (day(facts.first()), day(facts.last()));
        let stands = standing_of(facts);
        let has = |what: &What| stands.iter().any(|it| facts[*it].what == *what);
        let (closed, filed) = (has(&What::Closed {}), has(&What::Filed {}));
        let wanted = stands.iter().filter(|it| kinds.contains(&facts[**it].what.word()));
        let facts = wanted.map(|it| facts[*it].clone()).collect();
        Self { opened, last, closed, filed, facts }
    }
}

/// How a fact begins as this program writes it; a blank line is before it.
const BEGIN: &str = "\n\n[[fact]]\n";

/// How a line begins that no text of this program has at its beginning.
const ANY: &str = "\n[[fact]]";

/// Finds the same in a journal as this program writes it; none where it is any other.
fn searched(text: &str, kinds: &[&str]) -> Option<Standing> {
    let bytes = text.as_bytes();
    // Between these this program writes no text.
    if memmem::find(bytes, b"'''").is_some() {
        return None;
    }
    let starts: Vec<usize> = memmem::find_iter(bytes, ANY).collect();
    let mut quotes = memmem::find_iter(bytes, "\"\"\"").peekable();
    // Returns whether a text stays open where a block ends.
    let mut is_open = |end: usize| {
        let count = std::iter::from_fn(|| quotes.next_if(|it| *it < end)).count();
        count % 2 == 1
    };
    let head = &text[..*starts.first()?];
    let known = head.strip_prefix("format = ")?.strip_prefix(&FORMAT.to_string())?;
    if !known.starts_with('\n') || is_open(head.len()) {
        return None;
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let mut stands: Vec<(usize, usize, &str)> = Vec::with_capacity(starts.len());
    let (mut opened, mut last) = (None, None);
    for (&start, end) in starts.iter().zip(ends) {
        // The blank line before a fact belongs to what is before it.
        let block = text.get(start + 1..end)?;
        if !bytes[start - 1..].starts_with(BEGIN.as_bytes()) || is_open(end) {
            return None;
        }
        let what = block.strip_prefix("[[fact]]\nwhat = \"")?;
        let (what, rest) = what.split_at(memchr(b'"', what.as_bytes())?);
        if !is_known(what) || !rest.starts_with("\"\n") {
            return None;
        }
        last = Some(at(block)?);
        opened = opened.or(last);
        match what {
            "taken-back" => drop(stands.pop()),
            _ => stands.push((start + 1, end, what)),
        }
    }
    let has = |word: &str| stands.iter().any(|(.., it)| *it == word);
    let (closed, filed) = (has("closed"), has("filed"));
    let mut facts = Vec::new();
    for (start, end, _) in stands.iter().filter(|(.., it)| kinds.contains(it)) {
        let swift = swift::read(&text[*start..*end]).map(|(fact, _)| fact);
        facts.push(swift.or_else(|| read_block(text, *start, *end).ok())?);
    }
    let day = |it: Option<&str>| it?.get(..10)?.parse().ok();
    Some(Standing { opened: day(opened)?, last: day(last)?, closed, filed, facts })
}

/// Returns whether there are such facts; a word that is missing here costs only time.
fn is_known(what: &str) -> bool {
    matches!(
        what,
        "opened"
            | "handed-over"
            | "arrived"
            | "left"
            | "checked-in"
            | "checked-out"
            | "passed"
            | "deferred"
            | "planned"
            | "approved"
            | "announced"
            | "scheduled"
            | "listed"
            | "unlisted"
            | "moved"
            | "concluded"
            | "agreed"
            | "began"
            | "proposed"
            | "related"
            | "worded"
            | "termed"
            | "assigned"
            | "measured"
            | "presented"
            | "amended"
            | "raised"
            | "asked"
            | "answered"
            | "reacted"
            | "spoke"
            | "consented"
            | "objected"
            | "withdrew"
            | "adopted"
            | "sought"
            | "purposed"
            | "qualified"
            | "wrote"
            | "nominated"
            | "changed"
            | "kept"
            | "put-forward"
            | "elected"
            | "accepted"
            | "asked-to-drop"
            | "dropped"
            | "postponed"
            | "referred"
            | "kept-open"
            | "noted"
            | "action"
            | "done"
            | "topic"
            | "extended"
            | "skipped"
            | "reopened"
            | "taken-back"
            | "closed"
            | "filed"
    )
}

/// Returns what the last line of a block says after `at = `, if it is whole.
fn at(block: &str) -> Option<&str> {
    let line = block.strip_suffix('\n')?;
    let begin = memrchr(b'\n', line.as_bytes())? + 1;
    let at = line[begin..].strip_prefix("at = ")?;
    let whole = at.len() >= "2026-09-05T19:00:00Z".len() && at.as_bytes()[10] == b'T';
    let zone = at.get(19..)?;
    (whole && (zone == "Z" || zone.len() == 6)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circle::Attribution;
    use crate::records::format::journal::{block, head};
    use crate::records::sample;

    const KINDS: [&str; 6] = ["action", "done", "approved", "scheduled", "noted", "closed"];

    fn sample() -> String {
        let meeting = sample::meeting(Attribution::None);
        let blocks: String = meeting.facts().iter().map(block).collect();
        head(meeting.circle()) + &blocks
    }

    #[track_caller]
    fn check(text: &str) {
        let expected = Standing::of(&read(text).unwrap().facts, &KINDS);
        assert_eq!(standing(text, &KINDS), Ok(expected));
    }

    fn fact(what: What) -> String {
        block(&Fact { what, at: "2026-09-05T23:00:00+02:00".parse().unwrap() })
    }

    fn action(text: &str) -> String {
        fact(What::Action { who: "Ana".to_owned(), text: text.to_owned(), due: None })
    }

    #[test]
    fn what_this_program_wrote_is_searched_and_says_the_same() {
        let text = sample();
        assert!(searched(&text, &KINDS).is_some());
        check(&text);
        check(&(text + &fact(What::Filed {})));
    }

    #[test]
    fn what_was_taken_back_does_not_stand() {
        let back = fact(What::TakenBack {});
        let more = [action("one"), action("two"), back.clone(), back, action("three")].concat();
        let text = sample() + &more;
        let found = searched(&text, &["action"]).unwrap().facts;
        assert!(!text.is_empty() && found.len() == 2, "{found:?}");
        check(&text);
    }

    #[test]
    fn no_text_is_taken_for_a_fact() {
        for nasty in sample::NASTY {
            let faked = format!("{nasty}\n\n[[fact]]\nwhat = \"filed\"\nat = 2026-09-05T19:00:00Z");
            for text in [nasty.to_owned(), faked, format!("{nasty}\n\"\"\""), format!("'''{nasty}")]
            {
                check(&(sample() + &action(&text) + &action("more")));
                let who = Some(text.clone());
                check(&(sample() + &fact(What::Noted { who, text }) + &action("more")));
            }
        }
    }

    #[test]
    fn what_was_written_by_hand_or_torn_is_read_as_a_whole() {
        let text = sample() + &action("call");
        let fake = "\n[[fact]]\nwhat = \"noted\"\ntext = '''\n\n[[fact]]\nwhat = \"filed\"\n\
                    at = 2026-09-05T23:00:00Z\n'''\nat = 2026-09-05T23:00:00+02:00\n";
        // Each half of it looks like a fact that is whole, and the first is not asked for.
        let forged = fake.replacen("'''\n", "'''\nat = 2026-09-05T23:00:00Z\n", 1);
        let forged = forged.replace("noted", "announced");
        for (odd, is_searched) in [
            (text.clone() + &forged, false),
            (text.clone() + &forged.replace("'''", "\"\"\""), false),
            (text.clone() + fake, false),
            (text.clone() + &fake.replace("'''", "\"\"\""), false),
            (text.replace('\n', "\r\n"), false),
            (format!("\u{feff}{text}"), false),
            (text.replace("[[fact]]\n", "[[fact]] # by hand\n"), false),
            (text.replace("\n\n[[fact]]", "\n\n\n[[fact]]"), false),
            (text.replace("\n\n[[fact]]", "\n# é\n[[fact]]"), false),
            (text.clone() + "\n[[fact]]\nwhat = \"act", false),
            (text.clone() + "\n[[fact]]\nwhat = \"noted\"\ntext = \"b\"\nat = 2026-09", false),
            (text.replace("who = \"Ana\"\n", "who = \"Ana\" # she said\n"), true),
        ] {
            assert_eq!(searched(&odd, &KINDS).is_some(), is_searched, "{odd}");
            check(&odd);
        }
        assert!(standing(&text.replace("\"action\"", "\"acton\""), &KINDS).is_err());
        assert!(standing(&text.replacen("[[fact]]\n", "[[fact]]\n[[fact]]\n", 1), &KINDS).is_err());
        assert!(standing("format = 1\n", &KINDS).is_err());
        assert!(standing(&text.replace("format = 1", "format = 2"), &KINDS).is_err());
    }
}
