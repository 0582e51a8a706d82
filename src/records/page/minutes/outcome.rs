//! The outcome of an item in the minutes: the decision with objections and concerns, or what is
//! next.

use std::collections::HashMap;

use crate::circle::Term;
use crate::lang::{Phrase, say};
use crate::meeting::{
    AgendaItem, ConsentMode, Item, ItemKind, Objection, On, Outcome, Resolution, StoodAside,
    Unbegun, What, Wording, all,
};
use crate::records::filing::documents;
use crate::records::page::lists::{bullet, labelled, listed, names, nested, one_list, row, terms};
use crate::records::page::markdown;
use crate::records::page::minutes::{MinutesPage, Saying};
use crate::records::{Decision, FrontMatter};

impl MinutesPage<'_> {
    /// A decision: its text, its term, and how it was reached.
    pub(crate) fn decision(&self, item: &Item) -> Vec<String> {
        let Some(Outcome::Adopted(index)) = item.outcome else { return Vec::new() };
        let Some(What::Adopted(it)) = self.facts.get(index).map(|it| &it.what) else {
            return Vec::new();
        };
        let heard = match it.consent {
            ConsentMode::Round => say!("minutes-by-round", version = it.version),
            ConsentMode::Call => say!("minutes-by-call", version = it.version),
        };
        let mut lines = vec![self.line(&it.validity.said(say!("minutes-term")))];
        lines.extend(item.version().iter().flat_map(|it| self.terms(&it.wording)));
        let by = listed(self.words, &all(it.by.as_ref(), &it.with));
        lines.extend(by.map(|who| self.line(&say!("minutes-proposed", who = who))));
        lines.push(self.line(&heard));
        lines.extend(self.consented(item, &it.present).or_else(|| self.about(item, &it.present)));
        lines.extend(self.heard(item));
        lines.extend(row(self.words, &say!("minutes-replaces"), &self.gone(&it.replaces)));
        lines.extend(row(self.words, &say!("minutes-ends"), &self.gone(&it.ends)));
        let heading = format!("### {}", markdown::line(&it.title));
        [vec![heading, markdown::quote(&it.text)], one_list(lines)].concat()
    }

    /// Who consented, and who was heard and not asked; `None` where everyone present consented.
    ///
    /// Names stand here whatever is attributed, as among those present, unless somebody stood aside
    /// who is not named.
    fn consented(&self, item: &Item, present: &[String]) -> Option<String> {
        let (_, heard) = item.asked_and_heard(present);
        // Who stood aside would be known from the list of those who consented.
        let is_hidden =
            item.asides.iter().any(|it| self.name(Saying::Objecting, &it.who).is_none());
        // Minutes of format 1 do not say it.
        if self.meeting.format() < 2 || is_hidden {
            return None;
        }
        let named = |names: Vec<String>| names.iter().map(|it| markdown::line(it)).collect();
        let (asked, heard): (Vec<String>, Vec<String>) =
            (named(item.consenting(present)), named(heard));
        let consented = match (&heard[..], &item.asides[..]) {
            ([], []) => return None,
            ([], _) => say!("minutes-consented-only", asked = asked),
            _ => say!("minutes-consented", asked = asked, heard = heard),
        };
        Some(self.line(&consented))
    }

    /// The persons it is about. Who was present was heard; minutes of format 1 say it of everyone.
    fn about(&self, item: &Item, present: &[String]) -> Option<String> {
        let about = &item.proposal().about;
        let is_heard = self.meeting.format() < 2 || about.iter().all(|it| present.contains(it));
        let heading = if is_heard { say!("minutes-about-heard") } else { say!("minutes-about") };
        names(self.words, &heading, about)
    }

    /// The title and date of decisions, or the id of one that is missing.
    fn gone(&self, ids: &[String]) -> Vec<String> {
        let named = |id: &String| {
            let text = self.existing.get(&documents::decision(id))?;
            let it = Decision::read_text(text).ok()?;
            let title = markdown::line(&it.title);
            Some(self.say(&say!("decision-named", title = title, date = it.date)))
        };
        ids.iter().map(|id| named(id).unwrap_or_else(|| markdown::line(id))).collect()
    }

    /// The outcome of an item in one paragraph; without a decision also the proposal so far.
    pub(crate) fn came_to(&self, item: &Item) -> Vec<String> {
        let brought = self.brought(&item.entry);
        let Some(outcome) = &item.outcome else {
            return self.undecided(item, &[brought, self.say(&say!("minutes-on-table"))]);
        };
        let came = self.outcome(&item.entry, outcome, self.reason(item));
        match outcome {
            Outcome::Adopted(_) | Outcome::Elected(_) => vec![joined(&[came, self.took(item)])],
            Outcome::Done => vec![joined(&[came, brought, self.took(item)])],
            _ => self.undecided(item, &[brought, came, self.took(item)]),
        }
    }

    /// The items that were not begun, with their outcome.
    pub(crate) fn left(&self) -> Vec<String> {
        let state = self.meeting.state();
        let mut reasons = self.facts.iter().filter_map(|it| match &it.what {
            What::AskedToDrop { title: Some(title), reason } => Some((title, reason.as_deref())),
            _ => None,
        });
        let mut reason = |title: &String| reasons.by_ref().filter(|(it, _)| *it == title).last()?.1;
        let left = state.left.iter().map(|Unbegun { entry, outcome, .. }| {
            let reason =
                matches!(outcome, Outcome::Dropped).then(|| reason(&entry.title)).flatten();
            (entry, self.outcome(entry, outcome, reason))
        });
        let waiting = state.agenda.iter().map(|it| (it, self.say(&say!("minutes-listed"))));
        let line = |(entry, came): (&AgendaItem, String)| {
            bullet(0, &labelled(&markdown::line(&entry.title), &came))
        };
        one_list(left.chain(waiting).map(line).collect())
    }

    fn undecided(&self, item: &Item, sentences: &[String]) -> Vec<String> {
        let mut blocks = vec![joined(sentences)];
        // Minutes of format 1 do not say it.
        let is_told = self.meeting.format() >= 2;
        if let Some(text) = item.draft.text.as_ref().filter(|it| !it.is_empty()) {
            blocks.push(self.say(&say!("minutes-draft")));
            blocks.push(markdown::quote(text));
        } else if is_told && item.draft.effects.as_ref().is_some_and(|it| !it.is_empty()) {
            blocks.push(self.say(&say!("minutes-draft")));
        }
        let term = self.meeting.circle().rules.term;
        let wording = item.wording(term);
        // A term that applies anyway is not said.
        let is_own = |it: Term| is_told && it != term && item.selection().is_none();
        let stands = item.draft.validity.filter(|it| it.term().is_none_or(is_own));
        let stands = stands.map(|it| self.line(&it.said(say!("agenda-term"))));
        let lines = self.nominee(item).into_iter().chain(stands).chain(self.terms(&wording));
        let lines = lines.chain(self.named_for(item)).chain(self.about(item, &[]));
        let lines = lines.chain(self.heard(item));
        blocks.extend(one_list(lines.collect()));
        blocks
    }

    fn outcome(&self, entry: &AgendaItem, outcome: &Outcome, reason: Option<&str>) -> String {
        let reason = reason.map(markdown::line);
        self.say(&match (outcome, reason) {
            (Outcome::Adopted(_), _) => say!("minutes-decided"),
            (Outcome::Elected(_), _) => say!("minutes-selected"),
            (Outcome::Awaited(index), _) => {
                let names = self.awaited(*index);
                say!("minutes-awaited", count = names.len(), names = names)
            }
            (Outcome::Done, _) if entry.kind == ItemKind::Report => say!("minutes-reported"),
            (Outcome::Done, _) => say!("minutes-explored"),
            (Outcome::Postponed(Some(date)), _) => say!("minutes-postponed-to", date = *date),
            (Outcome::Postponed(None), _) => say!("minutes-postponed"),
            (Outcome::Referred(circle), _) => {
                say!("minutes-referred", circle = markdown::line(circle))
            }
            (Outcome::Dropped, Some(reason)) => say!("minutes-dropped-because", reason = reason),
            (Outcome::Dropped, None) => say!("minutes-dropped"),
            (Outcome::KeptOpen, _) => say!("minutes-kept-open"),
        })
    }

    /// The members who are asked in writing by the fact `awaited` of this index.
    fn awaited(&self, index: usize) -> Vec<String> {
        match self.meeting.fact(index).map(|it| &it.what) {
            Some(What::Awaited(it)) => it.who.iter().map(|it| markdown::line(it)).collect(),
            _ => Vec::new(),
        }
    }

    fn brought(&self, entry: &AgendaItem) -> String {
        let Some(who) = listed(self.words, &all(entry.by.as_ref(), &entry.with)) else {
            return String::new();
        };
        match entry.kind {
            ItemKind::Decide => self.say(&say!("minutes-proposed", who = who)) + ".",
            ItemKind::Select | ItemKind::Explore | ItemKind::Report => {
                self.say(&say!("minutes-brought", who = who))
            }
        }
    }

    /// The reason for dropping an item.
    fn reason(&self, item: &Item) -> Option<&str> {
        self.facts_of(item).iter().rev().find_map(|it| match &it.what {
            What::AskedToDrop { reason, .. } => Some(reason.as_deref()),
            _ => None,
        })?
    }

    /// Who is responsible for a proposal, how it is measured, and how it changes the circle.
    pub(crate) fn terms(&self, it: &Wording) -> Vec<String> {
        terms(self.words, &it.responsible, &it.measures, &it.effects)
    }

    /// The objections with their outcomes, the concerns, and who stood aside.
    pub(crate) fn heard(&self, item: &Item) -> Vec<String> {
        let objections = self.objections(item);
        let concerns = item.concerns.iter().map(|it| {
            let text = markdown::lines(&it.text, 4);
            // Minutes of format 1 do not say it.
            let is_earlier = self.meeting.format() >= 2 && item.is_earlier(it);
            let version = say!("minutes-concern-then", version = it.version);
            let version = is_earlier.then(|| self.say(&version));
            let name = it.who.as_deref().and_then(|it| self.name(Saying::Objecting, it));
            let head: Vec<String> = name.into_iter().chain(version).collect();
            let head = head.join(", ");
            bullet(1, &if head.is_empty() { text } else { labelled(&head, &text) })
        });
        let asides = item.asides.iter().map(|it| {
            let reason = markdown::lines(&it.reason, 4);
            let name = self.name(Saying::Objecting, &it.who);
            bullet(1, &name.map_or(reason.clone(), |name| labelled(&name, &reason)))
        });
        let lines = [
            nested(self.words, &say!("minutes-objections"), &objections),
            nested(self.words, &say!("minutes-concerns"), &concerns.collect::<Vec<_>>()),
            nested(self.words, &say!("minutes-asides"), &asides.collect::<Vec<_>>()),
        ];
        lines.into_iter().flatten().collect()
    }

    /// The objections in order. Those to one version that the same change integrated are grouped.
    fn objections(&self, item: &Item) -> Vec<String> {
        let change = |it: &Objection| (it.version, it.resolutions.clone());
        let mut integrated: HashMap<_, Vec<&Objection>> = HashMap::new();
        for it in &item.objections {
            integrated.entry(change(it)).or_default().push(it);
        }
        let mut lines = Vec::new();
        for it in &item.objections {
            if matches!(it.resolutions[..], [] | [Resolution::Withdrawn]) {
                lines.push(self.objection(item, it));
                continue;
            }
            // The first objection of a group writes all of it.
            let Some(alike) = integrated.remove(&change(it)) else { continue };
            if alike.len() == 1 {
                lines.push(self.objection(item, it));
                continue;
            }
            let (version, parts) = (it.version, self.parts(it));
            let head = say!("minutes-integrated-together", version = version, parts = parts);
            lines.push(bullet(1, &self.say(&head)));
            lines.extend(alike.iter().map(|it| bullet(2, &self.reasoned(it, None, 6))));
        }
        lines
    }

    /// The name, version and reason of an objection.
    fn reasoned(&self, objection: &Objection, version: Option<String>, indent: usize) -> String {
        let name = self.name(Saying::Objecting, &objection.who);
        let head: Vec<String> = name.into_iter().chain(version).collect();
        let text = markdown::lines(&objection.reason, indent);
        if head.is_empty() { text } else { labelled(&head.join(", "), &text) }
    }

    /// The parts of the proposal that changed to integrate an objection.
    fn parts(&self, objection: &Objection) -> Vec<String> {
        objection.resolutions.iter().map(|it| self.say(&part(*it))).collect()
    }

    fn objection(&self, item: &Item, objection: &Objection) -> String {
        let several = item.versions.len() > 1;
        let version =
            several.then(|| self.say(&say!("minutes-version", version = objection.version)));
        let text = self.reasoned(objection, version, 4);
        let became = match objection.resolutions[..] {
            [] => return bullet(1, &text),
            [Resolution::Withdrawn] => match self.withdrawal(item, objection) {
                Some(reason) => {
                    say!("minutes-withdrawn-because", reason = markdown::line(reason))
                }
                None => say!("minutes-withdrawn"),
            },
            _ => say!("minutes-integrated", parts = self.parts(objection)),
        };
        [bullet(1, &text), bullet(2, &self.say(&became))].join("\n")
    }

    /// The reason for withdrawing an objection.
    fn withdrawal(&self, item: &Item, objection: &Objection) -> Option<&str> {
        let facts = self.facts_of(item).iter().map(|it| &it.what);
        let mut later = facts.skip_while(|what| !is_said(objection, what)).skip(1);
        later.find_map(|what| match what {
            What::Withdrew { who, reason } if *who == objection.who => Some(reason.as_deref()),
            // A later answer replaced the objection without a reason.
            What::Consented { who, .. }
            | What::Objected { who, .. }
            | What::StoodAside(StoodAside { who, .. })
                if *who == objection.who =>
            {
                Some(None)
            }
            _ => None,
        })?
    }
}

fn joined(sentences: &[String]) -> String {
    let said = sentences.iter().map(String::as_str).filter(|it| !it.is_empty());
    said.collect::<Vec<_>>().join(" ")
}

fn is_said(objection: &Objection, what: &What) -> bool {
    matches!(what, What::Objected { who, reason, version, on: None | Some(On::Consent), .. }
        if *who == objection.who && *reason == objection.reason
            && *version == Some(objection.version))
}

fn part(became: Resolution) -> Phrase {
    match became {
        Resolution::Text => say!("minutes-part-text"),
        Resolution::Term => say!("minutes-part-term"),
        Resolution::Measure => say!("minutes-part-measure"),
        Resolution::Responsible => say!("minutes-part-responsible"),
        Resolution::Withdrawn => say!("minutes-withdrawn"),
        Resolution::OtherNominee => say!("minutes-part-nominee"),
        Resolution::Effects => say!("minutes-part-effects"),
    }
}
