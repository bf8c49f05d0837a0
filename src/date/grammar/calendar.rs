//! Dates by their place in the calendar: day, month and year, in every order that newspapers write them.

use super::year::{year_after, year_suffix};
use crate::date::lead::is_event;
use crate::date::saying::{Base, Found, InYear, Saying};
use crate::date::token::{Line, back};
use crate::date::word::{Key, Pick, Word};

/// The month a token names, where it stands as a month can.
pub(super) fn month(line: &Line, at: usize) -> Option<u8> {
    match line.word(at) {
        Word::Month(month) => {
            let is_plain = !matches!(month, 3 | 4 | 5 | 6 | 8);
            (line.is_capital(at) || is_plain).then_some(month)
        }
        Word::ShortMonth(month)
            if line.is_capital(at) || is_figure(line, at + 1) || is_figure(line, back(at, 1)) =>
        {
            Some(month)
        }
        _ => None,
    }
}

fn is_figure(line: &Line, at: usize) -> bool {
    matches!(line.word(at), Word::Digits(_) | Word::Ordinal(_))
}

/// The place after a month's name and its stop.
fn after_month(line: &Line, at: usize) -> usize {
    let has_stop =
        matches!(line.word(at), Word::ShortMonth(_)) && line.is_mark(at + 1, b'.') && line.is_glued(at + 1);
    if has_stop { at + 2 } else { at + 1 }
}

fn day_of_month(line: &Line, at: usize) -> Option<u8> {
    match line.word(at) {
        Word::Digits(day @ 1..=31) if line.raw(at).len() <= 2 && !continues(line, at + 1) => {
            u8::try_from(day).ok()
        }
        Word::Ordinal(day @ 1..=31) => Some(day),
        _ => None,
    }
}

/// Whether figures go on after a place as no date does: "6.5", "6:30", "6%".
fn continues(line: &Line, at: usize) -> bool {
    line.is_glued(at)
        && match line.word(at) {
            Word::Mark(b':') => matches!(line.word(at + 1), Word::Digits(_)) && line.is_glued(at + 1),
            Word::Mark(b'%') => true,
            Word::Mark(b'/') => true,
            Word::Mark(_) => false,
            _ => true,
        }
}

/// "Jan. 6, 2021", "January 6th", "September 2025", "March".
pub(super) fn month_first(line: &Line, at: usize) -> Option<Found> {
    let month = month(line, at)?;
    let after = after_month(line, at);
    let next = if line.is_key(after, Key::The) { after + 1 } else { after };
    if let Some(day) = day_of_month(line, line.hyphen(next).unwrap_or(next)) {
        let end = line.hyphen(next).unwrap_or(next) + 1;
        let next_day = || {
            // "June 20 and 21 soldiers": those are counted.
            next_day(line, end, day)
                .or_else(|| open_range(line, at, end, day))
                .filter(|(_, end)| matches!(line.word(*end), Word::Mark(_) | Word::Key(_) | Word::Verb(_)))
        };
        let (to, end) = day_range(line, at, end).or_else(next_day).unwrap_or((day, end));
        let (year, end) = year_after(line, end).unwrap_or((InYear::Nearby(Pick::Bare), end));
        return Some(Found { start: at, end, saying: Saying::of(Base::Day { year, month, day, to }) });
    }
    let (year, end) = match year_after(line, after).or_else(|| year_suffix(line, after)) {
        Some(found) => found,
        None if stands_alone(line, at, month) => (InYear::Nearby(Pick::Bare), after),
        None => return None,
    };
    Some(Found { start: at, end, saying: Saying::of(Base::Month { year, month }) })
}

/// A second day and the place after it: "June 3-5", "from June 3 to 5", "between 3 and 5 June"; `start` is where the first
/// date begins, which "between" and "from" may lead.
fn day_range(line: &Line, start: usize, at: usize) -> Option<(u8, usize)> {
    let joined = matches!(
        (line.before(start, 1), line.word(at)),
        (Word::Key(Key::Between), Word::Key(Key::And))
            | (Word::Key(Key::From), Word::Key(Key::To | Key::Until | Key::Through))
    );
    let next = if joined { at + 1 } else { line.hyphen(at)? };
    Some((day_of_month(line, next)?, next + 1))
}

