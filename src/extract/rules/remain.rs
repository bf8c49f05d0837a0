//! Forces stay. Finds "will remain in Erbil until", "leave behind a force of". Not doubts that remain.

use super::{Roles, Rule};
use crate::extract::grammar::heads::{Mood, Shape};
use crate::extract::matter::is_leaving;
use crate::extract::roles::movers::stay;
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::model::vocabulary::{Predicate, Relation};

pub(super) const RULE: Rule = Rule {
    id: "remain",
    predicate: Predicate::Remain,
    roles: Roles::Forces,
    accepts,
    counts: super::movers,
    dated: true,
    denied: true,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let leaves = is_leaving(scene.words.lower(found.token));
    if leaves && found.last == found.token && !super::leaves_behind(scene, head) {
        return false;
    }
    if is_level(scene, head) || is_presence_now(scene, head) || has_none(scene, head) {
        return false;
    }
    // "remain a force for good": that is what it is, not where.
    let copula = scene.words.lower(found.token).starts_with("remain")
        && matches!(scene.words.lower(found.last + 1), "a" | "an" | "the");
    if scene.words.lower(found.token).starts_with("exten") {
        // "extended their control": that is no stay.
        let other = |word: &str| EXTENDED.contains(&word);
        return super::about_near(scene, head, 6, |about| about.force || about.mission)
            && !super::near(scene, head, 4, other);
    }
    if ["operat", "run", "ran"].iter().any(|stem| scene.words.lower(found.token).starts_with(stem)) {
        return lasts(scene, head);
    }
    if is_no_stay(scene, head) {
        return false;
    }
    !copula && (super::forces_near(scene, head, 6) || stay(scene, head))
}

/// "the mission will run until May": a mission, and how long.
fn lasts(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let words = &scene.words;
    let until =
        (found.last + 1..found.last + 5).any(|at| matches!(words.lower(at), "until" | "through" | "till"));
    let before = found.first.saturating_sub(8)..found.first;
    found.is_verb()
        && until
        && before.into_iter().any(|at| {
            let about = words.entry(at).about;
            about.force || about.mission && !about.deed
        })
}

/// "keep endangering our troops", "were told to stay home", "remain at the core of": nobody stays anywhere.
fn is_no_stay(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let words = &scene.words;
    let next = words.lower(found.last + 1);
    let behind = found.last + 1..found.last + 6;
    let keeps = words.lower(found.token).starts_with("kee") && words.is(found.last + 1, Small::ING);
    let figure = |at: usize| matches!(words.lower(at), "core" | "heart" | "forefront" | "odds");
    let core = behind.clone().any(|at| words.lower(at) == "at") && behind.into_iter().any(figure);
    // "remained concealed", "remain committed to": that is how they are, not where.
    let copula = words.lower(found.token).starts_with("remain")
        && words.is(found.last + 1, Small::ED | Small::PASSIVE)
        && !["deploy", "station", "post", "base", "garrison"].iter().any(|stem| next.starts_with(stem));
    keeps
        || core
        || copula
        || matches!(
            next,
            "home" | "calm" | "silent" | "hidden" | "alive" | "loyal" | "intact" | "unclear" | "unknown"
        )
}

/// What forces extend besides their stay.
const EXTENDED: &[&str] = &[
    "control",
    "grip",
    "hold",
    "influence",
    "power",
    "reach",
    "rule",
    "lead",
    "gains",
    "invitation",
    "help",
    "sovereignty",
    "truce",
    "ceasefire",
    "cease-fire",
    "condolences",
];

/// "keeps 400 soldiers in Syria", "maintains a force of 900": what is kept now, with no end in sight, is there.
pub(super) fn is_level(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    let keeps = matches!(word, "keep" | "keeps" | "maintain" | "maintains");
    let clause = scene.clause(found.token);
    let until = scene.dates.iter().any(|date| {
        clause.contains(&scene.tokens(&date.range).start)
            && (date.ahead || matches!(date.when.relation, Relation::Until | Relation::By))
    });
    keeps
        && found.shape == Shape::Finite
        && found.mood == Mood::Present
        && !found.negated
        && !until
        && scene.troop_heads.contains(&head)
}

/// "has no military presence in Africa": none are there.
pub(super) fn has_none(scene: &Scene, head: usize) -> bool {
    let token = scene.heads[head].token;
    let has = |at: usize| {
        matches!(scene.words.lower(at), "has" | "have" | "had" | "having" | "keeps" | "maintains")
            && scene.words.lower(at + 1) == "no"
    };
    scene.words.lower(token) == "presence" && (token.saturating_sub(6)..token).any(has)
}

/// "maintains a presence of 500 soldiers", "has a presence of 2,000", "keeping a presence of 500 costs": how many are there.
fn is_presence_now(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let before = head.checked_sub(1).map(|before| &scene.heads[before]);
    let has = before.is_some_and(|verb| {
        let word = scene.words.lower(verb.token);
        let keeps =
            matches!(word, "keeps" | "maintains" | "has" | "have" | "had") && verb.shape == Shape::Finite;
        let keeping = matches!(word, "keeping" | "maintaining" | "having") && verb.first == 0;
        (keeps || keeping) && verb.last + 5 > found.token
    });
    found.shape == Shape::Noun
        && scene.words.lower(found.last + 1) == "of"
        && scene.troop_heads.contains(&head)
        && has
}
