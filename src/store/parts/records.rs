//! Rows as bytes: what they are sorted by, in bytes that compare as SQLite compares the values, and their cells. Knows nothing of where
//! they come from.

use rusqlite::types::ValueRef;

use crate::store::query::{Cell, words_of};

/// What stands before a value in a key; what is nothing comes before numbers, numbers before words, words before other bytes.
mod kind {
    pub(super) const NOTHING: u8 = 1;
    pub(super) const NUMBER: u8 = 2;
    pub(super) const WORDS: u8 = 3;
    pub(super) const BYTES: u8 = 4;
}

const NULL: u8 = 0;
const INTEGER: u8 = 1;
const REAL: u8 = 2;
const WORDS: u8 = 3;

/// Bytes of the two lengths before a record: of its key, and of all of it behind them.
const HEAD: usize = 8;

/// A row as it lies among others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'a> {
    /// With its head, as it is written on.
    pub(super) whole: &'a [u8],
    /// What it is sorted by.
    pub(super) key: &'a [u8],
    cells: &'a [u8],
}

impl<'a> Record<'a> {
    /// The record that begins here.
    #[inline]
    pub(super) fn at(block: &'a [u8], at: usize) -> Self {
        let (key, length) = (number(block, at), number(block, at + 4));
        let (key_end, end) = (at + HEAD + key, at + HEAD + length);
        Self { whole: &block[at..end], key: &block[at + HEAD..key_end], cells: &block[key_end..end] }
    }

    /// Its cells, behind those that are there.
    pub(super) fn cells_to(&self, row: &mut Vec<Cell<'a>>) {
        let mut rest = self.cells;
        while let [kind, after @ ..] = rest {
            rest = after;
            row.push(match *kind {
                INTEGER => Cell::Integer(i64::from_le_bytes(eight(&mut rest))),
                REAL => Cell::Real(f64::from_le_bytes(eight(&mut rest))),
                WORDS => {
                    let (words, after) = rest[4..].split_at(number(rest, 0));
                    rest = after;
                    Cell::Text(words_of(words))
                }
                _ => Cell::Null,
            });
        }
    }
}

#[inline]
fn number(bytes: &[u8], at: usize) -> usize {
    let mut number = [0; 4];
    number.copy_from_slice(&bytes[at..at + 4]);
    u32::from_le_bytes(number) as usize
}

fn eight(rest: &mut &[u8]) -> [u8; 8] {
    let mut bytes = [0; 8];
    let (there, after) = rest.split_at(8);
    bytes.copy_from_slice(there);
    *rest = after;
    bytes
}

/// Begins a record; answers where.
pub(super) fn begin(block: &mut Vec<u8>) -> usize {
    block.extend_from_slice(&[0; HEAD]);
    block.len() - HEAD
}

/// The key of the record that began there is whole; what follows are cells.
pub(super) fn end_key(block: &mut [u8], began: usize) {
    let length = (block.len() - began - HEAD) as u32;
    block[began..began + 4].copy_from_slice(&length.to_le_bytes());
}

/// The record that began there is whole.
pub(super) fn end(block: &mut [u8], began: usize) {
    let length = (block.len() - began - HEAD) as u32;
    block[began + 4..began + HEAD].copy_from_slice(&length.to_le_bytes());
}

#[inline]
pub(super) fn put_cell(block: &mut Vec<u8>, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => block.push(NULL),
        ValueRef::Integer(number) => {
            block.push(INTEGER);
            block.extend_from_slice(&number.to_le_bytes());
        }
        ValueRef::Real(number) => {
            block.push(REAL);
            block.extend_from_slice(&number.to_le_bytes());
        }
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            block.push(WORDS);
            block.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
            block.extend_from_slice(bytes);
        }
    }
}

/// Adds to a key what it is sorted by next, turned over where the last is to come first.
#[inline]
pub(super) fn put_key(block: &mut Vec<u8>, value: ValueRef<'_>, is_descending: bool) {
    let from = block.len();
    match value {
        ValueRef::Null => block.push(kind::NOTHING),
        ValueRef::Integer(number) => put_number(block, number as f64, number),
        ValueRef::Real(number) => put_number(block, number, number as i64),
        ValueRef::Text(bytes) => put_bytes(block, kind::WORDS, bytes),
        ValueRef::Blob(bytes) => put_bytes(block, kind::BYTES, bytes),
    }
    if is_descending {
        block[from..].iter_mut().for_each(|byte| *byte = !*byte);
    }
}

