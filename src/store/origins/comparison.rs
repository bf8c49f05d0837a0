//! What is compared of a text, as its file keeps it.

use rusqlite::{Connection, params};

use crate::error::Result;
use crate::likeness::{self, Quotation};
use crate::model::vocabulary::TextKind;

/// Sketch and quotations of a text. A digest is in its importer's words, and an excerpt too little of a text to compare.
#[derive(Debug)]
pub(in crate::store) struct Comparison {
    sketch: Option<Vec<u8>>,
    quotations: Option<Vec<u8>>,
}

impl Comparison {
    /// Of a text of this kind.
    pub(in crate::store) fn of(text: &str, kind: TextKind) -> Self {
        let (sketch, quotations) = match kind {
            TextKind::Full => likeness::sketch_and_quotations(text),
            TextKind::Excerpt => (None, likeness::quotations(text)),
            TextKind::Digest => (None, Vec::new()),
        };
        Self {
            sketch: sketch.map(|sketch| sketch.to_bytes()),
            quotations: (!quotations.is_empty()).then(|| Quotation::to_bytes(&quotations)),
        }
    }

    /// Puts it in beside its article.
    pub(in crate::store) fn insert(&self, connection: &Connection, id: i64, day: Option<&str>) -> Result<()> {
        connection
            .prepare_cached(
                "INSERT INTO article_sketches (article_id, day, sketch, quotations) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![id, day, self.sketch, self.quotations])?;
        Ok(())
    }
}
