//! Tests `rounds circles`: the tree of circles and their links.

use crate::folder::{Folder, Ran, symlink};

fn circle(name: &str, members: [&str; 2], leader: &str, delegate: &str) -> String {
    let [one, two] = members;
    format!(
        "name = \"{name}\"\naim = \"Grow food and a place to meet for everyone in the street.\"\n\
         member = [{{ name = \"{one}\" }}, {{ name = \"{two}\" }}]\nrole = [{{ name = \"L\", kind = \
         \"leader\", holder = \"{leader}\" }}, {{ name = \"D\", kind = \"delegate\", holder = \
         \"{delegate}\" }}]\n"
    )
}

fn tree() -> Folder {
    let folder = Folder::empty();
    folder.write("circle.toml", circle("Garden", ["Ana", "Ben"], "Ana", "Ben"));
    folder.write("compost/circle.toml", circle("Compost", ["Ana", "Ben"], "Ana", "Ben"));
    folder.write("compost/worms/circle.toml", circle("Worms", ["Ana", "ben"], "Ana", "ben"));
    folder
}

#[test]
fn circles_are_a_tree_and_a_name_in_another_case_is_another_name() {
    let folder = tree();
    let expected = "\
Circles                                                                3 circles
  Garden     2 members  leader Ana  delegate Ben  Grow food and a place to mee…
    Compost  2 members  leader Ana  delegate Ben  Grow food and a place to mee…
      Worms  2 members  leader Ana  delegate ben  Grow food and a place to mee…
  error: compost/worms/circle.toml: the delegate `ben` is no member of `Compost`
  hint: did you mean `Ben`?
";
    let ran = folder.run("circles");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""));
    assert_eq!(ran.stdout, expected);
    // From a circle below, the same tree is listed from its top.
    let mut below = folder.rounds("circles --plain --lang de");
    let ran = Ran::of(&below.current_dir(folder.root().join("compost/worms")).output().unwrap());
    let aim = "Grow food and a place to meet for everyone in the street.";
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(lines[1], format!("Garden, 2 Mitglieder, Leitung Ana, delegiert Ben, {aim}"));
    assert_eq!(
        lines[3],
        format!("Worms, in Compost, 2 Mitglieder, Leitung Ana, delegiert ben, {aim}")
    );
    let mut narrow = folder.rounds("circles");
    let said = Ran::of(&narrow.env("COLUMNS", "40").output().unwrap()).stdout;
    assert!(said.lines().all(|it| it.chars().count() <= 40), "{said}");
}

#[test]
fn a_tree_that_is_linked_well_is_fine_and_programs_read_it() {
    let folder = tree();
    folder.write("compost/worms/circle.toml", circle("Worms", ["Ana", "Ben"], "Ben", "Ana"));
    let json: serde_json::Value =
        serde_json::from_str(&folder.run("circles --json").fine()).expect("it is JSON");
    let json = &json["circles"];
    assert_eq!((&json[2]["name"], &json[2]["depth"]), (&"Worms".into(), &2.into()));
    assert_eq!((&json[2]["leader"], &json[2]["members"][1]), (&"Ben".into(), &"Ben".into()));
}

#[test]
fn links_are_not_followed_and_what_cannot_be_read_stops_nothing() {
    let folder = tree();
    let root = folder.root();
    let link = |to: &str, name: &str| symlink(to, root.join(name)).unwrap();
    link("..", "compost/up");
    link("nowhere", "lost");
    link("self", "self");
    folder.write("bad/circle.toml", "nonsense");
    std::fs::create_dir(root.join("loop")).unwrap();
    link("circle.toml", "loop/circle.toml");
    let ran = folder.run("circles");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stdout.contains(
        "Circles                                                                5 circles"
    ));
    assert_eq!(ran.stdout.matches("cannot be read").count(), 2, "{}", ran.stdout);
    let link = "error: compost/up: this link leads to a circle, and is not followed\n";
    assert!(ran.stderr.contains(link), "{}", ran.stderr);
    assert!(ran.stderr.ends_with("2 circles cannot be read.\n"), "{}", ran.stderr);
}
