//! JSON: one value, a list of them, or several behind each other. Gives every value its line; knows no field names.

use std::fmt;

use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Deserializer, Error};

use super::{Content, Format, Session};
use crate::model::{Place, Problem};
use crate::source::decode;
use crate::source::node::{Field, Lines, MAX_DEPTH, Node, Value};
use crate::source::part::{Cutter, PORTION};
use crate::source::{Kind, records};

/// The format.
pub(super) const FORMAT: Format = Format {
    id: "json",
    name: "JSON",
    extensions: &["json"],
    holds: &[Kind::Entities, Kind::Claims, Kind::Articles],
    is_certain: |_| false,
    recognise,
    kind,
    cut,
};

fn recognise(head: &str) -> bool {
    let head = head.trim_start();
    let inside = head.strip_prefix('[').map(str::trim_start);
    head.starts_with('{') || inside.is_some_and(|inside| inside.starts_with(['{', ']']))
}

/// By the names in the first object. Where there is none, reading says what is wrong.
pub(super) fn kind(head: &str) -> Option<Kind> {
    Some(records::kind_of(&first_names(head)))
}

/// The names of the first object, as far as the head goes; it need not be whole.
fn first_names(head: &str) -> Vec<&str> {
    let Some(start) = head.find('{') else { return Vec::new() };
    let (mut depth, mut names, mut at) = (0_usize, Vec::new(), start);
    let bytes = head.as_bytes();
    while at < bytes.len() {
        match bytes[at] {
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth <= 1 => break,
            b'}' | b']' => depth -= 1,
            b'"' => {
                let end = string_end(bytes, at + 1);
                let named = bytes[end..].iter().skip(1).find(|b| !b.is_ascii_whitespace()) == Some(&b':');
                if depth == 1 && named {
                    names.extend(head.get(at + 1..end));
                }
                at = end;
            }
            _ => {}
        }
        at += 1;
    }
    names
}

/// Where the string ends that begins at `at`: its quotation mark, or the end of what there is.
fn string_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(bytes.len())
}

fn cut(content: Content<'_>, cutter: &mut Cutter<'_>) {
    let Some(bytes) = cutter.bytes(content) else { return };
    if bytes.len() <= PORTION {
        return cutter.part(bytes.len(), move |session| {
            if let Some(text) = session.text(&bytes) {
                read_values(&text, 1, session);
            }
        });
    }
    match decode::decode(&bytes, &cutter.place, cutter.options) {
        Ok(text) => cut_values(&text, cutter),
        Err(problem) => cutter.problem(problem),
    }
}

/// Elements of a long list are read in portions, wherever a thread is free.
fn cut_values(text: &str, cutter: &mut Cutter<'_>) {
    let lines = Lines::new(text, 1);
    let mut portion = Portion::default();
    let place = cutter.place.clone();
    let fault = each_value(text, &lines, &place, &mut |raw| {
        portion.size += raw.get().len();
        portion.values.push((lines.at(offset(raw, text)), raw.get().to_owned()));
        if portion.size >= PORTION {
            std::mem::take(&mut portion).hand_on(cutter);
        }
    });
    portion.hand_on(cutter);
    if let Some(problem) = fault {
        cutter.problem(problem);
    }
}

/// Values with the lines on which they begin.
#[derive(Default)]
struct Portion {
    values: Vec<(u64, String)>,
    size: usize,
}

impl Portion {
    fn hand_on(self, cutter: &mut Cutter<'_>) {
        if !self.values.is_empty() {
            cutter.part(self.size, move |session| {
                self.values.iter().for_each(|(line, value)| read_values(value, *line, session));
            });
        }
    }
}

/// Reads every value of a text whose first line has the number `first`. Elements of a list are read one by one, so
/// that what stands before a fault goes in.
pub(super) fn read_values(text: &str, first: u64, session: &mut Session<'_>) {
    let lines = Lines::new(text, first);
    let place = session.place.clone();
    let fault = each_value(text, &lines, &place, &mut |raw| read_value(raw, text, &lines, session));
    if let Some(problem) = fault {
        session.problem(problem);
    }
}

