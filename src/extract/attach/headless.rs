//! Dates that are of no head: what they stand beside is said of a thing, or only compared with or remembered.

use std::ops::Range;

use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::extract::words::word::{Kind, Words};

/// "six weeks ahead of a July 7 deadline": nothing happened on that day.
pub(super) fn precedes_deadline(words: &Words, tokens: &Range<usize>) -> bool {
    let ahead = (1..=3)
        .filter_map(|back| tokens.start.checked_sub(back))
        .any(|at| words.lower(at) == "ahead" || words.lower(at) == "advance");
    ahead && (tokens.start..tokens.end + 2).any(|at| matches!(words.lower(at), "deadline" | "target"))
}

/// "the tenth anniversary of the September 11 attacks": that day is only remembered.
pub(in crate::extract) fn is_commemorated(scene: &Scene, start: usize) -> bool {
    let words = &scene.words;
    (1..=3)
        .filter_map(|back| start.checked_sub(back))
        .any(|at| matches!(words.lower(at), "anniversary" | "anniversaries") && words.lower(at + 1) == "of")
}

/// "the current force", "the war, now in its eighth year": said of the noun, not of what becomes of it.
pub(super) fn is_attribute(scene: &Scene, tokens: &Range<usize>) -> bool {
    let words = &scene.words;
    let first = words.lower(tokens.start);
    let aside = || {
        let comma = tokens.start.checked_sub(1).is_some_and(|at| words.raw(at) == ",");
        comma && (words.lower(tokens.end) == "in" || words.is(tokens.end, Small::DETERMINER))
    };
    // "in a Saturday tweet": of what is said, not of what it is about.
    let of_saying = matches!(
        words.lower(tokens.end),
        "tweet"
            | "tweets"
            | "interview"
            | "statement"
            | "speech"
            | "address"
            | "letter"
            | "briefing"
            | "post"
            | "memo"
    );
    if of_saying && !words.is_possessive(tokens.end - 1) {
        return true;
    }
    // "in May, instead of July 2021": not then.
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| words.lower(at));
    let led = usize::from(matches!(before(1), "in" | "on" | "by"));
    if matches!((before(led + 2), before(led + 1)), ("instead", "of") | ("rather", "than")) {
        return true;
    }
    // "the War Powers Resolution of 1973": its name.
    if before(1) == "of"
        && tokens.start > 1
        && words.list[tokens.start - 2].capital
        && matches!(before(2), "act" | "resolution" | "law" | "code" | "constitution")
    {
        return true;
    }
    // "is now on the table": how it stands, not when.
    if tokens.len() == 1
        && first == "now"
        && words.lower(tokens.end) == "on"
        && words.lower(tokens.end + 2) == "table"
    {
        return true;
    }
    // "now that the war is over": why, not when.
    let reason = words.lower(tokens.end) == "that";
    // "from 150,000 now to 100,000": of the first of the two.
    let level = words.lower(tokens.end) == "to"
        && (1..=5).filter_map(|back| tokens.start.checked_sub(back)).any(|at| words.lower(at) == "from")
        && tokens.start.checked_sub(1).is_some_and(|at| words.list[at].kind == Kind::Number);
    if tokens.len() == 1 && matches!(first, "now" | "today" | "currently") && level {
        return true;
    }
    tokens.len() == 1 && (first == "current" || first == "now" && (reason || aside()))
}
