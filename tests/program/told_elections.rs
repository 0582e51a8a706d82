//! Tests the essential results of three meetings from the literature, two of them elections.

use crate::story::play;

#[test]
fn a_circle_of_four_selects_the_one_who_wants_to_learn() {
    let story = play("facilitator-victor");
    let day = "2025-10-07";
    story.election(
        "2025-10-07-facilitator",
        r#"
title = "Facilitator: Victor"
role = "Facilitator"
elected = "Victor"
accepted = true
circle = "Programme circle"
date = 2025-10-07
since = 2025-10-07
until = 2026-10-07
term = "1 year"
reason = "it gives him practice and he is eager to learn"
qualifications = ["understands the process", "clear", "experienced", "quick to understand"]
version = 1
consent = "round"
present = ["Sarah", "Peter", "Victor", "Yuong"]
meeting = "2025-10-07"
"#,
        &["Holds the process so that everyone is heard.", "Victor: it gives him practice"],
    );
    story.files(&[
        "elections/2025-10-07-facilitator.md",
        "meetings/2025-10-07.md",
        "meetings/2025-10-07.toml",
    ]);
    story.circle_gained(
        &[
            r#"holder = "Sarah"                # second time"#,
            "since = 2024-10-08",
            "until = 2025-10-08",
        ],
        &[
            r#"holder = "Victor"                # second time"#,
            "since = 2025-10-07",
            "until = 2026-10-07",
        ],
    );
    story.said(day, "handed-over", "who", &["Peter", "Sarah"]);
    story.said(day, "nominated", "who", &["Sarah", "Peter", "Victor", "Yuong"]);
    story.said(day, "changed", "who", &["Peter"]);
    story.said(day, "kept", "who", &["Victor", "Yuong", "Sarah"]);
    story.said(day, "consented", "who", &["Yuong", "Sarah", "Peter", "Victor"]);
    assert!(story.transcript.contains("facilitator [Sarah] › Peter"));
    story.minutes(day, &["- Present: Sarah, Peter, Victor, Yuong\n", "- Facilitator: Peter\n"]);
    let minutes = story.folder.read("meetings/2025-10-07.md");
    assert!(!minutes.contains("Yuong: "), "no nomination stands in the minutes\n{minutes}");
}

#[test]
fn the_one_put_forward_is_asked_last() {
    let story = play("facilitator-victor");
    let ran = story.with("@Yuong ok\n@Sarah ok\n@Peter ok\n@Victor ok", "@Victor ok");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("`Victor` is put forward, and is asked last"), "{}", ran.stderr);
}

