//! Puts keys and tables into the text of a file, and leaves every other byte as it is.
//!
//! The parser gives the range of each value, and only there text is replaced, added or removed.
//! Comments, order, blank lines and line ends are never touched, so they need not be restored.

use std::ops::Range;

use toml::de::{DeTable, DeValue};
use toml::{Spanned, Value};

use crate::toml_file::fields::Pair;
use crate::toml_file::reader::items;
use crate::toml_file::write;

/// A text and the changes to make in it.
pub(crate) struct Splices<'t> {
    text: &'t str,
    /// The line end of most lines of the text, used for new lines.
    line_end: &'static str,
    /// The ranges to replace, which do not overlap, and their new text.
    changes: Vec<(Range<usize>, String)>,
}

/// The ranges of a key and of its value.
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

    /// Returns the text with all changes made.
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
            // If the last line was removed, the line end before it remains.
            out.truncate(out.trim_end_matches(['\r', '\n']).len());
        }
        out
    }

    /// Changes the keys of a table from `old` to `new`, both in the order of its keys. A key that is
    /// added comes after the one before it in that order.
    pub(crate) fn change(&mut self, value: &Spanned<DeValue<'_>>, old: &[Pair], new: &[Pair]) {
        let table = value.get_ref().as_table().expect("a table was read from it");
        let inline = self.text[value.span()].starts_with('{');
        if table.is_empty() {
            let new = new.iter().zip(old).filter(|(new, old)| new != old).map(|(new, _)| new);
            let new: Vec<String> = new.filter_map(written).collect();
            if inline {
                self.put(value.span().start + 1, format!(" {} ", new.join(", ")));
            } else {
                self.put_below(value.span().start, new);
            }
            return;
        }
        self.change_keys(table, inline, old, new);
    }

    /// Changes the keys of a table that has some.
    pub(crate) fn change_keys(
        &mut self,
        table: &DeTable<'_>,
        inline: bool,
        old: &[Pair],
        new: &[Pair],
    ) {
        let first = table.keys().min_by_key(|it| it.span().start);
        let first = first.and_then(|it| KeyValue::find(table, it.get_ref()));
        let mut before = first.expect("the table has keys");
        for ((key, old), (_, new)) in old.iter().zip(new) {
            match (KeyValue::find(table, key), new) {
                (Some(it), None) if old.is_some() => {
                    self.remove(&it, inline.then_some(table));
                }
                (Some(it), new) => {
                    if let Some(new) = new.as_ref().filter(|_| new != old) {
                        self.changes.push((it.value.clone(), write::inline(new)));
                    }
                    before = it;
                }
                (None, Some(new)) if Some(new) != old.as_ref() => {
                    let (at, pair) = (before.value.end, pair(key, new));
                    if inline {
                        self.put(at, format!(", {pair}"));
                    } else {
                        let indent = self.left_of(before.key.start);
                        self.put_below(at, [format!("{indent}{pair}")]);
                    }
                }
                (None, _) => {}
            }
        }
    }

    /// Adds roles after the existing ones, in the same notation.
    pub(crate) fn append(&mut self, list: Option<&Spanned<DeValue<'_>>>, roles: &[Vec<Pair>]) {
        let Some(roles) = self.not_inline(list, roles) else { return };
        let headed = roles
            .into_iter()
            .flat_map(|it| [String::new(), "[[role]]".to_owned()].into_iter().chain(it));
        self.put_at_end(headed);
    }

    /// Adds members behind the last one, in the same notation.
    pub(crate) fn append_members(&mut self, list: &Spanned<DeValue<'_>>, members: &[Vec<Pair>]) {
        let Some(members) = self.not_inline(Some(list), members) else { return };
        let behind = items(list).last().and_then(|it| it.get_ref().as_table());
        let ends = behind.into_iter().flat_map(|it| it.values().map(|it| it.span().end));
        let at = ends.max().unwrap_or_else(|| list.span().end);
        let headed = members
            .into_iter()
            .flat_map(|it| [String::new(), "[[member]]".to_owned()].into_iter().chain(it));
        self.put_below(at, headed);
    }

    /// Adds a table with its heading at the end.
    pub(crate) fn append_table(&mut self, name: &str, old: &[Pair], new: &[Pair]) {
        let new = new.iter().zip(old).filter(|(new, old)| new != old).map(|(new, _)| new);
        let lines: Vec<String> = new.filter_map(written).collect();
        self.put_at_end([String::new(), format!("[{name}]")].into_iter().chain(lines));
    }

    /// Puts lines at the end, the first of which is blank unless there is a blank line already.
    fn put_at_end(&mut self, lines: impl Iterator<Item = String>) {
        let blank = self.text.lines().next_back().is_some_and(|it| it.trim().is_empty());
        let end = self.text.strip_suffix('\n').unwrap_or(self.text).len();
        self.put_below(end, lines.skip(usize::from(blank)));
    }

    /// Adds tables to a list that is written in brackets; returns their lines for any other list.
    fn not_inline(
        &mut self,
        list: Option<&Spanned<DeValue<'_>>>,
        tables: &[Vec<Pair>],
    ) -> Option<Vec<Vec<String>>> {
        let tables = tables.iter().map(|it| it.iter().filter_map(written).collect::<Vec<_>>());
        let Some(list) = list.filter(|it| !self.text[it.span()].starts_with("[[")) else {
            return Some(tables.collect());
        };
        let tables: Vec<_> = tables.map(|it| format!("{{ {} }}", it.join(", "))).collect();
        self.append_inline(list, &tables);
        None
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

    /// Puts lines below the line that contains `at`.
    fn put_below(&mut self, at: usize, lines: impl IntoIterator<Item = String>) {
        let end = self.text[at..].find('\n').map(|it| at + it + 1);
        for line in lines {
            match end {
                Some(end) => self.put(end, line + self.line_end),
                None => self.put(self.text.len(), format!("{}{line}", self.line_end)),
            }
        }
    }

    /// Removes the line of a key or, if an inline `table` is given, the key from that table.
    fn remove(&mut self, it: &KeyValue, table: Option<&DeTable<'_>>) {
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
            // There may be a comment, so the key stays where it has a value that says nothing. Only
            // `outside` and `next` are ever removed.
            if self.text[it.value.clone()].starts_with('{') {
                let comma = self.text[it.value.end..].find(|it: char| !it.is_whitespace());
                let comma = comma.map(|at| it.value.end + at);
                let comma = comma.filter(|at| self.text[*at..].starts_with(','));
                let end = comma.map_or(it.value.end, |at| at + 1);
                self.changes.push((it.key.start..end, String::new()));
            } else {
                self.changes.push((it.value.clone(), "false".to_owned()));
            }
        } else {
            self.changes.push((range, String::new()));
        }
    }

    /// Returns the part of the line before `at`.
    fn left_of(&self, at: usize) -> &'t str {
        let line = self.text[..at].rfind('\n').map_or(0, |it| it + 1);
        &self.text[line..at]
    }
}

/// Returns a key with its value as a line, if it has one.
fn written((key, value): &Pair) -> Option<String> {
    value.as_ref().map(|value| pair(key, value))
}

fn pair(key: &str, value: &Value) -> String {
    format!("{key} = {}", write::inline(value))
}
