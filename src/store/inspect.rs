//! Looks at a database file before SQLite does, so that one that is not for us stays as it is to the byte.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::migrations;
use crate::error::{Error, Result};

/// `application_id` of a fact database: "fact" in ASCII.
pub(super) const APPLICATION_ID: i32 = 0x6661_6374;

/// Refuses what is not a fact database, or one of a newer program.
pub(super) fn inspect(path: &Path) -> Result<()> {
    let shown = path.display();
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return inspect_folder(path),
        Err(error) => return Err(Error::io(path, error)),
    };
    if metadata.is_dir() {
        return Err(Error::user(format!(
            "{shown}: is a folder; --db names the database file, such as {shown}/facts.db"
        )));
    }
    if !metadata.is_file() {
        return Err(Error::user(format!("{shown}: is not a regular file; --db names the database file")));
    }
    let mut header = Vec::with_capacity(100);
    File::open(path)
        .and_then(|file| file.take(100).read_to_end(&mut header))
        .map_err(|error| Error::io(path, error))?;
    if header.is_empty() {
        return Ok(());
    }
    if header.len() < 100 || !header.starts_with(b"SQLite format 3\0") {
        return Err(Error::user(format!(
            "{shown}: is not a database; nothing was changed (--db names the database, not an input)"
        )));
    }
    let number = |at: usize| i32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    // The id was written before the file first had a log, so the header always shows it.
    if number(68) != APPLICATION_ID {
        return Err(Error::user(format!(
            "{shown}: is a SQLite database, but not a fact database; nothing was changed"
        )));
    }
    match i64::from(number(60)) {
        version if version > migrations::NEWEST => Err(newer(path, version)),
        _ => Ok(()),
    }
}

fn inspect_folder(path: &Path) -> Result<()> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => Err(Error::user(format!(
            "{}: there is no folder {}; make it first, or name another file with --db",
            path.display(),
            folder.display()
        ))),
        _ => Ok(()),
    }
}

/// The refusal of a file of a newer program.
pub(super) fn newer(path: &Path, version: i64) -> Error {
    Error::user(format!(
        "{}: was made by a newer factdb (schema {version}, this one knows {}); nothing was changed: use the newer program",
        path.display(),
        migrations::NEWEST
    ))
}
