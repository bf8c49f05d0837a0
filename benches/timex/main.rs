//! Scores date reading on folders of TimeML documents, as TempEval-3's toolkit does. The corpora are not part of the project:
//! `cargo bench --bench timex -- FOLDER… [--errors]` (TimeBank and AQUAINT are in TempEval-3's training data).
//!
//! Relaxed: extents overlap. Strict: they are equal but for a closing stop. Value: matched and of equal value, over all.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod document;
mod score;

use std::path::{Path, PathBuf};

use document::Document;
use factdb::date::{Context, DateExpression, dates};
use factdb::text::sentences;
use score::Score;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let shows_errors = arguments.iter().any(|argument| argument == "--errors");
    for folder in arguments.iter().filter(|argument| !argument.starts_with("--")) {
        let mut score = Score::default();
        for path in documents(Path::new(folder)) {
            let document = Document::parse(&std::fs::read_to_string(&path).unwrap());
            let found = read(&document);
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            score.add(&name, &document, &found, shows_errors);
        }
        println!("{folder}: {score}");
    }
}

fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".tml") && !name.starts_with('.')
    });
    paths.sort();
    paths
}

/// Every date of a document, sentence by sentence.
fn read(document: &Document) -> Vec<DateExpression> {
    let context = Context { published: document.published };
    let offsets: Vec<usize> =
        document.text.char_indices().map(|(at, _)| at).chain([document.text.len()]).collect();
    let mut found = Vec::new();
    for span in sentences(&document.text) {
        let sentence = offsets[span.start]..offsets[span.end];
        let dates = dates(&document.text, sentence, &context, &found);
        found.extend(dates);
    }
    found
}
