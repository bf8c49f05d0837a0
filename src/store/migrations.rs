//! The schema's history: an explicit list of the files in `migrations/`, run by refinery.

use refinery::{Migration, Runner};
use rusqlite::Connection;

use crate::error::{Error, Result};

macro_rules! migrations {
    ($($name:literal),+ $(,)?) => {
        /// Name and text of every migration, oldest first.
        pub(super) const MIGRATIONS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../migrations/", $name, ".sql")))),+];
    };
}

migrations![
    "V0001__house_keeping",
    "V0002__vocabularies",
    "V0003__entities",
    "V0004__articles",
    "V0005__claims",
    "V0006__reviews",
    "V0007__search",
    "V0008__found_credits",
    "V0009__comparing",
    "V0010__merges",
    "V0011__origins",
    "V0012__answers",
    "V0013__kept_comparisons",
    "V0014__fewer_indexes",
    "V0015__kept_events",
];

/// Version of the schema this program knows.
pub(super) const NEWEST: i64 = MIGRATIONS.len() as i64;

/// Brings the schema up to date, all pending migrations in one transaction.
pub(super) fn run(connection: &mut Connection) -> Result<()> {
    let list = MIGRATIONS
        .iter()
        .map(|(name, sql)| Migration::unapplied(name, sql))
        .collect::<Result<Vec<_>, _>>()?;
    // A table rebuild with foreign keys on would delete the children of the table it replaces; and the pragma
    // does nothing inside the transaction of a migration.
    connection.pragma_update(None, "foreign_keys", false)?;
    Runner::new(&list).set_grouped(true).run(connection)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "user_version", NEWEST)?;
    Ok(())
}

/// Whether a migration holds these words: not something that a file brought along.
pub(super) fn wrote(sql: &str) -> bool {
    MIGRATIONS.iter().any(|(_, text)| text.contains(sql))
}

/// Whether every reference finds its row, once the vocabularies are in place as well.
pub(super) fn check_references(connection: &Connection) -> Result<()> {
    let broken = connection
        .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get::<_, i64>(0))?;
    if broken > 0 {
        return Err(Error::user(format!("{broken} rows refer to rows that are not there; restore a backup")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::MIGRATIONS;

    #[test]
    fn list_and_folder_are_equal_and_versions_count_up() {
        let mut files: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations"))
            .expect("migrations folder")
            .map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned())
            .collect();
        files.sort();
        let listed: Vec<String> = MIGRATIONS.iter().map(|(name, _)| format!("{name}.sql")).collect();
        assert_eq!(files, listed);
        for (index, (name, _)) in MIGRATIONS.iter().enumerate() {
            assert!(name.starts_with(&format!("V{:04}__", index + 1)), "{name}");
        }
    }
}
