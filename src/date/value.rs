//! TIMEX3 values of lengths, sets and times of day, and the precision that words have. Knows no calendar.

use super::period::season_letters;
use super::saying::{Amount, Base, Clock, Recurring};
use super::word::Unit;
use crate::model::vocabulary::Precision;

pub(super) fn clock_value(clock: Clock) -> String {
    match clock {
        Clock::Part(part) => format!("T{}", part.letters()),
        Clock::At { hour, minute } => format!("T{hour:02}:{:02}", minute.unwrap_or(0)),
    }
}

/// TIMEX3 value of a length.
pub(super) fn length_value(amount: Amount, unit: Unit) -> String {
    let (scale, letters) = match unit {
        Unit::Second => (1, "S"),
        Unit::Minute => (1, "M"),
        Unit::Hour => (1, "H"),
        Unit::Day => (1, "D"),
        Unit::Week => (1, "W"),
        Unit::Fortnight => (2, "W"),
        Unit::Month => (1, "M"),
        Unit::Quarter => (1, "Q"),
        Unit::Year => (1, "Y"),
        Unit::Decade => (10, "Y"),
        Unit::Century => (100, "Y"),
    };
    let prefix = if unit.is_clock() { "PT" } else { "P" };
    let half = |count: u32| match unit {
        Unit::Year | Unit::Hour | Unit::Minute => {
            let (small, half) =
                if unit == Unit::Year { ("M", 6) } else { (if unit == Unit::Hour { "M" } else { "S" }, 30) };
            let whole = if count == 0 { String::new() } else { format!("{count}{letters}") };
            format!("{prefix}{whole}{half}{small}")
        }
        Unit::Decade | Unit::Century => format!("P{}Y", (count * 2 + 1).saturating_mul(scale) / 2),
        _ => format!("{prefix}{count}.5{letters}"),
    };
    match amount {
        Amount::Exact(count) => format!("{prefix}{}{letters}", count.saturating_mul(scale)),
        Amount::Half(count) => half(count.min(1_000_000)),
        Amount::Range(..) | Amount::Vague => match unit {
            Unit::Decade => "PXDE".to_owned(),
            Unit::Century => "PXCE".to_owned(),
            _ => format!("{prefix}X{letters}"),
        },
    }
}

pub(super) fn set_value(set: Recurring) -> String {
    match set {
        Recurring::Every(amount, unit) => length_value(amount, unit),
        Recurring::Weekday(weekday, None) => format!("XXXX-WXX-{}", weekday + 1),
        Recurring::Weekday(weekday, Some(part)) => format!("XXXX-WXX-{}T{}", weekday + 1, part.letters()),
        Recurring::Month(month) => format!("XXXX-{month:02}"),
        Recurring::Season(start) => format!("XXXX-{}", season_letters(start.into())),
        Recurring::DayPart(part) => format!("XXXX-XX-XXT{}", part.letters()),
        Recurring::Weekend => "XXXX-WXX-WE".to_owned(),
    }
}

pub(super) fn precision_of(unit: Unit) -> Precision {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Precision::Day,
        Unit::Week | Unit::Fortnight => Precision::Week,
        Unit::Month => Precision::Month,
        Unit::Quarter => Precision::Quarter,
        Unit::Year => Precision::Year,
        Unit::Decade => Precision::Decade,
        Unit::Century => Precision::Century,
    }
}

pub(super) fn precision_of_base(base: Base) -> Precision {
    match base {
        Base::Month { .. } => Precision::Month,
        Base::Year(_) | Base::Years(..) => Precision::Year,
        Base::Decade(_) => Precision::Decade,
        Base::Century(_) => Precision::Century,
        Base::Quarter { .. } => Precision::Quarter,
        Base::Half { .. } => Precision::Half,
        Base::Season { .. } => Precision::Season,
        Base::Nth { unit, .. }
        | Base::Unit { unit, .. }
        | Base::Window { unit, .. }
        | Base::Opening { unit, .. } => precision_of(unit),
        Base::Shift { amount: Amount::Exact(1), unit: Unit::Year, .. } => Precision::Month,
        Base::Shift { unit, .. } => precision_of(unit),
        _ => Precision::Day,
    }
}
