//! The records of a web archive: a head of named fields, a block of bytes. Knows nothing of what the block is.

use std::io::{self, BufRead, Read};

/// The longest line of a head; addresses may be long.
const LINE: u64 = 256 * 1024;
/// The most lines of a head.
const LINES: usize = 1_000;

/// The head of a record.
#[derive(Debug, Default)]
pub(super) struct Record {
    fields: Vec<(String, String)>,
    /// Bytes of its block.
    pub(super) length: u64,
}

impl Record {
    /// A field, by its name in lower case.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// What is wrong with an archive at one place.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) reason: String,
    pub(super) way_out: &'static str,
    pub(super) error: Option<io::Error>,
    /// Whether nothing more can be read.
    pub(super) ends: bool,
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self { reason: String::new(), way_out: "", error: Some(error), ends: true }
    }
}

/// The records of an archive, one after another.
pub(super) struct Records<R> {
    content: R,
    number: u64,
    /// Bytes of the current block that were not read.
    rest: u64,
    /// Whether the line was read that begins the next record.
    begun: bool,
    ended: bool,
}

impl<R: BufRead> Records<R> {
    /// Begins.
    pub(super) fn new(content: R) -> Self {
        Self { content, number: 0, rest: 0, begun: false, ended: false }
    }

    /// The number of the current record, from 1.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// Ends the reading, after an error.
    pub(super) fn stop(&mut self) {
        self.ended = true;
    }

    /// The block of the current record, as far as it was not read.
    pub(super) fn block(&mut self) -> Block<'_, R> {
        Block(self)
    }

    /// The next record; what is left of the one before is passed over.
    pub(super) fn next(&mut self) -> Result<Option<Record>, Fault> {
        if self.ended {
            return Ok(None);
        }
        io::copy(&mut self.block(), &mut io::sink())?;
        let Some(lost) = self.seek()? else { return Ok(None) };
        if lost > 0 {
            return Err(self.fault(format!("{lost} lines behind it are no record")));
        }
        self.number += 1;
        let record = self.head()?;
        let length = record.get("content-length").and_then(|length| length.trim().parse().ok());
        match length {
            Some(length) if length < u64::MAX / 2 => {
                self.rest = length;
                Ok(Some(Record { length, ..record }))
            }
            _ => {
                let said =
                    record.get("content-length").unwrap_or("nothing").chars().take(40).collect::<String>();
                Err(self.fault(format!("the record does not say how long it is (Content-Length: {said})")))
            }
        }
    }

    fn fault(&self, reason: String) -> Fault {
        Fault {
            reason,
            way_out: "the archive is damaged here; what follows is read",
            error: None,
            ends: false,
        }
    }

    /// Goes to the line that begins the next record, and says how many others there were; `None` at the end.
    fn seek(&mut self) -> io::Result<Option<usize>> {
        if std::mem::take(&mut self.begun) {
            return Ok(Some(0));
        }
        let mut lost = 0;
        while let Some(line) = self.read_line()? {
            if line.starts_with(b"WARC/") {
                // What was lost is said first; the record is read afterwards.
                self.begun = lost > 0;
                return Ok(Some(lost));
            }
            lost += usize::from(!line.trim_ascii().is_empty());
        }
        Ok((lost > 0).then_some(lost))
    }

    /// The fields up to the empty line; a line that begins with white space goes on with the one above.
    fn head(&mut self) -> io::Result<Record> {
        let mut record = Record::default();
        for _ in 0..LINES {
            let Some(line) = self.read_line()? else { break };
            let line = String::from_utf8_lossy(&line).into_owned();
            if line.trim().is_empty() {
                break;
            }
            match (line.split_once(':'), record.fields.last_mut()) {
                (_, Some((_, value))) if line.starts_with([' ', '\t']) => {
                    value.push(' ');
                    value.push_str(line.trim());
                }
                (Some((name, value)), _) => {
                    record.fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
                }
                (None, _) => {}
            }
        }
        Ok(record)
    }

    /// A line, cut where it is too long.
    fn read_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let read = self.content.by_ref().take(LINE).read_until(b'\n', &mut line)?;
        Ok((read > 0).then_some(line))
    }
}

/// What is left of a record's block.
pub(super) struct Block<'r, R>(&'r mut Records<R>);

impl<R: BufRead> Read for Block<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.0.rest).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.0.content.read(&mut buffer[..most])?;
        self.0.rest = if read == 0 && most > 0 { 0 } else { self.0.rest - read as u64 };
        Ok(read)
    }
}
