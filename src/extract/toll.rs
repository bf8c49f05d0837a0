//! What a toll comes to: "lowered the toll of the bombings by a hundred, to 253".

use std::ops::Range;

use super::function_words::Small;
use super::heads::Head;
use super::scene::Scene;
use crate::model::vocabulary::PredicateGroup;

/// "lowered the toll of the bombings by a hundred, to 253": how many it comes to, wherever its noun is.
pub(super) fn toll(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let words = &scene.words;
    let leads = tokens.start.checked_sub(1).filter(|at| matches!(words.lower(*at), "to" | "at" | "from"))?;
    let bare = tokens.len() == 1 || !tokens.clone().any(|at| words.is(at, Small::ELSEWHERE));
    let told = |head: &Head| {
        head.token < leads && head.token + 20 > leads && matches!(words.lower(head.token), "toll" | "tolls")
    };
    let index = scene.heads.iter().rposition(told).filter(|_| bare)?;
    let broken = (scene.heads[index].last + 1..leads).any(|at| {
        matches!(words.mark(at), b';' | b':') || words.is(at, Small::RELATIVE)
    });
    let harms = |head: &Head| {
        head.is_verb()
            && (scene.heads[index].last + 1..leads).contains(&head.token)
            && head.predicates.any(PredicateGroup::Violence)
            && !words.is(head.token, Small::NUMBERING)
    };
    (!broken && !scene.heads.iter().any(harms)).then_some(index)
}
