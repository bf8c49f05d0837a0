//! An election is held. Finds "parliamentary elections in October".

use super::{Roles, Rule};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "election",
    predicate: Predicate::Election,
    roles: Roles::Agent,
    accepts,
    counts: super::never,
    dated: true,
    denied: false,
};

fn accepts(_scene: &Scene, _head: usize) -> bool {
    true
}
