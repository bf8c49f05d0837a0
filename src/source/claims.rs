//! Claims as a person, a spreadsheet or a language model wrote them down. Knows the fields of a claim, not its article.

use super::CuratedClaim;
use super::fields::Fields;
use super::node::{Node, Value};
use crate::model::vocabulary::{Method, Polarity, Qualifier, SpeakerKind, Stance, Vocabulary};
use crate::model::{Named, Place, Problem, Quantity, Reading, Speaker, When};
use crate::text::Span;

/// Every field of a claim.
pub const FIELDS: &[&str] = &[
    "article",
    "quote",
    "occurrence",
    "span",
    "predicate",
    "phase",
    "subject",
    "subject_text",
    "object",
    "object_text",
    "place",
    "place_text",
    "quantity",
    "when",
    "stance",
    "polarity",
    "speaker",
    "via",
    "core",
    "method",
    "rule",
];

/// The fields that are tables, and theirs.
pub const TABLES: &[(&str, &[&str])] = &[
    ("quantity", &["text", "low", "best", "high", "qualifier", "unit"]),
    ("when", &["text", "relation", "earliest", "latest", "precision", "anchor", "edtf"]),
    ("speaker", &["text", "kind", "entity", "count"]),
];

/// Reads one claim, or reports everything that is wrong with it.
pub(super) fn read(node: &Node, place: &Place) -> Result<CuratedClaim, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut fields = Fields::record(node, place, &mut problems);
    fields.allow_only(FIELDS);
    let claim = claim(&mut fields, place.at_line(node.line));
    match claim {
        Some(claim) if problems.is_empty() => Ok(claim),
        _ => Err(problems),
    }
}

fn claim(fields: &mut Fields<'_, '_>, place: Place) -> Option<CuratedClaim> {
    let quote = fields.text("quote");
    let span = span(fields);
    if quote.is_none() && fields.get("span").is_none() {
        fields.missing("quote", "copy the words of the article that say it");
    }
    let (article, occurrence) = (fields.text("article"), fields.ordinal("occurrence"));
    let (core, method, rule) = (fields.flag("core"), fields.word("method"), fields.text("rule"));
    let reading = reading(fields);
    Some(CuratedClaim {
        place,
        article,
        quote,
        occurrence,
        span,
        reading: reading?,
        core: core.unwrap_or(true),
        method: method.unwrap_or(Method::Curated),
        rule,
    })
}

fn span(fields: &mut Fields<'_, '_>) -> Option<Span> {
    let node = fields.get("span")?;
    if let Value::List(ends) = &node.value
        && let [Node { value: Value::Integer(start), .. }, Node { value: Value::Integer(end), .. }] =
            ends.as_slice()
        && let (Ok(start), Ok(end)) = (usize::try_from(*start), usize::try_from(*end))
        && start < end
    {
        return Some(Span::new(start, end));
    }
    fields.fault(
        "span",
        "a span is two counts of characters, the start before the end",
        "write [start, end]",
    );
    None
}

/// Reads every slot before it gives up, so that all problems are found.
fn reading(fields: &mut Fields<'_, '_>) -> Option<Reading> {
    let predicate = fields.required_word("predicate");
    let phase = fields.word("phase");
    let subject = named(fields, "subject", "subject_text");
    let object = named(fields, "object", "object_text");
    let place = named(fields, "place", "place_text");
    let quantity = fields.table("quantity").map(quantity);
    let when = fields.table("when").map(when);
    let stance = stance(fields);
    let speaker = fields.table("speaker").map_or_else(author, speaker);
    let via = fields.key("via").map(|key| Named { key: Some(key), text: None });
    let (stance, polarity) = stance?;
    Some(Reading {
        predicate: predicate?,
        phase,
        subject,
        object,
        place,
        quantity: flat(quantity)?,
        when: flat(when)?,
        stance,
        polarity,
        speaker: speaker?,
        via,
    })
}

/// Tells "not there" from "there and wrong", which was reported.
#[allow(clippy::option_option)]
fn flat<T>(slot: Option<Option<T>>) -> Option<Option<T>> {
    match slot {
        None => Some(None),
        Some(read) => read.map(Some),
    }
}

