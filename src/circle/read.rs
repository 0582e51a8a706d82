//! Reads a circle from `circle.toml` or from the head of a journal.
//!
//! It never stops at the first problem, so that all problems of a file are reported at once.

use std::collections::HashSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::circle::{
    Circle, MeetingPlan, Member, Next, Role, RoleKind, Rules, check_name, check_seen,
};
use crate::error::{Error, Result};
use crate::lang::say;
use crate::text::{fold, forbidden, nearest_hint};
use crate::toml_file::fields::{Keys, Table};
use crate::toml_file::reader::{At, Reader, Section, items};
use crate::toml_file::{FileKind, Word, conflict, parse};

/// The keys of a circle's file.
const KEYS: &Keys = &[
    ("name", r#"name = "Garden""#),
    ("id", r#"id = "4f2a8c61d07be935""#),
    ("aim", r#"aim = "Grow food for everyone in the street.""#),
    ("domain", r#"domain = "The shared plot and its tools.""#),
    ("since", "since = 2026-03-04"),
    ("ended", "ended = 2027-03-04"),
    ("language", r#"language = "en""#),
    ("meeting", "[meeting]"),
    ("rules", "[rules]"),
    ("member", "[[member]]"),
    ("role", "[[role]]"),
];

impl Circle {
    /// Reads the text of a `circle.toml`.
    ///
    /// # Errors
    ///
    /// Every problem of the text from top to bottom, each with line, column and a hint.
    pub fn read(text: &str) -> Result<Self, Vec<Error>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (table, errors) = parse(text, FileKind::Circle);
        if let Some(error) = conflict(text, !errors.is_empty()) {
            return Err(vec![error]);
        }
        if errors.is_empty() && table.is_empty() {
            let error = Error::new(say!("error-file-empty")).hint(say!("hint-file-empty"));
            return Err(vec![error.at_offset(text, 0)]);
        }
        if errors.is_empty() {
            return read(Reader::new(text), &table, 0, Origin::File);
        }
        let read = read(Reader::with_gaps(text), &table, 0, Origin::File);
        let problems = read.err().unwrap_or_default();
        Err(merge(text, errors, problems))
    }

    /// Reads the `[circle]` table in the head of a journal; `text` is the whole journal.
    ///
    /// # Errors
    ///
    /// Every problem of the table from top to bottom, each with line, column and a hint.
    pub fn from_table(text: &str, table: &DeTable<'_>) -> Result<Self, Vec<Error>> {
        let at = table.keys().map(|it| it.span().start).min().unwrap_or(0);
        read(Reader::new(text), table, at, Origin::Head)
    }
}

/// Merges the syntax errors with the problems found in what could be read despite them.
fn merge(text: &str, syntax: Vec<Error>, mut problems: Vec<Error>) -> Vec<Error> {
    let broken: Vec<_> = syntax.iter().map(|it| it.place.line).collect();
    // A problem with a value explains more than a syntax error on the same line.
    for error in syntax {
        if problems.iter().all(|it| it.place.line != error.place.line) {
            problems.push(error);
        }
    }
    // Keys below an unreadable heading were read as part of the table above: drop their problems.
    let headings = || text.lines().zip(1..).filter(|(line, _)| line.trim_start().starts_with('['));
    problems.retain(|it| {
        let heading =
            headings().map(|(_, number)| number).take_while(|at| Some(*at) < it.place.line);
        heading.last().is_none_or(|at| !broken.contains(&Some(at)))
    });
    problems.sort_by_key(|it| (it.place.line, it.place.column));
    problems
}

/// Where a circle stands. Old journals may have names and languages that are not taken any more.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Origin {
    /// The circle's file.
    File,
    /// The head of a journal.
    Head,
}

impl Origin {
    /// Checks a name, in a file also that every character of it is seen.
    fn check(self, name: &str) -> Result<()> {
        check_name(name).and_then(|()| self.seen(name))
    }

    fn seen(self, name: &str) -> Result<()> {
        if self == Self::File { check_seen(name) } else { Ok(()) }
    }
}

fn read<'t>(
    mut reader: Reader<'t>,
    table: &'t DeTable<'t>,
    at: usize,
    origin: Origin,
) -> Result<Circle, Vec<Error>> {
    let top = reader.section(table, at, KEYS);
    let name = reader.name(&top, "name");
    if let Some(Err(err)) = name.as_deref().map(|it| origin.seen(it)) {
        reader.note_error(top.place("name"), err);
    }
    let aim = reader.any_text(&top, "aim").unwrap_or_default();
    let domain = reader.any_text(&top, "domain").unwrap_or_default();
    let id = reader.some_line(&top, "id").flatten();
    let since = reader.date(&top, "since");
    let ended = reader.date(&top, "ended");
    let language = language(&mut reader, &top, origin);
    let plan: Option<MeetingPlan> = reader.table(&top, "meeting");
    let members = members(&mut reader, &top, origin);
    let roles = roles(&mut reader, &top, members.as_deref(), origin);
    let agreed: Option<Rules> = reader.table(&top, "rules");
    if let (Some(rules), Some(members)) = (&agreed, &members) {
        check_quorum(&mut reader, &top, rules, members.len());
    }
    let (places, roles): (Vec<_>, Vec<_>) =
        roles.into_iter().map(|it| (it.holder_at, it.role)).unzip();
    // Where a part cannot be read, the roles are checked without it.
    let is_read = name.is_some() && plan.is_some() && agreed.is_some() && members.is_some();
    let circle = Circle {
        name: name.unwrap_or_default(),
        id,
        aim,
        domain,
        since,
        ended,
        language,
        plan: plan.unwrap_or_default(),
        rules: agreed.unwrap_or_default(),
        members: members.unwrap_or_default(),
        roles,
    };
    check_pairs(&mut reader, &top, &circle, &places);
    reader.finish(is_read.then_some(circle))
}

fn language<'t>(reader: &mut Reader<'t>, top: &Section<'t>, origin: Origin) -> Option<String> {
    let tag = reader.words(top, "language")?;
    let is_tag = tag.is.parse::<unic_langid::LanguageIdentifier>().is_ok();
    if origin == Origin::File && !is_tag {
        let hint = say!("hint-words", words = "`en`, `de`");
        reader.note(tag.at, say!("error-unknown-word", key = "language", word = &tag.is), hint);
    }
    Some(tag.is)
}

/// Reads the members; `None` if one of them cannot be read.
fn members<'t>(reader: &mut Reader<'t>, top: &Section<'t>, origin: Origin) -> Option<Vec<Member>> {
    let sections = reader.tables(top, "member", Member::KEYS)?;
    let mut names = HashSet::new();
    let read = |section| {
        let member = Member::read(reader, section)?;
        check_own_name(reader, section, &member.name, &mut names, origin);
        Some(member)
    };
    let members: Vec<Option<Member>> = sections.iter().map(read).collect();
    if sections.len() < 2 && !top.has_nearly("member") {
        let at = sections.first().map_or(top.at, |it| it.at);
        reader.note_missing(at, say!("error-too-few-members"), say!("hint-members"));
    }
    members.into_iter().collect()
}

