//! How rows of a view reach whoever takes them: read by a thread beside it, or, of a long report that says how it is cut, by two of them at
//! once, each with a connection of its own, over one state of the file (`docs/decisions/0015`).

mod chosen;
mod merge;
mod nameless;
mod records;
mod sorter;
mod unsorted;
mod way;

use std::path::Path;
use std::thread::ScopedJoinHandle;

use rusqlite::Row;

use self::merge::{Side, merge};
use self::sorter::Sorter;
use self::unsorted::{Key, Unsorted, unsorted};
use self::way::{FULL, Sender, way};
use super::Store;
use super::query::{Cell, data_version, select};
use crate::error::{Error, Result};

/// Parts that a report is cut into.
const PARTS: i64 = 2;
/// Claims of a file from which on that is worth another two connections.
const MANY_CLAIMS: i64 = 100_000;
/// Columns of a wide report.
const WIDE: usize = 32;
/// How often to begin again where somebody wrote while the parts began to read.
const ATTEMPTS: usize = 3;

/// Whether nothing narrows what the reports of this connection see.
const IS_WHOLE: &str =
    "SELECT (SELECT is_open FROM kept_state) AND NOT EXISTS (SELECT 1 FROM temp.sqlite_schema)";
const LAST_CLAIM: &str = "SELECT coalesce(max(id), 0) FROM claims";

/// Claims that were chosen, from which on another connection is worth what it takes to open and to narrow it.
const MANY_CHOSEN: i64 = 4_000;

/// What reads a part of a report, and sends it.
type Read<'a> = Box<dyn FnOnce(&Sender) -> Result<()> + Send + 'a>;

/// A part of a report: a connection that sees nothing else, and the statement to read it by.
struct Part {
    store: Store,
    unsorted: Unsorted,
    width: usize,
}

