//! How long a run worked at what: processor time of the threads that read and of the one that writes.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::cli::clock::Work;
use crate::source;

/// What a run works at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Files to bytes, unpacked and cut into records.
    Files,
    /// Text, records and claim files to articles and claims.
    Formats,
    /// Web pages and feeds to articles.
    Pages,
    /// Articles to claims.
    Extraction,
    /// Hashes and keys of articles and claims.
    Names,
    /// What is compared of a text.
    Sketches,
    /// Curated claims to their places in their articles.
    Quotes,
    /// Rows, indexes and checks.
    Rows,
    FullText,
    /// Ends of transactions.
    Commits,
    NearCopies,
}

const STAGES: [(Stage, &str); 11] = [
    (Stage::Files, "reading files"),
    (Stage::Formats, "reading formats"),
    (Stage::Pages, "reading web pages and feeds"),
    (Stage::Extraction, "extraction"),
    (Stage::Names, "hashes and keys"),
    (Stage::Sketches, "sketches of texts"),
    (Stage::Quotes, "finding curated quotes"),
    (Stage::Rows, "inserting, with indexes and checks"),
    (Stage::FullText, "full text"),
    (Stage::Commits, "ends of transactions"),
    (Stage::NearCopies, "near-copies"),
];

impl Stage {
    /// The stage in which parts of a format are read.
    pub(super) fn of_format(id: &str) -> Self {
        if matches!(id, "html" | "warc" | "feed") { Self::Pages } else { Self::Formats }
    }
}

/// The sums, in nanoseconds.
#[derive(Debug)]
pub(super) struct Timings {
    wanted: bool,
    sums: [AtomicU64; STAGES.len()],
}

impl Timings {
    /// Nothing is measured that nobody wants to see.
    pub(super) fn new(wanted: bool) -> Self {
        Self { wanted, sums: Default::default() }
    }

    /// Begins to measure on this thread.
    pub(super) fn start(&self) -> Lap<'_> {
        Lap { timings: self, since: self.wanted.then(Work::of_this_thread) }
    }

    /// A line a stage, with its share.
    pub(super) fn table(&self) -> String {
        let seconds = |at: usize| self.sums[at].load(Ordering::Relaxed) as f64 / 1e9;
        let measured: f64 = (0..STAGES.len()).map(seconds).sum();
        let all = (Work::of_the_program() as f64 / 1e9).max(measured).max(1e-9);
        let mut table = format!("{:<36}{:>10}{:>8}\n", "processor time", "seconds", "share");
        let mut line = |name: &str, seconds: f64| {
            table.push_str(&format!("{name:<36}{seconds:>10.2}{:>7.1}%\n", 100.0 * seconds / all));
        };
        for (at, (_, name)) in STAGES.iter().enumerate() {
            line(name, seconds(at));
        }
        line("all else", all - measured);
        table
    }
}

/// Work on one thread since some moment.
pub(super) struct Lap<'t> {
    timings: &'t Timings,
    since: Option<Work>,
}

impl Lap<'_> {
    /// Counts what was done since the last lap as a stage's.
    pub(super) fn lap(&mut self, stage: Stage) {
        let Some(since) = &mut self.since else { return };
        let now = Work::of_this_thread();
        // Each page is read on a thread of its own, for which this one waits.
        let spent = now.since(since) + source::time_apart();
        let at = STAGES.iter().position(|(known, _)| *known == stage).unwrap_or_default();
        self.timings.sums[at].fetch_add(spent, Ordering::Relaxed);
        *since = now;
    }

    /// Counts what was done since the last lap as nobody's.
    pub(super) fn restart(&mut self) {
        if let Some(since) = &mut self.since {
            *since = Work::of_this_thread();
            source::time_apart();
        }
    }
}
