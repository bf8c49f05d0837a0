//! What claim files, entity files and records hold, whatever they are written in: values with their line numbers.
//! Knows no syntax and no field names.

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    /// Line of its file, counted from 1.
    pub(super) line: u64,
    /// The value itself.
    pub(super) value: Value,
}

/// What JSON, TOML, YAML and CSV have in common.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Nothing: JSON's and YAML's `null`, an empty cell.
    Nothing,
    /// True or false.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number, as written.
    Number(String),
    /// Words.
    Text(String),
    /// A date that the syntax itself marks as one (TOML), as written.
    Date(String),
    /// Values in order.
    List(Vec<Node>),
    /// Named values in order; a name may stand twice, which [`Node::repeated`] finds.
    Table(Vec<Field>),
}

/// A named value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    /// The name, as written.
    pub(super) name: String,
    /// The value.
    pub(super) node: Node,
}

/// A name that stands twice in one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Repeated {
    /// The name.
    pub(super) name: String,
    /// Line of its first value.
    pub(super) first: u64,
    /// Line of its second value.
    pub(super) second: u64,
}

impl Node {
    /// A value at a line.
    pub(super) fn new(line: u64, value: Value) -> Self {
        Self { line, value }
    }

    /// The fields of a table; none for anything else.
    pub(super) fn fields(&self) -> &[Field] {
        match &self.value {
            Value::Table(fields) => fields,
            _ => &[],
        }
    }

    /// The first value of a name.
    pub(super) fn get(&self, name: &str) -> Option<&Node> {
        self.fields().iter().find(|field| field.name == name).map(|field| &field.node)
    }

    /// The elements of a list; a single value stands for a list of one.
    pub(super) fn elements(&self) -> &[Node] {
        match &self.value {
            Value::List(elements) => elements,
            _ => std::slice::from_ref(self),
        }
    }

    /// The words, of a text or of a marked date.
    pub(super) fn words(&self) -> Option<&str> {
        match &self.value {
            Value::Text(words) | Value::Date(words) => Some(words),
            _ => None,
        }
    }

    /// Whether there is nothing here: null, or only white space.
    pub(super) fn is_absent(&self) -> bool {
        match &self.value {
            Value::Nothing => true,
            Value::Text(words) => words.trim().is_empty(),
            _ => false,
        }
    }

    /// The value in words, for messages: cut to a length that fits a line.
    pub(super) fn shown(&self) -> String {
        let words = match &self.value {
            Value::Nothing => "nothing".to_owned(),
            Value::Flag(flag) => flag.to_string(),
            Value::Integer(number) => number.to_string(),
            Value::Number(words) | Value::Text(words) | Value::Date(words) => words.clone(),
            Value::List(_) => return "a list".to_owned(),
            Value::Table(_) => return "a table".to_owned(),
        };
        format!("\"{}\"", cut(&words))
    }

    /// Names that stand twice, here or below.
    pub(super) fn repeated(&self) -> Vec<Repeated> {
        let mut found = Vec::new();
        self.visit(&mut |node| {
            let mut seen = std::collections::HashMap::new();
            for Field { name, node } in node.fields() {
                match seen.get(name.as_str()) {
                    None => {
                        seen.insert(name.as_str(), node.line);
                    }
                    Some(&first) => found.push(Repeated { name: name.clone(), first, second: node.line }),
                }
            }
        });
        found
    }

    /// Line of the first text with a NUL, here or below: no database text may hold one.
    pub(super) fn nul_line(&self) -> Option<u64> {
        let mut line = None;
        self.visit(&mut |node| {
            if line.is_none() && node.words().is_some_and(|words| words.contains('\0')) {
                line = Some(node.line);
            }
        });
        line
    }

    /// Calls `see` with this node and everything below it. Readers bound the depth.
    fn visit(&self, see: &mut dyn FnMut(&Node)) {
        see(self);
        match &self.value {
            Value::List(elements) => elements.iter().for_each(|element| element.visit(see)),
            Value::Table(fields) => fields.iter().for_each(|field| field.node.visit(see)),
            _ => {}
        }
    }
}

/// How deep lists and tables may lie in each other: no real file needs more, and the stack must hold.
pub(super) const MAX_DEPTH: usize = 60;

/// The first words of a long value, on one line.
pub(super) fn cut(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// Byte offsets to line numbers.
pub(super) struct Lines {
    breaks: Vec<usize>,
    first: u64,
}

impl Lines {
    /// The lines of `text`, whose first line has the number `first`.
    pub(super) fn new(text: &str, first: u64) -> Self {
        Self {
            breaks: text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at).collect(),
            first,
        }
    }

    /// The line of a byte.
    pub(super) fn at(&self, byte: usize) -> u64 {
        self.first + self.breaks.partition_point(|line_break| *line_break < byte) as u64
    }

    /// The column of a byte, in bytes from 1.
    pub(super) fn column(&self, byte: usize) -> usize {
        let before = self.breaks.partition_point(|line_break| *line_break < byte);
        byte - before.checked_sub(1).map_or(0, |last| self.breaks[last] + 1) + 1
    }
}
