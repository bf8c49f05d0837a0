//! Buildings, sites and borders that nobody has listed, found by their nouns: "the Westgate Mall", "the Mosul Dam",
//! "the US-Mexico border".

use super::Reading;
use crate::entity::gazetteer::is_place;
use crate::entity::mention::{EntityId, How};
use crate::entity::token::{Gap, Shape};
use crate::entity::words::Classes;
use crate::model::vocabulary::EntityKind;

/// What is always a place: a dam says and does nothing, as a hotel or a university may.
const SITES: &[&str] = &[
    "dam",
    "bridge",
    "square",
    "crossing",
    "refinery",
    "stadium",
    "mall",
    "prison",
    "airport",
    "checkpoint",
];

/// What stands before a building that is attacked or taken.
pub(super) const STRUCK: &[&str] = &[
    "on",
    "against",
    "attacked",
    "attacking",
    "stormed",
    "storming",
    "struck",
    "hit",
    "targeted",
    "targeting",
    "bombed",
    "shelled",
    "raided",
    "seized",
    "captured",
    "recaptured",
    "retook",
    "besieged",
];

impl Reading<'_> {
    /// "at the Westgate Mall", "near the Mosul Dam": a name before the noun, words of place before the name.
    pub(super) fn building(&mut self, noun: usize) {
        let is_part = |at: usize| {
            self.token(at).is_some_and(|token| token.shape == Shape::Capital && token.gap == Gap::Space)
        };
        // "Karak castle": a small noun ends the name as well, where nothing in it has a meaning of its own.
        let is_small = self.tokens[noun].shape == Shape::Lower && self.tokens[noun].gap == Gap::Space;
        let mut first = noun;
        while first > 0
            && noun - first < 5
            && (is_part(first) || is_small && first == noun)
            && self.is_name_like(first - 1)
            && !(is_small && (self.is_marked(first - 1) || self.starts_sentence(first - 1)))
        {
            first -= 1;
        }
        // "a Moscow theater", "a Berlin Christmas market": any one of that town's.
        let town = is_small
            && self.gazetteer.trie().longest(&self.tokens, first).is_some_and(|(hit, _)| hit.last <= noun);
        // "a blast at Kabul mosque": one of many; of airports and the like a town has one.
        let in_town = || {
            self.gazetteer.trie().longest(&self.tokens, first).is_some_and(|(hit, _)| {
                let best = self.gazetteer.trie().list(hit.list)[0];
                hit.last == noun && is_place(self.kind_of(&best))
            })
        };
        let of_many = town && !SITES.iter().any(|site| self.is_word(noun, site)) && in_town();
        if of_many || town && (first.saturating_sub(3)..first).any(|at| self.is_one_of(at, &["a", "an"])) {
            return;
        }
        if first == noun || self.marked_at(noun).is_some_and(|marked| marked.last > noun + 1) {
            return;
        }
        // "at the gate of the Army Academy": small words lead from the word of place to the name.
        let lower =
            |at: &usize| self.tokens[*at].shape == Shape::Lower && self.tokens[*at].gap < Gap::Paragraph;
        let lead = (first.saturating_sub(5)..first).rev().take_while(lower);
        let located = SITES.iter().any(|site| self.is_word(noun, site))
            || lead.into_iter().any(|at| self.has(at, Classes::IN) || self.is_one_of(at, STRUCK));
        let known =
            self.gazetteer.trie().longest(&self.tokens, first).is_some_and(|(hit, _)| hit.last > noun);
        if located && !known {
            let Some(entity) = self.found(first, noun + 1, EntityKind::Place, None) else { return };
            self.mark(first, noun + 1, entity, How::Found);
        }
    }

    /// A capitalised word of a name, that of a known place among them.
    fn is_name_like(&self, at: usize) -> bool {
        let capital = self.token(at).is_some_and(|token| token.shape == Shape::Capital);
        let other = self.marked_at(at).is_some_and(|marked| !is_place(self.kind(marked.entity)));
        // "Habib Military Academy": what is plain by itself is part of a name that has begun.
        let begun = at >= 1
            && self.tokens[at - 1].shape == Shape::Capital
            && self.tokens[at].gap == Gap::Space
            && !self.has(at - 1, Classes::PLAIN | Classes::IN);
        capital && !other && (begun || !self.has(at, Classes::PLAIN)) && !self.has(at, Classes::IN)
    }

    /// "the US-Mexico border", "its border with Mexico": a place with both their names. "Chad's border with Sudan", "along the
    /// border with Sudan": the country whose side is said, else the one named.
    pub(super) fn border(&mut self, noun: usize) {
        if let Some((first, one, other)) = self.joined_border(noun) {
            self.mark_border(first, noun + 1, one, other);
            return;
        }
        let Some((last, other)) = self.border_with(noun) else { return };
        let pronoun =
            noun.checked_sub(1).is_some_and(|at| self.is_one_of(at, &["its", "their", "our", "his"]));
        // "on Chadian soil near the border with Sudan"
        let ground = noun.checked_sub(3).filter(|at| self.is_one_of(*at, &["territory", "soil"]));
        let beside = ground.filter(|at| self.is_one_of(at + 1, &["near", "along", "at"]));
        if let Some(side) = beside.and_then(|at| self.marked_at(at.checked_sub(1)?)) {
            return self.mark(noun, last, side.entity, How::Name);
        }
        match self.last_country(noun).filter(|owner| pronoun && *owner != other) {
            Some(owner) => self.mark_border(noun, last, owner, other),
            None => self.mark(noun, last, self.owner(noun).unwrap_or(other), How::Name),
        }
    }

    fn mark_border(&mut self, first: usize, last: usize, one: EntityId, other: EntityId) {
        let key = format!("{}-{}-border", self.gazetteer.key(one), self.gazetteer.key(other));
        let name = self.words(first, last);
        if let Some(entity) = self.found_as(key, name, EntityKind::Place, None) {
            self.mark(first, last, entity, How::Found);
        }
    }

    /// "the US-Mexico border": where it begins, and both countries.
    fn joined_border(&self, noun: usize) -> Option<(usize, EntityId, EntityId)> {
        let (second, other) = self.country_before(noun)?;
        let joint = second.checked_sub(1).filter(|at| self.is_mark(*at, b'-'))?;
        let (first, one) = self.country_before(joint)?;
        Some((first, one, other))
    }

    /// "border with Belarus": where it ends, and with which country.
    fn border_with(&self, noun: usize) -> Option<(usize, EntityId)> {
        let other = self.marked_at(noun + 2).filter(|marked| {
            self.is_word(noun + 1, "with")
                && marked.first == noun + 2
                && marked.how == How::Name
                && self.kind(marked.entity) == EntityKind::Country
        })?;
        Some((other.last, other.entity))
    }

    /// The country that the sentence named last.
    fn last_country(&self, noun: usize) -> Option<EntityId> {
        let country = |at: usize| {
            let country = self.gazetteer.country_of(self.marked_at(at)?.entity)?;
            self.gazetteer.by_key(country)
        };
        (self.sentence_start(noun)..noun).rev().find_map(country)
    }

    /// "Chad's border", "Chad's eastern border": the country whose border it is.
    fn owner(&self, noun: usize) -> Option<EntityId> {
        let owns = (noun.saturating_sub(2)..noun).rev().find(|at| self.is_word(*at, "s"))?;
        let owner = self.marked_at(owns.checked_sub(2)?)?;
        (self.is_mark(owns - 1, b'\'') && self.kind(owner.entity) == EntityKind::Country)
            .then_some(owner.entity)
    }

    /// The country whose name ends before a token, and where the name begins; in a compound ("US-Mexico") it need not
    /// be settled yet.
    fn country_before(&self, end: usize) -> Option<(usize, EntityId)> {
        let trie = self.gazetteer.trie();
        (end.saturating_sub(4)..end).find_map(|first| {
            let (hit, _) = trie.longest(&self.tokens, first).filter(|(hit, _)| hit.last == end)?;
            let country = trie.list(hit.list).iter().find(|one| self.kind_of(one) == EntityKind::Country)?;
            Some((first, EntityId::Known(country.entry)))
        })
    }
}