#[test]
fn a_young_circle_fills_its_first_role_for_three_months() {
    let story = play("community-facilitator");
    let day = "2026-04-16";
    story.election(
        "2026-04-16-facilitator",
        r#"
title = "Facilitator: Pia"
role = "Facilitator"
elected = "Pia"
accepted = true
circle = "Community circle"
date = 2026-04-16
since = 2026-04-16
until = 2026-07-16
term = "3 months"
reason = "she speaks well, and the roles are spread over more people"
nominations = [
  { who = "Pia", nominees = ["Olav"], term = "3 months", reason = "just a feeling" },
  { who = "Remy", nominees = ["Pia"], term = "3 months", reason = "I go along with Olav, and he has a role in another circle already" },
  { who = "Olav", nominees = ["Pia", "Olav"], term = "3 months", reason = "either of us would do" },
  { who = "Mo", nominees = ["Pia", "Olav"], term = "3 months", reason = "a feeling again" },
  { who = "Tess", nominees = ["Pia"], term = "3 months", reason = "speaks well" },
  { who = "Gil", nominees = ["Pia"], term = "3 months", reason = "to spread the roles over more people" },
]
changes = [
  { who = "Remy", nominees = ["Pia"], term = "3 months", reason = "I go along with Olav, and he has a role in another circle already" },
  { who = "Olav", nominees = ["Pia", "Olav"], term = "3 months", reason = "either of us would do" },
  { who = "Mo", nominees = ["Pia", "Olav"], term = "3 months", reason = "a feeling again" },
  { who = "Gil", nominees = ["Pia"], term = "3 months", reason = "to spread the roles over more people" },
]
version = 1
consent = "round"
present = ["Pia", "Remy", "Olav", "Mo", "Tess", "Gil"]
absent = ["Hal", "Romy"]
guests = ["Xenia"]
meeting = "2026-04-16"
"#,
        &["Prepares and leads the circle's meetings.", "Pia: she speaks well"],
    );
    story.files(&[
        "backlog/select-a-secretary.md",
        "elections/2026-04-16-facilitator.md",
        "meetings/2026-04-16.md",
        "meetings/2026-04-16.toml",
    ]);
    let held = [r#"holder = "Pia""#, "since = 2026-04-16", "until = 2026-07-16"];
    story.circle_gained(&[], &held);
    let asked = story.facts(day, "consented");
    assert_eq!(asked.len(), 6);
    assert_eq!(asked[5]["who"].as_str(), Some("Pia"));
    assert!(asked.iter().all(|it| it["who"].as_str() != Some("Xenia")));
    story.minutes(
        day,
        &[
            "Hal (from 15:40), Romy (from 15:40)\n",
            "- Guests: Xenia\n",
            "- Xenia's connection is lost for a moment.\n",
            "- Select a secretary\n",
        ],
    );
}

#[test]
fn a_member_too_few_and_the_young_circle_elects_nobody() {
    let story = play("community-facilitator");
    let ran = story.with("# announced\nok\n", "/leave Gil\nok\n");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr.contains("no quorum: 5 members are present, 6 are needed"),
        "{}",
        ran.stderr
    );
}

#[test]
fn what_is_feared_of_fewer_newsletters_is_measured() {
    let story = play("newsletter");
    let day = "2025-03-31";
    story.decision(
        "2025-03-31-fewer-newsletters",
        r#"
title = "Fewer newsletters"
circle = "Outreach"
date = 2025-03-31
meeting = "2025-03-31"
term = "6 months"
review = 2025-09-30
by = "Paulo"
responsible = ["Kofi"]
measures = [
  "Clicks on the website, counted weekly by the monitor: the trial ends if they fall by 15 %",
  "Donations, counted weekly by the monitor: the trial ends if they fall by 10 %",
]
consent = "round"
version = 3
present = ["Ines", "Kofi", "Marta", "Noor", "Paulo"]
[[objections]]
who = "Marta"
reason = "fewer people will click through to the website, and donations will drop with that"
version = 2
outcome = ["text", "term", "measure", "responsible"]
"#,
        "From May on the newsletter comes out six times a year instead of twelve. A monitor counts \
         clicks and donations every week for six months and reports to this circle; if a limit is \
         reached, we return to twelve.",
    );
    story.circle_gained(&[], &[]);
    story.files(&[
        "backlog/describe-the-role-of-monitor.md",
        "decisions/2025-03-31-fewer-newsletters.md",
        "meetings/2025-03-31.md",
        "meetings/2025-03-31.toml",
    ]);
    let reviews: Vec<String> =
        story.facts(day, "presented").iter().map(|it| it["review"].to_string()).collect();
    assert_eq!(reviews, ["2026-03-31", "2026-03-31", "2025-09-30"]);
    assert_eq!(story.facts(day, "planned")[0]["minutes"].as_integer(), Some(90));
    assert_eq!(story.facts(day, "scheduled")[0]["date"].to_string(), "2025-04-28");
    assert_eq!(story.facts(day, "announced").len(), 2);
    assert_eq!(story.facts(day, "checked-in").len(), 5);
    assert_eq!(story.facts(day, "checked-out").len(), 4);
    story.said(day, "passed", "who", &["Noor"]);
    story.said(day, "action", "who", &["Kofi"]);
    assert_eq!(story.facts(day, "action")[0]["due"].to_string(), "2025-04-14");
    story.minutes(
        day,
        &[
            "From 18:30 to 19:40 (70 min, 90 planned).\n",
            "- Present: Ines, Kofi, Marta, Noor, Paulo\n",
            "## Next meeting\n\n28 April 2025\n",
        ],
    );
}
