//! The counts of sentences against `quantity_cases/*.toml`, and what holds for every text.

use std::fs;
use std::ops::Range;

use factdb::model::vocabulary::Vocabulary;
use factdb::quantity::{Count, counts};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

/// A sentence and all its counts; a `known_gap` must fail, and is an error once it passes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    /// Words of the text that are dates.
    #[serde(default)]
    taken: Vec<String>,
    counts: Vec<Wanted>,
    known_gap: Option<String>,
}

/// A count: its words, the noun phrase after it if there is one, `is` = qualifier and bounds, the role unless plain.
#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct Wanted {
    number: String,
    noun: Option<String>,
    #[serde(default)]
    unit: String,
    is: String,
    #[serde(default = "plain")]
    role: String,
}

fn plain() -> String {
    "plain".to_owned()
}

fn found(text: &str, count: &Count) -> Wanted {
    let bounds = match (count.low, count.best, count.high) {
        (_, Some(best), _) => best.to_string(),
        (Some(low), None, Some(high)) => format!("{low} {high}"),
        (low, None, high) => low.or(high).map(|bound| bound.to_string()).unwrap_or_default(),
    };
    Wanted {
        number: text[count.number.clone()].to_owned(),
        noun: count.noun.clone().map(|noun| text[noun].to_owned()),
        unit: count.unit.name().unwrap_or_default().to_owned(),
        is: format!("{} {bounds}", count.qualifier.word()),
        role: format!("{:?}", count.role).to_lowercase(),
    }
}

fn taken(case: &Case) -> Vec<Range<usize>> {
    let range = |words: &String| {
        let start = case.text.find(words.as_str()).expect("what is taken is in the text");
        start..start + words.len()
    };
    case.taken.iter().map(range).collect()
}

/// What is wrong with a case, if anything.
fn failure(file: &str, case: &Case) -> Option<String> {
    let counts = counts(&case.text, 0..case.text.len(), &taken(case));
    let found: Vec<Wanted> = counts.iter().map(|count| found(&case.text, count)).collect();
    match (&case.known_gap, found == case.counts) {
        (None, false) => Some(format!(
            "{file}: {}\n  {}\n  wanted {:#?}\n  found {found:#?}",
            case.name, case.text, case.counts
        )),
        (Some(_), true) => Some(format!("{file}: {}: is a known gap no longer", case.name)),
        _ => None,
    }
}

fn cases() -> Vec<(String, Cases)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/quantity_cases");
    let entries = fs::read_dir(folder).expect("the folder of cases is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry is read").path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).expect("a case file is read");
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let cases = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, cases)
    };
    paths.iter().map(read).collect()
}

#[test]
fn sentences_have_the_counts_that_the_cases_say_and_no_others() {
    let files = cases();
    let all: Vec<(&str, &Case)> =
        files.iter().flat_map(|(file, cases)| cases.case.iter().map(|case| (file.as_str(), case))).collect();
    let failures: Vec<String> = all.iter().filter_map(|(file, case)| failure(file, case)).collect();
    let (failed, of) = (failures.len(), all.len());
    assert!(failed == 0, "{failed} of {of} cases fail:\n{}", failures.join("\n"));
}

#[test]
fn a_sentence_is_read_for_itself_and_by_its_place_in_the_text() {
    let text = "First 12 soldiers left. Then 30 followed. At last 7 more went.";
    let second =
        text.find("Then").expect("the sentence is there")..text.find(" At").expect("its end is there");
    let found = counts(text, second, &[]);
    assert_eq!(found.iter().map(|count| &text[count.number.clone()]).collect::<Vec<_>>(), ["30"]);
}

#[test]
fn a_range_off_character_boundaries_has_no_counts() {
    assert!(counts("é12 soldiers", 1..13, &[]).is_empty());
    assert!(counts("12 soldiers", 0..99, &[]).is_empty());
}

#[test]
fn numbers_beyond_all_bounds_are_no_counts() {
    let digits = "9".repeat(60);
    for text in [
        format!("{digits} soldiers"),
        format!("{digits},000,000 soldiers"),
        "nine trillion trillion soldiers".to_owned(),
        "999999999 trillion million soldiers".to_owned(),
    ] {
        for count in counts(&text, 0..text.len(), &[]) {
            assert!(count.low.unwrap_or(0) >= 0 && count.best.unwrap_or(0) >= 0, "{text}: {count:?}");
        }
    }
}

/// Counts that lie in order within the sentence, cut characters nowhere, and have bounds in order.
fn check(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for count in counts(text, 0..text.len(), &[]) {
        prop_assert!(end <= count.number.start && count.number.start < count.number.end);
        end = count.number.end;
        for range in [Some(&count.number), count.noun.as_ref(), count.head.as_ref()].into_iter().flatten() {
            prop_assert!(text.get(range.clone()).is_some_and(|words| !words.trim().is_empty()));
        }
        let bounds: Vec<i64> = [count.low, count.best, count.high].into_iter().flatten().collect();
        prop_assert!(!bounds.is_empty() && bounds.is_sorted() && bounds[0] >= 0, "{:?}", count);
        prop_assert_eq!(count.noun.is_some(), count.head.is_some());
    }
    Ok(())
}

const PIECES: &[&str] = &[
    "2,500",
    "12",
    "3-1",
    "one",
    "two",
    "hundred",
    "thousand",
    "million",
    "several",
    "a",
    "few",
    "dozen",
    "half",
    "and",
    "or",
    "to",
    "from",
    "between",
    "of",
    "the",
    "about",
    "more",
    "than",
    "at",
    "least",
    "over",
    "up",
    "troops",
    "soldiers",
    "Taliban",
    "killed",
    "wounded",
    "others",
    "force",
    "Americans",
    "US",
    "U.S.",
    "$",
    "€",
    "%",
    "percent",
    "-",
    "–",
    ",",
    ".",
    "(",
    ")",
    "“",
    "’",
    "'",
    "strong",
    "member",
    "in",
    "Iraq",
    "2014",
    "10:30",
    "th",
    "m",
    "bn",
    "\u{A0}",
    "\u{AD}",
    "é",
    "teens",
    "scores",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_counts_in_order(text in "\\PC{0,80}") {
        check(&text)?;
    }

    #[test]
    fn any_order_of_words_has_counts_in_order(words in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..24)) {
        let text: String = words.iter().flat_map(|(word, glued)| [*word, if *glued { "" } else { " " }]).collect();
        check(&text)?;
    }
}
