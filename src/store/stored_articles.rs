//! Articles as they are stored, read back whole.

use rusqlite::{OptionalExtension, Row};

use super::article_keys::canonical_url;
use super::{Import, Store};
use crate::error::{Error, Result};

/// An article in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredArticle {
    /// Row id.
    pub id: i64,
    /// Stable name.
    pub key: String,
    /// Version, counted from 1.
    pub version: i64,
    /// Whether a later version is there.
    pub superseded: bool,
    /// Headline.
    pub title: Option<String>,
    /// Author or authors.
    pub author: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Key of the publisher.
    pub publisher: Option<String>,
    /// Name of the publisher.
    pub publisher_name: Option<String>,
    /// Day of publication.
    pub published: Option<String>,
    /// Where that was found.
    pub published_from: Option<String>,
    /// Last change.
    pub modified: Option<String>,
    /// Capture.
    pub retrieved: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// Full, excerpt or digest.
    pub text_kind: String,
    /// Key of the credited agency.
    pub wire: Option<String>,
    /// Whether that was read in the text, and no metadata say so.
    pub wire_found: bool,
    /// The text.
    pub text: String,
}

/// A query for stored articles.
macro_rules! stored_articles {
    ($condition:literal) => {
        concat!(
            "SELECT articles.id, articles.key, version, superseded_by IS NOT NULL, title, author, url,
        publisher.key, publisher.name, published, published_from, modified, retrieved, language, text_kind, wire.key, wire_found, text
    FROM articles
        LEFT JOIN entities AS publisher ON publisher.id = publisher_id
        LEFT JOIN entities AS wire ON wire.id = wire_id
    WHERE ",
            $condition
        )
    };
}

impl Import<'_> {
    /// A version that this run put in or found.
    ///
    /// # Errors
    /// When it is not there, or SQLite fails.
    pub fn stored_article(&self, id: i64) -> Result<StoredArticle> {
        self.store.article_by_id(id)
    }
}

impl Store {
    /// The current version of the article that a person means by key or address.
    ///
    /// # Errors
    /// When there is none.
    pub fn find_article(&self, words: &str) -> Result<StoredArticle> {
        self.article_opt(words)?.ok_or_else(|| {
            Error::user(format!(
                "no article has the key or address '{words}'; `factdb report articles` lists them"
            ))
        })
    }

    /// The current version of an article by key or address, if it is there.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn article_opt(&self, words: &str) -> Result<Option<StoredArticle>> {
        let sql = stored_articles!(
            "superseded_by IS NULL AND (articles.key = ?1 OR url = ?2) ORDER BY articles.key = ?1 DESC LIMIT 1"
        );
        let found = self
            .connection
            .prepare_cached(sql)?
            .query_row([words, &canonical_url(words)], stored)
            .optional()?;
        Ok(found)
    }

    pub(super) fn article_by_id(&self, id: i64) -> Result<StoredArticle> {
        Ok(self.connection.prepare_cached(stored_articles!("articles.id = ?1"))?.query_row([id], stored)?)
    }

    /// Keys of all articles, sorted.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn article_keys(&self) -> Result<Vec<String>> {
        super::views::names(&self.connection, "SELECT DISTINCT key FROM articles ORDER BY key")
    }
}

fn stored(row: &Row<'_>) -> rusqlite::Result<StoredArticle> {
    Ok(StoredArticle {
        id: row.get(0)?,
        key: row.get(1)?,
        version: row.get(2)?,
        superseded: row.get(3)?,
        title: row.get(4)?,
        author: row.get(5)?,
        url: row.get(6)?,
        publisher: row.get(7)?,
        publisher_name: row.get(8)?,
        published: row.get(9)?,
        published_from: row.get(10)?,
        modified: row.get(11)?,
        retrieved: row.get(12)?,
        language: row.get(13)?,
        text_kind: row.get(14)?,
        wire: row.get(15)?,
        wire_found: row.get(16)?,
        text: row.get(17)?,
    })
}
