//! Numbers that look random and are the same on every machine: SplitMix64 (Steele, Lea and Flood, 2014).
#![allow(dead_code)] // every bench uses its own part

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// A stream of numbers that its seed decides.
pub(crate) struct Random(u64);

impl Random {
    /// A stream of its own for every pair of seed and purpose. Those of neighbouring purposes are one stream, begun a
    /// number later: what draws as often as its neighbour can fall into step with it.
    pub(crate) fn new(seed: u64, purpose: u64) -> Self {
        Self(seed ^ purpose.wrapping_mul(STEP))
    }

    /// A stream that has nothing in common with those of other purposes.
    pub(crate) fn apart(seed: u64, purpose: u64) -> Self {
        Self(mixed(seed ^ mixed(purpose)))
    }

    /// Any number.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mixed(self.0)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// A place in a list of that length.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap()
    }

    /// A number from `first` to `last`.
    pub(crate) fn within(&mut self, first: u64, last: u64) -> u64 {
        first + self.below(last - first + 1)
    }

    /// True so many times in a hundred.
    pub(crate) fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    /// One of several.
    pub(crate) fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.index(list.len())]
    }

    /// One of several, the heavier the oftener. The weights are sums: each with all before it.
    pub(crate) fn weighed(&mut self, sums: &[u64]) -> usize {
        let drawn = self.below(*sums.last().unwrap());
        sums.partition_point(|sum| *sum <= drawn)
    }
}

fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}
