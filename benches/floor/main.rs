//! What an import cannot be faster than: `cargo bench --bench floor -- FINISHED NEW` writes the rows of a finished database
//! again into a new one, with the same schema, triggers, indexes and settings, and reads, hashes and finds nothing.
//!
//! With `--together` its triggers' work is done a batch at a time, as an import has it done; else row by row.
//!
//! The clock runs from the empty file until the log has moved into it, and stands while the next batch is read.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs, unreachable_pub)]

mod rows;

use std::path::Path;
use std::time::{Duration, Instant};

use factdb::store::{Program, Store};
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use rows::Rows;

/// Articles in one transaction, as an import has them.
const BATCH: i64 = 1_000;
const MERGE_FULL_TEXT: &str = "INSERT INTO article_search (article_search, rank) VALUES ('automerge', ?1)";
const WORDS: &str = "INSERT INTO article_search (article_search, rank) VALUES ('hashsize', ?1)";
/// Tables that go in before all articles, each before those that refer to it.
const BEFORE: &[&str] = &["entities", "entity_names", "entity_relations", "imports"];
/// Tables whose rows belong to an article and go in with it.
const WITH_ARTICLE: &[&str] = &["claims", "article_sketches"];
/// Tables that an import fills when all articles are in.
const BEHIND: &[&str] = &[
    "origin_judgements",
    "article_clusters",
    "kept_positions",
    "kept_date_positions",
    "kept_count_positions",
    "kept_pairs",
    "kept_events",
];

/// How rows go in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Going {
    /// Each by a statement whose triggers see it, as any program would write it.
    OneByOne,
    /// As an import does it: a batch without triggers, whose work is done for all rows of the batch at once.
    Together,
}

/// Time that counts: on the wall, and of the processor.
#[derive(Default)]
struct Clock(Duration, Duration);

impl Clock {
    fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let (started, spent) = (Instant::now(), spent());
        let done = work();
        self.0 += started.elapsed();
        self.1 += self::spent() - spent;
        done
    }
}

/// Processor time of this thread; nothing where the system does not tell.
fn spent() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|number| number.parse().ok()).map_or(Duration::ZERO, Duration::from_nanos)
}

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let rows = if std::env::args().any(|argument| argument == "--together") {
        Going::Together
    } else {
        Going::OneByOne
    };
    let [finished, new] = arguments.as_slice() else { return };
    let from = Connection::open(finished).unwrap();
    let mut clock = Clock::default();
    let to = clock.time(|| open(Path::new(new)));
    let mut parts = [Duration::ZERO; 3];
    for table in BEFORE {
        let rows = Rows::read(&from, table, "");
        clock.time(|| whole(&to, || rows.insert(&to)));
    }
    parts[0] = clock.0;
    articles(&from, &to, rows, &mut clock, &mut parts[1]);
    for table in BEHIND {
        let rows = Rows::read(&from, table, "");
        clock.time(|| whole(&to, || rows.insert(&to)));
    }
    clock.time(|| settle(&to));
    rows::compare(&from, &to);
    let articles: i64 = to.query_row("SELECT count(*) FROM articles", [], |row| row.get(0)).unwrap();
    println!(
        "floor {:.2} s, {:.2} s of the processor ({:.2} s before the articles, {:.2} s full text): {:.0} articles/s",
        clock.0.as_secs_f64(),
        clock.1.as_secs_f64(),
        parts[0].as_secs_f64(),
        parts[1].as_secs_f64(),
        articles as f64 / clock.0.as_secs_f64()
    );
}

/// A new file with the program's schema, opened with the program's settings.
fn open(path: &Path) -> Connection {
    let program = Program {
        version: env!("CARGO_PKG_VERSION"),
        views: factdb::report::views(),
        seeds_hash: String::new(),
    };
    drop(Store::open_for_writing(path, program).unwrap());
    let connection = Connection::open(path).unwrap();
    connection.pragma_update(None, "temp_store", "MEMORY").unwrap();
    connection.pragma_update(None, "foreign_keys", true).unwrap();
    connection.pragma_update(None, "cell_size_check", true).unwrap();
    connection.set_prepared_statement_cache_capacity(64);
    // What an import sets.
    connection.pragma_update(None, "cache_size", -64 * 1024).unwrap();
    connection.pragma_update(None, "wal_autocheckpoint", 16_384).unwrap();
    connection.execute(MERGE_FULL_TEXT, [0]).unwrap();
    connection.execute(WORDS, [16 * 1024 * 1024]).unwrap();
    connection
}

fn whole(to: &Connection, work: impl FnOnce()) {
    to.execute_batch("BEGIN IMMEDIATE").unwrap();
    work();
    to.execute_batch("COMMIT").unwrap();
}

/// Articles, a batch a transaction, with what belongs to them and their full text.
fn articles(from: &Connection, to: &Connection, going: Going, clock: &mut Clock, full_text: &mut Duration) {
    let last: i64 =
        from.query_row("SELECT coalesce(max(id), 0) FROM articles", [], |row| row.get(0)).unwrap();
    for first in (1..=last).step_by(usize::try_from(BATCH).unwrap()) {
        let until = first + BATCH - 1;
        let articles =
            Rows::read(from, "articles", &format!("WHERE id BETWEEN {first} AND {until} ORDER BY id"));
        let of_articles = format!("WHERE article_id BETWEEN {first} AND {until} ORDER BY rowid");
        let others: Vec<Rows> =
            WITH_ARTICLE.iter().map(|table| Rows::read(from, table, &of_articles)).collect();
        clock.time(|| {
            whole(to, || {
                triggers(to, going == Going::OneByOne);
                articles.insert(to);
                others.iter().for_each(|rows| rows.insert(to));
                triggers(to, true);
                if going == Going::Together {
                    see(to, first);
                }
                let started = Instant::now();
                to.prepare_cached(
                    "INSERT INTO article_search (rowid, title, text)
                     SELECT id, title, text FROM articles WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
                )
                .unwrap()
                .execute([first, until])
                .unwrap();
                *full_text += started.elapsed();
            });
        });
    }
}

fn triggers(to: &Connection, are_on: bool) {
    to.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, are_on).unwrap();
}

/// What triggers would have done for the articles from this one on.
fn see(to: &Connection, first: i64) {
    let pending = "INSERT INTO pending_origins (article_id) SELECT id FROM articles WHERE id >= ?1";
    to.prepare_cached(pending).unwrap().execute([first]).unwrap();
    let answers = "INSERT INTO changed_answers (claim_id)
        SELECT id FROM claims WHERE id >= (SELECT min(id) FROM claims WHERE article_id >= ?1) ORDER BY id";
    to.prepare_cached(answers).unwrap().execute([first]).unwrap();
}

/// What a run does at its end.
fn settle(to: &Connection) {
    to.execute(MERGE_FULL_TEXT, [4]).unwrap();
    to.execute(WORDS, [1024 * 1024]).unwrap();
    to.execute_batch("DELETE FROM pending_origins; DELETE FROM stale_questions; PRAGMA optimize").unwrap();
    to.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
}
