//! Finds what a sentence says of times. Knows words and their order; no calendar, no publication date.

mod amount;
mod calendar;
mod clock;
mod compared;
mod feast;
mod length;
mod part;
mod picked;
mod recurring;
mod reference;
mod year;

use super::saying::{Base, Found, Saying};
use super::token::Line;
use super::word::{Key, Part, Pick, Unit, Word};

/// All sayings of a sentence, in order, not overlapping: the longest that begins earliest.
pub(super) fn sayings(line: &Line, mut take: impl FnMut(Found)) {
    let mut at = 0;
    while at < line.tokens.len() {
        if !may_begin(line, at) {
            at += 1;
            continue;
        }
        match saying(line, at).filter(|found| found.end > at && is_free(line, *found)) {
            Some(found) => {
                take(found);
                at = found.end;
            }
            None => at += 1,
        }
    }
}

/// Whether an expression can begin with a token at all: most words of a sentence are passed over here.
fn may_begin(line: &Line, at: usize) -> bool {
    match line.word(at) {
        Word::Other => match line.tokens.get(at).map_or(0, |token| token.end - token.start) {
            1 => matches!(line.raw(at), "Q" | "H") && line.is_glued(at + 1),
            2 => matches!(line.raw(at), "no" | "No"),
            5 => matches!(line.raw(at), "under" | "Under"),
            _ => false,
        },
        Word::Verb(_) => false,
        Word::Mark(mark) => mark == b'\'',
        Word::Key(key) => begins(key),
        _ => true,
    }
}

/// Whether an expression can begin with a word of the grammar.
fn begins(key: Key) -> bool {
    !matches!(
        key,
        Key::Of
            | Key::In
            | Key::On
            | Key::By
            | Key::Before
            | Key::After
            | Key::Since
            | Key::Until
            | Key::From
            | Key::To
            | Key::Through
            | Key::During
            | Key::Throughout
            | Key::Within
            | Key::For
            | Key::And
            | Key::Or
            | Key::Starting
            | Key::Effective
            | Key::As
            | Key::Ago
            | Key::Than
            | Key::Ahead
            | Key::Back
            | Key::Onward
            | Key::Beyond
            | Key::Post
            | Key::Pre
            | Key::Zone
            | Key::Local
            | Key::Am
            | Key::Pm
            | Key::Could
            | Key::Clause
            | Key::His
            | Key::So
            | Key::Old
    )
}

/// Whether it stands apart from what is glued around it: no part of an address, a code or a longer word.
fn is_free(line: &Line, found: Found) -> bool {
    let is_figure =
        |at: usize| matches!(line.word(at), Word::Digits(_) | Word::Figure(_) | Word::Decimal(..));
    let is_bound_before = line.is_glued(found.start)
        && match line.before(found.start, 1) {
            Word::Mark(b'/' | b'@' | b'_' | b'=' | b'&' | b'#' | b'$' | b'\\' | b'+') => true,
            Word::Mark(b'.') => line.is_glued(found.start - 1) && found.start > 1,
            Word::Mark(b'-') => {
                is_figure(found.start)
                    && line.is_glued(found.start - 1)
                    && line.before(found.start, 2) == Word::Other
            }
            Word::Mark(_) => false,
            _ => true,
        };
    let is_bound_after = line.is_glued(found.end)
        && match line.word(found.end) {
            Word::Mark(b'@' | b'_' | b'=' | b'&' | b'\\') => true,
            Word::Mark(b'/') => {
                line.is_glued(found.end + 1)
                    && !matches!(
                        line.word(found.end + 1),
                        Word::Weekday(_) | Word::Month(_) | Word::Digits(_)
                    )
            }
            Word::Mark(b'.') => {
                line.is_glued(found.end + 1)
                    && matches!(line.word(found.end + 1), Word::Other | Word::Digits(_))
            }
            Word::Mark(_) => false,
            _ => true,
        };
    !is_bound_before && !is_bound_after
}

/// What begins at a token, with its article.
fn saying(line: &Line, at: usize) -> Option<Found> {
    if line.is_key(at, Key::The) {
        if matches!(line.word(at + 1), Word::Other | Word::Verb(_)) && !may_begin(line, at + 1) {
            return None;
        }
        let found = core(line, at + 1, true)?;
        // TIMEX3 leaves the article of "the January vote" and "the 2003 invasion" out.
        let start = if takes_article(line, found) { at } else { found.start };
        return Some(Found { start, ..found });
    }
    core(line, at, false)
}

