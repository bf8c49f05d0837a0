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
    scene.heads[head].is_verb()
}
