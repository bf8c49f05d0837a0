//! Verbs that a date passes through to what they govern: what is expected, due or planned, what begins or ends; and nouns whose
//! verb says no more than when.

use super::heads::{Head, Mood, Shape};
use crate::extract::scene::Scene;
use crate::extract::words::lexicon::Class;
use crate::model::vocabulary::Predicate;

/// "By May the troops are expected to leave", "are due to", "plan to": what is ahead has the date, not that it is expected.
/// "On Monday they were ordered to leave" tells when they were ordered.
pub(in crate::extract) fn what_is_due(scene: &Scene, verb: usize) -> Option<usize> {
    let ahead = |head: &Head| {
        let word = scene.words.lower(head.token);
        let expected = head.class == Some(Class::Expect) && (head.passive || head.shape == Shape::Word);
        let due = DUE.contains(&word) && (head.passive || head.shape == Shape::Word);
        let plans = matches!(head.class, Some(Class::Plan | Class::Propose))
            && head.shape == Shape::Finite
            && !head.passive
            && head.mood == Mood::Present;
        head.predicates.is_empty() && (expected || due || plans)
    };
    let head = scene.heads.get(verb)?;
    let word = verb + 1;
    let be = head.class == Some(Class::Be) && scene.heads.get(word)?.first == head.last + 1;
    let governor = if be { word } else { verb };
    let next = governor + 1;
    let fits = ahead(&scene.heads[governor]);
    let infinitive = scene.heads.get(next)?;
    let right_behind =
        infinitive.shape == Shape::Infinitive && infinitive.first == scene.heads[governor].last + 1;
    (fits && right_behind).then(|| what_begins(scene, next).unwrap_or(next))
}

/// What is ahead.
const DUE: &[&str] =
    &["due", "scheduled", "set", "slated", "supposed", "bound", "planned", "ready", "poised", "meant"];

/// "began leaving", "started to pull out", "completed withdrawing": the verb right behind one that tells how far it is.
pub(in crate::extract) fn what_begins(scene: &Scene, verb: usize) -> Option<usize> {
    let head = scene.heads.get(verb)?;
    let next = scene.heads.get(verb + 1)?;
    let tells = head.class == Some(Class::Start) || head.is_cue_of(Predicate::EndMission);
    let goes_on = match next.shape {
        Shape::Infinitive => head.class == Some(Class::Start),
        shape => shape == Shape::Gerund,
    };
    (tells && goes_on && next.first == head.last + 1 && !next.predicates.is_empty()).then_some(verb + 1)
}

/// "The vote is set for 14 August", "The meeting will take place on Friday": what the article has told of, and a verb of its
/// day.
pub(in crate::extract) fn is_set(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let opens = found.token == 1 && words.lower(0) == "the" && !found.is_verb();
    let verb = scene.heads.iter().find(|head| head.first == found.last + 1 && head.shape == Shape::Finite);
    opens
        && verb.is_some_and(|verb| {
            let behind = verb.first..(verb.last + 4).min(words.len());
            behind.into_iter().any(|at| {
                matches!(
                    words.lower(at),
                    "held"
                        | "scheduled"
                        | "set"
                        | "slated"
                        | "due"
                        | "planned"
                        | "expected"
                        | "postponed"
                        | "place"
                        | "begin"
                )
            })
        })
}
