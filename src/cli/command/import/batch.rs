//! Articles that go in together, a transaction's worth; where one of them fails, one by one.

use super::run::Importer;
use super::timings::Stage;
use super::work::DraftedArticle;
use crate::cli::extraction::{Extraction, Reading};
use crate::error::Result;
use crate::model::{Place, Problem};
use crate::store::{ArticleChange, Import, NamedClaim, PutArticle};

/// Articles in a batch at most, and bytes of their texts: of what goes in, so much is in memory at once.
const ARTICLES: usize = 1_000;
const BYTES: usize = 8 * 1024 * 1024;

/// What came, in order, and is not in yet.
#[derive(Default)]
pub(super) struct Batch {
    came: Vec<Came>,
    articles: usize,
    bytes: usize,
}

enum Came {
    Article(Place, Box<DraftedArticle>),
    Problem(Problem),
}

/// An article that is in, and what came of reading it again for that.
type Put = (PutArticle, Option<Reading>);

impl Batch {
    pub(super) fn article(&mut self, place: Place, article: Box<DraftedArticle>) {
        self.articles += 1;
        self.bytes += article.draft.article().text.len();
        self.came.push(Came::Article(place, article));
    }

    /// Keeps a problem behind the articles before it; gives it back where there are none.
    pub(super) fn problem(&mut self, problem: Problem) -> Option<Problem> {
        if self.came.is_empty() {
            return Some(problem);
        }
        self.came.push(Came::Problem(problem));
        None
    }

    pub(super) fn is_full(&self) -> bool {
        self.articles >= ARTICLES || self.bytes >= BYTES
    }
}

impl Importer<'_, '_> {
    /// Puts in what waits.
    pub(super) fn put_batch(&mut self, extraction: &Extraction) -> Result<()> {
        let is_full = self.batch.is_full();
        let batch = std::mem::take(&mut self.batch);
        if batch.came.is_empty() {
            return Ok(());
        }
        let mut clock = self.settings.timings.start();
        let together = self.import.together(|import| {
            let articles = batch.came.iter().filter_map(|came| match came {
                Came::Article(_, article) => Some(article),
                Came::Problem(_) => None,
            });
            articles.map(|article| put(import, extraction, article)).collect::<Result<Vec<Put>>>()
        });
        clock.lap(Stage::Rows);
        // What the database cannot do, it cannot do one by one either.
        let together = together.map(Some).or_else(|error| error.refusal().map(|_| None).ok_or(error))?;
        self.note_batch(extraction, batch, together)?;
        if is_full { self.end_batch() } else { self.end_full_batch() }
    }

    /// Notes what became of each, in order; those that did not go in together go in now.
    fn note_batch(&mut self, extraction: &Extraction, batch: Batch, together: Option<Vec<Put>>) -> Result<()> {
        let mut together = together.map(Vec::into_iter);
        for came in batch.came {
            match came {
                Came::Problem(problem) => self.problem(problem),
                Came::Article(place, article) => match together.as_mut().map(Iterator::next) {
                    Some(Some(put)) => self.note_article(&article, put),
                    _ => {
                        let done = self.import_article(extraction, &article, None);
                        self.note(&place, done)?;
                    }
                },
            }
        }
        Ok(())
    }

    /// An article with all its claims, both or neither. One that is as it was is not read again.
    pub(super) fn import_article(
        &mut self,
        extraction: &Extraction,
        article: &DraftedArticle,
        curated: Option<(&str, &[NamedClaim])>,
    ) -> Result<()> {
        let mut clock = self.settings.timings.start();
        let put = self.import.whole(|import| put_whole(import, extraction, article, curated))?;
        clock.lap(Stage::Rows);
        self.note_article(article, put);
        Ok(())
    }

    fn note_article(&mut self, article: &DraftedArticle, (put, reading): Put) {
        self.summary.articles += 1;
        self.summary.bytes += article.draft.article().text.len() as u64;
        if put.change != ArticleChange::Unchanged {
            self.unread(&put.key, reading.as_ref().or(article.reading.as_ref()));
        }
    }
}

/// Puts an article in among others.
fn put(import: &mut Import<'_>, extraction: &Extraction, article: &DraftedArticle) -> Result<Put> {
    match import.plain_article(&article.draft, article.reading.is_some())? {
        Some(put) => Ok((put, None)),
        None => import.apart(|import| put_whole(import, extraction, article, None)),
    }
}

fn put_whole(
    import: &mut Import<'_>,
    extraction: &Extraction,
    article: &DraftedArticle,
    curated: Option<(&str, &[NamedClaim])>,
) -> Result<Put> {
    let put = import.article(&article.draft)?;
    let reading = if put.change != ArticleChange::Unchanged && needs_reading(article, &put) {
        let stored = import.stored_article(put.id)?;
        Some(extraction.read_stored(import, &stored)?)
    } else {
        None
    };
    if let Some((key, claims)) = curated {
        import.curated(&put, key, &article.draft, claims)?;
    }
    Ok((put, reading))
}

/// Whether what was read in an article does not hold for the row that it became.
fn needs_reading(article: &DraftedArticle, put: &PutArticle) -> bool {
    match (&article.reading, put.change) {
        (Some(Reading::Unwanted), _) => false,
        // Metadata that were there before may say other things, such as the language.
        (_, ArticleChange::Updated) | (None, _) => true,
        (Some(Reading::Read(..)), _) => !put.is_read,
        (Some(Reading::Foreign(_) | Reading::Failed), _) => false,
    }
}
