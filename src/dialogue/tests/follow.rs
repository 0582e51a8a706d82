//! What the room sees of a meeting at its steps.

use super::selection::keys;
use super::{Room, garden, put};
use crate::circle::{Attribution, Circle};
use crate::dialogue::Talk;
use crate::lang::{LANGUAGES, Lang, Words};
use crate::meeting::{FORMAT, Meeting};
use crate::records::page::follow::{CameAbout, FollowView, Labelled, as_marked};
use crate::records::{Background, sample};

fn view_of(meeting: &Meeting, background: &Background, lang: Lang) -> FollowView {
    let now = meeting.facts().last().expect("it was opened").at;
    Talk { meeting, background, words: &Words::of(lang), now }.followed()
}

impl Room {
    fn follows(&self, answers: &[&str]) -> FollowView {
        view_of(&self.meet(answers), &self.background, Lang::En)
    }

    fn attributing(mut self, to: Attribution) -> Self {
        self.circle.rules.attribution = to;
        self
    }
}

/// Writes labelled lists as `label: text; label: text`.
fn list(all: &[Labelled]) -> String {
    let all: Vec<String> = all.iter().map(|it| format!("{}: {}", it.label, it.text)).collect();
    all.join("; ")
}

fn voices(view: &FollowView) -> Vec<&str> {
    view.voices.iter().map(|it| it.text.as_str()).collect()
}

fn results(view: &FollowView) -> Vec<&str> {
    let results = view.results.iter();
    let text = results.map(|it| match it {
        CameAbout::Decided(text) | CameAbout::Other(text) => text.as_str(),
    });
    text.collect()
}

#[test]
fn a_consent_round_shows_the_text_the_question_and_who_is_asked() {
    let room = garden().attributing(Attribution::Objections);
    let view = room.follows(&put(&["ok", "@Chen c the summer"]));
    assert_eq!(view.heading, "Garden · 5 September 2026");
    assert_eq!(view.item, "1 of 1 · Quiet hours · decide");
    assert_eq!(view.question, "Consent round · Quiet hours, version 1");
    assert_eq!(view.asked, "Do you object?");
    assert_eq!(as_marked(&view.text), "No drills after eight.");
    assert_eq!(as_marked(&view.terms[0]), "in force 1 year, review on 5 September 2027");
    assert_eq!((view.changed.as_str(), view.as_of.as_str()), ("", "as of 19:00"));
    let turn = view.turn.as_ref().map(|it| it.text.as_str());
    assert_eq!(turn, Some("Ben"));
    assert_eq!(list(&view.people), "still to speak: Dana; have spoken: Ana, Chen");
    assert_eq!(voices(&view), ["Chen has a concern: the summer"]);
}

#[test]
fn a_new_version_marks_what_changed_and_keeps_the_objection_in_view() {
    let objected = ["ok", "o too late", "ok", "ok"];
    let room = garden().attributing(Attribution::Objections);
    let heard = room.follows(&put(&objected));
    assert_eq!(heard.question, "1 objection. The round is complete; now we hear it.");
    assert_eq!(voices(&heard), ["Ben objects: too late"]);
    let changed = ["text No drills after seven.", "who Ana", "ok"];
    let view = room.follows(&put(&[&objected[..], &changed[..]].concat()));
    assert_eq!(view.changed, "changed since version 1");
    assert_eq!(as_marked(&view.text), "No drills after [seven.]");
    assert_eq!(
        as_marked(&view.terms[0]),
        "in force 1 year, review on 5 September 2027 · [Ana sees to it]"
    );
    assert_eq!(voices(&view), ["Ben objected to version 1, integrated: too late"]);
    assert!(!view.voices[0].stands);
}

#[test]
fn without_attribution_nobody_is_named_and_no_voice_is_shown_before_the_round_is_over() {
    let room = garden().aside().attributing(Attribution::None);
    let answers = put(&["ok", "o too late", "c the summer", "a new here"]);
    for until in PUT_LENGTH..answers.len() {
        let view = room.follows(&answers[..until]);
        assert_eq!(voices(&view), Vec::<&str>::new(), "{until}");
    }
    let view = room.follows(&answers);
    let unnamed =
        ["An objection: too late", "A concern: the summer", "Somebody stands aside: new here"];
    assert_eq!(voices(&view), unnamed);
    let later = [&answers[..], &["withdraw Ben", "ok"]].concat();
    let view = room.follows(&later);
    assert_eq!(voices(&view), ["An objection to version 1, withdrawn: too late"]);
    let named = room.attributing(Attribution::Objections).follows(&answers[..PUT_LENGTH + 2]);
    assert_eq!(voices(&named), ["Ben objects: too late"]);
}

