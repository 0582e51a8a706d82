//! Writes the agenda of the next meeting, to be read beforehand, as Markdown in the circle's
//! language.
//!
//! The meeting offers the same items under the same numbers. It lists all that may go on the
//! agenda; the circle chooses when it meets.

use chrono::NaiveDate;

use crate::circle::{Circle, Role};
use crate::lang::{Phrase, Words, say};
use crate::meeting::{Draft, ItemKind, Scheduled, Validity, all};
use crate::records::format::record_parts::heard_then;
use crate::records::page::lists::{
    bullet, dotted, listed, nested, one_list, open_actions, section, terms,
};
use crate::records::page::markdown;
use crate::records::{Decision, OpenAction, Suggestion, Topic, kind, minutes_of};
use crate::text::same;

/// What goes on the agenda.
#[derive(Clone, Debug)]
pub(crate) struct Agenda<'a> {
    pub circle: &'a Circle,
    /// What was due before this day is overdue.
    pub today: NaiveDate,
    /// What is due later is not on the agenda.
    pub until: NaiveDate,
    /// When the circle meets, if known.
    pub scheduled: Option<&'a Scheduled>,
    /// The suggested items, in the order of their numbers.
    pub offered: Vec<Suggested<'a>>,
    /// The role and the person of each election that is not accepted yet.
    pub unaccepted: Vec<(&'a str, &'a str)>,
    /// Who was taken in and has not said yes yet.
    pub newcomers: Vec<&'a str>,
    /// The stems of the journals of meetings whose minutes are not approved.
    pub minutes: &'a [String],
    pub actions: &'a [OpenAction],
}

/// A suggestion, and what it starts from.
#[derive(Clone, Debug)]
pub struct Suggested<'a> {
    pub suggestion: Suggestion,
    /// The draft in the backlog with its title.
    pub draft: Option<Draft>,
    /// The decision in force with its title.
    pub in_force: Option<&'a Decision>,
    /// The topic with its title: a selection goes on from it, and of a proposal it says what was objected.
    pub topic: Option<&'a Topic>,
}

/// Writes the agenda.
pub(crate) fn agenda(agenda: &Agenda<'_>, words: &Words) -> String {
    let page = AgendaPage { agenda, words };
    let mut blocks = page.head();
    let items = agenda.offered.iter().zip(1..).flat_map(|(it, number)| page.item(number, it));
    let items: Vec<String> = items.collect();
    if items.is_empty() {
        blocks.push(words.say(&say!("agenda-empty")));
    }
    blocks.extend(section(words, &say!("minutes-items"), items));
    blocks.extend(section(words, &say!("agenda-unaccepted"), page.unaccepted()));
    let newcomers = agenda.newcomers.iter().map(|it| bullet(0, &markdown::line(it)));
    let newcomers = one_list(newcomers.collect());
    blocks.extend(section(words, &say!("agenda-newcomers"), newcomers));
    blocks.extend(section(words, &say!("agenda-minutes"), page.minutes()));
    let actions = open_actions(words, agenda.actions, agenda.today);
    blocks.extend(section(words, &say!("agenda-actions"), actions));
    blocks.join("\n\n") + "\n"
}

/// Writes the parts of the agenda, each as a list of Markdown blocks.
struct AgendaPage<'a> {
    agenda: &'a Agenda<'a>,
    words: &'a Words,
}

