//! A case file, and a case's wanted claims against those that are read.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use factdb::extract::{Reader, Subject};
use factdb::model::Claim;
use factdb::model::vocabulary::Vocabulary;
use serde::Deserialize;

use super::slots::{SLOTS, slot};

/// Slots by name.
type Slots = BTreeMap<String, String>;

/// Cases of one rule; the format is told in `rule_cases/README.md`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub(crate) rule: String,
    published: toml::value::Datetime,
    pub(crate) must: Vec<Case>,
    #[serde(rename = "not")]
    pub(crate) silent: Vec<Case>,
}

/// A text, and the claims of the rule's predicate that it holds: none where it must be silent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) text: String,
    title: Option<String>,
    published: Option<toml::value::Datetime>,
    publisher: Option<String>,
    /// Slots of each wanted claim: all other slots may be anything.
    #[serde(default)]
    pub(crate) claims: Vec<Slots>,
    /// How many claims of the predicate there are in all.
    count: Option<usize>,
    /// Why it fails at present: then it must fail.
    pub(crate) pending: Option<String>,
}

impl File {
    pub(crate) fn cases(&self) -> impl Iterator<Item = &Case> {
        self.must.iter().chain(&self.silent)
    }
}

impl Case {
    /// What is wrong with the reading, in words.
    pub(crate) fn mistakes(&self, file: &File, reader: &Reader) -> Vec<String> {
        let published = self.published.unwrap_or(file.published).to_string();
        let subject = Subject {
            text: &self.text,
            title: self.title.as_deref(),
            published: Some(published.parse::<NaiveDate>().expect("a day")),
            publisher: self.publisher.as_deref(),
            wire: None,
        };
        let all = reader.read(&subject);
        let of_predicate = |claim: &&Claim| claim.reading.predicate.word() == file.rule;
        let found: Vec<&Claim> = all.iter().filter(of_predicate).collect();
        let mut mistakes = self.missing(&found);
        let count = self.count.or(self.claims.is_empty().then_some(0));
        if let Some(count) = count.filter(|count| *count != found.len()) {
            mistakes.push(format!("wanted {count} claims, found {}", found.len()));
        }
        if !mistakes.is_empty() {
            mistakes.extend(found.iter().map(|claim| format!("found {}", self.told(claim))));
        }
        mistakes
    }

    /// The wanted claims that are not among those found, each of which can serve one only.
    fn missing(&self, found: &[&Claim]) -> Vec<String> {
        let mut rest: Vec<&Claim> = found.to_vec();
        // The more is said of a claim, the fewer can serve it: those first.
        let mut wanted: Vec<&Slots> = self.claims.iter().collect();
        wanted.sort_by_key(|wanted| std::cmp::Reverse(wanted.len()));
        let mut missing = Vec::new();
        for wanted in wanted {
            match rest.iter().position(|claim| self.fits(claim, wanted)) {
                Some(at) => drop(rest.remove(at)),
                None => missing.push(format!("missing {}", pairs(wanted))),
            }
        }
        missing
    }

    fn fits(&self, claim: &Claim, wanted: &Slots) -> bool {
        wanted.iter().all(|(name, value)| match name.as_str() {
            "words" => self.quote(claim).contains(value),
            name => slot(claim, name).unwrap_or_else(|| "none".to_owned()) == *value,
        })
    }

    fn quote(&self, claim: &Claim) -> String {
        let span = claim.evidence.quote;
        self.text.chars().skip(span.start).take(span.end - span.start).collect()
    }

    fn told(&self, claim: &Claim) -> String {
        let said = SLOTS.iter().filter_map(|name| Some(format!("{name} = {}", slot(claim, name)?)));
        format!("{:?}: {}", self.quote(claim), said.collect::<Vec<_>>().join(", "))
    }
}

fn pairs(slots: &Slots) -> String {
    slots.iter().map(|(name, value)| format!("{name} = {value}")).collect::<Vec<_>>().join(", ")
}

/// Every case file, in order of the rules' names.
pub(crate) fn load() -> Vec<File> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rule_cases");
    let entries = std::fs::read_dir(folder).expect("the folder of cases");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).expect("a case file");
        let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(path.file_stem().and_then(|stem| stem.to_str()), Some(file.rule.as_str()));
        file
    };
    paths.iter().map(read).collect()
}
