//! `factdb extract`: reads stored articles again.

use std::path::Path;

use clap::Args;

use crate::cli::extraction::{Extraction, Reading, failure};
use crate::cli::output::counted;
use crate::cli::{Outcome, clock, database, output};
use crate::error::Result;
use crate::store::Run;

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
    for key in &arguments.keys {
        store.find_article(key)?;
    }
    let now = clock::now();
    let mut import = store.begin(&Run { command: "extract", started: now.clone(), trial: false })?;
    let extraction = Extraction::new(&import, true)?;
    for key in &keys {
        // Another program may have removed it since.
        let Some(article) = import.find(key)? else { continue };
        if let Reading::Failed = import.whole(|import| extraction.read_stored(import, &article))? {
            output::message(&failure(key));
        }
        if import.is_full() {
            import.end_batch()?;
        }
    }
    let counts = import.finish(&now)?;
    store.settle()?;
    let read = counted(keys.len(), "article");
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
