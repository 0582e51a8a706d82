//! Rows and columns, to the width there is; as lines where that is too narrow for columns.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, presets};

use crate::desk::wrap::{columns, harmless};

/// A page narrower than this shows rows as lines.
pub const NARROW: usize = 60;

/// A blank on either side of a cell.
const BESIDE: usize = 2;

/// The least that the column with the words gets, where they are as long; else every column wraps.
const LEAST: usize = 16;

/// Lays out rows as columns of at most `width`, without lines between them.
///
/// Where they are too wide, the column `prose` is wrapped, so that dates and names stay whole.
pub fn table(rows: &[Vec<String>], prose: usize, width: usize) -> Vec<String> {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    // A column in which nothing stands would only leave a hole.
    let wide = |column: usize| {
        let cells = rows.iter().filter_map(|it| it.get(column));
        cells.map(|it| columns(&harmless(it))).max().unwrap_or(0)
    };
    let longest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let filled: Vec<usize> = (0..longest).filter(|it| wide(*it) > 0).collect();
    for row in rows {
        table.add_row(
            filled.iter().map(|it| row.get(*it).map_or_else(String::new, |it| harmless(it))),
        );
    }
    let others = filled.iter().filter(|it| **it != prose);
    let taken: usize = others.map(|it| wide(*it) + BESIDE).sum();
    if taken + wide(prose).min(LEAST) + BESIDE <= width {
        for (column, _) in table.column_iter_mut().zip(&filled).filter(|(_, it)| **it != prose) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    table.lines().map(|it| it.trim_end().to_owned()).collect()
}

/// Returns a row as one line, its cells with dots between; empty cells are left out.
pub fn line(row: &[String]) -> String {
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

    #[test]
    fn columns_line_up_also_for_wide_characters() {
        let expected = " 1  Quiet hours  decide   Chen\n 2  静音时间     explore";
        assert_eq!(table(&rows(), 1, 80).join("\n"), expected);
    }

    #[test]
    fn a_column_with_nothing_in_it_is_left_out() {
        let rows = [["1", "", "Ana"], ["2", "", ""]].map(|it| it.map(str::to_owned).to_vec());
        assert_eq!(table(&rows, 0, 80).join("\n"), " 1  Ana\n 2");
    }

    #[test]
    fn only_the_words_are_wrapped_where_there_is_too_little_room() {
        let row = ["5 September 2026", "What is harvested in August", "review 5 December 2026"];
        let rows = [row.map(str::to_owned).to_vec()];
        let expected = " 5 September 2026  What is harvested  review 5 December 2026\n                   in August";
        assert_eq!(table(&rows, 1, 62).join("\n"), expected);
    }

    #[test]
    fn a_row_is_one_line_without_its_empty_cells() {
        assert_eq!(line(&rows()[1]), "2 · 静音时间 · explore");
    }
}
