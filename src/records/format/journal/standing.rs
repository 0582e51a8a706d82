//! The facts of some kinds that were not taken back, and whether the meeting is closed.

use chrono::NaiveDate;

use crate::error::Result;
use crate::meeting::{Fact, What};
use crate::records::format::journal::JournalReader;

/// The facts of some kinds that were not taken back, and whether the meeting is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The day of the first fact.
    pub opened: NaiveDate,
    /// The day of the last fact, even if it was taken back.
    pub last: NaiveDate,
    /// Whether the meeting was closed.
    pub closed: bool,
    /// Whether its minutes were approved right before the close; known where the kind `approved` is
    /// asked for.
    pub approved: bool,
    /// Whether the records of the meeting are written.
    pub filed: bool,
    /// The facts of the kinds that were asked for.
    pub facts: Vec<Fact>,
}

/// Reads the standing facts of some kinds, as [`JournalReader::standing`] does.
pub fn standing(text: &str, kinds: &[&str]) -> Result<Standing> {
    JournalReader::default().standing(text, kinds)
}

impl Standing {
    /// The kinds of facts that are always read.
    pub(crate) const KINDS: [&str; 3] = ["taken-back", "closed", "filed"];

    /// Selects from all facts of a journal.
    pub fn of(facts: &[Fact], kinds: &[&str]) -> Self {
        let day = |it: Option<&Fact>| it.map(|it| it.at.date_naive()).unwrap_or_default();
        let days = (day(facts.first()), day(facts.last()));
        let is_asked = |it: &Fact| {
            let word = it.what.word();
            kinds.contains(&word) || Self::KINDS.contains(&word)
        };
        let some = facts.iter().map(|it| is_asked(it).then(|| it.clone()));
        Self::of_some(some.collect(), days, kinds)
    }

    /// Selects from the facts of a journal, where a fact that is neither of these kinds nor of the
    /// [`KINDS`](Self::KINDS) may be `None`. The days are those of the first and the last fact.
    pub(crate) fn of_some(
        facts: Vec<Option<Fact>>,
        (opened, last): (NaiveDate, NaiveDate),
        kinds: &[&str],
    ) -> Self {
        let mut standing: Vec<Option<Fact>> = Vec::with_capacity(facts.len());
        for fact in facts {
            match fact {
                Some(Fact { what: What::TakenBack {}, .. }) => drop(standing.pop()),
                fact => standing.push(fact),
            }
        }
        let is_approval = |pair: &[Option<Fact>]| match pair {
            [Some(before), Some(Fact { what: What::Closed {}, .. })] => {
                before.what.approves_own_minutes()
            }
            _ => false,
        };
        let approved = standing.windows(2).any(is_approval);
        let mut whats = standing.iter().flatten().map(|it| &it.what);
        let closed = whats.clone().any(|it| *it == What::Closed {});
        let filed = whats.any(|it| matches!(it, What::Filed(_)));
        let facts = standing.into_iter().flatten();
        let facts = facts.filter(|it| kinds.contains(&it.what.word())).collect();
        Self { opened, last, closed, approved, filed, facts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circle::Attribution;
    use crate::meeting::Approved;
    use crate::records::format::journal::{block, head, read};
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
        fact(What::Action {
            who: "Ana".to_owned(),
            with: Vec::new(),
            text: text.to_owned(),
            due: None,
        })
    }

    #[test]
    fn facts_that_were_taken_back_are_left_out() {
        let back = fact(What::TakenBack {});
        let more = [action("one"), action("two"), back.clone(), back, action("three")].concat();
        let text = sample() + &more;
        let found = standing(&text, &["action"]).unwrap().facts;
        assert!(!text.is_empty() && found.len() == 2, "{found:?}");
        check(&text);
    }

    #[test]
    fn minutes_are_approved_where_nothing_stands_between_that_and_the_close() {
        let present = vec!["Ana".to_owned()];
        let approved = fact(What::Approved(Approved { meeting: None, present, digest: None }));
        let note = fact(What::Noted {
            who: None,
            text: "the gate".to_owned(),
            seen: None,
            via: None,
            by: None,
        });
        let (closed, back) = (fact(What::Closed {}), fact(What::TakenBack {}));
        let sample = sample();
        let begun = sample.split("\n[[fact]]\nwhat = \"closed\"").next().unwrap();
        for (facts, expected) in [
            (vec![&approved, &closed], true),
            (vec![&approved, &note, &closed], false),
            (vec![&approved, &note, &back, &closed], true),
            (vec![&approved, &back, &closed], false),
            (vec![&note, &closed], false),
            (vec![&approved], false),
        ] {
            let text = facts.into_iter().fold(begun.to_owned(), |text, it| text + it);
            assert_eq!(standing(&text, &KINDS).unwrap().approved, expected, "{text}");
            check(&text);
        }
    }

    #[test]
    fn text_that_looks_like_a_fact_is_not_read_as_one() {
        for nasty in sample::NASTY {
            let faked = format!("{nasty}\n\n[[fact]]\nwhat = \"filed\"\nat = 2026-09-05T19:00:00Z");
            for text in [nasty.to_owned(), faked, format!("{nasty}\n\"\"\""), format!("'''{nasty}")]
            {
                check(&(sample() + &action(&text) + &action("more")));
                let who = Some(text.clone());
                check(
                    &(sample()
                        + &fact(What::Noted { who, text, seen: None, via: None, by: None })
                        + &action("more")),
                );
            }
        }
    }

    #[test]
    fn edited_and_torn_journals_give_the_same_as_a_full_read() {
        let text = sample() + &action("call");
        let fake = "\n[[fact]]\nwhat = \"noted\"\ntext = '''\n\n[[fact]]\nwhat = \"filed\"\n\
                    at = 2026-09-05T23:00:00Z\n'''\nat = 2026-09-05T23:00:00+02:00\n";
        // Each half looks like a whole fact, and the first is of a kind that is not asked for.
        let forged = fake.replacen("'''\n", "'''\nat = 2026-09-05T23:00:00Z\n", 1);
        let forged = forged.replace("noted", "announced");
        for odd in [
            text.clone() + &forged,
            text.clone() + &forged.replace("'''", "\"\"\""),
            text.clone() + fake,
            text.clone() + &fake.replace("'''", "\"\"\""),
            text.replace('\n', "\r\n"),
            format!("\u{feff}{text}"),
            text.replace("[[fact]]\n", "[[fact]] # by hand\n"),
            text.replace("\n\n[[fact]]", "\n\n\n[[fact]]"),
            text.replacen("[[fact]]", "[[fact\t]]", 1),
            text.replacen("[[fact]]", "[[\"fact\"]]", 2),
            text.replacen("[[fact]]", "\t[[fact]]", 3),
            text.replace("format = 2", "format = 1"),
            text.replace("\n\n[[fact]]", "\n# é\n[[fact]]"),
            text.clone() + "\n[[fact]]\nwhat = \"act",
            text.clone() + "\n[[fact]]\nwhat = \"noted\"\ntext = \"b\"\nat = 2026-09",
            text.replace("who = \"Ana\"\n", "who = \"Ana\" # she said\n"),
        ] {
            check(&odd);
        }
        assert!(standing(&text.replace("\"action\"", "\"acton\""), &KINDS).is_err());
        assert!(standing(&text.replacen("[[fact]]\n", "[[fact]]\n[[fact]]\n", 1), &KINDS).is_err());
        assert!(standing("format = 1\n", &KINDS).is_err());
        assert!(standing(&text.replace("format = 2", "format = 3"), &KINDS).is_err());
    }
}
