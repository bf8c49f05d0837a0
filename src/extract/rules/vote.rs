//! A vote is held. Finds "parliament voted in 2020".

use super::{Roles, Rule};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "vote",
    predicate: Predicate::Vote,
    roles: Roles::Agent,
    accepts,
    counts: super::never,
    dated: true,
    denied: false,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    super::parties_near(scene, head)
}
