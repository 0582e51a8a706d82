//! Escapes typed text for Markdown, so that it reads as it was typed and is nothing but text.
//!
//! Whatever was typed, no renderer makes a tag, a picture, a link text, a heading, a table or any
//! other element of it. There are two exceptions: a bare address may be linked to itself, and in a
//! quoted text a list of lines that begin with `- ` stays a list. Removes control characters and
//! characters that change the direction of writing.

use std::borrow::Cow;

use crate::text::clean;

/// Ends a line without ending its paragraph. A backslash would do the same and be seen in the file.
const LINE_BREAK: &str = "  ";

/// Writes a text on one line, such as a name or a title.
pub(in crate::records) fn line(text: &str) -> String {
    let clean = clean(text);
    let mut line = String::with_capacity(clean.len());
    for word in clean.split_whitespace() {
        line += if line.is_empty() { "" } else { " " };
        line += word;
    }
    escaped(&line).into_owned()
}

/// Writes a text with its lines, each but the first indented by `indent` blanks.
pub(super) fn lines(text: &str, indent: usize) -> String {
    let clean = clean(text);
    let mut out = String::with_capacity(clean.len());
    let mut rows = clean.trim().lines().map(str::trim_end).peekable();
    while let Some(row) = rows.next() {
        push_row(&mut out, row);
        let Some(next) = rows.peek() else { break };
        if !row.is_empty() && !next.is_empty() {
            out += LINE_BREAK;
        }
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', if next.is_empty() { 0 } else { indent }));
    }
    out
}

/// Writes a text as a quote. A list of lines that begin with `- ` stays a list where it begins the
/// text or follows an empty line, as all renderers agree on it there.
pub(in crate::records) fn quote(text: &str) -> String {
    let clean = clean(text);
    let mut out = String::with_capacity(clean.len() + 8);
    let rows = clean.trim_end().lines().map(str::trim_end);
    let mut rows = rows.skip_while(|it| it.is_empty()).peekable();
    let (mut is_begun, mut in_list) = (false, false);
    while let Some(row) = rows.next() {
        out.push('>');
        let item = row.strip_prefix("- ").filter(|_| in_list || !is_begun);
        if let Some(item) = item {
            out += " - ";
            out += &escaped(item.trim_start());
        } else if !row.is_empty() {
            out += if in_list { "   " } else { " " };
            push_row(&mut out, row);
        }
        is_begun = !row.is_empty();
        in_list = is_begun && (in_list || item.is_some());
        let Some(next) = rows.peek() else { break };
        if is_begun && !next.is_empty() && !(in_list && next.starts_with("- ")) {
            out += LINE_BREAK;
        }
        out.push('\n');
    }
    out
}

/// Returns what a reader sees of a page that this program wrote, line by line: without escapes, and
/// with one blank wherever there are several. Earlier editions escaped other characters.
pub(crate) fn shown(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    for line in page.lines() {
        let mut words = line.split_whitespace();
        out.extend(words.next().map(unescaped));
        for word in words {
            out.push(' ');
            out += &unescaped(word);
        }
        out.push('\n');
    }
    out
}

/// Returns a text as a reader sees it, without escapes.
pub(super) fn unescaped(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(at) = rest.find(['\\', '&']) {
        out += &rest[..at];
        let behind = &rest[at + 1..];
        let entity = behind.split_once(';').and_then(|(name, behind)| {
            let character = match name {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                number => char::from_u32(number.strip_prefix('#')?.parse().ok()?)?,
            };
            Some((character, behind))
        });
        let is_entity = rest[at..].starts_with('&');
        let next = behind.chars().next().filter(char::is_ascii_punctuation);
        (out, rest) = match (is_entity, entity, next) {
            (true, Some((character, behind)), _) => (out + &character.to_string(), behind),
            (false, _, Some(next)) => (out + &next.to_string(), &behind[1..]),
            _ => (out + &rest[at..=at], behind),
        };
    }
    out + rest
}

