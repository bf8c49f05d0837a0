//! Rows of a table, read from one database and written to another, whatever their columns are.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// Rows in memory.
pub struct Rows {
    insert: String,
    rows: Vec<Vec<Value>>,
}

impl Rows {
    pub fn read(from: &Connection, table: &str, condition: &str) -> Self {
        let mut statement = from.prepare(&format!("SELECT * FROM {table} {condition}")).unwrap();
        let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let count = columns.len();
        let read = |row: &rusqlite::Row<'_>| (0..count).map(|index| row.get(index)).collect();
        let rows = statement.query_map([], read).unwrap().map(Result::unwrap).collect();
        let marks = vec!["?"; count].join(", ");
        Self { insert: format!("INSERT INTO {table} ({}) VALUES ({marks})", columns.join(", ")), rows }
    }

    pub fn insert(&self, to: &Connection) {
        let mut insert = to.prepare_cached(&self.insert).unwrap();
        for row in &self.rows {
            insert.execute(params_from_iter(row)).unwrap();
        }
    }
}

/// Fails unless both have as many rows in every table, so that nothing that an import writes is forgotten here.
pub fn compare(one: &Connection, other: &Connection) {
    let mut statement = one
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'")
        .unwrap();
    let names: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for name in names {
        let count = |connection: &Connection| -> i64 {
            connection.query_row(&format!("SELECT count(*) FROM {name}"), [], |row| row.get(0)).unwrap()
        };
        assert_eq!(count(one), count(other), "{name}");
    }
}
