//! What a report yields: columns and rows, without a thought of how they are printed.

use std::io;

use crate::store::{Cell, Value};

/// Which side a column's values stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Text.
    Left,
    /// Numbers.
    Right,
}

/// How people read a column's values; files have them as the view does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reads {
    /// As they are.
    #[default]
    Plainly,
    /// 1 as yes, 0 as no.
    YesNo,
}

/// A column of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name in the view.
    pub name: String,
    /// What it holds, for the documentation.
    pub meaning: String,
    /// How it is aligned.
    pub align: Align,
    /// How its values are read.
    pub reads: Reads,
    /// Whether it is shown where room is scarce (terminal tables, Markdown); CSV and JSON always have every column.
    pub brief: bool,
}

/// The result of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Heading.
    pub title: String,
    /// The question it answers.
    pub question: String,
    /// Columns, in order.
    pub columns: Vec<Column>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<Value>>,
}

impl Table {
    /// Hands its rows on, one by one.
    ///
    /// # Errors
    /// Those of what takes them.
    pub fn each_row(&self, mut take: impl FnMut(&[Cell<'_>]) -> io::Result<()>) -> io::Result<()> {
        self.rows.iter().try_for_each(|row| take(&row.iter().map(Cell::from).collect::<Vec<_>>()))
    }
}

/// What takes a table's rows one by one, as they are found, so that none waits in memory for the last.
pub trait Rows: Send {
    /// Takes the next row.
    ///
    /// # Errors
    /// Those of what is written to.
    fn row(&mut self, row: &[Cell<'_>]) -> io::Result<()>;

    /// Ends the table.
    ///
    /// # Errors
    /// Those of what is written to.
    fn end(&mut self) -> io::Result<()>;
}
