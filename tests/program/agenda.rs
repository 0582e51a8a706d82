//! Tests `rounds agenda`: its content, and that `meet` accepts its numbers.

use std::fs;

use crate::folder::{Folder, Ran};

const CIRCLE: &str = r#"name = "Garden"
aim = "Grow food and a place to meet for everyone in the street."

[rules]
steps = ["agenda"]

[[member]]
name = "Ana"

[[member]]
name = "Ben"

[[member]]
name = "Chen"

[[role]]
name = "Facilitator"
kind = "facilitator"
purpose = "Holds the process so that everyone is heard."
holder = "Ana"
since = 2026-03-19
until = 2026-09-19

[[role]]
name = "Keys"
holder = "Ben"
until = 2026-12-01

[[role]]
name = "Compost"
"#;

/// The meeting of 5 September before its decision; it schedules the next meeting.
const MEETING: &str = "/at 2026-09-05T19:00+02:00\nall\nok\nok\nok\nok\n2026-09-19 19:30\n\
                       /action Chen: hang up the list by 2026-09-10\n\
                       /action Ana: ask the street\n";

const DECISION: &str = "decide Quiet hours by Ben\ntext No power tools after 20:00.\nterm 2 weeks\n\
                        who Chen\nmeasure complaints, counted by Chen\nok\n\
                        ok\nok\nc it is a lot to remember\nok\nclose\nok\n";

fn topic(front: &str, text: &str) -> String {
    format!("+++\n{front}\n+++\n\n{text}\n")
}

fn garden(circle: &str) -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", circle);
    folder
}

/// A garden that has met once, with a backlog.
fn met(circle: &str) -> Folder {
    let folder = garden(circle);
    folder.run_with("meet --steps admin --script -", &format!("{MEETING}{DECISION}")).fine();
    let hens = "title = \"Hens\"\nkind = \"decide\"\npostponed = 2026-09-12";
    folder.write("backlog/a-hens.md", topic(hens, "We keep four hens."));
    folder.write(
        "backlog/bench.md",
        topic("title = \"Bench\"\nkind = \"explore\"\nby = \"Chen\"\nminutes = 20", ""),
    );
    let fence = "title = \"Fence\"\nby = \"Ana\"\nterm = \"1 year\"\nmeasures = [\"hens outside\"]";
    folder.write("backlog/fence.md", topic(fence, "We build:\n\n- a fence\n- a gate"));
    folder.write(
        "backlog/winter.md",
        topic("title = \"Winter\"\npostponed = 2026-12-01", "We sleep."),
    );
    folder
}

#[test]
fn it_has_all_that_waits_and_the_texts_it_starts_from() {
    let page = met(CIRCLE).run("agenda --on 2026-09-12").fine();
    assert_eq!(
        page,
        "# Garden, agenda for 19 September 2026

From 19:30.

## Items

### 1. Bench

explore · brought by Chen · 20 min

### 2. Fence

decide · brought by Ana

The draft so far:

> We build:
>
> - a fence
> - a gate

- In force for 1 year
- Measured by: hens outside

### 3. Quiet hours

decide · review due 19 September 2026

The decision as it stands:

> No power tools after 20:00.

- In force for 2 weeks
- Sees to it: Chen
- Measured by: complaints, counted by Chen
- Concerns at the time:
  - it is a lot to remember

### 4. Facilitator

select · term until 19 September 2026

> Holds the process so that everyone is heard.

- Held by Ana, until 19 September 2026

### 5. Hens

decide · postponed to 12 September 2026

The draft so far:

> We keep four hens.

## Earlier minutes, not approved yet

- Minutes of 5 September 2026: meetings/2026-09-05.md

## Open actions

- Overdue: Chen, by 10 September 2026: hang up the list
- Ana: ask the street
"
    );
}

/// Returns the titles on a page by their numbers.
fn titles(page: &str) -> Vec<(usize, String)> {
    let headings = page.lines().filter_map(|it| it.strip_prefix("### ")?.split_once(". "));
    let number = |it: &str| it.parse().expect("items are numbered");
    headings.map(|(it, title)| (number(it), title.to_owned())).collect()
}

/// Returns the agenda according to a journal.
fn listed(journal: &str) -> Vec<String> {
    let journal: toml::Table = journal.parse().expect("a journal is TOML");
    let facts = journal["fact"].as_array().into_iter().flatten();
    let listed = facts.filter(|it| it["what"].as_str() == Some("listed"));
    listed.filter_map(|it| it["title"].as_str()).map(str::to_owned).collect()
}

