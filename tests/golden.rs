//! Every report over the example, against the tables in `tests/golden`, and in every format.
#![allow(clippy::unwrap_used)]

mod stage;

use std::collections::BTreeSet;

use stage::{Stage, assert_same, repository};

/// Reports on what the example does not have, which tests of their own look at.
const EMPTY: &[&str] = &["due", "edits"];

fn reports() -> Vec<String> {
    factdb::report::reports().into_iter().map(|report| report.name).collect()
}

#[test]
fn every_report_over_the_example_is_as_it_was_checked() {
    let stage = Stage::example();
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    assert!(
        !(update && std::env::var_os("CI").is_some()),
        "golden tables are updated by people, who look at them"
    );
    for report in reports() {
        let path = repository().join(format!("tests/golden/{report}.csv"));
        let printed = stage.ok(&["report", &report, "--format", "csv"]).replace("\r\n", "\n");
        if update {
            std::fs::write(&path, &printed).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert_same(
            &printed,
            &golden,
            &format!("{report}: UPDATE_GOLDEN=1 rewrites it, once the new one is right"),
        );
    }
}

#[test]
fn list_and_folder_of_golden_tables_are_equal() {
    let files: BTreeSet<String> = std::fs::read_dir(repository().join("tests/golden"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().trim_end_matches(".csv").to_owned())
        .collect();
    assert_eq!(files, reports().into_iter().collect());
}

#[test]
fn every_report_prints_in_every_format() {
    let stage = Stage::example();
    let formats: Vec<&str> = factdb::render::FORMATS.iter().map(|format| format.name).collect();
    assert!(formats.len() >= 5, "{formats:?}");
    for report in reports() {
        let rows = stage
            .one(&format!("SELECT count(*) FROM report_{}", report.replace('-', "_")))
            .parse::<usize>()
            .unwrap();
        assert_eq!(rows > 0, !EMPTY.contains(&report.as_str()), "{report} has {rows} rows");
        for format in &formats {
            let printed = stage.ok(&["report", &report, "--format", format]);
            assert!(
                (rows == 0 || printed.ends_with('\n')) && printed.lines().count() >= rows,
                "{report} as {format}:\n{printed}"
            );
            match *format {
                "json" => drop(serde_json::from_str::<serde_json::Value>(&printed).unwrap()),
                "jsonl" => {
                    let parsed = printed
                        .lines()
                        .filter(|line| serde_json::from_str::<serde_json::Value>(line).is_ok());
                    assert_eq!(parsed.count(), rows, "{report}");
                }
                "csv" => {
                    let mut records = csv::Reader::from_reader(printed.as_bytes());
                    assert_eq!(records.records().filter(|record| record.is_ok()).count(), rows, "{report}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn all_reports_at_once_print_in_every_format_also_narrow_and_empty() {
    let stage = Stage::example();
    let empty = Stage::new();
    for format in factdb::render::FORMATS {
        for stage in [&stage, &empty] {
            stage.ok(&["report", "all", "--format", format.name, "--width", "40"]);
            stage.ok(&["report", "all", "--format", format.name, "--all-columns", "-o", "out"]);
            assert!(stage.path("out").is_file());
        }
        assert!(!stage.ok(&["report", "--format", format.name]).is_empty());
    }
}
