//! Answers typed in the reader's language, which are heard as their English ones.

use super::{Room, garden, said};
use crate::dialogue::everywhere::COMMANDS;
use crate::dialogue::{Block, Response, ScreenState, Talk};
use crate::lang::{LANGUAGES, Lang, Place, Words, prompt_words, say};
use crate::meeting::{AgendaItem, Fact, Meeting, What};
use crate::text::fold;

/// Answers as the language file says them that people also give as a whole line in conversation.
const EVERYDAY: &str = "yes no fine good great sure thanks ok okay done nothing me ja nein gut passt \
    genau klar danke gerne fertig nichts weiter stimmt schön prima ich keine si sí no bien oui non \
    d'accord sim não bom goed nee bene 好 是 不 可以";

#[test]
fn a_word_of_prompts_has_one_meaning_in_its_language() {
    for lang in LANGUAGES {
        let words = Words::of(lang);
        let all = prompt_words(&words);
        let english: Vec<&str> = all.iter().map(|it| it.english.as_str()).collect();
        let mut meanings: Vec<(String, String)> = Vec::new();
        for it in &all {
            assert!(it.own.iter().all(|own| !own.is_empty()), "{lang:?}: {it:?}");
            meanings.extend(it.own.iter().map(|own| (fold(own), it.english.clone())));
            for own in it.own.iter().map(|own| fold(own)) {
                let hides = english.iter().any(|other| *other == own && *other != it.english);
                assert!(!hides, "{lang:?}: `{own}` hides an English word");
                let is_short = own.chars().count() < 2;
                assert!(!is_short, "{lang:?}: `{own}` is no whole word");
                let is_everyday = EVERYDAY.split_whitespace().any(|it| it == own);
                assert!(!is_everyday, "{lang:?}: `{own}` is said in conversation");
            }
        }
        meanings.sort();
        meanings.dedup();
        for pair in meanings.windows(2) {
            assert_ne!(pair[0].0, pair[1].0, "{lang:?}: {pair:?}");
        }
        // The word before the day of an action may be that of another place, but begins no line.
        for due in words.list_of(&say!("word-due")) {
            let begins = |it: &&crate::lang::PromptWord| {
                it.place == Place::Head && it.own.iter().any(|own| fold(own) == fold(&due))
            };
            assert!(all.iter().find(begins).is_none(), "{lang:?}: `{due}`");
        }
    }
}

/// Gives answers to a room, each at a terminal or in a script as `words` are. Returns the facts.
fn facts(room: &Room, words: &Words, answers: &[&str]) -> Vec<What> {
    let mut meeting = Meeting::new(room.circle.clone());
    for answer in answers {
        let background = &room.background;
        let talk = Talk { meeting: &meeting, background, words, now: room.opens };
        talk.ask(&mut ScreenState::default());
        match talk.hear(&said(answer)) {
            Ok(Response::Fact(what)) => {
                let recorded = meeting.record(Fact { what, at: room.opens });
                recorded.unwrap_or_else(|err| panic!("{answer}: {err:?}"));
            }
            other => panic!("{answer}: {other:?}"),
        }
    }
    meeting.facts().iter().map(|it| it.what.clone()).collect()
}

/// Expects a line typed in German to give the same fact as an English line of a script.
#[track_caller]
fn same_facts(before: &[&str], lines: &[(&str, &str)]) {
    let (english, german) = (Words::of(Lang::En), Words::of(Lang::De).at_terminal());
    let typed: Vec<&str> = before.iter().copied().chain(lines.iter().map(|it| it.0)).collect();
    let script: Vec<&str> = before.iter().copied().chain(lines.iter().map(|it| it.1)).collect();
    assert_eq!(facts(&garden(), &german, &typed), facts(&garden(), &english, &script));
    // What is English in a script is taken at a terminal too.
    assert_eq!(facts(&garden(), &german, &script), facts(&garden(), &english, &script));
}

