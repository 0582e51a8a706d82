//! `?` lists every command that works at a step, with what stands behind it, and no other.

use std::collections::BTreeSet;

use super::{Room, garden, said};
use crate::dialogue::everywhere::COMMANDS;
use crate::dialogue::{Block, Response, ScreenState, Talk};
use crate::lang::{LANGUAGES, Lang, Words};
use crate::meeting::{Fact, Meeting, Moment, Step};
use crate::terminal::{Look, Page};

/// What is typed at each of the steps of a meeting with a decision, a selection and a round.
const ANSWERS: &str = "
all but Dana|/arrive Dana|/leave Dana|ok|ok
fine|pass|ok
ok|ok|ok|ok
explore Bees|move 1 1|remove 1|report Post|ok|ok
decide Quiet hours|@Ana o not now|decide Quiet hours|ok
text No drills.|term 3 months|aim Quiet.|effect -1|ok
why?|because|ok|ok
good|ok|ok
text No drills after eight.|ok
ok|o too late|ok
text No drills after nine.|withdraw Ben|ok
ok|/amend text No drills.|ok|ok|ok|/again|ok|ok|ok|ok
select Keys|ok|ok
calm|kind|remove 2|ok|ok
ok
Ana: calm|Ben: kind|Dana: near
ok|ok|ok
Dana: near
@Ana ok|@Ben o no|@Chen ok
term 3 months|put Ana: calm
ok|ok|ok|ok|ok
select Bell|ok
for the bell|3 months|ok|ok|ok|ok
Dana: near|Dana: calm|Dana: kind|ok|ok|ok|Dana: near|ok|ok|ok|ok
/action Ana: call|/accepted Dana
explore Bees|ok
a note|/round why?|ok|ok|ok|ok
decide Fence|ok|/drop|@Ana o no|/postpone
close|ok
ok
fine|ok|ok
";

fn room() -> Room {
    let mut room = garden().steps("full").calling().role("Keys", None, "");
    room = room.in_force("2026-05-01-hens", "Hens", "Two hens.");
    room.background.minutes.push("2026-08-01".to_owned());
    room
}

/// Returns every meeting on the way through the answers.
fn meetings(room: &Room) -> Vec<(Meeting, Moment)> {
    let mut meeting = Meeting::new(room.circle.clone());
    let mut now = room.opens;
    let mut all = vec![(meeting.clone(), now)];
    for line in ANSWERS.split(['\n', '|']).filter(|it| !it.is_empty()) {
        room.answer(&mut meeting, &mut now, line)
            .unwrap_or_else(|err| panic!("{line} at {:?}: {err:?}", meeting.step()));
        all.push((meeting.clone(), now));
    }
    all
}

/// Examples of each command and of each word of prompts.
fn examples() -> Vec<String> {
    let people = "Ana Ben Chen Dana".split(' ').flat_map(|who| {
        let with = ["/arrive", "/leave", "/accepted", "/declined", "withdraw"]
            .map(|it| format!("{it} {who}"));
        with.into_iter().chain([format!("put {who}: calm")])
    });
    let lines = "/note x|/topic x|/action Ana: x|/actions|/done call|/due call 2026-12-24|/give call Dana|/release call|/arrive Zoe (guest)|/facilitator -|/secretary -|/later|\
        /skip|/again|/round x|/amend text x|/amend term 1 day|/amend who Ana|/edit|/postpone|/refer x|/drop|/extend 5|/undo|/approve|/text|/who|\
        /time|/read Hens|/at 23:00|/pause|/help|/done x|pass|text x|term 5 days|lasts 5 days|expires 2026-12-24|once|since 2026-12-24|who Ana|measure x|by Ben|about Dana|\
        replaces Hens|ends Hens|round x|postpone|refer x|drop|o x|c x|call|close|backlog|postpone 2026-12-24|postpone Post|\
        join Zoe|leave Ana|aim x|domain x|role Keys: x|end role Keys|appoint Ana as Keys|rule term 2 years|circle Bees with Ana, Ben led by Ana: x|effect -1";
    people.chain(lines.split('|').map(str::to_owned)).collect()
}

/// Returns the command or word with which a line begins.
fn word(line: &str) -> String {
    line.split(' ').next().unwrap_or_default().to_owned()
}

