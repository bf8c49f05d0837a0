//! Sorts records: as many as there are in memory, and more of them in parts, each in a file without a name. SQLite's own sorter takes
//! several times as long for rows of many columns, since it takes records apart again and again to compare them.

use std::fs::File;
use std::io::{Read, Seek, Write};

use super::merge::{Feed, Side, merge};
use super::nameless::nameless;
use super::records::Record;
use crate::error::{Error, Result};

/// Bytes of records after which they are sorted and go to a file.
const MANY: usize = 12 * 1024 * 1024;
/// Bytes of a part that are written, and later read, at once: while parts are merged, each has so many in memory.
const BLOCK: usize = 64 * 1024;

/// A record among others, with the beginning of its key, which nearly always tells which of two comes first.
struct Place {
    beginning: u128,
    at: usize,
}

/// Records, and the parts of them that went to files.
#[derive(Default)]
pub(super) struct Sorter {
    records: Vec<u8>,
    places: Vec<Place>,
    parts: Vec<Part>,
}

impl Sorter {
    /// Takes the record that `write` writes behind those that are there.
    pub(super) fn put(&mut self, write: impl FnOnce(&mut Vec<u8>) -> Result<()>) -> Result<()> {
        let at = self.records.len();
        write(&mut self.records)?;
        let mut beginning = [0; 16];
        let key = Record::at(&self.records, at).key;
        let length = key.len().min(beginning.len());
        beginning[..length].copy_from_slice(&key[..length]);
        self.places.push(Place { beginning: u128::from_be_bytes(beginning), at });
        if self.records.len() >= MANY { self.put_away() } else { Ok(()) }
    }

    /// Hands all records on, in the order of their keys; where they have the same, in that in which they came.
    pub(super) fn each(mut self, take: impl FnMut(Record<'_>) -> Result<()>) -> Result<()> {
        let parts = std::mem::take(&mut self.parts);
        let rest = self.sorted();
        merge(parts.into_iter().map(Side::new).chain([Side::new(rest)]), take)
    }

    fn sorted(&mut self) -> Sorted<'_> {
        let Self { records, places, .. } = self;
        let key = |place: &Place| Record::at(records, place.at).key;
        places.sort_unstable_by(|one, other| {
            let keys = || key(one).cmp(key(other));
            one.beginning.cmp(&other.beginning).then_with(keys).then(one.at.cmp(&other.at))
        });
        Sorted { records, places: places.iter() }
    }

    fn put_away(&mut self) -> Result<()> {
        let part = Part::of(self.sorted())?;
        self.parts.push(part);
        self.records.clear();
        self.places.clear();
        Ok(())
    }
}

/// Records in memory, in their order.
struct Sorted<'a> {
    records: &'a [u8],
    places: std::slice::Iter<'a, Place>,
}

impl Feed for Sorted<'_> {
    fn next(&mut self, block: &mut Vec<u8>) -> Result<bool> {
        block.clear();
        while block.len() < BLOCK {
            let Some(place) = self.places.next() else { break };
            block.extend_from_slice(Record::at(self.records, place.at).whole);
        }
        Ok(!block.is_empty())
    }
}

/// Records in a file, in their order.
struct Part {
    file: File,
    /// Bytes of the blocks that are still to be read.
    blocks: std::vec::IntoIter<usize>,
}

impl Part {
    fn of(mut sorted: Sorted<'_>) -> Result<Self> {
        let mut file = nameless().map_err(unsorted)?;
        let (mut block, mut blocks) = (Vec::new(), Vec::new());
        while sorted.next(&mut block)? {
            file.write_all(&block).map_err(unsorted)?;
            blocks.push(block.len());
        }
        file.rewind().map_err(unsorted)?;
        Ok(Self { file, blocks: blocks.into_iter() })
    }
}

impl Feed for Part {
    fn next(&mut self, block: &mut Vec<u8>) -> Result<bool> {
        let Some(length) = self.blocks.next() else { return Ok(false) };
        block.resize(length, 0);
        self.file.read_exact(block).map_err(unsorted)?;
        Ok(true)
    }
}

fn unsorted(error: std::io::Error) -> Error {
    Error::io("a temporary file to sort in (TMPDIR names their folder)", error)
}

#[cfg(test)]
mod tests {
    use rusqlite::types::ValueRef;

    use super::{MANY, Sorter};
    use crate::store::parts::records::{begin, end, end_key, put_cell, put_key};
    use crate::store::query::Cell;

    #[test]
    fn more_than_memory_is_to_hold_comes_out_in_order() {
        let words = "x".repeat(500);
        let rows = (3 * MANY / words.len()) as i64;
        let mut sorter = Sorter::default();
        for number in 0..rows {
            // 7,919 has no common divisor with the number of rows, so that every number up to it comes once.
            let number = number * 7_919 % rows;
            let put = sorter.put(|block| {
                let began = begin(block);
                put_key(block, ValueRef::Integer(number), true);
                end_key(block, began);
                put_cell(block, ValueRef::Integer(number));
                put_cell(block, ValueRef::Text(words.as_bytes()));
                end(block, began);
                Ok(())
            });
            assert!(put.is_ok());
        }
        assert_eq!(sorter.parts.len(), 3);
        let mut next = rows;
        let each = sorter.each(|record| {
            next -= 1;
            let mut row = Vec::new();
            record.cells_to(&mut row);
            assert_eq!(row, [Cell::Integer(next), Cell::Text(words.as_str().into())]);
            Ok(())
        });
        assert!(each.is_ok());
        assert_eq!(next, 0);
    }
}
