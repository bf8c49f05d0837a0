//! Periods told by their distance: "two weeks ago", "the past year", "the first three months of 2014". Knows no words.

use chrono::NaiveDate;

use super::period::{Name, Period, shifted};
use super::saying::{Amount, Origin};
use super::setting::Setting;
use super::value::precision_of;
use super::word::Unit;
use crate::model::vocabulary::Precision;

pub(super) fn shift(
    amount: Amount,
    unit: Unit,
    back: bool,
    origin: Origin,
    setting: &Setting,
) -> Option<Period> {
    let sign = if back { -1 } else { 1 };
    let quarter = if unit == Unit::Year { setting.of(Precision::Quarter) } else { None };
    let named = quarter.or_else(|| match origin {
        Origin::Previous => setting.within(precision_of(unit)),
        Origin::Published => None,
    });
    let (day, precision) = match named {
        Some(named) if unit >= Unit::Month && named.precision == Precision::Day && named.relative => {
            (setting.published?, Precision::Day)
        }
        Some(named) => (named.first, named.precision),
        None => (setting.published?, Precision::Day),
    };
    if precision > precision_of(unit) {
        return None;
    }
    let at = |count: u32| shifted(day, unit, sign * i64::from(count));
    let scale = match (amount, unit) {
        (Amount::Exact(1), Unit::Year) if precision == Precision::Day => Unit::Month,
        (_, Unit::Year)
            if matches!(precision, Precision::Quarter | Precision::Month) && amount == Amount::Exact(1) =>
        {
            unit_of(precision)
        }
        (_, Unit::Decade | Unit::Century) => Unit::Year,
        _ => unit,
    };
    match amount {
        Amount::Exact(count) => Period::around(scale, at(count)?),
        Amount::Half(0) => match unit {
            Unit::Year => Period::around(Unit::Month, shifted(day, Unit::Month, 6 * sign)?),
            Unit::Hour => Some(Period::day(day)),
            Unit::Century | Unit::Decade => {
                let years = if unit == Unit::Century { 50 } else { 5 };
                Period::around(Unit::Year, shifted(day, Unit::Year, years * sign)?)
            }
            _ => None,
        },
        Amount::Half(count) if unit == Unit::Year => {
            Period::around(Unit::Month, shifted(day, Unit::Month, sign * (i64::from(count) * 12 + 6))?)
        }
        Amount::Half(count) => Period::around(scale, at(count)?),
        Amount::Range(low, high) => {
            let (near, far) = (Period::around(scale, at(low)?)?, Period::around(scale, at(high)?)?);
            Some(Period { first: near.first.min(far.first), last: near.last.max(far.last), ..near })
        }
        // Hours make no other day.
        Amount::Vague if unit.is_clock() => Some(Period::day(day)),
        Amount::Vague => None,
    }
}

fn unit_of(precision: Precision) -> Unit {
    if precision == Precision::Quarter { Unit::Quarter } else { Unit::Month }
}

/// The days that "the past two weeks" or "the next month" reach over from the day of reading.
pub(super) fn window(amount: Amount, unit: Unit, back: bool, today: NaiveDate) -> Option<Period> {
    let count = match amount {
        Amount::Exact(count) | Amount::Range(_, count) | Amount::Half(count) => i64::from(count),
        Amount::Vague => return None,
    };
    let sign = if back { -1 } else { 1 };
    // A day's worth of hours is the day itself.
    let reach = if unit == Unit::Hour { (count - 1).max(0) / 24 * 24 } else { count };
    let other = shifted(today, unit, sign * reach)?;
    let precision = if unit.is_clock() { Precision::Day } else { precision_of(unit) };
    Some(Period { first: today.min(other), last: today.max(other), precision, name: Name::Nothing })
}

pub(super) fn opening(amount: Amount, unit: Unit, closing: bool, year: Period) -> Option<Period> {
    let Amount::Exact(count) = amount else { return None };
    let (first, last) = if closing {
        (shifted(year.last.succ_opt()?, unit, -i64::from(count))?, year.last)
    } else {
        (year.first, shifted(year.first, unit, count.into())?.pred_opt()?)
    };
    Some(Period { first, last, precision: precision_of(unit), name: Name::Nothing })
}

/// The nth week or day of a longer period; a week is of the period that its first seven days, or its last, make.
pub(super) fn nth(number: u8, unit: Unit, whole: &Period) -> Option<Period> {
    let span = shifted(whole.first, unit, 1)?;
    let (first, last) = match number {
        0 => (shifted(whole.last.succ_opt()?, unit, -1)?, whole.last),
        _ => {
            let first = shifted(whole.first, unit, i64::from(number) - 1)?;
            (first, shifted(first, unit, 1)?.pred_opt()?)
        }
    };
    let is_inside = span > whole.first && first >= whole.first && last <= whole.last;
    let name = Period::around(unit, first)?.name;
    is_inside.then_some(Period { first, last, precision: precision_of(unit), name })
}
