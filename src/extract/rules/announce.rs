//! An announcement is made or due. Finds "would announce plans next month".

use super::{Roles, Rule};
use crate::extract::grammar::heads::Head;
use crate::extract::matter::{is_commerce, is_public};
use crate::extract::scene::Scene;
use crate::extract::words::word::Kind;
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
    if is_commerce(scene) {
        return false;
    }
    // "declared a unilateral ceasefire", "declared victory over the group"
    if scene.words.lower(scene.heads[head].token).starts_with("declar") {
        return scene.heads[head].is_verb();
    }
    let announces = |word: &str| word.starts_with("announc");
    if !announces(scene.words.lower(scene.heads[head].token)) && !shows_plan(scene, &scene.heads[head]) {
        return false;
    }
    let of_cues = |other: usize| other != head && scene.heads[other].predicates.any(PredicateGroup::Politics);
    let definite = |found: &Head| !found.is_verb() && scene.words.lower(found.token.wrapping_sub(1)) == "the";
    definite(&scene.heads[head]) || is_public(scene) || (0..scene.heads.len()).any(of_cues)
}

/// "unveiled a peace plan"
fn shows_plan(scene: &Scene, found: &Head) -> bool {
    let object = found.last + 1..(found.last + 7).min(scene.words.len());
    let plan = |at: usize| {
        matches!(
            scene.words.lower(at),
            "plan"
                | "plans"
                | "roadmap"
                | "timetable"
                | "timeline"
                | "strategy"
                | "proposal"
                | "proposals"
                | "results"
                | "initiative"
        )
    };
    let mut object = object.take_while(|at| scene.words.list[*at].kind != Kind::Mark);
    // "a plan outlined on Monday by the mediators"
    let shown = found.first == found.token && found.first > 0 && plan(found.first - 1);
    found.is_verb() && (shown || !found.passive && object.any(plan))
}
