//! Constructions of news English: clauses with blanks, filled, embedded and crowded by chance, some thousands, each with the
//! claims that it makes. What the reader gets right of them per predicate may rise, and not fall.

#![allow(clippy::print_stdout)] // what is reached is shown beside what was reached

#[path = "../entity_support/mod.rs"]
mod entity_support;

mod fillers;
mod grammar;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use factdb::extract::{Reader, Subject};
use factdb::model::vocabulary::{Polarity, Predicate, PredicateGroup, Vocabulary};
use factdb::model::{Claim, Reading};
use fillers::{Chance, FILLERS};
use grammar::{Sentence, Wanted, clauses, crowded, embedded};
use serde::Deserialize;

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new(entity_support::gazetteer()));

/// Sentences made of each clause, of either kind.
const DRAWS: usize = 4;
/// How far what is reached may rise before the file has to be told.
const SLACK: f64 = 0.03;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reached {
    /// Of the claims that are made, per predicate.
    right: BTreeMap<String, f64>,
    /// Of the figures and schedules that are read.
    precision: f64,
}

/// Of claims: how many are wanted, right and read besides.
#[derive(Default, Clone, Copy)]
struct Tally {
    wanted: usize,
    right: usize,
    besides: usize,
}

fn read(text: &str) -> Vec<Claim> {
    let published = FILLERS.published.parse::<NaiveDate>().expect("a day");
    let subject = Subject { text, title: None, published: Some(published), publisher: None, wire: None };
    READER.read(&subject)
}

fn is_figure(reading: &Reading) -> bool {
    reading.quantity.as_ref().is_some_and(|quantity| quantity.unit != "USD")
        && reading.predicate.group() != PredicateGroup::Politics
}

fn is_schedule(reading: &Reading) -> bool {
    let dated = reading.when.as_ref().is_some_and(|when| when.earliest.is_some() || when.latest.is_some());
    let group = reading.predicate.group();
    let denied = reading.polarity == Polarity::Denied && group == PredicateGroup::Presence;
    let scheduled = matches!(group, PredicateGroup::Presence | PredicateGroup::Politics)
        && reading.predicate != Predicate::Stationed;
    dated && scheduled || denied
}

/// Whether a claim is a figure or a schedule that is asked for.
fn is_asked(wanted: &Wanted) -> bool {
    let predicate = Predicate::from_word(&wanted.predicate).expect("a predicate");
    let scheduled = matches!(predicate.group(), PredicateGroup::Presence | PredicateGroup::Politics)
        && predicate != Predicate::Stationed;
    wanted.slot.numbers.is_some() || scheduled && (wanted.slot.when.is_some() || wanted.denied)
}

fn serves(reading: &Reading, wanted: &Wanted) -> bool {
    let numbers = reading.quantity.as_ref().map(|quantity| [quantity.low, quantity.best, quantity.high]);
    let key = reading.place.as_ref().and_then(|place| place.key.as_deref());
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let when = reading.when.as_ref().map(|when| (day(when.earliest), day(when.latest)));
    let scheduled =
        reading.predicate.group() != PredicateGroup::Violence && reading.predicate != Predicate::Stationed;
    reading.predicate.word() == wanted.predicate
        && (wanted.slot.numbers.is_none() || numbers == wanted.slot.numbers)
        && (wanted.slot.place.is_none() || key == wanted.slot.place.as_deref())
        && (wanted.slot.when.is_none() || !scheduled || when == wanted.slot.when)
        && (reading.polarity == Polarity::Denied) == wanted.denied
}

fn score(sentence: &Sentence, tally: &mut Tally, failures: &mut Vec<String>) {
    let claims =
        read(&format!("The report was published at noon.\n\n{}\n\nNo comment was made.", sentence.text));
    let mut rest: Vec<&Claim> =
        claims.iter().filter(|claim| is_figure(&claim.reading) || is_schedule(&claim.reading)).collect();
    let mut missing = false;
    for wanted in sentence.wanted.iter().filter(|wanted| is_asked(wanted) || wanted.open) {
        let found = rest.iter().position(|claim| serves(&claim.reading, wanted));
        found.map(|found| rest.remove(found));
        if !wanted.open {
            tally.wanted += 1;
            tally.right += usize::from(found.is_some());
            missing |= found.is_none();
        }
    }
    let open = |claim: &&Claim| {
        let word = claim.reading.predicate.word();
        sentence.allowed.contains(&word)
            || sentence.wanted.iter().any(|wanted| (wanted.open || missing) && wanted.predicate == word)
    };
    let besides = rest.iter().filter(|claim| !open(claim)).count();
    tally.besides += besides;
    if missing || besides > 0 {
        failures.push(sentence.text.clone());
    }
}

/// What is reached per predicate; `-` is silence.
fn tallies(failures: &mut Vec<String>) -> BTreeMap<&'static str, Tally> {
    let mut chance = Chance(7);
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for clause in clauses() {
        for _ in 0..DRAWS {
            let tally = tallies.entry(clause.predicate).or_default();
            score(&embedded(&clause, &mut chance), tally, failures);
            score(&crowded(&clause, &mut chance), tally, failures);
        }
    }
    tallies
}

fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 1.0 } else { part as f64 / of as f64 }
}

#[test]
fn constructions_are_read_as_well_as_before() {
    let reached: Reached = toml::from_str(include_str!("reached.toml")).expect("what is reached");
    let mut failures = Vec::new();
    let tallies = tallies(&mut failures);
    let mut wrong = Vec::new();
    let mut judge = |name: &str, now: f64, before: f64| {
        println!("{name:12} {now:.3}");
        if now + 0.0005 < before || now > before + SLACK {
            wrong.push(format!("{name}: {now:.3}, reached.toml says {before:.3}"));
        }
    };
    for (predicate, tally) in tallies.iter().filter(|(predicate, _)| **predicate != "-") {
        judge(
            predicate,
            share(tally.right, tally.wanted),
            reached.right.get(*predicate).copied().unwrap_or(0.0),
        );
    }
    let right: usize = tallies.values().map(|tally| tally.right).sum();
    let besides: usize = tallies.values().map(|tally| tally.besides).sum();
    judge("precision", share(right, right + besides), reached.precision);
    assert!(
        wrong.is_empty(),
        "{}\nsome that fail:\n{}",
        wrong.join("\n"),
        failures.iter().step_by(7).take(60).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn the_same_seed_gives_the_same_sentences() {
    let clause = &clauses()[0];
    let text = |seed| embedded(clause, &mut Chance(seed)).text;
    assert_eq!(text(3), text(3));
    assert_ne!(text(3), text(4));
}
