//! What is printed at once: tables, and for a page also what their claims rest on.

use super::Table;

/// Tables to print, and the story around them where it is known.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// The tables, in order.
    pub tables: &'a [Table],
    /// What a page shows beside them; other formats do not look at it.
    pub story: Option<&'a Story>,
}

impl<'a> From<&'a [Table]> for Document<'a> {
    fn from(tables: &'a [Table]) -> Self {
        Self { tables, story: None }
    }
}

/// What stands behind the tables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Story {
    /// The name of each table's report, as the command line has it.
    pub reports: Vec<String>,
    /// The options that narrowed the reports, as they would be typed, each with its value.
    pub options: Vec<String>,
    /// What the reports looked at.
    pub overview: Overview,
    /// The claims that the tables show, with their evidence.
    pub evidence: Vec<Evidence>,
}

/// How much the reports looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    /// Articles, each in its current version.
    pub articles: i64,
    /// Publishers of these articles, as far as they are known.
    pub publishers: i64,
    /// Claims that reports count.
    pub claims: i64,
    /// Earliest day of publication, `YYYY-MM-DD`.
    pub first: Option<String>,
    /// Latest day of publication.
    pub last: Option<String>,
}

/// A claim with everything that it rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// The claim.
    pub claim_key: String,
    /// The article.
    pub article_key: String,
    /// Headline, or that there is none.
    pub title: String,
    /// The publisher, or whose text was retold.
    pub publisher: String,
    /// Day of publication, and whether it was inferred.
    pub published: String,
    /// Address of the article, as it was given.
    pub url: Option<String>,
    /// `digest` where the words are the importer's and not the publisher's.
    pub text_kind: String,
    /// The words.
    pub quote: String,
    /// The sentence around them.
    pub sentence: String,
    /// First code point of the quote within the sentence.
    pub quote_start: usize,
    /// What is claimed, with its phase.
    pub what: String,
    /// Who does it.
    pub subject: Option<String>,
    /// To whom or what.
    pub object: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The figure as it is hedged, with what is counted.
    pub figure: Option<String>,
    /// The words of the date, and the days that they mean.
    pub when: Option<String>,
    /// How it stands; a denial says denied.
    pub stance: String,
    /// Who says so, and through whom.
    pub speaker: String,
    /// Where it comes from; none where only the article is known.
    pub origin: Option<String>,
    /// Curated or extracted.
    pub method: String,
    /// The latest verdict of a review.
    pub review: Option<String>,
}
