//! Which words of a verb's subject name who speaks: not the dateline or adverb before it, nor the day or adverb behind.

use std::ops::Range;

use crate::extract::words::function_words::Small;
use crate::extract::words::word::{Kind, Words};

/// The words of a phrase that name a speaker.
pub(super) fn named(words: &Words, phrase: Range<usize>) -> Range<usize> {
    let start = opening(words, &phrase);
    // "Reuters, citing officials", "Rami, who lives there": what stands beside the name.
    let beside = |at: usize| {
        matches!(words.lower(at), "who" | "which" | "whose" | "citing" | "quoting" | "speaking" | "referring")
    };
    let mut end =
        (start + 1..phrase.end).find(|at| words.raw(*at) == "," && beside(at + 1)).unwrap_or(phrase.end);
    while end > start + 1 {
        match trailing(words, start, end) {
            Some(shorter) if shorter > start => end = shorter,
            _ => break,
        }
    }
    start..end
}

/// Behind "(Reuters) -", "However,", "But", "as".
fn opening(words: &Words, phrase: &Range<usize>) -> usize {
    let dateline = phrase.clone().take(9).find(|at| words.raw(*at) == ")").filter(|close| {
        // "(SDF) said": an acronym behind its name opens nothing.
        phrase.start == *close
            || words.raw(close + 1) == "-"
            || (phrase.start..*close).all(|at| is_wired(words, at))
    });
    let mut start = dateline.map_or(phrase.start, |close| close + 1);
    let leads = |at: usize| {
        matches!(words.list[at].kind, Kind::Mark | Kind::Quote)
            || words.is(at, Small::JOINT)
            || matches!(
                words.lower(at),
                "as" | "however"
                    | "meanwhile"
                    | "also"
                    | "earlier"
                    | "later"
                    | "separately"
                    | "moreover"
                    | "nevertheless"
                    | "still"
                    | "thus"
            )
    };
    while start + 1 < phrase.end && leads(start) {
        start += 1;
    }
    if words.lower(start) == "according" && words.lower(start + 1) == "to" && start + 2 < phrase.end {
        start += 2;
    }
    start
}

/// "WASHINGTON (CNN)", "Washington (AP"
fn is_wired(words: &Words, at: usize) -> bool {
    words.list[at].capital || words.list[at].kind == Kind::Mark
}

/// The end of a phrase without its last word, where that is no part of a name: "also", "repeatedly", "on Saturday", ",".
fn trailing(words: &Words, start: usize, end: usize) -> Option<usize> {
    let last = end - 1;
    let word = words.lower(last);
    let adverb = word.ends_with("ly")
        && !words.list[last].capital
        && !word.ends_with("family")
        && !word.ends_with("assembly");
    let bare = matches!(
        word,
        "also"
            | "both"
            | "however"
            | "later"
            | "earlier"
            | "still"
            | "again"
            | "then"
            | "himself"
            | "herself"
            | "itself"
            | "themselves"
            | "meanwhile"
            | "too"
            | "quoted"
            | "cited"
            | "never"
            | "even"
            | "yesterday"
            | "today"
            | "first"
            | "once"
    );
    let mark = words.list[last].kind == Kind::Mark && !matches!(words.raw(last), ")" | ".");
    if adverb || bare || mark {
        return Some(last);
    }
    let day = words.list[last].capital && words.is(last, Small::CALENDAR) && word.ends_with("day");
    let week = matches!(word, "week" | "month" | "year") && matches!(words.lower(last - 1), "last" | "this");
    if !day && !week {
        return None;
    }
    let mut first = if week { last - 1 } else { last };
    while first > start
        && matches!(words.lower(first - 1), "on" | "late" | "early" | "last" | "earlier" | "later")
    {
        first -= 1;
    }
    Some(first)
}