impl AgendaPage<'_> {
    fn say(&self, phrase: &Phrase) -> String {
        self.words.say(phrase)
    }

    /// The title, and when the circle meets.
    fn head(&self) -> Vec<String> {
        let circle = markdown::line(&self.agenda.circle.name);
        let unscheduled = Scheduled::default();
        let Scheduled { date, time, who } = self.agenda.scheduled.unwrap_or(&unscheduled);
        let (title, more) = if let Some(date) = date {
            let title = say!("agenda-title", circle = circle, date = *date);
            let zone = self.agenda.circle.plan.zone.as_deref().map(markdown::line);
            let from = |time: &String| match zone {
                Some(zone) => say!("agenda-from-zone", time = markdown::line(time), zone = zone),
                None => say!("agenda-from", time = markdown::line(time)),
            };
            (title, time.as_ref().map(from))
        } else {
            let who = who.as_deref().map(markdown::line);
            let finds_date = who.map(|who| say!("minutes-finds-date", who = who));
            (say!("agenda-title-open", circle = circle), finds_date)
        };
        let title = format!("# {}", self.say(&title));
        let until = self.agenda.until;
        let until = (*date != Some(until)).then(|| say!("agenda-until", date = until));
        [title].into_iter().chain(more.into_iter().chain(until).map(|it| self.say(&it))).collect()
    }

    /// An item: its number, kind, proposer, time, reason, and what it starts from.
    fn item(&self, number: usize, offered: &Suggested<'_>) -> Vec<String> {
        let entry = &offered.suggestion.entry;
        let by = listed(self.words, &all(entry.by.as_ref(), &entry.with));
        let about = [
            Some(kind(entry.kind)),
            by.map(|who| say!("agenda-by", who = who)),
            entry.minutes.map(|it| say!("minutes", count = it)),
            offered.suggestion.reason.said(),
        ];
        let heading = format!("### {number}. {}", markdown::line(&entry.title));
        let in_force = offered.in_force.filter(|_| entry.kind == ItemKind::Decide);
        let topic = offered.topic.filter(|_| entry.kind == ItemKind::Decide);
        let heard: Vec<String> = topic.into_iter().flat_map(|it| self.heard(it)).collect();
        let start = match (&offered.draft, in_force) {
            (Some(draft), _) => self.start(&say!("agenda-draft"), draft, in_force, heard),
            (None, Some(it)) => {
                // What lasts for a term ends on a day that is known by now.
                let stands = it.validity.expires().map_or(it.validity.is, Validity::Expires);
                let draft = Draft { validity: Some(stands), ..it.draft() };
                self.start(&say!("agenda-in-force"), &draft, in_force, heard)
            }
            (None, None) => one_list(heard),
        };
        let role = if entry.kind == ItemKind::Select {
            self.role(&entry.title, offered.topic.filter(|it| it.goes_on()))
        } else {
            Vec::new()
        };
        [vec![heading, dotted(self.words, about)], role, start].concat()
    }

    /// The draft that an item starts from, the concerns about the decision in force, and what was `heard`
    /// since.
    fn start(
        &self,
        label: &Phrase,
        draft: &Draft,
        in_force: Option<&Decision>,
        heard: Vec<String>,
    ) -> Vec<String> {
        let mut blocks = Vec::new();
        if let Some(text) = draft.text.as_deref().filter(|it| !it.trim().is_empty()) {
            blocks = vec![self.say(label), markdown::quote(text)];
        }
        let list = |it: &Option<Vec<String>>| it.clone().unwrap_or_default();
        let stands = draft.validity.map(|it| it.said(say!("agenda-term")));
        let mut lines: Vec<String> = stands.iter().map(|it| bullet(0, &self.say(it))).collect();
        let effects = draft.effects.as_deref().unwrap_or_default();
        let (who, measures) = (list(&draft.responsible), list(&draft.measures));
        lines.extend(terms(self.words, &who, &measures, effects));
        let concerns = in_force.iter().flat_map(|it| &it.concerns);
        let concerns: Vec<String> =
            concerns.map(|it| bullet(1, &markdown::lines(&it.text, 4))).collect();
        lines.extend(nested(self.words, &say!("agenda-concerns"), &concerns));
        lines.extend(heard);
        blocks.extend(one_list(lines));
        blocks
    }

    /// What was objected and of concern when a topic was on the table last, or in writing.
    fn heard(&self, topic: &Topic) -> Vec<String> {
        heard_then(&topic.objections, &topic.concerns)
            .into_iter()
            .map(|it| bullet(0, &markdown::lines(&self.say(&it), 2)))
            .collect()
    }

    /// The purpose of a role, who holds it, and what an earlier meeting left of its selection.
    fn role(&self, title: &str, left: Option<&Topic>) -> Vec<String> {
        let role = self.agenda.circle.roles.iter().find(|it| same(&it.name, title));
        let filled = |it: &&str| !it.trim().is_empty();
        let purpose = role.map(|it| it.purpose.as_str()).filter(filled);
        let purpose = purpose.or_else(|| left?.purpose.as_deref());
        let mut lines = Vec::from_iter(role.map(|it| self.holder(it)));
        if let Some(left) = left {
            let term = left.role_term().map(|it| say!("agenda-role-term", term = it));
            let begins = left.begins.map(|it| say!("agenda-role-begins", date = it));
            lines.extend(term.iter().chain(&begins).map(|it| bullet(0, &self.say(it))));
            let asked = left.asks_for();
            let asked: Vec<String> = asked.map(|it| bullet(1, &markdown::lines(it, 4))).collect();
            lines.extend(nested(self.words, &say!("minutes-qualifications"), &asked));
        }
        purpose.map(markdown::quote).into_iter().chain(one_list(lines)).collect()
    }

    /// Who holds a role, and until when.
    fn holder(&self, role: &Role) -> String {
        let holder = role.holder.as_deref().map(markdown::line);
        let held = match (holder, self.agenda.circle.held_until(role)) {
            (Some(who), Some(until)) => say!("agenda-held-until", who = who, until = until),
            (Some(who), None) => say!("agenda-held", who = who),
            (None, _) => say!("agenda-held-by-nobody"),
        };
        bullet(0, &self.say(&held))
    }

    /// The elected persons who must still be asked whether they accept.
    fn unaccepted(&self) -> Vec<String> {
        let line = |(role, who): &(&str, &str)| {
            bullet(0, &format!("{}: {}", markdown::line(role), markdown::line(who)))
        };
        one_list(self.agenda.unaccepted.iter().map(line).collect())
    }

    fn minutes(&self) -> Vec<String> {
        let line = |stem: &String| {
            let path = markdown::line(&format!("meetings/{stem}.md"));
            bullet(0, &format!("{}: {path}", self.say(&minutes_of(stem))))
        };
        one_list(self.agenda.minutes.iter().map(line).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circle::Attribution;
    use crate::lang::Lang;
    use crate::meeting::AgendaItem;
    use crate::meeting::Validity;
    use crate::records::sample::{NASTY, day, skeleton};
    use crate::records::{ConcernRecord, ObjectionRecord, Reason, sample};

    fn offer(kind: ItemKind, title: &str, by: &str, reason: Reason) -> Suggestion {
        let entry = AgendaItem {
            kind,
            title: title.to_owned(),
            minutes: Some(20),
            by: Some(by.to_owned()),
            with: Vec::new(),
        };
        Suggestion { entry, reason }
    }

    /// An agenda with this text wherever somebody typed something.
    fn page(text: &str, lang: Lang) -> String {
        let typed = || text.to_owned();
        let mut circle = sample::circle(Attribution::None);
        circle.name = typed();
        let roles = "name = \"G\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]\n\
                     role = [{ name = \"Keys\", until = 2026-10-01 }]";
        circle.roles = Circle::read(roles).unwrap().roles;
        circle.roles[0].name = typed();
        circle.roles[0].purpose = format!("For {text}");
        circle.roles[0].holder = Some(typed());
        let draft = Draft {
            nominee: None,
            text: Some(format!("We {text}")),
            validity: "3 months".parse().ok().map(Validity::Term),
            responsible: Some(vec![typed(), typed()]),
            measures: Some(vec![typed(), typed()]),
            effects: None,
        };
        let objection = ObjectionRecord {
            who: Some(typed()),
            reason: typed(),
            version: Some(1),
            outcome: Vec::new(),
        };
        let concern = || ConcernRecord { who: None, text: typed(), version: None };
        let year = Validity::Term("1 year".parse().unwrap());
        let known = Decision {
            id: typed(),
            text: format!("We {text}"),
            responsible: vec![typed(), typed()],
            measures: vec![typed(), typed()],
            concerns: vec![concern(), concern()],
            ..Decision::earlier(text, text, day("2025-09-19"), year.announced(day("2025-09-19")))
        };
        let topic = Topic {
            title: typed(),
            purpose: Some(typed()),
            validity: draft.validity,
            begins: Some(day("2026-10-01")),
            qualifications: vec![typed(), typed()],
            objections: vec![objection.clone()],
            concerns: vec![concern()],
            ..Topic::default()
        };
        let (draft, due) = (Some(draft), Some(&known));
        let offered = |kind, reason, draft: &Option<Draft>, in_force| {
            let suggestion = offer(kind, text, text, reason);
            let topic = Some(&topic);
            Suggested { suggestion, draft: draft.clone(), in_force, topic }
        };
        let date = day("2026-09-19");
        let action = |due| OpenAction {
            who: typed(),
            with: vec![typed()],
            text: typed(),
            due,
            meeting: Some("2026-09-05".to_owned()),
            ..OpenAction::default()
        };
        let scheduled = Scheduled { date: Some(date), time: Some(typed()), who: None };
        let page = Agenda {
            circle: &circle,
            today: date,
            until: date,
            scheduled: Some(&scheduled),
            offered: vec![
                offered(ItemKind::Explore, Reason::Backlog, &draft, due),
                offered(ItemKind::Report, Reason::Backlog, &None, None),
                offered(ItemKind::Decide, Reason::Review(date), &None, due),
                offered(ItemKind::Select, Reason::Term(date), &None, due),
                offered(ItemKind::Decide, Reason::Postponed(date), &draft, due),
            ],
            unaccepted: vec![(text, text)],
            newcomers: vec![text],
            minutes: &[typed(), typed()],
            actions: &[action(None), action(Some(day("2026-09-18"))), action(Some(date))],
        };
        agenda(&page, &Words::of(lang))
    }

    #[test]
    fn typed_text_does_not_change_the_structure_of_the_page() {
        let plain = skeleton(&page("a", Lang::En));
        assert!(plain.len() > 40, "{plain:?}");
        for text in NASTY {
            let page = page(text, Lang::En);
            assert_eq!(skeleton(&page), plain, "{page}");
        }
    }

    #[test]
    fn who_has_not_said_yes_is_on_it() {
        let page = page("Farid", Lang::En);
        assert!(page.contains("## Taken in, and still to say yes\n\n- Farid\n"), "{page}");
    }

    #[test]
    fn control_characters_never_reach_the_page() {
        let page = page("a\u{1b}[31m\u{202e}b\r\n", Lang::De);
        assert_eq!(crate::text::forbidden(&page), None);
    }

    #[test]
    fn only_decisions_list_concerns_and_only_earlier_actions_are_overdue() {
        let page = page("a", Lang::En);
        assert_eq!(page.matches("- Concerns at the time:\n").count(), 2, "{page}");
        assert_eq!(page.matches("The decision as it stands:\n").count(), 1, "{page}");
        assert_eq!(page.matches("The draft so far:\n").count(), 2, "{page}");
        assert_eq!(
            page.matches("- Overdue: a and a, by 18 September 2026: a\n").count(),
            1,
            "{page}"
        );
        assert_eq!(page.matches("\n- a and a, by 19 September 2026: a\n").count(), 1, "{page}");
    }
}