/// Puts these numbers on the agenda of a meeting on 19 September; returns that agenda.
#[track_caller]
fn taken(folder: &Folder, before: &str, numbers: &[usize]) -> Vec<String> {
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    let numbers = numbers.join("\n");
    let script = format!("/at 2026-09-19T19:30+02:00\nall\nok\nok\n{before}{numbers}\n");
    folder.run_with("meet --script -", &script).paused();
    listed(&folder.read("meetings/2026-09-19.toml"))
}

#[test]
fn its_numbers_are_those_that_the_meeting_takes() {
    let folder = met(CIRCLE);
    let page = titles(&folder.run("agenda --on 2026-09-12").fine());
    assert_eq!(page.len(), 5);
    assert_eq!(taken(&folder, "", &[1, 3]), ["Bench", "Quiet hours"]);
}

#[test]
fn its_numbers_stay_where_the_meeting_says_when_the_next_one_is() {
    let steps = CIRCLE.replace("[\"agenda\"]", "[\"admin\", \"agenda\"]");
    let circle = steps.replacen("\n\n", "\n\n[meeting]\nevery = \"3 months\"\n\n", 1);
    let folder = met(&circle);
    let page = titles(&folder.run("agenda --on 2026-09-12").fine());
    // The term of the keys ends before the meeting after the next one.
    let expected = ["Bench", "Fence", "Quiet hours", "Facilitator", "Keys", "Hens", "Winter"];
    let numbered: Vec<(usize, String)> = (1..).zip(expected.map(str::to_owned)).collect();
    assert_eq!(page, numbered);
    let before = "ok\nok\nok\nok\n";
    assert_eq!(taken(&folder, before, &[1, 2, 3, 4, 5, 6, 7]), expected);
}

#[test]
fn the_numbers_of_a_circle_with_a_long_backlog_are_the_same_to_the_last() {
    let folder = met(CIRCLE);
    for number in 1..=30 {
        folder.write(
            &format!("backlog/topic-{number}.md"),
            topic(&format!("title = \"Topic {number}\""), ""),
        );
    }
    let page = titles(&folder.run("agenda --on 2026-09-19").fine());
    let numbers: Vec<usize> = page.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, (1..=35).collect::<Vec<_>>());
    let expected: Vec<String> = page.into_iter().map(|(_, title)| title).collect();
    assert_eq!(taken(&folder, "", &numbers), expected);
}

/// Asserts the first line of an agenda as of a day.
#[track_caller]
fn check(folder: &Folder, on: &str, expected: &str) {
    let page = folder.run(&format!("agenda --on {on}")).fine();
    assert_eq!(page.lines().next(), Some(expected), "{page}");
}

const OPEN: &str = "# Garden, agenda of the next meeting";

#[test]
fn the_day_is_the_one_that_was_said_last_until_it_is_over() {
    let folder = garden(CIRCLE);
    let meet = |steps: &str, day: &str, lines: &str| {
        let script = format!("/at {day}T19:00+02:00\nall\nok\nok\n{lines}\n");
        let ran = folder.run_with(&format!("meet --steps {steps} --script -"), &script);
        if lines.contains("close") {
            ran.fine()
        } else {
            ran.paused()
        };
    };
    check(&folder, "2026-09-01", OPEN);
    meet("admin", "2026-09-05", "ok\nok\n2026-09-19\nclose\nok");
    check(&folder, "2026-09-05", "# Garden, agenda for 19 September 2026");
    check(&folder, "2026-09-19", "# Garden, agenda for 19 September 2026");
    check(&folder, "2026-09-20", OPEN);
    // As of a day before it was scheduled, it is not known.
    check(&folder, "2026-09-04", OPEN);
    // A meeting before that day which schedules none leaves it; on the day it is the scheduled one.
    meet("essential", "2026-09-12", "close\nok");
    check(&folder, "2026-09-12", "# Garden, agenda for 19 September 2026");
    meet("essential", "2026-09-19", "close\nok");
    check(&folder, "2026-09-19", OPEN);
    // A meeting that is not closed schedules none yet, but its open actions count.
    meet("admin", "2026-09-20", "ok\nok\nok\nok\nok\n2026-10-03\n/pause");
    check(&folder, "2026-09-20", OPEN);
    meet("admin", "2026-09-21", "ok\nok\n2026-10-04\nclose\nok");
    check(&folder, "2026-09-21", "# Garden, agenda for 4 October 2026");
    meet("admin", "2026-09-22", "ok\nok\nok\nwho Chen\nclose\nok");
    check(&folder, "2026-09-22", OPEN);
    let page = folder.run("agenda --on 2026-09-22").fine();
    assert!(page.starts_with(&format!("{OPEN}\n\nChen finds a date.\n")), "{page}");
}

