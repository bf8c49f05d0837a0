//! Articles: recognised by key, address or text; stored once; another text is another version.

use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::article_keys::text_key;
use super::entities::Outlet;
use super::metadata::Metadata;
use super::{Draft, DraftReading, Import};
use crate::error::Result;
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

/// The names under which an article is stored.
struct Names<'a> {
    key: &'a str,
    publisher: Option<Outlet>,
    /// The agency that its metadata name.
    wire: Option<Outlet>,
}

impl Names<'_> {
    /// Whether it was read under these.
    fn are_those_of(&self, reading: &DraftReading) -> bool {
        let named = |outlet: &Option<Outlet>| outlet.as_ref().map(|outlet| outlet.key.clone());
        reading.key == self.key
            && reading.publisher == named(&self.publisher)
            && reading.wire == named(&self.wire)
    }
}

impl Import<'_> {
    /// Puts an article in: new, known, with new metadata, or as another version; and with it what was read in it, if it
    /// was read under the names that it has here.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn article(&mut self, draft: &Draft) -> Result<PutArticle> {
        let publisher = draft.article.publisher.as_deref().map(|name| self.outlet(name)).transpose()?;
        let (key, is_name) = self.key_for(draft, publisher.as_ref())?;
        if is_name && let Some(nameless) = self.nameless(&key, draft)? {
            self.adopt(nameless, &key, draft)?;
        }
        let (known, versions) = self.known_version(&key, &draft.hash)?;
        if let Some(id) = known {
            let updated = self.update(id, draft)?;
            return Ok(self.known(
                id,
                key,
                if updated { ArticleChange::Updated } else { ArticleChange::Unchanged },
            ));
        }
        let wire = draft.article.wire.as_deref().map(|name| self.outlet(name)).transpose()?;
        let names = Names { key: &key, publisher, wire };
        let reading = draft.reading.as_ref().filter(|reading| names.are_those_of(reading));
        let id = self.insert_version(draft, &names, versions + 1, reading)?;
        if versions > 0 {
            self.order_versions(&key)?;
        }
        self.claims_of_reading(id, reading)?;
        let change = if versions == 0 { ArticleChange::Added } else { ArticleChange::NewVersion };
        let is_read = reading.is_some();
        Ok(PutArticle { is_read, ..self.known(id, key, change) })
    }

    /// The same within [`Import::together`], of an article that is new, or there as it is. `None` where it is anything
    /// else, or new and has to be read: it goes in by [`Import::apart`], and nothing but its outlets is there yet.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn plain_article(&mut self, draft: &Draft, is_read: bool) -> Result<Option<PutArticle>> {
        let publisher = draft.article.publisher.as_deref().map(|name| self.outlet(name)).transpose()?;
        let (key, is_name) = self.key_for(draft, publisher.as_ref())?;
        if is_name && self.nameless(&key, draft)?.is_some() {
            return Ok(None);
        }
        let wire = draft.article.wire.as_deref().map(|name| self.outlet(name)).transpose()?;
        let names = Names { key: &key, publisher, wire };
        let reading = draft.reading.as_ref();
        match self.known_version(&key, &draft.hash)? {
            (Some(id), _)
                if !Metadata::new(draft, names.publisher.as_ref(), names.wire.as_ref())
                    .change(self.connection(), id)? =>
            {
                self.pending += 1;
                Ok(Some(self.known(id, key, ArticleChange::Unchanged)))
            }
            (None, 0)
                if is_read
                    && reading.is_none_or(|reading| names.are_those_of(reading) && draft.is_proven) =>
            {
                let id = self.insert_version(draft, &names, 1, reading)?;
                self.claims_of_reading(id, reading)?;
                self.pending += 1;
                let is_read = reading.is_some();
                Ok(Some(PutArticle { is_read, ..self.known(id, key, ArticleChange::Added) }))
            }
            _ => Ok(None),
        }
    }

    /// Counts what became of an article.
    fn known(&mut self, id: i64, key: String, change: ArticleChange) -> PutArticle {
        self.count(change);
        PutArticle { id, key, change, is_read: false }
    }

    fn claims_of_reading(&mut self, id: i64, reading: Option<&DraftReading>) -> Result<()> {
        reading.map_or(Ok(()), |reading| self.add_claims(id, &reading.claims))
    }

    fn insert_version(
        &mut self,
        draft: &Draft,
        names: &Names<'_>,
        version: i64,
        reading: Option<&DraftReading>,
    ) -> Result<i64> {
        let agency = reading.and_then(|reading| reading.agency.as_deref()).filter(|_| names.wire.is_none());
        let agency = agency.map(|key| self.id_of(key)).transpose()?.flatten();
        let row = NewArticle {
            key: names.key,
            version,
            publisher: names.publisher.as_ref().map(|outlet| outlet.id),
            wire: names.wire.as_ref().map(|outlet| outlet.id),
            agency,
        };
        self.insert_article(draft, &row)
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

    /// The stable name of an article: the one it has here, else the one it brings, else one made for it. And whether a text
    /// without any name takes it.
    fn key_for(&self, draft: &Draft, publisher: Option<&Outlet>) -> Result<(String, bool)> {
        if let Some(key) = &draft.article.key {
            return Ok((key.clone(), true));
        }
        if let Some(url) = &draft.url {
            let known = self
                .connection()
                .prepare_cached("SELECT key FROM articles WHERE url = ?1 ORDER BY id LIMIT 1")?
                .query_row([url], |row| row.get(0))
                .optional()?;
            return Ok((known.unwrap_or_else(|| url.clone()), true));
        }
        let nameless = text_key(&draft.hash);
        Ok(match (self.same_text(draft, publisher)?, &draft.made_key) {
            (Some(known), Some(made)) if known == nameless => (made.clone(), true),
            (Some(known), _) => (known, false),
            (None, made) => (made.clone().unwrap_or(nameless), false),
        })
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

    /// This text, if it came without any name before and nothing of the name has it.
    fn nameless(&self, key: &str, draft: &Draft) -> Result<Option<i64>> {
        let nameless = text_key(&draft.hash);
        if key == nameless {
            return Ok(None);
        }
        let mut statement = self.connection().prepare_cached(
            "SELECT id FROM articles
             WHERE key = ?1 AND publisher_id IS NULL AND url IS NULL
                 AND NOT EXISTS (SELECT 1 FROM articles WHERE key = ?2 AND text_hash = ?3)",
        )?;
        Ok(statement.query_row([&nameless, key, &draft.hash], |row| row.get(0)).optional()?)
    }

    /// A text that came without any name takes the first name it is given, with its claims and their reviews.
    fn adopt(&mut self, id: i64, key: &str, draft: &Draft) -> Result<()> {
        self.connection().execute("UPDATE articles SET key = ?2 WHERE id = ?1", params![id, key])?;
        self.order_versions(key)?;
        self.rename_origins(&text_key(&draft.hash), key)?;
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
