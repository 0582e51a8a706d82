//! Lays out rows as columns of a width, or as single lines.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};

use crate::terminal::wrap::{columns, harmless, longest_word, wrapped};

/// The least width of a page that shows rows as columns.
pub(super) const NARROW: usize = 60;

/// The width of the blanks on both sides of a cell.
const BESIDE: usize = 2;

/// The length up to which words are never broken; longer ones are addresses or nonsense.
const LONGEST: usize = 24;

/// Lays out rows as columns of at most `width`; `None` if words would have to be broken.
///
/// Only the columns `wraps` are wrapped, so that dates stay whole. Empty columns are left out.
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
        // After wrapping, a column is no wider than its longest line.
        let cells = rows.iter().filter_map(|it| it.get(*index));
        let lines = cells.flat_map(|it| wrapped(&harmless(it), width));
        let width = lines.map(|it| columns(&it)).max().unwrap_or(0);
        let width = u16::try_from(width + BESIDE).unwrap_or(u16::MAX);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
    }
    Some(table.lines().map(|it| it.replace(GLUE, " ").trim_end().to_owned()).collect())
}

/// A blank at which lines are never broken, replaced by a blank in the output.
pub(crate) const GLUE: &str = "\u{a0}";

/// Narrows the widest columns to a total width, but none below its least width; `None` if that is
/// not enough.
fn fitted(mut widths: Vec<usize>, least: &[usize], width: usize) -> Option<Vec<usize>> {
    let total = |widths: &[usize]| widths.iter().map(|it| it + BESIDE).sum::<usize>();
    while total(&widths) > width {
        let columns = widths.iter_mut().zip(least).filter(|(width, least)| **width > **least);
        let (widest, _) = columns.max_by_key(|(width, _)| **width)?;
        *widest -= 1;
    }
    Some(widths)
}

/// Joins the cells of a row with dots in one line, without empty cells.
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
    fn wide_characters_line_up() {
        let expected = " 1  Quiet hours  decide   Chen\n 2  静音时间     explore";
        assert_eq!(laid_out(&rows(), &[1], 80).join("\n"), expected);
    }

    #[test]
    fn an_empty_column_is_left_out() {
        let rows = [["1", "", "Ana"], ["2", "", ""]].map(|it| it.map(str::to_owned).to_vec());
        assert_eq!(laid_out(&rows, &[0], 80).join("\n"), " 1  Ana\n 2");
    }

    #[test]
    fn only_the_given_columns_are_wrapped() {
        let row = ["5 September 2026", "What is harvested in August", "review 5 December 2026"];
        let rows = [row.map(str::to_owned).to_vec()];
        let expected = " 5 September 2026  What is harvested  review 5 December 2026\n                   in August";
        assert_eq!(laid_out(&rows, &[1], 62).join("\n"), expected);
    }

    #[test]
    fn words_are_never_broken() {
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
