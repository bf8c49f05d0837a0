//! How many: figures, number words, fractions, ranges and words without a number.

use crate::date::saying::Amount;
use crate::date::token::Line;
use crate::date::word::{Key, Unit, Word};

/// An amount and the place after it.
pub(super) fn amount(line: &Line, at: usize) -> Option<(Amount, usize)> {
    if line.is_key(at, Key::Between) {
        return between(line, at + 1);
    }
    let (low, end) = simple(line, at)?;
    let Amount::Exact(first) = low else { return Some((low, end)) };
    let is_range = match line.word(end) {
        Word::Key(Key::To | Key::Or) => true,
        Word::Mark(b'-') => line.hyphen(end).is_some() && matches!(line.word(end + 1), Word::Digits(_)),
        _ => false,
    };
    if is_range && let Some((Amount::Exact(second), end)) = simple(line, end + 1).filter(|_| first < 1000) {
        return Some((Amount::Range(first, second), end));
    }
    Some((low, end))
}

/// "between two and three".
fn between(line: &Line, at: usize) -> Option<(Amount, usize)> {
    let (Amount::Exact(low), and) = simple(line, at)? else { return None };
    let (Amount::Exact(high), end) = simple(line, and + 1).filter(|_| line.is_key(and, Key::And))? else {
        return None;
    };
    Some((Amount::Range(low, high), end))
}

fn simple(line: &Line, at: usize) -> Option<(Amount, usize)> {
    match line.word(at) {
        Word::Key(Key::A) => article(line, at + 1),
        Word::Key(Key::Several | Key::Few) => Some((Amount::Vague, at + 1)),
        Word::Key(Key::Couple) => Some((Amount::Exact(2), of(line, at + 1))),
        Word::Decimal(whole, true) => Some((Amount::Half(whole), at + 1)),
        Word::Figure(value) => Some((Amount::Exact(value), at + 1)),
        Word::Digits(value) => Some(fraction(line, value, at + 1)),
        Word::Number(_) | Word::Scale(_) => number(line, at).map(|(value, end)| half(line, value, end)),
        _ => None,
    }
}

/// What follows "a": "couple of", "few", "hundred", "dozen", or the thing itself.
fn article(line: &Line, at: usize) -> Option<(Amount, usize)> {
    match line.word(at) {
        Word::Key(Key::Few | Key::Several) => Some((Amount::Vague, at + 1)),
        Word::Key(Key::Couple) => Some((Amount::Exact(2), of(line, at + 1))),
        Word::Scale(_) | Word::Number(12) => number(line, at).map(|(value, end)| (Amount::Exact(value), end)),
        _ => Some((Amount::Exact(1), at)),
    }
}

fn of(line: &Line, at: usize) -> usize {
    if line.is_key(at, Key::Of) { at + 1 } else { at }
}

/// "2 1/2".
fn fraction(line: &Line, value: u32, at: usize) -> (Amount, usize) {
    let at = line.hyphen(at).unwrap_or(at);
    let is_half = line.word(at) == Word::Digits(1)
        && line.is_mark(at + 1, b'/')
        && line.word(at + 2) == Word::Digits(2)
        && line.is_glued(at + 1)
        && line.is_glued(at + 2);
    if is_half { (Amount::Half(value), at + 3) } else { half(line, value, at) }
}

/// "and a half" after a number.
fn half(line: &Line, value: u32, at: usize) -> (Amount, usize) {
    let is_half = line.is_key(at, Key::And) && line.is_key(at + 1, Key::A) && line.is_key(at + 2, Key::Half);
    if is_half { (Amount::Half(value), at + 3) } else { (Amount::Exact(value), at) }
}

/// "twenty-four", "a hundred and ten", "two dozen".
pub(super) fn number(line: &Line, at: usize) -> Option<(u32, usize)> {
    let (mut total, mut at) = match line.word(at) {
        Word::Number(value) => tens(line, value, at + 1),
        Word::Scale(scale) => (scale, at + 1),
        _ => return None,
    };
    while let Word::Scale(scale) = line.word(at) {
        total = total.saturating_mul(scale);
        at += 1;
        let next = if line.is_key(at, Key::And) { at + 1 } else { at };
        if let Word::Number(rest) = line.word(next) {
            let (rest, end) = tens(line, rest, next + 1);
            (total, at) = (total.saturating_add(rest), end);
        }
    }
    if line.word(at) == Word::Number(12) && total < 12 {
        return Some((total * 12, at + 1));
    }
    Some((total, at))
}

fn tens(line: &Line, value: u32, at: usize) -> (u32, usize) {
    let next = line.hyphen(at).unwrap_or(at);
    match line.word(next) {
        Word::Number(ones @ 1..=9) if value >= 20 && value.is_multiple_of(10) => (value + ones, next + 1),
        _ => (value, at),
    }
}

/// A unit of time after an amount, with an adjective between at most.
pub(super) fn unit(line: &Line, at: usize) -> Option<(Unit, usize)> {
    let at = line.hyphen(at).unwrap_or(at);
    let skips = matches!(
        line.word(at),
        Word::Key(Key::Full | Key::Calendar | Key::Additional | Key::More | Key::Fiscal)
    );
    let at = if skips { at + 1 } else { at };
    match line.word(at) {
        Word::Unit(unit) | Word::Units(unit) => Some((unit, at + 1)),
        _ => None,
    }
}

fn is_estimate(word: &str) -> bool {
    word.eq_ignore_ascii_case("nearly") || word.eq_ignore_ascii_case("almost")
}

/// The place after "at least", "more than", "up to", "nearly" and the like; the place itself without one.
pub(super) fn after_hedge(line: &Line, at: usize) -> usize {
    match (line.word(at), line.word(at + 1), line.word(at + 2)) {
        (Word::Key(Key::At), Word::Key(Key::Least | Key::Most), _) => at + 2,
        (Word::Key(Key::More | Key::Less), Word::Key(Key::Than), _) => after_hedge(line, at + 2),
        (Word::Key(Key::Not), Word::Key(Key::More | Key::Less), Word::Key(Key::Than)) => at + 3,
        (Word::Key(Key::Up), Word::Key(Key::To), _) => at + 2,
        (Word::Key(Key::Hedge), ..) if is_estimate(line.raw(at)) => at + 1,
        (Word::Key(Key::About | Key::Around), ..) => at + 1,
        (Word::Key(Key::Over), Word::Key(Key::A), _) => at + 1,
        (Word::Other, Word::Key(Key::More | Key::Less), Word::Key(Key::Than))
            if line.raw(at).eq_ignore_ascii_case("no") =>
        {
            at + 3
        }
        (Word::Other, ..) if line.raw(at).eq_ignore_ascii_case("under") => at + 1,
        _ => at,
    }
}
