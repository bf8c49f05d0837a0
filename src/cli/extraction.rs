//! Reading claims out of stored articles: the reader with the names of the database, made once a run.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::output;
use crate::entity::{Gazetteer, entries};
use crate::error::Result;
use crate::extract::{Credit, Page, Reader, Share, Subject};
use crate::model::{Claim, Entity};
use crate::store::{Import, StoredArticle};

/// Reads articles, or leaves them unread.
pub(super) struct Extraction {
    reader: Option<Reader>,
    wanted: bool,
    /// Articles that were not read, by their language.
    pub(super) unread: BTreeMap<String, u64>,
}

impl Extraction {
    /// Nothing is built before the first article.
    pub(super) fn new(wanted: bool) -> Self {
        Self { reader: None, wanted, unread: BTreeMap::new() }
    }

    /// Reads an article of this run, and puts in what it claims. Only English is read.
    pub(super) fn read(&mut self, import: &mut Import<'_>, article: &StoredArticle) -> Result<()> {
        if !self.wanted {
            return Ok(());
        }
        if let Some(language) = article.language.as_deref().filter(|language| !is_english(language)) {
            *self.unread.entry(language.to_owned()).or_default() += 1;
            return Ok(());
        }
        let reader = match self.reader.take() {
            Some(reader) => reader,
            None => reader(&import.described_entities()?),
        };
        // A fault of the reader costs the claims of one article, not the run.
        let found = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| found(&reader, article)));
        self.reader = Some(reader);
        match found {
            Ok((credit, claims)) => {
                import.credit(article, credit.as_ref().map(|credit| credit.agency.as_str()))?;
                import.extracted(article, &claims)
            }
            Err(_) => {
                output::message(&format!(
                    "factdb: {}: the reader failed on this text; it is stored without claims (please report it)",
                    article.key
                ));
                Ok(())
            }
        }
    }
}

/// A reader with the names of these entities.
pub(super) fn reader(entities: &[Entity]) -> Reader {
    Reader::new(Gazetteer::new(entries(entities)))
}

/// What an article credits, if its metadata do not say, and what it claims.
fn found(reader: &Reader, article: &StoredArticle) -> (Option<Credit>, Vec<Claim>) {
    let publisher = article.publisher.as_deref();
    let stated = article.wire.as_deref().filter(|_| !article.wire_found);
    let page = Page { text: &article.text, author: article.author.as_deref(), publisher };
    let (credit, wire) = wire(reader, &page, stated);
    let claims = reader.read(&Subject {
        text: &article.text,
        title: article.title.as_deref(),
        published: article.published.as_deref().and_then(|day| day.parse::<NaiveDate>().ok()),
        publisher,
        wire: wire.as_deref(),
    });
    (credit, claims)
}

/// The agency that an article credits, and the key of the one whose text it is as a whole, if that is not its publisher.
pub(super) fn wire(
    reader: &Reader,
    page: &Page<'_>,
    stated: Option<&str>,
) -> (Option<Credit>, Option<String>) {
    let credit = if stated.is_some() { None } else { reader.credit(page) };
    let whole = credit.as_ref().filter(|credit| credit.share == Share::Whole);
    let wire = stated.or(whole.map(|credit| credit.agency.as_str()));
    let wire = wire.filter(|wire| page.publisher != Some(*wire)).map(str::to_owned);
    (credit, wire)
}

/// Whether a text in this language is read.
pub(super) fn is_english(language: &str) -> bool {
    language.eq_ignore_ascii_case("english")
        || language.split(['-', '_']).next().is_some_and(|tag| tag.eq_ignore_ascii_case("en"))
}
