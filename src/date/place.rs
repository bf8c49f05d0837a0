//! Which stretch of the calendar a base is, on a given day and in a given tense. Knows no words.

use chrono::{Datelike, NaiveDate, Weekday};

use super::offset::{nth, opening, shift, window};
use super::period::{Period, feast_day, shifted};
use super::saying::{Base, InYear, Origin};
use super::setting::Setting;
use super::tense::Tense;
use super::value::precision_of;
use super::word::{Pick, Unit};
use crate::model::vocabulary::Precision;

/// Whether the publication date (or a date named before) is needed to place it.
pub(super) fn is_relative(base: Base) -> bool {
    let in_year = |year: InYear| !matches!(year, InYear::Exact(_));
    match base {
        Base::Day { year, .. } | Base::Month { year, .. } | Base::Quarter { year, .. } => in_year(year),
        Base::Half { year, .. } | Base::Season { year, .. } | Base::Feast { year, .. } => in_year(year),
        Base::Opening { year, .. } | Base::Nth { year, .. } => in_year(year),
        Base::Year(_) | Base::Years(..) | Base::Decade(_) | Base::Century(_) => false,
        _ => true,
    }
}

/// Whether a date named before places it without a publication date.
pub(super) fn leans_on_named(base: Base, setting: &Setting) -> bool {
    let leans = matches!(
        base,
        Base::Shift { origin: Origin::Previous, .. }
            | Base::Unit { pick: Pick::That | Pick::Same | Pick::Previous | Pick::Following, .. }
    ) || matches!(
        base,
        Base::Month { year: InYear::Of(Pick::That | Pick::Same), .. }
            | Base::Day { year: InYear::Of(Pick::That | Pick::Same), .. }
    );
    leans && setting.latest().is_some()
}

pub(super) fn place(base: Base, setting: &Setting) -> Option<Period> {
    let in_year = |year: InYear, make: &dyn Fn(i32) -> Option<Period>| match year {
        InYear::Exact(year) => make(year),
        InYear::Of(pick) => make(picked_year(pick, setting)?),
        InYear::Nearby(pick) => nearby(pick, setting, make),
    };
    match base {
        Base::Day { year, month, day, to } => in_year(year, &|year| {
            let first = Period::day(NaiveDate::from_ymd_opt(year, month.into(), day.into())?);
            let last =
                NaiveDate::from_ymd_opt(year, month.into(), to.into()).filter(|last| *last > first.first);
            Some(Period { last: last.unwrap_or(first.last), ..first })
        }),
        Base::Month { year, month } => in_year(year, &|year| Period::month(year, month.into())),
        Base::Quarter { year, number: 0 } => match setting.of(Precision::Quarter) {
            Some(named) => in_year(year, &|year| Period::quarter(year, named.first.month0() / 3 + 1)),
            None => in_year(year, &Period::year),
        },
        Base::Quarter { year, number } => in_year(year, &|year| Period::quarter(year, number.into())),
        Base::Half { year, number } => in_year(year, &|year| Period::half(year, number.into())),
        Base::Season { year, start } => in_year(year, &|year| Period::season(year, start.into())),
        Base::Feast { feast, year } => in_year(year, &|year| Some(Period::day(feast_day(feast, year)?))),
        Base::Year(year) => Period::year(year),
        Base::Years(first, last) => Some(Period { last: Period::year(last)?.last, ..Period::year(first)? }),
        Base::Decade(first) => Period::decade(first),
        Base::Century(number) => Period::century(number),
        Base::DayOfMonth(day) => day_of_month(day, setting),
        Base::Weekday { weekday, pick } => self::weekday(weekday, pick, setting),
        Base::WeekdayOf { weekday, week } => {
            let week = unit_picked(Unit::Week, week, setting)?;
            Some(Period::day(shifted(week.first, Unit::Day, weekday.into())?))
        }
        Base::Weekend(pick) => weekend(pick, setting),
        Base::Unit { unit, pick } => unit_picked(unit, pick, setting),
        Base::Shift { amount, unit, back, origin } => shift(amount, unit, back, origin, setting),
        Base::Window { amount, unit, back } => window(amount, unit, back, setting.published?),
        Base::Opening { amount, unit, closing, year } => {
            opening(amount, unit, closing, in_year(year, &Period::year)?)
        }
        Base::Nth { number, unit, year, month } => {
            let whole = match month {
                Some(month) => in_year(year, &|year| Period::month(year, month.into()))?,
                None => in_year(year, &Period::year)?,
            };
            nth(number, unit, &whole)
        }
        Base::Distance(days) => Some(Period::day(shifted(setting.published?, Unit::Day, days.into())?)),
    }
}

/// Which year "this", "last" or "that" year is.
fn picked_year(pick: Pick, setting: &Setting) -> Option<i32> {
    unit_picked(Unit::Year, pick, setting).map(|year| year.first.year())
}

