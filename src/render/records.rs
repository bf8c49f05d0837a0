//! A block per row, `column  value`: for tables that no terminal of this width can hold.

use std::io::{self, Write};

use super::sheet::Sheet;
use super::width::width;
use super::wrap;

/// Names leave the values at least this much room, or the values go beneath them.
const VALUE_ROOM: usize = 24;

/// Where values stand that go beneath their names.
const INDENT: usize = 2;

pub(super) fn write(sheet: &Sheet, room: usize, out: &mut dyn Write) -> io::Result<()> {
    let headings = sheet.headings();
    let longest = headings.iter().map(|heading| width(heading)).max().unwrap_or(0);
    for (index, row) in sheet.rows.iter().enumerate() {
        writeln!(out, "{}{}", if index > 0 { "\n" } else { "" }, rule(index + 1, sheet.rows.len(), room))?;
        for (heading, value) in headings.iter().zip(row) {
            field(heading, value, longest, room, out)?;
        }
    }
    Ok(())
}

fn rule(number: usize, of: usize, room: usize) -> String {
    let label = format!("── {number} of {of} ");
    let rest = room.min(60).saturating_sub(width(&label));
    format!("{label}{}", "─".repeat(rest))
}

fn field(heading: &str, value: &str, longest: usize, room: usize, out: &mut dyn Write) -> io::Result<()> {
    let beside = longest + 2 + VALUE_ROOM <= room;
    let indent = if beside { longest + 2 } else { INDENT };
    let mut lines = wrap::wrapped(value, room - indent).into_iter();
    if beside {
        let gap = " ".repeat(indent - width(heading));
        writeln!(out, "{}", format!("{heading}{gap}{}", lines.next().unwrap_or_default()).trim_end())?;
    } else {
        wrap::wrapped(heading, room).into_iter().try_for_each(|line| writeln!(out, "{line}"))?;
    }
    lines.try_for_each(|line| writeln!(out, "{}{line}", " ".repeat(indent)))
}
