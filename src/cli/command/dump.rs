//! `factdb dump`: everything as sorted JSON lines.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use crate::cli::{Outcome, database, output};
use crate::error::Result;

/// Print everything as sorted JSON lines, without row ids and clock values: to compare, to keep in git, to move
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  factdb dump -o facts.jsonl")]
pub struct Dump {
    /// Write to a file
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
}

pub(super) fn run(arguments: &Dump, db: &Path) -> Result<Outcome> {
    let store = database::for_reading(db)?;
    output::result(arguments.output.as_deref(), |out| store.dump(out))?;
    Ok(Outcome::Done)
}
