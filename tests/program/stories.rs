//! Tests the essential results of four meetings from the literature.
//!
//! The golden files of these cases may be rewritten; these assertions must always hold.

use crate::story::play;

#[test]
fn a_council_settles_how_it_works_and_asks_the_room() {
    let story = play("council-first-meeting");
    let day = "2023-06-15";
    let common = r#"
circle = "Council"
date = 2023-06-15
meeting = "2023-06-15"
consent = "call"
present = ["Rolf", "Milo", "Jonas", "Jules", "Mina", "Kai", "Erik Hart", "Erik Holm", "Cora"]
"#;
    let one_year = "term = \"1 year\"\nreview = 2024-06-15";
    story.decision(
        "2023-06-15-meeting-rhythm",
        &format!(
            "{common}title = \"Meeting rhythm\"\nby = \"Rolf\"\nversion = 2
term = \"4 weeks\"\nreview = 2023-07-13"
        ),
        "We meet once a week, by video. Between meetings we agree in writing on the hour.",
    );
    story.decision(
        "2023-06-15-quorum-of-meetings",
        &format!("{common}title = \"Quorum of meetings\"\nby = \"Rolf\"\nversion = 1\n{one_year}"),
        "A meeting takes place when two representatives at most are missing; otherwise it is \
         cancelled.",
    );
    story.decision(
        "2023-06-15-channels",
        &format!(
            "{common}title = \"Channels\"\nby = \"Mina\"\nversion = 2\n{one_year}
responsible = [\"Mina\"]"
        ),
        "We open two channels, a public one and a private one. The private one is for what cannot \
         be public; later members can read its history.",
    );
    story.decision(
        "2023-06-15-merge-the-governance-text",
        &format!(
            "{common}title = \"Merge the governance text\"\nby = \"Erik Hart\"\nversion = 1
{one_year}"
        ),
        "The governance text and the entry of the council in the list of teams are merged now.",
    );
    story.circle_gained(&[], &[]);
    story.files(&[
        "meetings/2023-06-15.toml",
        "meetings/2023-06-15.md",
        "decisions/2023-06-15-meeting-rhythm.md",
        "decisions/2023-06-15-quorum-of-meetings.md",
        "decisions/2023-06-15-channels.md",
        "decisions/2023-06-15-merge-the-governance-text.md",
        "backlog/how-many-must-consent-to-a-decision.md",
    ]);
    // No answers of single members are recorded.
    for what in ["consented", "objected"] {
        assert_eq!(story.facts(day, what), [], "{what}");
    }
    story.said(day, "handed-over", "who", &["Rolf", "Milo"]);
    story.said(day, "action", "who", &["Rolf", "Rolf", "Jules", "Rolf", "Rolf", "Milo"]);
    story.said(day, "action", "due", &["-"; 6]);
    story.said(day, "noted", "who", &["-"; 3]);
    assert!(story.transcript.contains("facilitator [nobody] › Rolf"));
    story.minutes(
        day,
        &[
            "- Present: Rolf, Milo, Jonas, Jules, Mina, Kai, Erik Hart, Erik Holm, Cora\n",
            "- Nothing is decided before the next meeting.\n",
            "- Mina: put an end on it, so that we look again\n",
            "- Milo: merge the governance text\n",
        ],
    );
}

#[test]
fn of_two_with_the_same_first_name_neither_is_guessed() {
    let story = play("council-first-meeting");
    let ran = story.with("@Erik Hart the governance text has", "@Erik the governance text has");
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    let refused = "`Erik` fits several: `Erik Hart` and `Erik Holm`";
    assert!(ran.stderr.contains(refused), "{}", ran.stderr);
}

#[test]
fn the_facilitator_of_running_indoors_objects_like_anyone_else() {
    let story = play("running-indoors");
    let day = "2025-06-10";
    story.decision(
        "2025-06-10-running-indoors",
        r#"
title = "Running indoors"
circle = "House meeting"
date = 2025-06-10
meeting = "2025-06-10"
term = "1 day"
review = 2025-06-11
by = "Dina"
measures = ["Asked tomorrow, by Dina: do you feel safe? Could you move as much as you need? Was anyone hurt?"]
consent = "round"
version = 3
present = ["Aki", "Bea", "Cyr", "Dina"]
[[objections]]
who = "Aki"
reason = "it is not fair; running slowly indoors would be fine"
version = 1
outcome = ["text"]
[[objections]]
who = "Cyr"
reason = "I want to run indoors too"
version = 1
outcome = ["text"]
[[objections]]
who = "Dina"
reason = "someone may get hurt, and in a chase nobody slows down"
version = 2
outcome = ["text", "term", "measure"]
"#,
        "We may run indoors as long as we are careful. No chasing games indoors.",
    );
    story.circle_gained(&[], &[]);
    story.files(&[
        "meetings/2025-06-10.toml",
        "meetings/2025-06-10.md",
        "decisions/2025-06-10-running-indoors.md",
    ]);
    story.said(day, "handed-over", "who", &["Dina", "Dina"]);
    assert!(story.transcript.contains("facilitator [Dina] › ok"));
    // All four answer each version, and no answer counts for another version.
    let consents = story.facts(day, "consented");
    let versions: Vec<_> = consents.iter().map(|it| it["version"].as_integer().unwrap()).collect();
    assert_eq!(versions, [1, 1, 2, 2, 2, 3, 3, 3, 3]);
    story.said(
        day,
        "consented",
        "who",
        &["Bea", "Dina", "Aki", "Bea", "Cyr", "Aki", "Bea", "Dina", "Cyr"],
    );
    let put = story.facts(day, "presented");
    let texts: Vec<_> = put.iter().map(|it| it["text"].as_str().unwrap()).collect();
    assert_eq!(texts[..2], ["We run outdoors only.", "We may run indoors, but not fast."]);
    assert_eq!(put.len(), 3, "text, term and measure are one new version");
    assert_eq!(
        (put[0]["term"].as_str(), put[0]["review"].to_string()),
        (Some("2 weeks"), "2025-06-24".to_owned())
    );
    // Dina is asked in every round.
    let rounds = story.facts(day, "spoke");
    assert_eq!(rounds.iter().filter(|it| it["who"].as_str() == Some("Dina")).count(), 2);
}

#[test]
fn three_of_four_children_do_not_choose_the_film() {
    let story = play("film");
    let day = "2025-05-14";
    story.decision(
        "2025-05-14-film-of-the-day",
        r#"
title = "Film of the day"
circle = "Film club"
date = 2025-05-14
meeting = "2025-05-14"
term = "1 day"
review = 2025-05-15
by = "Uma"
consent = "round"
version = 2
present = ["Ada", "Bo", "Cleo", "Dov"]
guests = ["Uma"]
[[objections]]
who = "Bo"
reason = "I do not know whether it is a horror film, so I cannot say yes"
version = 1
outcome = ["text"]
"#,
        "We look up the age rating of the dragon film before we watch it this afternoon. If it is \
         rated 12 or above, we pause whenever it gets too scary for Bo.",
    );
    story.circle_gained(&[], &[]);
    story.files(&[
        "meetings/2025-05-14.toml",
        "meetings/2025-05-14.md",
        "decisions/2025-05-14-film-of-the-day.md",
    ]);
    story.said(day, "handed-over", "who", &["Uma", "Uma"]);
    for what in ["spoke", "consented", "objected"] {
        let said = story.facts(day, what);
        assert!(said.iter().all(|it| it["who"].as_str() != Some("Uma")), "{what}");
    }
    story.said(day, "consented", "who", &["Ada", "Cleo", "Dov", "Ada", "Bo", "Cleo", "Dov"]);
    story.said(day, "spoke", "who", &["Ada", "Bo", "Cleo", "Dov", "Ada", "Bo", "Cleo", "Dov"]);
    let second = "**Round: Does anyone wish to change after hearing the others?**\n\n\
                  - the dragon film sounds good to me\n\n### Film of the day\n";
    story.minutes(day, &["- Present: Ada, Bo, Cleo, Dov\n- Guests: Uma\n", second]);
    // Uma is a guest, so that her consent is refused and version 1 is not announced.
    let ran = story.with("@Dov ok\n", "@Uma ok\n");
    assert!(ran.stderr.contains("`Uma` is a guest and is not asked here"), "{}", ran.stderr);
}

#[test]
fn the_cinema_club_is_written_down_to_the_line() {
    let story = play("cinema-club");
    let day = "2025-11-20";
    let script = story.folder.read("script.txt");
    let second = script.split("\"\"\"\n").nth(3).unwrap().trim_end_matches('\n');
    for part in ["one hour", "12:30 to 14:30", "\n- Anyone may knock", "\n\nIf today"] {
        assert!(second.contains(part), "{part}");
    }
    story.decision(
        "2025-11-20-cinema-club",
        r#"
title = "Cinema club"
circle = "Members' circle"
date = 2025-11-20
meeting = "2025-11-20"
term = "1 day"
review = 2025-11-21
by = "Finn"
measures = [
  "Was it too loud?",
  "Did everybody watch instead of doing other things?",
  "Was it fun?",
  "Asked tomorrow: was somebody left to play with?",
]
consent = "round"
version = 2
present = ["Ella", "Finn", "Gus"]
guests = ["Hana"]
"#,
        second,
    );
    story.circle_gained(&[], &[]);
    story.files(&[
        "meetings/2025-11-20.toml",
        "meetings/2025-11-20.md",
        "decisions/2025-11-20-cinema-club.md",
    ]);
    story.said(day, "asked", "who", &["Ella", "Gus"]);
    story.said(day, "answered", "who", &["Finn", "Finn"]);
    story.said(day, "reacted", "who", &["Ella", "Finn", "Gus"]);
    story.said(day, "consented", "who", &["Ella", "Finn", "Gus"]);
    let consents = story.facts(day, "consented");
    assert!(consents.iter().all(|it| it["version"].as_integer() == Some(2)));
    story.minutes(
        day,
        &[
            "- Present: Ella, Finn, Gus\n- Guests: Hana\n",
            "- Proposed by Finn\n",
            "\n- Who decides how loud it is?\n  - The office administrator.\n",
            "\n- me too\n",
        ],
    );
    // The statements have no names.
    let minutes = story.folder.read("meetings/2025-11-20.md");
    let said = minutes.split("## Items").nth(1).unwrap();
    for name in ["Ella", "Finn", "Gus", "Hana"] {
        assert!(!said.contains(name), "{name}: {said}");
    }
    let lists = pulldown_cmark::Parser::new(second)
        .filter(|it| matches!(it, pulldown_cmark::Event::Start(pulldown_cmark::Tag::Item)));
    assert_eq!(lists.count(), 5);
}
