//! What is done to a part of an input on any thread: it is read, and of its articles everything is found out that needs no
//! database.

use super::locate::Finder;
use super::timings::{Stage, Timings};
use crate::cli::extraction::{Extraction, Reading, Text, names};
use crate::model::{Article, Entity, Place, Problem};
use crate::source::{ClaimFile, CuratedClaim, Header, Input, Item, Options, Part};
use crate::store::{Draft, DraftReading, KnownTexts, NamedClaim, named};

/// What all threads know.
pub(super) struct Work<'w> {
    pub(super) options: &'w Options,
    pub(super) extraction: &'w Extraction,
    /// Texts that need not be read again, as a rule.
    pub(super) known: &'w KnownTexts,
    /// Whether texts are prepared for being compared.
    pub(super) is_compared: bool,
    pub(super) timings: &'w Timings,
}

/// What an item has become.
pub(super) enum Drafted {
    Article(Place, Box<DraftedArticle>),
    /// Claims of one article, which the file brings or names.
    Headed(Place, Box<Headed>),
    /// Claims that name their articles.
    Claims(Vec<CuratedClaim>),
    Entity(Place),
    Problem(Problem),
}

/// An article, and what came of reading it.
pub(super) struct DraftedArticle {
    pub(super) draft: Draft,
    /// `None` where its text was known and it was left unread.
    pub(super) reading: Option<Reading>,
}

/// A claim file with a header.
pub(super) struct Headed {
    pub(super) header: Header,
    /// The header's article and its claims, where the header brings its text.
    pub(super) article: Option<DraftedArticle>,
    pub(super) curated: Option<Curated>,
    /// The claims where it does not.
    pub(super) claims: Vec<CuratedClaim>,
}

/// Curated claims, found in their article.
pub(super) struct Curated {
    /// The key under which they are named.
    pub(super) key: String,
    pub(super) claims: Vec<NamedClaim>,
    pub(super) problems: Vec<Problem>,
}

impl Work<'_> {
    /// Reads a part.
    pub(super) fn read(&self, input: &Input, part: Part) -> Vec<Drafted> {
        let mut drafted = Vec::new();
        let mut clock = self.timings.start();
        let stage = Stage::of_format(part.format);
        part.read(input, self.options, &mut |item| {
            clock.lap(stage);
            drafted.push(self.item(item));
            clock.restart();
        });
        clock.lap(stage);
        drafted
    }

    fn item(&self, item: Item) -> Drafted {
        match item {
            Item::Article { place, article } => Drafted::Article(place, Box::new(self.article(*article))),
            Item::Claims(file) => self.claim_file(file),
            Item::Entity { place, entity } => {
                drop::<Box<Entity>>(entity);
                Drafted::Entity(place)
            }
            Item::Problem(problem) => Drafted::Problem(problem),
        }
    }

    fn claim_file(&self, file: ClaimFile) -> Drafted {
        let ClaimFile { place: _, header, claims } = file;
        let Some(mut header) = header else { return Drafted::Claims(claims) };
        let place = header.place.clone();
        if !header.has_text {
            return Drafted::Headed(place, Box::new(Headed { header, article: None, curated: None, claims }));
        }
        let article = self.article(std::mem::take(&mut header.article));
        let curated = Some(self.curated(&article.draft, claims));
        Drafted::Headed(place, Box::new(Headed { header, article: Some(article), curated, claims: Vec::new() }))
    }

    /// Finds curated claims in the article that came with them.
    fn curated(&self, draft: &Draft, claims: Vec<CuratedClaim>) -> Curated {
        let mut clock = self.timings.start();
        let (key, text) = (draft.key(), &draft.article().text);
        let (mut located, mut problems) = (Vec::with_capacity(claims.len()), Vec::new());
        let finder = Finder::new(text);
        for claim in claims {
            match finder.locate(claim) {
                Ok((claim, warnings)) => {
                    problems.extend(warnings);
                    located.push(claim);
                }
                Err(problem) => problems.push(problem),
            }
        }
        let claims = named(&key, text, finder.sentences(), located);
        clock.lap(Stage::Quotes);
        Curated { key, claims, problems }
    }

    /// Reads of a part what waits for articles of other files.
    pub(super) fn read_waiting(&self, input: &Input, part: Part) -> Vec<Drafted> {
        let mut drafted = Vec::new();
        let mut clock = self.timings.start();
        part.read(input, self.options, &mut |item| {
            let Item::Claims(ClaimFile { header, claims, .. }) = item else { return };
            match header {
                None => drafted.push(Drafted::Claims(claims)),
                Some(header) if !header.has_text => {
                    let place = header.place.clone();
                    let headed = Headed { header, article: None, curated: None, claims };
                    drafted.push(Drafted::Headed(place, Box::new(headed)));
                }
                Some(_) => {}
            }
        });
        clock.lap(Stage::Formats);
        drafted
    }

    fn article(&self, article: Article) -> DraftedArticle {
        let mut clock = self.timings.start();
        let mut draft = Draft::new(article);
        let known = draft.is_among(self.known);
        clock.lap(Stage::Names);
        if known {
            return DraftedArticle { draft, reading: None };
        }
        let reading = self.reading(&mut draft);
        clock.restart();
        if self.is_compared {
            draft.compare();
        }
        clock.lap(Stage::Sketches);
        DraftedArticle { draft, reading: Some(reading) }
    }

    /// Reads an article under the names that it will have, if nothing unforeseen is in the database.
    fn reading(&self, draft: &mut Draft) -> Reading {
        let mut clock = self.timings.start();
        let article = draft.article();
        let outlet = |name: &Option<String>| name.as_deref().map(|name| self.extraction.outlets.key(name));
        let (publisher, wire) = (outlet(&article.publisher), outlet(&article.wire));
        let reading = self.extraction.read(&Text::new(article, publisher.as_deref(), wire.as_deref()));
        clock.lap(Stage::Extraction);
        let Reading::Read(agency, claims) = reading else { return reading };
        let key = draft.key();
        let claims = names(&key, &draft.article().text, claims);
        draft.read(DraftReading { key, publisher, wire, agency, claims });
        clock.lap(Stage::Names);
        Reading::Read(None, Vec::new())
    }
}