/// Calls `take` with every value, elements of lists among them, up to the first fault.
fn each_value(text: &str, lines: &Lines, place: &Place, take: &mut dyn FnMut(&RawValue)) -> Option<Problem> {
    let mut at = 0;
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        if at == text.len() {
            return None;
        }
        let mut deserializer = Deserializer::from_str(&text[at..]);
        let result = if text[at..].starts_with('[') {
            deserializer.deserialize_seq(Elements(take))
        } else {
            <&RawValue as serde::Deserialize>::deserialize(&mut deserializer).map(&mut *take)
        };
        if let Err(error) = result {
            return Some(broken(&error, text, at, lines, place));
        }
        at += deserializer.into_iter::<&RawValue>().byte_offset();
    }
}

/// Where a value lies in the text that holds it: its address tells.
fn offset(raw: &RawValue, text: &str) -> usize {
    (raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

fn read_value(raw: &RawValue, text: &str, lines: &Lines, session: &mut Session<'_>) {
    match node(raw, text, lines, 0) {
        Ok(node) => records::read(&node, session),
        Err((line, reason)) => session.problem(
            Problem::refused(session.place.at_line(line), reason)
                .with_way_out("mend this record; the others go in"),
        ),
    }
}

fn broken(error: &Error, text: &str, at: usize, lines: &Lines, place: &Place) -> Problem {
    let line = lines.at(at) + error.line().max(1) as u64 - 1;
    // The first line of the part may begin within a line of the file.
    let column = if error.line() <= 1 { lines.column(at) - 1 + error.column() } else { error.column() };
    let place = place.at_line(line);
    if error.is_eof() {
        let reason = format!("the JSON ends in the middle (column {column}): {}", words(error));
        return Problem::refused(place, reason)
            .with_way_out("the file or this line seems cut off; what stands whole goes in");
    }
    let found = text[at..].trim_start().chars().next().filter(|c| !matches!(c, '{' | '['));
    let way_out = match found {
        Some(_) => "a file of JSON begins with { or [",
        None => "mend this place; what stands before it goes in",
    };
    Problem::refused(place, format!("this is not JSON (column {column}): {}", words(error)))
        .with_way_out(way_out)
}

/// What the parser says, without the place, which is told apart.
fn words(error: &Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or(&message).to_owned()
}

/// A value with its lines, or the line and the reason. A value lies in `text`.
fn node(raw: &RawValue, text: &str, lines: &Lines, depth: usize) -> Result<Node, (u64, String)> {
    let line = lines.at(offset(raw, text));
    let wrong = |error: Error| (line, format!("this value cannot be read: {}", words(&error)));
    if depth > MAX_DEPTH {
        return Err((line, format!("nested more than {MAX_DEPTH} levels deep")));
    }
    let value = match raw.get().as_bytes().first() {
        Some(b'{') => {
            let fields = Deserializer::from_str(raw.get()).deserialize_map(Names).map_err(wrong)?;
            let field = |(name, raw)| Ok(Field { name, node: node(raw, text, lines, depth + 1)? });
            Value::Table(fields.into_iter().map(field).collect::<Result<_, _>>()?)
        }
        Some(b'[') => {
            let elements: Vec<&RawValue> = serde_json::from_str(raw.get()).map_err(wrong)?;
            let element = |raw| node(raw, text, lines, depth + 1);
            Value::List(elements.into_iter().map(element).collect::<Result<_, _>>()?)
        }
        Some(b'"') => Value::Text(serde_json::from_str(raw.get()).map_err(wrong)?),
        Some(b't') => Value::Flag(true),
        Some(b'f') => Value::Flag(false),
        Some(b'n') => Value::Nothing,
        _ => raw.get().parse().map_or_else(|_| Value::Number(raw.get().to_owned()), Value::Integer),
    };
    Ok(Node::new(line, value))
}

/// Hands every element of a list on before it reads the next.
struct Elements<'e>(&'e mut dyn FnMut(&RawValue));

impl<'de> Visitor<'de> for Elements<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        while let Some(raw) = elements.next_element::<&RawValue>()? {
            (self.0)(raw);
        }
        Ok(())
    }
}

/// The fields of an object in order, those that stand twice among them.
struct Names;

impl<'de> Visitor<'de> for Names {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = entries.next_entry()? {
            fields.push(field);
        }
        Ok(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::first_names;

    #[test]
    fn the_first_object_need_not_be_whole() {
        for (head, names) in [
            (r#"[{"a": {"x": 1}, "b": "c\"d", "e"#, vec!["a", "b"]),
            (r#"{"a": 1} {"b": 2}"#, vec!["a"]),
            ("[1, 2", vec![]),
        ] {
            assert_eq!(first_names(head), names);
        }
    }
}
