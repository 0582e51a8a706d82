//! Writes the first `circle.toml` of a circle, with remarks in its language.
//!
//! From then on the file is its owners', and is never written as a whole again.

use crate::circle::RoleKind;
use crate::lang::{Lang, Phrase, Words, say};
use crate::toml_file::{Word, quoted};

/// What is asked before a circle's first file is written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sheet {
    /// What the circle is called.
    pub name: String,
    /// What the circle is for; may be empty.
    pub aim: String,
    /// In what the circle decides; may be empty.
    pub domain: String,
    /// The language of minutes and records, and of the remarks.
    pub language: Lang,
    /// The names of the members, in the order of their seats.
    pub members: Vec<String>,
    /// The roles: the name, the kind if it is one of the four, and who holds it.
    pub roles: Vec<(String, Option<RoleKind>, Option<String>)>,
}

/// Writes a `circle.toml` with the default rules and a remark on each key.
///
/// Names are written as they are given: whoever asks for them checks them.
pub(crate) fn sheet(sheet: &Sheet) -> String {
    let words = Words::of(sheet.language);
    let mut page = TemplateWriter { words: &words, out: String::new() };
    page.remark(&say!("sheet-top"));
    page.line("");
    page.pair("name", &quoted(&sheet.name));
    page.remark(&say!("sheet-aim"));
    page.pair("aim", &quoted(&sheet.aim));
    page.remark(&say!("sheet-domain"));
    page.pair("domain", &quoted(&sheet.domain));
    page.remark(&say!("sheet-language"));
    page.pair("language", &quoted(sheet.language.tag()));
    page.line("");
    page.remark(&say!("sheet-meeting"));
    page.line("[meeting]");
    page.line("# minutes = 90");
    page.line("# every = \"2 weeks\"");
    page.rules();
    page.line("");
    page.remark(&say!("sheet-member"));
    for name in &sheet.members {
        page.line("[[member]]");
        page.pair("name", &quoted(name));
        page.line("");
    }
    page.remark(&say!("sheet-role"));
    for (name, kind, holder) in &sheet.roles {
        page.line("[[role]]");
        page.role(name, *kind, holder.as_deref());
        page.line("");
    }
    page.out.truncate(page.out.trim_end().len());
    page.out + "\n"
}

struct TemplateWriter<'w> {
    words: &'w Words,
    out: String,
}

impl TemplateWriter<'_> {
    fn line(&mut self, line: &str) {
        self.out += line;
        self.out.push('\n');
    }

    fn remark(&mut self, remark: &Phrase) {
        for line in self.words.say(remark).lines() {
            self.line(format!("# {line}").trim_end());
        }
    }

    fn pair(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {value}"));
    }

    fn rules(&mut self) {
        self.line("");
        self.remark(&say!("sheet-rules"));
        self.line("[rules]");
        for (remark, line) in [
            (say!("sheet-consent"), r#"consent = "round""#),
            (say!("sheet-steps"), r#"steps = "full""#),
            (say!("sheet-term"), r#"term = "1 year""#),
            (say!("sheet-quorum"), r#"quorum = "none""#),
            (say!("sheet-attribution"), r#"attribution = "none""#),
            (say!("sheet-order"), r#"order = "rotate""#),
            (say!("sheet-apart"), "apart = []"),
        ] {
            self.remark(&remark);
            self.line(line);
        }
    }

    fn role(&mut self, name: &str, kind: Option<RoleKind>, holder: Option<&str>) {
        self.pair("name", &quoted(name));
        if let Some(kind) = kind {
            self.pair("kind", &quoted(kind.word()));
            let purpose = self.words.say(&purpose(kind));
            self.pair("purpose", &quoted(&purpose));
        }
        if let Some(holder) = holder {
            self.pair("holder", &quoted(holder));
        }
    }
}

fn purpose(kind: RoleKind) -> Phrase {
    match kind {
        RoleKind::Leader => say!("purpose-leader"),
        RoleKind::Delegate => say!("purpose-delegate"),
        RoleKind::Facilitator => say!("purpose-facilitator"),
        RoleKind::Secretary => say!("purpose-secretary"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circle::{Circle, Rules};
    use crate::lang::LANGUAGES;

    fn asked(language: Lang) -> Sheet {
        let role = |name: &str, kind, holder: Option<&str>| {
            (name.to_owned(), kind, holder.map(str::to_owned))
        };
        Sheet {
            name: "Garden \"7\"".to_owned(),
            aim: "Grow food\nand meet.".to_owned(),
            domain: String::new(),
            language,
            members: ["Ana", "O'Neill", "陈伟"].map(str::to_owned).to_vec(),
            roles: vec![
                role("Leader", Some(RoleKind::Leader), Some("Ana")),
                role("Delegate", Some(RoleKind::Delegate), None),
                role("Facilitator", Some(RoleKind::Facilitator), Some("陈伟")),
                role("Secretary", Some(RoleKind::Secretary), None),
                role("Compost", None, Some("Ana")),
            ],
        }
    }

    #[test]
    fn a_sheet_is_read_as_what_was_asked_in_every_language() {
        for language in LANGUAGES {
            let asked = asked(language);
            let circle = Circle::read(&sheet(&asked)).unwrap();
            assert_eq!((&circle.name, &circle.aim), (&asked.name, &asked.aim));
            assert_eq!(circle.language.as_deref(), Some(language.tag()));
            assert_eq!(circle.names(), asked.members);
            assert_eq!(circle.rules, Rules::default());
            let roles: Vec<_> =
                circle.roles.into_iter().map(|it| (it.name, it.kind, it.holder)).collect();
            assert_eq!(roles, asked.roles);
        }
    }

    #[test]
    fn the_lines_that_are_remarks_can_be_used() {
        for language in LANGUAGES {
            let text = sheet(&asked(language));
            let text = text.replace("# minutes", "minutes").replace("# every", "every");
            let circle = Circle::read(&text).unwrap();
            assert!(circle.plan.minutes.is_some() && circle.plan.every.is_some());
        }
    }

    #[test]
    fn a_sheet_fits_the_screen() {
        for language in LANGUAGES {
            let text = sheet(&asked(language));
            let long = text.lines().find(|it| it.chars().count() > 100);
            assert_eq!(long, None);
            assert!(!text.contains("sheet-") && !text.contains("purpose-"), "{text}");
        }
    }
}
