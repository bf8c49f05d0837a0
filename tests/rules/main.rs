//! The rules against their sentences in `rule_cases/RULE.toml`: those that must yield a claim and those that must not.

#[path = "../entity_support/mod.rs"]
mod entity_support;

mod case;
mod slots;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use case::{Case, File, load};
use factdb::extract::Reader;

/// The reader with all rules.
static READER: LazyLock<Reader> = LazyLock::new(reader);
static FILES: LazyLock<Vec<File>> = LazyLock::new(load);

fn reader() -> Reader {
    Reader::new(entity_support::gazetteer())
}

/// What is wrong with one case, if anything: a mistake, or a mark that has outlived its reason.
fn failure(file: &File, case: &Case) -> Option<String> {
    let mistakes = case.mistakes(file, &READER);
    match (&case.pending, mistakes.is_empty()) {
        (None, false) => Some(format!(
            "{}: {}\n    {}\n      {}",
            file.rule,
            case.name,
            case.text,
            mistakes.join("\n      ")
        )),
        (Some(_), true) => Some(format!("{}: {}: pending no longer, unmark it", file.rule, case.name)),
        _ => None,
    }
}

/// File stems of a folder's files with this extension.
fn stems(folder: &str, extension: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = folder.read_dir().expect("a folder").map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()))
        .collect()
}

#[test]
fn every_rule_reads_what_its_cases_say_and_nothing_where_they_are_silent() {
    let all: Vec<(&File, &Case)> =
        FILES.iter().flat_map(|file| file.cases().map(move |case| (file, case))).collect();
    let failures: Vec<String> = all.iter().filter_map(|(file, case)| failure(file, case)).collect();
    let (failed, of) = (failures.len(), all.len());
    assert!(failed == 0, "{failed} of {of} cases fail:\n{}", failures.join("\n"));
}

#[test]
fn list_rules_cases_and_cues_are_the_same() {
    let listed: BTreeSet<String> = Reader::rules().map(str::to_owned).collect();
    let mut files = stems("src/extract/rules", "rs");
    files.remove("mod");
    assert_eq!(listed, files, "list and src/extract/rules");
    assert_eq!(listed, stems("tests/rule_cases", "toml"), "list and tests/rule_cases");
    assert_eq!(listed, stems("src/extract/lexicon/cues", "txt"), "list and src/extract/lexicon/cues");
    assert_eq!(Reader::rules().count(), listed.len(), "a rule is listed once");
}

#[test]
fn every_rule_has_a_dozen_sentences_that_it_reads_and_a_dozen_that_it_leaves_alone() {
    for file in FILES.iter() {
        let settled = |cases: &[Case]| cases.iter().filter(|case| case.pending.is_none()).count();
        let (must, silent) = (settled(&file.must), settled(&file.silent));
        assert!(must >= 12 && silent >= 12, "{}: {must} must, {silent} must not", file.rule);
    }
}

#[test]
fn no_sentence_is_asked_twice_and_none_without_an_answer() {
    for file in FILES.iter() {
        let mut seen = BTreeSet::new();
        for case in file.cases() {
            assert!(seen.insert(&case.text), "{}: twice: {}", file.rule, case.text);
        }
        assert!(file.must.iter().all(|case| !case.claims.is_empty()), "{}: a case without claims", file.rule);
        assert!(file.silent.iter().all(|case| case.claims.is_empty()), "{}: silence with claims", file.rule);
    }
}

#[test]
fn each_rule_is_needed_by_a_case_of_its_own() {
    let mut reader = reader();
    for file in FILES.iter() {
        reader = reader.without(&file.rule);
        let missed = file
            .must
            .iter()
            .filter(|case| case.pending.is_none() && !case.mistakes(file, &reader).is_empty());
        assert!(missed.count() > 0, "without {} all of its cases are read as before", file.rule);
    }
}