#[test]
fn where_nothing_waits_it_says_so() {
    let none = CIRCLE.replace("until = 2026-09-19", "until = 2027-09-19");
    let page = garden(&none).run("agenda --on 2026-09-01").fine();
    let due = "With what is due by 1 September 2026.";
    assert_eq!(page, format!("{OPEN}\n\n{due}\n\nNo item waits for this meeting.\n"));
}

#[test]
fn it_says_by_when_something_is_due_to_stand_on_it() {
    let every = |steps: &str| {
        let circle = CIRCLE.replace("[\"agenda\"]", steps);
        garden(&circle.replacen("\n\n", "\n\n[meeting]\nevery = \"2 weeks\"\n\n", 1))
    };
    let check = |folder: &Folder, on: &str, expected: &str, items: usize| {
        let page = folder.run(&format!("agenda --on {on}")).fine();
        assert_eq!(page.lines().nth(2), Some(expected), "{page}");
        assert_eq!(titles(&page).len(), items, "{page}");
    };
    for steps in ["[\"agenda\"]", "[\"admin\", \"agenda\"]"] {
        // Without a scheduled meeting, the usual interval is counted from today.
        let folder = every(steps);
        check(&folder, "2026-09-04", "With what is due by 18 September 2026.", 0);
        check(&folder, "2026-09-05", "With what is due by 19 September 2026.", 1);
    }
    let meeting = "/at 2026-08-22T19:00+02:00\nall\nok\nok\nok\nok\n2026-09-06\nclose\nok\n";
    for (steps, said, items) in [
        ("[\"agenda\"]", "## Items", 0),
        ("[\"admin\", \"agenda\"]", "With what is due by 20 September 2026.", 1),
    ] {
        let folder = every(steps);
        folder.run_with("meet --steps admin --script -", meeting).fine();
        let expected = if items == 0 { "No item waits for this meeting." } else { said };
        check(&folder, "2026-08-23", expected, items);
    }
}

#[test]
fn it_is_in_the_language_of_the_circle() {
    let folder = met(&CIRCLE.replacen("\n\n", "\nlanguage = \"de\"\n\n", 1));
    for lang in ["", " --lang en"] {
        let page = folder.run(&format!("agenda --on 2026-09-12{lang}")).fine();
        for part in [
            "# Garden, Tagesordnung für den 19. September 2026\n\nAb 19:30 Uhr.\n\n## Punkte\n",
            "\n### 1. Bench\n\nbesprechen · eingebracht von Chen · 20 min\n",
            "\nDer Entwurf bisher:\n\n> We build:\n",
            "\nentscheiden · Überprüfung 19. September 2026\n\nDie Vereinbarung, wie sie gilt:\n",
            "\n- Gilt 2 Wochen\n- Kümmert sich: Chen\n",
            "\n- Bedenken von damals:\n  - it is a lot to remember\n",
            "\n- In der Rolle: Ana, bis 19. September 2026\n",
            "\n- Protokoll vom 5. September 2026: meetings/2026-09-05.md\n",
            "\n- Überfällig: Chen, bis 10. September 2026: hang up the list\n",
        ] {
            assert!(page.contains(part), "{part}\n\n{page}");
        }
    }
}

#[test]
fn it_is_the_same_on_every_screen() {
    let folder = met(CIRCLE);
    let page = folder.run("agenda --on 2026-09-12").fine();
    assert_eq!(folder.run("agenda --on 2026-09-12 --plain").fine(), page);
    let mut narrow = folder.rounds("agenda --on 2026-09-12");
    let narrow = Ran::of(&narrow.env("COLUMNS", "40").output().unwrap());
    assert_eq!(narrow.fine(), page);
}

