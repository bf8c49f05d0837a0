//! The command line: arguments, and what holds the ends of the library together.

mod claim_record;
mod clock;
mod command;
mod database;
mod extraction;
mod output;
mod schema_page;
mod seeds;
mod text_options;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

pub use command::{COMMANDS, Command};

use crate::error::Error;
use crate::store::explain;

/// A fact database for news that contradicts itself: claims with verbatim evidence, in one SQLite file.
#[derive(Debug, Parser)]
#[command(name = "factdb", version, max_term_width = 100, arg_required_else_help = true)]
#[command(
    after_help = "Results go to standard output, everything else to standard error.\nExit codes: 0 done, 1 something was refused or found wrong, 2 wrong usage, 130 stopped by Ctrl-C."
)]
pub struct Arguments {
    /// The database file; created by commands that write
    #[arg(
        long,
        global = true,
        env = "FACTDB",
        default_value = "facts.db",
        value_name = "FILE",
        hide_env_values = true
    )]
    pub db: PathBuf,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// How a command ended, when nothing went wrong on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is done.
    Done,
    /// Something was refused or found wrong.
    Found,
    /// The user ended it.
    Stopped,
}

/// What a shell is told of a program that Ctrl-C ended.
const STOPPED: u8 = 130;

/// The definition of every command and option, for completions and documentation.
pub fn definition() -> clap::Command {
    Arguments::command()
}

/// Runs the program.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match command::run(&arguments.command, &arguments.db) {
        Ok(Outcome::Done) | Err(Error::OutputClosed) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Ok(Outcome::Stopped) => ExitCode::from(STOPPED),
        Err(error) => {
            output::message(&format!("factdb: {}", explain(&arguments.db, error)));
            ExitCode::from(1)
        }
    }
}