/// The occurrence of what comes once a year that fits the pick, or the tense where there is none.
fn nearby(pick: Pick, setting: &Setting, make: &dyn Fn(i32) -> Option<Period>) -> Option<Period> {
    let today = setting.published?;
    let year = today.year();
    let mut candidates = (year - 4..=year + 4).filter_map(make);
    match (pick, setting.tense) {
        (Pick::Last | Pick::Past | Pick::Previous | Pick::Recent, _) => {
            candidates.rfind(|period| period.last < today)
        }
        (Pick::Next | Pick::Coming | Pick::Following, _) => candidates.find(|period| period.first > today),
        (Pick::This | Pick::Current, _) => make(year),
        (Pick::That | Pick::Same, _) => match setting.latest() {
            Some(named) => make(named.first.year()),
            None => candidates.min_by_key(|period| period.distance(today)),
        },
        (_, Tense::Unknown | Tense::Nearby) => nearest(candidates, today),
        // "the Sept. 5 truce will hold", said in November
        (_, Tense::Named) => {
            let mut all = candidates.clone();
            let (past, next) =
                (all.rfind(|period| period.first <= today)?, candidates.find(|period| period.last >= today)?);
            Some(if past.distance(today) * 2 < next.distance(today) { past } else { next })
        }
        (_, tense) => {
            let fitting = match tense {
                Tense::Past | Tense::Directive => candidates.rfind(|period| period.first <= today),
                _ => candidates.find(|period| period.last >= today),
            };
            let near = nearest((year - 1..=year + 1).filter_map(make), today);
            let is_mistaken = !setting.is_firm
                && fitting.as_ref().is_none_or(|period| is_far(period, today))
                && near.as_ref().is_some_and(|near| near.distance(today) <= 45);
            if is_mistaken { near } else { fitting }
        }
    }
}

fn nearest(periods: impl Iterator<Item = Period>, today: NaiveDate) -> Option<Period> {
    periods.min_by_key(|period| period.distance(today))
}

/// Ten months off, a day or quarter without its year is hardly meant, whatever the verb: tense is told of the wrong clause.
fn is_far(period: &Period, today: NaiveDate) -> bool {
    match period.precision {
        Precision::Day => period.distance(today) > 300,
        Precision::Quarter | Precision::Half => period.distance(today) > 200,
        _ => false,
    }
}

fn day_of_month(day: u8, setting: &Setting) -> Option<Period> {
    let today = setting.published?;
    let make = |months: i64| {
        let month = shifted(today.with_day(1)?, Unit::Month, months)?;
        Some(Period::day(month.with_day(day.into())?))
    };
    let mut candidates = (-3..=3).filter_map(make);
    match setting.tense {
        Tense::Past | Tense::Directive => candidates.rfind(|period| period.first <= today),
        Tense::Future | Tense::Named => candidates.find(|period| period.first >= today),
        Tense::Unknown | Tense::Nearby => candidates.min_by_key(|period| period.distance(today)),
    }
}

fn weekday(weekday: u8, pick: Pick, setting: &Setting) -> Option<Period> {
    let today = setting.published?;
    let weekday = Weekday::try_from(weekday).ok()?;
    let ahead = i64::from(weekday.days_since(today.weekday()));
    let monday = today.week(Weekday::Mon).checked_first_day()?;
    let in_week =
        |weeks: i64| shifted(monday, Unit::Day, weeks * 7 + i64::from(weekday.num_days_from_monday()));
    let back = if ahead == 0 { 0 } else { ahead - 7 };
    let day = match (pick, setting.tense) {
        (Pick::Last | Pick::Past | Pick::Previous, _) => {
            shifted(today, Unit::Day, if ahead == 0 { -7 } else { back })
        }
        (Pick::Next | Pick::Following, _) => in_week(1),
        (Pick::Coming, _) => shifted(today, Unit::Day, if ahead == 0 { 7 } else { ahead }),
        (_, Tense::Future | Tense::Named) => shifted(today, Unit::Day, ahead),
        (Pick::This, Tense::Unknown | Tense::Nearby) => shifted(today, Unit::Day, ahead),
        (_, Tense::Nearby) if ahead <= 2 => shifted(today, Unit::Day, ahead),
        _ => shifted(today, Unit::Day, back),
    };
    day.map(Period::day)
}

fn weekend(pick: Pick, setting: &Setting) -> Option<Period> {
    let today = setting.published?;
    let is_weekend = today.weekday().num_days_from_monday() >= 5;
    let weeks = match (pick, setting.tense) {
        (Pick::Last | Pick::Past | Pick::Previous, _) => -1,
        (Pick::Next | Pick::Following, _) => 1,
        (Pick::Bare | Pick::This, Tense::Past) if !is_weekend => -1,
        (Pick::Bare, Tense::Unknown | Tense::Nearby) if today.weekday().num_days_from_monday() <= 2 => -1,
        _ => 0,
    };
    Period::weekend(shifted(today, Unit::Week, weeks)?)
}

pub(super) fn unit_picked(unit: Unit, pick: Pick, setting: &Setting) -> Option<Period> {
    let (day, count) = match pick {
        Pick::Last | Pick::Past => (setting.published?, -1),
        Pick::Next | Pick::Coming => (setting.published?, 1),
        Pick::Previous | Pick::Following => {
            let count = if pick == Pick::Previous { -1 } else { 1 };
            match setting.within(precision_of(unit)) {
                Some(named) => (named.first, count),
                None => (setting.published?, count),
            }
        }
        Pick::That | Pick::Same if unit == Unit::Quarter => match setting.of(Precision::Quarter) {
            Some(named) => (named.first, 0),
            None => (setting.published?, -1),
        },
        Pick::That | Pick::Same => match setting.within(precision_of(unit)) {
            Some(named) => (named.first, 0),
            None => (setting.published?, 0),
        },
        Pick::Latest => {
            match setting.of(precision_of(unit)).filter(|named| Some(named.first) <= setting.published) {
                Some(named) => (named.first, 0),
                None => (setting.published?, -1),
            }
        }
        _ => (setting.published?, 0),
    };
    // From the first of the month, so that a month before the 31st is the month before.
    let day = if unit >= Unit::Month { day.with_day(1)? } else { day };
    Period::around(unit, shifted(day, unit, count)?)
}
