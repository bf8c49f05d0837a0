//! Places that a reference back does not mean: the larger of two that are told together, and where somebody speaks, comes from or
//! is brought.

use super::back::Fit;
use super::{Marked, Reading};
use crate::entity::bystanders::{AUDIENCE, FLEEING, TELLERS, TREATED};
use crate::entity::mention::EntityId;
use crate::entity::token::Shape;
use crate::entity::words::Classes;
use crate::model::vocabulary::EntityKind;

impl Reading<'_> {
    /// "at Seytenga in northern Burkina Faso": of a place and what it lies in, the place.
    pub(super) fn keep_exact(&self, fitting: &mut Vec<Fit>) {
        for index in (1..fitting.len()).rev() {
            let (inner, outer) = (fitting[index - 1].marked, fitting[index].marked);
            let between = inner.last..outer.first;
            let leads = between.len() <= 6
                && between.clone().any(|at| self.is_word(at, "in") || self.is_mark(at, b','));
            let small = between.clone().all(|at| self.tokens[at].shape != Shape::Capital);
            let holds = self.gazetteer.lies_in(inner.entity, outer.entity)
                || matches!(inner.entity, EntityId::Found(_))
                    && self.kind(outer.entity) == EntityKind::Country;
            if leads && small && holds {
                fitting.remove(index);
            }
        }
    }

    /// "said in Manila", "officials in Juba said", "fired from Tyre", "fled to Mandalay": a place where nothing happens
    /// that is told next.
    pub(super) fn is_elsewhere(&self, marked: Marked) -> bool {
        let led = (1..=3)
            .filter_map(|back| marked.first.checked_sub(back))
            .take_while(|at| self.token(*at).is_some_and(|token| token.shape == Shape::Lower))
            .find(|at| self.is_one_of(*at, &["in", "at", "to", "into", "from", "towards"]));
        let Some(led) = led else { return false };
        let word = |at: usize| &self.text[self.range(at, at + 1)];
        let right_before = |fits: &dyn Fn(&str) -> bool| led.checked_sub(1).is_some_and(|at| fits(word(at)));
        if self.is_word(led, "from") {
            return true;
        }
        if self.is_one_of(led, &["in", "at"]) {
            let said = led.checked_sub(1).is_some_and(|at| self.has(at, Classes::SAY));
            let says = (marked.last..marked.last + 2).any(|at| {
                self.has(at, Classes::SAY) || self.is_one_of(at, &["denied", "confirmed", "blamed"])
            });
            return said
                || right_before(&|word| AUDIENCE.has(word))
                || says && right_before(&|word| TELLERS.has(word))
                || right_before(&|word| matches!(word, "hospital" | "hospitals" | "treated"));
        }
        (1..=4)
            .filter_map(|back| led.checked_sub(back))
            .any(|at| FLEEING.has(word(at)) || TREATED.has(word(at)))
    }
}
