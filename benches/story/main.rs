//! A story that never happened, as large as asked for: `cargo bench --bench story -- FOLDER [ARTICLES [CLAIMS [SEED]]]` writes
//! `articles.jsonl` and `claims.jsonl` into the folder, for `factdb import FOLDER --no-extract`. The same arguments
//! write the same bytes on any machine.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

#[path = "../random.rs"]
mod random;
mod telling;
mod world;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use world::World;

/// Claims that an average question has.
const CLAIMS_OF_A_QUESTION: u64 = 125;

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let Some(folder) = arguments.first().map(Path::new) else { return };
    let number = |index: usize, otherwise: u64| {
        arguments.get(index).map_or(otherwise, |number| number.parse().unwrap())
    };
    let (articles, claims, seed) = (number(1, 100_000), number(2, 10), number(3, 1));
    let questions = (articles * claims / CLAIMS_OF_A_QUESTION).max(200);
    let world = World::new(seed, usize::try_from(questions).unwrap());
    std::fs::create_dir_all(folder).unwrap();
    let [mut article_file, mut claim_file] = ["articles.jsonl", "claims.jsonl"]
        .map(|name| BufWriter::new(File::create(folder.join(name)).unwrap()));
    for number in 0..articles {
        let told = telling::tell(&world, seed, number, usize::try_from(claims).unwrap());
        told.articles.iter().for_each(|article| writeln!(article_file, "{article}").unwrap());
        told.claims.iter().for_each(|claim| writeln!(claim_file, "{claim}").unwrap());
    }
    for mut file in [article_file, claim_file] {
        file.flush().unwrap();
    }
}
