//! A report as an HTML table: brief columns at first, all of them at a click, every number a link to its evidence.

use std::collections::BTreeSet;

use maud::{Markup, PreEscaped, html};

use super::evidence::Anchors;
use super::{MOST_ROWS, keys, words};
use crate::render::sheet::{clean_text, heading};
use crate::report::{Align, Column, Document, Story, Table, Value};

/// Links to evidence at the end of a row; the evidence section has them all.
const MOST_LINKS: usize = 6;

/// What a table is called on the page and on the command line.
#[derive(Clone)]
pub(super) struct Name {
    /// Its section.
    pub id: String,
    /// Its report.
    pub report: String,
}

/// A name for each table, none twice; a table without a report is called by its number.
pub(super) fn names(document: &Document<'_>, story: &Story) -> Vec<Name> {
    let mut taken = BTreeSet::new();
    let reports = document.tables.iter().enumerate().map(|(index, _)| story.reports.get(index));
    reports
        .enumerate()
        .map(|(index, report)| {
            let report = report.cloned().unwrap_or_default();
            let plain = report.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            let mut id = format!("report-{report}");
            if report.is_empty() || !plain || !taken.insert(id.clone()) {
                id = format!("table-{}", index + 1);
            }
            Name { id, report }
        })
        .collect()
}

/// The question, the table, and what was left out.
pub(super) fn table(table: &Table, name: &Name, story: &Story, anchors: &Anchors<'_>) -> Markup {
    html! {
        p.question { (words::line(&table.question)) }
        @if table.rows.is_empty() {
            p.nothing { "No rows." }
        } @else {
            (whole(table, name, anchors))
            (rest(table, name, story))
        }
    }
}

fn whole(table: &Table, name: &Name, anchors: &Anchors<'_>) -> Markup {
    let columns = columns(table);
    let hidden = columns.iter().filter(|shown| shown.more).count();
    let linked = table.columns.iter().any(|column| keys::is_claims(&column.name));
    html! {
        @if hidden > 0 {
            input.every type="checkbox" id={ "every-" (name.id) };
            label.every for={ "every-" (name.id) } { "Show all " (columns.len()) " columns" }
        }
        div.scroll role="group" aria-labelledby={ "h-" (name.id) } tabindex="0" {
            table.report {
                caption { (words::counted(table.rows.len(), "row")) }
                thead { tr {
                    @for shown in &columns { (head(shown)) }
                    @if linked { th.links scope="col" { "evidence" } }
                } }
                tbody {
                    @for row in table.rows.iter().take(MOST_ROWS) {
                        // A line per row, for those who compare two pages.
                        (PreEscaped("\n"))
                        tr {
                            @for (place, shown) in columns.iter().enumerate() { (cell(table, row, shown, place == 0, anchors)) }
                            @if linked { td.links { (links(table, row, anchors)) } }
                        }
                    }
                }
            }
        }
    }
}

/// A column as it stands on the page.
struct Shown<'a> {
    index: usize,
    column: &'a Column,
    /// Whether it is hidden until all columns are asked for.
    more: bool,
    /// How wide its words want to be.
    width: &'static str,
}

/// Brief columns first, as on the terminal, then the others.
fn columns(table: &Table) -> Vec<Shown<'_>> {
    let any_brief = table.columns.iter().any(|column| column.brief);
    let shown = table.columns.iter().enumerate().map(|(index, column)| Shown {
        index,
        column,
        more: any_brief && !column.brief,
        width: width(table, index),
    });
    let (brief, more): (Vec<_>, Vec<_>) = shown.partition(|shown| !shown.more);
    brief.into_iter().chain(more).collect()
}

fn width(table: &Table, index: usize) -> &'static str {
    let length = |row: &Vec<Value>| match row.get(index) {
        Some(Value::Text(text)) => text.chars().take(61).count(),
        _ => 0,
    };
    match table.rows.iter().take(MOST_ROWS).map(length).max().unwrap_or(0) {
        0..=12 => "narrow",
        13..=60 => "middling",
        _ => "wide",
    }
}