/// Checks the name of a member or a role, which must not be among the folded `names` before it.
fn check_own_name(
    reader: &mut Reader<'_>,
    section: &Section<'_>,
    name: &str,
    names: &mut HashSet<String>,
    origin: Origin,
) {
    let at = section.place("name");
    check(reader, at, name, origin);
    if !names.insert(fold(name)) {
        reader.note(at, say!("error-name-twice", name = name), say!("hint-name-twice"));
    }
}

/// Checks a name, except for forbidden characters, which the reader has noted already.
fn check(reader: &mut Reader<'_>, at: usize, name: &str, origin: Origin) {
    if let (Err(error), None) = (origin.check(name), forbidden(name)) {
        reader.note_error(at, error);
    }
}

/// A role, and the byte offset of its holder.
struct PlacedRole {
    role: Role,
    holder_at: usize,
}

/// Reads and checks the roles; their holders only where the `members` could be read.
fn roles<'t>(
    reader: &mut Reader<'t>,
    top: &Section<'t>,
    members: Option<&[Member]>,
    origin: Origin,
) -> Vec<PlacedRole> {
    let mut names = HashSet::new();
    let mut roles: Vec<PlacedRole> = Vec::new();
    for section in reader.tables(top, "role", Role::KEYS).unwrap_or_default() {
        let Some(role) = Role::read(reader, &section) else { continue };
        check_own_name(reader, &section, &role.name, &mut names, origin);
        if let Some(kind) = role.kind
            && role.ended.is_none()
            && roles.iter().any(|it| it.role.kind == Some(kind) && it.role.ended.is_none())
        {
            let error = say!("error-kind-twice", kind = kind.word());
            reader.note(section.place("kind"), error, say!("hint-kind-twice"));
        }
        let holder_at = section.place("holder");
        check_holder(reader, holder_at, &role, members, origin);
        if let (Some(since), Some(until)) = (role.since, role.until)
            && until < since
        {
            let error = say!("error-until-before-since", until = until, since = since);
            reader.note(section.place("until"), error, say!("hint-until"));
        }
        if let Some(next) = &role.next {
            check_next(reader, section.place("next"), next, origin);
        }
        roles.push(PlacedRole { role, holder_at });
    }
    roles
}

