//! What comes back: "every Monday", "each year", "every two weeks", "daily", "Fridays", "twice a week".

use super::amount::{amount, unit};
use super::calendar::month;
use super::clock::owns;
use crate::date::saying::{Amount, Found, Recurring, Saying};
use crate::date::token::{Line, back};
use crate::date::word::{Key, Unit, Word};

/// A set of times, if one begins here.
pub(super) fn recurring(line: &Line, at: usize) -> Option<Found> {
    let (set, end) = match line.word(at) {
        // "quarterly results" are of one quarter.
        // Neither "bi-monthly" nor a paper: "the daily Le Monde".
        Word::Recurrence(_)
            if line.hyphen(back(at, 1)).is_some() || line.is_capital(at + 1) && line.is_lower(at) =>
        {
            return None;
        }
        Word::Recurrence(unit) if unit != Unit::Quarter || !matches!(line.word(at + 1), Word::Other) => {
            (Recurring::Every(Amount::Exact(1), unit), at + 1)
        }
        // "Wednesdays announcement": one day, whose apostrophe is lost.
        Word::Weekdays(_) if owns(line, at) => return None,
        Word::Weekdays(weekday) => (Recurring::Weekday(weekday, None), at + 1),
        Word::Weekday(weekday) => match (line.word(at + 1), line.raw(at + 1).ends_with('s')) {
            (Word::DayPart(part), true) => (Recurring::Weekday(weekday, Some(part)), at + 2),
            _ => return None,
        },
        Word::Key(Key::Weekends) => (Recurring::Weekend, at + 1),
        Word::Key(Key::Every) => every(line, at + 1)?,
        Word::Key(Key::Per) | Word::Key(Key::A) if is_rate(line, at) => match line.word(at + 1) {
            Word::Unit(unit) => (Recurring::Every(Amount::Exact(1), unit), at + 2),
            _ => return None,
        },
        _ => return None,
    };
    Some(Found { start: at, end, saying: Saying::Recurring(set) })
}

fn every(line: &Line, at: usize) -> Option<(Recurring, usize)> {
    Some(match line.word(at) {
        Word::Weekday(weekday) => match line.word(at + 1) {
            Word::DayPart(part) => (Recurring::Weekday(weekday, Some(part)), at + 2),
            _ => (Recurring::Weekday(weekday, None), at + 1),
        },
        Word::Month(_) => (Recurring::Month(month(line, at)?), at + 1),
        Word::Season(start) => (Recurring::Season(start), at + 1),
        Word::DayPart(part) => (Recurring::DayPart(part), at + 1),
        Word::Key(Key::Weekend) => (Recurring::Weekend, at + 1),
        Word::Ordinal(2) if matches!(line.word(at + 1), Word::Unit(_)) => {
            let (unit, end) = unit(line, at + 1)?;
            (Recurring::Every(Amount::Exact(2), unit), end)
        }
        Word::Unit(unit) => (Recurring::Every(Amount::Exact(1), unit), at + 1),
        _ => {
            let next =
                if line.raw(at).eq_ignore_ascii_case("other") { return other(line, at + 1) } else { at };
            let (amount, after) = amount(line, next)?;
            let (unit, end) = unit(line, after).filter(|_| amount != Amount::Exact(1))?;
            (Recurring::Every(amount, unit), end)
        }
    })
}

/// "every other day".
fn other(line: &Line, at: usize) -> Option<(Recurring, usize)> {
    match line.word(at) {
        Word::Unit(unit) => Some((Recurring::Every(Amount::Exact(2), unit), at + 1)),
        _ => None,
    }
}

/// "twice a week", "$3 billion a year", "400 people per day", "24 hours a day": how often, not how long.
pub(super) fn is_rate(line: &Line, at: usize) -> bool {
    if line.is_key(at, Key::Per) {
        return true;
    }
    let is_unit = matches!(line.word(at + 1), Word::Unit(unit) if unit >= Unit::Hour && unit <= Unit::Year);
    if !line.is_key(at, Key::A)
        || !is_unit
        || matches!(line.word(at + 2), Word::Key(Key::Ago | Key::Old) | Word::Part(_))
    {
        return false;
    }
    let before = line.raw(back(at, 1));
    let is_money = matches!(before, "million" | "billion" | "trillion" | "percent" | "%");
    let is_plural = line.is_lower(back(at, 1))
        && line.before(at, 1) == Word::Other
        && before.ends_with('s')
        && !before.ends_with("ss")
        && !matches!(before, "is" | "has" | "this" | "takes" | "lasts" | "as" | "was" | "vs");
    let is_counted = matches!(
        line.before(at, 1),
        Word::Key(Key::Once)
            | Word::Figure(_)
            | Word::Scale(_)
            | Word::Digits(_)
            | Word::Decimal(..)
            | Word::Units(_)
    );
    is_money
        || is_counted
        || is_plural
            && matches!(line.before(at, 2), Word::Digits(_) | Word::Figure(_) | Word::Number(_) | Word::Other)
}
