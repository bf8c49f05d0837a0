//! What a toll comes to: "lowered the toll of the bombings by a hundred, to 253".

use std::ops::Range;

use crate::extract::grammar::heads::Head;
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::model::vocabulary::PredicateGroup;

/// "lowered the toll of the bombings by a hundred, to 253": how many it comes to, wherever its noun is.
pub(in crate::extract) fn toll(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let words = &scene.words;
    let leads = tokens.start.checked_sub(1).filter(|at| is_level(words.lower(*at)))?;
    let bare = tokens.len() == 1 || !tokens.clone().any(|at| words.is(at, Small::ELSEWHERE));
    let told = |head: &Head| {
        head.token < leads
            && head.token + 20 > leads
            && (matches!(words.lower(head.token), "toll" | "tolls") || is_put(scene, head, leads))
    };
    let index = scene.heads.iter().rposition(told).filter(|_| bare)?;
    let broken = (scene.heads[index].last + 1..leads)
        .any(|at| matches!(words.mark(at), b';' | b':') || words.is(at, Small::RELATIVE));
    let harms = |head: &Head| {
        head.is_verb()
            && (scene.heads[index].last + 1..leads).contains(&head.token)
            && head.predicates.any(PredicateGroup::Violence)
            && !words.is(head.token, Small::NUMBERING)
    };
    (!broken && !scene.heads.iter().any(harms)).then_some(index)
}

/// "climbed past 250", "put at 40": before what a toll comes to.
fn is_level(word: &str) -> bool {
    matches!(word, "to" | "at" | "from" | "past" | "above" | "beyond" | "of" | "was" | "is")
}

/// "put its losses at 974": what somebody says that their losses come to.
pub(in crate::extract) fn is_put(scene: &Scene, head: &Head, at: usize) -> bool {
    let words = &scene.words;
    let lost = matches!(
        words.lower(head.token),
        "losses" | "deaths" | "dead" | "fatalities" | "casualties" | "killed" | "wounded" | "injured"
    );
    let puts = |word: &str| {
        matches!(word, "put" | "puts" | "set" | "sets" | "gave" | "gives")
            || ["estimat", "plac"].iter().any(|stem| word.starts_with(stem))
    };
    lost && words.lower(at) == "at"
        && head.token + 8 > at
        && (head.token.saturating_sub(6)..head.token).any(|before| puts(words.lower(before)))
}
