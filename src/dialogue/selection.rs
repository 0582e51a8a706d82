//! Asks and reads a selection: the role, its qualifications, writing, putting forward.
//!
//! Shows the reasons for each nominee, and never counts nominations.

use chrono::NaiveDate;

use crate::circle::{OptionalStep, RoleKind, Term};
use crate::dialogue::Talk;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::draft::no_number;
use crate::dialogue::earlier_selection::day_of;
use crate::dialogue::line::{Answer, first_word};
use crate::dialogue::shown::marked;
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{
    ConsentMode, Dated, Elected, Fact, Item, MeetingRole, Phase, PutForward, Selection, Struck,
    Termed, Validity, What, Wording,
};
use crate::records::Election;
use crate::text::same;
use crate::toml_file::Word;

impl<'a> Talk<'a> {
    pub(crate) fn ask_purpose(&self) -> Ask {
        let ask = self.prompt(&say!("ask-purpose", role = self.role_name()));
        let ask =
            ask.above_hint(self.no_link().map(|it| self.hint(&it)).into_iter().collect::<Vec<_>>());
        Ask { speech: true, ..ask.below(self.item_header()) }
    }

    /// Says of a new role that is called like one of the two that link circles that it is not that one.
    fn no_link(&self) -> Option<Phrase> {
        let (circle, name) = (self.meeting.circle(), self.role_name());
        let kinds =
            [(RoleKind::Leader, say!("role-leader")), (RoleKind::Delegate, say!("role-delegate"))];
        let is_meant = |kind: RoleKind, said: &Phrase| {
            same(kind.word(), name) || same(&self.words.say(said), name)
        };
        let (kind, _) = kinds
            .into_iter()
            .find(|(kind, said)| circle.role(*kind).is_none() && is_meant(*kind, said))?;
        Some(say!("role-without-kind", role = name, kind = kind.word()))
    }

    pub(crate) fn hear_purpose(&self, answer: Answer) -> Result<What> {
        Ok(What::Purposed { text: self.line_of(answer)? })
    }

    pub(crate) fn ask_role_term(&self) -> Ask {
        let usual = self.meeting.circle().rules.term;
        let ask = self.prompt(&say!("ask-role-term", role = self.role_name()));
        Ask { offer: Some(self.words.span(usual.months, usual.days)), ..ask }
    }

    pub(crate) fn hear_role_term(&self, answer: Answer) -> Result<What> {
        let term = match answer {
            Answer::Enter => self.meeting.circle().rules.term,
            Answer::Plain(line) => match first_word(line) {
                (word, term) if word.eq_ignore_ascii_case("term") => self.term(term)?,
                _ => self.term(line)?,
            },
            _ => return Err(self.no_answer(&answer.words().0)),
        };
        Ok(What::Termed(Termed { validity: Validity::Term(term) }))
    }

    pub(crate) fn ask_role(&self) -> Ask {
        let ask = self.prompt(&say!("ask-role", role = self.role_name()));
        let ask = ask.above_hint(self.role_shown());
        // The header of a new role was shown when its purpose was asked.
        let is_begun = self.selection().new && self.left_selection().is_none();
        if is_begun { ask } else { ask.below(self.item_header()) }
    }

    pub(crate) fn hear_role(&self, answer: Answer) -> Result<What> {
        if answer == Answer::Enter {
            return Ok(What::Sought(self.role_now()));
        }
        let (word, rest, _) = answer.words();
        match word.as_str() {
            "term" => Ok(What::Termed(Termed { validity: Validity::Term(self.term(rest)?) })),
            "since" => Ok(What::Dated(Dated { since: self.date(rest)? })),
            _ => Err(self.no_answer(&word)),
        }
    }

    pub(crate) fn ask_qualifications(&self) -> Ask {
        let ask = self.prompt(&say!("ask-qualifications", role = self.role_name()));
        let listed = self.qualifications();
        let label = (listed.len() + 1).to_string();
        Ask { label, speech: true, ..ask.above_hint(numbered(&listed)) }
    }

    pub(crate) fn hear_qualifications(&self, answer: Answer) -> Result<What> {
        if let Answer::Plain(line) = answer
            && let Some(number) = removed(line)
        {
            let listed = self.qualifications();
            let place = number.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
            let text = place.and_then(|it| listed.get(it));
            let text = (*text.ok_or_else(|| no_number(number, listed.len()))?).to_owned();
            return Ok(What::Struck(Struck { text }));
        }
        match self.line_of(answer)? {
            Some(text) => Ok(What::Qualified { who: None, text }),
            None => Ok(What::Concluded { step: Phase::Qualifications }),
        }
    }

