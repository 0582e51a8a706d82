//! Tests what the commands say of decisions that come back, that end by themselves, and that are done
//! once.

use serde_json::Value;

use crate::folder::Folder;
use crate::story::play;

fn met() -> Folder {
    play("how-long").folder
}

/// Returns the titles in the first column behind the date of `rounds log`.
fn titles(log: &str) -> Vec<String> {
    let rows = log.lines().filter_map(|it| it.split_once("March 2026, ")?.1.split_once(','));
    rows.map(|(title, _)| title.to_owned()).collect()
}

#[test]
fn in_force_is_asked_as_of_the_day() {
    let folder = met();
    let check = |on: &str, expected: &[&str]| {
        for option in ["", " --in-force"] {
            let log = folder.run(&format!("log --plain --on {on}{option}")).fine();
            assert_eq!(titles(&log), expected, "{on}{option}: {log}");
        }
    };
    let all = ["Quiet hours", "Drinks", "Ban", "Address"];
    check("2026-04-11", &all);
    check("2026-04-12", &["Quiet hours", "Ban", "Address"]);
    check("2026-09-12", &["Quiet hours", "Ban", "Address"]);
    check("2026-09-13", &["Quiet hours", "Address"]);
    let log = folder.run("log --all --plain --on 2026-09-13").fine();
    for line in [
        "Washing machine, once: done and over",
        "Quiet hours, review due since 11 September 2026",
        "Drinks, ended by itself on 11 April 2026",
        "Ban, ended by itself on 12 September 2026",
        "Address, in force, review on 18 March 2027",
    ] {
        assert!(log.contains(line), "{line}: {log}");
    }
    let log = folder.run("log --plain --on 2026-04-01").fine();
    assert!(log.contains("Drinks, in force, ends by itself after 11 April 2026"), "{log}");
    let log = folder.run("log --all --lang de --on 2026-09-13").fine();
    for line in ["einmalig", "galt bis 11. April 2026", "Überprüfung 18. März 2027"] {
        assert!(log.contains(line), "{line}: {log}");
    }
    // A search finds what is over, too.
    assert!(folder.run("log washing --on 2026-09-13").fine().contains("once: done and over"));
}

#[test]
fn what_ends_by_itself_is_due_and_offered_until_its_last_day() {
    let folder = met();
    let due = |on: &str| folder.run(&format!("due --plain --on {on}")).stdout;
    assert!(due("2026-04-11").contains("11 April 2026, last day, Drinks"), "{}", due("2026-04-11"));
    assert!(!due("2026-04-10").contains("Drinks") && !due("2026-04-12").contains("Drinks"));
    let due = folder.run("due --within P6M --json --on 2026-04-12").stdout;
    let due: Value = serde_json::from_str(&due).unwrap();
    let due = due["due"].as_array().unwrap().iter();
    let due: Vec<String> = due.map(|it| format!("{} {}", it["what"], it["title"])).collect();
    let quoted = |it: [&str; 2]| format!("\"{}\" \"{}\"", it[0], it[1]);
    let expected = [["postponed", "Keys"], ["review", "Quiet hours"], ["expires", "Ban"]];
    assert_eq!(due, expected.map(quoted));
    let page = folder.run("agenda --on 2026-04-11").fine();
    for line in [
        "### 1. Drinks\n\ndecide · last day 11 April 2026\n",
        "- In force, ends by itself after 11 April 2026\n",
        "- In force, ends by itself after 24 December 2026\n",
    ] {
        assert!(page.contains(line), "{line}: {page}");
    }
    assert!(!folder.run("agenda --on 2026-04-12").fine().contains("Drinks"));
}

#[test]
fn the_agenda_leaves_out_what_ends_before_the_meeting() {
    let folder = met();
    let circle = folder.read("circle.toml").replace("essential", "admin");
    folder.write("circle.toml", circle);
    let script = "/at 2026-04-01T20:00+02:00\nok\nAna\n-\n60\nok\nok\n2026-04-20\nclose\nclose\n";
    folder.write("next.txt", script);
    folder.run("meet --script next.txt").fine();
    let page = folder.run("agenda --on 2026-04-02").fine();
    assert!(page.contains("20 April 2026") && !page.contains("Drinks"), "{page}");
}

