//! Opening a database: ours or nobody's, brought up to date, and safe even when a stranger made it.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::explain::{cannot_open, explain};
use super::inspect::{APPLICATION_ID, inspect, newer};
use super::scope::Narrowing;
use super::time_limit::TimeLimit;
use super::views::{self, View};
use super::{migrations, vocabularies};
use crate::error::{Error, Result};

/// How long to wait for another writer.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long to wait for readers when the log is to be moved into the file; the next run does it otherwise.
const BRIEFLY: Duration = Duration::from_secs(2);
/// KiB of pages in memory of a connection that reads, as SQLite takes them: negative. As much of what is to be sorted is gathered
/// before a part of it is sorted beside: small parts keep that thread busy from early on, and the last of them is soon done.
/// Below this, reports that look up claims in another order than the file's (changes, edits) lose more than the others gain.
const READER_CACHE: i64 = -24 * 1024;
/// The same where filters leave few claims: there is little to sort and much to look up, by two connections at times.
pub(super) const NARROWED_CACHE: i64 = -32 * 1024;
/// Threads that sort beside a connection that reads, which goes on finding rows meanwhile: half of what a report of all claims
/// takes is to sort them.
const READER_THREADS: i64 = 1;
/// How often to try again when two programs prepare the same new file at once.
const ATTEMPTS: u32 = 5;

/// What the program brings to a file.
#[derive(Debug, Clone)]
pub struct Program {
    /// Version of the program, as in its package.
    pub version: &'static str,
    /// Its views, base views first.
    pub views: Vec<View>,
    /// Fingerprint of the entities it starts a database from.
    pub seeds_hash: String,
}

/// An open fact database.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
    pub(super) program: Program,
    pub(super) time_limit: TimeLimit,
    pub(super) narrowing: OnceCell<Narrowing>,
    path: Option<PathBuf>,
}

impl Store {
    /// Opens a file for writing; it is created, and brought up to date, where needed.
    ///
    /// # Errors
    /// When the file is not a fact database, was made by a newer program, or cannot be written.
    pub fn open_for_writing(path: &Path, program: Program) -> Result<Self> {
        inspect(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection =
            Connection::open_with_flags(path, flags).map_err(|error| cannot_open(path, &error))?;
        let mut store = Self {
            connection,
            program,
            time_limit: TimeLimit::default(),
            narrowing: OnceCell::new(),
            path: Some(path.to_owned()),
        };
        store.protect()?;
        let mut attempt = 1;
        while let Err(error) = store.prepare() {
            if attempt == ATTEMPTS || matches!(error, Error::User(_)) {
                return Err(explain(path, error));
            }
            attempt += 1;
            std::thread::sleep(Duration::from_millis(100));
        }
        store.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        Ok(store)
    }

    /// Opens a file that is there, for reading only.
    ///
    /// A file of an older program is brought up to date first; where that cannot be written, its views are replaced
    /// for this connection alone.
    ///
    /// # Errors
    /// When there is no file, or it is not a fact database, or it was made by a newer program.
    pub fn open_for_reading(path: &Path, program: Program) -> Result<Self> {
        // An empty file is what a command that writes makes a database of.
        if std::fs::metadata(path).map_or(true, |metadata| metadata.is_file() && metadata.len() == 0) {
            return Err(Error::user(format!(
                "{}: there is no database here; `factdb import` makes one, and --db FILE (or FACTDB) names another",
                path.display()
            )));
        }
        inspect(path)?;
        let mut store = Self::connect_read_only(path, program.clone())?;
        if store.schema_version()? < migrations::NEWEST || store.views_outdated()? {
            drop(store);
            match Self::open_for_writing(path, program.clone()) {
                Ok(_) => store = Self::connect_read_only(path, program)?,
                Err(error) => {
                    store = Self::connect_read_only(path, program)?;
                    if store.schema_version()? < migrations::NEWEST {
                        return Err(Error::user(format!(
                            "{error}; it was made by an older factdb: copy it to where it can be written"
                        )));
                    }
                }
            }
        }
        Ok(store)
    }

    /// An empty database in memory, for a trial run.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn in_memory(program: Program) -> Result<Self> {
        let mut store = Self {
            connection: Connection::open_in_memory()?,
            program,
            time_limit: TimeLimit::default(),
            narrowing: OnceCell::new(),
            path: None,
        };
        store.protect()?;
        store.prepare()?;
        Ok(store)
    }

