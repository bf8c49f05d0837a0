//! `factdb check`: integrity.

use std::path::Path;

use clap::Args;

use crate::cli::{Outcome, database, output};
use crate::error::Result;

/// Check the database: SQLite's own integrity, references, evidence, versions, search, views, texts
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  factdb check && factdb backup facts-backup.db")]
pub struct Check {}

pub(super) fn run(_arguments: &Check, db: &Path) -> Result<Outcome> {
    let findings = database::for_reading(db)?.check()?;
    if findings.is_empty() {
        output::text(None, "all is well\n")?;
        return Ok(Outcome::Done);
    }
    let lines: String = findings.iter().map(|finding| format!("{}: {}\n", finding.check, finding.what)).collect();
    output::text(None, &lines)?;
    Ok(Outcome::Found)
}