#[test]
fn every_export_says_which_of_the_five() {
    let folder = met();
    let calendar = folder.run("export ics --on 2026-04-01").fine();
    for (uid, day, title) in [
        ("quiet-hours-review", "20260911", "Review: Quiet hours"),
        ("address-review", "20270318", "Review: Address"),
        ("drinks-expires", "20260411", "Last day: Drinks"),
        ("ban-expires", "20260912", "Last day: Ban"),
    ] {
        let (_, event) = calendar.split_once(&format!("UID:2026-03-11-{uid}@")).unwrap();
        let (event, _) = event.split_once("END:VEVENT").unwrap();
        assert!(event.contains(&format!("DATE:{day}")) && event.contains(title), "{event}");
    }
    assert!(!calendar.contains("Washing"), "{calendar}");
    assert!(!folder.run("export ics --on 2026-04-12").fine().contains("Drinks"));
    let table = folder.run("export csv decisions --on 2026-09-13").fine();
    assert!(table.starts_with("id,title,status,gone_by,circle,date,review,term,responsible,"));
    assert!(table.lines().next().unwrap().contains(",text,until,lasts,expires,once,"));
    for (title, status, end) in [
        ("Quiet hours", "under-review", ",,,,"),
        ("Address", "in-force", ",2027-03-18,,,"),
        ("Drinks", "expired", ",,1 month,2026-04-11,"),
        ("Ban", "expired", ",,,2026-09-12,"),
        ("Washing machine", "once", ",,,,true"),
    ] {
        let mut rows = table.lines();
        let row = rows.find(|it| it.contains(&format!(",{title},{status},"))).expect(title);
        // Four columns stand behind: `with`, `asides`, `about` and `effects`.
        assert!(row.ends_with(&format!("{end},,,,")), "{row}");
    }
    assert!(folder.run("export csv topics").fine().contains(",,,2026-12-24,"));
    let all: Value = serde_json::from_str(&folder.run("export json").fine()).unwrap();
    let decisions = all["decisions"].as_array().unwrap();
    let keys = |title: &str| -> Vec<String> {
        let it = decisions.iter().find(|it| it["title"] == title).unwrap().as_object().unwrap();
        let keys = ["term", "until", "lasts", "expires", "once", "review"];
        keys.iter().filter_map(|key| Some(format!("{key}={}", it.get(*key)?))).collect()
    };
    assert_eq!(keys("Quiet hours"), ["term=\"6 months\"", "review=\"2026-09-11\""]);
    assert_eq!(keys("Address"), ["until=\"2027-03-18\"", "review=\"2027-03-18\""]);
    assert_eq!(keys("Drinks"), ["lasts=\"1 month\"", "expires=\"2026-04-11\""]);
    assert_eq!(keys("Ban"), ["expires=\"2026-09-12\""]);
    assert_eq!(keys("Washing machine"), ["once=true"]);
    assert_eq!(all["topics"][0]["expires"], "2026-12-24");
    let page = folder.run("export md --on 2026-09-13").fine();
    assert!(page.contains("Address") && !page.contains("Ban") && !page.contains("Washing"));
}

#[test]
fn one_record_says_which_of_the_five_and_what_each_version_was() {
    let folder = met();
    for (title, line) in [
        ("quiet", "In force for 6 months, review on 11 September 2026"),
        ("address", "In force until its review on 18 March 2027"),
        ("drinks", "In force for 1 month, ends by itself after 11 April 2026"),
        ("ban", "In force, ends by itself after 12 September 2026"),
        ("washing", "Once: done and over"),
    ] {
        let shown = folder.run(&format!("show {title}")).fine();
        assert!(shown.contains(line), "{shown}");
    }
    let washing: Value = serde_json::from_str(&folder.run("show washing --json").fine()).unwrap();
    assert_eq!((&washing["status"], &washing["review"]), (&"once".into(), &Value::Null));
    let versions = washing["versions"].as_array().unwrap();
    let said = [("once", true.into()), ("until", "2026-12-01".into()), ("once", true.into())];
    for (version, (key, value)) in versions.iter().zip::<[(_, Value); 3]>(said) {
        assert_eq!(version[key], value, "{versions:?}");
    }
    assert_eq!(folder.run("check").code, Some(0));
    assert_eq!(folder.run("replay").code, Some(0));
}

#[test]
fn a_record_that_says_another_way_is_found() {
    for (file, from, to) in [
        ("ban", "expires = 2026-09-12", "until = 2026-09-12\nreview = 2026-09-12"),
        ("washing-machine", "once = true", "term = \"1 year\"\nreview = 2027-03-11"),
        ("drinks", "expires = 2026-04-11", "expires = 2026-05-11"),
    ] {
        let folder = met();
        let path = format!("decisions/2026-03-11-{file}.md");
        folder.write(&path, folder.read(&path).replace(from, to));
        assert_eq!(folder.run("replay").code, Some(1), "{file}");
    }
}

