//! Everything as sorted JSON lines, without row ids and clock values: to compare, to keep in git, to move. Readings that
//! a later one dropped are history of this file, not its content, and are left out.

use std::io::Write;

use rusqlite::types::ValueRef;
use serde_json::{Map, Value as Json};

use super::Store;
use crate::error::{Error, Result};

/// The kinds of lines, in order, each with a query whose columns are the line's fields and whose order is the dump's.
const LINES: &[(&str, &str)] = &[
    (
        "entity",
        "SELECT entities.key, entities.name, entities.kind, root.key AS merged_into, entities.wikidata, entities.method
         FROM entities LEFT JOIN entities AS root ON root.id = entities.merged_into ORDER BY entities.key",
    ),
    (
        "name",
        "SELECT entities.key AS entity, entity_names.name, entity_names.kind, entity_names.language, entity_names.method
         FROM entity_names JOIN entities ON entities.id = entity_id ORDER BY entities.key, entity_names.name",
    ),
    (
        "relation",
        "SELECT child.key AS child, parent.key AS parent, entity_relations.kind, nullif(from_date, '') AS from_date,
             nullif(until_date, '') AS until_date, source
         FROM entity_relations JOIN entities AS child ON child.id = child_id JOIN entities AS parent ON parent.id = parent_id
         ORDER BY child.key, parent.key, entity_relations.kind, from_date",
    ),
    (
        "article",
        "SELECT articles.key, version, superseded_by IS NOT NULL AS superseded, url, title, author, publisher.key AS publisher,
             published, published_from, modified, retrieved, language, text_kind, text_hash, wire.key AS wire,
             nullif(wire_found, 0) AS wire_found, text
         FROM articles LEFT JOIN entities AS publisher ON publisher.id = publisher_id
             LEFT JOIN entities AS wire ON wire.id = wire_id
         ORDER BY articles.key, version",
    ),
    (
        "claim",
        "SELECT articles.key AS article, articles.version AS article_version, claims.key, reading_hash, quote, quote_start,
             quote_end, sentence_start, sentence_end, predicate, phase, subject.key AS subject, subject_text,
             object.key AS object, object_text, place.key AS place, place_text, quantity_text, quantity_low, quantity_best,
             quantity_high, quantity_qualifier, quantity_unit, when_text, when_relation, when_earliest, when_latest,
             when_precision, when_anchor, when_edtf, stance, polarity, speaker.key AS speaker, speaker_text, speaker_kind,
             speaker_count, via.key AS via, claims.method, core, rule
         FROM claims JOIN articles ON articles.id = article_id
             LEFT JOIN entities AS subject ON subject.id = subject_id
             LEFT JOIN entities AS object ON object.id = object_id
             LEFT JOIN entities AS place ON place.id = place_id
             LEFT JOIN entities AS speaker ON speaker.id = speaker_id
             LEFT JOIN entities AS via ON via.id = via_id
         WHERE retired_import_id IS NULL
         ORDER BY articles.key, articles.version, quote_start, quote_end, claims.key, reading_hash, claims.method",
    ),
    (
        "review",
        "SELECT article_key AS article, claim_key, reading_hash, verdict, replacement_key, replacement_reading, reviewer, note
         FROM reviews ORDER BY article_key, claim_key, reading_hash, id",
    ),
    (
        "origin",
        "SELECT first_key AS first, second_key AS second, first_hash, second_hash, verdict, method, score, reviewer, note
         FROM origin_judgements
         ORDER BY first_key, second_key, method <> 'person', CASE WHEN method = 'person' THEN id END, first_hash, second_hash, method",
    ),
];

impl Store {
    /// Writes the dump.
    ///
    /// # Errors
    /// When SQLite fails or the output cannot be written.
    pub fn dump(&self, out: &mut dyn Write) -> Result<()> {
        // One read transaction: another program's import must not show in half.
        let transaction = self.connection.unchecked_transaction()?;
        for (kind, sql) in LINES {
            let mut statement = transaction.prepare(sql)?;
            let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let mut line = Map::new();
                line.insert("type".to_owned(), Json::from(*kind));
                for (column, name) in names.iter().enumerate() {
                    match row.get_ref(column)? {
                        ValueRef::Null => {}
                        ValueRef::Integer(number) => drop(line.insert(name.clone(), Json::from(number))),
                        ValueRef::Real(number) => drop(line.insert(name.clone(), Json::from(number))),
                        ValueRef::Text(text) | ValueRef::Blob(text) => {
                            drop(line.insert(name.clone(), Json::from(String::from_utf8_lossy(text))));
                        }
                    }
                }
                writeln!(out, "{}", Json::from(line)).map_err(|error| Error::io("output", error))?;
            }
        }
        Ok(())
    }
}