/// "the vote of June 6 to 9", "June 6 through 9": without a word before it that says where a number goes. In "lifted the
/// toll on June 6 to 9" and "moved it on June 6 to 9" the second is no day.
fn open_range(line: &Line, start: usize, at: usize, day: u8) -> Option<(u8, usize)> {
    let joined = match line.word(at) {
        Word::Key(Key::Through) => true,
        Word::Key(Key::To) => {
            line.before(start, 1) != Word::Key(Key::On) && !matches!(line.word(at + 2), Word::Unit(_))
        }
        _ => false,
    };
    let last = day_of_month(line, at + 1).filter(|last| joined && *last > day)?;
    Some((last, at + 2))
}

/// The second day of "20 and 21 June", "July 3 or 4".
fn next_day(line: &Line, at: usize, day: u8) -> Option<(u8, usize)> {
    let joined = line.is_key(at, Key::And) || line.is_key(at, Key::Or);
    let next = day_of_month(line, at + 1).filter(|next| joined && *next == day + 1)?;
    Some((next, at + 2))
}

/// Whether a month's name without day and year is one: not Theresa May, not a march, not April Glaspie.
fn stands_alone(line: &Line, at: usize, month: u8) -> bool {
    let before = line.before(at, 1);
    let is_led = matches!(
        before,
        Word::Key(
            Key::In
                | Key::By
                | Key::Since
                | Key::Until
                | Key::From
                | Key::To
                | Key::Through
                | Key::During
                | Key::Throughout
                | Key::Before
                | Key::After
                | Key::Between
                | Key::And
                | Key::Of
                | Key::For
                | Key::Starting
                | Key::Or
                | Key::Over
                | Key::Every
        ) | Word::Pick(_)
            | Word::Part(_)
            | Word::Digits(_)
            | Word::Ordinal(_)
    ) || line.hyphen(back(at, 1)).is_some();
    let is_name_after = line.is_capital(at + 1)
        && matches!(line.word(at + 1), Word::Other)
        && line.raw(at).chars().nth(1).is_some_and(|c| c.is_ascii_lowercase());
    let is_name_before = at > 0 && line.is_capital(at - 1) && at > 1 && matches!(before, Word::Other)
        || line.is_mark(back(at, 1), b'.') && is_title(line.raw(back(at, 2)));
    match (line.word(at), month) {
        (Word::ShortMonth(_), _)
            if line
                .hyphen(at + 1)
                .is_some_and(|next| matches!(line.word(next), Word::Month(_) | Word::ShortMonth(_))) =>
        {
            true
        }
        // "Mar-a-Lago"
        (Word::ShortMonth(_), _) if line.hyphen(at + 1).is_some() => false,
        (Word::ShortMonth(_), _) => (is_led || line.is_mark(at + 1, b'.')) && !is_name_after,
        (_, 5) => {
            is_led
                && !matches!(
                    before,
                    Word::Key(
                        Key::And | Key::Or | Key::To | Key::For | Key::By | Key::After | Key::From | Key::Of
                    )
                )
                || is_led_month(line, at)
                || names_event(line, at)
        }
        // "the March election", but neither "the March on the capital" nor a march at all
        (_, 3) => {
            let event =
                (at + 1..at + 4).take_while(|next| line.is_lower(*next) && !is_preposition(line, *next));
            is_led && !is_name_before
                || at > 0
                    && (line.is_lower(at - 1) || line.is_key(at - 1, Key::The))
                    && event.into_iter().any(|next| is_event(line, next))
        }
        (_, 4 | 6 | 8) => (is_led || !is_name_after) && !is_name_before,
        _ => is_led || !is_name_after || !is_name_before,
    }
}

fn is_preposition(line: &Line, at: usize) -> bool {
    matches!(line.word(at), Word::Key(Key::On | Key::For | Key::To | Key::Of | Key::In | Key::At | Key::By))
}

fn is_title(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Ms" | "Mrs" | "Dr" | "Gen" | "Sen" | "Rep" | "Col" | "Lt" | "Sgt" | "Capt" | "Maj" | "Prof"
    )
}

