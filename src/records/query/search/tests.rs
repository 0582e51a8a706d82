//! Tests of searching the log.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::records::{Decision, FrontMatter};

fn decision(title: &str, date: &str, text: &str) -> Decision {
    Decision::read_text(&format!(
        "+++\nid = \"{date}-x\"\nkind = \"decision\"\ntitle = \"{title}\"\ncircle = \"G\"\n\
         date = {date}\nreview = 2030-01-01\nmeasures = [\"complaints\"]\n+++\n\n{text}\n"
    ))
    .unwrap()
}

fn search(typed: &str) -> Search {
    let synonyms = Synonyms::read("noise = [\"loud\", \"quiet\"]\n").unwrap();
    Search::new(&typed.split('+').map(str::to_owned).collect::<Vec<_>>(), &synonyms)
}

fn found(typed: &str, it: &Decision) -> Option<Match> {
    let exact = search(typed).find(Record::Decision(it));
    assert!(exact.is_none() || search(typed).may_be_in(&it.to_text()), "{typed}");
    exact.or_else(|| search(typed).forgiving().find(Record::Decision(it)))
}

#[track_caller]
fn check(typed: &str, it: &Decision, expected: bool) {
    assert_eq!(found(typed, it).is_some(), expected, "{typed}");
}

#[test]
fn case_accents_and_one_typing_error_are_ignored() {
    let it = decision("Ruhezeiten für Ärzte", "2026-09-05", "Keine Geräte nach acht, 静音时间.\n");
    for typed in ["arzte", "RUHEZEITEN", "gerate", "Gerte", "ruhzeitn", "acht", "时间", "zeiten"]
    {
        check(typed, &it, true);
    }
    for typed in ["nch", "acth", "gzeiten", "hunde", "ruhzeten x"] {
        check(typed, &it, typed == "acth");
    }
}

#[test]
fn each_word_must_be_found() {
    let it = decision("Quiet hours", "2026-09-05", "No power tools.");
    check("hours+tools", &it, true);
    check("hours tools", &it, true);
    check("hours+hens", &it, false);
    check("complaints+power", &it, true);
}

#[test]
fn escaped_text_is_found() {
    let mut it = decision("A", "2026-09-05", "b");
    it.measures = vec!["who\nstayed \"late\"".to_owned()];
    check("stayed", &it, true);
    // Without decoding the escape the word is `nstayed`, which has two typing errors.
    check("stayd", &it, true);
    check("late", &it, true);
}

#[test]
fn the_best_match_comes_first_then_the_newest() {
    let all = [
        decision("Hours", "2026-01-01", "x"),
        decision("Hoursheet", "2026-01-02", "x"),
        decision("Other", "2026-01-03", "so many hours"),
        decision("Other", "2026-01-04", "so many hours"),
        decision("Hoyrs", "2026-01-05", "x"),
    ];
    let mut ranked: Vec<_> =
        all.iter().map(|it| (found("hours", it).unwrap().rank(), it)).collect();
    ranked.sort_by(|one, other| one.0.cmp(&other.0));
    let dates: Vec<String> = ranked.iter().map(|(_, it)| it.date.to_string()[8..].into()).collect();
    assert_eq!(dates, ["01", "05", "02", "04", "03"]);
}

#[test]
fn a_synonym_comes_last() {
    let (loud, quiet) = (decision("Loud", "2026-01-02", "x"), decision("Quiet", "2026-01-01", "x"));
    let rank = |it| found("quiet", it).unwrap().rank();
    assert!(rank(&quiet) < rank(&loud));
    check("noise", &loud, true);
    check("loud+quiet", &loud, true);
}

#[test]
fn the_line_is_shown_with_the_words_in_brackets() {
    let it = decision("Quiet", "2026-09-05", "First line.\nNo power tools, no Tols at all.");
    let line = |typed| found(typed, &it).unwrap().line;
    assert_eq!(line("quiet"), None);
    assert_eq!(line("tools").as_deref(), Some("No power [tools], no Tols at all."));
    assert_eq!(line("toolz").as_deref(), Some("No power [tools], no Tols at all."));
    assert_eq!(line("comp").as_deref(), Some("[complaints]"));
    let long = format!("{}needle{}", "静音 时间 ".repeat(40), " und so weiter".repeat(20));
    let it = decision("Quiet", "2026-09-05", &long);
    let line = found("needle", &it).unwrap().line.unwrap();
    assert!(
        line.starts_with("… ") && line.ends_with(" …") && line.contains(" [needle] "),
        "{line}"
    );
    assert!(line.chars().count() < 150, "{line}");
}

#[test]
fn similar_words_are_suggested_for_an_unknown_word() {
    let all = [decision("Compost bins", "2026-09-05", "Nobody burns anything.")];
    let near = |typed| search(typed).near(all.iter().map(Record::Decision));
    assert_eq!(near("cmpst"), ["compost"]);
    assert_eq!(near("bins"), Vec::<String>::new());
    assert_eq!(near("xyzzyx"), Vec::<String>::new());
}

#[test]
fn typing_errors_are_tolerated_only_by_a_forgiving_search() {
    let it = decision("Half beds", "2026-09-05", "Who sees to the water.");
    for typed in ["bees", "watr"] {
        assert_eq!(search(typed).find(Record::Decision(&it)), None);
        assert!(search(typed).forgiving().find(Record::Decision(&it)).is_some());
    }
}

#[test]
fn a_text_without_one_of_the_words_is_ruled_out() {
    let it = decision("Compost", "2026-09-05", "Nobody burns anything.").to_text();
    assert!(!search("hens").may_be_in(&it));
    assert!(!search("compost+hens").may_be_in(&it));
    assert!(search("compost+burns").may_be_in(&it));
    assert!(search("COMPOST").may_be_in(&it));
    assert!(search("hens").forgiving().may_be_in(&it));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Searches for parts of the text.
    #[test]
    fn a_record_in_which_words_are_found_may_have_them(
        words in prop::collection::vec("[a-eAB1é静\u{301}]{1,12}", 1..4),
        between in "[ ,.-]{1,3}",
        typed in prop::collection::vec((any::<Index>(), any::<Index>(), any::<bool>()), 1..3),
        synonym in "[abc]{2,4}",
    ) {
        let typed = typed.iter().map(|(which, index, upper)| {
            let letters: Vec<char> = which.get::<String>(&words).chars().collect();
            let part: String = letters[index.index(letters.len())..].iter().collect();
            if *upper { part.to_uppercase() } else { part }
        });
        let synonyms = Synonyms::read(&format!("{synonym} = [\"ba\", \"cab\"]\n"));
        let search = Search::new(&typed.collect::<Vec<_>>(), &synonyms.unwrap_or_default());
        let it = decision("T", "2026-09-05", &words.join(&between));
        let is_found = search.find(Record::Decision(&it)).is_some();
        prop_assert!(!is_found || search.may_be_in(&it.to_text()), "{}", it.to_text());
    }
}
