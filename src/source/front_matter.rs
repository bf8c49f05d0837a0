//! Metadata before a text: between `---` lines as YAML, between `+++` lines as TOML. Knows where it ends and how
//! people break it; knows no field names.

use super::node::{Field, Node, Value, cut};
use super::{formats, yaml};
use crate::model::{Place, Problem};

/// Front matter longer than this is none: a text may well begin with a rule.
const MAX_BYTES: usize = 64 * 1024;

/// A text with its front matter taken off.
pub(super) struct Split<'t> {
    /// The fields, if there is front matter.
    pub(super) fields: Option<Node>,
    /// Everything behind the line break that ends the front matter, to the character.
    pub(super) text: &'t str,
    /// Line of the text's first character.
    pub(super) line: u64,
    /// What was wrong with the front matter.
    pub(super) warnings: Vec<Problem>,
}

/// Takes the front matter off a text. What does not close, or holds no fields, is text.
pub(super) fn split<'t>(text: &'t str, place: &Place) -> Split<'t> {
    let mut warnings = Vec::new();
    if let Some((fence, inside, rest)) = fenced(text)
        && let Some(fields) = fields(fence, inside, place, &mut warnings)
    {
        for repeated in fields.repeated() {
            let reason = format!(
                "\"{}\" stands twice; the value of line {} is taken",
                cut(&repeated.name),
                repeated.first
            );
            warnings.push(
                Problem::warning(place.at_line(repeated.second), reason).with_way_out("remove one of them"),
            );
        }
        let line = 3 + inside.matches('\n').count() as u64;
        return Split { fields: Some(fields), text: rest, line, warnings };
    }
    Split { fields: None, text, line: 1, warnings: Vec::new() }
}

/// The fence, what lies between its two lines, and the text behind them.
fn fenced(text: &str) -> Option<(&'static str, &str, &str)> {
    let (first, after) = text.split_once('\n')?;
    let fence = ["---", "+++"].into_iter().find(|fence| first.trim_end() == *fence)?;
    let mut at = 0;
    for line in after.split_inclusive('\n') {
        if line.trim_end() == fence {
            return Some((fence, &after[..at], &after[at + line.len()..]));
        }
        at += line.len();
        if at > MAX_BYTES {
            return None;
        }
    }
    None
}

/// The fields; `None` where what lies between the fences is prose.
fn fields(fence: &str, inside: &str, place: &Place, warnings: &mut Vec<Problem>) -> Option<Node> {
    let parsed = if fence == "---" { yaml::parse(inside, 2) } else { formats::toml::parse(inside, 2) };
    match parsed {
        Ok(node) if matches!(node.value, Value::Table(_)) => Some(node),
        Ok(node) if node.is_absent() => Some(Node::new(2, Value::Table(Vec::new()))),
        Ok(_) => None,
        Err((line, reason)) => {
            let separator = if fence == "---" { ':' } else { '=' };
            let node = line_by_line(inside, separator)?;
            let syntax = if fence == "---" { "YAML" } else { "TOML" };
            let reason =
                format!("the front matter is not {syntax} ({}); it was read line by line", cut(&reason));
            warnings
                .push(Problem::warning(place.at_line(line), reason).with_way_out(
                    "put values that hold : # @ % or quotation marks into \"quotation marks\"",
                ));
            Some(node)
        }
    }
}

/// What a person meant by `title: Iraq: the plan`: a name, and the rest of the line. Lines under a name without a
/// value are its list. `None` where the first line is no field.
fn line_by_line(inside: &str, separator: char) -> Option<Node> {
    let mut fields: Vec<Field> = Vec::new();
    for (at, line) in inside.lines().enumerate() {
        let number = at as u64 + 2;
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        let named =
            trimmed.split_once(separator).filter(|(name, _)| is_name(name) && !trimmed.starts_with("- "));
        match (named, fields.last_mut()) {
            (Some((name, rest)), _) => fields
                .push(Field { name: name.trim().to_owned(), node: Node::new(number, value(rest, number)) }),
            (None, Some(last)) => continued(&mut last.node, trimmed, number),
            (None, None) => return None,
        }
    }
    (!fields.is_empty()).then(|| Node::new(2, Value::Table(fields)))
}

fn is_name(name: &str) -> bool {
    let name = name.trim();
    !name.is_empty()
        && name.len() <= 40
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | ':' | '.'))
}

fn value(rest: &str, line: u64) -> Value {
    let rest = unquoted(rest.trim());
    match rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(list) if !list.starts_with('[') => Value::List(
            list.split(',')
                .map(|element| Node::new(line, Value::Text(unquoted(element.trim()).to_owned())))
                .collect(),
        ),
        _ if matches!(rest, "|" | ">" | "|-" | ">-") => Value::Nothing,
        _ => Value::Text(rest.to_owned()),
    }
}

fn unquoted(words: &str) -> &str {
    let inside = |mark| words.strip_prefix(mark).and_then(|rest: &str| rest.strip_suffix(mark));
    inside('"').or_else(|| inside('\'')).unwrap_or(words)
}

/// A line that names nothing goes on with the value above it.
fn continued(node: &mut Node, line: &str, number: u64) {
    if let Some(element) = line.strip_prefix("- ") {
        let element = Node::new(number, Value::Text(unquoted(element.trim()).to_owned()));
        if node.is_absent() {
            node.value = Value::List(vec![element]);
        } else if let Value::List(elements) = &mut node.value {
            elements.push(element);
        }
    } else if let Value::Text(words) = &mut node.value {
        words.push(' ');
        words.push_str(line);
    } else if node.is_absent() {
        node.value = Value::Text(line.to_owned());
    }
}
