//! Names found in the text: what has one reading is marked, what needs its context is left open.

use super::Reading;
use crate::entity::gazetteer::is_place;
use crate::entity::mention::{EntityId, How};
use crate::entity::token::{Gap, Shape};
use crate::entity::trie::{Candidate, Hit, Strength};
use crate::entity::words::Classes;
use crate::model::vocabulary::EntityKind;

/// Prefixes that turn a name into something else.
const WITHOUT: &[&str] = &["non", "ex"];

/// Last words of the names of papers and stations.
const OUTLETS: &[&str] = &[
    "tv",
    "television",
    "radio",
    "media",
    "times",
    "post",
    "herald",
    "tribune",
    "gazette",
    "chronicle",
    "news",
    "daily",
];

impl Reading<'_> {
    pub(super) fn find_names(&mut self, beginnings: &[u32]) {
        let mut next = 0;
        for at in beginnings.iter().map(|at| *at as usize) {
            if at < next || !self.tokens[at].classes.has(Classes::NAME) {
                continue;
            }
            let Some((longest, strong)) = self.gazetteer.trie().longest(&self.tokens, at) else { continue };
            let hit = strong.filter(|_| !self.prefers_longest(longest)).unwrap_or(longest);
            if self.is_cut_short(hit) {
                next = hit.last - 1;
                continue;
            }
            next = hit.last;
            if !self.is_struck_out(hit) {
                self.take(hit);
            }
        }
    }

    /// Whether the name's last word begins a longer name of a person: "President Petro" in "President Petro Poroshenko".
    fn is_cut_short(&self, hit: Hit) -> bool {
        let inner = (hit.last > hit.first + 1)
            .then(|| self.gazetteer.trie().longest(&self.tokens, hit.last - 1))
            .flatten();
        inner.and_then(|(_, strong)| strong).is_some_and(|inner| {
            let best = self.gazetteer.trie().list(inner.list)[0];
            inner.last > hit.last && self.kind_of(&best) == EntityKind::Person
        })
    }

    /// Whether a weak name that goes on is better than a strong one within it: an office or a person, not a longer
    /// description of a place ("US Embassy in Kabul").
    fn prefers_longest(&self, longest: Hit) -> bool {
        let list = self.gazetteer.trie().list(longest.list);
        list[0].strength.is_strong()
            || list.iter().any(|one| {
                matches!(self.kind_of(one), EntityKind::Office | EntityKind::Person | EntityKind::Government)
            })
    }

    fn take(&mut self, hit: Hit) {
        if self.gazetteer.is_open(hit) {
            self.open.push(hit);
        } else {
            self.take_strong(hit);
        }
    }

    /// Marks a hit as its strong candidate.
    pub(super) fn take_strong(&mut self, hit: Hit) {
        let list = self.gazetteer.trie().list(hit.list);
        let Some(best) = self.best_strong(hit, list) else { return };
        let how = match best.strength {
            _ if self.is_part_of_word(hit) || self.names_outlet(hit, &best) => How::Weak,
            Strength::Demonym | Strength::DemonymForm => How::Demonym,
            _ => How::Name,
        };
        if hit.last == hit.first + 1 && is_place(self.kind_of(&best)) && self.follows_given_name(hit.first) {
            return;
        }
        self.mark(hit.first, hit.last, EntityId::Known(best.entry), how);
    }

    /// The strongest candidate; of equals the one whose country was mentioned last.
    fn best_strong(&self, hit: Hit, list: &[Candidate]) -> Option<Candidate> {
        let first = *list.first().filter(|one| one.strength.is_strong())?;
        let equals = list.iter().filter(|one| one.strength == first.strength);
        let last_seen = |one: &Candidate| {
            self.last_of_country(hit.first, self.gazetteer.country(EntityId::Known(one.entry))?)
        };
        if list.get(1).is_none_or(|second| second.strength != first.strength) {
            return Some(first);
        }
        equals.copied().rev().max_by_key(last_seen)
    }

    pub(super) fn kind_of(&self, candidate: &Candidate) -> EntityKind {
        self.gazetteer.kind(EntityId::Known(candidate.entry))
    }

    /// "Abu Dhabi TV", "the Lagos Times": a town's name in that of a paper or a station.
    fn names_outlet(&self, hit: Hit, best: &Candidate) -> bool {
        let next = self
            .token(hit.last)
            .filter(|next| next.gap == Gap::Space && matches!(next.shape, Shape::Capital | Shape::Upper));
        next.is_some() && self.kind_of(best) == EntityKind::Place && self.is_one_of(hit.last, OUTLETS)
    }

    /// "non-US", "ex-Soviet": not what the name says.
    fn is_struck_out(&self, hit: Hit) -> bool {
        hit.first >= 2 && self.is_hyphened(hit.first) && self.is_one_of(hit.first - 2, WITHOUT)
    }

    /// "pro-Iranian", "US-backed": a part of an adjective for somebody else.
    fn is_part_of_word(&self, hit: Hit) -> bool {
        let after = self.is_hyphened(hit.last + 1) && {
            let token = &self.tokens[hit.last + 1];
            let word = &self.text[token.start as usize..token.end as usize];
            token.shape == Shape::Lower && (word.ends_with("ed") || matches!(word, "led" | "run" | "held"))
        };
        let before = hit.first >= 2
            && self.is_hyphened(hit.first)
            && self.is_one_of(hit.first - 2, &["pro", "anti", "counter", "post", "pre"]);
        after || before
    }

    /// Whether a hyphen joins the token to the one before.
    fn is_hyphened(&self, at: usize) -> bool {
        at >= 1
            && self.is_mark(at - 1, b'-')
            && self.tokens[at - 1].gap == Gap::None
            && self.token(at).is_some_and(|token| token.gap == Gap::None)
    }

    /// "Jack London": a given name before what else would be a place.
    fn follows_given_name(&self, first: usize) -> bool {
        let Some(before) = self.before(first) else { return false };
        before.classes.has(Classes::GIVEN)
            && before.shape == Shape::Capital
            && !before.classes.has(Classes::PLAIN | Classes::TITLE)
            && self.tokens[first].gap == Gap::Space
            && !self.is_marked(first - 1)
    }
}
