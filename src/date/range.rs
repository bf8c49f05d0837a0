//! Two dates that make one stretch: "between May and July 2014", "from 2003 to 2011", "2003-2011", "Monday through Friday".

use chrono::Datelike;

use super::DateExpression;
use super::Timex;
use super::arranged;
use super::is_yearless;
use super::saying::{Base, Found, InYear, Saying};
use super::token::Line;
use super::word::{Key, Word};
use crate::model::When;
use crate::model::vocabulary::{Precision, Relation};

/// How two dates are joined: the token at which the stretch begins.
fn joined(line: &Line, left: &Found, right: &Found) -> Option<usize> {
    if left.start == 0 && right.start == 0 {
        return None;
    }
    let gap = right.start.checked_sub(left.end)?;
    let before = line.before(left.start, 1);
    let lead = |is_led: bool| left.start - usize::from(is_led);
    let (gap, middle) = (gap, line.word(left.end));
    let is_the_gap = gap == 1;
    match (before, middle) {
        (Word::Key(Key::Between), Word::Key(Key::And)) if is_the_gap => Some(lead(true)),
        (Word::Key(Key::From), Word::Key(Key::To | Key::Until | Key::Through)) if is_the_gap => {
            (!arranged::is_shifted(line, left.start - 1)).then_some(lead(true))
        }
        (Word::Key(Key::From | Key::Between | Key::In | Key::During), Word::Mark(b'-')) if is_the_gap => {
            Some(lead(true))
        }
        (_, Word::Key(Key::Through) | Word::Mark(b'-')) if is_the_gap => Some(lead(false)),
        (_, Word::Key(Key::To)) if is_the_gap && is_date(left) && is_date(right) => Some(lead(false)),
        _ => None,
    }
}

fn is_date(found: &Found) -> bool {
    matches!(found.saying, Saying::Period { base, .. } if !matches!(base, Base::Window { .. } | Base::Shift { .. }))
}

/// Gives the first of two joined dates the year of the second: "between January and July of this year".
pub(super) fn share_years(line: &Line, found: &mut [Found]) {
    for at in 1..found.len() {
        let (left, right) = (found[at - 1], found[at]);
        let is_listed = right.start == left.end + 1
            && matches!(line.word(left.end), Word::Key(Key::And | Key::Or) | Word::Mark(b','));
        if !is_yearless(&left.saying) || (joined(line, &left, &right).is_none() && !is_listed) {
            continue;
        }
        let shared = match right.saying {
            Saying::Period { base: Base::Month { year, .. } | Base::Day { year, .. }, .. } => year,
            _ => continue,
        };
        if let Saying::Period { base: Base::Month { year, .. } | Base::Day { year, .. }, .. } =
            &mut found[at - 1].saying
            && !matches!(shared, InYear::Nearby(_))
        {
            *year = shared;
        }
    }
}

/// The second of two joined dates, in the first year that is not before the first: "Jan. 14 through Jan. 16".
pub(super) fn following(line: &Line, left: &Found, right: Found, read: &DateExpression) -> Found {
    let begins = read.when.as_ref().and_then(|when| when.earliest);
    // "a revision on Friday to December's figures": a day and a month make no stretch.
    let alike = |saying: &Saying| match saying {
        Saying::Period { base: Base::Month { .. }, .. } => Some(true),
        Saying::Period { base: Base::Day { .. }, .. } => Some(false),
        _ => None,
    };
    let fits = is_yearless(&right.saying)
        && alike(&left.saying) == alike(&right.saying)
        && joined(line, left, &right).is_some();
    let Some(begins) = begins.filter(|_| fits) else { return right };
    let mut right = right;
    if let Saying::Period { base, .. } = &mut right.saying
        && let Base::Month { year, month } | Base::Day { year, month, .. } = base
    {
        *year = InYear::Exact(begins.year() + i32::from(u32::from(*month) < begins.month()));
    }
    right
}

/// "Aug. 18 and Aug. 19", "on Saturday or Sunday", "in 2004 and 2005": a day, month or year and the next, with nothing but
/// "and" or "or" between. The token at which they begin.
fn next_period(line: &Line, left: &Found, right: &Found, read: [&DateExpression; 2]) -> Option<usize> {
    let joined = right.start == left.end + 1
        && matches!(line.word(left.end), Word::Key(Key::And | Key::Or))
        && is_date(right);
    let period = |when: &When| {
        let whole = matches!(when.precision, Precision::Day | Precision::Month | Precision::Year);
        let (earliest, latest) = when.earliest.zip(when.latest)?;
        (whole && when.relation == Relation::On).then_some((when.precision, earliest, latest))
    };
    let (precision, _, first_ends) = period(read[0].when.as_ref()?)?;
    let (other, second_begins, _) = period(read[1].when.as_ref()?)?;
    let start = read[0].phrase.start;
    let opens = (0..left.end).rev().find(|at| line.tokens[*at].start == start)?;
    (joined && precision == other && first_ends.succ_opt() == Some(second_begins)).then_some(opens)
}

/// Gives the first of two joined dates the bounds of both, and takes the second's.
pub(super) fn join(line: &Line, found: &[Found], read: &mut [DateExpression]) {
    for at in 1..found.len() {
        let Some(start) = joined(line, &found[at - 1], &found[at])
            .filter(|_| is_date(&found[at - 1]) && is_date(&found[at]))
            .or_else(|| next_period(line, &found[at - 1], &found[at], [&read[at - 1], &read[at]]))
        else {
            continue;
        };
        if read[at - 1].kind == Timex::Duration {
            continue;
        }
        let (Some(first), Some(second)) = (read[at - 1].when.clone(), read[at].when.clone()) else {
            continue;
        };
        let end = read[at].phrase.end;
        let phrase = line.tokens[start].start..end;
        let mut when = first;
        when.relation = Relation::On;
        when.latest = second.latest.or(second.earliest);
        if when.earliest.zip(when.latest).is_some_and(|(earliest, latest)| earliest > latest) {
            continue;
        }
        when.precision = when.precision.min(second.precision);
        when.text = Some(line.text[phrase.clone()].to_owned());
        read[at - 1].phrase = phrase;
        read[at - 1].when = Some(when);
        read[at].when = None;
    }
}