/// Writes a line of a text with its indentation, in blanks that Markdown does not read.
fn push_row(out: &mut String, row: &str) {
    let words = row.trim_start();
    for it in row[..row.len() - words.len()].chars() {
        *out += if it == '\t' { "\u{a0}\u{a0}\u{a0}\u{a0}" } else { "\u{a0}" };
    }
    *out += &escaped(words);
}

/// Escapes all Markdown in a line that may begin a block.
fn escaped(line: &str) -> Cow<'_, str> {
    if is_plain(line) {
        return Cow::Borrowed(line);
    }
    let line = Line {
        text: line,
        closing: line.trim_end_matches('#').len(),
        is_amount: line.matches('$').count() == 1,
    };
    let mut out = String::with_capacity(line.text.len() + 8);
    let mut begin = 0;
    // Addresses do not end at blanks other than these.
    for word in line.text.split_inclusive([' ', '\t']) {
        let end = begin + word.len();
        let is_unlinked = line.is_unlinked(begin, end);
        for (at, it) in line.characters(begin, end) {
            match line.escape(at, it) {
                Some(Escape::Backslash) => out.extend(['\\', it]),
                Some(Escape::Entity(entity)) => out += entity,
                None if is_unlinked && line.address(at, it).is_some() => out.extend(['\\', it]),
                None => out.push(it),
            }
        }
        begin = end;
    }
    Cow::Owned(out)
}

/// How a character is kept from being read as Markdown.
enum Escape {
    Backslash,
    /// For what begins a tag or an entity: renderers that link bare addresses take a backslash for
    /// a part of the address, and a tag behind it would be live. Also for the end of attributes,
    /// as pulldown-cmark reads `\{a}` behind a heading as attributes, and for the blank behind a
    /// box, as pandoc reads `\[ \] a` as a task.
    Entity(&'static str),
}

/// A line of typed text.
struct Line<'t> {
    text: &'t str,
    /// Where the `#` at its end begin, which would close a heading.
    closing: usize,
    /// Whether it has only one `$`. Between a blank and a digit it ends no formula.
    is_amount: bool,
}

