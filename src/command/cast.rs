//! The members of a rehearsal: they answer by themselves, by the same door as typed answers.
//!
//! What somebody says depends on nothing but the meeting. An objection yields only to a changed
//! text, a shorter term or one more measure, so that one learns to integrate.

use std::io::Write;

use rounds::desk::{Answers, Page, out};
use rounds::error::{Error, Result};
use rounds::meeting::{Item, Meeting, Round, Stage, Step};
use rounds::talk::{Ask, Block, Said};
use rounds::words::{Phrase, Words, say};

/// A meeting in which one person facilitates and the others answer by themselves.
pub struct Rehearsal<'a, W> {
    facilitator: &'a mut dyn Answers,
    out: W,
    page: Page,
    words: &'a Words,
    me: String,
    /// What the one asked next says, unless that is the facilitator.
    line: Option<String>,
    /// Whether the last line of a member was not taken: then the facilitator is asked.
    refused: bool,
}

impl<'a, W: Write> Rehearsal<'a, W> {
    /// Seats the circle around a facilitator called `me`.
    pub fn new(
        facilitator: &'a mut dyn Answers,
        out: W,
        page: Page,
        words: &'a Words,
        me: String,
    ) -> Self {
        Self { facilitator, out, page, words, me, line: None, refused: false }
    }
}

impl<W: Write> Answers for Rehearsal<'_, W> {
    fn see(&mut self, meeting: &Meeting) {
        self.line = None;
        if !std::mem::take(&mut self.refused) {
            self.line = line(meeting, &self.me).map(|it| it.said(self.words));
        }
        self.facilitator.see(meeting);
    }

    fn answer(&mut self, ask: &Ask) -> Result<Option<Said>> {
        let Some(line) = self.line.take() else { return self.facilitator.answer(ask) };
        self.facilitator.show(&ask.shown)?;
        let said = Said { line, text: None };
        let prompt = self.page.prompt(ask, self.words);
        out::write(&mut self.out, &self.page.typed(&prompt, &said))?;
        Ok(Some(said))
    }

    fn edit(&mut self, ask: &Ask, current: &str) -> Result<Option<String>> {
        self.facilitator.edit(ask, current)
    }

    fn refuse(&mut self, err: Error) -> Result<()> {
        self.refused = true;
        self.facilitator.refuse(err)
    }

    fn show(&mut self, blocks: &[Block]) -> Result<()> {
        self.facilitator.show(blocks)
    }
}

/// What a member says.
#[derive(Debug, PartialEq)]
enum Line {
    /// Enter.
    Nothing,
    /// Speech.
    Says(Phrase),
    /// An objection and its reason.
    Objects(Phrase),
    /// A concern.
    Notes(Phrase),
}

impl Line {
    /// Returns the line as it is typed.
    fn said(&self, words: &Words) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Says(phrase) => words.say(phrase),
            Self::Objects(phrase) => format!("o {}", words.say(phrase)),
            Self::Notes(phrase) => format!("c {}", words.say(phrase)),
        }
    }
}

/// What an objection needs before it yields.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Need {
    Text,
    Term,
    Measure,
}

/// Returns what the one asked next says; nothing where it is for the facilitator to answer.
fn line(meeting: &Meeting, me: &str) -> Option<Line> {
    let step = meeting.step()?;
    match step {
        Step::Turn(round) => turn(meeting, round, me),
        Step::Answer { by, .. } => (by.as_deref()? != me).then(|| Line::Says(say!("cast-answer"))),
        Step::Consent(round) => {
            let who = round.waiting.first().filter(|it| *it != me)?;
            Some(consent(meeting, round, who, me))
        }
        _ => None,
    }
}

/// A turn in a round of speech: most say little, and one a little more.
fn turn(meeting: &Meeting, round: &Round, me: &str) -> Option<Line> {
    let who = round.waiting.first().filter(|it| *it != me)?;
    let others: Vec<&String> = round.order.iter().filter(|it| *it != me).collect();
    let place = others.iter().position(|it| *it == who)?;
    let items = meeting.state().items.len();
    let phrase = match (round.stage, place) {
        (Stage::CheckIn, 0) => say!("cast-check-in-1"),
        (Stage::CheckIn, 2) => say!("cast-check-in-2"),
        (Stage::Clarify, 1) if items % 2 == 1 => say!("cast-question"),
        (Stage::React, 0) => say!("cast-reaction-1"),
        (Stage::React, 2) => say!("cast-reaction-2"),
        (Stage::Explore, 0) => say!("cast-explore-1"),
        (Stage::Explore, 1) => say!("cast-explore-2"),
        (Stage::CheckOut, 1) => say!("cast-check-out"),
        _ => return Some(Line::Nothing),
    };
    Some(Line::Says(phrase))
}

