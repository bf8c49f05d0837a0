//! Days to per cents of a width, numbers to pixels of a height, and where the lines of a grid stand.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::day;

/// Time to the right, from the beginning of a tick to the end of one.
pub(super) struct Time {
    start: NaiveDate,
    end: NaiveDate,
    step: Step,
}

#[derive(Clone, Copy)]
enum Step {
    Days(u32),
    Months(u32),
}

const STEPS: &[Step] = &[
    Step::Days(1),
    Step::Days(7),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Months(12),
    Step::Months(24),
    Step::Months(60),
    Step::Months(120),
    Step::Months(600),
    Step::Months(6000),
    Step::Months(24000),
];

impl Time {
    /// From one day to another with at most `most` labels.
    pub(super) fn new(start: NaiveDate, end: NaiveDate, most: usize) -> Self {
        let end = end.max(start.checked_add_days(Days::new(3)).unwrap_or(start));
        let fits = |step: &&Step| {
            let (first, last) = (step.floor(start), step.floor(end));
            step.between(first, last) < most
        };
        let step = *STEPS.iter().find(fits).unwrap_or(&Step::Months(24000));
        let floor = step.floor(end);
        let end = if floor == end { end } else { step.after(floor) };
        Self { start: step.floor(start), end, step }
    }

    /// Where a day stands, in per cent of the width; less than 0 or more than 100 where it is beyond.
    pub(super) fn at(&self, day: NaiveDate) -> f64 {
        let whole = (self.end - self.start).num_days().max(1);
        100.0 * (day - self.start).num_days() as f64 / whole as f64
    }

    /// The first day shown.
    pub(super) fn start(&self) -> NaiveDate {
        self.start
    }

    /// The last day shown.
    pub(super) fn end(&self) -> NaiveDate {
        self.end
    }

    /// The lines of the grid with their labels.
    pub(super) fn ticks(&self) -> Vec<(f64, String)> {
        let (mut ticks, mut at) = (Vec::new(), self.start);
        while at <= self.end && ticks.len() < 64 {
            let label = self.step.label(at, ticks.is_empty());
            ticks.push((self.at(at), label));
            let next = self.step.after(at);
            if next <= at {
                break;
            }
            at = next;
        }
        ticks
    }
}

impl Step {
    fn floor(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Days(1) => day,
            Self::Days(_) => {
                day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into())).unwrap_or(day)
            }
            Self::Months(months) => {
                let count = day.year() * 12 + day.month0() as i32;
                let floor = count - count.rem_euclid(months as i32);
                let month = floor.rem_euclid(12) as u32 + 1;
                NaiveDate::from_ymd_opt(floor.div_euclid(12), month, 1).unwrap_or(day)
            }
        }
    }

    fn after(self, day: NaiveDate) -> NaiveDate {
        let next = match self {
            Self::Days(days) => day.checked_add_days(Days::new(days.into())),
            Self::Months(months) => day.checked_add_months(Months::new(months)),
        };
        next.unwrap_or(day)
    }

    fn between(self, first: NaiveDate, last: NaiveDate) -> usize {
        let count = match self {
            Self::Days(days) => (last - first).num_days() / i64::from(days),
            Self::Months(months) => {
                let months_of = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
                (months_of(last) - months_of(first)) / i64::from(months)
            }
        };
        usize::try_from(count).unwrap_or(usize::MAX)
    }

    fn label(self, at: NaiveDate, first: bool) -> String {
        match self {
            Self::Days(_) if first => day::said(at),
            Self::Days(_) => format!("{} {}", at.day(), day::month(at)),
            Self::Months(months) if months >= 12 => at.year().to_string(),
            Self::Months(_) if first || at.month() == 1 => format!("{} {}", day::month(at), at.year()),
            Self::Months(_) => day::month(at).to_string(),
        }
    }
}

/// Numbers upwards, from nothing where they are of one order, by powers of ten where they are not.
pub(super) struct Height {
    top: f64,
    bottom: f64,
    is_log: bool,
    pixels: f64,
}

impl Height {
    /// For numbers from `least` to `most` in a picture of that height.
    pub(super) fn new(least: u64, most: u64, pixels: f64) -> Self {
        let (least, most) = (least.max(1) as f64, most.max(1) as f64);
        let is_log = most / least > 40.0;
        let (bottom, top) = if is_log {
            (10f64.powf(least.log10().floor()), 10f64.powf(most.log10().ceil().max(1.0)))
        } else {
            let step = nice_step(most);
            (0.0, step * (most / step).ceil().max(1.0))
        };
        Self { top, bottom, is_log, pixels }
    }

    /// Whether each line is a multiple of the one below.
    pub(super) fn is_log(&self) -> bool {
        self.is_log
    }

    /// Pixels from the top.
    pub(super) fn at(&self, number: f64) -> f64 {
        let share = if self.is_log {
            (number.max(self.bottom) / self.bottom).log10() / (self.top / self.bottom).log10()
        } else {
            number / self.top
        };
        self.pixels * (1.0 - share.clamp(0.0, 1.0))
    }

    /// The numbers at which lines stand.
    pub(super) fn ticks(&self) -> Vec<u64> {
        let mut ticks = Vec::new();
        let mut number = self.bottom;
        while number <= self.top * 1.001 && ticks.len() < 20 {
            ticks.push(number.round() as u64);
            number = if self.is_log { number * 10.0 } else { number + nice_step(self.top) };
        }
        ticks
    }
}

/// A step of 1, 2 or 5 of its order that gives three to five lines.
fn nice_step(most: f64) -> f64 {
    let order = 10f64.powf((most / 4.0).log10().floor()).max(1.0);
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * order)
        .find(|step| most / step <= 4.0)
        .unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::{Height, Time};

    fn labels(start: &str, end: &str) -> Vec<String> {
        let day = |text: &str| text.parse().expect("a day");
        Time::new(day(start), day(end), 6).ticks().into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn ticks_are_years_quarters_months_weeks_or_days_by_span() {
        assert_eq!(labels("2022-03-10", "2026-12-31"), ["2022", "2023", "2024", "2025", "2026", "2027"]);
        assert_eq!(labels("2024-01-22", "2025-03-01"), ["Jan 2024", "Apr", "Jul", "Oct", "Jan 2025", "Apr"]);
        assert_eq!(labels("2024-11-02", "2025-01-15"), ["Nov 2024", "Dec", "Jan 2025", "Feb"]);
        assert_eq!(labels("2024-07-03", "2024-07-20"), ["1 Jul 2024", "8 Jul", "15 Jul", "22 Jul"]);
        assert_eq!(labels("2024-07-03", "2024-07-03"), ["3 Jul 2024", "4 Jul", "5 Jul", "6 Jul"]);
        assert!(labels("0001-01-01", "9999-12-31").len() <= 7);
    }

    #[test]
    fn lines_are_round_numbers_and_cover_the_figures() {
        let ticks = |least, most| Height::new(least, most, 100.0).ticks();
        assert_eq!(ticks(2300, 2600), [0, 1000, 2000, 3000]);
        assert_eq!(ticks(8, 12), [0, 5, 10, 15]);
        assert_eq!(ticks(1, 1), [0, 1]);
        assert_eq!(ticks(80, 168_000), [10, 100, 1000, 10_000, 100_000, 1_000_000]);
    }
}
