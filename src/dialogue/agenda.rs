//! The agenda and the choice of items, said and heard; calls of the room.

use chrono::NaiveDate;

use crate::circle::OptionalStep;
use crate::dialogue::ask::{Ask, Block};
use crate::dialogue::line::{Answer, first_word};
use crate::dialogue::{Talk, names};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::meeting::{AgendaItem, ItemKind, On, Phase, What};
use crate::records;
use crate::records::{Reason, Suggestion};
use crate::text::same;
use crate::toml_file::Word;

/// What is wrapped of an item that is offered or listed: its title, whose it is, and why it is
/// offered.
const WRAPPED: &[usize] = &[1, 3, 5];

impl Talk<'_> {
    pub(crate) fn ask_agenda(&self) -> Ask {
        let mut shown = vec![Block::Blank];
        shown.push(Block::Heading { left: self.say(&say!("ask-agenda")), right: String::new() });
        let offers = self.offered();
        if !offers.is_empty() {
            shown.push(Block::Hint(self.say(&say!("agenda-offered"))));
            shown.push(Block::Table { rows: offers, wraps: WRAPPED });
        }
        if let Some(listed) = self.listed() {
            shown.push(Block::Hint(self.say(&say!("agenda-listed"))));
            shown.push(listed);
        }
        if !self.meeting.circle().rules.has(OptionalStep::Admin) {
            shown.extend(self.pending_shown());
        }
        shown.push(Block::Hint(self.say(&say!("typed-agenda"))));
        Ask { shown, sentence: self.say(&say!("say-agenda")), ..Ask::default() }
    }

    pub(crate) fn hear_agenda(&self, answer: Answer) -> Result<What> {
        if answer == Answer::Enter {
            return Ok(What::Concluded { step: Phase::Agenda });
        }
        let (word, rest, _) = answer.words();
        if let Some(entry) = self.new_entry(&word, rest)? {
            return Ok(listed(entry));
        }
        if let Ok(number) = word.parse::<usize>() {
            return self.taken(number, rest);
        }
        let agenda = &self.state().agenda;
        let place = |number: &str| {
            let place = number.parse().ok().filter(|it| (1..=agenda.len()).contains(it));
            place.ok_or_else(|| {
                let err = Error::new(say!("error-no-place", number = number));
                err.hint(say!("hint-no-place", count = agenda.len()))
            })
        };
        match word.as_str() {
            "remove" => {
                let entry = &agenda[place(rest)? - 1];
                Ok(What::Unlisted { kind: self.doubtful(entry), title: entry.title.clone() })
            }
            "move" => {
                let (from, to) = first_word(rest);
                let entry = &agenda[place(from)? - 1];
                let (kind, title) = (self.doubtful(entry), entry.title.clone());
                Ok(What::Moved { kind, title, to: place(to)? })
            }
            _ => Err(self.no_answer(&word)),
        }
    }

    pub(crate) fn ask_choose(&self) -> Ask {
        let agenda = &self.state().agenda;
        let mut shown = vec![Block::Blank];
        let (heading, offer) = match agenda.first() {
            Some(entry) => (say!("ask-choose"), format!("{} {}", entry.kind.word(), entry.title)),
            None if self.meeting.circle().rules.has(OptionalStep::Agenda) => {
                (say!("ask-choose-last"), "close".to_owned())
            }
            None => (say!("ask-choose"), "close".to_owned()),
        };
        shown.push(Block::Heading { left: self.say(&heading), right: String::new() });
        shown.extend(self.hand_back());
        let rules = &self.meeting.circle().rules;
        let is_first = self.state().items.is_empty();
        if is_first && !rules.has(OptionalStep::Admin) && !rules.has(OptionalStep::Agenda) {
            shown.extend(self.pending_shown());
        }
        shown.push(Block::Hint(self.say(&say!("typed-choose"))));
        let sentence = self.say(&heading);
        Ask { shown, sentence, offer: Some(offer), ..Ask::default() }
    }

    pub(crate) fn hear_choose(&self, answer: Answer) -> Result<What> {
        let agenda = &self.state().agenda;
        let began = |entry: &AgendaItem| {
            let AgendaItem { kind, title, minutes, by } = entry.clone();
            What::Began { kind, title, minutes, by }
        };
        if answer == Answer::Enter {
            return Ok(match agenda.first() {
                Some(entry) => began(entry),
                None => What::Concluded { step: Phase::Items },
            });
        }
        let (word, rest, _) = answer.words();
        if let Some(entry) = self.new_entry(&word, rest)? {
            let listed_so =
                agenda.iter().find(|it| it.kind == entry.kind && same(&it.title, &entry.title));
            return Ok(match listed_so {
                Some(listed) => began(&AgendaItem {
                    minutes: entry.minutes.or(listed.minutes),
                    by: entry.by.or_else(|| listed.by.clone()),
                    ..listed.clone()
                }),
                None if self.meeting.circle().rules.has(OptionalStep::Agenda) => listed(entry),
                None => began(&entry),
            });
        }
        match word.as_str() {
            "close" if rest.is_empty() => Ok(What::Concluded { step: Phase::Items }),
            "postpone" => {
                let find = |title: &str| agenda.iter().find(|it| same(&it.title, title));
                // A date may also be the end of a title.
                let (title, date) = match find(rest) {
                    Some(_) => (rest, None),
                    None => self.date_behind(rest)?,
                };
                let Some(entry) = find(title) else {
                    return Err(Error::new(say!("error-not-listed", title = title)));
                };
                let (kind, title) = (self.doubtful(entry), entry.title.clone());
                Ok(What::Postponed { kind, title: Some(title), date })
            }
            _ => Err(self.no_answer(&word)),
        }
    }

    pub(crate) fn ask_call(&self, on: On, title: Option<&str>) -> Ask {
        let title = title.unwrap_or_default();
        let question = match on {
            On::Minutes => say!("call-minutes", minutes = self.minutes_of(title)),
            On::Agenda => say!("call-agenda"),
            On::Qualifications => say!("call-qualifications", role = title),
            On::Item | On::Consent => say!("call-item", title = title),
            On::Drop => say!("call-drop", title = title),
        };
        let mut shown = vec![Block::Blank];
        shown.push(Block::Heading { left: self.say(&question), right: String::new() });
        match on {
            On::Agenda => shown.extend(self.listed()),
            On::Qualifications => shown.extend(self.qualifications_shown()),
            _ => {}
        }
        shown.push(Block::Hint(self.say(&say!("typed-call"))));
        Ask { shown, sentence: self.say(&question), fresh: true, ..Ask::default() }
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
                (On::Minutes, Some(meeting)) => What::Approved { meeting, present },
                (On::Drop, _) => What::Dropped { present },
                (on, _) => What::Agreed { on, version: None, present },
            });
        }
        let (word, rest, _) = answer.words();
        let (true, Some(who)) = (matches!(word.as_str(), "o" | "object"), speaker) else {
            return Err(self.no_answer(&word));
        };
        let reason = reason(rest)?;
        Ok(What::Objected { who: who.to_owned(), reason, version: None, on: Some(on), meeting })
    }

    /// What may go on the agenda. The numbers stay the same while the agenda is made.
    pub(crate) fn offers(&self) -> Vec<Suggestion> {
        let next = self.state().scheduled.as_ref().and_then(|it| it.date);
        let until = next.unwrap_or(self.now.date_naive());
        let mut offers = self.background.suggestions(&self.meeting.circle().roles, until);
        // Minutes that somebody objects to become an item.
        offers.extend(self.state().disputed.iter().map(|it| {
            let title = self.minutes_of(it);
            let entry = AgendaItem { kind: ItemKind::Explore, title, minutes: None, by: None };
            Suggestion { entry, reason: Reason::Backlog }
        }));
        offers
    }

    /// A topic of which nobody has said what is to be done with it is taken as whatever is listed
    /// under its title.
    fn is_listed(&self, entry: &AgendaItem) -> bool {
        let agenda = self.state().agenda.iter().filter(|it| same(&it.title, &entry.title));
        let mut kinds = agenda.map(|it| it.kind).peekable();
        if kinds.peek().is_none() {
            return false;
        }
        let mut topics = self.background.topics.iter();
        let is_open = topics.any(|it| it.kind.is_none() && same(&it.title, &entry.title));
        kinds.any(|it| it == entry.kind || (is_open && entry.kind == ItemKind::Explore))
    }

    /// The rows of what is offered and not listed yet.
    fn offered(&self) -> Vec<Vec<String>> {
        let offers = self.offers();
        let open = offers.iter().zip(1..).filter(|(it, _)| !self.is_listed(&it.entry));
        let row = |(offer, number): (&Suggestion, usize)| {
            let mut row = self.row(number, &offer.entry);
            row.push(offer.reason.said().map(|it| self.say(&it)).unwrap_or_default());
            row
        };
        open.map(row).collect()
    }

    /// Takes what is offered under a number, perhaps with `20 min` and `by NAME`.
    fn taken(&self, number: usize, rest: &str) -> Result<What> {
        let offers = self.offers();
        let offer = number.checked_sub(1).and_then(|it| offers.get(it)).ok_or_else(|| {
            let err = Error::new(say!("error-no-place", number = number.to_string()));
            err.hint(say!("hint-no-place", count = offers.len()))
        })?;
        let mut entry = offer.entry.clone();
        let line = format!("{} {rest}", entry.title);
        let (title, minutes, by) = self.title_of(line.trim_end());
        if title != entry.title {
            return Err(self.no_answer(rest));
        }
        entry.minutes = minutes.or(entry.minutes);
        entry.by = by.or(entry.by);
        Ok(listed(entry))
    }

    /// The agenda as a numbered list.
    fn listed(&self) -> Option<Block> {
        let agenda = &self.state().agenda;
        let rows = agenda.iter().zip(1..).map(|(entry, number)| self.row(number, entry)).collect();
        (!agenda.is_empty()).then_some(Block::Table { rows, wraps: WRAPPED })
    }

    fn row(&self, number: usize, entry: &AgendaItem) -> Vec<String> {
        let minutes = entry.minutes.map(|it| self.say(&say!("minutes", count = it)));
        vec![
            number.to_string(),
            entry.title.clone(),
            self.say(&records::kind(entry.kind)),
            entry.by.clone().unwrap_or_default(),
            minutes.unwrap_or_default(),
        ]
    }

    /// An item in one line: `Quiet hours · decide · Chen · 20 min`.
    pub(crate) fn entry_line(&self, entry: &AgendaItem) -> String {
        let mut parts = vec![entry.title.clone(), self.say(&records::kind(entry.kind))];
        parts.extend(entry.by.clone());
        parts.extend(entry.minutes.map(|it| self.say(&say!("minutes", count = it))));
        parts.join(" · ")
    }

    /// Reads `decide TITLE 20 min by NAME`, where the first word begins an item.
    fn new_entry(&self, word: &str, rest: &str) -> Result<Option<AgendaItem>> {
        let Ok(kind) = word.parse::<ItemKind>() else {
            return Ok(None);
        };
        let (title, minutes, by) = self.title_of(rest);
        if title.is_empty() {
            let err = Error::new(say!("error-no-title", word = word));
            return Err(err.hint(say!("hint-no-title", word = word)));
        }
        let mut topics = self.background.topics.iter();
        let topic = topics.find(|it| it.kind() == kind && same(&it.title, title));
        Ok(Some(AgendaItem {
            kind,
            title: title.to_owned(),
            minutes: minutes.or(topic.and_then(|it| it.minutes)),
            by: by.or_else(|| topic.and_then(|it| it.by.clone())),
        }))
    }

    /// Splits ` 20 min` and ` by NAME` off the end of a title, where they stand there.
    fn title_of<'t>(&self, line: &'t str) -> (&'t str, Option<u32>, Option<String>) {
        let (mut title, mut minutes, mut by) = (line, None, None);
        loop {
            if let (None, Some((before, number))) = (minutes, minutes_behind(title)) {
                (title, minutes) = (before, Some(number));
            } else if let (None, Some((before, name))) = (&by, self.by_behind(title)) {
                (title, by) = (before, Some(name));
            } else {
                return (title, minutes, by);
            }
        }
    }

    /// Splits ` by NAME` off a title, where it is a whole name.
    fn by_behind<'t>(&self, title: &'t str) -> Option<(&'t str, String)> {
        let mut places = title.match_indices(" by ");
        places.find_map(|(place, by)| {
            let name = names::whole(&self.known(), title[place + by.len()..].trim())?;
            Some((title[..place].trim_end(), name.to_owned()))
        })
    }

    /// Splits a date off the end of a line, where there is one.
    pub(crate) fn date_behind<'t>(&self, line: &'t str) -> Result<(&'t str, Option<NaiveDate>)> {
        let (before, last) = line.rsplit_once(' ').unwrap_or(("", line));
        if !last.starts_with(|it: char| it.is_ascii_digit()) || last.matches('-').count() != 2 {
            return Ok((line, None));
        }
        Ok((before.trim_end(), Some(self.date(last)?)))
    }

    /// Returns the kind of an entry, where another one has the same title.
    fn doubtful(&self, entry: &AgendaItem) -> Option<ItemKind> {
        let mut agenda = self.state().agenda.iter();
        agenda.any(|it| it.title == entry.title && it.kind != entry.kind).then_some(entry.kind)
    }
}

pub(crate) fn listed(entry: AgendaItem) -> What {
    let AgendaItem { kind, title, minutes, by } = entry;
    What::Listed { kind, title, minutes, by }
}

/// Splits ` 20 min` off the end of a title.
fn minutes_behind(title: &str) -> Option<(&str, u32)> {
    let before = title.strip_suffix(" min")?;
    let (before, number) = before.rsplit_once(' ')?;
    let digits = (1..=4).contains(&number.len()) && number.bytes().all(|it| it.is_ascii_digit());
    let number = digits.then(|| number.parse().ok()).flatten()?;
    (number > 0).then_some((before.trim_end(), number))
}

/// Reads the reason of an objection, without which it is none.
pub(crate) fn reason(rest: &str) -> Result<String> {
    if rest.is_empty() {
        return Err(Error::new(say!("error-no-reason")).hint(say!("hint-no-reason")));
    }
    Ok(rest.to_owned())
}
