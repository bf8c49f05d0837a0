//! Which part of a thing: its start, a part, all of it, its peak – where the words say so.

use super::attach::deed_dates::told_end;
use super::events::Event;
use super::grammar::completion::finishes;
use super::grammar::heads::Shape;
use super::grammar::insertion::subject_noun;
use super::rules::halves;
use super::scene::{Counted, Counting, Scene};
use super::stance::governors;
use super::words::lexicon::Class;
use super::words::word::is_one_of;
use crate::model::vocabulary::{Phase, Predicate, PredicateGroup, Qualifier};

/// "the pullout, which began in May, is to be completed by September": the verb before the date tells of its end.
fn is_ended(scene: &Scene, event: &Event, noun: usize) -> bool {
    let found = &scene.heads[noun];
    let end = event.date.and_then(|date| told_end(scene, date));
    found.shape == Shape::Noun
        && end.is_some_and(|verb| found.last < verb.first)
        && event.rule.predicate.group() == PredicateGroup::Presence
}

/// The phase that the words give.
pub(super) fn phase(scene: &Scene, event: &Event) -> Option<Phase> {
    let anchor = super::roles::anchor(scene, event);
    if event.rule.predicate == Predicate::Stationed {
        let peaked =
            event.head.is_some_and(|head| scene.words.lower(scene.heads[head].token).starts_with("peak"));
        return peaked.then_some(Phase::Peak);
    }
    let head = event.head?;
    if !matches!(
        event.rule.predicate,
        Predicate::Withdraw
            | Predicate::Deploy
            | Predicate::EndMission
            | Predicate::Transfer
            | Predicate::Invade
            | Predicate::Talks
            | Predicate::Attack
    ) {
        return None;
    }
    if is_ended(scene, event, head) {
        return Some(Phase::Complete);
    }
    // "at the beginning of the year"
    let dated = |at: usize| scene.dates.iter().any(|date| scene.words.is_within(at, &date.range));
    let starts = governors(&scene.words, &scene.heads, head).iter().any(|governor| {
        let governor = &scene.heads[*governor];
        !dated(governor.token)
            && governor.class == Some(Class::Start)
            && !scene.words.lower(governor.token).starts_with("continu")
    });
    let begun = || {
        let said = |verb: &usize| {
            let verb = &scene.heads[*verb];
            verb.class == Some(Class::Start) && !scene.words.lower(verb.token).starts_with("continu")
        };
        let noun = scene.heads[head].token;
        (head + 1..scene.heads.len().min(head + 6))
            .filter(said)
            .any(|verb| subject_noun(&scene.words, &scene.heads, verb, |found| found.token == noun).is_some())
    };
    if starts || begun() {
        return Some(Phase::Start);
    }
    let clause = scene.clause(anchor);
    let near = anchor.saturating_sub(8).max(clause.start)..(anchor + 7).min(clause.end);
    // "last spring" is a time, "some 4,000" a hedge.
    let hedges = |at: usize| {
        scene.words.lower(at) == "some"
            && scene.counts.iter().any(|count| {
                let tokens = scene.tokens(&count.range);
                tokens.start == at || tokens.start == at + 1
            })
    };
    // "arrived as part of an exercise": what it belongs to, and no part of those who come.
    let belongs = |at: usize| scene.words.lower(at) == "part" && at > 0 && scene.words.lower(at - 1) == "as";
    // "the total number of troops"
    let counts = |at: usize| {
        matches!(scene.words.lower(at), "total" | "entire" | "full")
            && matches!(scene.words.lower(at + 1), "number" | "strength" | "size")
    };
    let has = |words: &[&str]| {
        near.clone().any(|at| {
            is_one_of(words, scene.words.lower(at))
                && !hedges(at)
                && !dated(at)
                && !belongs(at)
                && !counts(at)
        })
    };
    if event.rule.predicate == Predicate::Invade {
        // "a war erupted in July"
        let cue = scene.words.lower(scene.heads[head].token);
        return ["br", "erupt", "start", "beg"]
            .iter()
            .any(|stem| cue.starts_with(stem))
            .then_some(Phase::Start);
    }
    if matches!(event.rule.predicate, Predicate::Talks | Predicate::Attack) {
        return None;
    }
    let complete = has(&[
        "all",
        "last",
        "remaining",
        "remainder",
        "fully",
        "full",
        "complete",
        "completely",
        "completed",
        "total",
        "entire",
        "entirely",
        "formally",
        "rest",
        "final",
    ]);
    let complete = complete
        || finishes(scene.words.lower(scene.heads[head].token))
            && event.rule.predicate != Predicate::EndMission;
    match event.rule.predicate {
        _ if complete => Some(Phase::Complete),
        Predicate::EndMission => None,
        _ if has(&["part", "partial", "first", "initial"]) => Some(Phase::Partial),
        // Of those who come nobody knows the whole; of those who leave it is those who are there.
        Predicate::Deploy => None,
        _ if has(&["some", "most", "half", "hundreds", "significantly", "drastically", "reduce"]) => {
            Some(Phase::Partial)
        }
        Predicate::Withdraw
            if event
                .count
                .is_some_and(|count| scene.counts[count].quantity.qualifier == Qualifier::Vague)
                || leaves_some(scene, head) =>
        {
            Some(Phase::Partial)
        }
        _ => None,
    }
}

/// "will shrink to 900", "bring the force down to 700", "halve the force": so many stay.
fn leaves_some(scene: &Scene, head: usize) -> bool {
    if halves(scene, head) {
        return true;
    }
    let last = scene.heads[head].last;
    let level = |count: &Counted| {
        let start = scene.tokens(&count.range).start;
        let many = [count.quantity.low, count.quantity.best, count.quantity.high];
        last < start
            && start <= last + 8
            && scene.words.lower(start - 1) == "to"
            && count.counting != Counting::Money
            && many.into_iter().flatten().any(|number| number > 0)
    };
    scene.counts.iter().any(level)
}
