//! References back: "the coalition", "the group", "the country", "there", "he". Only where one reading is clear: one
//! fitting entity in this sentence or in the nearest sentence of the paragraph that has any, or one in the article.

use super::{Marked, Reading};
use crate::entity::gazetteer::is_place;
use crate::entity::mention::{EntityId, How};
use crate::entity::token::{Gap, Shape};
use crate::entity::words::Classes;
use crate::model::vocabulary::EntityKind;

/// What a reference back can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Coalition,
    Alliance,
    Group,
    Country,
    Capital,
    Town,
    Region,
    Base,
    /// A body whose name holds the noun itself: "the council".
    Body(u32),
    Place,
    Person,
    President,
    PrimeMinister,
}

/// Nouns after "the" and what they can mean.
const NOUNS: &[(&str, Sort)] = &[
    ("coalition", Sort::Coalition),
    ("alliance", Sort::Alliance),
    ("bloc", Sort::Alliance),
    ("group", Sort::Group),
    ("militants", Sort::Group),
    ("insurgents", Sort::Group),
    ("rebels", Sort::Group),
    ("jihadists", Sort::Group),
    ("extremists", Sort::Group),
    ("fighters", Sort::Group),
    ("gunmen", Sort::Group),
    ("militia", Sort::Group),
    ("militias", Sort::Group),
    ("separatists", Sort::Group),
    ("guerrillas", Sort::Group),
    ("movement", Sort::Group),
    ("organization", Sort::Group),
    ("organisation", Sort::Group),
    ("country", Sort::Country),
    ("nation", Sort::Country),
    ("capital", Sort::Capital),
    ("city", Sort::Town),
    ("town", Sort::Town),
    ("village", Sort::Town),
    ("province", Sort::Region),
    ("region", Sort::Region),
    ("district", Sort::Region),
    ("base", Sort::Base),
    ("airbase", Sort::Base),
    ("camp", Sort::Base),
    ("president", Sort::President),
    ("premier", Sort::PrimeMinister),
];