    /// Whether the entities that a database starts from are still to be put in.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn needs_seeds(&self) -> Result<bool> {
        let outdated = views::outdated(&self.connection, &self.program.views, self.program.version)?;
        let hash: Option<String> =
            self.connection.query_row("SELECT seeds_hash FROM program", [], |row| row.get(0))?;
        Ok(hash.as_deref() != Some(&self.program.seeds_hash) && (hash.is_none() || !outdated))
    }

    /// Where the file is; `None` in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Ends a run: everything moves from the log into the file, so that a copy of the file alone is whole.
    ///
    /// # Errors
    /// When SQLite fails; that readers are in the way is no error.
    pub fn settle(&mut self) -> Result<()> {
        self.keep_comparisons()?;
        self.connection.execute_batch("PRAGMA optimize")?;
        self.connection.busy_timeout(BRIEFLY)?;
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        self.connection.busy_timeout(PATIENCE)?;
        Ok(())
    }

    pub(super) fn connect_read_only(path: &Path, program: Program) -> Result<Self> {
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let attempt = |uri: String| -> Result<Connection> {
            let connection = Connection::open_with_flags(uri, flags)?;
            // Opening is lazy: only a read tells whether the log can be used.
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
            Ok(connection)
        };
        let connection = match attempt(uri(path, "mode=ro")) {
            // A whole file in a folder that cannot be written: the log is empty or not there, and none can be made.
            Err(Error::Sqlite(error))
                if matches!(error.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly))
                    && is_whole(path) =>
            {
                attempt(uri(path, "mode=ro&immutable=1"))
            }
            other => other,
        }
        .map_err(|error| explain(path, error))?;
        let store = Self {
            connection,
            program,
            time_limit: TimeLimit::default(),
            narrowing: OnceCell::new(),
            path: Some(path.to_owned()),
        };
        store.protect()?;
        store.connection.pragma_update(None, "cache_size", READER_CACHE)?;
        // A report of a million rows does not wait in memory, where SQLite also could not sort by parts. What SQLite puts in
        // a file has no name, and is gone with the connection; of most reports it is nothing.
        store.connection.pragma_update(None, "temp_store", "FILE")?;
        store.connection.pragma_update(None, "threads", READER_THREADS)?;
        store.refuse_newer()?;
        Ok(store)
    }

    /// Settings that hold for every connection, before anything of the file is used.
    fn protect(&self) -> Result<()> {
        let connection = &self.connection;
        connection.busy_timeout(PATIENCE)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
        // A file that turns out not to be for us is left with its log as it is.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        connection.pragma_update(None, "cell_size_check", true)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.set_prepared_statement_cache_capacity(64);
        Ok(())
    }

    /// Brings schema, vocabularies and views up to date. Every step can be interrupted and taken again.
    fn prepare(&mut self) -> Result<()> {
        self.refuse_newer()?;
        let schema = self.schema_version()?;
        if schema == migrations::NEWEST && !self.views_outdated()? {
            return Ok(());
        }
        self.connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        self.connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
        if schema > 0 {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            views::set_aside(&transaction)?;
            transaction.commit()?;
        }
        migrations::run(&mut self.connection)?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        vocabularies::write(&transaction)?;
        migrations::check_references(&transaction)?;
        views::set_aside(&transaction)?;
        views::create(&transaction, &self.program.views, self.program.version)?;
        transaction.commit()?;
        self.keep_comparisons()
    }

    fn refuse_newer(&self) -> Result<()> {
        match self.schema_version()? {
            version if version > migrations::NEWEST => {
                Err(newer(self.path.as_deref().unwrap_or(Path::new("")), version))
            }
            _ => Ok(()),
        }
    }

    /// The newest migration in the file; 0 in an empty one.
    fn schema_version(&self) -> Result<i64> {
        let has_history: bool = self.connection.query_row(
            "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'refinery_schema_history')",
            [],
            |row| row.get(0),
        )?;
        if !has_history {
            return Ok(0);
        }
        Ok(self.connection.query_row(
            "SELECT coalesce(max(version), 0) FROM refinery_schema_history",
            [],
            |row| row.get(0),
        )?)
    }

    /// Whether the views in the file were made by this program.
    pub(super) fn views_current(&self) -> Result<bool> {
        let hash: Option<String> =
            self.connection.query_row("SELECT views_hash FROM program", [], |row| row.get(0))?;
        Ok(hash.as_deref() == Some(&views::fingerprint(&self.program.views)))
    }

    pub(super) fn views_outdated(&self) -> Result<bool> {
        views::outdated(&self.connection, &self.program.views, self.program.version)
    }
}

/// Whether everything is in the file itself, and nothing waits beside it to be moved in or taken back.
fn is_whole(path: &Path) -> bool {
    ["-wal", "-journal"].iter().all(|ending| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        std::fs::metadata(name).map_or(true, |beside| beside.len() == 0)
    })
}

/// A file name as a SQLite URI.
fn uri(path: &Path, parameters: &str) -> String {
    let mut uri = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'%' | b'?' | b'#' | 0x80.. => uri.push_str(&format!("%{byte:02X}")),
            _ => uri.push(char::from(*byte)),
        }
    }
    format!("{uri}?{parameters}")
}
