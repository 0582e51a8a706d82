//! A proposal, said and heard: the draft, keeping or changing it, integrating objections.

use crate::dialogue::agenda::reason;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::closing::{given, other_circle};
use crate::dialogue::draft::DraftChange;
use crate::dialogue::line::Answer;
use crate::dialogue::round::raise;
use crate::dialogue::{Response, Talk, names};
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{Presented, Step, What, Wording};
use crate::records::Decision;
use crate::text::{fold, same};

impl<'a> Talk<'a> {
    pub(crate) fn ask_draft(&self) -> Ask {
        let mut shown = self.item_header();
        shown.push(Block::Blank);
        shown.push(Block::Heading { left: self.say(&say!("ask-draft")), right: String::new() });
        shown.extend(self.earlier_shown());
        shown.extend(self.wording_shown(None, &self.wording()));
        shown.push(Block::Hint(self.say(&say!("typed-draft"))));
        let sentence = say!("say-draft", title = &self.item().entry.title);
        Ask { shown, sentence: self.say(&sentence), ..Ask::default() }
    }

    pub(crate) fn ask_revise(&self) -> Ask {
        let heading = self.say(&say!("ask-revise"));
        let mut shown =
            vec![Block::Blank, Block::Heading { left: heading.clone(), right: String::new() }];
        let put = self.item().version().map(|it| &it.wording);
        shown.extend(self.wording_shown(put, &self.wording()));
        shown.push(Block::Hint(self.say(&say!("typed-revise"))));
        Ask { shown, sentence: heading, ..Ask::default() }
    }

    pub(crate) fn ask_objections(&self) -> Ask {
        let objections: Vec<_> = self.item().standing().collect();
        let count = self.say(&say!("ask-objections", count = objections.len()));
        let mut shown =
            vec![Block::Blank, Block::Heading { left: count.clone(), right: String::new() }];
        for objection in objections {
            let line = say!("objects", who = &objection.who, reason = &objection.reason);
            shown.push(Block::Text(self.say(&line)));
        }
        let put = self.item().version().map(|it| &it.wording);
        let wording = self.wording();
        if put.is_some_and(|it| *it != wording) {
            shown.extend(self.put_shown(put, &wording));
        }
        shown.push(Block::Text(self.say(&say!("ask-needs"))));
        shown.push(Block::Hint(self.say(&self.typed(&Step::Objections))));
        Ask { shown, sentence: count, ..Ask::default() }
    }

    /// What a proposal under the title of a decision in force starts from: when that is to be
    /// reviewed, and what somebody was concerned about.
    fn earlier_shown(&self) -> Vec<Block> {
        let Some(earlier) = self.earlier() else { return Vec::new() };
        let hint = |phrase: &Phrase| Block::Hint(self.say(phrase));
        let mut shown = vec![hint(&say!("replaces-earlier", decision = earlier.named()))];
        let review = earlier.review;
        if review <= self.now.date_naive() {
            shown.push(hint(&say!("review-due", review = review)));
        }
        let concerns = earlier.concerns.iter();
        shown.extend(concerns.map(|it| hint(&say!("concern-then", text = &it.text))));
        shown
    }

    /// Reads a line where a proposal is drafted, revised, or objections are integrated.
    pub(crate) fn hear_proposal(
        &self,
        step: &Step,
        speaker: Option<&str>,
        answer: Answer,
    ) -> Result<Response> {
        let (word, rest, text) = answer.words();
        if let Some(who) = speaker {
            let (true, Some(version)) =
                (matches!(word.as_str(), "o" | "object"), self.item().version())
            else {
                return Err(self.no_answer(&word));
            };
            let (who, reason) = (who.to_owned(), reason(rest)?);
            let version = Some(version.number);
            return Ok(Response::Fact(What::Objected {
                who,
                reason,
                version,
                on: None,
                meeting: None,
            }));
        }
        if answer == Answer::Enter {
            return Ok(Response::Fact(self.presented()));
        }
        if let Some(change) = self.change(&word, rest, text)? {
            return Ok(match change {
                DraftChange::Edit(current) => Response::Edit(current),
                DraftChange::Text(text) => Response::Fact(What::Worded { text }),
                DraftChange::Term(term) => Response::Fact(What::Termed { term }),
                DraftChange::Who(responsible) => Response::Fact(What::Assigned { responsible }),
                DraftChange::Measures(measures) => Response::Fact(What::Measured { measures }),
            });
        }
        let what = match (step, word.as_str()) {
            (Step::Draft | Step::Revise, "by" | "replaces" | "ends" | "about") => {
                self.relation(&word, rest)?
            }
            (Step::Revise | Step::Objections, "round") => raise(rest)?,
            (Step::Objections, "put") if self.item().selection().is_some() => {
                self.put_forward(rest)?
            }
            (Step::Objections, "withdraw") => self.withdrawn(rest)?,
            (Step::Objections, "postpone" | "refer" | "drop") => self.item_end(&word, rest)?,
            _ => return Err(self.no_answer(&word)),
        };
        Ok(Response::Fact(what))
    }

