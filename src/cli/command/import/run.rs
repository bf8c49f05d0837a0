//! One run: entity files first, then claim files, then articles, then the claims that waited for those articles.
//! The order makes the result independent of the order of the arguments, and of how many threads read.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use super::batch::Batch;
use super::pipeline::{Pipeline, Step};
use super::progress::Progress;
use super::summary::Summary;
use super::timings::{Stage, Timings};
use super::work::{Drafted, Headed, Work};
use crate::cli::extraction::{Extraction, Reading, failure};
use crate::cli::{database, output};
use crate::error::Result;
use crate::model::vocabulary::Origin;
use crate::model::{Entity, Place, Problem};
use crate::source::{self, Discovery, Input, Item, Kind, Options};
use crate::store::Import;

/// What a run is told.
#[derive(Clone, Copy)]
pub(super) struct Settings<'o> {
    pub(super) options: &'o Options,
    /// Whether claims are read out of the texts.
    pub(super) extract: bool,
    /// How many threads read.
    pub(super) jobs: usize,
    /// Set when the run is to end.
    pub(super) stop: &'o AtomicBool,
    pub(super) timings: &'o Timings,
}

/// A run in progress: what only one thread does.
pub(super) struct Importer<'s, 'o> {
    pub(super) import: Import<'s>,
    pub(super) settings: Settings<'o>,
    pub(super) summary: Summary,
    progress: Progress,
    /// Files that a claim file's header has brought already.
    linked: HashSet<PathBuf>,
    /// Articles that go in together.
    pub(super) batch: Batch,
    /// What is known of the input that is being taken.
    current: Current,
    /// Inputs with claims whose articles may come later: they are read again for these.
    waiting: Vec<usize>,
}

/// An input while its parts come.
#[derive(Default)]
struct Current {
    /// Whether a claim file's header has brought it.
    is_linked: Option<bool>,
    /// Whether it gave anything yet, if only a problem.
    has_spoken: bool,
    /// Whether it has claims that wait.
    waits: bool,
}

impl<'s, 'o> Importer<'s, 'o> {
    /// Begins.
    pub(super) fn new(import: Import<'s>, settings: Settings<'o>) -> Self {
        Self {
            import,
            settings,
            summary: Summary::default(),
            progress: Progress::start(),
            linked: HashSet::new(),
            batch: Batch::default(),
            current: Current::default(),
            waiting: Vec::new(),
        }
    }

    /// Takes in everything that was found.
    pub(super) fn take(&mut self, discovery: Discovery) -> Result<()> {
        let Settings { options, extract, jobs, stop, timings } = self.settings;
        self.summary.problems.extend(discovery.problems);
        self.summary.passed_over = discovery.passed_over;
        let mut inputs = discovery.inputs;
        // By name within a kind: where two files say different things, the order of the arguments must not decide.
        inputs.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
        let (entity_files, others): (Vec<_>, Vec<_>) = inputs.iter().partition(|input| input.kind == Kind::Entities);
        self.entity_files(&entity_files)?;
        let extraction = Extraction::new(&self.import, extract)?;
        let known = self.import.known_texts()?;
        let is_compared = !self.import.is_trial();
        let work = Work { options, extraction: &extraction, known: &known, is_compared, timings };
        self.progress.expect(&others);
        let pipeline = Pipeline { inputs: &others, options, jobs, stop, timings };
        pipeline.run(&|input, part| work.read(input, part), |at, step| self.step(&extraction, at, others[at], step))?;
        self.put_batch(&extraction)?;
        let waiting: Vec<&Input> = std::mem::take(&mut self.waiting).into_iter().map(|at| others[at]).collect();
        self.progress.expect(&waiting);
        let pipeline = Pipeline { inputs: &waiting, ..pipeline };
        pipeline.run(&|input, part| work.read_waiting(input, part), |_, step| self.step_waiting(&extraction, step))?;
        self.progress.clear();
        Ok(())
    }

    /// Whether the user wants no more.
    pub(super) fn is_stopped(&self) -> bool {
        self.settings.stop.load(Ordering::Relaxed)
    }

    /// Ends the run.
    pub(super) fn finish(self, finished: &str) -> Result<Summary> {
        let stopped = self.is_stopped();
        let Self { mut import, mut summary, settings, progress, .. } = self;
        import.counts.refused = summary.refused();
        summary.unknown_entities = std::mem::take(&mut import.unknown_entities);
        let mut clock = settings.timings.start();
        import.index()?;
        clock.lap(Stage::FullText);
        summary.counts = if stopped {
            import.stop(finished)?
        } else {
            import.compare_texts()?;
            clock.lap(Stage::NearCopies);
            import.finish(finished)?
        };
        clock.lap(Stage::Commits);
        summary.stopped = stopped;
        summary.seconds = progress.since().elapsed().as_secs_f64();
        Ok(summary)
    }

    /// Notes a problem, behind those of the articles before it.
    pub(super) fn problem(&mut self, problem: Problem) {
        self.summary.problems.extend(self.batch.problem(problem));
    }

