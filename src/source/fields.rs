//! Reads a table strictly: every wrong field is a problem with its line and the way out, and all of them are reported.
//! Knows what words, keys, dates and counts look like; knows no claim and no entity.

use chrono::NaiveDate;

use super::nearest::{one_of, slug};
use super::node::{Field, Node, Value, cut};
use crate::model::entity::is_key;
use crate::model::vocabulary::Vocabulary;
use crate::model::{Place, Problem};

/// A table being read, and the problems found so far.
pub(super) struct Fields<'n, 'p> {
    node: &'n Node,
    place: Place,
    /// Dotted name of the table within its record, empty for the record itself.
    name: String,
    problems: &'p mut Vec<Problem>,
}

impl<'n, 'p> Fields<'n, 'p> {
    /// A record. Names that stand twice and NULs, anywhere in it, are problems at once.
    pub(super) fn record(node: &'n Node, place: &Place, problems: &'p mut Vec<Problem>) -> Self {
        for repeated in node.repeated() {
            problems.push(twice(place, &repeated));
        }
        if let Some(line) = node.nul_line() {
            problems.push(
                Problem::refused(place.at_line(line), "a NUL character in a value").with_way_out("remove it"),
            );
        }
        if !matches!(node.value, Value::Table(_)) {
            let reason = format!("{} where a table of fields should be", node.shown());
            problems.push(Problem::refused(place.at_line(node.line), reason));
        }
        Self { node, place: place.clone(), name: String::new(), problems }
    }

    /// Refuses every field that is not in `known`.
    pub(super) fn allow_only(&mut self, known: &[&str]) {
        for Field { name, node } in self.node.fields() {
            if known.contains(&name.as_str()) {
                continue;
            }
            let reason = format!("there is no field \"{}\" here", cut(name));
            self.complain(node, name, reason, &one_of(name, known));
        }
    }

