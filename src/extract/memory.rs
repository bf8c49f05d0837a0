//! What the sentences read so far leave for the next: forces, places and speakers last spoken of.

use super::attribution::Attribution;
use super::place;
use super::scene::{Named, Scene, Seen};
use crate::model::vocabulary::{EntityKind, Predicate, PredicateGroup};

/// What a sentence leaves for the next.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The forces last spoken of.
    pub(super) forces: Option<String>,
    /// The place last given.
    pub(super) place: Option<Named>,
    /// The country that it lies in.
    pub(super) place_country: Option<String>,
    /// Where people were last attacked, killed, wounded or captured.
    pub(super) scene_of_violence: Option<Named>,
    /// The place that the article is about.
    pub(super) main_place: Option<Named>,
    /// The speaker, where the quotation may run on.
    pub(super) speaker: Option<Attribution>,
    /// The person who spoke last.
    pub(super) person: Option<String>,
}

impl Memory {
    /// Before the first sentence: what the article as a whole is about.
    pub(super) fn of(text: &str, seen: &[Seen]) -> Self {
        Self { forces: main_forces(seen), main_place: main_place(text, seen), ..Self::default() }
    }

    /// Where something is whose sentence does not say: where the sentence before was, or what the article is about.
    /// Forces that come and go do so in the country, not in the town that was last spoken of.
    pub(super) fn place(&self, predicate: Predicate) -> Option<Named> {
        let main = self.main_place.as_ref();
        if predicate.group() == PredicateGroup::Violence && self.scene_of_violence.is_some() {
            return self.scene_of_violence.clone();
        }
        let inside = main.is_some_and(|main| main.key == self.place_country);
        if inside && predicate.group() == PredicateGroup::Presence {
            return main.cloned();
        }
        self.place.clone().or_else(|| main.cloned())
    }

    pub(super) fn remember(&mut self, scene: &Scene) {
        let forces = |seen: &&Seen| matches!(seen.kind, EntityKind::Force | EntityKind::Coalition);
        if let Some(force) = scene.seen.iter().rfind(forces) {
            self.forces = Some(force.key.clone());
        }
        let place = scene.seen.iter().find(|seen| seen.is_place() && place::is_located(scene, seen));
        self.place_country = place.and_then(|place| place.country.clone());
        self.place = place.map(|place| Named { key: Some(place.key.clone()), text: place.range.clone() });
        let violent = scene.heads.iter().any(|head| head.predicates.any(PredicateGroup::Violence));
        if violent && self.place.is_some() {
            self.scene_of_violence = self.place.clone();
        }
        self.speaker = scene.attributions.first().cloned();
        let person = scene.seen.iter().rfind(|seen| seen.kind == EntityKind::Person);
        if let Some(person) = person {
            self.person = Some(person.key.clone());
        }
    }
}

/// The country or place that an article most often places things in.
fn main_place(text: &str, seen: &[Seen]) -> Option<Named> {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    let placed = |seen: &&Seen| {
        let before = text[..seen.range.start].trim_end();
        seen.kind == EntityKind::Country
            && !seen.is_demonym
            && [" in", " from", " to", " into", "In", " across"].iter().any(|word| before.ends_with(word))
    };
    for seen in seen.iter().filter(placed) {
        *counts.entry(&seen.key).or_default() += 1;
    }
    let most = counts.values().max().copied()?;
    let key = counts.into_iter().find(|(_, count)| *count == most)?.0;
    Some(Named { key: Some(key.to_owned()), text: 0..0 })
}

/// The forces that an article names most.
fn main_forces(seen: &[Seen]) -> Option<String> {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for seen in seen.iter().filter(|seen| matches!(seen.kind, EntityKind::Force | EntityKind::Coalition)) {
        *counts.entry(&seen.key).or_default() += 1;
    }
    let most = counts.values().max().copied()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(key, _)| key.to_owned())
}
