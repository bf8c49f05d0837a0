//! JSON for programs: one table is an object with its title, question, columns and rows; none or several are an array of those.

use std::io::{self, Write};

use serde_json::{Map, Number, Value as Json, json};

use super::Format;
use crate::render::{Look, sanitise};
use crate::report::{Document, Table, Value};

pub(super) const FORMAT: Format =
    Format { name: "json", summary: "one document, with the columns' meanings", evidence: None, write };

fn write(document: &Document<'_>, _: &Look, out: &mut dyn Write) -> io::Result<()> {
    let json = match document.tables {
        [table] => whole(table),
        several => several.iter().map(whole).collect(),
    };
    writeln!(out, "{}", visible(&serde_json::to_string_pretty(&json)?))
}

fn whole(table: &Table) -> Json {
    let column = |column: &crate::report::Column| json!({ "name": column.name, "meaning": column.meaning });
    json!({
        "report": table.title,
        "question": table.question,
        "columns": table.columns.iter().map(column).collect::<Vec<_>>(),
        "rows": table.rows.iter().map(|row| Json::Object(row_object(table, row))).collect::<Vec<_>>(),
    })
}

/// A row by the names of its columns, every column, in order.
pub(super) fn row_object(table: &Table, row: &[Value]) -> Map<String, Json> {
    table.columns.iter().zip(row).map(|(column, value)| (column.name.clone(), cell(value))).collect()
}

fn cell(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Integer(number) => Json::from(*number),
        Value::Real(number) => Number::from_f64(rounded(*number)).map_or(Json::Null, Json::Number),
        Value::Text(text) => Json::from(text.as_str()),
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
