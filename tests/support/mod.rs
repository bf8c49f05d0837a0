//! A desk to test the built program at: a folder that vanishes, a database in it, and what the program said.

#![allow(dead_code, unreachable_pub)] // every test binary uses its own part, under its own path

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

/// The database's name on every desk.
pub const DATABASE: &str = "facts.db";
/// Longer than anything here takes, even on a machine that does much else.
const PATIENCE: Duration = Duration::from_secs(300);

/// What the program said and how it ended.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// All words stand somewhere in the messages.
    #[track_caller]
    pub fn tells(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(self.stderr.contains(word), "no {word:?} in: {}\n{}", self.stderr, self.stdout);
        }
        self
    }

    #[track_caller]
    pub fn ends_with(&self, code: i32) -> &Self {
        assert_eq!(self.code, code, "{}\n{}", self.stderr, self.stdout);
        self
    }
}

/// A folder with a database.
pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// A folder with a database that holds nothing but what every database starts from.
    pub fn new() -> Self {
        static FRESH: OnceLock<Vec<u8>> = OnceLock::new();
        let fresh = FRESH.get_or_init(|| {
            let desk = Self::empty();
            desk.write("empty.jsonl", "{\"text\": \"To be removed.\", \"key\": \"none\"}");
            desk.run(&["import", "empty.jsonl"]).ends_with(0);
            desk.run(&["remove", "none"]).ends_with(0);
            fs::read(desk.path(DATABASE)).expect("the database")
        });
        let desk = Self::empty();
        desk.write(DATABASE, fresh);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, and the folders that lead to it.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(&path, content).expect("a file");
        path
    }

    /// The program at this desk, to be started in another way.
    pub fn program(&self) -> std::process::Command {
        let mut program = std::process::Command::new(assert_cmd::cargo::cargo_bin!("factdb"));
        program.current_dir(self.folder.path()).env_remove("FACTDB").env("FACTDB_NO_EXTRACT", "1");
        program
    }

    /// Runs the program. It may refuse, but never panic, hang or die.
    #[track_caller]
    pub fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Ran {
        self.run_with_input(arguments, "")
    }

    #[track_caller]
    pub fn run_with_input<S: AsRef<OsStr>>(&self, arguments: &[S], input: &str) -> Ran {
        let mut program = assert_cmd::Command::from_std(self.program());
        let output =
            program.args(arguments).write_stdin(input).timeout(PATIENCE).output().expect("the program");
        let ran = Ran {
            code: output.status.code().expect("ended by itself"),
            stdout: String::from_utf8(output.stdout).expect("UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8"),
        };
        assert!((0..=2).contains(&ran.code) && !ran.stderr.contains("panicked"), "{ran:?}");
        ran
    }

    pub fn dump(&self) -> String {
        let ran = self.run(&["dump"]);
        ran.ends_with(0);
        ran.stdout
    }

    /// The database without factdb's help.
    pub fn database(&self) -> Connection {
        Connection::open(self.path(DATABASE)).expect("a database")
    }

    /// The first column of a query, as text.
    #[track_caller]
    pub fn texts(&self, sql: &str) -> Vec<String> {
        texts(&self.database(), sql)
    }

    /// Name and SHA-256 of every file whose name begins so: a database, its log and its journal.
    pub fn fingerprints(&self, prefix: &str) -> BTreeMap<String, String> {
        let entries = fs::read_dir(self.folder.path()).expect("the folder");
        entries
            .map(|entry| entry.expect("an entry"))
            .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
            .filter(|(name, path)| name.starts_with(prefix) && path.is_file())
            .map(|(name, path)| (name, fingerprint(&path)))
            .collect()
    }
}

/// The first column of a query, as text.
#[track_caller]
pub fn texts(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).expect("SQL");
    let rows = statement.query_map([], |row| row.get::<_, rusqlite::types::Value>(0)).expect("rows");
    rows.map(|value| match value.expect("a value") {
        rusqlite::types::Value::Text(text) => text,
        rusqlite::types::Value::Integer(number) => number.to_string(),
        other => format!("{other:?}"),
    })
    .collect()
}

fn fingerprint(path: &Path) -> String {
    let digest = Sha256::digest(fs::read(path).expect("a file"));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether permissions bind whoever runs the tests; they do not bind root.
pub fn permissions_bind() -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("closed");
    fs::write(&path, "x").expect("a file");
    set_mode(&path, 0o000);
    fs::read(&path).is_err()
}

#[cfg(unix)]
pub fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
}

#[cfg(not(unix))]
pub fn set_mode(_path: &Path, _mode: u32) {}
