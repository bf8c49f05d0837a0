//! What a page shows beside its tables: claims by key, and how much the reports look at.

use super::Store;
use super::query::{Value, cells};
use crate::error::Result;

/// Of several readings under one key the last is the one that reports count, else the newest that stands. All keys at once: what
/// the view looks up of entities is looked up once.
const BY_KEY: &str = "SELECT * FROM claim_details WHERE claim_key IN (SELECT value FROM json_each(?1))
    ORDER BY is_current, retired_import_id IS NULL, method DESC, claim_id";

const OVERVIEW: &str = "SELECT
    (SELECT count(*) FROM current_articles) AS articles,
    (SELECT count(DISTINCT publisher_id) FROM current_articles) AS publishers,
    (SELECT count(*) FROM current_claims) AS claims,
    (SELECT min(published) FROM current_articles) AS first,
    (SELECT max(published) FROM current_articles) AS last";

impl Store {
    /// The rows of `claim_details` for these keys, with the names of its columns; of several under one key the last counts.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn claims_by_key<'a>(
        &self,
        keys: impl Iterator<Item = &'a String>,
    ) -> Result<(Vec<String>, Vec<Vec<Value>>)> {
        self.time_limit.begin();
        let keys: serde_json::Value = keys.map(String::as_str).collect();
        let mut statement = self.connection.prepare(BY_KEY)?;
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let width = names.len();
        let rows = statement.query_map([keys.to_string()], |row| cells(row, width))?;
        let rows = rows.collect::<rusqlite::Result<_>>()?;
        Ok((names, rows))
    }

    /// How many articles, publishers and claims reports look at, and from when to when: `articles`, `publishers`, `claims`,
    /// `first`, `last`.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn overview(&self) -> Result<(Vec<String>, Vec<Value>)> {
        self.time_limit.begin();
        let mut statement = self.connection.prepare(OVERVIEW)?;
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let width = names.len();
        let row = statement.query_row([], |row| cells(row, width))?;
        Ok((names, row))
    }
}
