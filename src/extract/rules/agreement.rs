//! A deal is reached or signed. Finds "agreed Sunday to a cease-fire", "was signed Sept. 5".

use super::{Roles, Rule};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "agreement",
    predicate: Predicate::Agreement,
    roles: Roles::Parties,
    accepts,
    counts: super::never,
    dated: true,
    denied: false,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    !scene.heads[head].is_verb()
        || super::parties_near(scene, head)
        || scene.heads[head].is_verb() && super::near(scene, head, 6, is_deal)
}

fn is_deal(word: &str) -> bool {
    matches!(word, "agreement" | "deal" | "accord" | "treaty" | "pact" | "ceasefire" | "cease-fire" | "truce")
}
