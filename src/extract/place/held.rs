//! Where politics take place by their own words: "the Iraqi elections", "Mali holds its vote", "the Cairo talks".

use super::is_located;
use crate::extract::events::Event;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::scene::{Named, Scene, Seen};
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{EntityKind, Predicate};

/// "the Iraqi elections": what a state holds is held in it.
pub(super) fn held_in(scene: &Scene, event: &Event, token: usize) -> Option<Named> {
    if !matches!(event.rule.predicate, Predicate::Election | Predicate::Vote) {
        return None;
    }
    let near = token.saturating_sub(5)..token;
    let near = scene
        .seen_in(&near)
        .filter(|seen| seen.is_demonym || seen.kind == EntityKind::Country || seen.country.is_some())
        .filter(|seen| !is_located(scene, seen))
        .last();
    let state = near.or_else(|| holder(scene, token))?;
    let key = if state.kind == EntityKind::Country { state.key } else { state.country? };
    Some(Named { key: Some(key.to_owned()), text: state.range.clone() })
}

/// "Mali holds the second round of its election": who holds it is a state.
fn holder<'s>(scene: &'s Scene, token: usize) -> Option<&'s Seen<'s>> {
    let holds = |head: &&Head| {
        let word = scene.words.lower(head.token);
        head.token < token
            && head.last + 12 > token
            && head.shape == Shape::Finite
            && !head.passive
            && (word.starts_with("hold") || word == "held" || word.starts_with("stag"))
    };
    let verb = scene.heads.iter().rfind(holds)?;
    let subject = scene.clause(verb.token).start..verb.first;
    let state = scene.seen_in(&subject).find(|seen| seen.kind == EntityKind::Country && !seen.is_pronoun)?;
    let bare = scene.tokens(&state.range).end == verb.first && !state.is_demonym;
    bare.then_some(state)
}

/// "the Cairo talks", "the Geneva peace accord": a town right before the noun. Countries are who talks.
pub(super) fn named_for<'s>(scene: &'s Scene, event: &Event) -> Option<&'s Seen<'s>> {
    let head = &scene.heads[event.head?];
    let settles = matches!(event.rule.predicate, Predicate::Talks | Predicate::Agreement);
    let close = |seen: &&Seen| {
        let end = scene.tokens(&seen.range).end;
        let between = end..head.first;
        let plain = |at: usize| scene.words.list[at].kind == Kind::Word && !scene.words.list[at].capital;
        let own = !scene.words.is_possessive(end.saturating_sub(1));
        own && end <= head.first && between.len() <= 1 && between.clone().all(plain)
    };
    let town = |seen: &&Seen| seen.is_place() && seen.kind != EntityKind::Country && !seen.is_pronoun;
    let noun = settles && head.shape == Shape::Noun;
    scene.seen.iter().filter(town).find(close).filter(|_| noun)
}
