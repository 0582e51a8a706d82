//! Tests `rounds show`, also where some of the files are missing.

use std::fs;
use std::path::Path;

use crate::folder::{Folder, Ran};

const CIRCLE: &str = include_str!("../refused/circle.toml");

fn example() -> Folder {
    Folder::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/garden"))
}

/// Dana is put forward and two object; then Chen is put forward for a shorter term.
const SELECTED: &str = "\
/at 2026-09-05T19:00+02:00
all
ok
ok
select Keys
opens and closes the shed
1 year
ok
ok
@Ana Dana: is here every day
@Ben Dana: is near
@Chen Ben: is early
@Dana Chen: is near too
Dana: is here every day
@Ana o she has two roles already
@Ben ok
@Chen ok
@Dana o I am away in May
put Chen for 6 months: is near, and has time
ok
@Ana ok
@Ben c the lock is old
@Dana ok
@Chen ok
ok
close
ok
";

#[test]
fn an_election_tells_who_was_put_forward_first_and_what_was_objected() {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE.replace("[rules]", "[rules]\nattribution = \"all\""));
    folder.write("script.txt", SELECTED);
    folder.run("meet --script script.txt").fine();
    let said = folder.run("show keys").fine();
    let way = "\
  Consent was heard in a round, on version 2
  Present  Ana, Ben, Chen, Dana

Version 1
  Put forward: Dana, because: is here every day
  Ana   she has two roles already
        Integrated; this changed: the term and who is put forward
  Dana  I am away in May
        Integrated; this changed: the term and who is put forward

Concerns
  Ben  the lock is old
";
    assert!(said.contains(way), "{said}");
    assert!(said.starts_with("Keys: Chen  "), "{said}");
    let why = "Why Chen: is near, and has time";
    assert_eq!(said.matches("is near, and has time").count(), 1, "{said}");
    assert!(said.contains(why), "{said}");
    assert!(said.contains("\n  From 5 September 2026 to 5 March 2027 (6 months)\n"), "{said}");
    // A proposal of a person has nobody responsible.
    let walked = folder.run("replay --step").fine();
    let put =
        "Version 2 is put to the circle: Chen.\n  For 6 months, until 5 March 2027.\n  then: ";
    assert!(walked.contains(put), "{walked}");
    let german = folder.run("show keys --lang de").fine();
    assert!(german.contains("Fassung 1\n  Vorgeschlagen: Dana, denn: is here every day\n"));
}

#[test]
fn without_its_journal_a_record_still_says_what_it_holds() {
    let folder = example();
    let journal = folder.root().join("meetings/2026-09-05.toml");
    let whole = folder.run("show quiet").fine();
    let of_the_record = [
        "Consent was heard in a round, on version 3",
        "Emil  we cannot know whether anyone is bothered at all",
        "Dana, about version 2 at the time\n    it is a lot to remember",
        "file     decisions/2026-09-05-quiet-hours.md",
    ];
    let first = "No power tools in the garden between 13:00 and 15:00, and none after 20:00.";
    assert!(whole.contains(first), "{whole}");
    // A journal that is broken in the middle is reported with the place.
    let text = folder.read("meetings/2026-09-05.toml");
    folder.write("meetings/2026-09-05.toml", text.replacen("what = \"worded\"", "what = \"", 1));
    let ran = folder.run("show quiet");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stderr.starts_with("error: meetings/2026-09-05.toml:"), "{ran:?}");
    for part in of_the_record {
        assert!(ran.stdout.contains(part), "{part}\n{}", ran.stdout);
    }
    assert!(!ran.stdout.contains(first), "{}", ran.stdout);
    // A record without the journal of its meeting is reported.
    fs::remove_file(&journal).expect("it is there");
    let ran = folder.run("show quiet");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(
        ran.stderr,
        "error: the meeting of this record has no journal: meetings/2026-09-05.toml is not there\n"
    );
    for part in of_the_record {
        assert!(ran.stdout.contains(part), "{part}\n{}", ran.stdout);
    }
}

#[test]
fn what_fits_several_names_them_and_what_fits_none_what_is_near() {
    let folder = example();
    let said = |typed: &str| {
        let ran = folder.run(&format!("show {typed}"));
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{typed}");
        ran.stderr
    };
    assert_eq!(
        said("2026-09"),
        "error: `2026-09` fits several records\n\
         hint: type more of `2026-09-05-quiet-hours` and `2026-09-05-watering-in-august`\n"
    );
    assert_eq!(
        said("comp"),
        "error: `comp` fits several records\n\
         hint: type more of `2026-04-18-compost` and `2026-05-02-rules-for-the-compost`\n"
    );
    assert_eq!(
        said("2026-09-05-quiet-houses"),
        "error: no record is called `2026-09-05-quiet-houses`\n\
         hint: did you mean `2026-09-05-quiet-hours`?\n"
    );
    assert_eq!(
        said("Openn day"),
        "error: no record is called `Openn day`\nhint: did you mean `Open day`?\n"
    );
    assert!(said("xyzzy").ends_with("\nhint: `rounds log --all` lists them\n"));
    // A part of a title is enough if one record that holds matches.
    let told = folder.run("show key of").fine();
    assert!(told.contains("\n  file     decisions/2025-11-29-key-of-the-tool-shed.md\n"), "{told}");
}

#[test]
fn the_name_of_a_file_stays_whole_on_a_narrow_page() {
    let folder = example();
    let mut narrow = folder.rounds("show quiet");
    let said = Ran::of(&narrow.env("COLUMNS", "40").output().expect("it runs")).fine();
    assert!(said.contains("\n    decisions/2026-09-05-quiet-hours.md\n"), "{said}");
    assert!(said.lines().all(|it| it.chars().count() <= 40), "{said}");
}
