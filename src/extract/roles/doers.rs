//! Counts beside a verb of violence that are not of those who suffer it: who does it ("killed by four gunmen", "four
//! gunmen killed a guard"), and captives of whom something else is said ("one hostage died").

use std::ops::Range;

use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::scene::{Counted, Scene};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{Predicate, PredicateGroup};

/// Whether those counted do what the head says, live where it happens or tell of it, instead of suffering it.
pub(in crate::extract) fn does(scene: &Scene, head: usize, count: &Counted) -> bool {
    let head = &scene.heads[head];
    let tokens = scene.tokens(&count.range);
    // "the bodies of four soldiers were flown home": they are not those who go.
    if head.predicates.any(PredicateGroup::Presence) && is_remains(scene, tokens.start) {
        return true;
    }
    // "thousands of commandos drove the rebels out": who leaves is behind the verb.
    if head.is_cue_of(Predicate::Withdraw) && tokens.end <= head.first && expels(scene, head) {
        return true;
    }
    // "a mission of 13,000 soldiers will train": they teach.
    let teaches = ["train", "teach", "instruct", "mentor"];
    let teaches = teaches.iter().any(|stem| scene.words.lower(head.token).starts_with(stem));
    let active = matches!(head.shape, Shape::Finite | Shape::Infinitive) && !head.passive && teaches;
    let object = scene.words.list.get(head.last + 1).is_some_and(|next| next.kind == Kind::Word)
        && !scene.words.is(head.last + 1, Small::PREPOSITION | Small::CLAUSE);
    if head.is_cue_of(Predicate::Train) && active && object && tokens.end <= head.first {
        return true;
    }
    let harms = [Predicate::Killed, Predicate::Wounded, Predicate::Captured];
    if !harms.iter().any(|harm| head.is_cue_of(*harm)) {
        return false;
    }
    if is_of_one(scene, &tokens, head) {
        return true;
    }
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

/// "the bodies of the four soldiers": what is left of the dead.
pub(in crate::extract) fn is_remains(scene: &Scene, start: usize) -> bool {
    let words = &scene.words;
    let of = (1..=2).filter_map(|back| start.checked_sub(back)).find(|at| words.lower(*at) == "of");
    of.and_then(|of| of.checked_sub(1)).is_some_and(|noun| {
        matches!(words.lower(noun), "bodies" | "body" | "remains" | "coffins" | "corpses" | "ashes")
    })
}

/// An active verb of driving others out, with those others behind it.
pub(in crate::extract) fn expels(scene: &Scene, head: &Head) -> bool {
    let word = scene.words.lower(head.token);
    let expels = [
        "oust", "expel", "evict", "dislodg", "driv", "drove", "push", "chas", "flush", "kick", "throw",
        "threw",
    ];
    head.is_verb()
        && !head.passive
        && head.shape != Shape::Participle
        && expels.iter().any(|stem| word.starts_with(stem))
        && !scene.words.is(head.token + 1, Small::PREPOSITION)
}

/// "the killer of two hostages was wounded": one person, whom a singular verb follows.
fn is_of_one(scene: &Scene, tokens: &Range<usize>, head: &Head) -> bool {
    let words = &scene.words;
    let of = tokens.start.checked_sub(1).filter(|at| words.lower(*at) == "of");
    let person = of.and_then(|of| of.checked_sub(1)).is_some_and(|noun| {
        let word = words.lower(noun);
        matches!(word, "head" | "chief" | "mastermind" | "wife" | "widow" | "son")
            || (word.ends_with("er") || word.ends_with("or")) && word != "number"
            || matches!(word, "father" | "mother")
    });
    let singular = matches!(words.lower(head.first), "was" | "is" | "has");
    person && singular && head.first >= tokens.end
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
    // "hacked a soldier to death"
    let apart = head.last > head.token + 1;
    let next = if apart { head.token + 1 } else { head.last + 1 };
    let object = next < words.len()
        && (words.is(next, Small::DETERMINER)
            || words.list[next].capital
            || scene.counts.iter().any(|count| scene.tokens(&count.range).start == next)
            || words.lower(next) == "at" && matches!(words.lower(next + 1), "least" | "most")
            || matches!(words.lower(next), "up" | "about" | "some" | "more" | "dozens" | "scores"));
    let be = words.is(head.first, Small::BE);
    // "troops killed this month"
    let dated = scene.dates.iter().any(|date| scene.tokens(&date.range).start == next);
    !own && !be && object && !dated
}

/// "hostage", "captive", "prisoner" as the noun of those counted: what became of them is said by another word.
pub(in crate::extract) fn is_captive(scene: &Scene, head: &Head) -> bool {
    head.shape == Shape::Word && head.is_cue_of(Predicate::Captured) && {
        let counted = |count: &Counted| scene.words.is_within(head.token, &count.range);
        scene.counts.iter().any(counted)
    }
}
