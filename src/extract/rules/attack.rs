//! Attacks, strikes, assaults; the count is of attacks. Finds "at least 70 assaults on".

use super::{Roles, Rule};
use crate::extract::grammar::heads::{Head, Mood, Shape};
use crate::extract::grammar::insertion::subject_noun;
use crate::extract::scene::{Counted, Counting, Scene};
use crate::extract::words::word::Kind;
use crate::model::vocabulary::Predicate;
use crate::text::WordSet;

pub(super) const RULE: Rule = Rule {
    id: "attack",
    predicate: Predicate::Attack,
    roles: Roles::Victims,
    accepts,
    counts: attacks,
    dated: true,
    denied: false,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    if !found.is_verb() {
        return !is_other_noun(scene, found, word);
    }
    let attack = |noun: &Head| noun.is_cue_of(Predicate::Attack);
    if subject_noun(&scene.words, &scene.heads, head, attack).is_some() || is_counted(scene, found) {
        // "dozens of strikes hit the town": the noun is read.
        return false;
    }
    match word {
        _ if is_form(word, &["launch", "conduct", "carr"]) => {
            has_object(scene, found, WEAPONS) || has_counted_attacks(scene, found)
        }
        _ if is_form(word, &["explod", "detonat"]) => is_bomb(scene, found),
        _ if is_form(word, &["target"]) => super::armed_near(scene, head, 12),
        _ if is_form(word, &["hit", "hitting", "struck", "strik"]) => {
            !has_object(scene, found, NO_TARGETS) && !is_by_nature(scene, found) && !is_settled(scene, found)
        }
        _ => true,
    }
}

/// "a car bomb exploded", "detonated a suicide vest": what is meant to go off does, or somebody lets it.
fn is_bomb(scene: &Scene, found: &Head) -> bool {
    let near = found.first.saturating_sub(7)..(found.last + 7).min(scene.words.len());
    let bomb = |at: usize| {
        let word = scene.words.lower(at);
        WEAPONS.contains(&word) || EXPLOSIVES.has(word)
    };
    // "had failed to explode", "before it could explode"
    let apart = |at: usize| scene.words.list[at].kind == Kind::Mark && scene.words.mark(at) != b'-';
    let before = (near.start..found.first).rev().take_while(|at| !apart(*at)).any(bomb);
    let behind = || (found.last + 1..near.end).take_while(|at| !apart(*at)).any(bomb);
    found.shape == Shape::Finite && !found.negated && found.mood == Mood::Past && (before || behind())
}

/// What else goes off.
static EXPLOSIVES: WordSet = WordSet::of(
    "bomb bomber bombers device devices explosive explosives mine mines landmine grenade vest vests ied ieds charge",
);

/// "heart attack", "on strike", "the strike by miners": another thing of the same name.
fn is_other_noun(scene: &Scene, found: &Head, word: &str) -> bool {
    let before = scene.words.lower(found.token.wrapping_sub(1));
    let other = matches!(
        before,
        "heart"
            | "panic"
            | "asthma"
            | "anxiety"
            | "lightning"
            | "hunger"
            | "general"
            | "verbal"
            | "bird"
            | "shark"
    );
    let at_work = word.starts_with("strike")
        && (before == "on"
            || (0..scene.words.len()).any(|at| {
                matches!(
                    scene.words.lower(at),
                    "union"
                        | "unions"
                        | "workers"
                        | "miners"
                        | "teachers"
                        | "nurses"
                        | "wages"
                        | "drivers"
                        | "walkout"
                )
            }));
    other || at_work
}

/// What is shot or thrown.
const WEAPONS: &[&str] = &[
    "rocket",
    "rockets",
    "missile",
    "missiles",
    "drone",
    "drones",
    "shell",
    "shells",
    "mortars",
    "bombs",
    "grenades",
    "projectiles",
    "munitions",
    "torpedoes",
];

/// What is struck or hit without an attack.
const NO_TARGETS: &[&str] = &[
    "balance",
    "pose",
    "deal",
    "deals",
    "agreement",
    "accord",
    "chord",
    "note",
    "tone",
    "bargain",
    "record",
    "low",
    "high",
    "peak",
    "milestone",
    "market",
    "markets",
    "gold",
    "percent",
];

/// Nature, the market and the law hit too.
const NATURE: &[&str] = &[
    "earthquake",
    "quake",
    "tremor",
    "storm",
    "storms",
    "hurricane",
    "cyclone",
    "typhoon",
    "tornado",
    "lightning",
    "flood",
    "floods",
    "drought",
    "tsunami",
    "disaster",
    "virus",
    "epidemic",
    "pandemic",
    "recession",
    "inflation",
    "price",
    "prices",
    "tax",
    "taxes",
    "tariff",
    "tariffs",
    "sanctions",
    "shares",
    "song",
    "law",
    "famine",
    "heatwave",
    "car",
    "train",
    "bus",
];

fn is_form(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

/// "three hits": what is counted is no verb.
fn is_counted(scene: &Scene, found: &Head) -> bool {
    let Some(before) = found.first.checked_sub(1) else { return false };
    let number = scene.words.list[before].kind == Kind::Number
        || matches!(
            scene.words.lower(before),
            "two" | "three" | "four" | "five" | "six" | "many" | "several"
        );
    number && scene.words.lower(found.token).ends_with('s')
}

/// Whether one of these nouns, or a sum where none is a target, stands right behind the verb.
fn has_object(scene: &Scene, found: &Head, nouns: &[&str]) -> bool {
    let sum = scene.words.raw(found.last + 1).starts_with(['$', '€', '£']);
    let object = found.token + 1..(found.last + 6).min(scene.words.len());
    sum || object
        .take_while(|at| scene.words.list[*at].kind != Kind::Mark)
        .any(|at| nouns.contains(&scene.words.lower(at)))
}

/// "conducted 30 air strikes"
fn has_counted_attacks(scene: &Scene, found: &Head) -> bool {
    let object = found.last + 1..found.last + 6;
    scene.counts.iter().any(|count| attacks(count) && object.contains(&scene.tokens(&count.range).start))
}

/// "a deal struck by the sides"
fn is_settled(scene: &Scene, found: &Head) -> bool {
    let before = found.first.saturating_sub(3)..found.first;
    (found.passive || found.shape == Shape::Participle)
        && before.into_iter().any(|at| NO_TARGETS.contains(&scene.words.lower(at)))
}

/// Whether what does it, before the verb or behind "by", is no attacker.
fn is_by_nature(scene: &Scene, found: &Head) -> bool {
    let around = found.first.saturating_sub(6)..(found.last + 5).min(scene.words.len());
    let agent = |at: &usize| *at < found.first || found.passive || found.shape == Shape::Participle;
    around.filter(agent).any(|at| NATURE.contains(&scene.words.lower(at)))
}

fn attacks(count: &Counted) -> bool {
    count.counting == Counting::Attacks
}
