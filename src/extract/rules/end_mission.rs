//! A mission, operation or coalition ends. Finds "formally end its work", "the end of combat operations". Not the end of a year.

use super::{Roles, Rule};
use crate::extract::matter::is_commerce;
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "end_mission",
    predicate: Predicate::EndMission,
    roles: Roles::Agent,
    accepts,
    counts: super::never,
    dated: true,
    denied: true,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    if is_commerce(scene) {
        return false;
    }
    // Neither the Cold War nor a civil war was a mission.
    if super::near(scene, head, 4, |word| matches!(word, "cold" | "civil" | "consular")) {
        return false;
    }
    // "no end in sight"
    let last = scene.heads[head].last;
    if scene.words.lower(last + 1) == "in" && scene.words.lower(last + 2) == "sight" {
        return false;
    }
    // "the multinational force was dissolved"
    let word = scene.words.lower(scene.heads[head].token);
    if ["dissol", "disband"].iter().any(|stem| word.starts_with(stem))
        && scene.heads[head].passive
        && super::forces_near(scene, head, 4)
    {
        return true;
    }
    // Firms and sponsors end a presence or an engagement too.
    let firm = |word: &str| {
        matches!(
            word,
            "company" | "firm" | "bank" | "retailer" | "brand" | "airline" | "club" | "sponsor" | "carmaker"
        )
    };
    super::about_near(scene, head, 7, |about| about.mission) && !super::near(scene, head, 7, firm)
}
