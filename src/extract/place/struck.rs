//! Places that somebody attacks, takes or holds: "rebels attacked Gao", "the battle for Gao". Knows words and
//! names.

use crate::extract::events::Event;
use crate::extract::scene::{Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Words;
use crate::model::vocabulary::PredicateGroup;
use crate::text::WordSet;

/// What is done to a place where people are hurt by it.
static STRIKING: WordSet = WordSet::of(
    "attack attacks attacked attacking bomb bombs bombed bombing bombard bombards bombarded bombarding shell shells shelled \
    shelling storm storms stormed storming raid raids raided raiding pounded pounding pummeled pummelled rocked \
    seized seizing overran overrun captured capturing recaptured recapturing retook retaken besieged besieging \
    assaulted assaulting strafed invaded invading entered entering ambushed",
);

/// Whether a name is what the verb right before it is done to.
pub(in crate::extract) fn is_struck(words: &Words, seen: &Seen) -> bool {
    let tokens = words.within(&seen.range);
    if !seen.is_place() || seen.is_pronoun || seen.is_demonym {
        return false;
    }
    // "attacked Kenya's army", "attacked Gao residents"
    let whole = !words.is_possessive(tokens.end.saturating_sub(1)) && !words.entry(tokens.end).about.force;
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| words.lower(at));
    let article = usize::from(tokens.start > 0 && words.is(tokens.start - 1, Small::DETERMINER));
    let fought_for = before(1) == "for" && matches!(before(2), "battle" | "battles" | "fighting" | "fight");
    // "Gao was heavily shelled on Tuesday"
    let hit = words.is(tokens.end, Small::BE)
        && (tokens.end + 1..tokens.end + 3)
            .find(|at| !words.is(*at, Small::LY))
            .is_some_and(|at| STRIKING.has(words.lower(at)));
    whole && (STRIKING.has(before(1 + article)) || fought_for || hit)
}

/// The place in a sentence that is struck, for what becomes of people there.
pub(super) fn struck_place<'s>(scene: &'s Scene, event: &Event) -> Option<&'s Seen<'s>> {
    let harms = event.rule.predicate.group() == PredicateGroup::Violence;
    scene.seen.iter().find(|seen| harms && is_struck(&scene.words, seen))
}
