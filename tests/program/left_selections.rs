//! Tests selections that are postponed and go on in a later meeting.

use std::fs;
use std::path::Path;

use crate::cases;
use crate::folder::Folder;

const CIRCLE: &str = "name = \"Garden\"\n\n[rules]\nsteps = [\"agenda\", \"qualify\"]\norder = \"seats\"\n\
                      attribution = \"all\"\n\n[[member]]\nname = \"Ana\"\n[[member]]\nname = \"Ben\"\n\
                      [[member]]\nname = \"Chen\"\n";

const TOPIC: &str = "backlog/keys.md";

/// The first meeting: a new role, two qualifications, and everyone names somebody.
const FIRST: &str = "/at 2026-09-05T19:00+02:00\nall\nok\nok\nselect Keys 20 min by Ben\nok\nok\nok\n\
                     Opens and closes.\n6 months\nsince 2026-12-01\nok\ncalm\nhere often\nok\nok\nok\n\
                     Ben: lives near\nAna, Ben: tidy\nBen: I have time\n/postpone 2026-09-19\nclose\nok\n";

/// The second one has it on its agenda.
const LIST: &str = "/at 2026-09-19T19:00+02:00\nall\nok\nok\n1\nok\nok\n";

/// It begins it.
const BEGIN: &str = "/at 2026-09-19T19:00+02:00\nall\nok\nok\n1\nok\nok\nok\n";

/// What is left of the second one once everyone has to name somebody: Ben is elected.
const ELECT: &str =
    "ok\nBen: near\nBen: near\nBen: near\nBen: he is near\nok\nok\nok\nok\nclose\nok\n";

/// A role of this name that somebody writes into the circle's file meanwhile.
const ROLE: &str = "\n[[role]]\nname = \"Keys\"\npurpose = \"Keeps the keys.\"\nterm = \"1 year\"\nholder = \"Ana\"\n";

/// The topic after the first meeting.
const LEFT: &str = "+++\ntitle = \"Keys\"\nkind = \"select\"\nby = \"Ben\"\nminutes = 20\n\
                    since = 2026-09-05\npostponed = 2026-09-19\npurpose = \"Opens and closes.\"\n\
                    term = \"6 months\"\nbegins = 2026-12-01\n\
                    qualifications = [\"calm\", \"here often\"]\nmeeting = \"2026-09-05\"\n+++\n";

fn garden(circle: &str) -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", circle);
    folder
}

/// The folder after the first meeting.
fn postponed() -> Folder {
    let folder = garden(CIRCLE);
    play(&folder, FIRST);
    folder
}

#[track_caller]
fn play(folder: &Folder, script: &str) -> String {
    folder.run_with("meet --script -", script).fine()
}

/// What the second meeting shows until it is paused after these lines.
#[track_caller]
fn shown(folder: &Folder, lines: &str) -> String {
    let script = format!("{BEGIN}{lines}/pause\n");
    folder.run_with("meet --dry-run --script -", &script).fine()
}

#[test]
fn the_topic_keeps_what_is_known_of_the_role() {
    let folder = postponed();
    assert_eq!(folder.read(TOPIC), LEFT);
    let agenda = folder.run("agenda --on 2026-09-19").fine();
    let item = "### 1. Keys\n\nselect · brought by Ben · 20 min · postponed to 19 September 2026\n\n\
                > Opens and closes.\n\n- Given for 6 months\n- From 1 December 2026\n- Asked for:\n  - calm\n  \
                - here often\n\n";
    assert!(agenda.contains(item), "{agenda}");
    folder.write("circle.toml", CIRCLE.replacen("\n\n", "\nlanguage = \"de\"\n\n", 1));
    let german = folder.run("agenda --on 2026-09-19").fine();
    let item = "- Amtszeit: 6 Monate\n- Ab 1. Dezember 2026\n- Was die Rolle braucht:\n  - calm\n";
    assert!(german.contains(item), "{german}");
    let json: serde_json::Value =
        serde_json::from_str(&folder.run("backlog --json").fine()).expect("it is JSON");
    let json = &json["topics"];
    assert_eq!(json[0]["qualifications"], serde_json::json!(["calm", "here often"]));
    assert_eq!(json[0]["begins"], "2026-12-01");
    let csv = folder.run("export csv topics").fine();
    assert!(csv.contains(",Opens and closes.,2026-12-01,\"calm; here often\""), "{csv}");
}

