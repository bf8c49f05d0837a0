//! JSON for programs: one table is an object with its title, question, columns and rows; none or several are an array of those.

use std::io::{self, Write};

use serde_json::{Map, Number, Value as Json, json};

use super::Format;
use crate::render::{Look, sanitise};
use crate::report::{Cell, Column, Document, Rows, Table};

pub(super) const FORMAT: Format = Format {
    name: "json",
    summary: "one document, with the columns' meanings",
    evidence: None,
    open: Some(open),
    write,
};

fn write(document: &Document<'_>, look: &Look, out: &mut (dyn Write + Send)) -> io::Result<()> {
    let [table] = document.tables else {
        let json: Json = document.tables.iter().map(whole).collect();
        return writeln!(out, "{}", visible(&serde_json::to_string_pretty(&json)?));
    };
    let mut rows = open(table, look, out)?;
    table.each_row(|row| rows.row(row))?;
    rows.end()
}

/// A table as an object, its rows as they come: what `to_string_pretty` makes of `whole`.
struct Object<'a> {
    columns: Vec<Column>,
    is_empty: bool,
    out: &'a mut (dyn Write + Send),
}

fn open<'a>(head: &Table, _: &Look, out: &'a mut (dyn Write + Send)) -> io::Result<Box<dyn Rows + 'a>> {
    let above = Table { rows: Vec::new(), ..head.clone() };
    let json = visible(&serde_json::to_string_pretty(&whole(&above))?);
    // The rows are the last of the object: `[]` and `}` are left for the end.
    let (begun, _) = json.rsplit_once(']').unwrap_or((&json, ""));
    out.write_all(begun.as_bytes())?;
    Ok(Box::new(Object { columns: head.columns.clone(), is_empty: true, out }))
}

impl Rows for Object<'_> {
    fn row(&mut self, row: &[Cell<'_>]) -> io::Result<()> {
        let json = serde_json::to_string_pretty(&Json::Object(row_object(&self.columns, row)))?;
        let parted = if std::mem::take(&mut self.is_empty) { "\n    " } else { ",\n    " };
        write!(self.out, "{parted}{}", visible(&json).replace('\n', "\n    "))
    }

    fn end(&mut self) -> io::Result<()> {
        writeln!(self.out, "{}", if self.is_empty { "]\n}" } else { "\n  ]\n}" })
    }
}

fn whole(table: &Table) -> Json {
    let column = |column: &crate::report::Column| json!({ "name": column.name, "meaning": column.meaning });
    json!({
        "report": table.title,
        "question": table.question,
        "columns": table.columns.iter().map(column).collect::<Vec<_>>(),
        "rows": rows(table),
    })
}

fn rows(table: &Table) -> Vec<Json> {
    let object = |row: &Vec<_>| {
        Json::Object(row_object(&table.columns, &row.iter().map(Cell::from).collect::<Vec<_>>()))
    };
    table.rows.iter().map(object).collect()
}

/// A row by the names of its columns, every column, in order.
pub(super) fn row_object(columns: &[Column], row: &[Cell<'_>]) -> Map<String, Json> {
    columns.iter().zip(row).map(|(column, value)| (column.name.clone(), cell(value))).collect()
}

fn cell(value: &Cell<'_>) -> Json {
    match value {
        Cell::Null => Json::Null,
        Cell::Integer(number) => Json::from(*number),
        Cell::Real(number) => Number::from_f64(rounded(*number)).map_or(Json::Null, Json::Number),
        Cell::Text(text) => Json::from(text.as_ref()),
    }
}

/// To three decimals, as in the other formats.
fn rounded(number: f64) -> f64 {
    if number.abs() < 1e12 { (number * 1000.0).round() / 1000.0 } else { number }
}

/// Spells hidden characters as `\uXXXX`: the same JSON, but harmless on a terminal and visible in an editor. Line feeds are left, which
/// stand only between tokens.
pub(in crate::render) fn visible(json: &str) -> String {
    let mut visible = String::with_capacity(json.len());
    for c in json.chars() {
        if c >= '\u{7f}' && sanitise::hidden(c) {
            let units: String =
                c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect();
            visible.push_str(&units);
        } else {
            visible.push(c);
        }
    }
    visible
}
