//! Days that are set for a thing: "set May 4 as the date for the vote", "a date of May 4 for talks", "April 20, the day of
//! the election".

use std::ops::Range;

use crate::extract::grammar::heads::Shape;
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;

/// How far what a day is set for may stand behind it, in tokens.
const REACH: usize = 12;

/// The noun that a day is set for.
pub(super) fn day_for(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let words = &scene.words;
    let called = |at: usize| matches!(words.lower(at), "date" | "day" | "dates");
    let end = (tokens.end + REACH).min(words.len());
    let linked = |from: usize, reach: usize| {
        (from..(from + reach).min(end)).find(|at| matches!(words.lower(*at), "for" | "of"))
    };
    // "as the new date for", ", the day set for"
    let led = words.lower(tokens.end) == "as" || words.mark(tokens.end) == b',';
    let named = (tokens.end + 1..tokens.end + 5)
        .take_while(|at| words.list.get(*at).is_some_and(|word| word.kind == Kind::Word))
        .find(|at| called(*at));
    let determined = words.is(tokens.end + 1, Small::DETERMINER);
    let link = match named.filter(|_| led && determined) {
        Some(named) => linked(named + 1, 4),
        None => {
            let fixes = |word: &str| matches!(word, "set" | "sets" | "setting" | "fixed" | "chose" | "named");
            let before = (1..=5).filter_map(|back| tokens.start.checked_sub(back));
            let fixed = before.clone().any(|at| called(at) || fixes(words.lower(at)));
            (fixed && words.lower(tokens.end) == "for").then_some(tokens.end)
        }
    }?;
    scene.heads.iter().position(|head| {
        head.shape == Shape::Noun && !head.predicates.is_empty() && (link + 1..link + 7).contains(&head.token)
    })
}
