//! A vote is held. Finds "parliament voted in 2020".

use super::{Roles, Rule};
use crate::extract::grammar::ahead::is_set;
use crate::extract::matter::is_public;
use crate::extract::scene::Scene;
use crate::extract::words::function_words::Small;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "vote",
    predicate: Predicate::Vote,
    roles: Roles::Agent,
    accepts,
    counts: super::never,
    dated: true,
    denied: false,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    // "voted in a presidential election", "Afghans voted on Saturday"
    if super::election::elects(scene, head) || super::election::is_of_an_office(scene, &scene.heads[head]) {
        return false;
    }
    let word = scene.words.lower(scene.heads[head].token);
    if word.starts_with("go") || word == "went" {
        return super::election::asks_people(scene, head);
    }
    // "approved by the council"
    let found = &scene.heads[head];
    if VOTERS.contains(&scene.words.lower(found.last)) {
        return (found.token + 1..found.last).any(|at| scene.words.lower(at) == "by");
    }
    // "refer to U.N. resolution 338 in a speech": it is spoken of.
    if word == "resolution" && !super::near(scene, head, 8, is_passing) {
        return false;
    }
    // "Tuesday's vote"
    let dated = |at: usize| scene.words.is(at, Small::CALENDAR) && scene.words.is_possessive(at);
    if word == "vote" && !found.is_verb() && found.token > 0 && dated(found.token - 1) && is_public(scene) {
        return true;
    }
    if word == "vote" && is_set(scene, found) {
        return true;
    }
    if word == "voting" && !found.is_verb() {
        return super::election::is_asked(scene);
    }
    super::election::is_referendum(word)
        || super::parties_near(scene, head)
        || super::near(scene, head, 8, |word| VOTERS.contains(&word))
}

/// What is done with a resolution by those who vote on it.
fn is_passing(word: &str) -> bool {
    [
        "adopt", "pass", "approv", "vot", "endors", "veto", "reject", "back", "support", "draft", "block",
        "defeat",
    ]
    .iter()
    .any(|stem| word.starts_with(stem))
}

/// Who votes on war and peace.
const VOTERS: &[&str] = &[
    "assembly",
    "cabinet",
    "chamber",
    "congress",
    "council",
    "deputies",
    "independence",
    "lawmakers",
    "legislators",
    "legislature",
    "mps",
    "parliament",
    "house",
    "senate",
    "senators",
    "voters",
];
