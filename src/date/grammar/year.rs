//! Years, decades and centuries, and what tells a year from a count or a name.

use crate::date::lexicon::{COUNTED_NOUNS, NUMBERED_THINGS, holds};
use crate::date::saying::{Base, Found, InYear, Saying};
use crate::date::token::{Line, back};
use crate::date::word::{Key, Part, Pick, Unit, Word};

/// Four figures that can be a year.
pub(super) fn four_figures(line: &Line, at: usize) -> Option<i32> {
    match line.word(at) {
        Word::Digits(year @ 1000..=2199) if line.raw(at).len() == 4 => i32::try_from(year).ok(),
        _ => None,
    }
}

/// "nineteen ninety-six", "two thousand and three".
fn spelled(line: &Line, at: usize) -> Option<(i32, usize)> {
    let (century, rest) = match (line.word(at), line.word(at + 1)) {
        (Word::Number(century @ 17..=19), Word::Number(rest)) if rest >= 10 => (century, rest),
        _ => return None,
    };
    let next = line.hyphen(at + 2).unwrap_or(at + 2);
    let (rest, end) = match line.word(next) {
        Word::Number(ones @ 1..=9) if rest >= 20 => (rest + ones, next + 1),
        _ => (rest, at + 2),
    };
    Some((i32::try_from(century * 100 + rest).ok()?, end))
}

/// A year right after a day or month: "2021", ", 2021", "of 2021", "'21".
pub(super) fn year_after(line: &Line, at: usize) -> Option<(InYear, usize)> {
    let next = match line.word(at) {
        Word::Key(Key::Of | Key::In) => at + 1,
        _ => line.comma(at),
    };
    let year = four_figures(line, next)
        .filter(|_| !is_count(line, next + 1) && !line.is_glued(next + 1) || is_closed(line, next + 1));
    match year {
        Some(year) if year >= 1400 => Some((InYear::Exact(year), next + 1)),
        _ => match spelled(line, next) {
            Some((year, end)) => Some((InYear::Exact(year), end)),
            None => short_year(line, at),
        },
    }
}

/// "'21".
fn short_year(line: &Line, at: usize) -> Option<(InYear, usize)> {
    let Word::Digits(year) = line.word(at + 1) else { return None };
    let is_short =
        line.is_mark(at, b'\'') && !line.is_glued(at) && line.is_glued(at + 1) && line.raw(at + 1).len() == 2;
    is_short.then(|| (InYear::Exact(full(year)), at + 2))
}

/// The year of two figures, as news means it.
pub(super) fn full(year: u32) -> i32 {
    let year = i32::try_from(year).unwrap_or(0);
    if year < 40 { 2000 + year } else { 1900 + year }
}

/// Whether what is glued to a year leaves it one.
fn is_closed(line: &Line, at: usize) -> bool {
    match line.word(at) {
        Word::Mark(b'.') => {
            !line.is_glued(at + 1) || !matches!(line.word(at + 1), Word::Digits(_) | Word::Other)
        }
        Word::Mark(b',' | b')' | b']' | b'"' | b';' | b'\'' | b'!' | b'?' | b'~') => true,
        Word::Mark(b':') => !matches!(line.word(at + 1), Word::Digits(_)) || !line.is_glued(at + 1),
        Word::Mark(b'-') => true,
        _ => !line.is_glued(at),
    }
}

/// Whether the word after a bare number makes it a count.
fn is_count(line: &Line, at: usize) -> bool {
    !line.is_glued(at)
        && (holds(&COUNTED_NOUNS, line.raw(at)) || matches!(line.word(at), Word::Units(_) | Word::Scale(_)))
}

/// "last year", "this year", "of that year", ", last year" after a month or a day.
pub(super) fn year_suffix(line: &Line, at: usize) -> Option<(InYear, usize)> {
    let mut next = line.comma(at);
    if matches!(line.word(next), Word::Key(Key::Of | Key::In)) {
        next += 1;
    }
    if line.is_key(next, Key::The) {
        next += 1;
    }
    match (line.word(next), line.word(next + 1)) {
        (Word::Pick(pick), Word::Unit(Unit::Year)) => Some((InYear::Of(pick), next + 2)),
        _ => None,
    }
}

