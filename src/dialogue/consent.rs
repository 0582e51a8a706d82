//! Asks and reads the consent round: the exact text, one answer each, the announcement.

use crate::circle::{Consent, Effect};
use crate::dialogue::Talk;
use crate::dialogue::after_call::{concern, has_concern, stands_aside};
use crate::dialogue::agenda::reason;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::line::Answer;
use crate::dialogue::round::speaker;
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{Adopted, Awaited, ConsentMode, On, Round, Step, What, Wording};
use crate::text::same;

impl Talk<'_> {
    pub(crate) fn ask_consent(&self, round: &Round) -> Ask {
        let item = self.item();
        let who = speaker(round, None);
        let (title, number) = (&item.entry.title, self.version());
        let before = item.versions.iter().rev().nth(1);
        let right = before.map(|it| self.say(&say!("changed-since", version = it.number)));
        let wording = self.wording();
        let (heading, sentence) = match wording.who() {
            Some(nominee) => (
                say!("ask-consent-nominee", nominee = nominee, role = title, version = number),
                say!("say-consent-nominee", who = &who, nominee = nominee, role = title),
            ),
            None => (
                say!("ask-consent", title = title, version = number),
                say!("say-consent", who = &who, title = title, version = number),
            ),
        };
        let heading = self.say(&heading);
        let mut shown =
            vec![Block::Blank, Block::Heading { left: heading, right: right.unwrap_or_default() }];
        shown.extend(self.put_shown(before.map(|it| &it.wording), &wording));
        let about = &item.proposal().about;
        if !about.is_empty() {
            shown.push(self.hint(&say!("about", names = about.clone())));
        }
        shown.push(self.text(&say!("read-aloud")));
        let appointed = wording.effects.iter().filter_map(Effect::appointment);
        let last = wording.who().into_iter().chain(appointed.map(|it| it.who.as_str()));
        let last: Vec<String> =
            last.filter(|it| round.order.iter().any(|who| who == it)).map(str::to_owned).collect();
        if !last.is_empty() {
            shown.push(self.hint(&say!("asked-last", count = last.len(), who = last)));
        }
        shown.extend(self.step().map(|it| self.hint(&self.typed(&it))));
        shown.push(Block::Blank);
        let enter = Some(self.say(&say!("no-objection")));
        Ask { fresh: true, enter, ..self.turn(shown, who, &sentence) }
    }

    pub(crate) fn hear_consent(
        &self,
        round: Option<&Round>,
        named: Option<&str>,
        answer: Answer,
    ) -> Result<What> {
        let version = self.version();
        let next = round.and_then(|it| it.waiting.first()).map(String::as_str);
        let Some(who) = named.or(next).map(str::to_owned) else {
            return Err(self.no_answer(&answer.words().0));
        };
        let english = ["no objection", "consent", "I consent"];
        if answer == Answer::Enter || self.is_whole(answer, &english, &say!("consent-phrases")) {
            return Ok(What::Consented {
                who,
                version,
                concern: None,
                seen: None,
                via: None,
                by: None,
            });
        }
        let (word, rest, _) = answer.words();
        // `no` may be said for "no objection" and for an objection.
        if self.is_whole(answer, &["yes", "no"], &say!("consent-unclear")) {
            return Err(Error::new(say!("error-yes-or-no", word = word)).hint(self.waits()));
        }
        match word.as_str() {
            "o" | "object" => {
                let reason = reason(rest)?;
                Ok(What::Objected {
                    who,
                    reason,
                    version: Some(version),
                    on: None,
                    meeting: None,
                    seen: None,
                    via: None,
                    by: None,
                })
            }
            "c" | "concern" => Ok(What::Consented {
                who,
                version,
                concern: Some(concern(rest)?.to_owned()),
                seen: None,
                via: None,
                by: None,
            }),
            "a" | "aside" if self.meeting.circle().rules.aside => self.stands_aside(&who, rest),
            "call" if rest.is_empty() && named.is_none() => Ok(What::Agreed {
                on: On::Consent,
                version: Some(version),
                present: self.members_here(),
            }),
            _ => Err(self.no_answer(&word)),
        }
    }

    /// Returns whether the whole room may be asked at once: before the first answer to a proposal,
    /// where the rules say so.
    pub(super) fn may_call(&self) -> bool {
        let is_first =
            |it: &Round| it.waiting.len() == it.order.len() && self.item().selection().is_none();
        self.meeting.circle().rules.consent == Consent::Call
            && self.waited_for(ConsentMode::Round).is_empty()
            && matches!(self.meeting.step(), Some(Step::Consent(round)) if is_first(round))
    }

    /// Returns whether an answer is, as a whole line, one of these English phrases, or at a terminal
    /// one that the language file lists. A full stop at its end is ignored.
    fn is_whole(&self, answer: Answer, english: &[&str], own: &Phrase) -> bool {
        let Answer::Plain(line) = answer else { return false };
        let is = |phrase: &str| same(line.trim_end_matches('.'), phrase);
        let mut phrases = self.words.list_of(own).into_iter();
        english.iter().any(|it| is(it)) || self.words.is_at_terminal() && phrases.any(|it| is(&it))
    }

    pub(crate) fn ask_announce(&self, heard: ConsentMode) -> Ask {
        let (item, wording) = (self.item(), self.wording());
        let consenting = item.consenting(&self.members_here());
        let all_agree = || match (heard, wording.who()) {
            (ConsentMode::Round, Some(nominee)) => say!("ask-announce-nominee", nominee = nominee),
            (ConsentMode::Round, None) => say!("ask-announce"),
            (ConsentMode::Call, _) => say!("ask-announce-call", names = consenting.clone()),
        };
        let waited_for = self.waited_for(heard);
        let sentence = match self.below_quorum() {
            Some((here, needed)) => say!("ask-announce-few", here = here, needed = needed),
            None if consenting.is_empty() && !item.asides.is_empty() => say!("ask-announce-aside"),
            None if !waited_for.is_empty() => {
                say!("ask-announce-awaited", count = waited_for.len(), names = waited_for)
            }
            None => all_agree(),
        };
        let concerns = item.concerns.iter().map(|it| has_concern(it, item.is_earlier(it)));
        let asides = item.asides.iter().map(stands_aside);
        let mut shown = vec![Block::Blank];
        shown.extend(concerns.chain(asides).map(|it| self.text(&it)));
        shown.push(self.text(&sentence));
        if heard == ConsentMode::Call {
            shown.extend(self.step().map(|it| self.hint(&self.typed(&it))));
        }
        Ask { shown, sentence: self.say(&sentence), fresh: true, ..Ask::default() }
    }

    pub(crate) fn hear_announce(
        &self,
        heard: ConsentMode,
        speaker: Option<&str>,
        answer: Answer,
    ) -> Result<What> {
        if heard == ConsentMode::Call
            && let Some(what) = self.hear_after_call(speaker, answer)?
        {
            return Ok(what);
        }
        if speaker.is_some() || answer != Answer::Enter {
            return self.hear_consent(None, speaker, answer);
        }
        if let Some(elected) = self.elected(heard) {
            return Ok(elected);
        }
        let who = self.waited_for(heard);
        if !who.is_empty() {
            return Ok(What::Awaited(Awaited { who, version: self.version(), until: None }));
        }
        let (item, state, circle) = (self.item(), self.state(), self.meeting.circle());
        let Wording { text, validity, responsible, measures, effects, .. } = self.wording();
        Ok(What::Adopted(Box::new(Adopted {
            title: item.entry.title.clone(),
            text,
            validity: validity.announced(self.now.date_naive()),
            responsible,
            measures,
            effects,
            by: item.entry.by.clone(),
            with: item.entry.with.clone(),
            version: self.version(),
            consent: heard,
            present: state.members(circle),
            absent: state.absent(circle),
            guests: state.guests.clone(),
            replaces: self.replaced(),
            ends: item.proposal().ends.clone(),
            written: Vec::new(),
        })))
    }

    /// Returns the members who are asked in writing before the decision stands. A call asks only those
    /// who are here.
    fn waited_for(&self, heard: ConsentMode) -> Vec<String> {
        let circle = self.meeting.circle();
        let is_decision = self.item().selection().is_none();
        if !is_decision || !circle.rules.waits() || heard == ConsentMode::Call {
            return Vec::new();
        }
        self.state().waited_for(circle, self.now.date_naive())
    }

    pub(crate) fn version(&self) -> u32 {
        self.item().version().map_or(1, |it| it.number)
    }
}
