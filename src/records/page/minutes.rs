//! Writes the minutes of a meeting as Markdown in the circle's language.
//!
//! Decisions come first, then the items in order. The minutes never count voices, and name who said
//! something only if the circle's rules say so.

mod admin;
mod attendance;
mod item;
mod outcome;
mod selection;

use std::collections::BTreeMap;
use std::ops::Range;

pub(crate) use admin::minutes_of;

use crate::circle::Attribution;
use crate::lang::{Phrase, Words, say};
use crate::meeting::{AgendaItem, Fact, Item, Meeting, Outcome, Step, What, interjects};
use crate::records::format::minutes::Minutes;
use crate::records::page::lists::{bullet, labelled, one_list, section};
use crate::records::page::markdown;

/// Writes the minutes of a meeting; `None` if it is not opened yet. `unfinished` is said of a meeting
/// that is not closed.
///
/// `existing` maps paths to the texts of the decisions that the meeting replaces or ends; a
/// decision that is missing is named by its id.
pub(crate) fn minutes(
    meeting: &Meeting,
    existing: &BTreeMap<String, String>,
    unfinished: &Phrase,
    words: &Words,
) -> Option<Minutes> {
    let page = MinutesPage { meeting, existing, words, facts: meeting.standing().collect() };
    let date = page.facts.first()?.at.date_naive();
    let circle = &meeting.circle().name;
    let title = |circle: &str| page.say(&say!("minutes-title", circle = circle, date = date));
    let mut blocks = vec![format!("# {}", title(&markdown::line(circle)))];
    if !page.is_closed() {
        blocks.push(format!("**{}**", page.say(unfinished)));
    }
    blocks.extend(page.attendance());
    let state = meeting.state();
    let decided = state.items.iter().flat_map(|it| page.decision(it)).collect();
    blocks.extend(section(words, &say!("minutes-decisions"), decided));
    let mut elected: Vec<String> = state.items.iter().flat_map(|it| page.election(it)).collect();
    elected.extend(page.acceptances());
    blocks.extend(section(words, &say!("minutes-elections"), elected));
    blocks.extend(section(words, &say!("minutes-members"), page.newcomers()));
    blocks.extend(section(words, &say!("minutes-check-in"), page.arrivals()));
    blocks.extend(section(words, &say!("minutes-earlier"), page.earlier()));
    blocks.extend(section(words, &say!("minutes-announcements"), page.announcements()));
    blocks.extend(section(words, &say!("minutes-agenda"), page.agenda()));
    let items = state.items.iter().flat_map(|it| page.item(it)).collect();
    blocks.extend(section(words, &say!("minutes-items"), items));
    blocks.extend(section(words, &say!("minutes-left"), page.left()));
    blocks.extend(section(words, &say!("minutes-notes"), page.notes()));
    blocks.extend(section(words, &say!("minutes-check-out"), page.departures()));
    blocks.extend(section(words, &say!("minutes-actions"), page.actions()));
    blocks.extend(section(words, &say!("minutes-topics"), page.topics()));
    blocks.extend(section(words, &say!("minutes-next-meeting"), page.next_meeting()));
    blocks.extend(state.stands_approved.then(|| page.say(&say!("minutes-approved-own"))));
    Some(Minutes { title: title(circle), date, page: blocks.join("\n\n") })
}

/// Writes the parts of the minutes, each as a list of Markdown blocks.
struct MinutesPage<'a> {
    meeting: &'a Meeting,
    /// The texts of the decisions that it replaces or ends, by their paths.
    existing: &'a BTreeMap<String, String>,
    words: &'a Words,
    /// The facts that were not taken back.
    facts: Vec<&'a Fact>,
}

/// What was said, as the rules of attribution distinguish it.
#[derive(Clone, Copy)]
enum Saying {
    /// An objection or a concern.
    Objecting,
    /// Anything else.
    Speaking,
}

impl<'a> MinutesPage<'a> {
    fn say(&self, phrase: &Phrase) -> String {
        self.words.say(phrase)
    }

    fn is_closed(&self) -> bool {
        matches!(self.meeting.step(), None | Some(Step::File))
    }

    /// The name of a person, if the rules attribute this.
    fn name(&self, saying: Saying, who: &str) -> Option<String> {
        let named = match self.meeting.circle().rules.attribution {
            Attribution::None => false,
            Attribution::Objections => matches!(saying, Saying::Objecting),
            Attribution::All => true,
        };
        named.then(|| markdown::line(who))
    }