fn named(fields: &mut Fields<'_, '_>, key: &str, text: &str) -> Option<Named> {
    let named = Named { key: fields.key(key), text: fields.text(text) };
    (named.key.is_some() || named.text.is_some()).then_some(named)
}

/// `stance = "denied"` is short for `asserted` and `denied`.
fn stance(fields: &mut Fields<'_, '_>) -> Option<(Stance, Polarity)> {
    let polarity: Option<Polarity> = fields.word("polarity");
    let denied = fields.get("stance").and_then(Node::words).is_some_and(|word| word.trim() == "denied");
    if !denied {
        return Some((fields.required_word("stance")?, polarity.unwrap_or(Polarity::Affirmed)));
    }
    if polarity == Some(Polarity::Affirmed) {
        fields.fault("polarity", "the stance says denied and the polarity affirmed", "leave one of them out");
    }
    Some((Stance::Asserted, Polarity::Denied))
}

/// The article's own voice: what a claim without a speaker is said in.
fn author() -> Option<Speaker> {
    Some(Speaker { kind: SpeakerKind::Author, key: None, text: None, count: None })
}

fn speaker(mut fields: Fields<'_, '_>) -> Option<Speaker> {
    fields.allow_only(TABLES[2].1);
    let (key, text) = (fields.key("entity"), fields.text("text"));
    let count = fields.ordinal("count").and_then(|count| i64::try_from(count).ok());
    Some(Speaker { kind: fields.required_word("kind")?, key, text, count })
}

fn quantity(mut fields: Fields<'_, '_>) -> Option<Quantity> {
    fields.allow_only(TABLES[0].1);
    let [mut low, best, mut high] = ["low", "best", "high"].map(|bound| fields.integer(bound));
    let (text, qualifier) = (fields.text("text"), fields.required_word::<Qualifier>("qualifier"));
    let unit = fields.text("unit");
    if unit.is_none() && fields.get("unit").is_none() {
        fields.missing("unit", "say what is counted: troops, fighters, people, attacks, USD …");
    }
    let qualifier = qualifier?;
    if qualifier == Qualifier::Exact && low.is_none() && high.is_none() {
        (low, high) = (best, best);
    }
    let quantity = Quantity { text, low, best, high, qualifier, unit: unit? };
    let wrong = quantity.contradiction().or_else(|| misfit(&quantity));
    // A bound that could not be read was reported; what is missing because of it need not be.
    if let Some(reason) = wrong.filter(|_| ["low", "best", "high"].iter().all(|b| readable(&fields, b))) {
        fields.fault("qualifier", reason, &format!("{}: {}", qualifier.word(), qualifier.definition()));
        return None;
    }
    Some(quantity)
}

fn readable(fields: &Fields<'_, '_>, bound: &str) -> bool {
    fields.get(bound).is_none_or(|node| matches!(node.value, Value::Integer(_)))
}

/// Why the bounds do not fit the qualifier, if they do not.
fn misfit(quantity: &Quantity) -> Option<String> {
    use Qualifier as Q;
    let Quantity { low, best, high, qualifier, .. } = quantity;
    let (bound, needed) = match qualifier {
        Q::Exact if low == best && best == high => return None,
        Q::Exact => return Some("an exact number has low, best and high equal".to_owned()),
        Q::About | Q::Nearly => (best.is_some(), "best"),
        Q::AtLeast | Q::MoreThan => (low.is_some(), "low"),
        Q::AtMost | Q::LessThan => (high.is_some(), "high"),
        Q::Between | Q::Vague => (low.is_some() && high.is_some(), "low and high"),
    };
    (!bound).then(|| format!("\"{qualifier}\" needs {needed}"))
}

fn when(mut fields: Fields<'_, '_>) -> Option<When> {
    fields.allow_only(TABLES[1].1);
    let [earliest, latest, anchor] = ["earliest", "latest", "anchor"].map(|day| fields.day(day));
    let (text, edtf) = (fields.text("text"), fields.text("edtf"));
    let (relation, precision) = (fields.required_word("relation"), fields.required_word("precision"));
    if let (Some(first), Some(last)) = (earliest, latest)
        && first > last
    {
        fields.fault("latest", format!("{last} is before the earliest day, {first}"), "swap them");
    }
    Some(When { text, relation: relation?, earliest, latest, precision: precision?, anchor, edtf })
}
