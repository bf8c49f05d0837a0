//! A run that fills the database: its row in `imports`, its transactions, its counts.

use rusqlite::{Connection, params};

use super::Store;
use super::entities::Said;
use super::new_answers::NewAnswers;
use super::statistics;
use super::together::Unseen;
use crate::error::Result;

/// Articles in one transaction: large enough that commits cost little, small enough that a killed run loses little.
const BATCH: usize = 1_000;

/// KiB of pages in memory while much is written, as SQLite takes them: negative.
const CACHE: i64 = -64 * 1024;
/// Pages that the log holds before they move into the file: what several batches change moves once.
const LOG: i64 = 16_384;
/// Bytes of words in memory before full text search writes them down: a batch's are written at once. Some slots in memory are
/// all that it costs whoever writes while it stays so.
const WORDS: &str = "INSERT INTO article_search (article_search, rank) VALUES ('hashsize', ?1)";
const WORDS_MEANWHILE: i64 = 16 * 1024 * 1024;
/// As FTS5 has it.
const WORDS_USUALLY: i64 = 1024 * 1024;
/// After how many pieces of a size full text search puts them together, each time that something is indexed; 0: when there
/// are too many. An import saves itself that work.
const MERGE_FULL_TEXT: &str = "INSERT INTO article_search (article_search, rank) VALUES ('automerge', ?1)";
/// What it is otherwise, as FTS5 has it.
const MERGE_USUALLY: i64 = 4;

/// What a run is.
#[derive(Debug, Clone)]
pub struct Run<'a> {
    /// Which command.
    pub command: &'a str,
    /// Instant, `YYYY-MM-DDTHH:MM:SSZ`.
    pub started: String,
    /// Whether everything is taken back at the end.
    pub trial: bool,
}

/// What a run did.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Articles that were new.
    pub articles_added: u64,
    /// Articles with new metadata.
    pub articles_updated: u64,
    /// Other texts of known articles.
    pub versions_added: u64,
    /// Articles that were known already.
    pub articles_unchanged: u64,
    /// Curated claims that were new.
    pub claims_added: u64,
    /// Claims that rules read and that were new.
    pub claims_read: u64,
    /// Claims that were known already.
    pub claims_unchanged: u64,
    /// Claims that this run took out of use.
    pub claims_retired: u64,
    /// Entities that were new.
    pub entities_added: u64,
    /// Names that were new.
    pub names_added: u64,
    /// Things that were not taken in.
    pub refused: u64,
}

/// A run in progress. Dropped without [`Import::finish`], it loses what was not yet committed, and nothing else.
#[derive(Debug)]
pub struct Import<'s> {
    pub(super) store: &'s Store,
    pub(super) id: i64,
    /// What the run did so far.
    pub counts: Counts,
    /// Keys of entities that the run had to make up from a claim file's or an article's words, sorted.
    pub unknown_entities: std::collections::BTreeSet<String>,
    pub(super) said: Said,
    trial: bool,
    pub(super) pending: usize,
    indexed_to: i64,
    /// What tells that others wrote.
    changes: i64,
    /// How many rows this connection had written when the transaction began.
    pub(super) changes_at_begin: u64,
    /// Whether no trigger sees new articles and claims but the program's, whose work can be done in their place.
    pub(super) has_only_known_triggers: bool,
    /// What goes in now without them.
    pub(super) unseen: Option<Unseen>,
    /// Whether triggers see what this connection writes.
    pub(super) triggers_see: bool,
    /// How new claims are answered at once, if that is known.
    pub(super) answers: Option<NewAnswers>,
}

impl Store {
    /// Begins a run.
    ///
    /// # Errors
    /// When another program is writing for too long, or SQLite fails.
    pub fn begin(&mut self, run: &Run<'_>) -> Result<Import<'_>> {
        let connection = &self.connection;
        let changes_at_begin = connection.total_changes();
        connection.execute_batch("BEGIN IMMEDIATE")?;
        if run.command == "import" {
            statistics::forget(connection)?;
            connection.execute(MERGE_FULL_TEXT, [0])?;
            connection.execute(WORDS, [WORDS_MEANWHILE])?;
            connection.pragma_update(None, "cache_size", CACHE)?;
            connection.pragma_update(None, "wal_autocheckpoint", LOG)?;
        }
        connection.execute(
            "INSERT INTO imports (started, program_version, command) VALUES (?1, ?2, ?3)",
            params![run.started, self.program.version, run.command],
        )?;
        let id = connection.last_insert_rowid();
        let indexed_to = indexed_to(connection)?;
        let changes = changes_of_others(connection)?;
        let mut import = Import {
            store: self,
            id,
            counts: Counts::default(),
            unknown_entities: std::collections::BTreeSet::new(),
            said: Said::default(),
            trial: run.trial,
            pending: 0,
            indexed_to,
            changes,
            changes_at_begin,
            has_only_known_triggers: false,
            unseen: None,
            triggers_see: true,
            answers: None,
        };
        import.look_at_triggers()?;
        Ok(import)
    }
}

/// A number that is another one when other connections have written since.
fn changes_of_others(connection: &Connection) -> Result<i64> {
    Ok(connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?)
}

/// The last article that full text search has.
fn indexed_to(connection: &Connection) -> Result<i64> {
    let sql = "SELECT coalesce(max(id), 0) FROM article_search_docsize";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

impl Import<'_> {
    pub(super) fn connection(&self) -> &Connection {
        &self.store.connection
    }

    /// Does something wholly or not at all: an article with its claims, a file of entities. Full batches are ended by
    /// [`Import::end_batch`].
    ///
    /// # Errors
    /// Those of `work`; then nothing of it is left, and the run can go on.
    pub fn whole<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.let_triggers_see(true)?;
        self.step("SAVEPOINT whole")?;
        let counts = self.counts.clone();
        match work(self) {
            Ok(done) => {
                self.step("RELEASE whole")?;
                self.pending += 1;
                Ok(done)
            }
            Err(error) => {
                self.counts = counts;
                self.said = Said::default();
                self.connection().execute_batch("ROLLBACK TO whole; RELEASE whole")?;
                Err(error)
            }
        }
    }

