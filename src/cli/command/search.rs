//! `factdb search`: full text over articles.

use std::path::Path;

use clap::Args;

use crate::cli::output::counted;
use crate::cli::{Outcome, database, output};
use crate::error::Result;
use crate::render::sanitised;
use crate::store::{Hit, Store};

/// Find articles by words ("quoted words" as a phrase), best first, with the claims of each
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  factdb search withdrawal Erbil\n  factdb search '\"advisory capacity\"' --limit 3")]
pub struct Search {
    /// The words; all of them must be there
    #[arg(required = true)]
    words: Vec<String>,
    /// How many articles at most
    #[arg(long, default_value_t = 20)]
    limit: usize,
}

pub(super) fn run(arguments: &Search, db: &Path) -> Result<Outcome> {
    let store = database::for_reading(db)?;
    let marks = if output::look(None, None).color { ("\u{1b}[1m", "\u{1b}[0m") } else { ("[", "]") };
    let hits = store.search(&arguments.words.join(" "), arguments.limit, ("\u{2}", "\u{3}"))?;
    let mut text = String::new();
    for hit in &hits {
        text.push_str(&described(&store, hit, marks)?);
    }
    text.push_str(&format!("{}\n", counted(hits.len(), "article")));
    output::text(None, &text)?;
    Ok(Outcome::Done)
}

fn described(store: &Store, hit: &Hit, marks: (&str, &str)) -> Result<String> {
    // The marks are put in after the text was made harmless; the two control characters are not in it.
    let snippet = hit
        .snippet
        .split(['\u{2}', '\u{3}'])
        .enumerate()
        .map(|(index, part)| {
            let part = sanitised(part);
            if index % 2 == 1 { format!("{}{part}{}", marks.0, marks.1) } else { part }
        })
        .collect::<String>();
    let mut text = sanitised(&format!("{}  {}, {}\n  {}\n", hit.article_key, hit.publisher, hit.published, hit.title));
    text.push_str(&format!("  {}\n", snippet.split_whitespace().collect::<Vec<_>>().join(" ")));
    for claim in store.claims_of(hit.article_id)? {
        text.push_str(&sanitised(&format!("    {}  {}: {}\n", claim.key, claim.claim.reading.predicate, claim.quote)));
    }
    text.push('\n');
    Ok(text)
}
