//! A deal is reached or signed. Finds "agreed Sunday to a cease-fire", "was signed Sept. 5".

use super::{Roles, Rule};
use crate::extract::heads::Head;
use crate::extract::matter::{is_actor, is_public};
use crate::extract::scene::{Counting, Scene};
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
    let found = &scene.heads[head];
    if found.is_verb() {
        let sides = super::near(scene, head, 8, is_actor);
        return sides || super::parties_near(scene, head) || super::near(scene, head, 6, is_deal);
    }
    !is_idiom(scene, found) && !is_business(scene)
}

/// "a great deal of rain", "of his own accord"
fn is_idiom(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let before = words.lower(found.token.wrapping_sub(1));
    matches!(before, "great" | "good") && words.lower(found.last + 1) == "of" || before == "own"
}

/// "a $3 billion deal to buy a rival": money, and neither states nor armies.
fn is_business(scene: &Scene) -> bool {
    scene.counts.iter().any(|count| count.counting == Counting::Money) && !is_public(scene)
}

fn is_deal(word: &str) -> bool {
    matches!(word, "agreement" | "deal" | "accord" | "treaty" | "pact" | "ceasefire" | "cease-fire" | "truce")
}