    /// A field's value, unless it is missing or empty.
    pub(super) fn get(&self, name: &str) -> Option<&'n Node> {
        self.node.get(name).filter(|node| !node.is_absent())
    }

    /// Words, without white space around them.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let node = self.get(name)?;
        match &node.value {
            Value::Text(words) => Some(words.trim().to_owned()),
            _ => self.wrong(node, name, "words in quotation marks"),
        }
    }

    /// A whole number.
    pub(super) fn integer(&mut self, name: &str) -> Option<i64> {
        let node = self.get(name)?;
        match &node.value {
            Value::Integer(number) => Some(*number),
            Value::Text(words) | Value::Number(words) => {
                let digits: String =
                    words.chars().filter(|c| !matches!(c, ',' | ' ' | '_' | '\'' | '\u{a0}')).collect();
                let way_out = match digits.parse::<i64>() {
                    Ok(number) => format!("write {number}"),
                    Err(_) => "write a whole number, without separators and quotation marks".to_owned(),
                };
                self.complain(node, name, format!("{} is not a whole number", node.shown()), &way_out);
                None
            }
            _ => self.wrong(node, name, "a whole number"),
        }
    }

    /// A count from 1, such as an occurrence.
    pub(super) fn ordinal(&mut self, name: &str) -> Option<usize> {
        let number = self.integer(name)?;
        let count = usize::try_from(number).ok().filter(|count| *count > 0);
        if count.is_none() {
            self.fault(name, format!("{number} is out of range"), "count from 1");
        }
        count
    }

    /// True or false.
    pub(super) fn flag(&mut self, name: &str) -> Option<bool> {
        let node = self.get(name)?;
        match node.value {
            Value::Flag(flag) => Some(flag),
            _ => self.wrong(node, name, "true or false, without quotation marks"),
        }
    }

    /// A word of a vocabulary.
    pub(super) fn word<V: Vocabulary>(&mut self, name: &str) -> Option<V> {
        let written = self.text(name)?;
        let value = V::from_word(&written);
        if value.is_none() {
            let words: Vec<&str> = V::ALL.iter().map(|value| value.word()).collect();
            self.fault(name, format!("\"{}\" is no {}", cut(&written), V::NOUN), &one_of(&written, &words));
        }
        value
    }

    /// A word of a vocabulary that must be there.
    pub(super) fn required_word<V: Vocabulary>(&mut self, name: &str) -> Option<V> {
        if self.get(name).is_none() {
            let words: Vec<&str> = V::ALL.iter().map(|value| value.word()).collect();
            self.missing(name, &format!("it is one of: {}", words.join(", ")));
        }
        self.word(name)
    }

    /// An entity key.
    pub(super) fn key(&mut self, name: &str) -> Option<String> {
        let written = self.text(name)?;
        self.checked_key(name, &written)
    }

    /// `written`, if it has the form of an entity key.
    pub(super) fn checked_key(&mut self, name: &str, written: &str) -> Option<String> {
        if is_key(written) {
            return Some(written.to_owned());
        }
        let slug = slug(written);
        let way_out = if slug.is_empty() {
            "a key is lower-case words of a-z and 0-9 joined by hyphens".to_owned()
        } else {
            format!("write the key, perhaps \"{slug}\"")
        };
        self.fault(name, format!("\"{}\" is a name, not an entity key", cut(written)), &way_out);
        None
    }

    /// A day, `YYYY-MM-DD`, that is in the calendar.
    pub(super) fn day(&mut self, name: &str) -> Option<NaiveDate> {
        let node = self.get(name)?;
        let Some(words) = node.words() else { return self.wrong(node, name, "a date as YYYY-MM-DD") };
        let day = strict_day(words.trim());
        if let Err(reason) = &day {
            self.complain(node, name, reason.clone(), "write a day of the calendar as YYYY-MM-DD");
        }
        day.ok()
    }

    /// A list of words; a single text stands for a list of one.
    pub(super) fn texts(&mut self, name: &str) -> Vec<String> {
        let Some(node) = self.get(name) else { return Vec::new() };
        let mut texts: Vec<String> = Vec::new();
        for element in node.elements().iter().filter(|element| !element.is_absent()) {
            match &element.value {
                Value::Text(words) if texts.iter().any(|text| text == words.trim()) => {}
                Value::Text(words) => texts.push(words.trim().to_owned()),
                _ => {
                    self.wrong::<()>(element, name, "words in quotation marks");
                }
            }
        }
        texts
    }

    /// A table within this one.
    pub(super) fn table<'s>(&'s mut self, name: &str) -> Option<Fields<'n, 's>> {
        let node = self.get(name)?;
        if !matches!(node.value, Value::Table(_)) {
            let reason = format!("{} where a table of fields should be", node.shown());
            let way_out =
                format!("name its fields: {name} = {{ text = …, … }}, in CSV columns such as {name}_text");
            self.complain(node, name, reason, &way_out);
            return None;
        }
        Some(Fields { node, place: self.place.clone(), name: self.dotted(name), problems: self.problems })
    }

    /// Says that a field must be there.
    pub(super) fn missing(&mut self, name: &str, way_out: &str) {
        self.fault(name, format!("\"{name}\" is missing"), way_out);
    }

    /// Says that a field's value, though well-formed, cannot be.
    pub(super) fn fault(&mut self, name: &str, reason: impl Into<String>, way_out: &str) {
        let node = self.node.get(name).unwrap_or(self.node);
        self.complain(node, name, reason.into(), way_out);
    }

    fn wrong<T>(&mut self, node: &Node, name: &str, expected: &str) -> Option<T> {
        self.complain(
            node,
            name,
            format!("{} where {expected} should be", node.shown()),
            &format!("write {expected}"),
        );
        None
    }

    fn complain(&mut self, node: &Node, name: &str, reason: String, way_out: &str) {
        let place = self.place.at_line(node.line).at_field(self.dotted(&cut(name)));
        self.problems.push(Problem::refused(place, reason).with_way_out(way_out));
    }

    fn dotted(&self, name: &str) -> String {
        if self.name.is_empty() { name.to_owned() } else { format!("{}.{name}", self.name) }
    }
}

/// A name that stands twice in one table.
pub(super) fn twice(place: &Place, repeated: &super::node::Repeated) -> Problem {
    let reason = format!(
        "\"{}\" stands twice, in line {} and line {}",
        cut(&repeated.name),
        repeated.first,
        repeated.second
    );
    Problem::refused(place.at_line(repeated.second), reason).with_way_out("remove one of them")
}

/// A day written `YYYY-MM-DD`, or why it is none.
pub(super) fn strict_day(words: &str) -> Result<NaiveDate, String> {
    let form = words.len() == 10
        && words
            .bytes()
            .enumerate()
            .all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() });
    if !form {
        return Err(format!("\"{}\" is not a date of the form YYYY-MM-DD", cut(words)));
    }
    NaiveDate::parse_from_str(words, "%Y-%m-%d")
        .map_err(|_| format!("there is no day {words} in the calendar"))
}