/// An answer in a consent round. In three items of four somebody has an objection; in the
/// second one somebody has a concern.
fn consent(meeting: &Meeting, round: &Round, who: &str, me: &str) -> Line {
    let state = meeting.state();
    let (Some(item), number) = (state.on_table(), state.items.len()) else { return Line::Nothing };
    let mut others =
        round.order.iter().filter(|it| *it != me && item.entry.by.as_ref() != Some(it));
    let speaks = others.nth(number % 2).is_some_and(|it| it == who);
    let need = match number % 4 {
        1 => Need::Text,
        3 => Need::Term,
        0 => Need::Measure,
        _ if speaks && item.versions.len() == 1 => return Line::Notes(say!("cast-concern")),
        _ => return Line::Nothing,
    };
    let objected = item.objections.iter().find(|it| it.who == who);
    // Whoever objected first goes on to, whatever seat the next round begins at.
    let objects = if item.objections.is_empty() { speaks } else { objected.is_some() };
    if !objects || is_met(meeting, item, need) {
        return Line::Nothing;
    }
    Line::Objects(match (need, objected.is_some()) {
        (Need::Text, false) => say!("cast-object-text"),
        (Need::Text, true) => say!("cast-still-text"),
        (Need::Term, false) => say!("cast-object-term"),
        (Need::Term, true) => say!("cast-still-term"),
        (Need::Measure, false) => say!("cast-object-measure"),
        (Need::Measure, true) => say!("cast-still-measure"),
    })
}

/// Returns whether the proposal has changed as the objection needs, since it was first objected
/// to; a short term or a measure from the beginning leaves nothing to need.
fn is_met(meeting: &Meeting, item: &Item, need: Need) -> bool {
    let first = item.objections.first().map_or(1, |it| it.version);
    let first = item.versions.iter().find(|it| it.number == first);
    let (Some(first), Some(now)) = (first, item.version()) else { return false };
    let today = meeting.facts().last().map(|it| it.at.date_naive()).unwrap_or_default();
    let half_a_year = rounds::circle::Term { months: 6, days: 0 }.after(today);
    match need {
        Need::Text => first.wording.text != now.wording.text,
        Need::Term => now.wording.term.after(today) <= half_a_year,
        Need::Measure => !now.wording.measures.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use rounds::circle::Circle;
    use rounds::desk::clock::Clock;
    use rounds::desk::{End, Look, Script, Sitting};
    use rounds::talk::Outside;
    use rounds::words::Lang;

    use super::*;

    /// Opens the meeting, passes the admin steps by, lists these items, and brings the first one to its consent round.
    const BEGIN: &str = "all\nok\nok\nok\nok\nok\nok\n";
    const TO_CONSENT: &str = "ok\ntext We try it.\nok\nok\nok\nok\nok\n";

    /// Lets the circle meet with somebody who types these lines. Returns the meeting and what
    /// was on the screen.
    #[track_caller]
    fn met(lang: Lang, lines: &str) -> (Meeting, String) {
        let words = Words::of(lang);
        let circle = match lang {
            Lang::En => include_str!("rehearsal/en.toml"),
            Lang::De => include_str!("rehearsal/de.toml"),
        };
        let circle = Circle::read(circle).expect("the sample is a good circle");
        let page = Page::new(80, Look::Marked);
        let outside = Outside::default();
        let (mut screen, mut said) = (Vec::new(), Vec::new());
        let mut me = Script::new("me", lines, page, &words, &mut screen).expect("it is a script");
        let mut cast = Rehearsal::new(&mut me, &mut said, page, &words, "Ana".to_owned());
        let mut sitting = Sitting::new(Meeting::new(circle), &outside, &words, Clock::Live);
        let end = sitting.run(&mut cast, &mut |_| Ok(())).map_err(|it| it.say(&words));
        assert_eq!(end, Ok(End::Paused));
        let meeting = sitting.meeting;
        drop(me);
        (meeting, String::from_utf8_lossy(&said).into_owned())
    }

    /// Brings one item to objections, answers them with these lines, and says how many rounds of
    /// consent found an objection, and what the meeting waits for.
    #[track_caller]
    fn check(items: usize, lines: &str, objections: usize, decided: &str) {
        let mut script = BEGIN.to_owned();
        for item in 1..=items {
            script += &format!("decide Item {item}\n");
        }
        script += "ok\nok\n";
        script += &"ok\n/postpone\n".repeat(items - 1);
        script += TO_CONSENT;
        // In every other item somebody has a question, which is answered.
        script += &"ok\n".repeat(items % 2);
        let (meeting, said) = met(Lang::En, &(script + lines));
        let item = meeting.state().items.last().expect("an item was begun");
        assert_eq!(item.objections.len(), objections, "{said}");
        assert_eq!(meeting.state().place().key, decided, "{said}");
    }

    #[test]
    fn an_objection_to_the_text_yields_to_a_changed_text_and_to_nothing_else() {
        check(1, "", 1, "at-objections");
        check(1, "term 1 month\nok\nok\n", 2, "at-objections");
        check(1, "text We try it on Saturdays.\nok\nok\n", 1, "at-announce");
    }

    #[test]
    fn an_objection_to_the_term_yields_to_a_trial() {
        check(3, "measure how it goes\nok\nok\n", 2, "at-objections");
        check(3, "term 3 months\nok\nok\n", 1, "at-announce");
    }

    #[test]
    fn an_objection_for_want_of_a_measure_yields_to_one() {
        check(4, "text We try it otherwise.\nok\nok\n", 2, "at-objections");
        check(4, "measure how it goes\nok\nok\n", 1, "at-announce");
    }

    #[test]
    fn now_and_then_nobody_objects_and_somebody_has_a_concern() {
        check(2, "", 0, "at-announce");
    }

    #[test]
    fn the_others_answer_in_the_language_of_the_screen() {
        let (_, said) = met(Lang::De, BEGIN);
        assert!(said.contains("Ben  › ein langer Tag"), "{said}");
        assert!(!said.contains("Ana"), "{said}");
    }
}
