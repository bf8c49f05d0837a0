//! Where: the most exact place that the clause gives, else its sentence, else the sentence before, else the article.

use std::ops::Range;

use super::scene::{Named, Scene, Seen};

/// The place of what a head says, within its clause or sentence.
pub(super) fn place(scene: &Scene<'_>, token: usize, clause: &Range<usize>, subject: Option<&str>) -> Option<Named> {
    let own = subject.map(country_of);
    let fits = |seen: &&Seen| seen.is_place() && is_located(scene, seen);
    let after = token..clause.end;
    let named = |seen: &Seen| Named { key: Some(seen.key.clone()), text: seen.range.clone() };
    scene
        .seen_in(&after)
        .find(fits)
        .or_else(|| scene.seen_in(clause).find(fits))
        .or_else(|| nearest(scene, token, fits))
        .or_else(|| scene.seen.iter().find(|seen| seen.is_place() && Some(seen.key.as_str()) != own.as_deref()))
        .map(named)
}

fn nearest<'s>(scene: &'s Scene<'_>, token: usize, fits: impl Fn(&&Seen) -> bool) -> Option<&'s Seen> {
    let byte = scene.words.list.get(token)?.start;
    scene.seen.iter().filter(fits).min_by_key(|seen| seen.range.start.abs_diff(byte))
}

/// Whether words of place stand before it, or it owns what follows.
pub(super) fn is_located(scene: &Scene<'_>, seen: &Seen) -> bool {
    let tokens = scene.tokens(&seen.range);
    if tokens.start < scene.words.len() && scene.words.is_possessive(tokens.end.saturating_sub(1)) {
        return false;
    }
    (1..=4)
        .filter_map(|back| tokens.start.checked_sub(back))
        .take_while(|at| !matches!(scene.words.raw(*at), ";" | ":" | "and" | "with"))
        .any(|at| {
            matches!(
                scene.words.lower(at),
                "in" | "from" | "to" | "at" | "into" | "near" | "inside" | "across" | "outside" | "on" | "throughout" | "within"
                    | "leave" | "left" | "leaves" | "leaving" | "entered" | "invaded" | "neighboring" | "neighbouring" | "around" | "over"
            )
        })
}

fn country_of(force: &str) -> String {
    force.strip_suffix("-forces").or_else(|| force.strip_suffix("-government")).unwrap_or(force).to_owned()
}
