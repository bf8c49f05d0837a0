//! Noun phrases: the words up to their noun, and what hangs on it. Knows words and names, no predicates.

use std::ops::Range;

use super::heads::Shape;
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;

/// A noun phrase.
#[derive(Debug, Clone)]
pub(in crate::extract) struct Phrase {
    /// Its words up to its noun, which is the last of them.
    pub(in crate::extract) core: Range<usize>,
    /// What stands behind the noun: "of …", "by …", "in …".
    pub(in crate::extract) rest: Range<usize>,
}

impl Phrase {
    /// The phrase that a stretch before a verb or behind a preposition holds; what is set off before it by a comma does
    /// not belong to it.
    pub(in crate::extract) fn of(scene: &Scene, tokens: &Range<usize>) -> Option<Self> {
        let words = &scene.words;
        let is_mark = |at: usize| matches!(words.list[at].kind, Kind::Mark | Kind::Quote);
        let mut end = tokens.end.min(words.len());
        // "The Taliban had, earlier on Wednesday, killed": what is set off before the verb is not its subject.
        if end > tokens.start && words.mark(end - 1) == b',' {
            let opening = (tokens.start + 1..end - 1).rev().find(|at| words.mark(*at) == b',');
            end = opening.unwrap_or(end);
        }
        let trails = |at: usize| {
            is_mark(at) || is_adverb(scene, at) || words.is(at, Small::HAVE | Small::BE | Small::MODAL)
        };
        while end > tokens.start && trails(end - 1) {
            end -= 1;
        }
        let mark = (tokens.start..end).rev().find(|at| is_mark(*at) && words.raw(*at) != "-");
        let mut start = mark.map_or(tokens.start, |mark| mark + 1);
        let opens = |at: usize| {
            is_mark(at)
                || words.is(at, Small::JOINT | Small::CLAUSE)
                || matches!(words.lower(at), "that" | "even" | "also")
        };
        let first = |from: usize| (from..end).find(|at| !opens(*at)).unwrap_or(end);
        start = first(start);
        // "said today they struck", "said on Monday that it had"
        let date = scene.dates.iter().map(|date| scene.tokens(&date.range)).find(|date| date.start == start);
        start = date.filter(|date| date.end < end).map_or(start, |date| first(date.end));
        if start >= end || words.is(start, Small::PREPOSITION) {
            return None;
        }
        let cut = (start + 1..end).find(|at| ends_core(scene, start, *at)).unwrap_or(end);
        let mut last = cut;
        while last > start + 1 && is_adverb(scene, last - 1) {
            last -= 1;
        }
        Some(Self { core: start..last, rest: cut..end })
    }

    /// Its noun.
    pub(in crate::extract) fn noun(&self) -> usize {
        self.core.end - 1
    }
}

fn is_adverb(scene: &Scene, at: usize) -> bool {
    let word = scene.words.lower(at);
    word.ends_with("ly") && !word.ends_with("family") && !word.ends_with("assembly")
        || matches!(word, "also" | "then" | "later" | "again" | "overnight" | "there" | "alone" | "still")
}

/// Whether a token no longer belongs to the words before the noun.
fn ends_core(scene: &Scene, start: usize, at: usize) -> bool {
    let words = &scene.words;
    // "a pair of strikes", "a series of attacks": what is counted is the noun.
    let portion =
        words.lower(at) == "of" && words.list[at - 1].kind == Kind::Word && is_portion(words.lower(at - 1));
    let participle = || {
        scene.heads.iter().any(|head| {
            head.token == at
                && at > start
                && matches!(head.shape, Shape::Participle | Shape::Gerund)
                && !is_noun_after(scene, at)
        })
    };
    let dated = || {
        !words.is(at - 1, Small::DETERMINER)
            && scene
                .dates
                .iter()
                .map(|date| scene.tokens(&date.range))
                .any(|date| date.start == at && !words.is_possessive(date.end - 1))
    };
    words.is(at, Small::PREPOSITION) && !portion || words.is(at, Small::CLAUSE) || participle() || dated()
}

/// "an attacking force": a participle before its noun.
fn is_noun_after(scene: &Scene, at: usize) -> bool {
    let about = scene.words.entry(at + 1).about;
    about.force || about.deed || about.army
}

/// Nouns that only count what follows.
fn is_portion(word: &str) -> bool {
    matches!(
        word,
        "pair"
            | "series"
            | "wave"
            | "waves"
            | "string"
            | "spate"
            | "number"
            | "couple"
            | "dozens"
            | "hundreds"
            | "thousands"
            | "group"
            | "groups"
            | "some"
            | "many"
            | "most"
            | "several"
            | "members"
            | "barrage"
            | "flurry"
            | "round"
            | "rounds"
            | "lot"
            | "one"
            | "two"
            | "three"
    )
}
