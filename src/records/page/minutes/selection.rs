//! Elections in the minutes: who, for which term, and why.
//!
//! Nominations are listed only if the circle's rules attribute everything, and are never counted.

use crate::circle::Attribution;
use crate::lang::say;
use crate::meeting::{GivenRole, Item, Nomination, Outcome, What};
use crate::records::format::election;
use crate::records::page::lists::{bullet, nested, one_list};
use crate::records::page::markdown;
use crate::records::page::minutes::MinutesPage;

impl MinutesPage<'_> {
    /// An election: its term, its reason, and how it was reached.
    pub(crate) fn election(&self, item: &Item) -> Vec<String> {
        let Some(Outcome::Elected(index)) = item.outcome else { return self.given(item) };
        let Some(What::Elected(it)) = self.facts.get(index).map(|it| &it.what) else {
            return Vec::new();
        };
        let who = markdown::line(&it.elected);
        let term = match it.term {
            Some(term) => {
                say!("minutes-elected", since = it.since, until = it.until, term = term)
            }
            None => say!("minutes-elected-until", since = it.since, until = it.until),
        };
        let why = say!("minutes-why", reason = markdown::lines(&it.reason, 2));
        let mut lines = vec![self.line(&term), self.line(&why)];
        if !it.accepted {
            lines.push(self.line(&if item.election().is_some_and(|it| it.accepted) {
                say!("minutes-accepted-since", who = &who)
            } else {
                say!("minutes-unaccepted", who = &who)
            }));
        }
        lines.extend(item.version().iter().flat_map(|it| self.terms(&it.wording)));
        lines.push(self.line(&say!("minutes-by-round", version = it.version)));
        lines.extend(self.named_for(item));
        lines.extend(self.heard(item));
        let heading = format!("### {}", markdown::line(&election::title(&it.role, &it.elected)));
        [vec![heading], one_list(lines)].concat()
    }

    /// The roles that a decision gives: the terms, and that nobody was nominated.
    fn given(&self, item: &Item) -> Vec<String> {
        let given = |it: &GivenRole| {
            let (role, who) = (markdown::line(&it.is.role), markdown::line(&it.is.who));
            let days = say!("minutes-elected-until", since = it.since, until = it.until);
            let by = say!("record-appointed", title = markdown::line(&item.entry.title));
            let waits = (!it.accepted).then(|| say!("minutes-unaccepted", who = &who));
            let lines = [days, by].into_iter().chain(waits).map(|it| self.line(&it));
            [vec![format!("### {role}: {who}")], one_list(lines.collect())].concat()
        };
        item.proposal().gives.iter().flat_map(given).collect()
    }

    /// The elections of earlier meetings that were accepted in this one.
    pub(crate) fn acceptances(&self) -> Vec<String> {
        let accepted = &self.meeting.state().accepted;
        let line = |(who, role): &(String, String)| {
            let (who, role) = (markdown::line(who), markdown::line(role));
            self.line(&say!("minutes-accepted", who = who, role = role))
        };
        let declined = self.facts.iter().filter_map(|it| match &it.what {
            What::Declined { who, role: Some(role), .. } => {
                let (who, role) = (markdown::line(who), markdown::line(role));
                Some(self.line(&say!("minutes-declined", who = who, role = role)))
            }
            _ => None,
        });
        one_list(accepted.iter().map(line).chain(declined).collect())
    }

    /// Who has said yes or no to becoming a member. Why not is theirs, and not said.
    pub(crate) fn newcomers(&self) -> Vec<String> {
        let line = |who: &String, joins: bool| {
            let who = markdown::line(who);
            self.line(&if joins {
                say!("minutes-joined", who = who)
            } else {
                say!("minutes-joins-not", who = who)
            })
        };
        let answers = self.facts.iter().filter_map(|it| match &it.what {
            What::Accepted { who, role: None } => Some(line(who, true)),
            What::Declined { who, role: None, .. } => Some(line(who, false)),
            _ => None,
        });
        one_list(answers.collect())
    }

    /// The qualifications, and the nominations if the rules attribute them.
    pub(crate) fn named_for(&self, item: &Item) -> Vec<String> {
        let Some(selection) = item.selection() else { return Vec::new() };
        let asked = selection.qualifications.iter();
        let asked: Vec<String> = asked.map(|it| bullet(1, &markdown::lines(&it.text, 4))).collect();
        let mut lines: Vec<String> =
            nested(self.words, &say!("minutes-qualifications"), &asked).into_iter().collect();
        if self.meeting.circle().rules.attribution == Attribution::All {
            let named = |list: &[Nomination]| list.iter().map(|it| self.nomination(it)).collect();
            let (nominations, changes): (Vec<String>, Vec<String>) =
                (named(&selection.nominations), named(&selection.changes));
            lines.extend(nested(self.words, &say!("minutes-nominations"), &nominations));
            lines.extend(nested(self.words, &say!("minutes-changes"), &changes));
        }
        lines
    }

    /// Who was put forward in a selection without an election.
    pub(crate) fn nominee(&self, item: &Item) -> Option<String> {
        let nominee = item.draft.nominee.as_ref()?;
        let (who, reason) = (markdown::line(&nominee.name), markdown::line(&nominee.reason));
        Some(self.line(&say!("minutes-put-forward", who = who, reason = reason)))
    }

    fn nomination(&self, it: &Nomination) -> String {
        let nominees: Vec<String> = it.nominees.iter().map(|it| markdown::line(it)).collect();
        let (who, names) = (markdown::line(&it.who), self.words.list(&nominees));
        let reason = markdown::lines(&it.reason, 4);
        let nomination = match (it.term, it.until) {
            (Some(term), _) => {
                say!("minutes-named-term", who = who, names = names, term = term, reason = reason)
            }
            (None, Some(until)) => say!(
                "minutes-named-until",
                who = who,
                names = names,
                until = until,
                reason = reason
            ),
            (None, None) => say!("minutes-named", who = who, names = names, reason = reason),
        };
        bullet(1, &self.say(&nomination))
    }
}
