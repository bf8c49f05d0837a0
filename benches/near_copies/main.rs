//! How surely near-copies are told from other stories about the same event: 2,000 rewritings, 2,000 pairs.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs, unreachable_pub)]

mod pairs;
#[path = "../random.rs"]
mod random;
mod rewrite;
mod story;
mod words;

use std::time::Instant;

use factdb::likeness::{Likeness, Sketch, sketch};

const PAIRS: u64 = 2_000;

fn main() {
    if std::env::args().any(|argument| argument == "--show") {
        let (original, copy) = pairs::copy(7);
        println!("{original}\n\n=== copy\n\n{copy}\n\n=== different\n");
        let (one, other) = pairs::different(7);
        println!("{one}\n\n===\n\n{other}");
        return;
    }
    let copies: Vec<_> = (0..PAIRS).map(pairs::copy).collect();
    let others: Vec<_> = (0..PAIRS).map(pairs::different).collect();
    report("rewritings", &copies);
    report("different stories", &others);
    speed(&copies);
}

fn report(name: &str, pairs: &[pairs::Pair]) {
    let (mut same, mut met, mut short) = (0, 0, 0);
    let mut scores = Vec::new();
    for (one, other) in pairs {
        let (Some(one), Some(other)) = (sketch(one), sketch(other)) else {
            short += 1;
            continue;
        };
        let Likeness { score, same: is_same } = one.likeness(&other);
        let meet = meet(&one, &other);
        scores.push(score);
        met += usize::from(meet);
        same += usize::from(is_same && meet);
    }
    scores.sort_by(f64::total_cmp);
    let at = |share: f64| scores[((scores.len() - 1) as f64 * share) as usize];
    println!(
        "{name}: {same} of {} called same ({:.2} %), {met} compared, {short} too short; score at 0, 1, 5, 50, 95, 99, 100 %: {:.2} {:.2} {:.2} {:.2} {:.2} {:.2} {:.2}",
        pairs.len(),
        100.0 * same as f64 / pairs.len() as f64,
        at(0.0),
        at(0.01),
        at(0.05),
        at(0.5),
        at(0.95),
        at(0.99),
        at(1.0),
    );
}

/// Whether two texts would be compared at all.
fn meet(one: &Sketch, other: &Sketch) -> bool {
    one.meets(other, one.bands().iter().filter(|band| other.bands().contains(band)).count())
}

fn speed(pairs: &[pairs::Pair]) {
    let bytes: usize = pairs.iter().map(|(one, _)| one.len()).sum();
    let started = Instant::now();
    let sketches: Vec<_> = pairs.iter().filter_map(|(one, _)| sketch(one)).collect();
    let took = started.elapsed();
    println!(
        "sketches: {:.0} MB/s, {:?} a text",
        bytes as f64 / took.as_secs_f64() / 1e6,
        took / pairs.len() as u32
    );
    let started = Instant::now();
    let total: f64 = sketches.windows(2).map(|pair| pair[0].likeness(&pair[1]).score).sum();
    println!("comparisons: {:?} each ({total:.1})", started.elapsed() / sketches.len() as u32);
}
