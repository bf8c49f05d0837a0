//! Which head a date belongs to. What becomes of the two is for others to say.

use std::ops::Range;

use super::function_words::Small;
use super::heads::{Head, Mood, Shape};
use super::lexicon::Class;
use super::scene::{Dated, Scene};
use super::word::Kind;
use crate::model::vocabulary::PredicateGroup;

/// The head that each date belongs to.
pub(super) fn dates(scene: &Scene) -> Vec<Option<usize>> {
    scene.dates.iter().map(|date| date_head(scene, date).filter(|head| *head < scene.heads.len())).collect()
}

fn date_head(scene: &Scene, date: &Dated) -> Option<usize> {
    let tokens = scene.tokens(&date.range);
    before_noun(scene, &tokens).or_else(|| before_verb(scene, &tokens)).or_else(|| {
        if opens_clause(scene, &tokens) {
            to_the_right(scene, tokens.end)
        } else {
            to_the_left(scene, tokens.start)
        }
    })
}

/// "the 2003 invasion", "Wednesday's announcement": a date without preposition right before a cue noun.
fn before_noun(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let index = scene.heads.iter().position(|head| head.token >= tokens.end)?;
    let head = &scene.heads[index];
    let near = head.token - tokens.end <= 2 && head.shape == Shape::Noun && !head.predicates.is_empty();
    let plain = (tokens.end..head.token)
        .all(|at| scene.words.list[at].kind == Kind::Word && !scene.words.is(at, Small::DETERMINER));
    let possessive = tokens.end.checked_sub(1).is_some_and(|last| scene.words.is_possessive(last));
    let before = tokens.start.checked_sub(1);
    let since_the = tokens.len() > 1 && tokens.clone().any(|at| scene.words.is(at, Small::DETERMINER));
    let modifies = possessive
        || since_the
        || scene.words.is(tokens.start, Small::DETERMINER)
        || before.is_some_and(|at| scene.words.is(at, Small::DETERMINER) || scene.words.is_possessive(at))
        || scene.words.lower(tokens.start).starts_with("post-");
    (near && plain && modifies).then_some(index)
}

/// "now poised", "are currently stationed": an adverb right before its verb.
fn before_verb(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let adverb =
        tokens.len() == 1 && matches!(scene.words.lower(tokens.start), "now" | "currently" | "presently");
    let next = tokens.end;
    let participle = scene.words.lower(next).ends_with("ed");
    let found = scene.heads.iter().position(|head| head.first <= next && next <= head.token);
    found.filter(|_| adverb).or_else(|| (adverb && participle).then_some(usize::MAX))
}

/// "By September 2025, all forces will …", "… and in 2014 Obama sent": the date stands before its clause.
fn opens_clause(scene: &Scene, tokens: &Range<usize>) -> bool {
    let words = &scene.words;
    let first = tokens.start == 0
        || words.list[tokens.start - 1].kind != Kind::Word
            && words.list[tokens.start - 1].kind != Kind::Number
        || matches!(
            words.lower(tokens.start - 1),
            "and" | "but" | "that" | "while" | "when" | "because" | "if"
        );
    let followed = words.raw(tokens.end) == ","
        || words.list.get(tokens.end).is_some_and(|next| {
            next.capital || words.is(tokens.end, Small::DETERMINER) || next.kind == Kind::Number
        })
        || matches!(words.lower(tokens.end), "it" | "they" | "he" | "she" | "we" | "there");
    let closes_sentence = tokens.end + 1 >= words.len();
    first && (tokens.start == 0 || followed) && !closes_sentence
}

fn to_the_left(scene: &Scene, token: usize) -> Option<usize> {
    let bound =
        (0..token).rev().find(|at| matches!(scene.words.raw(*at), ";" | "—" | ":")).map_or(0, |at| at + 1);
    let held = |head: &Head| head.last < token && head.token >= bound && can_hold(head);
    let nearest = scene.heads.iter().rposition(held)?;
    Some(
        to_the_announcement(scene, nearest, token)
            .or_else(|| through_having(scene, nearest))
            .or_else(|| to_the_vote(scene, nearest))
            .or_else(|| to_the_noun(scene, nearest, token))
            .unwrap_or(nearest),
    )
}

