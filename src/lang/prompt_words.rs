//! The words of prompts in a language, which can be typed at a terminal beside the English ones.

use crate::lang::{Phrase, Words, say};

/// A word of prompts: in English, as scripts and this program have it, and in a language.
#[derive(Debug)]
pub(crate) struct PromptWord {
    pub(crate) english: String,
    /// What can be typed for it; the first one is shown.
    pub(crate) own: Vec<String>,
    pub(crate) place: Place,
}

/// Where a word of prompts stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// At the beginning.
    Head,
    /// At the beginning, where a role is shown.
    Role,
    /// At the beginning of the names of those who are here.
    Names,
    /// Between other words: ` by `.
    Within,
    /// In brackets behind a name: `(guest)`.
    Mark,
}

/// Lists the words of prompts of a language.
pub(crate) fn prompt_words(words: &Words) -> Vec<PromptWord> {
    let heads = [
        say!("word-decide"),
        say!("word-select"),
        say!("word-explore"),
        say!("word-report"),
        say!("word-text"),
        say!("word-term"),
        say!("word-lasts"),
        say!("word-expires"),
        say!("word-once"),
        say!("word-who"),
        say!("word-measure"),
        say!("word-about"),
        say!("word-replaces"),
        say!("word-ends"),
        say!("word-withdraw"),
        say!("word-postpone"),
        say!("word-refer"),
        say!("word-drop"),
        say!("word-call"),
        say!("word-round"),
        say!("word-close"),
        say!("word-put"),
        say!("word-remove"),
        say!("word-move"),
        say!("word-backlog"),
        say!("word-object"),
        say!("word-concern"),
        say!("word-aside"),
        say!("word-join"),
        say!("word-leave"),
        say!("word-aim"),
        say!("word-domain"),
        say!("word-role"),
        say!("word-end"),
        say!("word-appoint"),
        say!("word-rule"),
        say!("word-effect"),
    ];
    let list = |place, phrase: &Phrase| PromptWord {
        english: phrase.key["word-".len()..].replace('-', " "),
        own: words.list_of(phrase),
        place,
    };
    let mut all: Vec<PromptWord> = heads.iter().map(|it| list(Place::Head, it)).collect();
    all.push(list(Place::Names, &say!("word-all-but")));
    all.push(list(Place::Names, &say!("word-all")));
    all.push(list(Place::Within, &say!("word-by")));
    all.push(list(Place::Within, &say!("word-for")));
    all.push(list(Place::Within, &say!("word-until")));
    for it in [say!("word-as"), say!("word-from"), say!("word-on")] {
        all.push(list(Place::Within, &it));
    }
    all.push(list(Place::Role, &say!("word-since")));
    all.push(list(Place::Mark, &say!("word-guest")));
    all.push(list(Place::Mark, &say!("word-outside")));
    all
}

/// Puts the words of a language in place of the English ones, where a language file shows in
/// backticks what can be typed. Arguments in braces stay.
pub(crate) fn in_own_words(source: &str, words: &Words) -> String {
    let all = prompt_words(words);
    let due = words.list_of(&say!("word-due"));
    let mut text = String::with_capacity(source.len());
    for line in source.split_inclusive('\n') {
        for (index, part) in line.split('`').enumerate() {
            if index > 0 {
                text.push('`');
            }
            if index % 2 == 1 { text += &span(part, &all, &due) } else { text += part }
        }
    }
    text
}

/// Translates the words within one pair of backticks.
fn span(span: &str, all: &[PromptWord], due: &[String]) -> String {
    // A line of a file is shown as it is written there.
    if span.contains('=') {
        return span.to_owned();
    }
    let shown = |english: &str, place| {
        let word = all.iter().find(|it| it.place == place && it.english == english);
        word.and_then(|it| it.own.first())
    };
    let head = |english: &str| shown(english, Place::Head).or_else(|| shown(english, Place::Names));
    let (begun, rest) = if let Some(rest) = span.strip_prefix("all but") {
        (shown("all but", Place::Names).cloned(), rest)
    } else {
        let end = span.find(' ').unwrap_or(span.len());
        (head(&span[..end]).cloned(), &span[end..])
    };
    let begun = begun.unwrap_or_else(|| span[..span.len() - rest.len()].to_owned());
    let text = format!("{begun}{rest}");
    let tokens: Vec<&str> = text.split(' ').collect();
    let token = |(index, token): (usize, &&str)| {
        let next = tokens.get(index + 1).copied().unwrap_or_default();
        let own = match *token {
            "by" if next.starts_with(|it: char| it.is_ascii_digit()) => due.first(),
            "as" | "by" | "for" | "from" | "on" | "until" => shown(token, Place::Within),
            "since" => shown(token, Place::Role),
            _ => {
                let mark = token.strip_prefix('(').and_then(|it| it.split_once(')'));
                let own = mark.and_then(|(mark, end)| Some((shown(mark, Place::Mark)?, end)));
                return own.map_or((*token).to_owned(), |(own, end)| format!("({own}){end}"));
            }
        };
        own.map_or_else(|| (*token).to_owned(), Clone::clone)
    };
    tokens.iter().enumerate().map(token).collect::<Vec<_>>().join(" ")
}
