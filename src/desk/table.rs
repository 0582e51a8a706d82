//! Rows and columns, to the width there is; as lines where that is too narrow for columns.

use comfy_table::{ContentArrangement, Table, presets};

use crate::desk::wrap::harmless;

/// A page narrower than this shows rows as lines.
pub const NARROW: usize = 60;

/// Lays out rows as columns of at most `width`, without lines between them.
pub fn table(rows: &[Vec<String>], width: usize) -> Vec<String> {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    // A column in which nothing stands would only leave a hole.
    let is_filled =
        |column: usize| rows.iter().any(|it| it.get(column).is_some_and(|it| !it.is_empty()));
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let filled: Vec<bool> = (0..columns).map(is_filled).collect();
    for row in rows {
        let cells = row.iter().zip(&filled).filter(|(_, filled)| **filled);
        table.add_row(cells.map(|(it, _)| harmless(it)));
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
        assert_eq!(table(&rows(), 80).join("\n"), expected);
    }

    #[test]
    fn a_column_with_nothing_in_it_is_left_out() {
        let rows = [["1", "", "Ana"], ["2", "", ""]].map(|it| it.map(str::to_owned).to_vec());
        assert_eq!(table(&rows, 80).join("\n"), " 1  Ana\n 2");
    }

    #[test]
    fn a_row_is_one_line_without_its_empty_cells() {
        assert_eq!(line(&rows()[1]), "2 · 静音时间 · explore");
    }
}
