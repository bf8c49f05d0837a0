//! Aligned columns two spaces apart, one row per line, no lines drawn: what a pipe gets.

use std::io::{self, Write};

use super::sanitise;
use super::sheet::Sheet;
use super::width::width;
use crate::report::Align;

/// Header (the names as in the view) and rows; nothing is wrapped.
pub(super) fn write(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let widths = widths(sheet);
    line(&sheet.names, &widths, &sheet.aligns, out)?;
    sheet.rows.iter().try_for_each(|row| line(row, &widths, &sheet.aligns, out))
}

/// Rows of cells in aligned columns, for lists that are no reports; a cell is one clean line.
pub(super) fn aligned(rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| sanitise::line(cell)).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or(0))
        .collect();
    let mut text = String::new();
    for row in &rows {
        text.push_str(&joined(row, &widths, &vec![Align::Left; columns]));
        text.push('\n');
    }
    text
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
    writeln!(out, "{}", joined(cells, widths, aligns))
}

fn joined(cells: &[String], widths: &[usize], aligns: &[Align]) -> String {
    let padded = cells.iter().zip(widths).zip(aligns).map(|((cell, &wide), align)| {
        let gap = " ".repeat(wide - width(cell));
        match align {
            Align::Left => format!("{cell}{gap}"),
            Align::Right => format!("{gap}{cell}"),
        }
    });
    padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}
