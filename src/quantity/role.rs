//! What part a number plays beside the others of its sentence.

use super::hedge::Before;
use super::lexeme::Traits;
use super::reading::{Link, Reading};
use super::sentence::Sentence;

/// What a count is to the other counts around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A count by itself.
    Plain,
    /// "another 450", "450 more".
    Additional,
    /// "the remaining 2,500".
    Remaining,
    /// "a total of 12", "12 in all".
    Total,
    /// What a level falls or rises from.
    From,
    /// What it falls or rises to.
    To,
    /// The 2,500 in "2,500 of the 5,200".
    Part,
    /// The 5,200 in "2,500 of the 5,200", "half of the 5,200".
    Whole,
}

/// The role of a reading; `next` is the reading after it, `last` the role of the one before.
pub(super) fn of(sentence: &Sentence, reading: &Reading, next: Option<&Reading>, last: Option<Role>) -> Role {
    let start = determined(sentence, reading.amount.tokens.start);
    let Before { additional, remaining, total, .. } = reading.amount.before;
    match () {
        () if is_whole(sentence, start) => Role::Whole,
        () if reading.link == Link::Part => Role::Part,
        () if is_from(sentence, start, next) => Role::From,
        () if is_to(sentence, start, last) => Role::To,
        () if remaining || sentence.is(reading.amount.tokens.end, "remaining") => Role::Remaining,
        () if additional || reading.additional => Role::Additional,
        () if total || is_in_all(sentence, reading) => Role::Total,
        () if last == Some(Role::Whole) && is_after_comma(sentence, reading) => Role::Part,
        () if start > 0 && sentence.is_any(start - 1, &["whom", "which"]) => Role::Part,
        () if reading.link == Link::Others && sentence.is(reading.amount.tokens.end, "of") => Role::Part,
        () => Role::Plain,
    }
}

/// "Of the 40 soldiers, 12 are missing".
fn is_after_comma(sentence: &Sentence, reading: &Reading) -> bool {
    let before = reading.amount.tokens.start.checked_sub(1);
    reading.noun.is_none() && before.is_some_and(|before| sentence.mark(before) == Some(','))
}

/// Past the words between a preposition and its number: "the current", "its roughly".
fn determined(sentence: &Sentence, start: usize) -> usize {
    let mut at = start;
    while at > 0 && start - at < 6 {
        if at >= 2
            && sentence.is(at - 1, "of")
            && sentence.is_any(at - 2, &["peak", "high", "low", "level", "record", "maximum"])
        {
            at -= 2;
        }
        let possessive = sentence.is_possessive(at.saturating_sub(1));
        let skipped = [
            "the",
            "its",
            "their",
            "his",
            "those",
            "these",
            "current",
            "estimated",
            "remaining",
            "all",
            "original",
            "a",
        ];
        if at == 0 || !possessive && !sentence.is_any(at - 1, &skipped) {
            break;
        }
        at -= 1;
    }
    at
}

/// "half of the 5,200", "2,500 of the 5,200", and "Of the 5,200, …" at the start of a clause.
fn is_whole(sentence: &Sentence, start: usize) -> bool {
    let Some(of) = start.checked_sub(1).filter(|of| sentence.is(*of, "of")) else { return false };
    let the = sentence.is_any(of + 1, &["the", "its", "their", "his", "those", "these", "all"])
        || sentence.is_possessive(of + 1);
    let Some(before) = of.checked_sub(1) else { return true };
    let number = sentence.figure(before).is_some() || sentence.number_word(before).is_some();
    let part = number || sentence.has(before, Traits::PORTION) || sentence.mark(before).is_some();
    // "one of 11 people killed" tells of eleven.
    (number && !sentence.is(before, "one")) || (the && part)
}

fn is_from(sentence: &Sentence, start: usize, next: Option<&Reading>) -> bool {
    let Some(from) = start.checked_sub(1).filter(|from| sentence.is(*from, "from")) else { return false };
    let to = next.is_some_and(|next| {
        let target = determined(sentence, next.amount.tokens.start);
        target > start && sentence.is(target - 1, "to")
    });
    to || is_level_before(sentence, from)
}

fn is_to(sentence: &Sentence, start: usize, last: Option<Role>) -> bool {
    let Some(to) = start.checked_sub(1).filter(|to| sentence.is(*to, "to")) else { return false };
    last == Some(Role::From) || is_level_before(sentence, to)
}

/// Whether a verb of levels stands shortly before, in the same part of the sentence.
fn is_level_before(sentence: &Sentence, end: usize) -> bool {
    let reach = (end.saturating_sub(10)..end).rev();
    reach
        .take_while(|at| !matches!(sentence.mark(*at), Some(';' | ':' | '.')))
        .any(|at| sentence.has(at, Traits::LEVEL))
}

/// "19 people had been killed in all", "12 in total".
fn is_in_all(sentence: &Sentence, reading: &Reading) -> bool {
    let end = reading.noun.as_ref().map_or(reading.amount.tokens.end, |(noun, _)| noun.end);
    (end..end + 5).any(|at| sentence.is(at, "in") && sentence.is_any(at + 1, &["all", "total"]))
}
