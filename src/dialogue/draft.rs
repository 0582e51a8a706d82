//! Reads the words that change a proposal: `text`, `who`, `measure`, and how long it stands.

use crate::dialogue::line::first_word;
use crate::dialogue::{Response, Talk};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{Termed, Validity, What};

impl Talk<'_> {
    /// Reads one of these words as a change of a draft; `None` for any other word. `text` alone
    /// opens the current text for editing.
    pub(crate) fn change(
        &self,
        word: &str,
        rest: &str,
        text: Option<&str>,
    ) -> Result<Option<Response>> {
        // A role is always given for a term.
        let role = self.item().selection().is_some();
        if role && matches!(word, "text" | "who" | "lasts" | "expires" | "once") {
            return Ok(None);
        }
        let what = match word {
            "text" if text.is_none() && rest.is_empty() => {
                return Ok(Some(Response::Edit(self.wording().text)));
            }
            "text" => What::Worded { text: text.unwrap_or(rest).to_owned() },
            "term" if role => termed(Validity::Term(self.term(rest)?)),
            "term" => termed(self.until(rest)?),
            "lasts" => termed(Validity::Lasts(self.term(rest)?)),
            "expires" => termed(Validity::Expires(self.date(rest)?)),
            "once" if rest.is_empty() && text.is_none() => termed(Validity::Once),
            "who" => What::Assigned { responsible: self.responsible(rest)? },
            "measure" => What::Measured { measures: self.measures(rest)? },
            _ => return Ok(None),
        };
        Ok(Some(Response::Fact(what)))
    }

    /// Reads `1 year`, or `until 18 March 2027`.
    fn until(&self, typed: &str) -> Result<Validity> {
        match first_word(typed) {
            (word, day) if word.eq_ignore_ascii_case("until") => {
                Ok(Validity::Until(self.date(day)?))
            }
            _ => Ok(Validity::Term(self.term(typed)?)),
        }
    }

    /// Reads the names of members, guests present, roles, and people from outside; `-` is nobody.
    fn responsible(&self, list: &str) -> Result<Vec<String>> {
        if list == "-" {
            return Ok(Vec::new());
        }
        let roles = self.meeting.circle().roles.iter().map(|it| it.name.as_str());
        self.with_outsiders(list, &roles.collect::<Vec<_>>())
    }

    /// Adds a measure, or removes the one with a number: `-2`.
    fn measures(&self, rest: &str) -> Result<Vec<String>> {
        let mut measures = self.wording().measures;
        let number = rest.strip_prefix('-').and_then(|it| it.trim().parse::<usize>().ok());
        match number {
            Some(number) if (1..=measures.len()).contains(&number) => {
                measures.remove(number - 1);
            }
            Some(number) => return Err(no_number(&number.to_string(), measures.len())),
            None if rest.is_empty() => {
                return Err(Error::new(say!("error-no-measure")).hint(say!("hint-no-measure")));
            }
            None => measures.push(rest.to_owned()),
        }
        Ok(measures)
    }
}

fn termed(validity: Validity) -> What {
    What::Termed(Termed { validity })
}

/// Refuses a number that nothing in a list of `count` has.
pub(crate) fn no_number(number: &str, count: usize) -> Error {
    let err = Error::new(say!("error-no-place", number = number));
    err.hint(say!("hint-no-place", count = count))
}
