//! That forces are not where something says that they are: "has no troops in", "denied that its soldiers were fighting in".
//! Where they are is no claim without a count; that they are not is one.

use super::grammar::heads::{Head, Mood, Shape};
use super::matter::is_allegation;
use super::words::function_words::Small;
use super::words::lexicon::Class;
use super::words::word::{Kind, Words};
use crate::model::vocabulary::Predicate;
use crate::text::WordSet;

/// Gives each verb of being or having what it denies of forces and a place.
pub(super) fn settle(words: &Words, heads: &mut [Head]) {
    for at in 0..heads.len() {
        let head = &heads[at];
        if !head.is_verb() || !head.predicates.is_empty() {
            continue;
        }
        if plans_with(words, head) {
            heads[at].predicates.add(Predicate::Deploy);
            continue;
        }
        let none = match head.class {
            Some(Class::Have) => {
                has_forces(words, head).then(|| matches!(words.lower(head.last + 1), "no" | "zero"))
            }
            _ => are_there(words, head).then(|| no_subject(words, head)),
        };
        let Some(none) = none else { continue };
        if none || head.negated || is_denied(words, heads, at) {
            let head = &mut heads[at];
            head.predicates.add(Predicate::Stationed);
            head.negated |= none;
        }
    }
}

/// "had soldiers in", "have any American troops on": forces and, right behind them, words of place.
fn has_forces(words: &Words, head: &Head) -> bool {
    let object = (head.last + 1..head.last + 7).take_while(|at| {
        words.list.get(*at).is_some_and(|word| matches!(word.kind, Kind::Word)) && !is_there(words, *at)
    });
    object.last().is_some_and(|last| {
        // "has no soldiers fighting in": what they do there stands between.
        let acts =
            matches!(words.lower(last), "fighting" | "operating" | "serving" | "present" | "stationed");
        let noun = last - usize::from(acts);
        is_forces(words, noun) && is_there(words, last + 1)
    })
}

/// "the plan does not include soldiers", "the operation will involve 20,000 troops": those whom a plan has or has not are sent
/// or not.
fn plans_with(words: &Words, head: &Head) -> bool {
    let takes = ["includ", "involv", "envisag", "foresee"];
    let object = (head.last + 1..head.last + 9).take_while(|at| {
        words.list.get(*at).is_some_and(|word| matches!(word.kind, Kind::Word | Kind::Number))
    });
    let plan = |at: usize| {
        let word = words.lower(at);
        PLANS.has(word) || at == 0 && matches!(word, "it" | "this" | "that")
    };
    let subject = || (head.first.saturating_sub(6)..head.first).any(plan);
    let ahead = head.negated || matches!(head.mood, Mood::Will | Mood::Would | Mood::Present);
    ahead
        && matches!(head.shape, Shape::Finite)
        && !head.passive
        && takes.iter().any(|stem| words.lower(head.token).starts_with(stem))
        && object.into_iter().any(|at| is_forces(words, at))
        && subject()
}

/// What somebody may send forces by.
static PLANS: WordSet = WordSet::of(
    "plan plans proposal package strategy mission operation deployment deal agreement accord resolution measure \
                     bill authority authorization authorisation order decision commitment mandate",
);

/// "its soldiers were in", "Russian troops are fighting in".
fn are_there(words: &Words, head: &Head) -> bool {
    let be = head.class == Some(Class::Be);
    let serve = words.is(head.first, Small::BE)
        && head.last == head.token
        && matches!(words.lower(head.token), "fighting" | "operating" | "serving" | "present");
    // "were in the lead", "is in talks": a place has a name, or is one by its noun.
    let is_place =
        |at: usize| words.list.get(at).is_some_and(|word| word.capital) || is_territory(words.lower(at));
    let mut subject = head.first.saturating_sub(3)..head.first;
    (be || serve)
        && words.lower(head.first.wrapping_sub(1)) != "there"
        && matches!(words.lower(head.last + 1), "in" | "inside" | "on")
        && (head.last + 2..head.last + 6).any(is_place)
        && subject.any(|at| is_forces(words, at))
}

/// "none of its soldiers", "no British troops"
fn no_subject(words: &Words, head: &Head) -> bool {
    let subject = (head.first.saturating_sub(6)..head.first).rev();
    let mut subject = subject.take_while(|at| words.list[*at].kind == Kind::Word);
    subject.any(|at| matches!(words.lower(at), "no" | "none"))
}

/// "denied that any of", "rejected claims that", "denies having": a word of denial right before, nothing else between.
fn is_denied(words: &Words, heads: &[Head], at: usize) -> bool {
    let before = heads[..at].iter().rposition(|head| head.is_verb() || head.class == Some(Class::Deny));
    let Some(denier) = before.map(|before| &heads[before]) else { return false };
    let gap = denier.last + 1..heads[at].first;
    denier.class == Some(Class::Deny)
        && !denier.negated
        && gap.len() <= 12
        && gap.clone().all(|at| matches!(words.list[at].kind, Kind::Word))
        && (heads[at].shape == Shape::Gerund
            || gap.len() <= 5
            || gap.clone().any(|at| words.lower(at) == "that" || is_allegation(words.lower(at))))
}

fn is_forces(words: &Words, at: usize) -> bool {
    let about = words.entry(at).about;
    (about.force || about.army) && words.lower(at) != "presence"
}

fn is_territory(word: &str) -> bool {
    matches!(
        word,
        "country" | "area" | "region" | "province" | "city" | "town" | "ground" | "territory" | "soil"
    )
}

fn is_there(words: &Words, at: usize) -> bool {
    matches!(words.lower(at), "in" | "inside" | "on" | "there" | "at" | "near")
}