impl<'t> Line<'t> {
    fn characters(&self, begin: usize, end: usize) -> impl Iterator<Item = (usize, char)> + 't {
        self.text[begin..end].char_indices().map(move |(at, it)| (begin + at, it))
    }

    /// The text before and after a character.
    fn around(&self, at: usize, it: char) -> (&'t str, &'t str) {
        (&self.text[..at], &self.text[at + it.len_utf8()..])
    }

    /// Returns how the character at a byte offset is escaped.
    fn escape(&self, at: usize, it: char) -> Option<Escape> {
        let (head, rest) = self.around(at, it);
        let before = head.chars().next_back().unwrap_or(' ');
        let next = rest.chars().next();
        let is_blank = next.is_none_or(char::is_whitespace);
        let is_special = match it {
            // At the end of the text, what is written behind it could make a tag of it.
            '<' if next.is_some() && is_blank => false,
            '<' => return Some(Escape::Entity("&lt;")),
            '&' if is_entity(rest) => return Some(Escape::Entity("&amp;")),
            ' ' if at == 3 && matches!(head, "[ ]" | "[x]" | "[X]") => {
                return Some(Escape::Entity("\u{a0}"));
            }
            '}' if rest.is_empty() => return Some(Escape::Entity("&#125;")),
            '\\' | '`' | '*' | '[' | ']' | '|' | '~' | '^' | '{' => true,
            '_' => !(before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)),
            '#' => before.is_whitespace() || at >= self.closing,
            // Behind a task box stands no blank that keeps it from ending a formula.
            '$' if self.is_amount && next.is_some_and(|it| it.is_ascii_digit()) => {
                !head.ends_with(' ') || head == "[ ] "
            }
            '$' => !is_blank || !before.is_whitespace(),
            '@' => !is_blank && !before.is_alphanumeric(),
            '%' => before == '{',
            '=' | '+' => at == 0 || before == it || next == Some(it),
            ':' => at == 0 || is_shortcode(before, rest),
            '>' | '-' => at == 0,
            '.' | ')' => is_blank && is_number(head),
            _ => false,
        };
        is_special.then_some(Escape::Backslash)
    }

    /// Returns whether an address begins with what ends at this character.
    fn address(&self, at: usize, it: char) -> Option<Address> {
        if !matches!(it, ':' | '.') {
            return None;
        }
        let (head, rest) = self.around(at, it);
        let begin = head.trim_end_matches(|it: char| it.is_ascii_alphanumeric()).len();
        let is = |scheme: &&str| head[begin..].eq_ignore_ascii_case(scheme);
        match it {
            ':' if ["javascript", "vbscript", "data"].iter().any(&is) => Some(Address::Other),
            ':' if ["mailto", "xmpp"].iter().any(&is) => Some(Address::Page),
            ':' if !rest.starts_with("//") => None,
            ':' if ["http", "https", "ftp"].iter().any(&is) => Some(Address::Page),
            ':' => Some(Address::Other),
            '.' if is(&"www") => Some(Address::Page),
            _ => None,
        }
    }

    /// Returns whether a word holds an address that must not be linked: one that may do more than
    /// lead to a page, or one with escapes in it, which would be taken for a part of the address.
    fn is_unlinked(&self, begin: usize, end: usize) -> bool {
        let addresses = self.characters(begin, end).filter_map(|(at, it)| self.address(at, it));
        let found = addresses.max();
        let mut characters = self.characters(begin, end);
        found == Some(Address::Other)
            || found.is_some() && characters.any(|(at, it)| self.escape(at, it).is_some())
    }
}

/// An address that a renderer may link.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Address {
    /// A page or a mailbox.
    Page,
    /// Anything else, such as a script.
    Other,
}

/// Returns whether a line certainly needs no escapes, as most do not.
fn is_plain(line: &str) -> bool {
    let special = |it: u8| {
        matches!(
            it,
            b'\\'
                | b'`'
                | b'*'
                | b'['
                | b']'
                | b'<'
                | b'|'
                | b'~'
                | b'^'
                | b'{'
                | b'}'
                | b'_'
                | b'#'
                | b'&'
                | b'$'
                | b'@'
                | b'='
                | b'+'
                | b':'
        )
    };
    let first = line.split(char::is_whitespace).next().unwrap_or_default();
    !first.starts_with(['>', '-']) && !first.ends_with(['.', ')']) && !line.bytes().any(special)
}

fn is_entity(rest: &str) -> bool {
    let end = rest.find(|it: char| !it.is_ascii_alphanumeric() && it != '#');
    end.is_some_and(|end| end > 0 && rest[end..].starts_with(';'))
}

/// Returns whether a colon begins the name of an emoji, such as `:smile:`. What is written behind
/// the text may be the second colon.
fn is_shortcode(before: char, rest: &str) -> bool {
    let is_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '+' | '-');
    let (name, after) = rest.split_at(rest.find(|it| !is_name(it)).unwrap_or(rest.len()));
    let is_name = name.contains(|it: char| it.is_ascii_alphabetic())
        || matches!(name, "+1" | "-1" | "100" | "1234");
    is_name && (after.starts_with(':') || after.is_empty() && !before.is_alphanumeric())
}

/// Returns whether a text is a number that can begin a list, also as a letter or in Roman digits,
/// perhaps behind a parenthesis.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('(').unwrap_or(text);
    let is_roman = |it: u8| b"ivxlcdm".contains(&it.to_ascii_lowercase());
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
        || text.len() <= 9 && !text.is_empty() && text.bytes().all(is_roman)
        || text.len() == 1 && text.bytes().all(|it| it.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests;
