//! What stands in a sentence between marks without being of the clause around it: ", who had trained for months,",
//! ", officials said,", ", many of them conscripts,". Heads on one side of it belong to words on the other. Knows heads and
//! dates, no predicates.

use std::ops::Range;

use super::heads::{Head, Shape};
use crate::extract::scene::Dated;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::{Kind, Words};

/// How many tokens a parenthesis without a relative clause has at most.
const SHORT: usize = 14;

/// Which parenthesis each token stands in, counted from 1; 0 for none. Empty where there are none at all.
pub(in crate::extract) fn parentheses(words: &Words, heads: &[Head], dates: &[Dated]) -> Vec<u16> {
    let mut inside = Vec::new();
    let (mut at, mut number) = (0, 0);
    while let Some(comma) = words.list[at..].iter().position(|word| word.mark == b',') {
        at += comma;
        let Some(end) = end(words, heads, dates, at) else {
            at += 1;
            continue;
        };
        number += 1;
        inside.resize(words.len(), 0);
        inside[at..end].fill(number);
        at = end.min(words.len());
    }
    inside
}

/// The token behind a parenthesis that opens here.
fn end(words: &Words, heads: &[Head], dates: &[Dated], open: usize) -> Option<usize> {
    if words.mark(open) != b',' || open == 0 {
        return None;
    }
    let within_date = |at: usize| dates.iter().any(|date| words.is_within(at, &date.range));
    if within_date(open) {
        return None;
    }
    let first = words.lower(open + 1);
    let close = (open + 1..words.len())
        .take_while(|at| !matches!(words.mark(*at), b';' | b':') && words.list[*at].kind != Kind::Quote)
        .find(|at| words.mark(*at) == b',' && !within_date(*at))?;
    let verb = |range: &Range<usize>| {
        heads.iter().any(|head| head.shape == Shape::Finite && range.contains(&head.token))
    };
    let range = open + 1..close;
    let relative = matches!(first, "who" | "which" | "whose" | "whom" | "where" | "when") && verb(&range);
    let goes_on = goes_on(words, heads, dates, close + 1);
    if relative {
        return goes_on.then_some(close + 1);
    }
    let cites = first == "according" || says(words, heads, &range);
    let verbless = !verb(&range) && !words.is(open + 1, Small::CLAUSE) && !is_list(words, open, close);
    (range.len() <= SHORT && goes_on && (cites || verbless)).then_some(close + 1)
}

/// ", officials said,"
fn says(words: &Words, heads: &[Head], range: &Range<usize>) -> bool {
    let mut inside = heads.iter().filter(|head| range.contains(&head.token) && head.is_verb());
    let first =
        inside.next().is_some_and(|head| head.class == Some(Class::Say) && head.predicates.is_empty());
    let opens =
        words.is(range.start, Small::CLAUSE) || matches!(words.lower(range.start), "and" | "but" | "as");
    first && inside.next().is_none() && !opens
}

/// Whether the clause goes on here: with its verb, or with words of place and time.
fn goes_on(words: &Words, heads: &[Head], dates: &[Dated], at: usize) -> bool {
    let verb = heads.iter().any(|head| head.first == at && head.shape == Shape::Finite);
    let adverb = words.is(at, Small::LY | Small::ADVERB)
        && heads.iter().any(|head| head.first == at + 1 && head.shape == Shape::Finite);
    let date = dates.iter().any(|date| words.within(&date.range).start == at);
    verb || adverb || date || words.is(at, Small::PREPOSITION) || words.lower(at) == "to"
}

/// "soldiers, policemen, and guards": members of a list are no parenthesis.
fn is_list(words: &Words, open: usize, close: usize) -> bool {
    matches!(words.lower(close + 1), "and" | "or") || (open + 1..close).len() <= 1
}
