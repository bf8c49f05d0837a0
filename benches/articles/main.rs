//! News that nobody wrote, as much as is asked for: `cargo bench --bench articles -- FOLDER [ARTICLES] [--format FORMAT]
//! [--files N] [--seed SEED] [--copies PERCENT] [--first NUMBER]`. The same arguments write the same bytes on any machine.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

mod article;
mod files;
mod grammar;
mod page;
#[path = "../random.rs"]
mod random;
mod telling;

use std::path::PathBuf;

fn main() {
    let (mut folder, mut count) = (None, 1_000);
    let (mut format, mut files, mut seed, mut copies, mut first) = ("text".to_owned(), 1, 1, 0, 0);
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().unwrap().parse().unwrap();
        match argument.as_str() {
            "--files" => files = number(),
            "--seed" => seed = number(),
            "--copies" => copies = number(),
            "--first" => first = number(),
            "--format" => format = arguments.next().unwrap(),
            _ if folder.is_none() => folder = Some(PathBuf::from(argument)),
            _ => count = argument.parse().unwrap(),
        }
    }
    let Some(folder) = folder else { return };
    files::write(&format, &folder, &article::Articles::new(seed, copies), first..first + count, files);
}
