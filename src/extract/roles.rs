//! Who does what to whom.

use std::ops::Range;

use super::events::Event;
use super::heads::Shape;
use super::rules::Roles;
use super::scene::{Named, Scene, Seen};
use crate::model::vocabulary::EntityKind;

/// Subject and object of an event.
pub(super) fn roles(scene: &Scene, event: &Event, memory: Option<&str>) -> (Option<Named>, Option<Named>) {
    match event.rule.roles {
        Roles::Forces => (forces(scene, event, memory), None),
        Roles::Victims => (attacker(scene, event), victims(scene, event)),
        Roles::Parties => parties(scene, event),
        Roles::Agent => (agent(scene, event), None),
    }
}

/// Where an event is, in tokens: its head, or its count.
pub(super) fn anchor(scene: &Scene, event: &Event) -> usize {
    match (event.head, event.count) {
        (Some(head), _) => scene.heads[head].token,
        (None, Some(count)) => scene.tokens(&scene.counts[count].range).start,
        (None, None) => 0,
    }
}

/// The forces that move, stay or are there: in the count, then beside the head, then those last spoken of.
fn forces(scene: &Scene, event: &Event, memory: Option<&str>) -> Option<Named> {
    let anchor = anchor(scene, event);
    let clause = scene.clause(anchor);
    let counted = event.count.and_then(|count| {
        let range = &scene.counts[count].range;
        scene
            .seen
            .iter()
            .find(|seen| range.start <= seen.range.start && seen.range.end <= range.end)
            .and_then(armed)
    });
    counted.or_else(|| beside(scene, event, &clause)).or_else(|| {
        memory
            .filter(|_| event.rule.id != "invade")
            .map(|key| Named { key: Some(key.to_owned()), text: scene.words.bytes(anchor, anchor) })
    })
}

fn beside(scene: &Scene, event: &Event, clause: &Range<usize>) -> Option<Named> {
    let anchor = anchor(scene, event);
    let head = event.head.map(|head| &scene.heads[head]);
    let right = || scene.seen_in(&(anchor..clause.end)).find(|seen| is_force(seen)).and_then(armed);
    let left = || {
        let before = clause.start..anchor;
        scene
            .seen_in(&before)
            .filter(|seen| is_force(seen) || is_state(seen) && !super::place::is_located(scene, seen))
            .last()
            .and_then(armed)
    };
    let object_first = head.is_some_and(|head| {
        !head.passive && scene.seen_in(&(head.last + 1..(head.last + 7).min(clause.end))).any(is_force)
    });
    let found = if object_first { right().or_else(left) } else { left().or_else(right) };
    if head.is_some_and(|head| head.shape == Shape::Noun && event.rule.id == "invade") {
        // "the 2003 invasion": only words right before it say whose.
        return scene
            .seen_in(&(anchor.saturating_sub(4)..anchor))
            .filter(|seen| is_force(seen) || seen.is_demonym)
            .last()
            .and_then(armed);
    }
    found
        .or_else(|| scene.seen_in(clause).find(|seen| seen.is_armed()).and_then(armed))
        .or_else(|| scene.seen.iter().find(|seen| is_force(seen)).and_then(armed))
}

fn is_force(seen: &Seen) -> bool {
    matches!(seen.kind, EntityKind::Force | EntityKind::Coalition)
}

fn is_state(seen: &Seen) -> bool {
    matches!(seen.kind, EntityKind::Country | EntityKind::Government) || seen.kind == EntityKind::ArmedGroup
}

/// A name inside a count as forces: "US" in "2,500 US troops".
fn armed(seen: &Seen) -> Option<Named> {
    if seen.is_armed() {
        return Some(Named { key: Some(seen.key.clone()), text: seen.range.clone() });
    }
    state(seen)
}

/// A state, government or alliance as its forces.
fn state(seen: &Seen) -> Option<Named> {
    let key = match seen.kind {
        EntityKind::Country => format!("{}-forces", seen.key),
        EntityKind::Government => format!("{}-forces", seen.key.strip_suffix("-government")?),
        EntityKind::Alliance if matches!(seen.key.as_str(), "nato" | "un") => format!("{}-forces", seen.key),
        _ => return None,
    };
    Some(Named { key: Some(key), text: seen.range.clone() })
}

