//! The house rules that a compiler does not know: who may import whom, what every file begins with, how long it may be.
#![allow(clippy::unwrap_used)]

mod stage;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use stage::repository;

/// What each top-level module may name of the others.
const ALLOWED: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("model", &["text"]),
    ("entity", &["model", "text"]),
    ("date", &["model", "text"]),
    ("quantity", &["model", "text"]),
    ("extract", &["text", "model", "date", "quantity", "entity"]),
    ("likeness", &["text", "extract"]),
    ("source", &["model", "text"]),
    ("store", &["model", "text", "likeness", "error"]),
    ("report", &["store", "error"]),
    ("render", &["report"]),
    ("cli", &["text", "model", "entity", "extract", "source", "store", "report", "render", "error"]),
    ("error", &[]),
];
/// What of the reports those who print them may know.
const REPORT_TYPES: &[&str] = &[
    "Align", "Cell", "Column", "Document", "Evidence", "Overview", "Reads", "Rows", "Story", "Table", "Value",
];
/// Crates that are the business of one module, beside the errors that wrap theirs.
const OWNED: &[(&str, &str)] =
    &[("rusqlite", "store"), ("refinery", "store"), ("clap", "cli"), ("indicatif", "cli")];

/// The modules that read a text: what they say depends on what they are given, on no clock, no place and no machine.
const READING: &[&str] = &["text", "model", "date", "quantity", "entity", "extract", "likeness"];
/// What of the standard library they may not use.
const UNREAD: &[&str] = &["env", "fs", "io", "net", "process", "thread", "time"];
/// What of the calendar crate they may use: days, never now.
const CALENDAR: &[&str] = &["Datelike", "Days", "Duration", "Months", "NaiveDate", "Weekday"];

struct File {
    path: PathBuf,
    text: String,
}

impl File {
    /// The top-level module it belongs to; none for the crate's roots.
    fn module(&self) -> Option<String> {
        let inside = self.path.strip_prefix(repository().join("src")).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        let name = first.trim_end_matches(".rs").to_owned();
        (name != "lib" && name != "main").then_some(name)
    }

    /// How many steps of `super` lead to the crate's root.
    fn depth(&self) -> usize {
        let inside = self.path.strip_prefix(repository().join("src")).unwrap();
        inside.components().count() - usize::from(inside.ends_with("mod.rs"))
    }

    fn code(&self) -> String {
        self.text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    }
}

fn files(folder: &Path) -> Vec<File> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(File { text: std::fs::read_to_string(&path).unwrap(), path });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn sources() -> Vec<File> {
    files(&repository().join("src"))
}

/// What stands behind `PREFIX::` in code: one name, or those of a group in braces.
fn names_behind(prefix: &str, code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, found) in code.match_indices(prefix) {
        let whole_word = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$');
        let Some(rest) = code[at + found.len()..].strip_prefix("::").filter(|_| whole_word) else { continue };
        match rest.strip_prefix('{') {
            Some(group) => names.extend(top_of_group(group)),
            None => drop(names.insert(first_word(rest))),
        }
    }
    names
}

fn first_word(code: &str) -> String {
    code.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The first name of every item in a group: `a` and `b` of `a::{x, y}, b}`.
fn top_of_group(group: &str) -> Vec<String> {
    let (mut depth, mut items, mut start) = (0, Vec::new(), 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                items.push(first_word(&group[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    items.retain(|item| !item.is_empty());
    items
}

#[test]
fn names_are_found_in_every_way_of_writing_them() {
    let code = "use crate::text::{Span, fold};\nuse crate::{model::{A, B}, error::Error};\nlet x = crate::store::Value::Null;\nmycrate::no::x";
    assert_eq!(
        names_behind("crate", code).into_iter().collect::<Vec<_>>(),
        ["error", "model", "store", "text"]
    );
    assert_eq!(names_behind("crate::text", code).into_iter().collect::<Vec<_>>(), ["Span", "fold"]);
}

#[test]
fn modules_import_only_what_they_may() {
    let mut wrong = Vec::new();
    for file in sources() {
        let Some(module) = file.module() else { continue };
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == module) else {
            panic!("{module} is a new module: say here what it may import");
        };
        for name in names_behind("crate", &file.code()) {
            if name != module && !allowed.contains(&name.as_str()) {
                wrong.push(format!("{}: crate::{name}", file.path.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn rendering_knows_the_types_of_a_report_and_nothing_that_runs_one() {
    for file in sources().iter().filter(|file| file.module().as_deref() == Some("render")) {
        for name in names_behind("crate::report", &file.code()) {
            assert!(REPORT_TYPES.contains(&name.as_str()), "{}: crate::report::{name}", file.path.display());
        }
    }
}

#[test]
fn no_path_climbs_to_the_root_of_the_crate_by_super() {
    for file in sources() {
        let climb = "super::".repeat(file.depth());
        // Tests within a file stand one step lower.
        let code = file.code();
        let code = code.split("#[cfg(test)]\nmod ").next().unwrap();
        assert!(!code.contains(&climb), "{} says {climb}", file.path.display());
    }
}

#[test]
fn foreign_crates_stay_where_they_belong() {
    for file in sources() {
        let module = file.module().unwrap_or_default();
        for (owned, owner) in OWNED {
            let names = names_behind(owned, &file.code());
            let only_errors = module == "error" && names.iter().all(|name| name.starts_with("Error"));
            assert!(
                names.is_empty() || module == *owner || only_errors,
                "{} uses {owned}, which only {owner} may",
                file.path.display()
            );
        }
    }
}

#[test]
fn what_reads_a_text_knows_no_clock_no_environment_and_no_files() {
    let reads = |file: &File| file.module().is_some_and(|module| READING.contains(&module.as_str()));
    let files: Vec<File> = sources().into_iter().filter(reads).collect();
    assert!(files.len() > 50, "only {} files were looked at", files.len());
    for file in files {
        let code = file.code();
        // Tests within a file may read their cases.
        let code = code.split("#[cfg(test)]").next().unwrap();
        let of_std = names_behind("std", code).into_iter().filter(|name| UNREAD.contains(&name.as_str()));
        let of_chrono =
            names_behind("chrono", code).into_iter().filter(|name| !CALENDAR.contains(&name.as_str()));
        let wrong: Vec<String> = of_std.chain(of_chrono).collect();
        assert!(wrong.is_empty(), "{} names {wrong:?}", file.path.display());
    }
}

#[test]
fn every_file_says_first_what_it_is_for() {
    for file in sources().iter().chain(&files(&repository().join("tests"))) {
        assert!(file.text.starts_with("//! "), "{} does not begin with //!", file.path.display());
    }
}

#[test]
fn no_file_is_longer_than_400_lines() {
    let long: Vec<String> = sources()
        .iter()
        .chain(&files(&repository().join("tests")))
        .map(|file| (file.text.lines().count(), file.path.display()))
        .filter(|(lines, _)| *lines > 400)
        .map(|(lines, path)| format!("{path}: {lines}"))
        .collect();
    assert_eq!(long, Vec::<String>::new());
}

#[test]
fn every_dependency_has_its_reason_beside_it() {
    let manifest = std::fs::read_to_string(repository().join("Cargo.toml")).unwrap();
    let mut inside = false;
    let mut seen = 0;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
        } else if inside && line.contains('=') {
            seen += 1;
            let reason = line.rsplit_once("# ").map(|(_, reason)| reason.trim()).unwrap_or_default();
            assert!(reason.len() > 10, "no reason beside: {line}");
        }
    }
    assert!(seen > 10, "only {seen} dependencies were looked at");
}
