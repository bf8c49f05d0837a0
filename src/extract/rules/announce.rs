//! An announcement is made or due. Finds "would announce plans next month".

use super::{Roles, Rule};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "announce",
    predicate: Predicate::Announce,
    roles: Roles::Agent,
    accepts,
    counts: super::never,
    dated: true,
    denied: false,
};

fn accepts(_scene: &Scene, _head: usize) -> bool {
    true
}
