//! Articles in order of publication, as many days of them as are compared with one another: memory holds no more.

use std::collections::VecDeque;
use std::collections::hash_map::Entry as Slot;
use std::hash::Hash;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::likeness::{Quotation, Sketch};

/// Days within which a copy of a text is looked for.
pub(super) const DAYS: i64 = 7;

/// Entries that are looked at together.
const STRETCH: usize = 1_024;

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

    /// Entries that are worth comparing with an entry, in order. Who has enough of them asks for no more.
    pub(super) fn alike<'a>(&'a self, sketch: &'a Sketch) -> impl Iterator<Item = (&'a Entry, &'a Sketch)> {
        self.shared(sketch.bands().iter().filter_map(|band| self.by_band.get(band))).filter_map(
            |(at, shared)| {
                let entry = &self.entries[at];
                let theirs = entry.sketch.as_ref()?;
                sketch.meets(theirs, shared).then_some((entry, theirs))
            },
        )
    }

    /// Entries that quote the same words, in order.
    pub(super) fn quoting<'a>(&'a self, entry: &Entry) -> impl Iterator<Item = &'a Entry> {
        let lists = entry.quotations.iter().filter_map(|quotation| self.by_quotation.get(&quotation.run));
        self.shared(lists).map(|(at, _)| &self.entries[at])
    }

    /// The entries that stand in some of the lists, in order, and in how many. A stretch of entries at a time: where thousands are
    /// alike, the first few are enough, and the others are not even counted.
    fn shared<'a>(
        &'a self,
        lists: impl Iterator<Item = &'a Numbers>,
    ) -> impl Iterator<Item = (usize, usize)> {
        let mut slices: Vec<&[usize]> = lists
            .map(Numbers::slices)
            .flat_map(|(one, other)| [one, other])
            .filter(|slice| !slice.is_empty())
            .collect();
        let stretches = std::iter::from_fn(move || {
            let from = *slices.iter().map(|slice| &slice[0]).min()?;
            let mut numbers = Vec::new();
            slices.retain_mut(|slice| {
                let (now, later) = slice.split_at(slice.partition_point(|number| *number < from + STRETCH));
                numbers.extend_from_slice(now);
                *slice = later;
                !later.is_empty()
            });
            Some(counted(numbers, from))
        });
        stretches.flatten().map(|(number, count)| (number - self.first, count))
    }
}

/// Numbers from `from` on, in order, and how often each is there. As a rule they are few, and all others cost nothing; where
/// they are not, all are counted.
fn counted(mut numbers: Vec<usize>, from: usize) -> Vec<(usize, usize)> {
    if numbers.len() < STRETCH / 8 {
        numbers.sort_unstable();
        return numbers.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect();
    }
    let mut counts = vec![0; STRETCH];
    numbers.into_iter().for_each(|number| counts[number - from] += 1);
    let numbered = counts.into_iter().enumerate();
    numbered.filter(|(_, count)| *count > 0).map(|(at, count)| (from + at, count)).collect()
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

#[cfg(test)]
mod tests {
    use super::{Entry, STRETCH, Window};
    use crate::likeness::Sketch;
    use chrono::NaiveDate;

    /// An entry whose text has these hashes, and no others.
    fn entry(id: usize, hashes: &[u32]) -> Entry {
        let numbers = std::iter::once(hashes.len() as u32).chain(hashes.iter().copied());
        let bytes: Vec<u8> = numbers.flat_map(u32::to_le_bytes).collect();
        Entry {
            id: id as i64,
            rank: String::new(),
            day: NaiveDate::from_ymd_opt(2024, 7, 1).expect("a day"),
            pending: true,
            sketch: Sketch::from_bytes(&bytes),
            quotations: Vec::new(),
        }
    }

    #[test]
    fn those_that_share_enough_are_found_in_order_however_many_there_are() {
        let hashes: Vec<u32> = (0..24).collect();
        let mut window = Window::default();
        let count = 3 * STRETCH;
        // Every third has all hashes, every third half of them, and every third one, which is too few.
        let shares = |n: usize| [24, 12, 1][n % 3];
        for n in 0..count {
            let own = u32::try_from(n).expect("few") * 100 + 1_000;
            let mut mine: Vec<u32> = hashes[..shares(n)].to_vec();
            mine.extend(own..own + 24 - mine.len() as u32);
            window.push(entry(n, &mine));
        }
        let sought = entry(count, &hashes).sketch.expect("a sketch");
        let found: Vec<usize> = window.alike(&sought).map(|(entry, _)| entry.id as usize).collect();
        let expected: Vec<usize> = (0..count).filter(|n| shares(*n) > 1).collect();
        assert_eq!(found, expected);
    }
}
