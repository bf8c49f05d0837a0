//! Whose dead and wounded they are by who has lost them: "Mali has lost 900 soldiers", "France has had 82 soldiers killed",
//! "brought Chad's toll in Mali to 38", "three contractors employed by the embassy".

use super::actor::Search;
use super::forces::state;
use crate::extract::grammar::heads::Head;
use crate::extract::memory::Memory;
use crate::extract::scene::{Counted, Named, Scene};

/// "Mali has lost 900 soldiers", "the army suffered 40 deaths": they are those of who loses them.
pub(super) fn who_loses(scene: &Scene, head: usize, memory: &Memory<'_>) -> Option<Named> {
    let heads = &scene.heads;
    let near = |verb: &usize| heads[head].token <= heads[*verb].last + 8;
    let verb = (0..=head).rev().find(|verb| heads[*verb].is_verb()).filter(near)?;
    let loses = loses(scene, &heads[verb]) && !heads[verb].passive;
    let had = head.checked_sub(1).filter(|had| has_had(scene, *had, head));
    let loser = if loses { Some(verb) } else { had };
    loser.and_then(|verb| Search { scene, memory: Some(memory), sends: false }.actor(verb, 0))
}

/// "France has had 82 soldiers killed": who has it done to them.
fn has_had(scene: &Scene, verb: usize, harm: usize) -> bool {
    let (had, harm) = (&scene.heads[verb], &scene.heads[harm]);
    let between = |count: &Counted| {
        let tokens = scene.tokens(&count.range);
        tokens.start == had.last + 1 && tokens.end == harm.first
    };
    scene.words.lower(had.token) == "had" && scene.counts.iter().any(between)
}

/// "brought Chad's toll in Mali to 38": a country's dead in another, `place`, are its forces.
pub(super) fn of_toll(scene: &Scene, count: &Counted, place: Option<&str>) -> Option<Named> {
    let words = &scene.words;
    let tokens = scene.tokens(&count.range);
    let toll = (0..tokens.start).rev().take(8).find(|at| words.lower(*at) == "toll")?;
    let before = toll.saturating_sub(3)..toll;
    let owner = scene.seen_in(&before).find(|seen| state(seen).is_some())?;
    let owned = words.is_possessive(scene.tokens(&owner.range).end.saturating_sub(1));
    let abroad = place.is_some_and(|place| place != owner.key);
    state(owner).filter(|_| abroad && owned)
}

/// "three contractors employed by the embassy": the country of whom they work for.
pub(super) fn paid_by(scene: &Scene, count: &Counted) -> Option<String> {
    let words = &scene.words;
    let end = scene.tokens(&count.range).end;
    let works = matches!(words.lower(end), "working" | "employed")
        && matches!(words.lower(end + 1), "for" | "with" | "by")
        && matches!(count.quantity.unit.as_str(), "civilians" | "contractors");
    let behind = end + 2..(end + 5).min(words.len());
    let seen = scene.seen_in(&behind).find(|seen| state(seen).is_some() || seen.country.is_some());
    seen.filter(|_| works).map(|seen| seen.country.unwrap_or(seen.key).to_owned())
}

/// "lost", "suffered", "sustained": verbs whose subject has the victims.
pub(super) fn loses(scene: &Scene, verb: &Head) -> bool {
    let word = scene.words.lower(verb.token);
    matches!(word, "lose" | "loses" | "lost" | "losing")
        || ["suffer", "sustain", "incur"].iter().any(|stem| word.starts_with(stem))
}
