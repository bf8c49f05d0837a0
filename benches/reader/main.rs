//! How fast articles are read into claims, without a database: `cargo bench --bench reader -- FOLDER [MEGABYTES [STAGE]]`
//! reads the folder's `.txt` files again and again on one thread, and tells what the stages take alone.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

#[path = "../../tests/entity_support/mod.rs"]
mod seeds;

use std::time::Instant;

use factdb::date::{Context, dates};
use factdb::entity::{Gazetteer, entries};
use factdb::extract::{Reader, Subject};
use factdb::quantity::counts;
use factdb::text::{Index, sentences};

const ROUNDS: usize = 3;

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let Some(folder) = arguments.first() else { return };
    let megabytes: f64 = arguments.get(1).map_or(20.0, |number| number.parse().unwrap());
    let only = arguments.get(2);
    let texts = texts(folder);
    let size: usize = texts.iter().map(String::len).sum();
    let passes = (megabytes * 1e6 / size.max(1) as f64).ceil() as usize;
    let published = "2024-07-22".parse().ok();
    let gazetteer = Gazetteer::new(entries(&seeds::seeds()));
    let reader = Reader::new(Gazetteer::new(entries(&seeds::seeds())));
    let context = Context { published };
    let by_sentence = |text: &str, work: &mut dyn FnMut(std::ops::Range<usize>) -> usize| -> usize {
        let index = Index::new(text);
        sentences(text).into_iter().map(|span| work(index.bytes(span))).sum()
    };
    let measure = |stage: &str, work: &dyn Fn(&str) -> usize| {
        if only.is_some_and(|only| only != stage) {
            return;
        }
        let mut best = (f64::MAX, 0);
        for _ in 0..ROUNDS {
            let start = Instant::now();
            let found: usize = (0..passes).map(|_| texts.iter().map(|text| work(text)).sum::<usize>()).sum();
            let took = start.elapsed().as_secs_f64();
            if took < best.0 {
                best = (took, found);
            }
        }
        let read = (size * passes) as f64 / 1e6;
        println!("{stage:9} {:8.1} MB/s   {} found in {read:.1} MB", read / best.0, best.1);
    };
    measure("sentences", &|text| by_sentence(text, &mut |_| 1));
    measure("dates", &|text| by_sentence(text, &mut |span| dates(text, span, &context, &[]).len()));
    measure("counts", &|text| by_sentence(text, &mut |span| counts(text, span, &[]).len()));
    measure("entities", &|text| gazetteer.mentions(text, published).list.len());
    measure("claims", &|text| {
        reader.read(&Subject { text, title: None, published, publisher: Some("reuters"), wire: None }).len()
    });
}

fn texts(folder: &str) -> Vec<String> {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}
