//! Money. Finds "an additional $700 million".

use super::{Roles, Rule};
use crate::extract::scene::{Counted, Counting, Scene};
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "budget",
    predicate: Predicate::Budget,
    roles: Roles::Agent,
    accepts,
    counts: money,
    dated: false,
    denied: false,
};

fn accepts(_scene: &Scene, _head: usize) -> bool {
    true
}

fn money(count: &Counted) -> bool {
    count.counting == Counting::Money
}
