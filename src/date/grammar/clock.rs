//! Weekdays, days near today and times of day, with each other: "Friday night", "3 p.m. EST Tuesday", "late Monday".

use super::calendar::month_first;
use crate::date::lead::is_event;
use crate::date::saying::{Base, Clock, Found, Saying};
use crate::date::token::Line;
use crate::date::word::{DayPart, Key, Pick, Unit, Word};

/// "Friday", "Friday, Oct. 13, 2006", "Friday the 13th".
pub(super) fn weekday(line: &Line, at: usize) -> Option<Found> {
    let (weekday, after) = weekday_word(line, at)?;
    let next = line.comma(after);
    let dated = month_first(line, next)
        .filter(|found| matches!(found.saying, Saying::Period { base: Base::Day { .. }, .. }))
        .or_else(|| {
            let next = if line.is_key(next, Key::The) { next + 1 } else { next };
            super::calendar::day_first(line, next)
        });
    if let Some(found) = dated {
        return Some(Found { start: at, ..found });
    }
    if matches!(line.word(at), Word::ShortWeekday(_)) {
        return None;
    }
    if let Some((week, end)) = of_week(line, after) {
        return Some(Found { start: at, end, saying: Saying::of(Base::WeekdayOf { weekday, week }) });
    }
    Some(Found { start: at, end: after, saying: Saying::of(Base::Weekday { weekday, pick: Pick::Bare }) })
}

/// "of next week", "last week" after a weekday.
fn of_week(line: &Line, at: usize) -> Option<(Pick, usize)> {
    let next = if line.is_key(at, Key::Of) { at + 1 } else { at };
    match (line.word(next), line.word(next + 1)) {
        (Word::Pick(pick), Word::Unit(Unit::Week)) => Some((pick, next + 2)),
        _ => None,
    }
}

/// "Saturdays presidential election", "Wednesdays announcement": a weekday whose apostrophe is lost, before what takes
/// place on it.
pub(super) fn owns(line: &Line, at: usize) -> bool {
    let on = at.checked_sub(1).is_some_and(|before| matches!(line.word(before), Word::Key(Key::On)));
    let adjective = matches!(line.word(at + 1), Word::Other) && line.is_lower(at + 1);
    let event = |at: usize| is_event(line, at) || EVENTS.contains(&line.raw(at));
    !on && (event(at + 1) || adjective && event(at + 2))
}

/// What else takes place on a day.
const EVENTS: &[&str] = &[
    "announcement",
    "assault",
    "attack",
    "attacks",
    "ballot",
    "blast",
    "bombing",
    "bombings",
    "clashes",
    "deal",
    "decision",
    "explosion",
    "fighting",
    "massacre",
    "polls",
    "raid",
    "shooting",
    "speech",
    "statement",
    "strike",
    "strikes",
    "truce",
    "visit",
    "withdrawal",
];

fn weekday_word(line: &Line, at: usize) -> Option<(u8, usize)> {
    match line.word(at) {
        Word::Weekdays(weekday) if owns(line, at) => Some((weekday, at + 1)),
        Word::Weekday(weekday) => Some((weekday, at + 1)),
        Word::ShortWeekday(weekday) if line.is_capital(at) => {
            Some((weekday, at + 1 + usize::from(line.is_mark(at + 1, b'.') && line.is_glued(at + 1))))
        }
        _ => None,
    }
}

/// "today", "tonight", "overnight", "this morning", "last night", "yesterday evening".
pub(super) fn near(line: &Line, at: usize) -> Option<Found> {
    let (distance, clock, end) = match (line.word(at), line.word(at + 1)) {
        (Word::Day(distance), _) => (distance, None, at + 1),
        (Word::Key(Key::Tonight), _) => (0, Some(DayPart::Night), at + 1),
        (Word::Key(Key::Overnight), Word::Weekday(weekday)) => {
            let base = Base::Weekday { weekday, pick: Pick::Bare };
            let clock = Some(Clock::Part(DayPart::Night));
            return Some(Found {
                start: at,
                end: at + 2,
                saying: Saying::Period { base, part: None, clock },
            });
        }
        (Word::Key(Key::Overnight), _) => (0, Some(DayPart::Night), at + 1),
        (Word::Pick(Pick::This), Word::DayPart(part)) => (0, Some(part), at + 2),
        (Word::Pick(Pick::Last), Word::DayPart(part @ (DayPart::Night | DayPart::Evening))) => {
            (-1, Some(part), at + 2)
        }
        _ => return None,
    };
    let saying = Saying::Period { base: Base::Distance(distance), part: None, clock: clock.map(Clock::Part) };
    Some(Found { start: at, end, saying })
}

