//! Every view read by the clients that people have: Python's sqlite3 and the sqlite3 shell, where they are there.
#![allow(clippy::unwrap_used)]

mod stage;

use std::process::Command;

use stage::{Stage, on_path};

const PYTHON: &str = "
import sqlite3, sys
connection = sqlite3.connect(f'file:{sys.argv[1]}?mode=ro', uri=True)
for (name,) in connection.execute(\"SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name\").fetchall():
    print(name, len(connection.execute(f'SELECT * FROM {name}').fetchall()))
";

fn views(stage: &Stage) -> Vec<String> {
    stage.column("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
}

/// Name and number of rows of every view, as this program's own SQLite counts them.
fn counted(stage: &Stage) -> String {
    let count = |view: &String| stage.one(&format!("SELECT count(*) FROM {view}"));
    views(stage).iter().map(|view| format!("{view} {}\n", count(view))).collect()
}

#[test]
fn python_reads_every_view() {
    let Some(python) = on_path("python3") else { return };
    let stage = Stage::example();
    let done = Command::new(python).arg("-c").arg(PYTHON).arg(stage.db()).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(String::from_utf8(done.stdout).unwrap().replace("\r\n", "\n"), counted(&stage));
}

#[test]
fn the_shell_reads_every_view() {
    let Some(shell) = on_path("sqlite3") else { return };
    let stage = Stage::example();
    for view in views(&stage) {
        let done = Command::new(&shell)
            .args(["-readonly", "-json"])
            .arg(stage.db())
            .arg(format!("SELECT * FROM {view}"))
            .output()
            .unwrap();
        assert!(
            done.status.success() && done.stderr.is_empty(),
            "{view}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
        let rows: Vec<serde_json::Value> = if done.stdout.trim_ascii().is_empty() {
            Vec::new()
        } else {
            serde_json::from_slice(&done.stdout).unwrap()
        };
        assert_eq!(rows.len().to_string(), stage.one(&format!("SELECT count(*) FROM {view}")), "{view}");
    }
}

#[test]
fn a_client_narrows_every_report_by_the_row_in_scope() {
    let stage = Stage::example();
    let articles = "SELECT count(*) FROM report_articles";
    assert_eq!(stage.one(articles), "5");
    stage.connection().execute_batch("UPDATE scope SET as_of = '2024-08-01'").unwrap();
    assert_eq!(stage.one(articles), "2");
    assert_eq!(stage.report("articles", &[]).len(), 2, "the program sees the scope that the file has");
    stage.connection().execute_batch("UPDATE scope SET as_of = NULL").unwrap();
    assert_eq!(stage.one(articles), "5");
    assert!(stage.connection().execute_batch("UPDATE scope SET as_of = '2024-02-30'").is_err());
}
