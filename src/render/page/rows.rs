//! The rows of a table whose columns are asked for by name.

use crate::report::{Table, Value};

/// A row that knows its columns.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a Table,
    cells: &'a [Value],
}

impl<'a> Row<'a> {
    /// The text of a column; none where it is empty, or there is no such column.
    pub(super) fn text(self, name: &str) -> Option<&'a str> {
        match self.value(name)? {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        }
    }

    /// The whole number of a column.
    pub(super) fn whole(self, name: &str) -> Option<u64> {
        match self.value(name)? {
            Value::Integer(number) => u64::try_from(*number).ok(),
            _ => None,
        }
    }

    fn value(self, name: &str) -> Option<&'a Value> {
        let index = self.table.columns.iter().position(|column| column.name == name)?;
        self.cells.get(index)
    }
}

/// The rows of the first table that has all these columns.
pub(super) fn with_columns<'a>(tables: &'a [Table], names: &[&str]) -> Option<Vec<Row<'a>>> {
    let has = |table: &Table, name: &str| table.columns.iter().any(|column| column.name == name);
    let table = tables.iter().find(|table| names.iter().all(|name| has(table, name)))?;
    Some(table.rows.iter().map(|cells| Row { table, cells }).collect())
}
