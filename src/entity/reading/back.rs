//! References back: "the coalition", "the group", "the country", "there", "he". Only where one reading is clear: one
//! fitting entity in this sentence or in the nearest sentence of the paragraph that has any, or one in the article.

use std::collections::BTreeMap;

use super::{Marked, Reading};
use crate::entity::gazetteer::is_place;
use crate::entity::mention::{EntityId, How};
use crate::entity::sorts::{NOUNS, Sort};
use crate::entity::token::{Gap, Shape, Token};
use crate::entity::words::Classes;
use crate::model::vocabulary::EntityKind;

/// A mention that fits a reference.
pub(super) struct Fit {
    pub(super) marked: Marked,
    /// What it means here: the country of which it is a body, say.
    pub(super) entity: EntityId,
    /// It stands after a place preposition.
    is_placed: bool,
}

impl Reading<'_> {
    pub(super) fn refer_back(&mut self, telling: &[u32]) {
        let is_current = |marked: &&Marked| self.marked_at(marked.first).is_some_and(|now| now == **marked);
        self.order = self.marked.iter().filter(is_current).copied().collect();
        self.order.sort_unstable_by_key(|marked| marked.first);
        let mut prevailing = BTreeMap::new();
        for at in telling.iter().map(|at| *at as usize) {
            if !self.tokens[at].classes.has(Classes::BACK) || self.is_marked(at) {
                continue;
            }
            let Some((at, last, sort)) =
                self.reference(at).map(|(last, sort)| (at, last, sort)).or_else(|| {
                    let noun = self.described_country(at).or_else(|| self.part_of_country(at))?;
                    Some((noun, noun + 1, Sort::Country))
                })
            else {
                continue;
            };
            let prevailing = *prevailing.entry(sort).or_insert_with(|| self.prevailing(sort));
            let entity = self.antecedent(at, sort, prevailing);
            let entity = match self.region_before(at).filter(|_| sort == Sort::Country) {
                Some(region) => entity
                    .filter(|entity| self.gazetteer.lies_in(*entity, region))
                    .or_else(|| self.last_within(at, region)),
                None => entity,
            };
            if let Some(entity) = entity {
                self.mark(at, last, entity, How::Pronoun);
                let place = self.order.partition_point(|marked| marked.first < at);
                self.order.insert(place, Marked { first: at, last, entity, how: How::Pronoun });
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
        let noun = at + 1 + usize::from(self.has(at + 1, Classes::ADJECTIVE));
        let is_site = self.has(noun, Classes::BUILDING);
        let is_known = is_site || self.has(noun, Classes::ANAPHOR | Classes::BODY);
        let is_plain = |token: &&Token| token.shape == Shape::Lower && token.gap < Gap::Paragraph;
        let token = self.token(noun).filter(is_plain).filter(|_| is_known)?;
        let word = &self.text[token.start as usize..token.end as usize];
        let listed = NOUNS.iter().find(|(name, _)| *name == word).map(|(_, sort)| *sort);
        let site = is_site.then_some(Sort::Site(noun as u32));
        let sort = listed.or(site).or((noun == at + 1).then_some(Sort::Body(noun as u32)))?;
        let owns = self.is_mark(noun + 1, b'\'') && self.is_word(noun + 2, "s");
        if sort == Sort::Country && owns && self.is_word(noun + 3, "capital") {
            return Some((noun + 4, Sort::Capital));
        }
        (!self.goes_on(noun, sort)).then_some((noun + 1, sort))
    }

    /// Whether what follows the noun says of whom it is, so that it refers to nothing before.
    pub(super) fn goes_on(&self, noun: usize, sort: Sort) -> bool {
        let is_joined = self.is_mark(noun + 1, b'-') && self.tokens[noun + 1].gap == Gap::None;
        let is_described =
            self.is_word(noun + 1, "of") || (sort == Sort::Country && self.is_word(noun + 1, "where"));
        is_joined || is_described || self.leads_to_name(noun + 1) || self.is_marked(noun)
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
        let is_adverb = self.is_one_of(at + 1, &["also", "still", "now", "never"]);
        let exists = is_verb(after) || (is_adverb && is_verb(at + 2));
        !exists && !asks && !self.starts_sentence(at)
    }

    fn antecedent(&self, at: usize, sort: Sort, prevailing: Option<EntityId>) -> Option<EntityId> {
        if let Some(speaker) = (sort == Sort::Person).then(|| self.last_speaker(at)).flatten() {
            return Some(speaker);
        }
        let is_holder = matches!(sort, Sort::President | Sort::PrimeMinister);
        let mut end = at;
        let mut start = self.sentence_start(at);
        for step in 0..3 {
            match self.only(start, end, sort, prevailing) {
                Some(Some(entity)) => {
                    return (!is_holder || prevailing == Some(entity)).then_some(entity);
                }
                Some(None) => return prevailing.filter(|_| !is_holder),
                None if start == 0 || (sort == Sort::Person && step == 1) => break,
                None => {}
            }
            end = start;
            start = self.sentence_start(start - 1);
        }
        if sort.is_near() {
            return None;
        }
        let anywhere = self.only(0, at, sort, None).flatten().or(prevailing);
        anywhere.or_else(|| self.agreed(&self.fitting(0, at, sort)).filter(|_| sort == Sort::Country))
    }

    /// What all agree on: the last of them, if the others are it or hold it.
    fn agreed(&self, fitting: &[Fit]) -> Option<EntityId> {
        let last = fitting.last()?.entity;
        let agrees = |other: &Fit| other.entity == last || self.gazetteer.lies_in(last, other.entity);
        fitting.iter().all(agrees).then_some(last)
    }

    /// "…," he said: whoever spoke last.
    fn last_speaker(&self, at: usize) -> Option<EntityId> {
        let is_quoting = self.has(at + 1, Classes::SAY)
            && self.before(at).is_some_and(|before| matches!(before.shape, Shape::Mark(b'"' | b',')));
        let mut start = at;
        for _ in 0..8 * usize::from(is_quoting) {
            start = self.sentence_start(start.saturating_sub(1));
        }
        let speaks = |marked: &Marked| {
            let before = marked.first >= 1 && self.has(marked.first - 1, Classes::SAY);
            self.kind(marked.entity) == EntityKind::Person && (before || self.has(marked.last, Classes::SAY))
        };
        let first = self.order.partition_point(|marked| marked.first < start);
        let last = self.order.partition_point(|marked| marked.first < at);
        self.order[first..last].iter().rfind(|marked| speaks(marked)).map(|marked| marked.entity)
    }

    /// The one fitting entity mentioned in a stretch: no answer where none is, an empty one where several are. Forces
    /// and those who have them abroad are no country's own soil, unless the article is about it.
    fn only(
        &self,
        start: usize,
        end: usize,
        sort: Sort,
        prevailing: Option<EntityId>,
    ) -> Option<Option<EntityId>> {
        let mut fitting = self.fitting(start, end, sort);
        let is_abroad = |fit: &Fit| sort == Sort::Country && !fit.is_placed && self.is_abroad(fit.marked);
        fitting.retain(|fit| prevailing == Some(fit.entity) || !is_abroad(fit));
        if sort == Sort::Town && fitting.iter().any(|fit| !self.gazetteer.is_region(fit.entity)) {
            fitting.retain(|fit| !self.gazetteer.is_region(fit.entity));
        }
        if matches!(sort, Sort::Place | Sort::Town | Sort::Region) {
            fitting.retain(|fit| !self.is_elsewhere(fit.marked));
            self.keep_exact(&mut fitting);
        }
        if fitting.is_empty() {
            return None;
        }
        Some(self.agreed(&fitting).or_else(|| {
            fitting.retain(|fit| fit.is_placed);
            self.agreed(&fitting)
        }))
    }

    /// What the article speaks of twice as often as of any other: countries by what stands after a place preposition.
    fn prevailing(&self, sort: Sort) -> Option<EntityId> {
        let least = match sort {
            Sort::Country => 2,
            Sort::President | Sort::PrimeMinister => 1,
            _ => return None,
        };
        let mut counts: BTreeMap<EntityId, usize> = BTreeMap::new();
        for fit in self.fitting(0, self.tokens.len(), sort) {
            *counts.entry(fit.entity).or_insert(0) += usize::from(fit.is_placed || sort != Sort::Country);
        }
        let (best, count) = counts.iter().max_by_key(|(_, count)| **count)?;
        let is_clear = counts.iter().all(|(other, others)| other == best || 2 * others <= *count);
        (is_clear && *count >= least).then_some(*best)
    }

    /// Fitting entities in a stretch, in order.
    pub(super) fn fitting(&self, start: usize, end: usize, sort: Sort) -> Vec<Fit> {
        let first = self.order.partition_point(|marked| marked.first < start);
        let last = self.order.partition_point(|marked| marked.first < end);
        let fit = |marked: &Marked| {
            let entity = self.fit(*marked, sort)?;
            let is_exact = marked.entity == entity && marked.how != How::Demonym;
            let is_placed = is_exact && self.follows_place_word(marked.first);
            Some(Fit { marked: *marked, entity, is_placed })
        };
        self.order[first..last].iter().filter_map(fit).collect()
    }

    /// Forces, and a country that has, sends or keeps forces: elsewhere.
    fn is_abroad(&self, marked: Marked) -> bool {
        let clause = (marked.last..marked.last + 9)
            .take_while(|at| self.token(*at).is_some_and(|token| token.is_word() || token.is_mark(b',')));
        let has = |class: Classes, within: usize| clause.clone().take(within).any(|at| self.has(at, class));
        let keeps = has(Classes::HAVING, 3) && has(Classes::TROOPS, 9);
        self.kind(marked.entity) == EntityKind::Force || keeps || has(Classes::TROOPS, 1)
    }

    /// What the reference means if it means this mention.
    fn fit(&self, marked: Marked, sort: Sort) -> Option<EntityId> {
        let (entity, kind) = (marked.entity, self.kind(marked.entity));
        let key = || self.gazetteer.key(entity);
        let is = |fits: bool| fits.then_some(entity);
        match sort {
            Sort::Coalition => is(kind == EntityKind::Coalition || key() == "nato-forces"),
            Sort::Alliance => is(kind == EntityKind::Alliance),
            Sort::Group => is(kind == EntityKind::ArmedGroup),
            Sort::Country | Sort::Capital => self.country_of_mention(marked, sort),
            Sort::Town => is(kind == EntityKind::Place
                && (self.gazetteer.is_town(entity) || matches!(entity, EntityId::Found(_)))
                || self.gazetteer.is_capital(entity)),
            Sort::Region => is(kind == EntityKind::Place
                && (self.gazetteer.is_region(entity) && !self.gazetteer.is_capital(entity)
                    || matches!(entity, EntityId::Found(_))
                    // "South Ossetian officials": what has an adjective of its own is no town.
                    || marked.how == How::Demonym)),
            Sort::Base => is(kind == EntityKind::Base || is_place(kind) && self.names_base(marked)),
            Sort::Border => {
                let found = |number: u32| self.found[number as usize].key.ends_with("-border");
                is(matches!(entity, EntityId::Found(number) if found(number)))
            }
            Sort::Embassy => is(key().contains("embassy")),
            Sort::Body(noun) => is(self.is_named_by(marked, noun as usize)),
            Sort::Site(noun) => is(is_place(kind) && self.ends_with(marked, noun as usize)),
            Sort::Place => is(is_place(kind) && marked.how != How::Demonym),
            Sort::Person => is(kind == EntityKind::Person),
            Sort::President => is(self.holds(entity, "president")),
            Sort::PrimeMinister => is(self.holds(entity, "prime-minister")),
        }
    }

    /// Whether the mention is of a base by the place it is at: "Tabqa air base".
    fn names_base(&self, marked: Marked) -> bool {
        let noun =
            marked.last + usize::from(self.is_one_of(marked.last, &["air", "military", "naval", "army"]));
        self.is_one_of(noun, &["base", "airbase", "camp", "barracks", "garrison"])
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
        if !is_body || marked.how == How::Weak {
            return None;
        }
        let country = self.gazetteer.country(marked.entity)?;
        if sort == Sort::Country { Some(country) } else { self.gazetteer.capital(country) }
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

    /// Whether the mention is of a site by a name that ends with the noun: "the dam" after "Mosul Dam".
    fn ends_with(&self, marked: Marked, noun: usize) -> bool {
        let word = &self.text[self.range(noun, noun + 1)];
        marked.how != How::Pronoun && marked.last > marked.first + 1 && self.is_word(marked.last - 1, word)
    }

    /// Whether the person holds such an office on the day of publication, or ever where the day or the term is unknown.
    fn holds(&self, entity: EntityId, office: &str) -> bool {
        let offices = self.gazetteer.entry(entity).map_or(&[][..], |entry| &entry.offices);
        offices.iter().any(|held| {
            held.parent.ends_with(office)
                && self.published.is_none_or(|day| held.holds_on(day))
                && !held.parent.contains("vice")
        })
    }
}
