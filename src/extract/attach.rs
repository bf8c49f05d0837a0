//! Which head a count belongs to.

use std::ops::Range;

use super::attach_dates::can_hold;
use super::function_words::Small;
use super::heads::{Head, Shape};
use super::insertion::beyond_insertion;
use super::lexicon::Class;
use super::scene::{Counted, Scene};
use super::word::Kind;
use crate::model::vocabulary::{Predicate, PredicateGroup};

/// The head that a count belongs to.
pub(super) fn count_head(scene: &Scene, count: &Counted) -> Option<usize> {
    let tokens = scene.tokens(&count.range);
    let cue = |head: &usize| !scene.heads[*head].predicates.is_empty();
    if let Some(head) = among(scene, &tokens) {
        return Some(head);
    }
    // "left 14 people dead": the word right after the count says what became of them.
    if let Some(word) = predicated(scene, &tokens).filter(|head| scene.heads[*head].shape == Shape::Word) {
        return Some(word);
    }
    let object = as_object(scene, &tokens);
    // "killed thousands of men captured there": what the verb takes is its object.
    if let Some(verb) = object.filter(cue).filter(|head| suffers(&scene.heads[*head])) {
        return Some(verb);
    }
    let subject = as_subject(scene, &tokens);
    predicated(scene, &tokens)
        .or_else(|| object.filter(cue))
        .or_else(|| subject.filter(cue))
        .or(object)
        .or(subject)
        .or_else(|| beside(scene, &tokens))
}

/// "Among the dead were five children": the sentence opens with what became of those counted behind "were".
fn among(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let opens = (0..2).any(|at| scene.words.lower(at) == "among");
    let be = scene.heads.iter().rposition(|head| head.last < tokens.start).filter(|_| opens)?;
    let is_be = scene.heads[be].class == Some(Class::Be) && scene.heads[be].last + 6 > tokens.start;
    let victims = scene.heads[..be].iter().position(|head| {
        [Predicate::Killed, Predicate::Wounded, Predicate::Captured].iter().any(|cue| head.is_cue_of(*cue))
    });
    victims.filter(|_| is_be)
}

/// An active verb that is done to people.
fn suffers(head: &Head) -> bool {
    head.is_verb()
        && !head.passive
        && head.shape != Shape::Participle
        && (head.predicates.any(PredicateGroup::Violence) || head.predicates.any(PredicateGroup::Presence))
}

/// "six dead", "three people were killed": the word or the passive right after the count.
fn predicated(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let index =
        scene.heads.iter().position(|head| head.token >= tokens.end && !head.predicates.is_empty())?;
    let head = &scene.heads[index];
    let close = head.first <= tokens.end + 2
        && (tokens.end..head.first).all(|at| {
            (matches!(scene.words.list[at].kind, Kind::Word | Kind::Quote)
                || matches!(scene.words.raw(at), "-" | "–" | "—"))
                && !is_conjunction(scene.words.lower(at))
        });
    (close && (head.shape == Shape::Word || head.passive || head.shape == Shape::Participle)).then_some(index)
}

fn is_conjunction(word: &str) -> bool {
    matches!(word, "and" | "or" | "but" | "while" | "after" | "that" | "which")
}

/// "killed at least 25 fighters", "the departure of hundreds of troops", "to send an additional 450"
fn as_object(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let index = scene.heads.iter().rposition(|head| head.token < tokens.start && can_hold(head))?;
    let index = through_including(scene, index);
    let head = &scene.heads[index];
    if head.class == Some(Class::Say) && head.predicates.is_empty() {
        return None;
    }
    if matches!(head.class, Some(Class::Plan | Class::Propose))
        && head.predicates.is_empty()
        && let Some(ordered) = ordered(scene, tokens.end)
    {
        return Some(ordered);
    }
    // "pull thousands of troops out": the particle stands behind the count.
    let verb_end = if head.last < tokens.start { head.last } else { head.token };
    let gap = verb_end + 1..tokens.start;
    let plain = gap.clone().all(|at| {
        let lower = scene.words.lower(at);
        if is_conjunction(lower) {
            return false;
        }
        scene.words.list[at].kind == Kind::Number
            || scene.words.list[at].kind == Kind::Word
                && (lower == "of"
                    && (matches!(head.shape, Shape::Noun | Shape::Gerund)
                        || head.last > head.token
                        || scene.words.is(at - 1, Small::COLLECTIVE))
                    || matches!(lower, "to" | "at")
                    || !scene.words.is(at, Small::PREPOSITION)
                    || matches!(lower, "by" | "about" | "around" | "over"))
            || scene.words.raw(at) == "-"
    });
    let open = !head.passive || scene.words.lower(head.token + 1) == "by";
    (plain && gap.len() <= 6 && open).then_some(index)
}

