//! One expected result of the specification, and how ours compares.

use std::ops::Range;

use factdb::date::DateExpression;

/// An expected expression.
pub(crate) struct Wanted {
    pub(crate) kind: String,
    pub(crate) text: String,
    extent: Range<usize>,
    pub(crate) readings: Vec<Reading>,
}

/// One of its readings.
#[derive(Debug)]
pub(crate) struct Reading {
    timex: String,
    value: Option<String>,
    start: Option<String>,
    end: Option<String>,
}

/// How ours compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    Alike,
    /// The same days by another convention: their ranges end where the last period begins, their "in two weeks" is a day and
    /// ours a week, their halves are decimals.
    Convention,
    Missed,
    Different,
}

impl Wanted {
    pub(crate) fn parse(input: &str, result: &serde_json::Value) -> Option<Self> {
        let kind = result["TypeName"].as_str()?.trim_start_matches("datetimeV2.").to_owned();
        let offset = |at: u64| {
            input.char_indices().nth(usize::try_from(at).unwrap_or(0)).map_or(input.len(), |(byte, _)| byte)
        };
        let extent = offset(result["Start"].as_u64()?)..offset(result["End"].as_u64()? + 1);
        let field = |value: &serde_json::Value, name: &str| value[name].as_str().map(str::to_owned);
        let readings = result["Resolution"]["values"].as_array()?;
        let readings = readings
            .iter()
            .map(|value| Reading {
                timex: field(value, "timex").unwrap_or_default(),
                value: field(value, "value"),
                start: field(value, "start"),
                end: field(value, "end"),
            })
            .collect();
        Some(Self { kind, text: result["Text"].as_str()?.to_owned(), extent, readings })
    }
}

/// Whether an expression that overlaps means the same as one of the readings.
pub(crate) fn judge(wanted: &Wanted, found: &[DateExpression]) -> Outcome {
    let overlapping: Vec<&DateExpression> = found
        .iter()
        .filter(|date| date.phrase.start < wanted.extent.end && wanted.extent.start < date.phrase.end)
        .collect();
    let any = |compare: &dyn Fn(&Reading, &DateExpression) -> bool| {
        overlapping.iter().any(|date| wanted.readings.iter().any(|reading| compare(reading, date)))
    };
    if overlapping.is_empty() {
        Outcome::Missed
    } else if any(&is_alike) {
        Outcome::Alike
    } else if any(&is_conventional) {
        Outcome::Convention
    } else {
        Outcome::Different
    }
}

fn is_alike(reading: &Reading, date: &DateExpression) -> bool {
    let value = date.value.as_deref().unwrap_or("-");
    // Theirs leaves minutes of a whole hour out, and days of a time by itself.
    let theirs = reading.value.as_deref().unwrap_or("").replacen(' ', "T", 1);
    let is_time = value.contains('T')
        && theirs.len() >= 5
        && (theirs.starts_with(value) || value.ends_with(&format!("T{}", theirs.get(..5).unwrap_or("-"))));
    if value == reading.timex || value == theirs || is_time {
        return true;
    }
    let Some(when) = &date.when else { return false };
    let day = |written: &Option<String>| {
        written.as_ref().and_then(|written| written.get(..10)?.parse::<chrono::NaiveDate>().ok())
    };
    let (start, end) = (day(&reading.start), day(&reading.end));
    if start.is_none() && end.is_none() {
        let single = day(&reading.value);
        return single.is_some() && single == when.earliest && single == when.latest;
    }
    start == when.earliest && end.and_then(|end| end.pred_opt()) == when.latest
}

/// Whether both name the same days but for where a range ends or how precise a distance is.
fn is_conventional(reading: &Reading, date: &DateExpression) -> bool {
    let value = date.value.as_deref().unwrap_or("-");
    let is_decimal = matches!(
        (reading.timex.as_str(), value),
        ("PT1.5H", "PT1H30M")
            | ("P3.5Y", "P3Y6M")
            | ("PT0.5H", "PT30M")
            | ("TNI", "XXXX-XX-XXTNI")
            | ("TMO", "XXXX-XX-XXTMO")
    );
    let is_vague = reading.timex.replace('3', "X") == value;
    let Some(when) = &date.when else { return is_decimal || is_vague };
    let (earliest, latest) = (when.earliest, when.latest);
    let day = |written: &Option<String>| {
        written.as_ref().and_then(|written| written.get(..10)?.parse::<chrono::NaiveDate>().ok())
    };
    let is_within = |day: chrono::NaiveDate| {
        earliest.is_some_and(|first| first <= day) && latest.is_some_and(|last| day <= last)
    };
    match (day(&reading.start), day(&reading.end), day(&reading.value)) {
        (Some(start), Some(end), _) => {
            let ends_alike = latest.is_some_and(|last| last >= end && (last - end).num_days() < 366);
            (earliest == Some(start) && ends_alike)
                || (earliest.is_none() && latest.is_some_and(|last| (end - last).num_days().abs() <= 1))
        }
        (None, None, Some(single)) => {
            is_within(single)
                && earliest != latest
                && (latest.zip(earliest)).is_some_and(|(a, b)| (a - b).num_days() <= 31)
        }
        _ => is_decimal || is_vague,
    }
}