/// A year by itself.
pub(super) fn year(line: &Line, at: usize) -> Option<Found> {
    if let Some((year, end)) = spelled(line, at) {
        return Some(Found { start: at, end, saying: Saying::of(Base::Year(year)) });
    }
    let year = four_figures(line, at)?;
    let is_compound = at >= 2 && line.hyphen(at - 1).is_some();
    if (line.is_glued(at) && !is_compound && !opens(line, at))
        || !is_closed(line, at + 1)
        || !(1500..=2100).contains(&year)
    {
        return None;
    }
    let (end, last) = last_year(line, at, year);
    if !is_year(line, at, end) {
        return None;
    }
    let base = last.map_or(Base::Year(year), |last| Base::Years(year, last));
    Some(Found { start: at, end, saying: Saying::of(base) })
}

/// Whether the mark glued before a number opens it.
fn opens(line: &Line, at: usize) -> bool {
    matches!(line.before(at, 1), Word::Mark(b'(' | b'"' | b'[' | b'\'' | b'~' | b','))
}

/// "2003-04", "1950-53", "2008-9", "2006 and '07": the second year in its last figures; "2010-12" may be a month.
fn last_year(line: &Line, at: usize, year: i32) -> (usize, Option<i32>) {
    let and = line.is_key(at + 1, Key::And).then(|| short_year(line, at + 2)).flatten();
    if let Some((InYear::Exact(last), end)) = and
        && last == year + 1
    {
        return (end, Some(last));
    }
    let next = match (line.hyphen(at + 1), line.word(at + 1)) {
        (Some(next), _) => next,
        (_, Word::Mark(b'/')) if line.is_glued(at + 2) => at + 2,
        _ => return (at + 1, None),
    };
    match line.word(next) {
        Word::Digits(last)
            if line.raw(next).len() <= 2 && !line.is_glued(next + 1) | is_closed(line, next + 1) =>
        {
            let figures = if line.raw(next).len() == 2 { 100 } else { 10 };
            let month = figures == 100 && last <= 12;
            let last = year - year % figures + i32::try_from(last).unwrap_or(0);
            let follows = last == year + 1 || last > year && !month;
            if follows { (next + 1, Some(last)) } else { (at + 1, None) }
        }
        _ => (at + 1, None),
    }
}

/// What stands around four figures makes them a year, a count or a name.
fn is_year(line: &Line, at: usize, end: usize) -> bool {
    let before = line.before(at, 1);
    let is_led = matches!(
        before,
        Word::Key(
            Key::In
                | Key::By
                | Key::Since
                | Key::Until
                | Key::During
                | Key::Before
                | Key::After
                | Key::Through
                | Key::Throughout
                | Key::Between
                | Key::Starting
                | Key::Fiscal
        ) | Word::Part(_)
            | Word::Season(_)
    ) || (matches!(before, Word::Unit(Unit::Year)) && at > 0)
        || matches!(
            (before, line.before(at, 2)),
            (Word::Mark(b'-'), Word::Key(Key::Post | Key::Pre) | Word::Part(_))
        );
    if is_led {
        return !is_count(line, end)
            || matches!(before, Word::Key(Key::In | Key::Since | Key::During | Key::Fiscal) | Word::Part(_));
    }
    let is_named = at > 0
        && (holds(&NUMBERED_THINGS, line.raw(at - 1))
            || matches!(before, Word::Mark(b'#' | b'$' | b'/' | b'@' | b'.' | b'=' | b'_' | b'&')));
    let is_compared = matches!(line.before(at, 2), Word::Part(Part::Later))
        || at > 1 && matches!(line.raw(at - 2), "sooner" | "earlier" | "rather");
    let is_hedged = !is_compared
        && matches!(
            before,
            Word::Key(
                Key::About
                    | Key::Hedge
                    | Key::Than
                    | Key::Over
                    | Key::Least
                    | Key::Most
                    | Key::Another
                    | Key::Additional
            )
        );
    let is_time = matches!(line.word(end), Word::Key(Key::Zone | Key::Local | Key::Am | Key::Pm))
        || matches!(line.word(end), Word::Unit(_) | Word::Mark(b'%'));
    let is_determined =
        matches!(before, Word::Key(Key::The | Key::Of | Key::His | Key::From | Key::To | Key::And | Key::A));
    let is_plural = line.is_lower(end)
        && line.raw(end).ends_with('s')
        && !line.is_glued(end)
        && matches!(line.word(end), Word::Other);
    if counts_people(line, end) || is_level(line, at) {
        return false;
    }
    let is_range =
        matches!(before, Word::Key(Key::From | Key::To | Key::And)) || line.hyphen(back(at, 1)).is_some();
    let is_plain_name = line.is_capital(back(at, 1)) && before == Word::Other && at == 1;
    !is_named
        && !is_hedged
        && !is_time
        && !is_count(line, end)
        && !is_plain_name
        && (!is_plural || (is_determined && !is_range))
}

