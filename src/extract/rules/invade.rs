//! An invasion. Finds "the 2003 invasion", "invaded Iraq in 2003".

use super::{Roles, Rule};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "invade",
    predicate: Predicate::Invade,
    roles: Roles::Forces,
    accepts,
    counts: super::never,
    dated: true,
    denied: true,
};

fn accepts(_scene: &Scene, _head: usize) -> bool {
    true
}
