//! `factdb completions`: for the shell.

use std::path::Path;

use clap::Args;
use clap_complete::Shell;

use crate::cli::{Outcome, definition, output};
use crate::error::{Error, Result};

/// Print completions for a shell
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  factdb completions bash > ~/.local/share/bash-completion/completions/factdb")]
pub struct Completions {
    /// Which shell
    shell: Shell,
}

pub(super) fn run(arguments: &Completions, _db: &Path) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut definition(), "factdb", &mut script);
    output::result(None, |out| out.write_all(&script).map_err(|error| Error::io("output", error)))?;
    Ok(Outcome::Done)
}