/// "the dead included 21 women", "the toll rose to 57": the verb says how many the noun counts.
fn through_including(scene: &Scene, verb: usize) -> usize {
    let including = scene.words.is(scene.heads[verb].token, Small::NUMBERING);
    let before = verb.checked_sub(1).filter(|_| including);
    let counts = |head: &Head| {
        head.predicates.any(PredicateGroup::Violence) && head.last + 3 > scene.heads[verb].first
    };
    before.filter(|before| counts(&scene.heads[*before])).unwrap_or(verb)
}

/// "ordered thousands of troops to begin withdrawing": what they are ordered to do.
fn ordered(scene: &Scene, from: usize) -> Option<usize> {
    let infinitive = scene
        .heads
        .iter()
        .position(|head| head.token >= from && head.shape == Shape::Infinitive && head.first <= from + 14)?;
    let starts = scene.heads[infinitive].class == Some(Class::Start);
    let chosen = if starts { infinitive + 1 } else { infinitive };
    scene.heads.get(chosen).filter(|head| !head.predicates.is_empty()).map(|_| chosen)
}

/// "62 militiamen were wounded", "2,500 troops remain", "12 soldiers dead"
fn as_subject(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let tokens = &(tokens.start..beyond_insertion(scene, tokens.end));
    let mut index = scene.heads.iter().position(|head| head.token >= tokens.end && can_hold(head))?;
    if scene.heads[index].shape == Shape::Participle {
        // "150 soldiers from a brigade based in Italy are arriving"
        let finite = scene.heads.iter().position(|head| {
            head.token >= tokens.end && head.shape == Shape::Finite && head.first <= tokens.end + 18
        });
        if let Some(finite) = finite.filter(|finite| {
            !scene.heads[*finite].predicates.is_empty()
                && scene.words.is(scene.heads[*finite].first, Small::BE)
        }) {
            return Some(finite);
        }
    }
    if scene.heads[index].class == Some(Class::Other) && scene.heads[index].shape == Shape::Participle {
        index = (index + 1).min(scene.heads.len() - 1);
    }
    let (first, index) = (index, through_governors(scene, index));
    let head = &scene.heads[first];
    let gap = tokens.end.min(head.first)..head.first;
    // "freed eight hostages and killed seven guards": the second verb has the subject of the first.
    let second =
        gap.clone().last().is_some_and(|at| matches!(scene.words.lower(at), "and" | "or" | "but" | "then"));
    let crossed = second || gap.clone().any(|at| matches!(scene.words.raw(at), "," | ";" | ":" | "—" | "("));
    let likely = first > 0
        && scene.heads[first - 1].shape == Shape::Word
        && scene.heads[first - 1].last + 1 == head.first;
    (!crossed && gap.len() <= 12 && (head.shape != Shape::Infinitive || likely)).then_some(index)
}

/// "200 troops are expected to remain": what they are expected to do.
fn through_governors(scene: &Scene, index: usize) -> usize {
    let mut at = index;
    while let (Some(head), Some(next)) = (scene.heads.get(at), scene.heads.get(at + 1)) {
        let governs =
            head.predicates.is_empty() && !matches!(head.class, None | Some(Class::Other | Class::Say));
        if !governs || next.shape != Shape::Infinitive || next.first > head.last + 2 {
            break;
        }
        at += 1;
    }
    at
}

/// Any cue in the same clause, the nearest first: "had about 900 troops in Syria".
fn beside(scene: &Scene, tokens: &Range<usize>) -> Option<usize> {
    let clause = scene.clause(tokens.start);
    scene
        .heads
        .iter()
        .enumerate()
        .filter(|(_, head)| {
            clause.contains(&head.token)
                && !head.predicates.is_empty()
                && head.last < tokens.start
                && tokens.start - head.last <= 9
        })
        .filter(|(_, head)| {
            !(head.last + 1..tokens.start).any(|at| matches!(scene.words.lower(at), "with" | "and"))
        })
        .map(|(index, _)| index)
        .next_back()
}

/// Whether a clause says only that something is there: "there are", "has".
pub(super) fn is_there(scene: &Scene, head: &Head) -> bool {
    scene.words.is(head.token, Small::BE | Small::HAVE)
        || matches!(scene.words.lower(head.token), "keeps" | "maintains")
}
