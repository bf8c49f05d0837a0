//! What matters, at the top: contradictions, what changed, what is due, from their tables; nothing where these are missing.

use std::cmp::Reverse;

use maud::{Markup, html};

use super::evidence::Anchors;
use super::{keys, table, words};
use crate::render::sheet::{clean_text, heading};
use crate::report::{Table, Value};

/// A report that matters, and what of it stands at the top.
struct Matter {
    report: &'static str,
    /// What its rows are called.
    one: &'static str,
    many: &'static str,
    /// What is said of none.
    none: &'static str,
    /// Columns with their labels.
    columns: &'static [(&'static str, &'static str)],
    /// The column whose latest day comes first; where there is none, the order is the view's.
    latest: Option<&'static str>,
}

const MATTERS: &[Matter] = &[
    Matter {
        report: "contradictions",
        one: "open contradiction",
        many: "open contradictions",
        none: "No open contradictions",
        columns: &[("one_says", "one"), ("other_says", "other"), ("why", "why")],
        latest: None,
    },
    Matter {
        report: "changes",
        one: "change",
        many: "changes",
        none: "No answer has changed",
        columns: &[
            ("moved_on", "on"),
            ("from_said", "from"),
            ("to_said", "to"),
            ("move", "that is"),
            ("according_to", "says"),
        ],
        latest: Some("moved_on"),
    },
    Matter {
        report: "due",
        one: "date gone by",
        many: "dates gone by",
        none: "No date has gone by unreported",
        columns: &[("due_by", "due by"), ("said", "as said"), ("reported", "since")],
        latest: Some("due_by"),
    },
];

/// Rows shown of each.
const ROWS: usize = 3;

/// Columns shown of a table whose columns are other ones.
const COLUMNS: usize = 6;

/// The first rows of what matters, with their counts.
pub(super) fn summary(tables: &[Table], names: &[table::Name], anchors: &Anchors<'_>) -> Option<Markup> {
    let found: Vec<_> = MATTERS
        .iter()
        .filter_map(|matter| {
            let index = names.iter().position(|name| name.report == matter.report)?;
            Some((matter, tables.get(index)?, &names[index]))
        })
        .collect();
    // A page of one report has it in full below.
    if found.is_empty() || tables.len() == 1 || tables.iter().all(|table| table.rows.is_empty()) {
        return None;
    }
    Some(html! {
        div.cards { @for (matter, table, name) in &found { (card(matter, table, name, anchors)) } }
    })
}

fn card(matter: &Matter, table: &Table, name: &table::Name, anchors: &Anchors<'_>) -> Markup {
    let rows = first(matter, table);
    let count = rows.len();
    html! {
        div.card {
            h3 {
                @if count == 0 { (matter.none) } @else {
                    span.count { (words::thousands(count as u64)) } " " (if count == 1 { matter.one } else { matter.many })
                }
            }
            @if count > 0 {
                ol.rows { @for row in rows.into_iter().take(ROWS) { li { (item(matter, table, row, anchors)) } } }
            }
            p.onward { a href={ "#" (name.id) } {
                @if count > ROWS { "All " (words::thousands(count as u64)) } @else { "The table" }
                span.unseen { ": " (words::line(&table.title)) }
            } }
        }
    }
}

/// The rows that are open, if rows say whether they are, in the order that matters.
fn first<'a>(matter: &Matter, table: &'a Table) -> Vec<&'a [Value]> {
    let column = |name: &str| table.columns.iter().position(|column| column.name == name);
    let text = |row: &'a [Value], at: usize| match row.get(at) {
        Some(Value::Text(text)) => text.as_str(),
        _ => "",
    };
    let rows = table.rows.iter().map(Vec::as_slice);
    let mut rows: Vec<&[Value]> = match column("status") {
        Some(at) => rows.filter(|row| text(row, at) == "open").collect(),
        None => rows.collect(),
    };
    if let Some(at) = matter.latest.and_then(column) {
        // A stable order: of one day, the view's.
        rows.sort_by_key(|row| Reverse(text(row, at)));
    }
    rows
}

/// A row as a few named values under its question.
fn item(matter: &Matter, table: &Table, row: &[Value], anchors: &Anchors<'_>) -> Markup {
    let column = |name: &str| table.columns.iter().position(|column| column.name == name);
    let mut said: Vec<(usize, String)> = matter
        .columns
        .iter()
        .filter_map(|(name, label)| Some((column(name)?, (*label).to_owned())))
        .collect();
    let question = column("question").filter(|_| !said.is_empty());
    if said.is_empty() {
        let brief = table.columns.iter().enumerate();
        let brief = brief.filter(|(_, column)| column.brief && !keys::is_claims(&column.name));
        said = brief.map(|(at, column)| (at, heading(&column.name))).take(COLUMNS).collect();
    }
    said.retain(|(at, _)| !matches!(row.get(*at), None | Some(Value::Null)));
    html! {
        @if let Some(at) = question { p.asked dir="auto" { (text(table, row, at)) } }
        dl {
            @for (at, label) in said { div { dt { (label) } dd dir="auto" { (value(table, row, at, anchors)) } } }
        }
    }
}

fn text(table: &Table, row: &[Value], at: usize) -> String {
    table.columns.get(at).map(|column| words::cell(&clean_text(column, row.get(at)))).unwrap_or_default()
}

fn value(table: &Table, row: &[Value], at: usize, anchors: &Anchors<'_>) -> Markup {
    let text = text(table, row, at);
    let name = table.columns.get(at).map(|column| column.name.as_str()).unwrap_or_default();
    // What articles said leads to their words; what the report concludes from it does not.
    let is_said = ["says", "said", "due_by", "moved_on"].iter().any(|end| name.ends_with(end));
    let target = keys::behind(table, row, at).filter(|_| is_said).and_then(|key| anchors.claim(key));
    html! { @if let Some(target) = target { a href=(target) { (text) } } @else { (text) } }
}