/// "3 p.m.", "3:30 p.m. EST", "15:00 GMT", "noon", "midnight": the time and the place after it.
fn time(line: &Line, at: usize) -> Option<(Clock, usize)> {
    match line.word(at) {
        Word::Key(Key::Noon) => return Some((Clock::At { hour: 12, minute: None }, at + 1)),
        Word::Key(Key::Midnight) => return Some((Clock::At { hour: 24, minute: None }, at + 1)),
        _ => {}
    }
    let Word::Digits(hour) = line.word(at) else { return None };
    let (hour, minute, next) = match line.word(at + 2) {
        Word::Digits(minute @ 0..=59)
            if line.is_mark(at + 1, b':')
                && line.is_glued(at + 1)
                && line.is_glued(at + 2)
                && line.raw(at + 2).len() == 2 =>
        {
            (hour, Some(minute), at + 3)
        }
        _ if line.raw(at).len() == 4 && line.is_key(at + 1, Key::Zone) => {
            (hour / 100, Some(hour % 100), at + 1)
        }
        _ => (hour, None, at + 1),
    };
    let (hour, next) = match half_of_day(line, next) {
        Some((is_afternoon, end)) if (1..=12).contains(&hour) => {
            (hour % 12 + if is_afternoon { 12 } else { 0 }, end)
        }
        _ if minute.is_some() || line.is_key(next, Key::Zone) => (hour, next),
        _ => return None,
    };
    let is_zoned = line.is_key(next, Key::Zone) && line.raw(next).chars().all(|c| c.is_ascii_uppercase());
    let next = if is_zoned {
        next + 1
    } else if line.is_key(next, Key::Local) {
        after_local(line, next)
    } else {
        next
    };
    let hour = u8::try_from(hour).ok().filter(|hour| *hour <= 24)?;
    Some((Clock::At { hour, minute: minute.and_then(|minute| u8::try_from(minute).ok()) }, next))
}

fn after_local(line: &Line, at: usize) -> usize {
    if line.raw(at).eq_ignore_ascii_case("local") && line.raw(at + 1).eq_ignore_ascii_case("time") {
        at + 2
    } else {
        at
    }
}

/// "a.m.", "p.m", "pm": whether after noon.
fn half_of_day(line: &Line, at: usize) -> Option<(bool, usize)> {
    match line.word(at) {
        Word::Key(Key::Am) => Some((false, at + 1)),
        Word::Key(Key::Pm) => Some((true, at + 1)),
        _ => {
            let is_stopped = line.is_mark(at + 1, b'.') && line.is_glued(at + 1) && line.is_glued(at + 2);
            if !is_stopped || !line.raw(at + 2).eq_ignore_ascii_case("m") {
                return None;
            }
            let is_afternoon = match line.raw(at) {
                "a" | "A" => false,
                "p" | "P" => true,
                _ => return None,
            };
            let has_stop = line.is_mark(at + 3, b'.') && line.is_glued(at + 3);
            Some((is_afternoon, at + 3 + usize::from(has_stop)))
        }
    }
}

/// A time of day by itself or before its day.
pub(super) fn timed(line: &Line, at: usize) -> Option<Found> {
    let (clock, after) = time(line, at)?;
    // "at 8:00 a.m. local time (0300 GMT) on Sunday"
    let told_again = time(line, after + 1).filter(|_| line.is_mark(after, b'('));
    let again = told_again.map(|(_, end)| end).filter(|end| line.is_mark(*end, b')'));
    let next = line.comma(again.map_or(after, |end| end + 1));
    let next = if line.is_key(next, Key::On) { next + 1 } else { next };
    let day = weekday(line, next).or_else(|| month_first(line, next)).or_else(|| near(line, next));
    if let Some(found) = day
        && let Saying::Period { base, clock: None, .. } = found.saying
        && !matches!(base, Base::Month { .. })
    {
        return Some(Found {
            start: at,
            end: found.end,
            saying: Saying::Period { base, part: None, clock: Some(clock) },
        });
    }
    let is_word = matches!(line.word(at), Word::Key(_));
    if is_word && line.before(at, 1) == Word::Key(Key::The) {
        return None;
    }
    let saying = Saying::Period { base: Base::Distance(0), part: None, clock: Some(clock) };
    Some(Found { start: at, end: after, saying })
}

/// The part of day after a day: "Friday night", "Oct. 13 at 3 p.m.".
pub(super) fn with_clock(line: &Line, found: Found) -> Found {
    let Saying::Period { base, part, clock: None } = found.saying else { return found };
    if !matches!(base, Base::Weekday { .. } | Base::Distance(_) | Base::Day { .. } | Base::Feast { .. }) {
        return found;
    }
    if let Word::DayPart(day_part) = line.word(found.end)
        && !matches!(base, Base::Distance(0))
        && !line.raw(found.end).ends_with('s')
    {
        let clock = Some(Clock::Part(day_part));
        return Found { end: found.end + 1, saying: Saying::Period { base, part, clock }, ..found };
    }
    found
}

/// "the 6th": a day of a month that the context gives.
pub(super) fn ordinal_day(line: &Line, at: usize, the: bool) -> Option<Found> {
    let Word::Ordinal(day @ 1..=31) = line.word(at) else { return None };
    let is_figure = line.raw(at).starts_with(|c: char| c.is_ascii_digit());
    let is_led = matches!(
        line.before(at, 2),
        Word::Key(Key::On | Key::By | Key::Since | Key::Until | Key::Before | Key::After)
    );
    let is_closed = at + 1 >= line.tokens.len()
        || matches!(
            line.word(at + 1),
            Word::Mark(b'.' | b',' | b';' | b')' | b'"') | Word::Key(_) | Word::Verb(_)
        );
    (the && is_figure && is_led && is_closed && !line.is_key(at + 1, Key::Of)).then_some(Found {
        start: at,
        end: at + 1,
        saying: Saying::of(Base::DayOfMonth(day)),
    })
}
