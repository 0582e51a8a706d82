//! Tests `rounds site`: what is on the pages, what is left out, and which folder is touched.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::folder::{self, Files, Folder, symlink};

fn example(path: &str) -> Folder {
    Folder::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
}

fn garden() -> Folder {
    example("examples/garden")
}

/// Writes a site, and returns its files.
#[track_caller]
fn site(folder: &Folder, options: &str) -> Files {
    let out = folder.config().join("site");
    let args = format!("site {} --on 2026-09-10 {options}", out.display());
    folder.run(&args).fine();
    folder::files(&out)
}

/// Returns the pages among the files.
fn pages(files: &Files) -> impl Iterator<Item = (&String, &String)> {
    files.iter().filter(|(name, _)| name.split('.').next_back() == Some("html"))
}

const QUIET: &str = "circles/garden/decisions/2026-09-05-quiet-hours.html";

/// What stands before the name of somebody who said something.
const VOICE: &str = "<b lang=\"en\">";

/// Returns the text of a page as it is seen, with one blank wherever there are several.
fn seen(page: &str) -> String {
    let body = page.split_once("<body>").expect("a page has a body").1;
    let mut seen = String::new();
    for part in body.split('<') {
        seen += part.split_once('>').map_or("", |(_, text)| text);
        seen.push(' ');
    }
    let seen = seen.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    seen.replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Asserts that each link leads to a file of the site, to a place on a page, or to a page elsewhere.
#[track_caller]
fn check_links(files: &Files) {
    let mut count = 0;
    for (name, page) in pages(files) {
        for part in page.split("href=\"").skip(1) {
            let href = part.split('"').next().expect("a value ends").replace("&amp;", "&");
            if ["https://", "http://", "mailto:"].iter().any(|it| href.starts_with(it)) {
                continue;
            }
            count += 1;
            let (path, anchor) = href.split_once('#').unwrap_or((&href, ""));
            let mut parts: Vec<&str> = name.split('/').collect();
            if !path.is_empty() {
                parts.pop();
                for step in path.split('/') {
                    if step == ".." {
                        assert!(parts.pop().is_some(), "{name}: {href} leaves the site");
                    } else {
                        parts.push(step);
                    }
                }
            }
            let target = files.get(&parts.join("/"));
            let target = target.unwrap_or_else(|| panic!("{name}: {href} leads nowhere"));
            let is_there = anchor.is_empty() || target.contains(&format!(" id=\"{anchor}\""));
            assert!(is_there, "{name}: {href} leads to no place on the page");
        }
    }
    assert!(count > 50, "{count}");
}

/// The elements that the program writes.
const ELEMENTS: &str = "!DOCTYPE html head meta title link body a header nav main footer section article \
    div span p h1 h2 h3 h4 ul ol li dl dt dd b strong em br time details summary figure figcaption \
    blockquote ins del svg circle path line rect text textPath code pre hr";

/// Asserts that a page has only elements that the program writes, with attributes that do no harm.
#[track_caller]
fn check_elements(name: &str, page: &str) {
    let known: BTreeSet<&str> = ELEMENTS.split_whitespace().collect();
    for part in page.split('<').skip(1) {
        let (tag, _) = part.split_once('>').unwrap_or_else(|| panic!("{name}: <{part} has no end"));
        let element = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default();
        assert!(known.contains(element), "{name}: <{tag}>");
        // Without the values, which are every second part.
        let names: String = tag.split('"').step_by(2).collect();
        assert!(!names.contains(" on") && !names.contains(" style"), "{name}: <{tag}>");
        if let Some((_, href)) = tag.split_once("href=\"") {
            let scheme = href.split(['/', '#', '"', '?']).next().unwrap_or_default();
            let is_fine = !scheme.contains(':')
                || ["http:", "https:"].contains(&scheme)
                || scheme.starts_with("mailto:");
            assert!(is_fine, "{name}: <{tag}>");
        }
    }
}

#[test]
fn the_site_of_the_garden_shows_what_it_keeps() {
    let garden = garden();
    let files = site(&garden, "");
    assert!(files.len() > 50, "{:?}", files.keys());
    check_links(&files);
    for (name, page) in pages(&files) {
        check_elements(name, page);
        assert!(page.contains("name=\"robots\" content=\"noindex"), "{name}");
        assert!(seen(page).contains("As of 10 September 2026."), "{name}");
        assert!(!page.contains(".toml"), "{name} names a journal");
    }
    let start = seen(&files["index.html"]);
    for said in
        ["Grow food and a place to meet", "Facilitator : Ben", "24 August 2026", "hang up the list"]
    {
        assert!(start.contains(&said.replace(" : ", ": ")), "{said}\n{start}");
    }
    let circle = seen(&files["circles/garden/index.html"]);
    for said in ["The shared plot", "4 months left", "A party on 19 September", "not approved yet"]
    {
        assert!(circle.contains(said), "{said}\n{circle}");
    }
    let decision = seen(&files[QUIET]);
    for said in [
        "in force, review on 5 December 2026",
        "No power tools held in the hand in the garden between 13:00 and 15:00 on weekdays",
        "Ben: Saturdays are the only days I can build",
        "Integrated; this changed: the text, the term and what is measured",
        "Dana: it is a lot to remember",
        "15:00 on weekdays and Sundays , and none",
    ] {
        assert!(decision.contains(said), "{said}\n{decision}");
    }
    assert!(files[QUIET].contains(&format!("{VOICE}Ben:</b>")));
    assert!(files[QUIET].contains("<ins title=\"put in\"> on weekdays and Sundays</ins>"));
    let minutes = seen(&files["circles/garden/meetings/2026-09-05.html"]);
    assert!(minutes.contains("glad to sit down") && minutes.contains("Guests: Zoe"), "{minutes}");
    let handbook = seen(&files["handbook.html"]);
    assert!(handbook.contains("Two hives stand at the west fence"), "{handbook}");
    assert!(!handbook.contains("The pipes are emptied"), "{handbook}");
    let people = seen(&files["people.html"]);
    assert!(people.contains("Beekeeper until 8 February 2027"), "{people}");
    let calendar = &files["circles/garden/calendar.ics"];
    assert_eq!(*calendar, garden.run("export ics --on 2026-09-10").fine());
}

#[test]
fn a_site_for_everyone_leaves_out_what_is_for_the_circle() {
    let garden = garden();
    let all = site(&garden, "");
    let files = site(&garden, "--public");
    check_links(&files);
    assert!(all.contains_key("people.html") && !files.contains_key("people.html"));
    let open = "circles/garden/meetings/2026-09-05.html";
    assert!(all.contains_key(open) && !files.contains_key(open), "they are not approved");
    let check_ins: BTreeSet<String> = all
        .iter()
        .filter(|(name, _)| name.contains("/meetings/"))
        .flat_map(|(_, page)| round_texts(page))
        .collect();
    assert!(check_ins.len() > 20, "{check_ins:?}");
    for (name, page) in pages(&files) {
        let seen = seen(page);
        assert!(!page.contains("noindex"), "{name}");
        for secret in ["A party on 19 September", "hang up the list", "Backlog", "To do"] {
            assert!(!seen.contains(secret) || name.contains("/meetings/"), "{name}: {secret}");
        }
        for it in &check_ins {
            assert!(!page.contains(&format!("<li>{it}</li>")), "{name}: {it}");
        }
        assert!(!page.contains(">Check-in<") && !page.contains(">Check-out<"), "{name}");
        assert!(!page.contains(">Topics for later<"), "{name}");
    }
    // The example names objectors, and who holds a role; nobody else beside what was said.
    let decision = seen(&files[QUIET]);
    assert!(decision.contains("Ben: Saturdays are") && !decision.contains("Zoe"), "{decision}");
    assert!(!seen(&files["circles/garden/index.html"]).contains("Chen Dana"));
}

/// Returns what was said at check-in and check-out, as it stands on a page of minutes.
fn round_texts(page: &str) -> Vec<String> {
    let sections = page.split("<h2>").filter(|it| it.starts_with("Check-"));
    let items = sections.flat_map(|it| it.split("<li>").skip(1));
    items.filter_map(|it| Some(it.split_once("</li>")?.0.to_owned())).collect()
}

#[test]
fn nobody_is_named_beside_what_was_said_where_the_rules_say_so() {
    let garden = garden();
    let circle = garden.read("circle.toml");
    garden.write("circle.toml", circle.replace("\"objections\"", "\"none\""));
    for options in ["", "--public"] {
        let files = site(&garden, options);
        for (name, page) in pages(&files) {
            assert!(!page.contains(VOICE), "{name}");
        }
        let seen = seen(&files[QUIET]);
        assert!(seen.contains("Saturdays are the only days I can build"), "{seen}");
        assert!(options.is_empty() || !seen.contains("Ben") && !seen.contains("Emil"), "{seen}");
    }
}

#[test]
fn what_was_decided_about_somebody_is_named_by_its_day_and_is_not_for_everyone() {
    let garden = garden();
    garden.write(
        "decisions/2026-08-22-a-warning.md",
        "+++\nid = \"2026-08-22-a-warning\"\nkind = \"decision\"\ntitle = \"A warning to Ben\"\n\
         circle = \"Garden\"\ndate = 2026-08-22\nreview = 2026-10-22\npresent = [\"Ana\", \"Ben\"]\n\
         about = [\"Ben\"]\nends = [\"2025-10-18-bees\"]\nmeeting = \"2026-08-22\"\n+++\n\nBen gives the key back.\n",
    );
    let minutes = garden.read("meetings/2026-08-22.md");
    let told = "## Decisions\n\n### A warning to Ben\n\n> Ben gives the key back.\n";
    garden.write("meetings/2026-08-22.md", minutes.replacen("## Decisions\n", told, 1));
    let earlier = garden.read("meetings/2026-08-08.md") + "\n- Then: A warning to Ben\n";
    garden.write("meetings/2026-08-08.md", earlier);
    let files = site(&garden, "");
    assert!(seen(&files["index.html"]).contains("a decision of 22 August 2026"));
    for name in ["circles/garden/index.html", "decisions.html", "people.html"] {
        assert!(
            !files[name].contains("A warning") && !files[name].contains("gives the key"),
            "{name}"
        );
    }
    assert!(
        seen(&files["circles/garden/decisions/2026-08-22-a-warning.html"])
            .contains("gives the key")
    );
    assert!(
        !files["index.html"].contains("A warning")
            && !files["handbook.html"].contains("gives the key")
    );
    for (name, page) in pages(&site(&garden, "--public")) {
        assert!(!page.contains("warning") && !page.contains("gives the key"), "{name}");
        assert!(!name.contains("warning"), "{name}");
        assert!(!name.contains("2025-10-18-bees"), "it does not hold any more");
        assert!(!name.contains("2026-08-08.html"), "its minutes name the decision");
        if name.contains("2026-08-22.html") {
            assert!(
                page.contains("<h2>Decisions</h2>") && page.contains("Watering in August"),
                "{page}"
            );
        }
    }
}

/// What would like to be a tag, an attribute, a link or a script.
const HOSTILE: [&str; 6] = [
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "\\\"><svg onload=alert(3)> ' onmouseover='a",
    "</title></style></textarea>--><h1>x <!-- y",
    "[a](javascript:alert(4)) ![b](https://evil.example/c.png) <https://d.example>",
    "javascript:alert(5) data:text/html,x https://e.example/\\\"onfocus=\\\"f vbscript:g",
    "&lt;b&gt; &#60;i&#62; *a* _b_ `c` | d | # e",
];

#[test]
fn hostile_text_becomes_no_tag() {
    let folder = Folder::empty();
    for (number, text) in HOSTILE.iter().enumerate() {
        let at = if number == 0 { String::new() } else { format!("c{number}/") };
        let name: String = text.chars().filter(|it| !",:()/\\\"".contains(*it)).take(30).collect();
        folder.write(
            &format!("{at}circle.toml"),
            format!(
                "name = \"{text}\"\naim = \"{text}\"\ndomain = \"{text}\"\nrules.attribution = \"all\"\n\
                 [[member]]\nname = \"x{name}x\"\n[[member]]\nname = \"Ben\"\n[[role]]\nname = \"r{name}r\"\n\
                 holder = \"x{name}x\"\npurpose = \"{text}\"\nuntil = 2026-10-01\nsince = 2026-01-01\n"
            ),
        );
        folder.write(
            &format!("{at}decisions/2026-01-01-a.md"),
            format!(
                "+++\nid = \"../../2026 <b>\"\nkind = \"decision\"\ntitle = \"{text}\"\ncircle = \"G\"\n\
                 date = 2026-01-01\nreview = 2026-10-01\nmeasures = [\"{text}\"]\nresponsible = [\"Ben\"]\n\
                 objections = [{{ who = \"Ben\", reason = \"{text}\", outcome = [\"{text}\"] }}]\n\
                 concerns = [{{ text = \"{text}\" }}]\n+++\n\n{}\n",
                text.replace("\\\"", "\"")
            ),
        );
        folder.write(
            &format!("{at}elections/2026-01-02-b.md"),
            format!(
                "+++\nid = \"b\"\nkind = \"election\"\nrole = \"{text}\"\nelected = \"{text}\"\n\
                 circle = \"G\"\ndate = 2026-01-02\nuntil = 2026-12-01\nreason = \"{text}\"\n+++\n"
            ),
        );
        folder.write(
            &format!("{at}backlog/c.md"),
            format!("+++\ntitle = \"{text}\"\npostponed = 2026-09-01\n+++\n\n{text}\n"),
        );
    }
    // Minutes that somebody changed by hand are Markdown, with whatever they put there.
    folder.write(
        "plain/circle.toml",
        "name = \"Plain\"\nrules.steps = \"essential\"\nmember = [{ name = \"Ana\" }, { name = \"Ben\" }]\n",
    );
    folder.write("plain/script.txt", "/at 2026-09-05T19:00+02:00\nall\nok\nok\nclose\nok\n");
    folder.run("meet --circle plain --script plain/script.txt").fine();
    let minutes = HOSTILE.join("\n\n").replace("\\\"", "\"");
    let minutes =
        format!("# x\n\n<div onclick=a>\n\n{minutes}\n\n[page](https://f.example/a) <u>b</u>\n");
    folder.write("plain/meetings/2026-09-05.md", minutes);
    for options in ["--deep", "--deep --public"] {
        let files = site(&folder, options);
        assert!(files.len() > 25, "{:?}", files.keys());
        check_links(&files);
        for (name, page) in pages(&files) {
            check_elements(name, page);
            let is_plain = |it: char| it.is_alphanumeric() || "-/.".contains(it);
            assert!(name.chars().all(is_plain), "{name}");
        }
        let minutes = files.get("circles/plain/meetings/2026-09-05.html");
        assert_eq!(minutes.is_some(), options == "--deep");
        if let Some(page) = minutes {
            assert!(page.contains("<a href=\"https://f.example/a\">page</a>"), "{page}");
            assert!(seen(page).contains("<u>b</u>") && !page.contains("evil.example"), "{page}");
        }
        let start = seen(&files["index.html"]);
        assert!(start.contains("<script>alert(1)</script><img src=x onerror=alert(2)>"), "{start}");
    }
}

#[test]
fn a_tree_of_circles_is_mapped_and_linked_in_each_language() {
    let street = example("tests/look/street");
    let files = site(&street, "--deep --lang de");
    check_links(&files);
    let start = &files["index.html"];
    assert!(start.contains("<html lang=\"de\">") && seen(start).contains("Alle Vereinbarungen"));
    let circles = files.keys().filter(|it| it.ends_with("/index.html")).count();
    assert_eq!(circles, 16);
    let list = start.split_once("<ul class=\"circles\">").expect("there is a list").1;
    let list = list.split_once("</details>").expect("it ends").0;
    // Each circle is on the map and in the list, the fourth level only as a disc.
    for name in ["Common kitchen", "陈伟", "حديقة القراءة", "Öffentlichkeit und Energie"]
    {
        assert_eq!(list.matches(&format!(">{name}</a>")).count(), 1, "{name} in the list");
        assert!(start.matches(&format!("<title>{name}</title>")).count() == 1, "{name} on the map");
    }
    assert!(start.contains("class=\"ring d3\"") && !start.contains(">Shopping</textPath>"));
    // Texts are marked with the language of their circle.
    let english = &files["circles/garden/index.html"];
    assert!(english.contains("<h1 lang=\"en\" dir=\"auto\">Garden</h1>"));
    let german = &files["circles/öffentlichkeit-und-energie/index.html"];
    assert!(german.contains("lang=\"de\" dir=\"auto\"><p>Strom vom eigenen Dach"));
    assert!(files["decisions.html"].contains("<a href=\"https://example.org/fund\" rel="));
    let one = site(&street, "");
    assert_eq!(one.keys().filter(|it| it.ends_with("/index.html")).count(), 1);
}

#[test]
fn the_same_files_on_the_same_day_give_the_same_bytes() {
    for options in ["--deep", "--deep --public"] {
        let street = example("tests/look/street");
        let first = site(&street, options);
        assert!(first == site(&street, options), "a second run differs");
        let other = example("tests/look/street");
        assert!(first == site(&other, options), "another folder differs");
    }
}

#[test]
fn only_an_empty_folder_or_one_with_a_site_is_touched() {
    let garden = garden();
    let before = garden.files();
    for out in [".", "meetings", "backlog", "../circle"] {
        let ran = garden.run(&format!("site {out}"));
        assert_eq!(ran.code, Some(2), "{out}");
        assert!(ran.stderr.contains("something else in this folder than a site"), "{}", ran.stderr);
    }
    let ran = garden.run("site circle.toml");
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{}", ran.stderr);
    assert_eq!(garden.files(), before);

    let out = garden.root().join("public/site");
    garden.run("site public/site --on 2026-09-10").fine();
    garden.write("public/site/CNAME", "garden.example");
    garden.write("public/site/.git/HEAD", "ref");
    garden.write("public/site/circles/gone/index.html", "of a circle that is not there any more");
    garden.run("site public/site --on 2026-09-10").fine();
    let kept = folder::files(&out);
    assert_eq!(kept["CNAME"], "garden.example");
    assert_eq!(fs::read_to_string(out.join(".git/HEAD")).expect("it stays"), "ref");
    assert!(!kept.contains_key("circles/gone/index.html"));
    let beside: Vec<_> =
        fs::read_dir(garden.root().join("public")).expect("it is there").flatten().collect();
    assert_eq!(beside.len(), 1, "nothing is left beside it: {beside:?}");

    fs::create_dir(garden.root().join("empty")).expect("a folder can be made");
    symlink("empty", garden.root().join("link")).expect("a link can be made");
    garden.run("site link --on 2026-09-10").fine();
    assert!(
        garden.root().join("empty/index.html").exists() && garden.root().join("link").is_symlink()
    );
    // What is not read stops nothing, and is said.
    garden.write("decisions/2026-01-01-x.md", "+++\nid = 3\n");
    let ran = garden.run("site empty --on 2026-09-10");
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("2026-01-01-x.md") && garden.root().join("empty/index.html").exists()
    );
}

