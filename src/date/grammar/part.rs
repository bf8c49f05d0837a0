//! Parts of periods: "early January", "mid-2024", "the end of the month", "later this year", "the rest of the year", "year-end".

use super::whole;
use crate::date::saying::{Base, Found, Saying};
use crate::date::token::{Line, back};
use crate::date::word::{Key, Part, Pick, Unit, Word};

/// A part and the period it is of.
pub(super) fn part(line: &Line, at: usize, the: bool) -> Option<Found> {
    let (part, next) = match line.word(at) {
        Word::Part(part) => (part, at + 1),
        Word::Key(Key::Rest) if the => (Part::Rest, at + 1),
        Word::Ordinal(1) if line.is_key(at + 1, Key::Half) => (Part::FirstHalf, at + 2),
        Word::Ordinal(2) if line.is_key(at + 1, Key::Half) => (Part::SecondHalf, at + 2),
        _ => return year_end(line, at, the),
    };
    let (next, is_joined) = joint(line, next, part);
    let found = of_period(line, next).filter(|found| is_divisible(found.saying, part, is_joined))?;
    let Saying::Period { base, part: None, clock } = found.saying else { return None };
    Some(Found { start: at, end: found.end, saying: Saying::Period { base, part: Some(part), clock } })
}

/// The place after what joins a part to its period, and whether something does.
fn joint(line: &Line, at: usize, part: Part) -> (usize, bool) {
    if let Some(next) = line.hyphen(at) {
        return (next, true);
    }
    let joins = match part {
        Part::Earlier | Part::Later | Part::Early | Part::Late => {
            matches!(line.word(at), Word::Key(Key::In | Key::On))
        }
        Part::Start | Part::Middle | Part::End | Part::Rest | Part::FirstHalf | Part::SecondHalf => {
            line.is_key(at, Key::Of)
        }
        Part::Mid | Part::WeekOf | Part::WeekendOf => false,
    };
    if joins { (at + 1, true) } else { (at, false) }
}

/// The period, with an article that only a part lets stand: "the year", "the month".
fn of_period(line: &Line, at: usize) -> Option<Found> {
    let next = if line.is_key(at, Key::The) { at + 1 } else { at };
    if let Word::Unit(
        unit @ (Unit::Week
        | Unit::Month
        | Unit::Quarter
        | Unit::Year
        | Unit::Decade
        | Unit::Century
        | Unit::Day),
    ) = line.word(next)
        && (next > at || line.is_key(back(at, 1), Key::Of) && unit >= Unit::Week)
    {
        return Some(Found {
            start: at,
            end: next + 1,
            saying: Saying::of(Base::Unit { unit, pick: Pick::This }),
        });
    }
    whole(line, at)
}

/// Which parts go with which periods, and need which joint.
fn is_divisible(saying: Saying, part: Part, is_joined: bool) -> bool {
    let Saying::Period { base, .. } = saying else { return false };
    match part {
        Part::Start | Part::Middle | Part::End | Part::Rest => {
            is_joined && !matches!(base, Base::Window { .. } | Base::Shift { .. })
        }
        Part::Early | Part::Late | Part::Earlier | Part::Later => {
            !matches!(base, Base::Shift { .. } | Base::Window { .. })
        }
        Part::Mid => true,
        // Those of a year are periods of their own.
        Part::FirstHalf | Part::SecondHalf => {
            is_joined && matches!(base, Base::Month { .. } | Base::Unit { unit: Unit::Month, .. })
        }
        Part::WeekOf | Part::WeekendOf => false,
    }
}

/// "year-end", "the year's end", "end-2014" comes as a part.
fn year_end(line: &Line, at: usize, _the: bool) -> Option<Found> {
    let Word::Unit(unit @ (Unit::Year | Unit::Month)) = line.word(at) else { return None };
    let next = line.possessive(at + 1).or_else(|| line.hyphen(at + 1)).unwrap_or(at + 1);
    let is_end = line.word(next) == Word::Part(Part::End) && line.raw(next).eq_ignore_ascii_case("end");
    let base = Base::Unit { unit, pick: Pick::This };
    is_end.then_some(Found {
        start: at,
        end: next + 1,
        saying: Saying::Period { base, part: Some(Part::End), clock: None },
    })
}

/// "the week of March 6", "the weekend of May 17-18".
pub(super) fn week_of(line: &Line, at: usize) -> Option<Found> {
    let part = match line.word(at) {
        Word::Unit(Unit::Week) => Part::WeekOf,
        Word::Key(Key::Weekend) => Part::WeekendOf,
        _ => return None,
    };
    let found = whole(line, at + 2).filter(|_| line.is_key(at + 1, Key::Of))?;
    let Saying::Period { base: base @ Base::Day { .. }, part: None, clock: None } = found.saying else {
        return None;
    };
    Some(Found { start: at, end: found.end, saying: Saying::Period { base, part: Some(part), clock: None } })
}