impl Store {
    /// Hands on the rows of a view, one by one. Threads beside this one read on meanwhile: what takes the rows of a long report, prints
    /// and writes them, needs a third of what reading takes.
    ///
    /// # Errors
    /// When there is no such view, SQLite fails, or `take` does.
    pub fn each_view_row(
        &mut self,
        view: &str,
        take: impl FnMut(&[Cell<'_>]) -> Result<()> + Send,
    ) -> Result<()> {
        if let Some(parts) = self.parts_of(view, MANY_CLAIMS)? {
            let reads = parts.into_iter().map(|part| -> Read<'_> {
                Box::new(move |sender| part.store.send_sorted(view, &part.unsorted, part.width, sender))
            });
            return each_row(reads, take);
        }
        if let Some(beside) = self.beside(view, MANY_CHOSEN)? {
            let taken = each_row(beside.reads(self, view), take);
            self.connection.execute_batch("ROLLBACK")?;
            return taken;
        }
        let whole: Read<'_> = Box::new(move |sender| self.send_view(view, sender));
        each_row([whole], take)
    }

    /// The parts of a view, where it is a report of many claims that can be cut.
    fn parts_of(&self, view: &str, many: i64) -> Result<Option<Vec<Part>>> {
        let program = self.program.views.iter().find(|known| known.name == view);
        let (Some(path), Some((sql, cut))) =
            (self.path(), program.and_then(|view| Some((&view.sql, view.cut.as_ref()?))))
        else {
            return Ok(None);
        };
        let is_worth_it = self.connection.query_row(LAST_CLAIM, [], |row| row.get::<_, i64>(0))? >= many;
        if !is_worth_it
            || !self.has_own_views()?
            || !self.connection.query_row(IS_WHOLE, [], |row| row.get(0))?
        {
            return Ok(None);
        }
        let names = self.view_names(view)?;
        let (Some(unsorted), Some(stores)) = (unsorted(sql, &names), self.side_by_side(path)?) else {
            return Ok(None);
        };
        let parts = stores.into_iter().zip(0..).map(|(store, number)| {
            store.narrow_to_part(number, &cut.sql)?;
            Ok(Part { store, unsorted: unsorted.clone(), width: names.len() })
        });
        parts.collect::<Result<_>>().map(Some)
    }

    /// Whether the views in the file are those of this program to the word.
    fn has_own_views(&self) -> Result<bool> {
        let there = self.view_statements()?;
        Ok(self.views_current()?
            && self.program.views.iter().all(|view| there.get(&view.name) == Some(&view.sql)))
    }

    /// Connections that read the same state of the file, if nobody writes to it again and again.
    fn side_by_side(&self, path: &Path) -> Result<Option<Vec<Self>>> {
        for _ in 0..ATTEMPTS {
            let mut stores = Vec::new();
            for _ in 0..PARTS {
                let mut store = Self::connect_read_only(path, self.program.clone())?;
                store.limit_views(self.time_limit.limit())?;
                stores.push(store);
            }
            // The first that looked at the file begins last: what it sees then is what it saw, or somebody wrote meanwhile.
            let state = |store: &Self| data_version(&store.connection);
            let before = stores.first().map(state).transpose()?;
            for store in stores.iter().rev() {
                store.connection.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema")?;
            }
            if stores.first().map(state).transpose()? == before {
                return Ok(Some(stores));
            }
        }
        Ok(None)
    }

    /// Puts views that see one part in the place of the file's, for this connection.
    fn narrow_to_part(&self, number: i64, cut: &str) -> Result<()> {
        self.connection.execute_batch("CREATE TEMP TABLE part (number INTEGER, parts INTEGER)")?;
        self.connection.execute("INSERT INTO temp.part VALUES (?1, ?2)", [number, PARTS])?;
        self.connection.execute_batch(cut)?;
        for sql in self.view_statements()?.values() {
            self.connection.execute_batch(&sql.replacen(
                "CREATE VIEW",
                "CREATE TEMP VIEW IF NOT EXISTS",
                1,
            ))?;
        }
        Ok(())
    }

    /// Reads a view for another thread, until that has seen enough.
    fn send_view(&self, view: &str, sender: &Sender) -> Result<()> {
        self.time_limit.begin();
        let told = |error: rusqlite::Error| self.told_of(view, error.into());
        let mut statement = self.connection.prepare(&select(view)).map_err(told)?;
        let width = statement.column_count();
        let mut rows = statement.query([]).map_err(told)?;
        let mut block = Vec::new();
        while let Some(row) = rows.next().map_err(told)? {
            put_row(&mut block, row, &[], width)?;
            if block.len() >= FULL && !self.time_limit.apart(|| sender.send(&mut block)) {
                return Ok(());
            }
        }
        sender.send(&mut block);
        Ok(())
    }

    /// Reads a part, sorts it, and sends it.
    fn send_sorted(&self, view: &str, unsorted: &Unsorted, width: usize, sender: &Sender) -> Result<()> {
        self.time_limit.begin();
        let told = |error: rusqlite::Error| self.told_of(view, error.into());
        let mut statement = self.connection.prepare(&unsorted.sql).map_err(told)?;
        let mut rows = statement.query([]).map_err(told)?;
        let mut sorter = Sorter::default();
        while let Some(row) = rows.next().map_err(told)? {
            sorter.put(|block| put_row(block, row, &unsorted.keys, width))?;
        }
        let mut block = Vec::new();
        sorter.each(|record| {
            block.extend_from_slice(record.whole);
            // That nobody takes rows any more has its reason where they were taken.
            if block.len() >= FULL && !sender.send(&mut block) { Err(Error::OutputClosed) } else { Ok(()) }
        })?;
        sender.send(&mut block);
        Ok(())
    }
}

fn put_row(block: &mut Vec<u8>, row: &Row<'_>, keys: &[Key], width: usize) -> Result<()> {
    let began = records::begin(block);
    for key in keys {
        records::put_key(block, row.get_ref(key.column)?, key.is_descending);
    }
    records::end_key(block, began);
    for column in 0..width {
        records::put_cell(block, row.get_ref(column)?);
    }
    records::end(block, began);
    Ok(())
}

/// Hands on what is read in several parts, each in its order, in the order of all. The first is read by this thread, which gets its memory
/// in larger pieces than others do (those ask the system for every page of it), the rest by a thread each; yet another takes the rows.
fn each_row<'a>(
    reads: impl IntoIterator<Item = Read<'a>>,
    mut take: impl FnMut(&[Cell<'_>]) -> Result<()> + Send,
) -> Result<()> {
    let (mut takers, mut sides) = (Vec::new(), Vec::new());
    for read in reads {
        let (sender, taker) = way();
        takers.push(taker);
        sides.push(move || read(&sender));
    }
    let unstarted = |error| Error::user(format!("no thread can be started: {error}"));
    std::thread::scope(|scope| {
        // With its end nobody takes rows any more: where that is too soon, those who read see it at the next block.
        let taking = std::thread::Builder::new().spawn_scoped(scope, move || {
            merge(takers.into_iter().map(Side::new), |record| {
                let mut row = Vec::with_capacity(WIDE);
                record.cells_to(&mut row);
                take(&row)
            })
        });
        let taking = taking.map_err(unstarted)?;
        let mut sides = sides.into_iter();
        let first = sides.next();
        let mut reading = Vec::new();
        for side in sides {
            reading.push(std::thread::Builder::new().spawn_scoped(scope, side).map_err(unstarted)?);
        }
        let read = first.map_or(Ok(()), |read| read());
        let others = reading.into_iter().fold(read, |done, thread| done.and(joined(thread)));
        joined(taking).and(others)
    })
}

fn joined(thread: ScopedJoinHandle<'_, Result<()>>) -> Result<()> {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
