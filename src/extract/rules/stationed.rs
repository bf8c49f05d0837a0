//! Forces are at a place. Finds "are stationed in", "peaked at". Counts beside "there are" and "has" come here as well.

use super::{Roles, Rule, troops};
use crate::extract::grammar::heads::Shape;
use crate::extract::place::{comes_from, is_located};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "stationed",
    predicate: Predicate::Stationed,
    roles: Roles::Forces,
    accepts,
    counts: troops,
    dated: false,
    denied: true,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    let word = scene.words.lower(scene.heads[head].token);
    let clause = scene.clause(scene.heads[head].token);
    if word.starts_with("keep") || word.starts_with("kept") || word.starts_with("maintain") {
        return super::remain::is_level(scene, head);
    }
    if word == "presence" {
        return super::remain::has_none(scene, head);
    }
    if word == "made" && !scene.heads[head].passive {
        return false;
    }
    // "The group numbers 100 fighters" is a size where no place is given.
    let sizes = ["number", "total", "muster", "field", "consist", "compris"];
    if sizes.iter().any(|stem| word.starts_with(stem))
        && !(word.starts_with("number") && is_of_contingent(scene, head))
        && !scene.seen_in(&clause).any(|seen| is_located(scene, seen) && !comes_from(scene, seen))
    {
        return false;
    }
    if word == "strength" {
        return is_of_mission(scene, head);
    }
    scene.heads[head].is_verb()
        && (!scene.words.lower(scene.heads[head].token).starts_with("deploy")
            || scene.heads[head].passive
            || scene.heads[head].shape == Shape::Participle)
        && super::forces_near(scene, head, 6)
}

/// "the Italian contingent numbered 3,200": those who were sent somewhere, wherever that is.
pub(super) fn is_of_contingent(scene: &Scene, head: usize) -> bool {
    let first = scene.heads[head].first;
    (first.saturating_sub(3)..first).any(|at| {
        matches!(scene.words.lower(at), "contingent" | "garrison" | "deployment" | "peacekeepers" | "mission")
    })
}

/// "the force, which has a strength of 13,800", "from its strength of 3,300 in Chad": of those who are sent somewhere, the
/// strength is a level; of an army or a group, wherever it is, a size.
pub(super) fn is_of_mission(scene: &Scene, head: usize) -> bool {
    let token = scene.heads[head].token;
    let before = token.saturating_sub(12)..token;
    let sent = |at: usize| {
        matches!(
            scene.words.lower(at),
            "force" | "mission" | "contingent" | "peacekeepers" | "garrison" | "deployment" | "operation"
        )
    };
    before.clone().any(sent) && !before.clone().any(|at| scene.words.lower(at) == "air")
}
