//! JSON Lines: one record a line, read line by line, so that a file may be larger than memory.

use std::io::{self, BufRead};

use super::{Content, Format, Session, json};
use crate::model::Problem;
use crate::source::Kind;
use crate::source::decode::decode_line;
use crate::source::foreign::foreign;
use crate::source::open::{too_large, unreadable};
use crate::source::part::{Cutter, PORTION};

/// The format.
pub(super) const FORMAT: Format = Format {
    id: "jsonl",
    name: "JSON Lines",
    extensions: &["jsonl", "ndjson"],
    holds: &[Kind::Entities, Kind::Claims, Kind::Articles],
    is_certain: |_| false,
    recognise: |_| false,
    kind: json::kind,
    cut,
};

/// Longer lines are no blank ones.
const SHORT: usize = 1024;

fn cut(mut content: Content<'_>, cutter: &mut Cutter<'_>) {
    match content.fill_buf() {
        Ok(head) if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") => {
            cutter.whole(content, wide);
        }
        Ok(head) => match foreign(head) {
            Some((what, way_out)) => {
                let reason = format!("this is {what}, not text");
                cutter.problem(Problem::refused(cutter.place.clone(), reason).with_way_out(way_out));
            }
            None => cut_lines(&mut content, cutter),
        },
        Err(error) => cutter.problem(unreadable(&error, &cutter.place)),
    }
}

/// UTF-16 has no bytes that end a line, so it is read whole.
fn wide(bytes: &[u8], session: &mut Session<'_>) {
    let Some(text) = session.text(bytes) else { return };
    (1..).zip(text.lines()).for_each(|(number, line)| json::read_values(line, number, session));
}

fn cut_lines(content: &mut Content<'_>, cutter: &mut Cutter<'_>) {
    let max_bytes = cutter.options.max_bytes;
    let (mut portion, mut empty) = (Lines::default(), true);
    for number in 1.. {
        match next_line(content, max_bytes, &mut portion.bytes) {
            Ok(Line::End) => break,
            Ok(Line::TooLong) => {
                std::mem::take(&mut portion).hand_on(cutter);
                cutter.problem(too_large("the line", max_bytes, &cutter.place.at_line(number)));
                empty = false;
            }
            Ok(Line::Whole) => empty &= !portion.end(number),
            Err(error) => {
                portion.hand_on(cutter);
                return cutter.problem(unreadable(&error, &cutter.place.at_line(number)));
            }
        }
        if portion.bytes.len() >= PORTION {
            std::mem::take(&mut portion).hand_on(cutter);
        }
        if cutter.is_stopped() {
            return;
        }
    }
    portion.hand_on(cutter);
    if empty {
        let problem = Problem::refused(cutter.place.clone(), "the file is empty");
        cutter.problem(problem.with_way_out("there is nothing to import here"));
    }
}

/// Lines behind each other, without their ends, with their numbers and where they end.
#[derive(Default)]
struct Lines {
    bytes: Vec<u8>,
    ends: Vec<(u64, usize)>,
}

impl Lines {
    /// Ends the line that was put in last, and says whether there is anything in it.
    fn end(&mut self, number: u64) -> bool {
        let start = self.ends.last().map_or(0, |(_, end)| *end);
        let line = &self.bytes[start..];
        let is_blank = |line: &str| line.trim_start_matches('\u{feff}').trim().is_empty();
        let blank = line.len() < SHORT && std::str::from_utf8(line).is_ok_and(is_blank);
        if blank {
            self.bytes.truncate(start);
        } else {
            self.ends.push((number, self.bytes.len()));
        }
        !blank
    }

    fn hand_on(self, cutter: &mut Cutter<'_>) {
        if !self.ends.is_empty() {
            cutter.part(self.bytes.len(), move |session| self.read(session));
        }
    }

    fn read(&self, session: &mut Session<'_>) {
        let mut start = 0;
        for (number, end) in &self.ends {
            let place = session.place.at_line(*number);
            match decode_line(&self.bytes[start..*end], &place, session.options) {
                Ok(text) => json::read_values(&text, *number, session),
                Err(problem) => session.problem(problem),
            }
            start = *end;
        }
    }
}

enum Line {
    Whole,
    TooLong,
    End,
}

/// Puts the next line behind others, without its end; of one that is too long nothing is kept.
fn next_line(reader: &mut dyn BufRead, max_bytes: u64, lines: &mut Vec<u8>) -> io::Result<Line> {
    let (start, mut length, mut any) = (lines.len(), 0_u64, false);
    loop {
        let buffer = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => {
                lines.truncate(start);
                return Err(error);
            }
            Ok(buffer) => buffer,
        };
        let end = buffer.iter().position(|b| *b == b'\n');
        let part = &buffer[..end.unwrap_or(buffer.len())];
        any |= !buffer.is_empty();
        length += part.len() as u64;
        if length <= max_bytes {
            lines.extend_from_slice(part);
        } else {
            lines.truncate(start);
        }
        let (last, consumed) = (end.is_some() || buffer.is_empty(), part.len() + usize::from(end.is_some()));
        reader.consume(consumed);
        if last {
            return Ok(match (any, length > max_bytes) {
                (false, _) => Line::End,
                (true, true) => Line::TooLong,
                (true, false) => Line::Whole,
            });
        }
    }
}
