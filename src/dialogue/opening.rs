//! Asks and reads the opening: who is present, who facilitates, who writes the minutes.

use std::collections::HashSet;

use crate::circle::{RoleKind, check_new_name};
use crate::dialogue::Talk;
use crate::dialogue::ask::{Ask, Block, Choice, Pick};
use crate::dialogue::line::{Answer, first_word};
use crate::dialogue::names::{self, Names};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{MeetingRole, Opened, What};
use crate::text::fold;

/// The mark after the name of a guest.
pub(crate) const GUEST: &str = "(guest)";

impl Talk<'_> {
    pub(crate) fn ask_open(&self) -> Ask {
        let circle = self.meeting.circle();
        let today = say!("title-and-date", title = &circle.name, date = self.now.date_naive());
        let mut above = vec![Block::Header { left: self.say(&today), right: String::new() }];
        if !circle.aim.is_empty() {
            above.push(Block::Text(circle.aim.clone()));
        }
        let choice = |name: String| Choice { name, ticked: true };
        Ask {
            label: self.say(&say!("label-here")),
            column: self.chair_column(),
            offer: Some(self.own_word("all")),
            choices: circle.names().into_iter().map(choice).collect(),
            ..self.prompt(&say!("ask-open")).below(above)
        }
    }

    /// Reads `all but Dana + Zoe (guest)`.
    pub(crate) fn hear_open(&self, answer: Answer) -> Result<What> {
        let (members, ands) = (Names::new(self.members()), names::ands(self.words));
        let line = match answer {
            Answer::Enter => "all",
            Answer::Plain(line) => line,
            _ => return Err(self.no_answer(&answer.words().0)),
        };
        let (mut present, mut guests, mut unnamed) = (HashSet::new(), Vec::new(), None);
        let mut seen = HashSet::new();
        for (index, list) in line.split(" +").enumerate() {
            let (word, rest) = first_word(list);
            if index == 0 && word.eq_ignore_ascii_case("all") {
                let absent = match first_word(rest) {
                    ("", _) => HashSet::new(),
                    (but, list) if but.eq_ignore_ascii_case("but") && !list.is_empty() => {
                        let names = members.split_list(list, &ands).into_iter();
                        names.map(|name| members.find(name)).collect::<Result<_>>()?
                    }
                    _ => return Err(self.no_answer(rest)),
                };
                present.extend(self.members().into_iter().filter(|it| !absent.contains(it)));
                continue;
            }
            for name in members.split_marked(list, GUEST, self.words) {
                if let Some(count) = self.unnamed(&members, name) {
                    unnamed = Some(unnamed.unwrap_or(0_u32).saturating_add(count));
                    continue;
                }
                let Some(guest) = names::before_mark(name, GUEST) else {
                    let hint = |err: Error| err.hint_if_none(say!("hint-guest", who = name.trim()));
                    present.insert(members.find(name).map_err(hint)?);
                    continue;
                };
                let guest = non_member(&members, guest)?;
                if seen.insert(fold(&guest)) {
                    guests.push(guest);
                }
            }
        }
        let by_seat = self.members().into_iter().filter(|it| present.contains(it));
        let present = by_seat.map(str::to_owned).collect();
        let (meeting, digest) = self.latest_digest().unzip();
        Ok(What::Opened(Opened { present, guests, unnamed, meeting, digest }))
    }

    /// Returns the latest earlier meeting whose records are written, and the digest of its journal.
    fn latest_digest(&self) -> Option<(String, String)> {
        let digests = Some(&self.background.digests).filter(|_| self.names_digests())?;
        digests.last_key_value().map(|(id, digest)| (id.to_string(), digest.clone()))
    }

    /// Returns whether the facts of the meeting have the digests of earlier journals.
    pub(crate) fn names_digests(&self) -> bool {
        self.meeting.format() >= 2
    }

    pub(crate) fn ask_chair(&self, chair: MeetingRole) -> Ask {
        let (label, sentence) = match chair {
            MeetingRole::Facilitator => (say!("label-facilitator"), say!("ask-facilitator")),
            MeetingRole::Secretary => (say!("label-secretary"), say!("ask-secretary")),
        };
        let offer = self.holder_here(chair);
        let nobody = self.say(&say!("nobody"));
        let mut picks = Vec::new();
        if self.words.is_at_terminal() {
            let pick = |name: &str| Pick { name: name.to_owned(), line: name.to_owned() };
            picks.extend(self.here().into_iter().map(pick));
            picks.push(Pick { name: nobody.clone(), line: "-".to_owned() });
        }
        Ask {
            label: self.say(&label),
            sentence: self.say(&sentence),
            column: self.chair_column(),
            offer: Some(offer.map_or(nobody, str::to_owned)),
            picks,
            ..Ask::default()
        }
    }

    pub(crate) fn hear_chair(&self, role: MeetingRole, answer: Answer) -> Result<What> {
        match answer {
            Answer::Enter => {
                let who = self.holder_here(role).map(str::to_owned);
                Ok(What::HandedOver { role, who })
            }
            Answer::Plain(name) => self.meeting_role(role, name),
            _ => Err(self.no_answer(&answer.words().0)),
        }
    }

    /// Reads who takes a role in the meeting; `-` is nobody.
    pub(crate) fn meeting_role(&self, role: MeetingRole, typed: &str) -> Result<What> {
        let who = match typed {
            "-" => None,
            name => Some(names::find(&self.here(), name)?.to_owned()),
        };
        Ok(What::HandedOver { role, who })
    }

    /// Returns the holder of the circle's own role, if they are present.
    fn holder_here(&self, chair: MeetingRole) -> Option<&str> {
        let kind = match chair {
            MeetingRole::Facilitator => RoleKind::Facilitator,
            MeetingRole::Secretary => RoleKind::Secretary,
        };
        let holder = self.meeting.circle().holder(kind)?;
        self.state().is_here(self.meeting.circle(), holder).then_some(holder)
    }

    /// Returns the width of the labels of the opening, so that the answers line up.
    fn chair_column(&self) -> usize {
        let labels = [say!("label-facilitator"), say!("label-secretary")];
        let widths = labels.iter().map(|it| self.say(it).chars().count());
        widths.max().unwrap_or_default()
    }
}

/// Reads the name of a guest or of a nominee from outside, which must not be that of a member.
pub(crate) fn non_member(members: &Names, name: &str) -> Result<String> {
    check_new_name(name)?;
    match members.whole(name) {
        Some(member) => Err(Error::new(say!("error-member-guest", who = member))),
        None => Ok(name.to_owned()),
    }
}

/// Refuses members and guests in one line, because one fact says it of all.
pub(crate) fn apart() -> Error {
    Error::new(say!("error-guests-apart")).hint(say!("hint-guests-apart"))
}
