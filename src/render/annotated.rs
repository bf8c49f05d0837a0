//! A text passage by passage, each followed by notes in columns: what was found, in which words, what it means.
//!
//! Everything is wrapped to the width of the terminal, and stripped of what commands one.

use super::width::width;
use super::{Look, sanitise, wrap};

/// Columns where there is no terminal to fit.
const PAGE: usize = 80;

/// The least room that the meanings of notes are given.
const LEAST: usize = 24;

/// What is no part of the matter.
const FAINT: &str = "2";

/// The colour of a kind of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Color {
    Green,
    Yellow,
    Blue,
    Magenta,
    Cyan,
}

impl Color {
    fn code(self) -> &'static str {
        match self {
            Self::Green => "32",
            Self::Yellow => "33",
            Self::Blue => "34",
            Self::Magenta => "35",
            Self::Cyan => "36",
        }
    }
}

/// What was found in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its kind.
    pub label: &'static str,
    /// The kind's colour.
    pub color: Color,
    /// The words that it is about.
    pub words: String,
    /// What they mean.
    pub meaning: String,
}

/// A passage of a text with its notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its words.
    pub text: String,
    /// Why it is set aside, if it is: it is printed faintly.
    pub aside: Option<String>,
    /// What was found in it, in order.
    pub notes: Vec<Note>,
}

/// Where the columns begin and how wide they are.
struct Columns {
    number: usize,
    label: usize,
    words: usize,
    meaning: usize,
}

impl Columns {
    fn new(passages: &[Passage], look: &Look) -> Self {
        let room = look.room().unwrap_or(PAGE);
        let notes = || passages.iter().flat_map(|passage| &passage.notes);
        let number = passages.len().to_string().len() + 2;
        let label = notes().map(|note| note.label.len()).max().unwrap_or(0) + 2;
        let left = room.saturating_sub(number + label);
        let widest = notes().map(|note| width(&sanitise::line(&note.words))).max().unwrap_or(0);
        let words = widest.min(left * 2 / 5).min(left.saturating_sub(LEAST + 2)).max(8);
        Self { number, label, words, meaning: left.saturating_sub(words + 2).max(8) }
    }

    fn room(&self) -> usize {
        self.label + self.words + 2 + self.meaning
    }
}

/// Numbered passages with a blank line between them, each with its notes beneath it.
pub fn annotated(passages: &[Passage], look: &Look) -> String {
    let columns = Columns::new(passages, look);
    let mut out = String::new();
    for (index, passage) in passages.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let text = wrap::wrapped(&sanitise::line(&passage.text), columns.room());
        for (at, line) in text.iter().enumerate() {
            let number = if at == 0 { (index + 1).to_string() } else { String::new() };
            let shown = if passage.aside.is_some() { look.painted(FAINT, line) } else { line.clone() };
            push(&mut out, &format!("{number:<0$}{shown}", columns.number));
        }
        if let Some(aside) = &passage.aside {
            let aside = look.painted(FAINT, &format!("({})", sanitise::line(aside)));
            push(&mut out, &format!("{:1$}{aside}", "", columns.number));
        }
        for note in &passage.notes {
            write_note(note, &columns, look, &mut out);
        }
    }
    out
}

fn write_note(note: &Note, columns: &Columns, look: &Look, out: &mut String) {
    let words = wrap::wrapped(&sanitise::line(&note.words), columns.words);
    let meaning = wrap::wrapped(&sanitise::line(&note.meaning), columns.meaning);
    let paint = |text: &str, room: usize| {
        let gap = " ".repeat(room.saturating_sub(width(text)));
        format!("{}{gap}", look.painted(note.color.code(), text))
    };
    for at in 0..words.len().max(meaning.len()) {
        let label = if at == 0 { note.label } else { "" };
        let part = |lines: &[String]| lines.get(at).cloned().unwrap_or_default();
        let line = format!(
            "{:indent$}{}{}  {}",
            "",
            paint(label, columns.label),
            paint(&part(&words), columns.words),
            part(&meaning),
            indent = columns.number
        );
        push(out, &line);
    }
}

fn push(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}
