//! All names that are known, ready to be found in texts. Built once, then only read.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use super::entry::Entry;
use super::forms::{family_names, forms};
use super::mention::{EntityId, Mentions};
use super::reading::Reading;
use super::signal::{Signal, Signals};
use super::token::{Token, tokens};
use super::trie::{Candidate, Hit, Strength, Trie};
use super::words::{Classes, Words, capitalised};
use crate::model::entity::slug;
use crate::model::vocabulary::{EntityKind, NameKind};

/// Names to entities.
#[derive(Debug)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    /// Keys and aliases to entries: looked up, never listed.
    by_key: HashMap<String, u32>,
    /// Per entry its kind: asked for at every mention.
    kinds: Vec<EntityKind>,
    /// Per list of candidates whether the context must tell which of them is meant.
    is_open: Vec<bool>,
    /// Per entry the entry of its country.
    countries: Vec<Option<u32>>,
    /// Entries of countries to the entry of their capital, and the capitals.
    capitals: BTreeMap<u32, u32>,
    governed: BTreeSet<u32>,
    /// Entries that other places lie in.
    is_region: Vec<bool>,
    /// Which regions have the name of their town.
    is_town: Vec<bool>,
    words: Words,
    trie: Trie,
}

impl Gazetteer {
    /// A gazetteer of these entries. Of two entries with one key the first counts.
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut by_key = HashMap::new();
        for (number, entry) in (0..).zip(&entries) {
            by_key.entry(entry.key.clone()).or_insert(number);
        }
        for (number, entry) in (0..).zip(&entries) {
            for alias in &entry.aliases {
                by_key.entry(alias.clone()).or_insert(number);
            }
        }
        let mut is_region = vec![false; entries.len()];
        let is_town: Vec<bool> = entries.iter().map(is_named_for_its_town).collect();
        for entry in entries.iter().filter(|entry| is_place(entry.kind)) {
            for parent in entry.within.iter().filter_map(|key| by_key.get(key)) {
                is_region[*parent as usize] = true;
            }
        }
        let country = |entry: &Entry| entry.country.as_ref().and_then(|key| by_key.get(key).copied());
        let countries = entries.iter().map(country).collect();
        let capitals = capitals(&entries, &by_key);
        let seats: BTreeMap<u32, u32> = capitals
            .iter()
            .filter_map(|(country, city)| {
                let government = by_key.get(&format!("{}-government", entries[*country as usize].key))?;
                Some((*government, *city))
            })
            .collect();
        let governed = capitals.values().copied().collect();
        let (words, trie) = names(&entries, &seats);
        let kinds: Vec<EntityKind> = entries.iter().map(|entry| entry.kind).collect();
        let is_open = trie.lists().map(|list| is_open(list, &kinds)).collect();
        Self {
            entries,
            by_key,
            kinds,
            is_open,
            countries,
            capitals,
            governed,
            is_region,
            is_town,
            words,
            trie,
        }
    }

    /// Where the text names entities. `published` is the article's day: it tells who "the president" was.
    pub fn mentions(&self, text: &str, published: Option<NaiveDate>) -> Mentions {
        Reading::new(self, text, published).mentions()
    }

    /// Asks to be told of a word, given in small letters, whatever its case in the text.
    pub fn listen(&mut self, word: &str, signals: Signals) {
        self.words.listen(word, signals);
    }

    /// The mentions of a text, and the words in it that were asked for.
    pub fn mentions_and_signals(&self, text: &str, published: Option<NaiveDate>) -> (Mentions, Vec<Signal>) {
        let reading = Reading::new(self, text, published);
        let signals = reading.signals();
        (reading.mentions(), signals)
    }

    /// All entries of a kind, in their order.
    pub fn of_kind(&self, kind: EntityKind) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.kind == kind)
    }

    /// The entity with this key or alias.
    pub fn by_key(&self, key: &str) -> Option<EntityId> {
        self.by_key.get(key).map(|number| EntityId::Known(*number))
    }

    /// The entry of an entity; none for what an article's text alone names.
    pub fn entry(&self, entity: EntityId) -> Option<&Entry> {
        match entity {
            EntityId::Known(number) => self.entries.get(number as usize),
            EntityId::Found(_) => None,
        }
    }

    /// The key; empty for what an article's text alone names (see [`Mentions::key`]).
    pub fn key(&self, entity: EntityId) -> &str {
        self.entry(entity).map_or("", |entry| &entry.key)
    }

    /// What it is; `Other` for what an article's text alone names (see [`Mentions::kind`]).
    pub fn kind(&self, entity: EntityId) -> EntityKind {
        match entity {
            EntityId::Known(number) => self.kinds.get(number as usize).copied().unwrap_or(EntityKind::Other),
            EntityId::Found(_) => EntityKind::Other,
        }
    }

    /// Whether only the context tells what the hit means.
    pub(super) fn is_open(&self, hit: Hit) -> bool {
        self.is_open[hit.list as usize]
    }

    /// Key of the country that it is, lies in or belongs to.
    pub fn country_of(&self, entity: EntityId) -> Option<&str> {
        self.entry(entity)?.country.as_deref()
    }

    /// The country that it is, lies in or belongs to, as an entity.
    pub fn country(&self, entity: EntityId) -> Option<EntityId> {
        match entity {
            EntityId::Known(number) => self.countries.get(number as usize)?.map(EntityId::Known),
            EntityId::Found(_) => None,
        }
    }

    /// The armed forces of a country or body, by its key.
    pub fn forces_of(&self, key: &str) -> Option<EntityId> {
        self.by_key(&format!("{key}-forces"))
    }

    /// The government of a country, by its key.
    pub fn government_of(&self, key: &str) -> Option<EntityId> {
        self.by_key(&format!("{key}-government"))
    }

    /// The parliament of a country, by its key.
    pub fn parliament_of(&self, key: &str) -> Option<EntityId> {
        self.by_key(&format!("{key}-parliament"))
    }

    /// Whether the first lies in or belongs to the second.
    pub fn lies_in(&self, child: EntityId, parent: EntityId) -> bool {
        let (Some(child), Some(parent)) = (self.entry(child), self.entry(parent)) else { return false };
        child.within.contains(&parent.key)
    }

    /// Whether a town has this name: a place in which no other lies, or a region that may be named for its town.
    pub fn is_town(&self, entity: EntityId) -> bool {
        !self.is_region(entity)
            || matches!(entity, EntityId::Known(number) if self.is_town.get(number as usize) == Some(&true))
    }

    /// Whether other places lie in it.
    pub fn is_region(&self, entity: EntityId) -> bool {
        matches!(entity, EntityId::Known(number) if self.is_region.get(number as usize) == Some(&true))
    }

    /// Who held the office on that day, where exactly one person did as far as is known.
    pub fn holder(&self, office: &str, day: NaiveDate) -> Option<EntityId> {
        let holds =
            |entry: &Entry| entry.offices.iter().any(|held| held.parent == office && held.holds_on(day));
        let mut holders = (0..).zip(&self.entries).filter(|(_, entry)| holds(entry));
        let (number, _) = holders.next()?;
        holders.next().is_none().then_some(EntityId::Known(number))
    }

    /// The capital of a country.
    pub fn capital(&self, country: EntityId) -> Option<EntityId> {
        match country {
            EntityId::Known(number) => self.capitals.get(&number).copied().map(EntityId::Known),
            EntityId::Found(_) => None,
        }
    }

    /// Whether it is the capital of a country.
    pub fn is_capital(&self, city: EntityId) -> bool {
        matches!(city, EntityId::Known(number) if self.governed.contains(&number))
    }

    pub(super) fn known(&self, number: u32) -> &Entry {
        &self.entries[number as usize]
    }

    pub(super) fn trie(&self) -> &Trie {
        &self.trie
    }

    pub(super) fn tokens(&self, text: &str) -> Vec<Token> {
        tokens(text, |key, word| self.words.look_up(key, word))
    }
}

