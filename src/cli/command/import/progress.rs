//! How far a run is: a bar on a terminal, nothing elsewhere.

use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::clock::Stopwatch;
use crate::source::Input;

/// A bar that goes by the bytes of the inputs' files.
pub(super) struct Progress {
    bar: ProgressBar,
    since: Stopwatch,
    sizes: Vec<u64>,
    /// Bytes of the inputs that have ended.
    behind: u64,
}

impl Progress {
    /// Begins, with nothing to do.
    pub(super) fn start() -> Self {
        let style = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes}, {msg}, {eta} left");
        let bar = ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self { bar, since: Stopwatch::start(), sizes: Vec::new(), behind: 0 }
    }

    /// These inputs come next.
    pub(super) fn expect(&mut self, inputs: &[&Input]) {
        if self.bar.is_hidden() {
            return;
        }
        let size = |input: &&Input| {
            input.path().and_then(|path| path.metadata().ok()).map_or(0, |metadata| metadata.len())
        };
        self.sizes = inputs.iter().map(size).collect();
        self.bar.inc_length(self.sizes.iter().sum());
    }

    /// So much of an input's file is done, and so many articles in all.
    pub(super) fn at(&self, position: u64, articles: u64) {
        if self.bar.is_hidden() {
            return;
        }
        self.bar.set_position(self.behind + position);
        let rate = articles as f64 / self.since.elapsed().as_secs_f64().max(0.001);
        self.bar.set_message(format!("{articles} articles, {rate:.0}/s"));
    }

    /// An input is done.
    pub(super) fn end(&mut self, input: usize) {
        self.behind += self.sizes.get(input).copied().unwrap_or_default();
    }

    /// Nothing more comes.
    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }

    /// Since when.
    pub(super) fn since(&self) -> Stopwatch {
        self.since
    }
}
