//! Asks and reads the agenda, the choice of the next item, and calls for objections to everyone.

use crate::circle::{OptionalStep, check_new_name};
use crate::dialogue::ask::{Ask, Block, Pick};
use crate::dialogue::closing::given;
use crate::dialogue::draft::no_number;
use crate::dialogue::line::Answer;
use crate::dialogue::selection::numbered;
use crate::dialogue::{Arrangement, Talk};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{AgendaItem, Approved, ItemKind, MeetingId, On, Phase, What};
use crate::records::{self, Reason, Suggestion};
use crate::text::same;
use crate::toml_file::Word;

/// The columns of a table of items that may be wrapped: title, owner, and reason of the offer.
pub(super) const WRAPPED: &[usize] = &[1, 3, 5];

impl Talk<'_> {
    pub(crate) fn ask_agenda(&self) -> Ask {
        let mut shown = Vec::new();
        let offers = self.offered();
        if !offers.is_empty() {
            let rows = offers.iter().map(|(number, it)| self.offer_row(*number, it)).collect();
            shown.push(self.hint(&say!("agenda-offered")));
            shown.push(Block::Table { rows, wraps: WRAPPED });
        }
        if !self.state().agenda.is_empty() {
            shown.extend(self.listed_shown());
        }
        if !self.meeting.circle().rules.has(OptionalStep::Admin) {
            shown.extend(self.open_matters());
        }
        let ask = self.prompt(&say!("ask-agenda")).above_hint(shown);
        let ask = Ask { sentence: self.say(&say!("say-agenda")), ..ask };
        if !self.words.is_at_terminal() {
            return ask;
        }
        let pick = |(number, it): &(usize, Suggestion)| self.pick(&it.entry, number.to_string());
        let picks: Vec<Pick> = offers.iter().map(pick).collect();
        let listed = self.state().agenda.iter().map(|it| self.pick(it, String::new()));
        let rows: Vec<Pick> = listed.chain(picks.iter().cloned()).collect();
        let listed = self.state().agenda.len();
        let (remove, shift) = (self.own_word("remove"), self.own_word("move"));
        let arrangement = (!rows.is_empty()).then_some(Arrangement { rows, listed, remove, shift });
        Ask { picks, arrangement, ..ask }
    }

    pub(crate) fn hear_agenda(&self, answer: Answer) -> Result<What> {
        if answer == Answer::Enter {
            return Ok(What::Concluded { step: Phase::Agenda });
        }
        let (word, rest, _) = answer.words();
        if let Some(entry) = self.new_entry(&word, rest)? {
            return Ok(What::Listed(entry));
        }
        if let Ok(number) = word.parse::<usize>() {
            return self.taken(number, rest);
        }
        self.relisted(&word, rest)?.ok_or_else(|| self.no_answer(&word))
    }

    pub(crate) fn ask_choose(&self) -> Ask {
        let rules = &self.meeting.circle().rules;
        let (question, offer) = match self.state().agenda.first() {
            Some(entry) => {
                let word = self.own_word(entry.kind.word());
                (say!("ask-choose"), format!("{word} {}", entry.title))
            }
            None if rules.has(OptionalStep::Agenda) => {
                (say!("ask-choose-last"), self.own_word("close"))
            }
            None => (say!("ask-choose"), self.own_word("close")),
        };
        let mut shown = Vec::from_iter(self.hand_back());
        let is_first = self.state().items.is_empty();
        if is_first && !rules.has(OptionalStep::Admin) && !rules.has(OptionalStep::Agenda) {
            shown.extend(self.open_matters());
        }
        shown.extend(self.left_shown());
        let picks = if self.words.is_at_terminal() { self.left_picks() } else { Vec::new() };
        Ask { offer: Some(offer), picks, ..self.prompt(&question).above_hint(shown) }
    }

    pub(crate) fn hear_choose(&self, answer: Answer) -> Result<What> {
        let agenda = &self.state().agenda;
        if answer == Answer::Enter {
            return Ok(match agenda.first() {
                Some(entry) => What::Began(entry.clone()),
                None => What::Concluded { step: Phase::Items },
            });
        }
        let (word, rest, _) = answer.words();
        if let Some(entry) = self.new_entry(&word, rest)? {
            let is_entry =
                |it: &&AgendaItem| it.kind == entry.kind && same(&it.title, &entry.title);
            return Ok(match agenda.iter().find(is_entry) {
                Some(listed) => What::Began(AgendaItem {
                    minutes: entry.minutes.or(listed.minutes),
                    title: listed.title.clone(),
                    ..if entry.by.is_some() { entry } else { listed.clone() }
                }),
                None if self.meeting.circle().rules.has(OptionalStep::Agenda) => {
                    What::Listed(entry)
                }
                None => What::Began(entry),
            });
        }
        if let (true, Ok(_)) = (rest.is_empty(), word.parse::<usize>()) {
            return Ok(What::Began(agenda[self.place_of_item(&word)?].clone()));
        }
        match word.as_str() {
            "close" if rest.is_empty() => Ok(What::Concluded { step: Phase::Items }),
            "postpone" => {
                // A title may itself end with a date.
                let is_whole = agenda.iter().any(|it| same(&it.title, rest));
                let (title, date) = match self.dated_title(rest).filter(|_| !is_whole) {
                    Some((title, date)) => (title, Some(date)),
                    None if is_whole => (rest, None),
                    None => self.split_date(rest)?,
                };
                if title.is_empty() {
                    return Err(self.no_title(&word));
                }
                let entry = self.titled(title)?;
                let (kind, title) = (self.ambiguous(entry), entry.title.clone());
                Ok(What::Postponed { kind, title: Some(title), date })
            }
            _ => Err(self.no_answer(&word)),
        }
    }

    pub(crate) fn ask_call(&self, on: On, title: Option<&str>) -> Ask {
        let title = title.unwrap_or_default();
        let question = match on {
            On::Minutes if self.background.changed.iter().any(|it| it == title) => {
                say!("call-minutes-changed", minutes = self.minutes_of(title))
            }
            On::Minutes => say!("call-minutes", minutes = self.minutes_of(title)),
            On::Agenda => say!("call-agenda"),
            On::Qualifications => say!("call-qualifications", role = title),
            On::Item | On::Consent => say!("call-item", title = title),
            On::Drop => say!("call-drop", title = title),
        };
        let shown = match on {
            On::Agenda => self.listed_shown(),
            On::Qualifications => Vec::from_iter(numbered(&self.qualifications())),
            _ => Vec::new(),
        };
        Ask { fresh: true, ..self.prompt(&question).above_hint(shown) }
    }

    pub(crate) fn hear_call(
        &self,
        on: On,
        title: Option<&str>,
        speaker: Option<&str>,
        answer: Answer,
    ) -> Result<What> {
        let present = self.members_here();
        let meeting = title.filter(|_| on == On::Minutes).map(str::to_owned);
        if let (Answer::Enter, None) = (answer, speaker) {
            return Ok(match (on, meeting) {
                (On::Minutes, Some(meeting)) => {
                    let digests = Some(&self.background.digests).filter(|_| self.names_digests());
                    let digest = digests.and_then(|it| it.get(&MeetingId::new(&*meeting)).cloned());
                    What::Approved(Approved { meeting: Some(meeting), present, digest })
                }
                (On::Drop, _) => What::Dropped { present },
                (on, _) => What::Agreed { on, version: None, present },
            });
        }
        let (word, rest, _) = answer.words();
        if let (On::Agenda, None, Some(what)) = (on, speaker, self.relisted(&word, rest)?) {
            return Ok(what);
        }
        let (true, Some(who)) = (matches!(word.as_str(), "o" | "object"), speaker) else {
            let err = self.no_answer(&word);
            let adds = ["decide", "select", "explore", "report"].contains(&word.as_str())
                || word.starts_with(|it: char| it.is_ascii_digit());
            return Err(match on {
                On::Agenda if adds => err.hint(say!("hint-call-agenda")),
                _ => err,
            });
        };
        let (who, reason) = (who.to_owned(), reason(rest)?);
        Ok(What::Objected {
            who,
            reason,
            version: None,
            on: Some(on),
            meeting,
            seen: None,
            via: None,
            by: None,
        })
    }

    /// Returns the candidates for the agenda. Their numbers stay the same while it is made.
    pub(crate) fn offers(&self) -> Vec<Suggestion> {
        let next = self.state().scheduled.as_ref().and_then(|it| it.date);
        let until = next.unwrap_or(self.now.date_naive());
        let mut offers = self.background.suggestions(self.meeting.circle(), until);
        // Minutes with an objection are offered as an item.
        offers.extend(self.state().disputed.iter().map(|it| {
            let title = self.minutes_of(it);
            let entry = AgendaItem::bare(ItemKind::Explore, title);
            Suggestion { entry, reason: Reason::Backlog }
        }));
        offers
    }

    /// Returns whether an offer is on the agenda. A topic without a kind counts as listed under
    /// any kind.
    fn is_listed(&self, entry: &AgendaItem) -> bool {
        let has_title = |title: &str| same(title, &entry.title);
        let has_no_kind = || {
            let mut topics = self.background.topics.iter();
            entry.kind == ItemKind::Explore
                && topics.any(|it| it.kind.is_none() && has_title(&it.title))
        };
        let mut agenda = self.state().agenda.iter();
        agenda.any(|it| has_title(&it.title) && (it.kind == entry.kind || has_no_kind()))
    }

    /// Returns the offers that are not listed yet, with their numbers.
    fn offered(&self) -> Vec<(usize, Suggestion)> {
        let numbered = (1..).zip(self.offers());
        numbered.filter(|(_, it)| !self.is_listed(&it.entry)).collect()
    }

    /// Returns the cells of an offer in the list of them.
    fn offer_row(&self, number: usize, offer: &Suggestion) -> Vec<String> {
        let mut row = self.row(number.to_string(), &offer.entry);
        row.push(offer.reason.said().map(|it| self.say(&it)).unwrap_or_default());
        row
    }

    /// Lists the offer with a number; `rest` may say `20 min` and `by NAME`.
    fn taken(&self, number: usize, rest: &str) -> Result<What> {
        let offers = self.offers();
        let offer = number.checked_sub(1).and_then(|it| offers.get(it));
        let offer = offer.ok_or_else(|| no_number(&number.to_string(), offers.len()))?;
        let mut entry = offer.entry.clone();
        let line = format!("{} {rest}", entry.title);
        let (title, minutes, (by, with)) = self.title_of(line.trim_end())?;
        if title != entry.title {
            return Err(self.no_answer(rest));
        }
        entry.minutes = minutes.or(entry.minutes);
        if by.is_some() {
            (entry.by, entry.with) = (by, with);
        }
        Ok(What::Listed(entry))
    }

    /// Returns the cells of an item in a list, behind its number or letter.
    pub(super) fn row(&self, mark: String, entry: &AgendaItem) -> Vec<String> {
        let minutes = entry.minutes.map(|it| self.say(&say!("minutes", count = it)));
        vec![
            mark,
            entry.title.clone(),
            self.say(&records::kind(entry.kind)),
            self.words.list(&entry.people().cloned().collect::<Vec<_>>()),
            minutes.unwrap_or_default(),
        ]
    }

    /// Shows an item in one line: `Quiet hours · decide · Chen · 20 min`.
    pub(crate) fn entry_line(&self, entry: &AgendaItem) -> String {
        let mut cells = self.row(String::new(), entry).split_off(1);
        cells.retain(|it| !it.is_empty());
        cells.join(" · ")
    }

    /// Reads `decide TITLE 20 min by NAME`; `None` where the first word is no kind of item.
    fn new_entry(&self, word: &str, rest: &str) -> Result<Option<AgendaItem>> {
        let Ok(kind) = word.parse::<ItemKind>() else {
            return Ok(None);
        };
        let (mut title, minutes, (mut by, mut with)) = self.title_of(rest)?;
        if title.is_empty() {
            return Err(self.no_title(word));
        }
        if kind == ItemKind::Select {
            check_new_name(title)?;
            // A role that is there is written as the circle writes it.
            let role = self.meeting.circle().roles.iter().find(|it| same(&it.name, title));
            title = role.map_or(title, |it| &it.name);
        }
        let mut topics = self.background.topics.iter();
        let mut topic = topics.find(|it| it.kind() == kind && same(&it.title, title));
        // At a terminal a topic that came up without a kind keeps what is known of it.
        if topic.is_none() && self.words.is_at_terminal() {
            let mut topics = self.background.topics.iter();
            topic = topics.find(|it| same(&it.title, title));
        }
        if let (None, Some(topic)) = (&by, topic) {
            (by, with) = (topic.by.clone(), topic.with.clone());
        }
        Ok(Some(AgendaItem {
            kind,
            title: title.to_owned(),
            minutes: minutes.or(topic.and_then(|it| it.minutes)),
            by,
            with,
        }))
    }

    fn no_title(&self, word: &str) -> Error {
        let word = self.own_word(word);
        let err = Error::new(say!("error-no-title", word = &word));
        err.hint(say!("hint-no-title", word = word))
    }
}
/// Reads the reason that every objection needs.
pub(crate) fn reason(rest: &str) -> Result<String> {
    given(rest).ok_or_else(|| Error::new(say!("error-no-reason")).hint(say!("hint-no-reason")))
}
