//! People whom nobody has listed, found by clear patterns: a title or an office before the name, a verb of saying or a
//! description after it.

use super::{OF_PEOPLE, Reading};
use crate::entity::forms::family_names;
use crate::entity::mention::{EntityId, How};
use crate::entity::token::{Gap, Shape, Token};
use crate::entity::words::Classes;
use crate::model::vocabulary::EntityKind;

impl Reading<'_> {
    pub(super) fn find_people(&mut self, telling: &[u32]) {
        for at in telling.iter().map(|at| *at as usize) {
            let token = self.tokens[at];
            if !token.classes.has(OF_PEOPLE) && !token.is_mark(b',') {
                continue;
            }
            if token.classes.has(Classes::TITLE | Classes::ROLE) {
                self.titled(at);
            }
            if token.classes.has(Classes::SAY) {
                self.saying(at);
            }
            if token.is_mark(b',') {
                self.described(at);
            }
            if token.classes.has(Classes::CITING)
                && self.is_word(at + 1, "to")
                && self.has(at + 2, Classes::GIVEN)
            {
                self.person_at(at + 2, 2);
            }
        }
    }

    /// "police chief Hamid Karimi", "Col. Andriy Lysenko".
    fn titled(&mut self, at: usize) {
        if self.is_marked(at) {
            return;
        }
        let is_abbreviated = self.is_mark(at + 1, b'.') && self.has(at, Classes::ABBREVIATION);
        let first = at + 1 + usize::from(is_abbreviated);
        let is_close = self.token(first).is_some_and(|next| matches!(next.gap, Gap::Space | Gap::Line));
        if is_close && !self.starts_sentence(first) {
            self.person_at(self.past_post(first), 2);
        }
    }

    /// Past the country of a post: "the envoy in Mali Peter Arnaud", "ambassador to Iraq Crispin Blake".
    fn past_post(&self, first: usize) -> usize {
        let country = self.marked_at(first + 1).filter(|_| self.is_one_of(first, &["in", "to", "for"]));
        let posted = country.filter(|marked| self.kind(marked.entity) == EntityKind::Country);
        posted.map_or(first, |marked| marked.last)
    }

    /// "Hamid Karimi said", "…," said Hamid Karimi.
    fn saying(&mut self, at: usize) {
        if let Some(first) = self.run_start(at)
            && !self.is_uncertain_start(first)
            && self.tokens[at].gap != Gap::Paragraph
        {
            self.person_between(first, at);
        }
        let is_inverted = self.before(at).is_some_and(|before| before.is_mark(b'"') || before.is_mark(b','));
        if is_inverted && self.token(at + 1).is_some_and(|next| next.gap == Gap::Space) {
            self.person_at(at + 1, 2);
        }
    }

    /// "Hamid Karimi, a spokesman for the governor", "Hamid Karimi, 45,".
    fn described(&mut self, comma: usize) {
        let is_aged = self
            .token(comma + 1)
            .is_some_and(|next| next.shape == Shape::Number && next.end - next.start == 2)
            && self.is_mark(comma + 2, b',');
        if !is_aged && !self.role_follows(comma + 1) {
            return;
        }
        if let Some(first) = self.run_start(comma)
            && !self.is_uncertain_start(first)
        {
            self.person_between(first, comma);
        }
    }

    /// Whether a description of a person begins here: "who", or at most five words up to a noun for a person, the first
    /// of them an article or all of them small.
    fn role_follows(&self, at: usize) -> bool {
        const ARTICLES: &[&str] = &["a", "an", "the", "his", "her", "one"];
        if self.is_word(at, "who") {
            return true;
        }
        let has_article = self.is_one_of(at, ARTICLES);
        for at in at + usize::from(has_article)..at + 6 {
            let Some(token) = self.token(at).filter(|token| token.is_word()) else { return false };
            if token.classes.has(Classes::ROLE) && token.shape == Shape::Lower {
                return true;
            }
            let is_small = token.shape == Shape::Lower && !token.classes.has(Classes::PLAIN | Classes::IN);
            if !is_small && !(has_article && (token.is_capital() || self.is_marked(at))) {
                return false;
            }
        }
        false
    }

    /// At a sentence's start a first word that is nobody's given name may be any word.
    fn is_uncertain_start(&self, first: usize) -> bool {
        self.starts_sentence(first) && !self.has(first, Classes::GIVEN) && self.tokens[first].is_known()
    }

    /// A person whose name begins at the token, if it has enough words.
    fn person_at(&mut self, first: usize, least: usize) {
        if self.is_marked(first) {
            return;
        }
        if let Some((last, count)) = self.name_run(first, true)
            && count >= least
        {
            self.person_between(first, last);
        }
    }

    fn person_between(&mut self, first: usize, last: usize) {
        let count = self.name_run(first, true).map_or(0, |(_, count)| count);
        if !(2..=4).contains(&count)
            || self.holds_body(first, last)
            || self.is_headline(first)
            || self.splits_mention(first, last)
        {
            return;
        }
        if self.is_short_form(first, last) {
            return;
        }
        let known = self.listed(first, last);
        let Some(entity) = known.or_else(|| self.found(first, last, EntityKind::Person, None)) else {
            return;
        };
        let how = if matches!(entity, EntityId::Known(_)) { How::Name } else { How::Found };
        self.mark(first, last, entity, how);
        let name = self.words(first, last);
        if how == How::Found {
            for family in family_names(&name) {
                self.families.entry(family.to_owned()).or_insert(entity);
            }
        }
    }

    /// Whether a mention within goes on after the run, or is more than one word.
    fn splits_mention(&self, first: usize, last: usize) -> bool {
        (first..last).filter_map(|at| self.marked_at(at)).any(|marked| {
            marked.last > last
                || marked.first < first
                || marked.last - marked.first > 1
                || marked.how == How::Weak
                || self.tokens[marked.first].shape == Shape::Upper
        })
    }

    /// The person with this name but for initials: "Donald J. Trump".
    fn listed(&self, first: usize, last: usize) -> Option<EntityId> {
        let is_initial = |at: usize| {
            self.tokens[at].shape == Shape::Initial
                || (self.is_mark(at, b'.') && self.tokens[at - 1].shape == Shape::Initial)
        };
        let tokens: Vec<Token> =
            (first..last).filter(|at| *at == first || !is_initial(*at)).map(|at| self.tokens[at]).collect();
        let (hit, _) = self.gazetteer.trie().longest(&tokens, 0)?;
        let list = self.gazetteer.trie().list(hit.list);
        let person =
            list.iter().find(|one| one.strength.is_strong() && self.kind_of(one) == EntityKind::Person)?;
        (hit.last == tokens.len()).then_some(EntityId::Known(person.entry))
    }

    /// "Le Drian" where Jean-Yves Le Drian was named: of two words, but nobody new.
    fn is_short_form(&self, first: usize, last: usize) -> bool {
        let Some((hit, _)) = self.gazetteer.trie().longest(&self.tokens[first..last], 0) else {
            return false;
        };
        let named = |entry| self.full.contains_key(&EntityId::Known(entry));
        hit.last == last - first && self.gazetteer.trie().list(hit.list).iter().any(|one| named(one.entry))
    }

    /// The family names of people found, where they stand alone.
    pub(super) fn find_family_names(&mut self, beginnings: &[u32]) {
        if self.families.is_empty() {
            return;
        }
        self.find_again(beginnings);
        for at in beginnings.iter().map(|at| *at as usize) {
            if self.is_marked(at) || !self.tokens[at].is_word() || self.tokens[at].classes.has(Classes::PLAIN)
            {
                continue;
            }
            let is_start = self.tokens[at].is_capital() || self.tokens[at].classes.has(Classes::PARTICLE);
            let Some((last, entity)) = is_start.then(|| self.family_at(at)).flatten() else { continue };
            self.mark(at, last, entity, How::Short);
        }
    }

    /// The full names of people found, where no pattern stands beside them.
    fn find_again(&mut self, beginnings: &[u32]) {
        for at in beginnings.iter().map(|at| *at as usize) {
            let is_first =
                !self.is_marked(at) && self.tokens[at].shape == Shape::Capital && self.is_name_word(at);
            let Some((last, 2..)) = is_first.then(|| self.name_run(at, true)).flatten() else { continue };
            let name = self.words(at, last);
            let found =
                self.found.iter().position(|found| found.kind == EntityKind::Person && found.name == name);
            if let Some(number) = found.filter(|_| !self.splits_mention(at, last)) {
                self.mark(at, last, EntityId::Found(number as u32), How::Found);
            }
        }
    }

    /// A found person's family name at the token, with its article if it has one.
    pub(super) fn family_at(&self, at: usize) -> Option<(usize, EntityId)> {
        let mut ends = vec![at + 1];
        if self.is_mark(at + 1, b'-') {
            ends.insert(0, at + 3);
        }
        if self.follows_name(at) {
            return None;
        }
        ends.into_iter().filter(|last| *last <= self.tokens.len()).find_map(|last| {
            let name = self.words(at, last);
            let entity = self.families.get(&name)?;
            let goes_on = self.token(last).is_some_and(|next| next.is_mark(b'-') && next.gap == Gap::None);
            (!goes_on && !self.is_marked(last - 1)).then_some((last, *entity))
        })
    }
}
