//! Articles: recognised by key, address or text; stored once; another text is another version.

use rusqlite::{OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

use super::article_keys::{canonical_url, made_key, text_key};
use super::{Import, Store};
use crate::error::{Error, Result};
use crate::model::Article;
use crate::model::vocabulary::Vocabulary;

/// What became of an article that was put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArticleChange {
    /// It was new.
    Added,
    /// It was known, and is as it was.
    Unchanged,
    /// It was known, and has new metadata.
    Updated,
    /// It was known with another text.
    NewVersion,
}

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
    /// Puts an article in: new, known, with new metadata, or as another version.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn article(&mut self, article: &Article) -> Result<(StoredArticle, ArticleChange)> {
        let hash = text_hash(&article.text);
        let key = self.key_for(article, &hash)?;
        let known: Option<i64> = self
            .connection()
            .prepare_cached("SELECT id FROM articles WHERE key = ?1 AND text_hash = ?2")?
            .query_row(params![key, hash], |row| row.get(0))
            .optional()?;
        let (id, change) = match known {
            Some(id) if self.update(id, article)? => (id, ArticleChange::Updated),
            Some(id) => (id, ArticleChange::Unchanged),
            None => self.add(&key, article, &hash)?,
        };
        match change {
            ArticleChange::Added => self.counts.articles_added += 1,
            ArticleChange::Unchanged => self.counts.articles_unchanged += 1,
            ArticleChange::Updated => self.counts.articles_updated += 1,
            ArticleChange::NewVersion => self.counts.versions_added += 1,
        }
        Ok((self.store.article_by_id(id)?, change))
    }

    fn add(&mut self, key: &str, article: &Article, hash: &str) -> Result<(i64, ArticleChange)> {
        let publisher = article.publisher.as_deref().map(|name| self.outlet(name)).transpose()?;
        let wire = article.wire.as_deref().map(|name| self.outlet(name)).transpose()?;
        let versions: i64 =
            self.connection()
                .query_row("SELECT count(*) FROM articles WHERE key = ?1", [key], |row| row.get(0))?;
        let id = self.connection().prepare_cached(
            "INSERT INTO articles (key, version, url, title, author, publisher_id, published, published_from, modified,
                 retrieved, language, text, text_kind, text_hash, wire_id, import_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )?.insert(params![
            key,
            versions + 1,
            article.url.as_deref().map(canonical_url),
            article.title,
            article.author,
            publisher,
            article.published.map(|published| published.date.to_string()),
            article.published.map(|published| published.from.word()),
            article.modified,
            article.retrieved,
            article.language,
            article.text,
            article.text_kind.word(),
            hash,
            wire,
            self.id,
        ])?;
        if versions == 0 {
            return Ok((id, ArticleChange::Added));
        }
        self.order_versions(key)?;
        Ok((id, ArticleChange::NewVersion))
    }

    /// Lays what a claim file's header says over an article that is there; answers the article as it then is, if
    /// anything changed.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn describe_article(
        &mut self,
        article: &StoredArticle,
        header: &Article,
    ) -> Result<Option<StoredArticle>> {
        if !self.update(article.id, header)? {
            return Ok(None);
        }
        self.counts.articles_updated += 1;
        self.store.article_by_id(article.id).map(Some)
    }

    /// Notes which agency an article was read to credit, or that it credits none. What its metadata say stays.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn credit(&mut self, article: &StoredArticle, agency: Option<&str>) -> Result<()> {
        let wire = agency.map(|key| self.id_of(key)).transpose()?.flatten();
        self.connection()
            .prepare_cached(
                "UPDATE articles SET wire_id = ?2, wire_found = ?2 IS NOT NULL
                 WHERE id = ?1 AND (wire_id IS NULL OR wire_found) AND wire_id IS NOT ?2",
            )?
            .execute(params![article.id, wire])?;
        Ok(())
    }

    /// Lays new metadata over a known article; what the input does not say stays. Answers whether anything changed.
    fn update(&mut self, id: i64, article: &Article) -> Result<bool> {
        let publisher = article.publisher.as_deref().map(|name| self.outlet(name)).transpose()?;
        let wire = article.wire.as_deref().map(|name| self.outlet(name)).transpose()?;
        let changed = self.connection().prepare_cached(
            "UPDATE articles SET (url, title, author, publisher_id, published, published_from, modified, retrieved,
                 language, text_kind, wire_id, wire_found) = (coalesce(?2, url), coalesce(?3, title), coalesce(?4, author),
                 coalesce(?5, publisher_id), coalesce(?6, published), coalesce(?7, published_from),
                 coalesce(?8, modified), coalesce(?9, retrieved), coalesce(?10, language),
                 CASE ?11 WHEN 'full' THEN text_kind ELSE ?11 END, coalesce(?12, wire_id),
                 wire_found AND ?12 IS NULL)
             WHERE id = ?1 AND (url, title, author, publisher_id, published, published_from, modified, retrieved,
                 language, text_kind, wire_id, wire_found) IS NOT (coalesce(?2, url), coalesce(?3, title), coalesce(?4, author),
                 coalesce(?5, publisher_id), coalesce(?6, published), coalesce(?7, published_from),
                 coalesce(?8, modified), coalesce(?9, retrieved), coalesce(?10, language),
                 CASE ?11 WHEN 'full' THEN text_kind ELSE ?11 END, coalesce(?12, wire_id),
                 wire_found AND ?12 IS NULL)",
        )?.execute(params![
            id,
            article.url.as_deref().map(canonical_url),
            article.title,
            article.author,
            publisher,
            article.published.map(|published| published.date.to_string()),
            article.published.map(|published| published.from.word()),
            article.modified,
            article.retrieved,
            article.language.as_deref().filter(|_| !article.language_found),
            article.text_kind.word(),
            wire,
        ])?;
        if changed > 0 {
            let key: String =
                self.connection()
                    .query_row("SELECT key FROM articles WHERE id = ?1", [id], |row| row.get(0))?;
            self.order_versions(&key)?;
        }
        Ok(changed > 0)
    }

    /// Numbers the versions of an article anew: by change, capture, publication, then import.
    fn order_versions(&self, key: &str) -> Result<()> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id FROM articles WHERE key = ?1
             ORDER BY coalesce(modified, ''), coalesce(retrieved, ''), coalesce(published, ''), import_id, id",
        )?;
        let ids: Vec<i64> = statement.query_map([key], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let mut number = self
            .connection()
            .prepare_cached("UPDATE articles SET version = ?2, superseded_by = ?3 WHERE id = ?1")?;
        for (index, id) in ids.iter().enumerate() {
            number.execute(params![id, (index + 1) as i64, ids.get(index + 1)])?;
        }
        Ok(())
    }

    /// The stable name of an article: the one it has here, else the one it brings, else one made for it.
    fn key_for(&mut self, article: &Article, hash: &str) -> Result<String> {
        let url = article.url.as_deref().map(canonical_url);
        if let Some(key) = &article.key {
            self.adopt(key, article, hash)?;
            return Ok(key.clone());
        }
        if let Some(url) = url {
            let known = self
                .connection()
                .prepare_cached("SELECT key FROM articles WHERE url = ?1 ORDER BY id LIMIT 1")?
                .query_row([&url], |row| row.get(0))
                .optional()?;
            let key = known.unwrap_or(url);
            self.adopt(&key, article, hash)?;
            return Ok(key);
        }
        match (self.same_text(article, hash)?, made_key(article)) {
            (Some(known), Some(made)) if known == text_key(hash) => {
                self.adopt(&made, article, hash)?;
                Ok(made)
            }
            (Some(known), _) => Ok(known),
            (None, made) => Ok(made.unwrap_or_else(|| text_key(hash))),
        }
    }

    /// The article that has this text already, unless the two are under different mastheads.
    fn same_text(&mut self, article: &Article, hash: &str) -> Result<Option<String>> {
        let publisher = article.publisher.as_deref().map(|name| self.outlet(name)).transpose()?;
        let known: Vec<(String, Option<i64>)> = self
            .connection()
            .prepare_cached(
                "SELECT DISTINCT key, publisher_id FROM articles WHERE text_hash = ?1 ORDER BY key",
            )?
            .query_map([hash], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(match (publisher, known.as_slice()) {
            (Some(_), several) => several
                .iter()
                .find(|(key, theirs)| *theirs == publisher || (theirs.is_none() && *key == text_key(hash)))
                .map(|(key, _)| key.clone()),
            (None, [(key, _)]) => Some(key.clone()),
            (None, _) => None,
        })
    }

    /// A text that came without any name takes the first name it is given, with its claims and their reviews.
    fn adopt(&mut self, key: &str, article: &Article, hash: &str) -> Result<()> {
        let nameless = text_key(hash);
        if key == nameless {
            return Ok(());
        }
        let waiting: Option<i64> = self
            .connection()
            .prepare_cached(
                "SELECT id FROM articles
             WHERE key = ?1 AND publisher_id IS NULL AND url IS NULL
                 AND NOT EXISTS (SELECT 1 FROM articles WHERE key = ?2 AND text_hash = ?3)",
            )?
            .query_row([&nameless, key, hash], |row| row.get(0))
            .optional()?;
        let Some(id) = waiting else { return Ok(()) };
        self.connection().execute("UPDATE articles SET key = ?2 WHERE id = ?1", params![id, key])?;
        self.order_versions(key)?;
        self.rename_origins(&nameless, key)?;
        self.rename_claims(id, key, &article.text)
    }

    /// Removes an article with every version and claim; answers how many versions there were.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn remove(&mut self, key: &str) -> Result<usize> {
        let removed = self.connection().execute("DELETE FROM articles WHERE key = ?1", [key])?;
        self.prune_entities()?;
        Ok(removed)
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

/// SHA-256 of a text in UTF-8, as `sha256sum` prints it.
pub(super) fn text_hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
