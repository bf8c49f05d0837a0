//! What stands as the subject of a verb: in its clause, before its participles, or shared with the verb before.

use std::ops::Range;

use super::heads::{Head, Shape};
use crate::extract::scene::{Named, Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::Predicate;

/// What a mention can be for a verb; tried in order.
pub(super) type Fits<'f> = &'f dyn Fn(&Seen) -> Option<Named>;

/// What stands as the subject of a head: the first fitting mention before it in its clause that no preposition governs;
/// for a verb without a subject of its own ("…, killing 12", "and wounded 5"), that of the verb before.
pub(in crate::extract) fn subject(scene: &Scene, head: usize, fits: &[Fits<'_>]) -> Option<Named> {
    let mut at = head;
    for _ in 0..3 {
        let found = &scene.heads[at];
        let clause = scene.clause(found.token);
        let before = scene.heads[..at].iter().rposition(|other| other.is_verb() && other.last < found.first);
        let start = before.map_or(clause.start, |before| scene.heads[before].last + 1).max(clause.start);
        let own = start..found.first;
        // What stands between it and the verb before is its own; after a joint it shares that verb's subject.
        let shares = follows_joint(scene, found.first);
        let opener = found.first.checked_sub(1).map_or("", |at| scene.words.lower(at));
        if matches!(opener, "which" | "that" | "who") {
            // "a conflict that has killed": what stands right before, and what names it.
            return antecedent(scene, start.min(found.first - 1)..found.first - 1, fits);
        }
        if shortens(scene, found, before) {
            // "a bomb claimed by ISIS killed", "a strike targeting militants killed": the object of what only
            // describes the subject is not the subject.
            let by = (own.start..own.end).find(|at| scene.words.lower(*at) == "by");
            if let Some(named) =
                by.and_then(|by| fits.iter().find_map(|fits| scene.seen_in(&(by..own.end)).find_map(*fits)))
            {
                return Some(named);
            }
        } else if let Some(named) = asked(scene, found, &own, fits) {
            return Some(named);
        } else if !shares && let Some(named) = subject_before(scene, own, fits) {
            return Some(named);
        }
        match before.filter(|before| scene.heads[*before].token + 25 > found.token) {
            Some(before) => at = before,
            None => return subject_before(scene, clause.start..found.first, fits),
        }
    }
    None
}

/// "an attack by the Taliban that killed", "forces that left": who the noun before a relative clause is or is of.
fn antecedent(scene: &Scene, own: Range<usize>, fits: &[Fits<'_>]) -> Option<Named> {
    let attack = scene.heads.iter().rfind(|head| {
        head.shape == Shape::Noun && head.is_cue_of(Predicate::Attack) && own.contains(&head.token)
    });
    let near = match attack {
        Some(attack) => attack.token.saturating_sub(3).max(own.start)..attack.token,
        None => own.end.saturating_sub(4).max(own.start)..own.end,
    };
    let by = (near.end..own.end).find(|at| scene.words.lower(*at) == "by");
    let by = by.map_or(own.end..own.end, |by| by..own.end);
    fits.iter().find_map(|fits| {
        scene.seen_in(&by).find_map(*fits).or_else(|| {
            scene.seen_in(&near).filter(|seen| !is_governed(scene, seen, near.start)).find_map(*fits)
        })
    })
}

/// "looking at the coalition to withdraw", "called on Israel to leave": who is to do it stands right before "to".
fn asked(scene: &Scene, verb: &Head, own: &Range<usize>, fits: &[Fits<'_>]) -> Option<Named> {
    let last = scene.seen_in(own).last()?;
    let close = scene.tokens(&last.range).end + 1 >= verb.first;
    fits.iter().find_map(|fits| fits(last)).filter(|_| close && verb.shape == Shape::Infinitive)
}

/// Whether the verb before is a participle that describes this verb's subject.
fn shortens(scene: &Scene, verb: &Head, before: Option<usize>) -> bool {
    let Some(before) = before.map(|before| &scene.heads[before]) else { return false };
    let joined = (before.last + 1..verb.first).all(|at| {
        scene.words.list[at].kind == Kind::Word && !matches!(scene.words.lower(at), "and" | "that" | "but")
    });
    matches!(before.shape, Shape::Gerund | Shape::Participle) && verb.shape == Shape::Finite && joined
}

/// "and wounded", ", wounded": nothing but a joint stands before the verb.
fn follows_joint(scene: &Scene, first: usize) -> bool {
    first > 0 && (scene.words.is(first - 1, Small::JOINT) || scene.words.raw(first - 1) == ",")
}

pub(in crate::extract) fn subject_before(
    scene: &Scene,
    tokens: Range<usize>,
    fits: &[Fits<'_>],
) -> Option<Named> {
    fits.iter().find_map(|fits| {
        scene.seen_in(&tokens).filter(|seen| !is_governed(scene, seen, tokens.start)).find_map(*fits)
    })
}

/// Whether a preposition stands before the noun phrase of a mention; "by" leads to who does it.
fn is_governed(scene: &Scene, seen: &Seen, from: usize) -> bool {
    let start = scene.tokens(&seen.range).start;
    (1..=3)
        .filter_map(|back| start.checked_sub(back))
        .take_while(|at| *at >= from && scene.words.list[*at].kind == Kind::Word)
        // "north of the town that rebel forces left"
        .take_while(|at| !matches!(scene.words.lower(*at), "that" | "which" | "whom"))
        .any(|at| scene.words.is(at, Small::PREPOSITION) && scene.words.lower(at) != "by")
}