#[test]
fn the_next_meeting_goes_on_with_it() {
    let folder = postponed();
    let said = shown(&folder, "ok\nok\nok\n");
    for part in [
        "  It was on the table on 5 September 2026.\n  purpose        Opens and closes.\n",
        "  proposed term  6 months\n  begins on      1 December 2026\n",
        "  1  calm\n  2  here often\n",
        "  On 5 September 2026 these were named. Now everyone names somebody anew.\n  \
         Ben  lives near (Ana)\n       tidy (Ben)\n       I have time (Chen)\n  Ana  tidy (Ben)\n",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    play(&folder, &format!("{BEGIN}ok\nremove 1\ntidy\nok\nok\n{ELECT}"));
    let record = folder.read("elections/2026-09-19-keys.md");
    for part in [
        "elected = \"Ben\"\n",
        "since = 2026-12-01\nuntil = 2027-06-01\nterm = \"6 months\"\n",
        "qualifications = [\"here often\", \"tidy\"]\n",
        "Opens and closes.\n",
    ] {
        assert!(record.contains(part), "{part}: {record}");
    }
    assert!(!record.contains("lives near"), "{record}");
    assert!(!folder.root().join(TOPIC).exists());
    let circle = folder.read("circle.toml");
    assert!(circle.contains("purpose = \"Opens and closes.\"\nterm = \"6 months\"\n"), "{circle}");
    folder.run("check").fine();
    // The facts carry the words: neither the topic nor the first journal is needed any more.
    fs::remove_file(folder.root().join("meetings/2026-09-05.toml")).unwrap();
    assert_eq!(folder.run("replay meetings/2026-09-19.toml").code, Some(0));
}

#[test]
fn a_citizens_list_confirms_the_names_a_week_later() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/citizens-list");
    let folder = cases::before(&case);
    for seat in ["premier", "deuxième", "troisième"] {
        let topic = folder.read(&format!("backlog/{seat}-siège.md"));
        let kept = "postponed = 2020-06-11\npurpose = \"Porte la liste au second tour.\"\n\
                    term = \"1 month\"\nmeeting = \"2020-06-04\"\n";
        assert!(topic.contains(kept), "{topic}");
    }
    assert!(!folder.read("circle.toml").contains("[[role]]"));
    let said = folder.run("meet --script script.txt").fine();
    let seats: Vec<&str> = said.split("Everyone writes a name for").collect();
    assert_eq!(seats.len(), 4, "{said}");
    let named = "On 4 June 2020 these were named.";
    assert!(seats[1].contains(named) && !seats[2].contains(named) && !seats[3].contains(named));
    let withdraws = "je peux me retirer, il y a peut-être un conflit d'intérêts (Étienne)";
    assert!(seats[1].contains(withdraws), "{said}");
    for (seat, who) in [("premier", "Étienne"), ("deuxième", "Mireille"), ("troisième", "Gilles")]
    {
        let record = folder.read(&format!("elections/2020-06-11-{seat}-siège.md"));
        for part in [
            &format!("elected = \"{who}\"\n"),
            "until = 2020-07-11\nterm = \"1 month\"\n",
            "version = 1\nconsent = \"round\"\n",
            "comme le 4 juin",
        ] {
            assert!(record.contains(part), "{part}: {record}");
        }
        assert!(!record.contains("électeurs"), "{record}");
        assert!(!folder.root().join(format!("backlog/{seat}-siège.md")).exists());
    }
}

#[test]
fn both_meetings_are_recorded_once() {
    let folder = postponed();
    let second = format!("{BEGIN}ok\ntidy\nok\nok\n{ELECT}");
    play(&folder, &second);
    let once = folder.files();
    for script in [FIRST, &second] {
        let again = play(&folder, script);
        assert!(again.starts_with("This meeting is recorded already: "), "{again}");
    }
    assert_eq!(folder.files(), once);
}