/// Whether only the context tells which candidate is meant: all are weak, or a government or a person is, beside a
/// strong one.
fn is_open(list: &[Candidate], kinds: &[EntityKind]) -> bool {
    let is_weak = list.first().is_some_and(|first| !first.strength.is_strong());
    is_weak
        || list.iter().any(|one| {
            let kind = kinds[one.entry as usize];
            !one.strength.is_strong() && matches!(kind, EntityKind::Government | EntityKind::Person)
        })
}

/// Whether a thing of this kind is somewhere.
pub(super) fn is_place(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Country | EntityKind::Place | EntityKind::Base)
}

/// Countries and their capitals: the place in the country that its government is also called by.
fn capitals(entries: &[Entry], by_key: &HashMap<String, u32>) -> BTreeMap<u32, u32> {
    let mut capitals = BTreeMap::new();
    for government in entries.iter().filter(|entry| entry.kind == EntityKind::Government) {
        let Some(country) = government.country.as_ref().and_then(|key| by_key.get(key)) else { continue };
        let weak = government.names.iter().filter(|(_, kind)| *kind == NameKind::Weak);
        let city = weak.filter_map(|(name, _)| by_key.get(&slug(name))).find(|city| {
            let city = &entries[**city as usize];
            city.kind == EntityKind::Place && city.country == government.country
        });
        if let Some(city) = city {
            capitals.insert(*country, *city);
        }
    }
    capitals
}