#[test]
fn one_page_to_send_by_mail_needs_no_other_file() {
    let garden = garden();
    let commands = [
        ("minutes --html", "glad to sit down"),
        ("agenda --on 2026-09-10 --html", "A party on 19 September"),
        ("show 2026-09-05-quiet-hours --html", "Saturdays are the only days I can build"),
        ("show 2026-07-11-facilitator --html", "sees who has not spoken"),
    ];
    for (command, said) in commands {
        let page = garden.run(command).fine();
        assert!(page.starts_with("<!DOCTYPE html>") && seen(&page).contains(said), "{page}");
        assert!(!page.contains("href=") && !page.contains("src="), "{command}");
        let (head, rest) = page.split_once("<style>").expect("the style is inside");
        let (style, body) = rest.split_once("</style>").expect("it ends");
        assert!(!style.contains('<') && !style.contains("url("), "{command}");
        check_elements(command, &format!("{head}{body}"));
    }
}

#[test]
fn whom_circles_know_under_several_names_has_one_entry() {
    let folder = example("tests/look/street");
    let text = folder.read("circle.toml");
    let name =
        text.split("name = \"").nth(2).and_then(|it| it.split('"').next()).expect("a member");
    let listed = format!("[[person]]\nname = \"Usual Name\"\nalso = [\"{name}\"]\n");
    folder.write("people.toml", listed);
    let files = site(&folder, "--deep");
    let people = &files["people.html"];
    assert!(people.contains("Usual Name") && people.contains("id=\"p-usual-name\""), "{people}");
    check_links(&files);
}
