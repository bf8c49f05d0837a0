//! The particle that a verb needs to be a cue: "pull … out", "bring … home". Knows words, no predicates.

use super::word::{Kind, Words, is_one_of};
/// The last token of a particle that a verb needs, or the verb itself where it needs none.
pub(super) fn particle(words: &Words, token: usize, particles: &[&str]) -> Option<usize> {
    if particles.is_empty() {
        return Some(token);
    }
    // "pull thousands of troops out": an object may stand between, but no other verb or mark.
    (token + 1..(token + 8).min(words.len()))
        .take_while(|at| words.list[*at].kind != Kind::Mark || matches!(words.raw(*at), "-" | "–"))
        .find(|at| {
            is_one_of(particles, words.lower(*at)) && !is_verb_to_come(words, *at) && !is_of_time(words, *at)
        })
}

/// "bring the troops home by the end of the year": only "an end" and "a close" are what something comes to.
fn is_of_time(words: &Words, token: usize) -> bool {
    matches!(words.lower(token), "end" | "close")
        && !matches!(words.lower(token - 1), "a" | "an" | "its" | "their")
}

/// "sent troops to back the army": behind "to" it is no particle.
fn is_verb_to_come(words: &Words, token: usize) -> bool {
    words.lower(token) == "back" && words.lower(token - 1) == "to"
}
