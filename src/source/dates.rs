//! Dates of metadata, as the wild writes them, to a day and perhaps an instant. Knows no clock, invents no precision:
//! a month alone, or 07/08/2024, is no day.

mod scan;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::node::{Node, Value, cut};

/// A date that could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    /// The day as written, on the outlet's own clock.
    pub(super) day: NaiveDate,
    /// The instant, where time and zone are written too.
    pub(super) instant: Option<DateTime<Utc>>,
}

impl Written {
    /// `YYYY-MM-DDTHH:MM:SSZ` where the instant is known, else `YYYY-MM-DD`.
    pub(super) fn stamp(self) -> String {
        match self.instant {
            Some(instant) => instant.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
            None => self.day.to_string(),
        }
    }
}

/// What a value says of a date: the date, and what a person should know about it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Found {
    /// The first date in it.
    pub(super) date: Option<Written>,
    /// What was not understood, or why there is no date.
    pub(super) warning: Option<String>,
}

/// Finds the date in a value: words, a number of seconds or milliseconds, or the first of a list.
pub(super) fn find(node: &Node) -> Found {
    match &node.value {
        Value::Text(words) | Value::Date(words) | Value::Number(words) => in_words(words),
        Value::Integer(number) => in_number(*number),
        Value::List(elements) => in_list(elements),
        Value::Nothing | Value::Flag(_) => Found::default(),
        Value::Table(_) => warned("a table where a date should be".to_owned()),
    }
}

fn warned(reason: String) -> Found {
    Found { date: None, warning: Some(reason) }
}

fn in_list(elements: &[Node]) -> Found {
    let first = elements.iter().map(find).find(|found| found.date.is_some());
    match (first, elements.len()) {
        (None, 0) => Found::default(),
        (Some(found), 1) => found,
        (Some(found), _) => {
            let day = found.date.map(|date| date.day.to_string()).unwrap_or_default();
            Found {
                warning: Some(format!("a list where one date should be; kept the first date in it, {day}")),
                ..found
            }
        }
        (None, _) => warned("a list without a date that can be read".to_owned()),
    }
}

/// Seconds or milliseconds since 1970, or a day as eight digits.
fn in_number(number: i64) -> Found {
    let instant = match number {
        19_000_101..=29_991_231 => return in_words(&number.to_string()),
        100_000_000..100_000_000_000 => DateTime::from_timestamp(number, 0),
        100_000_000_000..100_000_000_000_000 => DateTime::from_timestamp_millis(number),
        _ => None,
    };
    match instant {
        Some(instant) => {
            Found { date: Some(Written { day: instant.date_naive(), instant: Some(instant) }), warning: None }
        }
        None => warned(format!("{number} is not a date")),
    }
}

fn in_words(words: &str) -> Found {
    let words = words.trim();
    let mut reason = None;
    let head = words.char_indices().nth(200).map_or(words, |(end, _)| &words[..end]);
    for start in starts(head) {
        match scan::date(&head[start..]) {
            None => {}
            Some(Err(why)) => reason = reason.or(Some(why)),
            Some(Ok((day, rest))) => {
                let (written, rest) = with_time(day, rest);
                let clean = head[..start].trim().is_empty() && rest.trim().is_empty();
                let warning = (!clean).then(|| format!("kept the date {day} of \"{}\"", cut(words)));
                return Found { date: Some(written), warning };
            }
        }
    }
    warned(reason.unwrap_or_else(|| format!("\"{}\" is not a date", cut(words))))
}

/// Where words and numbers begin.
fn starts(words: &str) -> impl Iterator<Item = usize> + '_ {
    let mut inside = false;
    words.char_indices().filter_map(move |(at, c)| {
        let begins = c.is_alphanumeric() && !inside;
        inside = c.is_alphanumeric() || matches!(c, '-' | '/' | '.');
        begins.then_some(at)
    })
}

fn with_time(day: NaiveDate, rest: &str) -> (Written, &str) {
    let Some((time, rest)) = scan::time(rest) else { return (Written { day, instant: None }, rest) };
    let (offset, rest) = scan::zone(rest);
    let instant = offset.and_then(|minutes| instant(day, time, minutes));
    (Written { day, instant }, rest)
}

fn instant(day: NaiveDate, time: NaiveTime, offset_minutes: i64) -> Option<DateTime<Utc>> {
    day.and_time(time).and_utc().checked_sub_signed(TimeDelta::minutes(offset_minutes))
}

#[cfg(test)]
mod tests {
    use super::{Node, Value, find};

    fn read(words: &str) -> (String, bool) {
        let found = find(&Node::new(1, Value::Text(words.to_owned())));
        (
            found.date.map(|date| format!("{} {}", date.day, date.stamp())).unwrap_or_default(),
            found.warning.is_some(),
        )
    }

    #[test]
    fn dates_as_the_wild_writes_them() {
        for (words, day, stamp) in [
            ("2024-07-22", "2024-07-22", "2024-07-22"),
            ("2024-07-22T10:00:00+03:00", "2024-07-22", "2024-07-22T07:00:00Z"),
            ("2024-07-22T23:30:00-0400", "2024-07-22", "2024-07-23T03:30:00Z"),
            ("2024-07-22 10:00:00.123Z", "2024-07-22", "2024-07-22T10:00:00Z"),
            ("2024-07-22T10:00Z", "2024-07-22", "2024-07-22T10:00:00Z"),
            ("2024-07-22 10:00", "2024-07-22", "2024-07-22"),
            ("Mon, 22 Jul 2024 10:00:00 GMT", "2024-07-22", "2024-07-22T10:00:00Z"),
            ("Mon, 22 Jul 2024 10:00:00 +0200", "2024-07-22", "2024-07-22T08:00:00Z"),
            ("Monday, July 22, 2024", "2024-07-22", "2024-07-22"),
            ("July 22nd, 2024", "2024-07-22", "2024-07-22"),
            ("22 July 2024", "2024-07-22", "2024-07-22"),
            ("22-Jul-2024", "2024-07-22", "2024-07-22"),
            ("Sept. 6, 2024", "2024-09-06", "2024-09-06"),
            ("Jul 22, 2024 10:00 AM", "2024-07-22", "2024-07-22"),
            ("Jul 22, 2024 at 10:05 p.m. EDT", "2024-07-22", "2024-07-23T02:05:00Z"),
            ("2024/07/22", "2024-07-22", "2024-07-22"),
            ("20240722", "2024-07-22", "2024-07-22"),
            ("20240722T100000Z", "2024-07-22", "2024-07-22T10:00:00Z"),
            ("22/07/2024", "2024-07-22", "2024-07-22"),
            ("07/22/2024", "2024-07-22", "2024-07-22"),
        ] {
            assert_eq!(read(words), (format!("{day} {stamp}"), false), "{words}");
        }
    }

    #[test]
    fn what_is_no_day_stays_without_one() {
        for words in [
            "07/08/2024",
            "2024-07",
            "July 2024",
            "2024",
            "2024-02-30",
            "Feb 30, 2024",
            "yesterday",
            "1234567",
            "2024-13-01",
        ] {
            assert_eq!(read(words), (String::new(), true), "{words}");
        }
    }

    #[test]
    fn rubbish_beside_a_date_is_warned_about() {
        for words in ["Published: 2024-07-22", "2024-07-22 (updated)", "July 22, 2024 / 10:00"] {
            assert_eq!(read(words), ("2024-07-22 2024-07-22".to_owned(), true), "{words}");
        }
    }
}
