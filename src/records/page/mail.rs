//! Writes a message with minutes, ready for a mail program: RFC 5322 and MIME.
//!
//! The body is text in UTF-8 as a reader sees it: without front matter and escapes.

use std::fmt::Write;

use email_encoding::headers::writer::EmailWriter;
use email_encoding::headers::{quoted_string, rfc2047};

use crate::meeting::Moment;
use crate::records::page::markdown;
use crate::text::{clean, one_line};

/// The greatest length of a line of a message in bytes (RFC 5322, section 2.1.1).
const LONGEST: usize = 998;

/// Whom a message is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recipient {
    pub name: String,
    pub address: Address,
}

/// An address that can stand in a message as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address(String);

impl Address {
    /// Returns the address if it has one `@` and only characters that need no quotes (RFC 5322,
    /// section 3.4.1). A domain with other letters than ASCII has to be written in Punycode.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let is_atom = |it: char| it.is_ascii_graphic() && !"()<>[]:;@\\,\"".contains(it);
        let is_part = |it: &str| {
            !it.is_empty() && it.split('.').all(|it| !it.is_empty() && it.chars().all(is_atom))
        };
        let (local, domain) = text.split_once('@')?;
        let is_short = text.len() <= 254;
        (is_short && is_part(local) && is_part(domain)).then(|| Self(text.to_owned()))
    }
}

/// Writes a message with a page of minutes. The program that sends it adds who sends it.
///
/// Control characters and line breaks in names and subject are left out, because they would begin
/// another line of the head.
pub(crate) fn message(to: &[Recipient], subject: &str, page: &str, at: Moment) -> String {
    let mut out = String::new();
    header(&mut out, "To: ", |w| {
        for (index, Recipient { name, address: Address(address) }) in to.iter().enumerate() {
            if index > 0 {
                w.write_char(',')?;
                w.space();
            }
            quoted_string::encode(&one_line(&clean(name)), w)?;
            w.space();
            // At one go, because a line is folded only between two writes.
            w.folding().write_str(&format!("<{address}>"))?;
        }
        Ok(())
    });
    let subject = one_line(&clean(subject));
    header(&mut out, "Subject: ", |w| {
        // Text that looks encoded would be decoded.
        if subject.is_ascii() && !subject.contains("=?") {
            w.folding().write_str(&subject)
        } else {
            rfc2047::encode(&subject, w)
        }
    });
    out += &format!("Date: {}\n", at.to_rfc2822());
    out += "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";
    out + &readable(page)
}

/// Writes a line of the head, folded where it is long.
fn header(
    out: &mut String,
    name: &str,
    write: impl FnOnce(&mut EmailWriter<'_>) -> std::fmt::Result,
) {
    let mut line = name.to_owned();
    let length = line.len();
    write(&mut EmailWriter::new(&mut line, length, 0, false))
        .expect("a text takes what is written");
    *out += &line.replace("\r\n", "\n");
    out.push('\n');
}

/// Returns a page as text: headings with a line below, no escapes, no marks for bold, no line too long
/// for a message.
fn readable(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    for line in page.lines() {
        let level = line.bytes().take_while(|it| *it == b'#').count();
        let is_heading = (1..=6).contains(&level) && line[level..].starts_with(' ');
        let text = if is_heading { &line[level + 1..] } else { line };
        let text = markdown::unescaped(&text.replace("**", "")).replace('\u{a0}', " ");
        let text = text.trim_end();
        short(&mut out, text);
        let under = match level {
            1 if is_heading => "=",
            2 if is_heading => "-",
            _ => continue,
        };
        out.push_str(&under.repeat(text.chars().count().min(72)));
        out.push('\n');
    }
    out
}

/// Writes a text in lines that are not too long, broken at blanks where there are any.
fn short(out: &mut String, mut text: &str) {
    while text.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(LONGEST);
        let at = text[..end].rfind(' ').filter(|at| *at > 0).unwrap_or(end);
        out.push_str(&text[..at]);
        out.push('\n');
        text = text[at..].trim_start_matches(' ');
    }
    out.push_str(text);
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(name: &str) -> Recipient {
        let address = Address::of("ana@example.org").unwrap();
        Recipient { name: name.to_owned(), address }
    }

    fn sent(names: &[&str], subject: &str, page: &str) -> String {
        let at = "2026-09-05T21:00:00+02:00".parse().unwrap();
        message(&names.iter().map(|it| to(it)).collect::<Vec<_>>(), subject, page, at)
    }

    #[test]
    fn a_message_has_its_head_and_the_page_as_it_is_read() {
        let page =
            "# Garden\n\n**Not final.**\n\n## Decisions\n\n> a\\_b &lt;c>  \n> \u{a0}d\n\n- e\n";
        let expected = "To: Ana <ana@example.org>, \"Ben \\\"B\\\" C\" <ana@example.org>\n\
             Subject: Garden, minutes\nDate: Sat, 5 Sep 2026 21:00:00 +0200\nMIME-Version: 1.0\n\
             Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n\
             Garden\n======\n\nNot final.\n\nDecisions\n---------\n\n> a_b <c>\n>  d\n\n- e\n";
        assert_eq!(sent(&["Ana", "Ben \"B\" C"], "Garden, minutes", page), expected);
    }

    #[test]
    fn no_name_and_no_title_adds_a_line_to_the_head() {
        let page = "x\n";
        for text in
            ["Zoë", "a\r\nBcc: x@example.org", "a\nBcc: x", "=?utf-8?Q?a=0D=0ABcc?=", "\u{7f}\0"]
        {
            let sent = sent(&[text], text, page);
            let head = sent.split("\n\n").next().unwrap();
            let names = ["To", "Subject", "Date", "MIME-Version", "Content-"];
            for line in head.lines() {
                let is_known = line.starts_with(' ') || names.iter().any(|it| line.starts_with(it));
                assert!(is_known && line.is_ascii() && line.len() < 79, "{text:?}: {line}");
            }
        }
    }

    #[test]
    fn an_address_has_one_at_sign_and_nothing_to_be_quoted() {
        for good in ["ana@example.org", "a.b+c@x", "o'neil@example.org"] {
            assert!(Address::of(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "ana",
            "@x",
            "ana@",
            "a@b@c",
            "a b@c",
            "a,b@c",
            "<a@b>",
            "a@b>\nBcc: c@d",
            "a..b@c",
            ".a@b",
            "a@b.",
            "ana@bücher.example",
            "\"a\"@b",
            "Ana <ana@example.org>",
        ] {
            assert_eq!(Address::of(bad), None, "{bad}");
        }
    }

    #[test]
    fn no_line_is_longer_than_a_message_allows() {
        let page = format!("- {} é{}\n", "word ".repeat(300), "é".repeat(600));
        let text = readable(&page);
        assert!(text.lines().all(|it| it.len() <= LONGEST), "{text}");
        let joined = |it: &str| it.split_whitespace().collect::<String>();
        assert_eq!(joined(&text), joined(&page));
    }

    #[test]
    fn minutes_are_read_without_marks() {
        let page = include_str!("../sample/minutes-all.en.md");
        let text = readable(page);
        assert!(
            text.starts_with("Garden, minutes of 5 September 2026\n=====") && !text.contains("**")
        );
        assert!(
            text.contains("\nClarifying questions\n\n- Ana: Does it cover the pump?\n"),
            "{text}"
        );
    }
}
