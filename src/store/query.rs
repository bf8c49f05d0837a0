//! Any query as rows of values.

use std::borrow::Cow;
use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, Row};

use crate::error::{Error, Result};

use super::explain::{TOO_LONG, words};

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// SQL NULL: not said, not known.
    Null,
    /// A whole number.
    Integer(i64),
    /// A fraction.
    Real(f64),
    /// Text.
    Text(String),
}

/// One cell of a row that is handed on: its words are those of SQLite, which are gone with the next row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// SQL NULL: not said, not known.
    Null,
    /// A whole number.
    Integer(i64),
    /// A fraction.
    Real(f64),
    /// Text; a copy only where the file holds what is no text.
    Text(Cow<'a, str>),
}

impl<'a> From<ValueRef<'a>> for Cell<'a> {
    #[inline]
    fn from(value: ValueRef<'a>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Integer(number),
            ValueRef::Real(number) => Self::Real(number),
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Self::Text(words_of(bytes)),
        }
    }
}

impl<'a> From<&'a Value> for Cell<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Integer(number) => Self::Integer(*number),
            Value::Real(number) => Self::Real(*number),
            Value::Text(words) => Self::Text(Cow::Borrowed(words)),
        }
    }
}

impl From<Cell<'_>> for Value {
    fn from(cell: Cell<'_>) -> Self {
        match cell {
            Cell::Null => Self::Null,
            Cell::Integer(number) => Self::Integer(number),
            Cell::Real(number) => Self::Real(number),
            Cell::Text(words) => Self::Text(words.into_owned()),
        }
    }
}

/// Asked whether all of it is text first, which takes a tenth of the time of going through it for what is not.
#[inline]
pub(super) fn words_of(bytes: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// Names of the columns of a query, and its rows.
pub(super) fn table(connection: &Connection, sql: &str) -> Result<(Vec<String>, Vec<Vec<Value>>)> {
    let mut statement = connection.prepare(sql)?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let width = names.len();
    let rows = statement.query_map([], |row| cells(row, width))?.collect::<rusqlite::Result<_>>()?;
    Ok((names, rows))
}

pub(super) fn cells(row: &Row<'_>, width: usize) -> rusqlite::Result<Vec<Value>> {
    (0..width).map(|column| Ok(Cell::from(row.get_ref(column)?).into())).collect()
}

impl super::Store {
    /// Names of the report views in the file, the program's and the user's.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn report_views(&self) -> Result<Vec<String>> {
        super::views::names(
            &self.connection,
            "SELECT name FROM main.sqlite_schema WHERE type = 'view' AND name LIKE 'report\\_%' ESCAPE '\\' ORDER BY name",
        )
    }

    /// All rows of a view.
    ///
    /// # Errors
    /// When there is no such view, or SQLite fails.
    pub fn view_rows(&self, view: &str) -> Result<(Vec<String>, Vec<Vec<Value>>)> {
        self.time_limit.begin();
        table(&self.connection, &select(view)).map_err(|error| self.told_of(view, error))
    }

    /// Names of the columns of a view.
    ///
    /// # Errors
    /// When there is no such view, or it cannot be read.
    pub fn view_names(&self, view: &str) -> Result<Vec<String>> {
        let statement =
            self.connection.prepare(&select(view)).map_err(|error| self.told_of(view, error.into()))?;
        Ok(statement.column_names().map(str::to_owned).collect())
    }

    /// What went wrong with a view, for people.
    pub(super) fn told_of(&self, view: &str, error: Error) -> Error {
        let code = match &error {
            Error::Sqlite(error) => error.sqlite_error_code(),
            _ => None,
        };
        let file = self.path().unwrap_or(Path::new("")).display();
        match error {
            Error::Sqlite(_) if code == Some(ErrorCode::OperationInterrupted) => {
                Error::user(format!("{file}: the view {view} {TOO_LONG}"))
            }
            // A view that a user or a stranger made may be anything.
            Error::Sqlite(error) if code == Some(ErrorCode::Unknown) => {
                Error::user(format!("{file}: the view {view} cannot be read: {}", words(&error)))
            }
            other => other,
        }
    }
}

/// A number that changes when another connection writes to the file.
pub(super) fn data_version(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
}

pub(super) fn select(view: &str) -> String {
    format!("SELECT * FROM {}", super::views::quoted(view))
}

impl super::Store {
    /// One row of `claim_details`, with the names of its columns.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn claim_details(&self, claim_id: i64) -> Result<(Vec<String>, Vec<Value>)> {
        let mut statement =
            self.connection.prepare_cached("SELECT * FROM claim_details WHERE claim_id = ?1")?;
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let width = names.len();
        let row = statement.query_row([claim_id], |row| cells(row, width))?;
        Ok((names, row))
    }
}
