//! Views are derived from the program, so they are not migrations: they are dropped before the schema changes and
//! made again after it. A user's own views are set aside meanwhile and never lost.

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use sha2::{Digest, Sha256};

use crate::error::Result;

/// A view of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Its name.
    pub name: String,
    /// Its `CREATE VIEW` statement.
    pub sql: String,
    /// Title, question and columns (JSON), if it is a report.
    pub report: Option<(String, String, String)>,
    /// How it is cut, if it is a report that can be read in parts.
    pub cut: Option<Cut>,
}

/// A way to cut a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// Statements with which a connection sees a part of it alone.
    pub sql: String,
    /// Whether each of its rows belongs to one claim, so that parts of the claims that were chosen give parts of the report.
    pub is_by_claim: bool,
}

/// Fingerprint of a list of views.
pub(super) fn fingerprint(views: &[View]) -> String {
    let mut hash = Sha256::new();
    for view in views {
        hash.update(view.sql.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Drops every view; those that are not the program's own, as it made them, are kept in `set_aside_views`.
pub(super) fn set_aside(transaction: &Transaction<'_>) -> Result<()> {
    transaction.execute(
        "INSERT INTO set_aside_views (name, kind, sql)
         SELECT name, type, sql FROM sqlite_schema AS there
         WHERE sql IS NOT NULL
             AND (type = 'view' AND NOT EXISTS (
                     SELECT 1 FROM program_views AS ours WHERE ours.name = there.name AND ours.sql = there.sql)
                 OR type = 'trigger' AND tbl_name IN (SELECT name FROM sqlite_schema WHERE type = 'view'))
         ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, sql = excluded.sql, reason = NULL",
        [],
    )?;
    for name in names(transaction, "SELECT name FROM sqlite_schema WHERE type = 'view'")? {
        transaction.execute_batch(&format!("DROP VIEW {}", quoted(&name)))?;
    }
    transaction.execute("DELETE FROM program_views", [])?;
    transaction.execute("UPDATE program SET views_hash = NULL", [])?;
    Ok(())
}

/// Makes the program's views, then the user's. What no longer fits stays set aside, with the reason.
pub(super) fn create(transaction: &Transaction<'_>, views: &[View], version: &str) -> Result<()> {
    transaction.execute("DELETE FROM reports", [])?;
    for view in views {
        transaction.execute_batch(&view.sql)?;
        transaction.execute(
            "INSERT INTO program_views (name, sql) SELECT name, sql FROM sqlite_schema WHERE name = ?1",
            [&view.name],
        )?;
        if let (Some((title, question, columns)), Some(name)) =
            (&view.report, view.name.strip_prefix("report_"))
        {
            transaction.execute(
                "INSERT INTO reports (name, title, question, columns) VALUES (?1, ?2, ?3, ?4)",
                params![name.replace('_', "-"), title, question, columns],
            )?;
        }
    }
    restore(transaction)?;
    transaction.execute(
        "INSERT INTO program (id, version, views_hash) VALUES (1, ?1, ?2)
         ON CONFLICT (id) DO UPDATE SET version = excluded.version, views_hash = excluded.views_hash",
        params![version, fingerprint(views)],
    )?;
    Ok(())
}

/// Tries every view that was set aside, again and again while one more of them fits (they may build on each other).
fn restore(transaction: &Transaction<'_>) -> Result<()> {
    loop {
        let mut statement = transaction
            .prepare("SELECT name, kind, sql FROM set_aside_views ORDER BY kind = 'trigger', name")?;
        let waiting: Vec<(String, String, String)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let mut restored = false;
        for (name, kind, sql) in waiting {
            match try_one(transaction, &name, &kind, &sql)? {
                None => restored = true,
                Some(reason) => {
                    transaction.execute(
                        "UPDATE set_aside_views SET reason = ?2 WHERE name = ?1",
                        params![name, reason],
                    )?;
                }
            }
        }
        if !restored {
            return Ok(());
        }
    }
}

/// Makes one user's view; answers why it does not fit, if it does not.
fn try_one(transaction: &Transaction<'_>, name: &str, kind: &str, sql: &str) -> Result<Option<String>> {
    transaction.execute_batch("SAVEPOINT one_view")?;
    let mut outcome = transaction.execute_batch(sql);
    if outcome.is_ok() && kind == "view" {
        // CREATE VIEW over a missing column succeeds and fails only when it is used.
        outcome = transaction.prepare(&format!("SELECT * FROM {} LIMIT 0", quoted(name))).map(drop);
    }
    match outcome {
        Ok(()) => {
            transaction.execute("DELETE FROM set_aside_views WHERE name = ?1", [name])?;
            transaction.execute_batch("RELEASE one_view")?;
            Ok(None)
        }
        Err(error) => {
            transaction.execute_batch("ROLLBACK TO one_view; RELEASE one_view")?;
            Ok(Some(error.to_string()))
        }
    }
}

/// Whether the file's views are older than, or other than, those of this program, and this program may replace them.
pub(super) fn outdated(connection: &Connection, views: &[View], version: &str) -> Result<bool> {
    let row: Option<(String, Option<String>)> = connection
        .query_row("SELECT version, views_hash FROM program", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(match row {
        None | Some((_, None)) => true,
        Some((theirs, Some(hash))) => hash != fingerprint(views) && !is_newer(&theirs, version),
    })
}

/// Whether version `a` comes after version `b`; parts compare as numbers.
fn is_newer(a: &str, b: &str) -> bool {
    let parts = |version: &str| -> Vec<u64> {
        version.split(['.', '-', '+']).map(|part| part.parse().unwrap_or(0)).collect()
    };
    parts(a) > parts(b)
}

/// Names that a query yields.
pub(super) fn names(connection: &Connection, sql: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare(sql)?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(names)
}

/// An identifier in SQL. Identifiers cannot be bound as parameters.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::is_newer;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(is_newer("0.10.0", "0.9.3"));
        assert!(!is_newer("0.9.3", "0.10.0"));
        assert!(!is_newer("1.0.0", "1.0.0"));
    }
}
