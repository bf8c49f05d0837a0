//! The list of commands: one file each.

use std::path::Path;

use clap::Subcommand;

use super::Outcome;
use crate::error::Result;

macro_rules! commands {
    ($($module:ident :: $variant:ident),+ $(,)?) => {
        $(mod $module;)+

        /// Name of every command, as its file.
        pub const COMMANDS: &[&str] = &[$(stringify!($module)),+];

        /// What to do.
        #[derive(Debug, Subcommand)]
        pub enum Command {
            $(#[allow(missing_docs)] $variant($module::$variant),)+
        }

        pub(super) fn run(command: &Command, db: &Path) -> Result<Outcome> {
            match command { $(Command::$variant(arguments) => $module::run(arguments, db)),+ }
        }
    };
}

commands![
    import::Import,
    report::Report,
    show::Show,
    search::Search,
    explain::Explain,
    entities::Entities,
    review::Review,
    origins::Origins,
    export::Export,
    extract::Extract,
    dump::Dump,
    remove::Remove,
    check::Check,
    backup::Backup,
    schema::Schema,
    completions::Completions,
];

#[cfg(test)]
mod tests {
    use super::COMMANDS;

    #[test]
    fn list_and_folder_are_equal() {
        let mut files: Vec<String> =
            std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/cli/command"))
                .expect("folder of commands")
                .map(|entry| {
                    entry.expect("entry").file_name().to_string_lossy().trim_end_matches(".rs").to_owned()
                })
                .filter(|name| name != "mod")
                .collect();
        files.sort();
        let mut listed = COMMANDS.to_vec();
        listed.sort_unstable();
        assert_eq!(files, listed);
    }

    #[test]
    fn every_command_shows_an_example_in_its_help() {
        for command in crate::cli::definition().get_subcommands() {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.contains("factdb "), "{} has no example", command.get_name());
        }
    }
}
