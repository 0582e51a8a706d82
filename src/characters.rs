//! Characters that would not look as they are stored: forbidden ones, and ones that nobody sees.

/// Returns whether a character is forbidden: a control character other than tab and line feed, a
/// Unicode line separator, or a mark that changes the writing direction.
fn is_forbidden(character: char) -> bool {
    matches!(character,
        '\0'..='\x08' | '\x0b'..='\x1f' | '\x7f'..='\u{9f}'
        | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns whether a character is invisible and means nothing in a name: the default ignorable
/// code points of Unicode and the blank of Braille, except for [joiners](is_joiner) and variation
/// selectors.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
        | '\u{200b}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// Returns whether a character joins or orders the letters around it, as many scripts need.
fn is_joiner(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200c}'..='\u{200f}')
}

/// Returns whether a character chooses a form of the letter or emoji before it.
fn is_selector(character: char) -> bool {
    matches!(character,
        '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// Finds the first forbidden character, with its byte offset.
pub fn forbidden(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, it)| is_forbidden(*it))
}

/// Finds the first character of a name that nobody sees, with its byte offset. Joiners inside a
/// word and variation selectors behind a letter belong to it.
pub(crate) fn unseen(name: &str) -> Option<(usize, char)> {
    let is_edge = |it: Option<char>| it.is_none_or(char::is_whitespace);
    name.char_indices().find(|(at, it)| {
        let (before, after) = (name[..*at].chars().next_back(), name[*at..].chars().nth(1));
        is_invisible(*it)
            || (is_joiner(*it) && (is_edge(before) || is_edge(after)))
            || (is_selector(*it) && is_edge(before))
    })
}

/// Removes forbidden characters, which journals edited by hand may contain.
pub(crate) fn clean(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    text.chars().filter(|it| !is_forbidden(*it)).collect()
}

/// Returns whether a text has only characters of ASCII that are shown, tabs and line feeds.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|it| matches!(it, b' '..=b'~' | b'\n' | b'\t'))
}

/// Writes forbidden characters so that they are seen: `\u{202e}`. The carriage returns of Windows
/// line ends are left out.
pub(crate) fn escaped(text: &str) -> String {
    escaped_where(text, is_forbidden)
}

/// Writes forbidden and invisible characters so that they are seen. This is for the names of files,
/// for arguments, and for the errors that quote them.
pub(crate) fn visible(text: &str) -> String {
    escaped_where(text, |it| is_forbidden(it) || is_invisible(it))
}

fn escaped_where(text: &str, hides: impl Fn(char) -> bool) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    for it in text.replace("\r\n", "\n").chars() {
        if hides(it) {
            shown.extend(it.escape_unicode());
        } else {
            shown.push(it);
        }
    }
    shown
}

/// Escapes forbidden and invisible characters in the text of a JSON document, where they stand only
/// in strings.
pub(crate) fn escaped_json(json: &str) -> String {
    if is_plain(json) {
        return json.to_owned();
    }
    let mut shown = String::with_capacity(json.len());
    for it in json.chars() {
        if is_forbidden(it) || is_invisible(it) {
            let units = it.encode_utf16(&mut [0; 2]).to_vec();
            shown.extend(units.into_iter().map(|it| format!("\\u{it:04x}")));
        } else {
            shown.push(it);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_change_how_text_is_shown_are_forbidden() {
        for character in ['\0', '\r', '\x1b', '\x7f', '\u{9b}', '\u{202e}', '\u{2066}', '\u{2028}']
        {
            assert_eq!(forbidden(&format!("aé{character}b")), Some((3, character)));
        }
        assert_eq!(forbidden("a\tb\nc\u{200e}\u{200f}\u{200d}👩‍🌾 陈伟"), None);
    }

    #[test]
    fn characters_that_nobody_sees_are_found_in_names() {
        for character in [
            '\u{ad}',
            '\u{180e}',
            '\u{200b}',
            '\u{2060}',
            '\u{2064}',
            '\u{3164}',
            '\u{feff}',
            '\u{e0001}',
            '\u{e0061}',
            '\u{2800}',
            '\u{115f}',
        ] {
            assert_eq!(unseen(&format!("Aé{character}na")), Some((3, character)));
        }
        for edge in ["\u{200d}", "Ana\u{200c}", "Ana \u{200f}Berg", "\u{fe0f}Ana", "Ana \u{fe0f}"] {
            assert!(unseen(edge).is_some(), "{edge:?}");
        }
        for name in ["علی\u{200c}رضا", "👩\u{200d}🌾", "☕\u{fe0f}", "א\u{200f}ב", "陈伟"]
        {
            assert_eq!(unseen(name), None, "{name:?}");
        }
    }

    #[test]
    fn what_would_not_be_seen_is_escaped() {
        assert_eq!(
            escaped("a\u{1b}[31mb\r\nc\u{202e}\u{200b}"),
            "a\\u{1b}[31mb\nc\\u{202e}\u{200b}"
        );
        assert_eq!(
            visible("a\u{9b}\u{200b}\u{e0061}\u{200d}"),
            "a\\u{9b}\\u{200b}\\u{e0061}\u{200d}"
        );
        assert_eq!(
            escaped_json("\"\u{7f}\u{202e}\u{e0061}é\""),
            "\"\\u007f\\u202e\\udb40\\udc61é\""
        );
    }
}
