//! Tests `rounds news`: what is new in the circles of a tree, as a page to send round.

use crate::folder::Folder;

fn tree() -> Folder {
    let folder = Folder::empty();
    let garden = "name = \"Garden\"\nmember = [{ name = \"Ana\", since = 2026-08-31 }, { name = \
                  \"Ben\" }, { name = \"Farid_\", since = 2026-09-01 }, { name = \"Emil\", ended = \
                  2026-09-30 }, { name = \"Dana\", ended = 2026-10-01 }]\n";
    folder.write("circle.toml", garden);
    let hens =
        "name = \"Hens\"\nlanguage = \"de\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]\n";
    folder.write("teams/hens/circle.toml", hens);
    let quiet = "name = \"Quiet\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]\n";
    folder.write("quiet/circle.toml", quiet);
    let decision = |place: &str, id: &str, title: &str, more: &str| {
        let record = format!(
            "+++\nid = \"{id}\"\nkind = \"decision\"\ntitle = \"{title}\"\ncircle = \"G\"\ndate = \
             {}\nreview = 2027-09-30\n{more}+++\n\nNone after *eight*.\n",
            &id[..10]
        );
        folder.write(&format!("{place}decisions/{id}.md"), record);
    };
    decision("", "2026-08-31-early", "Early", "");
    decision("", "2026-09-01-tools", "Tools", "");
    decision("", "2026-09-30-chen", "Talk with Chen", "about = [\"Chen\"]\n");
    decision("", "2026-10-01-late", "Late", "");
    for (id, accepted) in [("2026-09-05-keys", "true"), ("2026-09-06-door", "false")] {
        let record = format!(
            "+++\nid = \"{id}\"\nkind = \"election\"\nrole = \"{}\"\nelected = \"Ana\"\naccepted = \
             {accepted}\ncircle = \"Hens\"\ndate = {}\nuntil = 2027-09-05\n+++\n",
            &id[11..],
            &id[..10]
        );
        folder.write(&format!("teams/hens/elections/{id}.md"), record);
    }
    folder
}

#[test]
fn what_is_new_is_a_page_without_decisions_about_somebody() {
    let folder = tree();
    let expected = "\
# What is new, 1 September 2026 to 30 September 2026

## Garden

### Decided

- Tools (1 September 2026): None after \\*eight\\*.

### Joined

- Farid\\_ (1 September 2026)

### Left

- Emil (30 September 2026)

## Hens

### Elected

- keys: Ana, 5 September 2026 to 5 September 2027
- door: Ana, elected on 6 September 2026, has not accepted yet
";
    assert_eq!(folder.run("news --since 2026-09-01 --on 2026-09-30").fine(), expected);
    let whole = "news --since 2026-09-01 --on 2026-09-30 --circle teams/hens --whole";
    assert_eq!(folder.run(whole).fine(), expected);
    let hens = folder.run("news --since 2026-09-01 --on 2026-09-30 --circle teams/hens").fine();
    assert!(hens.contains("# Neues") && !hens.contains("Garden"), "{hens}");
}

#[test]
fn what_changes_a_circle_is_said_unless_the_text_says_it() {
    let folder = tree();
    let decided = |text: &str| {
        let record = format!(
            "+++\nid = \"2026-09-20-rules\"\nkind = \"decision\"\ntitle = \"Rules\"\ncircle = \
             \"Hens\"\ndate = 2026-09-20\nreview = 2027-09-20\neffects = [\"rule quorum 2/3\", \"leave \
             Ben\"]\n+++\n\n{text}\n"
        );
        folder.write("teams/hens/decisions/2026-09-20-rules.md", record);
        let news = folder.run("news --since 2026-09-20 --on 2026-09-20").fine();
        news.split_once("### Decided\n\n").expect("something is").1.to_owned()
    };
    let changes = "  - The rule “quorum” is 2/3.\n  - Ben leaves the circle.\n";
    let expected = format!("- Rules (20 September 2026): Ben goes.\n{changes}");
    assert_eq!(decided("Ben goes."), expected);
    // Also in the language of the circle.
    for text in [
        "The rule “quorum” is 2/3. Ben leaves the circle.",
        "Die Regel „quorum“ ist 2/3. Ben verlässt den Kreis.",
    ] {
        assert_eq!(decided(text), format!("- Rules (20 September 2026): {text}\n"));
    }
}

#[test]
fn without_news_the_page_says_so_and_a_day_is_asked_for() {
    let folder = tree();
    let said = folder.run("news --since 2030-01-01 --on 2030-02-01").fine();
    assert_eq!(said, "# What is new, 1 January 2030 to 1 February 2030\n\nNothing is new.\n");
    assert_eq!(folder.run("news").code, Some(2));
    let ran = folder.run("news --since 2026-09-05 --on 2026-09-04");
    assert!(ran.stderr.contains("4 September 2026 before 5 September 2026"), "{ran:?}");
    folder.write("bad/circle.toml", "nonsense");
    let ran = folder.run("news --since 2026-09-01");
    assert_eq!(ran.code, Some(2));
    assert!(ran.stdout.contains("## Hens") && ran.stderr.contains("1 circle cannot be read"));
}
