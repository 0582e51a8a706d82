//! Rows and columns, to the width there is; as lines where that is too narrow for columns.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};

use crate::terminal::wrap::{columns, harmless, longest_word, wrapped};

/// A page narrower than this shows rows as lines.
pub(super) const NARROW: usize = 60;

/// A blank on either side of a cell.
const BESIDE: usize = 2;

/// A word longer than this may be broken; it is an address, or nonsense.
const LONGEST: usize = 24;

/// Lays out rows as columns of at most `width`, without lines between them; `None` where words
/// would have to be broken for it.
///
/// Only the columns `wraps` are wrapped, so that dates stay whole. A column in which nothing
/// stands would only leave a hole: it is left out.
pub(super) fn table(rows: &[Vec<String>], wraps: &[usize], width: usize) -> Option<Vec<String>> {
    let widest = |column: usize, of: fn(&str) -> usize| {
        let cells = rows.iter().filter_map(|it| it.get(column));
        cells.map(|it| of(&harmless(it))).max().unwrap_or(0)
    };
    let longest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let filled: Vec<usize> = (0..longest).filter(|it| widest(*it, columns) > 0).collect();
    let wanted: Vec<usize> = filled.iter().map(|it| widest(*it, columns)).collect();
    let least = filled.iter().zip(&wanted).map(|(column, wanted)| {
        let is_wrapped = wraps.contains(column);
        if is_wrapped { widest(*column, longest_word).min(LONGEST) } else { *wanted }
    });
    let widths = fitted(wanted.clone(), &least.collect::<Vec<_>>(), width)?;
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    for row in rows {
        let cell = |column: &usize| row.get(*column).map_or_else(String::new, |it| harmless(it));
        table.add_row(filled.iter().map(cell));
    }
    for ((column, index), width) in table.column_iter_mut().zip(&filled).zip(widths) {
        // What is left over at the end of every line is of use to nobody.
        let cells = rows.iter().filter_map(|it| it.get(*index));
        let lines = cells.flat_map(|it| wrapped(&harmless(it), width));
        let width = lines.map(|it| columns(&it)).max().unwrap_or(0);
        let width = u16::try_from(width + BESIDE).unwrap_or(u16::MAX);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
    }
    // What was glued together so that no line ends in it is blanks to whoever reads it.
    Some(table.lines().map(|it| it.replace(GLUE, " ").trim_end().to_owned()).collect())
}

/// A blank at which no line ends.
pub(crate) const GLUE: &str = "\u{a0}";

/// Takes from the widest columns what is too much, each down to its least.
fn fitted(mut widths: Vec<usize>, least: &[usize], width: usize) -> Option<Vec<usize>> {
    let total = |widths: &[usize]| widths.iter().map(|it| it + BESIDE).sum::<usize>();
    while total(&widths) > width {
        let columns = widths.iter_mut().zip(least).filter(|(width, least)| **width > **least);
        let (widest, _) = columns.max_by_key(|(width, _)| **width)?;
        *widest -= 1;
    }
    Some(widths)
}

/// Returns a row as one line, its cells with dots between; empty cells are left out.
pub(super) fn line(row: &[String]) -> String {
    let cells: Vec<String> =
        row.iter().map(|it| harmless(it)).filter(|it| !it.is_empty()).collect();
    cells.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Vec<String>> {
        [["1", "Quiet hours", "decide", "Chen"], ["2", "静音时间", "explore", ""]]
            .map(|row| row.map(str::to_owned).to_vec())
            .to_vec()
    }

    fn laid_out(rows: &[Vec<String>], wraps: &[usize], width: usize) -> Vec<String> {
        table(rows, wraps, width).expect("there is room")
    }

    #[test]
    fn columns_line_up_also_for_wide_characters() {
        let expected = " 1  Quiet hours  decide   Chen\n 2  静音时间     explore";
        assert_eq!(laid_out(&rows(), &[1], 80).join("\n"), expected);
    }

    #[test]
    fn a_column_with_nothing_in_it_is_left_out() {
        let rows = [["1", "", "Ana"], ["2", "", ""]].map(|it| it.map(str::to_owned).to_vec());
        assert_eq!(laid_out(&rows, &[0], 80).join("\n"), " 1  Ana\n 2");
    }

    #[test]
    fn only_the_words_are_wrapped_where_there_is_too_little_room() {
        let row = ["5 September 2026", "What is harvested in August", "review 5 December 2026"];
        let rows = [row.map(str::to_owned).to_vec()];
        let expected = " 5 September 2026  What is harvested  review 5 December 2026\n                   in August";
        assert_eq!(laid_out(&rows, &[1], 62).join("\n"), expected);
    }

    #[test]
    fn where_a_word_would_have_to_be_broken_there_are_no_columns() {
        let rows = [vec!["Treppenhausreinigung".to_owned(), "2026-09-05".to_owned()]];
        assert!(table(&rows, &[0], 34).is_some());
        assert_eq!(table(&rows, &[0], 33), None);
        let glued = [vec![format!("one{GLUE}two three"), "4".to_owned()]];
        assert_eq!(laid_out(&glued, &[0], 12).join("\n"), " one two  4\n three");
    }

    #[test]
    fn a_row_is_one_line_without_its_empty_cells() {
        assert_eq!(line(&rows()[1]), "2 · 静音时间 · explore");
    }
}
