//! `factdb import`: articles, claim files and entity files into the database.

mod batch;
mod budget;
mod interrupt;
mod locate;
mod pipeline;
mod progress;
mod run;
mod summary;
mod timings;
mod waiting;
mod work;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use self::run::{Importer, Settings};
use self::timings::Timings;
use crate::cli::text_options::TextOptions;
use crate::cli::{Outcome, clock, database, output};
use crate::error::Result;
use crate::source;
use crate::store::Run;

/// Import articles, claim files and entity files: files, folders, or - for standard input
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  factdb import seeds/example\n  factdb import clippings/ --publisher 'TRT World'\n  factdb import - --published 2024-07-22 < story.txt\n  factdb import claims.csv --dry-run")]
pub struct Import {
    /// Files and folders (walked in sorted order); - reads standard input
    #[arg(required = true, value_hint = ValueHint::AnyPath)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    texts: TextOptions,
    /// Store the articles without reading claims out of their texts
    #[arg(long, env = "FACTDB_NO_EXTRACT", hide_env_values = true, value_parser = clap::builder::FalseyValueParser::new())]
    no_extract: bool,
    /// How many threads read; the result is the same. If not said, as many as there are processors; one less, beside the one
    /// that writes, where no claims are read
    #[arg(long, value_name = "THREADS")]
    jobs: Option<NonZeroUsize>,
    /// Say on standard error what the run spent its time on
    #[arg(long)]
    timings: bool,
    /// Say what would happen, and leave the database as it is
    #[arg(long)]
    dry_run: bool,
    /// Print the summary as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: &Import, db: &Path) -> Result<Outcome> {
    let options = arguments.texts.options();
    let discovery = source::discover(&arguments.paths, &options);
    // No database is made for a trial, nor for nothing.
    let needs_file = !arguments.dry_run && !discovery.inputs.is_empty();
    let mut store = if needs_file || db.exists() { database::for_writing(db)? } else { database::in_memory()? };
    let started = clock::now();
    let run = Run { command: "import", started, trial: arguments.dry_run };
    let (stop, timings) = (interrupt::flag(), Timings::new(arguments.timings));
    let settings = Settings {
        options: &options,
        extract: !arguments.no_extract,
        jobs: arguments.jobs.map_or_else(|| readers(arguments.no_extract), NonZeroUsize::get),
        stop: &stop,
        timings: &timings,
    };
    let mut importer = Importer::new(store.begin(&run)?, settings);
    importer.take(discovery)?;
    let summary = importer.finish(&clock::now())?;
    store.settle()?;
    summary.complain();
    if arguments.timings {
        output::message(timings.table().trim_end());
    }
    output::text(None, &if arguments.json { summary.json() } else { summary.text(arguments.dry_run) })?;
    Ok(if summary.stopped {
        output::message("factdb: stopped; what is counted above is in, and the same command goes on from there");
        Outcome::Stopped
    } else if summary.refused() > 0 {
        Outcome::Found
    } else {
        Outcome::Done
    })
}

/// How many threads read if nobody says: without extraction what writes is busiest, and needs a processor of its own.
fn readers(no_extract: bool) -> usize {
    let processors = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    if no_extract { processors.saturating_sub(1).max(1) } else { processors }
}