#[test]
fn what_was_typed_into_a_file_stays_in_its_place() {
    let folder = garden(CIRCLE);
    let title = r"title = '# a | <b>b</b> [c](d) *e*'";
    let text = "# heading\n\n<!-- open\n\n```\nfence\n\n[a]: b\n\u{1b}[31mred";
    folder.write("backlog/a.md", topic(&format!("{title}\nby = '</li> 1. x'"), text));
    folder.write("backlog/b.md", topic("title = 'Next'", ""));
    let page = folder.run("agenda --on 2026-09-01").fine();
    let (mut headings, mut depth) = (Vec::new(), 0);
    for event in pulldown_cmark::Parser::new(&page) {
        use pulldown_cmark::{Event, Tag, TagEnd};
        match event {
            Event::Start(Tag::BlockQuote(_)) => depth += 1,
            Event::End(TagEnd::BlockQuote(_)) => depth -= 1,
            Event::Start(Tag::Heading { .. }) if depth == 0 => headings.push(String::new()),
            Event::Html(_) | Event::InlineHtml(_) => panic!("{page}"),
            Event::Text(it) if depth == 0 => {
                headings.last_mut().expect("a heading is first").push_str(&it);
            }
            _ => {}
        }
    }
    assert_eq!(headings.len(), 4, "{page}");
    assert!(headings[2].starts_with("1. # a | <b>b</b> [c](d) *e*"), "{headings:?}");
    assert!(headings[3].starts_with("2. Next"), "{headings:?}");
    assert!(!page.contains('\u{1b}'), "{page}");
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_there() {
    let folder = met(CIRCLE);
    let page = folder.run("agenda --on 2026-09-12").fine();
    folder.write("backlog/bad.md", "+++\ntitel = \"Bees\"\n+++\n");
    folder.write("decisions/bad.md", "no record");
    folder.write("meetings/2026-09-01.toml", "format = 1\n[circle");
    let ran = folder.run("agenda --on 2026-09-12");
    assert_eq!((ran.code, ran.stdout), (Some(2), page));
    for said in [
        "error: meetings/2026-09-01.toml:2:",
        "error: decisions/bad.md:1: a record begins",
        "error: backlog/bad.md:2:1: unknown key `titel`\nhint: did you mean `title`?\n",
    ] {
        assert!(ran.stderr.contains(said), "{said}\n\n{}", ran.stderr);
    }
}

#[test]
fn a_day_that_is_none_is_refused() {
    for typed in ["soon", "2026-02-30", "2026-9-1", "+2026-09-01"] {
        let ran = garden(CIRCLE).run(&format!("agenda --on {typed}"));
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
        assert!(ran.stderr.starts_with(&format!("error: `{typed}` is no date\n")), "{ran:?}");
    }
}

#[test]
fn nothing_is_written_and_a_running_meeting_is_no_hindrance() {
    let folder = met(CIRCLE);
    let before = folder.files();
    let _lock = rounds::Lock::take(&rounds::Folder::at(folder.root())).unwrap();
    folder.run("agenda --on 2026-09-12").fine();
    assert_eq!(folder.files(), before);
}

#[test]
fn where_the_circle_stands_says_when_it_meets_next_and_offers_the_agenda() {
    let folder = garden(CIRCLE);
    assert!(folder.run("").fine().contains("\n  rounds agenda    prints the agenda"));
    folder.write("circle.toml", CIRCLE.replace("until = 2026", "until = 2099"));
    let said = folder.run("").fine();
    assert!(!said.contains("rounds agenda") && !said.contains("next meeting is"), "{said}");
    let script = "/at 2020-09-05T19:00+02:00\nall\nok\nok\nok\nok\n2098-09-19 19:30\nclose\nok\n";
    folder.run_with("meet --steps admin --script -", script).fine();
    let said = folder.run("").fine();
    assert!(said.contains("\n  The next meeting is on 19 September 2098, 19:30.\n"), "{said}");
    let said = folder.run("--lang de").fine();
    assert!(said.contains("\n  Die nächste Sitzung ist am 19. September 2098, 19:30 Uhr.\n"));
    // A file that cannot be read is named, and the others are listed.
    fs::remove_dir_all(folder.root().join("decisions")).unwrap_or_default();
    folder.write("decisions", "a file");
    let ran = folder.run("");
    assert_eq!(ran.code, Some(0));
    assert!(ran.stdout.contains("decisions: cannot be read"), "{}", ran.stdout);
}
