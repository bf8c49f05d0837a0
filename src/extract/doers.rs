//! Counts beside a verb of violence that are not of those who suffer it: who does it ("killed by four gunmen", "four
//! gunmen killed a guard"), and captives of whom something else is said ("one hostage died").

use super::function_words::Small;
use super::heads::{Head, Shape};
use super::scene::{Counted, Scene};
use crate::model::vocabulary::Predicate;

/// Whether those counted do what the head says, live where it happens or tell of it, instead of suffering it.
pub(super) fn does(scene: &Scene, head: usize, count: &Counted) -> bool {
    let head = &scene.heads[head];
    let harms = [Predicate::Killed, Predicate::Wounded, Predicate::Captured];
    if !harms.iter().any(|harm| head.is_cue_of(*harm)) {
        return false;
    }
    let tokens = scene.tokens(&count.range);
    // "according to two hostages held there": the participle right behind them is of them.
    let of_them = head.shape == Shape::Participle && head.first == tokens.end;
    if tells(scene, tokens.start) && !of_them || lives(scene, tokens.start) {
        return true;
    }
    if !head.is_verb() {
        return false;
    }
    let behind_by = tokens.start.checked_sub(1).is_some_and(|at| scene.words.lower(at) == "by");
    let suffers = head.passive || head.shape == Shape::Participle;
    if behind_by && tokens.start > head.last {
        return suffers;
    }
    tokens.end <= head.first && head.shape == Shape::Finite && !head.passive && takes_object(scene, head)
}

/// "according to two officials": who tells of it.
fn tells(scene: &Scene, start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).map_or("", |at| scene.words.lower(at));
    before(1) == "to" && before(2) == "according" || matches!(before(1), "citing" | "quoting" | "per")
}

/// "a town of 30,000 people": who lives there.
fn lives(scene: &Scene, start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).map_or("", |at| scene.words.lower(at));
    let settled = [
        "town",
        "city",
        "village",
        "district",
        "province",
        "country",
        "nation",
        "population",
        "community",
        "region",
        "island",
        "state",
        "camp",
        "municipality",
        "settlement",
        "suburb",
        "enclave",
        "capital",
    ];
    before(1) == "of" && (settled.contains(&before(2)) || before(2) == "home")
        || before(1) == "to" && before(2) == "home"
}

/// An active verb of harm that is done to others, with those others behind it: not "died", "lost their lives", "suffered
/// wounds".
fn takes_object(scene: &Scene, head: &Head) -> bool {
    let words = &scene.words;
    let word = words.lower(head.token);
    let own = words.is(head.token, Small::DYING)
        || [
            "los", "suffer", "sustain", "drown", "suffocat", "starv", "bleed", "bled", "fr", "chok", "burn",
            "put",
        ]
        .iter()
        .any(|stem| word.starts_with(stem));
    let next = head.last + 1;
    let object = next < words.len()
        && (words.is(next, Small::DETERMINER)
            || words.list[next].capital
            || scene.counts.iter().any(|count| scene.tokens(&count.range).start == next)
            || words.lower(next) == "at" && matches!(words.lower(next + 1), "least" | "most")
            || matches!(words.lower(next), "up" | "about" | "some" | "more" | "dozens" | "scores"));
    let be = words.is(head.first, Small::BE);
    !own && !be && object
}

/// "hostage", "captive", "prisoner" as the noun of those counted: what became of them is said by another word.
pub(super) fn is_captive(scene: &Scene, head: &Head) -> bool {
    head.shape == Shape::Word && head.is_cue_of(Predicate::Captured) && {
        let counted = |count: &Counted| scene.tokens(&count.range).contains(&head.token);
        scene.counts.iter().any(counted)
    }
}
