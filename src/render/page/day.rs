//! Days as people write them.

use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The day that a text begins with: `2024-07-22`, also where ` (inferred)` follows.
pub(super) fn parsed(text: &str) -> Option<NaiveDate> {
    text.get(..10)?.parse().ok()
}

/// `Jul`
pub(super) fn month(day: NaiveDate) -> &'static str {
    MONTHS[day.month0() as usize]
}

/// `22 Jul 2024`
pub(super) fn said(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// A day of publication with what is said of it: `22 Jul 2024 (inferred)`.
pub(super) fn published(text: &str) -> Markup {
    match parsed(text) {
        Some(day) => {
            html! { time datetime=(day.to_string()) { (said(day)) } @if text.len() > 10 { " " (super::words::line(&text[10..])) } }
        }
        None => html! { (super::words::line(text)) },
    }
}

/// From one day to another: `22 Jul to 10 Sep 2024`.
pub(super) fn period(first: NaiveDate, last: NaiveDate) -> String {
    if first == last {
        said(first)
    } else if first.year() == last.year() {
        format!("{} {} to {}", first.day(), month(first), said(last))
    } else {
        format!("{} to {}", said(first), said(last))
    }
}
