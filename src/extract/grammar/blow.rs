//! A place that a sentence begins with, and that is hit: "Brussels was rocked on Tuesday by two bombings that killed 31".
//! Where and when it was hit, those were killed of whom its attacks are told. Knows no names.

use crate::extract::words::function_words::Small;
use crate::extract::words::word::Words;
use crate::text::WordSet;

/// What happens to a place that is attacked.
static HIT: WordSet = WordSet::of(
    "hit rocked struck shaken jolted pounded shelled bombed bombarded attacked targeted raided hammered \
    battered devastated ravaged victimized victimised convulsed",
);

/// The verb by which a place is hit whose attacks a token tells of: the token stands behind its "by", and no other clause
/// begins between.
pub(in crate::extract) fn blow(words: &Words, token: usize) -> Option<usize> {
    let by = (0..token).rev().find(|at| words.lower(*at) == "by")?;
    let apart = |at: usize| {
        matches!(words.mark(at), b';' | b':')
            || matches!(words.lower(at), "when" | "while" | "after" | "as" | "but" | "before")
    };
    if (by..token).any(apart) {
        return None;
    }
    let hit = (0..by).rev().find(|at| HIT.has(words.lower(*at)))?;
    let auxiliary = hit.checked_sub(if hit > 0 && words.is(hit - 1, Small::LY) { 2 } else { 1 })?;
    (words.is(auxiliary, Small::BE) && by - hit <= 6).then_some(hit)
}