/// A number by its size; whole ones that are too large for that to tell them apart, by themselves.
fn put_number(block: &mut Vec<u8>, size: f64, whole: i64) {
    let bits = size.to_bits();
    let ordered = if size.is_sign_negative() { !bits } else { bits | 1 << 63 };
    block.push(kind::NUMBER);
    block.extend_from_slice(&ordered.to_be_bytes());
    block.extend_from_slice(&(whole as u64 ^ 1 << 63).to_be_bytes());
}

/// Bytes end with a zero, which no beginning of a value is larger than; a zero among them is told from that by what follows.
fn put_bytes(block: &mut Vec<u8>, kind: u8, bytes: &[u8]) {
    block.push(kind);
    let mut rest = bytes;
    // Hardly any value has one.
    while let Some(zero) = rest.iter().position(|byte| *byte == 0) {
        block.extend_from_slice(&rest[..=zero]);
        block.push(0xFF);
        rest = &rest[zero + 1..];
    }
    block.extend_from_slice(rest);
    block.push(0);
}

#[cfg(test)]
mod tests {
    use rusqlite::types::ValueRef;

    use super::{Record, begin, end, end_key, put_cell, put_key};
    use crate::store::query::Cell;

    fn key(values: &[ValueRef<'_>], is_descending: bool) -> Vec<u8> {
        let mut key = Vec::new();
        values.iter().for_each(|value| put_key(&mut key, *value, is_descending));
        key
    }

    #[test]
    fn keys_compare_as_values_do() {
        let values = [
            ValueRef::Null,
            ValueRef::Real(-1e300),
            ValueRef::Integer(i64::MIN),
            ValueRef::Integer(-2),
            ValueRef::Real(-1.5),
            ValueRef::Integer(-1),
            ValueRef::Integer(0),
            ValueRef::Integer(1),
            ValueRef::Real(1.5),
            ValueRef::Integer(i64::MAX - 1),
            ValueRef::Integer(i64::MAX),
            ValueRef::Text(b""),
            ValueRef::Text(b"a"),
            ValueRef::Text(b"a\0"),
            ValueRef::Text(b"a\0b"),
            ValueRef::Text(b"aa"),
            ValueRef::Text(b"b"),
            ValueRef::Blob(b"a"),
        ];
        let rest = [ValueRef::Null, ValueRef::Text(b"\xFF"), ValueRef::Integer(i64::MAX)];
        for pair in values.windows(2) {
            for (one, other) in rest.iter().flat_map(|one| rest.iter().map(move |other| (one, other))) {
                assert!(key(&[pair[0], *one], false) < key(&[pair[1], *other], false), "{pair:?}");
                assert!(key(&[pair[0], *one], true) > key(&[pair[1], *other], true), "{pair:?} turned over");
            }
        }
    }

    #[test]
    fn cells_come_back_as_they_were() {
        let mut block = b"what was there".to_vec();
        let began = begin(&mut block);
        put_key(&mut block, ValueRef::Text(b"key"), false);
        end_key(&mut block, began);
        for value in [
            ValueRef::Null,
            ValueRef::Integer(-3),
            ValueRef::Text(b""),
            ValueRef::Real(0.5),
            ValueRef::Text(b"words"),
        ] {
            put_cell(&mut block, value);
        }
        end(&mut block, began);
        block.extend_from_slice(b"what comes then");
        let record = Record::at(&block, began);
        let mut row = Vec::new();
        record.cells_to(&mut row);
        let words = |words: &'static str| Cell::Text(words.into());
        assert_eq!(row, [Cell::Null, Cell::Integer(-3), words(""), Cell::Real(0.5), words("words")]);
        assert_eq!(record.key, key(&[ValueRef::Text(b"key")], false));
        assert_eq!(record.whole.len(), block.len() - began - b"what comes then".len());
    }
}
