//! Reads every file of folders of strangers: how many articles, how many refusals and why, how long the slowest took; and,
//! for pages whose text is known, how much of it was found. `cargo bench --bench formats -- FOLDER… [--truth FILE]`
//!
//! The truth is JSON as in the article-extraction-benchmark: `{"NAME": {"articleBody": "…"}}`, a page `NAME.html.gz`.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod score;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use factdb::model::{Article, Severity};
use factdb::source::{Item, Limits, Options, discover, read};

/// What no file may take longer than.
const LIMIT: Duration = Duration::from_secs(2);

#[derive(Default)]
struct Tally {
    articles: usize,
    refused: BTreeMap<String, Vec<String>>,
    warnings: BTreeMap<String, usize>,
    panics: Vec<String>,
    slowest: (Duration, String),
    slow: Vec<String>,
    fields: BTreeMap<&'static str, usize>,
    texts: BTreeMap<String, String>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let mut folders = Vec::new();
    let (mut truth, mut shown) = (None, false);
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--truth" => truth = arguments.next(),
            "--list" => shown = true,
            _ => folders.push(PathBuf::from(argument)),
        }
    }
    let mut tally = Tally::default();
    let begun = Instant::now();
    let mut files = Vec::new();
    folders.iter().for_each(|folder| collect(folder, &mut files));
    files.sort();
    files.iter().for_each(|file| tally.file(file));
    if !files.is_empty() {
        tally.print(files.len(), begun.elapsed(), shown);
    }
    if let Some(truth) = truth {
        score::print(&std::fs::read_to_string(truth).unwrap(), &tally.texts, shown);
    }
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if !path.is_dir() {
        return files.push(path.to_path_buf());
    }
    std::fs::read_dir(path).unwrap().for_each(|entry| collect(&entry.unwrap().path(), files));
}

impl Tally {
    fn file(&mut self, path: &Path) {
        let options = Options {
            max_bytes: 64 << 20,
            encoding: None,
            published: None,
            publisher: None,
            today: NaiveDate::from_ymd_opt(2026, 8, 1).unwrap(),
            limits: Limits::default(),
        };
        let name = path.display().to_string();
        let begun = Instant::now();
        let mut items = Vec::new();
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let found = discover(&[path.to_path_buf()], &options);
            items.extend(found.problems.into_iter().map(Item::Problem));
            found.inputs.iter().for_each(|input| read(input, &options, &mut |item| items.push(item)));
        }));
        self.slowest = std::mem::take(&mut self.slowest).max((begun.elapsed(), name.clone()));
        if begun.elapsed() > LIMIT {
            self.slow.push(name.clone());
        }
        if done.is_err() {
            self.panics.push(name.clone());
        }
        items.into_iter().for_each(|item| self.item(item, &name));
    }

    fn item(&mut self, item: Item, name: &str) {
        match item {
            Item::Article { article, .. } => self.article(*article, name),
            Item::Problem(problem) if problem.severity == Severity::Refused => {
                self.refused.entry(problem.reason).or_default().push(name.to_owned());
            }
            Item::Problem(problem) => *self.warnings.entry(problem.reason).or_default() += 1,
            Item::Claims(_) | Item::Entity { .. } => {}
        }
    }

    fn article(&mut self, article: Article, name: &str) {
        self.articles += 1;
        let published = article.published.map(|published| published.from.to_string());
        for (field, there) in [
            ("title", article.title.is_some()),
            ("author", article.author.is_some()),
            ("publisher", article.publisher.is_some()),
            ("published", published.is_some()),
            ("url", article.url.is_some()),
            ("language", article.language.is_some()),
        ] {
            *self.fields.entry(field).or_default() += usize::from(there);
        }
        let stem = Path::new(name).file_name().unwrap().to_string_lossy();
        self.texts.insert(stem.split('.').next().unwrap_or_default().to_owned(), article.text);
    }

    fn print(&self, files: usize, took: Duration, shown: bool) {
        println!("{files} files: {} articles in {took:.1?}; {:?}", self.articles, self.fields);
        println!(
            "slowest {:.0?} {}; over {LIMIT:?} {:?}; panics {:?}",
            self.slowest.0, self.slowest.1, self.slow, self.panics
        );
        for (reason, names) in &self.refused {
            println!(
                "  refused {:4}  {reason}  ({})",
                names.len(),
                if shown { names.join(" ") } else { names[0].clone() }
            );
        }
        for (reason, count) in self.warnings.iter().filter(|_| shown) {
            println!("  warning {count:4}  {reason}");
        }
    }
}
