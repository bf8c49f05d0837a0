//! The two sides of talks or a deal.

use super::events::Event;
use super::function_words::Small;
use super::heads::Shape;
use super::scene::{Named, Scene, Seen};
use super::subject::subject;
use super::word::Kind;
use crate::model::vocabulary::EntityKind;

/// The two sides of talks or a deal.
pub(super) fn parties(scene: &Scene, event: &Event) -> (Option<Named>, Option<Named>) {
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
pub(super) fn describes_person(scene: &Scene, seen: &Seen) -> bool {
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
