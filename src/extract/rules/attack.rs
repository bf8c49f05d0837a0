//! Attacks, strikes, assaults; the count is of attacks. Finds "at least 70 assaults on".

use super::{Roles, Rule};
use crate::extract::scene::{Counted, Counting, Scene};
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "attack",
    predicate: Predicate::Attack,
    roles: Roles::Victims,
    accepts,
    counts: attacks,
    dated: true,
    denied: false,
};

fn accepts(_scene: &Scene, _head: usize) -> bool {
    true
}

fn attacks(count: &Counted) -> bool {
    count.counting == Counting::Attacks
}
