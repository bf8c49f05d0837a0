//! Claims of articles that came by other files, or were there before: put in when all articles are there.

use super::locate::Finder;
use super::pipeline::Step;
use super::run::{Importer, unreadable};
use super::timings::Stage;
use super::work::{Drafted, Headed};
use crate::cli::extraction::Extraction;
use crate::error::Result;
use crate::model::{Place, Problem};
use crate::source::{CuratedClaim, Header};
use crate::store::{Import, StoredArticle, named};

/// Claims of one article.
struct Waiting {
    /// Where they stand.
    place: Place,
    /// Key or address of the article.
    article: String,
    /// What the claim file's header says of it.
    header: Option<Header>,
    claims: Vec<CuratedClaim>,
}

impl Importer<'_, '_> {
    /// Takes what waits in a part.
    pub(super) fn step_waiting(&mut self, extraction: &Extraction, step: Step<Vec<Drafted>>) -> Result<()> {
        match step {
            Step::Read(drafted, _) => {
                for drafted in drafted {
                    match drafted {
                        Drafted::Claims(claims) => self.claims_by_article(extraction, claims)?,
                        Drafted::Headed(place, headed) => {
                            let Headed { header, claims, .. } = *headed;
                            let article = header.article.key.clone().or(header.article.url.clone()).unwrap_or_default();
                            self.put_waiting(extraction, Waiting { place, article, header: Some(header), claims })?;
                        }
                        _ => {}
                    }
                }
            }
            Step::Failed => self.problem(unreadable("claims")),
            Step::End => {}
        }
        Ok(())
    }

    fn claims_by_article(&mut self, extraction: &Extraction, claims: Vec<CuratedClaim>) -> Result<()> {
        let mut together: Option<Waiting> = None;
        for claim in claims {
            let Some(article) = claim.article.clone() else {
                self.problem(
                    Problem::refused(claim.place.at_field("article"), "the claim does not say which article it is of")
                        .with_way_out("give the key or address of the article, or begin the file with [article]"),
                );
                continue;
            };
            match &mut together {
                Some(waiting) if waiting.article == article => waiting.claims.push(claim),
                _ => {
                    let next = Waiting { place: claim.place.clone(), article, header: None, claims: vec![claim] };
                    if let Some(waiting) = together.replace(next) {
                        self.put_waiting(extraction, waiting)?;
                    }
                }
            }
        }
        together.map_or(Ok(()), |waiting| self.put_waiting(extraction, waiting))
    }

    fn put_waiting(&mut self, extraction: &Extraction, waiting: Waiting) -> Result<()> {
        let mut clock = self.settings.timings.start();
        let Some(article) = self.import.find(&waiting.article)? else {
            self.without_article(waiting);
            return Ok(());
        };
        let mut problems = Vec::new();
        let Waiting { place, header, claims, .. } = waiting;
        let finder = Finder::new(&article.text);
        let found: Vec<_> = claims.into_iter().map(|claim| finder.locate(claim)).collect();
        clock.lap(Stage::Quotes);
        let done = self.import.whole(|import| {
            let described = header.as_ref().map(|header| import.describe_article(&article, &header.article));
            let reading = match described.transpose()?.flatten() {
                Some(article) => Some(extraction.read_stored(import, &article)?),
                None => None,
            };
            put_claims(import, &article, &finder, found, &mut problems)?;
            Ok(reading)
        });
        clock.lap(Stage::Rows);
        self.summary.problems.extend(problems);
        match done {
            Ok(reading) => self.unread(&article.key, reading.as_ref()),
            Err(error) => self.note(&place, Err(error))?,
        }
        self.end_full_batch()
    }

    /// Every claim is refused, or the header where it has none.
    fn without_article(&mut self, waiting: Waiting) {
        let mut places: Vec<Place> = waiting.claims.into_iter().map(|claim| claim.place).collect();
        if places.is_empty() {
            places.push(waiting.place);
        }
        for place in places {
            let reason = format!("no article has the key or address '{}'", waiting.article);
            self.problem(
                Problem::refused(place.at_field("article"), reason)
                    .with_way_out("import the article first, or in the same run; `factdb report articles` lists the keys"),
            );
        }
    }
}

/// Puts in the claims that are in their article.
fn put_claims(
    import: &mut Import<'_>,
    article: &StoredArticle,
    finder: &Finder<'_>,
    found: Vec<Result<(crate::model::Claim, Vec<Problem>), Problem>>,
    problems: &mut Vec<Problem>,
) -> Result<()> {
    let mut located = Vec::with_capacity(found.len());
    for found in found {
        match found {
            Ok((claim, warnings)) => {
                problems.extend(warnings);
                located.push(claim);
            }
            Err(problem) => problems.push(problem),
        }
    }
    import.claims(article.id, &named(&article.key, &article.text, finder.sentences(), located)).map(drop)
}
