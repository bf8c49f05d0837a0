//! What a page shows beside its tables: single claims by key, and how much the reports look at.

use rusqlite::OptionalExtension as _;

use super::Store;
use super::query::{Value, cells};
use crate::error::Result;

/// Of several readings under one key the one that reports count, else the newest that stands.
const BY_KEY: &str = "SELECT * FROM claim_details WHERE claim_key = ?1
    ORDER BY is_current DESC, retired_import_id IS NOT NULL, method, claim_id DESC LIMIT 1";

const OVERVIEW: &str = "SELECT
    (SELECT count(*) FROM current_articles) AS articles,
    (SELECT count(DISTINCT publisher_id) FROM current_articles) AS publishers,
    (SELECT count(*) FROM current_claims) AS claims,
    (SELECT min(published) FROM current_articles) AS first,
    (SELECT max(published) FROM current_articles) AS last";

impl Store {
    /// The row of `claim_details` for a claim's key, with the names of its columns.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn claim_by_key(&self, key: &str) -> Result<Option<(Vec<String>, Vec<Value>)>> {
        self.time_limit.begin();
        let mut statement = self.connection.prepare_cached(BY_KEY)?;
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let width = names.len();
        let row = statement.query_row([key], |row| cells(row, width)).optional()?;
        Ok(row.map(|row| (names, row)))
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
