//! The rows of a CSV file, one after another, so that a file may be larger than memory. Knows nothing of what a row means.

use std::cell::Cell;
use std::io::{self, BufRead, Cursor, Read};
use std::rc::Rc;
use std::sync::Arc;

use csv::{ByteRecord, Reader, ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8};

use super::super::{Content, Session};
use crate::model::{Place, Problem};
use crate::source::node::cut as shortened;
use crate::source::open::{too_large, unreadable};
use crate::source::part::{Cutter, PORTION};
use crate::source::{Kind, decode};

/// Cuts a table into portions of rows.
pub(super) fn cut(mut content: Content<'_>, cutter: &mut Cutter<'_>) {
    let (is_table, is_wide) = match content.fill_buf() {
        Ok(head) => (is_text(head), is_wide(head, cutter.options.encoding.as_deref())),
        Err(error) => return cutter.problem(unreadable(&error, &cutter.place)),
    };
    if is_table && !is_wide {
        return Table::read(content, cutter);
    }
    // Nothing that could be cut, or no bytes that end a row: it is read whole, and says what is wrong.
    let Some(bytes) = cutter.bytes(content) else { return };
    match decode::decode(&bytes, &cutter.place, cutter.options) {
        Ok(text) => Table::read(Box::new(Cursor::new(text.as_bytes())), cutter),
        Err(problem) => cutter.problem(problem),
    }
}

fn is_text(head: &[u8]) -> bool {
    !String::from_utf8_lossy(head).trim().is_empty() && crate::source::foreign::foreign(head).is_none()
}

/// Whether separators are not the bytes that they are in ASCII.
fn is_wide(head: &[u8], label: Option<&str>) -> bool {
    let marked = Encoding::for_bom(head).is_some_and(|(encoding, _)| encoding != UTF_8);
    let said = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    marked || said.is_some_and(|said| !said.is_ascii_compatible() || said == ISO_2022_JP)
}

/// A table while its rows are read.
struct Table<'c> {
    reader: Reader<Bounded<Content<'c>>>,
    /// What is left of the bytes that a row may have.
    left: Rc<Cell<u64>>,
    /// Lines above the first row.
    above: u64,
    columns: Arc<Vec<String>>,
}

impl<'c> Table<'c> {
    /// Reads the names of the columns, then all rows.
    fn read(content: Content<'c>, cutter: &mut Cutter<'_>) {
        match Self::begin(content, cutter) {
            Ok(mut table) => table.rows(cutter),
            Err(problem) => cutter.problem(problem),
        }
    }

    fn begin(mut content: Content<'c>, cutter: &Cutter<'_>) -> Result<Self, Problem> {
        let max_bytes = cutter.options.max_bytes;
        let broken = |error: io::Error| unreadable(&error, &cutter.place);
        let (mut first, mut above) = (Vec::new(), 0);
        loop {
            first.clear();
            content.by_ref().take(max_bytes).read_until(b'\n', &mut first).map_err(broken)?;
            if above == 0 && first.starts_with(b"\xEF\xBB\xBF") {
                first.drain(..3);
            }
            if !first.ends_with(b"\n") || !super::stands_above(&String::from_utf8_lossy(&first)) {
                break;
            }
            above += 1;
        }
        let left = Rc::new(Cell::new(max_bytes));
        let mut builder = ReaderBuilder::new();
        builder.delimiter(super::separator(&first)).flexible(true);
        // A claim may quote a line that begins with #.
        builder.comment((cutter.input.kind == Kind::Entities).then_some(b'#'));
        let rows: Content<'c> = Box::new(Cursor::new(first).chain(content));
        let mut reader = builder.from_reader(Bounded { rows, left: Rc::clone(&left) });
        let place = cutter.place.at_line(above + 1);
        let columns = match reader.byte_headers() {
            Ok(columns) => columns.clone(),
            Err(error) => return Err(broken_row(error, max_bytes, &place)),
        };
        let columns = string_record(columns, &place, cutter.options)?;
        let columns: Vec<String> = columns.iter().map(|column| column.trim().to_owned()).collect();
        if let Some((_, column)) =
            columns.iter().enumerate().find(|(at, name)| !name.is_empty() && columns[..*at].contains(name))
        {
            let problem =
                Problem::refused(place, format!("two columns are called \"{}\"", shortened(column)));
            return Err(problem.with_way_out("rename or remove one of them"));
        }
        Ok(Self { reader, left, above, columns: Arc::new(columns) })
    }

