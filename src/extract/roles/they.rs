//! "They will leave by May", "The last left on Friday": forces of which the sentence before told. Knows words and names, no
//! predicates.

use crate::extract::memory::Memory;
use crate::extract::scene::Scene;
use crate::extract::words::word::{Kind, Words};
use crate::model::vocabulary::EntityKind;

/// Tokens from the beginning of a sentence to a verb that its first word is the subject of, at most.
const REACH: usize = 8;

/// Whether a sentence begins with forces of which the one before told.
pub(in crate::extract) fn forces_before(words: &Words, memory: &Memory<'_>) -> bool {
    speaks_of_them(words)
        && memory.forces().is_some()
        && memory.scene_before(0).is_some_and(|scene| tells(&scene))
}

/// "They", "The rest", "Half of them", "About 400 of them"
fn speaks_of_them(words: &Words) -> bool {
    let first = words.lower(0);
    matches!(first, "they" | "others")
        || first == "the"
            && matches!(words.lower(1), "last" | "rest" | "others" | "remainder" | "first" | "remaining")
        || (1..4).any(|at| words.says_of_them(at))
}

/// Whether a sentence names forces, by noun or by name, and no other people.
fn tells(scene: &Scene) -> bool {
    let words = &scene.words;
    let others = |at: usize| {
        matches!(
            words.lower(at),
            "people"
                | "civilians"
                | "residents"
                | "families"
                | "refugees"
                | "villagers"
                | "migrants"
                | "officials"
                | "leaders"
                | "ministers"
                | "diplomats"
                | "protesters"
                | "workers"
                | "hostages"
                | "prisoners"
        )
    };
    let named = |kind: EntityKind| matches!(kind, EntityKind::Force | EntityKind::Coalition);
    let forces = (0..words.len()).any(|at| words.entry(at).about.force)
        || scene.seen.iter().any(|seen| named(seen.kind));
    forces && !(0..words.len()).any(others)
}

/// Whether a verb is said of those with whom such a sentence begins.
pub(in crate::extract) fn they_move(scene: &Scene, head: usize) -> bool {
    let first = scene.heads[head].first;
    scene.forces_before
        && scene.heads[head].is_verb()
        && first <= REACH
        && (0..first).all(|at| scene.words.list[at].kind != Kind::Mark)
}
