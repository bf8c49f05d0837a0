//! The country that a text is about, and whether what was told of one place still goes on there: a text moves on.

use crate::entity::{EntityId, How, Mention};
use crate::extract::events::Event;
use crate::extract::memory::{Memory, Names};
use crate::extract::scene::{Named, Scene, Seen};
use crate::model::vocabulary::EntityKind;

impl Memory<'_> {
    /// Whether the sentence before is in a country that the article is about, and a place is in another.
    pub(in crate::extract) fn has_moved_on(&self, place: &Named) -> bool {
        let country_of = |named: &Named| {
            let key = named.key.as_deref()?;
            let gazetteer = self.names.gazetteer;
            let entity = gazetteer.by_key(key)?;
            Some(gazetteer.country_of(entity).map_or_else(|| key.to_owned(), str::to_owned))
        };
        let (last, country) = self.harmed_place.get_or_init(|| self.harmed_before());
        let now = country.clone().or_else(|| last.as_ref().and_then(country_of));
        let main = self.main_place.get_or_init(|| self.names.main_place(self.subject.text)).as_ref();
        now.is_some()
            && now == main.and_then(country_of)
            && country_of(place).is_some_and(|then| Some(then) != now)
    }

    /// "is leading the polls before the election": the state of whom the clause says it, where it names no other.
    pub(in crate::extract) fn state_of(&self, scene: &Scene, event: &Event) -> Option<Named> {
        let head = &scene.heads[event.head?];
        let person = |seen: &&Seen| matches!(seen.kind, EntityKind::Person | EntityKind::Office);
        let state = scene.seen_in(&(0..head.first)).filter(person).last()?.country?;
        let placed = self.names.mentions.list.iter().any(|mention| self.names.key(mention) == state);
        placed.then(|| Named { key: Some(state.to_owned()), text: 0..0 })
    }

    /// Whether a place is a town.
    pub(in crate::extract) fn is_town(&self, place: &Named) -> bool {
        let gazetteer = self.names.gazetteer;
        place
            .key
            .as_deref()
            .and_then(|key| gazetteer.by_key(key))
            .is_some_and(|place| gazetteer.is_town(place))
    }

    /// The country that the article names most.
    pub(in crate::extract) fn state(&self) -> Option<&str> {
        self.names.most(|mention| self.names.kind(mention) == EntityKind::Country)
    }

    /// The country that the article is about.
    pub(in crate::extract) fn country(&self) -> Option<String> {
        let main = self.main_place.get_or_init(|| self.names.main_place(self.subject.text)).as_ref()?;
        let key = main.key.as_deref()?;
        if self.names.is_country(key) {
            return main.key.clone();
        }
        // A town is its country's, if that is named itself; else the country named most.
        let inside = self.names.country_of(key).filter(|country| self.names.is_country(country));
        inside.or_else(|| self.state()).map(str::to_owned)
    }
}

/// The text before a name, without the article and the compass before it: "in the Solomon Islands", "in southern Somalia".
fn led_up_to(before: &str) -> &str {
    let before = before.trim_end();
    // Most words before a name end otherwise.
    if !before.ends_with(['e', 'n', 'l']) {
        return before;
    }
    let last = before.rfind(' ').map_or("", |at| &before[at + 1..]);
    let ends = ["north", "south", "east", "west"].iter().any(|point| last.starts_with(point));
    if last == "the" || last == "central" || ends && last.ends_with("ern") {
        led_up_to(&before[..before.len() - last.len()])
    } else {
        before
    }
}

impl<'a> Names<'a> {
    /// The country that an article most often places things in, or the territory where it never names the country.
    pub(in crate::extract) fn main_place(self, text: &str) -> Option<Named> {
        let placed = |mention: &&Mention| {
            let place = matches!(self.kind(mention), EntityKind::Country | EntityKind::Place);
            if !place || matches!(mention.how, How::Demonym | How::Pronoun) {
                return false;
            }
            // "in Italy's worst loss"
            if text[mention.range.end..].starts_with(['\'', '’']) {
                return false;
            }
            let before = led_up_to(&text[..mention.range.start]);
            // Most places stand behind a word that ends otherwise.
            before.ends_with(['n', 'm', 'o', 's'])
                && [" in", " from", " to", " into", "In", " across"].iter().any(|word| before.ends_with(word))
        };
        let placed: Vec<&Mention> = self.mentions.list.iter().filter(placed).collect();
        let is_country = |mention: &Mention| self.kind(mention) == EntityKind::Country;
        let country = self.most_of(placed.iter().copied().filter(|mention| is_country(mention)));
        // A town is where its country is, where the article places anything there.
        let lies_in_placed = |mention: &Mention| {
            let country = self.country(mention);
            placed.iter().any(|other| Some(self.key(other)) == country)
        };
        // Nothing happens in Africa as a whole.
        let of_many = |mention: &Mention| {
            matches!(mention.entity, EntityId::Known(_)) && self.country(mention).is_none()
        };
        let elsewhere =
            |mention: &&Mention| !is_country(mention) && !lies_in_placed(mention) && !of_many(mention);
        let territory = self.most_of(placed.iter().copied().filter(elsewhere));
        let count = |key: &str| placed.iter().filter(|mention| self.key(mention) == key).count();
        let territory = territory.filter(|territory| {
            let others = country.map_or(0, count);
            count(territory) > others
        });
        let owner = territory.and_then(|territory| self.owner(territory, count(territory)));
        let territory = owner.or(territory);
        let key = territory.or(country)?;
        Some(Named { key: Some(key.to_owned()), text: 0..0 })
    }

    /// "Sierra Leone's army" in an article that says of so many things that they are in Freetown, and in no other place: it
    /// is about the country. A province has its own story, unless the country is named far more often.
    fn owner(self, territory: &str, placed: usize) -> Option<&'a str> {
        let mention = self.mentions.list.iter().find(|mention| self.key(mention) == territory)?;
        let owner = self.country(mention).filter(|owner| *owner != territory)?;
        let belongs = |mention: &&Mention| {
            let kind = self.kind(mention);
            let own = kind == EntityKind::Country && mention.how != How::Demonym
                || matches!(kind, EntityKind::Government | EntityKind::Force);
            own && self.country(mention) == Some(owner)
        };
        let mentions = self.mentions.list.iter().filter(belongs).count();
        let often =
            if self.gazetteer.is_region(mention.entity) { (5 * placed).max(5) } else { placed.max(2) };
        (mentions >= often).then_some(owner)
    }
}
