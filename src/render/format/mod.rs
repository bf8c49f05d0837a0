//! The formats, one file each; the list is the only place that knows them all.

mod csv;
mod json;
mod jsonl;
mod markdown;
mod table;

pub(super) use json::visible;

use super::Look;
use crate::report::Table;

/// A way to write tables.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// What `--format` calls it, and its file's name.
    pub name: &'static str,
    /// One line for the help.
    pub summary: &'static str,
    /// Writes the tables, one after the other; the errors are the writer's.
    pub write: fn(&[Table], &Look, &mut dyn std::io::Write) -> std::io::Result<()>,
}

/// Every format, the default first.
pub const FORMATS: &[Format] = &[table::FORMAT, markdown::FORMAT, csv::FORMAT, json::FORMAT, jsonl::FORMAT];

/// The format of that name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