#[test]
fn an_answer_in_german_is_recorded_as_its_english_one() {
    same_facts(
        &[],
        &[
            ("alle außer Dana + Uwe (Gast)", "all but Dana + Uwe (guest)"),
            ("ok", "ok"),
            ("ok", "ok"),
            ("entscheiden Ruhezeiten 20 min von Ana", "decide Ruhezeiten 20 min by Ana"),
            ("Wortlaut Keine Maschinen", "text Keine Maschinen"),
            ("DAUER 6 Monate", "term 6 months"),
            ("Dauer bis 18. März 2027", "term until 2027-03-18"),
            ("Dauer bis zum 18.3.2027", "term until 2027-03-18"),
            ("befristet ein halbes Jahr", "lasts 6 months"),
            ("befristet auf 3 Monate", "lasts 3 months"),
            ("endet am 18. März 2027", "expires 2027-03-18"),
            ("endet 18.3.2027", "expires 2027-03-18"),
            ("einmalig", "once"),
            ("wer Ana、Ben", "who Ana, Ben"),
            ("Messgröße Klagen", "measure Klagen"),
            ("von Ben", "by Ben"),
            ("", ""),
            ("/amend Dauer bis 1. Dezember", "/amend term until 2026-12-01"),
            ("/amend befristet 2 Wochen", "/amend lasts 2 weeks"),
            ("Einwand zu früh", "object zu früh"),
            ("Bedenken der Sommer", "concern der Sommer"),
            ("@Chen Bedenken die Pumpe", "@Chen concern die Pumpe"),
            ("zurückziehen Ana", "withdraw Ana"),
            ("vertagen in 2 Wochen", "postpone 2026-09-19"),
            ("schließen", "close"),
        ],
    );
    same_facts(
        &[],
        &[("Alle", "all"), ("", ""), ("", ""), ("/arrive Uwe (Gast)", "/arrive Uwe (guest)")],
    );
    same_facts(
        &["ok", "ok", "ok"],
        &[
            ("/action Tia (außerhalb): anrufen", "/action Tia (outside): anrufen"),
            (
                "entscheiden Ofen von Mia Lu（außerhalb） 20 min",
                "decide Ofen by Mia Lu (outside) 20 min",
            ),
            ("von Ben, Max (außerhalb)", "by Ben, Max (outside)"),
            ("wer Leo (außerhalb)", "who Leo (outside)"),
        ],
    );
    same_facts(
        &["ok", "ok", "ok"],
        &[
            ("wählen Gießen von Ben", "select Gießen by Ben"),
            ("damit es wächst", "damit es wächst"),
            ("Dauer ein halbes Jahr", "term 6 months"),
        ],
    );
}

#[test]
fn a_change_to_the_circle_takes_german_words() {
    let before = ["alle + Uwe (Gast)", "ok", "ok", "decide Wir"];
    let english = ["all + Uwe (guest)", "ok", "ok", "decide Wir"];
    let lines = [
        ("aufnehmen Uwe", "join Uwe"),
        ("Aufnahme Zoe aus Kompost", "join Zoe from Kompost"),
        ("verlassen Ana am 31. Dezember 2026", "leave Ana on 2026-12-31"),
        ("Kreisziel Wir essen zusammen: täglich", "aim Wir essen zusammen: täglich"),
        (
            "Rolle Kasse für 6 Monate：Zählt das Geld ab",
            "role Kasse for 6 months:Zählt das Geld ab",
        ),
        (
            "ernennen Ben als Kasse ab 1. Oktober 2026 bis 24. Dezember 2026",
            "appoint Ben as Kasse since 2026-10-01 until 2026-12-24",
        ),
        (
            "ernennen Tia (außerhalb) als Kasse für 1 Jahr",
            "appoint Tia (outside) as Kasse for 1 year",
        ),
        ("Änderung -1", "effect -1"),
    ];
    let (script, german) = (Words::of(Lang::En), Words::of(Lang::De).at_terminal());
    let typed: Vec<&str> = before.into_iter().chain(lines.iter().map(|it| it.0)).collect();
    let said: Vec<&str> = english.into_iter().chain(lines.iter().map(|it| it.1)).collect();
    assert_eq!(facts(&garden(), &german, &typed), facts(&garden(), &script, &said));
    let room = garden().role("Kasse", None, "");
    let [typed, said] = [["abschaffen Rolle Kasse"], ["end role Kasse"]];
    let [typed, said] = [[&before[..], &typed].concat(), [&english[..], &said].concat()];
    assert_eq!(facts(&room, &german, &typed), facts(&room, &script, &said));
}

