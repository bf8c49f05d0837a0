//! Who wants something or denies it says so, where nobody in the sentence says anything else.

use super::attribution::{Attribution, View, subject_phrase};
use super::speaker::speaker;
use crate::extract::grammar::heads::{Head, Shape};
use crate::extract::matter::is_allegation;
use crate::extract::words::lexicon::Class;
use crate::extract::words::word::Words;

/// "The commander called for 1,000 soldiers to stay", "Moscow denied that": all of a sentence, in order.
pub(super) fn wishes(view: &View<'_>) -> impl Iterator<Item = Attribution> {
    let finite = view.heads.iter().filter(|head| head.shape == Shape::Finite && !head.passive);
    finite.filter(|head| wants(view.words, head)).filter_map(|head| {
        let mut speaker = speaker(view, subject_phrase(view.words, head))?;
        speaker.scope = head.last + 1..view.words.len();
        Some(speaker)
    })
}

fn wants(words: &Words, head: &Head) -> bool {
    let vows = || ["promis", "vow", "pledg"].iter().any(|stem| words.lower(head.token).starts_with(stem));
    match head.class {
        Some(Class::Propose) => true,
        Some(Class::Plan) => vows(),
        Some(Class::Deny) => denies(words, head),
        _ => false,
    }
}

/// "denied that", "rejected claims that": that it is not so. Who refuses to do something says nothing.
fn denies(words: &Words, head: &Head) -> bool {
    let verb = words.lower(head.token);
    let claims = || (head.last + 1..head.last + 4).any(|at| is_allegation(words.lower(at)));
    let rejects = ["reject", "dismiss", "disput", "refut"].iter().any(|stem| verb.starts_with(stem));
    verb.starts_with("den") || rejects && claims()
}
