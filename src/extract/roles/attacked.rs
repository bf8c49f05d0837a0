//! Whom an attack is on: "strikes on Iraqi troops", "targeted ISIS positions", "the coalition came under attack".

use std::ops::Range;

use super::actor::Search;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::grammar::phrase::Phrase;
use crate::extract::scene::{Named, Scene};
use crate::extract::words::word::Words;

/// The forces or group that an attack is on; what is counted is a noun.
pub(super) fn attacked(search: &Search<'_, '_>, index: usize, is_counted: bool) -> Option<Named> {
    let scene = search.scene;
    let head = &scene.heads[index];
    if is_counted || head.shape == Shape::Noun {
        return on(search, head).or_else(|| bears(search, index));
    }
    if head.passive {
        return within(search, &search.own(index).tokens);
    }
    let behind = head.last + 1..end_of_object(scene, head.last + 1);
    within(search, &behind).filter(|_| head.is_verb())
}

/// "attacks on ISIS positions", "airstrikes targeting the group's camps"
fn on(search: &Search<'_, '_>, head: &Head) -> Option<Named> {
    let words = &search.scene.words;
    let end = search.scene.clause(head.token).end.min(head.last + 12);
    let finite =
        |at: usize| search.scene.heads.iter().any(|other| other.first == at && other.shape == Shape::Finite);
    let leads = |at: usize| matches!(words.lower(at), "on" | "against" | "targeting" | "hitting");
    let behind = (head.last + 1..end).take_while(|at| !finite(*at));
    behind
        .filter(|at| leads(*at))
        .find_map(|at| within(search, &(at + 1..end_of_object(search.scene, at + 1))))
}

/// "endured 165 attacks", "came under attack": who bears it stands before the verb.
fn bears(search: &Search<'_, '_>, index: usize) -> Option<Named> {
    let words = &search.scene.words;
    let first = search.scene.heads[index].first;
    let clause = search.scene.clause(first);
    let verb = (clause.start..first).rev().take(8).find(|at| bears_attacks(words, *at))?;
    within(search, &(clause.start..verb))
}

fn bears_attacks(words: &Words, at: usize) -> bool {
    let stems = ["endur", "suffer", "withst", "repel", "repuls", "facing", "faced"];
    let word = words.lower(at);
    stems.iter().any(|stem| word.starts_with(stem)) || word == "came" && words.lower(at + 1) == "under"
}

/// Where an object that begins at a token ends: at the next verb or mark.
fn end_of_object(scene: &Scene, start: usize) -> usize {
    let verb = |at: usize| scene.heads.iter().any(|head| head.first == at && head.shape == Shape::Finite);
    let end = scene.words.len().min(start + 12);
    (start..end).find(|at| verb(*at) || matches!(scene.words.raw(*at), "," | ";" | ":" | "—")).unwrap_or(end)
}

/// The forces or group that a noun phrase names, or whose something it is.
fn within(search: &Search<'_, '_>, tokens: &Range<usize>) -> Option<Named> {
    let phrase = Phrase::of(search.scene, tokens)?;
    let seen = || search.scene.seen_in(&phrase.core);
    let armed = seen().find(|seen| seen.is_armed()).and_then(super::forces::armed);
    armed.or_else(|| seen().find_map(|seen| search.acts(seen, phrase.noun()).filter(|_| seen.is_demonym)))
}
