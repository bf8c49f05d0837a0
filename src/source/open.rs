//! Opens and reads files of strangers: regular files only, never more than allowed, links not followed where the
//! caller says so. Knows no format.

use std::fs::File;
use std::io::{self, BufRead, Read};
use std::path::Path;

use super::formats::Content;
use super::packed::Fault;
use crate::model::{Place, Problem};

/// What happens when a path's last part is a symbolic link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    /// It is followed: the user named it.
    Follow,
    /// It is an error.
    Refuse,
}

/// Opens a regular file, without waiting for the other end of a pipe.
pub(super) fn open(path: &Path, links: Links, place: &Place) -> Result<File, Problem> {
    let file = open_any(path, links).map_err(|error| unreadable(&error, place))?;
    let metadata = file.metadata().map_err(|error| unreadable(&error, place))?;
    if metadata.is_file() {
        return Ok(file);
    }
    let what = if metadata.is_dir() { "a folder" } else { "a pipe or a device, not a file" };
    Err(Problem::refused(place.clone(), format!("this is {what}"))
        .with_way_out("name a file; what a program writes can be read with `factdb import -`"))
}

#[cfg(unix)]
fn open_any(path: &Path, links: Links) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let mut flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    if links == Links::Refuse {
        flags |= OFlags::NOFOLLOW;
    }
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

#[cfg(not(unix))]
fn open_any(path: &Path, links: Links) -> io::Result<File> {
    if links == Links::Refuse && std::fs::symlink_metadata(path)?.is_symlink() {
        return Err(io::Error::other("a symbolic link"));
    }
    File::open(path)
}

/// All bytes, unless there are more than allowed.
pub(super) fn read_whole(reader: impl Read, max_bytes: u64, place: &Place) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    reader
        .take(max_bytes.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(&error, place))?;
    if bytes.len() as u64 > max_bytes {
        return Err(too_large("the file", max_bytes, place));
    }
    Ok(bytes)
}

/// Refuses what is larger than allowed.
pub(super) fn too_large(what: &str, max_bytes: u64, place: &Place) -> Problem {
    Problem::refused(place.clone(), format!("{what} is larger than {max_bytes} bytes"))
        .with_way_out("if it is what it should be, raise the limit with --max-bytes")
}

/// A file or folder that cannot be read, in words.
pub(super) fn unreadable(error: &io::Error, place: &Place) -> Problem {
    if let Some(fault) = error.get_ref().and_then(|inner| inner.downcast_ref::<Fault>()) {
        return Problem::refused(place.clone(), fault.reason.clone()).with_way_out(fault.way_out);
    }
    let (reason, way_out) = match error.kind() {
        io::ErrorKind::NotFound => ("there is no such file or folder".to_owned(), "check the path"),
        io::ErrorKind::PermissionDenied => ("no permission to read it".to_owned(), "change its permissions"),
        _ => (format!("it cannot be read: {error}"), "check the file and the disk it is on"),
    };
    Problem::refused(place.clone(), reason).with_way_out(way_out)
}

/// Content whose beginning can be looked at before it is read. An error on the way there comes when its place is reached.
pub(super) struct Peeked<'c> {
    head: Vec<u8>,
    at: usize,
    error: Option<io::Error>,
    rest: Content<'c>,
}

impl<'c> Peeked<'c> {
    /// Looks at the first bytes, at most `length` of them.
    pub(super) fn new(mut rest: Content<'c>, length: u64) -> Self {
        let mut head = Vec::new();
        let error = rest.by_ref().take(length).read_to_end(&mut head).err();
        Self { head, at: 0, error, rest }
    }

    /// The first bytes.
    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }
}

impl Read for Peeked<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let length = available.len().min(buffer.len());
        buffer[..length].copy_from_slice(&available[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl BufRead for Peeked<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at < self.head.len() {
            return Ok(&self.head[self.at..]);
        }
        match self.error.take() {
            Some(error) => Err(error),
            None => self.rest.fill_buf(),
        }
    }

    fn consume(&mut self, amount: usize) {
        let of_head = amount.min(self.head.len() - self.at);
        self.at += of_head;
        if amount > of_head {
            self.rest.consume(amount - of_head);
        }
    }
}
