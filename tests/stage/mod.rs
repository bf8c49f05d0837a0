//! A folder of its own with a database of its own, in which a test runs the program. Shared by the tests of the contract.
#![allow(missing_docs, dead_code, unreachable_pub, clippy::unwrap_used)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use rusqlite::Connection;
use serde_json::Value as Json;
use tempfile::TempDir;

pub struct Stage {
    folder: TempDir,
}

/// What a run of the program left.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// The repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

impl Stage {
    /// No database yet.
    pub fn bare() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A database with the entities that every database starts from, and nothing else.
    pub fn new() -> Self {
        static SEEDED: OnceLock<Vec<u8>> = OnceLock::new();
        Self::copy_of(SEEDED.get_or_init(|| {
            Self::made(|stage| {
                stage.write("one.txt", &article("one", "title: One", "A text that goes again."));
                stage.ok(&["import", "one.txt"]);
                stage.ok(&["remove", "one"]);
            })
        }))
    }

    /// A database with the example.
    pub fn example() -> Self {
        static EXAMPLE: OnceLock<Vec<u8>> = OnceLock::new();
        Self::copy_of(EXAMPLE.get_or_init(|| {
            Self::made(|stage| {
                let example = repository().join("seeds/example");
                stage.ok(&["import", example.to_str().unwrap()]);
            })
        }))
    }

    fn made(make: impl FnOnce(&Self)) -> Vec<u8> {
        let stage = Self::bare();
        make(&stage);
        assert!(stage.dumped("entity").len() > 1000, "the database has no entities to start from");
        // The last connection that can write brings everything into the file itself when it closes.
        stage.connection().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        std::fs::read(stage.db()).unwrap()
    }

    fn copy_of(bytes: &[u8]) -> Self {
        let stage = Self::bare();
        std::fs::write(stage.db(), bytes).unwrap();
        stage
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn db(&self) -> PathBuf {
        self.path("facts.db")
    }

    pub fn write(&self, name: &str, content: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_factdb"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("FACTDB")
            .env("USER", "tester")
            .env("FACTDB_NO_EXTRACT", "1");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).stdin(Stdio::null()).output().unwrap())
    }

    /// Runs with articles being read, which tests that only look at curated claims leave out.
    pub fn reading(&self, arguments: &[&str]) -> Ran {
        let mut command = self.command(arguments);
        Ran::of(command.env_remove("FACTDB_NO_EXTRACT").stdin(Stdio::null()).output().unwrap())
    }

    pub fn with_input(&self, arguments: &[&str], input: &str) -> Ran {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        Ran::of(child.wait_with_output().unwrap())
    }

    /// Runs what must work, and gives its output.
    pub fn ok(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}\n{}{}", ran.out, ran.err);
        ran.out
    }

    /// Runs what must end with 1, and gives its messages.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 1, "{arguments:?}\n{}{}", ran.out, ran.err);
        ran.err
    }

    /// Imports, whatever comes of it, and gives the summary.
    pub fn import(&self, paths: &[&str]) -> Json {
        let ran = self.run(&[&["import", "--json"], paths].concat());
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}\n{}{}", ran.out, ran.err))
    }

    /// Imports what must go in whole.
    pub fn imported(&self, paths: &[&str]) -> Json {
        let summary = self.import(paths);
        assert_eq!(summary["refused"], 0, "{summary:#}");
        summary
    }

    pub fn dump(&self) -> String {
        self.ok(&["dump"])
    }

    /// The lines of the dump that are of a type, as JSON.
    pub fn dumped(&self, kind: &str) -> Vec<Json> {
        let lines = self.dump();
        let parsed = lines.lines().map(|line| serde_json::from_str::<Json>(line).unwrap());
        parsed.filter(|line| line["type"] == kind).collect()
    }

    /// A report in JSON lines, with more arguments.
    pub fn report(&self, name: &str, arguments: &[&str]) -> Vec<Json> {
        let out = self.ok(&[&["report", name, "--format", "jsonl"], arguments].concat());
        out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Any other client's connection.
    pub fn connection(&self) -> Connection {
        let connection = Connection::open(self.db()).unwrap();
        connection.busy_timeout(std::time::Duration::from_secs(5)).unwrap();
        connection
    }

    /// The first column of a query.
    pub fn column(&self, sql: &str) -> Vec<String> {
        let connection = self.connection();
        let mut statement = connection.prepare(sql).unwrap();
        let text = |row: &rusqlite::Row<'_>| {
            row.get::<_, rusqlite::types::Value>(0).map(|value| match value {
                rusqlite::types::Value::Text(text) => text,
                rusqlite::types::Value::Integer(number) => number.to_string(),
                other => format!("{other:?}"),
            })
        };
        statement.query_map([], text).unwrap().collect::<rusqlite::Result<_>>().unwrap()
    }

    pub fn one(&self, sql: &str) -> String {
        self.column(sql).remove(0)
    }
}

impl Ran {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// Compares dumps (or anything long) line by line, and shows only what differs.
pub fn assert_same(left: &str, right: &str, what: &str) {
    if left != right {
        let only = |a: &str, b: &str| {
            let others: std::collections::HashSet<&str> = b.lines().collect();
            a.lines().filter(|line| !others.contains(line)).collect::<Vec<_>>().join("\n")
        };
        panic!("{what}\nleft only:\n{}\nright only:\n{}", only(left, right), only(right, left));
    }
}

/// An article as a text file with front matter.
pub fn article(key: &str, metadata: &str, text: &str) -> String {
    let key = if key.is_empty() { String::new() } else { format!("key: {key}\n") };
    format!("---\n{key}{metadata}\n---\n{text}")
}

/// A claim in TOML.
pub fn claim(quote: &str, fields: &str) -> String {
    format!(
        "\n[[claim]]\nquote = {}\npredicate = \"withdraw\"\nstance = \"planned\"\n{fields}\n",
        Json::from(quote)
    )
}

/// A program on PATH; a message where there is none.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file());
    if found.is_none() {
        let _ = writeln!(std::io::stderr(), "skipped: {program} is not on PATH");
    }
    found
}
