//! People are wounded. Finds "wounding 30", "11 injuries".

use super::{Roles, Rule, people};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "wounded",
    predicate: Predicate::Wounded,
    roles: Roles::Victims,
    accepts,
    counts: people,
    dated: false,
    denied: false,
};

fn accepts(_scene: &Scene, _head: usize) -> bool {
    true
}