#[test]
fn a_second_postponement_brings_the_topic_up_to_date() {
    let folder = postponed();
    let lines = "term 3 months\nok\nremove 2\ntidy\nok\nok\n/postpone 2026-10-03\nclose\nok\n";
    let second = format!("{BEGIN}{lines}");
    play(&folder, &second);
    let topic = LEFT
        .replace("2026-09-19", "2026-10-03")
        .replace("6 months", "3 months")
        .replace("here often", "tidy")
        .replace("meeting = \"2026-09-05\"", "meeting = \"2026-09-19\"");
    assert_eq!(folder.read(TOPIC), topic);
    let again = play(&folder, &second);
    assert!(again.starts_with("This meeting is recorded already: "), "{again}");
    // Nobody was named in the second meeting; the reasons of the first one are still shown.
    let third = BEGIN.replace("09-19", "10-03");
    let said = folder.run_with("meet --dry-run --script -", &format!("{third}ok\nok\nok\n")).fine();
    assert!(said.contains("It was on the table on 19 September 2026."), "{said}");
    assert!(said.contains("On 5 September 2026 these were named."), "{said}");
}

#[test]
fn what_was_not_said_again_stays_as_it_was() {
    for (lines, change) in [
        // It is put off before it is begun, or before the role was gone through.
        ("postpone Keys 2026-10-03\n", ("", "")),
        ("ok\n/postpone 2026-10-03\n", ("\"2026-09-05\"", "\"2026-09-19\"")),
    ] {
        let folder = postponed();
        play(&folder, &format!("{LIST}{lines}close\nok\n"));
        let topic = LEFT.replace("postponed = 2026-09-19", "postponed = 2026-10-03");
        assert_eq!(folder.read(TOPIC), topic.replace(change.0, change.1), "{lines}");
    }
    let folder = postponed();
    play(&folder, &format!("{BEGIN}term 3 months\n/postpone 2026-10-03\nclose\nok\n"));
    assert!(folder.read(TOPIC).contains("begins = 2026-12-01\nqual"), "{}", folder.read(TOPIC));
    assert!(folder.read(TOPIC).contains("term = \"3 months\""), "{}", folder.read(TOPIC));
}

#[test]
fn nobody_who_named_somebody_is_told_unless_the_rules_name_everyone() {
    let folder = garden(&CIRCLE.replace("\"all\"", "\"none\""));
    play(&folder, FIRST);
    let none = "  Ben  lives near\n       tidy\n       I have time\n  Ana  tidy\n";
    assert!(shown(&folder, "ok\nok\nok\n").contains(none));
    // What was said without names stays so.
    folder.write("circle.toml", CIRCLE);
    assert!(shown(&folder, "ok\nok\nok\n").contains(none));
    let folder = postponed();
    folder.write("circle.toml", CIRCLE.replace("\"all\"", "\"objections\""));
    assert!(shown(&folder, "ok\nok\nok\n").contains(none));
}

#[test]
fn people_are_named_as_they_are_called_now() {
    let folder = postponed();
    let renamed = "name = \"Benno\"\nformerly = [\"Ben\"]\n";
    folder.write("circle.toml", CIRCLE.replace("name = \"Ben\"\n", renamed));
    let said = shown(&folder, "ok\nok\nok\n");
    assert!(said.contains("  Benno  lives near (Ana)\n         tidy (Benno)\n"), "{said}");
}

#[test]
fn without_the_journal_the_selection_goes_on_and_nothing_wrong_is_said() {
    let journal = "meetings/2026-09-05.toml";
    for broken in [false, true] {
        let folder = postponed();
        let text = folder.read(journal);
        fs::remove_file(folder.root().join(journal)).unwrap();
        if broken {
            folder.write(journal, text.replacen("what = \"sought\"", "what = \"sighted\"", 1));
        }
        let script = format!("{BEGIN}ok\nok\nok\n/pause\n");
        let ran = folder.run_with("meet --dry-run --script -", &script);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(ran.stdout.contains("1  calm\n") && !ran.stdout.contains("named."), "{ran:?}");
    }
    // A journal of another circle, or with another role, has nothing to say.
    let folder = postponed();
    folder.write(journal, folder.read(journal).replace("\"Keys\"", "\"Chest\""));
    assert!(!shown(&folder, "ok\nok\nok\n").contains("these were named"));
}

