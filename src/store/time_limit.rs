//! A view of a stranger's may never end: how long one may take before SQLite is told to stop.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::Store;
use crate::error::Result;

/// Steps of SQLite's machine between two looks at the time: a few milliseconds.
const STEPS: i32 = 100_000;

/// The time by which a query must have ended; none is set until a command asks for one.
#[derive(Debug, Default)]
pub(super) struct TimeLimit {
    limit: Duration,
    until: Arc<Mutex<Option<Instant>>>,
}

impl TimeLimit {
    /// How long a query may take; as long as it takes where that is nothing.
    pub(super) fn limit(&self) -> Duration {
        self.limit
    }

    /// The time that a query may take begins now.
    pub(super) fn begin(&self) {
        if let (Ok(mut until), false) = (self.until.lock(), self.limit.is_zero()) {
            // A limit beyond all time is none.
            *until = Instant::now().checked_add(self.limit);
        }
    }

    /// Does what is not the query's: a reader that is slow to take its rows does not use up its time.
    pub(super) fn apart<T>(&self, work: impl FnOnce() -> T) -> T {
        let began = Instant::now();
        let done = work();
        if let Ok(mut until) = self.until.lock() {
            *until = until.and_then(|until| until.checked_add(began.elapsed()));
        }
        done
    }
}

impl Store {
    /// Stops every view of this connection that takes longer.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn limit_views(&mut self, limit: Duration) -> Result<()> {
        self.time_limit.limit = limit;
        self.time_limit.begin();
        let until = Arc::clone(&self.time_limit.until);
        let is_over = move || {
            let until = until.lock().ok().and_then(|until| *until);
            until.is_some_and(|until| Instant::now() > until)
        };
        self.connection.progress_handler(STEPS, Some(is_over))?;
        Ok(())
    }
}
