//! Periods picked among their like: "last week", "this September", "next Friday", "the previous quarter", "third quarter".

use super::amount::{amount, unit};
use super::calendar::{month, month_first};
use super::year::{BARE, year_after, year_suffix};
use crate::date::saying::{Amount, Base, Found, InYear, Saying};
use crate::date::token::Line;
use crate::date::word::{Key, Pick, Reference, Unit, Word};

/// What follows "this", "last", "next" and so on, from the word itself.
pub(super) fn picked(line: &Line, at: usize, the: bool) -> Option<Found> {
    let Word::Pick(first) = line.word(at) else { return None };
    let (pick, next) = match (first, line.word(at + 1)) {
        (
            Pick::This | Pick::That,
            Word::Pick(
                second @ (Pick::Past | Pick::Coming | Pick::Last | Pick::Same | Pick::Current | Pick::Next),
            ),
        ) => (second, at + 2),
        _ => (first, at + 1),
    };
    let next = line.hyphen(next).unwrap_or(next);
    if let Some((end, saying)) = whole(line, next, pick, the) {
        return Some(Found { start: at, end, saying });
    }
    window(line, at, next, pick, the)
}

/// One period of its kind.
fn whole(line: &Line, at: usize, pick: Pick, the: bool) -> Option<(usize, Saying)> {
    let near = InYear::Nearby(pick);
    // "following Thursday's attack": a preposition; "the following Thursday" picks.
    let after = pick == Pick::Following && !the
        // "said that Sunday's vote": it opens a clause.
        || pick == Pick::That && line.possessive(at + 1).is_some();
    let base = match line.word(at) {
        Word::Weekday(_) | Word::Month(_) | Word::ShortMonth(_) | Word::Key(Key::Weekend) if after => {
            return None;
        }
        Word::Unit(Unit::Second | Unit::Minute | Unit::Hour) => return None,
        Word::Key(Key::Period) if pick == Pick::Latest && the => {
            return Some((at + 1, Saying::of(Base::Unit { unit: Unit::Quarter, pick })));
        }
        Word::Unit(unit) => return unit_picked(line, at, unit, pick, the),
        Word::Key(Key::Fiscal | Key::Calendar) if line.word(at + 1) == Word::Unit(Unit::Year) => {
            return Some((at + 2, Saying::of(Base::Unit { unit: Unit::Year, pick })));
        }
        Word::Key(Key::Fiscal) if line.word(at + 1) == Word::Unit(Unit::Quarter) => {
            return Some((at + 2, Saying::of(Base::Unit { unit: Unit::Quarter, pick })));
        }
        Word::Month(_) | Word::ShortMonth(_) => {
            let stop =
                usize::from(matches!(line.word(at), Word::ShortMonth(_)) && line.is_mark(at + 1, b'.'));
            let month = month(line, at)?;
            let end = at + 1 + stop;
            return Some(match line.word(end) {
                Word::Digits(day @ 1..=31) if !matches!(line.word(end + 1), Word::Key(Key::Pm | Key::Am)) => {
                    (
                        end + 1,
                        Saying::of(Base::Day { year: near, month, day: u8::try_from(day).ok()?, to: 0 }),
                    )
                }
                Word::Ordinal(day @ 1..=31) => {
                    (end + 1, Saying::of(Base::Day { year: near, month, day, to: 0 }))
                }
                _ => (end, Saying::of(Base::Month { year: near, month })),
            });
        }
        Word::Weekday(weekday) => Base::Weekday { weekday, pick },
        Word::Season(start) => Base::Season { year: near, start },
        Word::Key(Key::Weekend) => Base::Weekend(pick),
        Word::Holiday => {
            let (feast, end) = super::feast::feast(line, at)?;
            return Some((end, Saying::of(Base::Feast { feast, year: near })));
        }
        _ => return None,
    };
    Some((at + 1, Saying::of(base)))
}

