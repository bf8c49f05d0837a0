//! What SQLite counted of the tables that an import fills. It plans by these counts: those of a file with one article have it
//! look through all articles for each of a hundred thousand.

use rusqlite::Connection;

use crate::error::Result;

/// Where SQLite keeps them, and what of it is forgotten: counts of the tables that grow (names, vocabularies and the like
/// keep theirs), and all samples, for whose sake a statement is planned anew whenever another value is bound to it.
const FORGET: &[(&str, &str)] = &[
    (
        "sqlite_stat1",
        "DELETE FROM sqlite_stat1 WHERE tbl LIKE 'article%' OR tbl LIKE 'claim%' OR tbl LIKE '%origin%'
             OR tbl LIKE 'answer%' OR tbl LIKE 'question%' OR tbl LIKE 'changed%' OR tbl LIKE 'kept%' OR tbl LIKE 'stale%'",
    ),
    ("sqlite_stat4", "DELETE FROM sqlite_stat4"),
];

/// Forgets them, so that this connection takes the tables for large. A run that ends has them counted again.
pub(super) fn forget(connection: &Connection) -> Result<()> {
    let mut forgotten = 0;
    for (table, sql) in FORGET {
        let is_there: bool = connection.query_row(
            "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1)",
            [table],
            |row| row.get(0),
        )?;
        if is_there {
            forgotten += connection.execute(sql, [])?;
        }
    }
    if forgotten > 0 {
        // Reads what is left.
        connection.execute_batch("ANALYZE sqlite_schema")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::forget;
    use rusqlite::Connection;

    /// How SQLite looks for an article by id or key.
    fn plan(connection: &Connection) -> String {
        connection
            .query_row(
                "EXPLAIN QUERY PLAN SELECT 1 FROM articles WHERE id = 5 OR (key = 'a' AND text_hash = 'b')",
                [],
                |row| row.get("detail"),
            )
            .expect("a plan")
    }

    #[test]
    fn counts_of_a_small_file_do_not_plan_a_large_import() {
        let connection = Connection::open_in_memory().expect("a database");
        connection
            .execute_batch(
                "CREATE TABLE articles (id INTEGER PRIMARY KEY, key TEXT, text_hash TEXT, UNIQUE (key, text_hash));
                 INSERT INTO articles (key, text_hash) VALUES ('k', 'h');
                 ANALYZE",
            )
            .expect("a table");
        assert!(plan(&connection).starts_with("SCAN"), "SQLite takes it for small");
        forget(&connection).expect("forgotten");
        assert!(!plan(&connection).starts_with("SCAN"), "{}", plan(&connection));
    }
}
