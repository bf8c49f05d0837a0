//! The size of a group, army or coalition. Finds "150,000 members of", "has about 100 fighters".

use super::{Roles, Rule, people};
use crate::extract::grammar::heads::Head;
use crate::extract::place::{comes_from, is_located};
use crate::extract::roles::movers::joins_war;
use crate::extract::scene::{Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "members",
    predicate: Predicate::Members,
    roles: Roles::Agent,
    accepts,
    counts: people,
    dated: false,
    denied: false,
};

/// How ranks are filled; anybody can do the like, so it must be said of forces.
const FILLING: &[&str] = &[
    "recruit",
    "enlist",
    "conscript",
    "draft",
    "enrol",
    "induct",
    "commission",
    "swear",
    "swore",
    "sworn",
    "sign",
];

fn accepts(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    let behind = found.last + 1..(found.last + 7).min(scene.words.len());
    // "were added to the air force": to whom stands behind.
    let ranks = || {
        behind.clone().any(|at| scene.words.entry(at).about.force)
            || scene.seen_in(&behind).any(Seen::is_armed)
    };
    if word.starts_with("add") {
        return found.passive && scene.words.lower(found.last) == "to" && ranks();
    }
    if FILLING.iter().any(|stem| word.starts_with(stem)) {
        let armed =
            |word: &str| matches!(word, "navy" | "militia" | "police" | "ranks" | "guerrillas" | "rebels");
        return found.is_verb()
            && (super::forces_near(scene, head, 14) || super::near(scene, head, 8, armed));
    }
    // "10,000 foreigners have joined the army": whose ranks they fill stands right behind.
    if word.starts_with("join") {
        let war = joins_war(&scene.words, found);
        return found.is_verb() && !found.passive && !war && found.last <= found.token + 5;
    }
    if word.starts_with("downsiz") {
        return super::forces_near(scene, head, 8);
    }
    if word == "strength" && super::stationed::is_of_mission(scene, head) {
        return false;
    }
    if word.starts_with("number") && super::stationed::is_of_contingent(scene, head) {
        return false;
    }
    if HAVING.iter().any(|stem| word.starts_with(stem)) && !has_ranks(scene, found) {
        return false;
    }
    // "In total 30 men were sentenced"
    if word == "total" && scene.words.lower(found.token.wrapping_sub(1)) == "in" {
        return false;
    }
    // "up to 4,000 troops total"
    let counts_behind = |at: usize| scene.counts.iter().any(|count| scene.words.is_within(at, &count.range));
    if word.starts_with("total") && !counts_behind(found.last + 1) {
        return false;
    }
    // "five number among the injured": those are counted elsewhere.
    if word.starts_with("number") && scene.words.lower(found.last + 1) == "among" {
        return false;
    }
    // "numbers around 900 troops in Syria" is a level, not a size.
    let clause = scene.clause(scene.heads[head].token);
    // "300,000 soldiers from 38 countries, most of them from Kenya" says nothing of where they are.
    !scene.seen_in(&clause).any(|seen| seen.is_place() && is_located(scene, seen) && !comes_from(scene, seen))
}

/// How a group has its people; anybody can count, command or boast, so it must be one that fights.
const HAVING: &[&str] = &["muster", "boast", "count", "command", "field"];

/// Whether a group or army stands before a verb as its subject.
fn has_ranks(scene: &Scene, found: &Head) -> bool {
    // "The LRA, formed in 1987 and which commands": the group stands before the clause.
    let relative = found.first.checked_sub(1).is_some_and(|at| scene.words.is(at, Small::RELATIVE));
    let start = scene.clause(found.token).start;
    let before = start.saturating_sub(if relative { 10 } else { 0 })..found.first;
    let group = |at: usize| {
        matches!(
            scene.words.lower(at),
            "group"
                | "militia"
                | "army"
                | "movement"
                | "alliance"
                | "coalition"
                | "faction"
                | "force"
                | "forces"
                | "militants"
                | "rebels"
        )
    };
    found.is_verb() && (before.clone().any(group) || scene.seen_in(&before).any(Seen::is_armed))
}
