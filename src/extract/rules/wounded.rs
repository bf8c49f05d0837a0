//! People are wounded. Finds "wounding 30", "11 injuries".

use super::{Roles, Rule, people};
use crate::extract::scene::Scene;
use crate::model::vocabulary::Predicate;

pub(super) const RULE: Rule = Rule {
    id: "wounded",
    predicate: Predicate::Wounded,
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
    let word = scene.words.lower(scene.heads[head].token);
    // "treated 300 patients": of injuries, or after violence.
    let hurt = |word: &str| {
        ["injur", "wound", "burn", "shrapnel", "concussion", "trauma"]
            .iter()
            .any(|stem| word.starts_with(stem))
    };
    let violence = (0..scene.words.len()).any(|at| scene.words.entry(at).about.deed);
    let in_hospital = super::near(scene, head, 6, |word| {
        word.starts_with("hospital") || word.starts_with("clinic") || word == "infirmary"
    });
    let sick =
        super::near(scene, head, 6, |word| matches!(word, "patients" | "cholera" | "malaria" | "disease"));
    !word.starts_with("treat") || (super::near(scene, head, 8, hurt) || violence || in_hospital) && !sick
}
