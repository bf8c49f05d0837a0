//! The clauses of a sentence: where each token's begins and ends.

use super::heads::Head;
use crate::extract::words::function_words::Small;
use crate::extract::words::word::{Kind, Word, Words};

/// The clause of each token: up to the next mark, quotation or word that opens a clause.
pub(in crate::extract) fn clauses(words: &Words, heads: &[Head]) -> Vec<(u32, u32)> {
    let commas = comma_bounds(words, heads);
    let bounds = |(at, word): (usize, &Word)| match word.kind {
        Kind::Mark => match word.mark {
            b';' | b':' => true,
            b',' => commas.contains(&at),
            0 => words.raw(at) == "—",
            _ => false,
        },
        _ => false,
    };
    let length = words.len();
    let mut clauses = Vec::with_capacity(length);
    let mut start = 0;
    for (at, word) in words.list.iter().enumerate() {
        let is_bound = bounds((at, word));
        // The end is found on the way back; until then a bound is noted there.
        clauses.push((start, u32::from(is_bound)));
        if is_bound {
            start = at as u32 + 1;
        }
    }
    let mut end = length as u32;
    for ((at, clause), word) in clauses.iter_mut().enumerate().zip(&words.list).rev() {
        let is_bound = clause.1 != 0 || word.small.has(Small::RELATIVE);
        clause.1 = end;
        if is_bound {
            end = at as u32;
        }
    }
    clauses
}

/// The commas that bound a clause: a verb stands on both sides, before the next comma, and a word that joins follows.
/// Commas between names, and around short insertions, do not.
fn comma_bounds(words: &Words, heads: &[Head]) -> Vec<usize> {
    if !words.any(Small::JOINING) {
        return Vec::new();
    }
    let marks = words.list.iter().enumerate().filter(|(_, word)| word.mark == b',');
    let commas: Vec<usize> = marks.map(|(at, _)| at).collect();
    let verb_between =
        |from: usize, to: usize| heads.iter().any(|head| head.is_verb() && (from..to).contains(&head.token));
    let bounds = |index: &usize| {
        let at = commas[*index];
        let next = commas.get(index + 1).copied().unwrap_or(words.len());
        words.is(at + 1, Small::JOINING) && verb_between(at + 1, next) && verb_between(0, at)
    };
    (0..commas.len()).filter(bounds).map(|index| commas[index]).collect()
}