/// "this week", "the past year"; not "last minute", "the same day" without an article, "this day".
fn unit_picked(line: &Line, at: usize, unit: Unit, pick: Pick, the: bool) -> Option<(usize, Saying)> {
    let is_possible = match pick {
        Pick::Same => the || matches!(line.before(at, 2), Word::Pick(_)),
        Pick::Recent => false,
        Pick::Last | Pick::Next | Pick::Past | Pick::Previous if the && line.is_key(at + 1, Key::Of) => false,
        Pick::That => !matches!(line.before(at, 2), Word::Verb(_)) || unit >= Unit::Week,
        Pick::Latest | Pick::Current => unit >= Unit::Week,
        Pick::Last => unit > Unit::Day || the,
        _ => true,
    };
    if !is_possible {
        return None;
    }
    // "last year in December": the month of that year.
    let inner = matches!(line.word(at + 1), Word::Key(Key::In)).then(|| month(line, at + 2)).flatten();
    if let Some(month) = inner
        && unit == Unit::Year
        && !the
        && matches!(pick, Pick::Last | Pick::Next | Pick::This)
        && year_after(line, at + 3).is_none()
    {
        return Some((at + 3, Saying::of(Base::Month { year: InYear::Of(pick), month })));
    }
    let single = Amount::Exact(1);
    let base = match (pick, the) {
        (Pick::Past | Pick::Coming, _) => Base::Window { amount: single, unit, back: pick == Pick::Past },
        (Pick::Last, true) if unit != Unit::Quarter => Base::Window { amount: single, unit, back: true },
        (Pick::Next, true) if unit > Unit::Day => Base::Window { amount: single, unit, back: false },
        (Pick::Next, true) => Base::Unit { unit, pick: Pick::Following },
        _ => Base::Unit { unit, pick },
    };
    Some((at + 1, Saying::of(base)))
}

/// "the past 24 hours", "the next few weeks", "recent months", "the coming weeks".
fn window(line: &Line, start: usize, at: usize, pick: Pick, the: bool) -> Option<Found> {
    let back = match pick {
        Pick::Last | Pick::Past | Pick::Previous | Pick::Recent => true,
        Pick::Next | Pick::Coming | Pick::Following => false,
        _ => return None,
    };
    if let Word::Units(unit) = line.word(at) {
        let reference = if back { Reference::Past } else { Reference::Future };
        let is_vague =
            matches!(pick, Pick::Recent | Pick::Coming | Pick::Past | Pick::Previous | Pick::Following);
        let saying = if (the || pick == Pick::Recent && unit != Unit::Year) && unit > Unit::Hour {
            Saying::Length { amount: Amount::Vague, unit, more: false }
        } else {
            Saying::Reference(reference)
        };
        return is_vague.then_some(Found { start, end: at + 1, saying });
    }
    if pick == Pick::Recent {
        return None;
    }
    let (amount, after) = amount(line, at)?;
    let (unit, end) = unit(line, after)?;
    let is_article = line.is_key(at, Key::A) || !matches!(line.word(end - 1), Word::Units(_));
    let is_compound = line.hyphen(after).is_some();
    (!is_article || is_compound).then_some(Found {
        start,
        end,
        saying: Saying::of(Base::Window { amount, unit, back }),
    })
}

/// "the third quarter of 2014", "second half", "Q3 2014", "third-quarter", "the first three months of the year".
pub(super) fn numbered(line: &Line, at: usize) -> Option<Found> {
    if let Some(found) = nth(line, at) {
        return Some(found);
    }
    let (number, next) = match line.word(at) {
        Word::Ordinal(number) => (Some(number), at + 1),
        Word::Pick(Pick::Last) => (None, at + 1),
        _ => return quarter_sign(line, at),
    };
    let next = line.hyphen(next).unwrap_or(next);
    let next = if line.is_key(next, Key::Fiscal) { next + 1 } else { next };
    let (year, end) = of_year(line, next + 1).unwrap_or((BARE, next + 1));
    let base = match (line.word(next), number) {
        (Word::Unit(Unit::Quarter), Some(number @ 1..=4)) => Base::Quarter { year, number },
        (Word::Key(Key::Half), Some(number @ 1..=2)) if year != BARE => Base::Half { year, number },
        (Word::Key(Key::Half), None) if year != BARE => Base::Half { year, number: 2 },
        _ => return opening(line, at, next, number == Some(1), number.is_none()),
    };
    Some(Found { start: at, end, saying: Saying::of(base) })
}

/// "the first week of September", "the last day of 2014".
fn nth(line: &Line, at: usize) -> Option<Found> {
    let number = match line.word(at) {
        Word::Ordinal(number @ 1..=5) => number,
        Word::Pick(Pick::Last) => 0,
        _ => return None,
    };
    let Word::Unit(unit @ (Unit::Day | Unit::Week)) = line.word(at + 1) else { return None };
    let next = Some(at + 2).filter(|at| line.is_key(*at, Key::Of) || line.is_key(*at, Key::In))? + 1;
    let found = month_first(line, next).or_else(|| super::year::year(line, next))?;
    let base = match found.saying {
        Saying::Period { base: Base::Month { year, month }, .. } => {
            Base::Nth { number, unit, year, month: Some(month) }
        }
        Saying::Period { base: Base::Year(year), .. } => {
            Base::Nth { number, unit, year: InYear::Exact(year), month: None }
        }
        _ => return None,
    };
    Some(Found { start: at, end: found.end, saying: Saying::of(base) })
}