#[test]
fn a_nomination_takes_german_words_before_its_reason() {
    let before = ["ok", "ok", "ok", "select Gießen", "ok", "ok", "ok", "ok"];
    same_facts(
        &before,
        &[
            ("Ana für 6 Monate: kann für alle da sein", "Ana for 6 months: kann für alle da sein"),
            ("Zoe (außerhalb)：weiß viel", "Zoe (outside):weiß viel"),
            ("Ana，Ben: beide", "Ana, Ben: beide"),
            ("Ana bis zum 18.3.2027: passt", "Ana until 2027-03-18: passt"),
            ("Ben bis 18. März 2027: sie kann", "Ben until 2027-03-18: sie kann"),
        ],
    );
}

#[test]
fn the_longest_word_and_a_whole_name_win() {
    same_facts(&[], &[("Alle außer Ana", "all but Ana")]);
    let mut room = garden();
    room.circle.members[0].name = "Alle".to_owned();
    let german = Words::of(Lang::De).at_terminal();
    let What::Opened(opened) = &facts(&room, &german, &["alle"])[0] else { panic!() };
    assert_eq!(opened.present, ["Alle"]);
}

#[test]
fn scripts_take_english_words_only() {
    let german = Words::of(Lang::De);
    let meeting = garden().meet(&["ok", "ok", "ok"]);
    let (background, now) = (&garden().background, garden().opens);
    let talk = Talk { meeting: &meeting, background, words: &german, now };
    assert_eq!(talk.hear(&said("schließen")).unwrap_err().message.key, "error-no-answer");
    let shown = format!("{:?}", talk.ask(&mut ScreenState::default()));
    assert!(shown.contains("`close`") && !shown.contains("schließen"), "{shown}");
}

#[test]
fn full_width_punctuation_is_punctuation_at_a_terminal() {
    same_facts(&["ok", "ok", "ok"], &[("／action Ana：anrufen", "/action Ana: anrufen")]);
    same_facts(
        &["ok", "ok", "ok", "decide X", "text Y", ""],
        &[("＠Ben：o zu，laut", "@Ben: o zu，laut")],
    );
    same_facts(&[], &[("Ana、Uwe（Gast）", "Ana, Uwe (guest)")]);
}

#[test]
fn what_can_be_typed_is_shown_in_german_at_a_terminal() {
    let german = Words::of(Lang::De).at_terminal();
    let shown = |phrase| german.say(&phrase);
    assert_eq!(
        shown(say!("typed-open")),
        "Namen mit Kommas · `alle` · `alle außer NAME` · `alle + NAME (Gast)`"
    );
    let agenda = shown(say!("typed-agenda"));
    assert!(agenda.contains("`entscheiden TITEL`") && agenda.contains("`von NAME`"), "{agenda}");
    assert!(shown(say!("typed-nominate")).contains("`NAME, NAME für 6 Monate: GRUND`"));
    assert!(shown(say!("hint-action")).contains("`/action NAME: WAS`"));
    assert!(shown(say!("hint-action")).contains("`bis 2026-09-19`"));
    assert!(shown(say!("hint-call-rule")).contains("`consent = \"call\"`"));
    // English hints stay.
    for phrase in
        [say!("typed-open"), say!("typed-agenda"), say!("typed-nominate"), say!("hint-action")]
    {
        assert_eq!(
            Words::of(Lang::En).at_terminal().say(&phrase),
            Words::of(Lang::En).say(&phrase)
        );
    }
    // What is said of the user's own words is never changed.
    assert!(shown(say!("error-not-a-date", typed = "by close")).contains("`by close`"));
}

