//! An article as it was read from a file, before the database knows it.

use chrono::NaiveDate;

use super::vocabulary::{PublishedFrom, TextKind};

/// The day an article was published, and where that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The day, as the outlet's own clock showed it.
    pub date: NaiveDate,
    /// Where the date was found.
    pub from: PublishedFrom,
}

/// One version of an article.
///
/// `text` keeps its characters and line breaks; front matter is not part of it. It holds no NUL.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// A stable name that the file itself gives; otherwise one is made from URL, metadata or text.
    pub key: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Author or authors, as one line.
    pub author: Option<String>,
    /// Name (or entity key) of the outlet.
    pub publisher: Option<String>,
    /// Day of publication.
    pub published: Option<Published>,
    /// Instant of the last change, `YYYY-MM-DDTHH:MM:SSZ` or `YYYY-MM-DD`.
    pub modified: Option<String>,
    /// Instant of capture, `YYYY-MM-DDTHH:MM:SSZ` or `YYYY-MM-DD`.
    pub retrieved: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Whether the language was told from the text, so that any word of metadata stands above it.
    pub language_found: bool,
    /// The text itself.
    pub text: String,
    /// Full text, excerpt, or digest in the importer's words.
    pub text_kind: TextKind,
    /// Name (or entity key) of the agency that the article credits.
    pub wire: Option<String>,
}
