//! An announcement is made or due. Finds "would announce plans next month".

use super::{Roles, Rule};
use crate::extract::heads::Head;
use crate::extract::matter::is_public;
use crate::extract::scene::Scene;
use crate::model::vocabulary::{Predicate, PredicateGroup};

pub(super) const RULE: Rule = Rule {
    id: "announce",
    predicate: Predicate::Announce,
    roles: Roles::Agent,
    accepts,
    counts: super::never,
    dated: true,
    denied: false,
};

/// Firms, juries and weathermen announce too; "the announcement" is that of which the article tells.
fn accepts(scene: &Scene, head: usize) -> bool {
    let of_cues = |other: usize| other != head && scene.heads[other].predicates.any(PredicateGroup::Politics);
    let definite = |found: &Head| !found.is_verb() && scene.words.lower(found.token.wrapping_sub(1)) == "the";
    definite(&scene.heads[head]) || is_public(scene) || (0..scene.heads.len()).any(of_cues)
}
