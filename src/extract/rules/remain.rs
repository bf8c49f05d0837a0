//! Forces stay. Finds "will remain in Erbil until", "leave behind a force of". Not doubts that remain.

use super::{Roles, Rule, troops};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "remain",
    predicate: Predicate::Remain,
    roles: Roles::Forces,
    accepts,
    counts: troops,
    dated: true,
    denied: true,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let leaves = matches!(scene.words.lower(found.token), "leave" | "leaves" | "left" | "leaving");
    if leaves && found.last == found.token && !super::leaves_behind(scene, head) {
        return false;
    }
    // "remain a force for good": that is what it is, not where.
    let copula = scene.words.lower(found.token).starts_with("remain")
        && matches!(scene.words.lower(found.last + 1), "a" | "an" | "the");
    if scene.words.lower(found.token).starts_with("exten") {
        return super::about_near(scene, head, 6, |about| about.force || about.mission);
    }
    !copula && super::forces_near(scene, head, 6)
}
