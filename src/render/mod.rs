//! Tables as text: a terminal, Markdown, CSV, JSON; and texts with underlined passages. Knows nothing of SQL, reports or arguments.
//!
//! What is printed comes from strangers on the Internet, so whatever goes to a screen passes through `sanitise` first.

mod annotated;
mod format;
mod grid;
mod layout;
mod page;
mod plain;
mod records;
mod sanitise;
mod sheet;
mod underline;
mod width;
mod words;
mod wrap;

pub use annotated::{Color, Note, Passage, annotated};
pub use format::{Evident, FORMATS, Format, Open, format};
pub use underline::{Mark, underlined};

/// Text from strangers for a screen: line breaks stay, everything that steers a terminal or hides goes.
pub fn sanitised(text: &str) -> String {
    text.chars().filter_map(|c| if c == '\n' { Some(c) } else { sanitise::shown(c) }).collect()
}

/// A document for programs: JSON whose hidden characters are spelt out.
pub fn json_document(document: &serde_json::Value) -> String {
    format!("{}\n", format::visible(&format!("{document:#}")))
}

/// Rows of cells as a list in aligned columns, each row a line.
pub fn aligned(rows: &[Vec<String>]) -> String {
    plain::aligned(rows)
}

/// Where the output goes and how much of it is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal; `None` when the output is a pipe or a file: then nothing is wrapped.
    pub width: Option<u16>,
    /// Whether to use colour and bold; without effect when `width` is `None`.
    pub color: bool,
    /// Whether terminal tables and Markdown show every column instead of the brief ones.
    pub all_columns: bool,
}

/// Below this no layout makes sense; a narrower terminal breaks the lines itself.
const NARROWEST: usize = 20;

impl Look {
    /// Columns to fill, if there is a terminal.
    fn room(&self) -> Option<usize> {
        self.width.map(|width| usize::from(width).max(NARROWEST))
    }

    /// `text` between the escape sequence `code` and a reset, where colour is wanted.
    fn painted(&self, code: &str, text: &str) -> String {
        if self.color && self.width.is_some() && !text.is_empty() {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_string()
        }
    }
}
