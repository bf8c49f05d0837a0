//! From a country to the town or region in it that the clause names beside it.

use std::ops::Range;

use super::is_located;
use crate::extract::scene::{Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::EntityKind;

/// "in Kunduz, in northern Afghanistan": the most exact place that the clause gives.
pub(super) fn closer<'s>(scene: &'s Scene, country: &Seen, clause: &Range<usize>) -> Option<&'s Seen<'s>> {
    if country.kind != EntityKind::Country {
        return None;
    }
    scene.seen_in(clause).find(|seen| {
        seen.is_place()
            && !seen.is_pronoun
            && seen.kind != EntityKind::Country
            && is_located(scene, seen)
            && seen.country == Some(country.key)
            && (between(scene, seen, country) <= 3 || leads_on(scene, country, seen))
            && !is_part_told(scene, seen)
    })
}

/// "in Chad near the eastern town of Abeche": a word of place right behind the country leads to it.
fn leads_on(scene: &Scene, country: &Seen, seen: &Seen) -> bool {
    let words = &scene.words;
    let (end, start) = (scene.tokens(&country.range).end, scene.tokens(&seen.range).start);
    let mut gap = end + 1..start.max(end + 1);
    matches!(words.lower(end), "in" | "near" | "outside" | "at")
        && gap.len() <= 5
        && words.is(end + 1, Small::DETERMINER)
        && gap.all(|at| words.list[at].kind == Kind::Word)
}

/// "in Afghanistan, mostly in Kunar": of a part of what is told.
fn is_part_told(scene: &Scene, seen: &Seen) -> bool {
    let start = scene.tokens(&seen.range).start;
    (start.saturating_sub(3)..start).any(|at| {
        matches!(
            scene.words.lower(at),
            "mostly" | "mainly" | "largely" | "chiefly" | "including" | "especially" | "particularly"
        )
    })
}

/// Tokens between two mentions.
fn between(scene: &Scene, one: &Seen, other: &Seen) -> usize {
    let (first, second) = if one.range.start < other.range.start { (one, other) } else { (other, one) };
    scene.tokens(&second.range).start.saturating_sub(scene.tokens(&first.range).end)
}
