//! A text with passages underlined: each output line is followed by lines of `‾` beneath the marked characters.
//!
//! Offsets are code points of the text as given; what is shown is wrapped, and stripped of what commands a terminal.

use super::width::width;
use super::{Look, sanitise, wrap};

/// Columns where there is no terminal to fit.
const PAGE: usize = 100;

/// Cyan: marks stand apart from the text.
const MARK_COLOR: &str = "36";

/// A passage to underline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends: the code point after its last.
    pub end: usize,
    /// What is written at its beginning, such as a number.
    pub label: String,
}

/// The text wrapped to the width of `look`, its paragraphs kept, every line with marked characters followed by as many lines of `‾`
/// as it has marks above each other. A mark's label stands once, where its line begins. Marks outside the text show nothing.
pub fn underlined(text: &str, marks: &[Mark], look: &Look) -> String {
    let room = look.room().unwrap_or(PAGE);
    let mut pending: Vec<Pending> = marks.iter().map(Pending::new).collect();
    pending.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    let mut out = String::new();
    let mut offset = 0;
    for paragraph in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        let clean = Clean::new(paragraph, offset);
        offset += paragraph.chars().count() + 1;
        write_paragraph(&clean, &mut pending, room, look, &mut out);
    }
    out
}

/// A mark, and its label until it has been written.
struct Pending {
    start: usize,
    end: usize,
    label: Option<String>,
}

impl Pending {
    fn new(mark: &Mark) -> Self {
        Self { start: mark.start, end: mark.end, label: Some(sanitise::line(&mark.label)) }
    }
}

/// What a paragraph shows, and where each character comes from.
struct Clean {
    text: String,
    /// Byte in `text`, code point in the original.
    origins: Vec<(usize, usize)>,
}

impl Clean {
    fn new(paragraph: &str, offset: usize) -> Self {
        let mut clean = Self { text: String::with_capacity(paragraph.len()), origins: Vec::new() };
        for (index, c) in paragraph.chars().enumerate() {
            if let Some(shown) = sanitise::shown(c) {
                clean.origins.push((clean.text.len(), offset + index));
                clean.text.push(shown);
            }
        }
        clean
    }

    /// The bytes of `line` whose code points lie from `start` to before `end`.
    fn marked(
        &self,
        line: &std::ops::Range<usize>,
        start: usize,
        end: usize,
    ) -> Option<std::ops::Range<usize>> {
        let byte = |offset| {
            let at = self.origins.partition_point(|&(_, origin)| origin < offset);
            self.origins.get(at).map_or(self.text.len(), |&(byte, _)| byte)
        };
        let bytes = byte(start).max(line.start)..byte(end).min(line.end);
        (bytes.start < bytes.end).then_some(bytes)
    }
}

/// A mark's part on one line, in columns.
struct Run {
    start: usize,
    end: usize,
    label: Option<String>,
}

impl Run {
    /// Where the next run on the same line may begin.
    fn reach(&self) -> usize {
        self.end.max(self.start + self.label.as_deref().map_or(0, width))
    }
}

fn write_paragraph(clean: &Clean, marks: &mut [Pending], room: usize, look: &Look, out: &mut String) {
    let lines = wrap::lines(&clean.text, room);
    if lines.is_empty() {
        out.push('\n');
    }
    for line in lines {
        out.push_str(&clean.text[line.clone()]);
        out.push('\n');
        for row in rows(runs(clean, &line, marks)) {
            out.push_str(&look.painted(MARK_COLOR, &drawn(&row)));
            out.push('\n');
        }
    }
}

fn runs(clean: &Clean, line: &std::ops::Range<usize>, marks: &mut [Pending]) -> Vec<Run> {
    let column = |byte: usize| width(&clean.text[line.start..byte]);
    let run = |mark: &mut Pending| {
        let bytes = clean.marked(line, mark.start, mark.end)?;
        let (start, end) = (column(bytes.start), column(bytes.end));
        // A combining mark alone has no width of its own; it is shown beneath the letter that carries it.
        let start = if start == end { start.saturating_sub(1) } else { start };
        Some(Run { start, end, label: mark.label.take() })
    };
    let mut runs: Vec<Run> = marks.iter_mut().filter_map(run).collect();
    runs.sort_by_key(|run| run.start);
    runs
}

/// The runs on as few lines as it takes for none to touch another's characters.
fn rows(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let mut rows: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        match rows.iter_mut().find(|row| row.last().is_none_or(|last| last.reach() <= run.start)) {
            Some(row) => row.push(run),
            None => rows.push(vec![run]),
        }
    }
    rows
}

fn drawn(row: &[Run]) -> String {
    let mut line = String::new();
    let mut at = 0;
    for run in row {
        let label = run.label.as_deref().unwrap_or_default();
        let rest = (run.end - run.start).saturating_sub(width(label));
        line.push_str(&" ".repeat(run.start - at));
        line.push_str(label);
        line.push_str(&"‾".repeat(rest));
        at = run.reach();
    }
    line
}
