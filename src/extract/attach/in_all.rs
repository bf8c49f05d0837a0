//! "will send two brigades totaling 2,300 soldiers to Kuwait this winter": so many are moved in all, and then.

use crate::extract::scene::{Counted, Scene};
use crate::extract::words::word::Kind;
use crate::model::vocabulary::Predicate;

/// The verb that moves those counted behind such a word.
pub(in crate::extract) fn moved(scene: &Scene, count: &Counted) -> Option<usize> {
    let start = scene.tokens(&count.range).start;
    [start, start.wrapping_sub(1)].into_iter().find_map(|at| mover(scene, at))
}

/// The verb that moves what comes to so many, where a token says that it does.
pub(super) fn mover(scene: &Scene, totals: usize) -> Option<usize> {
    if !matches!(scene.words.lower(totals), "totaling" | "totalling" | "numbering") {
        return None;
    }
    let clause = scene.clause(totals);
    scene.heads.iter().rposition(|head| {
        let moves = head.is_cue_of(Predicate::Deploy) || head.is_cue_of(Predicate::Withdraw);
        clause.start <= head.first
            && head.last < totals
            && head.is_verb()
            && !head.passive
            && moves
            && (head.last + 1..totals).all(|at| scene.words.list[at].kind != Kind::Mark)
    })
}