    fn rows(&mut self, cutter: &mut Cutter<'_>) {
        let max_bytes = cutter.options.max_bytes;
        let mut any = false;
        let mut portion = self.portion();
        while !cutter.is_stopped() {
            self.left.set(max_bytes);
            let mut row = ByteRecord::new();
            match self.reader.read_byte_record(&mut row) {
                Ok(false) => break,
                Ok(true) => portion.push(row, self.above, self.reader.position().line()),
                Err(error) => {
                    std::mem::replace(&mut portion, self.portion()).hand_on(cutter);
                    let line = self.reader.position().line() + self.above;
                    cutter.problem(broken_row(error, max_bytes, &cutter.place.at_line(line)));
                    any = true;
                    break;
                }
            }
            any = true;
            if portion.size >= PORTION {
                std::mem::replace(&mut portion, self.portion()).hand_on(cutter);
            }
        }
        portion.hand_on(cutter);
        if !any {
            let problem =
                Problem::refused(cutter.place.clone(), "there is no row below the names of the columns");
            cutter.problem(problem.with_way_out("write a row for each record"));
        }
    }

    fn portion(&self) -> Portion {
        Portion { columns: Arc::clone(&self.columns), rows: Vec::new(), size: 0 }
    }
}

/// Rows with the lines on which they begin and end.
struct Portion {
    columns: Arc<Vec<String>>,
    rows: Vec<(ByteRecord, (u64, u64))>,
    size: usize,
}

impl Portion {
    fn push(&mut self, row: ByteRecord, above: u64, next_line: u64) {
        let line = row.position().map_or(1, csv::Position::line) + above;
        self.size += row.as_slice().len();
        self.rows.push((row, (line, (next_line + above).saturating_sub(1))));
    }

    fn hand_on(self, cutter: &mut Cutter<'_>) {
        if !self.rows.is_empty() {
            cutter.part(self.size, move |session| self.read(session));
        }
    }

    fn read(self, session: &mut Session<'_>) {
        for (row, lines) in self.rows {
            match string_record(row, &session.place.at_line(lines.0), session.options) {
                Ok(row) => super::read_row(&row, &self.columns, lines, session),
                Err(problem) => session.problem(problem),
            }
        }
    }
}

/// A row as text, by the encoding of its file.
fn string_record(
    row: ByteRecord,
    place: &Place,
    options: &crate::source::Options,
) -> Result<StringRecord, Problem> {
    let row = match StringRecord::from_byte_record(row) {
        Ok(text) => return Ok(text),
        Err(error) => error.into_byte_record(),
    };
    row.iter().map(|cell| decode::decode_line(cell, place, options)).collect()
}

fn broken_row(error: csv::Error, max_bytes: u64, place: &Place) -> Problem {
    match error.into_kind() {
        csv::ErrorKind::Io(error) if error.get_ref().is_some_and(|inner| inner.is::<TooLong>()) => {
            too_large("the row", max_bytes, place)
        }
        csv::ErrorKind::Io(error) => unreadable(&error, place),
        error => Problem::refused(place.clone(), format!("this is not CSV: {error:?}")),
    }
}

/// Content that ends in an error where a row is too long: a quotation mark that is never closed makes one row of all that
/// follows.
struct Bounded<R> {
    rows: R,
    left: Rc<Cell<u64>>,
}

#[derive(Debug, thiserror::Error)]
#[error("the row is too long")]
struct TooLong;

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 && !buffer.is_empty() {
            return Err(io::Error::other(TooLong));
        }
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.rows.read(&mut buffer[..most])?;
        self.left.set(left - read as u64);
        Ok(read)
    }
}
