//! What a person says of two articles: append-only, and before anything that the program found.

use rusqlite::{OptionalExtension, params};

use crate::error::{Error, Result};
use crate::model::vocabulary::{OriginMethod, OriginVerdict, Vocabulary};
use crate::store::{Import, Store, StoredArticle};

/// A verdict on two articles.
#[derive(Debug, Clone, Copy)]
pub struct Saying<'a> {
    /// What is said.
    pub verdict: OriginVerdict,
    /// Of which articles.
    pub articles: [&'a StoredArticle; 2],
    /// Who says so.
    pub reviewer: Option<&'a str>,
    /// Why.
    pub note: Option<&'a str>,
    /// When, `YYYY-MM-DDTHH:MM:SSZ`.
    pub made: &'a str,
}

impl Import<'_> {
    /// Adds a person's verdict; reports follow at once.
    ///
    /// # Errors
    /// When both articles are one, or SQLite fails.
    pub fn judge_origin(&self, saying: &Saying<'_>) -> Result<()> {
        let [one, other] = saying.articles;
        if one.key == other.key {
            return Err(Error::user(format!("'{}' is one article: name two", one.key)));
        }
        self.connection().execute(
            "INSERT INTO origin_judgements (first_key, second_key, first_hash, second_hash, verdict, method, reviewer, note, made)
             SELECT first.key, second.key, first.text_hash, second.text_hash, ?3, ?4, ?5, ?6, ?7
             FROM articles AS first JOIN articles AS second ON second.key > first.key
             WHERE first.id IN (?1, ?2) AND second.id IN (?1, ?2)",
            params![
                one.id,
                other.id,
                saying.verdict.word(),
                OriginMethod::Person.word(),
                saying.reviewer,
                saying.note,
                saying.made
            ],
        )?;
        self.follow_people()
    }

    /// Says what people said of an article again under its new name.
    pub(in crate::store) fn rename_origins(&self, old: &str, new: &str) -> Result<()> {
        self.connection().execute(
            "INSERT INTO origin_judgements (first_key, second_key, first_hash, second_hash, verdict, method, score, note, reviewer, made)
             SELECT min(?2, other_key), max(?2, other_key), CASE WHEN ?2 < other_key THEN own_hash ELSE other_hash END,
                 CASE WHEN ?2 < other_key THEN other_hash ELSE own_hash END, verdict, method, score, note, reviewer, made
             FROM (
                 SELECT id, second_key AS other_key, first_hash AS own_hash, second_hash AS other_hash, verdict, method, score,
                     note, reviewer, made
                 FROM origin_judgements WHERE first_key = ?1 AND method = 'person'
                 UNION ALL
                 SELECT id, first_key, second_hash, first_hash, verdict, method, score, note, reviewer, made
                 FROM origin_judgements WHERE second_key = ?1 AND method = 'person')
             WHERE other_key <> ?2 ORDER BY id",
            [old, new],
        )?;
        Ok(())
    }
}

impl Store {
    /// What people last said of two articles, unless they took it back.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn origin_verdict(&self, one: &str, other: &str) -> Result<Option<OriginVerdict>> {
        let word: Option<String> = self
            .connection
            .query_row(
                "SELECT verdict FROM origin_judgements
                 WHERE first_key = min(?1, ?2) AND second_key = max(?1, ?2) AND method = 'person' ORDER BY id DESC LIMIT 1",
                [one, other],
                |row| row.get(0),
            )
            .optional()?;
        Ok(word
            .and_then(|word| OriginVerdict::from_word(&word))
            .filter(|verdict| *verdict != OriginVerdict::Withdrawn))
    }
}
