//! `factdb extract`: reads stored articles again.

use std::path::Path;

use clap::Args;

use crate::cli::extraction::Extraction;
use crate::cli::output::counted;
use crate::cli::{Outcome, clock, database, output};
use crate::error::Result;
use crate::store::{Run, StoredArticle};

/// Read stored articles again with this version's rules and names; curated claims and reviews stay
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  factdb extract\n  factdb extract antiwar-2024-08-15-denial")]
pub struct Extract {
    /// Keys or addresses of articles; without any, all are read
    keys: Vec<String>,
}

pub(super) fn run(arguments: &Extract, db: &Path) -> Result<Outcome> {
    let mut store = database::existing_for_writing(db)?;
    let keys = if arguments.keys.is_empty() { store.article_keys()? } else { arguments.keys.clone() };
    let articles = keys.iter().map(|key| store.find_article(key)).collect::<Result<Vec<StoredArticle>>>()?;
    let now = clock::now();
    let mut extraction = Extraction::new(true);
    let mut import = store.begin(&Run { command: "extract", started: now.clone(), trial: false })?;
    for article in &articles {
        import.whole(|import| extraction.read(import, article))?;
    }
    let counts = import.finish(&now)?;
    store.settle()?;
    let read = counted(articles.len(), "article");
    output::text(
        None,
        &format!(
            "{read} read: {} added, {} as before, {} dropped\n",
            counted(counts.claims_read, "claim"),
            counts.claims_unchanged,
            counts.claims_retired
        ),
    )?;
    Ok(Outcome::Done)
}
