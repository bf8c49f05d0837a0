//! The size of an army, and what it grows or shrinks by.

use std::ops::Range;

use crate::extract::place::is_located;
use crate::extract::scene::Scene;

/// "increase the army by 180,000", "the number of military personnel to 900,000, including 600,000 soldiers": the
/// size of an army, and what it grows by.
pub(in crate::extract) fn is_army_size(scene: &Scene, tokens: &Range<usize>) -> bool {
    let words = &scene.words;
    let Some(led) = tokens.start.checked_sub(1) else { return false };
    let before = scene.words.lower(led);
    if !matches!(before, "to" | "by" | "of" | "at" | "including" | "from") {
        return false;
    }
    let reach = led.saturating_sub(20)..led;
    let army = |at: usize| {
        matches!(
            words.lower(at),
            "army" | "army's" | "military" | "military's" | "ranks" | "navy" | "army’s" | "military’s"
        ) || words.lower(at) == "forces" && at > 0 && words.lower(at - 1) == "armed"
            || words.lower(at) == "servicemen"
    };
    let grows = |at: usize| {
        let word = words.lower(at);
        matches!(
            word,
            "number" | "size" | "total" | "staffing" | "strength" | "bringing" | "brought" | "bring"
        ) || [
            "increas", "expan", "grow", "grew", "enlarg", "rais", "swell", "swoll", "rose", "boost", "reduc",
            "cut", "shr",
        ]
        .iter()
        .any(|stem| word.starts_with(stem))
    };
    let placed = scene.seen.iter().any(|seen| seen.is_place() && is_located(scene, seen));
    !placed && reach.clone().any(army) && reach.clone().any(grows)
}
