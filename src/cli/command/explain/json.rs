//! An explanation as JSON: the article, its sentences, and flat lists of all that was found, each with its sentence.

use serde_json::{Map, Value as Json, json};

use super::subject::Text;
use crate::cli::claim_record::put_reading;
use crate::extract::{Explanation, FoundCue, FoundDate, FoundName, FoundQuantity, Sentence, Skip};
use crate::model::Claim;
use crate::model::vocabulary::Vocabulary;
use crate::text::{Index, Span};

/// The whole explanation of a text.
pub(super) fn document(text: &Text, explanation: &Explanation) -> Json {
    let words = Words { text: &text.text, index: Index::new(&text.text) };
    let sentences = &explanation.sentences;
    json!({
        "key": text.key,
        "title": text.title,
        "published": text.published,
        "publisher": text.publisher,
        "language": text.language,
        "text": text.text,
        "sentences": sentences.iter().map(|sentence| words.sentence(sentence)).collect::<Json>(),
        "dates": listed(sentences, |sentence| &sentence.dates, |date| words.date(date)),
        "quantities": listed(sentences, |sentence| &sentence.quantities, |quantity| words.quantity(quantity)),
        "entities": listed(sentences, |sentence| &sentence.entities, |name| words.name(name)),
        "cues": listed(sentences, |sentence| &sentence.cues, |cue| words.cue(cue)),
        "claims": listed(sentences, |sentence| &sentence.claims, |claim| words.claim(claim)),
    })
}

/// Everything of one kind, with the number of its sentence, counted from 0.
fn listed<T>(sentences: &[Sentence], of: impl Fn(&Sentence) -> &Vec<T>, record: impl Fn(&T) -> Json) -> Json {
    let mut list = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        for found in of(sentence) {
            let mut record = record(found);
            record["sentence"] = json!(number);
            list.push(record);
        }
    }
    Json::from(list)
}

/// The text's words by their code points.
struct Words<'t> {
    text: &'t str,
    index: Index<'t>,
}

impl Words<'_> {
    fn of(&self, span: Span) -> &str {
        &self.text[self.index.bytes(span)]
    }

    fn sentence(&self, sentence: &Sentence) -> Json {
        let skipped = sentence.skipped.map(|skip| match skip {
            Skip::Furniture => "furniture",
            Skip::NoWords => "no words",
        });
        let span = sentence.span;
        json!({ "start": span.start, "end": span.end, "text": self.of(span), "skipped": skipped })
    }

    fn date(&self, date: &FoundDate) -> Json {
        let when = date.when.as_ref();
        json!({
            "start": date.extent.start,
            "end": date.extent.end,
            "text": self.of(date.extent),
            "timex_type": date.timex_type,
            "timex_value": date.timex_value,
            "earliest": when.and_then(|when| when.earliest),
            "latest": when.and_then(|when| when.latest),
            "relation": when.map(|when| when.relation.word()),
            "precision": when.map(|when| when.precision.word()),
            "edtf": when.and_then(|when| when.edtf()),
            "anchor": when.and_then(|when| when.anchor),
            "phrase": { "start": date.phrase.start, "end": date.phrase.end, "text": self.of(date.phrase) },
        })
    }

    fn quantity(&self, quantity: &FoundQuantity) -> Json {
        json!({
            "start": quantity.span.start,
            "end": quantity.span.end,
            "text": self.of(quantity.span),
            "low": quantity.low,
            "best": quantity.best,
            "high": quantity.high,
            "qualifier": quantity.qualifier.word(),
            "unit": quantity.unit,
            "read": quantity.is_read,
        })
    }

    fn name(&self, name: &FoundName) -> Json {
        json!({
            "start": name.span.start,
            "end": name.span.end,
            "text": self.of(name.span),
            "key": name.key,
            "kind": name.kind.word(),
            "how": name.how.word(),
            "read": name.is_read(),
        })
    }

    fn cue(&self, cue: &FoundCue) -> Json {
        json!({
            "start": cue.span.start,
            "end": cue.span.end,
            "text": self.of(cue.span),
            "predicates": cue.predicates.iter().map(|predicate| predicate.word()).collect::<Json>(),
            "rule": cue.rule,
        })
    }

    /// With the fields of a claim file, less what a claim does not say.
    fn claim(&self, claim: &Claim) -> Json {
        let quote = claim.evidence.quote;
        let mut record = Map::new();
        let mut put = |name: &str, value: Json| drop(record.insert(name.to_owned(), value));
        put("quote", json!(self.of(quote)));
        put("quote_start", json!(quote.start));
        put("quote_end", json!(quote.end));
        put("core", json!(claim.core));
        put("rule", json!(claim.rule));
        put_reading(&mut record, &claim.reading);
        Json::from(record)
    }
}