fn names(entries: &[Entry], capitals: &BTreeMap<u32, u32>) -> (Words, Trie) {
    let mut words = Words::new();
    let mut trie = Trie::new();
    for (entry, number) in entries.iter().zip(0..) {
        for (name, kind) in &entry.names {
            let kind = &weakest(entry, name, *kind);
            for (at, form) in forms(name, *kind, entry.kind).iter().enumerate() {
                let strength = strength(*kind, at == 0);
                trie.add(&mut words, form, Candidate { entry: number, strength });
            }
        }
        if entry.kind == EntityKind::Person {
            person(entry, number, &mut words, &mut trie);
        }
    }
    for (government, city) in capitals {
        // Former names and spellings too: "Kiev agreed".
        for (name, _) in entries[*city as usize].names.iter().filter(|(name, _)| !name.contains(' ')) {
            trie.add(&mut words, name, Candidate { entry: *government, strength: Strength::Weak });
        }
    }
    (words, trie)
}

/// Weak, if the name without its diacritics is a weak one of the same entity.
fn weakest(entry: &Entry, name: &str, kind: NameKind) -> NameKind {
    let is_weak = |(other, kind): &(String, NameKind)| *kind == NameKind::Weak && slug(other) == slug(name);
    if !name.is_ascii() && entry.names.iter().any(is_weak) { NameKind::Weak } else { kind }
}

fn strength(kind: NameKind, is_as_written: bool) -> Strength {
    match (kind, is_as_written) {
        (NameKind::Weak, _) => Strength::Weak,
        (NameKind::Demonym, true) => Strength::Demonym,
        (NameKind::Demonym, false) => Strength::DemonymForm,
        (_, true) => Strength::Full,
        (_, false) => Strength::Form,
    }
}

/// Family name and given name of a person.
fn person(entry: &Entry, number: u32, words: &mut Words, trie: &mut Trie) {
    for family in family_names(&entry.name) {
        for form in [family.to_owned(), capitalised(family)] {
            trie.add(words, &form, Candidate { entry: number, strength: Strength::Family });
        }
    }
    if let Some((given, _)) = entry.name.split_once([' ', '-'])
        && given.chars().all(char::is_alphabetic)
    {
        words.mark(given, Classes::GIVEN);
    }
}

/// Whether a place is known as "X" and as "X province": where a text says "the city", X may be one.
fn is_named_for_its_town(entry: &Entry) -> bool {
    const REGIONS: &[&str] = &["province", "governorate", "region", "district", "state"];
    let region = |name: &str| {
        let rest = name.strip_prefix(&entry.name)?.strip_prefix(' ')?;
        REGIONS.contains(&rest).then_some(())
    };
    entry.names.iter().any(|(name, _)| region(name).is_some())
}
