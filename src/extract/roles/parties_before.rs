//! The sides of talks or a deal that the sentence only refers back to: "both sides", "they", "the talks".

use std::ops::Range;

use super::parties::{acting, holder, is_onlooker, other};
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::memory::Memory;
use crate::extract::place::is_located;
use crate::extract::scene::{Named, Scene, Seen};
use crate::extract::speech::attribution::speaker_of;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{EntityKind, Predicate};

/// "both sides", "the two countries", "they".
pub(super) fn speaks_of_both(scene: &Scene, tokens: Range<usize>) -> bool {
    let words = &scene.words;
    let pair = |at: usize| {
        matches!(words.lower(at), "both" | "two")
            && matches!(
                words.lower(at + 1),
                "sides"
                    | "countries"
                    | "governments"
                    | "parties"
                    | "nations"
                    | "allies"
                    | "leaders"
                    | "presidents"
            )
    };
    let end = tokens.end;
    tokens.clone().any(pair) || tokens.end > tokens.start && words.lower(end - 1) == "they"
}

/// The two that the words before speak of, in this sentence or the one before.
pub(super) fn both_before(
    scene: &Scene,
    until: usize,
    memory: &Memory<'_>,
) -> (Option<Named>, Option<Named>) {
    let here = pair(scene.seen_in(&(0..until)).filter(|seen| !is_onlooker(scene, seen)), scene);
    if here.1.is_some() {
        return here;
    }
    let mut before = (0..2).filter_map(|back| {
        let scene = memory.scene_before(back)?;
        Some(elsewhere(pair(scene.seen.iter(), &scene)))
    });
    let (one, two) = before.find(|(_, two)| two.is_some()).unwrap_or(here);
    // Of two sides a speaker names the own first.
    let speaker = speaker_of(&scene.attributions, until);
    let named = |seen: &&Seen| {
        speaker.is_some_and(|by| by.text.start <= seen.range.start && seen.range.end <= by.text.end)
    };
    let own = scene.seen.iter().filter(named).find_map(|seen| for_state(scene, seen));
    let is_own = |named: &Named| own.as_ref().is_some_and(|own| own.key == named.key);
    if two.as_ref().is_some_and(is_own) { (two, one) } else { (one, two) }
}

/// The first two states or groups of a row of names, people as those for whom they act.
fn pair<'s>(seen: impl Iterator<Item = &'s Seen<'s>>, scene: &Scene) -> (Option<Named>, Option<Named>) {
    let mut sides = seen.filter_map(|seen| for_state(scene, seen));
    let first = sides.next();
    let second = sides.find(|named| first.is_some() && other(&first, named));
    (first, second)
}

/// The state or group that a name stands for.
pub(super) fn for_state(scene: &Scene, seen: &Seen) -> Option<Named> {
    let state = match seen.kind {
        EntityKind::Person | EntityKind::Office | EntityKind::Institution | EntityKind::Government => {
            seen.country.as_ref()?
        }
        EntityKind::Country if !is_located(scene, seen) && !is_inside(scene, seen) => &seen.key,
        EntityKind::ArmedGroup | EntityKind::Alliance => {
            return Some(Named { key: Some(seen.key.to_owned()), text: seen.range.clone() });
        }
        _ => return None,
    };
    Some(Named { key: Some(format!("{state}-government")), text: seen.range.clone() })
}

/// "in Qatar's capital": somewhere in the country.
fn is_inside(scene: &Scene, seen: &Seen) -> bool {
    let tokens = scene.tokens(&seen.range);
    let before = tokens.start.checked_sub(1).map_or("", |at| scene.words.lower(at));
    scene.words.is_possessive(tokens.end.saturating_sub(1))
        && matches!(before, "in" | "at" | "near" | "from" | "to")
}

/// Names that stand in another sentence: their words are no part of this one.
fn elsewhere((one, two): (Option<Named>, Option<Named>)) -> (Option<Named>, Option<Named>) {
    let named = |named: Named| Named { key: named.key, text: 0..0 };
    (one.map(named), two.map(named))
}

/// "the talks", "Talks were suspended", "the deal signed in Doha": what has been told of before.
pub(super) fn refers_back(scene: &Scene, index: usize) -> bool {
    let words = &scene.words;
    let head = &scene.heads[index];
    let noun = if head.shape == Shape::Noun {
        head.token
    } else {
        let deal = |other: &&Head| {
            other.shape == Shape::Noun
                && (other.is_cue_of(Predicate::Agreement) || other.is_cue_of(Predicate::Talks))
                && other.last + 3 >= head.first
        };
        match scene.heads[..index].iter().rfind(deal) {
            Some(noun) => noun.token,
            None => return false,
        }
    };
    let start =
        (noun.saturating_sub(3)..noun).rev().take_while(|at| words.list[*at].kind == Kind::Word).last();
    let word = words.lower(noun);
    // A truce that holds or begins has no sides of its own.
    if matches!(word, "ceasefire" | "cease-fire" | "truce" | "armistice") {
        return false;
    }
    let definite =
        |start: usize| (start..noun).any(|at| matches!(words.lower(at), "the" | "this" | "that" | "these"));
    let own = noun > 0 && words.is_possessive(noun - 1);
    own || start.is_some_and(definite) || noun == 0 && word == "talks"
}

/// The two sides of the talks or deal that was last told of.
pub(super) fn told_before(memory: &Memory<'_>) -> (Option<Named>, Option<Named>) {
    for back in 0..REACH {
        let Some(scene) = memory.scene_before(back) else { break };
        let negotiates =
            |head: &Head| head.is_cue_of(Predicate::Talks) || head.is_cue_of(Predicate::Agreement);
        let Some(index) = scene.heads.iter().rposition(negotiates) else { continue };
        let (one, two) = pair(scene.seen.iter(), &scene);
        if two.is_none() {
            continue;
        }
        let verb = scene.heads[index].is_verb() && !scene.heads[index].passive;
        let who = if verb { acting(&scene, index, memory) } else { holder(&scene, index, memory) };
        let state = who.and_then(|who| scene.seen.iter().find(|seen| seen.range == who.text));
        let state = state.and_then(|seen| for_state(&scene, seen));
        let acts = |named: &Named| state.as_ref().is_some_and(|state| state.key == named.key);
        let swapped = two.as_ref().is_some_and(acts);
        return elsewhere(if swapped { (two, one) } else { (one, two) });
    }
    (None, None)
}

/// Sentences that talks are looked for in.
const REACH: usize = 4;