/// "a May accord", "the May presidential elections": an article before it, and what it dates behind.
fn names_event(line: &Line, at: usize) -> bool {
    let is_any = at > 0 && line.raw(at - 1).eq_ignore_ascii_case("a") && line.is_lower(at + 1);
    is_any || line.is_key(back(at, 1), Key::The) && (at + 1..at + 4).any(|next| is_event(line, next))
}

/// Whether "May" after an ambiguous word is followed by what does not follow a person's name.
fn is_led_month(line: &Line, at: usize) -> bool {
    matches!(line.before(at, 1), Word::Key(Key::By | Key::From | Key::After | Key::To | Key::Of | Key::For))
        && !matches!(line.word(at + 1), Word::Verb(_) | Word::Key(Key::And))
        && line.possessive(at + 1).is_none()
        && !line.is_capital(at + 1)
}

/// "6 January 2021", "the 6th of January", "6-Jan-2021".
pub(super) fn day_first(line: &Line, at: usize) -> Option<Found> {
    let day = day_of_month(line, at)?;
    if let Some(found) = days_first(line, at, day) {
        return Some(found);
    }
    let of = if line.is_key(at + 1, Key::Of) { at + 2 } else { line.hyphen(at + 1).unwrap_or(at + 1) };
    if of == at + 2 && line.is_key(at + 1, Key::Of) && !matches!(line.word(at), Word::Ordinal(_)) {
        return None;
    }
    let to = day;
    let month = month(line, of)?;
    let after = after_month(line, of);
    let is_hyphened = line.hyphen(after).is_some() && line.hyphen(at + 1).is_some();
    let after = if is_hyphened { after + 1 } else { after };
    let (year, end) = year_after(line, after)
        .or_else(|| year_suffix(line, after))
        .unwrap_or((InYear::Nearby(Pick::Bare), after));
    Some(Found { start: at, end, saying: Saying::of(Base::Day { year, month, day, to }) })
}

/// "3-12 September", "between 3 and 12 September 2021", "20 and 21 June": the month of both days behind the second.
fn days_first(line: &Line, at: usize, day: u8) -> Option<Found> {
    let range =
        day_range(line, at, at + 1).filter(|(to, _)| *to > day).or_else(|| open_range(line, at, at + 1, day));
    let (to, after) = range.or_else(|| next_day(line, at + 1, day))?;
    let of = after + usize::from(line.is_key(after, Key::Of));
    let month = month(line, of)?;
    let after = after_month(line, of);
    let (year, end) = year_after(line, after).unwrap_or((InYear::Nearby(Pick::Bare), after));
    Some(Found { start: at, end, saying: Saying::of(Base::Day { year, month, day, to }) })
}

/// "2021-01-06", "06/01/2021" where one number can only be the day, "9/11".
pub(super) fn figures(line: &Line, at: usize) -> Option<Found> {
    let Word::Digits(first) = line.word(at) else { return None };
    let mark = match line.word(at + 1) {
        Word::Mark(mark @ (b'-' | b'/' | b'.')) if line.is_glued(at + 1) && line.is_glued(at + 2) => mark,
        _ => return None,
    };
    let Word::Digits(second) = line.word(at + 2) else { return None };
    if mark == b'/' && (first, second) == (9, 11) && !line.is_glued(at + 3) {
        let base = Base::Day { year: InYear::Exact(2001), month: 9, day: 11, to: 11 };
        return Some(Found { start: at, end: at + 3, saying: Saying::of(base) });
    }
    let is_whole = line.is_mark(at + 3, mark) && line.is_glued(at + 3) && line.is_glued(at + 4);
    let Word::Digits(third) = line.word(at + 4) else { return None };
    if !is_whole {
        return None;
    }
    let (year, month, day) = match (line.raw(at).len(), line.raw(at + 4).len()) {
        (4, _) => (first, second, third),
        (_, 4) if first > 12 => (third, second, first),
        (_, 4) if second > 12 || first == second => (third, first, second),
        _ => return None,
    };
    let base = Base::Day {
        year: InYear::Exact(i32::try_from(year).ok().filter(|year| (1000..=2200).contains(year))?),
        month: u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?,
        day: u8::try_from(day).ok().filter(|day| (1..=31).contains(day))?,
        to: 0,
    };
    Some(Found { start: at, end: at + 5, saying: Saying::of(base) })
}