/// "2000 U.S. troops", "1500 service personnel", "1609 injured": figures that lost their comma count people.
fn counts_people(line: &Line, at: usize) -> bool {
    if line.is_glued(at) {
        return false;
    }
    let goes_on = |at: &usize| {
        matches!(line.word(*at), Word::Other | Word::Mark(b'.'))
            && (line.is_capital(*at) || QUALIFYING.contains(&line.raw(*at)) || line.raw(*at) == ".")
    };
    let noun = (at..at + 6).find(|at| !goes_on(at)).unwrap_or(at);
    PEOPLE.contains(&line.raw(noun))
        || noun == at && matches!(line.raw(at), "injured" | "wounded" | "dead")
        || (at..noun).any(|at| line.is_capital(at) && PLURALS.iter().any(|end| line.raw(at).ends_with(end)))
}

/// "from 3,300 troops to 1900 in Chad": what people were counted before falls or rises to.
fn is_level(line: &Line, at: usize) -> bool {
    if !matches!(line.before(at, 1), Word::Key(Key::To)) {
        return false;
    }
    let from = (2..14.min(at + 1)).find(|back| matches!(line.before(at, *back), Word::Key(Key::From)));
    from.is_some_and(|from| (at - from..at).any(|at| PEOPLE.contains(&line.raw(at))))
}

/// "Palestinians", "Israelis"
const PLURALS: &[&str] = &["ians", "eans", "anis", "aelis", "raqis", "ghans", "icans", "mans"];

/// What stands between a count and its noun.
const QUALIFYING: &[&str] = &[
    "additional",
    "armed",
    "army",
    "coalition",
    "combat",
    "foreign",
    "government",
    "military",
    "more",
    "other",
    "service",
    "special",
    "young",
];

/// Nouns of people whom no year describes.
const PEOPLE: &[&str] = &[
    "advisers",
    "advisors",
    "civilians",
    "contractors",
    "fighters",
    "insurgents",
    "marines",
    "men",
    "militants",
    "militiamen",
    "paratroopers",
    "peacekeepers",
    "people",
    "personnel",
    "policemen",
    "prisoners",
    "rebels",
    "refugees",
    "reservists",
    "soldiers",
    "troops",
    "villagers",
    "women",
];

/// "the 1990s", "the '90s", "the nineties", "2010s".
pub(super) fn decade(line: &Line, at: usize, the: bool) -> Option<Found> {
    let (place, is_short) = if line.is_mark(at, b'\'') { (at + 1, true) } else { (at, false) };
    let Word::Decade(decade) = line.word(place) else { return None };
    let before =
        line.before(at, if matches!(line.before(at, 1), Word::Part(_) | Word::Mark(b'-')) { 2 } else { 1 });
    if matches!(before, Word::Key(Key::His))
        || (decade < 100
            && !the
            && !is_short
            && !matches!(line.before(at, 1), Word::Part(_) | Word::Mark(b'-')))
    {
        return None;
    }
    let first = if decade < 100 { 1900 + i32::try_from(decade).ok()? } else { i32::try_from(decade).ok()? };
    let is_year = (1000..=2190).contains(&first);
    is_year.then_some(Found { start: at, end: place + 1, saying: Saying::of(Base::Decade(first)) })
}

/// "the 19th century", "the twenty-first century".
pub(super) fn century(line: &Line, at: usize) -> Option<Found> {
    let (number, end) = match line.word(at) {
        Word::Ordinal(number) => (number, at + 1),
        Word::Number(20) => match line.word(line.hyphen(at + 1)?) {
            Word::Ordinal(ones @ 1..=9) => (20 + ones, at + 3),
            _ => return None,
        },
        _ => return None,
    };
    let next = line.hyphen(end).unwrap_or(end);
    let is_century = line.word(next) == Word::Unit(Unit::Century) && number >= 10;
    is_century.then_some(Found {
        start: at,
        end: next + 1,
        saying: Saying::of(Base::Century(i32::from(number))),
    })
}

/// "the year 2000", "the year two thousand".
pub(super) fn the_year(line: &Line, at: usize) -> Option<Found> {
    if line.word(at) != Word::Unit(Unit::Year) {
        return None;
    }
    if let Some(found) = year(line, at + 1) {
        return Some(Found { start: at, ..found });
    }
    let (value, end) = super::amount::number(line, at + 1)?;
    let year = i32::try_from(value).ok().filter(|year| (1500..2200).contains(year))?;
    Some(Found { start: at, end, saying: Saying::of(Base::Year(year)) })
}

/// Without a pick of its own.
pub(super) const BARE: InYear = InYear::Nearby(Pick::Bare);
