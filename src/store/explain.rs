//! What SQLite says, in words for the person at the keyboard.

use std::path::Path;

use rusqlite::ErrorCode;

use crate::error::Error;

/// What is said of a view that was stopped.
pub(super) const TOO_LONG: &str =
    "took too long and was stopped; --time-limit SECONDS gives it more time (0: as much as it takes)";

/// An error of SQLite in words that name the file and, where there is one, the way out.
pub fn explain(path: &Path, error: Error) -> Error {
    match error {
        Error::Sqlite(error) => cannot_open(path, &error),
        Error::Migration(error) => Error::user(format!(
            "{}: cannot be brought up to date: {}; restore a backup, or name another file with --db",
            path.display(),
            cause(&error)
        )),
        other => other,
    }
}

/// What SQLite said, without the statement that it said it of.
pub(super) fn words(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqlInputError { msg, .. } => msg.clone(),
        other => other.to_string(),
    }
}

/// The error of SQLite behind a failed migration.
fn cause(error: &refinery::Error) -> String {
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = cause {
        if let Some(error) = error.downcast_ref::<rusqlite::Error>() {
            return words(error);
        }
        cause = error.source();
    }
    error.to_string()
}

/// Why SQLite does not work on the file.
pub(super) fn cannot_open(path: &Path, error: &rusqlite::Error) -> Error {
    let reason = match error.sqlite_error_code() {
        Some(ErrorCode::ReadOnly) => "cannot be written (read-only)".to_owned(),
        Some(ErrorCode::CannotOpen) => {
            "cannot be opened; is the folder there, and may you write in it?".to_owned()
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            "is being written by another program; try again when it has finished".to_owned()
        }
        Some(ErrorCode::NotADatabase) => "is not a database".to_owned(),
        Some(ErrorCode::DatabaseCorrupt) => {
            "is damaged; restore a backup, or save what is left with sqlite3's .recover".to_owned()
        }
        Some(ErrorCode::OperationInterrupted) => format!("a view {TOO_LONG}"),
        _ => words(error),
    };
    Error::user(format!("{}: {reason}", path.display()))
}
