//! Whether a count is the size of a group, an army or a coalition, wherever its members are.

use std::ops::Range;

use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::place::is_located;
use crate::extract::scene::{Counted, Counting, Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{EntityKind, Predicate};

/// Whether those counted bear arms or belong to a group that does.
pub(super) fn is_armed(count: &Counted) -> bool {
    count.counting == Counting::Troops || count.quantity.unit == "members"
}

/// A handful of members is no size.
pub(super) fn is_large(count: &Counted) -> bool {
    let quantity = &count.quantity;
    [quantity.low, quantity.best, quantity.high]
        .into_iter()
        .flatten()
        .max()
        .is_some_and(|number| number >= 20)
}

/// "150,000 members of", "a force of 13,000", "the group had about 100 fighters"
pub(super) fn is_size(scene: &Scene, tokens: &Range<usize>, is_armed_count: bool) -> bool {
    let words = &scene.words;
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| words.lower(at));
    let of_force = before(1) == "of"
        && (matches!(before(2), "force" | "army" | "strength" | "coalition" | "militia" | "contingent")
            || before(2) == "group" && is_armed_count);
    // "10,000 men under arms"
    let under_arms = matches!(
        (words.lower(tokens.end), words.lower(tokens.end + 1)),
        ("under", "arms") | ("in", "uniform") | ("in", "arms") | ("on", "active")
    ) || words.lower(tokens.end) == "in" && words.lower(tokens.end + 2) == "ranks";
    let service = tokens.clone().any(|at| matches!(words.lower(at), "service" | "staff" | "crew" | "family"));
    let members = !service
        && tokens.clone().any(|at| {
            matches!(words.lower(at), "members" | "member" | "fighters" | "strong")
                || words.lower(at).ends_with("-strong")
        });
    let strong = tokens.clone().any(|at| words.lower(at).ends_with("strong"));
    // "the country's 85,000-strong army", "its 40,000-strong rapid reaction force"
    let body = (tokens.end..tokens.end + 4).any(|at| {
        at < tokens.end + 3 && matches!(words.lower(at), "army" | "navy" | "militia" | "military")
            || words.lower(at) == "reaction" && matches!(words.lower(at + 1), "force" | "unit" | "corps")
    });
    let army = strong && body;
    // "the group's estimated 5,000 members"
    let owned = (1..=2).filter_map(|back| tokens.start.checked_sub(back)).any(|at| {
        words.is_possessive(at)
            && ["group", "militia", "movement", "faction", "insurgency", "network"]
                .iter()
                .any(|noun| words.lower(at).starts_with(noun))
    });
    let group =
        army || owned || scene.seen.iter().any(|seen| seen.kind == EntityKind::ArmedGroup || seen.is_armed());
    // "…, the minister said in Tirana": where it is said.
    let said = |seen: &Seen| {
        let at = scene.tokens(&seen.range).start;
        let says = |head: &Head| head.class == Some(Class::Say) && (tokens.end..at).contains(&head.token);
        scene.heads.iter().any(says)
    };
    let placed = scene.seen.iter().any(|seen| seen.is_place() && is_located(scene, seen) && !said(seen));
    // "set up a force of 3,000": there is none yet to be anywhere.
    let set_up = before(1) == "of"
        && before(2) == "force"
        && scene.heads.iter().rfind(|head| head.is_verb() && head.last < tokens.start).is_some_and(|verb| {
            let word = words.lower(verb.token);
            let makes = ["creat", "form", "establish", "rais", "recruit", "assembl", "buil"];
            makes.iter().any(|stem| word.starts_with(stem))
                || word == "set" && words.lower(verb.token + 1) == "up"
        });
    // "with 3,000 fighters, the group is the largest"
    let with = before(1) == "with"
        && (tokens.end..tokens.end + 4).any(|at| {
            matches!(words.lower(at), "group" | "militia" | "faction" | "movement" | "army" | "alliance")
        });
    // "The Afghan army, with 180,000 troops,"
    let has = before(1) == "with"
        && (words.mark(tokens.start.saturating_sub(2)) == b',' && tokens.start >= 3)
        && matches!(before(3), "army" | "military" | "militia" | "group" | "navy")
        && is_armed_count;
    // "Togo's army, about 15,000 strong,", "the militia is 3,000 strong"
    let named = (tokens.start.saturating_sub(4)..tokens.start).any(|at| {
        matches!(
            words.lower(at),
            "army" | "navy" | "militia" | "military" | "group" | "movement" | "coalition"
        ) && !(at + 1..tokens.start).any(|at| words.is(at, Small::PREPOSITION) && words.lower(at) != "about")
    });
    let is_strong = words.lower(tokens.end - 1) == "strong" || words.lower(tokens.end) == "strong";
    // "backed by the alliance's 40,000-strong rapid reaction force": wherever the sentence is.
    let own_army = army && tokens.start.checked_sub(1).is_some_and(|at| words.is_possessive(at));
    (has || set_up) && !placed
        || named && is_strong
        || own_army
        || (before(1) == "of" && before(2) == "strength")
        || (of_force || members && group || with || under_arms) && !placed
}

/// "The militia still has some 100 fighters", "the army will have 30,000 soldiers": a group or an army has its
/// members wherever they are.
pub(super) fn has_members(scene: &Scene, tokens: &Range<usize>, head: Option<usize>) -> bool {
    let Some(has) = head.map(|head| &scene.heads[head]).filter(|head| head.class == Some(Class::Have)) else {
        return false;
    };
    let words = &scene.words;
    let clause = scene.clause(has.token);
    let owner = clause.start..has.first;
    let noun = (owner.start..owner.end).any(|at| {
        matches!(
            words.lower(at),
            "faction"
                | "group"
                | "militia"
                | "movement"
                | "army"
                | "organization"
                | "organisation"
                | "network"
        ) || words.lower(at) == "forces" && at > 0 && words.lower(at - 1) == "armed"
    });
    let named = scene.seen_in(&owner).any(|seen| seen.kind == EntityKind::ArmedGroup && !seen.is_demonym);
    let clause = scene.clause(tokens.start);
    let placed = scene.seen_in(&clause).any(|seen| seen.is_place() && is_located(scene, seen));
    let there = clause.clone().any(|at| words.lower(at) == "there");
    (noun || named) && !placed && !there
}

/// "a group of 30 men on motorcycles attacked a radio station": so many did it, and no more is said of the group.
pub(super) fn is_deed_of_group(scene: &Scene, tokens: &Range<usize>) -> bool {
    let verb = scene.heads.iter().find(|head| head.first >= tokens.end && head.shape == Shape::Finite);
    let close = |head: &&Head| {
        (tokens.end..head.first).all(|at| scene.words.list[at].kind == Kind::Word)
            && head.first <= tokens.end + 5
    };
    let deed = |head: &Head| head.is_cue_of(Predicate::Attack) || head.is_cue_of(Predicate::Killed);
    scene.words.lower(tokens.start.wrapping_sub(2)) == "group"
        && verb.filter(close).is_some_and(|head| !head.passive && deed(head))
}