    /// What somebody said, as an item of a list at this depth, from 0.
    fn said(&self, depth: usize, who: Option<&str>, text: &str) -> String {
        let text = markdown::lines(text, 2 * depth + 2);
        match who.and_then(|it| self.name(Saying::Speaking, it)) {
            Some(name) => bullet(depth, &labelled(&name, &text)),
            None => bullet(depth, &text),
        }
    }

    fn arrivals(&self) -> Vec<String> {
        self.list(|what| match what {
            What::CheckedIn { who, text: Some(text) } => Some(self.said(0, Some(who), text)),
            _ => None,
        })
    }

    fn departures(&self) -> Vec<String> {
        self.list(|what| match what {
            What::CheckedOut { who, text: Some(text) } => Some(self.said(0, Some(who), text)),
            _ => None,
        })
    }

    /// What was noted outside of the items, and the steps skipped there.
    fn notes(&self) -> Vec<String> {
        let mut inside = vec![false; self.facts.len()];
        for item in &self.meeting.state().items {
            inside[self.range(item)].fill(true);
        }
        let outside = self.facts.iter().zip(inside).filter(|(_, inside)| !inside);
        let lines: Vec<String> = outside
            .filter_map(|(fact, _)| match &fact.what {
                What::Noted { who, text, .. } => Some(self.said(0, who.as_deref(), text)),
                what => self.skipped(what),
            })
            .collect();
        one_list(lines)
    }

    /// Objections to the agenda, and to items that were added to it.
    fn agenda(&self) -> Vec<String> {
        let mut asked = "";
        self.list(move |what| {
            if let What::Listed(AgendaItem { title, .. }) = what {
                asked = title;
            }
            self.against(what, asked)
        })
    }

