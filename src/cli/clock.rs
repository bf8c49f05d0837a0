//! The only place that reads the clock. What it says reaches no report and no dump.
#![allow(clippy::disallowed_methods)]

use chrono::{NaiveDate, Utc};

/// This instant, `YYYY-MM-DDTHH:MM:SSZ`.
pub(super) fn now() -> String {
    Utc::now().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Today, in UTC.
pub(super) fn today() -> NaiveDate {
    Utc::now().date_naive()
}