/// "announce plans for a withdrawal next month": the day is that of the announcement; "agreed to a withdrawal by
/// 2026" is not.
fn to_the_announcement(scene: &Scene, nearest: usize, date: usize) -> Option<usize> {
    let noun = &scene.heads[nearest];
    let deadline = matches!(scene.words.lower(date), "by" | "until" | "before" | "till");
    let before = scene.heads[..nearest].iter().rposition(Head::is_verb)?;
    let verb = &scene.heads[before];
    let politics = verb.predicates.any(PredicateGroup::Politics);
    let presence = noun.shape == Shape::Noun && noun.predicates.any(PredicateGroup::Presence);
    (politics && presence && !deadline && noun.token <= verb.last + 6 && !crossed(scene, before, nearest))
        .then_some(before)
}

/// "drawing down the troops it has in Iraq in September": what is had is no event.
fn through_having(scene: &Scene, nearest: usize) -> Option<usize> {
    let head = &scene.heads[nearest];
    if !matches!(head.class, Some(Class::Have | Class::Be)) || !head.predicates.is_empty() {
        return None;
    }
    let before = nearest.checked_sub(1)?;
    let found = &scene.heads[before];
    let joined = (found.last + 1..head.first).all(|at| scene.words.list[at].kind != Kind::Mark);
    (joined && !found.predicates.is_empty()).then_some(before)
}

/// "voted to expel the forces in 2020": a date after an infinitive is that of the vote.
fn to_the_vote(scene: &Scene, nearest: usize) -> Option<usize> {
    let before = nearest.checked_sub(1)?;
    let (head, found) = (&scene.heads[nearest], &scene.heads[before]);
    let done = found.shape == Shape::Finite && found.mood == Mood::Past && !found.predicates.is_empty();
    (head.shape == Shape::Infinitive && done && head.first <= found.last + 2).then_some(before)
}

/// "talks were suspended in September", "struck an agreement last week": the verb says something of the noun.
fn to_the_noun(scene: &Scene, nearest: usize, date: usize) -> Option<usize> {
    let head = &scene.heads[nearest];
    if !head.is_verb() || !head.predicates.is_empty() || head.class == Some(Class::Say) {
        return None;
    }
    let light = is_light(scene.words.lower(head.token));
    let fits = |index: usize| {
        let noun = &scene.heads[index];
        let political = noun.predicates.any(PredicateGroup::Politics);
        noun.shape == Shape::Noun && !noun.predicates.is_empty() && (political || light)
    };
    let object =
        (nearest + 1..scene.heads.len()).find(|index| scene.heads[*index].token < date && fits(*index));
    object.or_else(|| {
        (0..nearest).rev().take(3).find(|before| {
            scene.heads[*before].last + 10 > head.first && fits(*before) && !crossed(scene, *before, nearest)
        })
    })
}

/// Verbs that say no more than that the noun takes place.
fn is_light(word: &str) -> bool {
    matches!(
        word,
        "occur"
            | "occurs"
            | "occurred"
            | "occurring"
            | "happen"
            | "happens"
            | "happened"
            | "take"
            | "takes"
            | "took"
            | "taken"
            | "begin"
            | "begins"
            | "began"
            | "begun"
            | "start"
            | "starts"
            | "started"
            | "come"
            | "comes"
            | "came"
            | "held"
            | "be"
            | "completed"
    )
}

fn crossed(scene: &Scene, first: usize, second: usize) -> bool {
    (scene.heads[first].last + 1..scene.heads[second].first)
        .any(|at| scene.words.list[at].kind == Kind::Mark && scene.words.raw(at) != "-")
}

fn to_the_right(scene: &Scene, token: usize) -> Option<usize> {
    let bound = (token..scene.words.len())
        .find(|at| matches!(scene.words.raw(*at), ";" | "—"))
        .unwrap_or(scene.words.len());
    let fits = |head: &&Head| head.token >= token && head.token < bound && can_hold(head);
    let finite = scene.heads.iter().position(|head| fits(&head) && head.shape == Shape::Finite);
    finite.or_else(|| scene.heads.iter().position(|head| fits(&head)))
}

/// Words that only colour a clause hold no date.
pub(super) fn can_hold(head: &Head) -> bool {
    head.shape != Shape::Word || !head.predicates.is_empty()
}
