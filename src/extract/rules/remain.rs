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
    super::forces_near(scene, head, 6)
}