/// Returns the commands and words that `?` lists.
fn listed(shown: &[Block]) -> BTreeSet<String> {
    let lines = shown.iter().filter_map(|it| match it {
        Block::Text(text) | Block::Hint(text) => Some(text.as_str()),
        _ => None,
    });
    let spans = lines.flat_map(|it| it.split('`').skip(1).step_by(2));
    spans.filter(|it| !it.starts_with('@')).map(word).collect()
}

#[test]
fn every_command_that_is_accepted_is_listed_and_every_listed_one_is_accepted() {
    let (room, words) = (room(), Words::of(Lang::En));
    let examples = examples();
    let known: BTreeSet<String> = examples.iter().map(|it| word(it)).collect();
    for command in COMMANDS.split_whitespace().filter(|it| *it != "ok") {
        assert!(known.contains(&format!("/{command}")), "no example of {command}");
    }
    let mut seen = BTreeSet::new();
    let mut steps = 0;
    for (meeting, now) in meetings(&room) {
        let talk = Talk { meeting: &meeting, background: &room.background, words: &words, now };
        let Ok(Response::Show(shown)) = talk.hear(&said("?")) else { continue };
        steps += 1;
        let speech = talk.ask(&mut ScreenState::default()).speech;
        let is_taken = |line: &String| match talk.hear(&said(line)) {
            Ok(Response::Fact(what)) => meeting.clone().record(Fact { what, at: now }).is_ok(),
            heard => heard.is_ok(),
        };
        // Where people speak, any other line is said.
        // The term of a new role may have its word before it or not.
        let role_term = meeting.step() == Some(&Step::RoleTerm);
        let means = |it: &&String| {
            (!speech || it.starts_with('/') || *it == "pass")
                && !(role_term && it.starts_with("term"))
        };
        let taken: BTreeSet<String> =
            examples.iter().filter(means).filter(|it| is_taken(it)).map(|it| word(it)).collect();
        // On the agenda `by NAME` stands behind a title. An objection is withdrawn while it stands.
        let stands = meeting.state().on_table().is_some_and(|it| it.standing().next().is_some());
        let is_known = |it: &String| {
            let is_part = meeting.step() == Some(&Step::Agenda) && it == "by";
            known.contains(it) && !is_part && (stands || it != "withdraw")
        };
        let listed: BTreeSet<String> = listed(&shown).into_iter().filter(is_known).collect();
        assert_eq!(listed, taken, "at {:?}", meeting.step());
        seen.extend(listed);
    }
    assert!(steps > 110, "{steps}");
    let never: Vec<&String> = known.iter().filter(|it| !seen.contains(*it)).collect();
    assert!(never.is_empty(), "never listed: {never:?}");
}

/// Lays out blocks for a screen of 80 columns.
fn lines(shown: &[Block]) -> usize {
    Page::new(80, Look::Marked).lines(shown).lines().count()
}

#[test]
fn the_line_under_a_prompt_takes_two_lines_and_its_explanation_leaves_it_in_view() {
    let room = room();
    let mut long = BTreeSet::new();
    for lang in LANGUAGES {
        for words in [Words::of(lang), Words::of(lang).at_terminal()] {
            for (meeting, now) in meetings(&room) {
                let background = &room.background;
                let talk = Talk { meeting: &meeting, background, words: &words, now };
                let Some(step) = meeting.step() else { continue };
                let hint = talk.hint(&talk.typed(step));
                let Ok(Response::Show(shown)) = talk.hear(&said("?")) else { continue };
                if lines(std::slice::from_ref(&hint)) > 2 || lines(&shown) > 18 {
                    long.insert(format!("{hint:?}"));
                }
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn the_card_fits_on_a_screen() {
    for lang in LANGUAGES {
        let words = Words::of(lang).at_terminal();
        let room = garden();
        let meeting = room.meet(&["ok"]);
        let background = &room.background;
        let talk = Talk { meeting: &meeting, background, words: &words, now: room.opens };
        let Ok(Response::Show(card)) = talk.hear(&said("??")) else { panic!("no card") };
        let shown = Page::new(80, Look::Marked).lines(&card);
        // One line more is the prompt, one was typed.
        assert!(shown.lines().count() <= 22, "{shown}");
        let all = COMMANDS.split_whitespace().filter(|it| *it != "ok");
        for command in all {
            assert!(shown.contains(&format!("/{command}")), "{command}: {shown}");
        }
    }
}
