//! "withdraw the remaining 2,500", "the remaining 4,000 troops will leave": those who remain are told of only to say that
//! they move.

use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::scene::{Counted, Scene};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::Predicate;

/// The head that moves the counted rest, where "remaining" took the count.
pub(in crate::extract) fn moved(scene: &Scene, head: usize, count: &Counted) -> Option<usize> {
    if scene.words.lower(scene.heads[head].token) != "remaining" {
        return None;
    }
    let tokens = scene.tokens(&count.range);
    governing(scene, head, tokens.start).or_else(|| said_of(scene, tokens.end))
}

/// "withdraw the remaining 300 troops in May": what they are called has no day.
pub(super) fn names_rest(scene: &Scene, head: &Head) -> bool {
    let words = &scene.words;
    let before = head.first.wrapping_sub(1);
    let moved = |verb: &Head| {
        verb.is_verb()
            && !verb.predicates.is_empty()
            && verb.first < head.first
            && head.first < verb.token + 6
    };
    words.lower(head.token) == "remaining"
        && (words.is(before, Small::DETERMINER) || words.is_possessive(before))
        && scene.heads.iter().any(moved)
}

fn moves(head: &Head) -> bool {
    head.is_cue_of(Predicate::Withdraw)
        || head.is_cue_of(Predicate::Transfer)
        || head.is_cue_of(Predicate::Deploy)
}

/// "pull out the remaining 300", "the departure of the last remaining 300".
fn governing(scene: &Scene, remaining: usize, start: usize) -> Option<usize> {
    let words = &scene.words;
    let kept = |head: &Head| head.is_verb() && head.is_cue_of(Predicate::Remain);
    let found = scene.heads[..remaining].iter().rposition(|head| moves(head) || kept(head))?;
    let head = &scene.heads[found];
    // "pulled the remaining 300 out"
    let verb_ends = if head.last < start { head.last } else { head.token };
    let gap = verb_ends + 1..start;
    let of = |at: usize| words.lower(at) == "of";
    let linked = |at: usize| {
        let word = words.lower(at);
        words.is(at, Small::DETERMINER)
            || matches!(word, "remaining" | "last" | "some" | "about" | "roughly" | "all")
    };
    let noun = head.shape == Shape::Noun;
    let plain = gap.clone().all(|at| words.list[at].kind != Kind::Mark && (linked(at) || noun && of(at)));
    (gap.len() <= 6 && plain && (!noun || of(head.last + 1)) && !head.passive).then_some(found)
}

/// "the remaining 300 troops are to leave", "began leaving": the first verb of movement of their clause.
fn said_of(scene: &Scene, end: usize) -> Option<usize> {
    let verb = scene.heads.iter().position(|head| head.first >= end && head.is_verb())?;
    if scene.heads[verb].first > end + 3 {
        return None;
    }
    let mut last = scene.heads[verb].first;
    for (index, head) in scene.heads.iter().enumerate().skip(verb) {
        if head.shape == Shape::Noun || head.first > last + 2 {
            return None;
        }
        if moves(head) || head.is_cue_of(Predicate::Remain) {
            return Some(index);
        }
        last = head.last;
    }
    None
}
