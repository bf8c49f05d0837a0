//! Negotiations, meetings, visits. Finds "met on Monday", "talks were suspended in". Not a talk at a school.

use super::{Roles, Rule};
use crate::extract::heads::Head;
use crate::extract::matter::is_actor;
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "talks",
    predicate: Predicate::Talks,
    roles: Roles::Parties,
    accepts,
    counts: super::never,
    dated: true,
    denied: false,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    if word == "summit" {
        return !super::near(scene, head, 6, |word| {
            matches!(word, "climb" | "climbed" | "climbers" | "peak" | "metres")
        });
    }
    matches!(word, "talks" | "negotiations")
        || super::parties_near(scene, head)
        || super::near(scene, head, 8, is_actor)
        || !found.is_verb() && is_official(scene, found)
}

/// "a top-level meeting"
fn is_official(scene: &Scene, found: &Head) -> bool {
    let kind = |at: usize| {
        let word = scene.words.lower(at);
        word.ends_with("-level") || word.ends_with("lateral") || OFFICIAL.contains(&word)
    };
    (1..=2).filter_map(|back| found.token.checked_sub(back)).any(kind)
}

/// What kind of meeting states hold.
const OFFICIAL: &[&str] = &[
    "ministerial",
    "emergency",
    "security",
    "defense",
    "defence",
    "peace",
    "state",
    "official",
    "diplomatic",
    "nuclear",
    "crisis",
    "ceasefire",
    "donor",
    "donors",
];
