//! Writes the first `circle.toml` of a circle, with comments in its language.
//!
//! After that the file belongs to the circle and is never written as a whole again.

use crate::circle::RoleKind;
use crate::lang::{Lang, Phrase, Words, say};
use crate::toml_file::{Word, quoted};

/// The answers from which a circle's first file is written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sheet {
    pub name: String,
    /// What tells the circle from others of its name.
    pub id: String,
    /// The time zone, if it is known.
    pub zone: Option<String>,
    /// May be empty.
    pub aim: String,
    /// May be empty.
    pub domain: String,
    /// The language of minutes and records, and of the comments.
    pub language: Lang,
    /// The names of the members, in the order of their seats.
    pub members: Vec<String>,
    /// The roles: the name, the kind if it is one of the four, and the holder.
    pub roles: Vec<(String, Option<RoleKind>, Option<String>)>,
}

/// Writes a `circle.toml` with the default rules and a comment on each key.
///
/// Names are not checked here.
pub(crate) fn sheet(sheet: &Sheet) -> String {
    let words = Words::of(sheet.language);
    let comment = |phrase: &Phrase| -> String {
        words.say(phrase).lines().map(|it| format!("# {it}").trim_end().to_owned() + "\n").collect()
    };
    let pair = |key: &str, value: &str| format!("{key} = {}\n", quoted(value));
    let mut out = schema(env!("CARGO_PKG_REPOSITORY"));
    out += &(comment(&say!("sheet-top")) + "\n" + &pair("name", &sheet.name));
    out += &(comment(&say!("sheet-id")) + &pair("id", &sheet.id));
    for (phrase, key, value) in [
        (say!("sheet-aim"), "aim", sheet.aim.as_str()),
        (say!("sheet-domain"), "domain", &sheet.domain),
        (say!("sheet-language"), "language", sheet.language.tag()),
    ] {
        out += &(comment(&phrase) + &pair(key, value));
    }
    out.push('\n');
    out +=
        &(comment(&say!("sheet-meeting")) + "[meeting]\n# minutes = 90\n# every = \"2 weeks\"\n");
    out += &match &sheet.zone {
        Some(zone) => pair("zone", zone),
        None => "# zone = \"Europe/Berlin\"\n".to_owned(),
    };
    out.push('\n');
    for (phrase, lines) in [
        (say!("sheet-rules"), "[rules]\n"),
        (say!("sheet-consent"), "consent = \"round\"\n"),
        (say!("sheet-steps"), "steps = \"full\"\n"),
        (say!("sheet-term"), "term = \"1 year\"\n"),
        (say!("sheet-quorum"), "quorum = \"none\"\n"),
        (say!("sheet-attribution"), "attribution = \"none\"\n"),
        (say!("sheet-order"), "order = \"rotate\"\n"),
        (say!("sheet-apart"), "apart = []\n"),
    ] {
        out += &(comment(&phrase) + lines);
    }
    out += &("\n".to_owned() + &comment(&say!("sheet-member")));
    for name in &sheet.members {
        out += &format!("[[member]]\n{}\n", pair("name", name));
    }
    out += &comment(&say!("sheet-role"));
    for (name, kind, holder) in &sheet.roles {
        out += &format!("[[role]]\n{}", pair("name", name));
        if let Some(kind) = kind {
            let purpose = words.say(&purpose(*kind));
            out += &(pair("kind", kind.word()) + &pair("purpose", &purpose));
        }
        out += &holder.as_ref().map(|it| pair("holder", it)).unwrap_or_default();
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// Returns the line by which editors find the keys of the file, from the address of the program's
/// repository. A build that knows none has no such line, because an editor could not follow it.
fn schema(repository: &str) -> String {
    if repository.is_empty() {
        return String::new();
    }
    format!(
        "#:schema {}/raw/HEAD/docs/schema/circle.toml.json\n\n",
        repository.trim_end_matches('/')
    )
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
            id: "4f2a8c61d07be935".to_owned(),
            zone: Some("Europe/Berlin".to_owned()),
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
            assert_eq!((circle.id.as_ref(), &circle.plan.zone), (Some(&asked.id), &asked.zone));
            assert_eq!(circle.language.as_deref(), Some(language.tag()));
            assert_eq!(circle.names(), asked.members);
            assert_eq!(circle.rules, Rules::default());
            let roles: Vec<_> =
                circle.roles.into_iter().map(|it| (it.name, it.kind, it.holder)).collect();
            assert_eq!(roles, asked.roles);
        }
    }

    #[test]
    fn a_build_that_knows_its_repository_names_the_schema() {
        assert_eq!(schema(""), "");
        let line = "#:schema https://example.org/rounds/raw/HEAD/docs/schema/circle.toml.json\n\n";
        assert_eq!(schema("https://example.org/rounds/"), line);
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(path.join("docs/schema/circle.toml.json").exists());
    }

    #[test]
    fn commented_lines_can_be_uncommented() {
        for language in LANGUAGES {
            let text = sheet(&Sheet { zone: None, ..asked(language) });
            let text = text
                .replace("# zone", "zone")
                .replace("# minutes", "minutes")
                .replace("# every", "every");
            let circle = Circle::read(&text).unwrap();
            assert!(circle.plan.minutes.is_some() && circle.plan.every.is_some());
            assert_eq!(circle.plan.zone.as_deref(), Some("Europe/Berlin"));
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
