//! Calendar arithmetic: periods with their bounds, precision and TIMEX3 value. Knows no words.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::saying::Feast;
use super::word::{Part, Unit};
use crate::model::vocabulary::Precision;

/// A stretch of days, both ends inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    pub(super) precision: Precision,
    pub(super) name: Name,
}

/// What TIMEX3 calls a period, each with its first day. Of several that an expression may mean all but one are dropped, so
/// that its letters are written late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    /// It has no name.
    Nothing,
    Day(NaiveDate),
    Week(NaiveDate),
    /// With the first day of its week.
    Weekend(NaiveDate),
    Month(NaiveDate),
    Quarter(NaiveDate),
    Half(NaiveDate),
    Season(NaiveDate),
    Year(NaiveDate),
    Decade(NaiveDate),
    Century(NaiveDate),
}

impl Name {
    /// Its letters.
    pub(super) fn value(self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Day(day) => day.to_string(),
            Self::Week(first) => first.format("%G-W%V").to_string(),
            Self::Weekend(first) => first.format("%G-W%V-WE").to_string(),
            Self::Month(first) => format!("{:04}-{:02}", first.year(), first.month()),
            Self::Quarter(first) => format!("{:04}-Q{}", first.year(), first.month0() / 3 + 1),
            Self::Half(first) => format!("{:04}-H{}", first.year(), first.month0() / 6 + 1),
            Self::Season(first) => format!("{:04}-{}", first.year(), season_letters(first.month())),
            Self::Year(first) => format!("{:04}", first.year()),
            Self::Decade(first) => format!("{:03}", first.year() / 10),
            Self::Century(first) => format!("{:02}", first.year() / 100),
        }
    }
}

impl Period {
    pub(super) fn day(day: NaiveDate) -> Self {
        Self { first: day, last: day, precision: Precision::Day, name: Name::Day(day) }
    }

    pub(super) fn week(day: NaiveDate) -> Option<Self> {
        let week = day.week(Weekday::Mon);
        let (first, last) = (week.checked_first_day()?, week.checked_last_day()?);
        Some(Self { first, last, precision: Precision::Week, name: Name::Week(first) })
    }

    pub(super) fn weekend(day: NaiveDate) -> Option<Self> {
        let week = Self::week(day)?;
        let name = Name::Weekend(week.first);
        Some(Self { first: week.last.pred_opt()?, last: week.last, precision: Precision::Day, name })
    }

