//! Reads samples and tells what came of them, a line an item. Shared by the `source_*` tests.
#![allow(missing_docs, dead_code, unreachable_pub)]

use std::path::PathBuf;

use chrono::NaiveDate;
use factdb::model::{Article, Severity};
use factdb::source::{Discovery, Item, Limits, Options, discover, input_from_bytes, read};

pub fn options() -> Options {
    Options {
        max_bytes: 1024 * 1024,
        encoding: None,
        published: None,
        publisher: None,
        today: NaiveDate::from_ymd_opt(2026, 8, 1).expect("a day"),
        limits: Limits::default(),
    }
}

/// What a sample under a name gives.
pub fn sample(name: &str, bytes: impl AsRef<[u8]>, options: &Options) -> Vec<String> {
    match input_from_bytes(name, bytes.as_ref().to_vec(), options) {
        Ok(input) => items(|sink| read(&input, options, sink)),
        Err(problem) => vec![format!("refused {problem}")],
    }
}

/// What paths give: the problems of finding, then those of reading.
pub fn paths(arguments: &[PathBuf], options: &Options) -> (Discovery, Vec<String>) {
    let found = discover(arguments, options);
    let mut lines: Vec<String> = found.problems.iter().map(|problem| format!("refused {problem}")).collect();
    for input in &found.inputs {
        lines.extend(items(|sink| read(input, options, sink)));
    }
    (found, lines)
}

pub fn items(reading: impl FnOnce(&mut dyn FnMut(Item))) -> Vec<String> {
    let mut lines = Vec::new();
    reading(&mut |item| lines.push(line(&item)));
    lines
}

fn line(item: &Item) -> String {
    match item {
        Item::Article { article, .. } => format!("article {}", shown(article)),
        Item::Entity { entity, .. } => format!("entity {entity:?}"),
        Item::Claims(file) => {
            let header = file.header.as_ref().map(|header| format!("[{}] ", shown(&header.article)));
            let claims =
                file.claims.iter().map(|claim| format!("{claim:?}")).collect::<Vec<_>>().join("\n  ");
            format!("claims {} {}{claims}", file.claims.len(), header.unwrap_or_default())
        }
        Item::Problem(problem) => match problem.severity {
            Severity::Warning => format!("warning {problem}"),
            Severity::Refused => format!("refused {problem}"),
        },
    }
}

fn shown(article: &Article) -> String {
    let Article {
        key,
        url,
        title,
        author,
        publisher,
        published,
        modified,
        retrieved,
        language,
        language_found: _,
        text,
        text_kind,
        wire,
    } = article;
    let fields = [
        ("key", key.clone()),
        ("url", url.clone()),
        ("title", title.clone()),
        ("author", author.clone()),
        ("publisher", publisher.clone()),
        ("published", published.map(|published| format!("{} ({})", published.date, published.from))),
        ("modified", modified.clone()),
        ("retrieved", retrieved.clone()),
        ("language", language.clone()),
        ("text_kind", (text_kind.to_string() != "full").then(|| text_kind.to_string())),
        ("wire", wire.clone()),
        ("text", Some(format!("{text:?}"))),
    ];
    let fields = fields.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?)));
    fields.collect::<Vec<_>>().join(" ")
}

/// Compares what samples give with what they should, and tells all differences at once. Each expected line is the
/// beginning of an item's, or, after `…`, a part of it.
pub fn compare(cases: &[(&str, &str, &[&str])], options: &Options) {
    let mut faults = String::new();
    for (name, content, expected) in cases {
        let found = sample(name, content, options);
        let fits = found.len() == expected.len()
            && found.iter().zip(*expected).all(|(found, expected)| match expected.strip_prefix('…') {
                Some(part) => found.contains(part),
                None => found.starts_with(expected),
            });
        if !fits {
            faults += &format!("\n{name}: {content:?}\n  expected {expected:#?}\n  found {found:#?}\n");
        }
    }
    assert!(faults.is_empty(), "{faults}");
}
