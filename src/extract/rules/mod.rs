//! The rules: one file each, one list.

mod agreement;
mod announce;
mod attack;
mod budget;
mod captured;
mod deploy;
mod election;
mod end_mission;
mod invade;
mod killed;
mod members;
mod remain;
mod stationed;
mod talks;
mod train;
mod transfer;
mod vote;
mod withdraw;
mod wounded;

use std::ops::Range;

use super::attach::counts::harmed_behind;
use super::events::Event;
use super::grammar::heads::{Head, Predicates};
use super::matter::{is_leaving, is_of_office};
use super::roles::they::they_move;
use super::scene::{Counted, Counting, Mover, Scene};
use super::words::function_words::Small;
use super::words::lexicon::About;
use super::words::word::Kind;
use crate::model::vocabulary::{EntityKind, Predicate, PredicateGroup};

/// How a rule finds out who does what to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Roles {
    /// The subject is the forces that move, stay or are there.
    Forces,
    /// The object is who suffers it, the subject who does it.
    Victims,
    /// Subject and object are two sides.
    Parties,
    /// The subject does it; there is no object.
    Agent,
}

/// A rule: which heads are this predicate's, and what it takes to make a claim of one.
pub(super) struct Rule {
    /// Name of rule, file and cases.
    pub(super) id: &'static str,
    /// What it reads.
    pub(super) predicate: Predicate,
    /// Who does what to whom.
    pub(super) roles: Roles,
    /// Whether a head, a cue of the predicate, is used in its sense.
    pub(super) accepts: fn(&Scene, usize) -> bool,
    /// Whether it counts such things.
    pub(super) counts: fn(&Counted) -> bool,
    /// Whether a date alone makes a claim.
    pub(super) dated: bool,
    /// Whether a denial alone makes a claim.
    pub(super) denied: bool,
}

/// Every rule; where a word is a cue of several predicates, the first rule that accepts it reads it.
pub(super) const RULES: &[Rule] = &[
    killed::RULE,
    wounded::RULE,
    captured::RULE,
    withdraw::RULE,
    remain::RULE,
    deploy::RULE,
    stationed::RULE,
    end_mission::RULE,
    transfer::RULE,
    invade::RULE,
    attack::RULE,
    talks::RULE,
    agreement::RULE,
    announce::RULE,
    vote::RULE,
    election::RULE,
    members::RULE,
    train::RULE,
    budget::RULE,
];

/// The rule for a head.
pub(super) fn rule_for(scene: &Scene, head: usize) -> Option<&'static Rule> {
    let predicates = scene.heads[head].predicates;
    if predicates.is_empty() {
        return None;
    }
    RULES.iter().find(|rule| predicates.has(rule.predicate) && (rule.accepts)(scene, head))
}

/// Whether a denial alone can make a claim of one of the predicates.
pub(super) fn can_deny(predicates: Predicates) -> bool {
    RULES.iter().any(|rule| rule.denied && predicates.has(rule.predicate))
}

/// Whether a sentence names what is voted for: an office or a chamber. "Voting" and "cast ballots" alone would do for a
/// referendum as well.
pub(super) fn names_office(scene: &Scene) -> bool {
    (0..scene.words.len()).any(|at| {
        let (word, title) = (scene.words.lower(at), scene.words.list[at].capital);
        let office = is_of_office(word) || matches!(word, "president" | "parliament" | "candidates");
        // "the vote on a new government"
        let new = word == "government" && at > 0 && matches!(scene.words.lower(at - 1), "new" | "national");
        word.starts_with("elect") || !title && office || new
    })
}

/// Reads an election as a vote.
pub(super) fn as_vote(event: &mut Event) {
    if event.rule.predicate == Predicate::Election {
        event.rule = &vote::RULE;
    }
}

/// The rule of a predicate.
pub(super) fn rule_of(predicate: Predicate) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.predicate == predicate)
}

/// People in uniform.
fn troops(count: &Counted) -> bool {
    count.counting == Counting::Troops || count.mover == Mover::Posted
}

/// People in uniform, and those who live there.
fn movers(count: &Counted) -> bool {
    troops(count) || count.mover == Mover::Residents
}

/// Nothing is counted.
fn never(_count: &Counted) -> bool {
    false
}

/// People of any kind.
fn people(count: &Counted) -> bool {
    matches!(count.counting, Counting::Troops | Counting::People)
}

