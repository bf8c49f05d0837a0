//! Reading claims out of stored articles: the reader with the names of the database, made once a run.

use chrono::NaiveDate;

use super::output;
use crate::entity::{Gazetteer, entries};
use crate::error::Result;
use crate::extract::{Reader, Subject};
use crate::model::Entity;
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
            None => reader(&import.described_entities()?),
        };
        let subject = Subject {
            text: &article.text,
            title: article.title.as_deref(),
            published: article.published.as_deref().and_then(|day| day.parse::<NaiveDate>().ok()),
            publisher: article.publisher.as_deref(),
        };
        // A fault of the reader costs the claims of one article, not the run.
        let claims = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| reader.read(&subject)));
        self.reader = Some(reader);
        match claims {
            Ok(claims) => import.extracted(article, &claims),
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

/// Whether a text in this language is read.
pub(super) fn is_english(language: &str) -> bool {
    language.eq_ignore_ascii_case("english")
        || language.split(['-', '_']).next().is_some_and(|tag| tag.eq_ignore_ascii_case("en"))
}
