//! Writes many decisions without their meetings, both as records and as files of `adrs`.

use std::path::Path;

use chrono::{Days, NaiveDate};
use rounds::{ConsentHeard, Decision, FrontMatter, ObjectionRecord, Term, Validity};

use crate::session::{CIRCLE, REASONS};
use crate::write as write_file;

const SYLLABLES: [&str; 14] =
    ["ka", "lo", "mi", "ter", "den", "sa", "ru", "pol", "ne", "gar", "hou", "ver", "bi", "ton"];

/// The number of different words.
const WORDS: u64 = 3000;

/// One decision in so many has the word `needle` in its text.
const NEEDLE: u32 = 100;

/// Writes so many decisions, and returns a summary.
pub fn write(folder: &Path, count: u32) -> String {
    let mut dice = Dice(1);
    let vocabulary: Vec<String> = (0..WORDS).map(|_| word(&mut dice)).collect();
    let mut words = |count: u64| {
        let words = (0..count).map(|_| vocabulary[dice.below(WORDS)].as_str());
        words.collect::<Vec<_>>().join(" ")
    };
    write_file(&folder.join("circle.toml"), CIRCLE);
    write_file(&folder.join(".adr-dir"), "adr\n");
    let mut before = None;
    for number in 1..=count {
        let title = format!("Topic {number} {}", words(1));
        let mut parts = [words(60), words(60), words(60)];
        if number % NEEDLE == 7 {
            parts[2] += " needle here";
        }
        let replaces = before.filter(|_| number.is_multiple_of(4)).into_iter().collect();
        let it = decision(number, &title, parts.join("\n\n"), replaces);
        write_file(&folder.join(format!("decisions/{}.md", it.id)), &it.to_text());
        write_file(&folder.join(format!("adr/{number:04}-topic.md")), &adr(number, &it, &parts));
        before = Some(it.id);
    }
    format!("{count} decisions")
}

fn decision(number: u32, title: &str, text: String, replaces: Vec<String>) -> Decision {
    let first = NaiveDate::from_ymd_opt(2000, 1, 1).expect("it is a date");
    let date = first + Days::new(u64::from(number) * 2);
    let mut it =
        Decision::earlier(title, "Garden", date, Validity::Term(Term::YEAR).announced(date));
    it.id = format!("{date}-topic-{number}");
    it.text = text;
    it.responsible = vec!["Ana".to_owned()];
    it.measures = vec!["complaints from the neighbours, counted by Ana".to_owned()];
    it.by = Some("Ben".to_owned());
    it.consent = ConsentHeard::Round;
    it.version = Some(2);
    it.present = ["Ana", "Ben", "Chen", "Dana", "Emil"].map(str::to_owned).to_vec();
    it.absent = vec!["Zoë".to_owned()];
    it.objections = vec![ObjectionRecord {
        who: Some("Ben".to_owned()),
        reason: REASONS[0].to_owned(),
        version: Some(1),
        outcome: vec!["text".to_owned()],
    }];
    it.replaces = replaces;
    it
}

/// Formats a decision like the template of `adrs`.
fn adr(number: u32, it: &Decision, [one, two, three]: &[String; 3]) -> String {
    let (title, date, reason) = (&it.title, it.date, REASONS[0]);
    let measure = it.measures.join(", ");
    format!(
        "# {number}. {title}\n\nDate: {date}\n\n## Status\n\nAccepted\n\n## Context\n\n{one}\n\n\
         Ben: {reason}\n\n## Decision\n\n{two}\n\n## Consequences\n\n{three}\n\n{measure}\n"
    )
}

fn word(dice: &mut Dice) -> String {
    (0..=dice.below(4)).map(|_| SYLLABLES[dice.below(14)]).collect()
}

/// Random numbers that are the same in each run (a generator with Knuth's constants for `MMIX`).
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: u64) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % count).expect("the remainder is small")
    }
}