/// "threatened to kill 20 hostages", "plotting to kill hundreds": what somebody means to do, and has not done.
fn is_threatened(scene: &Scene, head: usize) -> bool {
    let first = scene.heads[head].first;
    let to = [first, first.wrapping_sub(1)].into_iter().find(|at| scene.words.lower(*at) == "to");
    let Some(verb) = to.and_then(|to| to.checked_sub(1)) else { return false };
    [
        "threat",
        "plot",
        "conspir",
        "vow",
        "plan",
        "intend",
        "permission",
        "want",
        "seek",
        "hop",
        "attempt",
        "tr",
    ]
    .iter()
    .any(|stem| {
        let word = scene.words.lower(verb);
        word.starts_with(stem)
            && (*stem != "tr" || matches!(word, "try" | "tries" | "tried" | "trying"))
            && (*stem != "hop" || word.starts_with("hope") || word == "hoping")
    })
}

/// "more than 31,000 cases, including 733 deaths", "the pandemic has killed": nobody did it.
fn is_of_disease(scene: &Scene) -> bool {
    (0..scene.words.len()).any(|at| {
        matches!(
            scene.words.lower(at),
            "covid"
                | "covid-19"
                | "coronavirus"
                | "pandemic"
                | "virus"
                | "epidemic"
                | "outbreak"
                | "infections"
                | "cholera"
                | "ebola"
                | "measles"
                | "malaria"
                | "influenza"
                | "overdoses"
                | "opioid"
        )
    })
}

/// "leave 200 troops in Syria", "could be left in the country": somebody leaves them there, nobody leaves.
fn leaves_behind(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let words = &scene.words;
    if !is_leaving(words.lower(found.token)) {
        return false;
    }
    let there = |at: usize| {
        matches!(
            words.lower(at),
            "in" | "behind"
                | "there"
                | "on"
                | "at"
                | "inside"
                | "across"
                | "near"
                | "outside"
                | "around"
                | "along"
                | "within"
                | "until"
                | "till"
        )
    };
    if has_left(scene, found.token) {
        return true;
    }
    if found.passive {
        return there(found.token + 1);
    }
    if leaves_rest(scene, head) {
        return true;
    }
    // The noun phrase that is its object, up to the words of place.
    let object = (found.token + 1..(found.token + 12).min(words.len())).take_while(|at| {
        let listed =
            words.mark(*at) == b',' && words.list.get(at + 1).is_some_and(|next| next.kind == Kind::Number);
        (words.list[*at].kind != Kind::Mark || listed) && !there(*at)
    });
    // "leave about 1,000 there": the number is of them.
    let counted =
        |at: usize| scene.counts.iter().any(|count| troops(count) && scene.words.is_within(at, &count.range));
    let (end, forces) = object.fold((found.token, false), |(_, forces), at| {
        (at, forces || words.entry(at).about.force || counted(at))
    });
    forces && there(end + 1) && harmed_behind(scene, end + 1).is_none()
}

/// "to have only 1,000 soldiers left by May": so many are still there.
fn has_left(scene: &Scene, left: usize) -> bool {
    let words = &scene.words;
    let counted = scene.counts.iter().filter(|count| troops(count)).map(|count| scene.tokens(&count.range));
    words.lower(left) == "left"
        && counted.filter(|tokens| tokens.end == left).any(|tokens| {
            (tokens.start.saturating_sub(3)..tokens.start)
                .any(|at| words.is(at, Small::HAVE) || words.lower(at) == "with")
        })
}

/// "halve the force": what is counted behind it is the whole.
pub(super) fn halves(scene: &Scene, head: usize) -> bool {
    scene.words.lower(scene.heads[head].token).starts_with("halv")
}

/// "halved the force, leaving 3,000 soldiers": so many stay.
fn leaves_rest(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let comma = found.first.checked_sub(1).is_some_and(|at| scene.words.raw(at) == ",");
    let object = || {
        scene.counts.iter().filter(|count| troops(count)).map(|count| scene.tokens(&count.range)).any(
            |tokens| {
                (found.last + 1..found.last + 8).contains(&tokens.start)
                    && !(tokens.end..tokens.end + 2).any(|at| {
                        matches!(scene.words.lower(at), "dead" | "wounded" | "injured" | "to" | "without")
                    })
            },
        )
    };
    // "That leaves 68,000 soldiers", "the pullout will leave 900"
    let word = scene.words.lower(found.token);
    let subject = found.first.checked_sub(1).map_or("", |at| scene.words.lower(at));
    let told = matches!(word, "leaves" | "leave" | "left")
        && (matches!(subject, "that" | "which" | "this") && found.first < 2
            || matches!(
                subject,
                "withdrawal" | "pullout" | "drawdown" | "departure" | "cut" | "cuts" | "move"
            ));
    (word == "leaving" && comma || told) && scene.troop_heads.contains(&head) && object()
}

