//! The bordered table of a terminal. The cells come wrapped; comfy-table aligns them and draws the lines.

use comfy_table::{Cell, CellAlignment, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle};

use super::sheet::Sheet;
use super::{layout, wrap};
use crate::report::Align;

/// Light: lines between the columns and under the header, no frame.
const LIGHT: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction('│'))
    .header_separator(LineStyle::none().fill('─').junction('┼'))
    .content_lines(ContentLineStyle::none().junction('│'));

/// Between rows, where some have several lines.
const BETWEEN_ROWS: LineStyle = LineStyle::none().fill('╌').junction('┼');

/// The table in at most `room` columns; none if it does not fit.
pub(super) fn fitted(sheet: &Sheet, room: usize) -> Option<String> {
    let columns = sheet.names.len();
    let lines = (3 * columns).saturating_sub(1); // a space on both sides of a column, a line between two
    let widths = layout::widths(sheet, room.checked_sub(lines)?)?;
    Some(drawn(sheet, &widths))
}

fn drawn(sheet: &Sheet, widths: &[usize]) -> String {
    let mut table = Table::new();
    table.force_no_tty().set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(cells(&sheet.headings(), sheet, widths));
    let mut tall = false;
    for row in &sheet.rows {
        let cells = cells(row, sheet, widths);
        tall |= cells.iter().any(|cell| cell.content().contains('\n'));
        table.add_row(cells);
    }
    table.load_style(if tall { LIGHT.row_separator(BETWEEN_ROWS) } else { LIGHT });
    table.trim_fmt()
}

fn cells(texts: &[String], sheet: &Sheet, widths: &[usize]) -> Vec<Cell> {
    let cell = |((text, &width), align): ((&String, &usize), &Align)| {
        let alignment = match align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
        };
        Cell::new(wrap::wrapped(text, width).join("\n")).set_alignment(alignment)
    };
    texts.iter().zip(widths).zip(&sheet.aligns).map(cell).collect()
}
