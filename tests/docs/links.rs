//! Links lead to files and headings, and paths in backticks to files.

use std::path::Path;

use crate::page::{anchor, headings, listed, page, path, ticked};

const PAGES: [&str; 9] = [
    "README.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "docs/architecture.md",
    "docs/contributing.md",
    "docs/files.md",
    "docs/language.md",
    "docs/recipes.md",
    "examples/README.md",
];

#[test]
fn links_lead_somewhere() {
    let mut dead = Vec::new();
    let mut seen = 0;
    for name in PAGES {
        let text = page(name);
        let links = text.split("](").skip(1).filter_map(|it| it.split(')').next());
        for link in links.filter(|it| !it.starts_with("https://")) {
            seen += 1;
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let folder = Path::new(name).parent().expect("a page lies somewhere");
            let target = if file.is_empty() { name.into() } else { folder.join(file) };
            let target = target.display().to_string();
            let is_there = path(&target).exists();
            if !is_there || (!heading.is_empty() && !has(&target, heading)) {
                dead.push(format!("{name}: {link}"));
            }
        }
    }
    assert!(seen > 20, "only {seen} links were found");
    assert_eq!(dead, Vec::<String>::new());
}

fn has(name: &str, heading: &str) -> bool {
    headings(name).iter().any(|it| anchor(it) == heading)
}

#[test]
fn paths_in_backticks_are_there() {
    let mut gone = Vec::new();
    for name in PAGES {
        // Fences have three backticks, which pair.
        for span in page(name).lines().flat_map(ticked) {
            let is_path = ["src/", "tests/", "benches/", "examples/", ".ci/"];
            let is_path = is_path.iter().any(|it| span.starts_with(it));
            if is_path && !span.contains(['*', ' ']) && span.to_lowercase() == span {
                let there = path(&span).exists();
                gone.extend((!there).then(|| format!("{name}: {span}")));
            }
        }
    }
    assert_eq!(gone, Vec::<String>::new());
}

#[test]
fn each_module_is_described() {
    let map = page("src/lib.rs");
    let modules = map.lines().filter_map(|it| it.strip_prefix("mod ")?.split(';').next());
    let modules: Vec<&str> = modules.collect();
    let heading = "## Modules";
    let described = crate::page::rows("docs/architecture.md", heading);
    let described: Vec<String> = described.iter().flat_map(|it| ticked(&it[0])).collect();
    assert_eq!(described, modules, "docs/architecture.md, {heading}");
    assert!(!listed("docs/architecture.md", heading).is_empty());
}