    pub(super) fn step(&self, sql: &str) -> Result<()> {
        self.connection().prepare_cached(sql)?.execute([])?;
        Ok(())
    }

    /// Whether there is enough in this batch to end it.
    pub fn is_full(&self) -> bool {
        self.pending >= BATCH
    }

    /// Whether the run is taken back at its end.
    pub fn is_trial(&self) -> bool {
        self.trial
    }

    /// Ends a batch, which nothing takes back any more, and begins the next.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn end_batch(&mut self) -> Result<()> {
        self.index()?;
        self.pending = 0;
        if !self.trial {
            self.write_counts(None)?;
            self.connection().execute_batch("COMMIT")?;
            self.begin_batch()?;
        }
        Ok(())
    }

    pub(super) fn begin_batch(&mut self) -> Result<()> {
        self.changes_at_begin = self.connection().total_changes();
        self.connection().execute_batch("BEGIN IMMEDIATE")?;
        self.look_around()
    }

    /// Between two transactions another program may have put in its own, or taken out what this run knows.
    fn look_around(&mut self) -> Result<()> {
        let changes = changes_of_others(self.connection())?;
        if changes != self.changes {
            self.changes = changes;
            self.said = Said::default();
            self.indexed_to = indexed_to(self.connection())?;
            self.look_at_triggers()?;
        }
        Ok(())
    }

    /// Brings full text search up to date with the articles of this batch.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn index(&mut self) -> Result<()> {
        self.connection().execute(
            "INSERT INTO article_search (rowid, title, text) SELECT id, title, text FROM articles WHERE id > ?1 ORDER BY id",
            [self.indexed_to],
        )?;
        self.indexed_to =
            self.connection().query_row("SELECT coalesce(max(id), 0) FROM articles", [], |row| row.get(0))?;
        Ok(())
    }

    /// Compares the texts that came with those that are there.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn compare_texts(&mut self) -> Result<()> {
        self.let_triggers_see(true)?;
        if self.trial { Ok(()) } else { self.settle_origins() }
    }

    /// Ends the run.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn finish(mut self, finished: &str) -> Result<Counts> {
        self.index()?;
        self.compare_texts()?;
        self.close(finished)
    }

    /// Ends a run that was stopped: what is in stays, and what is left to compare the next run compares.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn stop(mut self, finished: &str) -> Result<Counts> {
        self.index()?;
        self.close(finished)
    }

    fn close(mut self, finished: &str) -> Result<Counts> {
        self.let_triggers_see(true)?;
        self.write_counts(Some(finished))?;
        // A run that was killed leaves it to the next.
        self.connection().execute(MERGE_FULL_TEXT, [MERGE_USUALLY])?;
        self.connection().execute(WORDS, [WORDS_USUALLY])?;
        self.connection().execute_batch(if self.trial { "ROLLBACK" } else { "COMMIT" })?;
        Ok(std::mem::take(&mut self.counts))
    }

    fn write_counts(&self, finished: Option<&str>) -> Result<()> {
        let counts = &self.counts;
        self.connection().execute(
            "UPDATE imports SET finished = ?2, articles_added = ?3, articles_updated = ?4, versions_added = ?5,
                 articles_unchanged = ?6, claims_added = ?7, claims_unchanged = ?8, claims_retired = ?9,
                 entities_added = ?10, refused = ?11
             WHERE id = ?1",
            params![
                self.id,
                finished,
                counts.articles_added.cast_signed(),
                counts.articles_updated.cast_signed(),
                counts.versions_added.cast_signed(),
                counts.articles_unchanged.cast_signed(),
                (counts.claims_added + counts.claims_read).cast_signed(),
                counts.claims_unchanged.cast_signed(),
                counts.claims_retired.cast_signed(),
                counts.entities_added.cast_signed(),
                counts.refused.cast_signed()
            ],
        )?;
        Ok(())
    }
}

impl Drop for Import<'_> {
    fn drop(&mut self) {
        // Nor can here.
        let _ = self.end_rows(false);
        let _ = self.let_triggers_see(true);
        if !self.connection().is_autocommit() {
            // Nothing more can be done about a failure here: the connection's end rolls back as well.
            let _ = self.connection().execute_batch("ROLLBACK");
        }
    }
}

impl Import<'_> {
    /// The current version of an article by key or address, as this run sees it.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn find(&self, words: &str) -> Result<Option<super::StoredArticle>> {
        self.store.article_opt(words)
    }

    /// Every entity that files and people described, as this run sees them.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn described_entities(&self) -> Result<Vec<crate::model::Entity>> {
        self.store.described_entities()
    }

    /// Marks the entities that a database starts from as put in.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn mark_seeded(&self) -> Result<()> {
        self.store.mark_seeded()
    }
}
