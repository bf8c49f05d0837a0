//! People are captured. Finds "seized 10 soldiers", "kidnapped 60,000 children".

use super::{Roles, Rule, people};
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::scene::{Counted, Scene};
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "captured",
    predicate: Predicate::Captured,
    roles: Roles::Victims,
    accepts,
    counts: people,
    dated: false,
    denied: false,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    if super::is_threatened(scene, head) {
        return false;
    }
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    !matches!(word, "hold" | "holds" | "held" | "holding") || holds_people(scene, found)
}

/// "are holding 30 villagers", "40 people held in the camp": who holds a vigil holds nobody.
fn holds_people(scene: &Scene, found: &Head) -> bool {
    if found.passive || found.shape == Shape::Participle {
        // "a city of 30,000 people has been held by rebels": one thing is held, no people.
        return !matches!(scene.words.lower(found.first), "has" | "is" | "was");
    }
    let object = found.last + 1..found.last + 4;
    let people = |count: &&Counted| people(count) && object.contains(&scene.tokens(&count.range).start);
    scene.counts.iter().any(|count| people(&count))
}