#[test]
fn the_minutes_say_it_in_german() {
    let folder = met();
    let circle = folder.read("circle.toml").replace("\"en\"", "\"de\"");
    let german = Folder::empty();
    german.write("circle.toml", circle);
    german.write("script.txt", folder.read("script.txt"));
    german.run("meet --script script.txt").fine();
    let minutes = german.read("meetings/2026-03-11.md");
    for line in [
        "- Gilt 6 Monate, Überprüfung am 11. September 2026",
        "- Gilt bis zur Überprüfung am 18. März 2027",
        "- Gilt 1 Monat, endet von selbst nach dem 11. April 2026",
        "- Gilt, endet von selbst nach dem 12. September 2026",
        "- Einmalig, dann erledigt",
    ] {
        assert!(minutes.contains(line), "{line}: {minutes}");
    }
}

/// Holds a second meeting with these lines and returns a file that it wrote.
fn second(day: &str, lines: &str, file: &str) -> String {
    let folder = met();
    let script = format!("/at {day}T20:00+02:00\nok\nAna\n-\n{lines}\nclose\nclose\n");
    folder.write("second.txt", script);
    folder.run("meet --script second.txt").fine();
    folder.read(file)
}

#[test]
fn nothing_starts_from_what_is_over() {
    let decide = |title: &str| format!("decide {title}\ntext Another.\nok\ncall\nok");
    let ban = |day: &str| second(day, &decide("Ban"), &format!("decisions/{day}-ban.md"));
    let replaces = "replaces = [\"2026-03-11-ban\"]";
    assert!(ban("2026-09-12").contains(replaces));
    let over = ban("2026-09-13");
    assert!(!over.contains(replaces), "{over}");
    // The old end is not taken over, neither while it is in force.
    assert!(ban("2026-09-12").contains("term = \"1 year\"\nreview = 2027-09-12"));
    let file = "decisions/2026-04-01-washing-machine.md";
    let again = second("2026-04-01", &decide("Washing machine"), file);
    assert!(!again.contains("replaces"), "{again}");
    for (line, day) in [("ends Ban", "2026-09-13"), ("replaces Washing machine", "2026-04-01")] {
        let folder = met();
        let opening = format!("/at {day}T20:00+02:00\nok\nAna\n-\ndecide Else\n");
        folder.write("second.txt", format!("{opening}{line}\n"));
        let ran = folder.run("meet --script second.txt");
        assert_eq!(ran.code, Some(2));
        assert!(ran.stderr.contains("second.txt:6: no decision in force"), "{}", ran.stderr);
    }
}

#[test]
fn a_topic_keeps_how_long_its_draft_would_stand() {
    let lines = "decide Keys\nok\ncall\nok";
    let decided = second("2026-04-11", lines, "decisions/2026-04-11-keys.md");
    assert!(decided.contains("\nexpires = 2026-12-24\n"), "{decided}");
}

#[test]
fn decisions_from_before_are_added_in_each_way() {
    let folder = Folder::empty();
    folder.write("circle.toml", met().read("circle.toml"));
    let add = |title: &str, options: &str| {
        folder.run(&format!("log add --title {title} --date 2026-01-31 {options}"))
    };
    for (title, options, keys) in [
        ("a", "--term P1M", "term = \"1 month\"\nreview = 2026-02-28"),
        ("b", "--review 2026-02-28", "term = \"1 month\"\nreview = 2026-02-28"),
        ("c", "--until 2027-03-18", "until = 2027-03-18\nreview = 2027-03-18"),
        ("d", "--lasts P1M", "lasts = \"1 month\"\nexpires = 2026-02-28"),
        ("e", "--expires 2027-03-18", "expires = 2027-03-18"),
        ("f", "--once", "once = true"),
        ("g", "--term P1M --review 2026-03-01", "term = \"1 month\"\nreview = 2026-03-01"),
    ] {
        add(title, options).fine();
        let text = folder.read(&format!("decisions/2026-01-31-{title}.md"));
        assert!(text.contains(&format!("date = 2026-01-31\n{keys}\nconsent")), "{text}");
    }
    assert_eq!(folder.run("check").code, Some(0));
    for (options, said) in [
        ("--once --term P1M", "`once` contradicts how long the decision stands"),
        ("--lasts P1M --expires 2027-03-18", "`expires` contradicts"),
        ("--once --review 2027-03-18", "`review` contradicts"),
        ("--until 2027-03-18 --review 2027-03-19", "`review` contradicts"),
        ("--expires 2026-01-30", "`expires` comes before `date`"),
        ("--once --role Keys", "cannot be used with"),
        ("", "--review"),
    ] {
        let ran = add("z", options);
        assert!(ran.code == Some(2) && ran.stderr.contains(said), "{options}: {}", ran.stderr);
    }
    let elected = "log add --role Keys --elected Ana --date 2026-01-31 --until 2026-07-31";
    folder.run(elected).fine();
    assert!(folder.read("elections/2026-01-31-keys.md").contains("until = 2026-07-31"));
}
