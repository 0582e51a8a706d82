//! Puts keys and roles into the text of a file, and leaves every other byte as it is.
//!
//! The parser says where each value stands, and only there something is replaced, added or taken
//! out: comments, order, blank lines and line ends need not be put back, as nobody moves them.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::toml_file::fields::Pair;
use crate::toml_file::reader::items;
use crate::toml_file::write;

/// A text, and what is to be put into it.
pub(crate) struct Splices<'t> {
    text: &'t str,
    /// How new lines end: as most lines of the text do.
    line_end: &'static str,
    /// What takes the place of which bytes; no two of these overlap.
    changes: Vec<(Range<usize>, String)>,
}

/// A key and its value, and where they stand.
struct KeyValue {
    key: Range<usize>,
    value: Range<usize>,
}

impl KeyValue {
    fn find(table: &DeTable<'_>, key: &str) -> Option<Self> {
        let (key, value) = table.get_key_value(key)?;
        Some(Self { key: key.span(), value: value.span() })
    }
}

impl<'t> Splices<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let [lines, crlf] = ["\n", "\r\n"].map(|it| text.matches(it).count());
        let line_end = if crlf > lines / 2 { "\r\n" } else { "\n" };
        Self { text, line_end, changes: Vec::new() }
    }

    /// Returns the text with everything put into it.
    pub(crate) fn done(mut self) -> String {
        self.changes.sort_by_key(|(range, _)| (range.start, range.end));
        let mut out = String::new();
        let mut at = 0;
        for (range, new) in self.changes {
            out += &self.text[at..range.start];
            out += &new;
            at = range.end;
        }
        out += &self.text[at..];
        if !self.text.ends_with('\n') {
            // A last line that was taken out left the line end of the one before it.
            out.truncate(out.trim_end_matches(['\r', '\n']).len());
        }
        out
    }

    /// Changes a role from what it was to what it is; both in the order of a role's keys.
    ///
    /// A key that is new stands behind the one before it in that order.
    pub(crate) fn change(&mut self, role: &Spanned<DeValue<'_>>, was: &[Pair], is: &[Pair]) {
        let table = role.get_ref().as_table().expect("a role was read from it");
        let inline = self.text[role.span()].starts_with('{');
        let mut before = KeyValue::find(table, "name").expect("a role has a name");
        for ((key, was), (_, is)) in was.iter().zip(is) {
            match (KeyValue::find(table, key), is) {
                (Some(it), None) if was.is_some() => {
                    self.take_out(&it, inline.then_some(table));
                }
                (Some(it), is) => {
                    if let Some(is) = is.as_ref().filter(|_| is != was) {
                        self.changes.push((it.value.clone(), write::inline(is)));
                    }
                    before = it;
                }
                (None, Some(is)) if inline => {
                    self.put(before.value.end, format!(", {key} = {}", write::inline(is)));
                }
                (None, Some(is)) => {
                    let indent = self.left_of(before.key.start);
                    self.put_below(
                        before.value.end,
                        [format!("{indent}{key} = {}", write::inline(is))],
                    );
                }
                (None, None) => {}
            }
        }
    }

    /// Adds roles behind those that are there, and writes them in the same way.
    pub(crate) fn append(&mut self, list: Option<&Spanned<DeValue<'_>>>, roles: &[Vec<Pair>]) {
        let written =
            |(key, value): &Pair| Some(format!("{key} = {}", write::inline(value.as_ref()?)));
        let roles = roles.iter().map(|it| it.iter().filter_map(written).collect::<Vec<_>>());
        if let Some(list) = list.filter(|it| !self.text[it.span()].starts_with("[[")) {
            let roles: Vec<_> = roles.map(|it| format!("{{ {} }}", it.join(", "))).collect();
            return self.append_inline(list, &roles);
        }
        let headed =
            roles.flat_map(|it| [String::new(), "[[role]]".to_owned()].into_iter().chain(it));
        let blank = self.text.lines().next_back().is_some_and(|it| it.trim().is_empty());
        let end = self.text.strip_suffix('\n').unwrap_or(self.text).len();
        self.put_below(end, headed.skip(usize::from(blank)));
    }

    fn append_inline(&mut self, list: &Spanned<DeValue<'_>>, roles: &[String]) {
        let Some(Range { start, end }) = items(list).last().map(Spanned::span) else {
            return self.put(list.span().start + 1, roles.join(", "));
        };
        let indent = self.left_of(start);
        let rest = self.text[end..].lines().next().unwrap_or_default().trim_start();
        let behind_comma = rest.strip_prefix(',');
        let behind = behind_comma.unwrap_or(rest).trim_start();
        let alone = indent.trim().is_empty() && (behind.is_empty() || behind.starts_with('#'));
        if !alone {
            let roles = roles.iter().map(|it| format!(", {it}"));
            return self.put(end, roles.collect());
        }
        if behind_comma.is_none() && !roles.is_empty() {
            self.put(end, ",".to_owned());
        }
        self.put_below(end, roles.iter().map(|it| format!("{indent}{it},")));
    }

    fn put(&mut self, at: usize, text: String) {
        self.changes.push((at..at, text));
    }

    /// Puts lines below the line that reaches to `at` or beyond.
    fn put_below(&mut self, at: usize, lines: impl IntoIterator<Item = String>) {
        let end = self.text[at..].find('\n').map(|it| at + it + 1);
        for line in lines {
            match end {
                Some(end) => self.put(end, line + self.line_end),
                None => self.put(self.text.len(), format!("{}{line}", self.line_end)),
            }
        }
    }

    /// Takes a key out: its line, or what belongs to it where its `table` is written in braces.
    fn take_out(&mut self, it: &KeyValue, table: Option<&DeTable<'_>>) {
        let Some(table) = table else {
            let start = it.key.start - self.left_of(it.key.start).len();
            let end = self.text[it.value.end..].find('\n').map(|end| it.value.end + end + 1);
            self.changes.push((start..end.unwrap_or(self.text.len()), String::new()));
            return;
        };
        let next = table.keys().map(|it| it.span().start).filter(|at| *at > it.value.end).min();
        let before = table.values().map(|it| it.span().end).filter(|at| *at < it.key.start).max();
        let range = match (before, next) {
            (_, Some(next)) => it.key.start..next,
            (before, None) => before.unwrap_or(it.key.start)..it.value.end,
        };
        if self.text[range.clone()].contains('\n') {
            // A remark may stand there, and stays. Only `outside` is ever taken out.
            self.changes.push((it.value.clone(), "false".to_owned()));
        } else {
            self.changes.push((range, String::new()));
        }
    }

    /// Returns what stands in the line to the left of `at`.
    fn left_of(&self, at: usize) -> &'t str {
        let line = self.text[..at].rfind('\n').map_or(0, |it| it + 1);
        &self.text[line..at]
    }
}
