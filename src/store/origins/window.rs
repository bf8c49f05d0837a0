//! Articles in order of publication, as many days of them as are compared with one another: memory holds no more.

use std::collections::VecDeque;
use std::collections::hash_map::Entry as Slot;
use std::hash::Hash;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::likeness::{Quotation, Sketch};

/// Days within which a copy of a text is looked for.
pub(super) const DAYS: i64 = 7;

/// A version of an article, as it is compared.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) id: i64,
    /// What orders versions: day, key, version.
    pub(super) rank: String,
    pub(super) day: NaiveDate,
    /// Whether this run compares it with all others; others are compared only with those.
    pub(super) pending: bool,
    pub(super) sketch: Option<Sketch>,
    pub(super) quotations: Vec<Quotation>,
}

/// The entries of the last days, by what they have in common.
#[derive(Debug, Default)]
pub(super) struct Window {
    entries: VecDeque<Entry>,
    /// Number of the first of them, of all that ever were.
    first: usize,
    by_band: FxHashMap<u32, Numbers>,
    by_quotation: FxHashMap<u64, Numbers>,
}

/// Numbers of entries, in order: as a rule one.
#[derive(Debug)]
enum Numbers {
    One(usize),
    Several(VecDeque<usize>),
}

impl Numbers {
    fn slices(&self) -> (&[usize], &[usize]) {
        match self {
            Self::One(number) => (std::slice::from_ref(number), &[]),
            Self::Several(numbers) => numbers.as_slices(),
        }
    }

    fn push(&mut self, number: usize) {
        match self {
            Self::One(first) => *self = Self::Several(VecDeque::from([*first, number])),
            Self::Several(numbers) => numbers.push_back(number),
        }
    }
}

impl Window {
    /// Lets go of what is too old to be compared with that day.
    pub(super) fn move_to(&mut self, day: NaiveDate) {
        while self.entries.front().is_some_and(|entry| (day - entry.day).num_days() > DAYS) {
            let Some(entry) = self.entries.pop_front() else { return };
            self.first += 1;
            for band in entry.sketch.iter().flat_map(Sketch::bands) {
                forget(&mut self.by_band, band);
            }
            for quotation in &entry.quotations {
                forget(&mut self.by_quotation, &quotation.run);
            }
        }
    }

    /// Takes an entry that ranks behind all others.
    pub(super) fn push(&mut self, entry: Entry) {
        let number = self.first + self.entries.len();
        for band in entry.sketch.iter().flat_map(Sketch::bands) {
            add(&mut self.by_band, *band, number);
        }
        for quotation in &entry.quotations {
            add(&mut self.by_quotation, quotation.run, number);
        }
        self.entries.push_back(entry);
    }

    /// Entries that are worth comparing with an entry, in order.
    pub(super) fn alike<'a>(&'a self, sketch: &'a Sketch) -> impl Iterator<Item = (&'a Entry, &'a Sketch)> {
        let shared = self.shared(sketch.bands().iter().filter_map(|band| self.by_band.get(band)));
        shared.into_iter().filter_map(|(at, shared)| {
            let entry = &self.entries[at];
            let theirs = entry.sketch.as_ref()?;
            sketch.meets(theirs, shared).then_some((entry, theirs))
        })
    }

    /// Entries that quote the same words, in order.
    pub(super) fn quoting(&self, entry: &Entry) -> impl Iterator<Item = &Entry> {
        let lists = entry.quotations.iter().filter_map(|quotation| self.by_quotation.get(&quotation.run));
        self.shared(lists).into_iter().map(|(at, _)| &self.entries[at])
    }

    /// The entries that stand in some of the lists, in order, and in how many. As a rule they are few, and all others cost
    /// nothing; where they are not, every entry is counted.
    fn shared<'a>(&self, lists: impl Iterator<Item = &'a Numbers>) -> Vec<(usize, usize)> {
        let slices: Vec<&[usize]> =
            lists.map(Numbers::slices).flat_map(|(one, other)| [one, other]).collect();
        let sum: usize = slices.iter().map(|slice| slice.len()).sum();
        let numbers = slices.into_iter().flatten().map(|number| number - self.first);
        if sum < self.entries.len() / 8 {
            let mut found: Vec<usize> = numbers.collect();
            found.sort_unstable();
            return found.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect();
        }
        let mut counts = vec![0; self.entries.len()];
        numbers.for_each(|at| counts[at] += 1);
        counts.into_iter().enumerate().filter(|(_, count)| *count > 0).collect()
    }
}

fn add<K: Hash + Eq>(lists: &mut FxHashMap<K, Numbers>, key: K, number: usize) {
    lists.entry(key).and_modify(|list| list.push(number)).or_insert(Numbers::One(number));
}

/// The oldest entry stands first in every list.
fn forget<K: Hash + Eq + Copy>(lists: &mut FxHashMap<K, Numbers>, key: &K) {
    let Slot::Occupied(mut list) = lists.entry(*key) else { return };
    if let Numbers::Several(numbers) = list.get_mut() {
        numbers.pop_front();
        if !numbers.is_empty() {
            return;
        }
    }
    list.remove();
}
