//! A base, task or command is handed over. Finds "would be turned over to". Not goods handed over.

use super::{Roles, Rule};
use crate::extract::insertion::antecedent;
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "transfer",
    predicate: Predicate::Transfer,
    roles: Roles::Agent,
    accepts,
    counts: super::never,
    dated: true,
    denied: true,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    let handed = |at: usize| scene.words.entry(at).about.handed;
    // "the barracks, which the army handed over"
    let before = antecedent(scene, &scene.heads[head]).is_some_and(handed);
    before || super::about_near(scene, head, 6, |about| about.handed)
}
