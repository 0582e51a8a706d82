//! Reads what is said after a call, until the decision is announced: a concern, an objection to the
//! call, and who stands aside. The call stands unless somebody objects.

use crate::dialogue::agenda::reason;
use crate::dialogue::ask::Block;
use crate::dialogue::line::Answer;
use crate::dialogue::names::Names;
use crate::dialogue::{Response, Talk};
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{Aside, Concern, Concerned, On, StoodAside, What};
use crate::text::fold;

impl Talk<'_> {
    /// Reads a line of a voice after a call; returns `None` for any other line. `@NAME c CONCERN`
    /// is none of them: it is an answer in a round. So is `@NAME o REASON` in a script.
    pub(super) fn hear_after_call(
        &self,
        speaker: Option<&str>,
        answer: Answer,
    ) -> Result<Option<What>> {
        let (word, rest, _) = answer.words();
        Ok(match (word.as_str(), speaker) {
            ("c" | "concern", None) => {
                let (who, text) = self.whose(rest)?;
                let text = concern(text)?.to_owned();
                let version = self.version();
                Some(What::Concerned(Concerned { who: who.map(str::to_owned), text, version }))
            }
            ("o" | "object", None) => {
                let (who, rest) = self.named_voice(&word, rest)?;
                Some(self.objects_to_call(who, rest)?)
            }
            ("o" | "object", Some(who)) if self.words.is_at_terminal() => {
                Some(self.objects_to_call(who, rest)?)
            }
            ("a" | "aside", None) if self.may_stand_aside() => {
                let (who, rest) = self.named_voice(&word, rest)?;
                Some(self.stands_aside(who, rest)?)
            }
            _ => None,
        })
    }

    /// Reads why somebody stands aside.
    pub(super) fn stands_aside(&self, who: &str, rest: &str) -> Result<What> {
        if rest.is_empty() {
            return Err(Error::new(say!("error-no-aside")).hint(say!("hint-no-aside")));
        }
        let (who, reason) = (who.to_owned(), rest.to_owned());
        Ok(What::StoodAside(StoodAside {
            who,
            version: self.version(),
            reason,
            seen: None,
            via: None,
            by: None,
        }))
    }

    /// Returns whether members may stand aside from what is on the table.
    pub(super) fn may_stand_aside(&self) -> bool {
        let selects = self.item().selection().is_some();
        self.meeting.circle().rules.aside && self.meeting.format() >= 2 && !selects
    }

    /// Asks whether a call stands in which somebody has a concern.
    pub(super) fn asks_for_call(&self, who: &str, english: Answer) -> Option<Response> {
        let (word, text, _) = english.words();
        if !matches!(word.as_str(), "c" | "concern") || text.is_empty() {
            return None;
        }
        let again = format!("@{who} c {text}");
        let stands = format!("c {who}: {text}");
        let mut answers = self.yes(&stands);
        answers.extend(self.no(&again));
        let round = ["round".to_owned(), self.own_word("round")];
        answers.extend(round.map(|it| (fold(&it), again.clone())));
        let shown = vec![Block::Quote(text.to_owned())];
        Some(self.ask_back(shown, &say!("back-call"), answers))
    }

    fn objects_to_call(&self, who: &str, rest: &str) -> Result<What> {
        let (who, reason, version) = (who.to_owned(), reason(rest)?, Some(self.version()));
        Ok(What::Objected {
            who,
            reason,
            version,
            on: Some(On::Consent),
            meeting: None,
            seen: None,
            via: None,
            by: None,
        })
    }

    /// Splits `NAME: TEXT`. Without a name of somebody known before the colon, or after `\`, all of
    /// it is the text.
    fn whose<'t>(&self, rest: &'t str) -> Result<(Option<&str>, &'t str)> {
        if let Some(text) = rest.strip_prefix('\\') {
            return Ok((None, text));
        }
        let Some((name, text)) = rest.split_once([':', '：']) else { return Ok((None, rest)) };
        match Names::new(self.known()).find(name) {
            Ok(who) => Ok((Some(who), text.trim())),
            Err(err) if err.message.key == "error-several-names" => Err(err),
            Err(_) => Ok((None, rest)),
        }
    }

    /// Splits `NAME: REASON`, in which the name is needed.
    fn named_voice<'t>(&self, word: &str, rest: &'t str) -> Result<(&str, &'t str)> {
        let Some((name, reason)) = rest.split_once([':', '：']) else {
            let own = self.own_word(word);
            let err = Error::new(say!("error-whose-answer", word = &own));
            return Err(err.hint(say!("hint-whose", word = own)));
        };
        Ok((Names::new(self.known()).find(name)?, reason.trim()))
    }
}

/// Refuses a concern without words.
pub(super) fn concern(text: &str) -> Result<&str> {
    if text.is_empty() {
        return Err(Error::new(say!("error-no-concern")).hint(say!("hint-no-concern")));
    }
    Ok(text)
}

/// Says a concern. One about an earlier version says which.
pub(super) fn has_concern(it: &Concern, is_earlier: bool) -> Phrase {
    let (version, text) = (it.version, &it.text);
    match (&it.who, is_earlier) {
        (Some(who), true) => say!("had-concern", who = who, version = version, text = text),
        (Some(who), false) => say!("has-concern", who = who, text = text),
        (None, true) => say!("had-concern-unnamed", version = version, text = text),
        (None, false) => say!("has-concern-unnamed", text = text),
    }
}

pub(super) fn stands_aside(it: &Aside) -> Phrase {
    say!("stands-aside", who = &it.who, reason = &it.reason)
}
