//! The schema with its documentation, read from the schema itself: the comments in its statements.

use super::Store;
use super::views::names;
use crate::error::Result;

/// A table or view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableDoc {
    /// Its name.
    pub name: String,
    /// `table` or `view`.
    pub kind: String,
    /// The statement that makes it.
    pub sql: String,
    /// Its columns: name, type, and the comment beside it.
    pub columns: Vec<(String, String, String)>,
}

/// Every table and view of a fact database, tables first.
///
/// # Errors
/// When SQLite fails.
pub fn schema(store: &Store) -> Result<Vec<TableDoc>> {
    let connection = &store.connection;
    let listed = names(
        connection,
        "SELECT name FROM sqlite_schema
         WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'article\\_search\\_%' ESCAPE '\\'
             AND name <> 'refinery_schema_history'
         ORDER BY type, name LIKE 'report\\_%' ESCAPE '\\', name",
    )?;
    listed.into_iter().map(|name| describe(store, name)).collect()
}

fn describe(store: &Store, name: String) -> Result<TableDoc> {
    let (kind, sql): (String, String) = store.connection.query_row(
        "SELECT type, sql FROM sqlite_schema WHERE name = ?1 AND type IN ('table', 'view')",
        [&name],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut statement = store.connection.prepare("SELECT name, type FROM pragma_table_info(?1)")?;
    let columns = statement
        .query_map([&name], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?
        .map(|column| column.map(|(column, kind)| (column.clone(), kind, comment(&sql, &column))))
        .collect::<rusqlite::Result<_>>()?;
    Ok(TableDoc { name, kind, sql, columns })
}

/// The comment at the end of the line that declares a column, or, for one that a migration added, within its definition.
fn comment(sql: &str, column: &str) -> String {
    let behind = sql
        .lines()
        .find(|line| line.split_whitespace().next() == Some(column))
        .and_then(|line| line.split_once("-- "))
        .map(|(_, comment)| comment);
    let within = || {
        let (_, definition) = sql.split_once(&format!(", {column} "))?;
        Some(definition.split_once("/*")?.1.split_once("*/")?.0)
    };
    behind.or_else(within).unwrap_or_default().trim().to_owned()
}
