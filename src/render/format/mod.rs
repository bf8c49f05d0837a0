//! The formats, one file each; the list is the only place that knows them all.

mod csv;
mod html;
mod json;
mod jsonl;
mod markdown;
mod table;

pub(super) use json::visible;

use std::collections::BTreeSet;

use super::Look;
use crate::report::{Document, Rows, Table};

/// The keys of the claims that tables rest on.
pub type Evident = fn(&[Table]) -> BTreeSet<String>;

/// Begins a table whose rows come one by one.
pub type Open =
    for<'a> fn(&Table, &Look, &'a mut (dyn std::io::Write + Send)) -> std::io::Result<Box<dyn Rows + 'a>>;

/// A way to write tables.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// What `--format` calls it, and its file's name.
    pub name: &'static str,
    /// One line for the help.
    pub summary: &'static str,
    /// The keys of the claims whose evidence it shows; none where it shows tables alone.
    pub evidence: Option<Evident>,
    /// Writes a single table row by row; none where it must have seen all rows first.
    pub open: Option<Open>,
    /// Writes the tables, one after the other; the errors are the writer's.
    pub write: fn(&Document<'_>, &Look, &mut (dyn std::io::Write + Send)) -> std::io::Result<()>,
}

/// Every format, the default first.
pub const FORMATS: &[Format] =
    &[table::FORMAT, markdown::FORMAT, html::FORMAT, csv::FORMAT, json::FORMAT, jsonl::FORMAT];

/// The format of that name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
