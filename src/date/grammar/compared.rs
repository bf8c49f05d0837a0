//! Periods compared with the one a report is about: "the year-ago quarter", "year-earlier", "the 1988 period".

use crate::date::saying::{Amount, Base, Found, InYear, Origin, Saying};
use crate::date::token::Line;
use crate::date::word::{Key, Part, Pick, Unit, Word};

/// "year-ago", "the year-earlier quarter", "the year-ago third quarter".
pub(super) fn year_ago(line: &Line, at: usize) -> Option<Found> {
    let next = line.hyphen(at + 1)?;
    let is_back = matches!(line.word(next), Word::Key(Key::Ago) | Word::Part(Part::Earlier));
    if line.word(at) != Word::Unit(Unit::Year) || !is_back {
        return None;
    }
    let end = period_noun(line, next + 1).unwrap_or(next + 1);
    let base = match line.word(next + 1) {
        Word::Ordinal(number @ 1..=4) if end > next + 1 => {
            Base::Quarter { year: InYear::Of(Pick::Last), number }
        }
        _ => Base::Shift { amount: Amount::Exact(1), unit: Unit::Year, back: true, origin: Origin::Previous },
    };
    Some(Found { start: at, end, saying: Saying::of(base) })
}

/// "the comparable year-ago quarter", "the corresponding period last year".
pub(super) fn comparable(line: &Line, at: usize) -> Option<Found> {
    year_ago(line, at + 1).map(|found| Found { start: at, ..found })
}

/// The place after "quarter", "period" or "third quarter".
fn period_noun(line: &Line, at: usize) -> Option<usize> {
    match line.word(at) {
        Word::Unit(Unit::Quarter) | Word::Key(Key::Period) => Some(at + 1),
        Word::Ordinal(1..=4) => period_noun(line, at + 1),
        _ => None,
    }
}

/// "the 1988 period", "last year's quarter": the quarter named before, in that year.
pub(super) fn same_quarter(line: &Line, found: Found, the: bool) -> Option<Found> {
    let Saying::Period { base, part: None, clock: None } = found.saying else { return None };
    let next = line.possessive(found.end).unwrap_or(found.end);
    let year = match base {
        Base::Year(year) if the => InYear::Exact(year),
        Base::Unit { unit: Unit::Year, pick } if next > found.end => InYear::Of(pick),
        _ => return None,
    };
    let end = match line.word(next) {
        Word::Unit(Unit::Quarter) | Word::Key(Key::Period) => next + 1,
        _ => return None,
    };
    Some(Found { start: found.start, end, saying: Saying::of(Base::Quarter { year, number: 0 }) })
}
