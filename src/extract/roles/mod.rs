//! Who does what to whom.

pub(super) mod actor;
mod attacked;
pub(super) mod confined;
mod deed;
pub(super) mod doers;
mod forces;
mod irregulars;
mod losers;
pub(super) mod movers;
mod parties;
mod parties_before;
mod perpetrator;
pub(super) mod they;
mod victim_words;
pub(super) mod victims;

use self::forces::forces;
use self::parties::{describes_person, parties};
use self::perpetrator::perpetrator;
use crate::extract::events::Event;
use crate::extract::memory::Memory;
use crate::extract::place::is_located;
use crate::extract::rules::Roles;
use crate::extract::scene::{Named, Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::model::vocabulary::EntityKind;

/// Subject and object of an event.
pub(super) fn roles(scene: &Scene, event: &Event, memory: &Memory<'_>) -> (Option<Named>, Option<Named>) {
    match event.rule.roles {
        Roles::Forces => (forces(scene, event, memory), None),
        Roles::Victims => {
            // Whom they did it to hangs on where it was: `victims`.
            (event.head.and_then(|head| perpetrator(scene, head, memory)), None)
        }
        Roles::Parties => parties(scene, event, memory),
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

/// Who does it, without an object: whoever stands before it, or else after it.
fn agent(scene: &Scene, event: &Event) -> Option<Named> {
    let anchor = anchor(scene, event);
    let clause = scene.clause(anchor);
    if event.rule.id == "election" {
        return electing(scene, anchor);
    }
    let fits = |seen: &&Seen| {
        !describes_person(scene, seen) && !seen.is_place()
            || matches!(seen.kind, EntityKind::Country) && !is_located(scene, seen)
    };
    let organised = matches!(event.rule.id, "end_mission" | "members" | "train");
    // "the NATO combat mission ends": the words before the verb say whose.
    let own = |seen: &&Seen| organised && (seen.is_armed() || matches!(seen.key, "nato" | "un"));
    let near = || scene.seen_in(&(anchor.saturating_sub(6).max(clause.start)..anchor)).filter(own).last();
    let group = || near().or_else(|| scene.seen_in(&clause).find(own));
    let before = || scene.seen_in(&(clause.start..anchor)).filter(fits).last();
    let after = || scene.seen_in(&(anchor..clause.end)).find(fits);
    let chosen = group().or_else(before).or_else(after)?;
    let key = match (chosen.kind, event.rule.id) {
        (EntityKind::Country, "end_mission" | "members" | "train" | "transfer") => {
            format!("{}-forces", chosen.key)
        }
        (EntityKind::Alliance, "end_mission" | "members" | "train")
            if matches!(chosen.key, "nato" | "un") =>
        {
            format!("{}-forces", chosen.key)
        }
        (EntityKind::Country, _) => format!("{}-government", chosen.key),
        _ => chosen.key.to_owned(),
    };
    Some(Named { key: Some(key), text: chosen.range.clone() })
}

/// "the Iraqi parliamentary elections": what is elected.
fn electing(scene: &Scene, anchor: usize) -> Option<Named> {
    let near = anchor.saturating_sub(5)..anchor;
    // "the invasion of Ukraine and the election": of two things that "and" joins the second has its own.
    let joined = near
        .clone()
        .rev()
        .find(|at| scene.words.lower(*at) == "and" && scene.words.is(at + 1, Small::DETERMINER));
    let near = joined.unwrap_or(near.start)..anchor;
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
