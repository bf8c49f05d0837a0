//! JSON Lines for streams: an object per row; with several tables each says first which it is from.

use std::io::{self, Write};

use serde_json::{Map, Value as Json};

use super::Format;
use super::json::{row_object, visible};
use crate::render::Look;
use crate::report::{Cell, Column, Document, Rows, Table};

pub(super) const FORMAT: Format =
    Format { name: "jsonl", summary: "a JSON object per row", evidence: None, open: Some(open), write };

fn write(document: &Document<'_>, _: &Look, out: &mut (dyn Write + Send)) -> io::Result<()> {
    let tables = document.tables;
    for table in tables {
        let report = (tables.len() > 1).then(|| table.title.clone());
        let mut lines = Lines { report, columns: table.columns.clone(), out: &mut *out };
        table.each_row(|row| lines.row(row))?;
    }
    Ok(())
}

/// A line a row, which says first what it is from where there are several tables.
struct Lines<'a> {
    report: Option<String>,
    columns: Vec<Column>,
    out: &'a mut (dyn Write + Send),
}

fn open<'a>(head: &Table, _: &Look, out: &'a mut (dyn Write + Send)) -> io::Result<Box<dyn Rows + 'a>> {
    Ok(Box::new(Lines { report: None, columns: head.columns.clone(), out }))
}

impl Rows for Lines<'_> {
    fn row(&mut self, row: &[Cell<'_>]) -> io::Result<()> {
        let mut object = Map::new();
        if let Some(report) = &self.report {
            object.insert("report".into(), Json::from(report.as_str()));
        }
        object.extend(row_object(&self.columns, row)); // a column named `report` wins: data before decoration
        writeln!(self.out, "{}", visible(&serde_json::to_string(&object)?))
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}
