//! Asks and reads a proposal: its draft, revising it, integrating objections.

use crate::circle::Effect;
use crate::dialogue::agenda::reason;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::closing::{given, other_circle};
use crate::dialogue::earlier_selection::day_of;
use crate::dialogue::line::Answer;
use crate::dialogue::round::raise;
use crate::dialogue::{Response, Talk, names};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{Item, Objection, On, Presented, Step, Validity, What, Wording};
use crate::records::format::record_parts::heard_then;
use crate::records::{Decision, as_text};
use crate::text::same;

impl<'a> Talk<'a> {
    pub(crate) fn ask_draft(&self) -> Ask {
        let sentence = say!("say-draft", title = &self.item().entry.title);
        let ask = self
            .prompt(&say!("ask-draft"))
            .below(self.item_header())
            .above_hint(self.earlier_shown())
            .above_hint(self.wording_shown(None, &self.wording()));
        Ask { sentence: self.say(&sentence), ..ask }
    }

    pub(crate) fn ask_revise(&self) -> Ask {
        let presented = self.item().version().map(|it| &it.wording);
        let wording = self.wording_shown(presented, &self.wording());
        self.prompt(&say!("ask-revise")).above_hint(wording)
    }

    pub(crate) fn ask_objections(&self) -> Ask {
        let mut shown = self.objections_shown();
        let last = self.meeting.standing().next_back().map(|it| &it.what);
        let question = match last {
            Some(What::Objected { on: Some(On::Consent), .. }) => {
                say!("ask-objections-call", count = shown.len())
            }
            _ => say!("ask-objections", count = shown.len()),
        };
        let presented = self.item().version().map(|it| &it.wording);
        let wording = self.wording();
        if presented.is_some_and(|it| *it != wording) {
            shown.extend(self.put_shown(presented, &wording));
        }
        shown.push(self.text(&say!("ask-needs")));
        self.prompt(&question).above_hint(shown)
    }

    /// Shows the objections that stand.
    pub(crate) fn objections_shown(&self) -> Vec<Block> {
        let objections = self.state().on_table().into_iter().flat_map(Item::standing);
        let shown =
            |it: &Objection| self.text(&say!("objects", who = &it.who, reason = &it.reason));
        objections.map(shown).collect()
    }

    /// Shows what is kept in view above a text that is edited: the objections that are heard.
    pub(crate) fn above_edit(&self) -> Vec<Block> {
        let hears = self.meeting.step() == Some(&Step::Objections);
        if hears { self.objections_shown() } else { Vec::new() }
    }

    /// Shows the decision in force under this title, that it is replaced and whether its review is
    /// due, and when the topic of this title was on the table; with what was objected and of concern
    /// then.
    fn earlier_shown(&self) -> Vec<Block> {
        let mut lines = Vec::new();
        if let Some(earlier) = self.earlier() {
            lines.push(say!("replaces-earlier", decision = earlier.named()));
            let review = earlier.validity.review().filter(|it| *it <= self.now.date_naive());
            lines.extend(review.map(|it| say!("review-due", review = it)));
            if earlier.validity.is.term().is_none() {
                let usual = self.meeting.circle().rules.term;
                lines.push(earlier.validity.said(say!("stood-then", usual = usual)));
            }
            lines.extend(heard_then(&earlier.objections, &earlier.concerns));
        }
        let title = &self.item().entry.title;
        let topic = self.background.topics.iter().find(|it| same(&it.title, title));
        if let Some((topic, meeting)) = topic.and_then(|it| Some((it, it.meeting.as_deref()?))) {
            lines.push(say!("discussed-then", meeting = day_of(meeting)));
            lines.extend(heard_then(&topic.objections, &topic.concerns));
        }
        lines.iter().map(|it| self.hint(it)).collect()
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
            return Ok(Response::Fact(What::Objected {
                who: who.to_owned(),
                reason: reason(rest)?,
                version: Some(version.number),
                on: None,
                meeting: None,
                seen: None,
                via: None,
                by: None,
            }));
        }
        if answer == Answer::Enter {
            return Ok(Response::Fact(self.presented()));
        }
        // A text of several lines alone, and what stands behind a `\`, is the text.
        let (word, text) = match answer {
            Answer::Content(text) => ("text".to_owned(), Some(text)),
            _ => (word, text),
        };
        if let Some(change) = self.change(&word, rest, text)? {
            return Ok(change);
        }
        if text.is_none()
            && self.item().selection().is_none()
            && let Some(what) = self.effects(&word, rest)?
        {
            return Ok(Response::Fact(what));
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

    /// Returns the fact that Enter records: the whole wording is put to the circle.
    fn presented(&self) -> What {
        let wording = self.wording();
        let version = match self.item().version() {
            Some(last) if last.wording.changes(&wording).is_empty() => last.number,
            Some(last) => last.number + 1,
            None => 1,
        };
        let nominee = wording.who().map(str::to_owned);
        let Wording { text, validity, responsible, measures, effects, .. } = wording;
        let validity = validity.announced(self.begins());
        let since = self.item().selection().and_then(|it| it.since);
        What::Presented(Presented {
            version,
            text,
            nominee,
            validity,
            since,
            responsible,
            measures,
            effects,
        })
    }

    /// Returns the proposal as it is now: what was typed, else what it starts from.
    pub(crate) fn wording(&self) -> Wording {
        let (item, usual) = (self.item(), self.meeting.circle().rules.term);
        if item.selection().is_some() {
            return item.wording(usual);
        }
        let title = &item.entry.title;
        let draft = self.background.drafts().find(|(it, _)| same(it, title)).map(|(_, it)| it);
        let draft = match draft.or_else(|| self.continued().map(Decision::draft)) {
            Some(start) => item.draft.clone().or(&start),
            None => item.draft.clone(),
        };
        // Somebody who joins or leaves is no rule that is looked at again.
        let effects = draft.effects.as_deref().unwrap_or_default();
        let is_over = !effects.is_empty() && effects.iter().all(Effect::is_over);
        let usual = if is_over { Validity::Once } else { Validity::Term(usual) };
        let mut wording = draft.whole(usual);
        if draft.text.is_none() {
            wording.text = as_text(effects, self.words);
        }
        wording
    }

    /// Returns the decision in force under this title, unless the proposal ends it: then the
    /// proposal needs a text of its own.
    fn continued(&self) -> Option<&'a Decision> {
        self.earlier().filter(|it| !self.item().proposal().ends.contains(&it.id))
    }

