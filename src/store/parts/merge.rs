//! Sorted records from several sides as one row of them.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;

use super::records::Record;
use crate::error::Result;

/// Where blocks of whole records come from.
pub(super) trait Feed {
    /// Puts the next block in the place of the last; answers whether there was one.
    fn next(&mut self, block: &mut Vec<u8>) -> Result<bool>;
}

/// A side: the record that is next, of the block that is there.
pub(super) struct Side<'a> {
    feed: Box<dyn Feed + 'a>,
    block: Vec<u8>,
    at: usize,
    number: usize,
}

impl<'a> Side<'a> {
    pub(super) fn new(feed: impl Feed + 'a) -> Self {
        Self { feed: Box::new(feed), block: Vec::new(), at: 0, number: 0 }
    }

    fn record(&self) -> Record<'_> {
        Record::at(&self.block, self.at)
    }

    /// Goes to the next block where this one is over; answers whether a record is there.
    fn is_there(&mut self) -> Result<bool> {
        while self.at == self.block.len() {
            self.at = 0;
            if !self.feed.next(&mut self.block)? {
                self.block.clear();
                return Ok(false);
            }
        }
        Ok(true)
    }
}

impl Ord for Side<'_> {
    /// The side whose record comes first is the greatest: it is on top of the heap.
    fn cmp(&self, other: &Self) -> Ordering {
        other.record().key.cmp(self.record().key).then(other.number.cmp(&self.number))
    }
}

impl PartialOrd for Side<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Side<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Side<'_> {}

/// Hands the records of all sides on, in the order of their keys; of the same, that of the first side comes first.
pub(super) fn merge<'a>(
    sides: impl IntoIterator<Item = Side<'a>>,
    mut take: impl FnMut(Record<'_>) -> Result<()>,
) -> Result<()> {
    let mut heap = BinaryHeap::new();
    for (number, mut side) in sides.into_iter().enumerate() {
        side.number = number;
        if side.is_there()? {
            heap.push(side);
        }
    }
    while let Some(mut first) = heap.peek_mut() {
        take(first.record())?;
        first.at += first.record().whole.len();
        if !first.is_there()? {
            PeekMut::pop(first);
        }
    }
    Ok(())
}
