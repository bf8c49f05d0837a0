//! Forces leave. Finds "will pull out of", "the withdrawal of", "cut to". Not money from a bank, nor a person leaving for home.

use super::{Roles, Rule, troops};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "withdraw",
    predicate: Predicate::Withdraw,
    roles: Roles::Forces,
    accepts,
    counts: troops,
    dated: true,
    denied: true,
};

/// Words that say nothing else need no forces beside them.
fn accepts(scene: &Scene, head: usize) -> bool {
    let word = scene.words.lower(scene.heads[head].token);
    if word.starts_with("withdraw")
        || word.starts_with("withdrew")
        || matches!(word, "pullout" | "drawdown" | "pullback")
    {
        return !super::near(scene, head, 3, |word| {
            matches!(word, "money" | "funds" | "cash" | "candidacy" | "nomination")
        });
    }
    if super::leaves_behind(scene, head) {
        return false;
    }
    let found = &scene.heads[head];
    if found.last > found.token && matches!(scene.words.lower(found.last), "down") {
        return true;
    }
    super::forces_near(scene, head, 6)
        && !super::near(scene, head, 4, |word| matches!(word, "power" | "office"))
}
