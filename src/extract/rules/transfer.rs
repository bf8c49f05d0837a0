//! A base, task or command is handed over. Finds "would be turned over to". Not goods handed over.

use super::{Roles, Rule};
use crate::extract::grammar::heads::{Head, Mood};
use crate::extract::grammar::insertion::antecedent;
use crate::extract::matter::is_public;
use crate::extract::scene::{Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::model::vocabulary::{EntityKind, Predicate};

pub(super) const RULE: Rule = Rule {
    id: "transfer",
    predicate: Predicate::Transfer,
    roles: Roles::Agent,
    accepts,
    counts: super::never,
    dated: true,
    denied: true,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    let word = scene.words.lower(scene.heads[head].token);
    if word.starts_with("tak") || word == "took" || word.starts_with("assum") {
        return takes_over(scene, head);
    }
    let handed = |at: usize| scene.words.entry(at).about.handed;
    let found = &scene.heads[head];
    if word.starts_with("pass") || word.starts_with("revert") {
        // "most of the island passed to British rule"
        let rule = |at: usize| {
            matches!(
                scene.words.lower(at),
                "rule" | "control" | "sovereignty" | "authority" | "administration" | "hands" | "command"
            )
        };
        // "control of the province will pass to the army"
        let subject = found.first.saturating_sub(7)..found.first;
        return found.last == found.token + 1
            && ((found.last + 1..found.last + 5).any(rule)
                || is_public(scene) && subject.into_iter().any(rule));
    }
    if word.starts_with("hand") && found.is_verb() && !found.passive && hands_ground(scene, found) {
        return true;
    }
    if word.starts_with("hand") && found.is_verb() && found.last == found.token {
        // "will hand control of the city to the army"
        let lead = |at: usize| scene.words.lower(at) == "lead" && scene.words.lower(at - 1) == "the";
        return !found.passive
            && ((found.last + 1..found.last + 4).any(handed) || (found.last + 2..found.last + 6).any(lead));
    }
    // "the barracks, which the army handed over"
    let before = antecedent(scene, &scene.heads[head]).is_some_and(handed);
    before || super::about_near(scene, head, 6, |about| about.handed) || hands_base(scene, head)
}

/// "handed the city over to tribal leaders", "handed Gao over": ground, with "over" behind it.
fn hands_ground(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let object = found.token + 1..(found.token + 7).min(words.len());
    let Some(over) = object.clone().find(|at| words.lower(*at) == "over") else { return false };
    let ground = |at: usize| {
        matches!(words.lower(at), "city" | "town" | "village" | "district" | "region" | "valley" | "island")
    };
    let object = object.start..over;
    object.clone().any(ground) || scene.seen_in(&object).any(|seen| seen.is_place() && !seen.is_demonym)
}

/// "Bagram was turned over last week": a base by its name.
pub(super) fn hands_base(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let side = if found.passive {
        found.first.saturating_sub(8)..found.first
    } else {
        found.token + 1..(found.last + 5).min(scene.words.len())
    };
    // "will hand over Lachin by May": what stands right behind is handed over, and nothing else.
    let next = found.last + 1..(found.last + 4).min(scene.words.len());
    let starts = |seen: &&Seen| {
        let first = scene.tokens(&seen.range).start;
        first == next.start || first == next.start + 1 && scene.words.is(next.start, Small::DETERMINER)
    };
    let town = scene
        .seen_in(&next)
        .find(starts)
        .is_some_and(|seen| seen.kind == EntityKind::Place && seen.is_place());
    let hands = found.last > found.token && !found.passive;
    found.is_verb() && (hands && town || scene.seen_in(&side).any(|seen| seen.kind == EntityKind::Base))
}

/// "will take charge in the spring", "assumed responsibility for security": of a task, not of an office or a deed.
fn takes_over(scene: &Scene, head: usize) -> bool {
    let words = &scene.words;
    let found = &scene.heads[head];
    let of = words.lower(found.last + 1);
    let behind = found.token + 1..(found.token + 8).min(words.len());
    let other = |at: usize| OTHER.contains(&words.lower(at)) || words.entry(at).about.deed;
    if seizes(scene, found) || of == "as" || behind.clone().any(other) {
        return false;
    }
    let mut task = found.token + 1..(found.last + 7).min(words.len());
    let handed = task.any(|at| words.entry(at).about.handed);
    // "took over from the African mission on July 1"
    let from_forces = || {
        let others = found.last + 2..(found.last + 8).min(words.len());
        of == "from"
            && (others.clone().any(|at| words.entry(at).about.force || words.entry(at).about.mission)
                || scene.seen_in(&others).any(|seen| seen.is_armed() || seen.kind == EntityKind::Alliance))
    };
    match words.lower(found.last) {
        "over" if from_forces() => true,
        // "took power", "took the town": what is seized is not handed over.
        "over" => handed && !behind.clone().any(|at| words.lower(at) == "power"),
        // "take charge in the spring", "took command of the force": of an office or the economy they are taken as well.
        "charge" | "command" => {
            let armed = |at: usize| {
                let about = words.entry(at).about;
                about.force || about.mission || about.handed
            };
            is_public(scene) && (of != "of" || (found.last + 1..(found.last + 7).min(words.len())).any(armed))
        }
        // "will take control of Basra in the autumn": who takes it unasked does not say when.
        "control" => {
            let forces = |at: usize| words.entry(at).about.force || words.entry(at).about.army;
            let before = scene.clause(found.token).start..found.first;
            matches!(found.mood, Mood::Will | Mood::Would)
                && (before.clone().any(forces) || scene.seen_in(&before).any(Seen::is_armed))
        }
        _ => handed && !behind.clone().any(|at| matches!(words.lower(at), "power" | "office")),
    }
}

/// "rebels took over the base": nobody hands them anything.
fn seizes(scene: &Scene, found: &Head) -> bool {
    let before = scene.clause(found.token).start..found.first;
    let seizer = |at: usize| {
        matches!(
            scene.words.lower(at),
            "rebels"
                | "militants"
                | "insurgents"
                | "gunmen"
                | "jihadists"
                | "fighters"
                | "militiamen"
                | "extremists"
        )
    };
    scene.seen_in(&before).any(|seen| seen.kind == EntityKind::ArmedGroup) || before.clone().any(seizer)
}

/// What one answers for or takes over without its being handed over by forces.
const OTHER: &[&str] =
    &["attack", "attacks", "killing", "killings", "presidency", "leadership", "blame", "company", "team"];
