//! Places in a sentence that are of something else it tells: of another verb, of where those are at home who go, or named
//! before and only referred to.

use std::ops::Range;

use super::governor::{governor, is_answered};
use super::is_located;
use super::located::led_by;
use crate::extract::events::Event;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::scene::{Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::model::vocabulary::{Predicate, PredicateGroup};

/// "nine died in that raid, while a bomb in Lagos killed six": what was told of before was there, and not here.
pub(super) fn refers_back(scene: &Scene, event: &Event, clause: &Range<usize>) -> bool {
    let deed =
        |at: usize| scene.heads.iter().any(|head| head.token == at && head.is_cue_of(Predicate::Attack));
    let that = |at: usize| scene.words.lower(at) == "that" && (at + 1..at + 3).any(deed);
    event.rule.predicate.group() == PredicateGroup::Violence && clause.clone().any(that)
}

/// "France, which has struck targets in Syria, will deploy": where those do something else who come and go.
pub(super) fn is_told_beside(scene: &Scene, event: &Event, seen: &Seen, token: usize) -> bool {
    let at = scene.tokens(&seen.range).start;
    let answered = governor(&scene.heads, at).filter(|head| head.last < at && is_answered(scene, head));
    if answered.is_some_and(|head| head.token != token) {
        return true;
    }
    let presence = event.rule.predicate.group() == PredicateGroup::Presence;
    let verb =
        |head: &Head| head.shape == Shape::Finite && scene.is_beside(head.token, token) && head.token < at;
    presence && scene.is_beside(at, token) && scene.heads.iter().any(verb)
}

/// "a brigade at Fort Drum in New York will send": where those who go are at home.
pub(super) fn sets_out(scene: &Scene, event: &Event, seen: &Seen, own: Option<&str>) -> bool {
    let Some(head) = event.head.map(|head| &scene.heads[head]) else { return false };
    let start = scene.tokens(&seen.range).start;
    // "will be back in Ghana by Christmas": they are elsewhere until then.
    let home = scene.words.lower(head.last) == "back" && scene.words.is(head.token, Small::BE);
    if home && event.rule.predicate == Predicate::Withdraw && start > head.last {
        return true;
    }
    let opens = led_by(&scene.words, seen).is_some_and(|led| led <= scene.clause(head.token).start + 1);
    event.rule.predicate == Predicate::Deploy
        && own.is_some()
        && seen.country == own
        && !head.passive
        && start < head.first
        && !opens
}

/// "arrived in the U.S.", "stay in Britain": right behind the verb stands where forces are, though it be their home.
pub(super) fn arrives_at(scene: &Scene, event: &Event, seen: &Seen) -> bool {
    let stays = matches!(event.rule.predicate, Predicate::Deploy | Predicate::Remain | Predicate::Stationed);
    let Some(head) =
        event.head.map(|head| &scene.heads[head]).filter(|head| stays && head.is_verb() && !seen.is_pronoun)
    else {
        return false;
    };
    let start = scene.tokens(&seen.range).start;
    (head.last + 1..start).len() <= 3
        && led_by(&scene.words, seen)
            .is_some_and(|led| led == head.last + 1 && scene.words.lower(led) != "from")
}

/// "broke out in Goma, killing dozens and drawing calls to keep the war from spreading to Uganda": a place that another verb
/// than violence has, where one stands before.
pub(super) fn is_of_another(scene: &Scene, event: &Event, seen: &Seen) -> bool {
    let Some(head) = event.head.map(|head| &scene.heads[head]).filter(|head| head.is_verb()) else {
        return false;
    };
    let at = scene.tokens(&seen.range).start;
    let hurts = |at: usize| {
        let own = |head: &&Head| (head.first..=head.last).contains(&at);
        scene.heads.iter().find(own).is_some_and(|head| head.predicates.any(PredicateGroup::Violence))
    };
    let joined = |verb: usize| {
        let ending = if head.shape == Shape::Gerund { "ing" } else { "ed" };
        let comma = || head.shape == Shape::Gerund && scene.words.mark(verb - 1) == b',';
        scene.words.lower(verb).ends_with(ending)
            && (scene.words.lower(verb - 1) == "and" || comma())
            && !hurts(verb)
    };
    let before = |other: &Seen| {
        other.is_place() && is_located(scene, other) && scene.tokens(&other.range).start < head.first
    };
    event.rule.predicate.group() == PredicateGroup::Violence
        && (head.last + 2..at).any(joined)
        && scene.seen.iter().any(before)
}

/// "have died there": what the sentence before named, where this one names no place before.
pub(super) fn points_back(scene: &Scene, event: &Event) -> bool {
    let Some(head) = event.head.map(|head| &scene.heads[head]) else { return false };
    let words = &scene.words;
    let before = || scene.seen_in(&(0..head.first)).any(|seen| seen.is_place());
    let known = || scene.seen_in(&(head.last..head.last + 3)).any(|seen| seen.is_pronoun && seen.is_place());
    head.is_verb() && words.lower(head.last + 1) == "there" && !before() && !known()
}
