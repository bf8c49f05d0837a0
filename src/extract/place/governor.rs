//! Which head the words of a place belong to, and where an attack is of which casualties are told.

use std::ops::Range;

use super::is_located;
use super::target::{struck, target_of};
use crate::extract::events::Event;
use crate::extract::grammar::blow::blow;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::scene::{Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Words;
use crate::model::vocabulary::{Precision, Predicate, PredicateGroup, Relation};

/// The head that words of place at a token belong to: the last before them, or the first after them where they open
/// the sentence.
pub(super) fn governor(heads: &[Head], at: usize) -> Option<&Head> {
    heads.iter().rfind(|head| head.last < at).or_else(|| heads.first())
}

/// Whether violence in a sentence is where the words of place at a token say: they belong to its own head, or to a verb
/// of its clause.
pub(in crate::extract) fn is_of_violence(words: &Words, heads: &[Head], at: usize) -> bool {
    let Some(found) = governor(heads, at) else { return false };
    if found.predicates.any(PredicateGroup::Violence) {
        return true;
    }
    if found.predicates.any(PredicateGroup::Politics) {
        return false;
    }
    // "as forces advanced on Mosul": what goes on meanwhile is elsewhere.
    let violent = |head: &&Head| head.predicates.any(PredicateGroup::Violence);
    let nearest = heads.iter().filter(violent).min_by_key(|head| head.token.abs_diff(found.token));
    nearest.is_none_or(|head| {
        let between = head.last.min(found.last) + 1..head.first.max(found.first);
        !between.into_iter().any(|at| {
            matches!(words.lower(at), "as" | "while" | "after" | "before" | "when" | "but" | "although")
        })
    })
}

/// "attacked the mall with guns, killing 60", "a strike against Israel that left 20 dead": the place of the attack
/// before the words that say whom it hit.
pub(super) fn of_the_attack<'s>(scene: &'s Scene, predicate: Predicate, head: usize) -> Option<&'s Seen<'s>> {
    if !matches!(predicate, Predicate::Killed | Predicate::Wounded | Predicate::Captured) {
        return None;
    }
    let own = &scene.heads[head];
    let deed = |other: &&Head| other.is_cue_of(Predicate::Attack) && !is_answered(scene, other);
    let attack = scene.heads[..head].iter().rfind(deed)?;
    let broken = (attack.last + 1..own.first).any(|at| scene.words.mark(at) == b';');
    if broken {
        return None;
    }
    let its_own = |seen: &&Seen| {
        let at = scene.tokens(&seen.range).start;
        seen.is_place()
            && at < own.first
            && is_located(scene, seen)
            && governor(&scene.heads, at).is_some_and(|found| found.token == attack.token)
    };
    struck(scene, attack, Predicate::Attack)
        .or_else(|| target_of(scene, Predicate::Attack, attack).filter(|_| attack.shape != Shape::Noun))
        .or_else(|| scene.seen.iter().find(its_own))
}

/// "launched in response to rocket attacks on Gao": what was answered, not what is told.
pub(super) fn is_answered(scene: &Scene, attack: &Head) -> bool {
    let words = &scene.words;
    let led =
        (attack.first.saturating_sub(4)..attack.first).rfind(|at| matches!(words.lower(*at), "to" | "for"));
    led.and_then(|at| at.checked_sub(1)).is_some_and(|at| {
        matches!(words.lower(at), "response" | "retaliation" | "revenge" | "reprisal" | "answer" | "reaction")
    })
}

/// "a camp on Utoya, hours after a bomb in Oslo killed seven": of several places before a verb, the one that its own
/// subject has.
pub(super) fn of_the_subject<'s>(
    scene: &'s Scene,
    event: &Event,
    clause: &Range<usize>,
) -> Option<&'s Seen<'s>> {
    let own = &scene.heads[event.head?];
    if event.rule.predicate.group() != PredicateGroup::Violence || own.shape != Shape::Finite {
        return None;
    }
    let verb = scene.heads.iter().rfind(|head| head.shape == Shape::Finite && head.last < own.first)?;
    let subject = (verb.last + 1).max(clause.start)..own.first;
    let opened =
        subject.clone().rfind(|at| matches!(scene.words.lower(*at), "after" | "when" | "as" | "while"))?;
    let behind = |seen: &&Seen| seen.is_place() && is_located(scene, seen);
    scene.seen_in(&(opened..own.first)).find(behind)
}

/// "The war has killed 3,000", "have claimed 150 lives since 2008": what a war or years have cost is not told of the
/// town that the sentence before is about.
pub(in crate::extract) fn is_wide(scene: &Scene, event: &Event, clause: &Range<usize>) -> bool {
    let hurt = matches!(event.rule.predicate, Predicate::Killed | Predicate::Wounded | Predicate::Captured);
    let war = || {
        clause
            .clone()
            .any(|at| matches!(scene.words.lower(at), "war" | "conflict" | "insurgency" | "uprising"))
    };
    let years = || {
        event.date.is_some_and(|date| {
            let when = &scene.dates[date].when;
            when.relation == Relation::From && when.precision >= Precision::Month
                || when.precision >= Precision::Half
        })
    };
    hurt && event.count.is_some() && (war() || years() || is_total_of_war(scene, event))
}

/// "Tens of thousands have been killed": so many die in a war, and in no attack of one day.
fn is_total_of_war(scene: &Scene, event: &Event) -> bool {
    let Some(count) = event.count.map(|count| &scene.counts[count].quantity) else { return false };
    let number = count.low.or(count.best).or(count.high).unwrap_or(0);
    // "were killed" may tell of one battle, "have been killed" of all.
    let perfect = event.head.is_some_and(|head| scene.words.is(scene.heads[head].first, Small::HAVE));
    let many = number >= if perfect { 1_000 } else { 10_000 };
    let of_a_day = event.date.is_some_and(|date| {
        let when = &scene.dates[date].when;
        when.relation == Relation::On && when.precision <= Precision::Week
    });
    many && !of_a_day
}

/// "Paris was struck in November by attacks that left 130 people dead": the place that was hit.
pub(super) fn hit_before<'s>(scene: &'s Scene, event: &Event) -> Option<&'s Seen<'s>> {
    let count = || event.count.map(|count| scene.tokens(&scene.counts[count].range).start);
    let told = event.head.map(|head| scene.heads[head].first).or_else(count)?;
    let violence = event.rule.predicate.group() == PredicateGroup::Violence;
    let hit = blow(&scene.words, told).filter(|_| violence)?;
    let owns = |seen: &Seen| scene.words.is_possessive(scene.tokens(&seen.range).end.saturating_sub(1));
    let struck = |seen: &&Seen| seen.is_place() && !seen.is_demonym && !seen.is_pronoun && !owns(seen);
    scene.seen_in(&(scene.clause(hit).start..hit)).filter(struck).last()
}
