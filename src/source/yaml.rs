//! YAML to nodes, event by event: scalars stay the words they are (2024-07-22, 007, Yes), aliases are not expanded.

use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle};

use super::node::{Field, MAX_DEPTH, Node, Value};

/// A list or table that is still open, and the name that waits for its value.
struct Open {
    node: Node,
    name: Option<String>,
}

/// The first document of `text`, whose first line has the number `first`; or the line and the reason.
pub(super) fn parse(text: &str, first: u64) -> Result<Node, (u64, String)> {
    let mut open: Vec<Open> = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, span) = match event {
            Ok((event, span)) => (event, span),
            Err(error) => return Err((first + error.marker().line().max(1) as u64 - 1, error.info())),
        };
        let line = first + span.start.line().max(1) as u64 - 1;
        let closed = match event {
            Event::Scalar(words, style, ..) => Some(Node::new(line, scalar(words.into_owned(), style))),
            Event::Alias(_) => Some(Node::new(line, Value::Nothing)),
            Event::SequenceStart(..) => push(&mut open, Node::new(line, Value::List(Vec::new())))?,
            Event::MappingStart(..) => push(&mut open, Node::new(line, Value::Table(Vec::new())))?,
            Event::SequenceEnd | Event::MappingEnd => open.pop().map(|open| open.node),
            _ => None,
        };
        let Some(node) = closed else { continue };
        match open.last_mut() {
            None => return Ok(node),
            Some(parent) => add(parent, node),
        }
    }
    Ok(Node::new(first, Value::Nothing))
}

fn push(open: &mut Vec<Open>, node: Node) -> Result<Option<Node>, (u64, String)> {
    if open.len() >= MAX_DEPTH {
        return Err((node.line, format!("nested more than {MAX_DEPTH} levels deep")));
    }
    open.push(Open { node, name: None });
    Ok(None)
}

fn add(parent: &mut Open, node: Node) {
    match &mut parent.node.value {
        Value::List(elements) => elements.push(node),
        Value::Table(fields) => match parent.name.take() {
            None => parent.name = Some(node.words().unwrap_or_default().to_owned()),
            Some(name) => fields.push(Field { name, node }),
        },
        _ => {}
    }
}

fn scalar(words: String, style: ScalarStyle) -> Value {
    match (style, words.as_str()) {
        (ScalarStyle::Plain, "" | "~" | "null" | "Null" | "NULL") => Value::Nothing,
        (ScalarStyle::Plain, "true" | "True" | "TRUE") => Value::Flag(true),
        (ScalarStyle::Plain, "false" | "False" | "FALSE") => Value::Flag(false),
        _ => Value::Text(words),
    }
}
