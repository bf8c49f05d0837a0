//! A table as words on a screen: the columns that are shown, each value as one clean line.

use super::{Look, sanitise};
use crate::report::{Align, Column, Reads, Table, Value};

/// What stands for NULL where people read.
const NOTHING: &str = "–";

/// The longest a cell gets on a screen, in characters; files have it whole.
const CAP: usize = 400;

/// Header and cells, sanitised, without line breaks.
pub(super) struct Sheet {
    /// A name per column, as in the view.
    pub names: Vec<String>,
    /// A side per column.
    pub aligns: Vec<Align>,
    /// Rows as long as `names`.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    pub(super) fn new(table: &Table, look: &Look) -> Self {
        let shown = shown_columns(table, look);
        let columns = || shown.iter().map(|&index| &table.columns[index]);
        Self {
            names: columns().map(|column| sanitise::line(&column.name)).collect(),
            aligns: columns().map(|column| column.align).collect(),
            rows: table
                .rows
                .iter()
                .map(|row| shown.iter().map(|&i| screen_text(&table.columns[i], row.get(i))).collect())
                .collect(),
        }
    }

    /// The names as a heading that wraps: `as of` for `as_of`.
    pub(super) fn headings(&self) -> Vec<String> {
        self.names.iter().map(|name| heading(name)).collect()
    }
}

/// A column's name for people.
pub(super) fn heading(name: &str) -> String {
    sanitise::line(&name.replace('_', " "))
}

/// Which columns are shown where room is scarce; all, if none is marked brief.
pub(super) fn shown_columns(table: &Table, look: &Look) -> Vec<usize> {
    let everything = look.all_columns || !table.columns.iter().any(|column| column.brief);
    let wanted = |column: &Column| everything || column.brief;
    table.columns.iter().enumerate().filter(|(_, column)| wanted(column)).map(|(index, _)| index).collect()
}

fn screen_text(column: &Column, value: Option<&Value>) -> String {
    sanitise::cut(&clean_text(column, value), CAP)
}

/// A value as one clean line of any length.
pub(super) fn clean_text(column: &Column, value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => NOTHING.to_string(),
        Some(Value::Integer(1)) if column.reads == Reads::YesNo => "yes".to_string(),
        Some(Value::Integer(0)) if column.reads == Reads::YesNo => "no".to_string(),
        Some(Value::Integer(number)) => number.to_string(),
        Some(Value::Real(number)) => real_text(*number),
        Some(Value::Text(text)) => sanitise::line(text),
    }
}

/// At most three decimals, none that say nothing: `0.333`, `2`.
pub(super) fn real_text(number: f64) -> String {
    if number.abs() >= 1e15 {
        return format!("{number:e}"); // digits beyond what the number knows would be invented
    }
    let text = format!("{number:.3}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_string() } else { text.to_string() }
}