    /// So many months from the first of one.
    fn months(
        year: i32,
        month: u32,
        count: u32,
        precision: Precision,
        name: fn(NaiveDate) -> Name,
    ) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let last = first.checked_add_months(Months::new(count))?.pred_opt()?;
        Some(Self { first, last, precision, name: name(first) })
    }

    pub(super) fn month(year: i32, month: u32) -> Option<Self> {
        Self::months(year, month, 1, Precision::Month, Name::Month)
    }

    pub(super) fn quarter(year: i32, number: u32) -> Option<Self> {
        Self::months(year, number * 3 - 2, 3, Precision::Quarter, Name::Quarter)
    }

    pub(super) fn half(year: i32, number: u32) -> Option<Self> {
        Self::months(year, number * 6 - 5, 6, Precision::Half, Name::Half)
    }

    /// The season that begins in a month of the year.
    pub(super) fn season(year: i32, start: u32) -> Option<Self> {
        Self::months(year, start, 3, Precision::Season, Name::Season)
    }

    pub(super) fn year(year: i32) -> Option<Self> {
        Self::months(year, 1, 12, Precision::Year, Name::Year)
    }

    pub(super) fn decade(first: i32) -> Option<Self> {
        Self::months(first - first.rem_euclid(10), 1, 120, Precision::Decade, Name::Decade)
    }

    pub(super) fn century(number: i32) -> Option<Self> {
        Self::months((number - 1) * 100, 1, 1200, Precision::Century, Name::Century)
    }

    /// The period of a unit around a day.
    pub(super) fn around(unit: Unit, day: NaiveDate) -> Option<Self> {
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Some(Self::day(day)),
            Unit::Week | Unit::Fortnight => Self::week(day),
            Unit::Month => Self::month(day.year(), day.month()),
            Unit::Quarter => Self::quarter(day.year(), day.month0() / 3 + 1),
            Unit::Year => Self::year(day.year()),
            Unit::Decade => Self::decade(day.year()),
            Unit::Century => Self::century(day.year() / 100 + 1),
        }
    }

    pub(super) fn contains(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// Days between the period and a day.
    pub(super) fn distance(&self, day: NaiveDate) -> i64 {
        if self.contains(day) {
            0
        } else {
            (self.first - day).num_days().abs().min((self.last - day).num_days().abs())
        }
    }

    /// A part of it, read on a day.
    pub(super) fn part(self, part: Part, today: Option<NaiveDate>) -> Self {
        let (first, last) = match part {
            Part::Earlier => (self.first, today.filter(|day| self.contains(*day)).unwrap_or(self.last)),
            // News of a Monday says it of days that a reader of Tuesday's paper counts to the same week.
            Part::Later if self.precision == Precision::Week => (self.first, self.last),
            Part::Later | Part::Rest => {
                (today.filter(|day| self.contains(*day)).unwrap_or(self.first), self.last)
            }
            Part::Early => self.third(0),
            Part::Mid | Part::Middle => self.third(1),
            Part::Late => self.third(2),
            Part::Start => self.edge(false),
            Part::End => self.edge(true),
            // Two days after it are the weekend, whatever weekdays they are.
            Part::WeekendOf if self.first < self.last => return self,
            Part::WeekendOf => return Self::weekend(self.first).unwrap_or(self),
            Part::WeekOf => return Self::week(self.first).unwrap_or(self),
            Part::FirstHalf => (self.first, self.first + Days::new(14)),
            Part::SecondHalf => (self.first + Days::new(15), self.last),
        };
        Self { first, last, ..self }
    }

    /// Its first, middle or last third.
    fn third(&self, which: u32) -> (NaiveDate, NaiveDate) {
        let months = |count: u32| {
            let at = |index: u32| self.first.checked_add_months(Months::new(count * index));
            let (first, after) = (at(which), at(which + 1));
            (first.unwrap_or(self.first), after.and_then(|day| day.pred_opt()).unwrap_or(self.last))
        };
        let years = |bounds: [u32; 4], scale: u32| {
            let at = |index: usize| self.first.checked_add_months(Months::new(bounds[index] * 12 * scale));
            let which = which as usize;
            let after = at(which + 1).and_then(|day| day.pred_opt());
            (at(which).unwrap_or(self.first), after.unwrap_or(self.last))
        };
        match self.precision {
            Precision::Month => self.days_of_month(which),
            Precision::Quarter | Precision::Season => months(1),
            Precision::Half => months(2),
            Precision::Year => months(4),
            Precision::Decade => years([0, 4, 7, 10], 1),
            Precision::Century => years([0, 33, 67, 100], 1),
            Precision::Day | Precision::Week => (self.first, self.last),
        }
    }

    fn days_of_month(&self, which: u32) -> (NaiveDate, NaiveDate) {
        let day = |number: u32| self.first.with_day(number).unwrap_or(self.last);
        match which {
            0 => (self.first, day(10)),
            1 => (day(11), day(20)),
            _ => (day(21), self.last),
        }
    }

    /// Its first or last month; of a month, ten days; of a decade, a year.
    fn edge(&self, at_end: bool) -> (NaiveDate, NaiveDate) {
        let by_months = |count: u32| {
            let months = Months::new(count);
            let (first, last) = (self.first, self.last);
            if at_end {
                let after = last.succ_opt().and_then(|day| day.checked_sub_months(months));
                (after.unwrap_or(first), last)
            } else {
                (first, first.checked_add_months(months).and_then(|day| day.pred_opt()).unwrap_or(last))
            }
        };
        match self.precision {
            Precision::Month if at_end => {
                (self.last.checked_sub_days(Days::new(9)).unwrap_or(self.first), self.last)
            }
            Precision::Month => (self.first, self.first.checked_add_days(Days::new(9)).unwrap_or(self.last)),
            Precision::Quarter | Precision::Season | Precision::Half | Precision::Year => by_months(1),
            Precision::Decade => by_months(12),
            Precision::Century => by_months(120),
            Precision::Day | Precision::Week => (self.first, self.last),
        }
    }
}

/// TIMEX3 letters of the season that begins in a month.
pub(super) fn season_letters(start: u32) -> &'static str {
    match start {
        3 => "SP",
        6 => "SU",
        9 => "FA",
        _ => "WI",
    }
}

/// A day so many units away.
pub(super) fn shifted(day: NaiveDate, unit: Unit, count: i64) -> Option<NaiveDate> {
    let days = |scale: i64| day.checked_add_signed(chrono::Duration::try_days(count.checked_mul(scale)?)?);
    let months = |scale: i64| {
        let count = count.checked_mul(scale)?;
        let amount = Months::new(u32::try_from(count.unsigned_abs()).ok()?);
        if count < 0 { day.checked_sub_months(amount) } else { day.checked_add_months(amount) }
    };
    match unit {
        Unit::Second | Unit::Minute => Some(day),
        Unit::Hour => day.checked_add_signed(chrono::Duration::try_days(count / 24)?),
        Unit::Day => days(1),
        Unit::Week => days(7),
        Unit::Fortnight => days(14),
        Unit::Month => months(1),
        Unit::Quarter => months(3),
        Unit::Year => months(12),
        Unit::Decade => months(120),
        Unit::Century => months(1200),
    }
}

/// The day of a feast in a year.
pub(super) fn feast_day(feast: Feast, year: i32) -> Option<NaiveDate> {
    match feast {
        Feast::Fixed { month, day } => NaiveDate::from_ymd_opt(year, month.into(), day.into()),
        Feast::Weekday { nth, weekday, month } => {
            let weekday = Weekday::try_from(weekday).ok()?;
            match u8::try_from(nth) {
                Ok(nth) => NaiveDate::from_weekday_of_month_opt(year, month.into(), weekday, nth),
                Err(_) => (4..=5)
                    .rev()
                    .find_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month.into(), weekday, nth)),
            }
        }
        Feast::Easter(days) => easter(year)?.checked_add_signed(chrono::Duration::days(days.into())),
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (leap, kept) = (century / 4, century % 4);
    let moon = (19 * golden + century - leap - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * kept + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let days = moon + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}
