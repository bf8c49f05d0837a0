//! The letters and digits of dates, times and zones. Every function reads from the start of what it is given and
//! hands back the rest.

use chrono::{NaiveDate, NaiveTime};

/// Months by their first three letters.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Zones by name, in minutes east of Greenwich: those of RFC 2822 and no others, since the rest are ambiguous.
const ZONES: &[(&str, i64)] = &[
    ("utc", 0),
    ("gmt", 0),
    ("z", 0),
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
];

/// A date with what follows it; or why what looks like one is none.
type Scanned<'t> = Option<Result<(NaiveDate, &'t str), String>>;

/// A date at the start, with or without its weekday.
pub(super) fn date(text: &str) -> Scanned<'_> {
    let text = weekday(text);
    let (first, rest) = digits(text);
    match first.len() {
        0 => month_first(text),
        8 => Some(day_of(&first[..4], &first[4..6], &first[6..], text, rest)),
        4 => year_first(text, first, rest),
        1 | 2 => day_first(text, first, rest),
        _ => None,
    }
}

fn weekday(text: &str) -> &str {
    let (word, rest) = letters(text);
    let word = word.to_lowercase();
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    if word.len() >= 3 && days.iter().any(|day| day.starts_with(&word)) {
        rest.trim_start_matches(['.', ',', ' '])
    } else {
        text
    }
}

/// 2024-07-22, 2024/07/22, 2024.07.22; a month alone is no day.
fn year_first<'t>(text: &'t str, year: &str, rest: &'t str) -> Scanned<'t> {
    let Some(separator) = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.')) else {
        return rest.trim().is_empty().then(|| Err(format!("\"{text}\" is a year, not a day")));
    };
    let (month, rest) = digits(&rest[1..]);
    if !matches!(month.len(), 1 | 2) {
        return None;
    }
    match rest.strip_prefix(separator).map(digits) {
        Some((day, rest)) if matches!(day.len(), 1 | 2) => Some(day_of(year, month, day, text, rest)),
        _ => Some(Err(format!("\"{year}{separator}{month}\" is a month, not a day"))),
    }
}

/// 22 July 2024, 22-Jul-2024, 22/07/2024; where day and month could be swapped, there is no date.
fn day_first<'t>(text: &'t str, first: &str, rest: &'t str) -> Scanned<'t> {
    if let Some(separator) = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.')) {
        let (second, after) = digits(&rest[1..]);
        if matches!(second.len(), 1 | 2) {
            let (year, after) = digits(after.strip_prefix(separator)?);
            return (year.len() == 4).then(|| swappable(text, first, second, year, after));
        }
    }
    let rest = ordinal(rest).trim_start_matches([' ', '-', '.', ',']);
    let rest = rest.strip_prefix("of ").unwrap_or(rest);
    let (month, rest) = month(rest)?;
    let (year, rest) = digits(rest.trim_start_matches([' ', '-', '.', ',']));
    (year.len() == 4).then(|| day_of(year, month, first, text, rest))
}

fn swappable<'t>(
    text: &str,
    first: &str,
    second: &str,
    year: &str,
    rest: &'t str,
) -> Result<(NaiveDate, &'t str), String> {
    let small = |number: &str| number.parse::<u32>().is_ok_and(|number| number <= 12);
    match (small(first), small(second)) {
        (true, true) if first != second => {
            let written = &text[..text.len() - rest.len()];
            Err(format!(
                "\"{written}\" may be the {first}. of month {second} or the {second}. of month {first}"
            ))
        }
        (true, false) => day_of(year, first, second, text, rest),
        _ => day_of(year, second, first, text, rest),
    }
}

