//! Whose forces move, stay or are there.

use std::ops::Range;

use super::actor::{Doer, Search};
use super::anchor;
use super::irregulars::of_no_state;
use super::movers::is_off_to_fight;
use super::perpetrator::perpetrator;
use super::victims::residents;
use crate::extract::events::Event;
use crate::extract::grammar::heads::Shape;
use crate::extract::grammar::subject::{subject, subject_before};
use crate::extract::memory::Memory;
use crate::extract::place::is_located;
use crate::extract::scene::{Mover, Named, Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{EntityKind, Predicate};

/// The forces that move, stay or are there: in the count, then beside the head, then those last spoken of.
pub(super) fn forces(scene: &Scene, event: &Event, memory: &Memory<'_>) -> Option<Named> {
    let anchor = anchor(scene, event);
    if let Some(count) = event.count.filter(|count| scene.counts[*count].mover == Mover::Residents) {
        if event.head.is_some_and(|head| is_off_to_fight(scene, head)) {
            let text = scene.words.bytes(anchor, anchor);
            return Some(Named { key: Some("foreign-fighters".to_owned()), text });
        }
        return Some(residents(scene, count, memory));
    }
    let clause = scene.clause(anchor);
    let counted =
        event.count.and_then(|count| of_count(scene, &scene.counts[count].range, event.rule.predicate));
    let counted = counted.or_else(|| {
        let count = &scene.counts[event.count?];
        if count.quantity.unit == "troops" { of_many(scene, &count.range, memory) } else { None }
    });
    let fighters = || event.count.and_then(|count| of_no_state(scene, &scene.counts[count]));
    if counted.is_none()
        && let Some(fighters) = fighters()
    {
        return fighters;
    }
    counted.or_else(|| beside(scene, event, &clause, memory)).or_else(|| {
        let host = host(scene, memory);
        memory
            .forces_abroad(host.as_deref())
            .filter(|_| event.rule.id != "invade")
            .map(str::to_owned)
            .or_else(|| at_home(scene, event, host.as_deref(), memory))
            .map(|key| Named { key: Some(key), text: scene.words.bytes(anchor, anchor) })
    })
}

/// "60 foreign soldiers", "1,500 international troops": of no one country, and not of the one where they are.
pub(super) fn of_many(scene: &Scene, count: &Range<usize>, memory: &Memory<'_>) -> Option<Named> {
    let words = &scene.words;
    let whose = scene
        .tokens(count)
        .find(|at| matches!(words.lower(*at), "foreign" | "international" | "multinational"))?;
    let key = memory.forces_of_many().map_or_else(|| format!("{}-forces", words.lower(whose)), str::to_owned);
    Some(Named { key: Some(key), text: words.bytes(whose, whose) })
}

/// "troops patrol the streets of the capital": where a text names nobody's forces, they are those of the country.
fn at_home(scene: &Scene, event: &Event, host: Option<&str>, memory: &Memory<'_>) -> Option<String> {
    let word = event.head.map_or("", |head| scene.words.lower(scene.heads[head].token));
    let spreads_out = ["deploy", "fan", "mobili", "patrol"].iter().any(|stem| word.starts_with(stem));
    let told = event.count.is_some() && event.rule.id == "deploy" && spreads_out;
    // "a summit of the African Union agreed on a force"
    let foreign = scene.seen.iter().any(|seen| seen.kind == EntityKind::Alliance);
    host.filter(|_| told && !foreign && !memory.names_forces()).map(|host| format!("{host}-forces"))
}

/// "2,500 US troops", "3,000 from NATO partners", "68,000 of the troops are American": whose those counted are.
fn of_count(scene: &Scene, range: &Range<usize>, predicate: Predicate) -> Option<Named> {
    let words = &scene.words;
    let inside = |seen: &&Seen| range.start <= seen.range.start && seen.range.end <= range.end;
    let end = scene.tokens(range).end;
    let from = || {
        let reach = end + 1..(end + 6).min(words.len());
        let reach = reach.start..reach.clone().find(|at| words.raw(*at) == ",").unwrap_or(reach.end);
        // "pull 500 troops from Iraq": where they were.
        let leave = predicate == Predicate::Withdraw;
        // "troops from other NATO countries will leave": nobody is in an alliance as in a country.
        let whose = |seen: &Seen| state(seen).filter(|_| !leave || seen.kind == EntityKind::Alliance);
        (words.lower(end) == "from").then(|| scene.seen_in(&reach).find_map(whose))?
    };
    // "11,000 of them American"
    let of_them = || {
        let whose = scene.seen_in(&(end + 2..end + 3)).find(|seen| seen.is_demonym)?;
        state(whose).filter(|_| words.says_of_them(end))
    };
    let are = || {
        let be = (end..(end + 9).min(words.len())).find(|at| matches!(words.lower(*at), "are" | "were"))?;
        let seen = scene.seen_in(&(be + 1..be + 2)).find(|seen| seen.is_demonym)?;
        words.list.get(be + 2).is_none_or(|next| next.kind == Kind::Mark).then(|| state(seen))?
    };
    // "the 8,800-strong UN force"
    let strong = scene.tokens(range).any(|at| words.lower(at).ends_with("-strong"));
    let bodies = scene.words.bytes(end, (end + 1).min(words.len().saturating_sub(1)));
    let body = |seen: &&Seen| strong && bodies.start <= seen.range.start && seen.range.end <= bodies.end;
    // "Greece will send 700, Turkey, 500": a country right before a number without a noun.
    let contributed = || {
        let last = scene.tokens(range).start.checked_sub(1)?;
        let last = if words.mark(last) == b',' { last.checked_sub(1)? } else { last };
        let bare = scene.tokens(range).len() == 1;
        let whose = scene.seen.iter().find(|seen| bare && scene.tokens(&seen.range).end == last + 1)?;
        let country = whose.kind == EntityKind::Country && !whose.is_demonym && !whose.is_pronoun;
        // "in Iraq, 500 were killed"
        let led = scene
            .tokens(&whose.range)
            .start
            .checked_sub(1)
            .is_some_and(|at| words.is(at, Small::PREPOSITION));
        state(whose).filter(|_| country && !led)
    };
    are()
        .or_else(of_them)
        .or_else(contributed)
        .or_else(|| {
            scene
                .seen
                .iter()
                .filter(|seen| inside(seen) || body(seen))
                .find_map(|seen| led(scene, seen).or_else(|| armed(seen)))
        })
        .or_else(from)
}

/// "the U.S.-led international force": the coalition that a country leads.
fn led(scene: &Scene, seen: &Seen) -> Option<Named> {
    let end = scene.tokens(&seen.range).end;
    let leads = end > 0 && scene.words.raw(end - 1).ends_with("-led");
    let others = (end..end + 3).any(|at| matches!(scene.words.lower(at), "international" | "multinational"));
    (leads && others && seen.kind == EntityKind::Country)
        .then(|| Named { key: Some(format!("{}-led-coalition", seen.key)), text: seen.range.clone() })
}

/// The country where they are or would be.
pub(super) fn host(scene: &Scene, memory: &Memory<'_>) -> Option<String> {
    let located = scene.seen.iter().find(|seen| seen.is_place() && is_located(scene, seen));
    match located {
        Some(seen) if seen.kind == EntityKind::Country => Some(seen.key.to_owned()),
        Some(seen) => seen.country.map(str::to_owned),
        None => memory.country(),
    }
}

/// The forces beside a head: what the verb takes, who stands before it, what a noun is of.
fn beside(scene: &Scene, event: &Event, clause: &Range<usize>, memory: &Memory<'_>) -> Option<Named> {
    let anchor = anchor(scene, event);
    let head = event.head.map(|head| &scene.heads[head]);
    let forces = |seen: &Seen| {
        led(scene, seen).or_else(|| armed(seen).filter(|_| is_force(seen) && !is_object_of_help(scene, seen)))
    };
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
    let pronoun = || {
        let search = Search { scene, memory: Some(memory), sends: true };
        let verb = event.head.filter(|head| scene.heads[*head].is_verb())?;
        // "they were sent": of what is moved only a pronoun says who it was.
        let moved = scene.heads[verb].passive;
        let told = !moved || matches!(search.doer(&search.own(verb).tokens), Doer::Pronoun);
        told.then(|| search.actor(verb, 0))?
    };
    object
        .or_else(acts)
        .or_else(pronoun)
        .or_else(|| right(clause.len()))
        .or_else(|| scene.seen_in(clause).find_map(forces))
        .or_else(|| scene.seen.iter().find_map(forces))
        .or_else(|| scene.seen.iter().find_map(|seen| sends(scene, seen).filter(|_| commands(seen))))
}

/// "to train Afghan forces", "support for the Iraqi army": those who are helped are not those who stay or go.
fn is_object_of_help(scene: &Scene, seen: &Seen) -> bool {
    let start = scene.tokens(&seen.range).start;
    (1..=4)
        .filter_map(|back| start.checked_sub(back))
        .take_while(|at| scene.words.list[*at].kind == Kind::Word)
        .any(|at| {
            let word = scene.words.lower(at);
            let helps = [
                "train", "advis", "assist", "support", "mentor", "equip", "prepar", "fight", "combat", "help",
            ]
            .iter()
            .any(|stem| word.starts_with(stem));
            helps && !matches!(word, "trainers" | "advisers" | "advisors" | "fighters" | "fighter")
        })
}

/// Whose forces a mention stands for that sends, keeps or withdraws them.
fn sends(scene: &Scene, seen: &Seen) -> Option<Named> {
    if seen.is_place() && is_located(scene, seen) {
        return None;
    }
    armed(seen).or_else(|| {
        let country = seen.country.as_ref().filter(|_| commands(seen))?;
        Some(Named { key: Some(format!("{country}-forces")), text: seen.range.clone() })
    })
}

/// A person, office or institution through which a country moves its forces.
pub(super) fn commands(seen: &Seen) -> bool {
    matches!(
        seen.kind,
        EntityKind::Person | EntityKind::Office | EntityKind::Institution | EntityKind::Government
    )
}

fn is_force(seen: &Seen) -> bool {
    matches!(seen.kind, EntityKind::Force | EntityKind::Coalition)
}

/// A name inside a count as forces: "US" in "2,500 US troops".
pub(super) fn armed(seen: &Seen) -> Option<Named> {
    if seen.is_armed() {
        return Some(Named { key: Some(seen.key.to_owned()), text: seen.range.clone() });
    }
    state(seen)
}

/// A state, government or alliance as its forces.
pub(super) fn state(seen: &Seen) -> Option<Named> {
    let key = match seen.kind {
        EntityKind::Country => format!("{}-forces", seen.key),
        EntityKind::Government => format!("{}-forces", seen.key.strip_suffix("-government")?),
        EntityKind::Alliance if matches!(seen.key, "nato" | "un") => format!("{}-forces", seen.key),
        _ => return None,
    };
    Some(Named { key: Some(key), text: seen.range.clone() })
}