    /// What Enter puts to the circle, whole.
    fn presented(&self) -> What {
        let wording = self.wording();
        let version = self.item().version();
        let version =
            version.map_or(1, |it| it.number + u32::from(!it.wording.changes(&wording).is_empty()));
        let review = wording.term.after(self.now.date_naive());
        let nominee = wording.who().map(str::to_owned);
        let Wording { text, term, responsible, measures, .. } = wording;
        What::Presented(Presented { version, text, nominee, term, review, responsible, measures })
    }

    /// The proposal as it is now: what was said of it, else where it starts from.
    pub(crate) fn wording(&self) -> Wording {
        let (item, usual) = (self.item(), self.meeting.circle().rules.term);
        if item.selection().is_some() {
            return item.wording(usual);
        }
        let title = &item.entry.title;
        let draft = self.background.drafts().find(|(it, _)| same(it, title)).map(|(_, it)| it);
        match draft.or_else(|| self.continued().map(Decision::draft)) {
            Some(start) => item.draft.clone().or(&start).whole(usual),
            None => item.draft.whole(usual),
        }
    }

    /// The decision in force under this title, unless it is to end: then the proposal says so in
    /// words of its own.
    fn continued(&self) -> Option<&'a Decision> {
        self.earlier().filter(|it| !self.item().proposal().ends.contains(&it.id))
    }

    /// The decision in force under this title, which this one would replace.
    pub(crate) fn earlier(&self) -> Option<&'a Decision> {
        self.background.in_force(&self.item().entry.title)
    }

    /// The decisions that are replaced once this one is adopted, by id.
    pub(crate) fn replaced(&self) -> Vec<String> {
        let mut replaces = self.item().proposal().replaces.clone();
        if let Some(earlier) = self.continued().filter(|it| !replaces.contains(&it.id)) {
            replaces.push(earlier.id.clone());
        }
        replaces
    }

    /// Says which decisions are replaced or ended, where some are.
    pub(crate) fn makes_an_end(&self, replaces: &[String], ends: &[String]) -> Vec<String> {
        let named = |ids: &[String]| -> Vec<String> {
            ids.iter().map(|it| self.decision_named(it)).collect()
        };
        let mut said = Vec::new();
        if !replaces.is_empty() {
            said.push(self.say(&say!("it-replaces", decisions = named(replaces))));
        }
        if !ends.is_empty() {
            said.push(self.say(&say!("it-ends", decisions = named(ends))));
        }
        said
    }

    /// Names a decision by title and date; one that is not known by its id.
    pub(crate) fn decision_named(&self, id: &str) -> String {
        let known = self.background.decisions.iter().find(|it| it.id == id);
        known.map_or_else(|| id.to_owned(), |it| self.say(&it.named()))
    }

    fn relation(&self, word: &str, rest: &str) -> Result<What> {
        let (mut replaces, mut ends, mut about) = (None, None, None);
        match word {
            "by" => return Ok(What::Proposed { by: names::find(&self.known(), rest)?.to_owned() }),
            "replaces" => replaces = Some(self.decision(rest)?.id.clone()),
            "ends" => ends = Some(self.decision(rest)?.id.clone()),
            _ => {
                let members = self.meeting.circle().names();
                let members: Vec<&str> = members.iter().map(String::as_str).collect();
                about = Some(names::find(&members, rest)?.to_owned());
            }
        }
        Ok(What::Related { replaces, ends, about })
    }

    /// Finds a decision in force: by its id, its whole title, or words of its title.
    pub(crate) fn decision(&self, typed: &str) -> Result<&'a Decision> {
        let decisions = &self.background.decisions;
        let whole = decisions.iter().find(|it| it.id == typed || same(&it.title, typed));
        let words = fold(typed);
        let has_words = |it: &&Decision| {
            let title = fold(&it.title);
            !words.is_empty() && words.split_whitespace().all(|word| title.contains(word))
        };
        let found: Vec<&Decision> =
            whole.map_or_else(|| decisions.iter().filter(has_words).collect(), |it| vec![it]);
        match found.as_slice() {
            [one] => Ok(one),
            [] => Err(Error::new(say!("error-no-decision", words = typed))
                .hint(say!("hint-no-decision", count = decisions.len()))),
            several => {
                let titles = several.iter().map(|it| format!("`{}`", it.title)).collect::<Vec<_>>();
                let err = Error::new(say!("error-several", typed = typed, names = titles));
                Err(err.hint(say!("hint-several")))
            }
        }
    }

    fn withdrawn(&self, rest: &str) -> Result<What> {
        let (who, reason) = names::split(&self.here(), rest)?;
        Ok(What::Withdrew { who: who.to_owned(), reason: given(reason) })
    }

    /// Reads `postpone [DATE]`, `refer CIRCLE`, `drop [REASON]` for the item on the table.
    pub(crate) fn item_end(&self, word: &str, rest: &str) -> Result<What> {
        Ok(match word {
            "postpone" => {
                let date = if rest.is_empty() { None } else { Some(self.date(rest)?) };
                What::Postponed { kind: None, title: None, date }
            }
            "refer" => What::Referred { title: None, circle: other_circle(rest)? },
            _ => What::AskedToDrop { reason: given(rest), title: None },
        })
    }
}
