//! Running a report: a view's rows under its title.

use std::io;

use super::{Align, Column, Reads, Report, Rows, Table, reports};
use crate::error::{Error, Result};
use crate::store::{Store, Value};

/// Every report in the file: the program's own in their order, then the user's by name.
///
/// # Errors
/// When SQLite fails.
pub fn list(store: &Store) -> Result<Vec<Report>> {
    let mut known = reports();
    let own: Vec<String> = known.iter().map(Report::view).collect();
    for view in store.report_views()? {
        if !own.contains(&view) {
            known.push(Report {
                name: view.trim_start_matches("report_").replace('_', "-"),
                title: view.trim_start_matches("report_").replace('_', " "),
                question: "(a view of this file's own)".to_owned(),
                columns: Vec::new(),
            });
        }
    }
    Ok(known)
}

/// Runs one report.
///
/// # Errors
/// When the file has no such report, or SQLite fails.
pub fn run(store: &Store, name: &str) -> Result<Table> {
    let report = find(store, name)?;
    let (names, rows) = store.view_rows(&report.view())?;
    let columns = names.iter().enumerate().map(|(index, name)| column(&report, name, index, &rows)).collect();
    Ok(Table { title: report.title, question: report.question, columns, rows })
}

/// Runs one report and hands its rows on as they are found; `open` is told what stands above them.
///
/// # Errors
/// When the file has no such report, SQLite fails, or the rows cannot be written. What was written before stays.
pub fn stream<'a>(
    store: &mut Store,
    name: &str,
    open: impl FnOnce(&Table) -> io::Result<Box<dyn Rows + 'a>>,
) -> Result<()> {
    let report = find(store, name)?;
    let view = report.view();
    let mut rows = store.view_names(&view).and_then(|names| {
        let columns =
            names.iter().enumerate().map(|(index, name)| column(&report, name, index, &[])).collect();
        let head = Table {
            title: report.title.clone(),
            question: report.question.clone(),
            columns,
            rows: Vec::new(),
        };
        open(&head).map_err(unwritten)
    })?;
    store.each_view_row(&view, |row| rows.row(row).map_err(unwritten))?;
    rows.end().map_err(unwritten)
}

fn unwritten(error: io::Error) -> Error {
    Error::io("output", error)
}

fn find(store: &Store, name: &str) -> Result<Report> {
    let wanted = name.replace('_', "-");
    let all = list(store)?;
    match all.iter().find(|report| report.name == wanted) {
        Some(report) => Ok(report.clone()),
        None => Err(unknown(name, &all)),
    }
}

/// What the report's header says of a column; a user's view has no header, so its columns are all shown.
fn column(report: &Report, name: &str, index: usize, rows: &[Vec<Value>]) -> Column {
    report.columns.iter().find(|column| column.name == name).cloned().unwrap_or_else(|| Column {
        name: name.to_owned(),
        meaning: String::new(),
        align: if rows.iter().all(|row| !matches!(row.get(index), Some(Value::Text(_)))) {
            Align::Right
        } else {
            Align::Left
        },
        reads: Reads::Plainly,
        brief: report.columns.is_empty(),
    })
}

fn unknown(name: &str, all: &[Report]) -> Error {
    let names: Vec<&str> = all.iter().map(|report| report.name.as_str()).collect();
    let near =
        names.iter().max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
    let hint = near
        .filter(|near| strsim::jaro_winkler(near, name) > 0.75)
        .map(|near| format!(" (did you mean '{near}'?)"))
        .unwrap_or_default();
    Error::user(format!("no report is called '{name}'{hint}; there are {}", names.join(", ")))
}
