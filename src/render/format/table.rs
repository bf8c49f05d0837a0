//! For people: a bordered table that fits the terminal, records where it cannot, plain aligned columns in a pipe.

use std::io::{self, Write};

use super::Format;
use crate::render::sheet::Sheet;
use crate::render::{Look, grid, plain, records, sanitise, wrap};
use crate::report::{Document, Table};

pub(super) const FORMAT: Format = Format {
    name: "table",
    summary: "for the terminal: fits its width; plain columns in a pipe",
    evidence: None,
    open: None,
    write,
};

const BOLD: &str = "1";

fn write(document: &Document<'_>, look: &Look, out: &mut (dyn Write + Send)) -> io::Result<()> {
    for (index, table) in document.tables.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        heading(table, look, out)?;
        body(table, look, out)?;
    }
    Ok(())
}

fn heading(table: &Table, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    for line in fitted(&sanitise::line(&table.title), look) {
        writeln!(out, "{}", look.painted(BOLD, &line))?;
    }
    for line in fitted(&sanitise::line(&table.question), look) {
        writeln!(out, "{line}")?;
    }
    writeln!(out)
}

fn fitted(text: &str, look: &Look) -> Vec<String> {
    match look.room() {
        Some(room) => wrap::wrapped(text, room),
        None => vec![text.to_string()],
    }
}

fn body(table: &Table, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let count = table.rows.len();
    if count == 0 {
        return writeln!(out, "no rows");
    }
    let sheet = Sheet::new(table, look);
    // In a pipe every line after the header is a row, so that `wc -l` and `awk` need no exception for a last one.
    let Some(room) = look.room() else { return plain::write(&sheet, out) };
    match grid::fitted(&sheet, room) {
        Some(grid) => writeln!(out, "{grid}")?,
        None => records::write(&sheet, room, out)?,
    }
    writeln!(out, "\n{count} row{}", if count == 1 { "" } else { "s" })
}
