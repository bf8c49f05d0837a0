//! Reading claims out of stored articles: the reader with the names of the database, made once a run.

use chrono::NaiveDate;

use super::output;
use crate::entity::{Gazetteer, entries};
use crate::error::Result;
use crate::extract::{Credit, Reader, Share, Subject};
use crate::model::Claim;
use crate::store::{Import, StoredArticle};

/// Reads articles, or leaves them unread.
pub(super) struct Extraction {
    reader: Option<Reader>,
    wanted: bool,
}

impl Extraction {
    /// Nothing is built before the first article.
    pub(super) fn new(wanted: bool) -> Self {
        Self { reader: None, wanted }
    }

    /// Reads an article of this run, and puts in what it claims. Only English is read.
    pub(super) fn read(&mut self, import: &mut Import<'_>, article: &StoredArticle) -> Result<()> {
        if !self.wanted || article.language.as_deref().is_some_and(|language| !is_english(language)) {
            return Ok(());
        }
        let reader = match self.reader.take() {
            Some(reader) => reader,
            None => Reader::new(Gazetteer::new(entries(&import.described_entities()?))),
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

/// What an article credits, if its metadata do not say, and what it claims.
fn found(reader: &Reader, article: &StoredArticle) -> (Option<Credit>, Vec<Claim>) {
    let publisher = article.publisher.as_deref();
    let stated = article.wire.as_deref().filter(|_| !article.wire_found);
    let credit = match stated {
        Some(_) => None,
        None => reader.credit(&article.text, article.author.as_deref(), publisher),
    };
    let whole = credit.as_ref().filter(|credit| credit.share == Share::Whole);
    let wire = stated.or(whole.map(|credit| credit.agency.as_str()));
    let claims = reader.read(&Subject {
        text: &article.text,
        title: article.title.as_deref(),
        published: article.published.as_deref().and_then(|day| day.parse::<NaiveDate>().ok()),
        publisher,
        wire: wire.filter(|wire| publisher != Some(*wire)),
    });
    (credit, claims)
}

fn is_english(language: &str) -> bool {
    language.eq_ignore_ascii_case("english")
        || language.split(['-', '_']).next().is_some_and(|tag| tag.eq_ignore_ascii_case("en"))
}