/// July 22, 2024; July 2024 is no day.
fn month_first(text: &str) -> Scanned<'_> {
    let (month, rest) = month(text)?;
    let (day, rest) = digits(rest.trim_start_matches([' ', '.', ',']));
    match day.len() {
        4 => Some(Err(format!("\"{}\" is a month, not a day", &text[..text.len() - rest.len()]))),
        1 | 2 => {
            let (year, rest) = digits(ordinal(rest).trim_start_matches([' ', ',']));
            (year.len() == 4).then(|| day_of(year, month, day, text, rest))
        }
        _ => None,
    }
}

/// The number of a month by its name, full or shortened to three letters or more.
fn month(text: &str) -> Option<(&'static str, &str)> {
    const NUMBERS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    let (word, rest) = letters(text);
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(&word))?;
    Some((NUMBERS[at], rest))
}

fn ordinal(text: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|suffix| text.strip_prefix(suffix)).unwrap_or(text)
}

fn day_of<'t>(
    year: &str,
    month: &str,
    day: &str,
    text: &str,
    rest: &'t str,
) -> Result<(NaiveDate, &'t str), String> {
    let numbers = (year.parse::<i32>(), month.parse(), day.parse());
    if let (Ok(year @ 1500..=2999), Ok(month), Ok(day)) = numbers
        && let Some(date) = NaiveDate::from_ymd_opt(year, month, day)
    {
        return Ok((date, rest));
    }
    Err(format!("there is no day \"{}\" in the calendar", &text[..text.len() - rest.len()]))
}

/// A time of day after a date: `T10:00:00.5`, ` 10:00 AM`, ` at 10:00`, `T100000`.
pub(super) fn time(text: &str) -> Option<(NaiveTime, &str)> {
    let text = text.trim_start_matches([',', ' ']);
    let text =
        text.strip_prefix(['T', 't']).or_else(|| text.strip_prefix("at ")).unwrap_or(text).trim_start();
    let (hour, rest) = digits(text);
    if hour.len() == 6 {
        return Some((clock(&hour[..2], &hour[2..4], &hour[4..])?, rest));
    }
    let (minute, rest) = digits(rest.strip_prefix(':')?);
    let (second, rest) = rest.strip_prefix(':').map_or(("0", rest), digits);
    let rest = rest.strip_prefix(['.', ',']).map_or(rest, |fraction| digits(fraction).1);
    let time = clock(hour, minute, second)?;
    let after = rest.trim_start();
    for (mark, shift) in [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)] {
        let Some(head) = after.get(..mark.len()).filter(|head| head.eq_ignore_ascii_case(mark)) else {
            continue;
        };
        let hour = hour.parse::<u32>().ok().filter(|hour| (1..=12).contains(hour))? % 12 + shift;
        return Some((clock(&hour.to_string(), minute, second)?, &after[head.len()..]));
    }
    Some((time, rest))
}

fn clock(hour: &str, minute: &str, second: &str) -> Option<NaiveTime> {
    // A leap second is the last second of its minute.
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, second.parse::<u32>().ok()?.min(59))
}

/// Minutes east of Greenwich, if a zone is named that has one meaning.
pub(super) fn zone(text: &str) -> (Option<i64>, &str) {
    let after = text.trim_start();
    if let Some(sign) = after.chars().next().filter(|c| matches!(c, '+' | '-')) {
        let (hours, rest) = digits(&after[1..]);
        let (minutes, rest) = match hours.len() {
            4 => (&hours[2..], rest),
            _ => rest.strip_prefix(':').map_or(("0", rest), digits),
        };
        let hours = hours.get(..2).and_then(|hours| hours.parse::<i64>().ok());
        let (Some(hours @ 0..=15), Ok(minutes)) = (hours, minutes.parse::<i64>()) else {
            return (None, text);
        };
        let east = hours * 60 + minutes;
        return (Some(if sign == '-' { -east } else { east }), rest);
    }
    let (word, rest) = letters(after);
    match ZONES.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)) {
        Some((_, minutes)) => (Some(*minutes), rest),
        None => (None, text),
    }
}

fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

fn letters(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()))
}
