//! Countries that are described and not named: "the West African country", "the largely Kurdish southeast".

use super::Reading;
use crate::entity::mention::EntityId;
use crate::entity::sorts::Sort;
use crate::entity::token::{Gap, Shape};
use crate::entity::words::Classes;
use crate::model::vocabulary::EntityKind;

/// What may follow a part of a country where no noun does: "the south coast" is something else.
const ONWARDS: &[&str] = &[
    "and",
    "or",
    "but",
    "where",
    "when",
    "while",
    "as",
    "that",
    "which",
    "who",
    "since",
    "after",
    "before",
    "following",
    "this",
    "last",
    "next",
    "today",
    "yesterday",
    "over",
    "during",
    "amid",
    "said",
    "have",
    "had",
    "according",
];

impl Reading<'_> {
    /// "the West African country", "the war-torn nation", "the tiny island nation": the noun of a country behind adjectives
    /// that are no names.
    pub(super) fn described_country(&self, at: usize) -> Option<usize> {
        if !self.is_word(at, "the") {
            return None;
        }
        let noun = (at + 1..at + 6).find(|noun| self.is_one_of(*noun, &["country", "nation"]))?;
        let plain = self.tokens[noun].shape == Shape::Lower && self.tokens[noun].gap < Gap::Paragraph;
        let free =
            noun > at + 1 && (at + 1..noun).all(|at| self.describes_country(at) && !self.is_country_name(at));
        (plain && free && !self.goes_on(noun, Sort::Country) && !self.is_marked(noun)).then_some(noun)
    }

    /// An adjective that a country or a part of it may have.
    fn describes_country(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let word = &self.text[self.range(at, at + 1)];
        let ending = ["ed", "en", "an", "rich", "torn", "ern", "ish", "ous", "ic", "eal"];
        match token.shape {
            Shape::Lower => {
                ending.iter().any(|ending| word.ends_with(ending))
                    || self.has(at, Classes::ADJECTIVE)
                    || ["poor", "tiny", "vast", "small", "arid", "island", "desert", "oil", "war", "former"]
                        .contains(&word)
            }
            Shape::Capital => ["an", "ern", "ic", "ab", "st", "th", "al", "can", "im"]
                .iter()
                .any(|ending| word.ends_with(ending)),
            Shape::Mark(b'-') => true,
            _ => false,
        }
    }

    /// The "West Africa" of "the West African" before a noun, or Africa where no list has the part.
    pub(super) fn region_before(&self, noun: usize) -> Option<EntityId> {
        let continent = noun.checked_sub(1)?;
        let name = match &self.text[self.range(continent, noun)] {
            "African" => "africa",
            "Asian" => "asia",
            "European" => "europe",
            "American" => "america",
            "Caribbean" => "caribbean",
            _ => return None,
        };
        let part =
            continent.checked_sub(1).map_or("", |at| &self.text[self.range(at, at + 1)]).to_lowercase();
        self.gazetteer.by_key(&format!("{part}-{name}")).or_else(|| self.gazetteer.by_key(name))
    }

    /// The country named last before a token that lies in a region.
    pub(super) fn last_within(&self, end: usize, region: EntityId) -> Option<EntityId> {
        let fitting = self.fitting(0, end, Sort::Country);
        fitting.iter().rev().map(|fit| fit.entity).find(|entity| self.gazetteer.lies_in(*entity, region))
    }

    /// "a village in the largely Kurdish southeast": a part of the country that is spoken of.
    pub(super) fn part_of_country(&self, at: usize) -> Option<usize> {
        let placed = at >= 1
            && self.is_word(at, "the")
            && self.is_one_of(at - 1, &["in", "from", "across", "to", "into", "throughout"]);
        let compass =
            |at: &usize| self.has(*at, Classes::BEARING) && !self.is_one_of(*at, &["outskirts", "border"]);
        let noun = (at + 1..at + 5).find(compass)?;
        let describes = |at: usize| {
            let token = &self.tokens[at];
            let word = &self.text[self.range(at, at + 1)];
            let adverb = token.shape == Shape::Lower
                && (word.ends_with("ly") || matches!(word, "far" | "restive" | "mountainous" | "rebellious"));
            let people = token.shape == Shape::Capital;
            let adjective = people || self.has(at, Classes::ADJECTIVE) || self.describes_country(at);
            adverb || adjective && !self.is_country_name(at)
        };
        let token = self.token(noun)?;
        let plain = token.shape == Shape::Lower && token.gap < Gap::Paragraph && !self.is_marked(noun);
        let ends = self.token(noun + 1).is_none_or(|next| {
            next.gap == Gap::Paragraph
                || matches!(next.shape, Shape::Mark(mark) if mark != b'-' && mark != b'\'')
                || self.has(noun + 1, Classes::IN | Classes::AUXILIARY)
                || self.is_one_of(noun + 1, ONWARDS)
        });
        (placed && plain && ends && (at + 1..noun).all(describes)).then_some(noun)
    }

    /// A country by name or by its own adjective: "the Syrian nation" means nothing before.
    fn is_country_name(&self, at: usize) -> bool {
        self.marked_at(at).is_some_and(|marked| self.kind(marked.entity) == EntityKind::Country)
    }
}