/// The number of answers that [`put`] gives first.
const PUT_LENGTH: usize = super::PUT.len();

#[test]
fn a_selection_shows_reasons_and_never_a_count() {
    let begin = ["ok", "ok", "ok", "select Keys", "ok", "ok"];
    let nominated = ["Ana: is near", "Ana: is near", "Chen: is here often", "Ana: is calm"];
    let mut room = keys();
    room.circle.roles[1].purpose = "opens the shed".to_owned();
    let view = room.follows(&[&begin[..], &nominated[..2]].concat());
    assert_eq!(as_marked(&view.text), "opens the shed");
    assert_eq!(view.list, []);
    let answers = [&begin[..], &nominated].concat();
    let view = room.follows(&answers);
    assert_eq!(list(&view.list), "Ana: is near\nis calm; Chen: is here often");
    let all = room.clone().attributing(Attribution::All).follows(&answers);
    assert!(list(&all.list).starts_with("Ana: is near (Ana)\nis near (Ben)"), "{all:?}");
    let view = room.follows(&[&answers[..], &["Ana: is calm"]].concat());
    assert_eq!(as_marked(&view.text), "Ana for Keys");
    assert_eq!(view.turn.as_ref().map(|it| it.text.as_str()), Some("Chen"));
}

#[test]
fn between_the_items_it_shows_who_is_here_and_what_was_decided() {
    let view = garden().follows(&["all but Dana + Zoe (guest), 2 guests", "ok", "ok"]);
    assert_eq!(
        list(&view.people),
        "here: Ana, Ben, Chen; absent: Dana; guests: Zoe, 2 without names"
    );
    let decided = garden().steps("agenda").follows(&[
        "ok",
        "ok",
        "ok",
        "decide Bees",
        "explore Pond",
        "ok",
        "ok",
        "1",
        "text One hive.",
        "ok",
        "ok",
        "ok",
        "ok",
        "ok",
        "ok",
    ]);
    let said = "Bees is decided and stands until its review on 5 September 2027.";
    assert_eq!(results(&decided), [said]);
    assert_eq!(list(&decided.list), "1: Pond · explore");
}

#[test]
fn after_the_close_the_results_stay() {
    let closing = sample::meeting(Attribution::None);
    let view = view_of(&closing, &Background::default(), Lang::En);
    assert_eq!(view.question, "The meeting is closed.");
    assert_eq!(
        results(&view),
        [
            "Quiet hours is decided and stands until its review on 5 December 2026.",
            "Dana: Tell the neighbours., by 12 September 2026",
            "“Bike rack” goes into the backlog.",
        ]
    );
    assert!(matches!(view.results[..], [CameAbout::Decided(_), CameAbout::Other(_), ..]));
    assert_eq!((view.item.as_str(), view.as_of.as_str()), ("", "as of 20:10"));
}

/// Returns the view after each fact of a meeting, with its page.
fn each_view(meeting: &Meeting, lang: Lang) -> Vec<(FollowView, String)> {
    let circle: &Circle = meeting.circle();
    let views = (1..=meeting.facts().len()).map(|count| {
        let facts = meeting.facts()[..count].to_vec();
        let meeting = Meeting::of(FORMAT, circle.clone(), facts).expect("it was walked before");
        let view = view_of(&meeting, &Background::default(), lang);
        let page = view.page();
        (view, page)
    });
    views.collect()
}

#[test]
fn what_was_said_in_rounds_and_noted_is_never_shown() {
    let said = [
        "tired",
        "curious",
        "pump",
        "held in the hand",
        "Until when",
        "Good for",
        "old shed leaks",
        "120",
        "hose",
        "short and good",
        "it is short",
    ];
    for lang in LANGUAGES {
        for (_, page) in each_view(&sample::meeting(Attribution::All), lang) {
            for text in said {
                assert!(!page.contains(text), "`{text}`:\n{page}");
            }
        }
    }
}

#[test]
fn the_same_facts_give_the_same_bytes_and_every_step_says_something() {
    for attribution in [Attribution::None, Attribution::All] {
        let meeting = sample::meeting(attribution);
        let views = each_view(&meeting, Lang::De);
        assert_eq!(views, each_view(&meeting, Lang::De));
        for (view, page) in views {
            assert!(!view.question.is_empty() || !view.item.is_empty(), "{view:?}");
            assert!(!view.as_of.is_empty() && page.contains("lang=\"de\""), "{page}");
            let name = |who: &&str| voices(&view).iter().any(|it| it.contains(who));
            assert!(attribution == Attribution::All || !["Ben", "Chen"].iter().any(name));
        }
    }
}