#[test]
fn who_looks_for_help_or_the_way_out_is_not_recorded_at_a_terminal() {
    let meeting = garden().meet(&["ok", "ok", "ok", "report Kasse"]);
    let (background, now) = (&garden().background, garden().opens);
    let (terminal, script) = (Words::of(Lang::En).at_terminal(), Words::of(Lang::En));
    let talk = |words| Talk { meeting: &meeting, background, words, now };
    for line in ["help", "Exit", "quit", "next", "back", "@Ben help"] {
        let refused = talk(&terminal).hear(&said(line)).unwrap_err().message.key;
        assert_eq!(refused, "error-like-command", "{line}");
        assert!(matches!(talk(&script).hear(&said(line)), Ok(Response::Fact(_))), "{line}");
    }
    for line in ["\\help", "help is here", "next week"] {
        assert!(matches!(talk(&terminal).hear(&said(line)), Ok(Response::Fact(_))), "{line}");
    }
    assert!(matches!(talk(&script).hear(&said("??")), Ok(Response::Fact(_))));
    for word in ["/quit", "/exit"] {
        let hint = talk(&script).hear(&said(word)).unwrap_err().hint.unwrap();
        assert_eq!(hint, say!("hint-nearest", word = "/pause"), "{word}");
    }
}

#[test]
fn the_card_lists_every_command_in_every_language() {
    let meeting = garden().meet(&["ok", "ok", "ok"]);
    let (background, now) = (&garden().background, garden().opens);
    for lang in LANGUAGES {
        let words = Words::of(lang).at_terminal();
        let talk = Talk { meeting: &meeting, background, words: &words, now };
        let Response::Show(card) = talk.hear(&said("??")).unwrap() else { panic!() };
        assert_eq!(talk.hear(&said("/help")).unwrap(), Response::Show(card.clone()));
        let [Block::Table { rows, .. }] = &card[..] else { panic!("{card:?}") };
        assert!(rows.iter().all(|it| it.len() == 2), "{rows:?}");
        for command in COMMANDS.split_whitespace().filter(|it| *it != "ok") {
            let command = format!("/{command}");
            let mut usages = rows.iter().flat_map(|it| it[0].split(", "));
            let is_listed = usages.any(|it| it.split(' ').next() == Some(&command));
            assert!(is_listed, "{lang:?}: {command}");
        }
    }
}

#[test]
fn a_word_of_prompts_alone_is_no_speech() {
    let german = Words::of(Lang::De).at_terminal();
    let meeting = garden().meet(&["ok", "ok", "ok", "report Kasse"]);
    let (background, now) = (&garden().background, garden().opens);
    let talk = Talk { meeting: &meeting, background, words: &german, now };
    for line in ["Schließen", "vertagen", "zurückziehen"] {
        assert_eq!(talk.hear(&said(line)).unwrap_err().message.key, "error-like-command", "{line}");
    }
    let Response::Fact(What::Noted { text, .. }) = talk.hear(&said("wer gießt?")).unwrap() else {
        panic!()
    };
    assert_eq!(text, "wer gießt?");
}

#[test]
fn a_long_line_costs_by_its_length() {
    let german = Words::of(Lang::De).at_terminal();
    let title = format!("X{}", " von a".repeat(10_000));
    let line = format!("entscheiden {title}");
    let facts = facts(&garden(), &german, &["ok", "ok", "ok", &line]);
    let Some(What::Began(AgendaItem { title: listed, .. })) = facts.last() else { panic!() };
    assert_eq!(*listed, title);
    let room = garden().steps("agenda");
    let meeting = room.meet(&["ok", "ok", "ok", "decide Bees", "ok", "ok"]);
    let now = meeting.facts().last().unwrap().at;
    let talk = Talk { meeting: &meeting, background: &room.background, words: &german, now };
    assert!(talk.hear(&said("postpone Bees morgen")).is_ok());
    let line = format!("postpone Bees{}", " 1.2. a".repeat(10_000));
    assert_eq!(talk.hear(&said(&line)).unwrap_err().message.key, "error-not-listed");
}
