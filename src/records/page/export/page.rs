//! Writes the log as one page of Markdown: decisions in force, roles, open actions, backlog.
//!
//! Records that were replaced or ended are left out.

use crate::lang::{Phrase, Words, say};
use crate::meeting::{ItemKind, all};
use crate::records::format::election;
use crate::records::page::export::Everything;
use crate::records::page::lists::{bullet, dotted, listed, one_list, open_actions, section, terms};
use crate::records::page::markdown;
use crate::records::{Decision, Election, Record, Status, Topic, kind};

/// Writes the page, in the circle's language.
pub(crate) fn page(kept: &Everything, words: &Words) -> String {
    let page = OverviewPage { words };
    let circle = markdown::line(&kept.circle.name);
    let title = say!("export-title", circle = circle, date = kept.today);
    let mut blocks = vec![format!("# {}", page.say(&title))];
    let (mut decisions, mut elections) = (Vec::new(), Vec::new());
    for entry in kept.entries() {
        match (entry.record, entry.status) {
            (Record::Decision(it), status) if status.holds() => {
                decisions.extend(page.decision(it, status));
            }
            (Record::Election(it), status)
                if status.holds() || matches!(status, Status::Unaccepted | Status::Ahead) =>
            {
                elections.extend(page.election(it, status));
            }
            _ => {}
        }
    }
    blocks.extend(section(words, &say!("minutes-decisions"), decisions));
    blocks.extend(section(words, &say!("minutes-elections"), elections));
    let actions = open_actions(words, &kept.actions, kept.today);
    blocks.extend(section(words, &say!("agenda-actions"), actions));
    let topics = kept.topics.iter().flat_map(|(_, it)| page.topic(it)).collect();
    blocks.extend(section(words, &say!("backlog-heading"), topics));
    if blocks.len() == 1 {
        blocks.push(page.say(&say!("export-empty")));
    }
    blocks.join("\n\n") + "\n"
}

/// Writes the parts of the page, each as a list of Markdown blocks.
struct OverviewPage<'a> {
    words: &'a Words,
}

impl OverviewPage<'_> {
    fn say(&self, phrase: &Phrase) -> String {
        self.words.say(phrase)
    }

    fn line(&self, phrase: &Phrase) -> String {
        bullet(0, &self.say(phrase))
    }

    fn decision(&self, it: &Decision, status: Status<'_>) -> Vec<String> {
        let mut blocks = vec![format!("### {}", markdown::line(&it.title))];
        if !it.text.trim().is_empty() {
            blocks.push(markdown::quote(&it.text));
        }
        let mut lines = vec![self.line(&it.validity.said(say!("minutes-term")))];
        if status == Status::UnderReview {
            lines.push(self.line(&say!("export-under-review")));
        }
        lines.extend(terms(self.words, &it.responsible, &it.measures, &it.effects));
        lines.push(self.line(&say!("export-decided", date = it.date, id = markdown::line(&it.id))));
        blocks.extend(one_list(lines));
        blocks
    }

    fn election(&self, it: &Election, status: Status<'_>) -> Vec<String> {
        let who = markdown::line(&it.elected);
        let heading = format!("### {}", markdown::line(&election::title(&it.role, &it.elected)));
        let (since, until, term) = (it.since, it.until, it.term);
        let mut lines =
            vec![self.line(&say!("minutes-elected", since = since, until = until, term = term))];
        match status {
            Status::Unaccepted => lines.push(self.line(&say!("minutes-unaccepted", who = who))),
            Status::TermOver => lines.push(self.line(&say!("export-term-over"))),
            _ => {}
        }
        let why = it.reason.as_deref().map(markdown::line);
        lines.extend(why.map(|reason| self.line(&say!("minutes-why", reason = reason))));
        [vec![heading], one_list(lines)].concat()
    }

    fn topic(&self, it: &Topic) -> Vec<String> {
        let by = listed(self.words, &all(it.by.as_ref(), &it.with));
        let about = [
            Some(kind(it.kind())),
            by.map(|who| say!("agenda-by", who = who)),
            it.minutes.map(|it| say!("minutes", count = it)),
            it.since.map(|it| say!("backlog-since", date = it)),
            it.postponed.map(|it| say!("why-postponed", date = it)),
        ];
        let heading = format!("### {}", markdown::line(&it.title));
        let mut blocks = vec![heading, dotted(self.words, about)];
        let text = it.text.as_deref().filter(|_| it.kind() != ItemKind::Select);
        blocks.extend(text.filter(|it| !it.trim().is_empty()).map(markdown::quote));
        blocks
    }
}
