//! RFC 4180 for spreadsheets and scripts: a header row and every column, lines ended by a line feed, NULL empty.
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"); numbers do not. One
//! table is nothing but header and rows. Several are each headed by a row with the title alone, and parted by an empty line.

use std::borrow::Cow;
use std::io::{self, Write};

use super::Format;
use crate::render::sheet::real_text;
use crate::render::{Look, sanitise};
use crate::report::{Cell, Document, Rows, Table};

pub(super) const FORMAT: Format = Format {
    name: "csv",
    summary: "every column, for spreadsheets; formulas are defused",
    evidence: None,
    open: Some(open),
    write,
};

/// Bytes that are written at once.
const BUFFER: usize = 64 * 1024;

fn write(document: &Document<'_>, look: &Look, out: &mut (dyn Write + Send)) -> io::Result<()> {
    let tables = document.tables;
    for (index, table) in tables.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        if tables.len() > 1 {
            records(out).write_record([text(&table.title, look).as_ref()]).map_err(as_io)?;
        }
        let mut rows = open(table, look, out)?;
        table.each_row(|row| rows.row(row))?;
        rows.end()?;
    }
    Ok(())
}

/// Header first, then a record a row.
struct Records<'a> {
    writer: ::csv::Writer<&'a mut (dyn Write + Send)>,
    look: Look,
}

fn open<'a>(head: &Table, look: &Look, out: &'a mut (dyn Write + Send)) -> io::Result<Box<dyn Rows + 'a>> {
    let mut writer = records(out);
    writer
        .write_record(head.columns.iter().map(|column| text(&column.name, look).into_owned()))
        .map_err(as_io)?;
    Ok(Box::new(Records { writer, look: *look }))
}

impl Rows for Records<'_> {
    fn row(&mut self, row: &[Cell<'_>]) -> io::Result<()> {
        for value in row {
            match value {
                Cell::Text(words) if self.look.width.is_none() && !is_formula(words) => {
                    self.writer.write_field(words.as_bytes()).map_err(as_io)?;
                }
                value => self.writer.write_field(cell(value, &self.look).as_bytes()).map_err(as_io)?,
            }
        }
        self.writer.write_record(None::<&[u8]>).map_err(as_io)
    }

    fn end(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// The crate would call every error another one, and a reader that went away would be no more than that.
fn as_io(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// The csv crate takes a record of another length for an error unless told otherwise.
fn records(out: &mut (dyn Write + Send)) -> ::csv::Writer<&mut (dyn Write + Send)> {
    ::csv::WriterBuilder::new().flexible(true).buffer_capacity(BUFFER).from_writer(out)
}

fn cell<'a>(value: &'a Cell<'_>, look: &Look) -> Cow<'a, str> {
    match value {
        Cell::Null => Cow::Borrowed(""),
        Cell::Integer(number) => Cow::Owned(number.to_string()),
        Cell::Real(number) => Cow::Owned(real_text(*number)),
        Cell::Text(words) => text(words, look),
    }
}

/// As it is, but no formula; on a terminal without what commands terminals, since CSV has no way to spell it.
fn text<'a>(text: &'a str, look: &Look) -> Cow<'a, str> {
    let text = if look.width.is_some() { Cow::Owned(sanitise::line(text)) } else { Cow::Borrowed(text) };
    if is_formula(&text) { Cow::Owned(format!("'{text}")) } else { text }
}

/// The first byte tells most texts apart, of which a report has millions; that of the wide signs begins other characters, too.
#[inline]
fn is_formula(text: &str) -> bool {
    matches!(text.as_bytes(), [b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n', ..])
        || text.as_bytes().first() == Some(&0xEF) && text.starts_with(['＝', '＋', '－', '＠'])
}
