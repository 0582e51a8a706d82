//! Reads and shows the changes to the circle that a decision makes: `join Farid`, `rule quorum 2/3`.

use chrono::NaiveDate;

use crate::circle::{Appointment, Days, EFFECT_WORDS, Effect, Founding, Parts, RoleKind};
use crate::dialogue::Talk;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::closing::{given, other_circle};
use crate::dialogue::draft::no_number;
use crate::dialogue::line::Answer;
use crate::dialogue::names::{self, Names};
use crate::dialogue::nomination::OUTSIDE;
use crate::dialogue::opening::non_member;
use crate::dialogue::shown::marked;
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{What, Wording};
use crate::records::{as_text, sentence};
use crate::text::{fold, nearest_hint, same};
use crate::toml_file::unknown_word;

impl Talk<'_> {
    /// Reads a line that begins with one of these words as all changes to the circle, this one added or
    /// taken away; `None` for any other word. One that changes the same takes the earlier one's place.
    pub(super) fn effects(&self, word: &str, rest: &str) -> Result<Option<What>> {
        let mut effects = self.wording().effects;
        if word == "effect" {
            let number = rest.strip_prefix('-').and_then(|it| it.trim().parse::<usize>().ok());
            let Some(number) = number.filter(|it| (1..=effects.len()).contains(it)) else {
                return Err(no_number(rest.trim_start_matches('-').trim(), effects.len()));
            };
            effects.remove(number - 1);
            return Ok(Some(self.effected(effects)));
        }
        if !EFFECT_WORDS.contains(&word) {
            return Ok(None);
        }
        let line = format!("{word} {rest}");
        let is_known = |text: &str| self.is_name(text);
        let parts = Parts::of(word, rest, &|whole, _, _| !is_known(whole));
        let effect = match parts.ok_or_else(|| no_effect(word, line.trim()))? {
            Parts::Join { who, from } => self.joins(who, from)?,
            Parts::Leave { who, on } => {
                let who = Names::new(self.members()).find(who)?.to_owned();
                Effect::Leave { who, on: self.day_said(on)? }
            }
            Parts::Aim(text) => Effect::Aim(text.to_owned()),
            Parts::Domain(text) => Effect::Domain(text.to_owned()),
            Parts::Role { name, kind, term, purpose } => {
                self.role_said(name, kind, term, purpose)?
            }
            Parts::EndRole(name) => Effect::EndRole(self.role_named(name, &effects)?),
            Parts::EndCircle { name, on } => self.ends_circle(name, on)?,
            Parts::Appoint { who, role, days } => self.appoints(who, role, &days, &effects)?,
            Parts::Found { name, members, leader, aim } => {
                self.founds(name, members, leader, aim)?
            }
            Parts::Rule { key, value } => {
                Effect::Rule { key: key.to_owned(), value: value.to_owned() }
            }
        };
        effect.check_text()?;
        // A name of somebody new may have been typed in small letters first.
        let joins = |it: &Effect| it.newcomer().map(fold);
        let is_same = |it: &Effect| {
            it.part() == effect.part() || joins(it).is_some_and(|who| joins(&effect) == Some(who))
        };
        match effects.iter_mut().find(|it| is_same(it)) {
            Some(same) => *same = effect,
            None => effects.push(effect),
        }
        Ok(Some(self.effected(effects)))
    }

    /// Returns the fact of these changes. A text that only says the changes so far says the new ones.
    fn effected(&self, effects: Vec<Effect>) -> What {
        let before = as_text(&self.wording().effects, self.words);
        let text = self.item().draft.text.as_ref().filter(|it| **it == before && !it.is_empty());
        let text = text.map(|_| as_text(&effects, self.words)).filter(|it| !it.is_empty());
        What::Effected { effects, text }
    }

    /// Returns whether a text is the whole name of a member, a role or a circle right below.
    fn is_name(&self, text: &str) -> bool {
        let roles = &self.state().circle_after(self.meeting.circle()).roles;
        let names = roles.iter().map(|it| it.name.as_str());
        let below = self.background.below.iter().map(|(it, _)| it.as_str());
        names.chain(below).chain(self.members()).any(|it| same(it, text))
    }

    fn day_said(&self, said: Option<&str>) -> Result<Option<NaiveDate>> {
        said.map(|it| self.date(it)).transpose()
    }

    /// Reads a guest who is here, or somebody else who is no member.
    fn joins(&self, who: &str, from: Option<&str>) -> Result<Effect> {
        self.refuse_waiting(who)?;
        if Names::new(Vec::new()).split_list(who, &names::ands(self.words)).len() > 1 {
            return Err(Error::new(say!("error-join-one", who = who)));
        }
        let guests = Names::new(self.state().guests.iter().map(String::as_str).collect());
        let who = match guests.find(who) {
            Ok(guest) => guest.to_owned(),
            Err(_) => self.newcomer(who)?,
        };
        // What belongs to another line would become part of the name.
        if [" as ", " on ", " since ", " until "].iter().any(|it| who.contains(it)) {
            return Err(no_effect("join", &format!("join {who}")));
        }
        let below = || self.background.below.iter().map(|(it, _)| it.as_str());
        let from = from.map(other_circle).transpose()?;
        let from = from.map(|it| below().find(|own| same(own, &it)).map_or(it, str::to_owned));
        Ok(Effect::Join { who, from })
    }

    /// Reads the name of somebody new. The beginning of a member's name in small letters means the member
    /// at a terminal.
    fn newcomer(&self, typed: &str) -> Result<String> {
        let members = Names::new(self.members());
        let is_small = typed.chars().next().is_some_and(char::is_lowercase);
        let begun =
            if is_small && self.words.is_at_terminal() { members.find(typed).ok() } else { None };
        if let Some(who) = members.whole(typed).or(begun) {
            return Err(Error::new(say!("error-member-already", who = who)));
        }
        non_member(&members, typed)
    }

    /// Refuses to take in somebody whom the circle took in already and who has not answered.
    fn refuse_waiting(&self, who: &str) -> Result<()> {
        let mut pending = self.pending().into_iter();
        let Some((who, _)) = pending.find(|(it, role)| role.is_none() && same(it, who)) else {
            return Ok(());
        };
        let err = Error::new(say!("error-join-waits", who = who));
        Err(err.hint(say!("hint-join-waits", who = who)))
    }

    fn role_said(
        &self,
        name: &str,
        kind: Option<&str>,
        term: Option<&str>,
        purpose: Option<&str>,
    ) -> Result<Effect> {
        let read_kind = |kind: &str| {
            let words = <RoleKind as strum::VariantNames>::VARIANTS.iter().copied();
            let read = kind.to_lowercase().parse::<RoleKind>();
            read.map_err(|_| unknown_word("kind", kind, words))
        };
        let roles = &self.state().circle_after(self.meeting.circle()).roles;
        let there = Names::new(roles.iter().map(|it| it.name.as_str()).collect());
        Ok(Effect::Role {
            name: there.whole(name).unwrap_or(name).to_owned(),
            kind: kind.map(read_kind).transpose()?,
            term: term.map(|it| self.term(it)).transpose()?,
            purpose: purpose.map(str::to_owned),
        })
    }

    fn appoints(
        &self,
        who: &str,
        role: &str,
        days: &Days<'_>,
        effects: &[Effect],
    ) -> Result<Effect> {
        let name = names::before_mark(who, OUTSIDE).unwrap_or(who);
        let joins = |it: &Effect| matches!(it, Effect::Join { who, .. } if same(who, name));
        if effects.iter().any(joins) {
            return Err(Error::new(say!("error-appoint-newcomer", who = name)));
        }
        let role = self.role_named(role, effects)?;
        let members = Names::new(self.members());
        let (who, outside) = match names::before_mark(who, OUTSIDE) {
            Some(name) => (non_member(&members, name)?, true),
            None => (members.find(who)?.to_owned(), false),
        };
        Ok(Effect::Appoint(Appointment {
            who,
            outside,
            role,
            since: self.day_said(days.since)?,
            term: days.term.map(|it| self.term(it)).transpose()?,
            until: self.day_said(days.until)?,
        }))
    }

    fn founds(&self, name: &str, members: &str, leader: &str, aim: &str) -> Result<Effect> {
        if self.background.below.iter().any(|(it, _)| same(it, name)) {
            return Err(Error::new(say!("error-circle-exists-below", circle = name)));
        }
        let known = Names::new(self.members());
        Ok(Effect::Found(Founding {
            name: name.to_owned(),
            members: known.find_all(members, self.words)?,
            leader: known.find(leader)?.to_owned(),
            aim: aim.to_owned(),
        }))
    }

    /// Reads the end of a circle right below that has no circles below it.
    fn ends_circle(&self, name: &str, on: Option<&str>) -> Result<Effect> {
        let below = &self.background.below;
        let all: Vec<&str> = below.iter().map(|(it, _)| it.as_str()).collect();
        let unknown = |_| {
            let err = Error::new(say!("error-no-circle-below", circle = name));
            let circles = quoted(&all);
            err.hint(say!("hint-no-circle-below", count = all.len(), circles = circles))
        };
        let name = Names::new(all.clone()).find(name).map_err(unknown)?.to_owned();
        if below.iter().any(|(it, has_below)| *it == name && *has_below) {
            return Err(Error::new(say!("error-circle-has-below", circle = &name)));
        }
        Ok(Effect::EndCircle { name, on: self.day_said(on)? })
    }

    /// Finds a role of the circle, or one that the draft makes.
    fn role_named(&self, typed: &str, effects: &[Effect]) -> Result<String> {
        let roles = &self.state().circle_after(self.meeting.circle()).roles;
        let made = effects.iter().filter_map(|it| match it {
            Effect::Role { name, .. } => Some(name.as_str()),
            _ => None,
        });
        let names = roles.iter().map(|it| it.name.as_str()).chain(made);
        let names: Vec<&str> = names.collect();
        let unknown = |_| {
            let hint = nearest_hint(typed, names.iter().copied());
            let err = Error::new(say!("error-unknown-role", name = typed));
            err.hint(hint.unwrap_or_else(|| say!("hint-no-role", roles = quoted(&names))))
        };
        Names::new(names.clone()).find(typed).map(str::to_owned).map_err(unknown)
    }

    /// Says which changes are new, and which are no more.
    pub(super) fn new_effects(&self, effects: &[Effect]) -> Vec<Block> {
        let before = self.wording().effects;
        let gone = before.iter().filter(|it| !effects.contains(it));
        let gone = gone.map(|it| self.hint(&say!("no-effect", effect = sentence(it))));
        let new = effects.iter().filter(|it| !before.contains(it));
        let new: Vec<&Effect> = new.collect();
        let said = new.iter().map(|it| self.hint(&sentence(it)));
        let mut shown: Vec<Block> = gone.chain(said).collect();
        let new: Vec<Effect> = new.into_iter().cloned().collect();
        shown.extend(self.leaving_shown(&new));
        shown
    }

    /// Shows how the circle changes, one change a line, with what differs in brackets.
    pub(super) fn effects_shown(&self, before: &Wording, now: &Wording) -> Vec<Block> {
        if before.effects.is_empty() && now.effects.is_empty() {
            return Vec::new();
        }
        let lines = now.effects.iter().zip(1_usize..).map(|(it, number)| {
            let line = format!("{number}  {}", self.say(&sentence(it)));
            marked(line, &before.effects.contains(it), &true)
        });
        let removed = before.effects.iter().filter(|it| !now.effects.contains(it));
        let removed = removed.map(|it| {
            format!("[{}]", self.say(&say!("no-effect", effect = self.say(&sentence(it)))))
        });
        let lines = lines.chain(removed).map(Block::Text);
        let mut shown = vec![self.text(&say!("changes-circle"))];
        shown.extend(lines);
        shown
    }

    /// Says from when until when each one who is appointed has the role, and who has it now.
    pub(super) fn appointed_shown(&self, effects: &[Effect]) -> Vec<Block> {
        let today = self.now.date_naive();
        let circle = self.state().circle_after(self.meeting.circle());
        let after = circle.with_effects(effects, today);
        let after = after.as_ref().unwrap_or(circle);
        let appointed = effects.iter().filter_map(Effect::appointment);
        let line = |it: &Appointment| {
            let (since, until) = it.days(after, today);
            let (who, role) = (&it.who, &it.role);
            let said = say!("appointed-days", who = who, role = role, since = since, until = until);
            let there = circle.roles.iter().find(|it| it.name == *role);
            let held = there.into_iter().flat_map(|it| circle.held(it));
            let overlaps = held.filter(|it| it.from < until && since < it.to && it.who != who);
            let before = overlaps.map(|it| say!("appointed-before", who = it.who));
            let before = before.map(|it| self.hint(&it));
            std::iter::once(self.hint(&said)).chain(before).collect::<Vec<_>>()
        };
        appointed.flat_map(line).collect()
    }

    /// Says of those who leave, or are in a new circle, that they have to be heard, and of those who leave
    /// that they are still asked in this meeting.
    pub(super) fn leaving_shown(&self, effects: &[Effect]) -> Vec<Block> {
        let circle = self.meeting.circle();
        let links = |who: &str| circle.members.iter().any(|it| it.name == who && it.from.is_some());
        let is_heard = |who: &str| {
            self.state().is_here(circle, who)
                || self.item().proposal().about.iter().any(|it| it == who)
        };
        let follows = !self.state().agenda.is_empty();
        let hint = |effect: &Effect| match effect {
            Effect::Leave { who, .. } if links(who) => None,
            Effect::Leave { who, .. } if !is_heard(who) => {
                Some(say!("hint-leaves-unheard", who = who))
            }
            Effect::Leave { who, .. } => follows.then(|| say!("leaves-later", who = who)),
            Effect::Found(it) => {
                let who = it.members.iter().find(|it| !is_heard(it))?;
                Some(say!("hint-founds-unheard", who = who))
            }
            _ => None,
        };
        effects.iter().filter_map(hint).map(|it| self.hint(&it)).collect()
    }

    pub(super) fn ask_accept(&self, who: &str) -> Ask {
        let question = say!("ask-accept", who = who);
        let ask = self.prompt(&question);
        let enter = Some(self.say(&say!("accepts")));
        Ask { fresh: true, enter, ..self.turn(ask.shown, who.to_owned(), &question) }
    }

    pub(super) fn hear_accept(&self, who: &str, answer: Answer) -> Result<What> {
        let who = who.to_owned();
        let is = |english: &str, phrase: &Phrase, word: &str| {
            self.own_words(english, phrase).iter().any(|it| same(it, word))
        };
        let (yes, no) = (say!("back-yes"), say!("back-no"));
        match answer.words() {
            _ if answer == Answer::Enter => Ok(What::Accepted { who, role: None }),
            (word, "", None) if is("yes", &yes, &word) => Ok(What::Accepted { who, role: None }),
            (word, rest, None) if is("no", &no, &word) => {
                Ok(What::Declined { who, role: None, reason: given(rest) })
            }
            (word, ..) => Err(self.no_answer(&word)),
        }
    }
}

/// Makes the error for a line that begins with a word for a change and is none.
fn no_effect(word: &str, line: &str) -> Error {
    let hint = if word == "circle" { say!("hint-effect-circle") } else { say!("hint-effect") };
    Error::new(say!("error-invalid-effect", text = line)).hint(hint)
}

fn quoted(names: &[&str]) -> Vec<String> {
    names.iter().map(|it| format!("`{it}`")).collect()
}