/// Whether the article is part of the expression.
fn takes_article(line: &Line, found: Found) -> bool {
    let is_compound = (found.start..found.end).any(|at| line.hyphen(at).is_some());
    match found.saying {
        Saying::Period { base, part, .. } => match base {
            Base::Day { .. }
            | Base::Month { .. }
            | Base::Year(_)
            | Base::Years(..)
            | Base::Weekday { pick: Pick::Bare, .. } => {
                matches!(
                    part,
                    Some(
                        Part::Start
                            | Part::End
                            | Part::Middle
                            | Part::Rest
                            | Part::WeekOf
                            | Part::WeekendOf
                            | Part::FirstHalf
                            | Part::SecondHalf
                    )
                ) || line.word(found.start) == Word::Unit(Unit::Year)
                    || line.is_key(found.end - 1, Key::Period)
                    || line.word(found.end - 1) == Word::Unit(Unit::Quarter)
                    || part.is_none() && matches!(line.word(found.start), Word::Ordinal(_) | Word::Pick(_))
            }
            Base::Quarter { .. } | Base::Shift { .. } => {
                !is_compound
                    || line.word(found.start) == Word::Unit(Unit::Year) && found.end - found.start > 3
            }
            _ => true,
        },
        Saying::Length { .. } => true,
        Saying::Recurring(_) => false,
        Saying::Reference(_) => {
            line.word(found.start) != Word::Key(Key::Future) || !matches!(line.word(found.end), Word::Other)
        }
    }
}

/// A whole period after a part: with or without its article.
fn whole(line: &Line, at: usize) -> Option<Found> {
    let the = line.is_key(at, Key::The);
    let next = at + usize::from(the);
    period(line, next, the).map(|found| Found { start: at, ..found })
}

fn core(line: &Line, at: usize, the: bool) -> Option<Found> {
    let found = [
        part::part(line, at, the),
        period(line, at, the),
        reference::reference(line, at, the),
        recurring::recurring(line, at),
        if the { length::counted_length(line, at) } else { length::length(line, at) },
        length::bare_units(line, at, the),
    ];
    longest(found)
}

/// A period of the calendar.
fn period(line: &Line, at: usize, the: bool) -> Option<Found> {
    let found = match line.word(at) {
        Word::Month(_) | Word::ShortMonth(_) => calendar::month_first(line, at),
        Word::Weekday(_) | Word::ShortWeekday(_) | Word::Weekdays(_) => clock::weekday(line, at),
        Word::Digits(_) => longest([
            calendar::figures(line, at),
            calendar::day_first(line, at),
            clock::timed(line, at),
            year::year(line, at),
        ]),
        Word::Ordinal(_) => longest([
            calendar::day_first(line, at),
            picked::numbered(line, at),
            year::century(line, at),
            clock::ordinal_day(line, at, the),
        ]),
        Word::Number(_) => longest([year::year(line, at), year::century(line, at)]),
        Word::Pick(_) => {
            longest([clock::near(line, at), picked::picked(line, at, the), picked::numbered(line, at)])
        }
        Word::Season(_) => picked::season(line, at, the),
        Word::Decade(_) | Word::Mark(b'\'') => year::decade(line, at, the),
        Word::Day(_) | Word::Key(Key::Tonight | Key::Overnight) => clock::near(line, at),
        Word::Key(Key::Noon | Key::Midnight) => clock::timed(line, at),
        Word::Key(Key::Weekend) if the => longest([reference::weekend(at), part::week_of(line, at)]),
        Word::Key(Key::Fiscal | Key::Calendar) => reference::fiscal(line, at, the),
        Word::Unit(_) if the => longest([
            year::the_year(line, at),
            reference::contextual(line, at),
            compared::year_ago(line, at),
            part::week_of(line, at),
        ]),
        Word::Unit(_) => longest([year::the_year(line, at), compared::year_ago(line, at)]),
        Word::Key(Key::Comparable) => compared::comparable(line, at),
        Word::Other => picked::numbered(line, at),
        _ => None,
    };
    let is_feast = matches!(line.word(at), Word::Holiday | Word::Month(_) | Word::Ordinal(_));
    let found = longest([found, if is_feast { feast::holiday(line, at) } else { None }])?;
    let found =
        picked::quarter_of(line, found).or_else(|| compared::same_quarter(line, found, the)).unwrap_or(found);
    Some(clock::with_clock(line, found))
}

fn longest<const N: usize>(found: [Option<Found>; N]) -> Option<Found> {
    found.into_iter().flatten().reduce(|best, next| if next.end > best.end { next } else { best })
}
