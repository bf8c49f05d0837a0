//! Date expressions against the cases in `date_cases/`, and what holds for every text.
#![allow(missing_docs)]

use chrono::{Days, NaiveDate};
use factdb::date::{Context, DateExpression, dates};
use proptest::prelude::*;
use serde::Deserialize;

const FILES: [(&str, &str); 8] = [
    ("table", include_str!("date_cases/table.toml")),
    ("calendar", include_str!("date_cases/calendar.toml")),
    ("years", include_str!("date_cases/years.toml")),
    ("periods", include_str!("date_cases/periods.toml")),
    ("offsets", include_str!("date_cases/offsets.toml")),
    ("recurring", include_str!("date_cases/recurring.toml")),
    ("tense", include_str!("date_cases/tense.toml")),
    ("none", include_str!("date_cases/none.toml")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    /// The publication day of every case without its own.
    published: toml::value::Datetime,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    published: Option<Published>,
    dates: Vec<Wanted>,
    known_gap: Option<String>,
}

/// A day, or the word "none".
#[derive(Deserialize)]
#[serde(untagged)]
enum Published {
    Day(toml::value::Datetime),
    None(String),
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct Wanted {
    extent: String,
    /// Left out where it is the extent.
    phrase: Option<String>,
    kind: String,
    value: Option<String>,
    /// Left out where there is no `when`.
    relation: Option<String>,
    earliest: Option<toml::value::Datetime>,
    latest: Option<toml::value::Datetime>,
    precision: Option<String>,
}

fn day(written: &toml::value::Datetime) -> NaiveDate {
    written.to_string().parse().expect("a day")
}

fn datetime(day: NaiveDate) -> toml::value::Datetime {
    day.to_string().parse().expect("a day")
}

fn read(text: &str, published: Option<NaiveDate>) -> Vec<DateExpression> {
    dates(text, 0..text.len(), &Context { published }, &[])
}

fn shown(text: &str, date: &DateExpression) -> Wanted {
    let when = date.when.as_ref();
    let phrase = &text[date.phrase.clone()];
    let extent = &text[date.extent.clone()];
    Wanted {
        extent: extent.to_owned(),
        phrase: (when.is_some() && phrase != extent).then(|| phrase.to_owned()),
        kind: date.kind.word().to_owned(),
        value: date.value.clone(),
        relation: when.map(|when| when.relation.to_string()),
        earliest: when.and_then(|when| when.earliest).map(datetime),
        latest: when.and_then(|when| when.latest).map(datetime),
        precision: when.map(|when| when.precision.to_string()),
    }
}

/// What is wrong with a case, if anything.
fn failure(file: &str, case: &Case, usual: NaiveDate) -> Option<String> {
    let published = match &case.published {
        None => Some(usual),
        Some(Published::Day(written)) => Some(day(written)),
        Some(Published::None(word)) => {
            assert_eq!(word, "none", "published is a day or \"none\"");
            None
        }
    };
    let found: Vec<Wanted> = read(&case.text, published).iter().map(|date| shown(&case.text, date)).collect();
    match (&case.known_gap, found == case.dates) {
        (None, false) => {
            Some(format!("{file}: {}\n  wanted {:#?}\n  found {found:#?}", case.text, case.dates))
        }
        (Some(_), true) => Some(format!("{file}: {}: is a known gap no longer", case.text)),
        _ => None,
    }
}

#[test]
fn dates_are_read_as_the_cases_say() {
    let mut count = 0;
    let mut failures = Vec::new();
    for (name, text) in FILES {
        let cases: Cases = toml::from_str(text).unwrap_or_else(|error| panic!("{name}.toml: {error}"));
        let usual = day(&cases.published);
        count += cases.case.len();
        failures.extend(cases.case.iter().filter_map(|case| failure(name, case, usual)));
    }
    assert!(failures.is_empty(), "{} of {count} cases fail:\n{}", failures.len(), failures.join("\n"));
    assert!(count >= 150, "only {count} cases");
}

#[test]
fn every_case_file_is_run() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/date_cases");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| {
            entry.expect("an entry").path().file_stem().expect("a name").to_string_lossy().into_owned()
        })
        .collect();
    files.sort();
    let mut listed = FILES.map(|(name, _)| name.to_owned());
    listed.sort();
    assert_eq!(files, listed);
}

