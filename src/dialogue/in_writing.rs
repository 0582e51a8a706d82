//! Shows a decision in writing, and reads the answers to it.

use crate::dialogue::Talk;
use crate::dialogue::ask::Block;
use crate::dialogue::closing::given;
use crate::dialogue::line::{Answer, first_word};
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::What;

impl Talk<'_> {
    /// Shows the version that is asked about, whole.
    pub(crate) fn version_shown(&self) -> Vec<Block> {
        let item = self.item();
        let title = item.entry.title.clone();
        let version = self.say(&say!("written-version", version = self.version()));
        let mut shown = vec![Block::Header { left: title, right: version }];
        shown.extend(self.undated_wording_shown(&self.wording()));
        let proposal = item.proposal();
        let lines = self.replaced_and_ended(&self.replaced(), &proposal.ends);
        shown.extend(lines.into_iter().map(Block::Text));
        if !proposal.about.is_empty() {
            shown.push(self.hint(&say!("about", names = proposal.about.clone())));
        }
        shown
    }

    /// Reads a member's answer in writing: what a consent round takes, a question or a reaction, or that
    /// it goes to the meeting, which is an objection.
    pub(crate) fn answer_in_writing(&self, who: &str, line: &str) -> Result<What> {
        let (word, rest) = first_word(line);
        let who = who.to_owned();
        match word.to_lowercase().as_str() {
            "n" | "note" => {
                let text = given(rest).ok_or_else(|| Error::new(say!("error-empty-answer")))?;
                Ok(What::Noted { who: Some(who), text, seen: None, via: None, by: None })
            }
            "m" | "meeting" => {
                let to_meeting = || self.say(&say!("to-the-meeting"));
                let reason = if rest.is_empty() { to_meeting() } else { rest.to_owned() };
                let (version, on, meeting) = (Some(self.version()), None, None);
                let (seen, via, by) = (None, None, None);
                Ok(What::Objected { who, reason, version, on, meeting, seen, via, by })
            }
            "?" | "??" => Err(self.no_answer(word).hint(self.typed_in_writing())),
            _ => {
                let heard = self.hear_consent(None, Some(&who), Answer::read(line.trim()));
                heard.map_err(|err| match err.message.key {
                    "error-no-answer" => err.hint(self.typed_in_writing()),
                    _ => err,
                })
            }
        }
    }

    /// Lists what can be answered in writing.
    pub(crate) fn typed_in_writing(&self) -> Phrase {
        if self.may_stand_aside() { say!("written-keys-aside") } else { say!("written-keys") }
    }
}
