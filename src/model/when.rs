//! A date as said and as bounds. Conventions: TIMEX3 for reading, EDTF (ISO 8601-2) for writing.

use chrono::{Datelike, Days, NaiveDate};

use super::vocabulary::{Precision, Relation};

/// When the claimed thing (in its phase) happens or holds. Both bounds are inclusive; an open side is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The words of the article.
    pub text: Option<String>,
    /// How the thing stands to the period.
    pub relation: Relation,
    /// First day.
    pub earliest: Option<NaiveDate>,
    /// Last day.
    pub latest: Option<NaiveDate>,
    /// Precision of the words.
    pub precision: Precision,
    /// The date it was read against, where it is relative.
    pub anchor: Option<NaiveDate>,
    /// EDTF as a file gives it; otherwise [`When::edtf`] makes one.
    pub edtf: Option<String>,
}

impl When {
    /// EDTF (ISO 8601-2, level 1) of the bounds; `None` where both sides are open.
    pub fn edtf(&self) -> Option<String> {
        if let Some(written) = &self.edtf {
            return Some(written.clone());
        }
        let (earliest, latest) = (self.earliest, self.latest);
        Some(match self.relation {
            Relation::On => period(earliest, latest)?,
            Relation::Around => format!("{}~", period(earliest, latest)?),
            Relation::From | Relation::After => match (earliest, latest) {
                (Some(_), Some(_)) => format!("{}/..", start(&period(earliest, latest)?)),
                (Some(earliest), None) => format!("{earliest}/.."),
                (None, latest) => format!("../{}", latest?),
            },
            Relation::By | Relation::Until => match (earliest, latest) {
                (None, Some(latest)) => format!("../{}", self.closing(latest)),
                (earliest, None) => format!("{}/..", earliest?),
                (Some(earliest), Some(latest)) => format!("{earliest}/{latest}"),
            },
        })
    }

    /// A deadline's last day, reduced to the precision of the words where it closes that period.
    fn closing(&self, latest: NaiveDate) -> String {
        let next = latest.checked_add_days(Days::new(1)).unwrap_or(latest);
        match self.precision {
            Precision::Year if next.ordinal() == 1 => latest.format("%Y").to_string(),
            Precision::Month if next.day() == 1 => latest.format("%Y-%m").to_string(),
            _ => latest.to_string(),
        }
    }
}

/// The shortest EDTF of a closed or half-open period: a day, a month, a year, or an interval.
fn period(earliest: Option<NaiveDate>, latest: Option<NaiveDate>) -> Option<String> {
    let (first, last) = match (earliest, latest) {
        (Some(first), Some(last)) => (first, last),
        (Some(first), None) => return Some(format!("{first}/..")),
        (None, last) => return Some(format!("../{}", last?)),
    };
    let next = last.checked_add_days(Days::new(1)).unwrap_or(last);
    let whole_months = first.day() == 1 && next.day() == 1;
    Some(if first == last {
        first.to_string()
    } else if whole_months && (first.year(), first.month()) == (last.year(), last.month()) {
        first.format("%Y-%m").to_string()
    } else if first.ordinal() == 1 && next.ordinal() == 1 && first.year() == last.year() {
        first.format("%Y").to_string()
    } else {
        format!("{first}/{last}")
    })
}

/// The first half of an interval, or the whole of a single date.
fn start(edtf: &str) -> &str {
    edtf.split('/').next().unwrap_or(edtf)
}
