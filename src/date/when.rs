//! From a lead and a meaning to relation and bounds, as the annotation's table has them.

use chrono::NaiveDate;

use super::lead::Lead;
use super::period::{Period, shifted};
use super::resolve::Meaning;
use super::saying::{Amount, Base, Saying};
use super::tense::Tense;
use super::value::precision_of;
use super::word::{Part, Reference, Unit};
use crate::model::When;
use crate::model::vocabulary::{Precision, Relation};

/// The `when` of a phrase, if it has one: bare lengths, sets and vague times have none.
pub(super) fn when(
    text: &str,
    saying: &Saying,
    lead: Lead,
    meaning: &Meaning,
    tense: Tense,
    today: Option<NaiveDate>,
) -> Option<When> {
    let bounds = match *saying {
        Saying::Length { amount, unit, more } => length(amount, unit, more, lead, tense, today)?,
        Saying::Recurring(_) | Saying::Reference(Reference::Past | Reference::Future) => return None,
        Saying::Period { base: Base::Window { amount: Amount::Vague, .. }, .. } => return None,
        Saying::Period { base: Base::Shift { amount: Amount::Vague, back: false, .. }, .. }
            if meaning.period.is_none() =>
        {
            return None;
        }
        Saying::Period { base: Base::Shift { amount: Amount::Vague, unit, .. }, .. }
            if meaning.period.is_none() =>
        {
            Bounds { relation: Relation::On, earliest: None, latest: today, precision: precision_of(unit) }
        }
        Saying::Period { base: Base::Window { back: false, .. }, .. } => {
            let latest = meaning.period.as_ref().map(|period| period.last);
            Bounds { relation: Relation::By, earliest: None, latest, precision: meaning.precision }
        }
        Saying::Period { part, .. } => led(lead, part, meaning),
        Saying::Reference(Reference::Present) => led(lead, None, meaning),
    };
    Some(When {
        text: Some(text.to_owned()),
        relation: bounds.relation,
        earliest: bounds.earliest,
        latest: bounds.latest,
        precision: bounds.precision,
        anchor: if meaning.relative || matches!(saying, Saying::Length { .. }) { today } else { None },
        edtf: None,
    })
}

struct Bounds {
    relation: Relation,
    earliest: Option<NaiveDate>,
    latest: Option<NaiveDate>,
    precision: Precision,
}

fn led(lead: Lead, part: Option<Part>, meaning: &Meaning) -> Bounds {
    let first = meaning.period.as_ref().map(|period| period.first);
    let last = meaning.period.as_ref().map(|period| period.last);
    let (relation, earliest, latest) = match lead {
        Lead::By => (Relation::By, None, last),
        Lead::Before if part == Some(Part::End) => (Relation::By, None, last),
        Lead::Before => (Relation::By, None, first.and_then(|day| day.pred_opt())),
        Lead::Within => (Relation::On, first, last),
        Lead::Until => (Relation::Until, None, last),
        Lead::For | Lead::Over if part == Some(Part::Rest) => (Relation::Until, None, last),
        Lead::After => (Relation::After, last.and_then(|day| day.succ_opt()), None),
        Lead::Since => (Relation::From, first, None),
        Lead::Starting => (Relation::From, first, last),
        Lead::Around => (Relation::Around, first, last),
        Lead::On | Lead::Soonest | Lead::In | Lead::From | Lead::For | Lead::Over | Lead::Between => {
            (Relation::On, first, last)
        }
    };
    Bounds { relation, earliest, latest, precision: meaning.precision }
}

/// "within 60 days", "for another year", "in two weeks"; other lengths have no `when`.
fn length(
    amount: Amount,
    unit: Unit,
    more: bool,
    lead: Lead,
    tense: Tense,
    today: Option<NaiveDate>,
) -> Option<Bounds> {
    let (Amount::Exact(count) | Amount::Range(_, count)) = amount else { return None };
    let end = today.and_then(|today| shifted(today, unit, count.into()));
    let precision = if unit.is_clock() { Precision::Day } else { precision_of(unit) };
    match lead {
        Lead::Within if tense != Tense::Past => {
            Some(Bounds { relation: Relation::By, earliest: None, latest: end, precision })
        }
        Lead::For if more => {
            // A year more ends some day of that month: nobody means the very day.
            let scale = if unit >= Unit::Month { Unit::Month } else { unit };
            let latest = end.and_then(|end| Period::around(scale, end)).map(|period| period.last);
            Some(Bounds { relation: Relation::Until, earliest: None, latest, precision: precision_of(scale) })
        }
        Lead::In if tense == Tense::Future => {
            let scale = if unit >= Unit::Year { Unit::Year } else { unit };
            let period = end.and_then(|end| Period::around(scale, end));
            let (earliest, latest) =
                (period.as_ref().map(|period| period.first), period.as_ref().map(|period| period.last));
            Some(Bounds { relation: Relation::On, earliest, latest, precision: precision_of(scale) })
        }
        _ => None,
    }
}