/// Who suffers: named in the count, or beside the head.
fn victims(scene: &Scene, event: &Event) -> Option<Named> {
    let inside = |range: &Range<usize>| {
        scene.seen.iter().find(|seen| {
            range.start <= seen.range.start
                && seen.range.end <= range.end
                && (seen.is_armed() || seen.is_demonym)
        })
    };
    if let Some(count) = event.count {
        let count = &scene.counts[count];
        let seen = inside(&count.range)?;
        return match count.counting {
            super::scene::Counting::Troops => armed(seen),
            _ => seen.is_armed().then(|| Named { key: Some(seen.key.clone()), text: seen.range.clone() }),
        };
    }
    None
}

/// Who does it: the subject of an active verb, or after "by".
fn attacker(scene: &Scene, event: &Event) -> Option<Named> {
    let head = &scene.heads[event.head?];
    let clause = scene.clause(head.token);
    let named = |seen: &Seen| match seen.kind {
        _ if seen.is_armed() => Some(Named { key: Some(seen.key.clone()), text: seen.range.clone() }),
        EntityKind::Country | EntityKind::Government
            if !super::place::is_located(scene, seen)
                && !scene.words.is_possessive(scene.tokens(&seen.range).end.saturating_sub(1)) =>
        {
            state(seen)
        }
        _ => None,
    };
    if head.passive || head.shape == Shape::Participle {
        let by = (head.last + 1..clause.end).find(|at| scene.words.lower(*at) == "by")?;
        return scene.seen_in(&(by..clause.end)).find_map(named);
    }
    scene.seen_in(&(clause.start..head.first)).filter_map(named).next()
}

/// The two sides of talks or a deal.
fn parties(scene: &Scene, event: &Event) -> (Option<Named>, Option<Named>) {
    let Some(head) = event.head.map(|head| &scene.heads[head]) else { return (None, None) };
    let clause = scene.clause(head.token);
    let mut sides =
        scene.seen_in(&clause).filter(|seen| !super::place::is_located(scene, seen)).filter_map(party);
    let first = sides.next();
    let second = sides.find(|side| first.as_ref().is_some_and(|first| first.key != side.key));
    (first, second)
}

fn party(seen: &Seen) -> Option<Named> {
    let key = match seen.kind {
        EntityKind::Person
        | EntityKind::Government
        | EntityKind::Institution
        | EntityKind::Alliance
        | EntityKind::ArmedGroup => seen.key.clone(),
        EntityKind::Country => format!("{}-government", seen.key),
        _ => return None,
    };
    Some(Named { key: Some(key), text: seen.range.clone() })
}

/// Who does it, without an object: whoever stands before it, or else after it.
fn agent(scene: &Scene, event: &Event) -> Option<Named> {
    let anchor = anchor(scene, event);
    let clause = scene.clause(anchor);
    if event.rule.id == "election" {
        return electing(scene, anchor);
    }
    let fits = |seen: &&Seen| {
        !seen.is_place() || matches!(seen.kind, EntityKind::Country) && !super::place::is_located(scene, seen)
    };
    let organised = matches!(event.rule.id, "end_mission" | "members" | "train");
    let group = || scene.seen_in(&clause).find(|seen| organised && seen.is_armed());
    let before = || scene.seen_in(&(clause.start..anchor)).filter(fits).last();
    let after = || scene.seen_in(&(anchor..clause.end)).find(fits);
    let chosen = group().or_else(before).or_else(after)?;
    let key = match (chosen.kind, event.rule.id) {
        (EntityKind::Country, "end_mission" | "members" | "train" | "transfer") => {
            format!("{}-forces", chosen.key)
        }
        (EntityKind::Country, _) => format!("{}-government", chosen.key),
        _ => chosen.key.clone(),
    };
    Some(Named { key: Some(key), text: chosen.range.clone() })
}

/// "the Iraqi parliamentary elections": what is elected.
fn electing(scene: &Scene, anchor: usize) -> Option<Named> {
    let near = anchor.saturating_sub(5)..anchor;
    let state = scene
        .seen_in(&near)
        .filter(|seen| seen.kind == EntityKind::Country || seen.country.is_some())
        .last()?;
    let country = if state.kind == EntityKind::Country { &state.key } else { state.country.as_ref()? };
    let body = if near.clone().any(|at| scene.words.lower(at).starts_with("parliament")) {
        "parliament"
    } else {
        "government"
    };
    Some(Named { key: Some(format!("{country}-{body}")), text: state.range.clone() })
}
