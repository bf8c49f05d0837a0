//! Pipe tables for GitHub, wikis and editors. The words of strangers stay words: nothing in them becomes markup, HTML or a link.

use std::io::{self, Write};

use super::Format;
use crate::render::sheet::{clean_text, heading, shown_columns};
use crate::render::{Look, sanitise};
use crate::report::{Align, Document, Table};

pub(super) const FORMAT: Format =
    Format { name: "markdown", summary: "a pipe table under a heading", evidence: None, open: None, write };

fn write(document: &Document<'_>, look: &Look, out: &mut (dyn Write + Send)) -> io::Result<()> {
    for (index, table) in document.tables.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        writeln!(out, "## {}\n", escaped(&sanitise::line(&table.title)))?;
        if !table.question.is_empty() {
            writeln!(out, "{}\n", paragraph(&sanitise::line(&table.question)))?;
        }
        body(table, look, out)?;
    }
    Ok(())
}

fn body(table: &Table, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    if table.rows.is_empty() {
        return writeln!(out, "no rows");
    }
    let shown = shown_columns(table, look);
    let rule = |align| match align {
        Align::Left => "---".to_string(),
        Align::Right => "---:".to_string(),
    };
    line(shown.iter().map(|&index| escaped(&heading(&table.columns[index].name))), out)?;
    line(shown.iter().map(|&index| rule(table.columns[index].align)), out)?;
    table.rows.iter().try_for_each(|row| {
        line(shown.iter().map(|&index| escaped(&clean_text(&table.columns[index], row.get(index)))), out)
    })
}

fn line(cells: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "))
}

/// `text` without markup. The colon before `//` and the dot after `www` are escaped too, as bare addresses become links on GitHub;
/// `&` and `$`, as entities and formulas are read even inside tables.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for (index, c) in text.char_indices() {
        let address =
            (c == ':' && text[index..].starts_with("://")) || (c == '.' && ends_in_www(&text[..index]));
        if address || "\\`*_[]<>|#~&$".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn ends_in_www(text: &str) -> bool {
    text.len() >= 3 && text.as_bytes()[text.len() - 3..].eq_ignore_ascii_case(b"www")
}

/// `text` as a paragraph, even where it begins like a list or an underlined heading.
fn paragraph(text: &str) -> String {
    let text = escaped(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if text.starts_with(['-', '+', '=']) {
        format!("\\{text}")
    } else if digits > 0 && text[digits..].starts_with(['.', ')']) {
        format!("{}\\{}", &text[..digits], &text[digits..])
    } else {
        text
    }
}
