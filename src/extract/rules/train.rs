//! People are trained. Finds "trained 5,000 soldiers".

use super::{Roles, Rule, people};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "train",
    predicate: Predicate::Train,
    roles: Roles::Victims,
    accepts,
    counts: people,
    dated: false,
    denied: false,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    // "underwent training", "graduated from": anybody may, so those who did must be forces.
    let of_anybody = found.last > found.token || word.starts_with("graduat");
    // "the training of 300 recruits"
    let of = scene.words.lower(found.last + 1) == "of";
    if !found.is_verb() {
        return of;
    }
    !of_anybody || scene.troop_heads.contains(&head) || super::about_in(scene, head, 3)
}
