//! `factdb explain`: how a text is read.

mod json;
mod subject;
mod text;

use std::path::Path;

use clap::{Args, ValueEnum};
use serde_json::Value as Json;

use self::subject::{Found, Text};
use crate::cli::extraction::{is_english, reader, wire};
use crate::cli::text_options::TextOptions;
use crate::cli::{Outcome, output};
use crate::error::Result;
use crate::extract::{Explanation, Page, Reader, Subject};
use crate::render::{Look, json_document};

/// Show how a text is read: its dates, quantities, entities, cue words and claims, sentence by sentence, with their rules
///
/// Nothing is stored. The names are those of the database, or where there is none those that a new one starts from.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  factdb explain antiwar-2024-08-15-denial\n  factdb explain story.md\n  factdb explain - --published 2024-07-22 --format json < story.txt")]
pub struct Explain {
    /// A file of any kind that import reads articles from, - for standard input, or key or address of an article in the
    /// database; where a file and an article have the same name, it is the file
    #[arg(value_name = "PATH|KEY")]
    what: String,
    /// How to print
    #[arg(long, short, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    texts: TextOptions,
    /// Width of the text; that of the terminal, or 80, by default
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..))]
    width: Option<u16>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For people: every sentence, and what was found in it
    Text,
    /// For programs: one document, offsets in code points; several articles make an array
    Json,
}

pub(super) fn run(arguments: &Explain, db: &Path) -> Result<Outcome> {
    let Found { texts, store, outcome } = subject::find(arguments, db)?;
    if texts.is_empty() {
        return Ok(outcome);
    }
    let reader = reader(&store.described_entities()?);
    match arguments.format {
        Format::Text => print_text(&texts, &reader, &output::look(None, arguments.width))?,
        Format::Json => print_json(&texts, &reader)?,
    }
    Ok(outcome)
}

fn print_text(texts: &[Text], reader: &Reader, look: &Look) -> Result<()> {
    for (number, text) in texts.iter().enumerate() {
        let page = text::page(text, &explained(text, reader), look);
        output::text(None, &if number == 0 { page } else { format!("\n{page}") })?;
    }
    Ok(())
}

fn print_json(texts: &[Text], reader: &Reader) -> Result<()> {
    let mut documents: Vec<Json> =
        texts.iter().map(|text| json::document(text, &explained(text, reader))).collect();
    let document = if documents.len() == 1 { documents.remove(0) } else { Json::from(documents) };
    output::text(None, &json_document(&document))
}

/// As import reads it: other languages than English are not.
fn explained(text: &Text, reader: &Reader) -> Explanation {
    if text.language.as_deref().is_some_and(|language| !is_english(language)) {
        return Explanation::default();
    }
    let page = Page { text: &text.text, author: text.author.as_deref(), publisher: text.publisher.as_deref() };
    let (_, wire) = wire(reader, &page, text.wire.as_deref());
    reader.explain(&Subject {
        text: &text.text,
        title: text.title.as_deref(),
        published: text.published,
        publisher: text.publisher.as_deref(),
        wire: wire.as_deref(),
    })
}
