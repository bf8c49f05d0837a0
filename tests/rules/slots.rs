//! The slots of a claim as the case files write them.

use chrono::NaiveDate;
use factdb::model::vocabulary::Vocabulary;
use factdb::model::{Claim, Named, Quantity, Speaker, When};

/// The slots that a case may state.
pub(crate) const SLOTS: &[&str] = &[
    "phase", "subject", "object", "place", "quantity", "when", "stance", "polarity", "speaker", "via", "core",
];

/// A slot's value; none where it is empty.
pub(crate) fn slot(claim: &Claim, name: &str) -> Option<String> {
    let reading = &claim.reading;
    match name {
        "phase" => reading.phase.map(|phase| phase.word().to_owned()),
        "subject" => key(reading.subject.as_ref()),
        "object" => key(reading.object.as_ref()),
        "place" => key(reading.place.as_ref()),
        "quantity" => reading.quantity.as_ref().map(quantity),
        "when" => reading.when.as_ref().map(when),
        "stance" => Some(reading.stance.word().to_owned()),
        "polarity" => Some(reading.polarity.word().to_owned()),
        "speaker" => Some(speaker(&reading.speaker)),
        "via" => key(reading.via.as_ref()),
        "core" => Some(claim.core.to_string()),
        other => panic!("there is no slot {other:?}; there are {SLOTS:?}"),
    }
}

/// The key, or the words in quotation marks where nothing is known of them.
fn key(named: Option<&Named>) -> Option<String> {
    let named = named?;
    named.key.clone().or_else(|| named.text.as_ref().map(|text| format!("'{text}'")))
}

/// `about 2500 troops`, `between 200-300 people`.
fn quantity(quantity: &Quantity) -> String {
    let bounds = match (quantity.low, quantity.best, quantity.high) {
        (low, Some(best), high) if low.unwrap_or(best) == high.unwrap_or(best) => best.to_string(),
        (Some(low), None, Some(high)) if low != high => format!("{low}-{high}"),
        (low, None, high) => low.or(high).map(|bound| bound.to_string()).unwrap_or_default(),
        (low, best, high) => format!("{low:?} {best:?} {high:?}"),
    };
    format!("{} {bounds} {}", quantity.qualifier.word(), quantity.unit)
}

/// `on 2024-09-01..2024-09-30`, `by ..2025-09-30`, `on 2024-07-22`.
fn when(when: &When) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let bounds = match (when.earliest, when.latest) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (first, last) => format!("{}..{}", day(first), day(last)),
    };
    format!("{} {bounds}", when.relation.word())
}

/// `named antony-blinken`, `anonymous`, `author`.
fn speaker(speaker: &Speaker) -> String {
    let key = speaker.key.iter().map(|key| format!(" {key}"));
    format!("{}{}", speaker.kind.word(), key.collect::<String>())
}
