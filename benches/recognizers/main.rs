//! Counts how many of the Recognizers-Text specification's English date cases are read alike. The specification is not part of
//! the project: `cargo bench --bench recognizers -- DateTimeModel.json [--errors]`.
//!
//! Alike: an expression overlaps the specification's, and its value or its bounds are among the specification's readings (which
//! gives a past and a future one where the words leave it open). Their ends are exclusive, ours inclusive.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod wanted;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use factdb::date::{Context, dates};
use wanted::{Outcome, Wanted, judge};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let shows = arguments.iter().any(|argument| argument == "--errors");
    let Some(path) = arguments.iter().find(|argument| !argument.starts_with("--")) else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let cases: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{FEFF}')).unwrap();
    let mut by_kind: BTreeMap<String, BTreeMap<Outcome, usize>> = BTreeMap::new();
    let (mut silent, mut silent_alike, mut whole) = (0, 0, 0);
    let cases = cases.as_array().unwrap();
    for case in cases {
        let input = case["Input"].as_str().unwrap();
        let published: Option<NaiveDate> =
            case["Context"]["ReferenceDateTime"].as_str().and_then(|moment| moment.get(..10)?.parse().ok());
        let found = dates(input, 0..input.len(), &Context { published }, &[]);
        let wanted: Vec<Wanted> = case["Results"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|result| Wanted::parse(input, result))
            .collect();
        if wanted.is_empty() {
            silent += 1;
            silent_alike += usize::from(found.is_empty());
        }
        let outcomes: Vec<Outcome> = wanted.iter().map(|wanted| judge(wanted, &found)).collect();
        whole += usize::from(
            outcomes.iter().all(|outcome| *outcome == Outcome::Alike)
                && (!wanted.is_empty() || found.is_empty()),
        );
        for (wanted, outcome) in wanted.iter().zip(outcomes) {
            *by_kind.entry(wanted.kind.clone()).or_default().entry(outcome).or_default() += 1;
            if shows && outcome != Outcome::Alike {
                let ours: Vec<String> = found
                    .iter()
                    .map(|date| {
                        format!(
                            "[{}] {:?} {:?}",
                            &input[date.extent.clone()],
                            date.value,
                            date.when.as_ref().map(|when| (when.relation, when.earliest, when.latest))
                        )
                    })
                    .collect();
                println!(
                    "{outcome:?}\t{}\t[{}] {:?}\t{}\t{published:?} {input}",
                    wanted.kind,
                    wanted.text,
                    wanted.readings,
                    ours.join(" ")
                );
            }
        }
    }
    println!(
        "{} cases, {whole} alike throughout; {silent} without any date, {silent_alike} of them silent here",
        cases.len()
    );
    for (kind, outcomes) in by_kind {
        println!("{kind}: {outcomes:?}");
    }
}
