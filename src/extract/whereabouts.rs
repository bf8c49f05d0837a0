//! The country that a text is about, and whether what was told of one place still goes on there: a text moves on.

use super::events::Event;
use super::memory::Memory;
use super::scene::{Named, Scene, Seen};
use crate::model::vocabulary::EntityKind;

impl Memory<'_> {
    /// Whether the sentence before is in a country that the article is about, and a place is in another.
    pub(super) fn has_moved_on(&self, place: &Named) -> bool {
        let country_of = |named: &Named| {
            let key = named.key.as_deref()?;
            let gazetteer = self.names.gazetteer;
            let entity = gazetteer.by_key(key)?;
            Some(gazetteer.country_of(entity).map_or_else(|| key.to_owned(), str::to_owned))
        };
        let (last, country) = self.place.get_or_init(|| self.place_before());
        let now = country.clone().or_else(|| last.as_ref().and_then(country_of));
        let main = self.main_place.get_or_init(|| self.names.main_place(self.subject.text)).as_ref();
        now.is_some()
            && now == main.and_then(country_of)
            && country_of(place).is_some_and(|then| Some(then) != now)
    }

    /// "is leading the polls before the election": the state of whom the clause says it, where it names no other.
    pub(super) fn state_of(&self, scene: &Scene, event: &Event) -> Option<Named> {
        let head = &scene.heads[event.head?];
        let person = |seen: &&Seen| matches!(seen.kind, EntityKind::Person | EntityKind::Office);
        let state = scene.seen_in(&(0..head.first)).filter(person).last()?.country.clone()?;
        let placed = self.names.mentions.list.iter().any(|mention| self.names.key(mention) == state);
        placed.then_some(Named { key: Some(state), text: 0..0 })
    }

    /// The country that the article names most.
    pub(super) fn state(&self) -> Option<&str> {
        self.names.most(|mention| self.names.kind(mention) == EntityKind::Country)
    }

    /// The country that the article is about.
    pub(super) fn country(&self) -> Option<String> {
        let main = self.main_place.get_or_init(|| self.names.main_place(self.subject.text)).as_ref()?;
        // A town or strip has no government: the country named most.
        let known = self.names.is_country(main.key.as_deref()?);
        if known { main.key.clone() } else { self.state().map(str::to_owned) }
    }
}
