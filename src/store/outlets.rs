//! Names of news organisations as they are at one moment: whoever reads a text needs them, and not the database.

use std::collections::{HashMap, HashSet};

use super::entities::outlet_key;
use super::{Import, Store};
use crate::error::Result;

/// Keys and names of outlets and agencies.
#[derive(Debug, Default)]
pub struct Outlets {
    keys: HashSet<String>,
    /// Names in lower case, with the first key that has them.
    names: HashMap<String, String>,
}

impl Outlets {
    /// The key of a news organisation by name or key: the one it has, else the one it would get.
    pub fn key(&self, name: &str) -> String {
        if self.keys.contains(name) {
            return name.to_owned();
        }
        self.names.get(&name.to_ascii_lowercase()).cloned().unwrap_or_else(|| outlet_key(name))
    }
}

impl Store {
    /// The outlets and agencies that are there.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn outlets(&self) -> Result<Outlets> {
        let mut outlets = Outlets::default();
        let mut statement =
            self.connection.prepare("SELECT key FROM entities WHERE kind IN ('outlet', 'agency')")?;
        for key in statement.query_map([], |row| row.get(0))? {
            outlets.keys.insert(key?);
        }
        let mut statement = self.connection.prepare(
            "SELECT entity_names.name, entities.key FROM entity_names JOIN entities ON entities.id = entity_id
             WHERE entities.kind IN ('outlet', 'agency') ORDER BY entities.key",
        )?;
        for row in statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))? {
            let (name, key) = row?;
            outlets.names.entry(name.to_ascii_lowercase()).or_insert(key);
        }
        Ok(outlets)
    }
}

impl Import<'_> {
    /// The outlets and agencies, as this run sees them.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn outlets(&self) -> Result<Outlets> {
        self.store.outlets()
    }
}
