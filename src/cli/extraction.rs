//! Reading claims out of articles: the reader with the names of the database, made once a run, used by all threads.

use std::sync::OnceLock;

use chrono::NaiveDate;

use crate::entity::{Gazetteer, entries};
use crate::error::Result;
use crate::extract::{Credit, Page, Reader, Share, Subject};
use crate::model::{Article, Claim, Entity};
use crate::store::{Import, NamedClaim, Outlets, StoredArticle, named};
use crate::text::sentences;

/// Reads articles, or leaves them unread. What it knows of names does not change while it reads: the order in which
/// articles are read, or how many at once, does not show.
#[derive(Debug)]
pub(super) struct Extraction {
    entities: Vec<Entity>,
    pub(super) outlets: Outlets,
    wanted: bool,
    /// Not built before the first article.
    reader: OnceLock<Reader>,
}

/// What came of reading an article.
#[derive(Debug)]
pub(super) enum Reading {
    /// Nobody asked.
    Unwanted,
    /// It is in this language, and only English is read.
    Foreign(String),
    /// The reader failed: a fault of its own, which costs the claims of one article.
    Failed,
    /// The key of the agency that it credits, if its metadata do not say, and what it claims.
    Read(Option<String>, Vec<Claim>),
}

/// An article as it is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) text: &'a str,
    pub(super) title: Option<&'a str>,
    pub(super) author: Option<&'a str>,
    pub(super) published: Option<NaiveDate>,
    /// Key of the publisher.
    pub(super) publisher: Option<&'a str>,
    /// Key of the agency that the metadata name.
    pub(super) wire: Option<&'a str>,
    pub(super) language: Option<&'a str>,
}

impl<'a> Text<'a> {
    /// An article that is stored.
    pub(super) fn stored(article: &'a StoredArticle) -> Self {
        Self {
            text: &article.text,
            title: article.title.as_deref(),
            author: article.author.as_deref(),
            published: article.published.as_deref().and_then(|day| day.parse().ok()),
            publisher: article.publisher.as_deref(),
            wire: article.wire.as_deref().filter(|_| !article.wire_found),
            language: article.language.as_deref(),
        }
    }

    /// An article that is not stored yet, whose outlets have these keys.
    pub(super) fn new(article: &'a Article, publisher: Option<&'a str>, wire: Option<&'a str>) -> Self {
        Self {
            text: &article.text,
            title: article.title.as_deref(),
            author: article.author.as_deref(),
            published: article.published.map(|published| published.date),
            publisher,
            wire,
            language: article.language.as_deref(),
        }
    }
}

impl Extraction {
    /// With the names of the database as this run sees them now.
    pub(super) fn new(import: &Import<'_>, wanted: bool) -> Result<Self> {
        let entities = if wanted { import.described_entities()? } else { Vec::new() };
        Ok(Self { entities, outlets: import.outlets()?, wanted, reader: OnceLock::new() })
    }

    /// Reads a text, on any thread.
    pub(super) fn read(&self, text: &Text<'_>) -> Reading {
        if !self.wanted {
            return Reading::Unwanted;
        }
        if let Some(language) = text.language.filter(|language| !is_english(language)) {
            return Reading::Foreign(language.to_owned());
        }
        let reader = self.reader.get_or_init(|| reader(&self.entities));
        let found = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| found(reader, text)));
        match found {
            Ok((credit, claims)) => Reading::Read(credit.map(|credit| credit.agency), claims),
            Err(_) => Reading::Failed,
        }
    }

    /// Reads a stored article, and puts in what it claims; what came of it otherwise.
    pub(super) fn read_stored(&self, import: &mut Import<'_>, article: &StoredArticle) -> Result<Reading> {
        match self.read(&Text::stored(article)) {
            Reading::Read(agency, claims) => {
                import.credit(article, agency.as_deref())?;
                let claims = names(&article.key, &article.text, claims);
                import.extracted(article.id, &claims)?;
                Ok(Reading::Read(agency, Vec::new()))
            }
            other => Ok(other),
        }
    }
}

/// Names what was read in a text. Texts without claims are not cut for it.
pub(super) fn names(key: &str, text: &str, claims: Vec<Claim>) -> Vec<NamedClaim> {
    let sentences = if claims.is_empty() { Vec::new() } else { sentences(text) };
    named(key, text, &sentences, claims)
}

/// What is said where the reader failed.
pub(super) fn failure(key: &str) -> String {
    format!("factdb: {key}: the reader failed on this text; it is stored without claims (please report it)")
}

/// A reader with the names of these entities.
pub(super) fn reader(entities: &[Entity]) -> Reader {
    Reader::new(Gazetteer::new(entries(entities)))
}

/// What an article credits, if its metadata do not say, and what it claims.
fn found(reader: &Reader, text: &Text<'_>) -> (Option<Credit>, Vec<Claim>) {
    let page = Page { text: text.text, author: text.author, publisher: text.publisher };
    let (credit, wire) = wire(reader, &page, text.wire);
    let claims = reader.read(&Subject {
        text: text.text,
        title: text.title,
        published: text.published,
        publisher: text.publisher,
        wire: wire.as_deref(),
    });
    (credit, claims)
}

/// The agency that an article credits, and the key of the one whose text it is as a whole, if that is not its publisher.
pub(super) fn wire(
    reader: &Reader,
    page: &Page<'_>,
    stated: Option<&str>,
) -> (Option<Credit>, Option<String>) {
    let credit = if stated.is_some() { None } else { reader.credit(page) };
    let whole = credit.as_ref().filter(|credit| credit.share == Share::Whole);
    let wire = stated.or(whole.map(|credit| credit.agency.as_str()));
    let wire = wire.filter(|wire| page.publisher != Some(*wire)).map(str::to_owned);
    (credit, wire)
}

/// Whether a text in this language is read.
pub(super) fn is_english(language: &str) -> bool {
    language.eq_ignore_ascii_case("english")
        || language.split(['-', '_']).next().is_some_and(|tag| tag.eq_ignore_ascii_case("en"))
}
