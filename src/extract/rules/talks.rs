//! Negotiations, meetings, visits. Finds "met on Monday", "talks were suspended in". Not a talk at a school.

use super::{Roles, Rule};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "talks",
    predicate: Predicate::Talks,
    roles: Roles::Parties,
    accepts,
    counts: super::never,
    dated: true,
    denied: false,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    let word = scene.words.lower(scene.heads[head].token);
    matches!(word, "talks" | "negotiations" | "summit") || super::parties_near(scene, head)
}
