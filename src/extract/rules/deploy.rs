//! Forces go or are sent. Finds "sent 450 troops to", "the deployment of". Not ministers arriving, nor parcels sent.

use super::{Roles, Rule, troops};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "deploy",
    predicate: Predicate::Deploy,
    roles: Roles::Forces,
    accepts,
    counts: troops,
    dated: true,
    denied: true,
};

fn accepts(scene: &Scene<'_>, head: usize) -> bool {
    super::forces_near(scene, head, 6)
}
