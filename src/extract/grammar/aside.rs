//! Words of a sentence that only say where or when: "in Gao, in northern Mali,", "on Monday". What belongs together around
//! them belongs together without them, so that distances are counted past them. Knows names and dates, no predicates.

use crate::extract::place::led_by;
use crate::extract::scene::{Dated, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Words;

/// Which tokens stand aside.
pub(in crate::extract) fn asides(words: &Words, seen: &[Seen], dates: &[Dated]) -> Vec<bool> {
    let mut aside = vec![false; words.len()];
    for date in dates {
        words.within(&date.range).for_each(|at| aside[at] = true);
    }
    for place in seen.iter().filter(|seen| seen.is_place()) {
        let end = words.within(&place.range).end;
        let outskirts = |at: usize| words.lower(at) == "outskirts" && at >= 2;
        let led = led_by(words, place).map(|at| if outskirts(at) { at - 2 } else { at });
        if let Some(start) = led.filter(|at| words.is(*at, Small::PREPOSITION)) {
            (start..end).for_each(|at| aside[at] = true);
        }
    }
    for comma in (0..words.len()).filter(|at| words.mark(*at) == b',') {
        if let Some(end) = told_between(words, comma) {
            (comma..=end).for_each(|at| aside[at] = true);
        }
    }
    if !aside.contains(&true) {
        return aside;
    }
    for (at, word) in words.list.iter().enumerate() {
        aside[at] |= word.mark == b',' && encloses(words, &aside, at);
    }
    aside
}

/// ", by some estimates,", ", according to the UN,": who says how many, between commas; its last token.
fn told_between(words: &Words, comma: usize) -> Option<usize> {
    let end = (comma + 2..(comma + 10).min(words.len())).find(|at| words.mark(*at) == b',')?;
    let reckoned = |at: usize| {
        matches!(
            words.lower(at),
            "estimate" | "estimates" | "account" | "accounts" | "count" | "counts" | "reckoning" | "tally"
        )
    };
    let told = match words.lower(comma + 1) {
        "by" => reckoned(end - 1),
        "according" => words.lower(comma + 2) == "to",
        _ => false,
    };
    told.then_some(end)
}

/// A comma that opens or closes what stands aside: "…, in Mali, …".
fn encloses(words: &Words, aside: &[bool], comma: usize) -> bool {
    let is_aside = |at: usize| aside.get(at).copied().unwrap_or(false);
    let opened = || (0..comma).rev().take_while(|at| is_aside(*at)).any(|at| words.mark(at) == b',');
    comma > 0 && (is_aside(comma + 1) || is_aside(comma - 1) && opened())
}
