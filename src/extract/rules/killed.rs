//! People are killed. Finds "killed at least 25", "12 dead", "the death toll rose to 45".

use super::{Roles, Rule, people};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "killed",
    predicate: Predicate::Killed,
    roles: Roles::Victims,
    accepts,
    counts: people,
    dated: false,
    denied: false,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    let word = scene.words.lower(scene.heads[head].token);
    if word.starts_with("claim") {
        return scene.heads[head].last > scene.heads[head].token;
    }
    !matches!(word, "lives" | "loss" | "losses" | "toll")
        || super::near(scene, head, 6, |word| matches!(word, "death" | "of" | "cost" | "claimed" | "lost"))
}
