//! The parts of a line that changes the circle, as they stand in it: `appoint Emil as Bees for 1 year`.
//!
//! What is kept and what is typed are split here. Names and days are read by whoever asks: exactly as
//! they are kept, or as people say them.

/// The parts of a line.
pub(crate) enum Parts<'t> {
    Join { who: &'t str, from: Option<&'t str> },
    Leave { who: &'t str, on: Option<&'t str> },
    Aim(&'t str),
    Domain(&'t str),
    Role { name: &'t str, kind: Option<&'t str>, term: Option<&'t str>, purpose: Option<&'t str> },
    EndRole(&'t str),
    EndCircle { name: &'t str, on: Option<&'t str> },
    Appoint { who: &'t str, role: &'t str, days: Days<'t> },
    Found { name: &'t str, members: &'t str, leader: &'t str, aim: &'t str },
    Rule { key: &'t str, value: &'t str },
}

/// From when until when somebody has a role.
pub(crate) struct Days<'t> {
    pub since: Option<&'t str>,
    pub term: Option<&'t str>,
    pub until: Option<&'t str>,
}

/// Returns whether a name ends before a word of the language: the name with all that follows it, the
/// word, and what stands behind the word.
pub(crate) type NameEnds<'f> = &'f dyn Fn(&str, &str, &str) -> bool;

/// The words that a line can begin with.
pub(crate) const EFFECT_WORDS: [&str; 9] =
    ["join", "leave", "aim", "domain", "role", "end", "appoint", "circle", "rule"];

impl<'t> Parts<'t> {
    /// Splits what stands behind the first word of a line; `None` if a part is missing.
    pub(crate) fn of(word: &str, rest: &'t str, ends: NameEnds<'_>) -> Option<Self> {
        let rest = some(rest)?;
        Some(match word {
            "join" => {
                let (who, from) = split(rest, "from", ends);
                Self::Join { who, from }
            }
            "leave" => {
                let (who, on) = split(rest, "on", ends);
                Self::Leave { who, on }
            }
            "aim" => Self::Aim(rest),
            "domain" => Self::Domain(rest),
            "role" => {
                let (before, purpose) = match rest.split_once(':') {
                    Some((before, purpose)) => (before.trim(), some(purpose)),
                    None => (rest, None),
                };
                let (before, term) = split(before, "for", ends);
                let (name, kind) = match before.strip_suffix(')').and_then(|it| it.split_once('('))
                {
                    Some((name, kind)) => (name.trim(), Some(kind.trim())),
                    None => (before, None),
                };
                Self::Role { name, kind, term, purpose }
            }
            "end" => match rest.split_once(' ')? {
                (what, role) if what.eq_ignore_ascii_case("role") => Self::EndRole(some(role)?),
                (what, circle) if what.eq_ignore_ascii_case("circle") => {
                    let (name, on) = split(some(circle)?, "on", ends);
                    Self::EndCircle { name, on }
                }
                _ => return None,
            },
            "appoint" => {
                let (who, rest) = rest.split_once(" as ")?;
                let (rest, until) = split(some(rest)?, "until", ends);
                let (rest, term) = split(rest, "for", ends);
                let (role, since) = split(rest, "since", ends);
                Self::Appoint { who: some(who)?, role, days: Days { since, term, until } }
            }
            "circle" => {
                let (before, aim) = rest.split_once(':')?;
                let (before, leader) = before.rsplit_once(" led by ")?;
                let (name, members) = before.split_once(" with ")?;
                let (members, leader) = (some(members)?, some(leader)?);
                Self::Found { name: some(name)?, members, leader, aim: some(aim)? }
            }
            "rule" => {
                let (key, value) = rest.split_once(' ')?;
                Self::Rule { key, value: some(value)? }
            }
            _ => return None,
        })
    }
}

/// Splits off what stands behind the last of a word, if the name ends before it.
fn split<'t>(text: &'t str, word: &str, ends: NameEnds<'_>) -> (&'t str, Option<&'t str>) {
    let found = text.rsplit_once(&format!(" {word} "));
    match found.filter(|(_, behind)| ends(text, word, behind.trim())) {
        Some((before, behind)) => (before.trim(), Some(behind.trim())),
        None => (text, None),
    }
}

/// Returns a text without space around it, unless nothing is left.
fn some(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|it| !it.is_empty())
}
