//! The page: head, what matters, pictures, tables, evidence. The same document gives the same bytes: no clock, no random names.
//!
//! The words of strangers reach it only through `maud`, which escapes them, and `words`, which takes out what hides or turns the
//! order of reading. What its policy allows is its own style and its own script, by their hashes: nothing is loaded, sent or run.

mod axis;
mod day;
mod evidence;
mod figure_chart;
mod figures;
mod frame;
mod keys;
mod labels;
mod legend;
mod rows;
mod schedule;
mod schedule_chart;
mod summary;
mod table;
mod words;

use std::collections::BTreeSet;

use maud::{Markup, PreEscaped, html};

use crate::report::{Document, Story, Table};
use evidence::Anchors;

/// Rows that a table has on the page; whatever more there is, the command line prints.
const MOST_ROWS: usize = 1000;

/// The keys of all claims that a page of these tables shows, and links to.
pub(super) fn shown_claims(tables: &[Table]) -> BTreeSet<String> {
    let shown = tables.iter().flat_map(|table| {
        table.rows.iter().take(MOST_ROWS).flat_map(|row| keys::of_row(table, row)).collect::<Vec<_>>()
    });
    let drawn = schedule::keys(tables).into_iter().chain(figures::keys(tables));
    shown.chain(drawn).collect()
}

/// The page.
pub(super) fn page(document: &Document<'_>) -> String {
    let nothing = Story::default();
    let story = document.story.unwrap_or(&nothing);
    let anchors = Anchors::new(&story.evidence);
    let sections = sections(document, story, &anchors);
    let body = html! {
        (frame::masthead(document, story))
        (frame::contents(&sections))
        main id="content" {
            @for section in &sections {
                (PreEscaped("\n"))
                section id=(section.id) aria-labelledby={ "h-" (section.id) } class=(section.class) {
                    h2 id={ "h-" (section.id) } { (section.title) }
                    (section.body)
                }
            }
        }
        (frame::colophon(document, story))
    };
    frame::document(&frame::title(document), &body)
}

/// A part of the page under a heading of its own.
struct Section {
    id: String,
    class: &'static str,
    title: String,
    body: Markup,
}

fn sections(document: &Document<'_>, story: &Story, anchors: &Anchors<'_>) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut add = |id: &str, class, title: &str, body: Option<Markup>| {
        sections.extend(body.map(|body| Section { id: id.to_owned(), class, title: title.to_owned(), body }));
    };
    let names = table::names(document, story);
    add("matters", "matters", "What matters", summary::summary(document.tables, &names, anchors));
    add(
        "picture-schedules",
        "picture",
        "What is to happen, and when",
        schedule_chart::chart(document.tables, anchors),
    );
    add("picture-figures", "picture", "How many, and where", figure_chart::chart(document.tables, anchors));
    for (table, name) in document.tables.iter().zip(&names) {
        let body = table::table(table, name, story, anchors);
        add(&name.id, "table", &words::line(&table.title), Some(body));
    }
    add("evidence", "evidence", "Quotes and their articles", evidence::evidence(&story.evidence, anchors));
    sections
}
