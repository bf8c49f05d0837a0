//! What the gazetteer needs to know of an entity, and how that follows from entities as files describe them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::Entity;
use crate::model::vocabulary::{EntityKind, NameKind, RelationKind};

/// An entity as the gazetteer takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Stable name.
    pub key: String,
    /// The name to print.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// All names that texts use, the one to print among them, each with its kind.
    pub names: Vec<(String, NameKind)>,
    /// Other keys that mean this entity.
    pub aliases: Vec<String>,
    /// Key of the country that it is, lies in or belongs to, through whatever it is part of.
    pub country: Option<String>,
    /// Keys of all it lies in or belongs to, nearest first.
    pub within: Vec<String>,
    /// Offices that a person holds or held.
    pub offices: Vec<Office>,
}

/// An office of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Key of the office, or of the body it is in.
    pub parent: String,
    /// First day, if known.
    pub from: Option<NaiveDate>,
    /// Last day, if known.
    pub until: Option<NaiveDate>,
}

impl Office {
    /// Whether the day lies within what is known of the term; a term without any date has no day.
    pub(super) fn holds_on(&self, day: NaiveDate) -> bool {
        (self.from.is_some() || self.until.is_some())
            && self.from.is_none_or(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
    }
}

/// Relations along which a thing belongs to a country, the closest first.
const BELONGING: &[RelationKind] = &[
    RelationKind::LocatedIn,
    RelationKind::CapitalOf,
    RelationKind::ForceOf,
    RelationKind::GovernmentOf,
    RelationKind::ParliamentOf,
    RelationKind::PartOf,
    RelationKind::HoldsOffice,
];

/// Entries for entities, in the order of their keys. What is said of one key several times is put together; the later
/// name and kind prevail.
pub fn entries(entities: &[Entity]) -> Vec<Entry> {
    let mut merged: BTreeMap<&str, Merged<'_>> = BTreeMap::new();
    for entity in entities {
        merged.entry(&entity.key).or_insert_with(|| Merged::new(entity)).add(entity);
    }
    let mut aliases: BTreeMap<&str, &str> = BTreeMap::new();
    for entity in entities {
        for alias in entity.aliases.iter().filter(|alias| !merged.contains_key(alias.as_str())) {
            aliases.insert(alias, &entity.key);
        }
    }
    let family = Family { merged: &merged, aliases: &aliases };
    merged.values().map(|one| family.entry(one)).collect()
}

/// All that was said of one key.
struct Merged<'e> {
    last: &'e Entity,
    all: Vec<&'e Entity>,
}

impl<'e> Merged<'e> {
    fn new(first: &'e Entity) -> Self {
        Self { last: first, all: Vec::new() }
    }

    fn add(&mut self, entity: &'e Entity) {
        self.last = entity;
        self.all.push(entity);
    }

    fn names(&self) -> Vec<(String, NameKind)> {
        let mut names: Vec<(String, NameKind)> = Vec::new();
        for entity in &self.all {
            let kind = if entity.weak_name { NameKind::Weak } else { NameKind::Name };
            let own = std::iter::once((entity.name.clone(), kind));
            for name in own.chain(entity.names.iter().map(|name| (name.name.clone(), name.kind))) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }
}

struct Family<'e> {
    merged: &'e BTreeMap<&'e str, Merged<'e>>,
    aliases: &'e BTreeMap<&'e str, &'e str>,
}

impl Family<'_> {
    fn entry(&self, one: &Merged<'_>) -> Entry {
        let offices = one.all.iter().flat_map(|entity| &entity.relations);
        let offices =
            offices.filter(|relation| relation.kind == RelationKind::HoldsOffice).map(|relation| Office {
                parent: self.canonical(&relation.parent).to_owned(),
                from: relation.from,
                until: relation.until,
            });
        let aliases: BTreeSet<&String> = one.all.iter().flat_map(|entity| &entity.aliases).collect();
        let within = self.within(&one.last.key);
        let is_country =
            |key: &&str| self.merged.get(*key).is_some_and(|m| m.last.kind == EntityKind::Country);
        let mut chain = std::iter::once(one.last.key.as_str()).chain(within.iter().copied());
        Entry {
            key: one.last.key.clone(),
            name: one.last.name.clone(),
            kind: one.last.kind,
            names: one.names(),
            aliases: aliases.into_iter().cloned().collect(),
            country: chain.find(is_country).map(str::to_owned),
            offices: offices.collect(),
            within: within.into_iter().map(str::to_owned).collect(),
        }
    }

    fn canonical<'k>(&'k self, key: &'k str) -> &'k str {
        self.aliases.get(key).copied().unwrap_or(key)
    }

    /// Everything above a key, nearest first; circles end where they close.
    fn within(&self, key: &str) -> Vec<&str> {
        let mut above: Vec<&str> = Vec::new();
        let mut level = self.parents(key);
        while !level.is_empty() {
            level.retain(|parent| *parent != key && !above.contains(parent));
            above.extend(&level);
            level = level.iter().flat_map(|parent| self.parents(parent)).collect();
            level.dedup();
        }
        above
    }

    fn parents(&self, key: &str) -> Vec<&str> {
        let Some(one) = self.merged.get(key) else { return Vec::new() };
        let mut parents = Vec::new();
        for kind in BELONGING {
            let relations = one.all.iter().flat_map(|entity| &entity.relations);
            for relation in relations.filter(|relation| relation.kind == *kind) {
                let parent = self.canonical(&relation.parent);
                if !parents.contains(&parent) {
                    parents.push(parent);
                }
            }
        }
        parents
    }
}
