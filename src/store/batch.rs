//! Rows on their way from the thread that reads them to the one that prints them, some hundreds at a time: one piece of memory a batch, and
//! not one a cell. Knows nothing of queries.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use rusqlite::types::ValueRef;

use super::query::Cell;

/// Bytes of words after which a batch goes on its way.
const FULL: usize = 256 * 1024;
/// Rows after which it does, however short they are.
const MANY: usize = 1024;
/// Batches under way: as many as keep both sides busy where one is now faster and now slower.
const UNDER_WAY: usize = 4;

/// A cell, its words told by where they end.
#[derive(Debug, Clone, Copy)]
enum Packed {
    Null,
    Integer(i64),
    Real(f64),
    Words(usize),
}

/// Rows of one width, with their words one after the other.
#[derive(Debug, Default)]
pub(super) struct Batch {
    cells: Vec<Packed>,
    words: Vec<u8>,
    rows: usize,
}

impl Batch {
    #[inline]
    pub(super) fn put(&mut self, value: ValueRef<'_>) {
        self.cells.push(match value {
            ValueRef::Null => Packed::Null,
            ValueRef::Integer(number) => Packed::Integer(number),
            ValueRef::Real(number) => Packed::Real(number),
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                self.words.extend_from_slice(bytes);
                Packed::Words(self.words.len())
            }
        });
    }

    /// Ends a row; answers whether the batch is to go.
    pub(super) fn end_row(&mut self) -> bool {
        self.rows += 1;
        self.words.len() >= FULL || self.rows >= MANY
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows == 0
    }

    fn clear(&mut self) {
        self.cells.clear();
        self.words.clear();
        self.rows = 0;
    }

    /// Hands its rows on, each with all its cells.
    fn each_row<E>(&self, mut take: impl FnMut(&[Cell<'_>]) -> Result<(), E>) -> Result<(), E> {
        let width = self.cells.len() / self.rows.max(1);
        let mut row = Vec::with_capacity(width);
        let mut from = 0;
        for cells in self.cells.chunks(width.max(1)) {
            row.clear();
            for cell in cells {
                row.push(match *cell {
                    Packed::Null => Cell::Null,
                    Packed::Integer(number) => Cell::Integer(number),
                    Packed::Real(number) => Cell::Real(number),
                    Packed::Words(to) => {
                        Cell::Text(super::query::words_of(&self.words[std::mem::replace(&mut from, to)..to]))
                    }
                });
            }
            take(&row)?;
        }
        Ok(())
    }
}

/// Where batches come from: filled ones go one way and empty ones back, so that no memory is asked for anew.
pub(super) struct Sender {
    filled: SyncSender<Batch>,
    emptied: Receiver<Batch>,
}

/// Where they go.
pub(super) struct Taker {
    filled: Receiver<Batch>,
    emptied: SyncSender<Batch>,
}

pub(super) fn way() -> (Sender, Taker) {
    let (filled, to_take) = sync_channel(UNDER_WAY);
    let (back, emptied) = sync_channel(UNDER_WAY);
    (Sender { filled, emptied }, Taker { filled: to_take, emptied: back })
}

impl Sender {
    /// Sends a batch and puts an empty one in its place; answers whether anybody still takes them.
    pub(super) fn send(&self, batch: &mut Batch) -> bool {
        let next = self.emptied.try_recv().unwrap_or_default();
        self.filled.send(std::mem::replace(batch, next)).is_ok()
    }
}

impl Taker {
    /// Takes rows until none comes any more.
    pub(super) fn each_row<E>(&self, mut take: impl FnMut(&[Cell<'_>]) -> Result<(), E>) -> Result<(), E> {
        for mut batch in &self.filled {
            batch.each_row(&mut take)?;
            batch.clear();
            // Where enough of them wait, this one goes.
            let _ = self.emptied.try_send(batch);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use rusqlite::types::ValueRef;

    use super::{Batch, MANY, way};
    use crate::store::query::Value;

    fn put_row(batch: &mut Batch, number: i64) -> bool {
        let words = format!("row {number}");
        for value in
            [ValueRef::Integer(number), ValueRef::Text(b""), ValueRef::Null, ValueRef::Text(words.as_bytes())]
        {
            batch.put(value);
        }
        batch.end_row()
    }

    #[test]
    fn rows_arrive_as_they_were_sent_in_their_order() {
        let (sender, taker) = way();
        let sending = std::thread::spawn(move || {
            let mut batch = Batch::default();
            for number in 0..10 * MANY as i64 + 3 {
                if put_row(&mut batch, number) {
                    assert!(sender.send(&mut batch));
                }
            }
            assert!(!batch.is_empty() && sender.send(&mut batch));
        });
        let mut next = 0;
        let taken = taker.each_row(|row| {
            let row: Vec<Value> = row.iter().cloned().map(Value::from).collect();
            let words = |words: String| Value::Text(words);
            assert_eq!(
                row,
                [Value::Integer(next), words(String::new()), Value::Null, words(format!("row {next}"))]
            );
            next += 1;
            Ok::<(), Infallible>(())
        });
        assert!(taken.is_ok() && sending.join().is_ok());
        assert_eq!(next, 10 * MANY as i64 + 3);
    }

    #[test]
    fn who_sends_is_told_that_nobody_takes_any_more() {
        let (sender, taker) = way();
        let mut batch = Batch::default();
        put_row(&mut batch, 1);
        assert!(sender.send(&mut batch));
        put_row(&mut batch, 2);
        assert_eq!(taker.each_row(|_| Err("enough")), Err("enough"));
        drop(taker);
        assert!(!sender.send(&mut batch));
    }
}