/// A head with the tokens of its clause at most `reach` away, not counting those that only say where or when.
fn window(scene: &Scene, head: usize, reach: usize) -> Range<usize> {
    let head = &scene.heads[head];
    let clause = scene.clause(head.token);
    let counts = |at: &usize| !scene.is_passed(*at, head.token);
    let left = (clause.start..head.first).rev().filter(counts).take(reach).last();
    let right = (head.last + 1..clause.end).filter(counts).take(reach).last();
    left.unwrap_or(head.first)..right.map_or(head.last + 1, |at| at + 1).min(clause.end.max(head.last + 1))
}

/// The tokens near a head: in its clause, at most `reach` away.
fn around(scene: &Scene, head: usize, reach: usize) -> impl Iterator<Item = usize> {
    let window = window(scene, head, reach);
    let head = &scene.heads[head];
    let (first, token, last) = (head.first, head.token, head.last);
    // "bring thousands of troops home": what stands before the particle is not the verb's.
    window.filter(move |at| *at < first || *at > token && *at != last)
}

/// Whether one of these words stands near a head.
pub(super) fn near(scene: &Scene, head: usize, reach: usize, fits: impl Fn(&str) -> bool) -> bool {
    around(scene, head, reach).any(|at| fits(scene.words.lower(at)))
}

/// Whether a noun of such matters stands near a head.
fn about_near(scene: &Scene, head: usize, reach: usize, fits: impl Fn(About) -> bool) -> bool {
    // "there is no military solution to the conflict": none of forces.
    let way = |at: usize| {
        scene.words.lower(at) == "military"
            && matches!(
                scene.words.lower(at + 1),
                "solution" | "solutions" | "option" | "options" | "answer" | "means"
            )
    };
    around(scene, head, reach).any(|at| fits(scene.words.entry(at).about) && !way(at))
}

/// Whether a noun of forces stands in the sentence before a head, at most `reach` away.
fn about_in(scene: &Scene, head: usize, reach: usize) -> bool {
    let first = scene.heads[head].first;
    (first.saturating_sub(reach)..first).any(|at| scene.words.entry(at).about.force)
}

/// Whether forces stand near a head, by noun or by name, or are counted as its own.
fn forces_near(scene: &Scene, head: usize, reach: usize) -> bool {
    scene.troop_heads.contains(&head)
        || about_near(scene, head, reach, |about| about.force)
        || armed_near(scene, head, reach)
        || they_move(scene, head)
        || shares_forces(scene, head, reach)
}

/// "will begin leaving Iraq on Wednesday and are due to depart by May": a second verb without a subject has that of the
/// first.
fn shares_forces(scene: &Scene, head: usize, reach: usize) -> bool {
    let found = &scene.heads[head];
    let words = &scene.words;
    let first = |other: &Head| other.is_verb() && other.predicates.any(PredicateGroup::Presence);
    let Some(before) = scene.heads[..head].iter().rposition(first).filter(|_| found.is_verb()) else {
        return false;
    };
    let gap = scene.heads[before].last + 1..found.first;
    let joined = gap.clone().find(|at| matches!(words.lower(*at), "and" | "but" | "then"));
    let bare = |at: usize| {
        words.is(at + 1, Small::BE | Small::HAVE | Small::MODAL)
            || scene.heads.iter().any(|other| other.first == at + 1 && other.is_verb())
    };
    gap.len() <= 14
        && joined.is_some_and(bare)
        && (about_near(scene, before, reach, |about| about.force)
            || armed_near(scene, before, reach)
            || they_move(scene, before))
}

/// Whether forces of a state or coalition stand near a head, by noun or by name.
fn forces_named(scene: &Scene, head: usize, reach: usize) -> bool {
    if scene.troop_heads.contains(&head) || they_move(scene, head) {
        return true;
    }
    about_near(scene, head, reach.min(6), |about| about.force)
        || scene
            .seen_in(&window(scene, head, reach))
            .any(|seen| matches!(seen.kind, EntityKind::Force | EntityKind::Coalition))
}

fn armed_near(scene: &Scene, head: usize, reach: usize) -> bool {
    scene.seen_in(&window(scene, head, reach)).any(super::scene::Seen::is_armed)
}

/// Whether people or bodies that negotiate stand in the clause of a head.
fn parties_near(scene: &Scene, head: usize) -> bool {
    let clause = scene.clause(scene.heads[head].token);
    scene.seen_in(&clause).any(|seen| {
        matches!(
            seen.kind,
            EntityKind::Person
                | EntityKind::Government
                | EntityKind::Institution
                | EntityKind::Alliance
                | EntityKind::ArmedGroup
                | EntityKind::Coalition
                | EntityKind::Office
        )
        // "met in Iraq": where they met.
            || seen.kind == EntityKind::Country && !super::place::is_located(scene, seen)
    })
}
