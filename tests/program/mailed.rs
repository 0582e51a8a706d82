//! `rounds minutes --mail`: whom the message is for, and what is in it.

use std::path::Path;

use crate::folder::{Folder, Ran};

const CIRCLE: &str = r#"name = "Größe"
language = "de"
rules.steps = "essential"
member = [
  { name = "Ana", email = "ana@example.org" },
  { name = "Bo", email = "bo@example.org" },
  { name = "Zoë", email = "zoe@example.org" },
  { name = "Dana", email = "dana@example.org" },
  { name = "Emil", email = "emil@example.org" },
  { name = "Fred" },
]
"#;

/// A meeting of Ana, Dana, Fred, and Gus as a guest.
fn met() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    let script = "/at 2026-09-05T19:00+02:00\nAna, Dana, Fred + Gus (guest)\n-\n-\n/note a_b <c>\nclose\nok\n";
    folder.run_with("meet --script -", script).fine();
    folder
}

fn recipients(ran: &Ran) -> String {
    let head = ran.stdout.split("\nDate: ").next().unwrap_or_default();
    let (to, _) = head.split_once("\nSubject: ").unwrap_or_default();
    to.replace("\n ", " ")
}

#[test]
fn it_is_for_the_members_of_that_day_and_who_has_no_address_is_named() {
    let folder = met();
    let before = folder.files();
    let ran = folder.run("minutes --mail");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(
        recipients(&ran),
        "To: Ana <ana@example.org>, Bo <bo@example.org>, =?utf-8?b?Wm/Dqw==?= <zoe@example.org>, \
         Dana <dana@example.org>, Emil <emil@example.org>"
    );
    assert!(ran.stdout.contains("\nSubject: =?utf-8?b?"), "{}", ran.stdout);
    let (head, body) = ran.stdout.split_once("\n\n").unwrap();
    assert!(head.is_ascii(), "{head}");
    assert!(body.starts_with("Größe, Protokoll vom 5. September 2026\n====="), "{body}");
    assert!(body.contains("\n- a_b <c>\n") && !body.contains("+++"), "{body}");
    assert!(ran.stderr.starts_with("Anmerkung: für Fred ist keine Adresse bekannt\n"), "{ran:?}");
    assert_eq!(folder.files(), before);
}

#[test]
fn who_has_left_gets_it_if_they_were_there_and_who_came_later_does_not() {
    let folder = met();
    let circle = folder.read("circle.toml");
    let circle = circle
        .replace("\"Dana\",", "\"Dana\", ended = 2026-09-30,")
        .replace("\"Emil\",", "\"Emil\", ended = 2026-09-30,")
        .replace("\"Ana\",", "\"Ana S\", formerly = [\"Ana\"],")
        .replace(
            "{ name = \"Fred\" }",
            "{ name = \"Fred\" }, { name = \"New\", email = \"new@example.org\" }",
        );
    folder.write("circle.toml", circle);
    let said = recipients(&folder.run("minutes --mail"));
    assert!(said.starts_with("To: \"Ana S\" <ana@example.org>, Bo"), "{said}");
    assert!(said.ends_with(", Dana <dana@example.org>"), "{said}");
}

#[test]
fn the_address_of_the_list_of_people_goes_before_that_of_the_circle() {
    let folder = met();
    folder.write(
        "people.toml",
        "person = [{ name = \"Ana\", email = \"list@example.org\" }, { name = \"Gus\", email = \"gus@example.org\" },\n\
         { name = \"F\", also = [\"Fred\"], email = \"fred@example.org\" }]\n",
    );
    let ran = folder.run("minutes --mail");
    assert!(ran.stderr.is_empty(), "{ran:?}");
    let said = recipients(&ran);
    assert!(said.starts_with("To: Ana <list@example.org>"), "{said}");
    assert!(said.ends_with(", Fred <fred@example.org>") && !said.contains("gus"), "{said}");
}

#[test]
fn an_address_that_cannot_stand_in_it_is_an_error_and_the_others_get_it() {
    let folder = met();
    let wrong = "ben@example.org>, x@example.org <y";
    folder.write("circle.toml", folder.read("circle.toml").replace("bo@example.org", wrong));
    let ran = folder.run("--lang en minutes --mail");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains(&format!("the address `{wrong}` of Bo cannot")), "{ran:?}");
    let said = recipients(&ran);
    assert!(said.contains("ana@example.org") && !said.contains("x@example.org"), "{said}");
}

#[test]
fn no_other_page_has_an_address() {
    let folder = met();
    let out = Path::new("../site");
    for args in ["minutes", "minutes --html", "agenda", "news --since 2026-01-01", "export md"] {
        assert!(!folder.run(args).stdout.contains("example.org"), "{args}");
    }
    folder.run(&format!("site {}", out.display())).fine();
    for (name, text) in crate::folder::files(&folder.root().join(out)) {
        assert!(!text.contains("example.org"), "{name}");
    }
}
