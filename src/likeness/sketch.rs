//! A text's sketch: the smallest hashes of its runs of words (MinHash, Broder 1997), from which is read how much of the
//! shorter of two texts stands in the longer.

use super::shingle::{Token, run, tokens};

/// Words in a run.
const RUN: usize = 4;
/// Words that a text must have outside quotation marks.
const SHORTEST: usize = 60;
/// Hashes in a sketch.
const SIZE: usize = 160;
/// By so many of the smallest texts that may be copies find each other.
const BANDS: usize = 24;
/// How much of the shorter text the longer must have.
pub const SAME: f64 = 0.47;
/// Runs that both must have: one sentence of an agency in two short stories makes no copy.
const SHARED: f64 = 50.0;

/// What is kept of a text to compare it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    /// How many different runs the text has.
    runs: u32,
    /// The smallest of their hashes, in order.
    smallest: Vec<u32>,
}

/// How alike two texts are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// The share of the shorter text's runs of words that the longer has too, as far as the sketches tell; 0 to 1, in
    /// thousandths.
    pub score: f64,
    /// Whether they are one text.
    pub same: bool,
}

/// The sketch of a text; none where it is too short to tell.
pub fn sketch(text: &str) -> Option<Sketch> {
    sketch_of(&tokens(text))
}

pub(super) fn sketch_of(tokens: &[Token]) -> Option<Sketch> {
    let mut smallest = Vec::with_capacity(tokens.len());
    let mut last: Vec<u64> = Vec::with_capacity(tokens.len());
    let mut words = 0;
    for token in tokens.iter().copied() {
        match token {
            Token::Word { hash, quoted: false, .. } => {
                words += 1;
                last.push(hash);
                if last.len() >= RUN {
                    // The upper half: the better mixed.
                    smallest.push((run(&last[last.len() - RUN..]) >> 32) as u32);
                }
            }
            Token::Word { .. } => {}
            Token::Mark => last.clear(),
        }
    }
    smallest.sort_unstable();
    smallest.dedup();
    let runs = u32::try_from(smallest.len()).unwrap_or(u32::MAX);
    smallest.truncate(SIZE);
    (words >= SHORTEST).then_some(Sketch { runs, smallest })
}

impl Sketch {
    /// By what a text finds those that are worth comparing with it.
    pub fn bands(&self) -> &[u32] {
        &self.smallest[..self.smallest.len().min(BANDS)]
    }

    /// Whether another text is worth comparing that has so many of the bands. Copies of half a text have half of what
    /// copies of the whole have; half of that again is asked for, so that chance loses few.
    pub fn meets(&self, other: &Self, shared_bands: usize) -> bool {
        let shorter = f64::from(self.runs.min(other.runs)) / f64::from(self.runs.max(other.runs).max(1));
        shared_bands > 0 && shared_bands as f64 >= 0.22 * BANDS as f64 * shorter
    }

    /// Compares two texts.
    pub fn likeness(&self, other: &Self) -> Likeness {
        // Below the smaller of both limits each sketch has every hash of its text.
        let limit = self.limit().min(other.limit());
        let (mine, theirs) = (self.below(limit), other.below(limit));
        let fewer = mine.len().min(theirs.len());
        if fewer == 0 {
            return Likeness { score: 0.0, same: false };
        }
        let share = shared(mine, theirs) as f64 / fewer as f64;
        let runs = share * f64::from(self.runs.min(other.runs));
        Likeness { score: (share * 1000.0).round() / 1000.0, same: share >= SAME && runs >= SHARED }
    }

    fn limit(&self) -> u32 {
        match self.smallest.last() {
            Some(last) if self.runs as usize > self.smallest.len() => *last,
            _ => u32::MAX,
        }
    }

    fn below(&self, limit: u32) -> &[u32] {
        &self.smallest[..self.smallest.partition_point(|hash| *hash <= limit)]
    }

    /// As it is kept in a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        std::iter::once(&self.runs).chain(&self.smallest).flat_map(|number| number.to_le_bytes()).collect()
    }

    /// As it was kept; none where that is no sketch.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (numbers, []) = bytes.as_chunks::<4>() else { return None };
        let mut numbers = numbers.iter().map(|number| u32::from_le_bytes(*number));
        let runs = numbers.next()?;
        let smallest: Vec<u32> = numbers.take(SIZE).collect();
        smallest.is_sorted().then_some(Self { runs, smallest })
    }
}

/// How many numbers two ordered lists share. Compared as often as anything: no branch depends on the numbers.
fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut at, mut other, mut count) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(at), b.get(other)) {
        count += usize::from(x == y);
        at += usize::from(x <= y);
        other += usize::from(y <= x);
    }
    count
}
