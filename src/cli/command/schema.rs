//! `factdb schema`: the schema with its documentation, and the JSON Schema of a claim file.

use std::path::Path;

use clap::{Args, ValueEnum};
use serde_json::{Value as Json, json};

use crate::cli::{Outcome, database, output, schema_page};
use crate::error::Result;
use crate::model::vocabulary::{
    Method, Phase, Polarity, Precision, Predicate, PublishedFrom, Qualifier, Relation, SpeakerKind, Stance, TextKind,
    Vocabulary,
};
use crate::store::schema;

/// Print the schema with its documentation, or the JSON Schema of a claim file
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  factdb schema\n  factdb schema claim-file > claims.schema.json")]
pub struct Schema {
    /// What to print
    #[arg(value_enum, default_value = "markdown")]
    what: What,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    /// Tables, views and vocabularies, for people
    Markdown,
    /// The statements, for SQLite
    Sql,
    /// JSON Schema (draft 2020-12) of a claim file
    ClaimFile,
}

pub(super) fn run(arguments: &Schema, _db: &Path) -> Result<Outcome> {
    let text = match arguments.what {
        What::Markdown => schema_page::markdown(&database::in_memory()?)?,
        What::Sql => schema(&database::in_memory()?)?.iter().map(|table| format!("{};\n\n", table.sql)).collect(),
        What::ClaimFile => format!("{:#}\n", claim_file()),
    };
    output::text(None, &text)?;
    Ok(Outcome::Done)
}

/// JSON Schema of a claim file, from the vocabularies.
fn claim_file() -> Json {
    let key = json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 120 });
    let day = json!({ "type": "string", "format": "date" });
    let text = json!({ "type": "string" });
    let count = json!({ "type": "integer", "minimum": 0 });
    let mut stance = words::<Stance>();
    if let Some(list) = stance["enum"].as_array_mut() {
        list.push(json!("denied"));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factdb claim file",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "article": object(json!({
                "key": text, "file": text, "text": text, "title": text, "publisher": text, "author": text, "published": day,
                "published_from": words::<PublishedFrom>(), "url": text, "modified": text, "retrieved": text,
                "language": text, "text_kind": words::<TextKind>(), "wire": text,
            }), &[]),
            "claim": { "type": "array", "items": { "$ref": "#/$defs/claim" } },
            "claims": { "type": "array", "items": { "$ref": "#/$defs/claim" } },
        },
        "$defs": { "claim": object(json!({
            "article": text, "quote": text, "occurrence": { "type": "integer", "minimum": 1 },
            "span": { "type": "array", "items": count, "minItems": 2, "maxItems": 2 },
            "core": { "type": "boolean" }, "method": words::<Method>(), "rule": text,
            "predicate": words::<Predicate>(), "phase": words::<Phase>(),
            "subject": key, "subject_text": text, "object": key, "object_text": text, "place": key, "place_text": text,
            "quantity": object(json!({
                "text": text, "low": count, "best": count, "high": count, "qualifier": words::<Qualifier>(), "unit": text,
            }), &["qualifier", "unit"]),
            "when": object(json!({
                "text": text, "relation": words::<Relation>(), "earliest": day, "latest": day,
                "precision": words::<Precision>(), "anchor": day, "edtf": text,
            }), &["relation", "precision"]),
            "stance": stance, "polarity": words::<Polarity>(),
            "speaker": object(json!({ "text": text, "kind": words::<SpeakerKind>(), "entity": key, "count": count }), &["kind"]),
            "via": key,
        }), &["predicate", "stance"]) },
    })
}

fn object(properties: Json, required: &[&str]) -> Json {
    json!({ "type": "object", "additionalProperties": false, "properties": properties, "required": required })
}

fn words<V: Vocabulary>() -> Json {
    json!({ "enum": V::ALL.iter().map(|value| value.word()).collect::<Vec<_>>() })
}
