//! A capital that acts is its government: "Washington and Baghdad agreed". Otherwise it is a city: "in Washington".

use super::Reading;
use crate::entity::mention::EntityId;
use crate::entity::token::{Gap, Shape, Token};
use crate::entity::trie::{Candidate, Hit};
use crate::entity::words::Classes;
use crate::model::vocabulary::EntityKind;

impl Reading<'_> {
    /// The government that a capital's name means here.
    pub(super) fn government(&self, hit: Hit, list: &[Candidate]) -> Option<EntityId> {
        let government = list.iter().find(|one| self.kind_of(one) == EntityKind::Government)?;
        (!self.is_city(hit) && self.is_actor(hit.first, hit.last))
            .then_some(EntityId::Known(government.entry))
    }

    fn is_city(&self, hit: Hit) -> bool {
        let names_place = self.is_mark(hit.last, b',') && self.is_marked(hit.last + 1);
        self.follows_place_word(hit.first)
            || self.is_dateline(hit)
            || names_place
            || self.is_fought_over(hit.first)
    }

    /// "the siege of Sarajevo claimed"
    fn is_fought_over(&self, first: usize) -> bool {
        const FIGHT: &[&str] = &[
            "siege",
            "battle",
            "fall",
            "capture",
            "liberation",
            "bombing",
            "bombardment",
            "shelling",
            "storming",
            "occupation",
        ];
        first >= 2 && self.is_word(first - 1, "of") && self.is_one_of(first - 2, FIGHT)
    }

    /// "BAGHDAD (Reuters) -", "Kyiv —".
    fn is_dateline(&self, hit: Hit) -> bool {
        let opens = matches!(
            self.token(hit.last).map(|token| token.shape),
            Some(Shape::Mark(b'(' | b'_' | b'-' | b':' | b','))
        );
        opens && self.starts_paragraph(hit.first)
    }

    fn is_actor(&self, first: usize, last: usize) -> bool {
        self.acts(last) || self.owns(last) || self.is_acted_on(first) || self.is_beside_actor(first, last)
    }

    /// Whether a verb of acting follows, perhaps after an auxiliary and an adverb, or a second subject with its verb.
    fn acts(&self, last: usize) -> bool {
        let mut at = last;
        let is_second = self.is_one_of(at, &["and", "or", "nor"])
            && self.token(at + 1).is_some_and(|next| next.is_capital());
        if is_second {
            let name = self.open.iter().find(|hit| hit.first == at + 1).map(|hit| hit.last);
            at = name.or_else(|| self.marked_at(at + 1).map(|marked| marked.last)).unwrap_or(at + 2);
        }
        for _ in 0..4 {
            let Some(token) = self.token(at).filter(|token| token.gap == Gap::Space) else { return false };
            if token.classes.has(Classes::ACT) {
                return true;
            }
            let word = &self.text[token.start as usize..token.end as usize];
            let is_between = token.classes.has(Classes::AUXILIARY)
                || word.ends_with("ly")
                || matches!(
                    word,
                    "also" | "not" | "never" | "still" | "now" | "already" | "again" | "long" | "which"
                );
            if !is_between {
                return false;
            }
            at += 1;
        }
        false
    }

    /// "Washington's leverage", but not "Washington's streets".
    fn owns(&self, last: usize) -> bool {
        if !(self.is_mark(last, b'\'') && self.tokens[last].gap == Gap::None && self.is_word(last + 1, "s")) {
            return false;
        }
        (last + 2..last + 5).take_while(|at| self.token(*at).is_some_and(|token| token.is_word())).all(|at| {
            let is_name = at == last + 2 && self.token(at).is_some_and(Token::is_capital);
            !is_name && !self.has(at, Classes::PLACE | Classes::IN | Classes::CITY)
        })
    }

    /// "with Baghdad", "urged Washington to", "talks between Washington and Baghdad", "demanded by Washington".
    fn is_acted_on(&self, first: usize) -> bool {
        let Some(before) = self.before(first) else { return false };
        if self.tokens[first].gap > Gap::Line {
            return false;
        }
        let is_between = |at: usize| {
            self.is_word(at, "between")
                && at >= 1
                && (at.saturating_sub(3)..at).any(|at| self.has(at, Classes::DEALING))
        };
        let is_second = self.is_word(first - 1, "and")
            && first >= 3
            && (first.saturating_sub(6)..first - 1).any(is_between);
        let is_agent = self.is_word(first - 1, "by") && first >= 2 && {
            let verb = &self.tokens[first - 2];
            verb.shape == Shape::Lower && self.text[verb.start as usize..verb.end as usize].ends_with("ed")
        };
        is_agent || before.classes.has(Classes::TOWARDS) || is_between(first - 1) || is_second
    }

    /// "Washington and Baghdad", where the other is marked as a government already.
    fn is_beside_actor(&self, first: usize, _last: usize) -> bool {
        let is_government = |at: usize| {
            self.marked_at(at).is_some_and(|marked| self.kind(marked.entity) == EntityKind::Government)
        };
        first >= 2 && self.is_one_of(first - 1, &["and", "or", "nor"]) && is_government(first - 2)
    }
}
