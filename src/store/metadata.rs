//! Metadata of articles that are there: what comes later is laid over what was there before, and versions are numbered by it.

use rusqlite::{Connection, OptionalExtension, ToSql, params};

use super::entities::Outlet;
use super::{Draft, Import, StoredArticle};
use crate::error::Result;
use crate::model::Article;
use crate::model::vocabulary::Vocabulary;

/// Columns that may change.
macro_rules! columns {
    () => {
        "(url, title, author, publisher_id, published, published_from, modified, retrieved, language, text_kind, wire_id, wire_found)"
    };
}

/// What they hold with new metadata over them; what these do not say stays.
macro_rules! laid_over {
    () => {
        "(coalesce(?2, url), coalesce(?3, title), coalesce(?4, author), coalesce(?5, publisher_id), coalesce(?6, published),
          coalesce(?7, published_from), coalesce(?8, modified), coalesce(?9, retrieved), coalesce(?10, language),
          CASE ?11 WHEN 'full' THEN text_kind ELSE ?11 END, coalesce(?12, wire_id), wire_found AND ?12 IS NULL)"
    };
}

/// Whether they would change by it.
const CHANGE: &str = concat!("SELECT ", columns!(), " IS NOT ", laid_over!(), " FROM articles WHERE id = ?1");
const LAY_OVER: &str = concat!("UPDATE articles SET ", columns!(), " = ", laid_over!(), " WHERE id = ?1");

/// Metadata of an article as its row holds them.
pub(super) struct Metadata<'a> {
    draft: &'a Draft,
    publisher: Option<i64>,
    wire: Option<i64>,
    published: Option<String>,
}

impl<'a> Metadata<'a> {
    /// Of an article whose outlets are there.
    pub(super) fn new(draft: &'a Draft, publisher: Option<&Outlet>, wire: Option<&Outlet>) -> Self {
        Self {
            draft,
            publisher: publisher.map(|outlet| outlet.id),
            wire: wire.map(|outlet| outlet.id),
            published: draft.article.published.map(|published| published.date.to_string()),
        }
    }

    /// Whether they say anything else than what is there.
    pub(super) fn change(&self, connection: &Connection, id: i64) -> Result<bool> {
        self.with_parameters(id, |parameters| {
            Ok(connection.prepare_cached(CHANGE)?.query_row(parameters, |row| row.get(0)).optional()?
                == Some(true))
        })
    }

    fn lay_over(&self, connection: &Connection, id: i64) -> Result<()> {
        self.with_parameters(id, |parameters| {
            connection.prepare_cached(LAY_OVER)?.execute(parameters)?;
            Ok(())
        })
    }

    fn with_parameters<T>(&self, id: i64, then: impl FnOnce(&[&dyn ToSql]) -> Result<T>) -> Result<T> {
        let article = &self.draft.article;
        then(params![
            id,
            self.draft.url,
            article.title,
            article.author,
            self.publisher,
            self.published,
            article.published.map(|published| published.from.word()),
            article.modified,
            article.retrieved,
            article.language.as_deref().filter(|_| !article.language_found),
            article.text_kind.word(),
            self.wire,
        ])
    }
}

impl Import<'_> {
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
    pub(super) fn update(&mut self, id: i64, draft: &Draft) -> Result<bool> {
        let publisher = draft.article.publisher.as_deref().map(|name| self.outlet(name)).transpose()?;
        let wire = draft.article.wire.as_deref().map(|name| self.outlet(name)).transpose()?;
        let metadata = Metadata::new(draft, publisher.as_ref(), wire.as_ref());
        if !metadata.change(self.connection(), id)? {
            return Ok(false);
        }
        metadata.lay_over(self.connection(), id)?;
        let key: String =
            self.connection().query_row("SELECT key FROM articles WHERE id = ?1", [id], |row| row.get(0))?;
        self.order_versions(&key)?;
        Ok(true)
    }

    /// Numbers the versions of an article anew: by change, capture, publication, then import.
    pub(super) fn order_versions(&self, key: &str) -> Result<()> {
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
}