#[test]
fn dates_go_back_to_those_of_earlier_sentences() {
    let text = "The city fell on June 10, 2014. Three days later the army came back. That year 900 died.";
    let context = Context { published: "2024-07-22".parse().ok() };
    let first = dates(text, 0..31, &context, &[]);
    let second = dates(text, 32..68, &context, &first);
    let third = dates(text, 69..text.len(), &context, &[first, second.clone()].concat());
    assert_eq!(second[0].value.as_deref(), Some("2014-06-13"));
    assert_eq!(third[0].value.as_deref(), Some("2014"));
}

#[test]
fn a_range_that_cuts_a_character_holds_no_dates() {
    assert!(dates("Ä 2014", 1..4, &Context::default(), &[]).is_empty());
    assert!(dates("2014", 0..9, &Context::default(), &[]).is_empty());
}

/// Words that the grammar knows, to be shuffled.
const FRAGMENTS: [&str; 60] = [
    "in",
    "by",
    "the",
    "end",
    "of",
    "2014",
    "last",
    "week",
    "next",
    "two",
    "years",
    "ago",
    "Monday",
    "June",
    "6",
    ",",
    "since",
    "until",
    "from",
    "to",
    "between",
    "and",
    "early",
    "mid-",
    "late",
    "1990s",
    "'90s",
    "quarter",
    "third",
    "first",
    "half",
    "a",
    "at",
    "3",
    "p.m.",
    "Friday",
    "night",
    "every",
    "day",
    "will",
    "said",
    "’",
    "s",
    "–",
    "-",
    "/",
    "9/11",
    "2021-01-06",
    "March",
    "May",
    "Christmas",
    "New",
    "Year's",
    "Eve",
    "past",
    "24",
    "hours",
    "4294967295",
    "é",
    ".",
];

proptest! {
    #[test]
    fn no_text_makes_it_panic_and_extents_are_its_words(text in "\\PC{0,120}", published in 0u64..60_000) {
        check(&text, published)?;
    }

    #[test]
    fn shuffled_date_words_do_no_harm(at in proptest::collection::vec((0..FRAGMENTS.len(), any::<bool>()), 0..24), published in 0u64..60_000) {
        let mut text = String::new();
        for (index, is_spaced) in at {
            text.push_str(FRAGMENTS[index]);
            text.push_str(if is_spaced { " " } else { "" });
        }
        check(&text, published)?;
    }

    /// Four hundred years have a whole number of weeks: everything relative moves with the publication day.
    #[test]
    fn relative_dates_move_with_the_publication_day(at in proptest::collection::vec(0..FRAGMENTS.len(), 0..16), days in 0u64..20_000) {
        let text = at.iter().map(|index| FRAGMENTS[*index]).collect::<Vec<_>>().join(" ");
        let cycle = Days::new(146_097);
        let published = NaiveDate::from_ymd_opt(1960, 1, 1).expect("a day") + Days::new(days);
        let (now, later) = (read(&text, Some(published)), read(&text, Some(published + cycle)));
        prop_assert_eq!(now.len(), later.len());
        for (now, later) in now.iter().zip(&later).filter(|(now, _)| now.relative) {
            prop_assert_eq!(&now.extent, &later.extent);
            let bounds = |date: &DateExpression| date.when.as_ref().map(|when| (when.earliest, when.latest));
            let absolute = text.contains("2014") || text.contains("90s") || text.contains("9/11") || text.contains("2021");
            if !absolute {
                prop_assert_eq!(bounds(now).map(|(a, b)| (a.map(|d| d + cycle), b.map(|d| d + cycle))), bounds(later));
            }
        }
    }
}

fn check(text: &str, published: u64) -> Result<(), TestCaseError> {
    let published = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day") + Days::new(published);
    let found = read(text, Some(published));
    prop_assert_eq!(&found, &read(text, Some(published)));
    let mut at = 0;
    for date in &found {
        prop_assert!(text.get(date.extent.clone()).is_some() && text.get(date.phrase.clone()).is_some());
        prop_assert!(at <= date.extent.start && date.extent.start < date.extent.end);
        prop_assert!(date.phrase.start <= date.extent.start && date.extent.end <= date.phrase.end);
        at = date.extent.end;
        if let Some(when) = &date.when {
            let is_backward =
                when.earliest.zip(when.latest).is_some_and(|(earliest, latest)| earliest > latest);
            prop_assert!(!is_backward, "{when:?}");
        }
    }
    Ok(())
}
