//! Words of a text, with whitespace between.

/// Returns a text with single spaces in place of line breaks and runs of white space.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the offsets at which the words of a text end.
pub(crate) fn word_ends(text: &str) -> impl Iterator<Item = usize> {
    let ends = text.char_indices().map(|(at, it)| (at, it.is_whitespace()));
    let mut in_word = false;
    ends.chain([(text.len(), true)]).filter_map(move |(at, is_blank)| {
        let ends = is_blank && in_word;
        in_word = !is_blank;
        ends.then_some(at)
    })
}
