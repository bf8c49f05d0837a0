//! People who cannot go where they want, where no verb says who keeps them: in custody, or trapped where others fight.

use std::ops::Range;

use crate::extract::place::is_located;
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;

/// "1,000 fighters are in SDF custody", "12 soldiers still in captivity"
pub(in crate::extract) fn is_in_custody(scene: &Scene, tokens: &Range<usize>) -> bool {
    let words = &scene.words;
    let kept = |at: usize| matches!(words.lower(at), "custody" | "captivity" | "detention");
    // "the 52 hostages taken by": what they are called says it.
    let taken = tokens.end > 0
        && matches!(words.lower(tokens.end - 1), "hostages" | "captives" | "prisoners")
        && matches!(words.lower(tokens.end), "taken" | "seized" | "held");
    if taken {
        return true;
    }
    let led = (tokens.end..tokens.end + 4).find(|at| words.lower(*at) == "in");
    let be = |at: usize| words.is(at, Small::BE | Small::ADVERB);
    led.is_some_and(|led| (tokens.end..led).all(be) && (led + 1..led + 5).any(kept))
}

/// "40,000 civilians trapped on the mountain", "besieging 20,000 residents of": those who cannot leave are there.
pub(in crate::extract) fn is_trapped(scene: &Scene, tokens: &Range<usize>) -> bool {
    let words = &scene.words;
    let trapped = |at: usize| {
        matches!(
            words.lower(at),
            "trapped" | "stranded" | "besieged" | "sheltering" | "holed" | "stuck" | "encircled"
        )
    };
    let located = scene.seen.iter().any(|seen| seen.is_place() && is_located(scene, seen));
    located && (tokens.start.saturating_sub(2)..(tokens.end + 4).min(words.len())).any(trapped)
}
