//! The only place that reads the clock. What it says reaches no report and no dump.
#![allow(clippy::disallowed_methods)]

use std::time::{Duration, Instant};

use chrono::{NaiveDate, Utc};

/// This instant, `YYYY-MM-DDTHH:MM:SSZ`.
pub(super) fn now() -> String {
    Utc::now().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Today, in UTC.
pub(super) fn today() -> NaiveDate {
    Utc::now().date_naive()
}

/// A moment from which time is measured.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stopwatch(Instant);

impl Stopwatch {
    /// From now.
    pub(super) fn start() -> Self {
        Self(Instant::now())
    }

    /// How long it is since then.
    pub(super) fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// Processor time that a thread has used, in nanoseconds; where the system does not tell, the time that passed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Work(u64);

impl Work {
    /// Of the thread that asks.
    #[cfg(unix)]
    pub(super) fn of_this_thread() -> Self {
        Self(nanoseconds(rustix::time::ClockId::ThreadCPUTime))
    }

    /// What all threads of the program have used, in nanoseconds; 0 where the system does not tell.
    pub(super) fn of_the_program() -> u64 {
        #[cfg(unix)]
        return nanoseconds(rustix::time::ClockId::ProcessCPUTime);
        #[cfg(not(unix))]
        0
    }

    #[cfg(not(unix))]
    pub(super) fn of_this_thread() -> Self {
        use std::sync::OnceLock;
        static BEGIN: OnceLock<Instant> = OnceLock::new();
        let passed = BEGIN.get_or_init(Instant::now).elapsed().as_nanos();
        Self(u64::try_from(passed).unwrap_or(u64::MAX))
    }

    /// Nanoseconds between an earlier moment and this.
    pub(super) fn since(self, earlier: &Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }
}

#[cfg(unix)]
fn nanoseconds(clock: rustix::time::ClockId) -> u64 {
    let time = rustix::time::clock_gettime(clock);
    let parts = [u64::try_from(time.tv_sec), u64::try_from(time.tv_nsec)];
    let [seconds, nanoseconds] = parts.map(Result::unwrap_or_default);
    seconds * 1_000_000_000 + nanoseconds
}
