//! How fast dates are read: `cargo bench --bench date_speed -- FOLDER [MEGABYTES]` reads the folder's `.txt` files again and
//! again, sentence by sentence. Sentences are cut beforehand: only the reading of dates is timed.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::ops::Range;
use std::time::Instant;

use factdb::date::{Context, dates};
use factdb::text::sentences;

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let Some(folder) = arguments.first() else { return };
    let megabytes: usize = arguments.get(1).map_or(50, |number| number.parse().unwrap());
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let texts: Vec<String> = paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let cut: Vec<(&str, Vec<Range<usize>>)> =
        texts.iter().map(|text| (text.as_str(), byte_sentences(text))).collect();
    let size: usize = texts.iter().map(String::len).sum();
    let rounds = (megabytes * 1_000_000).div_ceil(size.max(1));
    let context = Context { published: "2024-07-22".parse().ok() };
    let best = (0..3)
        .map(|_| {
            let start = Instant::now();
            let found: usize = (0..rounds)
                .map(|_| cut.iter().map(|(text, spans)| count(text, spans, &context)).sum::<usize>())
                .sum();
            (size as f64 * rounds as f64 / 1e6 / start.elapsed().as_secs_f64(), found)
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .unwrap();
    println!("{:.1} MB/s, {} dates in {} MB (best of 3)", best.0, best.1, size * rounds / 1_000_000);
}

fn count(text: &str, spans: &[Range<usize>], context: &Context) -> usize {
    let mut previous = Vec::new();
    let mut found = 0;
    for span in spans {
        let dates = dates(text, span.clone(), context, &previous);
        found += dates.len();
        if !dates.is_empty() {
            previous = dates;
        }
    }
    found
}

fn byte_sentences(text: &str) -> Vec<Range<usize>> {
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    sentences(text).iter().map(|span| offsets[span.start]..offsets[span.end]).collect()
}
