//! What an item came to: the decision with its text, objections and concerns, or what is next.

use std::collections::HashMap;

use crate::lang::{Phrase, say};
use crate::meeting::{
    Adopted, AgendaItem, ConsentMode, Item, ItemKind, Objection, Outcome, Resolution, Unbegun,
    What, Wording,
};
use crate::records::filing::documents;
use crate::records::page::lists::{bullet, labelled, names, nested, one_list, row, terms};
use crate::records::page::markdown;
use crate::records::page::minutes::{MinutesPage, Saying};
use crate::records::{Decision, FrontMatter};

impl MinutesPage<'_> {
    /// A decision: its exact text, how long it stands, and how it came about.
    pub(crate) fn decision(&self, item: &Item) -> Vec<String> {
        let Some(What::Adopted(adopted)) = self.adopted(item) else { return Vec::new() };
        let Adopted { title, text, term, review, by, version, consent, replaces, ends, .. } =
            &**adopted;
        let heard = match consent {
            ConsentMode::Round => say!("minutes-by-round", version = *version),
            ConsentMode::Call => say!("minutes-by-call", version = *version),
        };
        let mut lines = vec![self.line(&say!("minutes-term", term = *term, review = *review))];
        lines.extend(item.version().iter().flat_map(|it| self.terms(&it.wording)));
        let by = by.as_deref().map(markdown::line);
        lines.extend(by.map(|who| self.line(&say!("minutes-proposed", who = who))));
        lines.push(self.line(&heard));
        lines.extend(self.heard(item));
        lines.extend(row(self.words, &say!("minutes-replaces"), &self.gone(replaces)));
        lines.extend(row(self.words, &say!("minutes-ends"), &self.gone(ends)));
        let heading = format!("### {}", markdown::line(title));
        [vec![heading, markdown::quote(text)], one_list(lines)].concat()
    }

    /// The decisions that this one makes an end of: title and date, where they are there.
    fn gone(&self, ids: &[String]) -> Vec<String> {
        let named = |id: &String| {
            let text = self.existing.get(&documents::decision(id))?;
            let Decision { title, date, .. } = Decision::read_text(text).ok()?;
            let title = markdown::line(&title);
            Some(self.say(&say!("decision-named", title = title, date = date)))
        };
        ids.iter().map(|id| named(id).unwrap_or_else(|| markdown::line(id))).collect()
    }

    /// What became of an item, as sentences of one paragraph; for one without a decision also
    /// the proposal as it stood.
    pub(crate) fn came_to(&self, item: &Item) -> Vec<String> {
        let Some(outcome) = &item.outcome else {
            return self.undecided(
                item,
                &[self.brought(&item.entry), self.say(&say!("minutes-on-table"))],
            );
        };
        let came = self.outcome(&item.entry, outcome, self.reason(item));
        match outcome {
            Outcome::Adopted(_) | Outcome::Elected(_) => vec![joined(&[came, self.took(item)])],
            Outcome::Done => vec![joined(&[came, self.brought(&item.entry), self.took(item)])],
            _ => self.undecided(item, &[self.brought(&item.entry), came, self.took(item)]),
        }
    }

    /// What was listed and never begun, and what became of it.
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
        if let Some(text) = item.draft.text.as_ref().filter(|it| !it.is_empty()) {
            blocks.push(self.say(&say!("minutes-draft")));
            blocks.push(markdown::quote(text));
        }
        let wording = item.wording(self.meeting.circle().rules.term);
        let lines = self.nominee(item).into_iter().chain(self.terms(&wording));
        let lines = lines.chain(self.named_for(item)).chain(self.heard(item));
        blocks.extend(one_list(lines.collect()));
        blocks
    }

    fn outcome(&self, entry: &AgendaItem, outcome: &Outcome, reason: Option<&str>) -> String {
        let reason = reason.map(markdown::line);
        self.say(&match (outcome, reason) {
            (Outcome::Adopted(_), _) => say!("minutes-decided"),
            (Outcome::Elected(_), _) => say!("minutes-selected"),
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

    fn brought(&self, entry: &AgendaItem) -> String {
        let Some(who) = entry.by.as_deref().map(markdown::line) else { return String::new() };
        match entry.kind {
            ItemKind::Decide => self.say(&say!("minutes-proposed", who = who)) + ".",
            ItemKind::Select | ItemKind::Explore | ItemKind::Report => {
                self.say(&say!("minutes-brought", who = who))
            }
        }
    }

    /// Why an item was dropped, where that was said.
    fn reason(&self, item: &Item) -> Option<&str> {
        self.facts_of(item).iter().rev().find_map(|it| match &it.what {
            What::AskedToDrop { reason, .. } => Some(reason.as_deref()),
            _ => None,
        })?
    }

    /// Who sees to a proposal, and how it is measured.
    pub(crate) fn terms(&self, it: &Wording) -> Vec<String> {
        terms(self.words, &it.responsible, &it.measures)
    }

    /// Whom it is about, what was objected and what became of that, and what concerns remain.
    pub(crate) fn heard(&self, item: &Item) -> Vec<String> {
        let objections = self.objections(item);
        let concerns = item.concerns.iter().map(|it| {
            let text = markdown::lines(&it.text, 4);
            bullet(
                1,
                &match self.name(Saying::Objecting, &it.who) {
                    Some(name) => labelled(&name, &text),
                    None => text,
                },
            )
        });
        let lines = [
            names(self.words, &say!("minutes-about"), &item.proposal().about),
            nested(self.words, &say!("minutes-objections"), &objections),
            nested(self.words, &say!("minutes-concerns"), &concerns.collect::<Vec<_>>()),
        ];
        lines.into_iter().flatten().collect()
    }

    /// The objections in order; those to one version that the same change integrated stand
    /// together under it.
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
            let Some(alike) = integrated.remove(&change(it)) else { continue };
            if alike.len() == 1 {
                lines.push(self.objection(item, it));
                continue;
            }
            let (version, parts) = (it.version, self.parts(it));
            let head = say!("minutes-integrated-together", version = version, parts = parts);
            lines.push(bullet(1, &self.say(&head)));
            let each = alike.iter().map(|it| bullet(2, &self.reasoned(it, None, 6)));
            lines.extend(each);
        }
        lines
    }

    /// An objection: who, perhaps to which version, and why.
    fn reasoned(&self, objection: &Objection, version: Option<String>, indent: usize) -> String {
        let name = self.name(Saying::Objecting, &objection.who);
        let head: Vec<String> = name.into_iter().chain(version).collect();
        let text = markdown::lines(&objection.reason, indent);
        if head.is_empty() { text } else { labelled(&head.join(", "), &text) }
    }

    /// What changed to integrate an objection.
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

    /// Why an objection was withdrawn, where that was said.
    fn withdrawal(&self, item: &Item, objection: &Objection) -> Option<&str> {
        let facts = self.facts_of(item).iter().map(|it| &it.what);
        let mut later = facts.skip_while(|what| !is_said(objection, what)).skip(1);
        later.find_map(|what| match what {
            What::Withdrew { who, reason } if *who == objection.who => Some(reason.as_deref()),
            // An answer after it took its place without a word.
            What::Consented { who, .. } | What::Objected { who, .. } if *who == objection.who => {
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
    matches!(what, What::Objected { who, reason, version, on: None, .. }
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
    }
}
