//! A stored claim as the record of a claim file, and a record with corrections as a reading.

use serde_json::{Map, Value as Json, json};

use super::clock;
use crate::error::{Error, Result};
use crate::model::vocabulary::{Method, Polarity, Vocabulary};
use crate::model::{Claim, Named, Problem, Quantity, Reading, Speaker, When};
use crate::source::{self, Item};
use crate::store::StoredClaim;
use crate::text::{Folded, fold};

/// A claim with the fields of a claim file.
pub(super) fn exported(stored: &StoredClaim, folded: &Folded) -> Json {
    let Claim { reading, evidence, .. } = &stored.claim;
    let mut claim = Map::new();
    let found = folded.find_all(&stored.quote);
    match (found.iter().position(|span| *span == evidence.quote), found.len()) {
        (Some(_), 1) => drop(claim.insert("quote".to_owned(), json!(stored.quote))),
        (Some(index), _) => {
            claim.insert("quote".to_owned(), json!(stored.quote));
            claim.insert("occurrence".to_owned(), json!(index + 1));
        }
        // Words that cannot be found by themselves (glued to others) are named by their place.
        (None, _) => drop(claim.insert("span".to_owned(), json!([evidence.quote.start, evidence.quote.end]))),
    }
    if !stored.claim.core {
        claim.insert("core".to_owned(), json!(false));
    }
    if stored.claim.method == Method::Extracted {
        claim.insert("method".to_owned(), json!("extracted"));
        claim.extend(stored.claim.rule.as_ref().map(|rule| ("rule".to_owned(), json!(rule))));
    }
    put_reading(&mut claim, reading);
    Json::from(claim)
}

/// What a claim says, as the fields of a claim file; what it does not say is left out.
pub(super) fn put_reading(claim: &mut Map<String, Json>, reading: &Reading) {
    let mut put = |name: &str, value: Json| {
        if !value.is_null() {
            claim.insert(name.to_owned(), value);
        }
    };
    put("predicate", json!(reading.predicate.word()));
    put("phase", json!(reading.phase.map(Vocabulary::word)));
    for (name, named) in
        [("subject", &reading.subject), ("object", &reading.object), ("place", &reading.place)]
    {
        let Some(Named { key, text }) = named else { continue };
        put(name, json!(key));
        put(&format!("{name}_text"), json!(text));
    }
    put("quantity", reading.quantity.as_ref().map_or(Json::Null, quantity));
    put("when", reading.when.as_ref().map_or(Json::Null, when));
    put("stance", json!(reading.stance.word()));
    if reading.polarity == Polarity::Denied {
        put("polarity", json!("denied"));
    }
    put("speaker", speaker(&reading.speaker));
    put("via", json!(reading.via.as_ref().and_then(|via| via.key.clone())));
}

fn quantity(quantity: &Quantity) -> Json {
    without_nulls(json!({
        "text": quantity.text, "low": quantity.low, "best": quantity.best, "high": quantity.high,
        "qualifier": quantity.qualifier.word(), "unit": quantity.unit,
    }))
}

fn when(when: &When) -> Json {
    without_nulls(json!({
        "text": when.text, "relation": when.relation.word(), "earliest": when.earliest, "latest": when.latest,
        "precision": when.precision.word(), "anchor": when.anchor,
    }))
}

fn speaker(speaker: &Speaker) -> Json {
    without_nulls(json!({
        "text": speaker.text, "kind": speaker.kind.word(), "entity": speaker.key, "count": speaker.count,
    }))
}

fn without_nulls(mut value: Json) -> Json {
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, field| !field.is_null());
    }
    value
}

/// The reading of a claim with some fields set anew, each `FIELD=VALUE` as in a claim file; an empty value unsets.
///
/// # Errors
/// When a field or value is not what a claim file can hold.
pub(super) fn corrected(stored: &StoredClaim, text: &str, settings: &[String]) -> Result<Reading> {
    let mut record = exported(stored, &fold(text));
    for setting in settings {
        let (field, value) = setting.split_once('=').ok_or_else(|| {
            Error::user(format!("'{setting}' is not FIELD=VALUE, such as quantity.best=2400"))
        })?;
        set(&mut record, field.trim(), value.trim());
    }
    record["article"] = json!(stored.article_key);
    read(&record, settings)
}

fn set(record: &mut Json, field: &str, value: &str) {
    let (table, name) = field.split_once('.').unwrap_or(("", field));
    let fields = if table.is_empty() {
        Some(record)
    } else {
        record.as_object_mut().map(|fields| fields.entry(table).or_insert(json!({})))
    };
    let Some(fields) = fields.and_then(Json::as_object_mut) else { return };
    if value.is_empty() {
        fields.remove(name);
        return;
    }
    // An exact number is its own bounds: they follow it.
    if table == "quantity" && name == "best" && fields.get("qualifier") == Some(&json!("exact")) {
        fields.remove("low");
        fields.remove("high");
    }
    let value = value.parse::<i64>().map_or_else(|_| json!(value), |number| json!(number));
    fields.insert(name.to_owned(), value);
}

/// Reads a record as a claim file would be read, with all its checks.
fn read(record: &Json, settings: &[String]) -> Result<Reading> {
    let options = source::Options {
        max_bytes: u64::MAX,
        encoding: None,
        published: None,
        publisher: None,
        today: clock::today(),
        limits: source::Limits::default(),
    };
    let input = source::input_from_bytes("--set", json!([record]).to_string().into_bytes(), &options)
        .map_err(|problem| refused(&problem, settings))?;
    let mut reading = None;
    source::read(&input, &options, &mut |item| match item {
        Item::Claims(file) => {
            let first = file.claims.into_iter().next().map(|claim| claim.reading);
            reading = reading.take().or(first.map(Ok));
        }
        // The first fault is the user's; others may follow from it.
        Item::Problem(problem) => reading = reading.take().or(Some(Err(refused(&problem, settings)))),
        Item::Article { .. } | Item::Entity { .. } => {}
    });
    reading.unwrap_or_else(|| Err(Error::user("the corrected claim cannot be read")))
}

/// A fault of the corrected claim, laid at the setting that brought it, or at all of them.
fn refused(problem: &Problem, settings: &[String]) -> Error {
    let field = problem.place.field.as_deref().unwrap_or_default();
    let names = |setting: &&String| setting.split_once('=').is_some_and(|(name, _)| name.trim() == field);
    let mut message = match settings.iter().find(names) {
        Some(setting) => format!("--set {setting}: {}", problem.reason),
        None => format!("--set {}: then {field} is wrong: {}", settings.join(" --set "), problem.reason),
    };
    if let Some(way_out) = &problem.way_out {
        message.push_str(&format!("; {way_out}"));
    }
    Error::user(message)
}
