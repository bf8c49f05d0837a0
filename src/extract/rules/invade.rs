//! An invasion. Finds "the 2003 invasion", "invaded Iraq in 2003".

use super::{Roles, Rule};
use crate::extract::grammar::heads::{Head, Mood, Shape};
use crate::extract::matter::{acts, is_actor};
use crate::extract::scene::{Scene, Seen};
use crate::extract::words::word::Kind;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "invade",
    predicate: Predicate::Invade,
    roles: Roles::Forces,
    accepts,
    counts: super::never,
    dated: true,
    denied: true,
};

/// Locusts, tourists and thoughts invade too: what does it must be able to, and what suffers it must be land.
fn accepts(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    if word.starts_with("cross") {
        return crosses(scene, found);
    }
    // "the war began": it is a war's, or it would be no cue.
    if matches!(word, "began" | "begun" | "started") {
        return true;
    }
    if word.starts_with("swe") {
        return sweeps(scene, found);
    }
    if word.starts_with("occup") || word.starts_with("annex") {
        return occupies(scene, found);
    }
    if matches!(word, "outbreak" | "break" | "breaks" | "broke" | "broken" | "breaking")
        || word.starts_with("erupt")
    {
        return of_a_war(scene, found);
    }
    if matches!(word, "offensive" | "assault") {
        // "a ground offensive", "its offensive into Syria"
        return scene.words.lower(found.token.wrapping_sub(1)) == "ground"
            || scene.words.lower(found.last + 1) == "into";
    }
    if found.is_verb() { is_by_army(scene, found) } else { is_of_land(scene, found) }
}

/// "troops occupied the temple on Sunday": forces do, and it is told as an event.
fn occupies(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let clause = scene.clause(found.token);
    let forces =
        (clause.start.max(found.first.saturating_sub(6))..found.first).any(|at| words.entry(at).about.force);
    found.shape == Shape::Finite && found.mood == Mood::Past && !found.passive && forces
}

/// "the militants swept across the north": those who fight, or "they" where the sentence tells of them.
fn sweeps(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let near = found.first.saturating_sub(4)..found.first;
    let armed = |at: usize| words.entry(at).about.force;
    let named = scene.seen_in(&near).any(Seen::is_armed);
    let they = words.lower(found.first.wrapping_sub(1)) == "they" && (0..words.len()).any(armed);
    let over = found.last > found.token;
    over && found.shape == Shape::Finite
        && found.mood == Mood::Past
        && (near.clone().any(armed) || named || they)
}

/// "troops crossed the border": forces, and a border.
fn crosses(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let clause = scene.clause(found.token);
    let object = found.token + 1..(found.token + 6).min(words.len());
    let border = object.clone().any(|at| matches!(words.lower(at), "border" | "frontier" | "borders"));
    let into = (found.token + 1..clause.end).any(|at| words.lower(at) == "into");
    let forces = (clause.start..found.first).any(|at| words.entry(at).about.force);
    // "the last convoy crossed into Kuwait": those who leave somewhere.
    let last =
        (clause.start..found.first).any(|at| matches!(words.lower(at), "last" | "final" | "remaining"));
    forces && !last && (border || into)
}

/// "the civil war broke out", "the outbreak of hostilities": not of a fire, a disease or a trade war.
fn of_a_war(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let side = if found.is_verb() {
        scene.clause(found.token).start..found.first
    } else {
        found.last + 1..(found.last + 6).min(words.len())
    };
    let war = |at: usize| {
        let of_words =
            matches!(words.lower(at.wrapping_sub(1)), "trade" | "price" | "bidding" | "culture" | "turf");
        matches!(words.lower(at), "war" | "wars" | "conflict" | "hostilities") && !of_words
    };
    (side.start..side.end).rev().take(8).any(war)
}

fn is_by_army(scene: &Scene, found: &Head) -> bool {
    let passive = found.passive || found.shape == Shape::Participle;
    let side = if passive { found.last + 1..scene.words.len() } else { 0..found.first };
    let army = |at: usize| scene.words.entry(at).about.force || is_actor(scene.words.lower(at));
    let pronoun = |at: usize| matches!(scene.words.lower(at), "it" | "they" | "we" | "he" | "she" | "who");
    scene.seen_in(&side).any(|seen| acts(scene, seen) && !seen.is_demonym)
        || side.clone().any(army)
        || side.clone().last().is_some_and(|at| pronoun(at) || is_name(scene, at))
        || passive && !(found.last + 1..scene.words.len()).any(|at| scene.words.lower(at) == "by")
}

/// "the invasion of Iraq", "its invasion": not of privacy, nor of a pitch.
fn is_of_land(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let compound = matches!(
        words.lower(found.token.wrapping_sub(1)),
        "home" | "pitch" | "field" | "court" | "space" | "alien" | "stage" | "privacy"
    );
    let of = found.last + 1;
    let behind = of + 1..(of + 5).min(words.len());
    let land = || {
        scene.seen_in(&behind).any(|seen| seen.is_place() || seen.is_pronoun)
            || behind.clone().any(|at| is_land(words.lower(at)) || words.list[at].kind == Kind::Number)
            || behind.clone().any(|at| words.list[at].capital && !scene_demonym(scene, at))
    };
    !compound && (words.lower(of) != "of" || land())
}

/// A person that no list has: a capital, and no plural.
fn is_name(scene: &Scene, at: usize) -> bool {
    scene.words.list[at].capital && !scene.words.lower(at).ends_with('s')
}

fn scene_demonym(scene: &Scene, at: usize) -> bool {
    scene.seen_in(&(at..at + 1)).any(|seen| seen.is_demonym)
}

/// Whether a noun is of ground that armies take.
pub(super) fn is_land(noun: &str) -> bool {
    LAND.contains(&noun)
}

/// Nouns of what can be invaded.
const LAND: &[&str] = &[
    "city",
    "coast",
    "country",
    "enclave",
    "island",
    "islands",
    "land",
    "mainland",
    "north",
    "south",
    "east",
    "west",
    "neighbor",
    "neighbour",
    "peninsula",
    "province",
    "region",
    "republic",
    "strip",
    "territory",
    "town",
];
