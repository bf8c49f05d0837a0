//! One run: entity files first, then claim files, then articles, then the claims that waited for those articles.
//! The order makes the result independent of the order of the arguments.

use std::collections::HashSet;
use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressStyle};

use super::locate::Finder;
use super::summary::Summary;
use crate::cli::database;
use crate::cli::extraction::Extraction;
use crate::error::Result;
use crate::model::vocabulary::Origin;
use crate::model::{Article, Entity, Place, Problem};
use crate::source::{self, ClaimFile, CuratedClaim, Discovery, Header, Input, Item, Kind, Options};
use crate::store::{ArticleChange, Import, StoredArticle};

/// A run in progress.
pub(super) struct Importer<'s, 'o> {
    import: Import<'s>,
    options: &'o Options,
    summary: Summary,
    extraction: Extraction,
    /// Files that a claim file's header has brought already.
    linked: HashSet<PathBuf>,
    /// Claims whose article may come later in the run.
    waiting: Vec<Waiting>,
}

/// Claims of an article that the run has not met yet.
struct Waiting {
    /// Where they stand.
    place: Place,
    /// Key or address of the article.
    article: String,
    /// What the claim file's header says of it.
    header: Option<Article>,
    claims: Vec<CuratedClaim>,
}

impl<'s, 'o> Importer<'s, 'o> {
    /// Begins.
    pub(super) fn new(import: Import<'s>, options: &'o Options, extraction: Extraction) -> Self {
        Self {
            import,
            options,
            summary: Summary::default(),
            extraction,
            linked: HashSet::new(),
            waiting: Vec::new(),
        }
    }

    /// Takes in everything that was found.
    pub(super) fn take(&mut self, discovery: Discovery) -> Result<()> {
        for problem in discovery.problems {
            self.problem(problem);
        }
        self.summary.passed_over = discovery.passed_over;
        let progress = progress(discovery.inputs.len());
        let mut inputs = discovery.inputs;
        // By name within a kind: where two files say different things, the order of the arguments must not decide.
        inputs.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
        let (entity_files, others): (Vec<_>, Vec<_>) = inputs.into_iter().partition(|input| input.kind == Kind::Entities);
        self.entity_files(&entity_files, &progress)?;
        for input in &others {
            if input.kind == Kind::Claims || !self.is_linked(input) {
                self.input(input)?;
            }
            progress.inc(1);
        }
        progress.finish_and_clear();
        self.waiting_claims()
    }

    /// Ends the run.
    pub(super) fn finish(self, finished: &str) -> Result<Summary> {
        let Self { mut import, mut summary, extraction, .. } = self;
        summary.unread = extraction.unread;
        import.counts.refused = summary.refused();
        summary.unknown_entities = std::mem::take(&mut import.unknown_entities);
        summary.counts = import.finish(finished)?;
        Ok(summary)
    }

    fn problem(&mut self, problem: Problem) {
        self.summary.problems.push(problem);
    }

    fn is_linked(&self, input: &Input) -> bool {
        let canonical = input.path.as_ref().and_then(|path| path.canonicalize().ok());
        canonical.is_some_and(|path| self.linked.contains(&path))
    }

    /// All entities of all files before any relation, so that files can refer to each other.
    fn entity_files(&mut self, inputs: &[Input], progress: &ProgressBar) -> Result<()> {
        let mut entities: Vec<(Place, Entity, Origin)> = Vec::new();
        for input in inputs {
            let problems = &mut self.summary.problems;
            source::read(input, self.options, &mut |item| match item {
                Item::Entity { place, entity } => entities.extend(
                    database::with_derived(*entity, Origin::File).into_iter().map(|(entity, origin)| (place.clone(), entity, origin)),
                ),
                Item::Problem(problem) => problems.push(problem),
                Item::Article { place, .. } => problems.push(misplaced(place)),
                Item::Claims(file) => problems.push(misplaced(file.place)),
            });
            progress.inc(1);
        }
        entities.sort_by_key(|(_, _, origin)| *origin != Origin::Derived);
        for (place, entity, origin) in &entities {
            let done = self.import.whole(|import| import.entity(entity, *origin));
            self.note(place, done)?;
        }
        for (place, entity, origin) in &entities {
            let done = self.import.whole(|import| import.relations(entity, *origin));
            self.note(place, done)?;
        }
        Ok(())
    }

    /// Reads one claim file or file of articles, item by item.
    fn input(&mut self, input: &Input) -> Result<()> {
        let mut failure = None;
        source::read(input, self.options, &mut |item| {
            if failure.is_none() {
                failure = self.item(item).err();
            }
        });
        failure.map_or(Ok(()), Err)
    }

