//! What matters, at the top: contradictions, what changed, what is due, from their tables; nothing where these are missing.

use maud::{Markup, html};

use super::evidence::Anchors;
use super::{keys, table, words};
use crate::render::sheet::{clean_text, heading};
use crate::report::{Table, Value};

/// The reports that matter most, what is said of their number, and of none.
const MATTERS: &[(&str, &str, &str, &str)] = &[
    ("contradictions", "contradiction", "contradictions", "No contradictions"),
    ("changes", "change", "changes", "No answer has changed"),
    ("due", "overdue", "overdue", "Nothing is due"),
];

/// Rows shown of each.
const ROWS: usize = 3;

/// Columns shown of each row.
const COLUMNS: usize = 6;

/// The first rows of what matters, with their counts.
pub(super) fn summary(tables: &[Table], names: &[table::Name], anchors: &Anchors<'_>) -> Option<Markup> {
    let found: Vec<_> = MATTERS
        .iter()
        .filter_map(|matter| {
            let index = names.iter().position(|name| name.report == matter.0)?;
            Some((matter, tables.get(index)?, &names[index]))
        })
        .collect();
    // A page of one report has it in full below.
    if found.is_empty() || tables.len() == 1 {
        return None;
    }
    Some(html! {
        div.cards { @for ((_, one, many, none), table, name) in &found { (card(one, many, none, table, name, anchors)) } }
    })
}

fn card(
    one: &str,
    many: &str,
    none: &str,
    table: &Table,
    name: &table::Name,
    anchors: &Anchors<'_>,
) -> Markup {
    let count = table.rows.len();
    html! {
        section.card aria-labelledby={ "m-" (name.id) } {
            h3 id={ "m-" (name.id) } {
                @if count == 0 { (none) } @else {
                    span.count { (words::thousands(count as u64)) } " " (if count == 1 { one } else { many })
                }
            }
            @if count > 0 {
                ol.rows { @for row in table.rows.iter().take(ROWS) { li { (item(table, row, anchors)) } } }
            }
            p.onward { a href={ "#" (name.id) } {
                @if count > ROWS { "All " (words::thousands(count as u64)) } @else { "The table" }
                span.unseen { ": " (words::line(&table.title)) }
            } }
        }
    }
}

/// A row as a few named values; the keys behind it become links.
fn item(table: &Table, row: &[Value], anchors: &Anchors<'_>) -> Markup {
    let brief =
        table.columns.iter().enumerate().filter(|(_, column)| column.brief && !keys::is_claims(&column.name));
    let said = brief.filter(|(index, _)| !matches!(row.get(*index), None | Some(Value::Null))).take(COLUMNS);
    html! {
        dl {
            @for (index, column) in said {
                div {
                    dt { (heading(&column.name)) }
                    dd dir="auto" { (value(table, row, index, &words::cell(&clean_text(column, row.get(index))), anchors)) }
                }
            }
        }
    }
}

fn value(table: &Table, row: &[Value], index: usize, text: &str, anchors: &Anchors<'_>) -> Markup {
    let says_a_number = text.contains(|c: char| c.is_ascii_digit());
    let target = keys::behind(table, row, index).filter(|_| says_a_number).and_then(|key| anchors.claim(key));
    html! { @if let Some(target) = target { a href=(target) { (text) } } @else { (text) } }
}
