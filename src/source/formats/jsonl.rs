//! JSON Lines: one record a line, read line by line, so that a file may be larger than memory.

use std::io::{self, BufRead};

use super::{Content, Format, Session, json};
use crate::model::Problem;
use crate::source::Kind;
use crate::source::decode::decode_line;
use crate::source::foreign::foreign;
use crate::source::open::{too_large, unreadable};

/// The format.
pub(super) const FORMAT: Format = Format {
    id: "jsonl",
    name: "JSON Lines",
    extensions: &["jsonl", "ndjson"],
    holds: &[Kind::Entities, Kind::Claims, Kind::Articles],
    is_certain: |_| false,
    recognise: |_| false,
    kind: json::kind,
    read,
};

fn read(mut content: Content<'_>, session: &mut Session<'_>) {
    match content.fill_buf() {
        Ok(head) if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") => wide(content, session),
        Ok(head) => match foreign(head) {
            Some((what, way_out)) => {
                let reason = format!("this is {what}, not text");
                session.problem(Problem::refused(session.place.clone(), reason).with_way_out(way_out));
            }
            None => lines(&mut content, session),
        },
        Err(error) => session.problem(unreadable(&error, &session.place)),
    }
}

/// UTF-16 has no bytes that end a line, so it is read whole.
fn wide(content: Content<'_>, session: &mut Session<'_>) {
    let Some(text) = session.whole_text(content) else { return };
    (1..).zip(text.lines()).for_each(|(number, line)| json::read_values(line, number, session));
}

fn lines(content: &mut Content<'_>, session: &mut Session<'_>) {
    let mut empty = true;
    for number in 1.. {
        let place = session.place.at_line(number);
        match next_line(content, session.options.max_bytes) {
            Ok(Line::End) => break,
            Ok(Line::TooLong) => session.problem(too_large("the line", session.options.max_bytes, &place)),
            Ok(Line::Whole(bytes)) => match decode_line(&bytes, &place, session.options) {
                Ok(text) if text.trim().is_empty() => continue,
                Ok(text) => json::read_values(&text, number, session),
                Err(problem) => session.problem(problem),
            },
            Err(error) => return session.problem(unreadable(&error, &place)),
        }
        empty = false;
    }
    if empty {
        let problem = Problem::refused(session.place.clone(), "the file is empty");
        session.problem(problem.with_way_out("there is nothing to import here"));
    }
}

enum Line {
    Whole(Vec<u8>),
    TooLong,
    End,
}

/// The next line without its end; one that is too long is passed over without being kept.
fn next_line(reader: &mut dyn BufRead, max_bytes: u64) -> io::Result<Line> {
    let (mut line, mut length, mut any) = (Vec::new(), 0_u64, false);
    loop {
        let buffer = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            buffer => buffer?,
        };
        let end = buffer.iter().position(|b| *b == b'\n');
        let part = &buffer[..end.unwrap_or(buffer.len())];
        any |= !buffer.is_empty();
        length += part.len() as u64;
        if length <= max_bytes {
            line.extend_from_slice(part);
        } else {
            line = Vec::new();
        }
        let (last, consumed) = (end.is_some() || buffer.is_empty(), part.len() + usize::from(end.is_some()));
        reader.consume(consumed);
        if last {
            return Ok(match (any, length > max_bytes) {
                (false, _) => Line::End,
                (true, true) => Line::TooLong,
                (true, false) => Line::Whole(line),
            });
        }
    }
}