fn classes(shown: &Shown<'_>) -> String {
    let right = if shown.column.align == Align::Right { " right" } else { "" };
    format!("{}{right}{}", shown.width, if shown.more { " more" } else { "" })
}

fn head(shown: &Shown<'_>) -> Markup {
    let meaning = Some(words::line(&shown.column.meaning)).filter(|meaning| !meaning.is_empty());
    html! { th scope="col" class=(classes(shown)) title=[meaning] { (heading(&shown.column.name)) } }
}

fn cell(table: &Table, row: &[Value], shown: &Shown<'_>, first: bool, anchors: &Anchors<'_>) -> Markup {
    let value = row.get(shown.index);
    let content = content(table, row, shown, value, anchors);
    html! {
        @if first {
            th scope="row" dir="auto" class=(classes(shown)) { (content) }
        } @else {
            td dir="auto" class=(classes(shown)) { (content) }
        }
    }
}

fn content(
    table: &Table,
    row: &[Value],
    shown: &Shown<'_>,
    value: Option<&Value>,
    anchors: &Anchors<'_>,
) -> Markup {
    let name = &shown.column.name;
    if keys::is_claims(name) || keys::is_articles(name) {
        return listed(
            value,
            |key| anchors.claim(key).or_else(|| anchors.article(key)),
            &shown_text(shown, value),
        );
    }
    let text = shown_text(shown, value);
    let says_a_number = text.contains(|c: char| c.is_ascii_digit());
    let target =
        keys::behind(table, row, shown.index).filter(|_| says_a_number).and_then(|key| anchors.claim(key));
    html! {
        @if let Some(target) = target { a href=(target) { (text) } } @else { (text) }
    }
}

fn shown_text(shown: &Shown<'_>, value: Option<&Value>) -> String {
    words::cell(&clean_text(shown.column, value))
}

/// Keys, each a link where its evidence is on the page.
fn listed(value: Option<&Value>, target: impl Fn(&str) -> Option<String>, text: &str) -> Markup {
    let keys = keys::in_cell(value);
    if !keys.iter().any(|key| target(key).is_some()) {
        return html! { (text) };
    }
    html! {
        @for (index, key) in keys.iter().enumerate() {
            @if index > 0 { "; " }
            @if let Some(target) = target(key) { a.key href=(target) { (words::cell(key)) } } @else { span.key { (words::cell(key)) } }
        }
    }
}

/// The row's evidence, by publisher.
fn links(table: &Table, row: &[Value], anchors: &Anchors<'_>) -> Markup {
    let keys = keys::of_row(table, row);
    let found: Vec<(String, String)> =
        keys.iter().filter_map(|key| Some((anchors.claim(key)?, anchors.publisher(key)?))).collect();
    html! {
        @for (index, (target, publisher)) in found.iter().take(MOST_LINKS).enumerate() {
            @if index > 0 { " " }
            a.chip href=(target) { @if found.len() == 1 { "quote" } @else { (index + 1) } span.unseen { ": " (publisher) } }
        }
        @if found.len() > MOST_LINKS { " +" (found.len() - MOST_LINKS) }
    }
}

/// A plain word on the rows that are not here, and the command that prints them.
fn rest(table: &Table, name: &Name, story: &Story) -> Markup {
    let left = table.rows.len().saturating_sub(MOST_ROWS);
    html! {
        @if left > 0 {
            p.rest {
                "The first " (words::thousands(MOST_ROWS as u64)) " rows; " (words::counted(left, "more row"))
                @if name.report.is_empty() { "." } @else {
                    " by the command " code { (command(&name.report, story)) }
                }
            }
        }
    }
}

fn command(report: &str, story: &Story) -> String {
    let mut command = format!("factdb report {} --format csv", words::line(report));
    for option in &story.options {
        command.push(' ');
        let plain = option.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:/".contains(&byte));
        let option = words::line(option);
        command.push_str(&if plain { option } else { format!("'{}'", option.replace('\'', "'\\''")) });
    }
    command
}
