//! Places right behind a number: "400 in Mali and 200 in Niger", "45 people, 12 of them in Mosul".

use std::ops::Range;

use super::is_located;
use crate::extract::attach::counts_shared::includes;
use crate::extract::events::Event;
use crate::extract::scene::{Scene, Seen};
use crate::model::vocabulary::Predicate;

/// "killed 17 in Goma and 11 in Beni", "5,500 across Mali and teams in Niger": of several counts each has the place right
/// behind it.
pub(super) fn beside_count<'s>(scene: &'s Scene, event: &Event) -> Option<&'s Seen<'s>> {
    let count = scene.tokens(&scene.counts[event.count?].range);
    let still =
        !matches!(event.rule.predicate, Predicate::Deploy | Predicate::Transfer | Predicate::Withdraw);
    let several = || scene.seen.iter().filter(|seen| seen.is_place()).nth(1).is_some();
    place_behind(scene, &count).filter(|_| still && (is_part(scene, &count) || several()))
}

/// "45 people were killed, 12 of them in Mosul": where a part of those was says nothing of where all were.
pub(super) fn is_of_part(scene: &Scene, event: &Event, seen: &Seen) -> bool {
    let Some(own) = event.count.map(|count| scene.tokens(&scene.counts[count].range)) else { return false };
    scene.counts.iter().map(|count| scene.tokens(&count.range)).any(|part| {
        own.end <= part.start
            && is_part(scene, &part)
            && place_behind(scene, &part).is_some_and(|place| place.range == seen.range)
    })
}

/// The place that the words right behind a number lead.
fn place_behind<'s>(scene: &'s Scene, count: &Range<usize>) -> Option<&'s Seen<'s>> {
    let words = &scene.words;
    let end = count.end + if words.says_of_them(count.end) { 2 } else { 0 };
    // "from 900 to 400 in Mali and 300 to 200 in Niger"
    let next = scene.counts.iter().map(|next| scene.tokens(&next.range)).find(|next| next.start == end + 1);
    let end = next.filter(|_| words.lower(end) == "to").map_or(end, |next| next.end);
    let led = matches!(words.lower(end), "in" | "at" | "near" | "across" | "inside" | "outside");
    let behind = end + 1..(end + 4).min(words.len()).max(end + 1);
    scene.seen_in(&behind).find(|seen| led && seen.is_place() && is_located(scene, seen))
}

/// "including 12", "among them 12", "12 of them"
fn is_part(scene: &Scene, count: &Range<usize>) -> bool {
    includes(scene, &(0..count.start)) || scene.words.says_of_them(count.end)
}
