//! Reads and shows the changes to the circle that a decision makes: `join Farid`, `rule quorum 2/3`.

use crate::circle::{Appointment, Effect, Founding, RoleKind};
use crate::dialogue::Talk;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::closing::{given, other_circle};
use crate::dialogue::draft::no_number;
use crate::dialogue::line::{Answer, first_word};
use crate::dialogue::names::{self, Names};
use crate::dialogue::nomination::OUTSIDE;
use crate::dialogue::opening::non_member;
use crate::dialogue::shown::marked;
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{What, Wording};
use crate::records::{as_text, sentence};
use crate::text::{nearest_hint, same};
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
        let text = || {
            given(rest).ok_or_else(|| {
                Error::new(say!("error-effect", text = word)).hint(say!("hint-effect"))
            })
        };
        let effect = match word {
            "join" => self.joins(&text()?)?,
            "leave" => self.leaves(&text()?)?,
            "aim" => Effect::Aim(text()?),
            "domain" => Effect::Domain(text()?),
            "role" => self.role_said(&text()?)?,
            "end" => self.ends(rest, &effects)?,
            "circle" => self.founds(&text()?)?,
            "appoint" => self.appoints(&text()?, &effects)?,
            "rule" => {
                let (key, value) = first_word(rest);
                let (key, value) = (key.to_owned(), given(value).unwrap_or_default());
                Effect::Rule { key, value }
            }
            _ => return Ok(None),
        };
        effect.check_text()?;
        let part = effect.part();
        match effects.iter_mut().find(|it| it.part() == part) {
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

    /// Reads `NAME [from CIRCLE]`: a guest who is here, or somebody else.
    fn joins(&self, rest: &str) -> Result<Effect> {
        let (who, from) = match rest.rsplit_once(" from ") {
            Some((who, circle)) => (who.trim(), Some(other_circle(circle.trim())?)),
            None => (rest, None),
        };
        self.refuse_waiting(who)?;
        if Names::new(Vec::new()).split_list(who, &names::ands(self.words)).len() > 1 {
            return Err(Error::new(say!("error-join-one", who = who)));
        }
        let guests = Names::new(self.state().guests.iter().map(String::as_str).collect());
        let who = match guests.find(who) {
            Ok(guest) => guest.to_owned(),
            Err(_) => non_member(&Names::new(self.members()), who)?,
        };
        Ok(Effect::Join { who, from })
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

    /// Reads `NAME [on DATE]`.
    fn leaves(&self, rest: &str) -> Result<Effect> {
        let members = Names::new(self.members());
        let (who, on) = match rest.rsplit_once(" on ").filter(|_| members.whole(rest).is_none()) {
            Some((who, day)) => (who, Some(self.date(day.trim())?)),
            None => (rest, None),
        };
        Ok(Effect::Leave { who: members.find(who)?.to_owned(), on })
    }

    /// Reads `NAME [(KIND)] [for TERM]: PURPOSE`.
    fn role_said(&self, rest: &str) -> Result<Effect> {
        let (before, purpose) = match rest.split_once(':') {
            Some((before, purpose)) => (before.trim(), given(purpose.trim())),
            None => (rest, None),
        };
        let (before, term) = match before.rsplit_once(" for ") {
            Some((before, term)) => (before.trim(), Some(self.term(term.trim())?)),
            None => (before, None),
        };
        let (name, kind) = match before.strip_suffix(')').and_then(|it| it.split_once('(')) {
            Some((name, kind)) => {
                let words = <RoleKind as strum::VariantNames>::VARIANTS.iter().copied();
                let read = kind.trim().to_lowercase().parse::<RoleKind>();
                (name.trim(), Some(read.map_err(|_| unknown_word("kind", kind, words))?))
            }
            None => (before, None),
        };
        let roles = &self.state().circle_after(self.meeting.circle()).roles;
        let there = Names::new(roles.iter().map(|it| it.name.as_str()).collect());
        let name = there.whole(name).unwrap_or(name).to_owned();
        Ok(Effect::Role { name, kind, term, purpose })
    }

    /// Reads `NAME as ROLE [since DATE] [for TERM | until DATE]`.
    fn appoints(&self, rest: &str, effects: &[Effect]) -> Result<Effect> {
        let (rest, until) = match rest.rsplit_once(" until ") {
            Some((rest, day)) => (rest, Some(self.date(day.trim())?)),
            None => (rest, None),
        };
        let (rest, term) = match rest.rsplit_once(" for ") {
            Some((rest, term)) => (rest, Some(self.term(term.trim())?)),
            None => (rest, None),
        };
        let (rest, since) = match rest.rsplit_once(" since ") {
            Some((rest, day)) => (rest, Some(self.date(day.trim())?)),
            None => (rest, None),
        };
        let Some((who, role)) = rest.split_once(" as ") else {
            let text = format!("appoint {rest}");
            return Err(Error::new(say!("error-effect", text = text)).hint(say!("hint-effect")));
        };
        let name = names::before_mark(who.trim(), OUTSIDE).unwrap_or(who.trim());
        let joins = |it: &Effect| matches!(it, Effect::Join { who, .. } if same(who, name));
        if effects.iter().any(joins) {
            return Err(Error::new(say!("error-appoint-newcomer", who = name)));
        }
        let role = self.role_named(role.trim(), effects)?;
        let members = Names::new(self.members());
        let (who, outside) = match names::before_mark(who.trim(), OUTSIDE) {
            Some(name) => (non_member(&members, name)?, true),
            None => (members.find(who.trim())?.to_owned(), false),
        };
        Ok(Effect::Appoint(Appointment { who, outside, role, since, term, until }))
    }

    /// Reads `NAME with NAMES led by NAME: AIM`.
    fn founds(&self, rest: &str) -> Result<Effect> {
        let refused = || {
            let text = format!("circle {rest}");
            Error::new(say!("error-effect", text = text)).hint(say!("hint-effect-circle"))
        };
        let (before, aim) = rest.split_once(':').ok_or_else(refused)?;
        let (before, leader) = before.rsplit_once(" led by ").ok_or_else(refused)?;
        let (name, list) = before.split_once(" with ").ok_or_else(refused)?;
        let name = name.trim().to_owned();
        if self.background.below.iter().any(|(it, _)| same(it, &name)) {
            return Err(Error::new(say!("error-circle-is-there", circle = &name)));
        }
        let known = Names::new(self.members());
        let members = known.find_all(list.trim(), self.words)?;
        let leader = known.find(leader.trim())?.to_owned();
        let aim = given(aim.trim()).ok_or_else(refused)?;
        Ok(Effect::Found(Founding { name, members, leader, aim }))
    }

    /// Reads `role NAME`, or `circle NAME [on DATE]` of a circle right below.
    fn ends(&self, rest: &str, effects: &[Effect]) -> Result<Effect> {
        let (word, name) = first_word(rest);
        match word.to_lowercase().as_str() {
            "role" if !name.is_empty() => Ok(Effect::EndRole(self.role_named(name, effects)?)),
            "circle" if !name.is_empty() => {
                let below = &self.background.below;
                let names = Names::new(below.iter().map(|(it, _)| it.as_str()).collect());
                let is_whole = names.whole(name).is_some();
                let (name, on) = match name.rsplit_once(" on ").filter(|_| !is_whole) {
                    Some((name, day)) => (name, Some(self.date(day.trim())?)),
                    None => (name, None),
                };
                let unknown = |_| {
                    let err = Error::new(say!("error-no-circle-below", circle = name));
                    let all: Vec<&str> = below.iter().map(|(it, _)| it.as_str()).collect();
                    err.hint(say!(
                        "hint-no-circle-below",
                        count = all.len(),
                        circles = quoted(&all)
                    ))
                };
                let name = names.find(name).map_err(unknown)?.to_owned();
                if below.iter().any(|(it, has_below)| *it == name && *has_below) {
                    return Err(Error::new(say!("error-circle-has-below", circle = &name)));
                }
                Ok(Effect::EndCircle { name, on })
            }
            _ => {
                let text = format!("end {rest}");
                Err(Error::new(say!("error-effect", text = text)).hint(say!("hint-effect")))
            }
        }
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
            let err = Error::new(say!("error-role", name = typed));
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
        match answer.words() {
            _ if answer == Answer::Enter => Ok(What::Accepted { who, role: None }),
            (word, "", None) if word == "yes" => Ok(What::Accepted { who, role: None }),
            (word, rest, None) if word == "no" => {
                Ok(What::Declined { who, role: None, reason: given(rest) })
            }
            (word, ..) => Err(self.no_answer(&word)),
        }
    }
}

fn quoted(names: &[&str]) -> Vec<String> {
    names.iter().map(|it| format!("`{it}`")).collect()
}
