//! Reads a circle from `circle.toml` or from the head of a journal.
//!
//! It never stops at the first problem: whoever corrects a file sees all that is to correct.

use std::collections::HashSet;

use toml::de::DeTable;

use crate::circle::{
    Attribution, Circle, Consent, Member, OptionalStep, Order, Quorum, Role, RoleKind, Rules,
    check_name,
};
use crate::error::Error;
use crate::lang::say;
use crate::text::{fold, forbidden, nearest_hint, same};
use crate::toml_file::reader::{At, Keys, Reader, Section, items};
use crate::toml_file::{conflict, misread};

const CIRCLE: &Keys = &[
    ("name", r#"name = "Garden""#),
    ("aim", r#"aim = "Grow food for everyone in the street.""#),
    ("domain", r#"domain = "The shared plot and its tools.""#),
    ("language", r#"language = "en""#),
    ("meeting", "[meeting]"),
    ("rules", "[rules]"),
    ("member", "[[member]]"),
    ("role", "[[role]]"),
];

const MEETING: &Keys = &[("minutes", "minutes = 90"), ("every", r#"every = "2 weeks""#)];

const RULES: &Keys = &[
    ("consent", r#"consent = "round""#),
    ("steps", r#"steps = ["check-in", "agenda"]"#),
    ("term", r#"term = "1 year""#),
    ("quorum", r#"quorum = "2/3""#),
    ("attribution", r#"attribution = "none""#),
    ("order", r#"order = "rotate""#),
    ("apart", r#"apart = [["Facilitator", "Secretary"]]"#),
];

const MEMBER: &Keys = &[("name", r#"name = "Ana""#), ("since", "since = 2026-03-04")];

const ROLE: &Keys = &[
    ("name", r#"name = "Facilitator""#),
    ("kind", r#"kind = "facilitator""#),
    ("purpose", r#"purpose = "Holds the process so that everyone is heard.""#),
    ("term", r#"term = "6 months""#),
    ("holder", r#"holder = "Ben""#),
    ("outside", "outside = true"),
    ("since", "since = 2026-03-04"),
    ("until", "until = 2026-09-04"),
];

impl Circle {
    /// Reads the text of a `circle.toml`.
    ///
    /// # Errors
    ///
    /// Every problem of the text from top to bottom, each with line, column and a hint.
    pub fn read(text: &str) -> Result<Self, Vec<Error>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (table, errors) = DeTable::parse_recoverable(text);
        if let Some(error) = conflict(text, !errors.is_empty()) {
            return Err(vec![error]);
        }
        if errors.is_empty() && table.get_ref().is_empty() {
            let error = Error::new(say!("error-file-empty")).hint(say!("hint-file-empty"));
            return Err(vec![error.at_offset(text, 0)]);
        }
        let read = read(text, table.get_ref(), 0, errors.is_empty());
        if errors.is_empty() {
            return read;
        }
        Err(merge(text, misread(text, &errors), read.err().unwrap_or_default()))
    }

    /// Reads the `[circle]` table in the head of a journal; `text` is the whole journal.
    ///
    /// # Errors
    ///
    /// Every problem of the table from top to bottom, each with line, column and a hint.
    pub fn from_table(text: &str, table: &DeTable<'_>) -> Result<Self, Vec<Error>> {
        let at = table.keys().map(|it| it.span().start).min().unwrap_or(0);
        read(text, table, at, true)
    }
}

/// Puts together what is wrong with the syntax and with what could be read in spite of it.
fn merge(text: &str, syntax: Vec<Error>, mut problems: Vec<Error>) -> Vec<Error> {
    let broken: Vec<_> = syntax.iter().map(|it| it.place.line).collect();
    // Where a value says more about its line than the syntax does, the value is heard.
    for error in syntax {
        if problems.iter().all(|it| it.place.line != error.place.line) {
            problems.push(error);
        }
    }
    // What stands under a heading that could not be read was taken for part of another table.
    let headings = || text.lines().zip(1..).filter(|(line, _)| line.trim_start().starts_with('['));
    problems.retain(|it| {
        let heading =
            headings().map(|(_, number)| number).take_while(|at| Some(*at) < it.place.line);
        heading.last().is_none_or(|at| !broken.contains(&Some(at)))
    });
    problems.sort_by_key(|it| (it.place.line, it.place.column));
    problems
}

fn read<'t>(
    text: &'t str,
    table: &'t DeTable<'t>,
    at: usize,
    whole: bool,
) -> Result<Circle, Vec<Error>> {
    let mut reader = Reader::new(text, whole);
    let top = reader.section(table, at, CIRCLE);
    let name = reader.name(&top).map_or_else(String::new, |it| it.is);
    let [aim, domain] = ["aim", "domain"].map(|key| optional(&mut reader, &top, key));
    let language = language(&mut reader, &top);
    let meeting = reader.table(&top, "meeting", MEETING);
    let minutes = meeting.as_ref().and_then(|it| reader.number(it, "minutes"));
    let every = meeting.as_ref().and_then(|it| reader.parsed(it, "every"));
    let members = members(&mut reader, &top);
    let seats = roles(&mut reader, &top, members.as_deref());
    let section = reader.table(&top, "rules", RULES);
    let rules = section.map_or_else(Rules::default, |it| {
        rules(&mut reader, &it, &seats, members.as_ref().map(Vec::len))
    });
    let link = [RoleKind::Leader, RoleKind::Delegate]
        .map(|kind| seats.iter().find(|it| it.role.kind == Some(kind)));
    if let [Some(leader), Some(delegate)] = link {
        keep_apart(&mut reader, leader, delegate);
    }
    let problems = reader.problems();
    if !problems.is_empty() || !whole {
        return Err(problems);
    }
    Ok(Circle {
        name,
        aim,
        domain,
        language,
        minutes,
        every,
        rules,
        members: members.unwrap_or_default(),
        roles: seats.into_iter().map(|it| it.role).collect(),
    })
}

fn optional<'t>(reader: &mut Reader<'t>, section: &Section<'t>, key: &'static str) -> String {
    reader.text(section, key).map_or_else(String::new, |it| it.is)
}

fn language<'t>(reader: &mut Reader<'t>, top: &Section<'t>) -> Option<String> {
    let tag = reader.words(top, "language")?;
    if tag.is.parse::<unic_langid::LanguageIdentifier>().is_err() {
        let hint = say!("hint-words", words = "`en`, `de`");
        reader.note(tag.at, say!("error-word", key = "language", word = &tag.is), hint);
    }
    Some(tag.is)
}

/// Reads the members; none where one of them has no name that can be read.
fn members<'t>(reader: &mut Reader<'t>, top: &Section<'t>) -> Option<Vec<Member>> {
    let sections = reader.tables(top, "member", MEMBER)?;
    let mut names = HashSet::new();
    let mut members = Vec::new();
    for section in &sections {
        let name = name(reader, section, &mut names);
        let since = reader.date(section, "since").map(|it| it.is);
        members.extend(name.map(|it| Member { name: it, since }));
    }
    if sections.len() < 2 && !top.has_nearly("member") {
        let at = sections.first().map_or(top.at, |it| it.at);
        reader.note_missing(at, say!("error-members"), say!("hint-members"));
    }
    (members.len() == sections.len()).then_some(members)
}

/// Reads the name of a member or a role, which nobody before may have.
fn name<'t>(
    reader: &mut Reader<'t>,
    section: &Section<'t>,
    before: &mut HashSet<String>,
) -> Option<String> {
    let name = reader.name(section)?;
    check(reader, &name);
    if !before.insert(fold(&name.is)) {
        let error = say!("error-name-twice", name = &name.is);
        reader.note(name.at, error, say!("hint-name-twice"));
    }
    Some(name.is)
}

/// Checks a name; what no text may have is noted already.
fn check(reader: &mut Reader<'_>, name: &At<String>) {
    if let (Err(error), None) = (check_name(&name.is), forbidden(&name.is)) {
        reader.note_error(name.at, error);
    }
}

/// A role, and where its holder stands.
struct Seat {
    role: Role,
    holder_at: usize,
}

fn roles<'t>(reader: &mut Reader<'t>, top: &Section<'t>, members: Option<&[Member]>) -> Vec<Seat> {
    let mut names = HashSet::new();
    let mut seats: Vec<Seat> = Vec::new();
    for section in reader.tables(top, "role", ROLE).unwrap_or_default() {
        let name = name(reader, &section, &mut names);
        let kind = reader.word(&section, "kind", &RoleKind::WORDS);
        if let Some(kind) = &kind
            && seats.iter().any(|it| it.role.kind == Some(kind.is))
        {
            let error = say!("error-kind-twice", kind = kind.is.word());
            reader.note(kind.at, error, say!("hint-kind-twice"));
        }
        let purpose = optional(reader, &section, "purpose");
        let term = reader.parsed(&section, "term");
        let outside = reader.flag(&section, "outside");
        let holder = reader.line(&section, "holder");
        let holder_at = holder.as_ref().map_or(section.at, |it| it.at);
        if let Some(holder) = &holder {
            check_holder(reader, holder, outside, members);
        }
        let since = reader.date(&section, "since").map(|it| it.is);
        let until = reader.date(&section, "until");
        if let (Some(since), Some(until)) = (since, &until)
            && until.is < since
        {
            let error = say!("error-until", until = until.is, since = since);
            reader.note(until.at, error, say!("hint-until"));
        }
        let role = Role {
            name: name.unwrap_or_default(),
            kind: kind.map(|it| it.is),
            purpose,
            term,
            holder: holder.map(|it| it.is),
            outside,
            since,
            until: until.map(|it| it.is),
        };
        seats.push(Seat { role, holder_at });
    }
    seats
}

/// Checks that a holder is one of the `members`, as far as these are known, or from outside.
fn check_holder(
    reader: &mut Reader<'_>,
    holder: &At<String>,
    outside: bool,
    members: Option<&[Member]>,
) {
    if outside {
        return check(reader, holder);
    }
    let Some(members) = members else { return };
    if members.iter().all(|it| it.name != holder.is) {
        let names = members.iter().map(|it| it.name.as_str());
        let hint = nearest_hint(&holder.is, names).unwrap_or_else(|| say!("hint-holder"));
        reader.note(holder.at, say!("error-holder", name = &holder.is), hint);
    }
}

fn rules<'t>(
    reader: &mut Reader<'t>,
    section: &Section<'t>,
    seats: &[Seat],
    members: Option<usize>,
) -> Rules {
    let default = Rules::default();
    let consent = reader.word(section, "consent", &Consent::WORDS);
    let attribution = reader.word(section, "attribution", &Attribution::WORDS);
    let order = reader.word(section, "order", &Order::WORDS);
    Rules {
        consent: consent.map_or(default.consent, |it| it.is),
        steps: steps(reader, section).unwrap_or(default.steps),
        term: reader.parsed(section, "term").unwrap_or(default.term),
        quorum: quorum(reader, section, members).unwrap_or(default.quorum),
        attribution: attribution.map_or(default.attribution, |it| it.is),
        order: order.map_or(default.order, |it| it.is),
        apart: apart(reader, section, seats),
    }
}

fn steps<'t>(reader: &mut Reader<'t>, section: &Section<'t>) -> Option<Vec<OptionalStep>> {
    let value = section.value("steps")?;
    let Some(words) = reader.strings(value) else {
        if value.get_ref().is_array() {
            return reader.wrong(section, "steps", "steps");
        }
        let text = reader.words(section, "steps")?;
        return OptionalStep::list(&text.is)
            .map_err(|error| reader.note_error(text.at, error))
            .ok();
    };
    let mut parts = Vec::new();
    for word in words {
        match OptionalStep::find(&word.is, &[]) {
            Ok(part) => parts.push(part),
            Err(error) => reader.note_error(word.at, error),
        }
    }
    Some(OptionalStep::in_order(&parts))
}

fn quorum<'t>(
    reader: &mut Reader<'t>,
    section: &Section<'t>,
    members: Option<usize>,
) -> Option<Quorum> {
    let text = reader.words(section, "quorum")?;
    let quorum: Quorum = match text.is.parse() {
        Ok(quorum) => quorum,
        Err(error) => {
            reader.note_error(text.at, error);
            return None;
        }
    };
    if let (Quorum::Number(number), Some(members)) = (quorum, members)
        && number > members
    {
        let error = say!("error-quorum-members", quorum = number, members = members);
        reader.note_missing(text.at, error, say!("hint-quorum"));
    }
    Some(quorum)
}

/// Reads the pairs of roles that one person may not hold together, and checks who holds them.
fn apart<'t>(
    reader: &mut Reader<'t>,
    section: &Section<'t>,
    seats: &[Seat],
) -> Vec<(String, String)> {
    let Some(value) = section.value("apart") else { return Vec::new() };
    let mut pairs = Vec::new();
    for item in items(value) {
        let Some(Ok([one, other])) = reader.strings(item).map(<[At<String>; 2]>::try_from) else {
            continue;
        };
        let found = [&one, &other].map(|it| find_role(reader, it, seats));
        if let [Some(one), Some(other)] = found {
            keep_apart(reader, one, other);
        }
        pairs.push((one.is, other.is));
    }
    let pairs_only = value.get_ref().as_array().is_some_and(|it| it.len() == pairs.len());
    if !pairs_only || pairs.iter().any(|(one, other)| same(one, other)) {
        return reader.wrong(section, "apart", "pairs").unwrap_or_default();
    }
    pairs
}

fn find_role<'s>(
    reader: &mut Reader<'_>,
    name: &At<String>,
    seats: &'s [Seat],
) -> Option<&'s Seat> {
    let found = seats.iter().find(|it| it.role.name == name.is);
    if found.is_none() {
        let names = seats.iter().map(|it| it.role.name.as_str());
        let hint = nearest_hint(&name.is, names).unwrap_or_else(|| say!("hint-role"));
        reader.note(name.at, say!("error-role", name = &name.is), hint);
    }
    found
}

/// Notes where two roles that are to be kept apart are in one hand.
fn keep_apart(reader: &mut Reader<'_>, one: &Seat, other: &Seat) {
    let (Some(holder), Some(second)) = (&one.role.holder, &other.role.holder) else { return };
    if same(holder, second) && one.role.name != other.role.name {
        let error =
            say!("error-apart", who = holder, one = &one.role.name, other = &other.role.name);
        reader.note(one.holder_at.max(other.holder_at), error, say!("hint-apart"));
    }
}