impl Reading<'_> {
    pub(super) fn refer_back(&mut self) {
        let mut sentence = 0;
        for at in 0..self.tokens.len() {
            if !self.tokens[at].classes.has(Classes::BACK) || self.is_marked(at) {
                continue;
            }
            sentence = if self.starts_sentence(at) { at } else { sentence };
            if let Some((last, sort)) = self.reference(at) {
                if let Some(entity) = self.antecedent(at, sort) {
                    self.mark(at, last, entity, How::Pronoun);
                }
            }
        }
    }

    /// A reference that begins at the token: where it ends and what it can mean.
    fn reference(&self, at: usize) -> Option<(usize, Sort)> {
        if self.is_one_of(at, &["he", "she"]) {
            return Some((at + 1, Sort::Person));
        }
        if self.is_word(at, "there") {
            return self.is_locative(at).then_some((at + 1, Sort::Place));
        }
        if self.is_word(at + 1, "prime") && self.is_word(at + 2, "minister") && !self.leads_to_name(at + 3) {
            return Some((at + 3, Sort::PrimeMinister));
        }
        let noun = if self.is_one_of(
            at + 1,
            &[
                "war-torn",
                "entire",
                "whole",
                "militant",
                "armed",
                "jihadist",
                "extremist",
                "terror",
                "terrorist",
                "rebel",
                "insurgent",
                "military",
                "american-led",
                "us-led",
            ],
        ) {
            at + 2
        } else {
            at + 1
        };
        let token =
            self.token(noun).filter(|token| token.shape == Shape::Lower && token.gap != Gap::Paragraph)?;
        let word = &self.text[token.start as usize..token.end as usize];
        let listed = NOUNS.iter().find(|(name, _)| *name == word).map(|(_, sort)| *sort);
        let body = || (token.classes.has(Classes::BODY) && noun == at + 1).then_some(Sort::Body(noun as u32));
        let sort = &listed.or_else(body)?;
        let goes_on = self.is_word(noun + 1, "of")
            || self.is_word(noun + 1, "where") && *sort == Sort::Country
            || self.is_mark(noun + 1, b'-') && self.tokens[noun + 1].gap == Gap::None
            || self.leads_to_name(noun + 1)
            || self.is_marked(noun);
        (!goes_on).then_some((noun + 1, *sort))
    }

    /// "there", but not "there is" and "is there".
    fn is_locative(&self, at: usize) -> bool {
        let is_verb = |at: usize| {
            self.has(at, Classes::AUXILIARY)
                || self.is_one_of(
                    at,
                    &[
                        "seems", "seem", "remain", "remains", "appears", "exists", "exist", "has", "have",
                        "had", "s",
                    ],
                )
        };
        let after = if self.is_mark(at + 1, b'\'') { at + 2 } else { at + 1 };
        let asks = at >= 1
            && self.is_one_of(at - 1, &["is", "are", "was", "were", "here", "be", "that", "out", "get"])
            && !self.is_mark(at + 1, b'.');
        !is_verb(after)
            && !asks
            && !self.starts_sentence(at)
            && !(self.is_one_of(at + 1, &["also", "still", "now", "never"]) && is_verb(at + 2))
    }

    fn antecedent(&self, at: usize, sort: Sort) -> Option<EntityId> {
        let mut end = at;
        let mut start = self.sentence_start(at);
        for step in 0..3 {
            if let Some(answer) = self.only(start, end, sort) {
                return answer;
            }
            if start == 0 || (sort == Sort::Person && step == 1) {
                break;
            }
            end = start;
            start = self.sentence_start(start - 1);
        }
        if matches!(sort, Sort::Person | Sort::Body(_) | Sort::Place | Sort::Town | Sort::Region | Sort::Base)
        {
            return None;
        }
        self.only(0, at, sort).flatten().or_else(|| self.prevailing(at, sort))
    }

    /// The one fitting entity mentioned in a stretch: no answer where none is, an empty one where several are.
    fn only(&self, start: usize, end: usize, sort: Sort) -> Option<Option<EntityId>> {
        let fitting = self.fitting(start, end, sort);
        let (_, last) = *fitting.last()?;
        let places: Vec<EntityId> =
            fitting.iter().filter(|(is_placed, _)| *is_placed).map(|(_, entity)| *entity).collect();
        let is_only =
            fitting.iter().all(|(_, entity)| *entity == last || self.gazetteer.lies_in(last, *entity));
        if is_only {
            return Some(Some(last));
        }
        let place = places.last().copied();
        let is_only_place = place.is_some_and(|place| {
            places.iter().all(|one| *one == place || self.gazetteer.lies_in(place, *one))
        });
        Some(if is_only_place { place } else { None })
    }

    /// What a country's "the country" is in an article that speaks of its soil at least twice as often as of any other's.
    fn prevailing(&self, at: usize, sort: Sort) -> Option<EntityId> {
        if sort != Sort::Country {
            return None;
        }
        let fitting = self.fitting(0, at, sort);
        let count =
            |one: EntityId| fitting.iter().filter(|(is_placed, entity)| *is_placed && *entity == one).count();
        let best = fitting
            .iter()
            .map(|(_, entity)| *entity)
            .max_by_key(|entity| (count(*entity), std::cmp::Reverse(*entity)))?;
        let second = fitting
            .iter()
            .map(|(_, entity)| *entity)
            .filter(|entity| *entity != best)
            .map(count)
            .max()
            .unwrap_or(0);
        (count(best) >= 2 && count(best) >= 2 * second).then_some(best)
    }

    /// Fitting entities in a stretch, in order, and whether each stands after a place preposition.
    fn fitting(&self, start: usize, end: usize, sort: Sort) -> Vec<(bool, EntityId)> {
        let mut fitting = Vec::new();
        let mut at = start;
        while at < end {
            let Some(marked) = self.marked_at(at) else {
                at += 1;
                continue;
            };
            at = marked.last.max(at + 1);
            if let Some(entity) = self.fit(marked, sort) {
                let is_exact = marked.entity == entity && marked.how != How::Demonym;
                fitting.push((is_exact && self.follows_place_word(marked.first), entity));
            }
        }
        fitting
    }

    /// What the reference means if it means this mention.
    fn fit(&self, marked: Marked, sort: Sort) -> Option<EntityId> {
        let (entity, kind) = (marked.entity, self.kind(marked.entity));
        let key = self.gazetteer.key(entity);
        let is = |fits: bool| fits.then_some(entity);
        match sort {
            Sort::Coalition => is(kind == EntityKind::Coalition || key == "nato-forces"),
            Sort::Alliance => is(kind == EntityKind::Alliance),
            Sort::Group => is(kind == EntityKind::ArmedGroup),
            Sort::Country | Sort::Capital => self.country_of_mention(marked, sort),
            Sort::Town => {
                is(kind == EntityKind::Place && !self.gazetteer.is_region(entity) || self.is_capital(entity))
            }
            Sort::Region => is(kind == EntityKind::Place
                && (self.gazetteer.is_region(entity) || matches!(entity, EntityId::Found(_)))),
            Sort::Base => is(kind == EntityKind::Base),
            Sort::Body(noun) => is(self.is_named_by(marked, noun as usize)),
            Sort::Place => is(is_place(kind) && marked.how != How::Demonym),
            Sort::Person => is(kind == EntityKind::Person),
            Sort::President => is(self.holds(entity, "president")),
            Sort::PrimeMinister => is(self.holds(entity, "prime-minister")),
        }
    }

    /// The country itself, by its name or its adjective, or of a body of it; or that country's capital.
    fn country_of_mention(&self, marked: Marked, sort: Sort) -> Option<EntityId> {
        let kind = self.kind(marked.entity);
        let is_body = matches!(
            kind,
            EntityKind::Country
                | EntityKind::Government
                | EntityKind::Force
                | EntityKind::Institution
                | EntityKind::Place
        );
        let country =
            self.gazetteer.country_of(marked.entity).filter(|_| is_body && marked.how != How::Weak)?;
        let country = self.gazetteer.by_key(country)?;
        if sort == Sort::Country {
            return Some(country);
        }
        let government = self.gazetteer.government_of(self.gazetteer.key(country))?;
        let names = &self.gazetteer.entry(government)?.names;
        names.iter().rev().find_map(|(name, _)| {
            self.gazetteer.by_key(&crate::model::entity::slug(name)).filter(|city| self.is_capital(*city))
        })
    }

    /// Whether the place has given its name to its country's government.
    fn is_capital(&self, entity: EntityId) -> bool {
        let Some(entry) = self.gazetteer.entry(entity).filter(|entry| entry.kind == EntityKind::Place) else {
            return false;
        };
        let government = entry.country.as_deref().and_then(|country| self.gazetteer.government_of(country));
        let names =
            government.and_then(|government| self.gazetteer.entry(government)).map(|entry| &entry.names);
        names.is_some_and(|names| names.iter().any(|(name, _)| *name == entry.name))
    }

    /// Whether the mention is of a body by a name that holds the noun: "the council" after "Manbij Military Council".
    fn is_named_by(&self, marked: Marked, noun: usize) -> bool {
        let is_body = matches!(
            self.kind(marked.entity),
            EntityKind::Institution | EntityKind::ArmedGroup | EntityKind::Alliance | EntityKind::Government
        );
        let word = &self.text[self.range(noun, noun + 1)];
        is_body && marked.how != How::Pronoun && (marked.first..marked.last).any(|at| self.is_word(at, word))
    }

    /// Whether the person holds such an office on the day of publication, or ever where the day or the term is unknown.
    fn holds(&self, entity: EntityId, office: &str) -> bool {
        let offices = self.gazetteer.entry(entity).map_or(&[][..], |entry| &entry.offices);
        let is_such = |key: &str| key.ends_with(office) && !key.contains("vice");
        offices
            .iter()
            .any(|held| is_such(&held.parent) && self.published.is_none_or(|day| held.holds_on(day)))
    }
}
