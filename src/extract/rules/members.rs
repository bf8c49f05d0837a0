//! The size of a group, army or coalition. Finds "150,000 members of", "has about 100 fighters".

use super::{Roles, Rule, people};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "members",
    predicate: Predicate::Members,
    roles: Roles::Agent,
    accepts,
    counts: people,
    dated: false,
    denied: false,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    // "numbers around 900 troops in Syria" is a level, not a size.
    let clause = scene.clause(scene.heads[head].token);
    !scene.seen_in(&clause).any(|seen| seen.is_place() && crate::extract::place::is_located(scene, seen))
}