/// Checks who holds a role next: a member, or by any other name somebody from outside.
fn check_next(reader: &mut Reader<'_>, at: usize, next: &Next, origin: Origin) {
    check(reader, at, &next.holder, origin);
    if next.until < next.since {
        let error = say!("error-until-before-since", until = next.until, since = next.since);
        reader.note(at, error, say!("hint-until"));
    }
}

/// Checks that a holder is from outside or one of the `members`, if these could be read.
fn check_holder(
    reader: &mut Reader<'_>,
    at: usize,
    role: &Role,
    members: Option<&[Member]>,
    origin: Origin,
) {
    let Some(holder) = &role.holder else { return };
    if role.outside {
        return check(reader, at, holder, origin);
    }
    let Some(members) = members else { return };
    let names = members.iter().map(|it| it.name.as_str());
    if names.clone().all(|it| it != holder) {
        let hint = nearest_hint(holder, names).unwrap_or_else(|| say!("hint-holder"));
        reader.note(at, say!("error-holder-no-member", name = holder), hint);
    }
}

/// Checks that the quorum is not greater than the number of members.
fn check_quorum(reader: &mut Reader<'_>, top: &Section<'_>, rules: &Rules, members: usize) {
    let quorum = rules.quorum.needed(members);
    if quorum > members
        && let Some(value) = rule(top, "quorum")
    {
        let at = value.span().start;
        let error = say!("error-quorum-members", quorum = quorum, members = members);
        reader.note_missing(at, error, say!("hint-quorum"));
    }
}

/// Returns the value of a key in `[rules]`.
fn rule<'t>(top: &Section<'t>, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
    top.value("rules")?.get_ref().as_table()?.get(key)
}

/// Checks that roles which are kept apart exist, and have different holders on every day. Leader and
/// delegate are always kept apart. `places` are the byte offsets of the holders of all roles.
fn check_pairs<'t>(reader: &mut Reader<'t>, top: &Section<'t>, circle: &Circle, places: &[usize]) {
    let roles = &circle.roles[..];
    for pair in rule(top, "apart").map_or(&[][..], items) {
        let names = reader.strings(pair).map(<[At<String>; 2]>::try_from);
        let Some(Ok([one, other])) = names else { continue };
        let found = [&one, &other].map(|it| find_role(reader, it, roles));
        if let [Some(one), Some(other)] = found {
            keep_apart(reader, circle, places, [one, other]);
        }
    }
    let link = [RoleKind::Leader, RoleKind::Delegate]
        .map(|kind| roles.iter().position(|it| it.kind == Some(kind)));
    if let [Some(leader), Some(delegate)] = link {
        keep_apart(reader, circle, places, [leader, delegate]);
    }
}

/// Returns the index of a role with this name.
fn find_role(reader: &mut Reader<'_>, name: &At<String>, roles: &[Role]) -> Option<usize> {
    let found = roles.iter().position(|it| it.name == name.is);
    if found.is_none() {
        let names = roles.iter().map(|it| it.name.as_str());
        let hint = nearest_hint(&name.is, names).unwrap_or_else(|| say!("hint-role"));
        reader.note(name.at, say!("error-unknown-role", name = &name.is), hint);
    }
    found
}

/// Notes that two roles which are kept apart have the same holder on some day.
fn keep_apart(
    reader: &mut Reader<'_>,
    circle: &Circle,
    places: &[usize],
    [one, other]: [usize; 2],
) {
    let (first, second) = (&circle.roles[one], &circle.roles[other]);
    if let Some(held) = circle.holds_both(first, second) {
        let error =
            say!("error-roles-kept-apart", who = held.who, one = &first.name, other = &second.name);
        reader.note(places[one].max(places[other]), error, say!("hint-apart"));
    }
}