#[test]
fn a_topic_that_was_edited_is_refused_or_taken_as_it_is() {
    let folder = postponed();
    for (before, after, refused) in [
        ("\"6 months\"", "\"soon\"", "term"),
        ("[\"calm\", \"here often\"]", "[1]", "qualifications"),
        ("2026-12-01", "\"soon\"", "begins"),
        ("\"Opens and closes.\"", "\" \"", "purpose"),
    ] {
        folder.write(TOPIC, LEFT.replacen(before, after, 1));
        let ran = folder.run("check");
        assert_eq!(ran.code, Some(1), "{after}: {ran:?}");
        assert!(ran.stdout.contains("backlog/keys.md") && ran.stdout.contains(refused), "{ran:?}");
    }
    folder.write(TOPIC, LEFT.replacen("\"calm\"", "\"\"", 1));
    let said = shown(&folder, "ok\nok\n");
    assert!(said.contains("  1  here often\n") && !said.contains("  2  "), "{said}");
    // Without the keys, and without the meeting, it begins as before.
    for topic in [
        "+++\ntitle = \"Keys\"\nkind = \"select\"\nmeeting = \"2026-09-05\"\n+++\n".to_owned(),
        LEFT.replace("meeting = \"2026-09-05\"\n", ""),
    ] {
        folder.write(TOPIC, topic);
        let said = shown(&folder, "Keeps the keys.\n3 months\nok\n");
        assert!(said.contains("purpose        Keeps the keys.\n"), "{said}");
        assert!(!said.contains("calm"), "{said}");
    }
}

#[test]
fn a_role_that_has_come_or_gone_meanwhile_goes_on() {
    let folder = postponed();
    folder.write("circle.toml", format!("{CIRCLE}{ROLE}"));
    let said = shown(&folder, "ok\nok\n");
    assert!(said.contains("purpose        Keeps the keys.\n"), "{said}");
    assert!(said.contains("held by        Ana\n  proposed term  6 months\n"), "{said}");
    folder.write("circle.toml", format!("{CIRCLE}{ROLE}ended = 2026-09-10\n"));
    assert!(shown(&folder, "ok\nok\n").contains("purpose        Opens and closes.\n"));
    // What the circle's file says does not take the place of what was said before it is shown.
    folder.write("circle.toml", format!("{CIRCLE}{ROLE}"));
    play(&folder, &format!("{BEGIN}/postpone\nclose\nok\n"));
    assert_eq!(folder.read(TOPIC), LEFT.replace("\"2026-09-05\"", "\"2026-09-19\""));
}

#[test]
fn words_that_nobody_said_are_not_lost() {
    let folder = postponed();
    folder.write(TOPIC, LEFT.replacen("\"calm\"", "\"has a bicycle\"", 1));
    play(&folder, &format!("{LIST}postpone Keys 2026-10-03\nclose\nok\n"));
    assert!(folder.read(TOPIC).contains("has a bicycle"));
    // Once it is shown it is in the journal, so that the topic can go.
    play(&folder, &format!("{}ok\nok\nok\n{ELECT}", BEGIN.replace("09-19", "10-03")));
    assert!(!folder.root().join(TOPIC).exists());
    assert!(folder.read("elections/2026-10-03-keys.md").contains("has a bicycle"));
}

#[test]
fn a_topic_with_words_that_nobody_said_stays() {
    for (before, after) in
        [("\"calm\"", "\"has a bicycle\""), ("\"Opens and closes.\"", "\"Locks.\"")]
    {
        let folder = postponed();
        folder.write(TOPIC, LEFT.replacen(before, after, 1));
        let script = format!("{BEGIN}/drop\nok\nclose\nok\n");
        let ran = folder.run_with("meet --script -", &script);
        assert!(folder.read(TOPIC).contains(after) && ran.stderr.contains(TOPIC), "{ran:?}");
    }
    // Nor is it replaced by what the circle's file says.
    let folder = postponed();
    folder.write("circle.toml", format!("{CIRCLE}{ROLE}"));
    let edited = LEFT.replacen("Opens and closes.", "Locks.", 1);
    folder.write(TOPIC, &edited);
    let script = format!("{BEGIN}ok\nok\nok\n/postpone\nclose\nok\n");
    let ran = folder.run_with("meet --script -", &script);
    assert!(ran.stderr.contains("error: backlog/keys.md: "), "{ran:?}");
    assert_eq!(folder.read(TOPIC), edited);
}

