//! How much room a name needs, without knowing the font: an estimate that is rather too wide.

use unicode_width::UnicodeWidthChar;

/// Returns the width of a text in a font of this size.
pub(super) fn width(text: &str, size: f64) -> f64 {
    let wide = |it: char| match it.width().unwrap_or(0) {
        0 => 0.0,
        1 if it.is_uppercase() || matches!(it, 'm' | 'w' | 'M' | 'W') => 0.74,
        1 => 0.61,
        _ => 1.06,
    };
    text.chars().map(wide).sum::<f64>() * size
}

/// Returns whether the letters of a text may stand along a curve. Those of other scripts are joined
/// or stacked, and are written straight.
pub(super) fn may_bend(text: &str) -> bool {
    text.chars().all(|it| !matches!(it, '\u{590}'..='\u{10ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}

/// Breaks a name into lines of about this many letters, between words.
pub(super) fn lines(name: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < letters => {
                line.push(' ');
                *line += word;
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Returns the radius of a circle in which lines of these widths and heights have room.
pub(super) fn radius(widths: &[f64], height: f64) -> f64 {
    let count = u32::try_from(widths.len()).unwrap_or(u32::MAX);
    let top = -f64::from(count) * height / 2.0;
    let corner = |(at, width): (usize, &f64)| {
        let upper = top + f64::from(u32::try_from(at).unwrap_or(u32::MAX)) * height;
        let far = upper.abs().max((upper + height).abs());
        (width * width / 4.0 + far * far).sqrt()
    };
    widths.iter().enumerate().map(corner).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_broken_between_words() {
        assert_eq!(lines("Compost and soil", 10), ["Compost", "and soil"]);
        assert_eq!(lines("Öffentlichkeitsarbeit", 10), ["Öffentlichkeitsarbeit"]);
        assert_eq!(lines(" ", 10), [""; 0]);
    }

    #[test]
    fn letters_that_are_joined_are_not_bent() {
        assert!(may_bend("Garden") && may_bend("陈伟") && may_bend("Büro"));
        assert!(!may_bend("حديقة") && !may_bend("बगीचा"));
    }
}