    /// All entities of all files before any relation, so that files can refer to each other.
    fn entity_files(&mut self, inputs: &[&Input]) -> Result<()> {
        let mut entities: Vec<(Place, Entity, Origin)> = Vec::new();
        for input in inputs {
            let problems = &mut self.summary.problems;
            source::read(input, self.settings.options, &mut |item| match item {
                Item::Entity { place, entity } => entities.extend(
                    database::with_derived(*entity, Origin::File).into_iter().map(|(entity, origin)| (place.clone(), entity, origin)),
                ),
                Item::Problem(problem) => problems.push(problem),
                Item::Article { place, .. } => problems.push(misplaced(place)),
                Item::Claims(file) => problems.push(misplaced(file.place)),
            });
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

    /// Takes what came of a part, or the end of an input.
    fn step(&mut self, extraction: &Extraction, at: usize, input: &Input, step: Step<Vec<Drafted>>) -> Result<()> {
        if self.is_linked(input) {
            if matches!(step, Step::End) {
                self.end(at);
            }
            return Ok(());
        }
        match step {
            Step::Read(drafted, position) => {
                self.current.has_spoken |= !drafted.is_empty();
                for drafted in drafted {
                    self.put(extraction, drafted)?;
                }
                self.progress.at(position, self.summary.articles);
            }
            Step::Failed => {
                self.current.has_spoken = true;
                self.problem(unreadable(&input.name));
            }
            Step::End => {
                if !self.current.has_spoken
                    && let Item::Problem(problem) = source::nothing_in(input)
                {
                    self.problem(problem);
                }
                self.end(at);
            }
        }
        Ok(())
    }

    fn end(&mut self, at: usize) {
        if std::mem::take(&mut self.current).waits {
            self.waiting.push(at);
        }
        self.progress.end(at);
    }

    /// Whether a claim file has brought this input already. Claim files go before articles, so that all are known.
    fn is_linked(&mut self, input: &Input) -> bool {
        if input.kind == Kind::Claims || self.linked.is_empty() {
            return false;
        }
        let linked = &self.linked;
        *self.current.is_linked.get_or_insert_with(|| {
            let canonical = input.path().and_then(|path| path.canonicalize().ok());
            canonical.is_some_and(|path| linked.contains(&path))
        })
    }

    fn put(&mut self, extraction: &Extraction, drafted: Drafted) -> Result<()> {
        match drafted {
            Drafted::Article(place, article) => self.batch.article(place, article),
            Drafted::Headed(place, headed) => {
                self.put_batch(extraction)?;
                self.headed(extraction, &place, *headed)?;
            }
            Drafted::Claims(_) => self.current.waits = true,
            Drafted::Entity(place) => self.problem(misplaced(place)),
            Drafted::Problem(problem) => self.problem(problem),
        }
        if self.batch.is_full() { self.put_batch(extraction) } else { self.end_full_batch() }
    }

    fn headed(&mut self, extraction: &Extraction, place: &Place, headed: Headed) -> Result<()> {
        let Headed { header, article, curated, .. } = headed;
        let (Some(article), Some(curated)) = (article, curated) else {
            self.current.waits = true;
            return Ok(());
        };
        self.linked.extend(header.path);
        self.summary.problems.extend(curated.problems);
        let done = self.import_article(extraction, &article, Some((&curated.key, &curated.claims)));
        self.note(place, done)
    }

    /// Notes an article that was left without claims.
    pub(super) fn unread(&mut self, key: &str, reading: Option<&Reading>) {
        match reading {
            Some(Reading::Foreign(language)) => *self.summary.unread.entry(language.clone()).or_default() += 1,
            Some(Reading::Failed) => output::message(&failure(key)),
            Some(Reading::Read(..) | Reading::Unwanted) | None => {}
        }
    }

    pub(super) fn end_full_batch(&mut self) -> Result<()> {
        if self.import.is_full() { self.end_batch() } else { Ok(()) }
    }

    pub(super) fn end_batch(&mut self) -> Result<()> {
        let mut clock = self.settings.timings.start();
        self.import.index()?;
        clock.lap(Stage::FullText);
        self.import.end_batch()?;
        clock.lap(Stage::Commits);
        Ok(())
    }

    /// What one article or entity did wrong is a problem of its own; what the database cannot do ends the run.
    pub(super) fn note(&mut self, place: &Place, done: Result<()>) -> Result<()> {
        let Err(error) = done else { return Ok(()) };
        match error.refusal() {
            Some(reason) => self.problem(Problem::refused(place.clone(), reason)),
            None => return Err(error),
        }
        Ok(())
    }
}

fn misplaced(place: Place) -> Problem {
    Problem::refused(place, "this file mixes entities with something else").with_way_out("put entities into a file of their own")
}

pub(super) fn unreadable(name: &str) -> Problem {
    Problem::refused(Place::file(name), "the reader failed on a part of it")
        .with_way_out("the rest goes in; please report the file")
}
