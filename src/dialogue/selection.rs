//! A selection, said and heard: the role, what it asks for, writing, putting forward.
//!
//! Reasons stand under each name. Never a number.

use crate::circle::Term;
use crate::dialogue::Talk;
use crate::dialogue::admin::behind;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::line::Answer;
use crate::error::{Error, Result};
use crate::lang::{Phrase, say};
use crate::meeting::{
    ConsentMode, Elected, Fact, Item, MeetingRole, Phase, PutForward, Selection, What, Wording,
};
use crate::text::same;

impl<'a> Talk<'a> {
    pub(crate) fn ask_purpose(&self) -> Ask {
        let mut shown = self.item_header();
        shown.push(Block::Blank);
        Ask { speech: true, ..self.selecting(shown, &say!("ask-purpose", role = self.role_name())) }
    }

    pub(crate) fn hear_purpose(&self, answer: Answer) -> Result<What> {
        Ok(What::Purposed { text: self.line_of(answer)? })
    }

    pub(crate) fn ask_role_term(&self) -> Ask {
        let usual = self.meeting.circle().rules.term;
        let question = say!("ask-role-term", role = self.role_name());
        let ask = self.selecting(vec![Block::Blank], &question);
        Ask { offer: Some(self.words.span(usual.months, usual.days)), ..ask }
    }

    pub(crate) fn hear_role_term(&self, answer: Answer) -> Result<What> {
        let line = match answer {
            Answer::Enter => return Ok(What::Termed { term: self.meeting.circle().rules.term }),
            Answer::Plain(line) => line,
            _ => return Err(self.no_answer(&answer.words().0)),
        };
        Ok(What::Termed { term: behind(line, "term").unwrap_or(line).parse()? })
    }

    /// The role as it stands: what it is for, who holds it until when, how long it is given.
    pub(crate) fn ask_role(&self) -> Ask {
        let mut shown = Vec::new();
        if !self.selection().new {
            shown = self.item_header();
        }
        shown.push(Block::Blank);
        let ask = self.selecting(shown, &say!("ask-role", role = self.role_name()));
        ask.above_hint(self.role_shown())
    }

    pub(crate) fn hear_role(&self, answer: Answer) -> Result<What> {
        let role = self.selection();
        if answer == Answer::Enter {
            let (name, purpose) = (role.role.clone(), role.purpose.clone());
            return Ok(What::Sought { role: name, purpose, term: self.role_term() });
        }
        let (word, rest, _) = answer.words();
        match word.as_str() {
            "term" => Ok(What::Termed { term: rest.parse()? }),
            _ => Err(self.no_answer(&word)),
        }
    }

    pub(crate) fn ask_qualifications(&self) -> Ask {
        let question = say!("ask-qualifications", role = self.role_name());
        let ask = self.selecting(vec![Block::Blank], &question);
        Ask { speech: true, ..ask.above_hint(self.qualifications_shown()) }
    }

    pub(crate) fn hear_qualifications(&self, answer: Answer) -> Result<What> {
        match self.line_of(answer)? {
            Some(text) => Ok(What::Qualified { who: None, text }),
            None => Ok(What::Concluded { step: Phase::Qualifications }),
        }
    }

    pub(crate) fn qualifications_shown(&self) -> Vec<Block> {
        let selection = self.state().on_table().and_then(|it| it.selection());
        let qualifications = selection.iter().flat_map(|it| &it.qualifications);
        qualifications.map(|it| Block::Text(format!("– {}", it.text))).collect()
    }

    pub(crate) fn ask_write(&self) -> Ask {
        self.selecting(vec![Block::Blank], &say!("ask-write", role = self.role_name()))
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
        let ask = self.selecting(vec![Block::Blank], &say!("ask-put-forward"));
        let mut reasons = self.reasons_shown();
        reasons.extend(self.hand_over());
        ask.above_hint(reasons)
    }

    pub(crate) fn hear_put_forward(&self, answer: Answer) -> Result<What> {
        match answer {
            Answer::Plain(line) | Answer::Content(line) => self.put_forward(line),
            _ => Err(self.no_answer(&answer.words().0)),
        }
    }

    /// Reads `NAME [for TERM]: REASON` for the one who is put forward.
    pub(crate) fn put_forward(&self, line: &str) -> Result<What> {
        let named = self.named(line).map_err(|err| match err.message.key {
            "error-nomination" => err.clone().hint(say!("hint-one-name")),
            _ => err,
        })?;
        let [nominee] = &named.nominees[..] else { return Err(Self::one_name()) };
        // A term that was changed since the last version is kept.
        let item = self.item();
        let changed = |term: &Term| item.version().is_some_and(|it| it.wording.term != *term);
        let changed = item.draft.term.filter(changed);
        Ok(What::PutForward(PutForward {
            nominee: nominee.clone(),
            outside: !named.outside.is_empty(),
            term: named.term.or(changed),
            reason: named.reason,
        }))
    }

    /// Offers to hand the item over, where the one who facilitates was named.
    pub(crate) fn hand_over(&self) -> Option<Block> {
        let facilitator = self.state().facilitator()?;
        let mut nominations = self.selection().nominations.iter();
        let named = nominations.any(|it| it.nominees.iter().any(|it| it == facilitator));
        named.then(|| Block::Hint(self.say(&say!("hand-over", who = facilitator))))
    }

