//! Aligned columns two spaces apart, one row per line, no lines drawn: what a pipe gets.

use std::io::{self, Write};

use super::sheet::Sheet;
use super::width::width;
use crate::report::Align;

/// Header (the names as in the view) and rows; nothing is wrapped.
pub(super) fn write(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let widths = widths(sheet);
    line(&sheet.names, &widths, &sheet.aligns, out)?;
    sheet.rows.iter().try_for_each(|row| line(row, &widths, &sheet.aligns, out))
}

fn widths(sheet: &Sheet) -> Vec<usize> {
    let mut widths: Vec<usize> = sheet.names.iter().map(|name| width(name)).collect();
    for row in &sheet.rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(width(cell));
        }
    }
    widths
}

fn line(cells: &[String], widths: &[usize], aligns: &[Align], out: &mut dyn Write) -> io::Result<()> {
    let padded = cells.iter().zip(widths).zip(aligns).map(|((cell, &wide), align)| {
        let gap = " ".repeat(wide - width(cell));
        match align {
            Align::Left => format!("{cell}{gap}"),
            Align::Right => format!("{gap}{cell}"),
        }
    });
    writeln!(out, "{}", padded.collect::<Vec<_>>().join("  ").trim_end())
}
