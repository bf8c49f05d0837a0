//! Places that a pattern found once, wherever else the text names them: "Gunmen attacked Tamou, in Niger. … Tamou's mayor".

use super::Reading;
use crate::entity::gazetteer::is_place;
use crate::entity::mention::{EntityId, How};
use crate::entity::token::{Gap, Shape};
use crate::entity::words::Classes;

impl Reading<'_> {
    pub(super) fn find_places_again(&mut self, capitals: &[u32]) {
        let names: Vec<(Vec<String>, EntityId)> = (0..self.found.len())
            .filter(|number| is_place(self.found[*number].kind))
            .filter_map(|number| {
                let words: Vec<String> = self.found[number].name.split(' ').map(str::to_owned).collect();
                let proper = |word: &String| {
                    word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic)
                };
                // "Police" alone, or "Rose", would be anybody's.
                let telling = words.len() > 1 || words[0].len() >= 4;
                (telling && words.iter().all(proper)).then_some((words, EntityId::Found(number as u32)))
            })
            .collect();
        if names.is_empty() {
            return;
        }
        for at in capitals.iter().map(|at| *at as usize) {
            let named = names.iter().find(|(words, _)| self.stands_at(at, words));
            if let Some((last, entity)) = named.map(|(words, entity)| (at + words.len(), *entity)) {
                self.mark(at, last, entity, How::Found);
            }
        }
    }

    /// Whether these words stand here, none of them of another name, and no other name goes on from them.
    fn stands_at(&self, at: usize, words: &[String]) -> bool {
        let spelt = |(step, word): (usize, &String)| {
            self.token(at + step).is_some_and(|token| {
                self.text[token.start as usize..token.end as usize] == **word
                    && (step == 0 || token.gap == Gap::Space)
            })
        };
        let last = at + words.len();
        let capital = |at: usize| {
            self.token(at).is_some_and(|token| {
                token.shape == Shape::Capital && token.gap == Gap::Space && !self.has(at, Classes::PLAIN)
            })
        };
        let follows = at >= 1
            && self.tokens[at].gap == Gap::Space
            && self.tokens[at - 1].shape == Shape::Capital
            && !self.starts_sentence(at - 1);
        words.iter().enumerate().all(spelt)
            && (at..last).all(|at| {
                !self.is_marked(at) && !self.has(at, Classes::PLAIN | Classes::GIVEN | Classes::BODY)
            })
            && !capital(last)
            && !follows
    }
}
