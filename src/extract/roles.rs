//! Who does what to whom.

use std::ops::Range;

use super::events::Event;
use super::function_words::Small;
use super::heads::Shape;
use super::memory::Memory;
use super::perpetrator::perpetrator;
use super::rules::Roles;
use super::scene::{Named, Scene, Seen};
use super::subject::{subject, subject_before};
use super::word::Kind;
use crate::model::vocabulary::EntityKind;

/// Subject and object of an event.
pub(super) fn roles(scene: &Scene, event: &Event, memory: &Memory<'_>) -> (Option<Named>, Option<Named>) {
    match event.rule.roles {
        Roles::Forces => (forces(scene, event, memory), None),
        Roles::Victims => (event.head.and_then(|head| perpetrator(scene, head, memory)), victims(scene, event)),
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
fn forces(scene: &Scene, event: &Event, memory: &Memory<'_>) -> Option<Named> {
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
    counted.or_else(|| beside(scene, event, &clause, memory)).or_else(|| {
        memory
            .forces()
            .filter(|_| event.rule.id != "invade")
            .map(|key| Named { key: Some(key.to_owned()), text: scene.words.bytes(anchor, anchor) })
    })
}

/// The forces beside a head: what the verb takes, who stands before it, what a noun is of.
fn beside(scene: &Scene, event: &Event, clause: &Range<usize>, memory: &Memory<'_>) -> Option<Named> {
    let anchor = anchor(scene, event);
    let head = event.head.map(|head| &scene.heads[head]);
    let forces = |seen: &Seen| armed(seen).filter(|_| is_force(seen));
    let right = |reach: usize| {
        let end = (anchor + reach).min(clause.end);
        scene.seen_in(&(anchor..end)).find_map(forces)
    };
    if head.is_some_and(|head| head.shape == Shape::Noun && event.rule.id == "invade") {
        // "the 2003 invasion", "launched its ground offensive": the words before it say whose, or who begins it.
        let head = event.head?;
        return perpetrator(scene, head, memory).or_else(|| subject(scene, head, &[&forces]));
    }
    let acts = || match event.head {
        Some(head) => subject(scene, head, &[&forces, &|seen| sends(scene, seen)]),
        None => subject_before(scene, clause.start..anchor, &[&|seen| sends(scene, seen)]),
    };
    let takes = head.is_some_and(|head| !head.passive && (head.is_verb() || head.shape == Shape::Noun));
    let object = if takes { right(7) } else { None };
    object
        .or_else(acts)
        .or_else(|| right(clause.len()))
        .or_else(|| scene.seen_in(clause).find_map(forces))
        .or_else(|| scene.seen.iter().find_map(forces))
        .or_else(|| scene.seen.iter().find_map(|seen| sends(scene, seen).filter(|_| commands(seen))))
}

/// Whose forces a mention stands for that sends, keeps or withdraws them.
fn sends(scene: &Scene, seen: &Seen) -> Option<Named> {
    if seen.is_place() && super::place::is_located(scene, seen) {
        return None;
    }
    armed(seen).or_else(|| {
        let country = seen.country.as_ref().filter(|_| commands(seen))?;
        Some(Named { key: Some(format!("{country}-forces")), text: seen.range.clone() })
    })
}

/// A person, office or institution through which a country moves its forces.
fn commands(seen: &Seen) -> bool {
    matches!(
        seen.kind,
        EntityKind::Person | EntityKind::Office | EntityKind::Institution | EntityKind::Government
    )
}

fn is_force(seen: &Seen) -> bool {
    matches!(seen.kind, EntityKind::Force | EntityKind::Coalition)
}

/// A name inside a count as forces: "US" in "2,500 US troops".
fn armed(seen: &Seen) -> Option<Named> {
    if seen.is_armed() {
        return Some(Named { key: Some(seen.key.clone()), text: seen.range.clone() });
    }
    state(seen)
}

/// A state, government or alliance as its forces.
pub(super) fn state(seen: &Seen) -> Option<Named> {
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

/// The two sides of talks or a deal.
fn parties(scene: &Scene, event: &Event) -> (Option<Named>, Option<Named>) {
    let Some(index) = event.head else { return (None, None) };
    let head = &scene.heads[index];
    let clause = scene.clause(head.token);
    let side = |seen: &Seen| {
        let speaks = !super::place::is_located(scene, seen) && !describes_person(scene, seen);
        party(seen).filter(|_| speaks)
    };
    let active = head.is_verb() && !head.passive && head.shape != Shape::Participle;
    let who = if active { subject(scene, index, &[&side]) } else { None };
    let other = |one: &Option<Named>, named: &Named| {
        one.as_ref().is_none_or(|one| one.key != named.key && one.text != named.text)
    };
    if who.is_some() {
        let after =
            scene.seen_in(&(head.last + 1..clause.end)).filter_map(side).find(|named| other(&who, named));
        let before =
            || scene.seen_in(&(clause.start..head.first)).filter_map(side).find(|named| other(&who, named));
        let whom = after.or_else(before);
        return (who, whom);
    }
    let mut sides = scene.seen_in(&clause).filter_map(side);
    let first = sides.next();
    let second = sides.find(|named| first.is_some() && other(&first, named));
    (first, second)
}

/// "Ukraine's President Petro Poroshenko": the country only says who he is.
fn describes_person(scene: &Scene, seen: &Seen) -> bool {
    let end = scene.tokens(&seen.range).end;
    matches!(seen.kind, EntityKind::Country | EntityKind::Office | EntityKind::Institution)
        && scene.seen.iter().any(|other| {
            let start = scene.tokens(&other.range).start;
            other.kind == EntityKind::Person
                && !other.is_pronoun
                && (end..end + 5).contains(&start)
                && (end..start).all(|at| {
                    scene.words.list[at].kind == Kind::Word
                        && !scene.words.is(at, Small::PREPOSITION | Small::CLAUSE)
                })
        })
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
        !describes_person(scene, seen) && !seen.is_place()
            || matches!(seen.kind, EntityKind::Country) && !super::place::is_located(scene, seen)
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
