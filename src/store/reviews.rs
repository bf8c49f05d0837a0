//! Human verdicts: append-only; the last one on a reading counts.

use rusqlite::params;

use super::claims::stored_claims;
use super::{Import, Store, StoredClaim};
use crate::error::{Error, Result};
use crate::model::vocabulary::{Verdict, Vocabulary};

/// A reading under review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewTarget {
    /// The claim.
    pub claim: StoredClaim,
    /// Its latest verdict, if any.
    pub verdict: Option<String>,
}

/// A verdict to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review<'a> {
    /// What is said.
    pub verdict: Verdict,
    /// The reading it is said of.
    pub claim: &'a StoredClaim,
    /// The claim that replaces it.
    pub replacement: Option<&'a StoredClaim>,
    /// Who says so.
    pub reviewer: Option<&'a str>,
    /// Why.
    pub note: Option<&'a str>,
    /// When, `YYYY-MM-DDTHH:MM:SSZ`.
    pub made: &'a str,
}

impl Import<'_> {
    /// Adds a verdict.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn review(&mut self, review: &Review<'_>) -> Result<()> {
        self.connection().execute(
            "INSERT INTO reviews (claim_key, reading_hash, article_key, verdict, replacement_key, replacement_reading,
                 reviewer, note, made)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                review.claim.key,
                review.claim.reading_hash,
                review.claim.article_key,
                review.verdict.word(),
                review.replacement.map(|claim| &claim.key),
                review.replacement.map(|claim| &claim.reading_hash),
                review.reviewer,
                review.note,
                review.made
            ],
        )?;
        Ok(())
    }
}

impl Import<'_> {
    /// The claim that the latest verdict on a reading put in its place, if a correction made that claim.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn own_replacement(&self, claim: &StoredClaim) -> Result<Option<StoredClaim>> {
        let found = self.store.claims_by(
            stored_claims!(
                "claims.method = 'curated' AND claims.import_id IN (SELECT id FROM imports WHERE command = 'review')
                 AND (claims.key, claims.reading_hash) IN (
                     SELECT replacement_key, replacement_reading FROM current_reviews
                     WHERE claim_key = ?1 AND current_reviews.reading_hash = ?2)"
            ),
            [&claim.key, &claim.reading_hash],
        )?;
        Ok(found.into_iter().next())
    }

    /// Whether the latest verdict on a reading is that it is wrong.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn is_rejected(&self, claim: &StoredClaim) -> Result<bool> {
        Ok(self.store.verdict(claim)?.as_deref() == Some(Verdict::Rejected.word()))
    }
}

impl Store {
    /// The latest verdict on a reading.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn verdict(&self, claim: &StoredClaim) -> Result<Option<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT verdict FROM current_reviews WHERE claim_key = ?1 AND reading_hash = ?2",
        )?;
        let mut rows = statement.query([&claim.key, &claim.reading_hash])?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    }

    /// Readings that wait for a human eye: extracted claims without a verdict, and those whose verdict was on another
    /// reading.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn waiting_for_review(&self) -> Result<Vec<StoredClaim>> {
        self.claims_by(
            stored_claims!(
                "claims.method = 'extracted' AND claims.id IN (SELECT id FROM current_claims)
             AND NOT EXISTS (SELECT 1 FROM current_reviews
                 WHERE claim_key = claims.key AND current_reviews.reading_hash = claims.reading_hash)"
            ),
            [],
        )
    }

    /// Readings with a verdict, and the verdict.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn reviewed(&self) -> Result<Vec<ReviewTarget>> {
        let claims = self.claims_by(
            stored_claims!(
                "EXISTS (SELECT 1 FROM current_reviews
                 WHERE claim_key = claims.key AND current_reviews.reading_hash = claims.reading_hash)"
            ),
            [],
        )?;
        claims.into_iter().map(|claim| Ok(ReviewTarget { verdict: self.verdict(&claim)?, claim })).collect()
    }

    /// Of several readings of one key, the one that was judged; else the one that reports count.
    fn meant(&self, found: Vec<StoredClaim>) -> Result<Vec<StoredClaim>> {
        let mut judged = Vec::new();
        let mut counted = Vec::new();
        for claim in &found {
            if self.verdict(claim)?.is_some() {
                judged.push(claim.clone());
            }
            if self.is_current(claim.id)? {
                counted.push(claim.clone());
            }
        }
        Ok([judged, counted].into_iter().find(|few| few.len() == 1).unwrap_or(found))
    }

    fn is_current(&self, claim_id: i64) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM current_claims WHERE id = ?1)";
        Ok(self.connection.prepare_cached(sql)?.query_row([claim_id], |row| row.get(0))?)
    }

    /// The one reading that a person means by a claim key, or by claim key and reading (`KEY:READING`).
    ///
    /// # Errors
    /// When there is none, or when the key has several readings.
    pub fn find_reading(&self, words: &str) -> Result<StoredClaim> {
        let (digits, reading) = words.split_once(':').unwrap_or((words, ""));
        let mut found = self.find_claims(digits)?;
        found.retain(|claim| claim.reading_hash.starts_with(reading));
        // The same reading by rule and by hand is one reading.
        found.dedup_by(|a, b| a.reading_hash == b.reading_hash);
        if found.len() > 1 {
            found = self.meant(found)?;
        }
        match found.len() {
            1 => Ok(found.remove(0)),
            0 => Err(Error::user(format!("no reading of '{digits}' begins with '{reading}'"))),
            _ => {
                let readings: Vec<String> =
                    found.iter().map(|claim| format!("{}:{}", claim.key, claim.reading_hash)).collect();
                Err(Error::user(format!(
                    "'{digits}' was read in several ways: name one of {}",
                    readings.join(", ")
                )))
            }
        }
    }
}
