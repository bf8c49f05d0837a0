//! Where output goes: results to standard output or a file, messages to standard error.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use crate::error::{Error, Result};
use crate::render::Look;

/// A line for the person at the keyboard, on standard error.
pub(super) fn message(line: &str) {
    // A closed standard error leaves nobody to tell.
    let _ = writeln!(anstream::stderr(), "{}", crate::render::sanitised(line));
}

/// Writes a result to standard output, or whole to a file: what breaks off leaves the file as it was.
pub(super) fn result(
    to: Option<&Path>,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<()>,
) -> Result<()> {
    let Some(path) = to else {
        let mut out = io::BufWriter::with_capacity(AT_ONCE, standard_output());
        write(&mut out).map_err(closed)?;
        return out.flush().map_err(|error| closed(Error::io("standard output", error)));
    };
    put(path, write)
}

/// Bytes of a file that are written at once.
const AT_ONCE: usize = 256 * 1024;

/// Puts a file where `path` leads, whole or not at all. A link stays a link, and what is no file (a device, a pipe) is
/// written to and never replaced.
fn put(path: &Path, write: impl FnOnce(&mut (dyn Write + Send)) -> Result<()>) -> Result<()> {
    let told = |error| Error::io(path, error);
    let place = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if std::fs::metadata(&place).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        let mut bytes = Vec::new();
        write(&mut bytes)?;
        return std::fs::OpenOptions::new()
            .write(true)
            .open(&place)
            .and_then(|mut out| out.write_all(&bytes))
            .map_err(told);
    }
    let mut name = place.as_os_str().to_owned();
    name.push(".part");
    let part = Path::new(&name);
    // What is written goes to the file as it comes: a long report does not wait in memory for its end.
    let mut out = io::BufWriter::with_capacity(AT_ONCE, std::fs::File::create(part).map_err(told)?);
    let written = write(&mut out).and_then(|()| out.flush().map_err(told));
    drop(out);
    let whole = written.and_then(|()| std::fs::rename(part, &place).map_err(told));
    if whole.is_err() {
        // What broke off is of no use; that it cannot be removed is no news beside why it did.
        let _ = std::fs::remove_file(part);
    }
    whole
}

/// A terminal gets what it can show. Anything else gets every character: the filter for terminals swallows some
/// (U+007F), and a dump or an export must not.
fn standard_output() -> Box<dyn Write + Send> {
    if io::stdout().is_terminal() { Box::new(anstream::stdout()) } else { Box::new(io::stdout()) }
}

/// Writes a result that is text.
pub(super) fn text(to: Option<&Path>, text: &str) -> Result<()> {
    result(to, |out| out.write_all(text.as_bytes()).map_err(|error| Error::io("output", error)))
}

/// A reader that has seen enough (`| head`) is no failure.
fn closed(error: Error) -> Error {
    match error {
        Error::Io { source, .. } if source.kind() == io::ErrorKind::BrokenPipe => Error::OutputClosed,
        other => other,
    }
}

/// A count with its noun, in the plural where it must be.
pub(super) fn counted<N: std::fmt::Display + PartialEq + From<u8>>(count: N, noun: &str) -> String {
    match noun.strip_suffix('y') {
        _ if count == N::from(1) => format!("1 {noun}"),
        Some(stem) => format!("{count} {stem}ies"),
        None => format!("{count} {noun}s"),
    }
}

/// How results look here: for a terminal its width and colours, otherwise plain.
pub(super) fn look(to: Option<&Path>, width: Option<u16>) -> Look {
    let terminal = to.is_none() && io::stdout().is_terminal();
    let measured = terminal.then(|| comfy_table::Table::new().width()).flatten().or(terminal.then_some(100));
    Look {
        width: width.or(measured),
        color: terminal && anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
        all_columns: false,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::put;
    use crate::error::{Error, Result};

    fn written(path: &Path, words: &str, then: Result<()>) -> Result<()> {
        put(path, |out| {
            out.write_all(words.as_bytes()).map_err(|error| Error::io(path, error))?;
            then
        })
    }

    #[test]
    fn what_breaks_off_leaves_the_file_as_it_was_and_nothing_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("report.csv");
        assert!(written(&path, "whole", Ok(())).is_ok());
        assert!(written(&path, "half", Err(Error::user("no more"))).is_err());
        assert_eq!(std::fs::read_to_string(&path).expect("the file"), "whole");
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1);
    }
}
