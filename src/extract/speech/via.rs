//! The news organisation through which a statement came: told it, asked for it, cited for it.

use super::attribution::{Attribution, View};
use crate::extract::grammar::heads::Head;
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{EntityKind, SpeakerKind};

/// "told Reuters", "told the state news agency IRNA", "said in an interview with the BBC"
pub(super) fn told_outlet(view: &View<'_>, head: &Head) -> Option<String> {
    let words = view.words;
    let tells = words.lower(head.token).starts_with("tol") || words.lower(head.token).starts_with("tell");
    let plain = |at: usize| words.list[at].kind == Kind::Word && !words.is(at, Small::CLAUSE);
    let told = |start: usize| {
        let gap = head.last + 1..start;
        tells && gap.len() < 7 && gap.clone().all(|at| plain(at) && !words.is(at, Small::PREPOSITION))
    };
    let asked = |start: usize| {
        let mut before = (0..start).rev().take(6).take_while(|at| plain(*at));
        before.any(|at| {
            matches!(
                words.lower(at),
                "interview" | "interviewed" | "speaking" | "comments" | "remarks" | "quoted" | "cited"
            )
        })
    };
    view.seen
        .iter()
        .filter(|seen| matches!(seen.kind, EntityKind::Outlet | EntityKind::Agency))
        .find(|seen| {
            let start = words.within(&seen.range).start;
            told(start) || asked(start)
        })
        .map(|seen| seen.key)
        .filter(|key| Some(*key) != view.publisher)
        .map(str::to_owned)
}

/// "Reuters reported, citing four sources": the sources speak, through Reuters.
pub(super) fn merge_via(found: &mut Vec<Attribution>) {
    let Some(outlet) = found.iter().position(|speaker| speaker.kind == SpeakerKind::Outlet) else { return };
    let via = found[outlet].key.clone();
    let mut others = false;
    for speaker in found.iter_mut().filter(|speaker| speaker.kind != SpeakerKind::Outlet) {
        speaker.via = speaker.via.take().or(via.clone());
        speaker.scope = 0..speaker.scope.end;
        others = true;
    }
    if others {
        found.remove(outlet);
    }
}