    /// A list of the facts for which `line` returns an item.
    fn list(&self, line: impl FnMut(&'a What) -> Option<String>) -> Vec<String> {
        one_list(self.facts.iter().map(|it| &it.what).filter_map(line).collect())
    }

    /// A phrase as an item of a list.
    fn line(&self, phrase: &Phrase) -> String {
        bullet(0, &self.say(phrase))
    }

    fn facts_of(&self, item: &Item) -> &[&'a Fact] {
        self.facts.get(self.range(item)).unwrap_or_default()
    }

    /// Where the facts of an item stand, with the notes right behind its announcement. Minutes of
    /// format 1 have those among the other notes.
    fn range(&self, item: &Item) -> Range<usize> {
        let Range { start, end } = item.facts.clone();
        let announced = matches!(item.outcome, Some(Outcome::Adopted(_) | Outcome::Elected(_)));
        if !announced || self.meeting.format() < 2 {
            return start..end;
        }
        let behind = self.facts.get(end..).unwrap_or_default().iter();
        let said = behind.take_while(|it| interjects(&it.what));
        start..end + said.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circle::{OptionalStep, Rules};
    use crate::lang::Lang;
    use crate::meeting::{ItemKind, Movement, On, Phase, StoodAside};
    use crate::records::sample;
    use crate::records::sample::{NASTY, Sample, names, skeleton, some};

    fn written(meeting: &Meeting, lang: Lang) -> String {
        let minutes = minutes(meeting, &BTreeMap::new(), &say!("minutes-paused"), &Words::of(lang));
        minutes.map(|it| it.page + "\n").unwrap_or_default()
    }

    #[track_caller]
    fn check(lang: Lang, attribution: Attribution, expected: &str) {
        let written = written(&sample::meeting(attribution), lang);
        let diff = similar::TextDiff::from_lines(expected, &written).unified_diff().to_string();
        assert!(diff.is_empty(), "{diff}");
    }

    #[test]
    fn minutes_name_everyone_if_the_rules_say_so() {
        check(Lang::En, Attribution::All, include_str!("../sample/minutes-all.en.md"));
    }

    #[test]
    fn minutes_name_only_objectors_if_the_rules_say_so() {
        check(
            Lang::En,
            Attribution::Objections,
            include_str!("../sample/minutes-objections.en.md"),
        );
    }

    #[test]
    fn minutes_name_no_speakers_otherwise() {
        check(Lang::De, Attribution::None, include_str!("../sample/minutes-none.de.md"));
    }

    #[test]
    fn minutes_of_a_paused_meeting_say_so() {
        let page = written(&sample::paused(Attribution::None), Lang::En);
        assert!(page.contains("\n**The meeting is paused; these minutes are not final.**\n"));
        assert!(page.contains("\nFrom 19:00, so far to 20:05.\n"));
        assert!(page.contains("\n- Open day: Still on the agenda.\n"));
        let unopened = Meeting::new(sample::circle(Attribution::None));
        assert_eq!(written(&unopened, Lang::En), "");
    }

    /// A meeting with this text wherever somebody typed something.
    fn said(text: &str) -> Meeting {
        let mut circle = sample::circle(Attribution::All);
        circle.rules = Rules {
            steps: vec![OptionalStep::CheckIn, OptionalStep::Agenda, OptionalStep::Clarify],
            aside: true,
            ..circle.rules
        };
        let mut it = Sample::open(circle, "Ana Dana", "");
        let typed = || text.to_owned();
        for who in ["Ana", "Dana"] {
            it.say(What::CheckedIn { who: who.to_owned(), text: some(text) });
        }
        it.say(What::Noted { who: None, text: typed(), seen: None, via: None, by: None });
        it.list(ItemKind::Decide, text, None, "Ana");
        it.list(ItemKind::Report, text, None, text);
        it.list(ItemKind::Explore, text, None, text);
        it.say(What::Concluded { step: Phase::Agenda });
        let (who, reason, on) = ("Ana".to_owned(), typed(), Some(On::Agenda));
        it.say(What::Objected {
            who,
            reason,
            version: None,
            on,
            meeting: None,
            seen: None,
            via: None,
            by: None,
        });
        it.say(What::Concluded { step: Phase::Agenda });
        it.say(What::Agreed { on: On::Agenda, version: None, present: it.present() });
        it.begin(ItemKind::Decide, text, None, "Ana");
        it.word(text);
        it.say(What::Related { replaces: some(text), ends: None, about: None, with: Vec::new() });
        it.say(What::Measured { measures: vec![typed(), typed()] });
        it.say(What::Assigned { responsible: vec![typed()] });
        it.put();
        it.say(What::Asked { who: "Dana".to_owned(), text: some(text) });
        it.say(What::Answered { who: some("Ana"), text: some(text) });
        it.say(What::Action {
            who: typed(),
            with: vec![format!("{text} too")],
            text: typed(),
            due: None,
        });
        it.put();
        it.object("Ana", text);
        it.consent("Dana", text);
        it.say(What::Withdrew { who: "Ana".to_owned(), reason: some(text) });
        it.say(sample::termed("1 day"));
        it.put();
        it.consent("Ana", "");
        it.say(What::StoodAside(StoodAside {
            who: "Dana".to_owned(),
            version: 2,
            reason: typed(),
            seen: None,
            via: None,
            by: None,
        }));
        it.adopt();
        it.begin(ItemKind::Report, text, None, text);
        let more = vec![format!("{text} too")];
        it.say(What::Arrived(Movement {
            who: Some(typed()),
            with: more,
            guest: true,
            unnamed: Some(2),
        }));
        it.say(What::Noted { who: some(text), text: typed(), seen: None, via: None, by: None });
        it.say(What::Raised { text: typed() });
        it.say(What::Spoke { who: "Ana".to_owned(), text: some(text) });
        it.say(What::Skipped { step: Phase::Explore, reason: some(text) });
        it.say(What::Topic { title: typed() });
        it.say(What::Referred { title: None, circle: typed() });
        it.begin(ItemKind::Explore, text, None, text);
        it.say(What::AskedToDrop { reason: some(text), title: None });
        let (who, reason, on) = ("Ana".to_owned(), typed(), Some(On::Drop));
        it.say(What::Objected {
            who,
            reason,
            version: None,
            on,
            meeting: None,
            seen: None,
            via: None,
            by: None,
        });
        it.say(What::AskedToDrop { reason: some(text), title: None });
        it.say(What::Dropped { present: names("Ana Dana") });
        it.meeting
    }

    #[test]
    fn typed_text_does_not_change_the_structure_of_the_page() {
        let plain = skeleton(&written(&said("a"), Lang::En));
        assert!(plain.len() > 50, "{plain:?}");
        for text in NASTY {
            let page = written(&said(text), Lang::En);
            assert_eq!(skeleton(&page), plain, "{page}");
        }
    }

    #[test]
    fn control_characters_never_reach_the_page() {
        let page = written(&said("a\u{1b}[31m\u{202e}b\r\n"), Lang::De);
        assert_eq!(crate::text::forbidden(&page), None);
    }
}
