//! What compares with what: a page of claims in, rows of a report out, as data. Every case runs in a transaction of its
//! own that is taken back, on one database with the entities that every database starts from.
#![allow(clippy::unwrap_used, unreachable_pub)]

mod page;
#[path = "../stage/mod.rs"]
mod stage;

use std::collections::BTreeSet;
use std::fmt::Write;

use page::Case;
use rusqlite::types::Value;
use rusqlite::{Connection, Transaction};
use stage::{Stage, repository};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

fn cases() -> Vec<(String, Case)> {
    let folder = repository().join("tests/comparing");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let mut cases = Vec::new();
    for path in files {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        cases.extend(file.case.into_iter().map(|case| (name.clone(), case)));
    }
    cases
}

/// Every row of a view as text by column; NULL as the empty text.
fn rows(transaction: &Transaction<'_>, view: &str) -> Vec<Vec<(String, String)>> {
    let mut statement = transaction.prepare(&format!("SELECT * FROM {view}")).unwrap();
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let cell = |value: Value| match value {
        Value::Text(text) => text,
        Value::Integer(number) => number.to_string(),
        Value::Null => String::new(),
        other => format!("{other:?}"),
    };
    let found = statement.query_map([], |row| {
        names.iter().enumerate().map(|(at, name)| Ok((name.clone(), cell(row.get(at)?)))).collect()
    });
    found.unwrap().collect::<rusqlite::Result<_>>().unwrap()
}

/// What is wrong with a case, if anything.
fn wrong(connection: &mut Connection, case: &Case) -> Option<String> {
    let transaction = connection.transaction().unwrap();
    case.enter(&transaction);
    let mut found = rows(&transaction, &case.report);
    found.retain(|row| case.is_asked(row));
    let listed = |rows: &[Vec<(String, String)>]| {
        let mut list = String::new();
        for row in rows {
            let shown: Vec<String> = row
                .iter()
                .filter(|(_, cell)| !cell.is_empty())
                .map(|(name, cell)| format!("{name}={cell}"))
                .collect();
            writeln!(list, "      {}", shown.join(" | ")).unwrap();
        }
        list
    };
    let all = listed(&found);
    for wanted in &case.rows {
        let matches = |row: &Vec<(String, String)>| {
            wanted.iter().all(|(name, value)| {
                row.iter().any(|(column, cell)| column == name && cell == &page::plain(value))
            })
        };
        let Some(at) = found.iter().position(matches) else {
            return Some(format!("no row {wanted:?} in\n{all}"));
        };
        found.remove(at);
    }
    (!found.is_empty()).then(|| format!("not wanted:\n{}", listed(&found)))
}

#[test]
fn claims_compare_as_written() {
    let stage = Stage::new();
    let mut connection = stage.connection();
    let mut report = String::new();
    let cases = cases();
    for (file, case) in &cases {
        if let Some(wrong) = wrong(&mut connection, case) {
            writeln!(report, "{file}: {}\n   {wrong}", case.name).unwrap();
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn there_are_cases_for_every_outcome_and_every_comparing_report() {
    let cases = cases();
    assert!(cases.len() >= 80, "only {} cases", cases.len());
    let views: BTreeSet<&str> = cases.iter().map(|(_, case)| case.report.as_str()).collect();
    for view in [
        "date_pairs",
        "count_pairs",
        "denial_pairs",
        "report_contradictions",
        "report_corroboration",
        "report_changes",
        "report_due",
        "report_anonymous",
        "report_timeline",
        "report_coverage",
    ] {
        assert!(views.contains(view), "no case for {view}");
    }
    let outcomes: BTreeSet<String> = cases
        .iter()
        .flat_map(|(_, case)| &case.rows)
        .filter_map(|row| row.get("outcome").map(page::plain))
        .collect();
    let all = ["same", "coarser", "compatible", "conflict", "superseded", "not comparable"];
    assert_eq!(outcomes, all.map(str::to_owned).into());
    let mut names: Vec<&str> = cases.iter().map(|(_, case)| case.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), cases.len(), "two cases have one name");
}
