//! Tests that the wider circle is offered to take in who links a circle right below.

use crate::folder::Folder;

const CIRCLE: &str = include_str!("../refused/circle.toml");
const OPEN: &str = "/at 2026-09-05T19:00+02:00\nall\nok\nok\n";

fn compost(leader: &str, delegate: &str) -> String {
    let members = ["Ana", "Zoe", "Yan"].map(|it| format!("[[member]]\nname = \"{it}\"\n"));
    let role = |name: &str, kind: &str, holder: &str| {
        format!("[[role]]\nname = \"{name}\"\nkind = \"{kind}\"\nholder = \"{holder}\"\n")
    };
    let roles = [role("Leader", "leader", leader), role("Delegate", "delegate", delegate)];
    format!("name = \"Compost\"\nrules.steps = []\n{}{}", members.concat(), roles.concat())
}

fn garden() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", CIRCLE);
    folder.write("compost/circle.toml", compost("Ana", "Zoe"));
    folder
}

#[test]
fn the_agenda_offers_the_link_until_it_is_there() {
    let folder = garden();
    let offered = || folder.run("agenda --on 2026-09-01").fine();
    let expected = "Link with Compost\n\ndecide · its leader or delegate is no member here\n\n- This \
                    changes the circle:\n  - Zoe joins the circle, from Compost.\n";
    assert!(offered().contains(expected), "{}", offered());
    assert!(folder.run("check").stdout.contains("is no member of `Garden`"));
    let decide = "decide Link with Compost\nok\nok\nok\nok\nok\nok\nclose\nok\n";
    let script = format!("{OPEN}{decide}");
    folder.run_with("meet --script -", &script).fine();
    let circle = folder.read("circle.toml");
    let member = "[[member]]\nname = \"Zoe\"\nsince = 2026-09-05\nfrom = \"Compost\"\n";
    assert!(circle.contains(member), "{circle}");
    assert!(!offered().contains("Compost"), "{}", offered());
    folder.run("check").fine();
    folder.run("replay").fine();
    // Zoe has said yes where she was elected, and is not asked again.
    assert!(!folder.run("due --on 2026-09-06").stdout.contains("Zoe"));
    assert!(folder.run_with("meet --script -", &script).fine().contains("recorded already"));
    // Another delegate takes her place.
    folder.write("compost/circle.toml", compost("Ana", "Yan"));
    let expected = "  - Yan joins the circle, from Compost.\n  - Zoe leaves the circle.\n";
    assert!(offered().contains(expected), "{}", offered());
    let later = script.replace("09-05", "09-19").replace("all\n", "all but Zoe\n");
    folder.run_with("meet --script -", &later).fine();
    let circle = folder.read("circle.toml");
    assert!(
        circle.contains("name = \"Yan\"\nsince = 2026-09-19\nfrom = \"Compost\"\n"),
        "{circle}"
    );
    assert!(circle.contains("from = \"Compost\"\nended = 2026-09-19\n"), "{circle}");
}

#[test]
fn a_topic_of_that_title_is_offered_in_its_place() {
    let folder = garden();
    let postpone = "decide Link with Compost\n/postpone\nclose\nok\n";
    folder.run_with("meet --script -", &format!("{OPEN}{postpone}")).fine();
    let agenda = folder.run("agenda --on 2026-09-06").fine();
    assert_eq!(agenda.matches("Link with Compost").count(), 1, "{agenda}");
}

#[test]
fn a_circle_without_a_wider_one_is_told_what_to_tell() {
    let folder = Folder::empty();
    folder.write("circle.toml", compost("Ana", "Zoe"));
    let appoint = "decide Delegate\nappoint Yan as Delegate\nok\nok\nok\nok\nok\nclose\nok\n";
    let said = folder.run_with("meet --script -", &format!("{OPEN}{appoint}")).fine();
    let said: Vec<&str> = said.split_whitespace().collect();
    let said = said.join(" ");
    assert!(said.contains("Yan links Compost to it now (Delegate)"), "{said}");
    let below = garden();
    let said = below.run_with(
        "meet --circle compost --script -",
        &format!("{OPEN}{}", "decide Delegate\nappoint Yan as Delegate\n/postpone\nclose\nok\n"),
    );
    assert!(!said.stdout.contains("links Compost"), "{}", said.stdout);
}
