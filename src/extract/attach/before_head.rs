//! Dates that stand right before the head that they belong to: "the 2003 invasion", "the army last month withdrew".

use std::ops::Range;

use super::dates::can_hold;
use super::nouns::through_verb;
use crate::extract::grammar::heads::{Head, Mood, Shape};
use crate::extract::rules::rule_for;
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::PredicateGroup;

/// "the 2003 invasion", "Wednesday's announcement": a date without preposition right before a cue noun.
pub(super) fn before_noun(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let mut index = scene.heads.iter().position(|head| head.token >= tokens.end)?;
    // "last week's failed talks": a participle between the two describes the noun.
    let describes = |head: &Head| {
        head.is_verb()
            && head.token == tokens.end
            && scene.words.is(tokens.end, Small::ED)
            && scene.words.is_possessive(tokens.end - 1)
    };
    let noun = scene
        .heads
        .get(index + 1)
        .is_some_and(|noun| noun.token == tokens.end + 1 && noun.shape == Shape::Noun);
    index += usize::from(noun && describes(&scene.heads[index]));
    let head = &scene.heads[index];
    // "stay beyond a 2019 pullout deadline": the preposition is the verb's.
    if matches!(scene.words.lower(tokens.start), "beyond" | "past" | "after")
        && (tokens.end..tokens.end + 3).any(|at| scene.words.lower(at) == "deadline")
    {
        return None;
    }
    // "the 2016 presidential and parliamentary elections"
    let joined = (tokens.end..head.token).any(|at| scene.words.lower(at) == "and");
    // "the 1978 Camp David peace agreement"
    let name = scene.words.list[tokens.end].capital;
    let reach = if joined || name { 4 } else { 2 };
    let near = head.token - tokens.end <= reach && head.shape == Shape::Noun && !head.predicates.is_empty();
    let plain = (tokens.end..head.token).all(|at| {
        scene.words.list[at].kind == Kind::Word && !scene.words.is(at, Small::DETERMINER | Small::PREPOSITION)
    });
    let possessive = tokens.end.checked_sub(1).is_some_and(|last| scene.words.is_possessive(last));
    let before = tokens.start.checked_sub(1);
    let since_the = tokens.len() > 1 && tokens.clone().any(|at| scene.words.is(at, Small::DETERMINER));
    let modifies = possessive
        || since_the
        || scene.words.is(tokens.start, Small::DETERMINER)
        || before.is_some_and(|at| is_described(scene, at))
        || before.is_some_and(|at| scene.words.is(at, Small::DETERMINER) || scene.words.is_possessive(at))
        || scene.words.lower(tokens.start).starts_with("post-")
        // "after Jan. 22 elections"
        || before.is_some_and(|at| scene.words.is(at, Small::PREPOSITION)) && head.token == tokens.end;
    (near && plain && modifies).then_some(index)
}

/// "a disputed June runoff": an adjective behind an article.
fn is_described(scene: &Scene, at: usize) -> bool {
    let word = &scene.words.list[at];
    at > 0
        && word.kind == Kind::Word
        && !word.capital
        && !scene.words.is(at, Small::PREPOSITION | Small::CLAUSE | Small::FUNCTION)
        && scene.words.is(at - 1, Small::DETERMINER)
}

/// "now poised", "are currently stationed", "the army last month withdrew": right before its verb.
pub(super) fn before_verb(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    if let Some(index) = between_subject_and_verb(scene, tokens) {
        return Some(index);
    }
    // "has now announced": what is done has the day on which it is told, and no other.
    let told = |head: &Head| head.mood == Mood::Past && head.predicates.any(PredicateGroup::Politics);
    let adverb =
        tokens.len() == 1 && matches!(scene.words.lower(tokens.start), "now" | "currently" | "presently");
    let next = tokens.end;
    let participle = scene.words.lower(next).ends_with("ed");
    let found = scene.heads.iter().position(|head| head.first <= next && next <= head.token);
    if adverb && found.is_some_and(|index| told(&scene.heads[index])) {
        return Some(usize::MAX);
    }
    found.filter(|_| adverb).or_else(|| (adverb && participle).then_some(usize::MAX))
}

/// "the army last month fully withdrew": a date without preposition between a subject and its verb.
fn between_subject_and_verb(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let words = &scene.words;
    // "the troops sent three years ago have left": what has been done now was done on no other day.
    if matches!(words.lower(tokens.end), "have" | "has") {
        return None;
    }
    let before = tokens.start.checked_sub(1)?;
    // "the rebels, which last year signed": a pronoun stands for its subject.
    let relative = matches!(words.lower(before), "which" | "who");
    let subject = relative
        || words.list[before].kind == Kind::Word && !words.is(before, Small::FUNCTION | Small::CLAUSE);
    let next = (tokens.end..words.len()).find(|at| !words.lower(*at).ends_with("ly"))?;
    let index = scene.heads.iter().position(|head| head.first == next && head.shape == Shape::Finite)?;
    // "the army on Friday began to leave": unless the words before it have a head of their own, which it can be of.
    let led = words.is(tokens.start, Small::PREPOSITION);
    let bare = (!led || begins_clause(scene, index, tokens.start)) && !words.is_possessive(tokens.end - 1);
    let verb_before = scene.heads.iter().any(|head| head.is_verb() && head.last == before);
    // "the invasion of Libya last year was condemned"
    let head = &scene.heads[index];
    let event = scene.heads[..index].iter().rposition(|noun| noun.last < tokens.start).filter(|noun| {
        let noun = &scene.heads[*noun];
        (head.predicates.is_empty() || rule_for(scene, index).is_none())
            && !matches!(head.class, Some(Class::Be | Class::Have | Class::Start))
            && noun.shape == Shape::Noun
            && (noun.predicates.any(PredicateGroup::Presence)
                || noun.predicates.any(PredicateGroup::Politics))
    });
    (subject && bare && !verb_before).then(|| event.unwrap_or_else(|| through_verb(scene, index)))
}

/// Whether nothing but its subject stands before a finite verb and a date: no head, or the one that tells who says so.
fn begins_clause(scene: &Scene, verb: usize, date: usize) -> bool {
    let Some(before) = scene.heads[..verb].iter().rfind(|head| head.last < date && can_hold(head)) else {
        return true;
    };
    let clause = scene.clause(scene.heads[verb].token);
    let opened = (before.last + 1..date).any(|at| {
        matches!(scene.words.mark(at), b';' | b':')
            || matches!(
                scene.words.lower(at),
                "that" | "but" | "while" | "after" | "before" | "because" | "although"
            )
    });
    opened || before.last < clause.start || before.class == Some(Class::Say) && before.last + 2 < date
}
