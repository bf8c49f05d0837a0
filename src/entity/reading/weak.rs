//! Names that could mean something else, settled by their context; in the order of the text, so that what is settled
//! helps what follows.

use super::titles::Title;
use super::{Marked, Reading};
use crate::entity::mention::{EntityId, How};
use crate::entity::token::{Gap, Shape};
use crate::entity::trie::{Candidate, Hit, Strength};
use crate::entity::words::Classes;
use crate::model::vocabulary::EntityKind;

impl Reading<'_> {
    pub(super) fn settle_weak(&mut self) {
        for number in 0..self.open.len() {
            let hit = &self.open[number].clone();
            if (hit.first..hit.last).any(|at| self.is_marked(at)) {
                continue;
            }
            let list: Vec<Candidate> = self.gazetteer.trie().list(hit.list).to_vec();
            if let Some((entity, how)) = self.settled(*hit, &list) {
                self.mark(hit.first, hit.last, entity, how);
            } else if list[0].strength.is_strong() {
                self.take_strong(*hit);
            }
        }
    }

    fn settled(&self, hit: Hit, list: &[Candidate]) -> Option<(EntityId, How)> {
        if let Some(person) = self.person(hit, list) {
            return Some(person);
        }
        if list[0].strength.is_strong() {
            return self.government(hit, list).map(|entity| (entity, How::Name));
        }
        let rest: Vec<&Candidate> =
            list.iter().filter(|one| self.kind_of(one) != EntityKind::Person).collect();
        let best = self.best_weak(hit, &rest)?;
        let entity = EntityId::Known(best.entry);
        match self.kind_of(best) {
            EntityKind::Office => self.office(hit).map(|how| (entity, how)),
            EntityKind::Country => self.country(hit, best, &rest),
            EntityKind::Place | EntityKind::Base => self.place(hit).map(|how| (entity, how)),
            _ => self.other(hit, best, rest.len()).map(|how| (entity, how)),
        }
    }

    /// A person by family name: whoever is named in full in this article, else whom the title fits, else who alone
    /// bears the name.
    fn person(&self, hit: Hit, list: &[Candidate]) -> Option<(EntityId, How)> {
        let people: Vec<&Candidate> = list
            .iter()
            .filter(|one| self.kind_of(one) == EntityKind::Person && !one.strength.is_strong())
            .collect();
        if people.is_empty() || self.follows_name(hit.first) {
            return None;
        }
        let title = self.title_before(hit.first);
        let named = people.iter().filter_map(|one| Some((self.named_in_full(one.entry)?, **one)));
        let earlier =
            |(at, _): &(usize, Candidate)| if *at < hit.first { (1, *at) } else { (0, usize::MAX - *at) };
        let is_place = list[0].strength.is_strong() && title.is_none() && self.follows_place_word(hit.first);
        if let Some((_, known)) = named.max_by_key(earlier).filter(|_| !is_place && !self.is_body(hit)) {
            return Some((EntityId::Known(known.entry), How::Short));
        }
        if self.family_at(hit.first).is_some() || self.leads_to_name(hit.last) {
            return None;
        }
        if title.is_none() {
            return if list[0].strength.is_strong() { None } else { self.lone(hit, &people) };
        }
        self.titled_person(&title, &people)
    }

    fn titled_person(&self, title: &Title, people: &[&Candidate]) -> Option<(EntityId, How)> {
        let mut fits: Vec<(usize, u32)> =
            people.iter().map(|one| (self.title_fit(title, one), one.entry)).collect();
        fits.sort_by_key(|fit| std::cmp::Reverse(*fit));
        let (best, entry) = *fits.first()?;
        let is_clear = fits.get(1).is_none_or(|second| second.0 < best);
        match best {
            2.. if is_clear => Some((EntityId::Known(entry), How::Name)),
            0 => None,
            _ => is_clear.then_some((EntityId::Known(entry), How::Weak)),
        }
    }

    /// Without title and full name only who held an office on the day can be meant, or the only one of the name.
    fn lone(&self, hit: Hit, people: &[&Candidate]) -> Option<(EntityId, How)> {
        if self.has(hit.first, Classes::PLAIN) {
            return None;
        }
        let weak: Vec<&&Candidate> = people.iter().filter(|one| one.strength == Strength::Weak).collect();
        let mut in_office = weak.iter().filter(|one| self.is_in_office(one.entry));
        let one = match (in_office.next(), in_office.next()) {
            (Some(one), None) => one,
            (None, _) if weak.len() == 1 && !self.starts_sentence(hit.first) => weak.first()?,
            _ => return None,
        };
        Some((EntityId::Known(one.entry), How::Weak))
    }

    /// "Clinton Foundation".
    fn is_body(&self, hit: Hit) -> bool {
        self.token(hit.last).is_some_and(|next| {
            next.gap == Gap::Space && next.shape == Shape::Capital && next.classes.has(Classes::BODY)
        })
    }

    /// Whether a word of place stands before, with "the" or without: "in the Central African Republic".
    pub(super) fn follows_place_word(&self, first: usize) -> bool {
        let first = first - usize::from(first > 0 && self.is_word(first - 1, "the"));
        self.before(first)
            .is_some_and(|before| before.classes.has(Classes::IN) && self.tokens[first].gap != Gap::None)
    }

    /// Of several the one that is mentioned by another name, else the one of the country mentioned last, else a coalition.
    fn best_weak<'c>(&self, hit: Hit, list: &[&'c Candidate]) -> Option<&'c Candidate> {
        if let [one] = list {
            return Some(*one).filter(|one| one.strength != Strength::Family);
        }
        let score = |one: &&&Candidate| {
            let entity = EntityId::Known(one.entry);
            let own = self.marked.iter().any(|marked| marked.entity == entity);
            let country = self.gazetteer.country(entity);
            let near = country.and_then(|country| self.last_of_country(hit.first, country));
            (own, near, self.kind_of(one) == EntityKind::Coalition, std::cmp::Reverse(one.entry))
        };
        list.iter().filter(|one| one.strength != Strength::Family).max_by_key(score).copied()
    }

    /// The last token before `end` that means something of the country.
    pub(super) fn last_of_country(&self, end: usize, country: EntityId) -> Option<usize> {
        let is_of = |marked: Marked| {
            marked.how != How::Weak && self.gazetteer.country(marked.entity) == Some(country)
        };
        (0..end).rev().find(|at| self.marked_at(*at).is_some_and(is_of))
    }

    /// "US president", unless a name follows: then the person is meant, and this is the title.
    fn office(&self, hit: Hit) -> Option<How> {
        let is_former = hit.first >= 1 && self.is_one_of(hit.first - 1, &["former", "ex", "then", "acting"]);
        if self.is_title_of_person(hit.last) || is_former {
            return None;
        }
        let is_person_found = self.token(hit.last).is_some_and(|next| {
            next.gap == Gap::Space && next.shape == Shape::Capital && !next.classes.has(Classes::PLAIN)
        });
        (!is_person_found).then_some(if hit.last > hit.first + 1 { How::Name } else { How::Weak })
    }

    /// A country whose name is also another name: Georgia, Jordan, Turkey, Chad.
    fn country(&self, hit: Hit, best: &Candidate, rest: &[&Candidate]) -> Option<(EntityId, How)> {
        if self.follows_name(hit.first)
            || !self.title_before(hit.first).is_none()
            || (self.leads_to_name(hit.last) && !self.is_marked(hit.last))
        {
            return None;
        }
        let mut country = best;
        if let [_, _, ..] = rest {
            // With nothing of either beside it, "Georgia" is the country and "Congo" the larger one, listed first.
            country = rest.iter().copied().max_by_key(|one| {
                let is_country = self.kind_of(one) == EntityKind::Country;
                (self.neighbours(one), is_country, std::cmp::Reverse(one.entry))
            })?;
        }
        let is_certain = self.tokens[hit.first].shape == Shape::Capital || self.neighbours(country) > 0;
        Some((EntityId::Known(country.entry), if is_certain { How::Name } else { How::Weak }))
    }

    /// How many mentions belong to what the candidate is or lies in.
    fn neighbours(&self, candidate: &Candidate) -> usize {
        let country = self.gazetteer.country(EntityId::Known(candidate.entry));
        let own = self.kind_of(candidate) == EntityKind::Country;
        let belongs = |marked: &&Marked| {
            let other = self.gazetteer.country(marked.entity);
            other.is_some() && other == country && (own || self.kind(marked.entity) == EntityKind::Place)
        };
        self.marked.iter().filter(belongs).count()
    }

    /// A place whose name is also a word: after a preposition, before its country.
    fn place(&self, hit: Hit) -> Option<How> {
        if self.follows_name(hit.first) || !self.title_before(hit.first).is_none() {
            return None;
        }
        let before_place = self.is_mark(hit.last, b',') && self.is_marked(hit.last + 1);
        let before_noun = self.has(hit.last, Classes::PLACE) && self.tokens[hit.last].shape == Shape::Lower;
        let after_of =
            hit.first >= 2 && self.is_word(hit.first - 1, "of") && self.has(hit.first - 2, Classes::PLACE);
        if self.follows_place_word(hit.first) || before_place || before_noun || after_of {
            return Some(How::Name);
        }
        (!self.starts_sentence(hit.first) && !self.is_headline(hit.first)).then_some(How::Weak)
    }

    /// Groups, bodies, outlets: sure where the article uses another name of it.
    fn other(&self, hit: Hit, best: &Candidate, count: usize) -> Option<How> {
        let entity = EntityId::Known(best.entry);
        if self.marked.iter().any(|marked| marked.entity == entity && marked.how == How::Name) {
            return Some(How::Short);
        }
        let is_word = hit.last == hit.first + 1 && self.tokens[hit.first].shape == Shape::Capital;
        let is_outlet = matches!(self.kind_of(best), EntityKind::Outlet | EntityKind::Agency);
        let is_plain =
            is_word && (self.starts_sentence(hit.first) || self.is_headline(hit.first) || is_outlet);
        let acts = self.has(hit.last, Classes::SAY) && !self.starts_sentence(hit.first);
        if is_outlet && (acts || self.is_word(hit.last, "magazine")) {
            return Some(How::Name);
        }
        let is_likely = count == 1
            || self.kind_of(best) == EntityKind::Coalition
            || self.gazetteer.known(best.entry).country.is_some();
        (!is_plain && is_likely).then_some(How::Weak)
    }
}
