//! TOML: claim files, entity files, and front matter between `+++` lines. Knows syntax, not fields.

use toml::de::{DeTable, DeValue};

use super::{Format, Session};
use crate::model::Problem;
use crate::source::Kind;
use crate::source::node::{Field, Lines, Node, Value};
use crate::source::records;

/// The format.
pub(super) const FORMAT: Format = Format {
    id: "toml",
    name: "TOML",
    extensions: &["toml"],
    holds: &[Kind::Entities, Kind::Claims],
    is_certain: |_| false,
    recognise,
    kind,
    cut: |content, cutter| cutter.whole(content, read),
};

fn recognise(head: &str) -> bool {
    kind(head).is_some()
}

/// The first table header that says what the file is about. A file that cannot be parsed has a kind all the same.
fn kind(text: &str) -> Option<Kind> {
    text.lines().find_map(|line| {
        let line: String = line.split('#').next().unwrap_or_default().split_whitespace().collect();
        let name = line.trim_start_matches('[').split([']', '=', '.']).next().unwrap_or_default();
        match name {
            _ if !line.starts_with('[') && !line.contains("=[") => None,
            "claim" | "claims" | "article" => Some(Kind::Claims),
            "entity" | "entities" => Some(Kind::Entities),
            _ => None,
        }
    })
}

fn read(bytes: &[u8], session: &mut Session<'_>) {
    let Some(text) = session.text(bytes) else { return };
    match parse(&text, 1) {
        Ok(node) => records::read(&node, session),
        Err((line, reason)) => session.problem(
            Problem::refused(session.place.at_line(line), format!("this is not TOML: {reason}"))
                .with_way_out("mend this line; nothing of the file was taken in"),
        ),
    }
}

/// A whole document, whose first line has the number `first`; or the line and the reason.
pub(in crate::source) fn parse(text: &str, first: u64) -> Result<Node, (u64, String)> {
    let lines = Lines::new(text, first);
    match DeTable::parse(text) {
        Ok(table) => Ok(Node::new(first, fields(table.get_ref(), &lines))),
        Err(error) => {
            let line = error.span().map_or(first, |span| lines.at(span.start));
            let twice = error.span().filter(|_| error.message() == "duplicate key");
            let reason = twice.and_then(|span| stands_twice(text, span.start, &text[span], &lines));
            Err((line, reason.unwrap_or_else(|| error.message().replace('\n', ", "))))
        }
    }
}

/// Names both lines of a key that stands twice; the parser knows only the second.
fn stands_twice(text: &str, second: usize, key: &str, lines: &Lines) -> Option<String> {
    let named = |line: &str| {
        let rest = line.trim().trim_start_matches('[').strip_prefix(key);
        rest.is_some_and(|rest| rest.trim_start().starts_with(['=', ']']))
    };
    let at = text[..second].lines().collect::<Vec<_>>().into_iter().rposition(named)?;
    let (first, second) = (lines.at(0) + at as u64, lines.at(second));
    Some(format!("\"{key}\" stands twice, in line {first} and line {second}"))
}

/// Depth is bounded by the parser itself.
fn fields(table: &DeTable<'_>, lines: &Lines) -> Value {
    let mut fields: Vec<Field> = table
        .iter()
        .map(|(name, value)| {
            let line = lines.at(name.span().start);
            let at = lines.at(value.span().start);
            // A table made by `[[claim]]` or `a.b = 1` starts where its header stands.
            let node = Node::new(if at < line { line } else { at }, self::value(value.get_ref(), lines));
            Field { name: name.get_ref().to_string(), node }
        })
        .collect();
    fields.sort_by_key(|field| field.node.line);
    Value::Table(fields)
}

fn value(value: &DeValue<'_>, lines: &Lines) -> Value {
    match value {
        DeValue::String(words) => Value::Text(words.to_string()),
        DeValue::Integer(digits) => match i64::from_str_radix(digits.as_str(), digits.radix()) {
            Ok(number) => Value::Integer(number),
            Err(_) => Value::Number(digits.to_string()),
        },
        DeValue::Float(digits) => Value::Number(digits.as_str().to_owned()),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Datetime(date) => Value::Date(date.to_string()),
        DeValue::Array(elements) => Value::List(
            elements
                .iter()
                .map(|element| {
                    Node::new(lines.at(element.span().start), self::value(element.get_ref(), lines))
                })
                .collect(),
        ),
        DeValue::Table(table) => fields(table, lines),
    }
}
