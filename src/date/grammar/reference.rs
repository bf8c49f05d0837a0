//! Vague times and periods that only their context tells: "now", "recently", "the future", "the quarter", "fiscal 2014".

use super::year::{BARE, year};
use crate::date::saying::{Amount, Base, Found, Saying};
use crate::date::token::{Line, back};
use crate::date::word::{Key, Pick, Reference, Unit, Verb, Word};

/// A vague time.
pub(super) fn reference(line: &Line, at: usize, the: bool) -> Option<Found> {
    let (reference, end) = match line.word(at) {
        Word::Reference(Reference::Future) if is_comparison(line, at) => return None,
        Word::Reference(reference) if !the => (reference, at + 1),
        Word::Pick(Pick::Current) if !the => (Reference::Present, at + 1),
        Word::Pick(Pick::Recent) if !the => (Reference::Past, at + 1),
        // "future earnings", "for the foreseeable future", "a future in which": no time that is spoken of.
        Word::Key(Key::Future)
            if !the && !closes(line, at + 1) || matches!(line.raw(back(at, 1)), "a" | "foreseeable") =>
        {
            return None;
        }
        Word::Key(Key::Future) => (Reference::Future, at + 1),
        Word::Key(Key::Near) if the && line.is_key(at + 1, Key::Future) => (Reference::Future, at + 2),
        Word::Pick(Pick::Past)
            if the
                && (closes(line, at + 1)
                    || line.is_key(back(at, 2), Key::In) && matches!(line.word(at + 1), Word::Other)) =>
        {
            (Reference::Past, at + 1)
        }
        Word::Key(Key::These)
            if line.raw(at).eq_ignore_ascii_case("these") && line.word(at + 1) == Word::Units(Unit::Day) =>
        {
            (Reference::Present, at + 2)
        }
        Word::Pick(Pick::This) if line.is_key(at + 1, Key::Moment) => (Reference::Present, at + 2),
        Word::Key(Key::Moment) if the && matches!(line.before(at, 2), Word::Key(Key::At | Key::For)) => {
            (Reference::Present, at + 1)
        }
        _ => return None,
    };
    Some(Found { start: at, end, saying: Saying::Reference(reference) })
}

/// "as soon as", "soon after", "shortly before", "soon became" stand to an event, not to the time of writing.
fn is_comparison(line: &Line, at: usize) -> bool {
    line.before(at, 1) == Word::Key(Key::As)
        || matches!(line.word(at + 1), Word::Key(Key::Before | Key::After | Key::As) | Word::Verb(Verb::Past))
        || matches!(line.raw(at + 1), "became" | "followed" | "turned" | "released" | "joined" | "began")
}

fn closes(line: &Line, at: usize) -> bool {
    at >= line.tokens.len() || matches!(line.word(at), Word::Mark(_) | Word::Key(_) | Word::Verb(_))
}

/// "the weekend".
pub(super) fn weekend(at: usize) -> Option<Found> {
    Some(Found { start: at, end: at + 1, saying: Saying::of(Base::Weekend(Pick::Bare)) })
}

/// "fiscal 2014", "fiscal year 2014", "the fiscal first quarter".
pub(super) fn fiscal(line: &Line, at: usize, the: bool) -> Option<Found> {
    let next = if line.word(at + 1) == Word::Unit(Unit::Year) { at + 2 } else { at + 1 };
    if let Some(found) = year(line, next) {
        return Some(Found { start: at, ..found });
    }
    let next = line.hyphen(at + 1).unwrap_or(at + 1);
    let base = match (line.word(next), line.word(line.hyphen(next + 1).unwrap_or(next + 1))) {
        (Word::Ordinal(number @ 1..=4), Word::Unit(Unit::Quarter)) => Base::Quarter { year: BARE, number },
        (Word::Unit(Unit::Year), _) if the => {
            return Some(Found {
                start: at,
                end: next + 1,
                saying: Saying::of(Base::Unit { unit: Unit::Year, pick: Pick::This }),
            });
        }
        _ => return None,
    };
    let end = line.hyphen(next + 1).unwrap_or(next + 1) + 1;
    Some(Found { start: at, end, saying: Saying::of(base) })
}

/// "the quarter": the one named before.
pub(super) fn contextual(line: &Line, at: usize) -> Option<Found> {
    let Word::Unit(unit) = line.word(at) else { return None };
    if line.raw(at + 1).starts_with("end") && line.raw(at + 1).len() > 3 && unit >= Unit::Month {
        let saying = Saying::Length { amount: Amount::Exact(1), unit, more: false };
        return (unit == Unit::Year).then_some(Found { start: at, end: at + 1, saying });
    }
    let is_led =
        matches!(line.before(at, 2), Word::Key(Key::For | Key::In | Key::During)) && closes(line, at + 1);
    let pick = match unit {
        Unit::Quarter => Pick::That,
        Unit::Year | Unit::Month | Unit::Week if is_led && !line.is_key(at + 1, Key::Of) => Pick::This,
        _ => return None,
    };
    Some(Found { start: at, end: at + 1, saying: Saying::of(Base::Unit { unit, pick }) })
}
