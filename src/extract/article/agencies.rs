//! Names of news agencies where a credit stands: the whole of a bracket, a field or an item of a list. Bolder than the
//! reading of running text, where "AA" or "Petra" may be anything.

use std::collections::{BTreeSet, HashMap};

use super::credit_words::CreditWords;
use crate::entity::Gazetteer;
use crate::model::vocabulary::{EntityKind, NameKind};

/// Words that an agency's name has at most.
const LONGEST: usize = 6;

/// How sure a name is of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sureness {
    /// It could be a person or a thing, were it not in the place of an agency.
    Weak,
    /// It is an agency's.
    Sure,
}

/// Names to keys of agencies.
#[derive(Debug, Default)]
pub(in crate::extract) struct Agencies {
    names: HashMap<String, (String, Sureness)>,
    keys: HashMap<String, String>,
}

/// Whom a list names.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// Keys of agencies; an empty one stands for agencies without their names.
    pub(super) agencies: BTreeSet<String>,
    /// How many others.
    pub(super) others: usize,
}

impl Agencies {
    /// The agencies that the gazetteer knows.
    pub(in crate::extract) fn new(gazetteer: &Gazetteer) -> Self {
        let mut agencies = Self::default();
        for entry in gazetteer.of_kind(EntityKind::Agency) {
            for key in entry.aliases.iter().chain([&entry.key]) {
                agencies.keys.insert(key.clone(), entry.key.clone());
            }
            for (name, kind) in &entry.names {
                let sureness = if *kind == NameKind::Weak { Sureness::Weak } else { Sureness::Sure };
                agencies.add(name, &entry.key, sureness);
            }
        }
        agencies
    }

    fn add(&mut self, name: &str, key: &str, sureness: Sureness) {
        let name = bare(name);
        let mut forms = vec![name.to_owned(), name.to_uppercase()];
        if name.contains([' ', '.']) {
            forms.push(name.to_lowercase());
        }
        for form in forms {
            // Two agencies of one name: the sure one, else the first by key.
            let known = self.names.entry(form).or_insert_with(|| (key.to_owned(), sureness));
            if known.1 < sureness {
                *known = (key.to_owned(), sureness);
            }
        }
    }

    /// The agency of this key or alias.
    pub(super) fn of_key(&self, key: &str) -> Option<&str> {
        self.keys.get(key).map(String::as_str)
    }

    /// The agency that the words name, with "the" before it and "staff", "writer", "news agency" behind it.
    pub(super) fn of_name(&self, words: &str, least: Sureness) -> Option<&str> {
        let (key, rest) = self.opening(words, least)?;
        let rest: Vec<&str> = rest.split_whitespace().collect();
        let is_role = rest.last().is_none_or(|last| CreditWords::get().is_role(last));
        (is_role && rest.len() < 4).then_some(key)
    }

    /// The agency whose name opens the words, the longest such name, and what follows it.
    pub(super) fn opening<'w>(&self, words: &'w str, least: Sureness) -> Option<(&str, &'w str)> {
        let words = bare(words);
        let mut ends: Vec<usize> =
            words.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(at, _)| at).collect();
        ends.push(words.len());
        let within = |end: &usize| words[..*end].split(' ').count() <= LONGEST;
        ends.iter().rev().filter(|end| within(end)).find_map(|end| {
            let (key, sureness) = self.look_up(&words[..*end])?;
            (sureness >= least).then_some((key, &words[*end..]))
        })
    }

    /// The agency whose name of several words closes the words: "By JOHN DOE Associated Press".
    pub(super) fn closing(&self, words: &str) -> Option<&str> {
        let words = words.trim();
        let starts = words.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at + 1);
        starts.map(|start| &words[start..]).filter(|name| bare(name).contains(' ')).find_map(|name| {
            let (key, sureness) = self.look_up(bare(name))?;
            (sureness == Sureness::Sure).then_some(key)
        })
    }

    /// Whom a list of names names: "Reuters, AP and agencies".
    pub(super) fn list(&self, words: &str, least: Sureness) -> Named {
        let mut named = Named::default();
        for item in items(words, &[" and ", " with "]) {
            if let Some(key) = self.of_name(item, least) {
                named.agencies.insert(key.to_owned());
            } else if CreditWords::get().is_several(item) {
                named.agencies.insert(String::new());
            } else {
                named.others += 1;
            }
        }
        named
    }

    fn look_up(&self, name: &str) -> Option<(&str, Sureness)> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let found = self.names.get(&name).or_else(|| {
            let lower = name.to_lowercase();
            lower.contains([' ', '.']).then(|| self.names.get(&lower)).flatten()
        });
        found.map(|(key, sureness)| (key.as_str(), *sureness))
    }
}

/// Without marks around it and the article before it.
fn bare(name: &str) -> &str {
    let name = name.trim_matches(|c: char| c.is_whitespace() || "()[]*•·-–—:;,\"“”".contains(c));
    let name = name.strip_suffix('.').filter(|rest| !rest.contains('.')).unwrap_or(name);
    ["The ", "the ", "THE "].iter().find_map(|the| name.strip_prefix(the)).unwrap_or(name).trim_start()
}

/// The items of a list, which commas, bars, strokes and these words part.
pub(super) fn items<'w>(words: &'w str, between: &[&str]) -> Vec<&'w str> {
    let mut items: Vec<&str> = words.split([',', ';', '|', '/', '&', '•', '·']).collect();
    for word in between {
        items = items.into_iter().flat_map(|item| item.split(word)).collect();
    }
    let items = items.into_iter().map(|item| {
        let item = item.trim();
        between.iter().find_map(|word| item.strip_prefix(word.trim_start())).unwrap_or(item).trim()
    });
    items.filter(|item| item.chars().any(char::is_alphanumeric)).collect()
}