#[test]
fn what_was_said_before_the_role_was_shown_is_kept_too() {
    let folder = garden(CIRCLE);
    let (begin, _) = FIRST.split_once("6 months").unwrap();
    play(&folder, &format!("{begin}/postpone 2026-09-19\nclose\nok\n"));
    let topic = folder.read(TOPIC);
    assert!(topic.contains("purpose = \"Opens and closes.\"\nmeeting"), "{topic}");
    let said = shown(&folder, "");
    assert!(said.contains("proposed term  1 year\n"), "{said}");
}

#[test]
fn a_proposal_of_the_same_title_does_not_start_from_the_role() {
    let folder = postponed();
    let lines = "decide Keys\nok\nok\nok\ntext We buy a lock.\nok\n";
    let script = format!("{}{lines}/pause\n", LIST.replace("1\nok\nok\n", ""));
    let said = folder.run_with("meet --dry-run --script -", &script).fine();
    assert!(said.contains("in force 1 year") && !said.contains("6 months"), "{said}");
}

#[test]
fn a_draft_of_the_same_title_gets_nothing_of_the_role() {
    let folder = garden(CIRCLE);
    let draft =
        "+++\ntitle = \"Keys\"\nkind = \"decide\"\nsince = 2026-08-22\nlasts = \"3 months\"\n";
    folder.write(TOPIC, format!("{draft}+++\n\nWe buy a lock.\n"));
    play(&folder, FIRST);
    let topic = folder.read(TOPIC);
    assert!(!topic.contains("purpose") && !topic.contains("calm"), "{topic}");
    assert!(topic.contains("lasts = \"3 months\"\n"), "{topic}");
}

#[test]
fn it_can_be_dropped_and_given_to_another_circle() {
    for lines in ["", "ok\nok\n"] {
        let folder = postponed();
        play(&folder, &format!("{BEGIN}{lines}/drop\nok\nclose\nok\n"));
        assert!(!folder.root().join(TOPIC).exists());
    }
    // What a role in the circle's file is for was shown in the first meeting.
    let folder = garden(&format!("{CIRCLE}{ROLE}"));
    play(&folder, &FIRST.replace("Opens and closes.\n6 months\n", ""));
    assert!(folder.read(TOPIC).contains("purpose = \"Keeps the keys.\"\nterm = \"1 year\"\n"));
    play(&folder, &format!("{BEGIN}/drop\nok\nclose\nok\n"));
    assert!(!folder.root().join(TOPIC).exists());
    let folder = postponed();
    folder.write("compost/circle.toml", CIRCLE.replace("Garden", "Compost"));
    // On the day of the second meeting that circle fills a role of this name itself.
    let own = FIRST
        .replace("09-05", "09-19")
        .replace("/postpone 2026-09-19", "Ben: near\nok\nok\nok\nok");
    folder.run_with("meet --circle compost --script -", &own).fine();
    play(&folder, &format!("{BEGIN}ok\nok\n/refer Compost\nclose\nok\n"));
    assert!(!folder.root().join(TOPIC).exists());
    let topic = folder.read("compost/backlog/keys.md");
    assert!(topic.contains("qualifications = [\"calm\", \"here often\"]\n"), "{topic}");
    assert!(topic.contains("meeting = \"2026-09-19\"\n"), "{topic}");
    let script = format!("{}ok\nok\nok\nok\n/pause\n", BEGIN.replace("09-19", "10-03"));
    let ran = folder.run_with("meet --circle compost --dry-run --script -", &script);
    assert!(ran.stdout.contains("2  here often\n"), "{ran:?}");
    assert!(!ran.stdout.contains("these were named"), "{ran:?}");
}

#[test]
fn a_replay_tells_what_it_went_on_from() {
    let folder = postponed();
    play(&folder, &format!("{BEGIN}ok\nok\nok\n{ELECT}"));
    let ran = folder.run_with("replay --step meetings/2026-09-19.toml", &"\n".repeat(40));
    let told = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = "Keys is to be filled, for 6 months, as it was left on 5 September 2026. Asked \
                    for: calm and here often";
    assert!(told.contains(sentence), "{ran:?}");
}
