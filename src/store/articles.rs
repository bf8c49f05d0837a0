//! Articles: recognised by key, address or text; stored once; another text is another version.

use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::article_keys::text_key;
use super::entities::Outlet;
use super::{Draft, Import, StoredArticle};
use crate::error::Result;
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

/// Where an article was put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutArticle {
    /// Row id.
    pub id: i64,
    /// Stable name.
    pub key: String,
    /// What became of it.
    pub change: ArticleChange,
    /// Whether what was read in it went in with it.
    pub is_read: bool,
}

/// What an article's row holds that its draft does not say.
struct NewArticle<'a> {
    key: &'a str,
    version: i64,
    publisher: Option<i64>,
    /// The agency that its metadata name.
    wire: Option<i64>,
    /// The agency that was read in its text.
    agency: Option<i64>,
}

impl Import<'_> {
    /// Puts an article in: new, known, with new metadata, or as another version; and with it what was read in it, if it
    /// was read under the names that it has here.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn article(&mut self, draft: &Draft) -> Result<PutArticle> {
        let article = &draft.article;
        let publisher = article.publisher.as_deref().map(|name| self.outlet(name)).transpose()?;
        let key = self.key_for(draft, publisher.as_ref())?;
        let (known, versions) = self.known_version(&key, &draft.hash)?;
        if let Some(id) = known {
            let updated = self.update(id, draft)?;
            let change = if updated { ArticleChange::Updated } else { ArticleChange::Unchanged };
            self.count(change);
            return Ok(PutArticle { id, key, change, is_read: false });
        }
        let wire = article.wire.as_deref().map(|name| self.outlet(name)).transpose()?;
        let reading = draft.reading.as_ref().filter(|reading| {
            let named = |outlet: &Option<Outlet>| outlet.as_ref().map(|outlet| outlet.key.clone());
            reading.key == key && reading.publisher == named(&publisher) && reading.wire == named(&wire)
        });
        let agency = reading.and_then(|reading| reading.agency.as_deref()).filter(|_| wire.is_none());
        let agency = agency.map(|key| self.id_of(key)).transpose()?.flatten();
        let row = NewArticle {
            key: &key,
            version: versions + 1,
            publisher: publisher.map(|outlet| outlet.id),
            wire: wire.map(|outlet| outlet.id),
            agency,
        };
        let id = self.insert_article(draft, &row)?;
        let change = if versions == 0 { ArticleChange::Added } else { ArticleChange::NewVersion };
        if versions > 0 {
            self.order_versions(&key)?;
        }
        self.count(change);
        if let Some(reading) = reading {
            self.add_claims(id, &reading.claims)?;
        }
        Ok(PutArticle { id, key, change, is_read: reading.is_some() })
    }

    fn count(&mut self, change: ArticleChange) {
        match change {
            ArticleChange::Added => self.counts.articles_added += 1,
            ArticleChange::Unchanged => self.counts.articles_unchanged += 1,
            ArticleChange::Updated => self.counts.articles_updated += 1,
            ArticleChange::NewVersion => self.counts.versions_added += 1,
        }
    }

    /// The version of an article that has this text, if any; and how many versions there are.
    fn known_version(&self, key: &str, hash: &str) -> Result<(Option<i64>, i64)> {
        let mut statement =
            self.connection().prepare_cached("SELECT id, text_hash = ?2 FROM articles WHERE key = ?1")?;
        let mut rows = statement.query([key, hash])?;
        let (mut known, mut versions) = (None, 0);
        while let Some(row) = rows.next()? {
            versions += 1;
            if row.get(1)? {
                known = Some(row.get(0)?);
            }
        }
        Ok((known, versions))
    }

    fn insert_article(&mut self, draft: &Draft, row: &NewArticle<'_>) -> Result<i64> {
        let article = &draft.article;
        let published = article.published.map(|published| published.date.to_string());
        let id = self.connection().prepare_cached(
            "INSERT INTO articles (key, version, url, title, author, publisher_id, published, published_from, modified,
                 retrieved, language, text, text_kind, text_hash, wire_id, wire_found, import_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        )?.insert(params![
            row.key,
            row.version,
            draft.url,
            article.title,
            article.author,
            row.publisher,
            published,
            article.published.map(|published| published.from.word()),
            article.modified,
            article.retrieved,
            article.language,
            article.text,
            article.text_kind.word(),
            draft.hash,
            row.wire.or(row.agency),
            row.wire.is_none() && row.agency.is_some(),
            self.id,
        ])?;
        if let Some(comparison) = &draft.comparison {
            comparison.insert(self.connection(), id, published.as_deref())?;
        }
        Ok(id)
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
        if !self.update(article.id, &Draft::new(header.clone()))? {
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
    fn update(&mut self, id: i64, draft: &Draft) -> Result<bool> {
        let article = &draft.article;
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
            draft.url,
            article.title,
            article.author,
            publisher.map(|outlet| outlet.id),
            article.published.map(|published| published.date.to_string()),
            article.published.map(|published| published.from.word()),
            article.modified,
            article.retrieved,
            article.language.as_deref().filter(|_| !article.language_found),
            article.text_kind.word(),
            wire.map(|outlet| outlet.id),
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
    fn key_for(&mut self, draft: &Draft, publisher: Option<&Outlet>) -> Result<String> {
        if let Some(key) = &draft.article.key {
            self.adopt(key, draft)?;
            return Ok(key.clone());
        }
        if let Some(url) = &draft.url {
            let known = self
                .connection()
                .prepare_cached("SELECT key FROM articles WHERE url = ?1 ORDER BY id LIMIT 1")?
                .query_row([url], |row| row.get(0))
                .optional()?;
            let key = known.unwrap_or_else(|| url.clone());
            self.adopt(&key, draft)?;
            return Ok(key);
        }
        let nameless = text_key(&draft.hash);
        match (self.same_text(draft, publisher)?, &draft.made_key) {
            (Some(known), Some(made)) if known == nameless => {
                self.adopt(made, draft)?;
                Ok(made.clone())
            }
            (Some(known), _) => Ok(known),
            (None, made) => Ok(made.clone().unwrap_or(nameless)),
        }
    }

    /// The article that has this text already, unless the two are under different mastheads.
    fn same_text(&self, draft: &Draft, publisher: Option<&Outlet>) -> Result<Option<String>> {
        let hash = &draft.hash;
        let known: Vec<(String, Option<i64>)> = self
            .connection()
            .prepare_cached(
                "SELECT DISTINCT key, publisher_id FROM articles WHERE text_hash = ?1 ORDER BY key",
            )?
            .query_map([hash], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let publisher = publisher.map(|outlet| outlet.id);
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
    fn adopt(&mut self, key: &str, draft: &Draft) -> Result<()> {
        let hash = &draft.hash;
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
        self.rename_claims(id, key, &draft.article.text)
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

/// SHA-256 of a text in UTF-8, as `sha256sum` prints it.
pub(super) fn text_hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