    /// Returns the decision in force under this title.
    pub(crate) fn earlier(&self) -> Option<&'a Decision> {
        self.background.in_force(&self.item().entry.title)
    }

    /// Returns the ids of the decisions that the proposal replaces.
    pub(crate) fn replaced(&self) -> Vec<String> {
        let mut replaces = self.item().proposal().replaces.clone();
        if let Some(earlier) = self.continued().filter(|it| !replaces.contains(&it.id)) {
            replaces.push(earlier.id.clone());
        }
        replaces
    }

    /// Says which decisions are replaced and which are ended, in at most three lines.
    pub(crate) fn replaced_and_ended(&self, replaces: &[String], ends: &[String]) -> Vec<String> {
        let named = |ids: &[String]| -> Vec<String> {
            ids.iter().map(|it| self.decision_named(it)).collect()
        };
        let all_gone: Vec<&String> = replaces.iter().chain(ends).collect();
        let replaces =
            (!replaces.is_empty()).then(|| say!("it-replaces", decisions = named(replaces)));
        let ends = (!ends.is_empty()).then(|| say!("it-ends", decisions = named(ends)));
        let gone = self.background.decisions.iter().filter(|it| all_gone.contains(&&it.id));
        let mut gone = gone.filter(|it| !it.effects.is_empty());
        let nothing_back = gone.next().map(|it| say!("takes-nothing-back", title = &it.title));
        replaces.iter().chain(&ends).chain(&nothing_back).map(|it| self.say(it)).collect()
    }

    /// Names a decision by title and date, or by its id if it is not known.
    pub(crate) fn decision_named(&self, id: &str) -> String {
        let known = self.background.decisions.iter().find(|it| it.id == id);
        known.map_or_else(|| id.to_owned(), |it| self.say(&it.named()))
    }

    fn relation(&self, word: &str, rest: &str) -> Result<What> {
        let (mut replaces, mut ends, mut about, mut with) = (None, None, None, Vec::new());
        match word {
            "by" => {
                let (by, with) = self.owners_or_outsiders(rest)?;
                return Ok(What::Proposed { by, with });
            }
            "replaces" => replaces = Some(self.decision(rest)?.id.clone()),
            "ends" => ends = Some(self.decision(rest)?.id.clone()),
            _ => {
                let (first, further) = self.people(self.members(), rest)?;
                (about, with) = (Some(first), further);
            }
        }
        Ok(What::Related { replaces, ends, about, with })
    }

    /// Finds a decision in force: by its id, its whole title, or words of its title.
    pub(crate) fn decision(&self, typed: &str) -> Result<&'a Decision> {
        let decisions = &self.background.decisions;
        let whole = decisions.iter().find(|it| it.id == typed || same(&it.title, typed));
        let found: Vec<&Decision> = match whole {
            Some(decision) => vec![decision],
            None => decisions.iter().filter(|it| names::has_words(&it.title, typed)).collect(),
        };
        match found.as_slice() {
            [one] => Ok(one),
            [] => Err(Error::new(say!("error-no-decision", words = typed))
                .hint(say!("hint-no-decision", count = decisions.len()))),
            found => {
                let titles = found.iter().map(|it| format!("`{}`", it.title)).collect();
                Err(names::several(typed, titles))
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
                let date = given(rest).map(|it| self.date(&it)).transpose()?;
                What::Postponed { kind: None, title: None, date }
            }
            "refer" => What::Referred { title: None, circle: other_circle(rest)? },
            _ => What::AskedToDrop { reason: given(rest), title: None },
        })
    }
}
