//! An article before it is put in: everything about it that needs no database, made on any thread, so that the one that
//! writes only writes.

use std::collections::HashSet;

use super::article_keys::{canonical_url, made_key, text_key};
use super::articles::PutArticle;
use super::identity::{NamedClaim, named};
use super::origins::Comparison;
use super::together::proven;
use crate::error::Result;
use crate::model::Article;
use crate::text::sentences;

/// An article and what follows from it alone.
#[derive(Debug)]
pub struct Draft {
    pub(super) article: Article,
    /// The address without what does not identify the article.
    pub(super) url: Option<String>,
    /// A key from publisher, date and title.
    pub(super) made_key: Option<String>,
    /// SHA-256 of the text, hexadecimal.
    pub(super) hash: String,
    pub(super) comparison: Option<Comparison>,
    pub(super) reading: Option<DraftReading>,
    /// Whether every quote of the reading is what the text says.
    pub(super) is_proven: bool,
}

/// What the rules read in an article, taken that it is stored under these names. Where it is not, it must be read again.
#[derive(Debug)]
pub struct DraftReading {
    /// The article's key.
    pub key: String,
    /// Key of its publisher.
    pub publisher: Option<String>,
    /// Key of the agency that its metadata name.
    pub wire: Option<String>,
    /// Key of the agency that it was read to credit.
    pub agency: Option<String>,
    /// The claims, none of them twice.
    pub claims: Vec<NamedClaim>,
}

impl Draft {
    /// Names and hashes an article.
    pub fn new(article: Article) -> Self {
        let hash = super::articles::text_hash(&article.text);
        let url = article.url.as_deref().map(canonical_url);
        let made_key = made_key(&article);
        Self { article, url, made_key, hash, comparison: None, reading: None, is_proven: false }
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The key that it gets where nothing like it is stored.
    pub fn key(&self) -> String {
        let given = self.article.key.as_ref().or(self.url.as_ref()).or(self.made_key.as_ref());
        given.cloned().unwrap_or_else(|| text_key(&self.hash))
    }

    /// Whether its text is among those that were there.
    pub fn is_among(&self, known: &KnownTexts) -> bool {
        digits(&self.hash).is_some_and(|hash| known.0.contains(&hash))
    }

    /// Prepares the text for being compared with others.
    pub fn compare(&mut self) {
        self.comparison = Some(Comparison::of(&self.article.text, self.article.text_kind));
    }

    /// Lays down what was read in it.
    pub fn read(&mut self, reading: DraftReading) {
        self.is_proven = proven(&self.article.text, &reading.claims);
        self.reading = Some(reading);
    }
}

/// The texts that were there when a run began, by the first digits of their hashes: only a hint what need not be read.
#[derive(Debug, Default)]
pub struct KnownTexts(HashSet<u64>);

impl super::Import<'_> {
    /// Puts in the curated claims of an article that was put in, which were named as if its key was `key`.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn curated(
        &mut self,
        put: &PutArticle,
        key: &str,
        draft: &Draft,
        claims: &[NamedClaim],
    ) -> Result<()> {
        if put.key == key {
            return self.claims(put.id, claims).map(drop);
        }
        let text = &draft.article.text;
        let claims = claims.iter().map(|named| named.claim.clone()).collect();
        self.claims(put.id, &named(&put.key, text, &sentences(text), claims)).map(drop)
    }

    /// The texts that are there.
    ///
    /// # Errors
    /// When SQLite fails.
    pub fn known_texts(&self) -> Result<KnownTexts> {
        let mut statement = self.connection().prepare("SELECT text_hash FROM articles")?;
        let mut rows = statement.query([])?;
        let mut known = HashSet::new();
        while let Some(row) = rows.next()? {
            known.extend(row.get_ref(0)?.as_str().ok().and_then(digits));
        }
        Ok(KnownTexts(known))
    }
}

/// The first sixteen digits of a hash.
fn digits(hash: &str) -> Option<u64> {
    u64::from_str_radix(hash.get(..16)?, 16).ok()
}
