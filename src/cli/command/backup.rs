//! `factdb backup`: a consistent copy.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use crate::cli::{Outcome, database};
use crate::error::Result;

/// Write a consistent, compact copy of the database, also while others write to it
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  factdb backup facts-2024-08-15.db")]
pub struct Backup {
    /// The copy; it must not be there yet
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: PathBuf,
}

pub(super) fn run(arguments: &Backup, db: &Path) -> Result<Outcome> {
    database::for_reading(db)?.back_up(&arguments.file)?;
    Ok(Outcome::Done)
}
