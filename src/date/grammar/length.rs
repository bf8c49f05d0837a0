//! Lengths of time, and what is so far from now: "at least three years", "two weeks ago", "60 days later", "another year".

use super::amount::{after_hedge, amount, unit};
use crate::date::saying::{Amount, Base, Found, Origin, Saying};
use crate::date::token::Line;
use crate::date::word::{Key, Part, Reference, Unit, Word};

/// A number of units and what follows it.
pub(super) fn length(line: &Line, start: usize) -> Option<Found> {
    let at = after_hedge(line, start);
    let at = if at > start && line.is_key(at, Key::The) { return None } else { at };
    if let Some(found) = half(line, start, at) {
        return Some(found);
    }
    let (amount, after, mut more) = counted(line, at)?;
    more |= matches!(line.word(after), Word::Key(Key::More | Key::Additional));
    let (unit, end) = unit(line, after)?;
    // "a quarter of a million", "three quarters of the force": a share.
    if is_age(line, end) || unit == Unit::Quarter && line.is_key(end, Key::Of) {
        return None;
    }
    let end = or_so(line, end);
    if let Some(found) = offset(line, start, end, amount, unit) {
        return Some(found);
    }
    if super::recurring::is_rate(line, at) {
        return None;
    }
    let is_article = line.is_key(at, Key::A);
    if is_article && matches!(line.word(end), Word::Key(Key::Of)) && unit <= Unit::Day {
        return None;
    }
    let amount =
        if line.is_key(end, Key::And) && line.is_key(end + 1, Key::A) && line.is_key(end + 2, Key::Half) {
            match amount {
                Amount::Exact(whole) => {
                    return Some(Found {
                        start,
                        end: end + 3,
                        saying: Saying::Length { amount: Amount::Half(whole), unit, more },
                    });
                }
                other => other,
            }
        } else {
            amount
        };
    Some(Found { start, end, saying: Saying::Length { amount, unit, more } })
}

/// The amount, with "another" or "one more" before the unit.
fn counted(line: &Line, at: usize) -> Option<(Amount, usize, bool)> {
    match line.word(at) {
        Word::Key(Key::Another) => match amount(line, at + 1) {
            Some((amount, end)) if unit(line, end).is_some() => Some((amount, end, true)),
            _ => Some((Amount::Exact(1), at + 1, true)),
        },
        Word::Key(Key::A) if line.is_key(at + 1, Key::Additional) || line.is_key(at + 1, Key::More) => {
            match amount(line, at + 2) {
                Some((amount, end)) => Some((amount, end, true)),
                None => Some((Amount::Exact(1), at + 2, true)),
            }
        }
        Word::Key(Key::Additional) => amount(line, at + 1).map(|(amount, end)| (amount, end, true)),
        _ => amount(line, at).map(|(amount, end)| (amount, end, false)),
    }
}

/// "half an hour", "half a century", "half-year".
fn half(line: &Line, start: usize, at: usize) -> Option<Found> {
    if !line.is_key(at, Key::Half) {
        return None;
    }
    let next = line.hyphen(at + 1).unwrap_or(at + 1);
    let next = if line.is_key(next, Key::A) { next + 1 } else { next };
    let Word::Unit(unit) = line.word(next) else { return None };
    if next == at + 1 && line.hyphen(at + 1).is_none() || is_age(line, next + 1) {
        return None;
    }
    let end = next + 1;
    Some(offset(line, start, end, Amount::Half(0), unit).unwrap_or(Found {
        start,
        end,
        saying: Saying::Length { amount: Amount::Half(0), unit, more: false },
    }))
}

/// "25-year-old", "six years old".
fn is_age(line: &Line, at: usize) -> bool {
    line.is_key(line.hyphen(at).unwrap_or(at), Key::Old) || line.raw(at).eq_ignore_ascii_case("olds")
}

/// "the nine months": of a number, not of an article.
pub(super) fn counted_length(line: &Line, at: usize) -> Option<Found> {
    let is_number = matches!(line.word(at), Word::Number(_) | Word::Digits(_));
    length(line, at).filter(|_| is_number)
}

fn or_so(line: &Line, at: usize) -> usize {
    if line.is_key(at, Key::Or) && line.is_key(at + 1, Key::So) { at + 2 } else { at }
}

/// "ago", "earlier", "later", "from now" after a length.
fn offset(line: &Line, start: usize, end: usize, amount: Amount, unit: Unit) -> Option<Found> {
    let next = line.hyphen(end).unwrap_or(end);
    let (back, origin, end) = match (line.word(next), line.word(next + 1)) {
        (Word::Key(Key::Ago), _) => (true, Origin::Published, next + 1),
        (Word::Part(Part::Earlier), _) => (true, Origin::Previous, next + 1),
        (Word::Part(Part::Later), _) => (false, Origin::Previous, next + 1),
        (Word::Key(Key::From), Word::Reference(Reference::Present) | Word::Day(0)) => {
            (false, Origin::Published, next + 2)
        }
        (Word::Key(Key::Hence), _) => (false, Origin::Published, next + 1),
        (Word::Key(Key::Before | Key::After), _) if closes(line, next + 1) => {
            (line.is_key(next, Key::Before), Origin::Previous, next + 1)
        }
        _ => return None,
    };
    Some(Found { start, end, saying: Saying::of(Base::Shift { amount, unit, back, origin }) })
}

/// Whether nothing follows that "before" could govern.
fn closes(line: &Line, at: usize) -> bool {
    matches!(line.word(at), Word::Mark(b'.' | b',' | b';' | b'"' | b')')) || at >= line.tokens.len()
}

/// "weeks ago", "months later", "hours earlier", "the day before", "the day after tomorrow", "years", "decades-long".
pub(super) fn bare_units(line: &Line, at: usize, the: bool) -> Option<Found> {
    match line.word(at) {
        Word::Units(unit) => {
            if is_age(line, at + 1) {
                return None;
            }
            if let Some(found) = offset(line, at, at + 1, Amount::Vague, unit) {
                return Some(found);
            }
            let is_long = unit >= Unit::Day
                && !the
                && !matches!(
                    line.before(at, 1),
                    Word::Key(Key::These | Key::His | Key::Half) | Word::Ordinal(_)
                );
            let is_led = matches!(
                line.before(at, 1),
                Word::Key(Key::For | Key::In | Key::Over | Key::Within | Key::Of | Key::After | Key::Before)
            );
            let saying = Saying::Length { amount: Amount::Vague, unit, more: false };
            (is_long && is_led).then_some(Found { start: at, end: at + 1, saying })
        }
        Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) if the => {
            relative_day(line, at, unit)
        }
        _ => None,
    }
}

/// "the day before", "the day after tomorrow".
fn relative_day(line: &Line, at: usize, unit: Unit) -> Option<Found> {
    let back = match line.word(at + 1) {
        Word::Key(Key::Before) => true,
        Word::Key(Key::After) => false,
        _ => return None,
    };
    let saying = match (unit, back, line.word(at + 2)) {
        (Unit::Day, true, Word::Day(-1)) => {
            return Some(Found { start: at, end: at + 3, saying: Saying::of(Base::Distance(-2)) });
        }
        (Unit::Day, false, Word::Day(1)) => {
            return Some(Found { start: at, end: at + 3, saying: Saying::of(Base::Distance(2)) });
        }
        _ if closes(line, at + 2) => {
            Base::Shift { amount: Amount::Exact(1), unit, back, origin: Origin::Previous }
        }
        _ => return None,
    };
    Some(Found { start: at, end: at + 2, saying: Saying::of(saying) })
}
