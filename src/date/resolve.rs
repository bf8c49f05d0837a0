//! What a saying means on a given day: its period, TIMEX3 type and value. Knows the calendar, no words.

use super::Timex;
use super::period::Period;
use super::place::{is_relative, leans_on_named, place, unit_picked};
use super::saying::{Amount, Base, Clock, Saying};
use super::setting::Setting;
use super::value::{clock_value, length_value, precision_of, precision_of_base, set_value};
use super::word::{Part, Pick, Reference, Unit};
use crate::model::vocabulary::Precision;

/// What a saying comes to.
#[derive(Debug, Clone)]
pub(super) struct Meaning {
    pub(super) kind: Timex,
    pub(super) value: Option<String>,
    pub(super) period: Option<Period>,
    /// Precision of the words, whether or not they could be placed.
    pub(super) precision: Precision,
    pub(super) relative: bool,
}

/// Resolves a saying.
pub(super) fn resolve(saying: &Saying, setting: &Setting) -> Meaning {
    match *saying {
        Saying::Period { base, part, clock } => period(base, part, clock, setting),
        Saying::Length { amount, unit, .. } => {
            plain(Timex::Duration, Some(length_value(amount, unit)), precision_of(unit))
        }
        Saying::Recurring(set) => plain(Timex::Set, Some(set_value(set)), Precision::Day),
        Saying::Reference(reference) => {
            let mut meaning = plain(Timex::Date, Some(reference.value().to_owned()), Precision::Day);
            meaning.relative = true;
            if reference == Reference::Present {
                meaning.period = setting.published.map(Period::day);
            }
            meaning
        }
    }
}

fn plain(kind: Timex, value: Option<String>, precision: Precision) -> Meaning {
    Meaning { kind, value, period: None, precision, relative: false }
}

fn period(base: Base, part: Option<Part>, clock: Option<Clock>, setting: &Setting) -> Meaning {
    let relative = is_relative(base);
    let whole = if relative && setting.published.is_none() && !leans_on_named(base, setting) {
        None
    } else {
        place(base, setting)
    };
    let precision = whole.as_ref().map_or_else(|| precision_of_base(base), |period| period.precision);
    let mut value = whole.map(|period| period.name.value());
    let mut kind = Timex::Date;
    match base {
        Base::Window { amount: Amount::Exact(1), unit, back: true } if unit >= Unit::Week => {
            value = unit_picked(unit, Pick::Last, setting).map(|period| period.name.value());
        }
        Base::Window { amount, unit, .. } | Base::Opening { amount, unit, .. } => {
            (kind, value) = (Timex::Duration, Some(length_value(amount, unit)));
        }
        Base::Shift { amount: Amount::Vague, back, .. } if whole.is_none() || value.is_none() => {
            let reference = if back { Reference::Past } else { Reference::Future };
            value = Some(reference.value().to_owned());
        }
        _ => {}
    }
    if let Some(clock) = clock {
        kind = Timex::Time;
        value = value.map(|day| format!("{day}{}", clock_value(clock)));
    }
    let period = match part {
        Some(part) => whole.map(|period| period.part(part, setting.published)),
        None => whole,
    };
    if let Some(Part::WeekOf | Part::WeekendOf) = part {
        value = period.map(|week| week.name.value());
        let precision = if part == Some(Part::WeekOf) { Precision::Week } else { Precision::Day };
        return Meaning { kind, value, period, precision, relative };
    }
    Meaning { kind, value, period, precision, relative }
}