    fn item(&mut self, item: Item) -> Result<()> {
        match item {
            Item::Article { place, article } => self.article(&place, &article),
            Item::Claims(file) => self.claim_file(file),
            Item::Entity { place, .. } => {
                self.problem(misplaced(place));
                Ok(())
            }
            Item::Problem(problem) => {
                self.problem(problem);
                Ok(())
            }
        }
    }

    fn article(&mut self, place: &Place, article: &Article) -> Result<()> {
        let extraction = &mut self.extraction;
        let done = self.import.whole(|import| put_article(import, extraction, article).map(drop));
        self.note(place, done)
    }

    fn claim_file(&mut self, file: ClaimFile) -> Result<()> {
        let Some(header) = file.header else {
            return self.claims_by_article(file.claims);
        };
        if !header.has_text {
            let article = header.article.key.clone().or(header.article.url.clone()).unwrap_or_default();
            self.waiting.push(Waiting {
                place: header.place,
                article,
                header: Some(header.article),
                claims: file.claims,
            });
            return Ok(());
        }
        self.linked.extend(header.path.clone());
        self.article_with_claims(&header, file.claims)
    }

    fn claims_by_article(&mut self, claims: Vec<CuratedClaim>) -> Result<()> {
        for claim in claims {
            match (claim.article.clone(), self.waiting.last_mut()) {
                (Some(words), Some(last)) if last.header.is_none() && last.article == words => last.claims.push(claim),
                (Some(article), _) => self.waiting.push(Waiting { place: claim.place.clone(), article, header: None, claims: vec![claim] }),
                (None, _) => self.problem(
                    Problem::refused(claim.place.at_field("article"), "the claim does not say which article it is of")
                        .with_way_out("give the key or address of the article, or begin the file with [article]"),
                ),
            }
        }
        Ok(())
    }

    /// An article and its claims, both or neither.
    fn article_with_claims(&mut self, header: &Header, claims: Vec<CuratedClaim>) -> Result<()> {
        let mut problems = Vec::new();
        let extraction = &mut self.extraction;
        let done = self.import.whole(|import| {
            let article = put_article(import, extraction, &header.article)?;
            put_claims(import, &article, claims, &mut problems)
        });
        self.summary.problems.extend(problems);
        self.note(&header.place, done)
    }

    /// Claims of articles that came by other files, or were there before.
    fn waiting_claims(&mut self) -> Result<()> {
        for waiting in std::mem::take(&mut self.waiting) {
            let Some(article) = self.import.find(&waiting.article)? else {
                self.without_article(waiting);
                continue;
            };
            let mut problems = Vec::new();
            let extraction = &mut self.extraction;
            let done = self.import.whole(|import| {
                let described = waiting.header.as_ref().map(|header| import.describe_article(&article, header));
                if let Some(article) = described.transpose()?.flatten() {
                    extraction.read(import, &article)?;
                }
                put_claims(import, &article, waiting.claims, &mut problems)
            });
            self.summary.problems.extend(problems);
            self.note(&waiting.place, done)?;
        }
        Ok(())
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

    /// What one article or entity did wrong is a problem of its own; what the database cannot do ends the run.
    fn note(&mut self, place: &Place, done: Result<()>) -> Result<()> {
        let Err(error) = done else { return Ok(()) };
        match error.refusal() {
            Some(reason) => self.problem(Problem::refused(place.clone(), reason)),
            None => return Err(error),
        }
        Ok(())
    }
}

/// An article, and what the rules read in it; one that is as it was is not read again.
fn put_article(import: &mut Import<'_>, extraction: &mut Extraction, article: &Article) -> Result<StoredArticle> {
    let (article, change) = import.article(article)?;
    if change != ArticleChange::Unchanged {
        extraction.read(import, &article)?;
    }
    Ok(article)
}

/// Finds the claims in their article and puts in those that are there.
fn put_claims(
    import: &mut Import<'_>,
    article: &StoredArticle,
    claims: Vec<CuratedClaim>,
    problems: &mut Vec<Problem>,
) -> Result<()> {
    let finder = Finder::new(&article.text);
    let mut located = Vec::with_capacity(claims.len());
    for claim in claims {
        match finder.locate(claim) {
            Ok((claim, warnings)) => {
                problems.extend(warnings);
                located.push(claim);
            }
            Err(problem) => problems.push(problem),
        }
    }
    import.claims(article, &located).map(drop)
}

fn misplaced(place: Place) -> Problem {
    Problem::refused(place, "this file mixes entities with something else").with_way_out("put entities into a file of their own")
}

/// A bar on a terminal, nothing elsewhere.
fn progress(inputs: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} files, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(inputs as u64).with_style(style)
}
