//! What a saying means on a given day: its period, TIMEX3 type and value. Knows the calendar, no words.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Timex;
use super::period::{Period, feast_day, shifted};
use super::saying::{Amount, Base, Clock, InYear, Origin, Recurring, Saying};
use super::tense::Tense;
use super::word::{Part, Pick, Unit};
use crate::model::vocabulary::Precision;

/// A period named before, to which "that year" and "a week later" go back.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    pub(super) precision: Precision,
    pub(super) relative: bool,
}

/// What sayings are read against.
#[derive(Debug, Clone)]
pub(super) struct Setting {
    pub(super) published: Option<NaiveDate>,
    /// The latest first.
    pub(super) named: Vec<Named>,
    pub(super) tense: Tense,
}

impl Setting {
    /// The latest period named of at most that length.
    fn within(&self, precision: Precision) -> Option<&Named> {
        self.named.iter().find(|named| named.precision <= precision)
    }

    fn of(&self, precision: Precision) -> Option<&Named> {
        let mut named = self.named.iter().filter(|named| named.precision == precision);
        match precision {
            // Reports compare a quarter with earlier ones: the one they are about is the latest.
            Precision::Quarter => named.max_by_key(|named| named.first),
            _ => named.next(),
        }
    }
}

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
        Saying::Length { amount, unit, .. } => plain(Timex::Duration, Some(length_value(amount, unit)), precision_of(unit)),
        Saying::Recurring(set) => plain(Timex::Set, Some(set_value(set)), Precision::Day),
        Saying::Reference(reference) => {
            let mut meaning = plain(Timex::Date, Some(reference.value().to_owned()), Precision::Day);
            meaning.relative = true;
            if reference == super::word::Reference::Present {
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
    let mut value = whole.as_ref().map(|period| period.value.clone());
    let mut kind = Timex::Date;
    match base {
        Base::Window { amount: Amount::Exact(1), unit, back: true } if unit >= Unit::Week => {
            value = unit_picked(unit, Pick::Last, setting).map(|period| period.value);
        }
        Base::Window { amount, unit, .. } | Base::Opening { amount, unit, .. } => {
            (kind, value) = (Timex::Duration, Some(length_value(amount, unit)));
        }
        Base::Shift { amount: Amount::Vague, unit, back, .. } if whole.is_none() || value.is_none() => {
            let reference = if back { super::word::Reference::Past } else { super::word::Reference::Future };
            let _ = unit;
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
    if part == Some(Part::WeekOf) {
        value = period.as_ref().map(|week| week.value.clone());
        return Meaning { kind, value, period, precision: Precision::Week, relative };
    }
    Meaning { kind, value, period, precision, relative }
}

fn clock_value(clock: Clock) -> String {
    match clock {
        Clock::Part(part) => format!("T{}", part.letters()),
        Clock::At { hour, minute } => format!("T{hour:02}:{:02}", minute.unwrap_or(0)),
    }
}

/// Whether the publication date (or a date named before) is needed to place it.
fn is_relative(base: Base) -> bool {
    let in_year = |year: InYear| !matches!(year, InYear::Exact(_));
    match base {
        Base::Day { year, .. } | Base::Month { year, .. } | Base::Quarter { year, .. } => in_year(year),
        Base::Half { year, .. } | Base::Season { year, .. } | Base::Feast { year, .. } => in_year(year),
        Base::Opening { year, .. } => in_year(year),
        Base::Year(_) | Base::Years(..) | Base::Decade(_) | Base::Century(_) => false,
        _ => true,
    }
}

/// Whether a date named before places it without a publication date.
fn leans_on_named(base: Base, setting: &Setting) -> bool {
    let leans = matches!(
        base,
        Base::Shift { origin: Origin::Previous, .. }
            | Base::Unit { pick: Pick::That | Pick::Same | Pick::Previous | Pick::Following, .. }
    ) || matches!(
        base,
        Base::Month { year: InYear::Of(Pick::That | Pick::Same), .. } | Base::Day { year: InYear::Of(Pick::That | Pick::Same), .. }
    );
    leans && !setting.named.is_empty()
}

fn place(base: Base, setting: &Setting) -> Option<Period> {
    let in_year = |year: InYear, make: &dyn Fn(i32) -> Option<Period>| match year {
        InYear::Exact(year) => make(year),
        InYear::Of(pick) => make(picked_year(pick, setting)?),
        InYear::Nearby(pick) => nearby(pick, setting, make),
    };
    match base {
        Base::Day { year, month, day, to } => in_year(year, &|year| {
            let first = Period::day(NaiveDate::from_ymd_opt(year, month.into(), day.into())?);
            let last = NaiveDate::from_ymd_opt(year, month.into(), to.into()).filter(|last| *last > first.first);
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
        Base::Weekend(pick) => weekend(pick, setting),
        Base::Unit { unit, pick } => unit_picked(unit, pick, setting),
        Base::Shift { amount, unit, back, origin } => shift(amount, unit, back, origin, setting),
        Base::Window { amount, unit, back } => window(amount, unit, back, setting.published?),
        Base::Opening { amount, unit, closing, year } => {
            opening(amount, unit, closing, in_year(year, &Period::year)?)
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
        (Pick::Last | Pick::Past | Pick::Previous | Pick::Recent, _) => candidates.filter(|period| period.last < today).last(),
        (Pick::Next | Pick::Coming | Pick::Following, _) => candidates.find(|period| period.first > today),
        (Pick::This | Pick::Current, _) => make(year),
        (Pick::That | Pick::Same, _) => match setting.named.first() {
            Some(named) => make(named.first.year()),
            None => candidates.min_by_key(|period| period.distance(today)),
        },
        (_, Tense::Unknown) => nearest(candidates, today),
        (_, tense) => {
            let fitting = match tense {
                Tense::Past | Tense::Directive => candidates.filter(|period| period.first <= today).last(),
                _ => candidates.find(|period| period.last >= today),
            };
            let near = nearest((year - 1..=year + 1).filter_map(make), today);
            let is_mistaken = fitting.as_ref().is_none_or(|period| is_far(period, today)) && near.as_ref().is_some_and(|near| near.distance(today) <= 45);
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
        Tense::Past | Tense::Directive => candidates.filter(|period| period.first <= today).last(),
        Tense::Future => candidates.find(|period| period.first >= today),
        Tense::Unknown => candidates.min_by_key(|period| period.distance(today)),
    }
}

fn weekday(weekday: u8, pick: Pick, setting: &Setting) -> Option<Period> {
    let today = setting.published?;
    let weekday = Weekday::try_from(weekday).ok()?;
    let ahead = i64::from(weekday.days_since(today.weekday()));
    let monday = today.week(Weekday::Mon).checked_first_day()?;
    let in_week = |weeks: i64| shifted(monday, Unit::Day, weeks * 7 + i64::from(weekday.num_days_from_monday()));
    let back = if ahead == 0 { 0 } else { ahead - 7 };
    let day = match (pick, setting.tense) {
        (Pick::Last | Pick::Past | Pick::Previous, _) => shifted(today, Unit::Day, if ahead == 0 { -7 } else { back }),
        (Pick::Next | Pick::Following, _) => in_week(1),
        (Pick::Coming, _) => shifted(today, Unit::Day, if ahead == 0 { 7 } else { ahead }),
        (_, Tense::Future) => shifted(today, Unit::Day, ahead),
        (Pick::This, Tense::Unknown) => shifted(today, Unit::Day, ahead),
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
        (Pick::Bare, Tense::Unknown) if today.weekday().num_days_from_monday() <= 2 => -1,
        _ => 0,
    };
    Period::weekend(shifted(today, Unit::Week, weeks)?)
}

fn unit_picked(unit: Unit, pick: Pick, setting: &Setting) -> Option<Period> {
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
        Pick::Latest => match setting.of(precision_of(unit)).filter(|named| Some(named.first) <= setting.published) {
            Some(named) => (named.first, 0),
            None => (setting.published?, -1),
        },
        _ => (setting.published?, 0),
    };
    // From the first of the month, so that a month before the 31st is the month before.
    let day = if unit >= Unit::Month { day.with_day(1)? } else { day };
    Period::around(unit, shifted(day, unit, count)?)
}

fn shift(amount: Amount, unit: Unit, back: bool, origin: Origin, setting: &Setting) -> Option<Period> {
    let sign = if back { -1 } else { 1 };
    let named = match origin {
        _ if unit == Unit::Year && setting.of(Precision::Quarter).is_some() => setting.of(Precision::Quarter),
        Origin::Previous => setting.named.first(),
        Origin::Published => None,
    };
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
        (_, Unit::Year) if matches!(precision, Precision::Quarter | Precision::Month) && amount == Amount::Exact(1) => unit_of(precision),
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
        Amount::Vague => None,
    }
}

fn unit_of(precision: Precision) -> Unit {
    if precision == Precision::Quarter { Unit::Quarter } else { Unit::Month }
}

/// The days that "the past two weeks" or "the next month" reach over from the day of reading.
fn window(amount: Amount, unit: Unit, back: bool, today: NaiveDate) -> Option<Period> {
    let count = match amount {
        Amount::Exact(count) | Amount::Range(_, count) | Amount::Half(count) => i64::from(count),
        Amount::Vague => return None,
    };
    let sign = if back { -1 } else { 1 };
    // A day's worth of hours is the day itself.
    let reach = if unit == Unit::Hour { (count - 1).max(0) / 24 * 24 } else { count };
    let other = shifted(today, unit, sign * reach)?;
    let precision = if unit.is_clock() { Precision::Day } else { precision_of(unit) };
    Some(Period { first: today.min(other), last: today.max(other), precision, value: String::new() })
}

fn opening(amount: Amount, unit: Unit, closing: bool, year: Period) -> Option<Period> {
    let Amount::Exact(count) = amount else { return None };
    let (first, last) = if closing {
        (shifted(year.last.succ_opt()?, unit, -i64::from(count))?, year.last)
    } else {
        (year.first, shifted(year.first, unit, count.into())?.pred_opt()?)
    };
    Some(Period { first, last, precision: precision_of(unit), value: String::new() })
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

fn precision_of_base(base: Base) -> Precision {
    match base {
        Base::Month { .. } => Precision::Month,
        Base::Year(_) | Base::Years(..) => Precision::Year,
        Base::Decade(_) => Precision::Decade,
        Base::Century(_) => Precision::Century,
        Base::Quarter { .. } => Precision::Quarter,
        Base::Half { .. } => Precision::Half,
        Base::Season { .. } => Precision::Season,
        Base::Unit { unit, .. } | Base::Window { unit, .. } | Base::Opening { unit, .. } => precision_of(unit),
        Base::Shift { amount: Amount::Exact(1), unit: Unit::Year, .. } => Precision::Month,
        Base::Shift { unit, .. } => precision_of(unit),
        _ => Precision::Day,
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
            let (small, half) = if unit == Unit::Year { ("M", 6) } else { (if unit == Unit::Hour { "M" } else { "S" }, 30) };
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

fn set_value(set: Recurring) -> String {
    match set {
        Recurring::Every(amount, unit) => length_value(amount, unit),
        Recurring::Weekday(weekday, None) => format!("XXXX-WXX-{}", weekday + 1),
        Recurring::Weekday(weekday, Some(part)) => format!("XXXX-WXX-{}T{}", weekday + 1, part.letters()),
        Recurring::Month(month) => format!("XXXX-{month:02}"),
        Recurring::Season(start) => {
            Period::season(2001, start.into()).map_or_else(String::new, |season| season.value.replace("2001", "XXXX"))
        }
        Recurring::DayPart(part) => format!("XXXX-XX-XXT{}", part.letters()),
        Recurring::Weekend => "XXXX-WXX-WE".to_owned(),
    }
}
