//! `factdb remove`: an article and its claims.

use std::path::Path;

use clap::Args;

use crate::cli::output::counted;
use crate::cli::{Outcome, clock, database, output};
use crate::error::Result;
use crate::store::Run;

/// Remove an article with all its versions and claims, for a retraction or a mistake; its reviews are kept
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  factdb remove antiwar-2024-08-15-denial")]
pub struct Remove {
    /// Keys or addresses of articles
    #[arg(required = true)]
    keys: Vec<String>,
}

pub(super) fn run(arguments: &Remove, db: &Path) -> Result<Outcome> {
    let mut store = database::existing_for_writing(db)?;
    let articles = arguments.keys.iter().map(|key| store.find_article(key)).collect::<Result<Vec<_>>>()?;
    let now = clock::now();
    let mut removed = String::new();
    let mut import = store.begin(&Run { command: "remove", started: now.clone(), trial: false })?;
    for article in &articles {
        let versions = import.remove(&article.key)?;
        removed.push_str(&format!("removed {} ({})\n", article.key, counted(versions, "version")));
    }
    import.finish(&now)?;
    store.settle()?;
    output::text(None, &removed)?;
    Ok(Outcome::Done)
}