/// The year a part of it belongs to.
fn of_year(line: &Line, at: usize) -> Option<(InYear, usize)> {
    year_after(line, at).or_else(|| year_suffix(line, at)).or_else(|| {
        let is_year = line.is_key(at, Key::Of)
            && line.is_key(at + 1, Key::The)
            && line.word(at + 2) == Word::Unit(Unit::Year);
        is_year.then_some((InYear::Of(Pick::This), at + 3))
    })
}

fn opening(line: &Line, at: usize, next: usize, opens: bool, closes: bool) -> Option<Found> {
    let (amount, after) = amount(line, next).filter(|_| opens || closes)?;
    let (unit, end) = unit(line, after)?;
    let saying = match of_year(line, end) {
        Some((year, end)) if unit >= Unit::Week => {
            let saying = Saying::of(Base::Opening { amount, unit, closing: closes, year });
            return Some(Found { start: at, end, saying });
        }
        _ if opens => Saying::Length { amount, unit, more: false },
        _ => return None,
    };
    Some(Found { start: at, end, saying })
}

/// "Q3", "Q3 2014", "H1".
fn quarter_sign(line: &Line, at: usize) -> Option<Found> {
    let Word::Digits(number @ 1..=4) = line.word(at + 1) else { return None };
    if !line.is_glued(at + 1)
        || line.is_glued(at + 2) && matches!(line.word(at + 2), Word::Other | Word::Mark(b'/'))
    {
        return None;
    }
    let number = u8::try_from(number).ok()?;
    let (year, end) = of_year(line, at + 2).unwrap_or((BARE, at + 2));
    let base = match line.raw(at) {
        "Q" => Base::Quarter { year, number },
        "H" if number < 3 && year != BARE => Base::Half { year, number },
        _ => return None,
    };
    Some(Found { start: at, end, saying: Saying::of(base) })
}

/// "this year's third quarter", "the 1988 third quarter", "last year's fourth quarter".
pub(super) fn quarter_of(line: &Line, found: Found) -> Option<Found> {
    let year = match found.saying {
        Saying::Period { base: Base::Year(year), part: None, .. } => InYear::Exact(year),
        Saying::Period { base: Base::Unit { unit: Unit::Year, pick }, part: None, .. } => InYear::Of(pick),
        Saying::Period {
            base: Base::Shift { amount: Amount::Exact(1), unit: Unit::Year, back, .. }, ..
        } => InYear::Of(if back { Pick::Last } else { Pick::Next }),
        _ => return None,
    };
    let next = line.possessive(found.end).unwrap_or(found.end);
    let base = match (line.word(next), line.word(line.hyphen(next + 1).unwrap_or(next + 1))) {
        (Word::Ordinal(number @ 1..=4), Word::Unit(Unit::Quarter)) => Base::Quarter { year, number },
        (Word::Ordinal(number @ 1..=2), Word::Key(Key::Half)) => Base::Half { year, number },
        _ => return None,
    };
    let end = line.hyphen(next + 1).unwrap_or(next + 1) + 1;
    Some(Found { start: found.start, end, saying: Saying::of(base) })
}

/// "in the winter of 2014", "spring 2015", "the summer", "summer".
pub(super) fn season(line: &Line, at: usize, the: bool) -> Option<Found> {
    let Word::Season(start) = line.word(at) else { return None };
    if let Some((year, end)) = year_after(line, at + 1).or_else(|| year_suffix(line, at + 1)) {
        return Some(Found { start: at, end, saying: Saying::of(Base::Season { year, start }) });
    }
    let is_ambiguous = matches!(start, 3 | 9)
        && !line.raw(at).eq_ignore_ascii_case("autumn")
        && !line.raw(at).ends_with("time");
    let is_lower = line.is_lower(at);
    let is_led = matches!(
        line.before(at, 1 + usize::from(the)),
        Word::Key(
            Key::In
                | Key::By
                | Key::Since
                | Key::Until
                | Key::During
                | Key::Through
                | Key::Throughout
                | Key::Over
                | Key::Before
        ) | Word::Part(_)
    );
    let goes_on = matches!(
        line.word(at + 1),
        Word::Key(Key::Of | Key::In | Key::From | Key::To | Key::On | Key::By | Key::Through)
    ) || matches!(line.word(at + 1), Word::Other) && !line.is_glued(at + 1);
    let is_meant = if is_ambiguous {
        is_led && !goes_on || is_led && the && is_lower && !line.is_key(at + 1, Key::Of)
    } else {
        is_led || the
    };
    (is_meant && is_lower).then_some(Found {
        start: at,
        end: at + 1,
        saying: Saying::of(Base::Season { year: BARE, start }),
    })
}
