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

fn accepts(_scene: &Scene, _head: usize) -> bool {
    true
}
