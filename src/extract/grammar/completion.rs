//! Verbs of finishing that share the object of the verb before them: "is to begin withdrawing its troops in May and finish
//! within a year".

use super::heads::{Head, Predicates, Shape};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::{Kind, Words};
use crate::model::vocabulary::Predicate;

/// Gives each such verb what the verb before it says.
pub(in crate::extract) fn settle(words: &Words, heads: &mut [Head]) {
    for at in 1..heads.len() {
        if let Some(begun) = begun(words, heads, at) {
            heads[at].predicates = begun;
        }
    }
}

/// What a verb of finishing finishes: what is said, right before "and", to begin.
fn begun(words: &Words, heads: &[Head], at: usize) -> Option<Predicates> {
    let head = &heads[at];
    let finishes = head.is_verb() && !head.passive && finishes(words.lower(head.token));
    let alone = words.list.get(head.last + 1).is_none_or(|next| next.kind == Kind::Mark)
        || words.is(head.last + 1, Small::PREPOSITION)
        || words.is(head.last + 1, Small::LY);
    if !finishes || !alone || heads[at - 1].last + 12 < head.first {
        return None;
    }
    let joined = (heads[at - 1].last + 1..head.first).rev().take(2).any(|at| words.lower(at) == "and");
    let moves = [Predicate::Withdraw, Predicate::Deploy, Predicate::Transfer];
    let begun = heads[..at].windows(2).rev().find(|pair| {
        pair[0].class == Some(Class::Start) && pair[1].is_verb() && pair[1].first == pair[0].last + 1
    })?;
    let said = begun[1].predicates;
    let begins = matches!(begun[1].shape, Shape::Gerund | Shape::Infinitive);
    (joined && begins && moves.iter().any(|predicate| said.has(*predicate))).then_some(said)
}

/// "finish", "complete", "end"
pub(in crate::extract) fn finishes(word: &str) -> bool {
    ["finish", "complet", "conclud"].iter().any(|stem| word.starts_with(stem))
        || matches!(word, "end" | "ends" | "ended")
}
