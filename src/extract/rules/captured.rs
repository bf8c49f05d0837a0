//! People are captured. Finds "seized 10 soldiers", "kidnapped 60,000 children".

use super::{Roles, Rule, people};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "captured",
    predicate: Predicate::Captured,
    roles: Roles::Victims,
    accepts,
    counts: people,
    dated: false,
    denied: false,
};

fn accepts(_scene: &Scene, _head: usize) -> bool {
    true
}
