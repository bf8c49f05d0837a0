//! CSV from spreadsheets: a row a record, its first row naming the fields. Separated by commas, semicolons or tabs.

mod rows;

use csv::{ReaderBuilder, StringRecord};

use super::{Format, Session};
use crate::model::Problem;
use crate::source::metadata::is_text;
use crate::source::node::{Field, Node, Value};
use crate::source::{Kind, claims, entities, records};

/// The format.
pub(super) const FORMAT: Format = Format {
    id: "csv",
    name: "CSV",
    extensions: &["csv", "tsv"],
    holds: &[Kind::Entities, Kind::Claims, Kind::Articles],
    is_certain: |_| false,
    recognise,
    kind: |head| kind_of(&columns(&table_of(head))),
    cut: rows::cut,
};

/// Cells that hold numbers, of the fields of claims.
const NUMBERS: &[&str] = &["occurrence", "quantity.low", "quantity.best", "quantity.high", "speaker.count"];

/// Only a row of two names or more tells CSV from a text.
fn recognise(head: &str) -> bool {
    let columns = columns(&table_of(head));
    let named = ["title", "url", "published", "date", "publisher", "headline", "predicate", "name"];
    kind_of(&columns).is_some()
        && columns.iter().any(|column| named.contains(&column.to_lowercase().as_str()))
}

fn kind_of(columns: &[String]) -> Option<Kind> {
    let has = |name: &str| columns.iter().any(|column| column == name);
    if (has("quote") || has("span")) && has("predicate") {
        Some(Kind::Claims)
    } else if has("key") && has("name") && has("kind") {
        Some(Kind::Entities)
    } else {
        columns.iter().any(|column| is_text(column)).then_some(Kind::Articles)
    }
}

/// A table without what may stand above its first row.
struct Table<'t> {
    rows: &'t str,
    separator: u8,
}

fn table_of(text: &str) -> Table<'_> {
    let mut rows = text;
    while let Some((line, rest)) = rows.split_once('\n')
        && stands_above(line)
    {
        rows = rest;
    }
    Table { rows, separator: separator(rows.lines().next().unwrap_or_default().as_bytes()) }
}

/// Whether a line is none of the table's: comments, and a line that tells Excel the separator.
fn stands_above(line: &str) -> bool {
    line.starts_with('#') || line.trim().is_empty() || line.trim().to_lowercase().starts_with("sep=")
}

/// What separates the cells of a row: what it has most of.
fn separator(first: &[u8]) -> u8 {
    let count = |separator: &u8| first.iter().filter(|b| *b == separator).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(count).unwrap_or(b',')
}

fn columns(table: &Table<'_>) -> Vec<String> {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(table.separator).flexible(true);
    let columns = builder.from_reader(table.rows.as_bytes()).headers().cloned().unwrap_or_default();
    columns.iter().map(|column| column.trim().to_owned()).collect()
}

/// Reads one row, which stands on the lines from `line` up to `last`.
fn read_row(row: &StringRecord, columns: &[String], (line, last): (u64, u64), session: &mut Session<'_>) {
    if row.iter().all(|cell| cell.trim().is_empty()) {
        return;
    }
    let runs_on = row.len() < columns.len() && row.iter().any(|cell| cell.contains('\n'));
    if row.len() > columns.len() || runs_on {
        let reason = format!(
            "the row of lines {line} to {last} has {} cells for {} columns",
            row.len(),
            columns.len()
        );
        let way_out =
            "put cells that hold the separator into quotation marks, and close every quotation mark";
        return session.problem(Problem::refused(session.place.at_line(line), reason).with_way_out(way_out));
    }
    let cells =
        columns.iter().zip(row).filter(|(column, cell)| !column.is_empty() && !cell.trim().is_empty());
    let mut fields = Vec::new();
    for (column, cell) in cells {
        match session.input.kind {
            Kind::Claims => nested(&mut fields, column, cell, line),
            Kind::Entities => {
                fields.push(Field { name: column.clone(), node: entity_cell(column, cell, line) })
            }
            Kind::Articles => {
                let node = Node::new(line, Value::Text(cell.to_owned()));
                fields.push(Field { name: column.clone(), node });
            }
        }
    }
    records::read(&Node::new(line, Value::Table(fields)), session);
}

/// `quantity.low` and `quantity_low` are the field `low` of the table `quantity`.
fn nested(fields: &mut Vec<Field>, column: &str, cell: &str, line: u64) {
    let part = claims::TABLES.iter().find_map(|(table, _)| {
        let field = column.strip_prefix(table)?.strip_prefix(['.', '_'])?;
        Some((*table, field))
    });
    let name = part.map_or_else(|| column.to_owned(), |(table, field)| format!("{table}.{field}"));
    let node = Node::new(line, claim_cell(&name, cell));
    let Some((table, field)) = part else { return fields.push(Field { name, node }) };
    let field = Field { name: field.to_owned(), node };
    match fields.iter_mut().find(|known| known.name == table).map(|known| &mut known.node.value) {
        Some(Value::Table(known)) => known.push(field),
        _ => fields.push(Field { name: table.to_owned(), node: Node::new(line, Value::Table(vec![field])) }),
    }
}

/// A cell is words; where a claim wants a number, a flag or a span, it is read as one if it looks like one.
fn claim_cell(name: &str, cell: &str) -> Value {
    let words = || Value::Text(cell.to_owned());
    match name {
        "core" => flag(cell).map_or_else(words, Value::Flag),
        "span" => {
            let ends = cell.split(|c: char| !c.is_ascii_digit()).filter(|end| !end.is_empty());
            Value::List(
                ends.filter_map(|end| end.parse().ok())
                    .map(|end| Node::new(0, Value::Integer(end)))
                    .collect(),
            )
        }
        name if NUMBERS.contains(&name) => cell.trim().parse().map_or_else(|_| words(), Value::Integer),
        _ => words(),
    }
}

fn entity_cell(column: &str, cell: &str, line: u64) -> Node {
    let words = |cell: &str| Value::Text(cell.trim().to_owned());
    let value = match column {
        "weak_name" => flag(cell).map_or_else(|| words(cell), Value::Flag),
        _ if entities::is_list(column) => {
            Value::List(cell.split('|').map(|element| Node::new(line, words(element))).collect())
        }
        _ => words(cell),
    };
    Node::new(line, value)
}

/// True and false as people and spreadsheets write them.
fn flag(cell: &str) -> Option<bool> {
    match cell.trim().to_lowercase().as_str() {
        "true" | "yes" | "1" => Some(true),
        "false" | "no" | "0" => Some(false),
        _ => None,
    }
}