    /// Returns what the role asks for, so far.
    pub(crate) fn qualifications(&self) -> Vec<&'a str> {
        let selection = self.state().on_table().and_then(|it| it.selection());
        let qualifications = selection.into_iter().flat_map(|it| &it.qualifications);
        qualifications.map(|it| it.text.as_str()).collect()
    }

    pub(crate) fn ask_write(&self) -> Ask {
        self.prompt(&say!("ask-write", role = self.role_name())).above_hint(self.named_then())
    }

    pub(crate) fn hear_write(&self, answer: Answer) -> Result<What> {
        match answer {
            Answer::Enter => Ok(What::Wrote {}),
            Answer::Plain(line) => {
                Err(Error::new(say!("error-no-answer", word = line)).hint(say!("hint-write")))
            }
            _ => Err(self.no_answer(&answer.words().0)),
        }
    }

    pub(crate) fn ask_put_forward(&self) -> Ask {
        let ask = self.prompt(&say!("ask-put-forward"));
        ask.above_hint(self.reasons_shown()).above_hint(self.hand_over())
    }

    pub(crate) fn hear_put_forward(&self, answer: Answer) -> Result<What> {
        match answer {
            Answer::Plain(line) | Answer::Content(line) => self.put_forward(line),
            _ => Err(self.no_answer(&answer.words().0)),
        }
    }

    /// Reads `NAME [for TERM | until DATE]: REASON`.
    pub(crate) fn put_forward(&self, line: &str) -> Result<What> {
        let named = self.named(line).map_err(|err| match err.hint {
            Some(ref hint) if hint.key == "hint-nomination" => err.hint(say!("hint-one-name")),
            _ => err,
        })?;
        let [nominee] = &named.nominees[..] else {
            return Err(Error::new(say!("error-one-name")).hint(say!("hint-one-name")));
        };
        // A term that was changed since the last version is kept.
        let item = self.item();
        let is_new =
            |it: &Validity| item.version().is_some_and(|last| last.wording.validity != *it);
        let changed = item.draft.validity.filter(is_new).and_then(Validity::term);
        Ok(What::PutForward(PutForward {
            nominee: nominee.clone(),
            outside: !named.outside.is_empty(),
            term: named.term.or(changed.filter(|_| named.until.is_none())),
            until: named.until,
            reason: named.reason,
        }))
    }

    /// Suggests that somebody else facilitates the item, if the facilitator was nominated.
    pub(crate) fn hand_over(&self) -> Option<Block> {
        let facilitator = self.state().facilitator()?;
        let mut nominations = self.selection().nominations.iter();
        let named = nominations.any(|it| it.nominees.iter().any(|it| it == facilitator));
        named.then(|| self.hint(&say!("hand-over", who = facilitator)))
    }

    /// Suggests that the former facilitator takes over again, after a selection that somebody
    /// else facilitated.
    pub(crate) fn hand_back(&self) -> Option<Block> {
        let item = self.state().items.last().filter(|it| it.selection().is_some())?;
        let facilitates = |fact: &Fact| match &fact.what {
            What::HandedOver { role: MeetingRole::Facilitator, who } => who.clone(),
            _ => None,
        };
        let now = self.state().facilitator()?;
        let mut facts = self.meeting.standing();
        let before = facts.by_ref().take(item.facts.start).filter_map(facilitates).last()?;
        let handed = facts.rev().find_map(facilitates)? == now && before != now;
        let here = self.state().is_here(self.meeting.circle(), &before);
        (handed && here).then(|| self.hint(&say!("hand-back", who = now, before = before)))
    }

    /// Shows what is put to the circle in a selection: the nominee, role, term and reason. What
    /// differs from `before` is in brackets.
    pub(crate) fn nominee_shown(&self, before: Option<&Wording>, now: &Wording) -> Vec<Block> {
        let before = before.unwrap_or(now);
        let Some(nominee) = &now.nominee else { return Vec::new() };
        let who = marked(nominee.name.clone(), &before.who(), &now.who());
        let role = self.role_name();
        let (since, later) = (self.begins(), self.selection().since.is_some());
        let given = now.validity.announced(since);
        let term = self.say(&if later {
            given.said(say!("term-since-until", since = since))
        } else {
            given.said(say!("term-until"))
        });
        let because = self.say(&say!("because", reason = &nominee.reason));
        let mut blocks = vec![
            Block::Quote(self.say(&say!("nominee-for", who = who, role = role))),
            Block::Text(marked(term, &before.validity, &now.validity)),
            Block::Text(marked(because, &before.nominee, &now.nominee)),
        ];
        // An ordinary election takes the place of the one before it; only another is said.
        let until = given.day.unwrap_or(NaiveDate::MAX);
        let displaced = self.displaced(since, until).filter(|it| later || it.since > since);
        let displaced = displaced.filter(|it| it.overlaps(since, until));
        blocks.extend(displaced.map(|it| {
            let (who, until) = (&it.elected, it.until);
            Block::Text(self.say(&say!("displaces", who = who, since = it.since, until = until)))
        }));
        blocks.extend(self.measures_shown(before, now));
        blocks
    }

    /// Returns the election that the announcement records; `None` outside a selection.
    pub(crate) fn elected(&self, heard: ConsentMode) -> Option<What> {
        let (state, circle) = (self.state(), self.meeting.circle());
        let Wording { nominee, validity, measures, .. } = self.wording();
        let nominee = nominee?;
        let (term, until) = (validity.term(), validity.announced(self.begins()).day?);
        let role = self.role_name().to_owned();
        let since = self.begins();
        let here = circle.seat(&nominee.name).is_some_and(|seat| state.present[seat]);
        Some(What::Elected(Box::new(Elected {
            elected: nominee.name,
            outside: nominee.outside,
            accepted: here,
            since,
            until,
            term,
            reason: nominee.reason,
            measures,
            version: self.version(),
            consent: heard,
            present: state.members(circle),
            absent: state.absent(circle),
            guests: state.guests.clone(),
            replaces: self.displaced(since, until).map(|it| it.id.clone()).collect(),
            role,
        })))
    }

    /// Returns the day on which the person put forward would begin: as was said, and not before today.
    pub(crate) fn begins(&self) -> NaiveDate {
        let today = self.now.date_naive();
        self.state().on_table().map_or(today, |it| it.begins(today))
    }

    /// Returns the earlier elections to the role of which one in these days takes the place: those that
    /// overlap it and, where no day was said on which it begins, the latest one.
    fn displaced(&self, since: NaiveDate, until: NaiveDate) -> impl Iterator<Item = &'a Election> {
        let role = self.role_name();
        let begins_now = self.selection().since.is_none();
        self.background.elections.iter().filter(move |it| {
            let is_before = begins_now && it.since <= since;
            same(&it.role, role) && (is_before || it.overlaps(since, until))
        })
    }

    fn role_shown(&self) -> Vec<Block> {
        let role = self.role_now();
        let discussed = role.meeting.as_deref();
        let discussed =
            discussed.map(|it| self.hint(&say!("discussed-then", meeting = day_of(it))));
        let mut blocks = Vec::from_iter(discussed);
        if !role.purpose.is_empty() {
            blocks.push(self.pair(&say!("label-purpose"), &role.purpose));
        }
        blocks.push(self.pair(&say!("label-holder"), self.holder()));
        let Term { months, days } = role.term;
        blocks.push(self.pair(&say!("label-role-term"), self.words.span(months, days)));
        if let Some(since) = role.since {
            blocks.push(self.pair(&say!("label-since"), self.words.date(since)));
        }
        // Where qualifications are asked, they are listed there.
        if !self.meeting.circle().rules.has(OptionalStep::Qualify) {
            let label = say!("minutes-qualifications");
            let texts = role.qualifications.into_iter();
            blocks.extend(texts.map(|text| self.pair(&label, text)));
        }
        blocks
    }

    /// Says who holds the role, and until when: `Sarah, until 8 October 2025`.
    fn holder(&self) -> String {
        let name = self.role_name();
        let elected = self.state().items.iter().rev().find_map(|it| held(it, name));
        let accepted = self.state().accepted.iter().rfind(|it| it.1 == name);
        let accepted = accepted.map(|it| (it.0.as_str(), None));
        let role = self.meeting.circle().roles.iter().find(|it| it.name == name);
        let circle = self.meeting.circle();
        let in_file = role.and_then(|it| Some((it.holder.as_deref()?, circle.held_until(it))));
        let now = match elected.or(accepted).or(in_file) {
            None => self.say(&say!("nobody")),
            Some((who, None)) => who.to_owned(),
            Some((who, Some(until))) if until < self.now.date_naive() => {
                self.say(&say!("held-until-past", who = who, until = until))
            }
            Some((who, Some(until))) => self.say(&say!("held-until", who = who, until = until)),
        };
        match role.and_then(|it| it.next.as_ref()) {
            None => now,
            Some(next) => self.say(&say!(
                "held-next",
                now = now,
                who = &next.holder,
                since = next.since,
                until = next.until
            )),
        }
    }

    /// Returns the selection on the table. Its steps always have one.
    pub(crate) fn selection(&self) -> &'a Selection {
        let selection = self.item().selection();
        selection.expect("the walk asks this step only while a selection is on the table")
    }

    pub(crate) fn role_name(&self) -> &'a str {
        &self.selection().role
    }
}

/// Shows qualifications with the numbers by which they can be removed.
pub(crate) fn numbered(listed: &[&str]) -> Option<Block> {
    let row = |(text, number): (&&str, usize)| vec![number.to_string(), (*text).to_owned()];
    let rows = listed.iter().zip(1..).map(row).collect();
    (!listed.is_empty()).then_some(Block::Table { rows, wraps: &[1] })
}

/// Returns the number behind `remove`, if a whole line is that.
pub(crate) fn removed(line: &str) -> Option<&str> {
    let (word, number) = first_word(line);
    let is_number = !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit());
    (word.eq_ignore_ascii_case("remove") && is_number).then_some(number)
}

/// Returns who accepted this role in an item of the meeting, and until when it is held.
fn held<'i>(item: &'i Item, role: &str) -> Option<(&'i str, Option<NaiveDate>)> {
    item.election().filter(|it| it.role == role && it.accepted)?;
    let nominee = item.draft.nominee.as_ref()?;
    let (_, until) = item.days(item.ended.date_naive())?;
    Some((&nominee.name, Some(until)))
}
