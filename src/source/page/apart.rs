//! Processor time of the threads that read pages, each on a stack of its own, as the threads that wait for them are asked for it.

use std::cell::Cell;

thread_local! {
    static APART: Cell<u64> = const { Cell::new(0) };
}

/// Nanoseconds that the thread which asks has worked since its start; 0 where the system does not tell.
pub(super) fn spent() -> u64 {
    #[cfg(unix)]
    {
        use rustix::time::{ClockId, clock_gettime};
        let time = clock_gettime(ClockId::ThreadCPUTime);
        let [seconds, nanoseconds] =
            [time.tv_sec, time.tv_nsec].map(|part| u64::try_from(part).unwrap_or_default());
        seconds * 1_000_000_000 + nanoseconds
    }
    #[cfg(not(unix))]
    0
}

/// Counts what a thread worked for this one.
pub(super) fn add(nanoseconds: u64) {
    APART.set(APART.get() + nanoseconds);
}

/// Nanoseconds that other threads read pages for this one, since it last asked.
pub fn time_apart() -> u64 {
    APART.take()
}