    /// Offers to hand back, where somebody else facilitated the selection that has just ended.
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
        let phrase = say!("hand-back", who = now, before = before);
        (handed && here).then(|| Block::Hint(self.say(&phrase)))
    }

    /// What is put to the circle in a selection: who, for what, how long, why. What differs from
    /// `before` stands in brackets.
    pub(crate) fn nominee_shown(&self, before: Option<&Wording>, now: &Wording) -> Vec<Block> {
        let before = before.unwrap_or(now);
        let marked = |text: String, same: bool| if same { text } else { format!("[{text}]") };
        let Some(nominee) = &now.nominee else { return Vec::new() };
        let who = marked(nominee.name.clone(), before.who() == now.who());
        let role = self.role_name();
        let until = now.term.after(self.now.date_naive());
        let term = self.say(&say!("term-until", term = now.term, until = until));
        let because = self.say(&say!("because", reason = &nominee.reason));
        let mut blocks = vec![
            Block::Quote(self.say(&say!("nominee-for", who = who, role = role))),
            Block::Text(marked(term, before.term == now.term)),
            Block::Text(marked(because, before.nominee == now.nominee)),
        ];
        blocks.extend(self.measures_shown(before, now));
        blocks
    }

    pub(crate) fn elected(&self, heard: ConsentMode) -> Option<What> {
        let (item, state, circle) = (self.item(), self.state(), self.meeting.circle());
        let Wording { nominee, term, measures, .. } = self.wording();
        let nominee = nominee?;
        let role = self.role_name().to_owned();
        let since = self.now.date_naive();
        let here = circle.seat(&nominee.name).is_some_and(|seat| state.present[seat]);
        let earlier = self.background.elections.iter().filter(|it| same(&it.role, &role));
        Some(What::Elected(Box::new(Elected {
            elected: nominee.name,
            outside: nominee.outside,
            accepted: here,
            since,
            until: term.after(since),
            term,
            reason: nominee.reason,
            measures,
            version: item.version().map_or(1, |it| it.number),
            consent: heard,
            present: state.members(circle),
            absent: state.absent(circle),
            guests: state.guests.clone(),
            replaces: earlier.map(|it| it.id.clone()).collect(),
            role,
        })))
    }

    fn role_shown(&self) -> Vec<Block> {
        let role = self.selection();
        let pair = |label: &Phrase, text| Block::Pair { label: self.say(label), text };
        let mut blocks = Vec::new();
        if !role.purpose.is_empty() {
            blocks.push(pair(&say!("label-purpose"), role.purpose.clone()));
        }
        blocks.push(pair(&say!("label-holder"), self.holder_told()));
        let Term { months, days } = self.role_term();
        blocks.push(pair(&say!("label-role-term"), self.words.span(months, days)));
        blocks
    }

    /// Who holds the role, and until when: `Sarah, until 8 October 2025`.
    fn holder_told(&self) -> String {
        let name = self.role_name();
        let elected = self.state().items.iter().rev().find_map(|it| held(it, name));
        let accepted = self.state().accepted.iter().rfind(|it| it.1 == name);
        let accepted = accepted.map(|it| (it.0.as_str(), None));
        let role = self.meeting.circle().roles.iter().find(|it| it.name == name);
        let in_file = role.and_then(|it| Some((it.holder.as_deref()?, it.until)));
        match elected.or(accepted).or(in_file) {
            None => self.say(&say!("nobody")),
            Some((who, None)) => who.to_owned(),
            Some((who, Some(until))) if until < self.now.date_naive() => {
                self.say(&say!("held-until-past", who = who, until = until))
            }
            Some((who, Some(until))) => self.say(&say!("held-until", who = who, until = until)),
        }
    }

    /// A prompt of a selection: its question under what is shown, then what can be typed.
    fn selecting(&self, mut shown: Vec<Block>, question: &Phrase) -> Ask {
        let sentence = self.say(question);
        shown.push(Block::Heading { left: sentence.clone(), right: String::new() });
        shown.extend(self.step().map(|it| Block::Hint(self.say(&self.typed(&it)))));
        Ask { shown, sentence, ..Ask::default() }
    }

    /// Returns the selection on the table. Its steps always have one.
    pub(crate) fn selection(&self) -> &'a Selection {
        let selection = self.item().selection();
        selection.expect("the walk asks this step only while a selection is on the table")
    }

    pub(crate) fn role_name(&self) -> &'a str {
        &self.selection().role
    }

    /// The role's own term, else that of the rules.
    fn role_term(&self) -> Term {
        self.selection().term.unwrap_or(self.meeting.circle().rules.term)
    }
}

/// Who was elected to this role in an item of the meeting, if they hold it now, and until when.
fn held<'i>(item: &'i Item, role: &str) -> Option<(&'i str, Option<chrono::NaiveDate>)> {
    item.election().filter(|it| it.role == role && it.accepted)?;
    let nominee = item.draft.nominee.as_ref()?;
    let term = item.version()?.wording.term;
    Some((&nominee.name, Some(term.after(item.ended.date_naive()))))
}
